#include "commands/servicecommands.h"

#include "commands/given.h"
#include "commands/nodecommands.h"
#include "commands/recording.h"

#include "domain/incident/servicing.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QJsonValue textOrNull(const QString& text) {
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}
QJsonValue isoOr(const std::optional<Moment>& at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}
QJsonObject rangeOf(const CountRange& range) {
    return {{word("from"), qint64(range.from)}, {word("to"), qint64(range.to)}};
}

const char* wordOfOwner(OwnerWord owner) {
    return owner == OwnerWord::Confirmed ? "confirmed"
           : owner == OwnerWord::Waiting ? "waiting"
                                         : "not_asked";
}

QJsonObject lineOf(NodeCommands& home, const ServiceView& view) {
    QJsonArray hit;
    for (const auto& [platform, impact] : view.impacts) {
        QJsonObject one{{word("platform"), textOrNull(platform)}, {word("since"), toIso(impact.since)}};
        if (impact.permille) {
            one.insert(word("permille"), rangeOf(*impact.permille));
        }
        if (impact.users) {
            one.insert(word("users"), rangeOf(*impact.users));
        }
        hit.append(one);
    }
    QJsonObject line{{word("service"), view.line.key.service},
                     {word("function"), textOrNull(view.line.key.function)},
                     {word("state"), word(wordOf(view.line.state))},
                     {word("since"), isoOr(view.line.since)},
                     {word("owner"), view.service ? textOrNull(view.service->department) : QJsonValue()},
                     {word("ownerWord"), word(wordOfOwner(view.owner))},
                     {word("outSince"), isoOr(view.outSince)},
                     {word("overRtoMs"), view.over ? QJsonValue(qint64(view.over->count())) : QJsonValue()},
                     {word("hit"), hit}};
    if (view.expected) {
        line.insert(word("expectedAt"), isoOr(view.expected->at));
        line.insert(word("expectedChanges"), qint64(view.expected->changes));
        line.insert(word("expectedBy"),
                    view.expected->owner ? home.personName(*view.expected->owner) : QString());
        line.insert(word("expectedPassed"), view.expectedPassed);
    }
    return line;
}

const Catalogue& catalogueOf(NodeCommands& home) {
    return home.node().documents().catalogue();
}

void confirm(NodeCommands& home, const Asked& asked, const LogId& log) {
    Journal& journal = home.node().journal();
    auto states =
        toConfirm(*journal.incident(log), journal.organisation(), &catalogueOf(home), *journal.person());
    const auto wanted = nfc(asked->arguments.values(word("service")));
    if (!wanted.empty()) {
        std::erase_if(states, [&](const StateNamed& named) {
            return std::find(wanted.begin(), wanted.end(), named.service) == wanted.end();
        });
    }
    if (states.empty()) {
        asked->output->words(NodeCommands::tr(
            "No service of your department waits for your word, so nothing was recorded. \"services status "
            "INCIDENT\" says what each waits for; \"person set NAME --department KEY\" says whose you are."));
        asked->fail(Refusal{refusal::notFound, "service"});
        return;
    }
    Recording recording;
    for (const ServicesConfirmed& act : confirmationsOf(states)) {
        auto recorded = journal.record(log, act, {});
        if (!recorded) {
            asked->fail(recorded.error());
            return;
        }
        recording.events.push_back(*recorded);
    }
    home.tellRecorded(asked, recording);
}

// A time, minutes from now ("+90"), or "unknown": nobody can tell. Refusal value.out_of_range.
Result<std::optional<Moment>> expectedIn(const QString& given, Moment now) {
    if (given == word("unknown")) {
        return std::optional<Moment>();
    }
    if (const auto at = momentFromIso(given)) {
        return at;
    }
    bool isNumber = false;
    const int minutes = given.startsWith(u'+') ? given.mid(1).toInt(&isNumber) : 0;
    constexpr int aMonth = 60 * 24 * 31;
    if (!isNumber || minutes <= 0 || minutes > aMonth) {
        return refuse(refusal::outOfRange, "time");
    }
    return std::optional(now + std::chrono::minutes(minutes));
}

Result<Recording> expected(NodeCommands& home, const Request& request) {
    const auto log = home.incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const auto at = expectedIn(request.arguments.at(1), home.node().system().clock.now());
    if (!at) {
        return errorOf(at);
    }
    const ServiceKey key{nfc(request.value("service")), nfc(request.value("function"))};
    RecoveryExpected facts = expectationOf(*home.node().journal().incident(*log), key, *at);
    if (const auto owner = request.arguments.value(word("owner"))) {
        const auto person = home.personNamed(*owner);
        if (!person) {
            return errorOf(person);
        }
        facts.owner = *person;
    }
    Text text = reasonOf(request);
    if (const QString basis = request.value("basis").trimmed(); !basis.isEmpty()) {
        text.basis = basis;
    }
    return home.recordOne(*log, facts, text);
}

Result<Recording> impact(NodeCommands& home, const Request& request) {
    const auto log = home.incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const auto hit = parseUsersHit(request.arguments.at(1));
    if (!hit) {
        return refuse(refusal::outOfRange, "impact");
    }
    ImpactStated facts;
    facts.services = nfc(request.arguments.values(word("service")));
    const auto given = [&](const char* option) {
        const QString value = nfc(request.value(option));
        return value.isEmpty() ? std::nullopt : std::optional(value);
    };
    facts.function = given("function");
    facts.platform = given("platform");
    (hit->isShare ? facts.permille : facts.users) = hit->range;
    return home.recordOne(*log, facts, {});
}

Result<Recording> cause(NodeCommands& home, const Request& request) {
    const auto log = home.incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const auto certainty = fromWord<Certainty>(request.arguments.at(1).toLatin1());
    if (!certainty) {
        return refuse(refusal::outOfRange, "certainty");
    }
    CauseStated facts{{}, *certainty, home.node().journal().incident(*log)->cause.setBy, {}};
    if (const auto by = request.arguments.value(word("by"))) {
        const auto person = home.personNamed(*by);
        if (!person) {
            return errorOf(person);
        }
        facts.confirmedBy = *person;
    }
    const QString words = request.arguments.at(2).trimmed();
    return home.recordOne(*log, facts, words.isEmpty() ? Text{} : textOf(words));
}

} // namespace

void tellServices(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        if (!log) {
            asked->fail(log.error());
            return;
        }
        const Journal& journal = home.node().journal();
        for (const ServiceView& view : serviceViews(*journal.incident(*log), journal.organisation(),
                                                    &catalogueOf(home), home.node().system().clock.now())) {
            asked->output->line(lineOf(home, view));
        }
        asked->done(exitcode::done);
    });
}

void confirmServices(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        log ? confirm(home, asked, *log) : asked->fail(log.error());
    });
}

void stateImpact(NodeCommands& home, const Asked& asked) {
    home.tellRecorded(asked, impact(home, *asked));
}

void expectRecovery(NodeCommands& home, const Asked& asked) {
    home.tellRecorded(asked, expected(home, *asked));
}

void stateCause(NodeCommands& home, const Asked& asked) {
    home.tellRecorded(asked, cause(home, *asked));
}

} // namespace bongsu
