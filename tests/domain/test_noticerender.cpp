// How a notice's texts come from its facts: places, times, what is shortened and what goes, what is blocked.
#include "domain/notice/mustache.h"
#include "domain/notice/render.h"

#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* text) {
    return QString::fromUtf8(text);
}

LocalText same(const char* text) {
    return {word(text), word(text)};
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

TemplateSentence sentence(int rank, const char* full, const char* brief = "",
                          std::vector<Disclosure> tells = {}) {
    return {same(full), same(brief), rank, std::move(tells)};
}

const RenderSettings then{at("2022-10-15T15:37:00+09:00"), seoulOffset, false};

NoticeFacts facts() {
    NoticeFacts facts;
    facts.services = {same("A"), same("B")};
    facts.since = at("2022-10-15T15:30:00+09:00");
    facts.contact = same("1577");
    facts.link = word("s.kr");
    return facts;
}

Channel channelOf(ChannelKind kind, std::vector<Audience> audiences = {Audience::Users}) {
    Channel channel;
    channel.key = word("c");
    channel.kind = kind;
    channel.audiences = std::move(audiences);
    channel.languages = {Language::Korean};
    return channel;
}

NoticeTemplates templatesOf(std::vector<TemplateSentence> sentences, const char* title = "Title") {
    NoticeTemplate form;
    form.audiences = {Audience::Users};
    form.title = same(title);
    form.briefTitle = same("T");
    form.sentences = std::move(sentences);
    return {{form}};
}

RenderedText made(const NoticeTemplates& templates, ChannelKind kind, const NoticeFacts& given = facts(),
                  const RenderSettings& settings = then) {
    return renderText(templates, channelOf(kind), Language::Korean, given, settings);
}

// So many bytes of EUC-KR, which are as many graphemes.
QByteArray letters(int count, char letter = 'x') {
    return QByteArray(count, letter);
}

} // namespace

class TestNoticeRender : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void placesAreFilled();
    void faultsOfATemplateHavePlaces_data();
    void faultsOfATemplateHavePlaces();
    void timesAreReadAsPeopleReadThem();
    void namesOfServices();
    void theMostSpecificTemplateWins();
    void theLeastImportantIsShortenedFirst();
    void thenWholeSentencesGo();
    void roomThatIsLeftGoesToTheMostImportant();
    void whatMustStayStays();
    void theLinkStays();
    void anSmsIfWhatMustStayFits();
    void whatAChannelCannotCarryBlocksIt();
    void aMessengersFormIsNeverShortened();
    void aMissingFactLeavesItsSentenceOut();
    void whatIsNotTranslatedIsNotSent();
    void titlesTakeTheirShortForm();
    void staffReadTheirOwnOnlyWhereNobodyElseDoes();
    void internalWordsAreFound();
    void everyKindHasLimits();
};

void TestNoticeRender::placesAreFilled() {
    const MustacheValues values{{word("a"), word("<1 & 2>")}, {word("b"), QString()}};
    QCOMPARE(
        rendered(word("{{a}}, {{#a}}is{{/a}}{{^a}}is not{{/a}}, {{#b}}is{{/b}}{{^b}}is not{{/b}}"), values),
        word("<1 & 2>, is, is not"));
    QCOMPARE(rendered(word("한글 {{a}} 끝"), values), word("한글 <1 & 2> 끝"));
    QCOMPARE(*missingIn(word("{{a}} {{b}}"), values), word("b"));
    QVERIFY(!missingIn(word("{{#b}}{{b}}{{/b}}{{^a}}{{b}}{{/a}}"), values));
    QCOMPARE(*missingIn(word("{{#a}}{{c}}{{/a}}"), values), word("c"));
}

void TestNoticeRender::faultsOfATemplateHavePlaces_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("at");
    QTest::addColumn<MustacheFaultKind>("kind");
    QTest::addColumn<QString>("named");
    const auto row = [](const char* text, int place, MustacheFaultKind kind, const char* name) {
        QTest::newRow(text) << word(text) << place << kind << word(name);
    };
    row("부터 {{sinse}}", 3, MustacheFaultKind::Unknown, "sinse");
    row("{{a}} {{b", 6, MustacheFaultKind::Unclosed, "{{b");
    row("{{#a}}x", 0, MustacheFaultKind::Unclosed, "a");
    row("{{#a}}{{#b}}{{/a}}{{/b}}", 12, MustacheFaultKind::Unopened, "a");
    row("x{{/a}}", 1, MustacheFaultKind::Unopened, "a");
    row("{{{a}}}", 0, MustacheFaultKind::Unread, "{{{a}}");
    row("{{&a}}", 0, MustacheFaultKind::Unread, "{{&a}}");
    row("{{>a}}", 0, MustacheFaultKind::Unread, "{{>a}}");
    row("{{!a}}", 0, MustacheFaultKind::Unread, "{{!a}}");
    row("{{=<% %>=}}", 0, MustacheFaultKind::Unread, "{{=<% %>=}}");
    row("{{ a }}", 0, MustacheFaultKind::Unread, "{{ a }}");
    row("{{}}", 0, MustacheFaultKind::Unread, "{{}}");
}

void TestNoticeRender::faultsOfATemplateHavePlaces() {
    QFETCH(QString, text);
    QFETCH(int, at);
    QFETCH(MustacheFaultKind, kind);
    QFETCH(QString, named);
    const auto fault = faultIn(text, {word("a"), word("b")});
    QVERIFY(fault);
    QCOMPARE(*fault, (MustacheFault{at, kind, named}));
    QVERIFY(!faultIn(word("{{a}} {{#b}}{{a}}{{/b}} } { }}"), {word("a"), word("b")}));
}

void TestNoticeRender::timesAreReadAsPeopleReadThem() {
    const auto told = [](const char* iso, Language language, std::chrono::minutes offset = seoulOffset) {
        return noticeTime(at(iso), at("2022-10-15T23:59:00+09:00"), offset, language);
    };
    QCOMPARE(told("2022-10-15T00:05:00+09:00", Language::Korean), word("00:05"));
    QCOMPARE(told("2022-10-15T00:05:00+09:00", Language::English), word("00:05 KST"));
    QCOMPARE(told("2022-10-16T02:20:00+09:00", Language::Korean), word("10월 16일 02:20"));
    QCOMPARE(told("2022-10-14T02:20:00+09:00", Language::English), word("14 Oct 02:20 KST"));
    QCOMPARE(told("2023-01-02T12:00:00+09:00", Language::Korean), word("2023년 1월 2일 12:00"));
    QCOMPARE(told("2023-01-02T12:00:00+09:00", Language::English), word("2 Jan 2023 12:00 KST"));
    QCOMPARE(told("2022-10-15T15:30:00+09:00", Language::English, std::chrono::minutes(-210)),
             word("03:00 UTC-03:30"));
    for (int minutes = -600'000; minutes < 600'000; minutes += 7919) {
        for (const Language language : {Language::Korean, Language::English}) {
            const Moment moment = then.asOf + std::chrono::minutes(minutes);
            QVERIFY(toldTime(noticeTime(moment, then.asOf, seoulOffset, language), language));
        }
    }
    for (const char* wrong : {"24:00", "1:30", "15:60", "15:30 ", " 15:30", "2월 30일 10:00",
                              "13월 1일 10:00", "15:30\n", "0월 1일 10:00", "15:30 KST", "１5:30"}) {
        QVERIFY2(!toldTime(word(wrong), Language::Korean), wrong);
    }
    QVERIFY(!toldTime(word("15:30"), Language::English) &&
            !toldTime(word("31 Feb 10:00 KST"), Language::English));
}

void TestNoticeRender::namesOfServices() {
    std::vector<LocalText> names{{word("메신저"), word("Messenger")}};
    QCOMPARE(servicesInShort(names, Language::Korean), word("메신저"));
    names.push_back({word("택시"), word("Taxi")});
    QCOMPARE(servicesInFull(names, Language::Korean), word("메신저, 택시"));
    QCOMPARE(servicesInShort(names, Language::English), word("Messenger and others"));
    for (int i = 0; i < 7; ++i) {
        names.push_back({word("지도"), word("Map")});
    }
    QCOMPARE(servicesInFull(names, Language::Korean), word("메신저, 택시, 지도 외 6"));
    QCOMPARE(servicesInFull(names, Language::English), word("Messenger, Taxi, Map and 6 more"));
    QCOMPARE(servicesInFull({}, Language::English), QString());
}

void TestNoticeRender::theMostSpecificTemplateWins() {
    NoticeTemplates templates = templatesOf({sentence(1, "general")});
    NoticeTemplate own = templates.templates.front();
    own.failureTypes = {word("network"), word("site-loss")};
    own.sentences = {sentence(1, "own")};
    templates.templates.insert(templates.templates.begin(), own);
    NoticeFacts given = facts();
    given.link.clear();
    given.failureType = word("site-loss");
    QCOMPARE(made(templates, ChannelKind::Slack, given).text.body, word("own"));
    given.failureType = word("surge");
    QCOMPARE(made(templates, ChannelKind::Slack, given).text.body, word("general"));
    given.step = NoticeStep::Resolved;
    QCOMPARE(made(templates, ChannelKind::Slack, given).blocked->reason, BlockReason::NoTemplate);
}

void TestNoticeRender::theLeastImportantIsShortenedFirst() {
    const NoticeTemplates templates =
        templatesOf({sentence(1, letters(20, 'a'), "a"), sentence(3, letters(20, 'b'), "b"),
                     sentence(2, letters(20, 'c'), "c"), sentence(3, letters(19, 'd'), "d")});
    const RenderedText one = made(templates, ChannelKind::Banner); // 82 in full
    QVERIFY(!one.blocked);
    QCOMPARE(one.text.body, word(letters(20, 'a') + ' ' + letters(20, 'b') + ' ' + letters(20, 'c') + " d"));
    QCOMPARE(one.shortened, std::vector<int>{4});
    QVERIFY(one.dropped.empty());
}

void TestNoticeRender::thenWholeSentencesGo() {
    const NoticeTemplates templates = templatesOf(
        {sentence(1, letters(40, 'a'), letters(30, 'a')), sentence(3, letters(40, 'b'), letters(25, 'b')),
         sentence(2, letters(40, 'c'), letters(25, 'c'), {Disclosure::Response})});
    const RenderedText one = made(templates, ChannelKind::Banner); // 82 in short
    QCOMPARE(one.text.body, word(letters(40, 'a') + ' ' + letters(25, 'c')));
    QCOMPARE(one.dropped, std::vector<int>{2});
    QCOMPARE(one.text.tells, std::vector<Disclosure>{Disclosure::Response});
}

void TestNoticeRender::roomThatIsLeftGoesToTheMostImportant() {
    const NoticeTemplates templates =
        templatesOf({sentence(2, letters(40, 'a'), letters(30, 'a')),
                     sentence(1, letters(40, 'b'), letters(30, 'b')), sentence(4, letters(40, 'c'))});
    const RenderedText one = made(templates, ChannelKind::Banner);
    QCOMPARE(one.text.body, word(letters(30, 'a') + ' ' + letters(40, 'b')));
    QCOMPARE(one.shortened, std::vector<int>{1});
    QCOMPARE(one.dropped, std::vector<int>{3});
}

void TestNoticeRender::whatMustStayStays() {
    const NoticeTemplates templates = templatesOf(
        {sentence(1, letters(50, 'a')), sentence(1, letters(50, 'b'), letters(40, 'b')), sentence(2, "c")});
    const RenderedText one = made(templates, ChannelKind::Banner);
    QVERIFY(one.blocked);
    QCOMPARE(*one.blocked, (Blocked{BlockReason::TooLong, {}, 11}));
    QCOMPARE(one.text.body, word(letters(50, 'a') + ' ' + letters(40, 'b')));
}

void TestNoticeRender::theLinkStays() {
    const NoticeTemplates templates = templatesOf({sentence(1, "a"), sentence(2, letters(280, 'b'))});
    QCOMPARE(made(templates, ChannelKind::X).text.body, word("a s.kr"));
    QCOMPARE(made(templates, ChannelKind::Slack).text.body, word("a\n" + letters(280, 'b') + "\ns.kr"));
    QCOMPARE(made(templates, ChannelKind::Banner).text.body, word("a"));
    QCOMPARE(made(templates, ChannelKind::StatusPage).text.body, word("a\n" + letters(280, 'b')));
    QCOMPARE(made(templatesOf({sentence(1, "see {{link}} a")}), ChannelKind::X).text.body,
             word("see s.kr a"));
}

void TestNoticeRender::anSmsIfWhatMustStayFits() {
    const auto of = [](int mustStay, int other) {
        return made(templatesOf({sentence(1, letters(100, 'a'), letters(mustStay, 'a')),
                                 sentence(2, letters(other, 'b'))}),
                    ChannelKind::Sms);
    };
    const RenderedText sms = of(85, 50); // and the link: 90
    QVERIFY(!sms.blocked && !sms.count.isLong && sms.text.title.isEmpty());
    QCOMPARE(sms.count.body.used, 90);
    QCOMPARE(sms.dropped, std::vector<int>{2});
    const RenderedText lms = of(86, 50);
    QVERIFY(!lms.blocked && lms.count.isLong);
    QCOMPARE(lms.text.title, word("Title"));
    QVERIFY(lms.shortened.empty() && lms.dropped.empty());
    const RenderedText tooLong = made(templatesOf({sentence(1, letters(2100, 'a'))}), ChannelKind::Sms);
    QCOMPARE(tooLong.blocked->reason, BlockReason::TooLong);
    QCOMPARE(tooLong.blocked->over, 105);
}

void TestNoticeRender::whatAChannelCannotCarryBlocksIt() {
    const NoticeTemplates templates =
        templatesOf({sentence(1, "a"), sentence(5, "똠방"), sentence(6, letters(90))});
    const RenderedText one = made(templates, ChannelKind::Sms);
    QCOMPARE(*one.blocked, (Blocked{BlockReason::Character, word("똠"), 0}));
    const RenderedText emoji = made(templatesOf({sentence(1, "불 🔥")}), ChannelKind::Sms);
    QCOMPARE(*emoji.blocked, (Blocked{BlockReason::Emoji, word("🔥"), 0}));
    QVERIFY(!made(templates, ChannelKind::X).blocked);
}

void TestNoticeRender::aMessengersFormIsNeverShortened() {
    const NoticeTemplates templates =
        templatesOf({sentence(1, "{{since}} {{services}}", "short"), sentence(5, letters(990))});
    const RenderedText one = made(templates, ChannelKind::MessengerTemplate);
    QCOMPARE(one.blocked->reason, BlockReason::TooLong);
    QVERIFY(one.shortened.empty() && one.dropped.empty());
    const RenderedText fitting =
        made(templatesOf({sentence(1, "{{since}} {{services}}", "short")}), ChannelKind::MessengerTemplate);
    QCOMPARE(fitting.text.variables,
             (std::vector<Variable>{{word("services"), word("A, B")}, {word("since"), word("15:30")}}));
}

void TestNoticeRender::aMissingFactLeavesItsSentenceOut() {
    NoticeFacts given = facts();
    given.link.clear();
    const NoticeTemplates templates =
        templatesOf({sentence(1, "{{services}}"), sentence(2, "next {{next}}"),
                     sentence(2, "{{#next}}next {{next}}{{/next}}{{^next}}soon{{/next}}")});
    QCOMPARE(made(templates, ChannelKind::Slack, given).text.body, word("A, B\nsoon"));
    const RenderedText blocked = made(templatesOf({sentence(1, "next {{next}}")}), ChannelKind::Slack, given);
    QCOMPARE(*blocked.blocked, (Blocked{BlockReason::FactMissing, word("next"), 0}));
    // What is only looked into is no cause yet.
    given.cause = same("fire");
    const NoticeTemplates cause = templatesOf({sentence(
        1, "{{#confirmed}}is{{/confirmed}}{{#suspected}}may be{{/suspected}}{{^cause}}unknown{{/cause}}")});
    QCOMPARE(made(cause, ChannelKind::Slack, given).text.body, word("unknown"));
    given.certainty = Certainty::Suspected;
    QCOMPARE(made(cause, ChannelKind::Slack, given).text.body, word("may be"));
    given.certainty = Certainty::Confirmed;
    QCOMPARE(made(cause, ChannelKind::Slack, given).text.body, word("is"));
}

void TestNoticeRender::whatIsNotTranslatedIsNotSent() {
    NoticeFacts given = facts();
    given.doing = {word("조치 중입니다."), {}};
    const NoticeTemplates templates =
        templatesOf({sentence(1, "a"), sentence(4, "{{#doing}}{{doing}}.{{/doing}}")});
    QCOMPARE(made(templates, ChannelKind::X, given).text.body,
             word("a 조치 중입니다. s.kr")); // one full stop
    const RenderedText english =
        renderText(templates, channelOf(ChannelKind::X), Language::English, given, then);
    QCOMPARE(*english.blocked, (Blocked{BlockReason::Untranslated, word("doing"), 0}));
}

void TestNoticeRender::titlesTakeTheirShortForm() {
    const RenderedText one = made(templatesOf({sentence(1, "a")}, letters(31)), ChannelKind::Banner);
    QVERIFY(one.isTitleShort && !one.blocked);
    QCOMPARE(one.text.title, word("T"));
    RenderSettings drill = then;
    drill.isDrill = true;
    const RenderedText exercise =
        made(templatesOf({sentence(1, "a")}, letters(26)), ChannelKind::Banner, facts(), drill);
    QCOMPARE(exercise.text.title, word("[훈련] T"));
    QCOMPARE(exercise.text.body, word("[훈련] a"));
    QCOMPARE(exercise.count.title->used, 6);
    QVERIFY(made(templatesOf({sentence(1, "a")}), ChannelKind::X).text.title.isEmpty());
}

void TestNoticeRender::staffReadTheirOwnOnlyWhereNobodyElseDoes() {
    using enum Audience;
    QCOMPARE(audienceOf(channelOf(ChannelKind::Slack, {Staff})), Staff);
    QCOMPARE(audienceOf(channelOf(ChannelKind::Slack, {Staff, Partners})), Partners);
    QCOMPARE(audienceOf(channelOf(ChannelKind::X, {Press, Users})), Users);
    QCOMPARE(audienceOf(channelOf(ChannelKind::Mail, {Authorities, Press})), Authorities);
    QVERIFY(!noticePlaces(false).contains(word("internal")) && noticePlaces(true).contains(word("internal")));
}

void TestNoticeRender::internalWordsAreFound() {
    NoticeFacts given = facts();
    given.services = {same("메신저")};
    given.internal = {{word("판교 전원은 화재로 차단, 서버 3200대"), {}}};
    given.commander = word("김하늘");
    given.meeting = word("02-000-0000 #815");
    const auto found = [&](const char* text, const char* ordinary = "") {
        QStringList words;
        for (const QString& one : internalWordsIn(word(text), given, word(ordinary))) {
            words += one;
        }
        return words.join(u' ');
    };
    QCOMPARE(found("메신저 이용이 원활하지 않습니다."), QString());
    QCOMPARE(found("판교의 화재 때문에 메신저가 안 됩니다."), word("판교 화재"));
    QCOMPARE(found("서버 3,200 대"), word("서버 3200"));
    QCOMPARE(found("서버 3200대가"), word("서버 3200대"));
    QCOMPARE(found("김하늘 총괄, 내선 815"), word("김하늘 815"));
    QCOMPARE(found("전원 차단", "전원을 켭니다"), word("차단"));
    given.cause = {word("판교 데이터센터 화재"), {}}; // public as soon as it is more than looked into
    QCOMPARE(found("판교 화재"), word("판교 화재"));
    // A text says so by itself, where others than staff read it.
    given.doing = same("판교에서 복구 중");
    const NoticeTemplates templates = templatesOf({sentence(1, "전원 {{services}} {{doing}}, 화재")});
    QCOMPARE(made(templates, ChannelKind::Slack, given).internal, std::vector<QString>{word("판교")});
    given.certainty = Certainty::Confirmed;
    QCOMPARE(found("판교 화재"), QString());
}

void TestNoticeRender::everyKindHasLimits() {
    for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
        const std::vector<TextLimit> body = limitsOf(ChannelKind(kind), CountedPart::Body);
        QVERIFY(!body.empty() && body.front().most > 0);
        QCOMPARE(hasTitle(ChannelKind(kind)), !limitsOf(ChannelKind(kind), CountedPart::Title).empty());
        // Exactly so long fits, one more does not.
        const qsizetype most = body.front().most;
        QVERIFY(countOf(ChannelKind(kind), {}, QString(most, u'x')).fits());
        const TextCount over = countOf(ChannelKind(kind), {}, QString(most + 1, u'x'));
        QVERIFY(!over.fits());
        QCOMPARE(*over.body.misfit, (Misfit{Unfit::TooLong, 1, {}}));
    }
    QCOMPARE(countOf(ChannelKind::Sms, word("T"), QString(45, QChar(0xAC00))).isLong, false);
    QCOMPARE(countOf(ChannelKind::Sms, word("T"), QString(46, QChar(0xAC00))).isLong, true);
    QVERIFY(!countOf(ChannelKind::Sms, QString(21, QChar(0xAC00)), QString(46, QChar(0xAC00))).fits());
    // Two languages in one post: each has half of what an empty line leaves.
    QCOMPARE(countOf(ChannelKind::X, {}, word("a"), 2).body.limit, 139);
    QCOMPARE(countOf(ChannelKind::Sms, word("T"), QString(45, u'x'), 2).isLong, true);
    QCOMPARE(countOf(ChannelKind::Sms, word("T"), QString(45, u'x'), 2).title->limit, 18);
    QCOMPARE(countOf(ChannelKind::StatusPage, {}, word("a"), 2).body.limit, 16'384);
    // Bluesky: 300 graphemes, and 3,000 bytes, whichever is nearer.
    const QString families = word("👨‍👩‍👧‍👦").repeated(121);
    QCOMPARE(countOf(ChannelKind::Bluesky, {}, families).body.unit, TextUnit::Utf8Bytes);
    QVERIFY(!countOf(ChannelKind::Bluesky, {}, families).fits());
    QCOMPARE(countOf(ChannelKind::Bluesky, {}, word("가나다")).body.unit, TextUnit::Graphemes);
}

QTEST_GUILESS_MAIN(TestNoticeRender)
#include "test_noticerender.moc"
