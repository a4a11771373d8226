#include "documents/channelsfile.h"
#include "documents/written.h"

using namespace bongsu;
using namespace Qt::StringLiterals;

namespace {

const QByteArray good = R"(channels: 1
link: status.example.kr
contact: {ko: 1577-0000, en: +82 1577-0000}
list:
  - channel: page
    kind: status-page
    name: 상태 페이지
    for: users
    languages: [ko, en]
    places:
      - place: store
        via: s3
        settings: {endpoint: https://s3.example.com, bucket: b, region: r}
        stands-on: {others: [클라우드]}
  - channel: sms
    kind: sms
    via: solapi
    name: 문자
    for: [users, staff]
    languages: [ko]
    settings: {from: "0212345678"}
    recipients: all
    stands-on: {services: [메신저], sites: [판교]}
    fallback: page
    per-minute: 600
    per-hour: 5000
    per-person-per-hour: 4
    won-per-100-messages: 850
    sandbox: yes
)";

QString word(const char* text) {
    return QString::fromUtf8(text);
}

} // namespace

class TestChannelsFile : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aGoodFileIsRead();
    void aWebhookMayHaveAList();
    void whoIsCalledIsReachedOverSome();
    void bothPagesShowTheSameExample();
    void eachFaultHasItsPlace_data();
    void eachFaultHasItsPlace();
    void whatTheyStandOnIsInTheCatalogue();
    void everyKindAndCarrierCanBeWritten();
    void whatSaysWhereSecretsGoIsInTheDestination();
    void movedSecretsAreNamed();
    void anyByteMayBeLost();
};

void TestChannelsFile::aGoodFileIsRead() {
    const auto channels = readChannels(good);
    QVERIFY2(channels, qPrintable(told(channels)));
    QCOMPARE(channels->linkForEverybody, word("status.example.kr"));
    QCOMPARE(channels->contact.en, word("+82 1577-0000"));
    QCOMPARE(channels->channels.size(), std::size_t(2));
    const Channel& page = channels->channels[0];
    QCOMPARE(page.kind, ChannelKind::StatusPage);
    QCOMPARE(page.audiences, std::vector<Audience>{Audience::Users});
    QCOMPARE(page.languages, (std::vector<Language>{Language::Korean, Language::English}));
    QCOMPARE(page.places.size(), std::size_t(1));
    QCOMPARE(page.places[0].settings.at(word("bucket")), word("b"));
    QCOMPARE(page.places[0].standsOn.others, std::vector<QString>{word("클라우드")});
    Channel sms;
    sms.key = word("sms");
    sms.kind = ChannelKind::Sms;
    sms.via = word("solapi");
    sms.name = {word("문자"), word("문자")};
    sms.audiences = {Audience::Users, Audience::Staff};
    sms.languages = {Language::Korean};
    sms.settings = {{word("from"), word("0212345678")}};
    sms.recipients = word("all");
    sms.standsOn = {{word("메신저")}, {word("판교")}, {}};
    sms.fallback = word("page");
    sms.perMinute = 600;
    sms.perHour = 5000;
    sms.perPersonPerHour = 4;
    sms.costPerMessage = 850;
    sms.sandbox = true;
    QVERIFY(channels->channels[1] == sms);
}

// A webhook has one address, or a list of them.
void TestChannelsFile::aWebhookMayHaveAList() {
    const QByteArray hook =
        "channels: 1\nlink: a.kr\ncontact: 1\nlist:\n- channel: c\n  kind: webhook\n  name: n\n"
        "  for: partners\n  languages: ko\n";
    const auto listed = readChannels(hook + "  recipients: partners\n");
    QVERIFY2(listed, qPrintable(told(listed)));
    QCOMPARE(listed->channels[0].recipients, word("partners"));
    QVERIFY(readChannels(hook + "  settings: {endpoint: v}\n"));
    QVERIFY(!readChannels(hook)); // neither
}

// Who is called is reached over these, in this order; a channel for that alone has no list.
void TestChannelsFile::whoIsCalledIsReachedOverSome() {
    const QByteArray alone = changed(good, "    recipients: all\n", "");
    const QByteArray paging = changed(alone, "list:", "pages: [sms]\npaths:\n  - {path: 릴레이 가}\nlist:");
    const auto channels = readChannels(paging);
    QVERIFY2(channels, qPrintable(told(channels)));
    QCOMPARE(channels->pages, std::vector{word("sms")});
    QVERIFY(!takesNotices(channels->channels[1]));
    QVERIFY(takesNotices(channels->channels[0]));
    QCOMPARE(channels->paths, (std::vector<ReliedPath>{{word("릴레이 가"), {}}}));
    // With a list it carries notices, too.
    const auto both = readChannels(changed(good, "list:", "pages: [sms]\nlist:"));
    QVERIFY(both && takesNotices(both->channels[1]));
}

void TestChannelsFile::bothPagesShowTheSameExample() {
    const auto english = readChannels(exampleIn(QStringLiteral("notices.md"), 1));
    const auto korean = readChannels(exampleIn(QStringLiteral("notices.ko.md"), 1));
    QVERIFY2(english, qPrintable(told(english)));
    QVERIFY2(korean, qPrintable(told(korean)));
    QVERIFY(*english == *korean);
    QVERIFY(english->channels.size() >= 2);
}

void TestChannelsFile::eachFaultHasItsPlace_data() {
    faultColumns();
    const auto row = [](const char* name, const QByteArray& from, const QByteArray& to, int line, int column,
                        FaultCode code, const char* one = "", const char* other = "") {
        faultRow(name, changed(good, from, to), {{line, column, code, word(one), word(other)}});
    };
    row("another version", "channels: 1", "channels: 2", 1, 11, FaultCode::UnknownVersion, "2", "1");
    row("no link", "link: status.example.kr\n", "", 1, 1, FaultCode::MissingKey, "link");
    row("a kind there is not", "kind: sms", "kind: fax", 16, 11, FaultCode::NotOneOf, "fax",
        "status-page, banner, mail, sms, messenger-template, x, facebook, bluesky, mastodon, telegram, "
        "slack, "
        "mattermost, discord, teams, xmpp, statuspage, webhook, apprise");
    row("a carrier there is not", "via: solapi", "via: pigeon", 17, 10, FaultCode::NotOneOf, "pigeon",
        "sens, solapi, nhn, kannel");
    row("no carrier", "    via: solapi\n", "", 15, 5, FaultCode::MissingKey, "via");
    row("a carrier of what needs none", "kind: status-page", "kind: status-page\n    via: web", 7, 10,
        FaultCode::UnknownKey, "via");
    row("a place's carrier there is not", "via: s3", "via: ftp", 12, 14, FaultCode::NotOneOf, "ftp",
        "directory, webdav, s3");
    row("no place",
        "    places:\n      - place: store\n        via: s3\n        settings: {endpoint: "
        "https://s3.example.com, bucket: b, region: r}\n        stands-on: {others: [클라우드]}\n",
        "", 5, 5, FaultCode::MissingKey, "places");
    row("a setting missing", ", bucket: b", "", 13, 19, FaultCode::MissingKey, "bucket");
    row("a setting mistyped", "{from:", "{form: x, from:", 21, 16, FaultCode::UnknownKey, "form", "from");
    row("a secret", "{from:", "{api-secret: hunter2, from:", 21, 16, FaultCode::SecretWritten, "api-secret");
    row("a secret in an address", "https://s3", "https://me:hunter2@s3", 13, 30, FaultCode::SecretWritten,
        "endpoint");
    row("pages over a page", "list:", "pages: [page]\nlist:", 4, 9, FaultCode::NotForPages, "page");
    row("pages over what there is not", "list:", "pages: [fax]\nlist:", 4, 9, FaultCode::UnknownChannel,
        "fax");
    row("no recipients", "    recipients: all\n", "", 15, 5, FaultCode::MissingKey, "recipients");
    row("recipients of a page", "    places:", "    recipients: all\n    places:", 10, 17,
        FaultCode::UnknownKey, "recipients");
    row("a fallback there is not", "fallback: page", "fallback: paeg", 24, 15, FaultCode::UnknownChannel,
        "paeg", "page");
    row("it stands in for itself", "fallback: page", "fallback: sms", 24, 15, FaultCode::FallbackCircle,
        "sms → sms");
    row("they stand in for each other", "    places:", "    fallback: sms\n    places:", 25, 15,
        FaultCode::FallbackCircle, "page → sms → page");
    faultRow("a channel twice", changed(good, "channel: sms", "channel: page"),
             {{15, 14, FaultCode::Doubled, word("page"), word("5")},
              {24, 15, FaultCode::FallbackCircle, word("page → page"), {}}});
    row("an audience twice", "[users, staff]", "[users, users]", 19, 18, FaultCode::Doubled, "users", "19");
    row("a language there is not", "[ko, en]", "[ko, jp]", 9, 21, FaultCode::NotOneOf, "jp", "ko, en");
    row("nobody", "    for: users\n", "", 5, 5, FaultCode::MissingKey, "for");
    row("no pace at all", "per-minute: 600", "per-minute: 0", 25, 17, FaultCode::OutOfRange, "0", "1–100000");
}

void TestChannelsFile::eachFaultHasItsPlace() {
    QFETCH(QByteArray, file);
    QFETCH(QString, expected);
    QCOMPARE(told(readChannels(file)), expected);
}

void TestChannelsFile::whatTheyStandOnIsInTheCatalogue() {
    Catalogue catalogue;
    QCOMPARE(told(readChannels(good, &catalogue)), told({{23, 28, FaultCode::UnknownService, word("메신저")},
                                                         {23, 42, FaultCode::UnknownSite, word("판교")}}));
    catalogue.services.emplace_back().key = word("메신저");
    catalogue.sites.emplace_back().key = word("판교");
    QVERIFY(readChannels(good, &catalogue));
}

void TestChannelsFile::everyKindAndCarrierCanBeWritten() {
    for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
        std::vector<QString> carriers = carriersOf(ChannelKind(kind));
        if (carriers.empty()) {
            carriers.emplace_back();
        }
        for (const QString& via : carriers) {
            const ChannelNeeds needs = *needsOf(ChannelKind(kind), via);
            QByteArray file = "channels: 1\nlink: a.kr\ncontact: 1\nlist:\n- channel: c\n  kind: ";
            file += QByteArray(wordOf(ChannelKind(kind))) + "\n  name: n\n  for: users\n  languages: ko\n";
            file += via.isEmpty() ? QByteArray() : "  via: " + via.toUtf8() + '\n';
            file += needs.takesRecipients ? "  recipients: r\n" : "";
            file += ChannelKind(kind) == ChannelKind::StatusPage
                        ? "  places: [{place: p, via: directory, settings: {path: /srv}}]\n"
                        : "";
            QByteArray settings;
            for (const QString& setting : needs.settings) {
                settings += (settings.isEmpty() ? "" : ", ") + setting.toUtf8() + ": v";
            }
            const QByteArray whole =
                file + (settings.isEmpty() ? QByteArray() : "  settings: {" + settings + "}\n");
            const auto channels = readChannels(whole);
            QVERIFY2(channels, qPrintable(told(channels) + QString::fromUtf8(whole)));
            for (const QString& secret : needs.secrets) { // none of them may be written
                const QByteArray with = file + "  settings: {" + settings + (settings.isEmpty() ? "" : ", ") +
                                        secret.toUtf8() + ": v}\n";
                const auto refused = readChannels(with);
                QVERIFY2(!refused && refused.error().front().code == FaultCode::SecretWritten,
                         with.constData());
            }
        }
    }
}

// Each setting of each way that has secrets is one or the other: a new one has to be put into either list.
void TestChannelsFile::whatSaysWhereSecretsGoIsInTheDestination() {
    const std::set<QString> where{u"endpoint"_s, u"server"_s, u"port"_s, u"security"_s, u"jid"_s};
    const std::set<QString> elsewise{
        u"from"_s,           u"user"_s,          u"unsubscribe"_s, u"service-id"_s,  u"app-key"_s,
        u"plus-friend-id"_s, u"template-code"_s, u"pf-id"_s,       u"template-id"_s, u"page-id"_s,
        u"handle"_s,         u"visibility"_s,    u"chat-id"_s,     u"to"_s,          u"nick"_s,
        u"bucket"_s,         u"region"_s,        u"prefix"_s,      u"url"_s};
    int tried = 0;
    const auto judge = [&](const ChannelNeeds& needs, const auto& destinationWith) {
        if (needs.secrets.empty()) {
            return;
        }
        auto all = needs.settings;
        all.insert(all.end(), needs.optionalSettings.begin(), needs.optionalSettings.end());
        for (const QString& name : all) {
            QVERIFY2(where.contains(name) != elsewise.contains(name), qPrintable(name));
            QCOMPARE(destinationWith({}) != destinationWith({{name, u"a"_s}}), where.contains(name));
            QCOMPARE(destinationWith({{name, u"b"_s}}) != destinationWith({{name, u"a"_s}}),
                     where.contains(name));
            ++tried;
        }
    };
    for (int kind = 1; kind <= int(ChannelKind::Last); ++kind) {
        auto carriers = carriersOf(ChannelKind(kind));
        carriers.push_back({});
        for (const QString& via : carriers) {
            if (const auto needs = needsOf(ChannelKind(kind), via)) {
                judge(*needs, [&](const std::map<QString, QString>& settings) {
                    Channel channel;
                    channel.kind = ChannelKind(kind);
                    channel.via = via;
                    channel.settings = settings;
                    return destinationOf(channel);
                });
            }
        }
    }
    for (const QString& via : placeCarriers()) {
        judge(*needsOfPlace(via), [&](const std::map<QString, QString>& settings) {
            return destinationOf(PublishingPlace{.key = u"p"_s, .via = via, .settings = settings});
        });
    }
    QVERIFY(tried > 40);
    // One setting cannot be written so that it reads as two.
    QVERIFY(destinationOf(PublishingPlace{
                .key = u"p"_s, .via = u"webdav"_s, .settings = {{u"endpoint"_s, u"a server=b"_s}}}) !=
            destinationOf(PublishingPlace{.key = u"p"_s,
                                          .via = u"webdav"_s,
                                          .settings = {{u"endpoint"_s, u"a"_s}, {u"server"_s, u"b"_s}}}));
}

void TestChannelsFile::movedSecretsAreNamed() {
    const auto before = readChannels(good);
    QVERIFY(before);
    Channels after = *before;
    QVERIFY(movedSecrets(*before, after, {u"page/store"_s, u"gone"_s}).empty());
    after.channels.front().places.front().settings[u"bucket"_s] = u"another"_s;
    QVERIFY(movedSecrets(*before, after, {u"page/store"_s}).empty());
    after.channels.front().places.front().settings[u"endpoint"_s] = u"https://elsewhere.example.com"_s;
    QCOMPARE(movedSecrets(*before, after, {u"page/store"_s}), std::vector<QString>{u"page/store"_s});
    QVERIFY(movedSecrets(*before, after, {}).empty()); // nobody gave any
    QCOMPARE(secretsWanted(after, u"page/store"_s)->destination,
             u"s3 endpoint=https://elsewhere.example.com"_s);
    QVERIFY(!secretsWanted(after, u"page/none"_s));
    QVERIFY(!secretsWanted(after, u"none"_s));
}

void TestChannelsFile::anyByteMayBeLost() {
    losesAnyByte(good, [](const QByteArray& file) { return readChannels(file); });
}

QTEST_GUILESS_MAIN(TestChannelsFile)
#include "test_channelsfile.moc"
