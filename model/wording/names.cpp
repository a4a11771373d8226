#include "wording/names.h"

#include "domain/incident/recordindex.h"
#include "wording/template.h"

#include <QCoreApplication>

#include <array>

namespace bongsu {

namespace {

// The names of a vocabulary in the order of its values, which count from 1.
template <class Enum, std::size_t N>
QString nameIn(const std::array<const char*, N>& names, const char* context, Enum value) {
    static_assert(N == std::size_t(Enum::Last), "every value has a name");
    const auto index = std::size_t(value) - 1;
    return index < N ? QCoreApplication::translate(context, names[index]) : QStringLiteral("?");
}

struct Kind {
    const char* kind;
    const char* english;
};

constexpr Kind kinds[] = {
    {"organisation.founded", QT_TRANSLATE_NOOP("Kind", "Organisation founded")},
    {"device.added", QT_TRANSLATE_NOOP("Kind", "Device joined")},
    {"invite.issued", QT_TRANSLATE_NOOP("Kind", "Invite issued")},
    {"invite.revoked", QT_TRANSLATE_NOOP("Kind", "Invite withdrawn")},
    {"person.described", QT_TRANSLATE_NOOP("Kind", "Person described")},
    {"permission.set", QT_TRANSLATE_NOOP("Kind", "Permission set")},
    {"device.revoked", QT_TRANSLATE_NOOP("Kind", "Device revoked")},
    {"person.revoked", QT_TRANSLATE_NOOP("Kind", "Person revoked")},
    {"department.described", QT_TRANSLATE_NOOP("Kind", "Department described")},
    {"relay.described", QT_TRANSLATE_NOOP("Kind", "Relay described")},
    {"epoch.declared", QT_TRANSLATE_NOOP("Kind", "Epoch declared")},
    {"root.replaced", QT_TRANSLATE_NOOP("Kind", "Root keys replaced")},
    {"feature.raised", QT_TRANSLATE_NOOP("Kind", "Feature level raised")},
    {"work.held", QT_TRANSLATE_NOOP("Kind", "Work held")},
    {"work.released", QT_TRANSLATE_NOOP("Kind", "Work released")},
    {"event.erased", QT_TRANSLATE_NOOP("Kind", "Erasure")},
    {"incident.declared", QT_TRANSLATE_NOOP("Kind", "Incident declared")},
    {"incident.joined", QT_TRANSLATE_NOOP("Kind", "Incident joined")},
    {"command.taken", QT_TRANSLATE_NOOP("Kind", "Command taken")},
    {"note.added", QT_TRANSLATE_NOOP("Kind", "Observation")},
    {"decision.made", QT_TRANSLATE_NOOP("Kind", "Decision")},
    {"entry.corrected", QT_TRANSLATE_NOOP("Kind", "Correction")},
    {"entry.withdrawn", QT_TRANSLATE_NOOP("Kind", "Withdrawal")},
    {"entry.pinned", QT_TRANSLATE_NOOP("Kind", "Pin")},
    {"grade.changed", QT_TRANSLATE_NOOP("Kind", "Severity grade")},
    {"phase.changed", QT_TRANSLATE_NOOP("Kind", "Phase")},
    {"meeting.set", QT_TRANSLATE_NOOP("Kind", "Meeting")},
    {"service.stated", QT_TRANSLATE_NOOP("Kind", "Service state")},
    {"restoration.counted", QT_TRANSLATE_NOOP("Kind", "Restoration")},
    {"blocker.raised", QT_TRANSLATE_NOOP("Kind", "Blocker")},
    {"blocker.cleared", QT_TRANSLATE_NOOP("Kind", "Blocker cleared")},
    {"notice.recorded", QT_TRANSLATE_NOOP("Kind", "Notice")},
    {"authority.recorded", QT_TRANSLATE_NOOP("Kind", "Authority")},
    {"readers.set", QT_TRANSLATE_NOOP("Kind", "Readers set")},
    {"log.rebased", QT_TRANSLATE_NOOP("Kind", "New epoch entered")},
    {"document.published", QT_TRANSLATE_NOOP("Kind", "Document published")},
    {"document.read", QT_TRANSLATE_NOOP("Kind", "Document read")},
    {"seats.called", QT_TRANSLATE_NOOP("Kind", "Call to seats")},
    {"seat.answered", QT_TRANSLATE_NOOP("Kind", "Answer to a call")},
    {"seat.passed", QT_TRANSLATE_NOOP("Kind", "Call passed on")},
    {"seat.vacated", QT_TRANSLATE_NOOP("Kind", "Seat vacated")},
    {"manual.attached", QT_TRANSLATE_NOOP("Kind", "Manual attached")},
    {"tasks.added", QT_TRANSLATE_NOOP("Kind", "Tasks")},
    {"task.settled", QT_TRANSLATE_NOOP("Kind", "Task settled")},
    {"alert.set", QT_TRANSLATE_NOOP("Kind", "Alert level")},
    {"report.issued", QT_TRANSLATE_NOOP("Kind", "Situation report")},
    {"services.confirmed", QT_TRANSLATE_NOOP("Kind", "Services confirmed")},
    {"impact.stated", QT_TRANSLATE_NOOP("Kind", "Users hit")},
    {"cause.stated", QT_TRANSLATE_NOOP("Kind", "Cause")},
    {"recovery.expected", QT_TRANSLATE_NOOP("Kind", "Recovery time")},
    {"committee.called", QT_TRANSLATE_NOOP("Kind", "Committee called")},
    {"committee.attended", QT_TRANSLATE_NOOP("Kind", "Attendance")},
    {"motion.opened", QT_TRANSLATE_NOOP("Kind", "Motion")},
    {"motion.voted", QT_TRANSLATE_NOOP("Kind", "Vote")},
    {"motion.closed", QT_TRANSLATE_NOOP("Kind", "Motion decided")},
    {"resource.requested", QT_TRANSLATE_NOOP("Kind", "Resource request")},
    {"resource.settled", QT_TRANSLATE_NOOP("Kind", "Resource request settled")},
    {"period.opened", QT_TRANSLATE_NOOP("Kind", "Operational period")},
    {"notice.proposed", QT_TRANSLATE_NOOP("Kind", "Notice to be sent")},
    {"notice.answered", QT_TRANSLATE_NOOP("Kind", "Approval of a notice")},
    {"notice.overridden", QT_TRANSLATE_NOOP("Kind", "Notice without a second person")},
    {"notice.stopped", QT_TRANSLATE_NOOP("Kind", "Notice stopped")},
    {"delivery.begun", QT_TRANSLATE_NOOP("Kind", "Sending begun")},
    {"delivery.told", QT_TRANSLATE_NOOP("Kind", "Sending")},
    {"delivery.decided", QT_TRANSLATE_NOOP("Kind", "Decision about a sending")},
    {"firstnotice.approved", QT_TRANSLATE_NOOP("Kind", "First notice approved")},
    {"firstnotice.ended", QT_TRANSLATE_NOOP("Kind", "First notice ended")},
    {"secret.sealed", QT_TRANSLATE_NOOP("Kind", "Access to a channel")},
    {"page.begun", QT_TRANSLATE_NOOP("Kind", "People paged")},
    {"page.told", QT_TRANSLATE_NOOP("Kind", "Paging")},
    {"page.answered", QT_TRANSLATE_NOOP("Kind", "Answer to a page")},
    {"duty.begun", QT_TRANSLATE_NOOP("Kind", "Duty begun")},
    {"duty.settled", QT_TRANSLATE_NOOP("Kind", "Duty settled")},
    {"retro.arranged", QT_TRANSLATE_NOOP("Kind", "Way of the retrospective")},
    {"step.assigned", QT_TRANSLATE_NOOP("Kind", "Step of the retrospective")},
    {"step.settled", QT_TRANSLATE_NOOP("Kind", "Step of the retrospective settled")},
    {"section.written", QT_TRANSLATE_NOOP("Kind", "Section of the retrospective")},
    {"section.remarked", QT_TRANSLATE_NOOP("Kind", "Remark on a section")},
    {"remark.settled", QT_TRANSLATE_NOOP("Kind", "Remark settled")},
    {"finding.added", QT_TRANSLATE_NOOP("Kind", "Finding")},
    {"finding.dropped", QT_TRANSLATE_NOOP("Kind", "Finding dropped")},
    {"safety.stated", QT_TRANSLATE_NOOP("Kind", "Check of data and security")},
    {"retro.issued", QT_TRANSLATE_NOOP("Kind", "Document to be signed")},
    {"retro.signed", QT_TRANSLATE_NOOP("Kind", "Signature")},
    {"action.added", QT_TRANSLATE_NOOP("Kind", "Action")},
    {"action.changed", QT_TRANSLATE_NOOP("Kind", "Action changed")},
    {"action.settled", QT_TRANSLATE_NOOP("Kind", "Action settled")},
    {"recipients.counted", QT_TRANSLATE_NOOP("Kind", "Addresses counted")},
    {"attachment.added", QT_TRANSLATE_NOOP("Kind", "Attachment")},
};

} // namespace

QString nameOf(Permission permission) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Permission", "viewer"),    QT_TRANSLATE_NOOP("Permission", "scribe"),
        QT_TRANSLATE_NOOP("Permission", "responder"), QT_TRANSLATE_NOOP("Permission", "communications"),
        QT_TRANSLATE_NOOP("Permission", "commander"), QT_TRANSLATE_NOOP("Permission", "auditor"),
        QT_TRANSLATE_NOOP("Permission", "admin")};
    return nameIn(names, "Permission", permission);
}

QString mayDo(Permission permission) {
    static constexpr std::array sentences{
        QT_TRANSLATE_NOOP("MayDo", "Reads everything that is open to the organisation, and records nothing."),
        QT_TRANSLATE_NOOP("MayDo", "Reads, and writes down what happens."),
        QT_TRANSLATE_NOOP("MayDo",
                          "Writes down what happens, declares incidents, states services, may take command "
                          "where nobody is there, and may let others in for a day."),
        QT_TRANSLATE_NOOP("MayDo", "Does what a responder does, and records what goes out to everybody."),
        QT_TRANSLATE_NOOP("MayDo", "Takes command of any incident, decides, holds work, and invites people."),
        QT_TRANSLATE_NOOP("MayDo", "Reads everything, restricted incidents too, and records nothing."),
        QT_TRANSLATE_NOOP("MayDo", "Does everything: invites anyone, sets permissions, revokes devices.")};
    return nameIn(sentences, "MayDo", permission);
}

QString nameOf(Grade grade) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Grade", "watch"), QT_TRANSLATE_NOOP("Grade", "minor"),
        QT_TRANSLATE_NOOP("Grade", "partial"), QT_TRANSLATE_NOOP("Grade", "major"),
        QT_TRANSLATE_NOOP("Grade", "total")};
    return nameIn(names, "Grade", grade);
}

QString criteriaOf(Grade grade) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Grade", "something is odd; no user feels it yet"),
        QT_TRANSLATE_NOOP("Grade", "one function is slow or fails; most users notice nothing"),
        QT_TRANSLATE_NOOP("Grade", "one service, or a part of all users, cannot use it"),
        QT_TRANSLATE_NOOP("Grade", "several services, or most users, cannot use them"),
        QT_TRANSLATE_NOOP("Grade", "nearly everything is down for everybody")};
    return nameIn(names, "Grade", grade);
}

QString nameOf(Phase phase) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Phase", "responding"), QT_TRANSLATE_NOOP("Phase", "recovering"),
        QT_TRANSLATE_NOOP("Phase", "monitoring"), QT_TRANSLATE_NOOP("Phase", "back to normal"),
        QT_TRANSLATE_NOOP("Phase", "closed")};
    return nameIn(names, "Phase", phase);
}

QString nameOf(Source source) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Source", "official"), QT_TRANSLATE_NOOP("Source", "press"),
        QT_TRANSLATE_NOOP("Source", "company"), QT_TRANSLATE_NOOP("Source", "opinion"),
        QT_TRANSLATE_NOOP("Source", "reconstructed")};
    return nameIn(names, "Source", source);
}

QString nameOf(NoteKind noteKind) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("NoteKind", "observation"),
                                      QT_TRANSLATE_NOOP("NoteKind", "call"),
                                      QT_TRANSLATE_NOOP("NoteKind", "request")};
    return nameIn(names, "NoteKind", noteKind);
}

QString nameOf(ServiceState state) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("ServiceState", "operational"),    QT_TRANSLATE_NOOP("ServiceState", "degraded"),
        QT_TRANSLATE_NOOP("ServiceState", "partial outage"), QT_TRANSLATE_NOOP("ServiceState", "down"),
        QT_TRANSLATE_NOOP("ServiceState", "recovering"),     QT_TRANSLATE_NOOP("ServiceState", "unknown")};
    return nameIn(names, "ServiceState", state);
}

QString nameOf(NoticeStage stage) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("NoticeStage", "investigating"), QT_TRANSLATE_NOOP("NoticeStage", "identified"),
        QT_TRANSLATE_NOOP("NoticeStage", "monitoring"), QT_TRANSLATE_NOOP("NoticeStage", "resolved"),
        QT_TRANSLATE_NOOP("NoticeStage", "correction")};
    return nameIn(names, "NoticeStage", stage);
}

QString nameOf(NoticeStep step) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("NoticeStep", "investigating"), QT_TRANSLATE_NOOP("NoticeStep", "identified"),
        QT_TRANSLATE_NOOP("NoticeStep", "monitoring"),    QT_TRANSLATE_NOOP("NoticeStep", "resolved"),
        QT_TRANSLATE_NOOP("NoticeStep", "correction"),    QT_TRANSLATE_NOOP("NoticeStep", "after the outage"),
        QT_TRANSLATE_NOOP("NoticeStep", "compensation")};
    return nameIn(names, "NoticeStep", step);
}

QString nameOf(Audience audience) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("Audience", "users"), QT_TRANSLATE_NOOP("Audience", "staff and group companies"),
        QT_TRANSLATE_NOOP("Audience", "partners"), QT_TRANSLATE_NOOP("Audience", "authorities"),
        QT_TRANSLATE_NOOP("Audience", "press")};
    return nameIn(names, "Audience", audience);
}

QString nameOf(Disclosure disclosure) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("Disclosure", "the outage and its cause"),
                                      QT_TRANSLATE_NOOP("Disclosure", "what is being done"),
                                      QT_TRANSLATE_NOOP("Disclosure", "where to ask")};
    return nameIn(names, "Disclosure", disclosure);
}

QString nameOf(DeliveryChoice choice) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("DeliveryChoice", "it went out"),
                                      QT_TRANSLATE_NOOP("DeliveryChoice", "sent once more"),
                                      QT_TRANSLATE_NOOP("DeliveryChoice", "given up"),
                                      QT_TRANSLATE_NOOP("DeliveryChoice", "sent beyond the limit")};
    return nameIn(names, "DeliveryChoice", choice);
}

QString nameOf(PageState state) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("PageState", "sent"), QT_TRANSLATE_NOOP("PageState", "arrived"),
        QT_TRANSLATE_NOOP("PageState", "failed"), QT_TRANSLATE_NOOP("PageState", "unknown")};
    return nameIn(names, "PageState", state);
}

QString nameOf(AlertLevel level) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("AlertLevel", "attention"), QT_TRANSLATE_NOOP("AlertLevel", "caution"),
        QT_TRANSLATE_NOOP("AlertLevel", "alert"), QT_TRANSLATE_NOOP("AlertLevel", "serious")};
    return nameIn(names, "AlertLevel", level);
}

QString nameOf(Certainty certainty) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("Certainty", "being looked for"),
                                      QT_TRANSLATE_NOOP("Certainty", "suspected"),
                                      QT_TRANSLATE_NOOP("Certainty", "confirmed")};
    return nameIn(names, "Certainty", certainty);
}

QString nameOf(Attendance attendance) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("Attendance", "coming"),
                                      QT_TRANSLATE_NOOP("Attendance", "present"),
                                      QT_TRANSLATE_NOOP("Attendance", "absent")};
    return nameIn(names, "Attendance", attendance);
}

QString nameOf(MotionKind motionKind) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("MotionKind", "motion"),
                                      QT_TRANSLATE_NOOP("MotionKind", "declaration of disaster"),
                                      QT_TRANSLATE_NOOP("MotionKind", "failover")};
    return nameIn(names, "MotionKind", motionKind);
}

QString nameOf(Vote vote) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("Vote", "for"), QT_TRANSLATE_NOOP("Vote", "against"),
                                      QT_TRANSLATE_NOOP("Vote", "abstained")};
    return nameIn(names, "Vote", vote);
}

QString nameOf(MotionOutcome outcome) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("MotionOutcome", "carried"),
                                      QT_TRANSLATE_NOOP("MotionOutcome", "rejected"),
                                      QT_TRANSLATE_NOOP("MotionOutcome", "dropped")};
    return nameIn(names, "MotionOutcome", outcome);
}

QString nameOf(ResourceKind resourceKind) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("ResourceKind", "people"), QT_TRANSLATE_NOOP("ResourceKind", "equipment"),
        QT_TRANSLATE_NOOP("ResourceKind", "room"), QT_TRANSLATE_NOOP("ResourceKind", "budget")};
    return nameIn(names, "ResourceKind", resourceKind);
}

QString nameOf(ResourceOutcome outcome) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("ResourceOutcome", "granted"),
                                      QT_TRANSLATE_NOOP("ResourceOutcome", "declined"),
                                      QT_TRANSLATE_NOOP("ResourceOutcome", "there"),
                                      QT_TRANSLATE_NOOP("ResourceOutcome", "no longer needed")};
    return nameIn(names, "ResourceOutcome", outcome);
}

QString nameOf(LineKind kind) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("LineKind", "declaration"), QT_TRANSLATE_NOOP("LineKind", "observation"),
        QT_TRANSLATE_NOOP("LineKind", "call"),        QT_TRANSLATE_NOOP("LineKind", "request"),
        QT_TRANSLATE_NOOP("LineKind", "decision"),    QT_TRANSLATE_NOOP("LineKind", "notice"),
        QT_TRANSLATE_NOOP("LineKind", "service"),     QT_TRANSLATE_NOOP("LineKind", "restoration"),
        QT_TRANSLATE_NOOP("LineKind", "blocker"),     QT_TRANSLATE_NOOP("LineKind", "authority"),
        QT_TRANSLATE_NOOP("LineKind", "correction"),  QT_TRANSLATE_NOOP("LineKind", "command"),
        QT_TRANSLATE_NOOP("LineKind", "role"),        QT_TRANSLATE_NOOP("LineKind", "task"),
        QT_TRANSLATE_NOOP("LineKind", "committee"),   QT_TRANSLATE_NOOP("LineKind", "period")};
    return kind == LineKind::Other ? QCoreApplication::translate("LineKind", "other")
                                   : nameIn(names, "LineKind", kind);
}

QString quantityOf(CountUnit unit, quint64 from, quint64 to) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("CountUnit", "%1 servers"), QT_TRANSLATE_NOOP("CountUnit", "%1 %"),
        QT_TRANSLATE_NOOP("CountUnit", "%1 users"), QT_TRANSLATE_NOOP("CountUnit", "%1 services")};
    const QString count = from == to ? numberOf(from) : numberOf(from) + u'~' + numberOf(to);
    return filled(nameIn(names, "CountUnit", unit), {count});
}

QString quantityOf(ResourceKind resourceKind, quint64 amount) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("ResourceUnit", "people: %1"),
                                      QT_TRANSLATE_NOOP("ResourceUnit", "equipment: %1"),
                                      QT_TRANSLATE_NOOP("ResourceUnit", "room: %1 m\302\262"),
                                      QT_TRANSLATE_NOOP("ResourceUnit", "budget: %1 won")};
    return filled(nameIn(names, "ResourceUnit", resourceKind), {numberOf(amount)});
}

QString shareOf(quint64 fromPermille, quint64 toPermille) {
    const auto percent = [](quint64 permille) {
        const QString whole = QString::number(permille / 10);
        return permille % 10 == 0 ? whole : whole + u'.' + QString::number(permille % 10);
    };
    const QString from = percent(fromPermille);
    return (fromPermille == toPermille ? from : from + u'~' + percent(toPermille)) + QStringLiteral(" %");
}

QString fileSizeOf(quint64 bytes) {
    constexpr quint64 kilo = 1024;
    if (bytes < kilo) {
        return QString::number(bytes) + QStringLiteral(" B");
    }
    if (bytes < kilo * kilo) {
        return QString::number((bytes + kilo / 2) / kilo) + QStringLiteral(" KB");
    }
    const double mega = double(bytes) / double(kilo * kilo);
    const bool isWhole = bytes % (kilo * kilo) == 0;
    return QString::number(mega, 'f', isWhole ? 0 : 1) + QStringLiteral(" MB");
}

QString numberOf(quint64 number) {
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, u',');
    }
    return digits;
}

QString kindName(QByteArrayView kind) {
    for (const Kind& known : kinds) {
        if (kind == QByteArrayView(known.kind)) {
            return QCoreApplication::translate("Kind", known.english);
        }
    }
    return QString::fromUtf8(kind);
}

QString nameOf(WorkOutcome outcome) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("WorkOutcome", "done"), QT_TRANSLATE_NOOP("WorkOutcome", "confirmed"),
        QT_TRANSLATE_NOOP("WorkOutcome", "dropped"), QT_TRANSLATE_NOOP("WorkOutcome", "open again")};
    return nameIn(names, "WorkOutcome", outcome);
}

QString nameOf(FindingKind findingKind) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("FindingKind", "contributing factor"),
                                      QT_TRANSLATE_NOOP("FindingKind", "what went well"),
                                      QT_TRANSLATE_NOOP("FindingKind", "what went wrong"),
                                      QT_TRANSLATE_NOOP("FindingKind", "where we were lucky"),
                                      QT_TRANSLATE_NOOP("FindingKind", "what surprised us")};
    return nameIn(names, "FindingKind", findingKind);
}

QString nameOf(ReviewArea area) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("ReviewArea", "data centre"), QT_TRANSLATE_NOOP("ReviewArea", "facilities"),
        QT_TRANSLATE_NOOP("ReviewArea", "data"),        QT_TRANSLATE_NOOP("ReviewArea", "service platform"),
        QT_TRANSLATE_NOOP("ReviewArea", "application"), QT_TRANSLATE_NOOP("ReviewArea", "organisation")};
    return nameIn(names, "ReviewArea", area);
}

QString nameOf(ActionKind actionKind) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("ActionKind", "prevent"), QT_TRANSLATE_NOOP("ActionKind", "detect"),
        QT_TRANSLATE_NOOP("ActionKind", "respond"), QT_TRANSLATE_NOOP("ActionKind", "recover")};
    return nameIn(names, "ActionKind", actionKind);
}

QString nameOf(ActionTerm term) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("ActionTerm", "short term"),
                                      QT_TRANSLATE_NOOP("ActionTerm", "mid to long term")};
    return nameIn(names, "ActionTerm", term);
}

QString nameOf(SafetyAspect aspect) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("SafetyAspect", "customers' data"),
                                      QT_TRANSLATE_NOOP("SafetyAspect", "security")};
    return nameIn(names, "SafetyAspect", aspect);
}

QString nameOf(SafetyFinding finding) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("SafetyFinding", "checked, nothing found"),
                                      QT_TRANSLATE_NOOP("SafetyFinding", "checked, affected")};
    return nameIn(names, "SafetyFinding", finding);
}

QString nameOf(OpenTo openTo) {
    static constexpr std::array names{QT_TRANSLATE_NOOP("OpenTo", "its authors"),
                                      QT_TRANSLATE_NOOP("OpenTo", "the organisation"),
                                      QT_TRANSLATE_NOOP("OpenTo", "everybody")};
    return nameIn(names, "OpenTo", openTo);
}

QString nameOf(RetroForm form) {
    static constexpr std::array names{
        QT_TRANSLATE_NOOP("RetroForm", "full report"), QT_TRANSLATE_NOOP("RetroForm", "public report"),
        QT_TRANSLATE_NOOP("RetroForm", "plan"), QT_TRANSLATE_NOOP("RetroForm", "result")};
    return nameIn(names, "RetroForm", form);
}

QString restoredLine(const Restored& restored) {
    const QString done = quantityOf(restored.unit, restored.done.from, restored.done.to);
    QString words = restored.total
                        ? filled(QCoreApplication::translate("Line", "%1 of %2 restored"),
                                 {done, quantityOf(restored.unit, *restored.total, *restored.total)})
                        : filled(QCoreApplication::translate("Line", "%1 restored"), {done});
    if (restored.inProgress) {
        words += QStringLiteral(", ") +
                 filled(QCoreApplication::translate("Line", "%1 in progress"),
                        {quantityOf(restored.unit, restored.inProgress->from, restored.inProgress->to)});
    }
    return words;
}

} // namespace bongsu
