#include "domain/incident/composerline.h"
#include "ui/committee/committeeacts.h"
#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

namespace bongsu {

namespace {

constexpr std::array kindsOffered{ResourceKind::People, ResourceKind::Equipment, ResourceKind::Room,
                                  ResourceKind::Budget};

} // namespace

void CommitteeActs::request() {
    Question question{.title = tr("What is needed?")};
    for (const ResourceKind kind : kindsOffered) {
        question.options.push_back({nameOf(kind)});
    }
    question.does = tr("Next: how many");
    question.answer = [this](const std::vector<int>& chosen, const QString&) {
        askNext([this, kind = kindsOffered[std::size_t(chosen.front())]] { askAmount(kind); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void CommitteeActs::askAmount(ResourceKind kind) {
    sheet().ask({.title = capitalised(nameOf(kind)),
                 .words = tr("People, pieces, square metres or won; and by when, behind it: 12 1800."),
                 .line = tr("How many"),
                 .lineNeeded = true,
                 .does = tr("Next: what for"),
                 .answer = [this, kind](const std::vector<int>&, const QString& line) {
                     const QString amount = line.section(u' ', 0, 0).remove(u',');
                     const QString until = line.section(u' ', 1).trimmed();
                     const Moment now = parts().clock.now();
                     const auto by = parseComingTime(until, now, utcOffset(now));
                     bool isNumber = false;
                     ResourceRequested facts;
                     facts.resourceKind = kind;
                     facts.amount = amount.toULongLong(&isNumber);
                     facts.until = by;
                     if (!isNumber || facts.amount == 0 || (!until.isEmpty() && !by)) {
                         return tr("Write a number, and a time behind it if you want: 12 or 12 1800.");
                     }
                     askNext([this, facts] { askWhat(facts); });
                     return QString();
                 }});
}

void CommitteeActs::askWhat(const ResourceRequested& facts) {
    sheet().ask({.title = quantityOf(facts.resourceKind, facts.amount),
                 .line = tr("What for, and where to"),
                 .lineNeeded = true,
                 .does = tr("Ask for it"),
                 .answer = [this, facts](const std::vector<int>&, const QString& line) {
                     return record(facts, Text{.text = line}, tr("Asked for. Whoever commands answers it."));
                 }});
}

void CommitteeActs::answerRequests() {
    std::vector<std::pair<EventId, QString>> requests;
    for (const auto& [event, resource] : openRequests(*incident())) {
        const Text* text = journal().texts().find(event);
        requests.emplace_back(event, quantityOf(resource.resourceKind, resource.amount) +
                                         QStringLiteral("  ") +
                                         (text ? oneLine(text->text.value_or(QString())) : QString()));
    }
    if (requests.empty()) {
        Q_EMIT done(tr("Nothing is asked for."));
        return;
    }
    Question which{.title = tr("Which request?"), .does = tr("Next: the answer")};
    std::vector<EventId> events;
    for (const auto& [event, words] : requests) {
        events.push_back(event);
        which.options.push_back({words});
    }
    which.answer = [this, events](const std::vector<int>& chosen, const QString&) {
        askNext([this, event = events[std::size_t(chosen.front())]] { askAnswer(event); });
        return QString();
    };
    sheet().ask(std::move(which));
}

void CommitteeActs::askAnswer(const EventId& request) {
    const ResourceStatus& resource = incident()->resources.at(request);
    std::vector<ResourceOutcome> outcomes;
    Question question{.title = quantityOf(resource.resourceKind, resource.amount)};
    for (const ResourceOutcome one : {ResourceOutcome::Granted, ResourceOutcome::Provided,
                                      ResourceOutcome::Declined, ResourceOutcome::Dropped}) {
        if (one != ResourceOutcome::Granted || !resource.outcome) {
            outcomes.push_back(one);
            question.options.push_back({nameOf(one)});
        }
    }
    question.line = tr("Why, where it is declined");
    question.does = tr("Record");
    question.answer = [this, request, outcomes](const std::vector<int>& chosen, const QString& line) {
        const ResourceOutcome outcome = outcomes[std::size_t(chosen.front())];
        return record(ResourceSettled{{}, request, outcome, {}, incident()->resources.at(request).setBy},
                      Text{.reason = given(line)}, nameOf(outcome));
    };
    sheet().ask(std::move(question));
}

void CommitteeActs::openPeriod() {
    const quint64 number = incident()->period.number + 1;
    sheet().ask({.title = filled(tr("Operational period %1"), {QString::number(number)}),
                 .words = tr("When its shift ends: a time (2000, tomorrow 0800) or minutes from now (+480)."),
                 .line = tr("Until"),
                 .lineText = QStringLiteral("+480"),
                 .lineNeeded = true,
                 .does = tr("Next: what is to be reached"),
                 .answer = [this, number](const std::vector<int>&, const QString& line) {
                     const Moment now = parts().clock.now();
                     const auto until = parseComingTime(line, now, utcOffset(now));
                     if (!until) {
                         return tr("Write it as 2000, tomorrow 0800 or +480.");
                     }
                     askNext([this, number, until] {
                         sheet().ask(
                             {.title = filled(tr("Operational period %1"), {QString::number(number)}),
                              .line = tr("What is to be reached by then"),
                              .lineNeeded = true,
                              .does = tr("Open it"),
                              .answer = [this, number, until](const std::vector<int>&, const QString& aim) {
                                  return record(PeriodOpened{{}, number, until}, Text{.text = aim},
                                                filled(tr("Operational period %1 until %2"),
                                                       {QString::number(number), clockOf(*until)}));
                              }});
                     });
                     return QString();
                 }});
}

} // namespace bongsu
