// What people write, and times: harmless and whole in every file.
#include "statuspage/bundle.h"
#include "statuspage/harmless.h"
#include "statuspage/pagesamples.h"
#include "statuspage/pagetime.h"

#include "support/keyedhash.h"

#include <QJsonDocument>
#include <QTest>
#include <QXmlStreamReader>

using namespace bongsu;
using namespace bongsu::samples;

class TestPagetext : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void textsAreHarmless() {
        QCOMPARE(harmlessText(text("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf")), text("abcdef"));
        QCOMPARE(
            harmlessText(text("a") + QChar(0) + QChar(7) + QChar(0x9B) + QChar(0xD800) + text("b\uFFFE")),
            text("a\uFFFDb"));
        QCOMPARE(harmlessText(text("a\r\nb\rc\u2028d\n\n\n\ne\tf")), text("a\nb\nc\nd\n\ne f"));
        QCOMPARE(harmlessText(text("👨‍👩‍👧 한글")),
                 text("👨‍👩‍👧 한글")); // joiners of emoji stay
        QCOMPARE(harmlessLine(text(" a\n\n b ")), text("a b"));
        QCOMPARE(harmlessText(text("\u1112\u1161\u11ab")), text("한")); // as some systems write file names
        QCOMPARE(shortened(text("가나다라"), 3), text("가나…"));
        QCOMPARE(shortened(text("가나다"), 3), text("가나다"));
        QCOMPARE(shortened(text("e") + text("\u0301").repeated(15) + text("가"), 3),
                 text("e") + text("\u0301").repeated(15) + text("가"));
        QCOMPARE(shortened(text("e") + text("\u0301").repeated(16) + text("가"), 3), text("\uFFFD가"));
        // Cut anywhere, each of these would join the next.
        const QString families = (text("👨") + text("\u0301").repeated(13) + text("\u200D👩")).repeated(20);
        QCOMPARE(shortened(families, 30), shortened(shortened(families, 30), 30));
        // Without the Cyrillic letter the rest is divided as Burmese is: after each sign.
        const QString scripts =
            text("1\u0368").repeated(5) + text("\u0528") + text("\u0368").repeated(16) + text("-\u102F");
        QCOMPARE(shortened(scripts, 7), shortened(shortened(scripts, 7), 7));
    }

    // Anything at all, in every place where somebody may write.
    void anyTextLeavesTheFilesWhole() {
        static const char32_t pieces[] = {U'<',   U'>',   U'&',   U'"',    U'\'',   U'\n',    U'\r',  U'%',
                                          U'1',   U'\\',  U'{',   0,       0x0B,    0x1B,     0x80,   0x85,
                                          0xAD,   0x301,  0x200B, 0x200D,  0x202E,  0x2028,   0x2066, 0xD800,
                                          0xDFFF, 0xFEFF, 0xFFFE, 0x1F468, 0xE0041, 0x10FFFF, 0xAC00, 0x1100,
                                          0x0627, U']',   U'-',   U'!',    U' '};
        SeededRandomness chance("texts");
        const auto random = [&] {
            QString text;
            const QByteArray bytes = chance.bytes(1 + quint8(chance.bytes(1).front()) % 60);
            for (const char byte : bytes) {
                const char32_t piece = pieces[std::size_t(quint8(byte)) % std::size(pieces)];
                text += piece < 0x10000 ? QString(QChar(char16_t(piece))) : QString::fromUcs4(&piece, 1);
            }
            return text;
        };
        int parsed = 0;
        for (int round = 0; round < 100; ++round) {
            PublicPage page = pangyo();
            page.organisation = {random(), random()};
            page.contact = {random(), random()};
            page.components.front().name = {random(), random()};
            page.groups.front().name = {random(), random()};
            for (PublicIncident& incident : page.incidents) {
                incident.id = random();
                incident.title = {random(), random()};
                for (PublicUpdate& update : incident.updates) {
                    update.id = random();
                    update.code = random();
                    update.text = {random(), random()};
                }
            }
            for (const auto& [path, bytes] : bundleOf(page, KeyedHashSigner("page"))) {
                QVERIFY(bytes.isValidUtf8());
                if (path.endsWith(u".json")) {
                    QVERIFY2(QJsonDocument::fromJson(bytes).isObject(), qPrintable(path));
                } else if (path.endsWith(u".atom") || path.endsWith(u".rss")) {
                    QXmlStreamReader xml(bytes);
                    while (!xml.atEnd()) {
                        xml.readNext();
                    }
                    QVERIFY2(!xml.hasError(), qPrintable(path + xml.errorString()));
                } else if (path.endsWith(u".html")) {
                    // Every < begins one of our elements, and as many end as begin.
                    QByteArray rest = bytes;
                    for (const char* element :
                         {"a",      "article", "body", "div",  "footer", "h1",   "h2",    "h3",   "head",
                          "header", "html",    "li",   "main", "nav",    "ol",   "p",     "span", "style",
                          "table",  "tbody",   "td",   "th",   "thead",  "time", "title", "tr",   "ul"}) {
                        const QByteArray name(element);
                        const auto begin = bytes.count('<' + name + '>') + bytes.count('<' + name + ' ');
                        QCOMPARE(bytes.count("</" + name + '>'), begin);
                        rest.replace('<' + name + '>', "")
                            .replace('<' + name + ' ', "")
                            .replace("</" + name + '>', "");
                    }
                    rest.replace("<meta ", "").replace("<link ", "").replace("<!DOCTYPE html>", "");
                    QVERIFY2(!rest.contains('<'), qPrintable(path));
                }
                ++parsed;
            }
        }
        qInfo("%d files", parsed);
    }

    void idsAreHarmless() {
        QCOMPARE(harmlessId(text("9c77b2-1")), text("9c77b2-1"));
        for (const char* id : {"", "../x", "A", "a/b", "-a", "a-", "a--b", "a.b", "con\n", "<b>"}) {
            QCOMPARE(harmlessId(text(id)).size(), 32);
        }
        QVERIFY(harmlessId(text("A")) != harmlessId(text("a")));
    }

    void timesAreTheOnesOfThePage() {
        const PageZone korea;
        const Moment noon = at("2022-10-15T12:05:09.007+09:00");
        QCOMPARE(isoIn(korea, noon), text("2022-10-15T12:05:09.007+09:00"));
        QCOMPARE(rfc822In(korea, noon), text("Sat, 15 Oct 2022 12:05:09 +0900"));
        QCOMPARE(isoIn({text("St John's"), std::chrono::minutes(-210)}, noon),
                 text("2022-10-14T23:35:09.007-03:30"));
        QCOMPARE(dayAndClockIn(korea, noon, noon, Language::Korean), text("10월 15일 (토) 12:05"));
        QCOMPARE(dayAndClockIn(korea, noon, at("2023-01-01T00:00:00+09:00"), Language::English),
                 text("Sat 15 October 2022, 12:05"));
    }
};

QTEST_GUILESS_MAIN(TestPagetext)
#include "test_pagetext.moc"
