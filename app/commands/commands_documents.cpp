// Commands about what is written in peacetime, the catalogue of services and the manuals, and about many
// services at once.
#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"
#include "commands/seatlines.h"

#include "documents/cataloguefile.h"
#include "documents/manualfile.h"
#include "documents/starter.h"
#include "domain/incident/stating.h"
#include "domain/manual/failuretype.h"
#include "wording/manualnames.h"
#include "wording/manualwords.h"

#include <QJsonArray>

#include <algorithm>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

const QString servicesKey = documenttype::services.toString();
const QString committeeKey = documenttype::committee.toString();

auto catalogueIn(const Asked& asked, const QString& path) {
    return understood(asked, path, [](const QByteArray& bytes) { return readCatalogue(bytes); });
}
auto manualIn(const Asked& asked, const QString& path, const Catalogue* catalogue) {
    return understood(asked, path, [&](const QByteArray& bytes) { return readManual(bytes, catalogue); });
}

// What would be missing if it were needed today is no fault: it is said.
void tellManual(Output& output, const Manual& manual, const std::vector<ReadinessGap>& gaps) {
    for (const QString& line : sentences(gaps, &manual)) {
        output.words(line);
    }
    qsizetype tasks = 0;
    for (const ManualSeat& seat : manual.seats) {
        tasks += qsizetype(seat.tasks.size());
    }
    output.line({{word("ok"), true},
                 {word("manual"), manual.failureType},
                 {word("seats"), qint64(manual.seats.size())},
                 {word("tasks"), tasks}});
}

QString nameOf(Documents::Standing standing) {
    switch (standing) {
    case Documents::Standing::Coming:
        return word("coming");
    case Documents::Standing::Here:
        return word("here");
    case Documents::Standing::Unreadable:
        return word("unreadable");
    case Documents::Standing::Lost:
        return word("lost");
    case Documents::Standing::None:
        break;
    }
    return word("none");
}

} // namespace

void NodeCommands::checkServices(const Asked& asked) {
    const auto read = catalogueIn(asked, asked->arguments.at(0));
    if (!read) {
        return;
    }
    const Catalogue& catalogue = read->first;
    qsizetype functions = 0;
    for (const CatalogueService& service : catalogue.services) {
        functions += qsizetype(service.functions.size());
    }
    asked->output->line({{word("ok"), true},
                         {word("sites"), qint64(catalogue.sites.size())},
                         {word("departments"), qint64(catalogue.departments.size())},
                         {word("groups"), qint64(catalogue.groups.size())},
                         {word("services"), qint64(catalogue.services.size())},
                         {word("functions"), functions}});
    asked->done(exitcode::done);
}

void NodeCommands::publishServices(const Asked& asked) {
    if (const auto read = catalogueIn(asked, asked->arguments.at(0))) {
        publish(asked, {{servicesKey, servicesKey, read->second, {}, asked->value("reason").trimmed()}});
    }
}

void NodeCommands::showServices(const Asked& asked) {
    afterDocuments(asked, [this, asked] { showDocument(asked, documenttype::services, servicesKey); });
}

// What a manual's departments are compared with: the file that is named, else what was published.
void NodeCommands::checkManual(const Asked& asked) {
    afterDocuments(asked, [this, asked] {
        Catalogue catalogue = m_node.documents().catalogue();
        bool isKnown = !catalogue.departments.empty();
        if (const QString path = asked->value("services"); !path.isEmpty()) {
            auto read = catalogueIn(asked, path);
            if (!read) {
                return;
            }
            catalogue = std::move(read->first);
            isKnown = true;
        }
        if (const auto read = manualIn(asked, asked->arguments.at(0), isKnown ? &catalogue : nullptr)) {
            const auto people = knownPeople(m_journal);
            const auto gaps = gapsOf(read->first, {.published = true,
                                                   .now = m_node.system().clock.now(),
                                                   .people = people,
                                                   .catalogue = isKnown ? &catalogue : nullptr});
            // Where nobody is known, everything would be missing.
            tellManual(*asked->output, read->first, people.empty() ? std::vector<ReadinessGap>() : gaps);
            asked->done(exitcode::done);
        }
    });
}

// All of them are right, or none is published.
void NodeCommands::publishManuals(const Asked& asked) {
    afterDocuments(asked, [this, asked] {
        const Catalogue catalogue = m_node.documents().catalogue();
        std::vector<Published> documents;
        for (const QString& path : asked->arguments.from(0)) {
            const auto read = manualIn(asked, path, catalogue.departments.empty() ? nullptr : &catalogue);
            if (!read) {
                return;
            }
            const Manual& manual = read->first;
            const auto same = [&](const Published& one) { return one.key == manual.failureType; };
            if (std::any_of(documents.begin(), documents.end(), same)) {
                asked->fail(Refusal{refusal::ambiguous, manual.failureType.toUtf8()});
                return;
            }
            documents.push_back({documenttype::manual.toString(), manual.failureType, read->second,
                                 manual.name.in(languageInstalled()), asked->value("reason").trimmed()});
        }
        publish(asked, documents);
    });
}

void NodeCommands::publish(const Asked& asked, const std::vector<Published>& documents) {
    auto recording = std::make_shared<Recording>();
    std::vector<std::pair<QString, QString>> keys;
    for (const Published& document : documents) {
        auto recorded = m_journal.publish(document);
        if (!recorded) {
            asked->fail(recorded.error());
            return;
        }
        recording->events.push_back(std::move(*recorded));
        keys.emplace_back(document.type, document.key);
    }
    recording->say = [this, keys, events = recording->events](Output& output) {
        for (std::size_t i = 0; i < keys.size(); ++i) {
            QJsonObject line = eventLine(events[i].event);
            line.insert(word("type"), keys[i].first);
            line.insert(word("key"), keys[i].second);
            output.line({{word("published"), line}});
        }
    };
    awaitVerdicts(asked, recording);
}

QJsonObject NodeCommands::documentLine(QStringView type, const QString& key) const {
    QJsonObject line{{word("type"), type.toString()},
                     {word("key"), key},
                     {word("standing"), nameOf(m_node.documents().standing(type, key))}};
    const DocumentRecord* record = m_journal.organisation().document(type, key);
    if (record) {
        line.insert(word("event"), record->event.toHex());
        line.insert(word("publishedAt"), toIso(record->at));
        line.insert(word("by"), record->by
                                    ? m_journal.texts().personName(m_journal.organisation(), *record->by)
                                    : QString());
        const auto own = m_journal.person();
        line.insert(word("readBy"), qint64(record->readBy.size()));
        line.insert(word("readByMe"), own && record->readBy.contains(*own));
    } else if (type == documenttype::manual && !starterManual(key).isEmpty()) {
        line.insert(word("standing"), word("starter"));
    }
    return line;
}

// As it was written; what this program cannot read, too.
void NodeCommands::showDocument(const Asked& asked, QStringView type, const QString& key) {
    const QJsonObject line = documentLine(type, key);
    const DocumentRecord* record = m_journal.organisation().document(type, key);
    if (record) {
        m_node.documents().read(record->event, [asked, line](const Result<QByteArray>& bytes) {
            bytes ? giveDocument(asked, *bytes, line) : asked->fail(bytes.error());
        });
        return;
    }
    const QByteArray starter = type == documenttype::manual ? starterManual(key) : QByteArray();
    if (starter.isEmpty()) {
        asked->output->words(tr("Nothing was published under this name. \"manual list\" says what there is, "
                                "and \"manual starter\" gives files to begin with."));
        asked->fail(Refusal{refusal::notFound, key.toUtf8()});
        return;
    }
    giveDocument(asked, starter, line);
}

void NodeCommands::showManual(const Asked& asked) {
    afterDocuments(asked,
                   [this, asked] { showDocument(asked, documenttype::manual, nfc(asked->arguments.at(0))); });
}

void NodeCommands::listManuals(const Asked& asked) {
    afterDocuments(asked, [this, asked] {
        for (const QString& type : m_node.documents().failureTypes()) {
            QJsonObject line = documentLine(documenttype::manual, type);
            line.insert(word("name"), nameOfFailureType(type));
            if (const auto held = m_node.documents().manual(type)) {
                line.insert(word("name"), held->manual->name.in(languageInstalled()));
                line.insert(word("reviewed"), held->manual->reviewed);
                line.insert(word("seats"), qint64(held->manual->seats.size()));
            }
            asked->output->line(line);
        }
        asked->done(exitcode::done);
    });
}

void NodeCommands::starter(const Asked& asked) {
    const QString wanted = asked->arguments.at(0);
    if (wanted.isEmpty()) {
        asked->output->line({{word("starter"), servicesKey}});
        asked->output->line({{word("starter"), committeeKey}});
        for (const QStringView key : failureTypeKeys) {
            asked->output->line(
                {{word("starter"), key.toString()}, {word("name"), nameOfFailureType(key.toString())}});
        }
        asked->done(exitcode::done);
        return;
    }
    const QByteArray bytes = wanted == servicesKey    ? starterCatalogue()
                             : wanted == committeeKey ? starterCommittee()
                                                      : starterManual(wanted);
    if (bytes.isEmpty()) {
        asked->fail(Refusal{refusal::notFound, wanted.toUtf8()});
        return;
    }
    giveDocument(asked, bytes, {{word("starter"), wanted}});
}

void NodeCommands::setServices(const Asked& asked) {
    afterDocuments(asked, [this, asked] { tellRecorded(asked, stated(*asked)); });
}

Result<Recording> NodeCommands::stated(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    const auto state = fromWord<ServiceState>(request.arguments.at(1).toUtf8());
    if (!log || !state) {
        return log ? refuse(refusal::outOfRange, "state") : errorOf(log);
    }
    const Documents& documents = m_node.documents();
    if (documents.standing(documenttype::services, servicesKey) != Documents::Standing::Here) {
        request.output->words(tr(
            "No catalogue of services is on this device, so none can be chosen by site or group. Nothing was "
            "recorded. Connect once to fetch it, publish one with \"services publish FILE\", or name each "
            "with \"service\"."));
        return refuse(refusal::notFound, "services.yaml");
    }
    const ServiceChoice choice{nfc(request.arguments.values(word("site"))),
                               nfc(request.arguments.values(word("group"))),
                               nfc(request.arguments.values(word("service")))};
    const auto services = chosenServices(documents.catalogue(), choice);
    if (!services) {
        return errorOf(services);
    }
    Recording recording;
    std::vector<QJsonArray> stated;
    for (const ServiceStated& facts : statementsOf(*services, *state, choice)) {
        auto recorded = m_journal.record(*log, facts, {});
        if (!recorded) {
            return errorOf(recorded);
        }
        recording.events.push_back(std::move(*recorded));
        stated.push_back(
            QJsonArray::fromStringList(QStringList(facts.services.begin(), facts.services.end())));
    }
    recording.say = [this, stated, events = recording.events](Output& output) {
        for (std::size_t i = 0; i < stated.size(); ++i) {
            QJsonObject line = eventLine(events[i].event);
            line.insert(word("services"), stated[i]);
            output.line(line);
        }
    };
    return recording;
}

} // namespace bongsu
