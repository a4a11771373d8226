// What a board says of the committee, of what was asked for, and of the period that is worked in.
#pragma once

#include "domain/manual/standing.h"
#include "ui/board/boardwords.h"

namespace bongsu {

// "4명 중 참석 2 · 오는 중 1"
QString attendanceWords(const Meeting& meeting);
// "찬성 1 · 반대 0 · 미표결 3"; what is missing only where something is.
QString votesWords(const Motion& motion, const Meeting& meeting);

// "재해선언: 주 센터가 두 시간 안에 돌아오지 않는다"
QString motionTitle(const Journal& journal, const Incident& incident, const EventId& motion);

// Everything that was put to the committee, in its order.
struct MotionWords {
    QString motion;  // its title
    QString outcome; // empty: it is still to be voted on
    QString votes;
    QString when{}; // it was decided, or is to be
};
std::vector<MotionWords> motionWords(const BoardContext& board);

// The meeting and who comes, open motions and votes, the last decided one; requests. Empty: nothing of it.
std::vector<PanelLine> committeeWords(const BoardContext& board);

} // namespace bongsu
