#include "storage/samples.h"

#include "domain/base/hash.h"

namespace bongsu {

namespace {
// A store never looks at signatures; these only have their length.
class SampleSigner : public Signer {
  public:
    PublicKey publicKey() const override { return PublicKey::zeros(); }
    Signature sign(QByteArrayView message) const override {
        return *Signature::tryFrom(sha256({message}) + sha256({message, message}));
    }
};
} // namespace

int Samples::below(int limit) {
    return int(m_random() % quint64(limit));
}

QByteArray Samples::bytes(int count) {
    QByteArray out(count, Qt::Uninitialized);
    for (char& byte : out) {
        byte = char(m_random());
    }
    return out;
}

Statement Samples::statement() {
    return {bytes(200), fixed<Signature>()};
}

Carried Samples::carried() {
    return {fixed<EpochId>(), quint64(1 + below(1000)), Moment(Millis(below(1 << 30))), fixed<EntryHash>()};
}

OwnEvent Samples::own(const LogId& log, int textBytes) {
    const Part facts{fixed<Salt>(), bytes(60 + below(60))};
    const TextPart text =
        textBytes > 0 ? TextPart::present(Part{fixed<Salt>(), bytes(textBytes)}) : TextPart::none();
    Header header{.org = OrgId::zeros(),
                  .log = log,
                  .kind = "note.added",
                  .device = DeviceId::zeros(),
                  .deviceSeq = ++m_deviceSeq,
                  .createdAt = Moment(Millis(1'700'000'000'000)),
                  .seen = {},
                  .seenOrg = {},
                  .audience = {},
                  .factsHash = hashOf(PartKind::Facts, facts),
                  .textHash = {}};
    header.factsSize = quint64(facts.bytes.size());
    if (text.part) {
        header.textHash = hashOf(PartKind::Text, *text.part);
        header.textSize = quint64(text.part->bytes.size());
    }
    const Event event = signEvent(header, SampleSigner());
    return {event.id, log, Offer{event.bytes, facts, text}, {}, {}};
}

StoredEntry Samples::entry(const OwnEvent& own, const std::optional<StoredTip>& after) {
    const quint64 seq = after ? after->seq + 1 : 1;
    const Entry entry{.log = own.log,
                      .epoch = EpochId::zeros(),
                      .seq = seq,
                      .prev = after ? after->hash : genesisHash(own.log),
                      .orgSeq = 1,
                      .orgHash = EntryHash::zeros(),
                      .recordedAt = Moment(Millis(1'700'000'000'000 + qint64(seq))),
                      .relay = DeviceId::zeros(),
                      .carried = own.carried,
                      .event = own.offer.event};
    const QByteArray bytes = encode(entry);
    return {seq, own.event, entryHash(bytes), KeptEntry{bytes, own.offer.facts, own.offer.text}};
}

LogAppend Samples::append(const LogId& log, const std::optional<StoredTip>& after, int count) {
    LogAppend append{log, after, {}};
    std::optional<StoredTip> tip = after;
    for (int i = 0; i < count; ++i) {
        const int chance = below(8);
        StoredEntry next = entry(own(log, chance == 0 ? 0 : 1 + below(chance == 1 ? 5000 : 200)), tip);
        if (chance == 2) {
            next.entry.text = TextPart::withheld();
        }
        tip = StoredTip{log, next.seq, next.hash};
        append.entries.push_back(std::move(next));
    }
    return append;
}

StoredEntry storedOf(const KeptEntry& kept) {
    const auto entry = decodeEntry(kept.bytes);
    const auto event = decodeEvent(entry->event);
    return {entry->seq, event->id, entryHash(kept.bytes), kept};
}

std::optional<StoredTip> tipAfter(const LogAppend& append) {
    if (append.entries.empty()) {
        return append.after;
    }
    return StoredTip{append.log, append.entries.back().seq, append.entries.back().hash};
}

Change changeOf(LogAppend append) {
    Change change;
    change.appends.push_back(std::move(append));
    return change;
}

TextPart::State textStateOf(const StoredEntry& entry) {
    return entry.entry.text.state;
}

} // namespace bongsu
