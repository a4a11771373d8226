// What a notice and its sending look like, channel by channel, in the language installed.
#pragma once

#include "domain/notice/channel.h"
#include "domain/notice/reach.h"
#include "journal/noticedesk.h"
#include "ui/board/boardwords.h"

namespace bongsu {

// One channel of a notice: its exact text, or why it has none, and how far that has gone out.
struct NoticeCard {
    QString channel; // its key
    QString name{};
    QString note{}; // at the right end: a count against its limit, or a state
    Ink noteInk = Ink::Quiet;
    std::optional<double> share{}; // of the limit, or of what is to go out
    Ink shareInk = Ink::Info;
    QString title{};
    QString body{};
    QString foot{};
    Ink footInk = Ink::Quiet;
    bool out = false; // nothing goes out here
    friend bool operator==(const NoticeCard&, const NoticeCard&) = default;
};
QString spokenWords(const NoticeCard& card); // the whole of it

// Of a draft: what goes out first, then what cannot, then what was not chosen.
std::vector<NoticeCard> cardsOf(const NoticeDraft& draft, const Channels& channels,
                                const Catalogue& catalogue);
// Of a notice. `texts`: null while they are not here. `channels`: null: no names are known.
std::vector<NoticeCard> cardsOf(const NoticeStatus& notice, const NoticeTexts* texts,
                                const Channels* channels, Moment now);

// "▶ 15:37 원인 확인 중 · 보냄 7 · 확인 불가 1", as a line of a list.
PanelLine noticeLineOf(const BoardContext& board, const EventId& id, const NoticeStatus& notice);
// Who wrote it, who said yes or is asked to, until when.
QString standingWords(const BoardContext& board, const NoticeStatus& notice);
// "이용자 고지 3/3": what of the statutory three goes out with it; ember where something is missing.
std::pair<QString, Ink> disclosedWords(const NoticeDraft& draft);
// As a line of a list begins: "Investigating".
QString stepName(NoticeStep step);
// "문자·메일 42,000건 · 약 378,000원 · 14분"; empty: it goes to no list, and costs nothing.
QString reachWords(const Reach& reach);
// Of all channels together.
DeliveryCounts countsOf(const NoticeStatus& notice);

} // namespace bongsu
