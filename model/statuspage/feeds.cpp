#include "statuspage/feeds.h"

#include "domain/base/html.h"
#include "statuspage/htmlparts.h"
#include "statuspage/jsonapi.h"
#include "statuspage/pagetime.h"
#include "statuspage/pagewords.h"

#include "domain/base/hash.h"

#include <QJsonArray>
#include <QUuid>
#include <QXmlStreamWriter>

#include <algorithm>

namespace bongsu {

namespace {

constexpr std::size_t mostEntries = 50;

// Of the thing's own id, not of an address: a page that moves keeps its readers' marks of what they have
// read.
QString urnOf(const QByteArray& id) {
    static const QUuid space(QStringLiteral("{5b2f0b0c-8c1e-4a53-9d55-6a2f1f7c0a11}"));
    return QStringLiteral("urn:uuid:") + QUuid::createUuidV5(space, id).toString(QUuid::WithoutBraces);
}

struct Entry {
    const PublicIncident* incident;
    const PublicUpdate* update;
};

class Feeds {
  public:
    Feeds(const PublicPage& page, Language language) : m_page(page), m_language(language) {
        for (const PublicIncident& incident : page.incidents) {
            for (const PublicUpdate& update : incident.updates) {
                m_entries.push_back({&incident, &update});
            }
        }
        std::stable_sort(m_entries.begin(), m_entries.end(),
                         [](const Entry& a, const Entry& b) { return a.update->at > b.update->at; });
        if (m_entries.size() > mostEntries) {
            m_entries.resize(mostEntries);
        }
        // Of what is told, not of the page: publishing again tells readers nothing new.
        m_updatedAt = m_entries.empty() ? page.updatedAt : Moment();
        for (const Entry& entry : m_entries) {
            m_updatedAt = std::max(m_updatedAt, changedAt(entry));
        }
    }

    QString path(const char* name) const { return PageFile{m_language, QLatin1String(name)}.path(); }

    QByteArray atom() const {
        QByteArray bytes;
        QXmlStreamWriter xml(&bytes);
        xml.setAutoFormatting(true);
        xml.writeStartDocument();
        xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/2005/Atom"));
        xml.writeStartElement(QStringLiteral("feed"));
        xml.writeAttribute(QStringLiteral("xml:lang"), languageCode());
        xml.writeTextElement(QStringLiteral("id"), feedId());
        xml.writeTextElement(QStringLiteral("title"), title());
        xml.writeTextElement(QStringLiteral("updated"), isoIn(m_page.zone, m_updatedAt));
        xml.writeStartElement(QStringLiteral("author"));
        xml.writeTextElement(QStringLiteral("name"), m_page.organisation.in(m_language));
        xml.writeEndElement();
        writeLink(xml, "self", "application/atom+xml", address(path("history.atom")));
        writeLink(xml, "alternate", "text/html", address(path("index.html")));
        for (const Entry& entry : m_entries) {
            xml.writeStartElement(QStringLiteral("entry"));
            xml.writeTextElement(QStringLiteral("id"), idOf(entry));
            xml.writeTextElement(QStringLiteral("title"), titleOf(entry));
            xml.writeTextElement(QStringLiteral("published"), isoIn(m_page.zone, entry.update->at));
            xml.writeTextElement(QStringLiteral("updated"), isoIn(m_page.zone, changedAt(entry)));
            writeLink(xml, "alternate", "text/html", addressOf(entry));
            xml.writeStartElement(QStringLiteral("content"));
            xml.writeAttribute(QStringLiteral("type"), QStringLiteral("text"));
            xml.writeCharacters(textOf(entry));
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndDocument();
        return bytes;
    }

    QByteArray rss() const {
        QByteArray bytes;
        QXmlStreamWriter xml(&bytes);
        xml.setAutoFormatting(true);
        xml.writeStartDocument();
        xml.writeStartElement(QStringLiteral("rss"));
        xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.0"));
        xml.writeNamespace(QStringLiteral("http://www.w3.org/2005/Atom"), QStringLiteral("atom"));
        xml.writeStartElement(QStringLiteral("channel"));
        xml.writeTextElement(QStringLiteral("title"), title());
        xml.writeTextElement(QStringLiteral("link"), address(path("index.html")));
        xml.writeTextElement(QStringLiteral("description"), summaryOf(m_page, m_language));
        xml.writeTextElement(QStringLiteral("language"), languageCode());
        xml.writeTextElement(QStringLiteral("lastBuildDate"), rfc822In(m_page.zone, m_updatedAt));
        xml.writeEmptyElement(QStringLiteral("atom:link"));
        xml.writeAttribute(QStringLiteral("href"), address(path("history.rss")));
        xml.writeAttribute(QStringLiteral("rel"), QStringLiteral("self"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("application/rss+xml"));
        for (const Entry& entry : m_entries) {
            xml.writeStartElement(QStringLiteral("item"));
            xml.writeTextElement(QStringLiteral("title"), titleOf(entry));
            xml.writeTextElement(QStringLiteral("link"), addressOf(entry));
            xml.writeStartElement(QStringLiteral("guid"));
            xml.writeAttribute(QStringLiteral("isPermaLink"), QStringLiteral("false"));
            xml.writeCharacters(idOf(entry));
            xml.writeEndElement();
            xml.writeTextElement(QStringLiteral("pubDate"), rfc822In(m_page.zone, entry.update->at));
            // Readers take it for HTML: escaped once as that, and once more as XML.
            xml.writeTextElement(QStringLiteral("description"), htmlOf(entry));
            xml.writeEndElement();
        }
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
        return bytes;
    }

    QByteArray json() const {
        const auto word = [](const char* text) { return QString(QLatin1String(text)); };
        QJsonArray items;
        for (const Entry& entry : m_entries) {
            items.append(QJsonObject{
                {word("id"), idOf(entry)},
                {word("url"), addressOf(entry)},
                {word("title"), titleOf(entry)},
                {word("content_text"), textOf(entry)},
                {word("date_published"), isoIn(m_page.zone, entry.update->at)},
                {word("date_modified"), isoIn(m_page.zone, changedAt(entry))},
                {word("language"), languageCode()},
                {word("tags"), QJsonArray{word(wordOf(entry.update->step))}},
            });
        }
        return jsonBytes({
            {word("version"), word("https://jsonfeed.org/version/1.1")},
            {word("title"), title()},
            {word("home_page_url"), address(path("index.html"))},
            {word("feed_url"), address(path("feed.json"))},
            {word("description"), summaryOf(m_page, m_language)},
            {word("language"), languageCode()},
            {word("authors"), QJsonArray{QJsonObject{{word("name"), m_page.organisation.in(m_language)},
                                                     {word("url"), address(path("index.html"))}}}},
            {word("items"), items},
        });
    }

  private:
    static void writeLink(QXmlStreamWriter& xml, const char* rel, const char* type, const QString& href) {
        xml.writeEmptyElement(QStringLiteral("link"));
        xml.writeAttribute(QStringLiteral("rel"), QLatin1String(rel));
        xml.writeAttribute(QStringLiteral("type"), QLatin1String(type));
        xml.writeAttribute(QStringLiteral("href"), href);
    }

    QString languageCode() const {
        return m_language == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en");
    }
    QString address(const QString& path) const { return m_page.url + u'/' + path; }
    QString title() const { return say(PageWord::Title, m_language).arg(m_page.organisation.in(m_language)); }
    // The feed has no id but its organisation's page; the languages are two feeds.
    QString feedId() const {
        return urnOf((QStringLiteral("feed ") + languageCode() + u' ' + m_page.url).toUtf8());
    }
    QString idOf(const Entry& entry) const {
        return urnOf(
            (QStringLiteral("update ") + languageCode() + u' ' + entry.incident->id + u' ' + entry.update->id)
                .toUtf8());
    }
    QString titleOf(const Entry& entry) const {
        return QStringLiteral("[%1] %2").arg(say(entry.update->step, m_language),
                                             entry.incident->title.in(m_language));
    }
    QString addressOf(const Entry& entry) const {
        return address(PageFile{m_language, incidentName(*entry.incident)}.path()) + u'#' +
               anchorOf(*entry.incident, *entry.update);
    }
    static Moment changedAt(const Entry& entry) {
        const PublicUpdate* correction = correctionOf(*entry.incident, *entry.update);
        return correction != nullptr ? correction->at : entry.update->at;
    }
    QString textOf(const Entry& entry) const {
        const QString text = tellingOf(m_page, *entry.incident, *entry.update, m_language);
        return entry.update->code.isEmpty() ? text
                                            : text + QStringLiteral("\n\n") +
                                                  say(PageWord::CodeOf, m_language).arg(entry.update->code);
    }
    QString htmlOf(const Entry& entry) const {
        QString html;
        for (const QString& line : textOf(entry).split(u'\n', Qt::SkipEmptyParts)) {
            html += QStringLiteral("<p>") + escaped(line) + QStringLiteral("</p>");
        }
        return html;
    }

    const PublicPage& m_page;
    const Language m_language;
    std::vector<Entry> m_entries;
    Moment m_updatedAt{};
};

} // namespace

std::map<QString, QByteArray> feedFiles(const PublicPage& page, Language language) {
    const Feeds feeds(page, language);
    return {{feeds.path("history.atom"), feeds.atom()},
            {feeds.path("history.rss"), feeds.rss()},
            {feeds.path("feed.json"), feeds.json()}};
}

} // namespace bongsu
