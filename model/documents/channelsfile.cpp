#include "documents/channelsfile.h"

#include "documents/vocabulary.h"
#include "domain/base/limits.h"

#include <QUrl>

namespace bongsu {

namespace {

constexpr Range perMinuteRange{1, 100'000};
constexpr Range perHourRange{1, 10'000'000};
constexpr Range perPersonRange{1, 1'000};
constexpr Range wonRange{0, 1'000'000};

QString joined(const std::vector<QString>& words) {
    return QStringList(words.begin(), words.end()).join(QStringLiteral(", "));
}

bool contains(const std::vector<QString>& all, const QString& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

// An address that carries a name and a password, as curl would take it.
bool holdsPassword(const QString& value) {
    const QUrl url(value);
    return url.isValid() && !url.scheme().isEmpty() && !url.password().isEmpty();
}

class ChannelsReader {
  public:
    ChannelsReader(const Catalogue* catalogue, Faults& faults)
        : m_knowsServices(catalogue), m_faults(faults) {
        if (catalogue) {
            for (const CatalogueService& service : catalogue->services) {
                m_services.add(service.key, {}, faults);
            }
            for (const CatalogueSite& site : catalogue->sites) {
                m_sites.add(site.key, {}, faults);
            }
        }
    }

    Channels read(const YamlNode& root) {
        Fields file(root, QStringLiteral("channels"),
                    {u"channels", u"link", u"contact", u"pages", u"paths", u"list"}, m_faults);
        const QString version = file.text(u"channels", Need::Required);
        const QString known = QString::number(channelsVersion);
        if (!version.isEmpty() && version != known) {
            file.say(u"channels", FaultCode::UnknownVersion, version, known);
        }
        Channels channels;
        channels.linkForEverybody = file.text(u"link", Need::Required);
        channels.contact = file.localText(u"contact", Need::Required);
        const std::vector<Reference> pages = file.names(u"pages", limits::pageChannels);
        channels.pages = namesIn(pages);
        m_pages = {channels.pages.begin(), channels.pages.end()};
        for (const YamlNode* item : file.list(u"list", limits::listItems)) {
            channels.channels.push_back(channel(*item));
        }
        for (const Reference& page : pages) {
            expectPaging(page, channels);
        }
        for (const YamlNode* item : file.list(u"paths", limits::listItems)) {
            Fields fields(*item, QStringLiteral("paths"), {u"path", u"stands-on"}, m_faults);
            const QString name = fields.text(u"path", Need::Required);
            channels.paths.push_back({name, standsOn(fields)});
        }
        for (const auto& [from, fallbacks] : m_fallbacks) {
            for (const Reference& fallback : fallbacks) {
                m_channels.expect(fallback.name, fallback.position, FaultCode::UnknownChannel, m_faults);
            }
        }
        sayCircles(m_fallbacks, FaultCode::FallbackCircle, m_faults);
        return channels;
    }

  private:
    // People who are called are reached one by one: on telephones and by mail.
    void expectPaging(const Reference& page, const Channels& channels) {
        m_channels.expect(page.name, page.position, FaultCode::UnknownChannel, m_faults);
        const Channel* channel = channels.channel(page.name);
        if (channel && channel->kind != ChannelKind::Sms && channel->kind != ChannelKind::Mail) {
            m_faults.add(page.position, FaultCode::NotForPages, page.name);
        }
    }

    Channel channel(const YamlNode& node) {
        Fields fields(node, QStringLiteral("list"),
                      {u"channel", u"kind", u"via", u"name", u"for", u"languages", u"settings", u"places",
                       u"recipients", u"stands-on", u"fallback", u"per-minute", u"per-hour",
                       u"per-person-per-hour", u"won-per-100-messages", u"sandbox"},
                      m_faults);
        Channel channel;
        channel.key = fields.name(u"channel", Need::Required);
        m_channels.add(channel.key, fields.positionOf(u"channel"), m_faults);
        const auto kind = valueOf<ChannelKind>(fields, u"kind", Need::Required, m_faults);
        channel.kind = kind.value_or(ChannelKind::StatusPage);
        channel.name = fields.localText(u"name", Need::Required);
        channel.audiences = valuesOf<Audience>(fields, u"for", Need::Required, m_faults);
        channel.languages = valuesOf<Language>(fields, u"languages", Need::Required, m_faults);
        if (kind) {
            readWay(fields, channel);
        }
        channel.standsOn = standsOn(fields);
        channel.fallback = fields.name(u"fallback", Need::Optional);
        if (!channel.fallback.isEmpty()) {
            const Reference fallback{channel.fallback, fields.positionOf(u"fallback")};
            m_fallbacks.emplace_back(channel.key, std::vector{fallback});
        }
        channel.perMinute = fields.number(u"per-minute", perMinuteRange, Need::Optional);
        channel.perHour = fields.number(u"per-hour", perHourRange, Need::Optional);
        channel.perPersonPerHour = fields.number(u"per-person-per-hour", perPersonRange, Need::Optional);
        channel.costPerMessage = fields.number(u"won-per-100-messages", wonRange, Need::Optional);
        channel.sandbox = fields.yesOrNo(u"sandbox");
        return channel;
    }

    // What that kind, by that carrier, needs.
    void readWay(Fields& fields, Channel& channel) {
        const std::vector<QString> carriers = carriersOf(channel.kind);
        channel.via = fields.text(u"via", carriers.empty() ? Need::Optional : Need::Required);
        const auto needs = needsOf(channel.kind, channel.via);
        if (!needs) {
            if (!channel.via.isEmpty() && carriers.empty()) {
                fields.say(u"via", FaultCode::UnknownKey, QStringLiteral("via"));
            } else if (!channel.via.isEmpty()) {
                fields.say(u"via", FaultCode::NotOneOf, channel.via, joined(carriers));
            }
            return;
        }
        // Who is called has an address of their own: a channel for that alone has no list.
        const bool needsList = needs->takesRecipients && !m_pages.contains(channel.key);
        channel.recipients = fields.name(u"recipients", needsList ? Need::Required : Need::Optional);
        if (!needs->takesRecipients && !needs->mayTakeRecipients && !channel.recipients.isEmpty()) {
            fields.say(u"recipients", FaultCode::UnknownKey, QStringLiteral("recipients"));
        }
        channel.settings = settings(fields, *needs, neededSettings(*needs, channel));
        const bool isPage = channel.kind == ChannelKind::StatusPage;
        if (!isPage && fields.has(u"places")) {
            fields.say(u"places", FaultCode::UnknownKey, QStringLiteral("places"));
        } else if (isPage) {
            Names places;
            for (const YamlNode* item : fields.list(u"places", limits::listItems, Need::Required)) {
                channel.places.push_back(place(*item, places));
            }
        }
    }

    PublishingPlace place(const YamlNode& node, Names& places) {
        Fields fields(node, QStringLiteral("places"), {u"place", u"via", u"settings", u"stands-on"},
                      m_faults);
        PublishingPlace place;
        place.key = fields.name(u"place", Need::Required);
        places.add(place.key, fields.positionOf(u"place"), m_faults);
        place.via = fields.text(u"via", Need::Required);
        if (const auto needs = needsOfPlace(place.via)) {
            place.settings = settings(fields, *needs, needs->settings);
        } else if (!place.via.isEmpty()) {
            fields.say(u"via", FaultCode::NotOneOf, place.via, joined(placeCarriers()));
        }
        place.standsOn = standsOn(fields);
        return place;
    }

    std::map<QString, QString> settings(Fields& fields, const ChannelNeeds& needs,
                                        const std::vector<QString>& needed) {
        std::map<QString, QString> settings;
        const YamlNode* node = fields.value(u"settings", needed.empty() ? Need::Optional : Need::Required);
        if (!node) {
            return settings;
        }
        if (node->kind != YamlNode::Kind::Map) {
            fields.say(u"settings", FaultCode::MapExpected, QStringLiteral("settings"));
            return settings;
        }
        std::vector<QString> known = needs.settings;
        known.insert(known.end(), needs.optionalSettings.begin(), needs.optionalSettings.end());
        for (const YamlEntry& entry : node->entries) {
            if (contains(needs.secrets, entry.key)) {
                m_faults.add(entry.position, FaultCode::SecretWritten, entry.key);
            } else if (!contains(known, entry.key)) {
                m_faults.addUnknown(entry.position, FaultCode::UnknownKey, entry.key,
                                    [&known] { return known; });
            } else {
                settings[entry.key] = textOf(entry.value, entry.key, m_faults);
                if (holdsPassword(settings[entry.key])) {
                    m_faults.add(entry.value.position, FaultCode::SecretWritten, entry.key);
                }
            }
        }
        for (const QString& name : needed) {
            if (!settings.contains(name)) {
                m_faults.add(node->position, FaultCode::MissingKey, name);
            }
        }
        return settings;
    }

    StandsOn standsOn(Fields& fields) {
        StandsOn standsOn;
        const YamlNode* node = fields.value(u"stands-on", Need::Optional);
        if (!node) {
            return standsOn;
        }
        Fields on(*node, QStringLiteral("stands-on"), {u"services", u"sites", u"others"}, m_faults);
        const std::vector<Reference> services = on.names(u"services", limits::listItems);
        const std::vector<Reference> sites = on.names(u"sites", limits::listItems);
        if (m_knowsServices) {
            for (const Reference& service : services) {
                m_services.expect(service.name, service.position, FaultCode::UnknownService, m_faults);
            }
            for (const Reference& site : sites) {
                m_sites.expect(site.name, site.position, FaultCode::UnknownSite, m_faults);
            }
        }
        standsOn.services = namesIn(services);
        standsOn.sites = namesIn(sites);
        standsOn.others = namesIn(on.names(u"others", limits::listItems));
        return standsOn;
    }

    bool m_knowsServices;
    Faults& m_faults;
    Names m_services;
    Names m_sites;
    Names m_channels;
    ReferenceGraph m_fallbacks;
    std::set<QString> m_pages;
};

} // namespace

tl::expected<Channels, std::vector<DocumentFault>> readChannels(QByteArrayView bytes,
                                                                const Catalogue* catalogue) {
    Faults faults;
    Channels channels;
    if (const auto root = readYaml(bytes, faults)) {
        channels = ChannelsReader(catalogue, faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return channels;
}

} // namespace bongsu
