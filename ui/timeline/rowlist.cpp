#include "ui/timeline/rowlist.h"

#include "ui/timeline/timelinemodel.h"
#include "wording/times.h"

namespace bongsu {

RowList::RowList(Journal& journal, QObject* parent) : QAbstractListModel(parent), m_journal(journal) {
    connect(&journal, &Journal::textErased, this,
            [this](const LogId&, const EventId& event) { erase(event); });
}

int RowList::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant RowList::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Item& item = m_items[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return wordsOf(item).line;
    case Qt::AccessibleTextRole:
        return wordsOf(item).spoken;
    case TimelineModel::WordsRole:
        return QVariant::fromValue(wordsOf(item));
    case TimelineModel::DayRole:
        return dayOf(item.line.row.times.told());
    case TimelineModel::UnreadRole:
        return false;
    case TimelineModel::DayBegunRole:
        return isDayBegun(index.row());
    case TimelineModel::LayoutRole:
        wordsOf(item);
        return TimelineModel::layoutKey(item.stamp, isDayBegun(index.row()), false);
    default:
        return {};
    }
}

bool RowList::isDayBegun(int row) const {
    const auto dayAt = [this](int at) { return dayOf(line(at).row.times.told()); };
    return row == 0 || dayAt(row) != dayAt(row - 1);
}

const RowWords& RowList::wordsOf(const Item& item) const {
    if (item.words) {
        return *item.words;
    }
    const auto& [log, row] = item.line;
    About about;
    if (const auto sayings = m_journal.recordOf(log).sayings(row.event)) {
        about.withdrawn = sayings->withdrawn;
        about.pinned = sayings->pinned;
    }
    const OwnState state = row.seq ? OwnState::Recorded : m_journal.stateOf(row.event);
    const bool covered = row.seq && m_journal.isCovered(log, *row.seq);
    item.words = wordsFor(row, RowContext{m_journal, log, state, covered, false, &about});
    if (m_search) {
        item.words->marked = m_search->placesIn(item.words->line);
        for (RowNote& note : item.words->notes) {
            note.marked = m_search->placesIn(note.words);
        }
    }
    const Incident* incident = m_named ? m_journal.incident(log) : nullptr;
    if (incident) {
        item.words->tags.push_back(m_journal.texts().title(*incident));
    }
    item.stamp = ++m_stamp;
    return *item.words;
}

void RowList::clear() {
    beginResetModel();
    m_items.clear();
    endResetModel();
}

void RowList::append(std::vector<Line> lines) {
    if (lines.empty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + int(lines.size()) - 1);
    for (Line& line : lines) {
        m_items.push_back(Item{std::move(line)});
    }
    endInsertRows();
}

void RowList::setSearch(std::shared_ptr<const RecordSearch> search) {
    m_search = std::move(search);
    retell();
}

void RowList::nameIncidents(bool named) {
    m_named = named;
    retell();
}

void RowList::retell() {
    for (const Item& item : m_items) {
        item.words.reset();
    }
    if (!m_items.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void RowList::erase(const EventId& event) {
    for (int i = 0; i < rowCount(); ++i) {
        Item& item = m_items[std::size_t(i)];
        if (item.line.row.event == event) {
            item.line.row.text = {};
            item.line.row.textState = TextPart::State::Erased;
            item.words.reset();
            Q_EMIT dataChanged(index(i), index(i));
        }
    }
}

} // namespace bongsu
