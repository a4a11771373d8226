// Times as a notice says them: on the wall clock of its readers, given as an offset from UTC.
#pragma once

#include "domain/base/localtext.h"
#include "domain/base/moment.h"

#include <optional>

namespace bongsu {

inline constexpr std::chrono::minutes seoulOffset{540};

// "15:30" on the day of `asOf`, else with the day: "10월 15일 15:30" in Korean, "15 Oct 15:30" in English; of
// another year with that, too. English readers may be anywhere, so there a zone stands behind: "15:30 KST".
QString noticeTime(Moment at, Moment asOf, std::chrono::minutes utcOffset, Language language);

// What such a text says of the clock on the wall; parts that it does not say are 0.
struct ToldTime {
    int year = 0;
    int month = 0;
    int day = 0;
    QString clock{}; // "15:30"
    friend bool operator==(const ToldTime&, const ToldTime&) = default;
};
// Nothing for what noticeTime() could not give, character by character.
std::optional<ToldTime> toldTime(const QString& text, Language language);

} // namespace bongsu
