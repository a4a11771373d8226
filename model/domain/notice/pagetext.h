// What somebody who is called reads on their telephone or in their mail, and what their answer says.
#pragma once

#include "domain/base/moment.h"
#include "domain/event/words.h"
#include "domain/notice/channel.h"
#include "domain/notice/noticetext.h"

#include <optional>

namespace bongsu {

struct PageFacts {
    QString called{}; // the seat's name, or the committee's
    QString title{};  // of the incident; may be empty
    QString person{}; // whoever is called; may be empty
    QString code{};   // to answer with; empty: no answer comes back this way
    bool isDrill = false;
    std::optional<Moment> acceptBy{};
};

// Of SMS: one message of 90 bytes, whatever the title: that is cut, and what no telephone shows stands as
// "?". Times as Seoul's clocks have them.
NoticeText pageText(const Channel& channel, Language language, const PageFacts& facts);

inline constexpr int pageCodeDigits = 4;

struct PageReply {
    QString code;
    SeatAnswer answer;
    friend bool operator==(const PageReply&, const PageReply&) = default;
};
// The first number of exactly four digits, with X or a word of refusal anywhere in it for a no. Nothing: it
// has no such number.
std::optional<PageReply> pageReplyIn(const QString& text);

// What the gateway sends back: taken, turned down, too late, or nobody is called with that code.
enum class PageHeard { Accepted = 1, Declined, Over, Unread };
QString pageAnswerText(PageHeard heard, Language language);

} // namespace bongsu
