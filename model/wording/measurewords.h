// How long things took, as people read it: what each figure counts, and what it came to.
#pragma once

#include "domain/incident/measures.h"

#include <functional>

namespace bongsu {

QString nameOf(MeasureKind kind);    // "첫 공지"
QString formulaOf(MeasureKind kind); // "장애 시작 → 이용자에게 처음 알린 때"

// With the service or the seat that it is of: "복구: 메신저 · 문자". `seatName`: of a seat's key.
QString nameOf(const Measure& measure, const std::function<QString(const QString&)>& seatName);

// "5시간 25분"; "41분째, 아직"; why there is no figure.
QString valueOf(const Measure& measure);

// Late, or nobody did it so far: somebody will ask why.
bool isRemarkable(const Measure& measure);

// One end as a place in the record: "10월 15일 15:50 #4 (언론)".
QString pointWords(const MeasurePoint& point, Moment now);

} // namespace bongsu
