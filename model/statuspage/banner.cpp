#include "statuspage/banner.h"

#include "statuspage/harmless.h"
#include "statuspage/htmlparts.h"
#include "statuspage/jsonapi.h"
#include "statuspage/pagetime.h"

#include <algorithm>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QLatin1String(text);
}

// At most that many code points, too: whoever shows a banner may count so.
QString shortFor(const QString& text, qsizetype characters) {
    QString kept = shortened(text, characters);
    for (qsizetype fewer = characters - 1; kept.toUcs4().size() > characters; --fewer) {
        kept = shortened(text, fewer);
    }
    return kept;
}

// What was approved for a banner, or else the beginning of what was told.
LocalText shortOf(const LocalText& approved, const LocalText& told, qsizetype characters) {
    const auto made = [&](Language language) {
        const QString& own = language == Language::Korean ? approved.ko : approved.en;
        return shortFor(harmlessLine(own.isEmpty() ? told.in(language) : own), characters);
    };
    return {made(Language::Korean), made(Language::English)};
}

const PublicIncident* mostImportant(const PublicPage& page) {
    const std::vector<const PublicIncident*> open = openOf(page); // newest first
    const auto worst =
        std::max_element(open.begin(), open.end(), [](const PublicIncident* a, const PublicIncident* b) {
            return impactOf(a->grade) < impactOf(b->grade); // of equals the first
        });
    return worst == open.end() ? nullptr : *worst;
}

const PublicIncident* justOver(const PublicPage& page) {
    const PublicIncident* newest = nullptr;
    for (const PublicIncident* incident : endedOf(page)) {
        const Moment end = *resolvedAt(*incident);
        const bool isRecent = end <= page.updatedAt && page.updatedAt - end < bannertime::afterwards;
        if (isRecent && (newest == nullptr || end > *resolvedAt(*newest))) {
            newest = incident;
        }
    }
    return newest;
}

BannerMessage messageOf(const PublicPage& page, const PublicIncident& incident, Indicator level) {
    const PublicUpdate& update = incident.updates.back();
    return {shortOf(update.bannerTitle, incident.title, pagelimit::bannerTitleCharacters),
            shortOf(update.bannerBody, update.text, pagelimit::bannerBodyCharacters), level,
            page.url + u'/' + PageFile{Language::Korean, incidentName(incident)}.path(),
            page.url + u'/' + PageFile{Language::English, incidentName(incident)}.path()};
}

} // namespace

Banner bannerOf(const PublicPage& page) {
    Banner banner{{}, page.updatedAt, page.updatedAt + bannertime::whileOpen};
    if (const PublicIncident* open = mostImportant(page)) {
        banner.message = messageOf(page, *open, std::max(Indicator::Minor, impactOf(open->grade)));
    } else if (const PublicIncident* over = justOver(page)) {
        banner.message = messageOf(page, *over, Indicator::None);
        banner.expiresAt = *resolvedAt(*over) + bannertime::afterwards;
    }
    return banner;
}

QByteArray bannerFile(const PublicPage& page) {
    const Banner banner = bannerOf(page);
    QJsonObject object{{word("version"), 1},
                       {word("updated_at"), isoIn(page.zone, banner.updatedAt)},
                       {word("expires_at"), isoIn(page.zone, banner.expiresAt)}};
    if (banner.message) {
        const auto in = [&](Language language, const QString& link) {
            return QJsonObject{{word("title"), banner.message->title.in(language)},
                               {word("body"), banner.message->body.in(language)},
                               {word("link"), link}};
        };
        object.insert(word("message"),
                      QJsonObject{{word("level"), word(wordOf(banner.message->level))},
                                  {word("ko"), in(Language::Korean, banner.message->link)},
                                  {word("en"), in(Language::English, banner.message->linkEn)}});
    }
    return jsonBytes(object);
}

} // namespace bongsu
