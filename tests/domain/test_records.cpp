// The fixed arrays of the format: header, event, entry, head and refusal, there and back and altered
// everywhere.
#include "dice.h"

#include "domain/base/hash.h"
#include "domain/log/entry.h"
#include "domain/log/statement.h"

#include <QTest>

using namespace bongsu;

namespace {

// A keyed hash stands for a signature: here only its bytes matter.
class HashSigner : public Signer {
  public:
    explicit HashSigner(const PublicKey& key) : m_key(key) {}
    PublicKey publicKey() const override { return m_key; }
    Signature sign(QByteArrayView message) const override {
        const QByteArray half = sha256({m_key.view(), message});
        return *Signature::tryFrom(half + half);
    }

  private:
    PublicKey m_key;
};

class HashVerifier : public Verifier {
  public:
    bool verify(const PublicKey& key, QByteArrayView message, const Signature& signature) const override {
        return HashSigner(key).sign(message) == signature;
    }
};

template <class Id>
Id id(Dice& dice) {
    return dice.value<Id>();
}

QByteArray name(Dice& dice) {
    QByteArray name;
    for (quint64 left = 1 + dice.below(limits::kindBytes); left > 0; --left) {
        name += dice.oneOf(QByteArray("abcdefghijklmnopqrstuvwxyz._"));
    }
    return name;
}

std::optional<SeenPoint> seenPoint(Dice& dice) {
    const SeenPoint point{id<EpochId>(dice), std::max<quint64>(1, dice.number()), id<EntryHash>(dice)};
    return dice.coin() ? std::optional(point) : std::nullopt;
}

template <class T>
T randomRecord(Dice& dice);

template <>
Header randomRecord<Header>(Dice& dice) {
    const bool hasText = dice.coin();
    const quint64 facts = 1 + dice.below(limits::partsBytes - 1);
    return Header{dice.value<std::optional<OrgId>>(),
                  dice.value<std::optional<LogId>>(),
                  name(dice),
                  dice.number(),
                  dice.number(),
                  id<DeviceId>(dice),
                  dice.number(),
                  dice.value<Moment>(),
                  seenPoint(dice),
                  seenPoint(dice),
                  dice.value<std::optional<EventId>>(),
                  id<PartHash>(dice),
                  hasText ? std::optional(id<PartHash>(dice)) : std::nullopt,
                  facts,
                  hasText ? 1 + dice.below(quint64(limits::partsBytes) - facts) : 0};
}

template <>
Entry randomRecord<Entry>(Dice& dice) {
    const Carried carried{id<EpochId>(dice), std::max<quint64>(1, dice.number()), dice.value<Moment>(),
                          id<EntryHash>(dice)};
    return Entry{id<LogId>(dice),
                 id<EpochId>(dice),
                 std::max<quint64>(1, dice.number()),
                 id<EntryHash>(dice),
                 dice.number(),
                 id<EntryHash>(dice),
                 dice.value<Moment>(),
                 id<DeviceId>(dice),
                 dice.coin() ? std::optional(carried) : std::nullopt,
                 signEvent(randomRecord<Header>(dice), HashSigner(id<PublicKey>(dice))).bytes};
}

template <>
Head randomRecord<Head>(Dice& dice) {
    return Head{
        id<OrgId>(dice),     id<LogId>(dice),      id<EpochId>(dice), std::max<quint64>(1, dice.number()),
        id<EntryHash>(dice), dice.value<Moment>(), dice.number(),     id<EntryHash>(dice),
        dice.value<Moment>()};
}

template <>
RefusalRecord randomRecord<RefusalRecord>(Dice& dice) {
    return RefusalRecord{id<OrgId>(dice), id<LogId>(dice), id<EventId>(dice),   name(dice),
                         dice.number(),   dice.number(),   dice.value<Moment>()};
}

Result<Header> decode(QByteArrayView bytes, const Header*) {
    return decodeHeader(bytes);
}
Result<Entry> decode(QByteArrayView bytes, const Entry*) {
    return decodeEntry(bytes);
}
Result<Head> decode(QByteArrayView bytes, const Head*) {
    return decodeHead(bytes);
}
Result<RefusalRecord> decode(QByteArrayView bytes, const RefusalRecord*) {
    return decodeRefusal(bytes);
}

template <class T>
Result<T> decodeAs(QByteArrayView bytes) {
    return decode(bytes, static_cast<const T*>(nullptr));
}

// Random values of T, their cuts and every altered byte: read as another value, which is written as just
// these bytes, or not at all.
template <class T>
void hammer(quint32 seed, int values) {
    Dice dice(seed);
    for (int i = 0; i < 1000; ++i) {
        const T value = randomRecord<T>(dice);
        const auto back = decodeAs<T>(encode(value));
        QVERIFY(back);
        QVERIFY(*back == value);
        const QByteArray altered = dice.mutated(encode(value));
        const auto other = decodeAs<T>(altered);
        QVERIFY(!other || encode(*other) == altered);
    }
    for (int i = 0; i < values; ++i) {
        const T value = randomRecord<T>(dice);
        const QByteArray bytes = encode(value);
        for (qsizetype size = 0; size < bytes.size(); ++size) {
            QVERIFY(!decodeAs<T>(bytes.first(size)));
        }
        QVERIFY(!decodeAs<T>(bytes + '\0'));
        eachAlteredByte(bytes, [&](const QByteArray& altered) {
            const auto other = decodeAs<T>(altered);
            QVERIFY(!other || (!(*other == value) && encode(*other) == altered));
        });
    }
}

QByteArray codeFor(const Result<Header>& result) {
    return result ? QByteArray("read") : codeOf(result.error());
}

} // namespace

class TestRecords : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsHeadersInOneWay() { hammer<Header>(11, 10); }
    void readsEntriesInOneWay() { hammer<Entry>(12, 5); }
    void readsHeadsInOneWay() { hammer<Head>(13, 10); }
    void readsRefusalsInOneWay() { hammer<RefusalRecord>(14, 10); }
    void readsEventsInOneWay();
    void fitTheirLimits();
    void refusesHeadersThatSayNothing();
    void refusesPlacesAndCodesThatSayNothing();
    void holdsPartsToTheHeader();
    void signsStatementsForOnePurpose();
};

void TestRecords::readsEventsInOneWay() {
    Dice dice(15);
    for (int i = 0; i < 10; ++i) {
        const Header header = randomRecord<Header>(dice);
        const HashSigner signer(id<PublicKey>(dice));
        const Event event = signEvent(header, signer);
        const auto back = decodeEvent(event.bytes);
        QVERIFY(back && back->bytes == event.bytes && back->header == header && back->id == event.id);
        QVERIFY(hasValidSignature(*back, signer.publicKey(), HashVerifier()));
        for (qsizetype size = 0; size < event.bytes.size(); ++size) {
            QVERIFY(!decodeEvent(event.bytes.first(size)));
        }
        QVERIFY(!decodeEvent(event.bytes + '\0'));
        eachAlteredByte(event.bytes, [&](const QByteArray& altered) {
            const auto other = decodeEvent(altered);
            if (!other) {
                return;
            }
            CborWriter again;
            again.array(2).bytes(encode(other->header)).bytes(other->signature.view());
            QVERIFY(again.take() == altered);
            QVERIFY((other->id != event.id) == (other->headerBytes != event.headerBytes));
            QVERIFY(!hasValidSignature(*other, signer.publicKey(), HashVerifier()));
        });
    }
}

// The largest of each, with every number at its longest.
void TestRecords::fitTheirLimits() {
    Dice dice(16);
    const quint64 most = limits::largestInteger;
    const Moment last{Millis(qint64(most))};
    const SeenPoint seen{id<EpochId>(dice), most, id<EntryHash>(dice)};
    const Header header{id<OrgId>(dice),
                        id<LogId>(dice),
                        QByteArray(limits::kindBytes, 'a'),
                        most,
                        most,
                        id<DeviceId>(dice),
                        most,
                        last,
                        seen,
                        seen,
                        id<EventId>(dice),
                        id<PartHash>(dice),
                        id<PartHash>(dice),
                        3072,
                        3072};
    QVERIFY(decodeHeader(encode(header)));
    const Event event = signEvent(header, HashSigner(id<PublicKey>(dice)));
    QVERIFY(decodeEvent(event.bytes));
    const Entry entry{id<LogId>(dice),
                      id<EpochId>(dice),
                      most,
                      id<EntryHash>(dice),
                      most,
                      id<EntryHash>(dice),
                      last,
                      id<DeviceId>(dice),
                      Carried{id<EpochId>(dice), most, last, id<EntryHash>(dice)},
                      event.bytes};
    QVERIFY(decodeEntry(encode(entry)));
    QVERIFY(decodeHead(encode(Head{id<OrgId>(dice), id<LogId>(dice), id<EpochId>(dice), most,
                                   id<EntryHash>(dice), last, most, id<EntryHash>(dice), last})));
    QVERIFY(decodeRefusal(encode(RefusalRecord{id<OrgId>(dice), id<LogId>(dice), id<EventId>(dice),
                                               QByteArray(limits::kindBytes, 'a'), most, most, last})));
    const auto isTooLargeFrom = [](const auto& decode, qsizetype limit) {
        return codeOf(decode(QByteArray(limit, '\0')).error()) == QByteArray(refusal::malformed) &&
               codeOf(decode(QByteArray(limit + 1, '\0')).error()) == QByteArray(refusal::tooLarge);
    };
    QVERIFY(isTooLargeFrom(decodeHeader, limits::headerBytes));
    QVERIFY(isTooLargeFrom(decodeEvent, limits::eventBytes));
    QVERIFY(isTooLargeFrom(decodeEntry, limits::entryBytes));
    QVERIFY(isTooLargeFrom(decodeHead, limits::headBytes));
    QVERIFY(isTooLargeFrom(decodeRefusal, limits::refusalBytes));
}

void TestRecords::refusesHeadersThatSayNothing() {
    Dice dice(17);
    const auto codeWith = [&dice](const auto& change) {
        Header header = randomRecord<Header>(dice);
        header.textHash = id<PartHash>(dice);
        header.factsSize = 10;
        header.textSize = 10;
        change(header);
        return codeFor(decodeHeader(encode(header)));
    };
    const QByteArray malformed(refusal::malformed);
    QCOMPARE(codeWith([](Header&) {}), QByteArray("read"));
    QCOMPARE(codeWith([](Header& h) { h.kind = ""; }), malformed);
    QCOMPARE(codeWith([](Header& h) { h.kind = QByteArray(limits::kindBytes + 1, 'a'); }), malformed);
    for (const char* kind : {"Role", "a b", "a-b", "a1", "a\n", "\xe9"}) {
        QCOMPARE(codeWith([kind](Header& h) { h.kind = kind; }), malformed);
    }
    QCOMPARE(codeWith([](Header& h) { h.factsSize = 0; }), malformed);
    QCOMPARE(codeWith([](Header& h) { h.textSize = 0; }), malformed);
    QCOMPARE(codeWith([](Header& h) { h.textHash.reset(); }), malformed);
    QCOMPARE(codeWith([&](Header& h) {
                 h.seen = SeenPoint{id<EpochId>(dice), 0, id<EntryHash>(dice)};
             }),
             malformed);
    QCOMPARE(codeWith([](Header& h) { h.textSize = quint64(limits::partsBytes) - 9; }),
             QByteArray(refusal::tooLarge));
    QCOMPARE(codeWith([](Header& h) { h.factsSize = limits::largestInteger; }),
             QByteArray(refusal::tooLarge));
}

void TestRecords::refusesPlacesAndCodesThatSayNothing() {
    Dice dice(20);
    auto entry = randomRecord<Entry>(dice);
    entry.carried = Carried{id<EpochId>(dice), 1, dice.value<Moment>(), id<EntryHash>(dice)};
    QVERIFY(decodeEntry(encode(entry)));
    entry.carried->seq = 0;
    QVERIFY(!decodeEntry(encode(entry)));
    entry.carried.reset();
    entry.seq = 0;
    QVERIFY(!decodeEntry(encode(entry)));
    auto head = randomRecord<Head>(dice);
    head.seq = 0;
    QVERIFY(!decodeHead(encode(head)));
    auto refusal = randomRecord<RefusalRecord>(dice);
    for (const QByteArray& code : {QByteArray(), QByteArray("Stale"), QByteArray("too late"),
                                   QByteArray("\xe9"), QByteArray(limits::kindBytes + 1, 'a')}) {
        refusal.code = code;
        QVERIFY2(!decodeRefusal(encode(refusal)), code);
    }
    refusal.code = QByteArray(limits::kindBytes, 'a');
    QVERIFY(decodeRefusal(encode(refusal)));
    // Another format is none that this program reads.
    for (QByteArray bytes :
         {encode(randomRecord<Header>(dice)), encode(randomRecord<Entry>(dice)), encode(head)}) {
        bytes[1] = 2;
        QVERIFY(!decodeHeader(bytes) && !decodeEntry(bytes) && !decodeHead(bytes));
    }
}

void TestRecords::holdsPartsToTheHeader() {
    Dice dice(18);
    const Part facts{id<Salt>(dice), QByteArray::fromHex("a0")};
    const Part text{id<Salt>(dice), QByteArray::fromHex("a10161")};
    Header header = randomRecord<Header>(dice);
    header.factsHash = hashOf(PartKind::Facts, facts);
    header.factsSize = quint64(facts.bytes.size());
    header.textHash = hashOf(PartKind::Text, text);
    header.textSize = quint64(text.bytes.size());
    const auto fits = [&](const Part& f, const TextPart& t) { return !checkParts(header, f, t); };
    QVERIFY(fits(facts, TextPart::present(text)));
    QVERIFY(fits(facts, TextPart::withheld()));
    QVERIFY(fits(facts, TextPart::erased(id<EventId>(dice))));
    QVERIFY(!fits(facts, TextPart::none()));
    QVERIFY(!fits(text, TextPart::present(text)));
    QVERIFY(!fits(facts, TextPart::present(facts)));
    QVERIFY(!fits({id<Salt>(dice), facts.bytes}, TextPart::present(text)));
    QVERIFY(!fits(facts, TextPart::present({id<Salt>(dice), text.bytes})));
    QVERIFY(!fits({facts.salt, facts.bytes + '\0'}, TextPart::present(text)));
    header.factsSize += 1;
    QVERIFY(!fits(facts, TextPart::present(text)));
    // The same bytes and salt have another hash as the other part.
    QVERIFY(hashOf(PartKind::Facts, facts) != hashOf(PartKind::Text, facts));
}

void TestRecords::signsStatementsForOnePurpose() {
    Dice dice(19);
    const HashSigner relay(id<PublicKey>(dice));
    const HashVerifier verifier;
    const Statement head = signHead(randomRecord<Head>(dice), relay);
    const Statement refusal = signRefusal(randomRecord<RefusalRecord>(dice), relay);
    QVERIFY(isHeadSignedBy(head, relay.publicKey(), verifier));
    QVERIFY(isRefusalSignedBy(refusal, relay.publicKey(), verifier));
    QVERIFY(!isRefusalSignedBy(head, relay.publicKey(), verifier));
    QVERIFY(!isHeadSignedBy(refusal, relay.publicKey(), verifier));
    QVERIFY(!isHeadSignedBy(head, id<PublicKey>(dice), verifier));
}

QTEST_APPLESS_MAIN(TestRecords)
#include "test_records.moc"
