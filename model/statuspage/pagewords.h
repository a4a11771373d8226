// The page's own words in Korean and English: a table, since every page is written and signed in both.
#pragma once

#include "domain/base/localtext.h"
#include "domain/event/noticewords.h"
#include "statuspage/publicstate.h"

namespace bongsu {

enum class PageWord {
    Title, // %1 the organisation
    Skip,
    Navigation,
    Now,
    History,
    Codes,
    OtherLanguage, // in the other language
    AsOf,          // %1 a day and its clock, %2 the offset from UTC
    AllWell,
    LookedInto, // an incident that has named no service yet
    Watched,    // all are back, and watched
    SomeAway,   // one or more of the next five, joined
    CountMajor, // %1 how many
    CountPartial,
    CountRecovering,
    CountUnknown,
    CountDegraded,
    OpenIncidents,
    NoOpenIncidents,
    PastIncidents,
    NoPastIncidents,
    AllHistory,
    Components,
    NoComponents,
    OtherGroup,
    Began,    // %1 day and clock
    NextBy,   // %1 day and clock
    ToldOver, // %1 day and clock
    Updates,
    EarlierUpdates, // %1 how many
    CodeOf,         // %1 the code
    Changed,        // what the update says of services
    FromTo,         // %1 service, %2 the state before, %3 after
    Stays,          // %1 service, %2 its state
    Corrects,       // %1 the clock of what it corrects
    CorrectedAt,    // %1 the clock of the correction
    CorrectsPlain,  // where nothing can be linked
    CorrectedPlain,
    CodesExplained,
    NoCodes,
    Code,
    Told,
    Incident,
    Contact,
    Feeds,
    Data,
    Signed,
    Keys,
    ZoneExplained, // %1 the offset
    Year,          // %1
    Years,
    Month,      // %1 the year, %2 the month
    Day,        // %1 month, %2 day, %3 weekday, %4 clock
    DayAndYear, // and %5 the year
    Last = DayAndYear
};

QString say(PageWord word, Language language);
QString monthName(int month, Language language); // 1 to 12
QString weekdayName(int day, Language language); // 1, Monday, to 7
QString say(NoticeStep step, Language language);
QString say(ServiceState state, Language language);
QString say(UpdateStatus status, Language language);

// "Services: 3 out · 2 partly out", or that all are in order: what `status.description` and the page's first
// line say. Never that all is well while an incident is open.
QString summaryOf(const PublicPage& page, Language language);
// The text with what corrects it or what it corrects before it, for files where nothing can stand beside it.
QString tellingOf(const PublicPage& page, const PublicIncident& incident, const PublicUpdate& update,
                  Language language);

} // namespace bongsu
