#include "statuspage/harmless.h"

#include "domain/base/hash.h"
#include "domain/base/nfc.h"

#include <QTextBoundaryFinder>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace bongsu {

namespace {

constexpr qsizetype mostUnits = 16; // of one grapheme: a family emoji has 11, a pile of accents any number
constexpr qsizetype mostIdCharacters = 64;

// Not seen, or turning the direction of what stands beside it. The joiners of emoji and scripts are kept.
bool isHidden(char32_t c) {
    return c == 0x00AD || c == 0x061C || c == 0x180E || c == 0x200B || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE0FFF);
}

bool isNoCharacter(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || (c >= 0xD800 && c <= 0xDFFF) ||
           (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE || c > 0x10FFFF;
}

LocalText line(const LocalText& text, qsizetype characters) {
    return {shortened(harmlessLine(text.ko), characters), shortened(harmlessLine(text.en), characters)};
}

LocalText paragraph(const LocalText& text) {
    return {shortened(harmlessText(text.ko), pagelimit::textCharacters),
            shortened(harmlessText(text.en), pagelimit::textCharacters)};
}

QString harmlessUrl(const QString& url) {
    QString text = url.trimmed();
    while (text.endsWith(u'/')) {
        text.chop(1);
    }
    const QUrl parsed(text, QUrl::StrictMode);
    const bool isWeb = parsed.scheme() == u"https" || parsed.scheme() == u"http";
    if (!parsed.isValid() || !isWeb || parsed.host().isEmpty() || parsed.hasQuery() || parsed.hasFragment() ||
        !parsed.userInfo().isEmpty()) {
        return {};
    }
    return QString::fromLatin1(parsed.toEncoded());
}

template <class Thing>
void keepFirstOfEqualIds(std::vector<Thing>& things) {
    std::set<QString> seen;
    std::erase_if(things, [&](const Thing& thing) { return !seen.insert(thing.id).second; });
}

// A code leads to one notice.
void dropSecondCodes(PublicPage& page) {
    std::set<QString> codes;
    for (PublicIncident& incident : page.incidents) {
        for (PublicUpdate& update : incident.updates) {
            if (!codes.insert(update.code).second) {
                update.code.clear();
            }
        }
    }
}

void cleanUpdate(PublicUpdate& update, const PublicPage& page) {
    update.id = harmlessId(update.id);
    update.corrects = update.corrects.isEmpty() ? QString() : harmlessId(update.corrects);
    QString code = shortened(harmlessLine(update.code).toUpper(), pagelimit::nameCharacters);
    const bool isCode = std::all_of(code.begin(), code.end(), [](QChar c) {
        return (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
    update.code = isCode ? code : QString();
    update.text = paragraph(update.text);
    update.bannerTitle = line(update.bannerTitle, pagelimit::bannerTitleCharacters);
    update.bannerBody = line(update.bannerBody, pagelimit::bannerBodyCharacters);
    for (PublicChange& change : update.changes) {
        change.component = harmlessId(change.component);
    }
    std::erase_if(update.changes,
                  [&](const PublicChange& change) { return page.component(change.component) == nullptr; });
}

} // namespace

QString harmlessText(const QString& text) {
    QString clean;
    clean.reserve(text.size());
    int lineEnds = 0;
    const QList<uint> points = text.toUcs4();
    for (qsizetype i = 0; i < points.size(); ++i) {
        const char32_t c = points[i];
        const bool isLineEnd = c == u'\n' || c == u'\r' || c == 0x2028 || c == 0x2029 || c == 0x0085;
        if (c == u'\r' && i + 1 < points.size() && points[i + 1] == u'\n') {
            continue;
        }
        if (isLineEnd) {
            if (++lineEnds <= 2) {
                clean += u'\n';
            }
        } else if (c == u'\t') {
            clean += u' ';
        } else if (!isHidden(c) && !isNoCharacter(c)) {
            lineEnds = 0;
            clean += QString::fromUcs4(&c, 1);
        }
    }
    return toNfc(clean.trimmed());
}

QString harmlessLine(const QString& text) {
    return harmlessText(text).simplified();
}

namespace {

QString shortenedOnce(const QString& text, qsizetype characters) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    QString kept;
    qsizetype begin = 0;
    qsizetype lastBegin = 0; // of the last character kept
    for (qsizetype count = 0; begin < text.size(); ++count) {
        if (count == characters) {
            return kept.left(lastBegin).trimmed() + QChar(0x2026);
        }
        const qsizetype end = finder.toNextBoundary();
        const qsizetype stop = end < 0 ? text.size() : end;
        lastBegin = kept.size();
        kept +=
            stop - begin > mostUnits ? QStringView(u"\uFFFD") : QStringView(text).sliced(begin, stop - begin);
        begin = stop;
    }
    return kept;
}

} // namespace

// Where one character ends depends on the whole text: what has lost its line end may join the ellipsis, and
// without its only Cyrillic letter Qt divides the rest by the rules of Burmese. Whatever changes it makes it
// shorter.
QString shortened(const QString& text, qsizetype characters) {
    QString before = text;
    QString after = shortenedOnce(before, characters);
    while (after != before) {
        before = std::exchange(after, shortenedOnce(after, characters));
    }
    return after;
}

QString harmlessId(const QString& id) {
    const bool isPlain = !id.isEmpty() && id.size() <= mostIdCharacters && id.front() != u'-' &&
                         id.back() != u'-' && !id.contains(u"--") &&
                         std::all_of(id.begin(), id.end(), [](QChar c) {
                             return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
                         });
    return isPlain ? id : QString::fromLatin1(taggedHash("page.id", {id.toUtf8()}).first(16).toHex());
}

PublicPage harmless(const PublicPage& page) {
    PublicPage clean = page;
    clean.organisation = line(page.organisation, pagelimit::nameCharacters);
    clean.contact = line(page.contact, pagelimit::titleCharacters);
    clean.url = harmlessUrl(page.url);
    clean.zone.name = shortened(harmlessLine(page.zone.name), pagelimit::nameCharacters);
    for (PublicGroup& group : clean.groups) {
        group = {harmlessId(group.id), line(group.name, pagelimit::nameCharacters)};
    }
    keepFirstOfEqualIds(clean.groups);
    for (PublicComponent& component : clean.components) {
        component.id = harmlessId(component.id);
        component.name = line(component.name, pagelimit::nameCharacters);
        component.group = component.group.isEmpty() ? QString() : harmlessId(component.group);
        if (clean.group(component.group) == nullptr) {
            component.group.clear();
        }
    }
    keepFirstOfEqualIds(clean.components);
    for (PublicIncident& incident : clean.incidents) {
        incident.id = harmlessId(incident.id);
        incident.title = line(incident.title, pagelimit::titleCharacters);
        for (PublicUpdate& update : incident.updates) {
            cleanUpdate(update, clean);
        }
        keepFirstOfEqualIds(incident.updates);
        std::stable_sort(incident.updates.begin(), incident.updates.end(),
                         [](const PublicUpdate& a, const PublicUpdate& b) { return a.at < b.at; });
    }
    std::erase_if(clean.incidents, [](const PublicIncident& incident) { return incident.updates.empty(); });
    keepFirstOfEqualIds(clean.incidents);
    dropSecondCodes(clean);
    std::stable_sort(
        clean.incidents.begin(), clean.incidents.end(),
        [](const PublicIncident& a, const PublicIncident& b) { return a.startedAt > b.startedAt; });
    return clean;
}

} // namespace bongsu
