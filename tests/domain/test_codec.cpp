// The codec: one value, one encoding, and nothing else is read.
#include "dice.h"

#include "domain/base/cbor.h"

#include <QTest>

#include <vector>

using namespace bongsu;

namespace {

QByteArray hex(const char* digits) {
    return QByteArray::fromHex(digits);
}

// Every encoding that the profile does not have, in hex, by why not.
struct Others {
    const char* why;
    std::vector<const char*> encodings;
};
const std::vector<Others> otherEncodings{
    {"nothing", {""}},
    {"a longer form",
     {"1800",
      "1817",
      "190000",
      "1900ff",
      "1a00000000",
      "1a0000ffff",
      "1b0000000000000000",
      "1b00000000ffffffff",
      "4100ff",
      "580100",
      "59000100",
      "5a0000000100",
      "5b000000000000000100",
      "780161",
      "79000161",
      "980100",
      "99000100",
      "b8010000",
      "b900010000",
      "9b000000000000000100"}},
    {"over 2^53", {"1b0020000000000001", "1bffffffffffffffff", "1b8000000000000000"}},
    {"negative", {"20", "3800", "37", "3b7fffffffffffffff", "8120", "a12000"}},
    {"indefinite",
     {"5fff", "5f4100ff", "7fff", "7f6161ff", "9fff", "9f00ff", "bfff", "bf0000ff", "ff", "1f", "3f", "df"}},
    {"a tag", {"c000", "c11a00000000", "d82000", "d9d9f700", "81c000", "a100c000"}},
    {"a float", {"f90000", "fa00000000", "fb0000000000000000", "f97e00", "81f90000"}},
    {"a simple value", {"e0", "f3", "f7", "f814", "f815", "f816", "f818", "f820", "f8ff", "fc", "fd", "fe"}},
    {"a reserved length", {"1c", "1d", "1e", "5c", "5d", "5e", "7c", "9c", "bc", "1c00000000000000000000"}},
    {"a key that is no number", {"a1616100", "a1410000", "a1f500", "a1f600", "a18000", "a1a000"}},
    {"keys twice or unsorted",
     {"a200000000", "a201000000", "a3000002000100", "a2181800181800", "a2190100001818 00", "81a200000000",
      "a100a201000000"}},
    {"not in NFC",
     {"6365cc81", "66e18492e185a1", "69e18492e185a1e186ab", "63e284ab", "64ceb9cc88", "64cc81cc81cc"}},
    {"not UTF-8", {"62c080",     "62c1bf",   "63e08080", "63e09fbf",       "64f0808080",
                   "64f08fbfbf", "63eda080", "63edbfbf", "66eda081edb080", "64f4908080",
                   "64f5808080", "6180",     "61bf",     "61ff",           "62c328",
                   "63e228a1",   "63e282",   "61c3",     "64f0288cbc",     "68f888808080616161"}},
    {"cut off",
     {"18",
      "19",
      "1900",
      "1a000000",
      "1b00000000000000",
      "41",
      "58",
      "5818",
      "6261",
      "81",
      "8200",
      "a1",
      "a100",
      "a2000001",
      "5bffffffffffffffff",
      "5b7fffffffffffffff",
      "7bffffffffffffffff",
      "9bffffffffffffffff",
      "bb8000000000000000",
      "bbffffffffffffffff",
      "9a00000401"}},
    {"more behind", {"0000", "f6f6", "4000", "600000", "8000", "a000", "810000", "a1000000"}},
};

bool isRead(QByteArrayView data) {
    CborReader reader(data);
    reader.skip();
    return reader.finished();
}

// One value of any shape from `in`, written again: equal to what was read, if one value has one encoding.
void copy(CborReader& in, CborWriter& out, int depth = 0) {
    if (depth > 2 * limits::cborDepth) {
        in.setFault();
    }
    switch (in.peek()) {
    case CborReader::Kind::UnsignedInteger:
        out.unsignedInteger(in.unsignedInteger());
        break;
    case CborReader::Kind::Bytes:
        out.bytes(in.bytes());
        break;
    case CborReader::Kind::Text:
        out.text(in.text());
        break;
    case CborReader::Kind::Boolean:
        out.boolean(in.boolean());
        break;
    case CborReader::Kind::Null:
        in.takeNull();
        out.null();
        break;
    case CborReader::Kind::Array: {
        const quint64 items = in.array();
        out.array(items);
        for (quint64 left = items; left > 0 && in.ok(); --left) {
            copy(in, out, depth + 1);
        }
        break;
    }
    case CborReader::Kind::Map: {
        const quint64 pairs = in.map();
        out.map(pairs);
        for (quint64 left = pairs; left > 0 && in.ok(); --left) {
            out.unsignedInteger(in.unsignedInteger());
            copy(in, out, depth + 1);
        }
        break;
    }
    case CborReader::Kind::Fault:
        in.setFault();
    }
}

QByteArray copied(QByteArrayView data) {
    CborReader in(data);
    CborWriter out;
    copy(in, out);
    return in.finished() ? out.take() : QByteArray();
}

void writeRandom(Dice& dice, CborWriter& out, int depth) {
    switch (dice.below(depth < 5 ? 8 : 6)) {
    case 0:
    case 1:
        out.unsignedInteger(dice.number());
        break;
    case 2:
        out.bytes(dice.bytes(dice.below(30)));
        break;
    case 3:
        out.text(dice.text());
        break;
    case 4:
        out.boolean(dice.coin());
        break;
    case 5:
        out.null();
        break;
    case 6: {
        const quint64 items = dice.below(5);
        out.array(items);
        for (quint64 i = 0; i < items; ++i) {
            writeRandom(dice, out, depth + 1);
        }
        break;
    }
    default: {
        const quint64 pairs = dice.below(5);
        out.map(pairs);
        quint64 key = dice.below(3);
        for (quint64 i = 0; i < pairs; ++i, key += 1 + dice.below(100)) {
            out.unsignedInteger(key);
            writeRandom(dice, out, depth + 1);
        }
    }
    }
}

QByteArray randomValue(Dice& dice) {
    CborWriter out;
    writeRandom(dice, out, 0);
    return out.take();
}

QByteArray nested(int arrays) {
    return QByteArray(arrays - 1, '\x81') + '\x80';
}

} // namespace

class TestCodec : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void refusesAllOtherEncodings_data();
    void refusesAllOtherEncodings();
    void readsItsOwn_data();
    void readsItsOwn();
    void countsDepthAndItems();
    void writesTextInOneForm();
    void writesWhatItReads();
    void refusesEveryCut();
    void readsNothingInTwoWays();
    void staysFaulty();
};

void TestCodec::refusesAllOtherEncodings_data() {
    QTest::addColumn<QByteArray>("data");
    for (const Others& others : otherEncodings) {
        for (const char* digits : others.encodings) {
            QTest::addRow("%s %s", others.why, digits) << hex(digits);
        }
    }
}

void TestCodec::refusesAllOtherEncodings() {
    QFETCH(QByteArray, data);
    QVERIFY(!isRead(data));
    QVERIFY(!isCanonicalMap(data));
    QVERIFY(copied(data).isEmpty() || copied(data) != data || !isRead(data));
    // Nor inside of something else.
    QVERIFY(!isRead('\x81' + data));
    QVERIFY(!isRead(hex("a100") + data));
}

void TestCodec::readsItsOwn_data() {
    QTest::addColumn<QByteArray>("data");
    for (const char* digits : {"00",
                               "17",
                               "1818",
                               "18ff",
                               "190100",
                               "19ffff",
                               "1a00010000",
                               "1affffffff",
                               "1b0000000100000000",
                               "1b0020000000000000",
                               "40",
                               "4100",
                               "60",
                               "6161",
                               "62c3a9",
                               "63ed959c",
                               "64f09f94a5",
                               "63efbbbf",
                               "64efbbbf61",
                               "6100",
                               "80",
                               "8100",
                               "a0",
                               "a10000",
                               "a200000100",
                               "a218ff0019010000",
                               "f4",
                               "f5",
                               "f6",
                               "83f4f5f6",
                               "a100a100a10080"}) {
        QTest::newRow(digits) << hex(digits);
    }
}

void TestCodec::readsItsOwn() {
    QFETCH(QByteArray, data);
    QVERIFY(isRead(data));
    QCOMPARE(copied(data), data);
    QCOMPARE(isCanonicalMap(data), (quint8(data.front()) >> 5) == 5);
}

void TestCodec::countsDepthAndItems() {
    QVERIFY(isRead(nested(limits::cborDepth)));
    QVERIFY(!isRead(nested(limits::cborDepth + 1)));
    QVERIFY(!isRead(nested(5000)));
    QVERIFY(isRead(QByteArray(7, '\x81') + hex("a0")));
    QVERIFY(!isRead(QByteArray(8, '\x81') + hex("a0")));

    const auto zeros = [](int count) { return QByteArray(count, '\0'); };
    QVERIFY(isRead(hex("990400") + zeros(1024)));
    QVERIFY(!isRead(hex("990401") + zeros(1025)));
    const auto mapOf = [](int pairs) {
        CborWriter out;
        out.map(quint64(pairs));
        for (int i = 0; i < pairs; ++i) {
            out.unsignedInteger(quint64(i)).null();
        }
        return out.take();
    };
    QVERIFY(isRead(mapOf(512)));
    QVERIFY(!isRead(mapOf(513)));
    // Summed over the whole: 2 + 1,022, and one more.
    QVERIFY(isRead(hex("8200") + hex("9903fe") + zeros(1022)));
    QVERIFY(!isRead(hex("8200") + hex("9903ff") + zeros(1023)));
}

void TestCodec::writesTextInOneForm() {
    CborWriter composed;
    CborWriter decomposed;
    composed.text(QStringLiteral("\ud55c\u00e9"));
    decomposed.text(QStringLiteral("\u1112\u1161\u11abe\u0301"));
    const QByteArray bytes = composed.take();
    QCOMPARE(bytes, hex("65ed959cc3a9"));
    QCOMPARE(decomposed.take(), bytes);
}

void TestCodec::writesWhatItReads() {
    Dice dice(1);
    for (int i = 0; i < 20000; ++i) {
        const QByteArray value = randomValue(dice);
        QCOMPARE(copied(value), value);
        CborReader reader(value);
        reader.skip();
        QVERIFY(reader.finished());
    }
}

void TestCodec::refusesEveryCut() {
    Dice dice(2);
    for (int i = 0; i < 500; ++i) {
        const QByteArray value = randomValue(dice);
        for (qsizetype size = 0; size < value.size(); ++size) {
            QVERIFY(!isRead(value.first(size)));
        }
        QVERIFY(!isRead(value + char(dice.below(256))));
    }
}

void TestCodec::readsNothingInTwoWays() {
    Dice dice(3);
    int readable = 0;
    for (int i = 0; i < 100000; ++i) {
        const QByteArray altered = dice.mutated(randomValue(dice));
        if (isRead(altered)) {
            QCOMPARE(copied(altered), altered);
            ++readable;
        }
    }
    QVERIFY(readable > 1000 && readable < 90000);
    for (int i = 0; i < 2000; ++i) {
        eachAlteredByte(randomValue(dice).first(1), [](const QByteArray& altered) {
            QVERIFY(!isRead(altered) || copied(altered) == altered);
        });
    }
}

// After the first fault a decoder goes on reading zeros, to the end of its structure, and asks once.
void TestCodec::staysFaulty() {
    const QByteArray negative = hex("8320010203");
    CborReader reader(negative);
    QCOMPARE(reader.array(), quint64(3));
    QCOMPARE(reader.unsignedInteger(), quint64(0));
    QVERIFY(!reader.ok());
    QCOMPARE(reader.unsignedInteger(), quint64(0));
    QCOMPARE(reader.array(), quint64(0));
    QCOMPARE(reader.map(), quint64(0));
    QVERIFY(reader.bytes().isEmpty() && reader.text().isEmpty() && !reader.boolean() && !reader.takeNull());
    QVERIFY(reader.peek() == CborReader::Kind::Fault);
    QVERIFY(!reader.finished() && !reader.atEnd());
    // 2 + 2^64 - 1 items, which added carelessly are one.
    const QByteArray wrapping = hex("829bffffffffffffffff");
    CborReader wide(wrapping);
    QCOMPARE(wide.array(), quint64(2));
    QCOMPARE(wide.array(), quint64(0));
    QVERIFY(!wide.ok());
}

QTEST_APPLESS_MAIN(TestCodec)
#include "test_codec.moc"
