#include "statuspage/pagewords.h"

namespace bongsu {

namespace {

struct Said {
    const char16_t* ko;
    const char16_t* en;

    QString in(Language language) const { return QString::fromUtf16(language == Language::Korean ? ko : en); }
};

// In the order of PageWord. Published and signed in both languages at once, whatever the machine speaks:
// therefore a table here, and not translations that follow the reader of a program.
constexpr std::array<Said, std::size_t(PageWord::Last) + 1> table{{
    {u"%1 서비스 상태", u"%1 service status"},
    {u"본문으로 바로가기", u"Skip to content"},
    {u"이 사이트", u"This site"},
    {u"현재 상태", u"Now"},
    {u"지난 장애", u"Past incidents"},
    {u"공지 번호 확인", u"Check a notice"},
    {u"한국어", u"English"},
    {u"%1 기준 (%2)", u"As of %1 (%2)"},
    {u"모든 서비스가 정상입니다", u"All services are operational"},
    {u"장애를 확인하고 있습니다", u"We are looking into a problem"},
    {u"복구되어 지켜보고 있습니다", u"Restored, and being watched"},
    {u"서비스 %1", u"Services: %1"},
    {u"중단 %1", u"%1 out"},
    {u"일부 장애 %1", u"%1 partly out"},
    {u"복구 중 %1", u"%1 being restored"},
    {u"확인 중 %1", u"%1 being checked"},
    {u"지연 %1", u"%1 slow"},
    {u"진행 중인 장애", u"Incidents under way"},
    {u"알려 드릴 장애가 없습니다.", u"There is no incident to tell you about."},
    {u"지난 장애", u"Past incidents"},
    {u"지난 장애가 없습니다.", u"There were no incidents."},
    {u"지난 장애 모두 보기", u"All past incidents"},
    {u"서비스별 상태", u"Status of each service"},
    {u"표시할 서비스가 아직 없습니다.", u"No services are shown yet."},
    {u"그 밖의 서비스", u"Other services"},
    {u"%1 시작", u"Began %1"},
    {u"다음 공지 %1까지", u"Next notice by %1"},
    {u"%1 정상화 공지", u"Told to be over %1"},
    {u"공지", u"Notices"},
    {u"이전 공지 %1건과 자세한 내용", u"Earlier notices (%1) and details"},
    {u"공지 번호 %1", u"Notice %1"},
    {u"이 공지로 바뀐 상태", u"What this notice changed"},
    {u"%1: %2 → %3", u"%1: %2 → %3"},
    {u"%1: %2 (그대로)", u"%1: %2 (unchanged)"},
    {u"%1 공지를 바로잡습니다.", u"This corrects the notice of %1."},
    {u"이 공지는 %1에 정정되었습니다.", u"This notice was corrected at %1."},
    {u"[정정: %1 공지] %2", u"[Correction of the notice of %1] %2"},
    {u"[%1에 정정됨] %2", u"[Corrected at %1] %2"},
    {u"문자나 앱으로 받은 공지에 적힌 번호를 이 표에서 찾으십시오. 표에 없는 번호라면 저희가 보낸 공지가 "
     u"아닐 수 "
     u"있습니다.",
     u"Look up the number that stands in a message you received. A number that is not in this table may not "
     u"be of "
     u"a notice of ours."},
    {u"번호가 있는 공지가 아직 없습니다.", u"There are no numbered notices yet."},
    {u"공지 번호", u"Number"},
    {u"공지 시각", u"Told at"},
    {u"내용", u"About"},
    {u"문의", u"Questions"},
    {u"받아 보기", u"Subscribe"},
    {u"프로그램용 자료", u"Data for programs"},
    {u"이 페이지와 자료에는 전자서명이 있습니다.", u"This page and its data are signed."},
    {u"서명 확인용 공개키", u"Public key to check the signatures"},
    {u"모든 시각은 %1입니다.", u"All times are in %1."},
    {u"%1년", u"%1"},
    {u"연도별", u"By year"},
    {u"%1년 %2", u"%2 %1"},
    {u"%1 %2일 (%3) %4", u"%3 %2 %1, %4"},
    {u"%5년 %1 %2일 (%3) %4", u"%3 %2 %1 %5, %4"},
}};

constexpr std::array<Said, 12> months{{
    {u"1월", u"January"},
    {u"2월", u"February"},
    {u"3월", u"March"},
    {u"4월", u"April"},
    {u"5월", u"May"},
    {u"6월", u"June"},
    {u"7월", u"July"},
    {u"8월", u"August"},
    {u"9월", u"September"},
    {u"10월", u"October"},
    {u"11월", u"November"},
    {u"12월", u"December"},
}};

constexpr std::array<Said, 7> weekdays{{
    {u"월", u"Mon"},
    {u"화", u"Tue"},
    {u"수", u"Wed"},
    {u"목", u"Thu"},
    {u"금", u"Fri"},
    {u"토", u"Sat"},
    {u"일", u"Sun"},
}};

constexpr std::array<Said, std::size_t(NoticeStep::Last)> steps{{
    {u"원인 확인 중", u"Investigating"},
    {u"원인 확인", u"Identified"},
    {u"복구 후 관찰", u"Monitoring"},
    {u"정상화", u"Resolved"},
    {u"정정", u"Correction"},
    {u"복구 후 안내", u"After recovery"},
    {u"손해배상 안내", u"Compensation"},
}};

constexpr std::array<Said, std::size_t(ServiceState::Last)> states{{
    {u"정상", u"Operational"},
    {u"지연", u"Slow"},
    {u"일부 장애", u"Partly out"},
    {u"중단", u"Out"},
    {u"복구 중", u"Being restored"},
    {u"확인 중", u"Being checked"},
}};

constexpr std::array<Said, std::size_t(UpdateStatus::Last)> statuses{{
    {u"원인 확인 중", u"Investigating"},
    {u"원인 확인", u"Identified"},
    {u"복구 후 관찰", u"Monitoring"},
    {u"정상화", u"Resolved"},
    {u"사후 안내", u"Postmortem"},
}};

} // namespace

QString say(PageWord word, Language language) {
    return table.at(std::size_t(word)).in(language);
}

QString monthName(int month, Language language) {
    return months.at(std::size_t(month - 1)).in(language);
}

QString weekdayName(int day, Language language) {
    return weekdays.at(std::size_t(day - 1)).in(language);
}

QString say(NoticeStep step, Language language) {
    return steps.at(std::size_t(step) - 1).in(language);
}

QString say(ServiceState state, Language language) {
    return states.at(std::size_t(state) - 1).in(language);
}

QString say(UpdateStatus status, Language language) {
    return statuses.at(std::size_t(status) - 1).in(language);
}

} // namespace bongsu
