#include "report/sitrepsource.h"

#include "wording/times.h"

namespace bongsu {

namespace {

constexpr std::size_t mostMeasures = 30; // a page has no more; the newest stay

bool isMeasure(const TimelineRow& row) {
    return std::holds_alternative<DecisionMade>(row.facts) && !row.voidReason && !row.refusal &&
           row.text.text;
}

} // namespace

Moment phaseSetAt(const RecordSource& source) {
    const LogIndex* index = source.ledger.index(source.incident.id);
    const auto found = index ? index->find(source.incident.phase.setBy) : std::nullopt;
    return found ? found->recordedAt : source.incident.declaredAt;
}

std::vector<quint64> linesForSitrep(const RecordSource& source, const RecordIndex& record) {
    const LogIndex* index = source.ledger.index(source.incident.id);
    const auto last = index ? index->find(source.incident.report.upTo) : std::nullopt;
    return newestDecisions(record, last ? last->seq : 0);
}

std::vector<quint64> newestDecisions(const RecordIndex& record, quint64 afterSeq) {
    std::vector<quint64> seqs;
    for (quint64 seq = record.size(); seq > afterSeq && seqs.size() < mostMeasures; --seq) {
        if (record.kind(seq) == LineKind::Decision && !record.isVoid(seq)) {
            seqs.push_back(seq);
        }
    }
    return {seqs.rbegin(), seqs.rend()};
}

SitrepTexts sitrepTexts(const RecordSource& source, const std::vector<TimelineRow>& rows, Moment now) {
    SitrepTexts texts;
    texts.organisation = source.texts.organisationName(source.organisation);
    texts.title = source.texts.title(source.incident);
    texts.commander = source.texts.personName(source.organisation, source.incident.command.person);
    texts.acting = source.incident.command.acting;
    if (const Text* cause = source.texts.find(source.incident.cause.setBy);
        cause && source.incident.cause.setBy != source.incident.declaredBy) {
        texts.cause = cause->text.value_or(QString());
    }
    for (const TimelineRow& row : rows) {
        if (isMeasure(row)) {
            texts.measures.push_back(shortClockSeenFrom(row.times.told(), now) + u' ' + *row.text.text);
        }
    }
    texts.blocker = [&source](const EventId& event) {
        const Text* text = source.texts.find(event);
        const QString party = text ? text->party.value_or(QString()) : QString();
        const QString what = text ? text->text.value_or(QString()) : QString();
        return party.isEmpty() || what.isEmpty() ? party + what : party + QStringLiteral(", ") + what;
    };
    texts.task = [&source](const EventId& tasks, quint64 index) { return source.texts.task(tasks, index); };
    return texts;
}

std::optional<EventId> newestTold(const std::vector<TimelineRow>& rows) {
    const auto newest =
        std::find_if(rows.rbegin(), rows.rend(), [](const TimelineRow& row) { return !row.refusal; });
    return newest == rows.rend() ? std::nullopt : std::optional(newest->event);
}

SitrepPage sitrepPageOf(const RecordSource& source, const std::vector<TimelineRow>& rows, Moment now) {
    const Sitrep sitrep = sitrepOf(source.incident, source.organisation, phaseSetAt(source), now);
    return {sitrep.number, sitrepPage(sitrep, sitrepTexts(source, rows, now))};
}

} // namespace bongsu
