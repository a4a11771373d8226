// The facts of what passes between an incident and the authorities beside single lines: their alert level,
// and the reports they are handed.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/words.h"

namespace bongsu {

struct AlertLevelSet {
    static constexpr KindInfo kind{"alert.set", 1, false, LogType::Incident};
    Line line{};
    AlertLevel level = AlertLevel::Attention;
    static constexpr auto fields() {
        return std::tuple{field(1, &AlertLevelSet::line), field(2, &AlertLevelSet::level)};
    }
};

// A situation report (상황보고 제N보) as it was handed over. The page and to whom stand in the text.
struct ReportIssued {
    static constexpr KindInfo kind{"report.issued", 1, false, LogType::Incident};
    Line line{};
    quint64 number = 1;              // of this incident's, from 1
    EventId upTo = EventId::zeros(); // the newest entry that it tells of
    static constexpr auto fields() {
        return std::tuple{field(1, &ReportIssued::line), field(2, &ReportIssued::number),
                          field(3, &ReportIssued::upTo)};
    }
};

} // namespace bongsu
