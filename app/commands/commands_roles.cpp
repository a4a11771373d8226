// Commands about who takes which seat of an incident: seen, called, handed over, answered.
#include "commands/given.h"
#include "commands/nodecommands.h"
#include "commands/seatlines.h"

#include "domain/incident/seats.h"
#include "domain/incident/teams.h"
#include "domain/manual/attaching.h"
#include "journal/knownincidents.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// With the commander's seat as well where nobody was called to it: somebody always commands.
std::vector<SeatLine> linesOf(const Incident& incident, Moment now) {
    std::vector<SeatLine> lines = seatLines(incident, now);
    if (lines.empty() || lines.front().seat != commanderSeat) {
        lines.insert(lines.begin(),
                     SeatLine{commanderSeat.toString(),
                              SeatStatus{incident.command.setBy, incident.command.since}, false});
    }
    lines.front().status.holder = incident.command.person;
    return lines;
}

QString typesOf(const Documents& documents) {
    const auto types = documents.failureTypes();
    return QStringList(types.begin(), types.end()).join(QStringLiteral(", "));
}

// A type that the record does not tell is told by the version that the calls name. What ships with the
// program has one once it is published, by whoever may.
Result<std::optional<Recorded>> nameForAll(Documents& documents, const Incident& incident,
                                           Documents::HeldManual& held) {
    const QString& type = held.manual->failureType;
    if (held.version || incident.failureType == type || !documents.mayPublish()) {
        return std::optional<Recorded>();
    }
    const auto named = documents.versionToName(type);
    if (named) {
        held.version = named->version;
    }
    return named ? Result<std::optional<Recorded>>(named->published) : errorOf(named);
}

// The calls first: what is to be done can wait.
Result<Recording> recordedCalls(Journal& journal, const LogId& log, const std::vector<SeatsCalled>& calls,
                                const std::optional<ManualAttached>& attached,
                                const std::vector<TasksToAdd>& tasks) {
    std::vector<std::pair<Facts, Text>> all;
    for (const SeatsCalled& facts : calls) {
        all.emplace_back(facts, Text{});
    }
    if (attached) {
        all.emplace_back(*attached, Text{});
    }
    for (const TasksToAdd& added : tasks) {
        all.emplace_back(added.facts, Text{.options = added.names});
    }
    Recording recording;
    for (const auto& [facts, text] : all) {
        auto recorded = journal.record(log, facts, text);
        if (!recorded) {
            return errorOf(recorded);
        }
        recording.events.push_back(std::move(*recorded));
    }
    return recording;
}

} // namespace

QString NodeCommands::personName(const PersonId& person) const {
    return m_journal.texts().personName(m_journal.organisation(), person);
}

SeatNaming NodeCommands::seatNaming(const Manual* manual) const {
    return {manual, [this](const PersonId& person) { return personName(person); }};
}

void NodeCommands::roles(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    m_node.documents().manualOf(*m_journal.incident(*log)); // an older version is on its way from now on
    afterDocuments(asked, [this, asked, log = *log] {
        tellSeats(asked, log);
        asked->done(exitcode::done);
    });
}

void NodeCommands::tellSeats(const Asked& asked, const LogId& log) {
    const Incident& incident = *m_journal.incident(log);
    const Moment now = m_node.system().clock.now();
    const auto held = m_node.documents().manualOf(incident);
    const SeatNaming naming = seatNaming(held ? held->manual.get() : nullptr);
    for (const SeatLine& line : linesOf(incident, now)) {
        asked->output->line(seatLine(incident, line, naming));
    }
    const std::vector<Team> teams = teamsOf(knownIncidents(m_journal), log);
    for (const Team& team : teams) {
        asked->output->line({{word("team"), team.incident.toHex()},
                             {word("title"), m_journal.texts().title(*m_journal.incident(team.incident))},
                             {word("lead"), personName(team.lead)},
                             {word("acting"), team.acting},
                             {word("since"), toIso(team.since)}});
    }
    for (const auto& [seat, count] : tooWide(incident, teams.size())) {
        asked->output->words(
            tr("%1 seats report to one: %2. Put somebody between, so that nobody has to "
               "listen to more than %3.")
                .arg(QString::number(count), naming.seat(seat), QString::number(widestSpan)));
    }
    const auto own = m_journal.person();
    for (const SeatLine& line : own ? callsFor(incident, *own, now) : std::vector<SeatLine>()) {
        asked->output->words(tr("You are called to this seat: %1. Say \"accept\" or \"decline\".")
                                 .arg(naming.seat(line.seat)));
    }
}

void NodeCommands::call(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    m_node.documents().manualOf(*m_journal.incident(*log)); // as in roles()
    afterDocuments(asked, [this, asked, log = *log] { callEverybody(asked, log); });
}

// The manual that the incident goes by; only where it goes by none yet, that of the type given.
Result<Documents::HeldManual> NodeCommands::manualFor(const Request& request, const Incident& incident) {
    Documents& documents = m_node.documents();
    const QString given = nfc(request.value("failure-type"));
    if (!incident.manual.value && !incident.failureType && given.isEmpty()) {
        request.output->words(
            tr("Nobody has said what kind of failure this is, so it is not known which manual holds. Nobody "
               "was called. Say it with --failure-type, as one of: %1")
                .arg(typesOf(documents)));
        return refuse(refusal::outOfRange, "failure-type");
    }
    const bool byType = !incident.manual.value && !given.isEmpty();
    const auto manual = byType ? documents.manualFor(incident, given) : documents.manualOf(incident);
    if (manual && !given.isEmpty() && manual->manual->failureType != given) {
        return refuse(refusal::stale, manual->manual->failureType.toUtf8()); // it goes by that one
    }
    if (manual) {
        return *manual;
    }
    const QString type = byType ? given : incident.failureType.value_or(QString());
    const auto standing = documents.standing(documenttype::manual, type);
    if (!incident.manual.value && standing == Documents::Standing::None) {
        request.output->words(tr("There is no manual for this kind of failure. Nobody was called. There is "
                                 "one for: %1")
                                  .arg(typesOf(documents)));
        return refuse(refusal::notFound, type.toUtf8());
    }
    if (standing == Documents::Standing::Lost || standing == Documents::Standing::Unreadable) {
        request.output->words(
            tr("The manual for this kind of failure cannot be used here: it was erased or is not what was "
               "published, or a newer program wrote it. Nobody was called. Have it published again, or call "
               "people one by one with \"assign\"."));
        return refuse(refusal::malformed, type.toUtf8());
    }
    return fail(failure::blobAway, type.toUtf8());
}

void NodeCommands::callEverybody(const Asked& asked, const LogId& log) {
    const Incident incident = *m_journal.incident(log); // as it is before anybody is called
    auto held = manualFor(*asked, incident);
    const bool isDry = asked->arguments.has(word("dry-run"));
    const auto published = held && !isDry ? nameForAll(m_node.documents(), incident, *held)
                                          : Result<std::optional<Recorded>>(std::nullopt);
    if (!held || !published) {
        asked->fail(held ? published.error() : held.error());
        return;
    }
    const Manual& manual = *held->manual;
    const Moment now = m_node.system().clock.now();
    const auto proposals =
        proposeSeats(manual, knownPeople(m_journal), onDuty(m_node.documents().shifts(now), now));
    const auto calls = callsOf(manual, proposals, incident, held->version);
    const auto tasks = tasksOf(manual, incident, now, languageInstalled());
    const auto lines = callLines(proposals, calls, incident, seatNaming(&manual));
    qsizetype todo = 0;
    for (const TasksToAdd& added : tasks) {
        todo += qsizetype(added.names.size());
    }
    const auto say = [lines, todo](Output& output) {
        for (const QJsonObject& line : lines) {
            output.line(line);
        }
        output.line({{word("tasks"), todo}});
    };
    if (isDry || (calls.empty() && tasks.empty())) {
        say(*asked->output);
        asked->done(exitcode::done);
        return;
    }
    const auto attached = attachmentBeside(calls, incident, held->version);
    auto recording = recordedCalls(m_journal, log, calls, attached, tasks);
    if (recording) {
        if (*published) {
            recording->events.push_back(**published);
        }
        recording->say = [this, say, events = recording->events](Output& output) {
            say(output);
            for (const Recorded& recorded : events) {
                output.line(eventLine(recorded.event));
            }
        };
    }
    tellRecorded(asked, std::move(recording));
}

void NodeCommands::assign(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    if (log) {
        m_node.documents().manualOf(*m_journal.incident(*log)); // as in roles()
    }
    afterDocuments(asked, [this, asked] { tellRecorded(asked, assigned(*asked)); });
}

Result<Recording> NodeCommands::assigned(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    const auto within = minutesIn(request, "within");
    const auto line = personsNamed(request.arguments.from(2) + request.arguments.values(word("then")));
    if (!log || !within) {
        return log ? Result<Recording>(errorOf(within)) : Result<Recording>(errorOf(log));
    }
    if (!line) {
        return errorOf(line);
    }
    const QString seat = nfc(request.arguments.at(1));
    const Incident& incident = *m_journal.incident(*log);
    const auto held = m_node.documents().manualOf(incident);
    SeatCall call = callTo(incident, seat, *line, *within, held ? held->manual->seat(seat) : nullptr);
    if (const QString lead = nfc(request.value("reports-to")); !lead.isEmpty()) {
        call.reportsTo = lead;
    }
    return recordOne(*log, SeatsCalled{std::nullopt, {call}}, {});
}

// The seat that INCIDENT SEAT names: people were called to it before.
Result<NamedSeat> NodeCommands::seatNamed(const Request& request) const {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const QString key = nfc(request.arguments.at(1));
    const auto& seats = m_journal.incident(*log)->seats;
    const auto known = seats.find(key);
    return known == seats.end() ? Result<NamedSeat>(refuse(refusal::notFound, key.toUtf8()))
                                : NamedSeat{*log, key, known->second.setBy};
}

Result<Recording> NodeCommands::answer(const Request& request) {
    const auto seat = seatNamed(request);
    if (!seat) {
        return errorOf(seat);
    }
    std::optional<PersonId> person;
    if (const auto given = request.arguments.value(word("for"))) {
        const auto named = personNamed(*given);
        if (!named) {
            return errorOf(named);
        }
        person = *named;
    }
    const auto answer = request.command == word("accept") ? SeatAnswer::Accepted : SeatAnswer::Declined;
    return recordOne(seat->log, SeatAnswered{seat->key, seat->setBy, answer, person}, reasonOf(request));
}

Result<Recording> NodeCommands::vacate(const Request& request) {
    const auto seat = seatNamed(request);
    return seat ? recordOne(seat->log, SeatVacated{seat->key, seat->setBy}, reasonOf(request))
                : errorOf(seat);
}

} // namespace bongsu
