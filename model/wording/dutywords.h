// Clocks of duties, as people read them beside the record; lines about duties and pages, as parts of
// lineOf().
#pragma once

#include "domain/event/duty_facts.h"
#include "domain/event/page_facts.h"
#include "domain/notice/duties.h"
#include "domain/notice/fatecheck.h"
#include "wording/noticelines.h"

namespace bongsu {

// In the language installed: "이용자 미고지 00:11 · 충족 2/3 (연락처 없음)", "이용자 고지 3/3 충족 15:37".
QString dutyClock(const DutyLine& line, Moment now);
// The same without its name: "00:11 · 2/3 (…)", where the name stands beside it.
QString dutyStanding(const DutyLine& line, Moment now);
// Whether somebody ought to look at it at once: nothing was told yet, or it is late.
bool isPressing(const DutyLine& line);

// "next notice in 10:40", "promised notice 03:10 late"; empty: none was promised, or the outage is over.
QString nextNoticeClock(const std::optional<Moment>& promised, Moment now);

// What would happen, and what to do about it.
QString fateWords(const FateFinding& finding);

QString factsLine(const PageBegun& f, const LineWords& words);
QString factsLine(const PageTold& f, const LineWords& words);
QString factsLine(const PageAnswered& f, const LineWords& words);
QString factsLine(const DutyBegun& f, const LineWords& words);
QString factsLine(const DutySettled& f, const LineWords& words);
QString factsLine(const RecipientsCounted& f, const LineWords& words);

} // namespace bongsu
