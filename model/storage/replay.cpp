#include "storage/replay.h"

#include <algorithm>
#include <deque>

namespace bongsu {

namespace {

constexpr int pageEntries = 512;
constexpr qsizetype pageBytes = 1 << 20;

// Holds itself alive by the callbacks it waits for.
class Replay : public std::enable_shared_from_this<Replay> {
  public:
    Replay(EventStore& store, const Verifier& verifier, Trust trust, SeenEntry seen,
           EventStore::Done<std::shared_ptr<Replayed>> done)
        : m_store(store), m_trust(trust), m_seen(std::move(seen)), m_done(std::move(done)),
          m_replayed(std::make_shared<Replayed>(Replayed{Ledger(verifier), {}, {}, {}, {}, {}})) {}

    void start() {
        ask<std::map<QByteArray, QByteArray>>(&EventStore::settings, [this](auto settings) {
            m_replayed->settings = std::move(settings);
            readHeads();
        });
    }

  private:
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
            readTips();
        });
    }

    void readTips() {
        ask<std::vector<StoredTip>>(&EventStore::tips, [this](auto tips) {
            const QByteArray org = m_replayed->settings[setting::organisation];
            for (const StoredTip& tip : tips) {
                // The organisation's log first: every other entry is judged by it.
                if (tip.log.view() == QByteArrayView(org)) {
                    m_logs.push_front(tip);
                } else {
                    m_logs.push_back(tip);
                }
            }
            readPage(1);
        });
    }

    void readPage(quint64 fromSeq) {
        if (!m_logs.empty() && fromSeq > m_logs.front().seq) {
            m_logs.pop_front();
            fromSeq = 1;
        }
        if (m_logs.empty()) {
            m_done(m_replayed);
            return;
        }
        const LogId log = m_logs.front().log;
        m_store.range(log, fromSeq, pageEntries, pageBytes,
                      [self = shared_from_this(), log, fromSeq](Result<std::vector<StoredEntry>> page) {
                          self->takePage(log, fromSeq, std::move(page));
                      });
    }

    void takePage(const LogId& log, quint64 fromSeq, Result<std::vector<StoredEntry>> page) {
        if (page && page->empty()) {
            page = fail(failure::corrupt, place(log, fromSeq) + " missing");
        }
        if (!page) {
            m_done(tl::unexpected(page.error()));
            return;
        }
        for (const StoredEntry& stored : *page) {
            const auto accepted = m_replayed->ledger.accept(stored.entry, m_trust);
            if (!accepted) {
                m_done(fail(failure::corrupt, place(log, stored.seq) + " " + codeOf(accepted.error())));
                return;
            }
            m_replayed->texts.take(*accepted, stored.entry.text);
            if (m_seen) {
                m_seen(*accepted, stored);
            }
        }
        readPage(page->back().seq + 1);
    }

    static QByteArray place(const LogId& log, quint64 seq) {
        return log.toBytes().toHex() + ' ' + QByteArray::number(seq);
    }

    EventStore& m_store;
    Trust m_trust;
    SeenEntry m_seen;
    EventStore::Done<std::shared_ptr<Replayed>> m_done;
    std::shared_ptr<Replayed> m_replayed;
    std::deque<StoredTip> m_logs;
};

} // namespace

void replay(EventStore& store, const Verifier& verifier, Trust trust, SeenEntry seen,
            EventStore::Done<std::shared_ptr<Replayed>> done) {
    std::make_shared<Replay>(store, verifier, trust, std::move(seen), std::move(done))->start();
}

} // namespace bongsu
