#include "ui/timeline/timelinemodel.h"

#include "ui/style/times.h"

#include <QPointer>

#include <algorithm>

namespace bongsu {

TimelineModel::TimelineModel(Journal& journal, const LogId& log, QObject* parent)
    : QAbstractListModel(parent), m_journal(journal), m_log(log) {
    connect(&journal, &Journal::entriesFolded, this, [this](const LogId& which, quint64 fromSeq) {
        if (which != m_log) {
            return;
        }
        if (fromSeq <= m_last) {
            reset(); // an epoch went on from an earlier entry
        } else {
            readNewer();
        }
    });
    connect(&journal, &Journal::ownEventChanged, this,
            [this](const LogId& which, const EventId& event, OwnState state) {
                if (which == m_log) {
                    takeOwn(event, state);
                }
            });
    connect(&journal, &Journal::textErased, this, [this](const LogId& which, const EventId& event) {
        if (which == m_log) {
            eraseText(event);
        }
    });
    connect(&journal, &Journal::incidentChanged, this, [this](const LogId& which) {
        if (which == m_log) {
            dropGone();
            updateCovered();
        }
    });
    connect(&journal, &Journal::organisationChanged, this, &TimelineModel::retell);
    reset();
}

void TimelineModel::reset() {
    beginResetModel();
    ++m_reading;
    m_readingNewer = false;
    m_readingOlder = false;
    m_items.clear();
    m_about.clear();
    m_recorded = 0;
    const auto tip = m_journal.ledger().tip(m_log);
    const quint64 newest = tip ? tip->seq : 0;
    m_last = newest > pageRows ? newest - pageRows : 0;
    m_first = m_last + 1;
    const std::vector<TimelineRow> own = m_journal.ownRows(m_log);
    for (const TimelineRow& row : own) {
        m_items.push_back(itemOf(row));
    }
    endResetModel();
    for (const TimelineRow& row : own) {
        learnFrom(row);
    }
    readNewer();
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
    case StampRole:
        wordsOf(item);
        return item.stamp;
    case DayRole:
        return dayOf(item.row.times.told());
    default:
        return {};
    }
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
    }
    if (!m_items.empty()) {
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
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

void TimelineModel::readNewer() {
    const auto tip = m_journal.ledger().tip(m_log);
    if (m_readingNewer || !tip || tip->seq <= m_last) {
        return;
    }
    m_readingNewer = true;
    m_journal.rows(m_log, m_last + 1, Journal::rowsPerPage,
                   [self = QPointer(this), reading = m_reading](Result<std::vector<TimelineRow>> rows) {
                       if (!self || self->m_reading != reading) {
                           return;
                       }
                       self->m_readingNewer = false;
                       if (!rows) {
                           Q_EMIT self->readFailed(rows.error());
                       } else if (!rows->empty()) {
                           self->takeNewer(std::move(*rows));
                           self->readNewer();
                       }
                   });
}

void TimelineModel::takeNewer(std::vector<TimelineRow> rows) {
    std::vector<TimelineRow> others;
    const auto insertOthers = [&] {
        if (others.empty()) {
            return;
        }
        beginInsertRows({}, m_recorded, m_recorded + int(others.size()) - 1);
        auto at = m_items.begin() + m_recorded;
        for (TimelineRow& row : others) {
            at = std::next(m_items.insert(at, itemOf(std::move(row))));
        }
        m_recorded += int(others.size());
        endInsertRows();
        others.clear();
    };
    m_last = *rows.back().seq;
    const std::vector<TimelineRow> learned = rows;
    for (TimelineRow& row : rows) {
        const auto own = find(row.event);
        if (own && *own >= m_recorded) {
            insertOthers();
            takeRecorded(std::move(row));
        } else {
            others.push_back(std::move(row));
        }
    }
    insertOthers();
    for (const TimelineRow& row : learned) {
        learnFrom(row);
    }
}

// An own line got its number: it moves from behind the record to its place in it.
void TimelineModel::takeRecorded(TimelineRow row) {
    const int from = *find(row.event);
    if (from != m_recorded) {
        beginMoveRows({}, from, from, {}, m_recorded);
        Item moved = std::move(m_items[std::size_t(from)]);
        m_items.erase(m_items.begin() + from);
        m_items.insert(m_items.begin() + m_recorded, std::move(moved));
        endMoveRows();
    }
    m_items[std::size_t(m_recorded)] = itemOf(std::move(row));
    touch(m_recorded++);
}

void TimelineModel::fetchOlder() {
    if (m_readingOlder || !hasOlder()) {
        return;
    }
    m_readingOlder = true;
    const quint64 from = m_first > pageRows ? m_first - pageRows : 1;
    m_journal.rows(m_log, from, int(m_first - from),
                   [self = QPointer(this), reading = m_reading](Result<std::vector<TimelineRow>> rows) {
                       if (!self || self->m_reading != reading) {
                           return;
                       }
                       self->m_readingOlder = false;
                       if (!rows) {
                           Q_EMIT self->readFailed(rows.error());
                       } else {
                           self->takeOlder(std::move(*rows));
                       }
                   });
}

void TimelineModel::takeOlder(std::vector<TimelineRow> rows) {
    if (rows.empty()) {
        return;
    }
    const std::vector<TimelineRow> learned = rows;
    beginInsertRows({}, 0, int(rows.size()) - 1);
    m_first = *rows.front().seq;
    m_recorded += int(rows.size());
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        m_items.push_front(itemOf(std::move(*row)));
    }
    endInsertRows();
    for (const TimelineRow& row : learned) {
        learnFrom(row);
    }
}

void TimelineModel::takeOwn(const EventId& event, OwnState state) {
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
