#include "vectors/actors.h"
#include "vectors/vectors.h"

#include "domain/base/cbor.h"
#include "domain/base/limits.h"
#include "domain/log/entry.h"
#include "domain/log/statement.h"
#include "domain/log/words.h"

namespace bongsu::vectors {

namespace {

constexpr Moment made{Millis(1'665'814'740'000)};
constexpr quint64 largest = limits::largestInteger;
constexpr Moment latest{Millis(qint64(limits::largestInteger))};

QByteArray numberOf(quint64 value) {
    CborWriter out;
    out.unsignedInteger(value);
    return out.take();
}
QByteArray textOf(const QString& value) {
    CborWriter out;
    out.text(value);
    return out.take();
}
QByteArray bytesOfLength(int length) {
    CborWriter out;
    out.bytes(QByteArray(length, 'x'));
    return out.take();
}
QByteArray sizesOf(quint64 facts, quint64 text) {
    CborWriter out;
    out.array(2).unsignedInteger(facts).unsignedInteger(text);
    return out.take();
}

QJsonValue json(Moment at) {
    return qint64(at.time_since_epoch().count());
}
QJsonValue json(quint64 number) {
    return qint64(number);
}
template <class Id>
QJsonValue json(const std::optional<Id>& id) {
    return id ? QJsonValue(id->toHex()) : QJsonValue();
}
QJsonValue json(const std::optional<SeenPoint>& seen) {
    return seen ? QJsonValue(QJsonArray{seen->epoch.toHex(), json(seen->seq), seen->hash.toHex()})
                : QJsonValue();
}
template <class Id>
QString orZeros(const std::optional<Id>& id) {
    return (id ? *id : Id::zeros()).toHex();
}

QJsonObject json(const Header& h) {
    return {{"org", orZeros(h.org)},
            {"log", orZeros(h.log)},
            {"kind", QString::fromLatin1(h.kind)},
            {"kindVersion", json(h.kindVersion)},
            {"flags", json(h.flags)},
            {"device", h.device.toHex()},
            {"deviceSeq", json(h.deviceSeq)},
            {"createdAt", json(h.createdAt)},
            {"seen", json(h.seen)},
            {"seenOrg", json(h.seenOrg)},
            {"audience", json(h.audience)},
            {"factsHash", h.factsHash.toHex()},
            {"textHash", json(h.textHash)},
            {"factsSize", json(h.factsSize)},
            {"textSize", json(h.textSize)}};
}

Header smallHeader() {
    return {std::nullopt,
            std::nullopt,
            "a",
            0,
            0,
            deviceOf("a"),
            0,
            Moment(),
            std::nullopt,
            std::nullopt,
            std::nullopt,
            fixedOf<PartHash>("facts"),
            std::nullopt,
            1,
            0};
}

Header largeHeader() {
    Header h = smallHeader();
    h.org = fixedOf<OrgId>("org");
    h.log = fixedOf<LogId>("log");
    h.kind = QByteArray("abcdefghijklmnopqrstuvwxyz.").leftJustified(limits::kindBytes, '_');
    h.kindVersion = h.deviceSeq = largest;
    h.flags = largest;
    h.createdAt = latest;
    h.seen = SeenPoint{fixedOf<EpochId>("epoch"), largest, fixedOf<EntryHash>("seen")};
    h.seenOrg = SeenPoint{fixedOf<EpochId>("epoch"), 1, fixedOf<EntryHash>("seen org")};
    h.audience = fixedOf<EventId>("audience");
    h.textHash = fixedOf<PartHash>("text");
    h.factsSize = 1;
    h.textSize = limits::partsBytes - 1;
    return h;
}

Header usualHeader() {
    Header h = smallHeader();
    h.org = fixedOf<OrgId>("org");
    h.log = fixedOf<LogId>("log");
    h.kind = "note.added";
    h.kindVersion = 1;
    h.deviceSeq = 7;
    h.createdAt = made;
    h.textHash = fixedOf<PartHash>("text");
    h.factsSize = 30;
    h.textSize = 200;
    return h;
}

QByteArray placeOf(quint64 seq, int items, int hashLength) {
    CborWriter out;
    out.array(quint64(items)).bytes(bytesOf("epoch")).unsignedInteger(seq);
    if (items == 3) {
        out.bytes(QByteArray(hashLength, 'x'));
    }
    return out.take();
}

void spoilHeader(Cases& cases, const Items& items) {
    const auto reject = [&](const char* name, qsizetype index, const QByteArray& value) {
        cases.reject(QString::fromLatin1(name), items.with(index, value));
    };
    reject("format 0", 0, numberOf(0));
    reject("format 2", 0, numberOf(2));
    reject("no kind", 3, textOf(QString()));
    reject("a kind of 49 letters", 3, textOf(QString(49, u'a')));
    reject("a capital in the kind", 3, textOf(QStringLiteral("Note.added")));
    reject("a digit in the kind", 3, textOf(QStringLiteral("note2")));
    reject("a hyphen in the kind", 3, textOf(QStringLiteral("note-added")));
    reject("a line end in the kind", 3, textOf(QStringLiteral("note\n")));
    reject("Hangul in the kind", 3, textOf(QString(QChar(0xac00))));
    reject("the kind in bytes", 3, bytesOfLength(4));
    reject("seen at seq 0", 9, placeOf(0, 3, 32));
    reject("seen with a short hash", 9, placeOf(1, 3, 31));
    reject("seen of two items", 9, placeOf(1, 2, 0));
    reject("seenOrg at seq 0", 10, placeOf(0, 3, 32));
    reject("a text hash without a text", 14, sizesOf(30, 0));
    reject("a text without its hash", 13, QByteArray("\xf6"));
    reject("no facts", 14, sizesOf(0, 200));
    reject("parts of 6,145 bytes", 14, sizesOf(6000, 145));
    reject("facts of 2^53 bytes", 14, sizesOf(largest, 1));
    reject("three sizes", 14, QByteArray("\x83\x18\x1e\x18\xc8\x00", 6));
    reject("one size", 14, QByteArray("\x81\x18\x1e"));
}

} // namespace

QJsonObject headerVectors() {
    Cases cases;
    const auto accept = [&](const char* name, const Header& header) {
        cases.accept(QString::fromLatin1(name), encode(header), {{"says", json(header)}});
    };
    accept("smallest", smallHeader());
    accept("largest", largeHeader());
    accept("usual", usualHeader());
    const Items items = Items::of(encode(usualHeader()));
    items.spoil(cases, {9, 10, 11});
    spoilHeader(cases, items);
    return cases.toJson();
}

QJsonObject eventVectors() {
    Cases cases;
    for (const char* name : {"first", "second"}) {
        const Ed25519Key key = keyOf(name);
        Header header = usualHeader();
        header.device = deviceOf(name);
        const Event event = signEvent(header, key);
        cases.accept(QString::fromLatin1(name), event.bytes,
                     {{"seed", hexOf(key.seed().view())},
                      {"key", key.publicKey().toHex()},
                      {"header", hexOf(event.headerBytes)},
                      {"signature", event.signature.toHex()},
                      {"id", event.id.toHex()}});
    }
    const Items items = Items::of(signEvent(usualHeader(), keyOf("first")).bytes);
    items.spoil(cases, {});
    cases.reject(QStringLiteral("a signature of 63 bytes"), items.with(1, bytesOfLength(63)));
    cases.reject(QStringLiteral("a signature of 65 bytes"), items.with(1, bytesOfLength(65)));
    cases.reject(QStringLiteral("a header that is none"), items.with(0, bytesOfLength(200)));
    cases.reject(QStringLiteral("a header not in bytes"), items.with(0, encode(usualHeader())));
    cases.reject(QStringLiteral("the header in text"), items.with(0, textOf(QStringLiteral("note"))));
    return cases.toJson();
}

QJsonObject entryVectors() {
    Cases cases;
    const auto accept = [&](const char* name, const Entry& e) {
        const QByteArray bytes = encode(e);
        const QJsonValue carried =
            e.carried ? QJsonValue(QJsonArray{e.carried->epoch.toHex(), json(e.carried->seq),
                                              json(e.carried->recordedAt), e.carried->hash.toHex()})
                      : QJsonValue();
        cases.accept(QString::fromLatin1(name), bytes,
                     {{"hash", entryHash(bytes).toHex()},
                      {"says", QJsonObject{{"log", e.log.toHex()},
                                           {"epoch", e.epoch.toHex()},
                                           {"seq", json(e.seq)},
                                           {"prev", e.prev.toHex()},
                                           {"orgSeq", json(e.orgSeq)},
                                           {"orgHash", e.orgHash.toHex()},
                                           {"recordedAt", json(e.recordedAt)},
                                           {"relay", e.relay.toHex()},
                                           {"carried", carried},
                                           {"event", hexOf(e.event)}}}});
    };
    Entry entry{fixedOf<LogId>("log"),
                fixedOf<EpochId>("epoch"),
                1,
                fixedOf<EntryHash>("prev"),
                0,
                fixedOf<EntryHash>("org"),
                Moment(),
                deviceOf("relay"),
                std::nullopt,
                signEvent(smallHeader(), keyOf("a")).bytes};
    accept("smallest", entry);
    entry.event = signEvent(largeHeader(), keyOf("a")).bytes;
    entry.seq = entry.orgSeq = largest;
    entry.recordedAt = latest;
    entry.carried = Carried{fixedOf<EpochId>("earlier"), largest, latest, fixedOf<EntryHash>("carried")};
    accept("largest", entry);
    const Items items = Items::of(encode(entry));
    items.spoil(cases, {9});
    cases.reject(QStringLiteral("format 2"), items.with(0, numberOf(2)));
    cases.reject(QStringLiteral("seq 0"), items.with(3, numberOf(0)));
    const auto carried = [&](quint64 seq) {
        CborWriter out;
        out.array(4).bytes(bytesOf("earlier")).unsignedInteger(seq).unsignedInteger(9).bytes(bytesOf("hash"));
        return out.take();
    };
    cases.reject(QStringLiteral("carried from seq 0"), items.with(9, carried(0)));
    cases.reject(QStringLiteral("carried of three items"), items.with(9, placeOf(1, 3, 32)));
    cases.reject(QStringLiteral("an event that is none"), items.with(10, bytesOfLength(300)));
    return cases.toJson();
}

QJsonObject headVectors() {
    Cases cases;
    const Ed25519Key relay = keyOf("relay");
    const auto accept = [&](const char* name, const Head& h) {
        const Statement signedHead = signHead(h, relay);
        cases.accept(QString::fromLatin1(name), signedHead.bytes,
                     {{"key", relay.publicKey().toHex()},
                      {"signature", signedHead.signature.toHex()},
                      {"says", QJsonObject{{"org", h.org.toHex()},
                                           {"log", h.log.toHex()},
                                           {"epoch", h.epoch.toHex()},
                                           {"seq", json(h.seq)},
                                           {"hash", h.hash.toHex()},
                                           {"recordedAt", json(h.recordedAt)},
                                           {"orgSeq", json(h.orgSeq)},
                                           {"orgHash", h.orgHash.toHex()},
                                           {"signedAt", json(h.signedAt)}}}});
    };
    Head head{fixedOf<OrgId>("org"),
              fixedOf<LogId>("log"),
              fixedOf<EpochId>("epoch"),
              1,
              fixedOf<EntryHash>("entry"),
              Moment(),
              0,
              fixedOf<EntryHash>("org"),
              Moment()};
    accept("smallest", head);
    head.seq = head.orgSeq = largest;
    head.recordedAt = head.signedAt = latest;
    accept("largest", head);
    const Items items = Items::of(encode(head));
    items.spoil(cases, {});
    cases.reject(QStringLiteral("format 2"), items.with(0, numberOf(2)));
    cases.reject(QStringLiteral("seq 0"), items.with(4, numberOf(0)));
    return cases.toJson();
}

QJsonObject refusalVectors() {
    Cases cases;
    const Ed25519Key relay = keyOf("relay");
    const auto accept = [&](const char* name, const RefusalRecord& r) {
        const Statement refused = signRefusal(r, relay);
        cases.accept(QString::fromLatin1(name), refused.bytes,
                     {{"key", relay.publicKey().toHex()},
                      {"signature", refused.signature.toHex()},
                      {"says", QJsonObject{{"org", r.org.toHex()},
                                           {"log", r.log.toHex()},
                                           {"event", r.event.toHex()},
                                           {"code", QString::fromLatin1(r.code)},
                                           {"seq", json(r.seq)},
                                           {"orgSeq", json(r.orgSeq)},
                                           {"recordedAt", json(r.recordedAt)}}}});
    };
    RefusalRecord record{
        fixedOf<OrgId>("org"), fixedOf<LogId>("log"), fixedOf<EventId>("event"), "stale", 0, 0, Moment()};
    accept("smallest", record);
    record.code = QByteArray(limits::kindBytes, 'z');
    record.seq = record.orgSeq = largest;
    record.recordedAt = latest;
    accept("largest", record);
    const Items items = Items::of(encode(record));
    items.spoil(cases, {});
    cases.reject(QStringLiteral("format 2"), items.with(0, numberOf(2)));
    cases.reject(QStringLiteral("no code"), items.with(4, textOf(QString())));
    cases.reject(QStringLiteral("a code of 49 letters"), items.with(4, textOf(QString(49, u'a'))));
    cases.reject(QStringLiteral("a code with a space"),
                 items.with(4, textOf(QStringLiteral("not permitted"))));
    cases.reject(QStringLiteral("Hangul in the code"), items.with(4, textOf(QString(QChar(0xac00)))));
    return cases.toJson();
}

QJsonObject wordsVectors() {
    QJsonArray korean;
    QJsonArray english;
    for (const SpokenWord& word : spokenWords()) {
        korean.append(QString::fromUtf16(word.korean));
        english.append(QString::fromUtf16(word.english));
    }
    QJsonArray spoken;
    for (const quint64 number : {quint64(0), quint64(1), quint64(482'913), largest, ~quint64(0)}) {
        for (const char* name : {"head", "another head"}) {
            const auto hash = fixedOf<EntryHash>(name);
            const auto indices = wordIndices(number, hash);
            const auto said = [&](WordLanguage language) { return words(language, indices).join(u' '); };
            // The number as digits: JSON's numbers end at 2^53.
            spoken.append(QJsonObject{{"number", QString::number(number)},
                                      {"entryHash", hash.toHex()},
                                      {"korean", said(WordLanguage::Korean)},
                                      {"english", said(WordLanguage::English)}});
        }
    }
    return {{"korean", korean}, {"english", english}, {"spoken", spoken}};
}

} // namespace bongsu::vectors
