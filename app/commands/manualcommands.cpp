#include "commands/manualcommands.h"

#include "commands/given.h"
#include "commands/nodecommands.h"

#include "domain/manual/attaching.h"
#include "wording/manualnames.h"
#include "wording/manualwords.h"

namespace bongsu {

namespace {

using Held = Documents::HeldManual;

QString word(const char* text) {
    return QString::fromLatin1(text);
}

constexpr std::array changeWords{
    "seat_added", "seat_removed", "holders_changed", "time_changed",     "reports_changed",
    "duty_added", "duty_removed", "decision_added",  "decision_removed", "escalations_changed",
    "task_added", "task_removed", "task_changed",    "criteria_changed"};
static_assert(changeWords.size() == std::size_t(ManualChange::Last));

QString versionWord(const std::optional<EventId>& version) {
    return version ? version->toHex() : word("starter");
}

void tellDifferences(const Asked& asked, const Held& before, const Held& after) {
    const auto differences = differencesBetween(*before.manual, *after.manual);
    for (const ManualDifference& one : differences) {
        asked->output->line({{word("change"), word(changeWords[std::size_t(one.change) - 1])},
                             {word("seat"), one.seat},
                             {word("text"), sentence(one, languageInstalled())}});
    }
    asked->output->line({{word("type"), after.manual->failureType},
                         {word("from"), versionWord(before.version)},
                         {word("to"), versionWord(after.version)},
                         {word("differences"), qint64(differences.size())}});
    asked->done(exitcode::done);
}

// An incident's own against the newest of its type.
void diffIncident(NodeCommands& home, const Asked& asked, const LogId& log) {
    Documents& documents = home.node().documents();
    const auto held = documents.manualOf(*home.node().journal().incident(log));
    if (!held) {
        asked->output->words(NodeCommands::tr(
            "No manual of this incident is known on this device: nobody has said what kind of "
            "failure it is, or its manual has not arrived. \"manual attach INCIDENT TYPE\" says "
            "it; connecting to the relay fetches it."));
        asked->fail(Refusal{refusal::notFound, log.toHex().toUtf8()});
        return;
    }
    const auto newer = documents.newerThan(*held);
    tellDifferences(asked, *held, newer ? newer->newest : *held);
}

// A published version by the beginning of its event's id.
Result<EventId> versionNamed(const NodeCommands& home, const QString& given) {
    const auto found = home.eventNamed(given);
    return found ? Result<EventId>(found->second) : errorOf(found);
}

using Then = std::function<void(const Held&)>;

// A command that finds no manual there is at its end.
void withVersion(NodeCommands& home, const Asked& asked, const EventId& version, const Then& then) {
    home.node().documents().readManualOf(
        version, [asked, then](const Result<Held>& held) { held ? then(*held) : asked->fail(held.error()); });
}

// The version before the newest: that which its publication names, else what ships with the program.
void withVersionBefore(NodeCommands& home, const Asked& asked, const Held& newest, const Then& then) {
    Journal& journal = home.node().journal();
    const LogId log = LogId::of(*journal.organisationId());
    journal.row(log, *newest.version, [&home, asked, newest, then](const Result<TimelineRow>& row) {
        const auto* published = row ? std::get_if<DocumentPublished>(&row->facts) : nullptr;
        if (published && published->against) {
            withVersion(home, asked, *published->against, then);
            return;
        }
        const auto shipped = home.node().documents().starter(newest.manual->failureType);
        shipped ? then(*shipped) : then(newest); // an own type's first version has nothing before it
    });
}

// "starter": what ships with the program for this type.
void withNamed(NodeCommands& home, const Asked& asked, const QString& type, const QString& given,
               const Then& then) {
    if (given == word("starter")) {
        const auto shipped = home.node().documents().starter(type);
        shipped ? then(*shipped) : asked->fail(Refusal{refusal::notFound, given.toUtf8()});
        return;
    }
    const auto version = versionNamed(home, given);
    version ? withVersion(home, asked, *version, then) : asked->fail(version.error());
}

void diffVersions(NodeCommands& home, const Asked& asked, const QString& type) {
    const auto newest = home.node().documents().manual(type);
    if (!newest) {
        asked->output->words(
            NodeCommands::tr("There is no manual under this name here, and no incident begins "
                             "so. \"manual list\" says what there is."));
        asked->fail(Refusal{refusal::notFound, type.toUtf8()});
        return;
    }
    const Then withAfter = [&home, asked, type](const Held& after) {
        const Then tell = [asked, after](const Held& before) { tellDifferences(asked, before, after); };
        if (const QString from = asked->value("from"); !from.isEmpty()) {
            withNamed(home, asked, type, from, tell);
        } else if (after.version) {
            withVersionBefore(home, asked, after, tell);
        } else {
            tell(after); // nothing was published
        }
    };
    const QString to = asked->value("to");
    to.isEmpty() ? withAfter(*newest) : withNamed(home, asked, type, to, withAfter);
}

void attach(NodeCommands& home, const Asked& asked, const LogId& log, const Documents::NamedVersion& named,
            const QString& name) {
    const Incident& incident = *home.node().journal().incident(log);
    auto recording = home.recordOne(log, attachmentOf(incident, named.version), Text{.name = name});
    if (recording) {
        if (named.published) {
            recording->events.push_back(*named.published);
        }
        recording->say = [&home, version = named.version,
                          event = recording->events.front().event](Output& output) {
            QJsonObject line = home.eventLine(event);
            line.insert(word("manual"), version.toHex());
            output.line(line);
            output.words(
                NodeCommands::tr("The incident goes by this manual now. Nothing that runs has changed; "
                                 "\"call INCIDENT\" calls whoever its new seats propose and adds its new "
                                 "tasks."));
        };
    }
    home.tellRecorded(asked, std::move(recording));
}

// The newest of a type; what ships with the program is published first, by whoever may.
void attachType(NodeCommands& home, const Asked& asked, const LogId& log, const QString& type) {
    Documents& documents = home.node().documents();
    if (type.isEmpty()) {
        asked->output->words(
            NodeCommands::tr("Nobody has said what kind of failure this is. Nothing was recorded. "
                             "Name it: manual attach INCIDENT TYPE; \"manual list\" says which "
                             "there are."));
        asked->fail(Refusal{refusal::outOfRange, "type"});
        return;
    }
    const auto held = documents.manual(type);
    if (held && !held->version && !documents.mayPublish()) {
        asked->output->words(NodeCommands::tr(
            "No manual was published for this kind of failure, and what ships with the program is "
            "published by commanders and admins only. Nothing was recorded. Ask one of them to "
            "attach it, or call people with \"call INCIDENT --failure-type TYPE\"."));
        asked->fail(Refusal{refusal::notPermitted});
        return;
    }
    const auto version = documents.versionToName(type);
    if (!version) {
        asked->fail(version.error());
        return;
    }
    attach(home, asked, log, *version, held->manual->name.in(languageInstalled()));
}

QString typeOf(Documents& documents, const Incident& incident) {
    const auto held = documents.manualOf(incident);
    return held ? held->manual->failureType : incident.failureType.value_or(QString());
}

} // namespace

void diffManual(NodeCommands& home, const Asked& asked) {
    const QString given = nfc(asked->arguments.at(0));
    const auto log = home.incidentNamed(given);
    if (log) {
        home.node().documents().manualOf(*home.node().journal().incident(*log)); // on its way from now on
    }
    home.afterDocuments(asked, [&home, asked, given, log] {
        log ? diffIncident(home, asked, *log) : diffVersions(home, asked, given);
    });
}

void attachManual(NodeCommands& home, const Asked& asked) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    home.node().documents().manualOf(*home.node().journal().incident(*log)); // as in diffManual()
    home.afterDocuments(asked, [&home, asked, log = *log] {
        Documents& documents = home.node().documents();
        const QString given = nfc(asked->arguments.at(1));
        const auto version = versionNamed(home, given);
        if (version && documents.standing(documenttype::manual, given) == Documents::Standing::None) {
            withVersion(home, asked, *version, [&home, asked, log, version = *version](const Held& held) {
                attach(home, asked, log, {version}, held.manual->name.in(languageInstalled()));
            });
            return;
        }
        const Incident& incident = *home.node().journal().incident(log);
        attachType(home, asked, log, given.isEmpty() ? typeOf(documents, incident) : given);
    });
}

void recordManualRead(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const QString type = nfc(asked->arguments.at(0));
        Journal& journal = home.node().journal();
        const DocumentRecord* document = journal.organisation().document(documenttype::manual, type);
        if (!document) {
            asked->output->words(
                NodeCommands::tr("No manual was published for this kind of failure, so nobody can have read "
                                 "it. Nothing was recorded. \"manual list\" says what there is."));
            asked->fail(Refusal{refusal::notFound, type.toUtf8()});
            return;
        }
        home.tellRecorded(
            asked, home.recordOne(LogId::of(*journal.organisationId()), DocumentRead{document->event}, {}));
    });
}

} // namespace bongsu
