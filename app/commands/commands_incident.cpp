// Commands that write into an incident's record.
#include "commands/given.h"
#include "commands/nodecommands.h"

#include <QRegularExpression>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// "12000/32000" or "12000-13000/32000".
Result<std::optional<Restored>> restoredIn(const Request& request) {
    const auto given = request.arguments.value(word("restored"));
    if (!given) {
        return std::optional<Restored>();
    }
    static const QRegularExpression form(word("^(\\d{1,12})(?:-(\\d{1,12}))?/(\\d{1,12})$"));
    const auto match = form.match(*given);
    if (!match.hasMatch()) {
        return refuse(refusal::outOfRange, "restored");
    }
    const quint64 from = match.captured(1).toULongLong();
    const quint64 to = match.captured(2).isEmpty() ? from : match.captured(2).toULongLong();
    return std::optional(
        Restored{CountUnit::Servers, {from, to}, match.captured(3).toULongLong(), std::nullopt});
}

Result<Grade> gradeIn(const QString& given) {
    const auto grade = fromWord<Grade>(given.toUtf8());
    return grade ? Result<Grade>(*grade) : refuse(refusal::outOfRange, "grade");
}

} // namespace

Result<Recording> NodeCommands::declare(const Request& request) {
    IncidentDeclared facts;
    const QString severity = request.value("severity");
    if (!severity.isEmpty()) {
        const int number = severity.toInt();
        if (number < int(Grade::Watch) || number > int(Grade::Last)) {
            return refuse(refusal::outOfRange, "severity");
        }
        facts.severity = quint64(number);
        facts.grade = Grade(number);
    }
    if (const auto given = request.arguments.value(word("grade"))) {
        const auto grade = gradeIn(*given);
        if (!grade) {
            return tl::unexpected(grade.error());
        }
        facts.grade = *grade;
    }
    const auto began = timeIn(request, "began");
    const auto ended = timeIn(request, "ended");
    if (!began || !ended) {
        return tl::unexpected(began ? ended.error() : began.error());
    }
    if (request.value("title").trimmed().isEmpty()) {
        return refuse(refusal::outOfRange, "title");
    }
    facts.began = *began;
    facts.ended = *ended;
    facts.failureType = request.arguments.value(word("failure-type"));
    facts.sites = nfc(request.arguments.values(word("site")));
    facts.services = nfc(request.arguments.values(word("service")));
    facts.drill = request.arguments.has(word("drill"));
    auto recorded = m_journal.record(std::nullopt, facts, textOf(request.value("title").trimmed()));
    if (!recorded) {
        return tl::unexpected(recorded.error());
    }
    const LogId incident = recorded->log;
    const EventId event = recorded->event;
    return Recording{{std::move(*recorded)}, [this, incident, event](Output& output) {
                         const bool done = m_journal.stateOf(event) == OwnState::Recorded;
                         output.line({{word("incident"), incident.toHex()},
                                      {word("state"), done ? word("recorded") : word("pending")}});
                     }};
}

Result<Recording> NodeCommands::joinIncident(const Request& request) {
    const auto into = incidentNamed(request.value("into"));
    if (!into) {
        return tl::unexpected(into.error());
    }
    Recording recording;
    for (const QString& prefix : request.arguments.from(0)) {
        const auto log = incidentNamed(prefix);
        if (!log) {
            return tl::unexpected(log.error());
        }
        const Incident* incident = m_journal.incident(*log);
        auto joined =
            m_journal.record(*log, IncidentJoined{*into, incident->joinedInto.setBy}, reasonOf(request));
        if (!joined) {
            return tl::unexpected(joined.error());
        }
        recording.events.push_back(std::move(*joined));
    }
    return recording;
}

Result<Recording> NodeCommands::takeCommand(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return tl::unexpected(log.error());
    }
    return recordOne(*log, CommandTaken{m_journal.incident(*log)->command.setBy}, reasonOf(request));
}

Result<Recording> NodeCommands::note(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    const auto occurredAt = timeIn(request, "occurred-at");
    if (!log || !occurredAt) {
        return tl::unexpected(log ? occurredAt.error() : log.error());
    }
    QStringList lines{request.arguments.at(1)};
    if (lines.front() == word("-")) {
        lines.clear();
        for (const QByteArray& line : request.input) {
            lines.append(QString::fromUtf8(line));
        }
    }
    Recording recording;
    for (const QString& line : lines) {
        if (line.trimmed().isEmpty()) {
            continue;
        }
        NoteAdded facts;
        facts.line.occurredAt = *occurredAt;
        auto recorded = m_journal.record(*log, facts, textOf(line.trimmed()));
        if (!recorded) {
            return tl::unexpected(recorded.error());
        }
        recording.events.push_back(std::move(*recorded));
    }
    if (recording.events.empty()) {
        return refuse(refusal::outOfRange, "text");
    }
    return recording;
}

Result<Recording> NodeCommands::decide(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return tl::unexpected(log.error());
    }
    Text text = textOf(request.arguments.at(1));
    if (!request.value("basis").isEmpty()) {
        text.basis = request.value("basis");
    }
    if (const QStringList options = request.arguments.values(word("option")); !options.isEmpty()) {
        text.options = nfc(options);
    }
    return recordOne(*log, DecisionMade{}, text);
}

Result<Recording> NodeCommands::correct(const Request& request) {
    const auto target = eventNamed(request.arguments.at(0));
    if (!target) {
        return tl::unexpected(target.error());
    }
    return recordOne(target->first, EntryCorrected{target->second}, textOf(request.arguments.at(1)));
}

Result<Recording> NodeCommands::withdraw(const Request& request) {
    const auto target = eventNamed(request.arguments.at(0));
    if (!target) {
        return tl::unexpected(target.error());
    }
    return recordOne(target->first, EntryWithdrawn{target->second}, {});
}

Result<Recording> NodeCommands::pin(const Request& request) {
    const auto target = eventNamed(request.arguments.at(0));
    if (!target) {
        return tl::unexpected(target.error());
    }
    return recordOne(target->first, EntryPinned{target->second, !request.arguments.has(word("off"))}, {});
}

Result<Recording> NodeCommands::grade(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    const auto grade = gradeIn(request.arguments.at(1));
    if (!log || !grade) {
        return tl::unexpected(log ? grade.error() : log.error());
    }
    return recordOne(*log, GradeChanged{*grade, m_journal.incident(*log)->grade.setBy}, {});
}

Result<Recording> NodeCommands::phase(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    const auto phase = fromWord<Phase>(request.arguments.at(1).toUtf8());
    if (!log) {
        return tl::unexpected(log.error());
    }
    if (!phase) {
        return refuse(refusal::outOfRange, "phase");
    }
    return recordOne(*log, PhaseChanged{*phase, m_journal.incident(*log)->phase.setBy}, reasonOf(request));
}

Result<Recording> NodeCommands::meeting(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return tl::unexpected(log.error());
    }
    Text text;
    text.place = request.arguments.at(1);
    return recordOne(*log, MeetingSet{m_journal.incident(*log)->meetingSetBy}, text);
}

Result<Recording> NodeCommands::service(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    const auto state = fromWord<ServiceState>(request.arguments.at(2).toUtf8());
    const auto restored = restoredIn(request);
    if (!log || !restored) {
        return tl::unexpected(log ? restored.error() : log.error());
    }
    if (!state) {
        return refuse(refusal::outOfRange, "state");
    }
    ServiceStated facts;
    facts.services = {nfc(request.arguments.at(1))};
    facts.state = *state;
    facts.restored = *restored;
    return recordOne(*log, facts, {});
}

Result<Recording> NodeCommands::blocker(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return tl::unexpected(log.error());
    }
    BlockerRaised facts;
    facts.site = nfc(request.arguments.at(1));
    Text text = textOf(request.arguments.at(2));
    if (!request.value("party").isEmpty()) {
        text.party = request.value("party");
    }
    if (!request.value("promised").isEmpty()) {
        text.promised = request.value("promised");
    }
    return recordOne(*log, facts, text);
}

// In the organisation's log for everybody, or in one incident's by whoever commands it.
Result<Recording> NodeCommands::hold(const Request& request) {
    const QString site = nfc(request.arguments.at(0));
    if (request.value("reason").trimmed().isEmpty()) {
        return refuse(refusal::reasonMissing);
    }
    if (const auto named = request.arguments.value(word("incident"))) {
        const auto log = incidentNamed(*named);
        if (!log) {
            return tl::unexpected(log.error());
        }
        return recordOne(*log, WorkHeld{site, std::nullopt}, reasonOf(request));
    }
    return recordOne(LogId::of(*m_journal.organisationId()), WorkHeld{site, std::nullopt}, reasonOf(request));
}

Result<Recording> NodeCommands::release(const Request& request) {
    const QString site = nfc(request.arguments.at(0));
    LogId log = LogId::of(*m_journal.organisationId());
    const std::map<QString, Hold>* holds = &m_journal.organisation().holds;
    if (const auto named = request.arguments.value(word("incident"))) {
        const auto incident = incidentNamed(*named);
        if (!incident) {
            return tl::unexpected(incident.error());
        }
        log = *incident;
        holds = &m_journal.incident(log)->holds;
    }
    const auto hold = holds->find(site);
    if (hold == holds->end()) {
        return refuse(refusal::notFound, site.toUtf8());
    }
    return recordOne(log, WorkReleased{site, hold->second.event}, reasonOf(request));
}

Result<Recording> NodeCommands::read(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return tl::unexpected(log.error());
    }
    ReadersSet facts;
    for (const auto& [option, list] :
         {std::pair{word("add"), &facts.added}, std::pair{word("remove"), &facts.removed}}) {
        for (const QString& prefix : request.arguments.values(option)) {
            const auto person = personNamed(prefix);
            if (!person) {
                return tl::unexpected(person.error());
            }
            list->push_back(*person);
        }
    }
    return recordOne(*log, facts, {});
}

Result<Recording> NodeCommands::erase(const Request& request) {
    const auto target = eventNamed(request.arguments.at(0));
    if (!target) {
        return tl::unexpected(target.error());
    }
    if (request.value("reason").trimmed().isEmpty()) {
        return refuse(refusal::reasonMissing);
    }
    return recordOne(target->first, Erased{target->second}, reasonOf(request));
}

} // namespace bongsu
