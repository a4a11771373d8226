// The least that a desktop must do for its session: keep gapless logs, ask where there is a hole, keep its
// outbox.
#pragma once

#include "sync/fakeblobs.h"

#include <map>

namespace bongsu::samples {

class FakeDesktop final : public DesktopWithBlobs {
  public:
    struct HeldLog {
        std::vector<KeptEntry> entries;
        std::optional<Statement> head;
    };

    FakeDesktop(int number, OrgId organisation) : key(number), org(organisation) {}

    void write(const LogId& log, const QString& text = QStringLiteral("적었습니다")) {
        const Offer offer = makeNote(key, org, log, ++made, text);
        add(offer);
    }
    void add(const Offer& offer) {
        outbox.push_back({++lastOrder, decodeEvent(offer.event)->id, {offer, std::nullopt}});
    }
    DeviceId device() const { return deviceIdOf(key.publicKey()); }
    std::size_t held(const LogId& log) const {
        const auto place = logs.find(log);
        return place == logs.end() ? 0 : place->second.entries.size();
    }
    void hold(const SampleLog& log, std::size_t count) {
        logs[log.id()] = {{log.entries().begin(), log.entries().begin() + qsizetype(count)}, std::nullopt};
    }

    OrgId orgId() const override { return org; }
    Claimant claimant() const override { return invite ? Claimant(*invite) : Claimant(device()); }
    Signature signLogin(QByteArrayView message) override {
        return invite ? inviteKey->sign(message) : key.sign(message);
    }
    std::vector<Position> positions() const override {
        std::vector<Position> all;
        for (const auto& [log, held] : logs) {
            if (held.entries.empty()) {
                continue; // its beginning was lost on the way
            }
            const Entry tip = *decodeEntry(held.entries.back().bytes);
            all.push_back({log, {tip.epoch, tip.seq, entryHash(held.entries.back().bytes)}, held.head});
        }
        return all;
    }

    void sessionOpened(const SessionOpening& opening) override { openings.push_back(opening); }
    void entriesArrived(const LogId& log, EntryPage page, std::function<void()> handled) override {
        atItsPace([this, log, page = std::move(page), handled = std::move(handled)] {
            arrivals.push_back(log);
            for (const KeptEntry& item : page.items) {
                takeEntry(log, item);
            }
            if (page.head) {
                logs[log].head = page.head;
            }
            handled();
        });
    }
    void headsArrived(std::vector<Statement> arrived) override {
        heads.insert(heads.end(), arrived.begin(), arrived.end());
        // A head beyond what is held without its entries: something was lost on the way.
        for (const Statement& statement : arrived) {
            const Head head = *decodeHead(statement.bytes);
            if (head.seq > held(head.log) && session()) {
                session()->request(head.log, held(head.log) + 1);
            }
        }
    }
    void numberingTold(const std::optional<QByteArray>& stopped) override { numbering.push_back(stopped); }
    void caughtUp() override { ++caughtUps; }
    void conflictShown(const Statement& one, const Statement& other) override {
        conflicts.emplace_back(one, other);
    }
    void readEntries(const LogId& log, quint64 fromSeq, PageSize size,
                     Done<Result<EntryPage>> done) override {
        EntryPage page = pageFrom(logs[log].entries, fromSeq, size);
        page.head = page.more ? std::nullopt : logs[log].head;
        done(std::move(page));
    }

    std::vector<PendingOffer> nextOffers(quint64 after, int most) override {
        std::vector<PendingOffer> next;
        for (const PendingOffer& offer : outbox) {
            if (offer.order > after && next.size() < std::size_t(most)) {
                next.push_back(offer);
            }
        }
        return next;
    }
    void offerSent(const EventId& event) override { sent.push_back(event); }
    void offerTaken(const EventId& event, const Place&) override {
        taken.push_back(event);
        settle(event);
        onTaken();
    }
    void offerRefused(const Statement& refusal) override {
        refusals.push_back(*decodeRefusal(refusal.bytes));
        settle(refusals.back().event);
    }
    void offerFailed(const EventId&, const QByteArray& code) override { failures.push_back(code); }

    HashSigner key;
    OrgId org;
    std::optional<PublicKey> invite;
    const Signer* inviteKey = nullptr;
    quint64 made = 0;
    quint64 lastOrder = 0;
    std::map<LogId, HeldLog> logs;
    std::vector<PendingOffer> outbox;
    std::vector<SessionOpening> openings;
    std::vector<LogId> arrivals;
    std::vector<Statement> heads;
    std::vector<std::pair<Statement, Statement>> conflicts;
    std::vector<EventId> sent;
    std::vector<EventId> taken;
    std::vector<RefusalRecord> refusals;
    std::vector<QByteArray> failures;
    std::vector<std::optional<QByteArray>> numbering; // as it was told
    int caughtUps = 0;
    int gaps = 0;
    int forks = 0;
    int rewinds = 0;

  private:
    void settle(const EventId& event) {
        std::erase_if(outbox, [&](const PendingOffer& offer) { return offer.id == event; });
    }
    void takeEntry(const LogId& log, const KeptEntry& item) {
        const Entry entry = *decodeEntry(item.bytes);
        auto& entries = logs[log].entries;
        if (entry.seq <= entries.size()) {
            KeptEntry& known = entries[entry.seq - 1];
            if (known.bytes == item.bytes) {
                if (known.text.state == TextPart::State::Withheld) {
                    known.text = item.text;
                }
                return;
            }
            if (decodeEntry(known.bytes)->epoch == entry.epoch) {
                ++forks;
                return;
            }
            ++rewinds;
            entries.erase(entries.begin() + qsizetype(entry.seq) - 1, entries.end());
        }
        const EntryHash tip = entries.empty() ? genesisHash(log) : entryHash(entries.back().bytes);
        if (entry.seq == entries.size() + 1 && entry.prev == tip) {
            entries.push_back(item);
        } else if (++gaps; session()) {
            session()->request(log, entries.size() + 1);
        }
    }
};

} // namespace bongsu::samples
