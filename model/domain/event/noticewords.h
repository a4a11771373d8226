// The closed vocabularies of notices: what is told, to whom, and what became of it.
#pragma once

#include "domain/event/words.h"

namespace bongsu {

// What a notice tells. The first five have the numbers and words of NoticeStage, which lines about notices
// sent elsewhere use. Afterwards: of an outage that was over before anybody could be told (복구 후 안내).
// Compensation: who is compensated, by what criteria and procedure (손해배상 안내).
enum class NoticeStep {
    Investigating = 1,
    Identified,
    Monitoring,
    Resolved,
    Correction,
    Afterwards,
    Compensation,
    Last = Compensation
};

// 이용자, 임직원·계열사, 제휴사, 관계기관, 언론.
enum class Audience { Users = 1, Staff, Partners, Authorities, Press, Last = Press };

// What the law wants users to be told without delay: the fact and its cause, the state of the response, where
// to ask (전기통신사업법 제33조 제2항).
enum class Disclosure { Event = 1, Response, Contact, Last = Contact };

enum class Approval { Approved = 1, Declined, Last = Declined };

// What a person decides of messages of which nobody knows whether they went out (확인 불가), or that a limit
// holds back. Sent: they did. Again: send once more. Abandoned: neither. Allowed: beyond the limit.
enum class DeliveryChoice { Sent = 1, Again, Abandoned, Allowed, Last = Allowed };

template <>
struct Words<NoticeStep> {
    static constexpr std::array all{"investigating", "identified", "monitoring",  "resolved",
                                    "correction",    "afterwards", "compensation"};
};
template <>
struct Words<Audience> {
    static constexpr std::array all{"users", "staff", "partners", "authorities", "press"};
};
template <>
struct Words<Disclosure> {
    static constexpr std::array all{"event", "response", "contact"};
};
template <>
struct Words<Approval> {
    static constexpr std::array all{"approved", "declined"};
};
template <>
struct Words<DeliveryChoice> {
    static constexpr std::array all{"sent", "again", "abandoned", "allowed"};
};

} // namespace bongsu
