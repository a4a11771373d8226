#include "sync/samples.h"

#include "domain/base/limits.h"
#include "sync/frame.h"

#include <QTest>

#include <random>
#include <set>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const HashSigner relay(1);
const HashSigner device(2);
const OrgId org = numbered<OrgId>(3);

KeptEntry sampleEntry(TextPart text) {
    SampleLog log(org, LogId::of(org), EpochId::of(org), relay);
    log.append(makeNote(device, org, LogId::of(org), 1));
    KeptEntry entry = log.entries().front();
    entry.text = std::move(text);
    return entry;
}

Statement sampleHead() {
    SampleLog log(org, LogId::of(org), EpochId::of(org), relay);
    log.append(makeNote(device, org, LogId::of(org), 1));
    return log.head();
}

Position samplePosition(std::optional<Statement> head) {
    return {LogId::of(org), {EpochId::of(org), 12'345, numbered<EntryHash>(4)}, std::move(head)};
}

std::vector<Frame> oneOfEach() {
    const Offer note = makeNote(device, org, LogId::of(org), 7);
    const Carried carried{EpochId::of(org), 70'000, Moment(Millis(1'665'814'740'000)),
                          numbered<EntryHash>(9)};
    const TextPart text =
        TextPart::present({numbered<Salt>(5), encodeBody(Text{.text = QStringLiteral("화재")})});
    return {
        frame::Hello{{1, 3}, org, QStringLiteral("bongsu 0.1 판교")},
        frame::Challenge{1, numbered<DeviceId>(1), numbered<Nonce>(2), Moment(Millis(1'665'814'740'000))},
        frame::Login{numbered<DeviceId>(1), numbered<Nonce>(2), numbered<Signature>(3), std::nullopt},
        frame::Login{numbered<DeviceId>(1), numbered<Nonce>(2), numbered<Signature>(3), sampleHead()},
        frame::JoinLogin{numbered<PublicKey>(1), numbered<Nonce>(2), numbered<Signature>(3)},
        frame::Welcome{SessionKind::Revoked, std::nullopt},
        frame::Welcome{SessionKind::Member, SeenPoint{EpochId::of(org), 1, numbered<EntryHash>(4)}},
        frame::Goodbye{refusal::unknownDevice, QStringLiteral("없는 기기"), {1, 1}},
        frame::Have{{samplePosition(sampleHead()), samplePosition(std::nullopt)}, true},
        frame::Entries{3,
                       LogId::of(org),
                       {sampleEntry(TextPart::none()), sampleEntry(text), sampleEntry(TextPart::withheld()),
                        sampleEntry(TextPart::erased(numbered<EventId>(6)))},
                       sampleHead(),
                       false},
        frame::Entries{frame::Entries::live, LogId::of(org), {}, sampleHead(), false},
        frame::Ack{42},
        frame::CaughtUp{},
        frame::Heads{{sampleHead(), sampleHead()}},
        frame::Offers{1, 1, {{note, std::nullopt}, {note, carried}}},
        frame::Taken{numbered<EventId>(1), LogId::of(org), EpochId::of(org), 99},
        frame::Refused{sampleHead()},
        frame::Failed{2, numbered<EventId>(1), failure::full},
        frame::Request{LogId::of(org), 17},
        frame::GiveBack{LogId::of(org), 18},
        frame::Conflict{sampleHead(), sampleHead()},
        frame::SpokenAsk{{1, 2}, numbered<PublicKey>(8)},
        frame::SpokenRest{{QByteArray(limits::spokenRestBytes, 'r')}},
        frame::Numbering{QByteArray(failure::stopped)},
        frame::Numbering{std::nullopt},
        frame::Ping{0},
        frame::Pong{limits::largestInteger},
        frame::BlobHave{numbered<BlobId>(1), limits::blobBytes, numbered<Salt>(2)},
        frame::BlobWant{numbered<BlobId>(1), 341, limits::blobChunksInFlight},
        frame::BlobChunk{numbered<BlobId>(1), 341, {QByteArray(300, 'x')}},
        frame::BlobTaken{numbered<BlobId>(1)},
        frame::BlobRefused{numbered<BlobId>(1), refusal::blobsTooMany},
    };
}

QByteArray unknownFrame(quint64 type, quint64 flags) {
    CborWriter out;
    out.array(3).unsignedInteger(type).unsignedInteger(flags).text(u"later");
    return out.take();
}

} // namespace

class TestFrame final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyFrameComesBackAsItWas() {
        std::set<std::size_t> kinds;
        const auto frames = oneOfEach();
        for (const Frame& frame : frames) {
            const QByteArray bytes = encode(frame);
            const auto back = decodeFrame(bytes);
            QVERIFY2(back.has_value(), bytes.toHex().constData());
            QCOMPARE(back->index(), frame.index());
            QCOMPARE(encode(*back), bytes); // the encoding is canonical: equal bytes are equal values
            kinds.insert(frame.index());
        }
        QCOMPARE(kinds.size(), std::variant_size_v<Frame> - 1); // all but Unknown
    }

    void blobFramesKeepTheirLimits() {
        const auto blob = numbered<BlobId>(1);
        const auto salt = numbered<Salt>(2);
        const auto window = quint64(limits::blobChunksInFlight);
        for (const Frame& wrong :
             {Frame(frame::BlobHave{blob, 0, salt}),
              Frame(frame::BlobHave{blob, limits::blobBytes + 1, salt}), Frame(frame::BlobWant{blob, 0, 0}),
              Frame(frame::BlobWant{blob, 0, window + 1}), Frame(frame::BlobChunk{blob, 0, {}}),
              Frame(frame::BlobChunk{blob, 0, {QByteArray(limits::blobChunkBytes + 1, 'x')}})}) {
            QVERIFY(!decodeFrame(encode(wrong)));
        }
        const Frame largest = frame::BlobChunk{blob, 341, {QByteArray(limits::blobChunkBytes, 'x')}};
        QVERIFY(decodeFrame(encode(largest)).has_value());
    }

    void valuesSurvive() {
        const auto frames = oneOfEach();
        const auto entries = std::get<frame::Entries>(*decodeFrame(encode(frames[9])));
        QCOMPARE(entries.items.size(), std::size_t(4));
        const auto sent = std::get<frame::Entries>(frames[9]);
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE(entries.items[i].bytes, sent.items[i].bytes);
            QVERIFY(entries.items[i].facts == sent.items[i].facts);
            QVERIFY(entries.items[i].text == sent.items[i].text);
        }
        QVERIFY(entries.head == sent.head);
        const auto offers = std::get<frame::Offers>(*decodeFrame(encode(frames[14])));
        QVERIFY(!offers.events[0].carried);
        QCOMPARE(offers.events[1].carried->seq, quint64(70'000));
        const auto goodbye = std::get<frame::Goodbye>(*decodeFrame(encode(frames[7])));
        QCOMPARE(goodbye.detail, QStringLiteral("없는 기기"));
    }

    void sizesAreExactOrAbove() {
        const Offer note = makeNote(device, org, LogId::of(org), 7);
        const auto emptySize = encode(frame::Entries{1, LogId::of(org), {}, std::nullopt, false}).size();
        const auto frames = oneOfEach();
        for (const KeptEntry& item : std::get<frame::Entries>(frames[9]).items) {
            const auto size = encode(frame::Entries{1, LogId::of(org), {item}, std::nullopt, false}).size();
            QCOMPARE(wireSize(item), size - emptySize);
        }
        const OfferedEvent plain{note, std::nullopt};
        const auto one = encode(frame::Offers{1, 1, {plain}}).size();
        QCOMPARE(wireSize(plain), encode(frame::Offers{1, 1, {plain, plain}}).size() - one);
        const Position position = samplePosition(sampleHead());
        const auto two = encode(frame::Have{{position, position}, false}).size();
        QVERIFY(wireSize(position) >= two - encode(frame::Have{{position}, false}).size());
    }

    void fullFramesStayBelowTheLimit() {
        const Statement longest{QByteArray(limits::headBytes, 'x'), numbered<Signature>(1)};
        const Position position{
            LogId::of(org), {EpochId::of(org), limits::largestInteger, numbered<EntryHash>(1)}, longest};
        const frame::Have have{std::vector(limits::logsPerHave, position), true};
        const frame::Heads heads{std::vector(limits::headsPerFrame, longest)};
        const frame::Offers offers{
            limits::largestInteger, limits::largestInteger,
            std::vector(limits::offersPerFrame,
                        OfferedEvent{makeNote(device, org, LogId::of(org), 7), std::nullopt})};
        const frame::Entries entries{limits::largestInteger, LogId::of(org),
                                     std::vector(limits::pageEntries, sampleEntry(TextPart::withheld())),
                                     longest, false};
        for (const Frame& frame : {Frame(have), Frame(heads), Frame(offers), Frame(entries)}) {
            const QByteArray bytes = encode(frame);
            QVERIFY(bytes.size() <= limits::frameBytes);
            QVERIFY(decodeFrame(bytes).has_value()); // within cborItems too
        }
        // Whatever the head, it fits beside a page that is full by bytes.
        QVERIFY(limits::pageBytes + encode(frame::Entries{1, LogId::of(org), {}, longest, false}).size() <
                limits::frameBytes);
    }

    void unknownFramesAreSkippedOnlyIfFlagged() {
        const auto skipped = decodeFrame(unknownFrame(99, 1));
        QVERIFY(skipped.has_value());
        QCOMPARE(std::get<frame::Unknown>(*skipped).type, quint64(99));
        QVERIFY(decodeFrame(unknownFrame(99, 3)).has_value()); // other flags are not looked at
        const auto refused = decodeFrame(unknownFrame(99, 0));
        QVERIFY(!refused.has_value());
        QCOMPARE(codeOf(refused.error()), QByteArray(refusal::malformed));
        QVERIFY(!decodeFrame(unknownFrame(99, 2)).has_value());
        // A later version may use values outside our profile: nothing behind the flags is looked at.
        QVERIFY(decodeFrame(QByteArray::fromHex("83186301fa47c35000"))->index() == skipped->index());
        QVERIFY(!decodeFrame(unknownFrame(frame::Ping::type, 1)).has_value()); // known, but of another shape
    }

    void wrongShapesAreFaults_data() {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray ping = encode(frame::Ping{5});
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("not an array") << QByteArray::fromHex("a0");
        QTest::newRow("too short") << QByteArray::fromHex("8113");
        QTest::newRow("a field short") << QByteArray::fromHex("821300");
        QTest::newRow("a field more") << QByteArray::fromHex("8413000505");
        QTest::newRow("a byte more") << ping + '\0';
        QTest::newRow("a byte less") << ping.chopped(1);
        QTest::newRow("long integer") << QByteArray::fromHex("8318130005");
        QTest::newRow("indefinite") << QByteArray::fromHex("9f130005ff");
        QTest::newRow("a hundred thousand items") << QByteArray::fromHex("9a000186a0130005");
        QTest::newRow("no versions in common order") << encode(frame::Hello{{3, 2}, org, QString()});
        QTest::newRow("unknown kind of session") << encode(frame::Welcome{SessionKind(3), std::nullopt});
        QTest::newRow("no offers") << encode(frame::Offers{1, 1, {}});
        QTest::newRow("run 0") << encode(
            frame::Offers{0, 1, {{makeNote(device, org, LogId::of(org), 7), std::nullopt}}});
        QTest::newRow("nothing, and more")
            << encode(frame::Entries{1, LogId::of(org), {}, sampleHead(), true});
        QTest::newRow("seq 0") << encode(frame::Have{
            {{LogId::of(org), {EpochId::of(org), 0, numbered<EntryHash>(1)}, std::nullopt}}, false});
        QTest::newRow("words too long")
            << encode(frame::Hello{{1, 1}, org, QString(limits::wordsBytes + 1, u'x')});
        QTest::newRow("code with a space") << encode(frame::Goodbye{"no way", QString(), {1, 1}});
        OfferedEvent withheld{makeNote(device, org, LogId::of(org), 7), std::nullopt};
        withheld.offer.text = TextPart::withheld();
        QTest::newRow("withheld from the relay") << encode(frame::Offers{1, 1, {withheld}});
        KeptEntry large = sampleEntry(TextPart::none());
        large.facts.bytes = QByteArray(limits::partsBytes + 1, 'x');
        QTest::newRow("parts too large")
            << encode(frame::Entries{1, LogId::of(org), {large}, std::nullopt, false});
        KeptEntry longEntry = sampleEntry(TextPart::none());
        longEntry.bytes = QByteArray(limits::entryBytes + 1, 'x');
        QTest::newRow("entry too large")
            << encode(frame::Entries{1, LogId::of(org), {longEntry}, std::nullopt, false});
    }
    void wrongShapesAreFaults() {
        QFETCH(QByteArray, bytes);
        const auto frame = decodeFrame(bytes);
        QVERIFY(!frame.has_value());
        QCOMPARE(codeOf(frame.error()), QByteArray(refusal::malformed));
    }

    // Every single-bit change, every truncation and many random wounds: a fault or another value, never a
    // crash, and what is accepted encodes to what came (so there is one encoding of everything).
    void mutationsNeverCrashAndStayCanonical() {
        std::mt19937 random(20221015); // a fixed seed: the same wounds every time
        int accepted = 0;
        int refused = 0;
        const auto tryBytes = [&](const QByteArray& bytes) {
            const auto frame = decodeFrame(bytes);
            const bool canonical =
                !frame || std::holds_alternative<frame::Unknown>(*frame) || isWhatCame(*frame, bytes);
            frame ? ++accepted : ++refused;
            return canonical;
        };
        const auto frames = oneOfEach();
        for (const Frame& frame : frames) {
            const QByteArray whole = encode(frame);
            for (qsizetype bit = 0; bit < whole.size() * 8; ++bit) {
                QByteArray wounded = whole;
                wounded[bit / 8] = char(wounded[bit / 8] ^ (1 << (bit % 8)));
                QVERIFY2(tryBytes(wounded), wounded.toHex().constData());
            }
            for (qsizetype length = 0; length < whole.size(); ++length) {
                QVERIFY(!decodeFrame(whole.first(length)).has_value());
            }
            for (int round = 0; round < 2'000; ++round) {
                QByteArray wounded = whole;
                for (int wounds = 1 + int(random() % 4); wounds > 0; --wounds) {
                    wounded[qsizetype(random() % quint32(wounded.size()))] = char(random());
                }
                QVERIFY2(tryBytes(wounded), wounded.toHex().constData());
            }
        }
        QVERIFY(accepted > 1'000);
        QVERIFY(refused > 1'000);
    }

  private:
    // Everything but the flags, which are not kept: the array is one byte, our own flags too.
    static bool isWhatCame(const Frame& frame, const QByteArray& bytes) {
        const auto numberBytes = [&](int at) {
            const int info = bytes[at] & 31;
            return info < 24 ? 1 : 1 + (1 << (info - 24));
        };
        const int before = 1 + numberBytes(1); // array and type
        const QByteArray again = encode(frame);
        return again.first(before) == bytes.first(before) &&
               again.sliced(before + 1) == bytes.sliced(before + numberBytes(before));
    }
};

QTEST_APPLESS_MAIN(TestFrame)
#include "test_frame.moc"
