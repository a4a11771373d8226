// The least that a relay must do for its sessions: know who may in, number what is offered, publish it.
#pragma once

#include "sync/fakeblobs.h"
#include "sync/inorder.h"

#include <map>
#include <set>

namespace bongsu::samples {

class FakeRelay final : public RelayWithBlobs, public RelaySessionOwner {
  public:
    explicit FakeRelay(OrgId organisation) : org(organisation) { addLog(LogId::of(org)); }

    SampleLog& addLog(const LogId& log) {
        return logs.try_emplace(log, org, log, EpochId::of(org), key).first->second;
    }
    SampleLog& organisation() { return logs.at(LogId::of(org)); }
    // Notes by `author` straight into the log, without telling anybody.
    void fill(const LogId& log, int count, const QString& text = QStringLiteral("미리 적었습니다")) {
        for (int i = 0; i < count; ++i) {
            addLog(log).append(makeNote(author, org, log, ++authored, text));
        }
    }
    // One note, told to everybody.
    void write(const LogId& log) { record(log, makeNote(author, org, log, ++authored)); }
    Place record(const LogId& log, const Offer& offer) {
        SampleLog& target = addLog(log);
        const quint64 seq = target.append(offer);
        const Place place{log, target.at(seq).epoch, seq};
        recorded.emplace(decodeEvent(offer.event)->id, place);
        fanout.publish(log, seq, {target.entries().back()}, target.head());
        return place;
    }
    void allow(const Signer& device) { devices.emplace(deviceIdOf(device.publicKey()), device.publicKey()); }

    std::optional<OrgId> orgId() const override { return org; }
    DeviceId relayId() const override { return deviceIdOf(key.publicKey()); }
    std::optional<SeenPoint> orgTip() const override {
        const SampleLog& log = logs.at(LogId::of(org));
        return log.tipSeq() == 0 ? std::nullopt : std::optional(log.at(log.tipSeq()));
    }

    std::optional<Failure> numberingStopped() const override { return stopped; }
    void stop(const std::optional<Failure>& why) { fanout.publishNumbering(stopped = why); }
    void judgeLogin(LoginClaim claim, Done<Result<SessionKind>> done) override {
        if (claim.orgHead) {
            shownHeads.push_back(*claim.orgHead);
        }
        done(verdictOn(claim));
    }
    void compare(const DeviceId&, std::vector<Position> held,
                 Done<Result<std::vector<LogDifference>>> done) override {
        std::map<LogId, LogDifference> differences;
        for (const auto& [log, known] : logs) {
            if (known.tipSeq() > 0) {
                differences.insert({log, {log, quint64(1), std::nullopt}});
            }
        }
        for (const Position& position : held) {
            differences.insert_or_assign(position.log, differenceFrom(position));
        }
        std::vector<LogDifference> list;
        for (const auto& [log, difference] : differences) {
            list.push_back(difference);
        }
        later([list, done] { done(list); });
    }
    bool mayReadText(const DeviceId& device, const LogId&) const override {
        return !outsiders.contains(device);
    }
    void readEntries(const DeviceId& device, const LogId& log, quint64 fromSeq, PageSize size,
                     Done<Result<EntryPage>> done) override {
        ++reads;
        later([this, device, log, fromSeq, size, done] { done(read(device, log, fromSeq, size)); });
    }
    void offer(const Offerer& from, std::vector<OfferedEvent> events,
               Done<std::vector<OfferOutcome>> done) override {
        mostOffered = std::max(mostOffered, events.size());
        later(m_offered.keep([this, from, events = std::move(events), done] {
            std::vector<OfferOutcome> outcomes;
            bool failed = false;
            for (const OfferedEvent& event : events) {
                outcomes.push_back(failed ? OfferOutcome(Failure{failure::full}) : judge(from, event));
                failed = std::holds_alternative<Failure>(outcomes.back());
            }
            done(outcomes);
        }));
    }
    void entriesGivenBack(const DeviceId&, const LogId& log, EntryPage page,
                          Done<std::optional<quint64>> done) override {
        givenBack[log].insert(givenBack[log].end(), page.items.begin(), page.items.end());
        const quint64 from = (logs.contains(log) ? logs.at(log).tipSeq() : 0) + givenBack[log].size() + 1;
        const auto askOn = asksAnewFrom ? asksAnewFrom : page.more ? std::optional(from) : std::nullopt;
        later([done, askOn] { done(askOn); });
    }
    void conflictShown(const Statement& one, const Statement& other) override {
        conflicts.emplace_back(one, other);
    }

    bool sessionProven(RelaySession&) override { return hasRoom; }
    void sessionEnded(RelaySession& session) override { ended.insert(&session); }

    HashSigner key{1001};
    HashSigner author{1002};
    OrgId org;
    Fanout fanout;
    std::map<LogId, SampleLog> logs;
    std::map<DeviceId, PublicKey> devices;
    std::set<DeviceId> revoked;
    std::set<PublicKey> invites;
    std::map<EventId, Place> recorded;
    std::vector<Carried> carried;
    std::function<bool(quint64 deviceSeq)> refuses = [](quint64) { return false; };
    std::optional<Failure> stopped; // numbering
    std::set<quint64> failAt;       // offers judged so far at which one fails
    std::map<LogId, std::vector<KeptEntry>> givenBack;
    std::vector<Statement> shownHeads;
    std::vector<std::pair<Statement, Statement>> conflicts;
    std::set<const RelaySession*> ended;
    quint64 authored = 0;
    quint64 judged = 0;
    std::size_t mostOffered = 0;
    int reads = 0;
    std::optional<quint64> asksAnewFrom; // whatever it is given
    bool hasRoom = true;
    bool brokenStore = false;

  private:
    InOrder m_offered;

    Result<SessionKind> verdictOn(const LoginClaim& claim) const {
        if (const auto* invite = std::get_if<PublicKey>(&claim.claimant)) {
            if (!invites.contains(*invite)) {
                return refuse(refusal::inviteUnknown);
            }
            return key.verify(*invite, claim.message, claim.signature)
                       ? Result<SessionKind>(SessionKind::Joining)
                       : refuse(refusal::badSignature);
        }
        const DeviceId device = std::get<DeviceId>(claim.claimant);
        const auto known = devices.find(device);
        if (known == devices.end()) {
            return refuse(refusal::unknownDevice);
        }
        if (!key.verify(known->second, claim.message, claim.signature)) {
            return refuse(refusal::badSignature);
        }
        return revoked.contains(device) ? SessionKind::Revoked : SessionKind::Member;
    }
    LogDifference differenceFrom(const Position& position) const {
        const auto known = logs.find(position.log);
        const quint64 tip = known == logs.end() ? 0 : known->second.tipSeq();
        if (position.at.seq > tip) {
            return {position.log, std::nullopt, tip + 1};
        }
        if (known->second.at(position.at.seq) == position.at) {
            return {position.log, position.at.seq + 1, std::nullopt};
        }
        return {position.log, quint64(1), std::nullopt}; // another branch: all of it, in this small relay
    }
    Result<EntryPage> read(const DeviceId& device, const LogId& log, quint64 fromSeq, PageSize size) const {
        if (brokenStore) {
            return fail(failure::corrupt);
        }
        const auto known = logs.find(log);
        if (known == logs.end()) {
            return refuse(refusal::unknownLog);
        }
        EntryPage page = pageFrom(known->second.entries(), fromSeq, size);
        if (!mayReadText(device, log)) {
            for (KeptEntry& item : page.items) {
                item.text = TextPart::withheld();
            }
        }
        page.head = page.more ? std::nullopt : std::optional(known->second.head());
        return page;
    }
    OfferOutcome judge(const Offerer& from, const OfferedEvent& offered) {
        const Event event = *decodeEvent(offered.offer.event);
        const auto known = recorded.find(event.id);
        if (known != recorded.end()) {
            return known->second;
        }
        if (stopped || from.run->brokenBy || failAt.erase(++judged) > 0) {
            return from.run->brokenBy.emplace(stopped.value_or(Failure{failure::full}));
        }
        if (offered.carried) {
            carried.push_back(*offered.carried);
        }
        if (from.kind == SessionKind::Revoked || refuses(event.header.deviceSeq)) {
            const RefusalRecord no{org, logOf(event), event.id, refusal::revoked, 1, 1, Moment(Millis(1))};
            return signRefusal(no, key);
        }
        return record(logOf(event), offered.offer);
    }
};

} // namespace bongsu::samples
