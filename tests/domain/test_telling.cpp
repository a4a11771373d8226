// What people see before they send: how many, for how much, how long; what telling stands on; and what
// somebody who is called reads and answers.
#include "domain/notice/count.h"
#include "domain/notice/fatecheck.h"
#include "domain/notice/pagetext.h"
#include "domain/notice/reach.h"
#include "domain/notice/textmeasure.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

Channel sms(const char* key = "sms") {
    Channel channel;
    channel.key = word(key);
    channel.kind = ChannelKind::Sms;
    channel.via = word("sens");
    channel.audiences = {Audience::Users};
    channel.languages = {Language::Korean};
    channel.recipients = word("users");
    return channel;
}

Channel post(const char* key, StandsOn on) {
    Channel channel;
    channel.key = word(key);
    channel.kind = ChannelKind::Slack;
    channel.audiences = {Audience::Users};
    channel.languages = {Language::Korean};
    channel.standsOn = std::move(on);
    return channel;
}

const DeviceId relay = DeviceId::zeros();

} // namespace

class TestTelling : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aBulkSendingSaysWhatItCosts();
    void whatNobodyCountedIsNotKnown();
    void channelsGoOutTogether();
    void whatLeavesNothingComesFirst();
    void placesThatGoTogether();
    void aTelephoneShowsAllOfIt_data();
    void aTelephoneShowsAllOfIt();
    void aMailSaysWhatToDo();
    void answersAreReadLeniently_data();
    void answersAreReadLeniently();
};

void TestTelling::aBulkSendingSaysWhatItCosts() {
    Organisation organisation;
    organisation.recipients[{word("users"), relay}] = 42'001;
    Channel channel = sms();
    channel.costPerMessage = 900; // 9 won
    channel.perMinute = 3000;
    QCOMPARE(reachOf(channel, organisation), (Reach{42'001, 378'009, Millis(14min)}));
    channel.perMinute = 100'000; // all within the first minute
    QCOMPARE(reachOf(channel, organisation).lasts, std::nullopt);
    channel.costPerMessage = 1;
    QCOMPARE(reachOf(channel, organisation).won, std::optional<quint64>(421)); // rounded up
}

void TestTelling::whatNobodyCountedIsNotKnown() {
    Organisation organisation;
    QCOMPARE(reachOf(sms(), organisation), Reach());
    organisation.recipients[{word("users"), relay}] = 10;
    organisation.recipients[{word("users"), *DeviceId::tryFrom(QByteArray(32, '\1'))}] =
        12; // another relay's
    QCOMPARE(reachOf(sms(), organisation).messages, std::optional<quint64>(12));
    QCOMPARE(reachOf(post("slack", {}), organisation).messages, std::optional<quint64>(1));
}

void TestTelling::channelsGoOutTogether() {
    Organisation organisation;
    organisation.recipients[{word("users"), relay}] = 1000;
    Channel slow = sms("slow");
    slow.perMinute = 10;
    slow.costPerMessage = 100;
    Channel quick = sms("quick");
    quick.costPerMessage = 200;
    const Channel slack = post("slack", {});
    QCOMPARE(reachOf({&slow, &quick, &slack}, organisation), (Reach{2000, 3000, Millis(99min)}));
    Channel unknown = sms("unknown");
    unknown.recipients = word("nobody counted");
    QCOMPARE(reachOf({&slow, &unknown}, organisation).messages, std::nullopt);
    QCOMPARE(reachOf({&slack}, organisation), (Reach{0, std::nullopt, std::nullopt}));
}

void TestTelling::whatLeavesNothingComesFirst() {
    Catalogue catalogue;
    CatalogueService messenger;
    messenger.key = word("메신저");
    messenger.sites = {word("판교")};
    catalogue.services = {messenger};
    catalogue.sites = {CatalogueSite{word("판교"), {}, {}}};
    Channels channels;
    channels.channels = {post("own", {.services = {word("메신저")}}), post("site", {.sites = {word("판교")}}),
                         post("nothing", {})};
    channels.channels[2].audiences = {Audience::Staff};
    Channel practice = post("practice", {});
    practice.sandbox = true;
    channels.channels.push_back(practice);
    channels.paths = {{word("릴레이"), {.sites = {word("판교")}}}};
    const std::vector<FateFinding> found = fateFindings(channels, catalogue);
    // A service at one site alone goes with it, so that both channels to users do.
    QCOMPARE(found, (std::vector<FateFinding>{{FateRisk::NothingLeft, {}, word("판교")},
                                              {FateRisk::OnOwnService, word("own"), word("메신저")},
                                              {FateRisk::OnOwnSite, word("site"), word("판교")},
                                              {FateRisk::OnOwnSite, word("릴레이"), word("판교")},
                                              {FateRisk::Undeclared, word("nothing"), {}}}));
    channels.channels[0].standsOn = {.others = {word("구름 가")}};
    const auto better = fateFindings(channels, catalogue);
    QVERIFY(std::none_of(better.begin(), better.end(),
                         [](const FateFinding& one) { return one.risk == FateRisk::NothingLeft; }));
}

void TestTelling::placesThatGoTogether() {
    Channels channels;
    Channel page = post("page", {});
    page.kind = ChannelKind::StatusPage;
    page.places = {{word("one"), word("s3"), {}, {.others = {word("구름 가")}}}};
    channels.channels = {page, post("x", {.others = {word("x.com")}})};
    QCOMPARE(fateFindings(channels, {}), (std::vector<FateFinding>{{FateRisk::OnePlace, word("page"), {}}}));
    channels.channels[0].places.push_back({word("two"), word("webdav"), {}, {.others = {word("구름 가")}}});
    QCOMPARE(fateFindings(channels, {}),
             (std::vector<FateFinding>{{FateRisk::PlacesTogether, word("page"), word("구름 가")}}));
    channels.channels[0].places[1].standsOn.others = {word("웹 호스팅 나")};
    QCOMPARE(fateFindings(channels, {}), std::vector<FateFinding>());
}

void TestTelling::aTelephoneShowsAllOfIt_data() {
    QTest::addColumn<QString>("called");
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("drill");
    QTest::newRow("as most are") << word("총괄 지휘") << word("판교 데이터센터 화재") << false;
    QTest::newRow("a long title") << word("총괄 지휘")
                                  << word("판교 데이터센터 전원 상실로 메신저 등 전 서비스가 멈춤") << false;
    QTest::newRow("long names") << word("네트워크·전송망 복구 책임자 (정)")
                                << word("판교 데이터센터 전원 상실") << true;
    QTest::newRow("no title") << word("총괄 지휘") << QString() << false;
    QTest::newRow("what no telephone shows") << word("총괄 🔥") << word("판교 🔥 화재 – 전원") << false;
    QTest::newRow("lines") << word("총괄") << word("판교\n화재") << false;
}

void TestTelling::aTelephoneShowsAllOfIt() {
    QFETCH(QString, called);
    QFETCH(QString, title);
    QFETCH(bool, drill);
    for (const Language language : {Language::Korean, Language::English}) {
        const QString body =
            pageText(sms(), language,
                     {.called = called, .title = title, .code = word("0421"), .isDrill = drill})
                .body;
        const EucKrCount count = eucKrBytes(body);
        QVERIFY2(count.bytes <= smsBytes && count.foreign.isEmpty(), qPrintable(body));
        QVERIFY2(body.contains(word("0421X")) && body.contains(called.left(2)), qPrintable(body));
        QVERIFY(!body.contains(u'\n'));
        QCOMPARE(drill, body.startsWith(language == Language::Korean ? word("[훈련]") : word("[EXERCISE]")));
    }
    const QString usual =
        pageText(sms(), Language::Korean,
                 {.called = word("총괄 지휘"), .title = word("판교 화재"), .code = word("0421")})
            .body;
    QCOMPARE(usual, word("[봉수] 총괄 지휘 호출: 판교 화재 수락 0421 불가 0421X 회신"));
}

void TestTelling::aMailSaysWhatToDo() {
    Channel mail = sms();
    mail.kind = ChannelKind::Mail;
    const NoticeText text = pageText(mail, Language::Korean,
                                     {.called = word("총괄 지휘"),
                                      .title = word("판교 화재"),
                                      .person = word("김하늘"),
                                      .acceptBy = momentFromIso(u"2026-03-02T06:07:00Z")});
    QCOMPARE(text.title, word("[봉수] 총괄 지휘 호출: 판교 화재"));
    QVERIFY(text.body.contains(word("김하늘 님께")) && text.body.contains(word("15:07까지")));
    QVERIFY(!text.body.contains(word("회신"))); // nobody reads answers to it
}

void TestTelling::answersAreReadLeniently_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("accepts");
    const auto row = [](const char* text, const char* code, bool accepts = true) {
        QTest::newRow(text) << word(text) << word(code) << accepts;
    };
    row("4821", "4821");
    row(" 4821 입니다. 가는 중", "4821");
    row("４８２１", "4821"); // full width, as some keyboards write
    row("4821X", "4821", false);
    row("4821x", "4821", false);
    row("4821 불가", "4821", false);
    row("거절 4821", "4821", false);
    row("No, 4821", "4821", false);
    row("02-1234-567", "1234"); // the first number of four
    row("48215", "");
    row("482", "");
    row("네", "");
    row("", "");
}

void TestTelling::answersAreReadLeniently() {
    QFETCH(QString, text);
    QFETCH(QString, code);
    QFETCH(bool, accepts);
    const auto reply = pageReplyIn(text);
    QCOMPARE(reply.has_value(), !code.isEmpty());
    if (reply) {
        QCOMPARE(reply->code, code);
        QCOMPARE(reply->answer == SeatAnswer::Accepted, accepts);
    }
}

QTEST_GUILESS_MAIN(TestTelling)
#include "test_telling.moc"
