#include "statuspage/htmlpages.h"

#include "statuspage/pagetime.h"
#include "statuspage/pagewords.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr std::size_t updatesOfOpen = 3; // on the front page
constexpr std::size_t endedOnFront = 5;  // the newest
constexpr std::size_t mostInHistory = 50;

// The colour beside an incident's name, as that of a service.
QString toneOf(const PublicIncident& incident) {
    static constexpr std::array tones{ServiceState::Degraded, ServiceState::Degraded,
                                      ServiceState::PartialOutage, ServiceState::MajorOutage};
    const auto impact = std::size_t(impactOf(incident.grade)) - 1;
    return QLatin1String(wordOf(hasEnded(incident) ? ServiceState::Operational : tones.at(impact)));
}

class Pages {
  public:
    Pages(const PublicPage& page, Language language) : m_page(page), m_language(language) {}

    QByteArray index() const {
        const PageFile place = at(QStringLiteral("index.html"));
        const QString summary = summaryOf(m_page, m_language);
        return framed(m_page, place, titled(summary), [&](Html& html) {
            writeNow(html, place, summary);
            writeOpen(html, place);
            writeComponents(html, place);
            writeEnded(html, place);
        });
    }

    QByteArray incident(const PublicIncident& incident) const {
        const PageFile place = at(incidentName(incident));
        return framed(m_page, place, titled(incident.title.in(m_language)), [&](Html& html) {
            html.open(QLatin1String("div"),
                      {{QLatin1String("class"), QStringLiteral("now ") + toneOf(incident)}});
            html.open(QLatin1String("h1"));
            sayIn(html, place, incident.title);
            html.close();
            writeMeta(html, m_page, place, incident);
            html.close();
            html.element(QLatin1String("h2"), {}, say(PageWord::Updates, m_language));
            html.open(QLatin1String("div"), {{QLatin1String("class"), QStringLiteral("card")}});
            writeUpdates(html, m_page, place, incident);
            html.close();
        });
    }

    // Of one year, or the newest of all.
    QByteArray history(std::optional<int> year) const {
        const PageFile place = at(historyName(year));
        const QString title = say(PageWord::PastIncidents, m_language) +
                              (year ? u' ' + say(PageWord::Year, m_language).arg(*year) : QString());
        return framed(m_page, place, titled(title), [&](Html& html) {
            html.element(QLatin1String("h1"), {}, title);
            std::vector<const PublicIncident*> shown;
            for (const PublicIncident& incident : m_page.incidents) {
                if (year ? yearOf(incident) == *year : shown.size() < mostInHistory) {
                    shown.push_back(&incident);
                }
            }
            writeMonths(html, place, shown);
            writeYears(html, place, year);
        });
    }

    std::set<int> years() const {
        std::set<int> years;
        for (const PublicIncident& incident : m_page.incidents) {
            years.insert(yearOf(incident));
        }
        return years;
    }

    QByteArray codes() const {
        const PageFile place = at(QStringLiteral("codes.html"));
        const QString title = say(PageWord::Codes, m_language);
        return framed(m_page, place, titled(title), [&](Html& html) {
            html.element(QLatin1String("h1"), {}, title);
            writeCodes(html, place);
        });
    }

    PageFile at(const QString& name) const { return {m_language, name}; }
    static QString historyName(std::optional<int> year) {
        return year ? QStringLiteral("history/%1.html").arg(*year) : QStringLiteral("history.html");
    }

  private:
    QString titled(const QString& what) const {
        return what + QStringLiteral(" – ") +
               say(PageWord::Title, m_language).arg(m_page.organisation.in(m_language));
    }
    int yearOf(const PublicIncident& incident) const { return yearIn(m_page.zone, incident.startedAt); }

    void writeNow(Html& html, const PageFile& place, const QString& summary) const {
        const ServiceState worst = worstOf(m_page.components);
        const bool isOpenOnly = worst == ServiceState::Operational && !openOf(m_page).empty();
        const QString tone = QLatin1String(wordOf(isOpenOnly ? ServiceState::Degraded : worst));
        html.open(QLatin1String("div"), {{QLatin1String("class"), QStringLiteral("now ") + tone}});
        // A line breaks behind the point between two parts, not within one.
        const QString glued = QStringList(summary.split(u' '))
                                  .join(QChar::Nbsp)
                                  .replace(QStringLiteral("·\u00A0"), QStringLiteral("· "));
        html.element(QLatin1String("h1"), {}, glued);
        html.open(QLatin1String("p"));
        html.element(QLatin1String("time"),
                     {{QLatin1String("datetime"), isoIn(m_page.zone, m_page.updatedAt)}},
                     say(PageWord::AsOf, m_language)
                         .arg(dayAndClockIn(m_page.zone, m_page.updatedAt, m_page.updatedAt, m_language),
                              offsetOf(m_page.zone)));
        html.close();
        if (!openOf(m_page).empty() && !m_page.contact.isEmpty()) {
            html.open(QLatin1String("p"), {{QLatin1String("class"), QStringLiteral("ask")}});
            html.text(say(PageWord::Contact, m_language) + u' ');
            sayIn(html, place, m_page.contact);
            html.close();
        }
        html.close();
    }

    void writeOpen(Html& html, const PageFile& place) const {
        const std::vector<const PublicIncident*> open = openOf(m_page);
        if (open.empty()) {
            return;
        }
        html.element(QLatin1String("h2"), {}, say(PageWord::OpenIncidents, m_language));
        for (const PublicIncident* incident : open) {
            writeCard(html, m_page, place, *incident, updatesOfOpen);
        }
    }

    void writeComponents(Html& html, const PageFile& place) const {
        html.element(QLatin1String("h2"), {}, say(PageWord::Components, m_language));
        if (m_page.components.empty()) {
            html.element(QLatin1String("p"), {}, say(PageWord::NoComponents, m_language));
        }
        html.open(QLatin1String("div"), {{QLatin1String("class"), QStringLiteral("groups")}});
        for (const PublicGroup& group : m_page.groups) {
            writeGroup(html, place, group.id, group.name, true);
        }
        const QString others = say(PageWord::OtherGroup, m_language);
        writeGroup(html, place, {}, {others, others}, !m_page.groups.empty());
        html.close();
    }

    void writeGroup(Html& html, const PageFile& place, const QString& id, const LocalText& name,
                    bool isNamed) const {
        const auto isIn = [&](const PublicComponent& component) { return component.group == id; };
        if (std::none_of(m_page.components.begin(), m_page.components.end(), isIn)) {
            return;
        }
        html.open(QLatin1String("div"));
        if (isNamed) {
            html.open(QLatin1String("h3"), {{QLatin1String("class"), QStringLiteral("group")}});
            sayIn(html, place, name);
            html.close();
        }
        html.open(QLatin1String("ul"), {{QLatin1String("class"), QStringLiteral("list services")}});
        for (const PublicComponent& component : m_page.components) {
            if (isIn(component)) {
                html.open(QLatin1String("li"),
                          {{QLatin1String("class"), QLatin1String(wordOf(component.state))}});
                html.open(QLatin1String("span"));
                sayIn(html, place, component.name);
                html.close();
                html.text(u" ");
                html.element(QLatin1String("span"), {{QLatin1String("class"), QStringLiteral("state")}},
                             say(component.state, m_language));
                html.close();
            }
        }
        html.close();
        html.close();
    }

    void writeEnded(Html& html, const PageFile& place) const {
        html.element(QLatin1String("h2"), {}, say(PageWord::PastIncidents, m_language));
        std::vector<const PublicIncident*> ended = endedOf(m_page);
        if (ended.empty()) {
            html.element(QLatin1String("p"), {}, say(PageWord::NoPastIncidents, m_language));
            return;
        }
        ended.resize(std::min(ended.size(), endedOnFront));
        writeList(html, place, ended);
        html.element(QLatin1String("a"),
                     {{QLatin1String("class"), QStringLiteral("more")},
                      {QLatin1String("href"), place.to(QStringLiteral("history.html"))}},
                     say(PageWord::AllHistory, m_language));
    }

    void writeList(Html& html, const PageFile& place,
                   const std::vector<const PublicIncident*>& incidents) const {
        html.open(QLatin1String("ul"), {{QLatin1String("class"), QStringLiteral("list")}});
        for (const PublicIncident* incident : incidents) {
            html.open(QLatin1String("li"));
            html.open(QLatin1String("h3"));
            html.open(QLatin1String("a"), {{QLatin1String("href"), place.to(incidentName(*incident))}});
            sayIn(html, place, incident->title);
            html.close();
            html.close();
            writeMeta(html, m_page, place, *incident);
            html.close();
        }
        html.close();
    }

    void writeMonths(Html& html, const PageFile& place,
                     const std::vector<const PublicIncident*>& incidents) const {
        if (incidents.empty()) {
            html.element(QLatin1String("p"), {}, say(PageWord::NoPastIncidents, m_language));
        }
        for (std::size_t i = 0; i < incidents.size();) {
            const QString month = monthIn(m_page.zone, incidents[i]->startedAt, m_language);
            std::vector<const PublicIncident*> ofMonth;
            while (i < incidents.size() &&
                   monthIn(m_page.zone, incidents[i]->startedAt, m_language) == month) {
                ofMonth.push_back(incidents[i++]);
            }
            html.element(QLatin1String("h2"), {}, month);
            writeList(html, place, ofMonth);
        }
    }

    void writeYears(Html& html, const PageFile& place, std::optional<int> here) const {
        const std::set<int> all = years();
        if (all.empty()) {
            return;
        }
        html.element(QLatin1String("h2"), {}, say(PageWord::Years, m_language));
        html.open(QLatin1String("nav"), {{QLatin1String("aria-label"), say(PageWord::Years, m_language)}});
        html.open(QLatin1String("ul"));
        for (auto year = all.rbegin(); year != all.rend(); ++year) {
            html.open(QLatin1String("li"));
            html.element(
                QLatin1String("a"),
                {{QLatin1String("href"), place.to(historyName(*year))},
                 {QLatin1String("aria-current"), here == *year ? QStringLiteral("page") : QString()}},
                say(PageWord::Year, m_language).arg(*year));
            html.close();
        }
        html.close();
        html.close();
    }

    void writeCodes(Html& html, const PageFile& place) const {
        html.element(QLatin1String("p"), {}, say(PageWord::CodesExplained, m_language));
        std::vector<std::pair<const PublicUpdate*, const PublicIncident*>> told;
        for (const PublicIncident& incident : m_page.incidents) {
            for (const PublicUpdate& update : incident.updates) {
                if (!update.code.isEmpty()) {
                    told.emplace_back(&update, &incident);
                }
            }
        }
        if (told.empty()) {
            html.element(QLatin1String("p"), {}, say(PageWord::NoCodes, m_language));
            return;
        }
        std::stable_sort(told.begin(), told.end(),
                         [](const auto& a, const auto& b) { return a.first->at > b.first->at; });
        html.open(QLatin1String("table"));
        html.open(QLatin1String("thead"));
        html.open(QLatin1String("tr"));
        for (const PageWord word : {PageWord::Code, PageWord::Told, PageWord::Incident}) {
            html.element(QLatin1String("th"), {{QLatin1String("scope"), QStringLiteral("col")}},
                         say(word, m_language));
        }
        html.close();
        html.close();
        html.open(QLatin1String("tbody"));
        for (const auto& [update, incident] : told) {
            html.open(QLatin1String("tr"), {{QLatin1String("id"), update->code}});
            html.open(QLatin1String("td"));
            html.element(QLatin1String("a"),
                         {{QLatin1String("href"), place.to(incidentName(*incident)) + u'#' + update->code}},
                         update->code);
            html.close();
            html.open(QLatin1String("td"));
            writeTime(html, m_page, place, update->at);
            html.close();
            html.open(QLatin1String("td"));
            sayIn(html, place, incident->title);
            html.text(QStringLiteral(" · ") + say(update->step, m_language));
            html.close();
            html.close();
        }
        html.close();
        html.close();
    }

    const PublicPage& m_page;
    const Language m_language;
};

} // namespace

std::map<QString, QByteArray> htmlPages(const PublicPage& page, Language language) {
    const Pages pages(page, language);
    std::map<QString, QByteArray> files;
    files[pages.at(QStringLiteral("index.html")).path()] = pages.index();
    files[pages.at(QStringLiteral("codes.html")).path()] = pages.codes();
    files[pages.at(Pages::historyName({})).path()] = pages.history({});
    for (const int year : pages.years()) {
        files[pages.at(Pages::historyName(year)).path()] = pages.history(year);
    }
    for (const PublicIncident& incident : page.incidents) {
        files[pages.at(incidentName(incident)).path()] = pages.incident(incident);
    }
    return files;
}

} // namespace bongsu
