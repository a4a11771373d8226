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

void Journal::rows(const LogId& log, quint64 fromSeq, int count, RowsRead done) const {
    const int most = std::clamp(count, 1, rowsPerPage);
    // What is not on disk yet is taken now: by the time the store answers it may have been written, but after
    // the store looked.
    auto waiting = m_writer->entriesWaiting(log, fromSeq);
    m_parts.store.range(log, fromSeq, most, pageBytes,
                        [state = std::weak_ptr(m_confirmed), waiting = std::move(waiting), fromSeq, most,
                         done = std::move(done)](Result<std::vector<StoredEntry>> page) {
                            const auto confirmed = state.lock();
                            if (!confirmed) {
                                return;
                            }
                            if (!page) {
                                done(tl::unexpected(page.error()));
                                return;
                            }
                            quint64 next = page->empty() ? fromSeq : page->back().seq + 1;
                            for (const StoredEntry& entry : waiting) {
                                if (entry.seq == next && page->size() < std::size_t(most)) {
                                    page->push_back(entry);
                                    ++next;
                                }
                            }
                            std::vector<TimelineRow> rows;
                            for (const StoredEntry& stored : *page) {
                                auto row = readRow(confirmed->ledger, stored.entry);
                                if (!row) {
                                    done(fail(failure::corrupt, QByteArray::number(stored.seq)));
                                    return;
                                }
                                rows.push_back(std::move(*row));
                            }
                            done(std::move(rows));
                        });
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
