// How the window of rows moves over the record: pages at either end, jumps, and what is new.
#include "ui/timeline/timelinemodel.h"

#include <QPointer>

#include <algorithm>

namespace bongsu {

quint64 TimelineModel::listed() const {
    return m_passing ? m_passing->size() : m_known;
}

quint64 TimelineModel::seqAt(quint64 place) const {
    return m_passing ? (*m_passing)[place] : place + 1;
}

quint64 TimelineModel::placeOf(quint64 seq) const {
    if (!m_passing) {
        return std::min(std::max<quint64>(seq, 1) - 1, m_known);
    }
    return quint64(std::lower_bound(m_passing->begin(), m_passing->end(), seq) - m_passing->begin());
}

bool TimelineModel::isShown(const TimelineRow& own) const {
    const OwnLine line{traitsOf(own.facts, own.times.created, own.person),
                       searchableWords(own.facts, own.text)};
    return m_filter.isEmpty() || RecordSearch(RecordQuery{{}, false, m_filter}).matches(line);
}

void TimelineModel::setFilter(const RecordFilter& filter) {
    if (filter != m_filter) {
        m_filter = filter;
        reset();
    }
}

void TimelineModel::showUpTo(std::optional<quint64> seq) {
    if (seq != m_upTo) {
        m_upTo = seq;
        reset();
    }
}

void TimelineModel::clear() {
    ++m_reading;
    m_readingNewer = false;
    m_readingOlder = false;
    m_items.clear();
    m_about.clear();
    m_recorded = 0;
}

void TimelineModel::reset() {
    beginResetModel();
    clear();
    const RecordIndex& record = m_journal.recordOf(m_log);
    m_known = std::min(record.size(), m_upTo.value_or(record.size()));
    m_passing = m_filter.isEmpty() ? std::nullopt : std::optional(filtered(record, m_filter));
    if (m_passing) {
        std::erase_if(*m_passing, [this](quint64 seq) { return seq > m_known; });
    }
    m_to = listed() > pageRows ? listed() - pageRows : 0;
    m_from = m_to;
    m_atTail = true;
    m_followed = true;
    endResetModel();
    addOwnRows();
    readNewer();
}

void TimelineModel::addOwnRows() {
    if (m_upTo) {
        return;
    }
    Rows own = m_journal.ownRows(m_log);
    const Rows learned = own;
    std::erase_if(own, [this](const TimelineRow& row) { return !isShown(row); });
    if (!own.empty()) {
        beginInsertRows({}, rowCount(), rowCount() + int(own.size()) - 1);
        for (TimelineRow& row : own) {
            m_items.push_back(itemOf(std::move(row)));
        }
        endInsertRows();
    }
    for (const TimelineRow& row : learned) {
        learnFrom(row);
    }
}

void TimelineModel::noteFolded(quint64 fromSeq, quint64 toSeq) {
    if (fromSeq <= m_known) {
        reset(); // an epoch went on from an earlier entry
        return;
    }
    if (m_upTo) {
        return;
    }
    const RecordIndex& record = m_journal.recordOf(m_log);
    const RecordSearch search(RecordQuery{{}, false, m_filter});
    bool saysOfOthers = false;
    for (quint64 seq = fromSeq; seq <= toSeq; ++seq) {
        saysOfOthers = saysOfOthers || !record.isTold(seq) || record.kind(seq) == LineKind::Correction;
        if (m_passing && search.matches(record, seq)) {
            m_passing->push_back(seq);
        }
    }
    m_known = toSeq;
    if (saysOfOthers) {
        learnSayings(0, m_recorded);
    }
    if (m_atTail && !takeArrived()) {
        readNewer();
    }
}

// What has just come is in memory still: shown at once, without the way over the disk.
bool TimelineModel::takeArrived() {
    const quint64 count = listed() - m_to;
    if (m_readingNewer || count == 0 || count > pageRows) {
        return count == 0;
    }
    Rows rows = m_journal.rowsOnTheirWay(m_log, seqAt(m_to));
    std::erase_if(rows, [this](const TimelineRow& row) {
        const quint64 place = placeOf(*row.seq);
        return place >= listed() || seqAt(place) != *row.seq;
    });
    if (rows.size() != count) {
        return false;
    }
    takeNewer(std::move(rows));
    return true;
}

void TimelineModel::read(quint64 fromPlace, quint64 count, std::function<void(Rows)> take) {
    std::vector<quint64> seqs(count);
    for (quint64 i = 0; i < count; ++i) {
        seqs[i] = seqAt(fromPlace + i);
    }
    m_journal.rowsAt(m_log, std::move(seqs),
                     [self = QPointer(this), reading = m_reading, take = std::move(take)](Result<Rows> rows) {
                         if (!self || self->m_reading != reading) {
                             return;
                         }
                         if (!rows) {
                             self->m_readingNewer = false;
                             self->m_readingOlder = false;
                             Q_EMIT self->readFailed(rows.error());
                         } else {
                             take(std::move(*rows));
                         }
                     });
}

void TimelineModel::readNewer() {
    if (m_readingNewer || m_to >= listed()) {
        return;
    }
    m_readingNewer = true;
    read(m_to, std::min<quint64>(listed() - m_to, m_atTail ? pageRows : pieceRows), [this](Rows rows) {
        m_readingNewer = false;
        if (rows.empty()) {
            return;
        }
        takeNewer(std::move(rows));
        if (m_atTail) {
            readNewer();
        }
    });
}

void TimelineModel::fetchNewer() {
    if (!m_atTail) {
        readNewer();
    }
}

void TimelineModel::takeNewer(Rows rows) {
    Rows others;
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
    const bool isAhead = !m_atTail;
    m_to += rows.size();
    const Rows learned = rows;
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
    learn(learned, m_recorded - int(learned.size()));
    if (isAhead && m_to >= listed()) {
        m_atTail = true;
        addOwnRows();
    }
    if (rowCount() > mostRows && (isAhead || m_followed)) {
        dropFirst();
    } else if (rowCount() > 2 * mostRows) {
        dropLast(); // somebody reads far above: what is new waits until they come down
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
    const quint64 from = m_from > pieceRows ? m_from - pieceRows : 0;
    read(from, m_from - from, [this](Rows rows) {
        m_readingOlder = false;
        if (!rows.empty()) {
            takeOlder(std::move(rows));
        }
    });
}

void TimelineModel::takeOlder(Rows rows) {
    const Rows learned = rows;
    beginInsertRows({}, 0, int(rows.size()) - 1);
    m_from -= rows.size();
    m_recorded += int(rows.size());
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        m_items.push_front(itemOf(std::move(*row)));
    }
    endInsertRows();
    learn(learned, 0);
    if (rowCount() > mostRows) {
        dropLast();
    }
}

void TimelineModel::dropFirst() {
    const int dropped = std::min(rowCount() - mostRows + pageRows, m_recorded);
    beginRemoveRows({}, 0, dropped - 1);
    m_items.erase(m_items.begin(), m_items.begin() + dropped);
    m_recorded -= dropped;
    m_from += quint64(dropped);
    endRemoveRows();
}

// With the newest the own lines go, which stand behind them.
void TimelineModel::dropLast() {
    const int kept = std::min(mostRows - pageRows, m_recorded);
    if (kept == rowCount()) {
        return;
    }
    beginRemoveRows({}, kept, rowCount() - 1);
    m_items.erase(m_items.begin() + kept, m_items.end());
    m_to = m_from + quint64(kept);
    m_recorded = kept;
    m_atTail = false;
    endRemoveRows();
}

void TimelineModel::show(quint64 seq) {
    const quint64 place = std::min(placeOf(seq), listed() > 0 ? listed() - 1 : 0);
    if (place >= m_from && place < m_from + quint64(m_recorded)) {
        Q_EMIT lineShown(int(place - m_from));
        return;
    }
    if (listed() == 0) {
        return;
    }
    ++m_reading; // pages on their way would not fit any more
    m_readingNewer = false;
    m_readingOlder = false;
    const quint64 from = place > pageRows ? place - pageRows : 0;
    const quint64 to = std::min<quint64>(listed(), place + pageRows);
    read(from, to - from, [this, seq, from](Rows rows) { takeAround(seq, from, std::move(rows)); });
}

void TimelineModel::takeAround(quint64 seq, quint64 fromPlace, Rows rows) {
    const Rows learned = rows;
    beginResetModel();
    clear();
    for (TimelineRow& row : rows) {
        m_items.push_back(itemOf(std::move(row)));
    }
    m_recorded = int(m_items.size());
    m_from = fromPlace;
    m_to = m_from + quint64(m_recorded);
    m_atTail = m_to >= listed();
    m_followed = false;
    endResetModel();
    learn(learned, 0);
    if (m_atTail) {
        addOwnRows();
    }
    if (m_recorded > 0) {
        const quint64 place = std::clamp(placeOf(seq), m_from, m_to - 1);
        Q_EMIT lineShown(int(place - m_from));
    }
}

void TimelineModel::showNewest() {
    if (!m_atTail) {
        reset();
    }
}

// What has just been read, which stands from this row on.
void TimelineModel::learn(const Rows& rows, int from) {
    for (const TimelineRow& row : rows) {
        learnFrom(row);
    }
    learnSayings(from, from + int(rows.size()));
}

// What the whole record says of these rows, also from where it is not shown; corrections that are not here
// are read.
void TimelineModel::learnSayings(int from, int to) {
    const RecordIndex& record = m_journal.recordOf(m_log);
    std::vector<quint64> missing;
    for (int i = from; i < to; ++i) {
        const auto sayings = record.sayings(row(i).event, m_upTo.value_or(RecordIndex::all));
        if (!sayings) {
            continue;
        }
        About& about = m_about[row(i).event];
        if (about.pinned != sayings->pinned || about.withdrawn != sayings->withdrawn) {
            about.pinned = sayings->pinned;
            about.withdrawn = sayings->withdrawn;
            touch(i);
        }
        for (const quint64 seq : sayings->corrections) {
            const bool known = std::any_of(about.corrections.begin(), about.corrections.end(),
                                           [&](const TimelineRow& one) { return one.seq == seq; });
            if (!known && int(missing.size()) < Journal::rowsPerPage) {
                missing.push_back(seq);
            }
        }
    }
    for (const TimelineRow& own : m_upTo ? Rows() : m_journal.ownRows(m_log)) {
        learnFrom(own); // has the last word until it is recorded
    }
    if (missing.empty()) {
        return;
    }
    std::sort(missing.begin(), missing.end());
    m_journal.rowsAt(m_log, std::move(missing),
                     [self = QPointer(this), reading = m_reading](Result<Rows> rows) {
                         if (!self || self->m_reading != reading || !rows) {
                             return;
                         }
                         for (const TimelineRow& row : *rows) {
                             self->learnFrom(row);
                         }
                     });
}

} // namespace bongsu
