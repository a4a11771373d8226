#include "wording/line.h"

#include "wording/dutywords.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/retrolines.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate(); "Line" is their context.
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

template <class Id>
QString called(const std::function<std::optional<QString>(const Id&)>& names, const Id& id) {
    constexpr qsizetype enoughDigits = 8;
    const auto name = names ? names(id) : std::nullopt;
    return name && !name->isEmpty() ? *name : id.toHex().first(enoughDigits);
}

QString joined(const std::vector<QString>& words, QStringView between) {
    return QStringList(words.begin(), words.end()).join(between);
}

// Behind the line, where there is something to say.
QString behind(const QString& words) {
    return words.isEmpty() ? QString() : QStringLiteral(u" \u2014 ") + words;
}
QString inParentheses(const QString& words) {
    return words.isEmpty() ? QString() : QStringLiteral(" (") + words + u')';
}

class Teller {
  public:
    Teller(const Told& told, const Naming& naming) : m_told(told), m_naming(naming) {}

    QString operator()(const UnknownFacts&) const {
        return filled(translate("Line", "An entry of a newer version (%1)"), {kindName(m_told.kind)});
    }
    QString operator()(const MalformedFacts&) const {
        return filled(translate("Line", "An unreadable entry (%1)"), {kindName(m_told.kind)});
    }

    // --- the organisation
    QString operator()(const Founded&) const {
        return filled(translate("Line", "Organisation founded: %1"), {text(&Text::name)});
    }
    QString operator()(const DeviceAdded& f) const {
        const QString name = written(&Text::name);
        return filled(translate("Line", "%1 joined with a device"),
                      {name.isEmpty() ? device(deviceIdOf(f.deviceKey)) : name}) +
               inParentheses(written(&Text::deviceName));
    }
    QString operator()(const InviteIssued& f) const {
        if (f.person) {
            return filled(translate("Line", "Invite for another device of %1"), {person(*f.person)});
        }
        return filled(translate("Line", "Invite as %1, uses: %2"), {nameOf(f.permission), numberOf(f.uses)});
    }
    QString operator()(const InviteRevoked&) const { return translate("Line", "Invite withdrawn"); }
    QString operator()(const PersonDescribed& f) const {
        const QString name = written(&Text::name);
        return filled(translate("Line", "Name and contacts of %1"),
                      {name.isEmpty() ? person(f.person) : name});
    }
    QString operator()(const PermissionSet& f) const {
        return filled(translate("Line", "Permission of %1: %2"), {person(f.person), nameOf(f.permission)}) +
               reason();
    }
    QString operator()(const DeviceRevoked& f) const {
        return filled(translate("Line", "Device revoked: %1"), {device(f.device)}) + reason();
    }
    QString operator()(const PersonRevoked& f) const {
        return filled(translate("Line", "Person revoked: %1"), {person(f.person)}) + reason();
    }
    QString operator()(const DepartmentDescribed& f) const {
        const QString name = written(&Text::name);
        return filled(translate("Line", "Department: %1, %2"), {f.company, name.isEmpty() ? f.key : name});
    }
    QString operator()(const RelayDescribed& f) const {
        const auto addresses =
            m_told.text ? m_told.text->addresses.value_or(std::vector<QString>()) : std::vector<QString>();
        return filled(translate("Line", "Relay: %1"),
                      {addresses.empty() ? device(deviceIdOf(f.relay.signing)) : joined(addresses, u", ")});
    }
    QString operator()(const EpochDeclared& f) const {
        return filled(translate("Line", "Epoch %1 declared"), {numberOf(f.generation)}) + reason();
    }
    QString operator()(const RootReplaced&) const {
        return translate("Line", "Root keys replaced") + reason();
    }
    QString operator()(const FeatureRaised& f) const {
        return filled(translate("Line", "Feature level %1"), {numberOf(f.level)});
    }

    QString operator()(const DocumentPublished& f) const {
        const QString name = written(&Text::name);
        const QString shown = !name.isEmpty() ? name : nameOfFailureType(f.key);
        if (f.type == documenttype::manual) {
            return filled(translate("Line", "Manual published: %1"), {shown}) + reason();
        }
        return filled(translate("Line", "Published: %1"), {shown}) + reason();
    }

    QString operator()(const DocumentRead&) const {
        return translate("Line", "Has read the version of a document that holds");
    }

    // --- either
    QString operator()(const WorkHeld& f) const {
        return filled(translate("Line", "Work held at %1"), {f.site}) + reason();
    }
    QString operator()(const WorkReleased& f) const {
        return filled(translate("Line", "Work released at %1"), {f.site}) + reason();
    }
    QString operator()(const Erased& f) const {
        return filled(translate("Line", "Text of %1 erased"), {entry(f.event)}) + reason();
    }

    // --- an incident
    QString operator()(const IncidentDeclared& f) const {
        const QString line =
            filled(translate("Line", "Incident declared, %1: %2"), {nameOf(f.grade), text(&Text::text)});
        return f.drill ? filled(translate("Line", "[EXERCISE] %1"), {line}) : line;
    }
    QString operator()(const IncidentJoined& f) const {
        return filled(translate("Line", "Joined into %1"), {called(m_naming.incident, f.into)}) + reason();
    }
    QString operator()(const CommandTaken&) const {
        return filled(translate("Line", "%1 took command"), {author()}) + reason();
    }
    QString operator()(const NoteAdded& f) const {
        const QString site = inParentheses(f.site.value_or(QString()));
        switch (f.noteKind) {
        case NoteKind::Call:
            return filled(translate("Line", "Call: %1"), {withParty()}) + site;
        case NoteKind::Request:
            return filled(translate("Line", "Request: %1"), {withParty()}) + site;
        case NoteKind::Observation:
            break;
        }
        return withParty() + site;
    }
    QString operator()(const DecisionMade& f) const {
        if (f.decidedBy && f.decidedBy != m_told.author) {
            return filled(translate("Line", "Decision by %1: %2"), {person(*f.decidedBy), text(&Text::text)});
        }
        return filled(translate("Line", "Decision: %1"), {text(&Text::text)});
    }
    QString operator()(const EntryCorrected& f) const {
        return filled(translate("Line", "Correction of %1: %2"), {entry(f.target), text(&Text::text)});
    }
    QString operator()(const EntryWithdrawn& f) const {
        return filled(translate("Line", "%1 taken back"), {entry(f.target)});
    }
    QString operator()(const EntryPinned& f) const {
        return filled(f.pinned ? translate("Line", "%1 pinned") : translate("Line", "%1 no longer pinned"),
                      {entry(f.target)});
    }
    QString operator()(const GradeChanged& f) const {
        return filled(translate("Line", "Severity grade: %1"), {nameOf(f.grade)}) + reason();
    }
    QString operator()(const PhaseChanged& f) const {
        return filled(translate("Line", "Phase: %1"), {nameOf(f.phase)}) + reason();
    }
    QString operator()(const MeetingSet&) const {
        return filled(translate("Line", "Meeting: %1"), {text(&Text::place)});
    }
    QString operator()(const ServiceStated& f) const {
        const QString services = joined(f.services, u"\u00B7");
        const QString what = f.function ? services + u' ' + *f.function : services;
        return filled(translate("Line", "%1: %2"), {what, nameOf(f.state)}) +
               inParentheses(f.site.value_or(QString())) +
               (f.restored ? QStringLiteral(", ") + restoredLine(*f.restored) : QString()) + told();
    }
    QString operator()(const RestorationCounted& f) const {
        const QString counts = restoredLine(f.restored);
        return (f.site ? filled(translate("Line", "%1: %2"), {*f.site, counts}) : counts) + told();
    }
    QString operator()(const BlockerRaised& f) const {
        if (f.site) {
            return filled(translate("Line", "Blocked at %1: %2"), {*f.site, withParty()});
        }
        return filled(translate("Line", "Blocked: %1"), {withParty()});
    }
    QString operator()(const BlockerCleared& f) const {
        return filled(translate("Line", "No longer blocked (%1)"), {entry(f.target)}) + told();
    }
    QString operator()(const NoticeRecorded& f) const {
        QStringList about;
        if (f.channel) {
            about += f.channel == QLatin1String("x") ? QStringLiteral("X")
                                                     : *f.channel; // the network's own spelling
        }
        if (f.stage) {
            about += nameOf(*f.stage);
        }
        if (about.isEmpty()) {
            return filled(translate("Line", "Notice: %1"), {text(&Text::text)});
        }
        return filled(translate("Line", "Notice (%1): %2"),
                      {about.join(QLatin1String(", ")), text(&Text::text)});
    }
    QString operator()(const AuthorityRecorded&) const {
        return filled(translate("Line", "Authority: %1"), {withParty()});
    }
    QString operator()(const AttachmentAdded& f) const {
        const bool isHere = m_told.textState == TextPart::State::Present && m_told.text;
        const QString name = oneLine(written(&Text::fileName));
        const QString shown = !name.isEmpty() ? name
                              : isHere        ? QString::fromLatin1(wordOf(f.media))
                                              : missing();
        const bool isPicture = f.media == Media::Jpeg || f.media == Media::Png;
        const QString file = isPicture ? filled(translate("Line", "Picture: %1"), {shown})
                                       : filled(translate("Line", "File: %1"), {shown});
        return file + behind(oneLine(written(&Text::text)));
    }
    QString operator()(const SeatsCalled& f) const {
        std::vector<QString> calls;
        for (const SeatCall& call : f.calls) {
            calls.push_back(nameOfSeat(call.seat) + u' ' + person(call.person));
        }
        return filled(translate("Line", "Called: %1"), {joined(calls, u", ")}) + reason();
    }
    QString operator()(const SeatAnswered& f) const {
        const QString who = f.person ? person(*f.person) : author();
        const bool byPhone = f.person && f.person != m_told.author;
        const QStringList words{who, nameOfSeat(f.seat)};
        if (f.answer == SeatAnswer::Declined) {
            return filled(translate("Line", "%1 cannot take the seat: %2"), words) + reason();
        }
        return filled(byPhone ? translate("Line", "%1 took the seat by phone: %2")
                              : translate("Line", "%1 took the seat: %2"),
                      words) +
               reason();
    }
    QString operator()(const SeatPassed& f) const {
        const QString seat = nameOfSeat(f.seat);
        if (!f.to) {
            return filled(translate("Line", "Nobody is left to take the seat: %1"), {seat});
        }
        const QStringList words{person(*f.to), seat};
        switch (f.cause) {
        case PassCause::Declined:
            return filled(translate("Line", "Declined, so %1 is called: %2"), words);
        case PassCause::Gone:
            return filled(translate("Line", "Whoever was called is gone, so %1 is called: %2"), words);
        case PassCause::Unanswered:
            break;
        }
        return filled(translate("Line", "No answer, so %1 is called: %2"), words);
    }
    QString operator()(const SeatVacated& f) const {
        return filled(translate("Line", "Nobody holds the seat any more: %1"), {nameOfSeat(f.seat)}) +
               reason();
    }
    QString operator()(const ManualAttached&) const {
        const QString name = written(&Text::name);
        return (name.isEmpty() ? translate("Line", "Manual attached")
                               : filled(translate("Line", "Manual attached: %1"), {name})) +
               reason();
    }
    QString operator()(const TasksAdded& f) const {
        const auto tasks =
            m_told.text ? m_told.text->options.value_or(std::vector<QString>()) : std::vector<QString>();
        const QString words = tasks.empty() ? missing() : joined(tasks, u" \u00B7 ");
        const bool isDemand = !f.tasks.empty() && f.tasks.front().taskKind == TaskKind::Demand;
        const QString party = written(&Text::party);
        if (isDemand && !party.isEmpty()) {
            return filled(translate("Line", "Demanded by %1: %2"), {party, words});
        }
        return isDemand ? filled(translate("Line", "Demanded: %1"), {words})
                        : filled(translate("Line", "To do: %1"), {words});
    }
    QString operator()(const TaskSettled& f) const {
        const QString known = m_naming.task ? m_naming.task(f.tasks, f.index).value_or(QString()) : QString();
        const QString what = known.isEmpty() ? entry(f.tasks) : known;
        switch (f.outcome) {
        case TaskOutcome::Skipped:
            return filled(translate("Line", "Skipped: %1"), {what}) + reason() + told();
        case TaskOutcome::Reopened:
            return filled(translate("Line", "To do again: %1"), {what}) + reason() + told();
        case TaskOutcome::Done:
            break;
        }
        return filled(translate("Line", "Done: %1"), {what}) + reason() + told();
    }
    QString operator()(const AlertLevelSet& f) const {
        const QString party = written(&Text::party);
        return (party.isEmpty()
                    ? filled(translate("Line", "Alert level: %1"), {nameOf(f.level)})
                    : filled(translate("Line", "Alert level: %1 (%2)"), {nameOf(f.level), party})) +
               told();
    }
    QString operator()(const ReportIssued& f) const {
        const QString party = written(&Text::party);
        const QString line = filled(translate("Line", "Situation report no. %1"), {numberOf(f.number)});
        return party.isEmpty() ? line : line + QStringLiteral(u" \u2192 ") + party;
    }
    // --- what is known of services
    QString operator()(const ServicesConfirmed& f) const {
        std::vector<QString> services;
        for (const StateNamed& named : f.states) {
            services.push_back(named.function ? named.service + u' ' + *named.function : named.service);
        }
        return filled(translate("Line", "Confirmed by their owner: %1"), {joined(services, u"\u00B7")}) +
               told();
    }
    QString operator()(const ImpactStated& f) const {
        const QString services = joined(f.services, u"\u00B7");
        const QString what = f.function ? services + u' ' + *f.function : services;
        QStringList says;
        if (f.permille) {
            says += filled(translate("Line", "%1 of users"), {shareOf(f.permille->from, f.permille->to)});
        }
        if (f.users) {
            says += quantityOf(CountUnit::Users, f.users->from, f.users->to);
        }
        return filled(
                   translate("Line", "Hit by %1: %2"),
                   {what + inParentheses(f.platform.value_or(QString())), says.join(QLatin1String(", "))}) +
               told();
    }
    QString operator()(const CauseStated& f) const {
        const QString who = f.confirmedBy && f.confirmedBy != m_told.author
                                ? inParentheses(person(*f.confirmedBy))
                                : QString();
        return filled(translate("Line", "Cause %1"), {nameOf(f.certainty)}) + who + told();
    }
    QString operator()(const RecoveryExpected& f) const {
        const QString all = translate("Line", "everything");
        const QString service = f.service.value_or(all);
        const QString what = f.function ? service + u' ' + *f.function : service;
        if (!f.at) {
            return filled(translate("Line", "No recovery time can be given any more for %1"), {what}) +
                   reason();
        }
        const Moment now = m_told.at.value_or(*f.at);
        return filled(translate("Line", "%1 expected back at %2"), {what, clockSeenFrom(*f.at, now)}) +
               (f.owner && f.owner != m_told.author ? inParentheses(person(*f.owner)) : QString());
    }

    // --- the committee, and what a long response needs
    QString operator()(const CommitteeCalled& f) const {
        const QString place = written(&Text::place);
        return filled(translate("Line", "Committee called, meeting %1, members: %2"),
                      {numberOf(f.number), numberOf(f.members.size())}) +
               (place.isEmpty() ? QString() : QStringLiteral(", ") + place) + told();
    }
    QString operator()(const CommitteeAttended& f) const {
        const QString who =
            filled(translate("Line", "%1: %2"), {member(f.meeting, f.member), nameOf(f.attendance)});
        return f.byDeputy ? filled(translate("Line", "%1, by a deputy"), {who}) + behind(written(&Text::name))
                          : who;
    }
    QString operator()(const MotionOpened& f) const {
        return filled(translate("Line", "%1: %2"), {nameOf(f.motionKind), text(&Text::text)});
    }
    QString operator()(const MotionVoted& f) const {
        return filled(translate("Line", "%1 voted %2 (%3)"),
                      {member(f.motion, f.member), nameOf(f.vote), motion(f.motion)}) +
               reason();
    }
    QString operator()(const MotionClosed& f) const {
        return filled(translate("Line", "%1: %2"), {motion(f.motion), nameOf(f.outcome)}) + reason();
    }
    QString operator()(const ResourceRequested& f) const {
        return filled(translate("Line", "Needed, %1: %2"),
                      {quantityOf(f.resourceKind, f.amount), text(&Text::text)}) +
               inParentheses(f.seat ? nameOfSeat(*f.seat) : QString());
    }
    QString operator()(const ResourceSettled& f) const {
        const QString what =
            filled(translate("Line", "Request %1: %2"), {entry(f.request), nameOf(f.outcome)});
        return (f.amount ? what + inParentheses(numberOf(*f.amount)) : what) + reason() + told();
    }
    QString operator()(const PeriodOpened& f) const {
        return filled(translate("Line", "Operational period %1: %2"),
                      {numberOf(f.number), text(&Text::text)});
    }

    // --- notices
    template <class F>
    requires requires(const F& f, const LineWords& words) { factsLine(f, words); }
    QString operator()(const F& f) const {
        // A text may hold nothing to read: the salt of a blob alone.
        const bool isRead = m_told.textState != TextPart::State::None && !(m_told.text && !m_told.text->text);
        LineWords words{author(), text(&Text::text), {}, {}, isRead};
        if constexpr (requires { f.notice; }) {
            words.entry = entry(f.notice);
        }
        if constexpr (requires { f.relay; }) {
            words.relay = device(f.relay);
        }
        if constexpr (requires { f.person; }) {
            words.person = person(f.person);
        }
        if constexpr (requires { entryOf(f); }) {
            words.entry = entry(entryOf(f));
        }
        if constexpr (requires { personIn(f); }) {
            words.person = personIn(f) ? person(*personIn(f)) : QString();
        }
        return factsLine(f, words) + reason();
    }

    QString operator()(const ReadersSet& f) const {
        if (f.removed.empty()) {
            return filled(translate("Line", "Readers added: %1"), {persons(f.added)}) + reason();
        }
        if (f.added.empty()) {
            return filled(translate("Line", "Readers removed: %1"), {persons(f.removed)}) + reason();
        }
        return filled(translate("Line", "Readers added: %1; removed: %2"),
                      {persons(f.added), persons(f.removed)}) +
               reason();
    }
    QString operator()(const LogRebased&) const {
        return translate("Line", "The record goes on in a new epoch") + reason();
    }

  private:
    QString person(const PersonId& id) const { return called(m_naming.person, id); }
    QString device(const DeviceId& id) const { return called(m_naming.device, id); }
    QString member(const EventId& meeting, quint64 place) const {
        const QString name =
            m_naming.member ? m_naming.member(meeting, place).value_or(QString()) : QString();
        return name.isEmpty() ? filled(translate("Line", "member %1"), {numberOf(place + 1)}) : name;
    }
    QString motion(const EventId& id) const {
        const QString words = m_naming.motion ? m_naming.motion(id).value_or(QString()) : QString();
        return words.isEmpty() ? entry(id) : words;
    }
    QString entry(const EventId& id) const { return called(m_naming.entry, id); }
    QString author() const { return m_told.author ? person(*m_told.author) : translate("Line", "somebody"); }

    QString persons(const std::vector<PersonId>& ids) const {
        std::vector<QString> names;
        for (const PersonId& id : ids) {
            names.push_back(person(id));
        }
        return joined(names, u", ");
    }

    QString written(std::optional<QString> Text::*member) const {
        return m_told.text ? (m_told.text->*member).value_or(QString()) : QString();
    }
    // What the line is about; why it is not there, where it is not.
    QString text(std::optional<QString> Text::*member) const {
        const QString words = written(member);
        return words.isEmpty() ? missing() : words;
    }
    QString missing() const {
        switch (m_told.textState) {
        case TextPart::State::Withheld:
            return translate("Line", "[not open to you]");
        case TextPart::State::Erased:
            return translate("Line", "[erased]");
        case TextPart::State::Present:
            if (!m_told.text) {
                return translate("Line", "[unreadable]");
            }
            break;
        case TextPart::State::None:
            break;
        }
        return translate("Line", "[no text]");
    }

    QString withParty() const {
        const QString party = written(&Text::party);
        const QString words = text(&Text::text);
        return party.isEmpty() ? words : filled(translate("Line", "%1, %2"), {party, words});
    }
    QString reason() const { return behind(written(&Text::reason)); }
    QString told() const { return behind(written(&Text::text)); }

    const Told& m_told;
    const Naming& m_naming;
};

} // namespace

QString lineOf(const Told& told, const Naming& naming) {
    return oneLine(std::visit(Teller(told, naming), told.facts));
}

} // namespace bongsu
