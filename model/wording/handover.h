// The brief of a handover (인수인계 브리핑) as a page of plain text: situation, objectives, actions by time,
// organisation, what is to be done, notices.
#pragma once

#include "domain/manual/handover.h"
#include "wording/sitrep.h"

namespace bongsu {

struct HandoverTexts {
    SitrepTexts situation; // its measures: what was decided, the oldest first
    QString objectives{};  // of the period that is worked in; empty: none were said
    std::function<QString(const PersonId&)> person{};
    std::function<QString(const QString& seat)> seat{};
    std::function<QString(const EventId&)> line{}; // what a motion, a request or a blocker says
};

inline constexpr qsizetype handoverBytes = 8000; // two pages

// In the language installed, on this computer's wall clock.
QString handoverPage(const Handover& handover, const HandoverTexts& texts);

} // namespace bongsu
