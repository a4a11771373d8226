#include "report/retrosections.h"

#include "domain/retro/sectionwords.h"
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

DocumentBlock blank(const QString& words) {
    return {.kind = Kind::Blank, .text = {words}};
}

QString dash() {
    return QStringLiteral("\u2013");
}

class OfPeople {
  public:
    explicit OfPeople(const RetroGathered& gathered) : m(gathered), m_retro(gathered.source.incident.retro) {}

    // Those of the process in its order, then what the record has beside them.
    std::vector<DocumentSection> written() const {
        std::vector<DocumentSection> sections;
        std::set<QString> known;
        for (const RetroPart& part : m.context.material.sections) {
            known.insert(part.key);
            DocumentSection section = written(part);
            if (section.blocks.empty() && !isPublic()) {
                section.blocks.push_back(blank(part.hint));
            }
            add(sections, std::move(section));
        }
        for (const auto& [key, versions] : m_retro.sections) {
            if (!known.contains(key)) {
                add(sections, written({key, key}));
            }
        }
        return sections;
    }

    // The five areas and organisation: what was found in each, or that somebody still has to look.
    DocumentSection causes() const {
        DocumentSection section{QStringLiteral("causes"), translate("Retro", "Contributing factors")};
        for (int i = 1; i <= int(ReviewArea::Last); ++i) {
            const auto area = ReviewArea(i);
            const QString name = filled(translate("Retro", "%1:"), {nameOf(area)});
            const auto found = findings(
                [area](const Finding& one) { return one.kind == FindingKind::Factor && one.area == area; });
            if (found.empty()) {
                section.blocks.push_back(blank(name));
                continue;
            }
            for (const auto& [event, finding] : found) {
                section.blocks.push_back(foundItem(event, *finding, name));
            }
        }
        return section;
    }

    // What caused it, what prevents it, what is invested: each factor beside the actions that answer it.
    DocumentSection views() const {
        DocumentSection section{QStringLiteral("views"), translate("Retro", "Cause, prevention, investment")};
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "What caused it"), translate("Retro", "What prevents it"),
                         translate("Retro", "What is invested")};
        const auto factors = findings([](const Finding& one) { return one.kind == FindingKind::Factor; });
        for (const auto& [event, finding] : factors) {
            table.rows.push_back(answered({wordsOf(m, event), entryOf(m, event)}, event));
        }
        const bool hasOthers = std::any_of(m_retro.actions.begin(), m_retro.actions.end(),
                                           [](const auto& one) { return !one.second.finding; });
        if (hasOthers) {
            table.rows.push_back(answered({translate("Retro", "(no one factor)")}, std::nullopt));
        }
        if (!factors.empty() && !m_retro.actions.empty()) {
            section.blocks.push_back(std::move(table));
        }
        return section;
    }

    DocumentSection learnt() const {
        DocumentSection section{QStringLiteral("learnt"), translate("Retro", "What was learnt")};
        const std::pair<FindingKind, QString> asked[] = {
            {FindingKind::Well, translate("Retro", "What went well:")},
            {FindingKind::Wrong, translate("Retro", "What went wrong:")},
            {FindingKind::Lucky, translate("Retro", "Where we were lucky:")},
            {FindingKind::Surprised, translate("Retro", "What surprised us, and why:")}};
        for (const auto& [kind, name] : asked) {
            const auto found = findings([wanted = kind](const Finding& one) { return one.kind == wanted; });
            if (found.empty()) {
                section.blocks.push_back(blank(name));
            }
            for (const auto& [event, finding] : found) {
                section.blocks.push_back(foundItem(event, *finding, name));
            }
        }
        return section;
    }

    DocumentSection actions() const {
        DocumentSection section{QStringLiteral("actions"), translate("Retro", "What will be done")};
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "Action"), translate("Retro", "Kind"), translate("Retro", "Who"),
                         translate("Retro", "By"), translate("Retro", "Stands")};
        for (const auto& [event, action] : m_retro.actions) {
            const QString due = action.plan.due ? dayAndTime(*action.plan.due) : dash();
            const QString owner = personName(m, action.plan.owner);
            table.rows.push_back(
                {{wordsOf(m, action.wordsBy), entryOf(m, action.wordsBy)},
                 {filled(translate("Retro", "%1, %2"), {nameOf(action.plan.kind), nameOf(action.plan.term)})},
                 {owner.isEmpty() ? dash() : owner},
                 {due},
                 stands(action)});
        }
        section.blocks.push_back(
            table.rows.empty()
                ? blank(translate("Retro", "What, by whom, by when, and how we will know that it is done:"))
                : std::move(table));
        return section;
    }

    DocumentSection safety() const {
        DocumentSection section{QStringLiteral("safety"), translate("Retro", "Customers' data and security")};
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "Service"), translate("Retro", "What was looked at"),
                         translate("Retro", "Found"), translate("Retro", "Who looked"),
                         translate("Retro", "When")};
        for (const auto& [check, status] : m_retro.safety) {
            table.rows.push_back({{check.first},
                                  {nameOf(check.second)},
                                  {nameOf(status.finding), entryOf(m, status.setBy)},
                                  {personName(m, status.checkedBy)},
                                  {whenIn(m, status.at)}});
        }
        section.blocks.push_back(table.rows.empty()
                                     ? blank(translate("Retro", "Who looked at which service, and what "
                                                                "was found:"))
                                     : std::move(table));
        return section;
    }

    // Signatures under earlier documents; under this one they can only come later.
    DocumentSection documents() const {
        DocumentSection section{QStringLiteral("documents"),
                                translate("Retro", "Documents that were issued before this one")};
        for (const auto& [event, issued] : m_retro.issued) {
            DocumentBlock item{.kind = Kind::Item};
            item.text = {
                filled(translate("Retro", "No. %1: %2 (%3), %4"),
                       {numberOf(issued.number), nameOf(issued.form), issued.format, whenIn(m, issued.at)}),
                entryOf(m, event)};
            for (const PersonId& person : issued.asked) {
                const auto answer = issued.answers.find(person);
                const QString name = personName(m, person);
                item.under.push_back({answer == issued.answers.end()
                                          ? filled(translate("Retro", "%1 has not signed"), {name})
                                      : answer->second == Approval::Approved
                                          ? filled(translate("Retro", "%1 signed"), {name})
                                          : filled(translate("Retro", "%1 declined to sign"), {name})});
            }
            section.blocks.push_back(std::move(item));
        }
        return section;
    }

  private:
    bool isPublic() const { return m.context.form == RetroForm::Public; }

    static void add(std::vector<DocumentSection>& sections, DocumentSection section) {
        if (!section.blocks.empty()) {
            sections.push_back(std::move(section));
        }
    }

    DocumentSection written(const RetroPart& part) const {
        DocumentSection section{QStringLiteral("written-") + part.key, part.title};
        const auto known = m_retro.sections.find(part.key);
        if (known == m_retro.sections.end()) {
            return section;
        }
        std::vector<const SectionVersion*> shown;
        for (const SectionVersion& version : known->second) {
            if (!isPublic() || version.openTo == OpenTo::Everybody) {
                shown.push_back(&version);
            }
        }
        if (shown.size() > 1) {
            section.blocks.push_back(
                {.text = {filled(translate("Retro", "%1 versions were written apart and are not brought "
                                                    "together yet. All of them stand here."),
                                 {numberOf(shown.size())})}});
        }
        for (const SectionVersion* version : shown) {
            addVersion(section, *version);
        }
        return section;
    }

    void addVersion(DocumentSection& section, const SectionVersion& version) const {
        const auto entries = entryOf(m, version.event);
        if (!isPublic()) {
            section.blocks.push_back({.text = {filled(translate("Retro", "Written by %1, %2"),
                                                      {personName(m, version.author), whenIn(m, version.at)}),
                                               entries}});
        }
        const auto words = m.context.material.written.find(version.event);
        if (words == m.context.material.written.end()) {
            section.blocks.push_back(
                {.text = {translate("Retro", "Its words are not on this computer."), entries}});
            return;
        }
        for (const SectionPart& part : sectionParts(words->second)) {
            section.blocks.push_back(
                {.kind = part.isItem ? Kind::Item : Kind::Paragraph, .text = {part.words, entries}});
        }
    }

    template <class Wanted>
    std::vector<std::pair<EventId, const Finding*>> findings(const Wanted& wanted) const {
        std::vector<std::pair<EventId, const Finding*>> found;
        for (const auto& [event, finding] : m_retro.findings) {
            if (wanted(finding)) {
                found.emplace_back(event, &finding);
            }
        }
        std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return std::tie(a.second->at, a.first) < std::tie(b.second->at, b.first);
        });
        return found;
    }

    // Actions that were dropped prevent nothing.
    std::vector<DocumentText> answered(DocumentText cause, const std::optional<EventId>& finding) const {
        QStringList actions;
        DocumentText prevention;
        quint64 won = 0;
        bool anyBudget = false;
        for (const auto& [event, action] : m_retro.actions) {
            if (action.finding != finding || action.outcome == WorkOutcome::Dropped) {
                continue;
            }
            actions += wordsOf(m, action.wordsBy);
            const auto seq = entryOf(m, action.wordsBy);
            prevention.entries.insert(prevention.entries.end(), seq.begin(), seq.end());
            won += action.plan.budget.value_or(0);
            anyBudget = anyBudget || action.plan.budget;
        }
        prevention.words = actions.isEmpty() ? dash() : actions.join(QStringLiteral("; "));
        return {std::move(cause),
                std::move(prevention),
                {anyBudget ? filled(translate("Retro", "%1 won"), {numberOf(won)}) : dash()}};
    }

    DocumentBlock foundItem(const EventId& event, const Finding& finding, const QString& name) const {
        DocumentBlock item{.kind = Kind::Item};
        item.text = {filled(QStringLiteral("%1 %2"), {name, wordsOf(m, event)}), entryOf(m, event)};
        if (!finding.pattern.isEmpty()) {
            item.under.push_back({filled(translate("Retro", "Pattern: %1"), {finding.pattern})});
        }
        DocumentText evidence{translate("Retro", "Rests on")};
        for (const EventId& one : finding.evidence) {
            const auto seq = entryOf(m, one);
            evidence.entries.insert(evidence.entries.end(), seq.begin(), seq.end());
        }
        if (!evidence.entries.empty()) {
            item.under.push_back(std::move(evidence));
        }
        return item;
    }

    DocumentText stands(const ActionStatus& action) const {
        const auto by = [this](const std::optional<PersonId>& person, const QString& words) {
            return person ? filled(translate("Retro", "%1 (%2)"), {words, personName(m, person)}) : words;
        };
        if (!action.outcome) {
            return {translate("Retro", "open")};
        }
        const bool isConfirmed = *action.outcome == WorkOutcome::Confirmed;
        return {by(isConfirmed ? action.confirmedBy : action.doneBy, nameOf(*action.outcome)),
                entryOf(m, action.setBy)};
    }

    const RetroGathered& m;
    const RetroStatus& m_retro;
};

} // namespace

std::vector<DocumentSection> retroOfPeople(const RetroGathered& gathered) {
    const OfPeople people(gathered);
    std::vector<DocumentSection> all = people.written();
    for (DocumentSection& section : std::vector{people.causes(), people.views(), people.learnt(),
                                                people.actions(), people.safety(), people.documents()}) {
        if (!section.blocks.empty()) {
            all.push_back(std::move(section));
        }
    }
    return all;
}

std::vector<DocumentSection> retroForEverybody(const RetroGathered& gathered) {
    std::vector<DocumentSection> written = OfPeople(gathered).written();
    if (written.empty()) {
        written.push_back({QStringLiteral("causes"),
                           translate("Retro", "What was the cause, and what will be done"),
                           {blank(translate("Retro", "Nobody has written yet what everybody may read:"))}});
    }
    return written;
}

} // namespace bongsu
