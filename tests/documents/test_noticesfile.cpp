#include "documents/noticesfile.h"
#include "documents/written.h"

using namespace bongsu;

namespace {

const QByteArray good = R"(notices: 1
templates:
  - step: investigating
    for: [users, press]
    title: {ko: "장애", en: Outage}
    short-title: 장애
    sentences:
      - rank: 1
        tells: [event]
        text: {ko: "{{since}}부터 장애.", en: "Down since {{since}}."}
        short: {ko: "장애.", en: "Down."}
      - rank: 2
        text: {ko: "{{#next}}다음 {{next}}{{/next}}", en: "{{#next}}Next {{next}}{{/next}}"}
  - step: investigating
    for: users
    failures: [network, surge]
    title: 네트워크
    sentences:
      - {rank: 1, text: {ko: "문의 {{contact}}", en: "Ask {{contact}}"}, tells: contact}
  - step: investigating
    for: staff
    title: 내부
    sentences:
      - {rank: 1, text: {ko: "{{internal}}", en: "{{internal}}"}}
)";

QString word(const char* text) {
    return QString::fromUtf8(text);
}

} // namespace

class TestNoticesFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aGoodFileIsRead();
    void bothPagesShowTheSameExamples();
    void eachFaultHasItsPlace_data();
    void eachFaultHasItsPlace();
    void anyByteMayBeLost();
};

void TestNoticesFile::aGoodFileIsRead() {
    const auto templates = readNotices(good);
    QVERIFY2(templates, qPrintable(told(templates)));
    QCOMPARE(templates->templates.size(), std::size_t(3));
    const NoticeTemplate& first = templates->templates[0];
    QCOMPARE(first.audiences, (std::vector<Audience>{Audience::Users, Audience::Press}));
    QCOMPARE(first.title, (LocalText{word("장애"), word("Outage")}));
    QCOMPARE(first.briefTitle, (LocalText{word("장애"), word("장애")}));
    const TemplateSentence expected{{word("{{since}}부터 장애."), word("Down since {{since}}.")},
                                    {word("장애."), word("Down.")},
                                    1,
                                    {Disclosure::Event}};
    QCOMPARE(first.sentences.front(), expected);
    QCOMPARE(templates->of(NoticeStep::Investigating, Audience::Users, word("surge")),
             &templates->templates[1]);
    QCOMPARE(templates->of(NoticeStep::Investigating, Audience::Press, word("surge")), &first);
}

void TestNoticesFile::bothPagesShowTheSameExamples() {
    const auto english = readNotices(exampleIn(QStringLiteral("notices.md"), 2));
    const auto korean = readNotices(exampleIn(QStringLiteral("notices.ko.md"), 2));
    QVERIFY2(english, qPrintable(told(english)));
    QVERIFY2(korean, qPrintable(told(korean)));
    QVERIFY(*english == *korean && !english->templates.empty());
    const auto first = readFirstNotice(exampleIn(QStringLiteral("notices.md"), 3));
    const auto firstInKorean = readFirstNotice(exampleIn(QStringLiteral("notices.ko.md"), 3));
    QVERIFY2(first, qPrintable(told(first)));
    QVERIFY2(firstInKorean, qPrintable(told(firstInKorean)));
    QVERIFY(*first == *firstInKorean && !first->texts.empty());
}

void TestNoticesFile::eachFaultHasItsPlace_data() {
    faultColumns();
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, int line, int column,
                        FaultCode code, const char* one = "", const char* other = "") {
        faultRow(name, changed(good, from, to), {{line, column, code, word(one), word(other)}});
    };
    row("another version", "notices: 1", "notices: 0", 1, 10, FaultCode::UnknownVersion, "0", "1");
    row("a step there is not", "step: investigating\n    for: staff", "step: rumour\n    for: staff", 20, 11,
        FaultCode::NotOneOf, "rumour",
        "investigating, identified, monitoring, resolved, correction, afterwards, compensation");
    row("a template twice", "    for: users\n    failures: [network, surge]\n", "    for: press\n", 14, 11,
        FaultCode::Doubled, "investigating, press", "3");
    row("one of a type twice", "[network, surge]", "[network, network]", 16, 25, FaultCode::Doubled,
        "network", "16");
    row("a place there is not", "Down since {{since}}", "Down since {{sinse}}", 10, 55,
        FaultCode::UnknownPlace, "sinse", "since");
    row("behind Hangul", "\"장애.\"", "\"장애. {{x}}\"", 11, 26, FaultCode::UnknownPlace, "x");
    row("an internal fact for users", "{ko: \"장애.\"", "{ko: \"{{internal}}\"", 11, 22,
        FaultCode::UnknownPlace, "internal");
    row("a part that is not closed", "Next {{next}}{{/next}}", "Next {{next}}", 13, 58,
        FaultCode::PlaceUnclosed, "next");
    row("a part that is not open", "\"Down.\"", "\"Down.{{/next}}\"", 11, 38, FaultCode::PlaceUnopened,
        "next");
    row("what would be escaped", "\"Down.\"", "\"{{{next}}}\"", 11, 33, FaultCode::PlaceUnread, "{{{next}}");
    row("one language alone", ", en: \"Down since {{since}}.\"", "", 10, 15, FaultCode::MissingKey, "en");
    row("nothing stays", "rank: 1\n", "rank: 2\n", 8, 7, FaultCode::NothingStays);
    row("a rank there is not", "rank: 2", "rank: 10", 12, 15, FaultCode::OutOfRange, "10", "1–9");
    row("no rank", "      - rank: 2\n        text", "      - text", 12, 9, FaultCode::MissingKey, "rank");
    row("a disclosure there is not", "tells: [event]", "tells: [cause]", 9, 17, FaultCode::NotOneOf, "cause",
        "event, response, contact");
    row("no place to ask", "Ask {{contact}}", "Ask us", 19, 70, FaultCode::ContactUntold);
}

void TestNoticesFile::eachFaultHasItsPlace() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QCOMPARE(told(readNotices(file)), expected);
}

void TestNoticesFile::anyByteMayBeLost() {
    losesAnyByte(good, [](const QByteArray& file) { return readNotices(file); });
}

QTEST_GUILESS_MAIN(TestNoticesFile)
#include "test_noticesfile.moc"
