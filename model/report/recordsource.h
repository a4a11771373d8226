// A record as what is written out of it needs it: its folded state, its names, and a head for every form.
#pragma once

#include "domain/incident/brief.h"
#include "domain/incident/timeline.h"
#include "domain/log/texts.h"
#include "wording/line.h"

#include <QStringList>

namespace bongsu {

struct RecordSource {
    const Ledger& ledger; // these two outlive their user
    const Texts& texts;
    // As they stand when it begins, with own pending events: a journal makes them anew while a long record is
    // written.
    Organisation organisation;
    Incident incident;
};

// The names of people and devices, titles of incidents, and "#15" for an entry of this record.
Naming namingOf(const RecordSource& source);

// What stands above a record wherever it is written or printed.
struct RecordHead {
    LogId log = LogId::zeros();
    bool drill = false;
    QString stamp; // "[훈련]"; empty where it is none
    QString title;
    QString grade; // "전면 장애"
    QString phase;
    QString commander;
    bool acting = false;
    Moment began{};
    std::optional<Moment> ended{};
    Moment asOf{};
    quint64 lastSeq = 0;    // 0: no entry has a number yet
    QString epoch;          // the first eight digits
    QStringList wordsAtEnd; // four words of the newest entry, to be compared aloud
};
RecordHead headOf(const RecordSource& source, Moment asOf);
QString placeOf(const RecordHead& head); // "#17 · 1a2b3c4d · ..." with its words; empty without an entry
QString dayAndTime(Moment at);           // "2022년 10월 15일 토요일 15:19"

// What a brief says of it.
Briefing briefingOf(const RecordSource& source, Moment now);

} // namespace bongsu
