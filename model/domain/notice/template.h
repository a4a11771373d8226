// Templates of notices, as communications people wrote them in peacetime (notices.yaml, docs/notices.md).
#pragma once

#include "domain/base/localtext.h"
#include "domain/event/noticewords.h"

#include <optional>
#include <set>
#include <vector>

namespace bongsu {

namespace documenttype {
inline constexpr QStringView notices = u"notices"; // key: "notices"
} // namespace documenttype

// One sentence; nothing is ever cut inside it. Its texts have places for facts (mustache.h).
struct TemplateSentence {
    LocalText text;
    LocalText brief{}; // the same with fewer words; empty where there is none
    int rank = 1;      // 1 must stay; the higher, the sooner it goes
    std::vector<Disclosure> tells{};
    friend bool operator==(const TemplateSentence&, const TemplateSentence&) = default;
};
inline constexpr int highestRank = 9;

struct NoticeTemplate {
    NoticeStep step = NoticeStep::Investigating;
    std::vector<Audience> audiences{};   // at least one
    std::vector<QString> failureTypes{}; // keys; none: for all that have none of their own
    LocalText title;
    LocalText briefTitle{};
    std::vector<TemplateSentence> sentences{}; // in the order in which they are read
    friend bool operator==(const NoticeTemplate&, const NoticeTemplate&) = default;
};

struct NoticeTemplates {
    std::vector<NoticeTemplate> templates{};

    // The one for that type of failure, or the one for all; nothing where there is none.
    const NoticeTemplate* of(NoticeStep step, Audience audience, const QString& failureType) const;
    friend bool operator==(const NoticeTemplates&, const NoticeTemplates&) = default;
};

// The places that a template may have. Those of the internal facts only where staff alone read it.
const std::set<QString>& noticePlaces(bool isForStaffAlone);

} // namespace bongsu
