#include "commands/committeecommands.h"

#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "documents/committeefile.h"
#include "wording/manualnames.h"
#include "wording/minutes.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}
QJsonValue isoOr(const std::optional<Moment>& at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}

// The incident of the first word, for commands that only read.
const Incident* incidentOf(NodeCommands& home, const Asked& asked) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return nullptr;
    }
    return home.node().journal().incident(*log);
}

// Records what `make` gives for the incident of the first word.
template <class Make>
void recordBy(NodeCommands& home, const Asked& asked, const Make& make) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    Text text;
    const auto facts = make(*home.node().journal().incident(*log), text);
    home.tellRecorded(asked, facts ? home.recordOne(*log, Facts(*facts), text) : errorOf(facts));
}

template <class Value>
Result<EventId> namedIn(const std::map<EventId, Value>& all, const QString& given) {
    std::vector<EventId> events;
    for (const auto& [event, value] : all) {
        events.push_back(event);
    }
    return eventAmong(given, events);
}

Result<EventId> meetingIn(const Incident& incident) {
    const auto* newest = newestMeeting(incident);
    return newest ? Result<EventId>(newest->first) : refuse(refusal::notFound, "meeting");
}

// A member by the number that "committee show" gives, from 1, or by name. Refusals not_found, ambiguous.
Result<quint64> memberIn(NodeCommands& home, const EventId& meetingOrMotion, const Meeting& meeting,
                         const QString& given) {
    bool isNumber = false;
    const quint64 number = given.toULongLong(&isNumber);
    if (isNumber) {
        return number >= 1 && number <= meeting.members.size() ? Result<quint64>(number - 1)
                                                               : refuse(refusal::notFound, "member");
    }
    std::optional<quint64> found;
    for (quint64 i = 0; i < meeting.members.size(); ++i) {
        const QString name = home.node().journal().texts().member(meetingOrMotion, i);
        if (name == nfc(given) || name.startsWith(nfc(given) + QStringLiteral(" ("))) {
            if (found) {
                return refuse(refusal::ambiguous, given.toUtf8());
            }
            found = i;
        }
    }
    return found ? Result<quint64>(*found) : refuse(refusal::notFound, "member");
}

QJsonObject meetingLine(NodeCommands& home, const EventId& event, const Meeting& meeting) {
    QJsonArray members;
    for (quint64 i = 0; i < meeting.members.size(); ++i) {
        const Attending& member = meeting.members[i];
        members.append(
            QJsonObject{{word("member"), qint64(i + 1)},
                        {word("name"), home.node().journal().texts().member(event, i)},
                        {word("person"), member.person ? QJsonValue(member.person->toHex()) : QJsonValue()},
                        {word("attendance"),
                         member.attendance ? QJsonValue(word(wordOf(*member.attendance))) : QJsonValue()},
                        {word("byDeputy"), member.byDeputy}});
    }
    const AttendanceCounts counts = countAttendance(meeting);
    return {{word("meeting"), event.toHex()},          {word("number"), qint64(meeting.number)},
            {word("quorum"), qint64(meeting.quorum)},  {word("since"), toIso(meeting.since)},
            {word("present"), qint64(counts.present)}, {word("members"), members}};
}

QJsonObject motionLine(NodeCommands& home, const EventId& event, const Motion& motion,
                       const Meeting& meeting) {
    const VoteCounts votes = countVotes(motion, meeting);
    const Text* text = home.node().journal().texts().find(event);
    return {{word("motion"), event.toHex()},
            {word("text"), text ? text->text.value_or(QString()) : QString()},
            {word("kind"), word(wordOf(motion.motionKind))},
            {word("due"), isoOr(motion.due)},
            {word("for"), qint64(votes.inFavour)},
            {word("against"), qint64(votes.against)},
            {word("abstained"), qint64(votes.abstained)},
            {word("missing"), qint64(votes.missing)},
            {word("outcome"), motion.outcome ? QJsonValue(word(wordOf(*motion.outcome))) : QJsonValue()},
            {word("closedAt"), motion.outcome ? QJsonValue(toIso(motion.closedAt)) : QJsonValue()}};
}

std::optional<QString> given(const Asked& asked, const char* option) {
    const QString value = nfc(asked->value(option));
    return value.isEmpty() ? std::nullopt : std::optional(value);
}

// Why nobody can be called without naming them.
tl::unexpected<Error> sayNoCommittee(const Documents& documents, Output& output) {
    switch (documents.committeeStanding()) {
    case Documents::Standing::None:
        output.words(NodeCommands::tr(
            "No standing committee was published, and nobody was named. Nobody was called. Name them with "
            "--member, or publish one: \"manual starter committee\" gives a file to begin with."));
        return refuse(refusal::notFound, "members");
    case Documents::Standing::Coming:
        output.words(NodeCommands::tr(
            "The standing committee that was published is not on this device yet, and nobody was named. "
            "Nobody was called. Name them with --member, or connect to a relay and call again."));
        return fail(failure::blobAway, "committee");
    case Documents::Standing::Here:
    case Documents::Standing::Lost:
    case Documents::Standing::Unreadable:
        break;
    }
    output.words(NodeCommands::tr(
        "The standing committee cannot be used here: it was erased or is not what was published, or a newer "
        "program wrote it. Nobody was called. Name them with --member, or have it published again."));
    return refuse(refusal::malformed, "committee");
}

Result<CommitteeCalled> callAs(NodeCommands& home, const Asked& asked, const Incident& incident, Text& text) {
    const auto people = knownPeople(home.node().journal());
    const auto names = nfc(asked->arguments.values(word("member")));
    const StandingCommittee* standing = home.node().documents().committee();
    std::optional<quint64> quorum;
    if (const auto number = given(asked, "quorum")) {
        bool isNumber = false;
        quorum = number->toULongLong(&isNumber);
        if (!isNumber) {
            return refuse(refusal::outOfRange, "members");
        }
    }
    if (names.empty() && !standing) {
        return sayNoCommittee(home.node().documents(), *asked->output);
    }
    CommitteeCall call = names.empty() ? callOf(*standing, incident, people, languageInstalled())
                                       : callOf(names, quorum, incident, people);
    call.facts.quorum = quorum.value_or(call.facts.quorum);
    text.options = call.names;
    text.reason = given(asked, "reason");
    text.place = given(asked, "place");
    if (!text.place && names.empty() && !standing->place.isEmpty()) {
        text.place = standing->place;
    }
    return call.facts;
}

// Its criteria are those given, or the standing committee's for its kind.
Result<MotionOpened> motionAs(NodeCommands& home, const Asked& asked, const Incident& incident, Text& text) {
    const auto meeting = meetingIn(incident);
    const auto due = dueIn(*asked, "due", home.node().system().clock.now());
    if (!meeting || !due) {
        return meeting ? Result<MotionOpened>(errorOf(due)) : errorOf(meeting);
    }
    const QString kind = asked->value("kind");
    const auto motionKind =
        kind.isEmpty() ? std::optional(MotionKind::General) : fromWord<MotionKind>(kind.toLatin1());
    if (!motionKind) {
        return refuse(refusal::outOfRange, "kind");
    }
    text = textOf(asked->arguments.at(1));
    text.basis = given(asked, "criteria");
    const auto written = home.node().documents().criteriaFor(*motionKind, languageInstalled());
    if (!text.basis && !written) {
        asked->output->words(NodeCommands::tr(
            "The committee's criteria are not on this device, so the motion names none. Name them in a note, "
            "or drop it and open it again with --criteria."));
    } else if (!text.basis && !written->isEmpty()) {
        text.basis = *written;
    }
    return MotionOpened{{}, *meeting, *motionKind, *due};
}

} // namespace

void checkCommittee(NodeCommands&, const Asked& asked) {
    if (const auto read = understood(asked, asked->arguments.at(0), &readCommittee)) {
        asked->output->line({{word("ok"), true},
                             {word("members"), qint64(read->first.members.size())},
                             {word("quorum"), qint64(read->first.quorum)}});
        asked->done(exitcode::done);
    }
}

void publishCommittee(NodeCommands& home, const Asked& asked) {
    const QString key = documenttype::committee.toString();
    if (const auto read = understood(asked, asked->arguments.at(0), &readCommittee)) {
        home.publish(asked, {{key, key, read->second, read->first.name.in(languageInstalled()),
                              asked->value("reason").trimmed()}});
    }
}

void tellCommittee(NodeCommands& home, const Asked& asked) {
    const Incident* incident = incidentOf(home, asked);
    if (!incident) {
        return;
    }
    for (const auto& [event, meeting] : incident->meetings) {
        asked->output->line(meetingLine(home, event, meeting));
    }
    for (const auto& [event, motion] : incident->motions) {
        asked->output->line(motionLine(home, event, motion, incident->meetings.at(motion.meeting)));
    }
    asked->done(exitcode::done);
}

void callCommittee(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        recordBy(home, asked,
                 [&](const Incident& incident, Text& text) { return callAs(home, asked, incident, text); });
    });
}

void attendCommittee(NodeCommands& home, const Asked& asked) {
    recordBy(home, asked, [&](const Incident& incident, Text& text) -> Result<CommitteeAttended> {
        const auto meeting = meetingIn(incident);
        if (!meeting) {
            return errorOf(meeting);
        }
        const auto member = memberIn(home, *meeting, incident.meetings.at(*meeting), asked->arguments.at(1));
        const auto attendance = fromWord<Attendance>(asked->arguments.at(2).toLatin1());
        if (!member || !attendance) {
            return member ? refuse(refusal::outOfRange, "attendance") : errorOf(member);
        }
        text.name = given(asked, "deputy");
        return CommitteeAttended{{}, *meeting, *member, *attendance, text.name.has_value()};
    });
}

void tellMinutes(NodeCommands& home, const Asked& asked) {
    const Incident* incident = incidentOf(home, asked);
    if (!incident) {
        return;
    }
    const auto meeting = meetingIn(*incident);
    if (!meeting) {
        asked->fail(meeting.error());
        return;
    }
    asked->output->line({{word("number"), qint64(incident->meetings.at(*meeting).number)},
                         {word("text"), minutesOf(*incident, *meeting, home.node().journal().texts(),
                                                  home.node().system().clock.now())}});
    asked->done(exitcode::done);
}

void openMotion(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        recordBy(home, asked,
                 [&](const Incident& incident, Text& text) { return motionAs(home, asked, incident, text); });
    });
}

void voteMotion(NodeCommands& home, const Asked& asked) {
    recordBy(home, asked, [&](const Incident& incident, Text& text) -> Result<MotionVoted> {
        const auto motion = namedIn(incident.motions, asked->arguments.at(1));
        if (!motion) {
            return errorOf(motion);
        }
        const Meeting& meeting = incident.meetings.at(incident.motions.at(*motion).meeting);
        const auto member = memberIn(home, *motion, meeting, asked->arguments.at(2));
        const auto vote = fromWord<Vote>(asked->arguments.at(3).toLatin1());
        if (!member || !vote) {
            return member ? refuse(refusal::outOfRange, "vote") : errorOf(member);
        }
        text = reasonOf(*asked);
        return MotionVoted{{}, *motion, *member, *vote};
    });
}

// As the votes say; too few of them are refused by the rules.
void closeMotion(NodeCommands& home, const Asked& asked) {
    recordBy(home, asked, [&](const Incident& incident, Text& text) -> Result<MotionClosed> {
        const auto motion = namedIn(incident.motions, asked->arguments.at(1));
        if (!motion) {
            return errorOf(motion);
        }
        text = reasonOf(*asked);
        const Motion& asks = incident.motions.at(*motion);
        const Meeting& meeting = incident.meetings.at(asks.meeting);
        const auto outcome = outcomeOf(countVotes(asks, meeting), meeting.quorum);
        return MotionClosed{{},
                            *motion,
                            asked->arguments.has(word("drop")) ? MotionOutcome::Dropped
                                                               : outcome.value_or(MotionOutcome::Carried)};
    });
}

void addRequest(NodeCommands& home, const Asked& asked) {
    recordBy(home, asked, [&](const Incident&, Text& text) -> Result<ResourceRequested> {
        const auto kind = fromWord<ResourceKind>(asked->arguments.at(1).toLatin1());
        bool isNumber = false;
        const quint64 amount = asked->arguments.at(2).toULongLong(&isNumber);
        const auto until = dueIn(*asked, "until", home.node().system().clock.now());
        if (!kind || !isNumber || !until) {
            return until ? refuse(refusal::outOfRange, "resource") : errorOf(until);
        }
        text = textOf(asked->arguments.at(3));
        return ResourceRequested{{}, *kind, amount, *until, given(asked, "seat")};
    });
}

void answerRequest(NodeCommands& home, const Asked& asked) {
    recordBy(home, asked, [&](const Incident& incident, Text& text) -> Result<ResourceSettled> {
        const auto request = namedIn(incident.resources, asked->arguments.at(1));
        const auto outcome = fromWord<ResourceOutcome>(asked->arguments.at(2).toLatin1());
        if (!request || !outcome) {
            return request ? refuse(refusal::outOfRange, "outcome") : errorOf(request);
        }
        std::optional<quint64> amount;
        if (const auto number = given(asked, "amount")) {
            bool isNumber = false;
            amount = number->toULongLong(&isNumber);
            if (!isNumber) {
                return refuse(refusal::outOfRange, "amount");
            }
        }
        text = reasonOf(*asked);
        return ResourceSettled{{}, *request, *outcome, amount, incident.resources.at(*request).setBy};
    });
}

void listRequests(NodeCommands& home, const Asked& asked) {
    const Incident* incident = incidentOf(home, asked);
    if (!incident) {
        return;
    }
    const Journal& journal = home.node().journal();
    for (const auto& [event, resource] : incident->resources) {
        const Text* text = journal.texts().find(event);
        asked->output->line({{word("request"), event.toHex()},
                             {word("resource"), word(wordOf(resource.resourceKind))},
                             {word("amount"), qint64(resource.amount)},
                             {word("text"), text ? text->text.value_or(QString()) : QString()},
                             {word("until"), isoOr(resource.until)},
                             {word("seat"), resource.seat},
                             {word("by"), resource.by ? home.personName(*resource.by) : QString()},
                             {word("outcome"), resource.outcome ? QJsonValue(word(wordOf(*resource.outcome)))
                                                                : QJsonValue()}});
    }
    asked->done(exitcode::done);
}

void openPeriod(NodeCommands& home, const Asked& asked) {
    recordBy(home, asked, [&](const Incident& incident, Text& text) -> Result<PeriodOpened> {
        const auto until = dueIn(*asked, "until", home.node().system().clock.now());
        if (!until) {
            return errorOf(until);
        }
        text = textOf(asked->arguments.at(1));
        return PeriodOpened{{}, incident.period.number + 1, *until};
    });
}

} // namespace bongsu
