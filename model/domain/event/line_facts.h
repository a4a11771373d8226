// The facts of what people write into an incident's record line by line, and of what is said of a line later.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/words.h"

namespace bongsu {

struct NoteAdded {
    static constexpr KindInfo kind{"note.added", 1, false, LogType::Incident};
    Line line{};
    NoteKind noteKind = NoteKind::Observation;
    std::optional<QString> site{};
    static constexpr auto fields() {
        return std::tuple{field(1, &NoteAdded::line), field(2, &NoteAdded::noteKind),
                          field(3, &NoteAdded::site)};
    }
};

// What, basis and the options not taken stand in the text.
struct DecisionMade {
    static constexpr KindInfo kind{"decision.made", 1, false, LogType::Incident};
    Line line{};
    std::optional<PersonId> decidedBy{}; // absent: its author
    static constexpr auto fields() {
        return std::tuple{field(1, &DecisionMade::line), field(2, &DecisionMade::decidedBy)};
    }
};

struct EntryCorrected {
    static constexpr KindInfo kind{"entry.corrected", 1, false, LogType::Incident};
    EventId target = EventId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &EntryCorrected::target)}; }
};

struct EntryWithdrawn {
    static constexpr KindInfo kind{"entry.withdrawn", 1, false, LogType::Incident};
    EventId target = EventId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &EntryWithdrawn::target)}; }
};

struct EntryPinned {
    static constexpr KindInfo kind{"entry.pinned", 1, false, LogType::Incident};
    EventId target = EventId::zeros();
    bool pinned = true;
    static constexpr auto fields() {
        return std::tuple{field(1, &EntryPinned::target), field(2, &EntryPinned::pinned)};
    }
};

// A notice that went out elsewhere, as a line; notices sent by this program are kinds of their own.
struct NoticeRecorded {
    static constexpr KindInfo kind{"notice.recorded", 1, false, LogType::Incident};
    Line line{};
    std::optional<QString> channel{};
    std::optional<NoticeStage> stage{};
    bool contact = false; // it names where to ask
    static constexpr auto fields() {
        return std::tuple{field(1, &NoticeRecorded::line), field(2, &NoticeRecorded::channel),
                          field(3, &NoticeRecorded::stage), field(4, &NoticeRecorded::contact)};
    }
};

// What an authority said or demanded.
struct AuthorityRecorded {
    static constexpr KindInfo kind{"authority.recorded", 1, false, LogType::Incident};
    Line line{};
    static constexpr auto fields() { return std::tuple{field(1, &AuthorityRecorded::line)}; }
};

// The outside party and what holds things up stand in the text.
struct BlockerRaised {
    static constexpr KindInfo kind{"blocker.raised", 1, false, LogType::Incident};
    Line line{};
    std::optional<QString> site{};
    static constexpr auto fields() {
        return std::tuple{field(1, &BlockerRaised::line), field(2, &BlockerRaised::site)};
    }
};

struct BlockerCleared {
    static constexpr KindInfo kind{"blocker.cleared", 1, false, LogType::Incident};
    Line line{};
    EventId target = EventId::zeros();
    static constexpr auto fields() {
        return std::tuple{field(1, &BlockerCleared::line), field(2, &BlockerCleared::target)};
    }
};

} // namespace bongsu
