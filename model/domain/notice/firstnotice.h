// The first notice, approved in peacetime (사전 승인 문안): texts that are fixed but for a few slots, so that
// one person may release them alone. It has no slot for a cause or for a time of recovery.
#pragma once

#include "domain/event/document_facts.h"
#include "domain/notice/noticetext.h"
#include "domain/notice/noticetimes.h"

namespace bongsu {

enum class FirstNoticeSlot { Services = 1, ServicesShort, Since, Next, Contact, Last = Contact };
// As they stand between {{ and }}.
template <>
struct Words<FirstNoticeSlot> {
    static constexpr std::array all{"services", "services_short", "since", "next", "contact"};
};

// Fixed words, or a slot.
struct FirstNoticePiece {
    QString words{};
    std::optional<FirstNoticeSlot> slot{};
    friend bool operator==(const FirstNoticePiece&, const FirstNoticePiece&) = default;
};
// Nothing where something else than a slot stands between {{ and }}.
std::optional<std::vector<FirstNoticePiece>> piecesOf(const QString& text);

struct FirstNoticeText {
    QString channel;
    Audience audience = Audience::Users;
    Language language = Language::Korean;
    std::vector<FirstNoticePiece> title{};
    std::vector<FirstNoticePiece> body{};
    std::vector<Disclosure> tells{};
    bool hasVariables = false; // 알림톡: its slots are variables of a form approved elsewhere
    friend bool operator==(const FirstNoticeText&, const FirstNoticeText&) = default;
};

struct FirstNotice {
    std::vector<LocalText> services{}; // public names: nothing else may fail in a first notice
    std::vector<LocalText> contacts{};
    std::vector<FirstNoticeText> texts{}; // each channel and language once
    friend bool operator==(const FirstNotice&, const FirstNotice&) = default;
};

struct FirstNoticeSlots {
    std::vector<LocalText> services; // some of FirstNotice::services, the most important first
    Moment since;
    Moment next;
    LocalText contact; // one of FirstNotice::contacts
    QString code{};    // the short public code of the notice
    Moment asOf;       // when it is written: times of that day stand without it
    std::chrono::minutes utcOffset = seoulOffset;
    bool isDrill = false;
};

// The texts for those channels (all where none are named), in the order of the document. Nothing where a slot
// is given what may not stand in it.
std::optional<NoticeTexts> fill(const FirstNotice& form, const FirstNoticeSlots& given,
                                const std::vector<QString>& channels = {});

// Whether these are texts of that form, character by character, with slots that say the same in all of them,
// in both languages: what a relay asks before it sends what one person alone released. How services stand,
// which has no words, may be anything, of each service once.
bool fits(const FirstNotice& form, const NoticeTexts& texts, bool isDrill = false);

// "7K4-M2P": two times three letters or digits, without those that are taken for each other.
bool isNoticeCode(const QString& code);

} // namespace bongsu
