#include "ui/timeline/timelinemodel.h"

#include "wording/times.h"

#include <QPointer>

#include <algorithm>

namespace bongsu {

TimelineModel::TimelineModel(Journal& journal, const LogId& log, QObject* parent)
    : QAbstractListModel(parent), m_journal(journal), m_log(log) {
    connectJournal();
    reset();
}

void TimelineModel::connectJournal() {
    connect(&m_journal, &Journal::entriesFolded, this,
            [this](const LogId& which, quint64 fromSeq, quint64 toSeq) {
                if (which == m_log) {
                    noteFolded(fromSeq, toSeq);
                }
            });
    connect(&m_journal, &Journal::ownEventChanged, this,
            [this](const LogId& which, const EventId& event, OwnState state) {
                if (which == m_log) {
                    takeOwn(event, state);
                }
            });
    connect(&m_journal, &Journal::textErased, this, [this](const LogId& which, const EventId& event) {
        if (which == m_log) {
            eraseText(event);
        }
    });
    connect(&m_journal, &Journal::incidentChanged, this, [this](const LogId& which) {
        if (which == m_log) {
            dropGone();
            updateCovered();
        }
    });
    connect(&m_journal, &Journal::organisationChanged, this, &TimelineModel::retell);
}

TimelineModel::Item TimelineModel::itemOf(TimelineRow row) const {
    const OwnState state = row.seq ? OwnState::Recorded : m_journal.stateOf(row.event);
    const bool covered = row.seq && m_journal.isCovered(m_log, *row.seq);
    return Item{std::move(row), state, covered};
}

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_items.size());
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Item& item = m_items[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return wordsOf(item).line;
    case Qt::AccessibleTextRole:
        return wordsOf(item).spoken;
    case WordsRole:
        return QVariant::fromValue(wordsOf(item));
    case DayRole:
        return dayAt(index.row());
    case UnreadRole:
        return isFirstUnread(index.row());
    case DayBegunRole:
        return isDayBegun(index.row());
    case LayoutRole:
        wordsOf(item);
        return layoutKey(item.stamp, isDayBegun(index.row()), isFirstUnread(index.row()));
    default:
        return {};
    }
}

QDate TimelineModel::dayAt(int row) const {
    const Item& item = m_items[std::size_t(row)];
    if (!item.day) {
        item.day = dayOf(item.row.times.told());
    }
    return *item.day;
}

const RowWords& TimelineModel::wordsOf(const Item& item) const {
    if (!item.words) {
        const auto about = m_about.find(item.row.event);
        const RowContext context{m_journal,    m_log,
                                 item.state,   item.covered,
                                 m_threeTimes, about == m_about.end() ? nullptr : &about->second};
        item.words = wordsFor(item.row, context);
        item.stamp = ++m_stamp;
    }
    return *item.words;
}

std::optional<int> TimelineModel::find(const EventId& event) const {
    // Newest first: what people act on stands at the end.
    for (int i = rowCount() - 1; i >= 0; --i) {
        if (row(i).event == event) {
            return i;
        }
    }
    return std::nullopt;
}

std::optional<int> TimelineModel::firstRefused() const {
    for (std::size_t i = std::size_t(m_recorded); i < m_items.size(); ++i) {
        if (m_items[i].row.refusal) {
            return int(i);
        }
    }
    return std::nullopt;
}

bool TimelineModel::isPinned(const EventId& event) const {
    const auto about = m_about.find(event);
    return about != m_about.end() && about->second.pinned;
}

void TimelineModel::touch(int row) {
    m_items[std::size_t(row)].words.reset();
    Q_EMIT dataChanged(index(row), index(row));
}

void TimelineModel::retell() {
    for (const Item& item : m_items) {
        item.words.reset();
        item.day.reset();
    }
    if (!m_items.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

bool TimelineModel::isFirstUnread(int row) const {
    if (!m_readTo || row >= m_recorded || *m_items[std::size_t(row)].row.seq <= *m_readTo) {
        return false;
    }
    const quint64 place = m_from + quint64(row);
    return place > 0 && seqAt(place - 1) <= *m_readTo;
}

void TimelineModel::setReadTo(std::optional<quint64> seq) {
    if (seq != m_readTo) {
        m_readTo = seq;
        if (!m_items.empty()) {
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {UnreadRole});
        }
    }
}

void TimelineModel::showThreeTimes(bool shown) {
    if (shown != m_threeTimes) {
        m_threeTimes = shown;
        retell();
    }
}

// Whatever a line says of another one stands behind it in the log and is therefore read before it.
void TimelineModel::learnFrom(const TimelineRow& row) {
    const auto target = targetOf(row.facts);
    if (!target || row.voidReason || row.refusal) {
        return;
    }
    About& about = m_about[*target];
    if (std::holds_alternative<EntryCorrected>(row.facts)) {
        const auto behind =
            std::find_if(about.corrections.begin(), about.corrections.end(), [&](const auto& other) {
                return row.event == other.event || (row.seq && (!other.seq || *row.seq < *other.seq));
            });
        if (behind != about.corrections.end() && behind->event == row.event) {
            *behind = row;
        } else {
            about.corrections.insert(behind, row);
        }
    } else if (std::holds_alternative<EntryWithdrawn>(row.facts)) {
        about.withdrawn = true;
    } else if (const auto* pinned = std::get_if<EntryPinned>(&row.facts)) {
        about.pinned = pinned->pinned;
    }
    if (const auto at = find(*target)) {
        touch(*at);
    }
}

// An own line that is not accepted, or no more, says nothing of others.
void TimelineModel::unlearn(const TimelineRow& row) {
    const auto target = targetOf(row.facts);
    const auto about = target ? m_about.find(*target) : m_about.end();
    if (about == m_about.end()) {
        return;
    }
    std::erase_if(about->second.corrections, [&](const auto& other) { return other.event == row.event; });
    if (const auto* pinned = std::get_if<EntryPinned>(&row.facts)) {
        about->second.pinned = !pinned->pinned;
    }
    if (const auto at = find(*target)) {
        touch(*at);
    }
}

void TimelineModel::takeOwn(const EventId& event, OwnState state) {
    if (m_upTo) {
        return;
    }
    if (const auto at = find(event)) {
        Item& item = m_items[std::size_t(*at)];
        if (!item.row.seq &&
            state != OwnState::Recorded) { // its entry is being read: the row stays till then
            if (state == OwnState::Refused) {
                if (auto row = m_journal.ownRow(event)) {
                    item.row = std::move(*row);
                }
                unlearn(item.row);
            }
            item.state = state;
            touch(*at);
        }
        return;
    }
    auto row = state == OwnState::Recorded ? std::nullopt : m_journal.ownRow(event);
    if (!row) {
        return;
    }
    learnFrom(*row);
    if (!m_atTail || !isShown(*row)) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount());
    m_items.push_back(itemOf(std::move(*row)));
    endInsertRows();
}

// Own lines that were taken back before anybody saw them, or discarded after a refusal.
void TimelineModel::dropGone() {
    const LogIndex* index = m_journal.ledger().index(m_log);
    for (int i = rowCount() - 1; i >= m_recorded; --i) {
        const TimelineRow gone = row(i);
        if (m_journal.stateOf(gone.event) == OwnState::Recorded && !(index && index->find(gone.event))) {
            beginRemoveRows({}, i, i);
            m_items.erase(m_items.begin() + i);
            endRemoveRows();
            unlearn(gone);
        }
    }
}

void TimelineModel::updateCovered() {
    for (int i = m_recorded - 1; i >= 0 && !m_items[std::size_t(i)].covered; --i) {
        if (m_journal.isCovered(m_log, *row(i).seq)) {
            m_items[std::size_t(i)].covered = true;
            touch(i);
        }
    }
}

void TimelineModel::eraseText(const EventId& event) {
    for (auto& [target, about] : m_about) {
        for (TimelineRow& correction : about.corrections) {
            if (correction.event == event) {
                correction.text = {};
                if (const auto at = find(target)) {
                    touch(*at);
                }
            }
        }
    }
    if (const auto at = find(event)) {
        TimelineRow& row = m_items[std::size_t(*at)].row;
        row.text = {};
        row.textState = TextPart::State::Erased;
        touch(*at);
    }
}

} // namespace bongsu
