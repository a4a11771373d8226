#include "channel/senders.h"

#include <map>

namespace bongsu {

namespace {

using Maker = std::unique_ptr<Sender> (*)(Access);

Maker makerOf(ChannelKind kind, const QString& via) {
    static const std::map<std::pair<ChannelKind, QString>, Maker> makers{
        {{ChannelKind::Mail, {}}, senders::mail},
        {{ChannelKind::Slack, {}}, senders::slack},
        {{ChannelKind::Mattermost, {}}, senders::mattermost},
        {{ChannelKind::Discord, {}}, senders::discord},
        {{ChannelKind::Teams, {}}, senders::teams},
        {{ChannelKind::Webhook, {}}, senders::cloudEvents},
        {{ChannelKind::Sms, QStringLiteral("sens")}, senders::sensSms},
        {{ChannelKind::Sms, QStringLiteral("solapi")}, senders::solapiSms},
        {{ChannelKind::Sms, QStringLiteral("nhn")}, senders::nhnSms},
        {{ChannelKind::Sms, QStringLiteral("kannel")}, senders::kannelSms},
        {{ChannelKind::MessengerTemplate, QStringLiteral("sens")}, senders::sensAlimtalk},
        {{ChannelKind::MessengerTemplate, QStringLiteral("solapi")}, senders::solapiAlimtalk},
        {{ChannelKind::Mastodon, {}}, senders::mastodon},
        {{ChannelKind::Bluesky, {}}, senders::bluesky},
        {{ChannelKind::Telegram, {}}, senders::telegram},
        {{ChannelKind::X, {}}, senders::x},
        {{ChannelKind::Facebook, {}}, senders::facebook},
        {{ChannelKind::Statuspage, {}}, senders::statuspage},
        {{ChannelKind::Xmpp, {}}, senders::xmpp},
        {{ChannelKind::Apprise, {}}, senders::apprise},
    };
    const auto found = makers.find({kind, via});
    return found == makers.end() ? nullptr : found->second;
}

tl::unexpected<SendingOutcome> unconfigured(const QString& name) {
    return tl::unexpected(refused(sendingcode::unconfigured, name.toUtf8()));
}

// A line end in one of them would become a header of its own.
bool isOneLine(const QByteArray& value) {
    return std::all_of(value.begin(), value.end(), [](char c) { return quint8(c) >= 0x20 && c != 0x7f; });
}

// The name of what lacks or is none; empty where nothing does.
QString lacking(const ChannelNeeds& needs, const Access& access) {
    for (const QString& name : neededSettings(needs, access.channel)) {
        if (access.setting(name.toLatin1().constData()).isEmpty()) {
            return name;
        }
    }
    for (const auto& [name, value] : access.channel.settings) {
        if (!isOneLine(value.toUtf8())) {
            return name;
        }
    }
    for (const QString& name : needs.secrets) {
        const QByteArray& value = access.secrets.of(name.toLatin1().constData());
        // Who has no user has no password either; a key to sign with may be any bytes.
        const bool isNeeded = name != u"password" || !access.setting("user").isEmpty() ||
                              access.channel.kind == ChannelKind::Xmpp;
        if ((isNeeded && value.isEmpty()) || (name != u"signing-key" && !isOneLine(value))) {
            return name;
        }
    }
    return {};
}

bool isMailServerHere(const Access& access) {
    const QString server = access.setting("server");
    return server == u"127.0.0.1" || server == u"localhost" || server == u"::1";
}

// Secrets go nowhere in clear but to this machine, and to an SMS gateway of the own network.
QString unsafe(const Access& access) {
    const QByteArray endpoint = access.endpoint();
    if (!endpoint.isEmpty() && !isSpeakable(endpoint, access.channel.via == u"kannel")) {
        return QStringLiteral("endpoint");
    }
    const QByteArray& webhook = access.secrets.of("webhook");
    if (!webhook.isEmpty() && !isSpeakable(webhook)) {
        return QStringLiteral("webhook");
    }
    if (access.channel.kind == ChannelKind::Mail) {
        const QString security = access.setting("security");
        const bool known = security.isEmpty() || security == u"starttls" || security == u"tls" ||
                           (security == u"none" && isMailServerHere(access));
        return known ? QString() : QStringLiteral("security");
    }
    return {};
}

} // namespace

tl::expected<std::unique_ptr<Sender>, SendingOutcome> senderFor(const Channel& channel, Secrets secrets,
                                                                const SendingMeans& means) {
    const auto needs = needsOf(channel.kind, channel.via);
    const Maker maker = makerOf(channel.kind, channel.via);
    if (!needs || maker == nullptr) {
        return unconfigured(QStringLiteral("kind"));
    }
    Access access{channel, std::move(secrets), means};
    if (const QString name = lacking(*needs, access); !name.isEmpty()) {
        return unconfigured(name);
    }
    if (const QString name = unsafe(access); !name.isEmpty()) {
        return unconfigured(name);
    }
    auto sender = maker(std::move(access));
    if (sender == nullptr) {
        return unconfigured(QStringLiteral("from"));
    }
    return sender;
}

} // namespace bongsu
