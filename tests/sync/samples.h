// Small real logs for the sync tests: signed events, chained entries, heads; the signature is a keyed hash.
#pragma once

#include "domain/base/hash.h"
#include "domain/event/event.h"
#include "domain/event/facts.h"
#include "domain/event/text.h"
#include "domain/log/entry.h"
#include "domain/log/statement.h"
#include "sync/exchange.h"

#include <vector>

namespace bongsu::samples {

// A fixed value of any id type, told apart by a number.
template <class FixedType>
FixedType numbered(int number) {
    const QByteArray one = sha256({QByteArray::number(number)});
    return *FixedType::tryFrom((one + one).first(FixedType::size));
}

// Anybody could forge it; it differs for every key and message, which is all that sync's tests need.
class HashSigner final : public Signer, public Verifier {
  public:
    explicit HashSigner(int number) : m_key(numbered<PublicKey>(number)) {}

    PublicKey publicKey() const override { return m_key; }
    Signature sign(QByteArrayView message) const override { return signatureOf(m_key, message); }
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        return signature == signatureOf(key, message);
    }

  private:
    static Signature signatureOf(const PublicKey& key, QByteArrayView message) {
        const QByteArray half = sha256({key.view(), message});
        return *Signature::tryFrom(half + sha256({half}));
    }

    PublicKey m_key;
};

// An event with its parts, as its author would offer it. `log` absent: a first event.
inline Offer makeOffer(const Signer& device, const OrgId& org, const std::optional<LogId>& log,
                       quint64 number, const Facts& facts, const QString& text) {
    const Part factsPart{numbered<Salt>(int(number)), encodeFacts(facts)};
    const TextPart textPart =
        text.isEmpty() ? TextPart::none()
                       : TextPart::present({numbered<Salt>(-int(number)), encodeBody(Text{.text = text})});
    Header header{.org = org,
                  .log = log,
                  .kind = kindOf(facts).name,
                  .kindVersion = kindOf(facts).version,
                  .flags = kindOf(facts).critical ? Header::criticalFlag : 0,
                  .device = deviceIdOf(device.publicKey()),
                  .deviceSeq = number,
                  .createdAt = Moment(Millis(1'665'814'740'000 + qint64(number))),
                  .seen = {},
                  .seenOrg = {},
                  .audience = {},
                  .factsHash = hashOf(PartKind::Facts, factsPart),
                  .textHash = {},
                  .factsSize = quint64(factsPart.bytes.size())};
    if (textPart.part) {
        header.textHash = hashOf(PartKind::Text, *textPart.part);
        header.textSize = quint64(textPart.part->bytes.size());
    }
    return {signEvent(header, device).bytes, factsPart, textPart};
}

inline Offer makeNote(const Signer& device, const OrgId& org, const LogId& log, quint64 number,
                      const QString& text = QStringLiteral("3층까지만 들어갈 수 있습니다")) {
    return makeOffer(device, org, log, number, NoteAdded{}, text);
}

// A log as a relay would number it.
class SampleLog {
  public:
    SampleLog(OrgId org, LogId log, EpochId epoch, const Signer& relay)
        : m_org(org), m_log(log), m_epoch(epoch), m_relay(relay) {}

    // Returns the entry's seq.
    quint64 append(const Offer& offer) {
        const EntryHash prev = m_points.empty() ? genesisHash(m_log) : m_points.back().hash;
        const Entry entry{.log = m_log,
                          .epoch = m_epoch,
                          .seq = tipSeq() + 1,
                          .prev = prev,
                          .orgSeq = tipSeq(),
                          .orgHash = prev,
                          .recordedAt = Moment(Millis(1'665'814'800'000 + qint64(tipSeq()))),
                          .relay = deviceIdOf(m_relay.publicKey()),
                          .carried = {},
                          .event = offer.event};
        m_entries.push_back({encode(entry), offer.facts, offer.text});
        m_points.push_back({m_epoch, entry.seq, entryHash(m_entries.back().bytes)});
        return entry.seq;
    }
    // Goes on from `base` as another epoch.
    void branch(const EpochId& epoch, quint64 base) {
        cutBackTo(base);
        m_epoch = epoch;
    }
    void cutBackTo(quint64 seq) {
        m_entries.erase(m_entries.begin() + qsizetype(seq), m_entries.end());
        m_points.erase(m_points.begin() + qsizetype(seq), m_points.end());
    }

    quint64 tipSeq() const { return m_entries.size(); }
    const LogId& id() const { return m_log; }
    const std::vector<KeptEntry>& entries() const { return m_entries; }
    SeenPoint at(quint64 seq) const { return m_points.at(seq - 1); }
    Statement head() const {
        return signHead({.org = m_org,
                         .log = m_log,
                         .epoch = m_epoch,
                         .seq = tipSeq(),
                         .hash = m_points.back().hash,
                         .recordedAt = Moment(Millis(1'665'814'800'000)),
                         .orgSeq = 1,
                         .orgHash = m_points.back().hash,
                         .signedAt = Moment(Millis(1'665'814'900'000))},
                        m_relay);
    }

  private:
    OrgId m_org;
    LogId m_log;
    EpochId m_epoch;
    const Signer& m_relay;
    std::vector<KeptEntry> m_entries;
    std::vector<SeenPoint> m_points;
};

// Without a head.
inline EntryPage pageFrom(const std::vector<KeptEntry>& entries, quint64 fromSeq, PageSize size) {
    EntryPage page;
    for (quint64 seq = fromSeq; seq <= entries.size() && page.items.size() < std::size_t(size.count); ++seq) {
        page.items.push_back(entries[seq - 1]);
    }
    page.more = fromSeq + page.items.size() <= entries.size();
    return page;
}

} // namespace bongsu::samples
