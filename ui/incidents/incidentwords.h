// What a summary of an incident shows: in the list of incidents and at the top of its own page.
#pragma once

#include "journal/journal.h"

#include <QMetaType>

namespace bongsu {

class Documents;

struct IncidentWords {
    Grade grade = Grade::Watch;
    QString gradeWord; // "전면 장애"
    QString title;
    QString phase;
    bool open = true;
    bool drill = false;
    QString sinceBefore; // "15:30부터 ", then the time elapsed, then …
    QString elapsed;     // "00:41"
    QString sinceAfter;  // " 경과"
    QString commander;
    QString command; // "15:36 수락"; empty while acting
    bool acting = false;
    QString alertName; // "위기경보"; empty: no authority has set a level
    QString alert;     // "주의"
    bool alertIsHigh = false;
    QString meeting;
    QString counts; // "기록 17 · 결정 2"
    QString joinedInto;
    QString nextNotice; // "다음 공지 10:40 남음"; empty: none is promised
    bool nextIsNear = false;
    QString duty; // of the duty to users: "이용자 미고지 00:11 · 0/3"; empty: this organisation has none
    bool dutyIsPressing = false;
};

// As of `now`; with this device's own pending lines. `incident` is one of the journal's. Without `documents`
// no clocks.
IncidentWords wordsFor(const Journal& journal, const Incident& incident, Moment now,
                       const Documents* documents = nullptr);

} // namespace bongsu

Q_DECLARE_METATYPE(bongsu::IncidentWords)
