// A way to tell people, as the organisation wrote it down in peacetime: what it is, whom it reaches, what it
// stands on. No rule reads it; a notice names its channels by key. Secrets are never here.
#pragma once

#include "domain/base/localtext.h"
#include "domain/base/moment.h"
#include "domain/event/noticewords.h"

#include <map>
#include <optional>
#include <vector>

namespace bongsu {

namespace documenttype {
inline constexpr QStringView channels = u"channels"; // key: "channels"
} // namespace documenttype

// How a text is counted, limited and drawn. Who carries it (`via`) is another question.
enum class ChannelKind {
    StatusPage = 1,
    Banner,
    Mail,
    Sms,               // SMS, or LMS where it is too long for that
    MessengerTemplate, // 알림톡: a text whose form the messenger's company approved before
    X,
    Facebook,
    Bluesky,
    Mastodon,
    Telegram,
    Slack,
    Mattermost,
    Discord,
    Teams,
    Xmpp,
    Statuspage, // the hosted service of that name
    Webhook,    // CloudEvents to a program of the organisation's own: app push goes this way
    Apprise,
    Last = Apprise
};
template <>
struct Words<ChannelKind> {
    static constexpr std::array all{"status-page", "banner",     "mail",    "sms",      "messenger-template",
                                    "x",           "facebook",   "bluesky", "mastodon", "telegram",
                                    "slack",       "mattermost", "discord", "teams",    "xmpp",
                                    "statuspage",  "webhook",    "apprise"};
};

// What something stands on: when that fails, it is not relied on.
struct StandsOn {
    std::vector<QString> services{}; // of the catalogue
    std::vector<QString> sites{};
    std::vector<QString> others{}; // telecom companies, clouds, DNS: in the organisation's own words
    friend bool operator==(const StandsOn&, const StandsOn&) = default;
};

// One of the unrelated places where a status page is published.
struct PublishingPlace {
    QString key;
    QString via; // directory, webdav, s3
    std::map<QString, QString> settings{};
    StandsOn standsOn{};
    friend bool operator==(const PublishingPlace&, const PublishingPlace&) = default;
};

struct Channel {
    QString key; // what the record calls it (keytext.h)
    ChannelKind kind = ChannelKind::StatusPage;
    QString via{}; // of sms and messenger-template: sens, solapi, nhn, kannel; else empty
    LocalText name;
    std::vector<Audience> audiences{}; // at least one
    std::vector<Language> languages{}; // at least one, in the order in which a text has them
    std::map<QString, QString> settings{};
    std::vector<PublishingPlace> places{}; // of a status page: at least one
    QString recipients{};                  // key of a list of addresses; empty where a channel is one post
    StandsOn standsOn{};
    QString fallback{};                 // channel that carries it where this one cannot; may be empty
    std::optional<quint64> perMinute{}; // messages at the most
    std::optional<quint64> perHour{};   // messages of one incident in an hour, beyond which a person decides
    // Messages of one incident to each address in an hour, over all channels with its list; the same beyond
    // it.
    std::optional<quint64> perPersonPerHour{};
    std::optional<quint64> costPerMessage{}; // in hundredths of a won
    bool sandbox = false;                    // reaches nobody outside: what a drill may use
    friend bool operator==(const Channel&, const Channel&) = default;
};

// What people reach the program itself by: a relay, a way to log in, a name server.
struct ReliedPath {
    QString name;
    StandsOn standsOn{};
    friend bool operator==(const ReliedPath&, const ReliedPath&) = default;
};

// Whether notices go out there: not where each message is for somebody who is called, and there is no list.
bool takesNotices(const Channel& channel);

struct Channels {
    QString linkForEverybody{};      // where the status page is read: every short text ends with it
    LocalText contact{};             // where users ask: telephone or address
    std::vector<Channel> channels{}; // in the order written
    std::vector<QString> pages{}; // keys of those that people who are called are reached over, in this order
    std::vector<ReliedPath> paths{};

    const Channel* channel(const QString& key) const;
    std::vector<const Channel*> reaching(Audience audience) const; // in the order written
    friend bool operator==(const Channels&, const Channels&) = default;
};

// What a kind of channel, carried by `via`, needs to be spoken to.
struct ChannelNeeds {
    std::vector<QString> settings;         // must be there
    std::vector<QString> optionalSettings; // may be
    std::vector<QString> secrets;          // sealed to the relays, by these names
    bool takesRecipients = false;          // one message to each address of a list
    bool mayTakeRecipients = false;        // the same, in place of the setting "endpoint"
};
// Nothing: no such carrier of that kind. `via` is empty for kinds that have one way only.
std::optional<ChannelNeeds> needsOf(ChannelKind kind, const QString& via);
// Those of its settings that this channel needs: with a list of addresses, no endpoint beside it.
std::vector<QString> neededSettings(const ChannelNeeds& needs, const Channel& channel);
std::vector<QString> carriersOf(ChannelKind kind); // empty: one way only
// The same of places a status page is published to.
std::optional<ChannelNeeds> needsOfPlace(const QString& via);
std::vector<QString> placeCarriers();

// Who a channel or a place of one is spoken to by, and where: all that decides who is told its secrets, on
// one line.
QString destinationOf(const Channel& channel);
QString destinationOf(const PublishingPlace& place);

// What is sealed to a relay for a channel, and the destination that it was given for.
struct ChannelSecrets {
    std::map<QString, QByteArray> values;
    QString destination;
    friend bool operator==(const ChannelSecrets&, const ChannelSecrets&) = default;
};
// Of a channel, or of a place of one: "status-page/web-host". Nothing where no such is published.
struct SecretsWanted {
    std::vector<QString> names;
    QString destination;
};
std::optional<SecretsWanted> secretsWanted(const Channels& channels, const QString& key);
// Of the keys for which secrets are held, those that have another destination after a change, in their order.
std::vector<QString> movedSecrets(const Channels& before, const Channels& after,
                                  const std::set<QString>& held);

} // namespace bongsu
