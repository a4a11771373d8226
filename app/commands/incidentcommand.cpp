#include "commands/incidentcommand.h"

#include "commands/given.h"
#include "commands/nodecommands.h"

#include "journal/hindsight.h"
#include "report/jsonform.h"
#include "wording/sentence.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QJsonArray servicesOf(const Incident& incident) {
    QJsonArray services;
    for (const auto& [key, status] : incident.serviceStates) {
        services.append(QJsonObject{{word("service"), key.service},
                                    {word("function"), key.function},
                                    {word("state"), word(wordOf(status.state))},
                                    {word("since"), toIso(status.since)}});
    }
    return services;
}

QJsonArray blockersOf(const Incident& incident, const Texts& texts) {
    QJsonArray blockers;
    for (const auto& [event, blocker] : incident.blockers) {
        const Text* text = texts.find(event);
        blockers.append(QJsonObject{{word("event"), event.toHex()},
                                    {word("site"), blocker.site.value_or(QString())},
                                    {word("text"), text ? text->text.value_or(QString()) : QString()},
                                    {word("party"), text ? text->party.value_or(QString()) : QString()}});
    }
    return blockers;
}

QJsonObject incidentObject(const Journal& journal, const Incident& incident, QJsonArray holds) {
    for (const auto& [site, hold] : incident.holds) {
        holds.append(site);
    }
    const auto person = [&journal](const PersonId& id) {
        return journal.texts().personName(journal.organisation(), id);
    };
    return {{word("incident"), incident.id.toHex()},
            {word("title"), journal.texts().title(incident)},
            {word("grade"), word(wordOf(incident.grade.value))},
            {word("phase"), word(wordOf(incident.phase.value))},
            {word("commander"), person(incident.command.person)},
            {word("commanderId"), incident.command.person.toHex()},
            {word("acting"), incident.command.acting},
            {word("meeting"), journal.texts().meeting(incident)},
            {word("began"), isoOrNull(incident.began)},
            {word("ended"), isoOrNull(incident.ended)},
            {word("services"), servicesOf(incident)},
            {word("holds"), holds},
            {word("blockers"), blockersOf(incident, journal.texts())},
            {word("joinedInto"),
             incident.joinedInto.value ? QJsonValue(incident.joinedInto.value->toHex()) : QJsonValue()},
            {word("lines"), qint64(incident.counts.lines)},
            {word("decisions"), qint64(incident.counts.decisions)},
            {word("notices"), qint64(incident.counts.notices)}};
}

void tellPast(NodeCommands& home, const Asked& asked, const AsOf& found) {
    if (!found.past.incident) {
        asked->fail(Refusal{refusal::notFound, "as-of"}); // nothing was recorded by then
        return;
    }
    QJsonObject line = incidentObject(home.node().journal(), *found.past.incident, {});
    line.insert(word("asOf"), toIso(found.at));
    line.insert(word("seq"), qint64(found.past.seq));
    asked->output->line(line);
    asked->done(exitcode::done);
}

} // namespace

void tellIncident(NodeCommands& home, const Asked& asked) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    const auto asOf = timeIn(*asked, "as-of");
    if (!log || !asOf) {
        asked->fail(log ? asOf.error() : log.error());
        return;
    }
    Journal& journal = home.node().journal();
    if (*asOf) {
        const auto hindsight = std::make_shared<Hindsight>(journal);
        hindsight->ask(*log, **asOf, [&home, asked, hindsight](const Result<AsOf>& found) {
            if (found) {
                tellPast(home, asked, *found);
            } else {
                asked->fail(found.error());
            }
        });
        return;
    }
    const Incident& incident = *journal.incident(*log);
    if (const QString beyond = beyondThisVersion(journal.organisation(), incident); !beyond.isEmpty()) {
        asked->output->words(beyond);
    }
    QJsonArray heldEverywhere; // by the organisation
    for (const auto& [site, hold] : journal.organisation().holds) {
        heldEverywhere.append(site);
    }
    asked->output->line(incidentObject(journal, incident, heldEverywhere));
    asked->done(exitcode::done);
}

} // namespace bongsu
