// What a notice is made of, written once: every channel's text comes from it.
#pragma once

#include "domain/base/localtext.h"
#include "domain/base/moment.h"
#include "domain/event/noticewords.h"

#include <optional>
#include <vector>

namespace bongsu {

// Who is compensated, by what criteria and procedure: what must be told within 30 days of restoration.
struct CompensationFacts {
    LocalText who{};
    LocalText criteria{};
    LocalText procedure{};
    friend bool operator==(const CompensationFacts&, const CompensationFacts&) = default;
};

struct NoticeFacts {
    NoticeStep step = NoticeStep::Investigating;
    QString failureType{};             // key (failuretype.h); may be empty
    LocalText sender{};                // how the organisation signs; may be empty
    std::vector<LocalText> services{}; // public names, the most important first
    LocalText feels{};                 // what users notice: messages are not sent
    std::optional<Moment> since{};
    std::optional<Moment> ended{};
    LocalText cause{};
    Certainty certainty = Certainty::Investigating; // until it is suspected, the cause stands nowhere
    LocalText doing{};
    std::optional<Moment> next{};     // the next notice, as promised
    std::optional<Moment> recovery{}; // empty until somebody stands behind it
    LocalText contact{};
    QString link{};
    QString code{};       // that anyone can look up on the page
    LocalText corrects{}; // what was said and is not so
    CompensationFacts compensation{};
    // What never goes out; staff alone read it.
    std::vector<LocalText> internal{};
    QString commander{};
    QString meeting{}; // how to join the situation meeting
    friend bool operator==(const NoticeFacts&, const NoticeFacts&) = default;
};

// What somebody writes into a notice as its cause: suspected, unless the record says that it is confirmed.
void takeCause(NoticeFacts& facts, const LocalText& cause);

// Words and numbers of the internal facts that stand in a text for others, in the order of the facts. Not
// names of services, the contact, the link or words of a confirmed cause, and none of `ordinary`: words that
// such a text has anyway. Korean particles behind a word do not hide it.
std::vector<QString> internalWordsIn(const QString& text, const NoticeFacts& facts,
                                     const QString& ordinary = {});

} // namespace bongsu
