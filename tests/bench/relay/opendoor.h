// A relay's host that lets in whoever calls itself a device, without a signature: for generators of load that
// can only say what a script holds. Everything else is the relay's own.
#pragma once

#include "sync/relayhost.h"

namespace bongsu::bench {

class OpenDoor final : public RelayHost {
  public:
    // Whoever is let in reads what `member` may.
    OpenDoor(RelayHost& host, const DeviceId& member) : m_host(host), m_member(member) {}

    std::optional<OrgId> orgId() const override { return m_host.orgId(); }
    DeviceId relayId() const override { return m_host.relayId(); }
    std::optional<SeenPoint> orgTip() const override { return m_host.orgTip(); }
    void judgeLogin(LoginClaim claim, Done<Result<SessionKind>> done) override {
        if (std::get_if<DeviceId>(&claim.claimant) && claim.signature == Signature::zeros()) {
            done(SessionKind::Member);
        } else {
            m_host.judgeLogin(std::move(claim), std::move(done));
        }
    }
    void compare(const DeviceId&, std::vector<Position> held,
                 Done<Result<std::vector<LogDifference>>> done) override {
        m_host.compare(m_member, std::move(held), std::move(done));
    }
    bool mayReadText(const DeviceId&, const LogId& log) const override {
        return m_host.mayReadText(m_member, log);
    }
    void readEntries(const DeviceId&, const LogId& log, quint64 fromSeq, PageSize size,
                     Done<Result<EntryPage>> done) override {
        m_host.readEntries(m_member, log, fromSeq, size, std::move(done));
    }
    void offer(const Offerer& from, std::vector<OfferedEvent> events,
               Done<std::vector<OfferOutcome>> done) override {
        m_host.offer(from, std::move(events), std::move(done));
    }
    void entriesGivenBack(const DeviceId& device, const LogId& log, EntryPage page,
                          Done<std::optional<quint64>> done) override {
        m_host.entriesGivenBack(device, log, std::move(page), std::move(done));
    }
    void conflictShown(const Statement& one, const Statement& other) override {
        m_host.conflictShown(one, other);
    }
    std::vector<BlobId> blobsLacking(const DeviceId&) const override { return {}; } // nobody has them
    void beginBlob(const DeviceId& from, const BlobOffer& blob, Done<Result<quint64>> done) override {
        m_host.beginBlob(from, blob, std::move(done));
    }
    void takeBlobChunk(const BlobId& blob, quint64 chunk, QByteArray bytes,
                       Done<Result<bool>> done) override {
        m_host.takeBlobChunk(blob, chunk, std::move(bytes), std::move(done));
    }
    void readBlobChunk(const DeviceId& to, const BlobId& blob, quint64 chunk,
                       Done<Result<QByteArray>> done) override {
        m_host.readBlobChunk(to, blob, chunk, std::move(done));
    }

  private:
    RelayHost& m_host;
    const DeviceId m_member;
};

} // namespace bongsu::bench
