#include "report/retrosections.h"

#include "report/retrocharts.h"
#include "wording/dutywords.h"
#include "wording/manualnames.h"
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

DocumentBlock paragraph(const QString& words, std::vector<quint64> entries = {}) {
    return {.kind = Kind::Paragraph, .text = {words, std::move(entries)}};
}

QString serviceName(const ServiceKey& key) {
    return key.function.isEmpty() ? key.service
                                  : filled(QStringLiteral("%1 \u00B7 %2"), {key.service, key.function});
}

// What an organisation asks itself, and does not tell everybody.
bool isOfPeople(MeasureKind kind) {
    return kind == MeasureKind::Commanded || kind == MeasureKind::Unaccepted ||
           kind == MeasureKind::Succession || kind == MeasureKind::Closed;
}

// Kinds of lines that tell what users could notice, or what they were told.
bool isForEverybody(const Facts& facts) {
    return std::holds_alternative<ServiceStated>(facts) ||
           std::holds_alternative<RestorationCounted>(facts) ||
           std::holds_alternative<NoticeRecorded>(facts) || std::holds_alternative<ImpactStated>(facts);
}

class Sections {
  public:
    explicit Sections(const RetroGathered& gathered) : m(gathered) {}

    DocumentSection measures() const {
        DocumentSection section{QStringLiteral("measures"), translate("Retro", "How long things took")};
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "Figure"), translate("Retro", "Took"), translate("Retro", "From"),
                         translate("Retro", "To"), translate("Retro", "What it counts")};
        for (const Measure& measure : m.measures) {
            if (isPublic() && isOfPeople(measure.kind)) {
                continue;
            }
            DocumentText value{valueOf(measure)};
            for (const MeasurePoint& point : measure.among) {
                value.entries.push_back(point.seq);
            }
            table.rows.push_back({{nameOf(measure, [this](const QString& seat) { return seatName(seat); })},
                                  std::move(value),
                                  at(measure.from),
                                  at(measure.until),
                                  {formulaOf(measure.kind)}});
        }
        section.blocks.push_back(std::move(table));
        return section;
    }

    DocumentSection impact() const {
        DocumentSection section{QStringLiteral("impact"), translate("Retro", "Impact")};
        if (m.outages.empty()) {
            section.blocks.push_back(
                paragraph(translate("Retro", "The record does not say which service was out.")));
        } else {
            add(section, outageChart(m));
            section.blocks.push_back(outages());
        }
        for (DocumentBlock& chart : restorationCharts(m)) {
            section.blocks.push_back(std::move(chart));
        }
        addLines(section, [](const Facts& facts) {
            const auto* stated = std::get_if<ServiceStated>(&facts);
            return std::holds_alternative<RestorationCounted>(facts) ||
                   std::holds_alternative<ImpactStated>(facts) || (stated && stated->restored);
        });
        return section;
    }

    DocumentSection course() const {
        DocumentSection section{QStringLiteral("course"), translate("Retro", "Course of events")};
        if (isPublic()) {
            addLines(section, isForEverybody);
            return section;
        }
        addLines(section, [](const Facts& facts) {
            return !std::holds_alternative<TasksAdded>(facts) &&
                   !std::holds_alternative<TaskSettled>(facts) &&
                   !std::holds_alternative<DeliveryBegun>(facts) &&
                   !std::holds_alternative<PageBegun>(facts) && !std::holds_alternative<PageTold>(facts);
        });
        if (m.left > 0) {
            section.blocks.push_back(paragraph(
                filled(translate("Retro", "%1 more lines stand in the record."), {numberOf(m.left)})));
        }
        return section;
    }

    DocumentSection decisions() const {
        DocumentSection section{QStringLiteral("decisions"), translate("Retro", "Decisions")};
        addLines(section, [](const Facts& facts) {
            return std::holds_alternative<DecisionMade>(facts) || std::holds_alternative<MotionClosed>(facts);
        });
        return sayingNone(std::move(section), translate("Retro", "No decision is in the record."));
    }

    DocumentSection seats() const {
        DocumentSection section{QStringLiteral("seats"), translate("Retro", "Who took which seat")};
        addLines(section, [](const Facts& facts) {
            return std::holds_alternative<CommandTaken>(facts) ||
                   std::holds_alternative<SeatsCalled>(facts) ||
                   std::holds_alternative<SeatAnswered>(facts) || std::holds_alternative<SeatPassed>(facts) ||
                   std::holds_alternative<SeatVacated>(facts) || std::holds_alternative<PageAnswered>(facts);
        });
        return sayingNone(std::move(section), translate("Retro", "Nobody was called to a seat."));
    }

    DocumentSection notices() const {
        DocumentSection section{QStringLiteral("notices"), translate("Retro", "Notices to users")};
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "When"), translate("Retro", "After the one before"),
                         translate("Retro", "Next one promised for"), translate("Retro", "Notice")};
        std::optional<NoticeGiven> before;
        for (const NoticeGiven& notice : m.notices) {
            DocumentText gap{before ? lasting(notice.point.at - before->point.at) : QStringLiteral("\u2013")};
            if (before && before->promises && notice.point.at > *before->promises) {
                gap.words = filled(translate("Retro", "%1, %2 later than promised"),
                                   {gap.words, lasting(notice.point.at - *before->promises)});
            }
            const TimelineRow* row = rowOf(notice.notice);
            table.rows.push_back(
                {at(notice.point),
                 std::move(gap),
                 {notice.promises ? when(*notice.promises) : QString()},
                 row ? DocumentText{m.teller.tell(*row).words, {*row->seq}} : DocumentText{}});
            before = notice;
        }
        if (!table.rows.empty()) {
            add(section, noticeChart(m));
            section.blocks.push_back(std::move(table));
        }
        return sayingNone(std::move(section), translate("Retro", "No notice is in the record."));
    }

    DocumentSection duties() const {
        DocumentSection section{QStringLiteral("duties"), translate("Retro", "What had to be told in time")};
        for (const DutyLine& line : m.context.material.duties) {
            if (line.state != DutyState::Off) {
                section.blocks.push_back({.kind = Kind::Item, .text = {dutyClock(line, m.context.now)}});
            }
        }
        return sayingNone(std::move(section), translate("Retro", "No duty was begun."));
    }

    DocumentSection promises() const {
        DocumentSection section{QStringLiteral("recovery"),
                                translate("Retro", "Recovery times, and what became of them")};
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "What"), translate("Retro", "Said"),
                         translate("Retro", "Expected for"), translate("Retro", "Was back"),
                         translate("Retro", "Difference")};
        for (const TimelineRow& row : m.rows) {
            if (const auto* expected = std::get_if<RecoveryExpected>(&row.facts)) {
                table.rows.push_back(promise(*expected, row));
            }
        }
        if (!table.rows.empty()) {
            section.blocks.push_back(std::move(table));
        }
        return sayingNone(std::move(section), translate("Retro", "Nobody gave a recovery time."));
    }

    // What the manual says against what was done: a difference is a question, not a fault.
    DocumentSection manual() const {
        DocumentSection section{QStringLiteral("manual"),
                                translate("Retro", "The manual, and what was done")};
        if (!m.context.material.manual) {
            section.blocks.push_back(
                paragraph(translate("Retro", "The incident went by no manual that is known here.")));
            return section;
        }
        const Incident& incident = m.source.incident;
        if (incident.seats.empty() && incident.tasks.empty()) {
            section.blocks.push_back(
                paragraph(translate("Retro", "Nobody was called, and nothing was begun, by the manual.")));
            return section;
        }
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "Seat"), translate("Retro", "In the manual"),
                         translate("Retro", "In the record")};
        const Language language = languageInstalled();
        for (const ManualSeat& seat : m.context.material.manual->seats) {
            table.rows.push_back(
                {{seat.name.in(language)}, {translate("Retro", "somebody has it")}, holder(seat.key)});
            for (const ManualTask& task : seat.tasks) {
                table.rows.push_back({{seat.name.in(language)}, {task.name.in(language)}, done(task.key)});
            }
        }
        section.blocks.push_back(
            paragraph(translate("Retro", "A difference is a question to ask, not a fault.")));
        section.blocks.push_back(std::move(table));
        return section;
    }

  private:
    bool isPublic() const { return m.context.form == RetroForm::Public; }
    QString when(Moment at) const { return whenIn(m, at); }
    DocumentText at(const MeasurePoint& point) const {
        const QString words = when(point.at);
        return {point.source ? filled(QStringLiteral("%1 (%2)"), {words, nameOf(*point.source)}) : words,
                {point.seq}};
    }
    DocumentText at(const std::optional<MeasurePoint>& point) const {
        return point ? at(*point) : DocumentText{QStringLiteral("\u2013")};
    }
    QString seatName(const QString& seat) const { return nameOfSeat(seat, m.context.material.manual.get()); }

    const TimelineRow* rowOf(const EventId& event) const {
        const auto found = std::find_if(m.rows.begin(), m.rows.end(),
                                        [&event](const TimelineRow& row) { return row.event == event; });
        return found == m.rows.end() ? nullptr : &*found;
    }
    std::vector<quint64> entryOf(const EventId& event) const {
        const TimelineRow* row = rowOf(event);
        return row ? std::vector{*row->seq} : std::vector<quint64>();
    }

    static void add(DocumentSection& section, std::optional<DocumentBlock> chart) {
        if (chart) {
            section.blocks.push_back(std::move(*chart));
        }
    }
    static DocumentSection sayingNone(DocumentSection section, const QString& words) {
        if (section.blocks.empty()) {
            section.blocks.push_back(paragraph(words));
        }
        return section;
    }

    // As the record tells them: the time, the words, below them what belongs to it (basis, source, how late
    // it was recorded).
    void addLines(DocumentSection& section, const std::function<bool(const Facts&)>& wanted) const {
        for (const TimelineRow& row : m.rows) {
            if (!wanted(row.facts)) {
                continue;
            }
            const ToldLine told = m.teller.tell(row);
            DocumentBlock item{.kind = Kind::Item};
            item.text = {filled(QStringLiteral("%1 %2"), {when(told.at), told.words}), {*row.seq}};
            for (const QString& note : isPublic() ? QStringList() : told.notes) {
                item.under.push_back({note});
            }
            section.blocks.push_back(std::move(item));
        }
    }

    DocumentBlock outages() const {
        DocumentBlock table{.kind = Kind::Table};
        table.columns = {translate("Retro", "Service"),  translate("Retro", "At its worst"),
                         translate("Retro", "Out from"), translate("Retro", "Back"),
                         translate("Retro", "Lasted"),   translate("Retro", "Users")};
        for (const ServiceOutage& outage : m.outages) {
            table.rows.push_back({{serviceName(outage.service)},
                                  {nameOf(outage.worst)},
                                  at(outage.out),
                                  at(outage.back),
                                  {outage.back ? lasting(outage.back->at - outage.out.at)
                                               : translate("Retro", "not back in the record")},
                                  {usersOf(outage.service)}});
        }
        return table;
    }

    QString usersOf(const ServiceKey& service) const {
        const auto known = m.source.incident.impacts.find(ImpactKey{service, QString()});
        if (known == m.source.incident.impacts.end()) {
            return {};
        }
        if (known->second.permille) {
            return shareOf(known->second.permille->from, known->second.permille->to);
        }
        return known->second.users
                   ? quantityOf(CountUnit::Users, known->second.users->from, known->second.users->to)
                   : QString();
    }

    std::vector<DocumentText> promise(const RecoveryExpected& expected, const TimelineRow& row) const {
        const ServiceKey key{expected.service.value_or(QString()), expected.function.value_or(QString())};
        const auto back = key.service.isEmpty() ? pointOf(MeasureKind::AllRestored) : backOf(key);
        QString difference = translate("Retro", "not back in the record");
        if (!expected.at) {
            difference = translate("Retro", "nobody could tell");
        } else if (back) {
            difference =
                back->at > *expected.at
                    ? filled(translate("Retro", "%1 later"), {lasting(back->at - *expected.at)})
                    : filled(translate("Retro", "kept, %1 earlier"), {lasting(*expected.at - back->at)});
        }
        return {{key.service.isEmpty() ? translate("Retro", "everything") : serviceName(key)},
                {when(row.times.told()), {*row.seq}},
                {expected.at ? when(*expected.at) : QString()},
                at(back),
                {difference}};
    }

    std::optional<MeasurePoint> pointOf(MeasureKind kind) const {
        const auto found = std::find_if(m.measures.begin(), m.measures.end(),
                                        [kind](const Measure& measure) { return measure.kind == kind; });
        return found == m.measures.end() ? std::nullopt : found->until;
    }
    std::optional<MeasurePoint> backOf(const ServiceKey& key) const {
        const auto found =
            std::find_if(m.outages.begin(), m.outages.end(),
                         [&key](const ServiceOutage& outage) { return outage.service == key; });
        return found == m.outages.end() ? std::nullopt : found->back;
    }

    DocumentText holder(const QString& seat) const {
        const Incident& incident = m.source.incident;
        const auto known = incident.seats.find(seat);
        const bool isCommander = seat == commanderSeat;
        if (isCommander && !incident.command.acting) {
            return {personName(incident.command.person), entryOf(incident.command.setBy)};
        }
        if (known == incident.seats.end()) {
            return {translate("Retro", "nobody was called")};
        }
        return known->second.holder
                   ? DocumentText{personName(*known->second.holder), entryOf(known->second.setBy)}
                   : DocumentText{translate("Retro", "nobody took it"), entryOf(known->second.setBy)};
    }

    DocumentText done(const QString& key) const {
        for (const auto& [place, task] : m.source.incident.tasks) {
            if (task.item.key != key) {
                continue;
            }
            if (!task.outcome) {
                return {translate("Retro", "begun, not done"), entryOf(task.setBy)};
            }
            return {filled(*task.outcome == TaskOutcome::Skipped ? translate("Retro", "left out %1")
                                                                 : translate("Retro", "done %1"),
                           {when(task.since)}),
                    entryOf(task.setBy)};
        }
        return {translate("Retro", "not begun")};
    }

    QString personName(const PersonId& person) const {
        return m.source.texts.personName(m.source.organisation, person);
    }

    const RetroGathered& m;
};

} // namespace

QString whenIn(const RetroGathered& gathered, Moment at) {
    const bool isKnown = !gathered.measures.empty() && gathered.measures.front().from;
    const QDate began =
        dayOf(isKnown ? gathered.measures.front().from->at : gathered.source.incident.declaredAt);
    return dayOf(at).year() == began.year() ? dayAndClock(at) : dayAndTime(at);
}

std::vector<quint64> entryOf(const RetroGathered& gathered, const EventId& event) {
    const LogIndex* index = gathered.source.ledger.index(gathered.source.incident.id);
    const auto found = index ? index->find(event) : std::nullopt;
    return found ? std::vector{found->seq} : std::vector<quint64>();
}

QString wordsOf(const RetroGathered& gathered, const EventId& event) {
    const Text* text = gathered.source.texts.find(event);
    return text ? text->text.value_or(QString()) : QString();
}

QString personName(const RetroGathered& gathered, const std::optional<PersonId>& person) {
    return person ? gathered.source.texts.personName(gathered.source.organisation, *person) : QString();
}

std::vector<DocumentSection> retroSections(const RetroGathered& gathered) {
    if (gathered.context.form == RetroForm::Plan || gathered.context.form == RetroForm::Result) {
        return retroOrder(gathered);
    }
    const Sections sections(gathered);
    std::vector<DocumentSection> all{retroSummary(gathered), sections.measures(), sections.impact(),
                                     sections.course(), sections.notices()};
    if (gathered.context.form == RetroForm::Full) {
        all.insert(all.end() - 1, {sections.decisions(), sections.seats()});
        all.insert(all.end(), {sections.duties(), sections.promises(), sections.manual()});
    }
    auto ofPeople =
        gathered.context.form == RetroForm::Full ? retroOfPeople(gathered) : retroForEverybody(gathered);
    std::move(ofPeople.begin(), ofPeople.end(), std::back_inserter(all));
    return all;
}

} // namespace bongsu
