// What the board and its sheets say of seats and tasks, in the language installed.
#pragma once

#include "domain/incident/teams.h"
#include "domain/manual/seating.h"
#include "ui/board/boardwords.h"

namespace bongsu {

struct Catalogue;

QString seatName(const BoardContext& board, const QString& seat);

// "총괄 김하늘 수락 15:36", a line a seat; many that nobody was called to share one. Each line's key is its
// seat. Then the teams, without a key.
std::vector<PanelLine> seatWords(const BoardContext& board);
// One for each of these.
PanelLine seatLineWords(const BoardContext& board, const BoardSeat& seat);
// "김하늘 · 수락 15:36", "비어 있음": who has it and since when, spelled out.
QString seatStateWords(const BoardContext& board, const BoardSeat& seat);
// Joined incidents as teams of this one, with what they are called.
struct TeamWords {
    QString title;
    Team team;
};
std::vector<TeamWords> teamWords(const BoardContext& board);
QString seatCountWords(const BoardContext& board); // "수락 7 / 9"
// That too many report to one seat; empty: to none.
QString spanWords(const BoardContext& board);

// The viewer's open tasks: "지연 1 · 잔여 4", the first of them, and how many more there are.
inline constexpr std::size_t mostTasksShown = 5;
struct TaskPanel {
    std::vector<PanelCount> counts{};
    std::vector<PanelLine> lines{}; // empty: none is open
    std::size_t more = 0;
};
TaskPanel taskPanel(const BoardContext& board);
PanelLine taskLineWords(const BoardContext& board, const TaskLine& task);

// "총괄로 호출받았습니다 (김하늘, 15:31). 02:40 안에 답해 주십시오."
QString callWords(const BoardContext& board, const SeatLine& call);

// What a need is called where nothing stands around it: in the tray.
QString needSentence(const Need& need, const BoardContext& board);

// Why somebody is proposed, empty: for no reason but that they are there.
QString reasonWords(const BoardContext& board, const std::optional<ProposedPerson>& proposed,
                    const Catalogue* catalogue);
// As the catalogue calls it, if it is given and knows it.
QString departmentName(const QString& key, const Catalogue* catalogue);

} // namespace bongsu
