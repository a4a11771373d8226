// The facts of pages: whom a relay reaches over telephones and mail because they were called, and what they
// answered by return message. To what address, and in what words, stands nowhere in the record.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/words.h"

namespace bongsu {

// How a page stands: the service took it, said that it is there, refused it; or nobody can tell.
enum class PageState { Sent = 1, Delivered, Failed, Unknown, Last = Unknown };
template <>
struct Words<PageState> {
    static constexpr std::array all{"sent", "delivered", "failed", "unknown"};
};

// Somebody who was called: to a seat, or as a member of the committee (their place in its list).
struct PageItem {
    std::optional<QString> seat{};
    std::optional<quint64> member{};
    EventId call = EventId::zeros(); // seats.called or seat.passed; committee.called
    friend bool operator==(const PageItem&, const PageItem&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &PageItem::seat), field(2, &PageItem::member), field(3, &PageItem::call)};
    }
};

// The relay takes it upon itself to reach these people over one channel: recorded before anything goes out,
// so that of several relays one does it, once.
struct PageBegun {
    static constexpr KindInfo kind{"page.begun", 1, false, LogType::Incident};
    QString channel{};
    std::vector<PageItem> pages{};
    friend bool operator==(const PageBegun&, const PageBegun&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &PageBegun::channel), field(2, &PageBegun::pages)};
    }
};

// What has become of one of them.
struct PageResult {
    quint64 page = 0; // its place in page.begun
    PageState state = PageState::Unknown;
    std::optional<QString> cause{}; // why it failed, as a word
    friend bool operator==(const PageResult&, const PageResult&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &PageResult::page), field(2, &PageResult::state),
                          field(3, &PageResult::cause)};
    }
};
struct PageTold {
    static constexpr KindInfo kind{"page.told", 1, false, LogType::Incident};
    EventId begun = EventId::zeros();
    std::vector<PageResult> results{};
    static constexpr auto fields() {
        return std::tuple{field(1, &PageTold::begun), field(2, &PageTold::results)};
    }
};

// Whoever was paged answered by return message, with the code that stood in it: as good as their own answer.
struct PageAnswered {
    static constexpr KindInfo kind{"page.answered", 1, true, LogType::Incident};
    EventId begun = EventId::zeros();
    quint64 page = 0;
    SeatAnswer answer = SeatAnswer::Accepted; // of a member: whether they come
    PersonId person = PersonId::zeros();      // who was paged
    std::optional<QString> seat{};            // to which; absent: as a member of the committee
    static constexpr auto fields() {
        return std::tuple{field(1, &PageAnswered::begun), field(2, &PageAnswered::page),
                          field(3, &PageAnswered::answer), field(4, &PageAnswered::person),
                          field(5, &PageAnswered::seat)};
    }
};

// How many addresses a relay has in a list that a channel sends to; the addresses it keeps to itself.
struct RecipientsCounted {
    static constexpr KindInfo kind{"recipients.counted", 1, false, LogType::Organisation};
    QString list{};
    quint64 count = 0; // 0: it has none any more
    static constexpr auto fields() {
        return std::tuple{field(1, &RecipientsCounted::list), field(2, &RecipientsCounted::count)};
    }
};

} // namespace bongsu
