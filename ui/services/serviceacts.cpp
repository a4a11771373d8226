#include "ui/services/serviceacts.h"

#include "domain/incident/composerline.h"
#include "domain/incident/servicedetail.h"
#include "ui/services/servicewords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QWidget>

namespace bongsu {

namespace {

constexpr std::array statesOffered{ServiceState::MajorOutage, ServiceState::PartialOutage,
                                   ServiceState::Degraded,    ServiceState::Recovering,
                                   ServiceState::Operational, ServiceState::Unknown};
constexpr std::array certaintiesOffered{Certainty::Suspected, Certainty::Confirmed, Certainty::Investigating};

std::set<QString> servicesOf(const Incident& incident) {
    std::set<QString> names(incident.services.begin(), incident.services.end());
    for (const auto& [key, status] : incident.serviceStates) {
        names.insert(key.service);
    }
    return names;
}

} // namespace

ServiceActs::ServiceActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page)
    : PageActs(parts, sheet, page) {}

void ServiceActs::addTo(Actions& actions) {
    const auto add = [&](const char* name, const QKeySequence& keys, void (ServiceActs::*act)()) {
        actions.add({.name = name, .keys = keys, .run = [this, act] {
                         if (incident()) {
                             (this->*act)();
                         }
                     }});
    };
    add(QT_TRANSLATE_NOOP("Action", "State services"), Qt::CTRL | Qt::SHIFT | Qt::Key_S,
        &ServiceActs::stateServices);
    add(QT_TRANSLATE_NOOP("Action", "Confirm my services"), Qt::Key_F7, &ServiceActs::confirm);
    add(QT_TRANSLATE_NOOP("Action", "How many users are hit"), Qt::CTRL | Qt::Key_F7, &ServiceActs::hit);
    add(QT_TRANSLATE_NOOP("Action", "State the cause"), Qt::CTRL | Qt::SHIFT | Qt::Key_F7,
        &ServiceActs::stateCause);
    add(QT_TRANSLATE_NOOP("Action", "When it is expected back"), Qt::SHIFT | Qt::Key_F7,
        &ServiceActs::expect);
    add(QT_TRANSLATE_NOOP("Action", "Something is blocked"), Qt::CTRL | Qt::SHIFT | Qt::Key_B,
        &ServiceActs::raiseBlocker);
    add(QT_TRANSLATE_NOOP("Action", "It is blocked no longer"), {}, &ServiceActs::clearBlocker);
}

// All services of the incident are chosen at first: on the worst day they all went at once.
void ServiceActs::stateServices() {
    askServices({.title = tr("Which services?"),
                 .words = servicesOf(*incident()).empty()
                              ? tr("None is named yet: write their names.")
                              : tr("Space takes one out; others can be written below."),
                 .does = tr("Next: their state")},
                true, [this](const std::vector<QString>& services) {
                    ServiceStated facts;
                    facts.services = services;
                    askState(facts);
                });
}

void ServiceActs::state(const ServiceKey& what) {
    if (what.service.isEmpty()) {
        stateServices();
        return;
    }
    ServiceStated facts;
    facts.services = {what.service};
    facts.function = what.function.isEmpty() ? std::nullopt : std::optional(what.function);
    askState(facts);
}

void ServiceActs::askServices(Question which, bool allChosen,
                              std::function<void(const std::vector<QString>&)> then) {
    const auto names = servicesOf(*incident());
    const std::vector<QString> services(names.begin(), names.end());
    which.many = true;
    for (const QString& service : services) {
        which.options.push_back({service, {}, allChosen || services.size() == 1});
    }
    which.line = tr("Other services, divided by commas");
    which.lineNeeded = services.empty();
    which.answer = [this, services, then](const std::vector<int>& chosen, const QString& line) {
        std::vector<QString> all;
        for (const int row : chosen) {
            all.push_back(services[std::size_t(row)]);
        }
        const std::vector<QString> others = namesIn(line);
        all.insert(all.end(), others.begin(), others.end());
        if (all.empty()) {
            return tr("Choose or write at least one service.");
        }
        askNext([then, all] { then(all); });
        return QString();
    };
    sheet().ask(std::move(which));
}

void ServiceActs::askState(const ServiceStated& facts) {
    const QStringList names(facts.services.begin(), facts.services.end());
    const QString what = facts.function ? nameOf(ServiceKey{names.front(), *facts.function})
                                        : names.join(QStringLiteral(", "));
    Question state{.title = filled(tr("State of %1"), {what})};
    for (const ServiceState one : statesOffered) {
        state.options.push_back({nameOf(one)});
    }
    state.line = tr("What is known, if anything");
    state.does = tr("Record");
    state.answer = [this, facts](const std::vector<int>& chosen, const QString& line) {
        ServiceStated stated = facts;
        stated.state = statesOffered[std::size_t(chosen.front())];
        return record(stated, Text{.text = given(line)},
                      filled(tr("%1: recorded for %2."),
                             {nameOf(stated.state), QString::number(stated.services.size())}));
    };
    sheet().ask(std::move(state));
}

// One thing to confirm, however many services: all of them are chosen, and Enter is enough.
void ServiceActs::confirm() {
    const auto waiting =
        journal().person()
            ? toConfirm(*incident(), journal().organisation(),
                        parts().documents ? &parts().documents->catalogue() : nullptr, *journal().person())
            : std::vector<StateNamed>();
    if (waiting.empty()) {
        Q_EMIT done(tr("No service of yours waits for your word."));
        return;
    }
    Question question{.title = tr("Is this so?"),
                      .words =
                          tr("Others stated these services of yours. What is not so, take out with Space and "
                             "state it yourself."),
                      .many = true,
                      .line = tr("What you know of it, if anything"),
                      .does = tr("It is so")};
    for (const StateNamed& named : waiting) {
        const auto& status =
            incident()->serviceStates.at({named.service, named.function.value_or(QString())});
        question.options.push_back({nameOf(ServiceKey{named.service, named.function.value_or(QString())}),
                                    statedWords(status), true});
    }
    question.answer = [this, waiting](const std::vector<int>& chosen, const QString& line) {
        std::vector<StateNamed> states;
        for (const int row : chosen) {
            states.push_back(waiting[std::size_t(row)]);
        }
        if (states.empty()) {
            return tr("Nothing is chosen. Esc leaves it as it is.");
        }
        QString why;
        for (const ServicesConfirmed& act : confirmationsOf(states)) {
            why = record(act, Text{.text = given(line)},
                         filled(tr("Confirmed: %1 services"), {QString::number(states.size())}));
        }
        return why;
    };
    sheet().ask(std::move(question));
}

// "중단 10/15 15:30 박도윤": whoever answers for it sees who said so, and of which day.
QString ServiceActs::statedWords(const ServiceStatus& status) const {
    QStringList words{nameOf(status.state), shortClockSeenFrom(status.since, parts().clock.now()),
                      status.by ? personName(*status.by) : QString()};
    words.removeAll(QString());
    return words.join(QStringLiteral("  "));
}

void ServiceActs::hit() {
    askServices({.title = tr("Whose users are hit?"),
                 .words = tr("Those that are hit alike."),
                 .does = tr("Next: how many")},
                false, [this](const std::vector<QString>& services) {
                    ImpactStated facts;
                    facts.services = services;
                    askHit(facts);
                });
}

void ServiceActs::hit(const ServiceKey& what) {
    if (what.service.isEmpty()) {
        hit();
        return;
    }
    ImpactStated facts;
    facts.services = {what.service};
    facts.function = what.function.isEmpty() ? std::nullopt : std::optional(what.function);
    askHit(facts);
}

void ServiceActs::askHit(const ImpactStated& facts) {
    const QStringList names(facts.services.begin(), facts.services.end());
    sheet().ask({.title = facts.function ? nameOf(ServiceKey{names.front(), *facts.function})
                                         : names.join(QStringLiteral(", ")),
                 .words = tr("A share (30%, 10~20%) or a number of users (400000, 200000~300000)."),
                 .line = tr("How many"),
                 .lineNeeded = true,
                 .does = tr("Record"),
                 .answer = [this, facts](const std::vector<int>&, const QString& line) {
                     const auto amount = parseUsersHit(line);
                     if (!amount) {
                         return tr("Write it as 30%, 10~20%, 400000 or 200000~300000.");
                     }
                     ImpactStated stated = facts;
                     (amount->isShare ? stated.permille : stated.users) = amount->range;
                     return record(stated, {}, tr("Recorded."));
                 }});
}

void ServiceActs::stateCause() {
    Question question{.title = tr("Cause"), .words = tr("Only what is confirmed may be told as the cause.")};
    for (const Certainty certainty : certaintiesOffered) {
        question.options.push_back({nameOf(certainty), {}, certainty == incident()->cause.certainty});
    }
    question.line = tr("What it is");
    question.lineText = causeText(journal(), *incident());
    question.does = tr("Record");
    question.answer = [this](const std::vector<int>& chosen, const QString& line) {
        const Certainty certainty = certaintiesOffered[std::size_t(chosen.front())];
        if (certainty != Certainty::Investigating && line.isEmpty()) {
            return tr("Write what it is.");
        }
        return record(CauseStated{{}, certainty, incident()->cause.setBy, {}}, Text{.text = given(line)},
                      filled(tr("Cause: %1"), {nameOf(certainty)}));
    };
    sheet().ask(std::move(question));
}

void ServiceActs::expect() {
    std::vector<ServiceKey> keys{ServiceKey{}};
    Question which{.title = tr("What is expected back?"),
                   .words =
                       tr("Nobody has to give a time. Who does gives its basis, and every change is kept."),
                   .options = {{tr("everything"), {}, true}},
                   .does = tr("Next: when")};
    for (const QString& service : servicesOf(*incident())) {
        keys.push_back({service, {}});
        which.options.push_back({service});
    }
    which.answer = [this, keys](const std::vector<int>& chosen, const QString&) {
        askNext([this, key = keys[std::size_t(chosen.front())]] { expect(key); });
        return QString();
    };
    sheet().ask(std::move(which));
}

void ServiceActs::expect(const ServiceKey& what) {
    const auto before = incident()->recoveries.find(what);
    const bool isFirst = before == incident()->recoveries.end();
    Question question{
        .title = filled(tr("When is it back: %1"), {nameOf(what)}),
        .words = isFirst ? tr("A time (1730, tomorrow 0900) or minutes from now (+90).")
                         : tr("A time (1730, tomorrow 0900), minutes from now (+90), or in words why "
                              "nobody can tell any more."),
        .line = tr("When"),
        .lineNeeded = true,
        .does = tr("Next: on what basis")};
    question.answer = [this, what, isFirst](const std::vector<int>&, const QString& line) {
        const Moment now = parts().clock.now();
        if (const auto at = parseComingTime(line, now, utcOffset(now))) {
            askNext([this, what, at] { askBasis(what, *at); });
            return QString();
        }
        return isFirst ? tr("Write it as 1730, tomorrow 0900 or +90.")
                       : recordExpected(what, std::nullopt, Text{.reason = line});
    };
    sheet().ask(std::move(question));
}

void ServiceActs::askBasis(const ServiceKey& what, Moment at) {
    sheet().ask({.title = filled(tr("%1 back at %2"), {nameOf(what), clockSeenFrom(at, parts().clock.now())}),
                 .words = tr("Who says so and why: a time without a basis is a rumour."),
                 .line = tr("Basis"),
                 .lineNeeded = true,
                 .does = tr("Record"),
                 .answer = [this, what, at](const std::vector<int>&, const QString& line) {
                     return recordExpected(what, at, Text{.basis = line});
                 }});
}

QString ServiceActs::recordExpected(const ServiceKey& what, const std::optional<Moment>& at,
                                    const Text& text) {
    return record(expectationOf(*incident(), what, at), text,
                  at ? filled(tr("%1 expected back at %2"), {nameOf(what), clockOf(*at)})
                     : tr("Recorded: nobody can tell when."));
}

void ServiceActs::raiseBlocker() {
    const std::vector<QString> sites = incident()->sites;
    Question question{.title = tr("Something is blocked"),
                      .words = tr("Who or what outside holds it up, in one line.")};
    for (const QString& site : sites) {
        question.options.push_back({site});
    }
    if (!sites.empty()) {
        question.options.push_back({tr("no site")});
    }
    question.line = tr("What holds it up");
    question.lineNeeded = true;
    question.does = tr("Next: what was promised");
    question.answer = [this, sites](const std::vector<int>& chosen, const QString& line) {
        BlockerRaised facts;
        if (!chosen.empty() && std::size_t(chosen.front()) < sites.size()) {
            facts.site = sites[std::size_t(chosen.front())];
        }
        askNext([this, facts, line] { askPromise(facts, line); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void ServiceActs::askPromise(const BlockerRaised& facts, const QString& words) {
    sheet().ask({.title = words,
                 .words = tr("What they said they would do, and by when. Nothing: they promised nothing."),
                 .line = tr("Promised"),
                 .does = tr("Record"),
                 .answer = [this, facts, words](const std::vector<int>&, const QString& line) {
                     return record(facts, Text{.text = words, .promised = given(line)},
                                   tr("Recorded as blocked."));
                 }});
}

void ServiceActs::clearBlocker() {
    clearBlocker(std::nullopt);
}

void ServiceActs::clearBlocker(const std::optional<EventId>& first) {
    std::vector<EventId> events;
    Question question{.title = tr("It is blocked no longer")};
    for (const auto& [event, blocker] : blockersOf(*incident())) {
        const Text* text = journal().texts().find(event);
        events.push_back(event);
        question.options.push_back({text && text->text ? *text->text : blocker.site.value_or(QString()),
                                    shortClockSeenFrom(blocker.since, parts().clock.now()), event == first});
    }
    if (events.empty()) {
        Q_EMIT done(tr("Nothing is blocked here."));
        return;
    }
    question.line = tr("How it was solved, if known");
    question.does = tr("Record");
    question.answer = [this, events](const std::vector<int>& chosen, const QString& line) {
        return record(BlockerCleared{{}, events[std::size_t(chosen.front())]}, Text{.text = given(line)},
                      tr("Recorded: it is blocked no longer."));
    };
    sheet().ask(std::move(question));
}

} // namespace bongsu
