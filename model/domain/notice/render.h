// From the facts, written once, to each channel's exact text.
//
// How a text is made to fit, by rule, so that people know what to expect:
// 1. All sentences in full, in the order of the template. A sentence with a fact that is not there is left
//    out; one that must stay (rank 1) then blocks the channel, and says what is missing.
// 2. Where that is too long, sentences take their short form, one after the other: the highest rank first, of
//    equal ranks the one that stands last.
// 3. Where all are short, whole sentences go in the same order. Those of rank 1 stay, and no sentence is cut.
//    Room that is left then goes back to the most important: their full form, one by one, where it fits.
// 4. The link stays: where no sentence that is left has it, it stands at the end. Not on the status page
//    itself, and not in a banner, which people open.
// 5. What then is too long is blocked. So is a character that the channel cannot carry, at once: it would go
//    unnoticed with the sentence that holds it.
// 6. A message to telephones is an SMS of 90 bytes if what must stay fits there in short form, for that costs
//    a third and reaches every telephone; else an LMS of 2,000 bytes, with as much as fits there, and without
//    a title that does not.
// 7. Where several languages go out as one post, each has an equal part of the room.
// 8. A messenger's template (alimtalk) has a form that was approved as it is: it is never shortened.
#pragma once

#include "domain/notice/count.h"
#include "domain/notice/facts.h"
#include "domain/notice/noticetext.h"
#include "domain/notice/noticetimes.h"
#include "domain/notice/template.h"

namespace bongsu {

enum class BlockReason {
    NoTemplate = 1, // for that step and audience
    TooLong,        // (by so many units)
    Character,      // (which the channel cannot carry)
    Emoji,          // the same
    FactMissing,    // (its place in the template)
    Untranslated,   // (the same): written in the other language alone
    Last = Untranslated
};
template <>
struct Words<BlockReason> {
    static constexpr std::array all{"no_template", "too_long",     "character",
                                    "emoji",       "fact_missing", "untranslated"};
};

struct Blocked {
    BlockReason reason = BlockReason::NoTemplate;
    QString word{};     // the character, or the place
    qsizetype over = 0; // of TooLong, in the unit of the count
    friend bool operator==(const Blocked&, const Blocked&) = default;
};

struct RenderedText {
    NoticeText text;
    TextCount count{};
    std::vector<int> shortened{}; // sentences of the template, from 1
    std::vector<int> dropped{};
    bool isTitleShort = false;
    std::vector<QString>
        internal{}; // words of internal facts that stand in it: a warning, where others read it
    std::optional<Blocked> blocked{};
    friend bool operator==(const RenderedText&, const RenderedText&) = default;
};

struct RenderSettings {
    Moment asOf{};                                // when it is written: times of that day stand without it
    std::chrono::minutes utcOffset = seoulOffset; // of the readers' wall clock
    bool isDrill = false;                         // every text begins with it
};

// Whose template a channel with several audiences gets: users' where they are among them, else the first but
// staff's; staff's where staff alone read it.
Audience audienceOf(const Channel& channel);

RenderedText renderText(const NoticeTemplates& templates, const Channel& channel, Language language,
                        const NoticeFacts& facts, const RenderSettings& settings);
// Each of those channels in each of its languages, in their order; a key that no channel has is passed over.
std::vector<RenderedText> renderTexts(const NoticeTemplates& templates, const Channels& channels,
                                      const std::vector<QString>& keys, const NoticeFacts& facts,
                                      const RenderSettings& settings);
// Those that are not blocked, as they are approved and sent.
NoticeTexts sendable(const std::vector<RenderedText>& rendered, const NoticeFacts& facts);

// In front of every text of a drill.
QString drillMark(Language language); // "[훈련]", "[EXERCISE]"
// "메신저, 택시, 지도 외 6", "Messenger, Taxi, Map and 6 more"; short: "메신저 등", "Messenger and others".
QString servicesInFull(const std::vector<LocalText>& services, Language language);
QString servicesInShort(const std::vector<LocalText>& services, Language language);

} // namespace bongsu
