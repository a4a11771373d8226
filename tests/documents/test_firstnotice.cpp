// What one person alone may release: the form that was approved, and not one sign of anything else.
#include "documents/noticesfile.h"
#include "documents/starter.h"
#include "documents/written.h"
#include "domain/notice/render.h"

#include <random>

using namespace bongsu;

namespace {

QString word(const char* text) {
    return QString::fromUtf8(text);
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

const QByteArray good = R"(first-notice: 1
services:
  - {ko: 메신저, en: Messenger}
  - {ko: 택시, en: Taxi}
contacts: [1577-0000]
texts:
  - channels: [page, x]
    for: users
    tells: [event, response, contact]
    title: {ko: "{{services_short}} 장애", en: "{{services_short}} down"}
    body:
      ko: "{{since}}부터 {{services}} 장애. 조치 중. {{next}} 다시. 문의 {{contact}}"
      en: "{{services}} down since {{since}}. Next {{next}}. Ask {{contact}}"
  - channels: [form]
    for: users
    variables: yes
    body: {ko: "{{since}}부터 장애"}
)";

using Chance = std::mt19937;

std::size_t below(Chance& chance, std::size_t most) {
    return chance() % most;
}

FirstNoticeSlots anySlots(const FirstNotice& form, Chance& chance) {
    FirstNoticeSlots given{{},
                           at("2022-10-15T00:00:00+09:00") + std::chrono::minutes(below(chance, 2880)),
                           at("2022-10-15T12:00:00+09:00") + std::chrono::minutes(below(chance, 600'000)),
                           form.contacts[below(chance, form.contacts.size())],
                           word("7K4-M2P"),
                           at("2022-10-15T15:37:00+09:00")};
    std::vector<LocalText> services = form.services;
    std::shuffle(services.begin(), services.end(), chance);
    services.resize(1 + below(chance, services.size()));
    given.services = services;
    if (below(chance, 4) == 0) {
        given.utcOffset = std::chrono::minutes(30 * (int(below(chance, 50)) - 24));
    }
    return given;
}

// One sign more, less or another, anywhere in a text's title or body.
void changeOneSign(NoticeText& text, Chance& chance) {
    static const QString signs = word("가나다장애원인화재추정복구0123456789:., -~abcXYZ\n…。：１［］[]") +
                                 QChar(0x200B) + QChar(0x00A0) + QChar(0x202E);
    QString& part = !text.title.isEmpty() && below(chance, 4) == 0 ? text.title : text.body;
    const qsizetype place = qsizetype(below(chance, std::size_t(part.size())));
    const QChar sign = signs[qsizetype(below(chance, std::size_t(signs.size())))];
    switch (below(chance, 4)) {
    case 0:
        part.insert(place, sign);
        break;
    case 1:
        part.remove(place, 1);
        break;
    case 2:
        part += sign;
        break;
    default:
        part[place] = sign;
    }
}

} // namespace

class TestFirstNotice : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void aGoodFileIsRead();
    void eachFaultHasItsPlace_data();
    void eachFaultHasItsPlace();
    void channelsAreThoseThereAre();
    void anyByteMayBeLost();
    void whateverIsFilledFits();
    void nothingElseIsFilled();
    void noOtherSignFits();
    void noOtherWordFits_data();
    void noOtherWordFits();
    void slotsSayTheSameEverywhere();
    void onlyADrillSaysSo();

  private:
    NoticeTexts filled(bool isDrill = false) const;

    FirstNotice m_form;
};

void TestFirstNotice::initTestCase() {
    const auto form = readFirstNotice(starterFirstNotice());
    QVERIFY2(form, qPrintable(told(form)));
    m_form = *form;
}

NoticeTexts TestFirstNotice::filled(bool isDrill) const {
    return *fill(m_form, {{m_form.services[3], m_form.services[10], m_form.services[8], m_form.services[0]},
                          at("2022-10-15T15:30:00+09:00"),
                          at("2022-10-15T16:10:00+09:00"),
                          m_form.contacts.front(),
                          word("7K4-M2P"),
                          at("2022-10-15T15:37:00+09:00"),
                          seoulOffset,
                          isDrill});
}

void TestFirstNotice::aGoodFileIsRead() {
    const auto form = readFirstNotice(good);
    QVERIFY2(form, qPrintable(told(form)));
    QCOMPARE(form->services.size(), std::size_t(2));
    QCOMPARE(form->contacts.front().en, word("1577-0000"));
    QCOMPARE(form->texts.size(), std::size_t(5)); // page and x in two languages, form in one
    QVERIFY(form->texts.back().hasVariables && form->texts.back().title.empty());
    QCOMPARE(form->texts[0].title, (std::vector<FirstNoticePiece>{{{}, FirstNoticeSlot::ServicesShort},
                                                                  {word(" 장애"), std::nullopt}}));
    const auto texts = fill(*form, {{form->services[1]},
                                    at("2022-10-15T15:30:00+09:00"),
                                    at("2022-10-16T00:10:00+09:00"),
                                    form->contacts[0],
                                    word("7K4-M2P"),
                                    at("2022-10-15T15:37:00+09:00")});
    QVERIFY(texts);
    QCOMPARE(texts->texts[0].title, word("택시 장애"));
    QCOMPARE(texts->texts[0].body,
             word("15:30부터 택시 장애. 조치 중. 10월 16일 00:10 다시. 문의 1577-0000"));
    QCOMPARE(texts->texts[1].body, word("Taxi down since 15:30 KST. Next 16 Oct 00:10 KST. Ask 1577-0000"));
    QCOMPARE(texts->texts[4].variables, (std::vector<Variable>{{word("since"), word("15:30")}}));
}

void TestFirstNotice::eachFaultHasItsPlace_data() {
    faultColumns();
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, int line, int column,
                        FaultCode code, const char* one = "", const char* other = "") {
        faultRow(name, changed(good, from, to), {{line, column, code, word(one), word(other)}});
    };
    row("another version", "first-notice: 1", "first-notice: 9", 1, 15, FaultCode::UnknownVersion, "9", "1");
    row("a cause", "장애. 조치 중.", "장애. 원인 {{cause}}.", 12, 44, FaultCode::UnknownPlace, "cause");
    row("a time of recovery", "Next {{next}}", "Back {{recovery}}", 13, 52, FaultCode::UnknownPlace,
        "recovery");
    row("a part that may be absent", "{{since}}부터 장애\"", "{{#since}}{{since}}부터{{/since}} 장애\"", 17,
        16, FaultCode::PlaceUnread, "{{#since}}{{since}}부터{{/since}} 장애");
    row("an audience there is not", "for: users\n    tells", "for: user\n    tells", 8, 10,
        FaultCode::NotOneOf, "user", "users, staff, partners, authorities, press");
    row("a service twice", "ko: 택시", "ko: 메신저", 4, 5, FaultCode::Doubled, "메신저", "3");
    row("a channel twice", "[page, x]", "[page, form]", 14, 16, FaultCode::Doubled, "form ko", "7");
    row("not all is told", "[event, response, contact]", "[event, response]", 7, 3,
        FaultCode::DisclosureUntold);
    row("no place to ask", "Ask {{contact}}", "Ask us", 9, 12, FaultCode::ContactUntold);
    row("no channels", "  - channels: [form]\n    for: users", "  - for: users", 14, 5, FaultCode::MissingKey,
        "channels");
}

void TestFirstNotice::eachFaultHasItsPlace() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QCOMPARE(told(readFirstNotice(file)), expected);
}

void TestFirstNotice::channelsAreThoseThereAre() {
    Channels channels;
    Channel page;
    page.key = word("page");
    page.languages = {Language::Korean};
    Channel form;
    form.key = word("form");
    form.languages = {Language::Korean};
    channels.channels = {page, form};
    QCOMPARE(told(readFirstNotice(good, &channels)),
             told({{7, 22, FaultCode::UnknownChannel, word("x")},
                   {12, 7, FaultCode::NotOneOf, word("en"), word("ko")}}));
}

void TestFirstNotice::anyByteMayBeLost() {
    losesAnyByte(good, [](const QByteArray& file) { return readFirstNotice(file); });
}

void TestFirstNotice::whateverIsFilledFits() {
    Chance chance(1519);
    for (int i = 0; i < 1000; ++i) {
        FirstNoticeSlots given = anySlots(m_form, chance);
        given.isDrill = i % 5 == 0;
        std::vector<QString> channels; // all, or some
        for (const FirstNoticeText& text : m_form.texts) {
            if (i % 2 == 0 && below(chance, 2) == 0) {
                channels.push_back(text.channel);
            }
        }
        const auto texts = fill(m_form, given, channels);
        QVERIFY2(texts, qPrintable(given.services.front().ko));
        QVERIFY(fits(m_form, *texts, given.isDrill));
        QVERIFY(!fits(m_form, *texts, !given.isDrill));
        QVERIFY(fits(m_form, *decodeNoticeTexts(encodeNoticeTexts(*texts)), given.isDrill));
    }
}

void TestFirstNotice::nothingElseIsFilled() {
    Chance chance(1530);
    const FirstNoticeSlots right = anySlots(m_form, chance);
    FirstNoticeSlots wrong = right;
    wrong.services = {{word("판교 데이터센터 화재"), word("fire in Pangyo")}};
    QVERIFY(!fill(m_form, wrong));
    wrong = right;
    wrong.services.clear();
    QVERIFY(!fill(m_form, wrong));
    wrong = right;
    wrong.services.push_back(wrong.services.front());
    wrong.services.resize(2);
    QVERIFY(!fill(m_form, wrong) || wrong.services.front() != wrong.services.back());
    wrong = right;
    wrong.contact = {word("02-000-0000"), word("02-000-0000")};
    QVERIFY(!fill(m_form, wrong));
    wrong = right;
    wrong.code = word("화재");
    QVERIFY(!fill(m_form, wrong));
    QVERIFY(fill(m_form, right));
}

void TestFirstNotice::noOtherSignFits() {
    Chance chance(20221015);
    int changes = 0;
    while (changes < 10'000) {
        const bool isDrill = changes % 10 == 0;
        const auto right = fill(m_form, anySlots(m_form, chance));
        QVERIFY(right);
        for (int i = 0; i < 50; ++i) {
            NoticeTexts wrong = *right;
            for (std::size_t signs = 1 + below(chance, 2); signs > 0; --signs) {
                changeOneSign(wrong.texts[below(chance, wrong.texts.size())], chance);
            }
            if (!(wrong == *right)) {
                ++changes;
                QVERIFY2(!fits(m_form, wrong, isDrill), encodeNoticeTexts(wrong).constData());
            }
        }
    }
    qInfo("%d changed texts, none fits", changes);
}

void TestFirstNotice::noOtherWordFits_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    const auto row = [](const char* from, const char* to) { QTest::newRow(from) << word(from) << word(to); };
    // In all texts at once, so that they agree.
    row("원인을 확인하며", "화재로 확인하며");
    row(" 긴급 조치", " 2시간 안에 복구하고 긴급 조치");
    row("15:30", "25:30");
    row("15:30경", "15:30 KST경");
    row("16:10", "13월 1일 16:10");
    row("문의 1577-0000", "문의 1577-0001");
    row("메신저", "이메신저");
    row("외 1", "외 01");
    row(" 외 1", " 외 -1");
    row("메신저, 택시", "메신저,택시");
    row("지도", "메신저");
    row("지도", "판교 화재");
    row("status.example.kr", "status.example.com");
    row("[장애 안내]", "[장애안내]");
    row("KST", "UTC+09:60");
}

void TestFirstNotice::noOtherWordFits() {
    QFETCH(QString, from);
    QFETCH(QString, to);
    NoticeTexts texts = filled();
    QVERIFY(fits(m_form, texts));
    int places = 0;
    for (NoticeText& text : texts.texts) {
        places += int(text.body.count(from));
        text.title.replace(from, to);
        text.body.replace(from, to);
        for (Variable& variable : text.variables) {
            variable.value.replace(from, to);
        }
    }
    QVERIFY(places > 0);
    QVERIFY(!fits(m_form, texts));
}

void TestFirstNotice::slotsSayTheSameEverywhere() {
    const NoticeTexts right = filled();
    const auto refused = [&](const char* what, const auto& change) {
        NoticeTexts wrong = right;
        change(wrong);
        QVERIFY2(!(wrong == right), what);
        QVERIFY2(!fits(m_form, wrong), what);
    };
    refused("another step", [](NoticeTexts& all) { all.step = NoticeStep::Identified; });
    refused("no code", [](NoticeTexts& all) { all.code.clear(); });
    refused("words in the code", [](NoticeTexts& all) { all.code = word("화재"); });
    refused("no service", [](NoticeTexts& all) { all.affected = {{word(" "), ServiceState::Degraded}}; });
    refused("a service twice", [](NoticeTexts& all) {
        all.affected = {{word("메신저"), ServiceState::MajorOutage},
                        {word("메신저"), ServiceState::Degraded}};
    });
    NoticeTexts affected = right;
    affected.affected = {{word("메신저"), ServiceState::MajorOutage}, {word("택시"), ServiceState::Unknown}};
    QVERIFY(fits(m_form, affected));
    refused("nothing", [](NoticeTexts& all) { all.texts.clear(); });
    refused("twice", [](NoticeTexts& all) { all.texts.push_back(all.texts.back()); });
    refused("another order", [](NoticeTexts& all) { std::swap(all.texts[0], all.texts[1]); });
    refused("another channel", [](NoticeTexts& all) { all.texts.back().channel = word("y"); });
    refused("another language", [](NoticeTexts& all) { all.texts.back().language = Language::English; });
    refused("another audience", [](NoticeTexts& all) { all.texts[0].audience = Audience::Press; });
    refused("less told", [](NoticeTexts& all) { all.texts[0].tells.pop_back(); });
    refused("a title more", [](NoticeTexts& all) { all.texts.back().title = word("장애"); });
    refused("no title", [](NoticeTexts& all) { all.texts[0].title.clear(); });
    refused("a variable more", [](NoticeTexts& all) {
        all.texts[0].variables = {{word("cause"), word("화재")}};
    });
    refused("other times in English", [](NoticeTexts& all) {
        for (NoticeText& text : all.texts) {
            text.body.replace(word("15:30 KST"), word("03:30 KST"));
        }
    });
    refused("another service in English", [](NoticeTexts& all) {
        for (NoticeText& text : all.texts) {
            text.body.replace(word("Taxi"), word("News"));
        }
    });
    refused("another in short than in full", [](NoticeTexts& all) {
        for (NoticeText& text : all.texts) {
            text.body.replace(word("메신저 등"), word("택시 등"));
            text.title.replace(word("메신저 등"), word("택시 등"));
        }
    });
}

void TestFirstNotice::onlyADrillSaysSo() {
    NoticeTexts drill = filled(true);
    QVERIFY(fits(m_form, drill, true) && !fits(m_form, drill));
    QVERIFY(!fits(m_form, filled(), true));
    drill.texts[0].body.remove(0, drillMark(Language::Korean).size() + 1);
    QVERIFY(!fits(m_form, drill, true) && !fits(m_form, drill));
}

QTEST_GUILESS_MAIN(TestFirstNotice)
#include "test_firstnotice.moc"
