#include "storage/replay.h"

#include <algorithm>
#include <deque>

namespace bongsu {

namespace {

constexpr qsizetype pageBytes = 1 << 20;

// Holds itself alive by the callbacks it waits for.
class Replay : public std::enable_shared_from_this<Replay> {
  public:
    Replay(EventStore& store, const Verifier& verifier, ReplayOptions options,
           EventStore::Done<std::shared_ptr<Replayed>> done)
        : m_store(store), m_options(std::move(options)), m_done(std::move(done)),
          m_replayed(std::make_shared<Replayed>(Replayed{Ledger(verifier), {}, {}, {}, {}, {}})) {}

    void start() {
        ask<std::map<QByteArray, QByteArray>>(&EventStore::settings, [this](auto settings) {
            m_replayed->settings = std::move(settings);
            readHeads();
        });
    }

  private:
    struct Page {
        LogId log;
        Result<std::vector<StoredEntry>> entries;
        bool isReady;
    };

    template <class T, class Next>
    void ask(void (EventStore::*question)(EventStore::Done<T>), Next next) {
        (m_store.*question)([self = shared_from_this(), next](Result<T> answer) {
            if (!answer) {
                self->m_done(tl::unexpected(answer.error()));
                return;
            }
            next(std::move(*answer));
        });
    }

    void readHeads() {
        ask<std::map<LogId, Statement>>(&EventStore::heads, [this](auto heads) {
            m_replayed->heads = std::move(heads);
            ask<std::vector<OwnEvent>>(&EventStore::ownEvents, [this](auto own) {
                m_replayed->ownEvents = std::move(own);
                readBlobs();
            });
        });
    }

    void readBlobs() {
        ask<std::vector<BlobState>>(&EventStore::blobs, [this](const auto& blobs) {
            for (const BlobState& state : blobs) {
                m_replayed->blobs.emplace(state.begun.blob, state);
            }
            restore();
        });
    }

    void restore() {
        if (!m_options.restore) {
            readTips();
            return;
        }
        ask<std::optional<QByteArray>>(&EventStore::snapshot, [this](const auto& snapshot) {
            if (snapshot && !m_options.restore(*snapshot, *m_replayed)) {
                end(Failure{failure::corrupt, "snapshot"});
                return;
            }
            readTips();
        });
    }

    void readTips() {
        ask<std::vector<StoredTip>>(&EventStore::tips, [this](auto tips) {
            const QByteArray org = m_replayed->settings[setting::organisation];
            for (const StoredTip& tip : tips) {
                if (m_options.reads && !m_options.reads(tip.log)) {
                    continue;
                }
                // The organisation's log first: every other entry is judged by it.
                if (tip.log.view() == QByteArrayView(org)) {
                    m_logs.push_front(tip);
                } else {
                    m_logs.push_back(tip);
                }
            }
            if (const auto misfit = misfitOf(tips)) {
                end(Failure{failure::corrupt, place(*misfit, 0) + " snapshot"});
                return;
            }
            readPage(firstUnknown());
            foldReady();
        });
    }

    // A log that what was restored knows otherwise: shorter here, or not here. What goes on from another
    // entry is found by its chain.
    std::optional<LogId> misfitOf(const std::vector<StoredTip>& tips) const {
        const Ledger& ledger = m_replayed->ledger;
        std::map<LogId, Tip> restored;
        for (const auto& [log, held] : ledger.incidents()) {
            restored.emplace(log, *held.index.tip);
        }
        if (const auto& tip = ledger.organisationIndex().tip) {
            restored.emplace(LogId::of(*ledger.organisation().id), *tip);
        }
        for (const StoredTip& stored : tips) {
            const auto known = restored.find(stored.log);
            if (known != restored.end() &&
                (stored.seq > known->second.seq ||
                 (stored.seq == known->second.seq && stored.hash == known->second.hash))) {
                restored.erase(known);
            }
        }
        return restored.empty() ? std::nullopt : std::optional(restored.begin()->first);
    }

    // Of the log that is read next.
    quint64 firstUnknown() const {
        const auto known = m_logs.empty() ? std::nullopt : m_replayed->ledger.tip(m_logs.front().log);
        return known ? known->seq + 1 : 1;
    }

    // The next page is read while this one is folded: the store has a thread of its own.
    void readPage(quint64 fromSeq) {
        while (!m_logs.empty() && fromSeq > m_logs.front().seq) {
            m_logs.pop_front();
            fromSeq = firstUnknown();
        }
        if (m_logs.empty()) {
            m_isRead = true;
            return;
        }
        m_next = fromSeq;
        if (m_pages.size() >= std::size_t(m_options.pagesAhead)) {
            m_isHeldUp = true;
            return;
        }
        const LogId log = m_logs.front().log;
        m_store.range(log, fromSeq, m_options.pageEntries, pageBytes,
                      [self = shared_from_this(), log, fromSeq](Result<std::vector<StoredEntry>> page) {
                          self->takePage(log, fromSeq, std::move(page));
                      });
    }

    void takePage(const LogId& log, quint64 fromSeq, Result<std::vector<StoredEntry>> entries) {
        if (m_isEnded) {
            return;
        }
        if (entries && entries->empty()) {
            entries = fail(failure::corrupt, place(log, fromSeq) + " missing");
        }
        const auto page = std::make_shared<Page>(Page{log, std::move(entries), false});
        m_pages.push_back(page);
        if (!page->entries) {
            m_isRead = true;
        } else {
            readPage(page->entries->back().seq + 1);
        }
        if (!page->entries || !m_options.prepare) {
            page->isReady = true;
            foldReady();
            return;
        }
        m_options.prepare(*page->entries, [self = shared_from_this(), page] {
            page->isReady = true;
            self->foldReady();
        });
    }

    void foldReady() {
        while (!m_isEnded && !m_pages.empty() && m_pages.front()->isReady) {
            const std::shared_ptr<Page> page = m_pages.front();
            m_pages.pop_front();
            if (!fold(*page)) {
                return;
            }
            if (std::exchange(m_isHeldUp, false)) {
                readPage(m_next);
            }
        }
        if (!m_isEnded && m_isRead && m_pages.empty()) {
            m_done(m_replayed);
        }
    }

    bool fold(const Page& page) {
        if (!page.entries) {
            return end(page.entries.error());
        }
        for (const StoredEntry& stored : *page.entries) {
            const auto accepted = m_replayed->ledger.accept(stored.entry, m_options.trust);
            if (!accepted) {
                return end(
                    Failure{failure::corrupt, place(page.log, stored.seq) + ' ' + codeOf(accepted.error())});
            }
            m_replayed->texts.take(*accepted, stored.entry.text);
            if (m_options.seen) {
                m_options.seen(m_replayed->ledger, *accepted, stored);
            }
        }
        return true;
    }

    bool end(const Error& why) {
        m_isEnded = true;
        m_done(tl::unexpected(why));
        return false;
    }

    static QByteArray place(const LogId& log, quint64 seq) {
        return log.toBytes().toHex() + ' ' + QByteArray::number(seq);
    }

    EventStore& m_store;
    ReplayOptions m_options;
    EventStore::Done<std::shared_ptr<Replayed>> m_done;
    std::shared_ptr<Replayed> m_replayed;
    std::deque<StoredTip> m_logs;              // still to be read
    quint64 m_next = 1;                        // of the first of them
    std::deque<std::shared_ptr<Page>> m_pages; // read and not folded, in order
    bool m_isHeldUp = false;                   // enough of them: reading goes on behind them
    bool m_isRead = false;                     // no page comes any more
    bool m_isEnded = false;                    // at a fault
};

} // namespace

void replay(EventStore& store, const Verifier& verifier, ReplayOptions options,
            EventStore::Done<std::shared_ptr<Replayed>> done) {
    std::make_shared<Replay>(store, verifier, std::move(options), std::move(done))->start();
}

} // namespace bongsu
