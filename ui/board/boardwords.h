// What the columns beside the record say of an incident, in the language installed.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/incident/board.h"
#include "domain/manual/manual.h"
#include "domain/roster/roster.h"
#include "journal/journal.h"
#include "ui/board/panel.h"

namespace bongsu {

// What words are made from: the journal's view of one incident, as of `now`.
struct BoardContext {
    const Journal& journal;
    const Incident& incident;
    Moment now;
    const Manual* manual = nullptr;             // what its seats are called by; null: none is known here
    const Catalogue* catalogue = nullptr;       // who owns its services; null: nothing was published
    const std::vector<Shift>* shifts = nullptr; // around now, of all rosters; null: none is known here
    bool onPaper = false;                       // read by others, and on another day
};

// "나" for oneself; on paper their name.
QString personOnBoard(const BoardContext& board, const PersonId& person);

// "15:19" of today, "10/15 15:19"; on paper as dayAndClock(): it is read on another day.
QString timeOnBoard(const BoardContext& board, Moment at);

std::vector<PanelCount> serviceCountWords(const BoardContext& board);
// "■ 중단 9 · ◪ 일부 3" and what is blocked, in one line: where there is no room for the column.
QString foldedWords(const BoardContext& board);

// "12,000 / 32,000 servers": how much of something is back.
QString restoredWords(const Restored& restored);

// What holds things up: blockers, then sites no work goes into, in the order of blockersOf() and
// holdsAbout().
std::vector<PanelLine> blockedWords(const BoardContext& board);

// How far a site has come back; `done` and `inProgress` are shares of 1, absent without a total.
struct RestorationWords {
    QString heading; // "판교 복구"
    QString count;   // "12,000 / 32,000"
    QString below;   // "진행 중 2,000~3,000 · 15:30 기준"
    std::optional<double> done{};
    std::optional<double> inProgress{};
};
std::vector<RestorationWords> restorationWords(const BoardContext& board);

std::vector<PanelLine> peopleWords(const BoardContext& board);
std::vector<PanelLine> noticeWords(const BoardContext& board);

// "판교 작업 중지": what is needed, and since when. `emphasis` is its bold part.
struct NeedWords {
    QString before;
    QString emphasis;
    QString after;
};
NeedWords needWords(const Need& need, const BoardContext& board);

} // namespace bongsu
