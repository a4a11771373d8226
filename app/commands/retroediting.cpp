#include "commands/retroediting.h"

#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "documents/retrofile.h"
#include "documents/starter.h"
#include "domain/base/limits.h"
#include "domain/incident/closing.h"
#include "domain/retro/sectionwords.h"
#include "files/files.h"
#include "wording/manualnames.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// An incident's name is the first word of each of these.
using Recorder = std::function<Result<Recording>(const LogId&, const Incident&)>;
void recordIn(NodeCommands& home, const Asked& asked, const Recorder& make) {
    home.afterDocuments(asked, [&home, asked, make] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        home.tellRecorded(asked, log ? make(*log, *home.node().journal().incident(*log)) : errorOf(log));
    });
}

Text textIn(const QString& given) {
    const QString words = nfc(given);
    return words.isEmpty() ? Text{} : Text{.text = words};
}

Result<Recording> recordingOf(Result<Recorded> recorded) {
    return recorded ? Result<Recording>(Recording{{std::move(*recorded)}, {}}) : errorOf(recorded);
}

// Nothing given is what stands in `otherwise`. Refusal value.out_of_range: no such word.
template <class Enum>
Result<Enum> wordGiven(const Request& request, const char* option, Enum otherwise) {
    const auto given = request.arguments.value(word(option));
    const auto value = given ? fromWord<Enum>(given->toLatin1()) : std::optional(otherwise);
    return value ? Result<Enum>(*value) : refuse(refusal::outOfRange, option);
}

template <class Map>
std::vector<EventId> eventsOf(const Map& map) {
    std::vector<EventId> events;
    for (const auto& [event, value] : map) {
        events.push_back(event);
    }
    return events;
}

std::vector<EventId> versionsOf(const Incident& incident, const QString& section) {
    std::vector<EventId> versions;
    const auto known = incident.retro.sections.find(section);
    if (known != incident.retro.sections.end()) {
        for (const SectionVersion& version : known->second) {
            versions.push_back(version.event);
        }
    }
    return versions;
}

// --- telling

QJsonValue orNull(const std::optional<Moment>& at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}

QJsonValue nameOrNull(NodeCommands& home, const std::optional<PersonId>& person) {
    return person ? QJsonValue(home.personName(*person)) : QJsonValue();
}

QJsonValue wordsOf(NodeCommands& home, const EventId& event) {
    const Text* text = home.node().journal().texts().find(event);
    return text && text->text ? QJsonValue(*text->text) : QJsonValue();
}

QJsonObject versionLine(NodeCommands& home, const QString& section, const SectionVersion& version) {
    return {{word("section"), section},
            {word("version"), version.event.toHex()},
            {word("author"), nameOrNull(home, version.author)},
            {word("at"), toIso(version.at)},
            {word("bytes"), qint64(version.size)},
            {word("openTo"), word(wordOf(version.openTo))}};
}

void tellSteps(NodeCommands& home, Output& output, const Incident& incident) {
    for (const StepLine& line :
         retroStepsOf(home.node().documents(), incident, home.node().system().clock.now())) {
        output.line({{word("step"), line.plan.key},
                     {word("name"), line.plan.name.in(languageInstalled())},
                     {word("state"), word(wordOf(line.state))},
                     {word("owner"), nameOrNull(home, line.owner)},
                     {word("due"), line.due ? QJsonValue(toIso(line.due->at)) : QJsonValue()},
                     {word("doneBy"), nameOrNull(home, line.doneBy)},
                     {word("confirmedBy"), nameOrNull(home, line.confirmedBy)}});
    }
}

// Every section that is to be written, with the versions that stand.
void tellSections(NodeCommands& home, Output& output, const Incident& incident) {
    for (const SectionLine& section : sectionLines(home.node().documents().retroProcess(), incident)) {
        const QString name = section.plan.name.in(languageInstalled());
        const auto versions = incident.retro.sections.find(section.plan.key);
        if (versions == incident.retro.sections.end()) {
            output.line(
                {{word("section"), section.plan.key}, {word("name"), name}, {word("version"), QJsonValue()}});
            continue;
        }
        for (const SectionVersion& version : versions->second) {
            QJsonObject line = versionLine(home, section.plan.key, version);
            line.insert(word("name"), name);
            output.line(line);
        }
    }
}

void tellRemarks(NodeCommands& home, Output& output, const RetroStatus& retro, const QString& section) {
    for (const auto& [event, remark] : retro.remarks) {
        if (section.isEmpty() || remark.section == section) {
            output.line({{word("remark"), event.toHex()},
                         {word("section"), remark.section},
                         {word("author"), nameOrNull(home, remark.author)},
                         {word("at"), toIso(remark.at)},
                         {word("text"), wordsOf(home, event)}});
        }
    }
}

void tellFindings(NodeCommands& home, Output& output, const RetroStatus& retro) {
    for (const auto& [event, finding] : retro.findings) {
        QJsonArray evidence;
        for (const EventId& one : finding.evidence) {
            evidence.append(one.toHex());
        }
        output.line({{word("finding"), event.toHex()},
                     {word("kind"), word(wordOf(finding.kind))},
                     {word("area"), finding.area ? QJsonValue(word(wordOf(*finding.area))) : QJsonValue()},
                     {word("pattern"), finding.pattern},
                     {word("evidence"), evidence},
                     {word("author"), nameOrNull(home, finding.author)},
                     {word("text"), wordsOf(home, event)}});
    }
}

// What was looked at, and what closing still waits for.
void tellSafety(NodeCommands& home, Output& output, const Incident& incident) {
    for (const auto& [check, status] : incident.retro.safety) {
        output.line({{word("safety"), check.first},
                     {word("aspect"), word(wordOf(check.second))},
                     {word("finding"), word(wordOf(status.finding))},
                     {word("by"), nameOrNull(home, status.checkedBy)},
                     {word("at"), toIso(status.at)}});
    }
    for (const auto& [service, aspect] : safetyMissing(incident)) {
        output.line({{word("safety"), service},
                     {word("aspect"), word(wordOf(aspect))},
                     {word("finding"), QJsonValue()}});
    }
}

void tellDocuments(NodeCommands& home, Output& output, const RetroStatus& retro) {
    for (const auto& [event, issued] : retro.issued) {
        QJsonArray asked;
        for (const PersonId& person : issued.asked) {
            const auto answer = issued.answers.find(person);
            asked.append(QJsonObject{{word("person"), home.personName(person)},
                                     {word("answer"), answer == issued.answers.end()
                                                          ? QJsonValue()
                                                          : QJsonValue(word(wordOf(answer->second)))}});
        }
        output.line({{word("document"), event.toHex()},
                     {word("number"), qint64(issued.number)},
                     {word("kind"), word(wordOf(issued.form))},
                     {word("format"), issued.format},
                     {word("bytes"), qint64(issued.size)},
                     {word("by"), nameOrNull(home, issued.issuedBy)},
                     {word("at"), toIso(issued.at)},
                     {word("asked"), asked}});
    }
}

void tellWhole(NodeCommands& home, const Asked& asked, const Incident& incident) {
    Output& output = *asked->output;
    const RetroStatus& retro = incident.retro;
    output.line({{word("incident"), incident.id.toHex()},
                 {word("resolvedAt"), orNull(retro.resolvedAt)},
                 {word("arranged"), retro.arrangedBy.has_value()},
                 {word("subcommittees"), retro.subcommittees},
                 {word("causeLeftOpen"), isCauseLeftOpen(incident)}});
    tellSteps(home, output, incident);
    tellSections(home, output, incident);
    tellRemarks(home, output, retro, {});
    tellFindings(home, output, retro);
    tellSafety(home, output, incident);
    tellDocuments(home, output, retro);
    asked->done(exitcode::done);
}

void tellSection(NodeCommands& home, const Asked& asked, const Incident& incident, const QString& section) {
    const auto known = incident.retro.sections.find(section);
    if (known == incident.retro.sections.end()) {
        asked->fail(Refusal{refusal::notFound, section.toUtf8()});
        return;
    }
    home.node().retro().allWords(incident.id, [&home, asked, section, versions = known->second,
                                               retro = incident.retro](const auto& words) {
        for (const SectionVersion& version : versions) {
            QJsonObject line = versionLine(home, section, version);
            const auto read = words.find(version.event);
            const bool isHere = read != words.end() && read->second;
            line.insert(word("text"), isHere ? QJsonValue(*read->second) : QJsonValue());
            asked->output->line(line);
        }
        tellRemarks(home, *asked->output, retro, section);
        asked->done(exitcode::done);
    });
}

} // namespace

void arrangeRetro(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident& incident) {
        return home.recordOne(
            log, RetroArranged{asked->arguments.has(word("subcommittees")), incident.retro.arrangedBy}, {});
    });
}

void showRetro(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        if (!log) {
            asked->fail(log.error());
            return;
        }
        const Incident& incident = *home.node().journal().incident(*log);
        if (asked->arguments.count() > 1) {
            tellSection(home, asked, incident, nfc(asked->arguments.at(1)));
        } else {
            tellWhole(home, asked, incident);
        }
    });
}

void checkRetroProcess(NodeCommands&, const Asked& asked) {
    const QString path = asked->arguments.at(0);
    if (const auto read =
            understood(asked, path, [](const QByteArray& bytes) { return readRetroProcess(bytes); })) {
        asked->output->line({{word("file"), path},
                             {word("steps"), qint64(read->first.steps.size())},
                             {word("sections"), qint64(read->first.sections.size())},
                             {word("headings"), qint64(read->first.headings.size())}});
        asked->done(exitcode::done);
    }
}

void publishRetroProcess(NodeCommands& home, const Asked& asked) {
    if (const auto read = understood(asked, asked->arguments.at(0),
                                     [](const QByteArray& bytes) { return readRetroProcess(bytes); })) {
        const QString type = documenttype::retrospective.toString();
        home.publish(asked, {{type, type, read->second, {}, nfc(asked->value("reason"))}});
    }
}

void giveRetroStarter(NodeCommands&, const Asked& asked) {
    giveDocument(asked, starterRetrospective(), {{word("type"), documenttype::retrospective.toString()}});
}

namespace {

// The versions that --over names. Where some stand and none is named, their author has not read them: refusal
// stale, with what to name.
Result<std::vector<EventId>> versionsOver(const Request& request, const std::vector<EventId>& versions) {
    std::vector<EventId> over;
    for (const QString& given : request.arguments.values(word("over"))) {
        const auto version = eventAmong(given, versions);
        if (!version) {
            return errorOf(version);
        }
        over.push_back(*version);
    }
    if (!over.empty() || versions.empty()) {
        return over;
    }
    QStringList ids;
    for (const EventId& version : versions) {
        ids.append(QStringLiteral("--over ") + version.toHex().left(16));
    }
    return refuse(refusal::stale, ids.join(u' ').toUtf8());
}

// As --open-to says; else as what it takes the place of, or as the process means it.
Result<OpenTo> openToIn(NodeCommands& home, const Request& request, const Incident& incident,
                        const QString& section, const std::vector<EventId>& over) {
    const RetroSectionPlan* plan = home.node().documents().retroProcess().section(section);
    OpenTo usual = plan ? plan->openTo : OpenTo::Organisation;
    const auto known = incident.retro.sections.find(section);
    if (known != incident.retro.sections.end()) {
        for (const SectionVersion& version : known->second) {
            if (std::find(over.begin(), over.end(), version.event) != over.end()) {
                usual = version.openTo;
                break;
            }
        }
    }
    return wordGiven(request, "open-to", usual);
}

} // namespace

void editSection(NodeCommands& home, const Asked& asked) {
    const QString file = asked->arguments.at(2);
    const auto bytes = file == word("-") ? Result<QByteArray>(asked->input.join('\n'))
                                         : files::read(file, limits::sectionBytes);
    const auto words = bytes ? sectionWordsOfFile(*bytes) : errorOf(bytes);
    if (!words) {
        asked->fail(words.error());
        return;
    }
    recordIn(home, asked,
             [&home, asked, words = *words](const LogId& log, const Incident& incident) -> Result<Recording> {
                 const QString section = nfc(asked->arguments.at(1));
                 const auto over = versionsOver(*asked, versionsOf(incident, section));
                 const auto openTo = over ? openToIn(home, *asked, incident, section, *over) : errorOf(over);
                 return openTo ? recordingOf(home.node().retro().write(log, section, words, *openTo, *over))
                               : errorOf(openTo);
             });
}

void remarkSection(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident& incident) {
        const QString section = nfc(asked->arguments.at(1));
        const auto versions = versionsOf(incident, section);
        return home.recordOne(
            log,
            SectionRemarked{section, versions.size() == 1 ? std::optional(versions.front()) : std::nullopt},
            textIn(asked->arguments.at(2)));
    });
}

void answerRemark(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident& incident) -> Result<Recording> {
        const auto remark = eventAmong(asked->arguments.at(1), eventsOf(incident.retro.remarks));
        return remark ? home.recordOne(log, RemarkSettled{*remark}, textIn(asked->arguments.at(2)))
                      : errorOf(remark);
    });
}

void assignStep(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident& incident) -> Result<Recording> {
        const QString step = nfc(asked->arguments.at(1));
        const auto held = incident.retro.steps.find(step);
        StepAssigned facts{step};
        if (held != incident.retro.steps.end()) {
            facts = {step, held->second.owner, held->second.due, held->second.setBy};
        }
        if (const auto owner = asked->arguments.value(word("owner"))) {
            const auto person = home.personNamed(*owner);
            if (!person) {
                return errorOf(person);
            }
            facts.owner = *person;
        }
        const auto due = dueDayIn(*asked, "due");
        if (!due) {
            return errorOf(due);
        }
        facts.due = *due ? *due : facts.due;
        return home.recordOne(log, facts, {});
    });
}

void settleStep(NodeCommands& home, const Asked& asked) {
    const std::pair<QStringView, WorkOutcome> outcomes[] = {{u"retro done", WorkOutcome::Done},
                                                            {u"retro confirm", WorkOutcome::Confirmed},
                                                            {u"retro drop", WorkOutcome::Dropped},
                                                            {u"retro reopen", WorkOutcome::Reopened}};
    const auto outcome = std::find_if(std::begin(outcomes), std::end(outcomes),
                                      [&asked](const auto& one) { return one.first == asked->command; });
    recordIn(
        home, asked, [&home, asked, outcome = outcome->second](const LogId& log, const Incident& incident) {
            const QString step = nfc(asked->arguments.at(1));
            const auto held = incident.retro.steps.find(step);
            const auto against =
                held == incident.retro.steps.end() ? std::nullopt : std::optional(held->second.setBy);
            return home.recordOne(log, StepSettled{step, outcome, against}, textIn(asked->value("reason")));
        });
}

void addFinding(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident&) -> Result<Recording> {
        FindingAdded facts;
        const auto kind = wordGiven(*asked, "kind", FindingKind::Factor);
        if (!kind) {
            return errorOf(kind);
        }
        facts.findingKind = *kind;
        if (asked->arguments.has(word("area"))) {
            const auto area = wordGiven(*asked, "area", ReviewArea::Organisation);
            if (!area) {
                return errorOf(area);
            }
            facts.area = *area;
        }
        const QString pattern = nfc(asked->value("pattern"));
        facts.pattern = pattern.isEmpty() ? std::nullopt : std::optional(pattern);
        for (const QString& given : asked->arguments.values(word("evidence"))) {
            const auto event = home.eventNamed(given);
            if (!event) {
                return errorOf(event);
            }
            facts.evidence.push_back(event->second);
        }
        return home.recordOne(log, facts, textIn(asked->arguments.at(1)));
    });
}

void dropFinding(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident& incident) -> Result<Recording> {
        const auto finding = eventAmong(asked->arguments.at(1), eventsOf(incident.retro.findings));
        return finding ? home.recordOne(log, FindingDropped{*finding}, textIn(asked->value("reason")))
                       : errorOf(finding);
    });
}

// Without --service of every service that nobody has looked at yet; without --aspect of both.
void stateSafety(NodeCommands& home, const Asked& asked) {
    recordIn(home, asked, [&home, asked](const LogId& log, const Incident& incident) -> Result<Recording> {
        SafetyStated facts;
        const auto finding = wordGiven(*asked, "finding", SafetyFinding::Clean);
        if (!finding) {
            return errorOf(finding);
        }
        facts.finding = *finding;
        for (const QString& given : asked->arguments.values(word("aspect"))) {
            const auto aspect = fromWord<SafetyAspect>(given.toLatin1());
            if (!aspect) {
                return refuse(refusal::outOfRange, "aspect");
            }
            facts.aspects.push_back(*aspect);
        }
        if (facts.aspects.empty()) {
            facts.aspects = {SafetyAspect::CustomerData, SafetyAspect::Security};
        }
        facts.services = nfc(asked->arguments.values(word("service")));
        if (facts.services.empty()) {
            std::set<QString> missing;
            for (const auto& [service, aspect] : safetyMissing(incident)) {
                missing.insert(service);
            }
            facts.services.assign(missing.begin(), missing.end());
        }
        if (const auto given = asked->arguments.value(word("by"))) {
            const auto person = home.personNamed(*given);
            if (!person) {
                return errorOf(person);
            }
            facts.checkedBy = *person;
        }
        return home.recordOne(log, facts, textIn(asked->arguments.at(1)));
    });
}

} // namespace bongsu
