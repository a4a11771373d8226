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

std::vector<QString> placeCarriers() {
    std::vector<QString> carriers;
    for (const PlaceWay& way : placeWays()) {
        carriers.push_back(QString::fromLatin1(way.via));
    }
    return carriers;
}

} // namespace bongsu
