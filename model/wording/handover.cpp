#include "wording/handover.h"

#include "wording/names.h"
#include "wording/plainpage.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";
constexpr QStringView arrow = u" \u2192 ";

QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

class Page {
  public:
    Page(const Handover& handover, const HandoverTexts& texts) : m_handover(handover), m_texts(texts) {
        situation();
        objectives();
        actions();
        organisation();
        tasks();
        notices();
    }

    QString words() const {
        const QString head =
            (m_handover.situation.drill ? translate("Brief", "[EXERCISE]") + u' ' : QString()) +
            filled(translate("Handover", "Handover: %1", "a seat"), {m_texts.seat(m_handover.seat)}) + u'\n' +
            filled(translate("Handover", "As of %1"), {dayHeading(dayOf(now())) + u' ' + clockOf(now())}) +
            u'\n';
        return plainPage(head, m_sections, handoverBytes);
    }

  private:
    Moment now() const { return m_handover.situation.asOf; }
    QString clock(Moment at) const { return shortClockSeenFrom(at, now()); }

    void situation() {
        const Sitrep& stands = m_handover.situation;
        PageSection section(translate("Handover", "Situation"));
        section.add(m_texts.situation.title);
        section.add(filled(translate("Sitrep", "Grade: %1, %2", "a grade, a phase"),
                           {nameOf(stands.grade), nameOf(stands.phase)}));
        section.add(filled(stands.running ? translate("Sitrep", "Began: %1, %2 so far")
                                          : translate("Sitrep", "Began: %1, lasted %2"),
                           {clock(stands.began), elapsed(stands.lasted)}));
        if (stands.level) {
            section.add(filled(translate("Sitrep", "Alert level: %1"), {nameOf(*stands.level)}));
        }
        section.add(m_texts.situation.cause.isEmpty()
                        ? translate("Sitrep", "Cause: being looked for")
                        : filled(translate("Sitrep", "Cause (%1): %2", "how sure, what"),
                                 {nameOf(stands.cause.certainty), m_texts.situation.cause}));
        const ServiceCounts& c = stands.counts;
        section.add(filled(translate("Sitrep", "Services: down %1, partial %2, normal %3, unknown %4"),
                           {QString::number(c.down), QString::number(c.partial), QString::number(c.normal),
                            QString::number(c.unknown)}));
        for (const SitrepService& one : stands.services) {
            if (one.line.state != ServiceState::Operational) {
                section.add(serviceWords(one.line));
            }
        }
        for (const auto& [event, blocker] : stands.blockers) {
            section.add(filled(translate("Handover", "Blocked: %1"),
                               {(blocker.site ? *blocker.site + QStringLiteral(": ") : QString()) +
                                m_texts.situation.blocker(event)}));
        }
        for (const HeldSite& held : stands.holds) {
            section.add(filled(translate("Sitrep", "All work held at %1 since %2"),
                               {held.site, clock(held.hold.since)}));
        }
        m_sections.push_back(section);
    }

    QString serviceWords(const ServiceLine& line) const {
        const QString name =
            line.key.function.isEmpty() ? line.key.service : line.key.service + u' ' + line.key.function;
        return name + QStringLiteral(": ") + nameOf(line.state) +
               (line.since ? filled(translate("Sitrep", " (since %1)"), {clock(*line.since)}) : QString());
    }

    void objectives() {
        PageSection section(translate("Handover", "Objectives"));
        section.add(m_texts.objectives);
        if (m_handover.period.until) {
            section.add(
                filled(translate("Handover", "This period ends at %1"), {clock(*m_handover.period.until)}));
        }
        if (section.isEmpty()) {
            section.add(translate("Handover", "Nobody has said any"));
        }
        m_sections.push_back(section);
    }

    void actions() {
        PageSection section(translate("Handover", "What was decided"));
        for (const QString& line : m_texts.situation.measures) {
            section.add(line);
        }
        for (const EventId& motion : m_handover.motions) {
            section.add(filled(translate("Handover", "Before the committee: %1"), {m_texts.line(motion)}));
        }
        keep(section);
    }

    QString called(const Called& call) const {
        return filled(call.declined ? translate("Handover", "%1, called at %2, declined")
                                    : translate("Handover", "%1, called at %2, not accepted"),
                      {m_texts.person(call.person), clock(call.at)});
    }

    void organisation() {
        PageSection section(translate("Handover", "Organisation"));
        QStringList empty;
        for (const BoardSeat& seat : m_handover.seats) {
            const SeatStatus& status = seat.line.status;
            const QString name = m_texts.seat(seat.line.seat);
            if (seat.acting) {
                section.add(name + QStringLiteral(": ") + m_texts.situation.commander + u' ' +
                            translate("Handover", "(acting)"));
            } else if (status.holder && status.called) {
                section.add(name + QStringLiteral(": ") + m_texts.person(*status.holder) + arrow.toString() +
                            called(*status.called));
            } else if (status.holder) {
                section.add(name + QStringLiteral(": ") + m_texts.person(*status.holder) +
                            between.toString() +
                            filled(translate("Handover", "since %1"), {clock(status.since)}));
            } else if (status.called) {
                section.add(name + QStringLiteral(": ") + called(*status.called));
            } else {
                empty += name;
            }
        }
        if (!empty.isEmpty()) {
            section.add(filled(translate("Handover", "Nobody: %1"), {empty.join(QStringLiteral(", "))}));
        }
        m_sections.push_back(section);
    }

    QString taskWords(const TaskLine& task) const {
        const TaskItem& item = task.status.item;
        QString words = m_texts.situation.task(task.key.tasks, task.key.index);
        if (item.due) {
            words = filled(task.overdue ? translate("Handover", "overdue since %1: %2")
                                        : translate("Sitrep", "by %1: %2"),
                           {clock(*item.due), words});
        }
        const QString whose = item.person                                  ? m_texts.person(*item.person)
                              : item.seat && *item.seat != m_handover.seat ? m_texts.seat(*item.seat)
                                                                           : QString();
        return whose.isEmpty() ? words : words + between.toString() + whose;
    }

    void tasks() {
        PageSection mine(translate("Handover", "Open with this seat"));
        for (const TaskLine& task : m_handover.own) {
            mine.add(taskWords(task));
        }
        if (mine.isEmpty()) {
            mine.add(translate("Handover", "Nothing"));
        }
        m_sections.push_back(mine);
        PageSection others(translate("Handover", "Open with others"));
        for (const TaskLine& task : m_handover.others) {
            others.add(taskWords(task));
        }
        for (const EventId& request : m_handover.requests) {
            others.add(filled(translate("Handover", "Asked for: %1"), {m_texts.line(request)}));
        }
        keep(others);
    }

    void notices() {
        const Sitrep& stands = m_handover.situation;
        PageSection section(translate("Handover", "Notices to users"));
        section.add(stands.told.first ? filled(translate("Sitrep", "Notices to users: first %1, last %2"),
                                               {clock(*stands.told.first), clock(*stands.told.last)})
                                      : translate("Sitrep", "Notices to users: none yet"));
        for (const auto& [key, recovery] : stands.recoveries) {
            const QString service = key.service.isEmpty() ? translate("Line", "everything") : key.service;
            section.add(filled(
                translate("Line", "%1 expected back at %2"),
                {key.function.isEmpty() ? service : service + u' ' + key.function, clock(*recovery.at)}));
        }
        if (stands.running && stands.recoveries.empty()) {
            section.add(translate("Sitrep", "When it will be restored is told as soon as it is known"));
        }
        m_sections.push_back(section);
    }

    void keep(const PageSection& section) {
        if (!section.isEmpty()) {
            m_sections.push_back(section);
        }
    }

    const Handover& m_handover;
    const HandoverTexts& m_texts;
    std::vector<PageSection> m_sections;
};

} // namespace

QString handoverPage(const Handover& handover, const HandoverTexts& texts) {
    return Page(handover, texts).words();
}

} // namespace bongsu
