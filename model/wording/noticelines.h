// Lines about notices and their sending, as parts of lineOf(): "상태 페이지: 보냄 1 (공지 #8)".
#pragma once

#include "domain/event/notice_facts.h"

#include <QString>

namespace bongsu {

// What a line takes from around its facts. `relay`, `person`: what they are called.
struct LineWords {
    QString author;
    QString text;  // what it says, or why that is not there
    QString entry; // "#15": the line that it is about; empty where it is about none
    QString relay{};
    bool hasText = true;
    QString person{};
};

// Its text behind it, where there is one.
QString withText(const QString& line, const LineWords& words);

QString factsLine(const NoticeProposed& f, const LineWords& words);
QString factsLine(const NoticeAnswered& f, const LineWords& words);
QString factsLine(const NoticeOverridden& f, const LineWords& words);
QString factsLine(const NoticeStopped& f, const LineWords& words);
QString factsLine(const DeliveryBegun& f, const LineWords& words);
QString factsLine(const DeliveryTold& f, const LineWords& words);
QString factsLine(const DeliveryDecided& f, const LineWords& words);
QString factsLine(const FirstNoticeApproved& f, const LineWords& words);
QString factsLine(const FirstNoticeEnded& f, const LineWords& words);
QString factsLine(const SecretSealed& f, const LineWords& words);

// How many stand how, those that are none left out: "보냄 98 · 실패 2 · 확인 불가 1".
QString countsLine(const DeliveryCounts& counts);

} // namespace bongsu
