#include "storage/judgedby.h"

#include <memory>
#include <utility>

namespace bongsu {

namespace {

constexpr int pageEntries = 512;
constexpr qsizetype pageBytes = 4 << 20;

class Search : public std::enable_shared_from_this<Search> {
  public:
    Search(EventStore& store, std::vector<LogId> logs, quint64 orgSeq,
           EventStore::Done<std::map<LogId, quint64>> done)
        : m_store(store), m_unread(std::move(logs)), m_orgSeq(orgSeq), m_done(std::move(done)) {}

    void read(quint64 fromSeq) {
        if (m_unread.empty()) {
            m_done(std::move(m_last));
            return;
        }
        m_store.range(m_unread.back(), fromSeq, pageEntries, pageBytes,
                      [self = shared_from_this()](const Result<std::vector<StoredEntry>>& page) {
                          page ? self->take(*page) : self->m_done(errorOf(page));
                      });
    }

  private:
    void take(const std::vector<StoredEntry>& page) {
        for (const StoredEntry& stored : page) {
            const auto entry = decodeEntry(stored.entry.bytes);
            if (!entry) {
                m_done(fail(failure::corrupt, QByteArray::number(stored.seq)));
                return;
            }
            if (entry->orgSeq > m_orgSeq) { // it never falls along a log
                m_last.emplace(entry->log, stored.seq - 1);
                m_unread.pop_back();
                read(1);
                return;
            }
        }
        if (page.empty()) {
            m_unread.pop_back();
        }
        read(page.empty() ? 1 : page.back().seq + 1);
    }

    EventStore& m_store;
    std::vector<LogId> m_unread;
    quint64 m_orgSeq;
    std::map<LogId, quint64> m_last;
    EventStore::Done<std::map<LogId, quint64>> m_done;
};

} // namespace

void lastJudgedBy(EventStore& store, std::vector<LogId> logs, quint64 orgSeq,
                  EventStore::Done<std::map<LogId, quint64>> done) {
    std::make_shared<Search>(store, std::move(logs), orgSeq, std::move(done))->read(1);
}

} // namespace bongsu
