#include "wording/sitrep.h"

#include "wording/line.h"
#include "wording/names.h"
#include "wording/plainpage.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>
#include <QLocale>

namespace bongsu {

namespace {

constexpr QStringView mark = u" \u203B "; // a remark
constexpr QStringView between = u" \u00B7 ";

QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

// "'22. 10. 15.(토) 15:19", as officials write it; "Sat 15 Oct 2022 15:19" elsewhere.
QString dated(Moment at) {
    const QLocale locale(
        QCoreApplication::translate("Times", "en_GB", "the locale that names days and months"));
    return locale.toString(dayOf(at), translate("Sitrep", "ddd d MMM yyyy", "a date in a situation report")) +
           u' ' + clockOf(at);
}

class Page {
  public:
    Page(const Sitrep& sitrep, const SitrepTexts& texts) : m_sitrep(sitrep), m_texts(texts) {
        head();
        overview();
        services();
        restorations();
        measures();
        blocked();
        plans();
    }

    QString words() const { return plainPage(m_head, m_sections, sitrepBytes); }

  private:
    void head() {
        const QString number = QString::number(m_sitrep.number);
        m_head = (m_sitrep.drill ? translate("Brief", "[EXERCISE]") + u' ' : QString()) +
                 filled(translate("Sitrep", "Situation report no. %1"), {number}) + u'\n';
        m_head += filled(translate("Sitrep", "As of %1"), {dated(m_sitrep.asOf)});
        if (!m_texts.organisation.isEmpty()) {
            m_head += between.toString() + oneLine(m_texts.organisation);
        }
        m_head += u'\n';
    }

    void overview() {
        if (m_sitrep.level) {
            PageSection level(filled(translate("Sitrep", "Alert level: %1"), {nameOf(*m_sitrep.level)}));
            for (const auto& [one, since] : m_sitrep.levels) {
                level.add(nameOf(one) + QStringLiteral(": ") + dated(since));
            }
            m_sections.push_back(level);
        }
        PageSection section(translate("Sitrep", "Overview"));
        section.add(m_texts.title);
        section.add(filled(translate("Sitrep", "Grade: %1, %2", "a grade, a phase"),
                           {nameOf(m_sitrep.grade), nameOf(m_sitrep.phase)}));
        section.add(filled(m_sitrep.running ? translate("Sitrep", "Began: %1, %2 so far")
                                            : translate("Sitrep", "Began: %1, lasted %2"),
                           {dated(m_sitrep.began), elapsed(m_sitrep.lasted)}));
        section.add(m_texts.cause.isEmpty() ? translate("Sitrep", "Cause: being looked for")
                                            : filled(translate("Sitrep", "Cause (%1): %2", "how sure, what"),
                                                     {nameOf(m_sitrep.cause.certainty), m_texts.cause}));
        if (!m_texts.commander.isEmpty()) {
            section.add(filled(m_texts.acting ? translate("Sitrep", "Acting commander: %1")
                                              : translate("Sitrep", "Commander: %1"),
                               {m_texts.commander}));
        }
        m_sections.push_back(section);
    }

    void services() {
        if (m_sitrep.services.empty()) {
            return;
        }
        const ServiceCounts& c = m_sitrep.counts;
        PageSection section(
            filled(translate("Sitrep", "Services: down %1, partial %2, normal %3, unknown %4"),
                   {QString::number(c.down), QString::number(c.partial), QString::number(c.normal),
                    QString::number(c.unknown)}));
        for (const SitrepService& one : m_sitrep.services) {
            const ServiceKey& key = one.line.key;
            QString line = key.function.isEmpty() ? key.service : key.service + u' ' + key.function;
            line += QStringLiteral(": ") + nameOf(one.line.state);
            if (one.line.since) {
                line += filled(translate("Sitrep", " (since %1)"),
                               {shortClockSeenFrom(*one.line.since, m_sitrep.asOf)});
            }
            if (one.changed) {
                line += mark.toString() + translate("Sitrep", "changed since the last report");
            }
            section.add(line);
        }
        m_sections.push_back(section);
    }

    void restorations() {
        PageSection section(translate("Sitrep", "Recovery"));
        for (const auto& [site, status] : m_sitrep.restorations) {
            const Restored& r = status.restored;
            QString line = site.isEmpty() ? QString() : site + QStringLiteral(": ");
            const QString done = quantityOf(r.unit, r.done.from, r.done.to);
            line += r.total ? filled(translate("Line", "%1 of %2 restored"),
                                     {done, quantityOf(r.unit, *r.total, *r.total)})
                            : filled(translate("Line", "%1 restored"), {done});
            if (const auto share = restoredShare(r)) {
                line += QStringLiteral(" (%1%)").arg(*share);
            }
            line += mark.toString() +
                    filled(translate("Board", "as of %1"), {shortClockSeenFrom(status.since, m_sitrep.asOf)});
            section.add(line);
        }
        keep(section);
    }

    void measures() {
        PageSection section(m_sitrep.lastReport ? translate("Sitrep", "Measures since the last report")
                                                : translate("Sitrep", "Measures"));
        for (const QString& line : m_texts.measures) {
            section.add(line);
        }
        if (m_sitrep.told.first) {
            const auto at = [this](Moment told) { return shortClockSeenFrom(told, m_sitrep.asOf); };
            section.add(filled(translate("Sitrep", "Notices to users: first %1, last %2"),
                               {at(*m_sitrep.told.first), at(*m_sitrep.told.last)}));
        } else {
            section.add(translate("Sitrep", "Notices to users: none yet"));
        }
        for (const HeldSite& held : m_sitrep.holds) {
            section.add(filled(translate("Sitrep", "All work held at %1 since %2"),
                               {held.site, shortClockSeenFrom(held.hold.since, m_sitrep.asOf)}));
        }
        keep(section);
    }

    void blocked() {
        PageSection section(translate("Sitrep", "What holds it up"));
        for (const auto& [event, blocker] : m_sitrep.blockers) {
            const QString what = m_texts.blocker ? m_texts.blocker(event) : QString();
            section.add(blocker.site ? *blocker.site + QStringLiteral(": ") + what : what);
        }
        keep(section);
    }

    void plans() {
        PageSection section(translate("Sitrep", "Plans"));
        const auto line = [this](const TaskLine& task) {
            const QString what = m_texts.task ? m_texts.task(task.key.tasks, task.key.index) : QString();
            const auto& due = task.status.item.due;
            return due ? filled(translate("Sitrep", "by %1: %2"),
                                {shortClockSeenFrom(*due, m_sitrep.asOf), what})
                       : what;
        };
        for (const TaskLine& task : m_sitrep.demands) {
            section.add(filled(translate("Sitrep", "Demanded: %1"), {line(task)}));
        }
        for (const TaskLine& task : m_sitrep.tasks) {
            section.add(line(task));
        }
        for (const auto& [key, recovery] : m_sitrep.recoveries) {
            const QString service = key.service.isEmpty() ? translate("Line", "everything") : key.service;
            section.add(filled(translate("Line", "%1 expected back at %2"),
                               {key.function.isEmpty() ? service : service + u' ' + key.function,
                                shortClockSeenFrom(*recovery.at, m_sitrep.asOf)}));
        }
        if (m_sitrep.running && m_sitrep.recoveries.empty()) {
            section.add(translate("Sitrep", "When it will be restored is told as soon as it is known"));
        }
        keep(section);
    }

    void keep(const PageSection& section) {
        if (!section.isEmpty()) {
            m_sections.push_back(section);
        }
    }

    const Sitrep& m_sitrep;
    const SitrepTexts& m_texts;
    QString m_head;
    std::vector<PageSection> m_sections;
};

} // namespace

QString sitrepPage(const Sitrep& sitrep, const SitrepTexts& texts) {
    return Page(sitrep, texts).words();
}

} // namespace bongsu
