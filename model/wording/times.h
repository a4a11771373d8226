// Points in time and spans as people read them, on the wall clock of this computer.
#pragma once

#include "domain/base/moment.h"

#include <QDate>

namespace bongsu {

QDate dayOf(Moment at);
std::chrono::minutes utcOffset(Moment at);

QString clockOf(Moment at);            // "15:19"
QString clockWithSecondsOf(Moment at); // "15:19:07"
QString shortDay(const QDate& day);    // "6월 30일(일)", "Sun 30 Jun"
QString dayHeading(const QDate& day);  // "2022년 10월 15일 토요일"
QString dayAndClock(Moment at);        // "10월 15일 15:19"
// "15:19" of the same day as `now`, "10월 15일 15:19" of another.
QString clockSeenFrom(Moment at, Moment now);
// The same where there is little room: "15:19", "10/15 15:19".
QString shortClockSeenFrom(Moment at, Moment now);
QString elapsed(Millis span);   // "00:41", "127:33": hours and minutes, never negative
QString stopwatch(Millis span); // "03:10", "1:03:10": minutes and seconds, never negative
QString spanOf(Millis span);    // "7분", "3시간", "2일": the largest unit alone
// "127시간 33분", "20분", "40초": hours and minutes; seconds below ten minutes. Never negative.
QString lasting(Millis span);

} // namespace bongsu
