#include "ui/incidents/incidentwords.h"

#include "domain/incident/board.h"
#include "domain/incident/declaring.h"
#include "journal/documents.h"
#include "wording/dutywords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

void setClock(IncidentWords& words, const Course& course, Moment now) {
    const QString pattern =
        course.running ? translate("Incident", "%2 since %1", "how long it lasts; %2 is drawn larger")
                       : translate("Incident", "lasted %2 from %1", "how long it lasted; %2 is drawn larger");
    const QString whole =
        filled(pattern, {clockSeenFrom(course.from, now), QString(QChar::ObjectReplacementCharacter)});
    const qsizetype at = whole.indexOf(QChar::ObjectReplacementCharacter);
    words.sinceBefore = whole.first(at);
    words.sinceAfter = whole.sliced(at + 1);
    words.elapsed = elapsed(course.until - course.from);
}

void setCommand(IncidentWords& words, const Journal& journal, const Incident& incident) {
    const Command& command = incident.command;
    words.acting = command.acting;
    words.commander = command.person == journal.person()
                          ? translate("Incident", "me")
                          : journal.texts().personName(journal.organisation(), command.person);
    if (!command.acting) {
        words.command = filled(translate("Incident", "accepted %1"), {clockOf(command.since)});
    }
}

QString countsOf(const IncidentCounts& counts) {
    QStringList parts{filled(translate("Incident", "lines %1"), {numberOf(counts.lines)})};
    if (counts.decisions > 0) {
        parts += filled(translate("Incident", "decisions %1"), {numberOf(counts.decisions)});
    }
    if (counts.notices > 0) {
        parts += filled(translate("Incident", "notices %1"), {numberOf(counts.notices)});
    }
    return parts.join(u" \u00B7 ");
}

} // namespace

static void setClocks(IncidentWords& words, const Documents& documents, const Journal& journal,
                      const Incident& incident, Moment now) {
    if (words.open && incident.told.nextUpdate) {
        words.nextNotice = nextNoticeClock(incident.told.nextUpdate, now);
        words.nextIsNear = now + promiseNear >= *incident.told.nextUpdate;
    }
    for (const DutyLine& line : dutiesOf(documents, journal, incident, now)) {
        if (line.duty.stop == DutyStop::Users && line.state != DutyState::Off) {
            words.duty = dutyClock(line, now);
            words.dutyIsPressing = isPressing(line);
            return;
        }
    }
}

IncidentWords wordsFor(const Journal& journal, const Incident& incident, Moment now,
                       const Documents* documents) {
    IncidentWords words;
    words.grade = incident.grade.value;
    words.gradeWord =
        capitalised(filled(translate("Incident", "%1 incident", "a grade"), {nameOf(incident.grade.value)}));
    words.title = journal.texts().title(incident);
    if (words.title.isEmpty()) {
        words.title = translate("Incident", "(title not open to you)");
    }
    words.phase = nameOf(incident.phase.value);
    words.open = isOpen(incident);
    words.drill = incident.drill;
    setClock(words, courseOf(incident, phaseSetAt(journal, incident, now), now), now);
    setCommand(words, journal, incident);
    if (incident.alertLevel) {
        words.alertName = translate("Incident", "Alert level");
        words.alert = nameOf(*incident.alertLevel);
        words.alertIsHigh = *incident.alertLevel >= AlertLevel::Alert;
    }
    words.meeting = journal.texts().meeting(incident);
    words.counts = countsOf(incident.counts);
    if (documents) {
        setClocks(words, *documents, journal, incident, now);
    }
    if (incident.joinedInto.value) {
        const Incident* into = journal.incident(*incident.joinedInto.value);
        words.joinedInto = into ? journal.texts().title(*into) : incident.joinedInto.value->toHex().first(8);
    }
    return words;
}

} // namespace bongsu
