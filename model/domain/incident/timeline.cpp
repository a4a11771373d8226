#include "domain/incident/timeline.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr Millis worthMarking = std::chrono::minutes(5);

TimelineRow rowOf(const Event& event, const Part& facts, const TextPart& text) {
    Facts decoded = decodeFacts(event.header.kind, event.header.kindVersion, facts.bytes);
    const Line* line = lineOf(decoded);
    const RowTimes times{event.header.createdAt, line ? line->occurredAt : std::nullopt, std::nullopt};
    TimelineRow row{
        .event = event.id,
        .seq = std::nullopt,
        .kind = event.header.kind,
        .facts = std::move(decoded),
        .textState = text.state,
        .device = event.header.device,
        .times = times,
    };
    if (text.part) {
        row.text = decodeBody<Text>(text.part->bytes).value_or(Text{});
    }
    return row;
}

} // namespace

Result<TimelineRow> readRow(const Ledger& ledger, const KeptEntry& kept) {
    const auto entry = decodeEntry(kept.bytes);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    const auto event = decodeEvent(entry->event);
    if (!event) {
        return tl::unexpected(event.error());
    }
    TimelineRow row = rowOf(*event, kept.facts, kept.text);
    row.seq = entry->seq;
    row.times.recorded = entry->recordedAt;
    row.voidReason = ledger.voidReason(entry->log, entry->seq);
    if (const LogIndex* index = ledger.index(entry->log)) {
        const auto known = index->find(event->id);
        row.person = known ? known->person : std::nullopt;
        row.emergency = index->emergencies.contains(entry->seq);
        if (known && known->erased) { // perhaps a moment before the store has carried it out
            row.text = {};
            row.textState = TextPart::State::Erased;
        }
    }
    return row;
}

Result<TimelineRow> readOwnRow(const Offer& offer, const std::optional<Statement>& refusal,
                               const std::optional<PersonId>& person) {
    const auto event = decodeEvent(offer.event);
    if (!event) {
        return tl::unexpected(event.error());
    }
    TimelineRow row = rowOf(*event, offer.facts, offer.text);
    row.person = person;
    if (refusal) {
        const auto record = decodeRefusal(refusal->bytes);
        row.refusal = Refusal{record ? record->code : QByteArray(refusal::malformed)};
    }
    return row;
}

std::optional<Millis> apart(const TimelineRow& row) {
    const Line* line = lineOf(row.facts);
    if (line && (line->origin || line->source)) {
        return std::nullopt;
    }
    const Moment placed = row.times.recorded.value_or(row.times.created);
    const Moment told = row.times.told();
    const Millis late = placed - (told > placed ? told : std::min(told, row.times.created));
    return late > worthMarking || late < -worthMarking ? std::optional(late) : std::nullopt;
}

std::optional<EventId> targetOf(const Facts& facts) {
    return std::visit(
        []<class T>(const T& f) -> std::optional<EventId> {
            if constexpr (requires { f.target; }) {
                return f.target;
            } else if constexpr (std::is_same_v<T, Erased>) {
                return f.event;
            } else if constexpr (std::is_same_v<T, WorkReleased>) {
                return f.against;
            } else if constexpr (std::is_same_v<T, TaskSettled>) {
                return f.tasks;
            } else {
                return std::nullopt;
            }
        },
        facts);
}

bool isTold(const Facts& facts) {
    return std::visit(
        []<class T>(const T&) {
            return !(std::is_same_v<T, EntryWithdrawn> || std::is_same_v<T, EntryPinned> ||
                     std::is_same_v<T, Erased> || std::is_same_v<T, LogRebased> ||
                     std::is_same_v<T, ReadersSet> || std::is_same_v<T, UnknownFacts> ||
                     std::is_same_v<T, MalformedFacts>);
        },
        facts);
}

bool mayStillWithdraw(Moment written, Moment now) {
    return now <= written + withdrawTime;
}

} // namespace bongsu
