// The plan and the result that a ministry is given, in 개조식: short lines under the headings of the order.
#include "report/retrosections.h"

#include "wording/measurewords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

using Kind = DocumentBlock::Kind;

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

class Order {
  public:
    explicit Order(const RetroGathered& gathered) : m(gathered), m_retro(gathered.source.incident.retro) {}

    DocumentSection overview() const {
        DocumentSection section{QStringLiteral("overview"), translate("Retro", "Overview")};
        const auto all = std::find_if(m.measures.begin(), m.measures.end(), [](const Measure& measure) {
            return measure.kind == MeasureKind::AllRestored;
        });
        if (all != m.measures.end() && all->from) {
            add(section, translate("Retro", "Began: %1"), dayAndTime(all->from->at), {all->from->seq});
            if (all->until) {
                add(section, translate("Retro", "Restored: %1"),
                    filled(QStringLiteral("%1 (%2)"), {dayAndTime(all->until->at), valueOf(*all)}),
                    {all->until->seq});
            }
        }
        QStringList services;
        for (const ServiceOutage& outage : m.outages) {
            if (!services.contains(outage.service.service)) {
                services.append(outage.service.service);
            }
        }
        if (!services.isEmpty()) {
            add(section, translate("Retro", "Services: %1"), services.join(QStringLiteral(", ")), {});
        }
        const EventId& cause = m.source.incident.cause.setBy;
        if (cause != m.source.incident.declaredBy && !wordsOf(m, cause).isEmpty()) {
            add(section, translate("Retro", "Cause: %1"), wordsOf(m, cause), entryOf(m, cause));
        }
        return section;
    }

    // Every heading of the order, whether anything stands under it yet or not; then what the record has
    // beside them.
    std::vector<DocumentSection> headings() const {
        std::vector<DocumentSection> sections;
        std::set<QString> known;
        for (const RetroPart& part : m.context.material.headings) {
            known.insert(part.key);
            sections.push_back(
                under(part, [&part](const ActionPlan& plan) { return plan.heading == part.key; }));
        }
        std::set<QString> beside;
        for (const auto& [event, action] : m_retro.actions) {
            if (action.plan.heading && !known.contains(*action.plan.heading)) {
                beside.insert(*action.plan.heading);
            }
        }
        for (const QString& key : beside) {
            sections.push_back(
                under({key, key}, [&key](const ActionPlan& plan) { return plan.heading == key; }));
        }
        return sections;
    }

    DocumentSection own() const {
        return under({QStringLiteral("own"), translate("Retro", "The company's own actions")},
                     [](const ActionPlan& plan) { return !plan.heading; });
    }

  private:
    bool isResult() const { return m.context.form == RetroForm::Result; }

    static void add(DocumentSection& section, const QString& form, const QString& words,
                    std::vector<quint64> entries) {
        section.blocks.push_back({.kind = Kind::Item, .text = {filled(form, {words}), std::move(entries)}});
    }

    template <class Wanted>
    DocumentSection under(const RetroPart& part, const Wanted& wanted) const {
        DocumentSection section{QStringLiteral("order-") + part.key, part.title};
        std::vector<std::pair<EventId, const ActionStatus*>> found;
        for (const auto& [event, action] : m_retro.actions) {
            if (wanted(action.plan) && !(action.outcome == WorkOutcome::Dropped && !isResult())) {
                found.emplace_back(event, &action);
            }
        }
        // What is due first stands first; what is due at no time, last.
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            const auto dueOf = [](const auto& one) {
                return one.second->plan.due.value_or(Moment(Millis::max()));
            };
            return dueOf(a) < dueOf(b);
        });
        for (const auto& [event, action] : found) {
            section.blocks.push_back(item(*action));
        }
        if (section.blocks.empty()) {
            section.blocks.push_back(
                {.kind = Kind::Blank,
                 .text = {isResult() ? translate("Retro", "What was done:")
                                     : translate("Retro", "What will be done, and by when:")}});
        }
        return section;
    }

    DocumentBlock item(const ActionStatus& action) const {
        DocumentBlock item{.kind = Kind::Item,
                           .text = {wordsOf(m, action.wordsBy), entryOf(m, action.wordsBy)}};
        const auto under = [&item](const QString& form, const QString& words,
                                   std::vector<quint64> entries = {}) {
            item.under.push_back({filled(form, {words}), std::move(entries)});
        };
        if (action.plan.owner) {
            under(translate("Retro", "Responsible: %1"), personName(m, action.plan.owner));
        }
        if (action.plan.due) {
            under(translate("Retro", "Due: %1"),
                  filled(QStringLiteral("%1 (%2)"),
                         {dayHeading(dayOf(*action.plan.due)), nameOf(action.plan.term)}));
        }
        if (action.plan.budget) {
            under(translate("Retro", "Budget: %1 won"), numberOf(*action.plan.budget));
        }
        if (isResult()) {
            addResult(action, under);
        }
        return item;
    }

    template <class Under>
    void addResult(const ActionStatus& action, const Under& under) const {
        if (!action.outcome) {
            under(translate("Retro", "State: %1"), translate("Retro", "in progress"));
            return;
        }
        under(translate("Retro", "State: %1"),
              filled(QStringLiteral("%1 (%2)"), {nameOf(*action.outcome), dayHeading(dayOf(action.since))}),
              entryOf(m, action.setBy));
        if (action.doneIn && !wordsOf(m, *action.doneIn).isEmpty()) {
            under(action.outcome == WorkOutcome::Dropped ? translate("Retro", "Reason: %1")
                                                         : translate("Retro", "Evidence: %1"),
                  wordsOf(m, *action.doneIn), entryOf(m, *action.doneIn));
        }
    }

    const RetroGathered& m;
    const RetroStatus& m_retro;
};

} // namespace

std::vector<DocumentSection> retroOrder(const RetroGathered& gathered) {
    const Order order(gathered);
    std::vector<DocumentSection> sections{order.overview()};
    for (DocumentSection& section : order.headings()) {
        sections.push_back(std::move(section));
    }
    sections.push_back(order.own());
    return sections;
}

} // namespace bongsu
