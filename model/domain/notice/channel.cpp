#include "domain/notice/channel.h"

#include <algorithm>

namespace bongsu {

namespace {

struct Way {
    ChannelKind kind;
    const char* via;
    ChannelNeeds needs;
};

QStringList words(const char* spaced) {
    return QString::fromLatin1(spaced).split(u' ', Qt::SkipEmptyParts);
}

ChannelNeeds needs(const char* settings, const char* optional, const char* secrets, bool recipients = false,
                   bool mayTake = false) {
    const auto list = [](const char* spaced) {
        const QStringList all = words(spaced);
        return std::vector<QString>(all.begin(), all.end());
    };
    return {list(settings), list(optional), list(secrets), recipients, mayTake};
}

// The names are those of each service's own documents where it has one word for it.
const std::vector<Way>& ways() {
    static const std::vector<Way> all{
        {ChannelKind::StatusPage, "", needs("", "", "")},
        {ChannelKind::Banner, "", needs("", "", "")},
        {ChannelKind::Mail, "", needs("server from", "port security user unsubscribe", "password", true)},
        {ChannelKind::Sms, "sens", needs("service-id from", "endpoint", "access-key secret-key", true)},
        {ChannelKind::Sms, "solapi", needs("from", "endpoint", "api-key api-secret", true)},
        {ChannelKind::Sms, "nhn", needs("app-key from", "endpoint", "secret-key", true)},
        {ChannelKind::Sms, "kannel", needs("endpoint user from", "", "password", true)},
        {ChannelKind::MessengerTemplate, "sens",
         needs("service-id plus-friend-id template-code", "endpoint", "access-key secret-key", true)},
        {ChannelKind::MessengerTemplate, "solapi",
         needs("pf-id template-id", "endpoint", "api-key api-secret", true)},
        {ChannelKind::X, "", needs("", "endpoint", "consumer-key consumer-secret token token-secret")},
        {ChannelKind::Facebook, "", needs("page-id", "endpoint", "page-token")},
        {ChannelKind::Bluesky, "", needs("handle", "endpoint", "app-password")},
        {ChannelKind::Mastodon, "", needs("endpoint", "visibility", "token")},
        {ChannelKind::Telegram, "", needs("chat-id", "endpoint", "bot-token")},
        {ChannelKind::Slack, "", needs("", "", "webhook")},
        {ChannelKind::Mattermost, "", needs("", "", "webhook")},
        {ChannelKind::Discord, "", needs("", "", "webhook")},
        {ChannelKind::Teams, "", needs("", "", "webhook")},
        {ChannelKind::Xmpp, "", needs("jid to", "server port nick", "password")},
        {ChannelKind::Statuspage, "", needs("page-id", "endpoint", "api-key")},
        {ChannelKind::Webhook, "", needs("endpoint", "", "signing-key", false, true)},
        {ChannelKind::Apprise, "", needs("", "", "url")},
    };
    return all;
}

struct PlaceWay {
    const char* via;
    ChannelNeeds needs;
};

const std::vector<PlaceWay>& placeWays() {
    static const std::vector<PlaceWay> all{
        {"directory", needs("path", "url", "")},
        {"webdav", needs("endpoint", "user url", "password")},
        {"s3", needs("endpoint bucket region", "prefix url", "access-key secret-key")},
    };
    return all;
}

} // namespace

const Channel* Channels::channel(const QString& key) const {
    const auto found = std::find_if(channels.begin(), channels.end(),
                                    [&key](const Channel& channel) { return channel.key == key; });
    return found == channels.end() ? nullptr : &*found;
}

std::vector<const Channel*> Channels::reaching(Audience audience) const {
    std::vector<const Channel*> reaching;
    for (const Channel& channel : channels) {
        if (std::find(channel.audiences.begin(), channel.audiences.end(), audience) !=
            channel.audiences.end()) {
            reaching.push_back(&channel);
        }
    }
    return reaching;
}

std::vector<QString> neededSettings(const ChannelNeeds& needs, const Channel& channel) {
    std::vector<QString> needed = needs.settings;
    if (needs.mayTakeRecipients && !channel.recipients.isEmpty()) {
        std::erase(needed, QStringLiteral("endpoint"));
    }
    return needed;
}

bool takesNotices(const Channel& channel) {
    const auto needs = needsOf(channel.kind, channel.via);
    return !needs || !needs->takesRecipients || !channel.recipients.isEmpty();
}

std::optional<ChannelNeeds> needsOf(ChannelKind kind, const QString& via) {
    for (const Way& way : ways()) {
        if (way.kind == kind && via == QLatin1String(way.via)) {
            return way.needs;
        }
    }
    return std::nullopt;
}

std::vector<QString> carriersOf(ChannelKind kind) {
    std::vector<QString> carriers;
    for (const Way& way : ways()) {
        if (way.kind == kind && *way.via != '\0') {
            carriers.push_back(QString::fromLatin1(way.via));
        }
    }
    return carriers;
}

std::optional<ChannelNeeds> needsOfPlace(const QString& via) {
    for (const PlaceWay& way : placeWays()) {
        if (via == QLatin1String(way.via)) {
            return way.needs;
        }
    }
    return std::nullopt;
}

namespace {

QString destination(QString spokenBy, const std::map<QString, QString>& settings) {
    // Of a mailbox or an account on a server the secret is that server's; "jid" names one where "server" does
    // not.
    for (const char* name : {"endpoint", "server", "port", "security", "jid"}) {
        if (const auto set = settings.find(QString::fromLatin1(name)); set != settings.end()) {
            const QByteArray value =
                set->second.toUtf8().toPercentEncoding(":/?&=@,[]"); // a space is no part of it
            spokenBy += u' ' + set->first + u'=' + QString::fromLatin1(value);
        }
    }
    return spokenBy;
}

SecretsWanted wanted(const std::optional<ChannelNeeds>& needs, QString destination) {
    return {needs ? needs->secrets : std::vector<QString>(), std::move(destination)};
}

} // namespace

QString destinationOf(const Channel& channel) {
    const QString kind = QString::fromLatin1(wordOf(channel.kind));
    return destination(channel.via.isEmpty() ? kind : kind + u'/' + channel.via, channel.settings);
}

QString destinationOf(const PublishingPlace& place) {
    return destination(place.via, place.settings);
}

std::optional<SecretsWanted> secretsWanted(const Channels& channels, const QString& key) {
    for (const Channel& channel : channels.channels) {
        if (channel.key == key) {
            return wanted(needsOf(channel.kind, channel.via), destinationOf(channel));
        }
        for (const PublishingPlace& place : channel.places) {
            if (channel.key + u'/' + place.key == key) {
                return wanted(needsOfPlace(place.via), destinationOf(place));
            }
        }
    }
    return std::nullopt;
}

std::vector<QString> movedSecrets(const Channels& before, const Channels& after,
                                  const std::set<QString>& held) {
    std::vector<QString> moved;
    for (const QString& key : held) {
        const auto was = secretsWanted(before, key);
        const auto is = secretsWanted(after, key);
        if (was && is && was->destination != is->destination) {
            moved.push_back(key);
        }
    }
    return moved;
}

std::vector<QString> placeCarriers() {
    std::vector<QString> carriers;
    for (const PlaceWay& way : placeWays()) {
        carriers.push_back(QString::fromLatin1(way.via));
    }
    return carriers;
}

} // namespace bongsu
