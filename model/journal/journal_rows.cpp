// What views read of a log: pages of entries from the store, and this device's own events that have no
// number.
#include "journal/journal.h"

#include "journal/speculation.h"
#include "journal/storewriter.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr qsizetype pageBytes = 8 << 20; // more than rowsPerPage entries of the largest size hold

} // namespace

void Journal::stored(const LogId& log, quint64 fromSeq, int count, StoredRead done) const {
    const int most = std::clamp(count, 1, rowsPerPage);
    // What is not on disk yet is taken now: by the time the store answers it may have been written, but after
    // the store looked.
    auto waiting = m_writer->entriesWaiting(log, fromSeq);
    m_parts.store.range(log, fromSeq, most, pageBytes,
                        [state = std::weak_ptr(m_confirmed), waiting = std::move(waiting), fromSeq, most,
                         done = std::move(done)](Result<std::vector<StoredEntry>> page) {
                            if (state.expired()) {
                                return;
                            }
                            quint64 next = !page || page->empty() ? fromSeq : page->back().seq + 1;
                            for (const StoredEntry& entry : waiting) {
                                if (page && entry.seq == next && page->size() < std::size_t(most)) {
                                    page->push_back(entry);
                                    ++next;
                                }
                            }
                            done(std::move(page));
                        });
}

void Journal::rows(const LogId& log, quint64 fromSeq, int count, RowsRead done) const {
    stored(log, fromSeq, count, [this, done = std::move(done)](const Result<std::vector<StoredEntry>>& page) {
        if (!page) {
            done(tl::unexpected(page.error()));
            return;
        }
        std::vector<TimelineRow> rows;
        for (const StoredEntry& stored : *page) {
            auto row = readRow(m_confirmed->ledger, stored.entry);
            if (!row) {
                done(fail(failure::corrupt, QByteArray::number(stored.seq)));
                return;
            }
            rows.push_back(std::move(*row));
        }
        done(std::move(rows));
    });
}

void Journal::row(const LogId& log, const EventId& event, RowRead done) const {
    if (auto own = ownRow(event)) {
        done(std::move(*own));
        return;
    }
    const LogIndex* index = ledger().index(log);
    const auto place = index ? index->find(event) : std::nullopt;
    if (!place) {
        done(refuse(refusal::notFound, event.toHex().toLatin1()));
        return;
    }
    rows(log, place->seq, 1, [event, done = std::move(done)](const Result<std::vector<TimelineRow>>& found) {
        if (!found) {
            done(errorOf(found));
        } else if (found->empty()) {
            done(refuse(refusal::notFound, event.toHex().toLatin1()));
        } else {
            done(found->front());
        }
    });
}

void Journal::entries(const LogId& log, quint64 fromSeq, int count, EntriesRead done) const {
    stored(log, fromSeq, count,
           [fromSeq, done = std::move(done)](const Result<std::vector<StoredEntry>>& page) {
               if (!page) {
                   done(tl::unexpected(page.error()));
                   return;
               }
               std::vector<KeptEntry> entries;
               for (const StoredEntry& stored : *page) {
                   if (stored.seq != fromSeq + entries.size()) {
                       done(fail(failure::corrupt, QByteArray::number(fromSeq + entries.size())));
                       return;
                   }
                   entries.push_back(stored.entry);
               }
               done(std::move(entries));
           });
}

namespace {

// Several pages of one reading, gathered until the last has come.
struct Gathered {
    std::vector<TimelineRow> rows;
    std::optional<Error> error;
    std::size_t waiting = 1;
    Journal::RowsRead done;

    void take(Result<std::vector<TimelineRow>> page) {
        if (page) {
            std::move(page->begin(), page->end(), std::back_inserter(rows));
        } else {
            error = page.error();
        }
        finish();
    }
    void finish() {
        if (--waiting > 0) {
            return;
        }
        if (error) {
            done(tl::unexpected(*error));
        } else {
            done(std::move(rows));
        }
    }
};

} // namespace

// The store answers in the order asked: the rows come in theirs.
void Journal::rowsAt(const LogId& log, std::vector<quint64> seqs, RowsRead done) const {
    const auto gathered = std::make_shared<Gathered>();
    gathered->done = std::move(done);
    for (std::size_t from = 0; from < seqs.size();) {
        std::size_t to = from + 1;
        while (to < seqs.size() && seqs[to] == seqs[to - 1] + 1) {
            ++to;
        }
        ++gathered->waiting;
        rows(log, seqs[from], int(to - from),
             [gathered](Result<std::vector<TimelineRow>> page) { gathered->take(std::move(page)); });
        from = to;
    }
    gathered->finish();
}

std::vector<TimelineRow> Journal::rowsOnTheirWay(const LogId& log, quint64 fromSeq) const {
    std::vector<TimelineRow> rows;
    for (const StoredEntry& entry : m_writer->entriesWaiting(log, fromSeq)) {
        if (auto row = readRow(m_confirmed->ledger, entry.entry)) {
            rows.push_back(std::move(*row));
        }
    }
    return rows;
}

std::vector<TimelineRow> Journal::ownMatching(const LogId& log, const RecordSearch& search) const {
    std::vector<TimelineRow> found;
    for (TimelineRow& row : ownRows(log)) {
        const OwnLine line{traitsOf(row.facts, row.times.created, row.person),
                           searchableWords(row.facts, row.text)};
        if (search.matches(line)) {
            found.insert(found.begin(), std::move(row));
        }
    }
    return found;
}

std::optional<PersonId> Journal::personOf(const Own& own) const {
    const auto author = m_speculation->authorOf(own);
    return author ? author->person : std::nullopt;
}

std::optional<TimelineRow> Journal::ownRow(const EventId& event) const {
    const Own* own = m_speculation->find(event);
    auto row = own ? readOwnRow(own->kept.offer, own->kept.refusal, personOf(*own))
                   : Result<TimelineRow>(refuse(refusal::notFound));
    return row ? std::optional(std::move(*row)) : std::nullopt;
}

std::vector<TimelineRow> Journal::ownRows(const LogId& log) const {
    std::vector<TimelineRow> rows;
    for (const Own* own : m_speculation->inOrder()) {
        if (own->kept.log != log) {
            continue;
        }
        if (auto row = readOwnRow(own->kept.offer, own->kept.refusal, personOf(*own))) {
            rows.push_back(std::move(*row));
        }
    }
    return rows;
}

} // namespace bongsu
