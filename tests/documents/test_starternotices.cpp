// What ships says what it is to say, on every kind of channel, with what happened in Pangyo in October 2022.
#include "documents/cataloguefile.h"
#include "documents/channelsfile.h"
#include "documents/noticesfile.h"
#include "documents/starter.h"
#include "documents/written.h"
#include "domain/manual/failuretype.h"
#include "domain/notice/render.h"

using namespace bongsu;

namespace {

QString word(const char* text) {
    return QString::fromUtf8(text);
}

LocalText both(const char* ko, const char* en) {
    return {word(ko), word(en)};
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

NoticeFacts pangyo(NoticeStep step) {
    NoticeFacts facts;
    facts.step = step;
    facts.sender = both("봉수", "Bongsu");
    facts.services = {both("메신저", "Messenger"), both("택시", "Taxi"),        both("지도", "Map"),
                      both("결제", "Payments"),    both("포털", "Portal"),      both("뉴스", "News"),
                      both("블로그", "Blog"),      both("카페", "Communities"), both("메일", "Mail")};
    facts.feels =
        both("메시지가 전송되지 않고 로그인이 되지 않습니다", "Messages are not sent, and login fails");
    facts.since = at("2022-10-15T15:30:00+09:00");
    facts.next = at("2022-10-15T16:10:00+09:00");
    if (step >= NoticeStep::Monitoring) {
        facts.ended = at("2022-10-15T23:10:00+09:00");
    }
    if (step != NoticeStep::Investigating) {
        facts.cause = both("판교 데이터센터 화재에 따른 전원 차단",
                           "loss of power after a fire in a data centre in Pangyo");
        facts.certainty = Certainty::Confirmed;
    }
    facts.contact = both("1577-0000", "1577-0000");
    facts.link = word("status.example.kr");
    facts.code = word("7K4-M2P");
    facts.corrects =
        both("복구 예상 시각 17:30은 확인되지 않은 것이었습니다", "Recovery by 17:30 was not certain");
    facts.compensation = {
        both("10월 15일부터 20일까지 유료 서비스를 이용하지 못한 이용자",
             "users of paid services from 15 to 20 October"),
        both("이용하지 못한 기간의 요금 3배", "three times the fee of the time lost"),
        both("11월 19일까지 고객센터에서 접수", "claims to customer support by 19 November")};
    facts.internal = {both("판교 전원은 화재로 차단, 재개 예상 없음", "Pangyo has no power, no estimate")};
    facts.commander = word("김하늘");
    facts.meeting = word("02-000-0000 #815");
    return facts;
}

const RenderSettings then{at("2022-10-15T15:37:00+09:00"), seoulOffset, false};

Channel channelOf(ChannelKind kind, Audience audience) {
    Channel channel;
    channel.key = QString::fromLatin1(wordOf(kind));
    channel.kind = kind;
    channel.audiences = {audience};
    channel.languages = {Language::Korean, Language::English};
    if (kind == ChannelKind::MessengerTemplate) {
        channel.languages = {Language::Korean}; // its form was approved in one
    }
    return channel;
}

QString told(const RenderedText& one) {
    QString text =
        QStringLiteral("%1 %2: [%3] %4 (%5/%6)")
            .arg(one.text.channel, QLatin1String(one.text.language == Language::Korean ? "ko" : "en"),
                 one.text.title, one.text.body)
            .arg(one.count.body.used)
            .arg(one.count.body.limit);
    if (one.blocked) {
        text += QStringLiteral(" BLOCKED %1 %2 %3")
                    .arg(QLatin1String(wordOf(one.blocked->reason)), one.blocked->word)
                    .arg(one.blocked->over);
    }
    return text;
}

bool tellsAll(const NoticeText& text) {
    return text.tells.size() == std::size_t(Disclosure::Last);
}

} // namespace

class TestStarterNotices : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everyStepHasATemplateForEveryAudience();
    void everyTypeOfFailureHasItsOwnWords();
    void nothingIsBlockedOnAnyKindOfChannel();
    void theFirstNoticeTellsAllThreeOnAnSms();
    void channelsShowWhatTheyShow();
    void nothingInternalGoesOut();
    void aDrillIsToldFirst();
    void theFirstNoticeFillsAndFits();
    void theFirstNoticeFitsTheChannels();

  private:
    Catalogue m_catalogue;
    Channels m_channels;
    NoticeTemplates m_templates;
    FirstNotice m_first;
};

void TestStarterNotices::initTestCase() {
    const auto catalogue = readCatalogue(starterCatalogue());
    QVERIFY(catalogue);
    m_catalogue = *catalogue;
    const auto channels = readChannels(starterChannels(), &m_catalogue);
    QVERIFY2(channels, qPrintable(told(channels)));
    m_channels = *channels;
    const auto templates = readNotices(starterNotices());
    QVERIFY2(templates, qPrintable(told(templates)));
    m_templates = *templates;
    const auto first = readFirstNotice(starterFirstNotice(), &m_channels);
    QVERIFY2(first, qPrintable(told(first)));
    m_first = *first;
    for (const LocalText& service : m_first.services) { // one world: each is a public name of the catalogue
        QVERIFY2(std::any_of(m_catalogue.services.begin(), m_catalogue.services.end(),
                             [&](const CatalogueService& one) { return one.publicName == service; }),
                 qPrintable(service.ko));
    }
}

void TestStarterNotices::everyStepHasATemplateForEveryAudience() {
    for (int step = 1; step <= int(NoticeStep::Last); ++step) {
        for (int audience = 1; audience <= int(Audience::Last); ++audience) {
            QVERIFY2(m_templates.of(NoticeStep(step), Audience(audience), {}),
                     qPrintable(QStringLiteral("%1 %2").arg(step).arg(audience)));
        }
    }
}

void TestStarterNotices::everyTypeOfFailureHasItsOwnWords() {
    for (const NoticeStep step : {NoticeStep::Investigating, NoticeStep::Identified}) {
        const NoticeTemplate* general = m_templates.of(step, Audience::Users, word("our-own-type"));
        for (const QStringView type : failureTypeKeys) {
            const NoticeTemplate* own = m_templates.of(step, Audience::Users, type.toString());
            QVERIFY(own && own != general && own->sentences != general->sentences);
        }
    }
}

void TestStarterNotices::nothingIsBlockedOnAnyKindOfChannel() {
    int texts = 0;
    int shortened = 0;
    int dropped = 0;
    QStringList blocked;
    std::vector<QString> failures{QString()};
    for (const QStringView type : failureTypeKeys) {
        failures.push_back(type.toString());
    }
    for (int step = 1; step <= int(NoticeStep::Last); ++step) {
        for (int audience = 1; audience <= int(Audience::Last); ++audience) {
            for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
                for (const Language language : {Language::Korean, Language::English}) {
                    for (const QString& failure : failures) {
                        NoticeFacts facts = pangyo(NoticeStep(step));
                        facts.failureType = failure;
                        const bool hasOwn =
                            !failure.isEmpty() && m_templates.of(facts.step, Audience(audience), failure) !=
                                                      m_templates.of(facts.step, Audience(audience), {});
                        if (!failure.isEmpty() && !hasOwn) {
                            continue; // the same again
                        }
                        const RenderedText one =
                            renderText(m_templates, channelOf(ChannelKind(kind), Audience(audience)),
                                       language, facts, then);
                        ++texts;
                        shortened += one.shortened.empty() ? 0 : 1;
                        dropped += one.dropped.empty() ? 0 : 1;
                        if (one.blocked) {
                            blocked +=
                                QStringLiteral("step %1 for %2, %3 ").arg(step).arg(audience).arg(failure) +
                                told(one);
                        }
                        const QString all = one.text.title + one.text.body;
                        QVERIFY2(!all.contains(u'{') && !all.contains(word("..")) &&
                                     !all.contains(word("  ")) && !all.contains(word(" .")),
                                 qPrintable(told(one)));
                        const bool isPage = ChannelKind(kind) == ChannelKind::StatusPage ||
                                            ChannelKind(kind) == ChannelKind::Statuspage ||
                                            ChannelKind(kind) == ChannelKind::Banner ||
                                            ChannelKind(kind) == ChannelKind::MessengerTemplate;
                        QVERIFY2(isPage || one.text.body.contains(facts.link), qPrintable(told(one)));
                    }
                }
            }
        }
    }
    qInfo("%d texts: %d with short forms, %d without a sentence, %d blocked", texts, shortened, dropped,
          int(blocked.size()));
    for (const QString& one : blocked.mid(0, 400)) {
        qWarning("%s", qPrintable(one));
    }
    QVERIFY(blocked.isEmpty());
}

void TestStarterNotices::theFirstNoticeTellsAllThreeOnAnSms() {
    Channel korean = channelOf(ChannelKind::Sms, Audience::Users);
    korean.languages = {Language::Korean};
    const RenderedText sms =
        renderText(m_templates, korean, Language::Korean, pangyo(NoticeStep::Investigating), then);
    qInfo("%s", qPrintable(told(sms)));
    QVERIFY(!sms.blocked && !sms.count.isLong);
    QVERIFY(sms.count.body.used <= smsBytes);
    QVERIFY(tellsAll(sms.text));
    QVERIFY(sms.text.title.isEmpty());
    QVERIFY(sms.text.body.contains(word("1577-0000")) && sms.text.body.contains(word("15:30")));
    for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
        const RenderedText one = renderText(m_templates, channelOf(ChannelKind(kind), Audience::Users),
                                            Language::English, pangyo(NoticeStep::Investigating), then);
        QVERIFY2(tellsAll(one.text), qPrintable(told(one)));
    }
}

void TestStarterNotices::channelsShowWhatTheyShow() {
    const NoticeFacts facts = pangyo(NoticeStep::Investigating);
    std::vector<QString> keys;
    for (const Channel& channel : m_channels.channels) {
        keys.push_back(channel.key);
    }
    const std::vector<RenderedText> all = renderTexts(m_templates, m_channels, keys, facts, then);
    for (const RenderedText& one : all) {
        qInfo("%s", qPrintable(told(one).replace(u'\n', u' ')));
        QVERIFY2(!one.blocked, qPrintable(told(one)));
    }
    const NoticeTexts texts = sendable(all, facts);
    QCOMPARE(texts.texts.size(), all.size());
    QCOMPARE(texts.code, facts.code);
    QVERIFY(decodeNoticeTexts(encodeNoticeTexts(texts)) == texts);
    const NoticeText form = *texts.of(word("alimtalk")).front();
    QVERIFY(std::find(form.variables.begin(), form.variables.end(), Variable{word("since"), word("15:30")}) !=
            form.variables.end());
    QVERIFY(texts.of(word("slack")).front()->body.contains(word("02-000-0000 #815")));
}

void TestStarterNotices::nothingInternalGoesOut() {
    for (int step = 1; step <= int(NoticeStep::Last); ++step) {
        const NoticeFacts facts = pangyo(NoticeStep(step));
        for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
            for (const Audience audience :
                 {Audience::Users, Audience::Partners, Audience::Authorities, Audience::Press}) {
                const RenderedText one = renderText(m_templates, channelOf(ChannelKind(kind), audience),
                                                    Language::Korean, facts, then);
                QVERIFY2(one.internal.empty(), qPrintable(told(one)));
                QVERIFY2(!one.text.body.contains(facts.internal.front().ko) &&
                             !one.text.body.contains(facts.commander) &&
                             !one.text.body.contains(facts.meeting),
                         qPrintable(told(one)));
            }
        }
    }
}

void TestStarterNotices::aDrillIsToldFirst() {
    RenderSettings drill = then;
    drill.isDrill = true;
    for (int step = 1; step <= int(NoticeStep::Last); ++step) {
        for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
            const Channel channel = channelOf(ChannelKind(kind), Audience::Users);
            const RenderedText ko =
                renderText(m_templates, channel, Language::Korean, pangyo(NoticeStep(step)), drill);
            const RenderedText en =
                renderText(m_templates, channel, Language::English, pangyo(NoticeStep(step)), drill);
            QVERIFY2(!ko.blocked && !en.blocked, qPrintable(told(ko) + told(en)));
            QVERIFY(ko.text.body.startsWith(word("[훈련] ")) && en.text.body.startsWith(word("[EXERCISE] ")));
            QVERIFY(ko.text.title.isEmpty() || ko.text.title.startsWith(word("[훈련] ")));
            QVERIFY(en.text.title.isEmpty() || en.text.title.startsWith(word("[EXERCISE] ")));
        }
    }
}

void TestStarterNotices::theFirstNoticeFillsAndFits() {
    FirstNoticeSlots given{
        {both("메신저", "Messenger"), both("택시", "Taxi"), both("지도", "Map"), both("결제", "Payments")},
        at("2022-10-15T15:30:00+09:00"),
        at("2022-10-15T16:10:00+09:00"),
        m_first.contacts.front(),
        word("7K4-M2P"),
        then.asOf};
    const auto texts = fill(m_first, given);
    QVERIFY(texts);
    QVERIFY(fits(m_first, *texts));
    QCOMPARE(texts->of(word("sms-users")).front()->body,
             word("[안내]15:30부터 메신저 등 장애. 원인 확인·조치 중. 문의 1577-0000 status.example.kr"));
    QCOMPARE(texts->of(word("x")).front()->body,
             word("[장애 안내] 15:30경부터 메신저, 택시, 지도 외 1 이용이 원활하지 않습니다. 원인을 확인하며 "
                  "긴급 조치하고 "
                  "있습니다. 불편을 드려 죄송합니다. 16:10까지 다시 알리겠습니다. 문의 1577-0000 "
                  "status.example.kr"));
}

// Whatever one service fails, and yesterday's, too: no short channel is too short for it.
void TestStarterNotices::theFirstNoticeFitsTheChannels() {
    int longest = 0;
    for (const LocalText& service : m_first.services) {
        for (const LocalText& contact : m_first.contacts) {
            FirstNoticeSlots given{{service, both("음성·영상 통화", "Voice and video calls"),
                                    both("기업 알림 메시지", "Business messages"), both("송금", "Transfers")},
                                   at("2022-10-15T15:30:00+09:00"),
                                   at("2022-10-16T00:10:00+09:00"),
                                   contact,
                                   word("7K4-M2P"),
                                   at("2022-10-16T00:05:00+09:00")};
            given.services.erase(std::unique(given.services.begin(), given.services.end()),
                                 given.services.end());
            for (const bool isDrill : {false, true}) {
                given.isDrill = isDrill;
                auto texts = fill(m_first, given);
                if (!texts) { // named twice
                    given.services.resize(1);
                    texts = fill(m_first, given);
                }
                QVERIFY2(texts, qPrintable(service.ko));
                for (const NoticeText& text : texts->texts) {
                    const TextCount count = countOf(m_channels.channel(text.channel)->kind, text.title,
                                                    text.body, texts->of(text.channel).size());
                    QVERIFY2(count.fits(), qPrintable(text.channel + u' ' + text.title + u' ' + text.body));
                    longest = text.channel == word("x") ? std::max(longest, int(count.body.used)) : longest;
                }
            }
        }
    }
    qInfo("the longest on X: %d", longest);
}

QTEST_GUILESS_MAIN(TestStarterNotices)
#include "test_starternotices.moc"
