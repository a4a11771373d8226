#include "statuspage/htmlparts.h"

#include "statuspage/harmless.h"
#include "statuspage/pagestyle.h"
#include "statuspage/pagetime.h"
#include "statuspage/pagewords.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr qsizetype cardCharacters = 1'000; // of one notice in a list

constexpr const char* codeOf(Language language) {
    return language == Language::Korean ? "ko" : "en";
}

constexpr Language otherThan(Language language) {
    return language == Language::Korean ? Language::English : Language::Korean;
}

QString climbing(const QString& path) {
    return QStringLiteral("../").repeated(path.count(u'/'));
}

QString tag(Language language) {
    return QLatin1String(codeOf(language));
}

void writeHead(Html& html, const PublicPage& page, const PageFile& place, const QString& title) {
    html.open(QLatin1String("head"));
    html.empty(QLatin1String("meta"), {{QLatin1String("charset"), QStringLiteral("utf-8")}});
    // Nothing is run, fetched or sent by a page, whatever a text might hold.
    html.empty(
        QLatin1String("meta"),
        {{QLatin1String("http-equiv"), QStringLiteral("Content-Security-Policy")},
         {QLatin1String("content"),
          QStringLiteral("default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; form-action 'none'")
              .arg(QLatin1String(pageStyleHash()))}});
    html.element(QLatin1String("title"), {}, title);
    html.empty(QLatin1String("meta"),
               {{QLatin1String("name"), QStringLiteral("viewport")},
                {QLatin1String("content"), QStringLiteral("width=device-width, initial-scale=1")}});
    html.empty(QLatin1String("meta"), {{QLatin1String("name"), QStringLiteral("referrer")},
                                       {QLatin1String("content"), QStringLiteral("no-referrer")}});
    const PageFile other{otherThan(place.language), place.name};
    for (const PageFile& one : {place, other}) {
        html.empty(QLatin1String("link"), {{QLatin1String("rel"), QStringLiteral("alternate")},
                                           {QLatin1String("hreflang"), tag(one.language)},
                                           {QLatin1String("href"), page.url + u'/' + one.path()}});
    }
    for (const auto& [type, name] :
         {std::pair{"application/atom+xml", "history.atom"}, std::pair{"application/rss+xml", "history.rss"},
          std::pair{"application/feed+json", "feed.json"}}) {
        html.empty(QLatin1String("link"), {{QLatin1String("rel"), QStringLiteral("alternate")},
                                           {QLatin1String("type"), QLatin1String(type)},
                                           {QLatin1String("title"), QLatin1String(name)},
                                           {QLatin1String("href"), place.to(QLatin1String(name))}});
    }
    html.style(QString::fromUtf8(pageStyle()));
    html.close();
}

void writeLink(Html& html, const QString& href, const QString& said, const Attribute& more = {}) {
    html.open(QLatin1String("li"));
    html.element(QLatin1String("a"), {{QLatin1String("href"), href}, more}, said);
    html.close();
}

void writeHeader(Html& html, const PublicPage& page, const PageFile& place) {
    html.element(
        QLatin1String("a"),
        {{QLatin1String("class"), QStringLiteral("skip")}, {QLatin1String("href"), QStringLiteral("#main")}},
        say(PageWord::Skip, place.language));
    html.open(QLatin1String("header"));
    html.element(QLatin1String("p"), {},
                 say(PageWord::Title, place.language).arg(page.organisation.in(place.language)));
    html.open(QLatin1String("nav"),
              {{QLatin1String("aria-label"), say(PageWord::Navigation, place.language)}});
    html.open(QLatin1String("ul"));
    for (const auto& [word, name] :
         {std::pair{PageWord::Now, "index.html"}, std::pair{PageWord::History, "history.html"},
          std::pair{PageWord::Codes, "codes.html"}}) {
        const bool isHere = place.name == QLatin1String(name);
        writeLink(html, place.to(QLatin1String(name)), say(word, place.language),
                  {QLatin1String("aria-current"), isHere ? QStringLiteral("page") : QString()});
    }
    const Language other = otherThan(place.language);
    html.open(QLatin1String("li"));
    html.element(QLatin1String("a"),
                 {{QLatin1String("href"), place.toOther()},
                  {QLatin1String("lang"), tag(other)},
                  {QLatin1String("hreflang"), tag(other)}},
                 say(PageWord::OtherLanguage, other));
    html.close();
    html.close();
    html.close();
    html.close();
}

void writeFooter(Html& html, const PublicPage& page, const PageFile& place) {
    html.open(QLatin1String("footer"));
    if (!page.contact.isEmpty()) {
        html.element(QLatin1String("h2"), {}, say(PageWord::Contact, place.language));
        html.open(QLatin1String("p"));
        sayIn(html, place, page.contact);
        html.close();
    }
    html.element(QLatin1String("h2"), {{QLatin1String("class"), QStringLiteral("feeds")}},
                 say(PageWord::Feeds, place.language));
    html.open(QLatin1String("ul"));
    writeLink(html, place.to(QStringLiteral("history.atom")), QStringLiteral("Atom"));
    writeLink(html, place.to(QStringLiteral("history.rss")), QStringLiteral("RSS"));
    writeLink(html, place.to(QStringLiteral("feed.json")), QStringLiteral("JSON Feed"));
    writeLink(html, place.to(QStringLiteral("api/v2/summary.json")), say(PageWord::Data, place.language));
    writeLink(html, place.toRoot(QStringLiteral("keys.json")), say(PageWord::Keys, place.language));
    html.close();
    html.element(QLatin1String("p"), {},
                 say(PageWord::Signed, place.language) + u' ' +
                     say(PageWord::ZoneExplained, place.language).arg(offsetOf(page.zone)));
    // On paper, and where a copy stands elsewhere: where it comes from.
    if (!page.url.isEmpty()) {
        html.element(QLatin1String("p"), {}, page.url);
    }
    html.close();
}

// One line for all that went from the same state to the same state.
void writeChanges(Html& html, const PublicPage& page, const PageFile& place, const PublicUpdate& update) {
    std::vector<std::pair<PublicChange, QStringList>> lines;
    for (const PublicChange& change : update.changes) {
        auto line = std::find_if(lines.begin(), lines.end(), [&](const auto& one) {
            return one.first.from == change.from && one.first.to == change.to;
        });
        if (line == lines.end()) {
            line = lines.insert(lines.end(), {change, {}});
        }
        line->second.append(page.component(change.component)->name.in(place.language));
    }
    if (lines.empty()) {
        return;
    }
    html.open(QLatin1String("ul"), {{QLatin1String("class"), QStringLiteral("changes")},
                                    {QLatin1String("aria-label"), say(PageWord::Changed, place.language)}});
    for (const auto& [change, names] : lines) {
        const bool stays = change.from == change.to;
        const QString from = say(stays ? change.to : change.from, place.language);
        QString said = say(stays ? PageWord::Stays : PageWord::FromTo, place.language);
        const QString joined = names.join(QStringLiteral(", "));
        said = stays ? said.arg(joined, from) : said.arg(joined, from, say(change.to, place.language));
        html.element(QLatin1String("li"), {}, said);
    }
    html.close();
}

// That it corrects `other`, or is corrected by it.
void writeNote(Html& html, const PublicPage& page, const PageFile& place, PageWord word,
               const PublicIncident& incident, const PublicUpdate& other) {
    html.open(QLatin1String("p"), {{QLatin1String("class"), QStringLiteral("note")}});
    html.element(
        QLatin1String("a"),
        {{QLatin1String("href"), place.to(incidentName(incident)) + u'#' + anchorOf(incident, other)}},
        say(word, place.language).arg(dayAndClockIn(page.zone, other.at, page.updatedAt, place.language)));
    html.close();
}

void writeUpdate(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident,
                 const PublicUpdate& update, qsizetype characters) {
    const PublicUpdate* correction = correctionOf(incident, update);
    html.open(QLatin1String("li"),
              {{QLatin1String("id"), anchorOf(incident, update)},
               {QLatin1String("class"), correction != nullptr ? QStringLiteral("corrected") : QString()}});
    html.open(QLatin1String("p"), {{QLatin1String("class"), QStringLiteral("step")}});
    html.text(say(update.step, place.language) + u' ');
    writeTime(html, page, place, update.at);
    html.close();
    if (const PublicUpdate* corrected = correctedBy(incident, update)) {
        writeNote(html, page, place, PageWord::Corrects, incident, *corrected);
    }
    if (correction != nullptr) {
        writeNote(html, page, place, PageWord::CorrectedAt, incident, *correction);
    }
    html.open(QLatin1String("p"), {{QLatin1String("class"), QStringLiteral("told")}});
    sayIn(html, place, {shortened(update.text.ko, characters), shortened(update.text.en, characters)});
    html.close();
    writeChanges(html, page, place, update);
    if (!update.code.isEmpty()) {
        html.element(QLatin1String("p"), {{QLatin1String("class"), QStringLiteral("code")}},
                     say(PageWord::CodeOf, place.language).arg(update.code));
    }
    html.close();
}

void writeNewest(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident,
                 std::size_t most, qsizetype characters) {
    html.open(QLatin1String("ol"), {{QLatin1String("class"), QStringLiteral("updates")}});
    const std::size_t count = std::min(most, incident.updates.size());
    for (std::size_t i = 0; i < count; ++i) {
        writeUpdate(html, page, place, incident, incident.updates[incident.updates.size() - 1 - i],
                    characters);
    }
    html.close();
}

} // namespace

QString PageFile::path() const {
    return language == Language::Korean ? name : QStringLiteral("en/") + name;
}

QString PageFile::to(const QString& other) const {
    return climbing(name) + other;
}

QString PageFile::toRoot(const QString& other) const {
    return climbing(path()) + other;
}

QString PageFile::toOther() const {
    return toRoot(PageFile{otherThan(language), name}.path());
}

QString incidentName(const PublicIncident& incident) {
    return QStringLiteral("incidents/") + incident.id + QStringLiteral(".html");
}

QString anchorOf(const PublicIncident& incident, const PublicUpdate& update) {
    return update.code.isEmpty() ? QStringLiteral("u-%1--%2").arg(incident.id, update.id) : update.code;
}

void sayIn(Html& html, const PageFile& place, const LocalText& text) {
    const QString& said = text.in(place.language);
    const bool isOther = place.language == Language::Korean ? text.ko.isEmpty() : text.en.isEmpty();
    if (isOther) {
        html.element(QLatin1String("span"), {{QLatin1String("lang"), tag(otherThan(place.language))}}, said);
    } else {
        html.text(said);
    }
}

QByteArray framed(const PublicPage& page, const PageFile& place, const QString& title,
                  const std::function<void(Html&)>& main) {
    Html html;
    html.open(QLatin1String("html"), {{QLatin1String("lang"), tag(place.language)}});
    writeHead(html, page, place, title);
    html.open(QLatin1String("body"));
    writeHeader(html, page, place);
    html.open(QLatin1String("main"), {{QLatin1String("id"), QStringLiteral("main")},
                                      {QLatin1String("tabindex"), QStringLiteral("-1")}});
    main(html);
    html.close();
    writeFooter(html, page, place);
    html.close();
    html.close();
    return html.bytes();
}

void writeTime(Html& html, const PublicPage& page, const PageFile& place, Moment at) {
    html.element(QLatin1String("time"), {{QLatin1String("datetime"), isoIn(page.zone, at)}},
                 dayAndClockIn(page.zone, at, page.updatedAt, place.language));
}

void writeMeta(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident) {
    const auto write = [&](PageWord word, Moment at) {
        html.text(u" · ");
        html.element(
            QLatin1String("time"), {{QLatin1String("datetime"), isoIn(page.zone, at)}},
            say(word, place.language).arg(dayAndClockIn(page.zone, at, page.updatedAt, place.language)));
    };
    html.open(QLatin1String("p"), {{QLatin1String("class"), QStringLiteral("meta")}});
    html.element(QLatin1String("span"), {}, say(statusOf(incident), place.language));
    write(PageWord::Began, incident.startedAt);
    if (const std::optional<Moment> end = resolvedAt(incident)) {
        write(PageWord::ToldOver, *end);
    }
    if (const std::optional<Moment> next = nextUpdateOf(incident)) {
        write(PageWord::NextBy, *next);
    }
    html.close();
}

void writeUpdates(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident) {
    writeNewest(html, page, place, incident, incident.updates.size(), pagelimit::textCharacters);
}

void writeCard(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident,
               std::size_t mostUpdates) {
    html.open(QLatin1String("article"), {{QLatin1String("class"), QStringLiteral("card")}});
    html.open(QLatin1String("h3"));
    html.open(QLatin1String("a"), {{QLatin1String("href"), place.to(incidentName(incident))}});
    sayIn(html, place, incident.title);
    html.close();
    html.close();
    writeMeta(html, page, place, incident);
    writeNewest(html, page, place, incident, mostUpdates, cardCharacters);
    if (incident.updates.size() > mostUpdates) {
        html.element(
            QLatin1String("a"),
            {{QLatin1String("class"), QStringLiteral("more")},
             {QLatin1String("href"), place.to(incidentName(incident))}},
            say(PageWord::EarlierUpdates, place.language).arg(incident.updates.size() - mostUpdates));
    }
    html.close();
}

} // namespace bongsu
