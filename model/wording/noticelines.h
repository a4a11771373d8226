// Lines about notices and their sending, as parts of lineOf(): "상태 페이지: 보냄 1 (공지 #8)".
#pragma once

#include "domain/event/notice_facts.h"

#include <QString>

namespace bongsu {

// What a line takes from around its facts. `notice`, `relay`, `person`: what they are called.
struct NoticeWords {
    QString author;
    QString text;   // what it says, or why that is not there
    QString notice; // "#15"; of a proposal empty
    QString relay{};
    bool hasText = true;
    QString person{};
};

QString noticeLine(const NoticeProposed& f, const NoticeWords& words);
QString noticeLine(const NoticeAnswered& f, const NoticeWords& words);
QString noticeLine(const NoticeOverridden& f, const NoticeWords& words);
QString noticeLine(const NoticeStopped& f, const NoticeWords& words);
QString noticeLine(const DeliveryBegun& f, const NoticeWords& words);
QString noticeLine(const DeliveryTold& f, const NoticeWords& words);
QString noticeLine(const DeliveryDecided& f, const NoticeWords& words);
QString noticeLine(const FirstNoticeApproved& f, const NoticeWords& words);
QString noticeLine(const FirstNoticeEnded& f, const NoticeWords& words);
QString noticeLine(const SecretSealed& f, const NoticeWords& words);

// How many stand how, those that are none left out: "보냄 98 · 실패 2 · 확인 불가 1".
QString countsLine(const DeliveryCounts& counts);

} // namespace bongsu
