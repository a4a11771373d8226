<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>Action</name>
    <message>
        <source>Incidents</source>
        <translation>장애 목록</translation>
    </message>
    <message>
        <source>Show three times</source>
        <translation>세 시각 보기</translation>
    </message>
    <message>
        <source>Declare an incident</source>
        <translation>장애 선언</translation>
    </message>
    <message>
        <source>Light, dark, high contrast</source>
        <translation>밝게, 어둡게, 고대비</translation>
    </message>
    <message>
        <source>Korean or English</source>
        <translation>한국어 또는 영어</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>크게</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>작게</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>원래 크기</translation>
    </message>
    <message>
        <source>State services</source>
        <translation>서비스 상태 기록</translation>
    </message>
    <message>
        <source>Take command</source>
        <translation>총괄 맡기</translation>
    </message>
    <message>
        <source>Set the meeting place</source>
        <translation>상황 회의 정하기</translation>
    </message>
    <message>
        <source>Change the grade</source>
        <translation>등급 바꾸기</translation>
    </message>
    <message>
        <source>Change the phase</source>
        <translation>단계 바꾸기</translation>
    </message>
    <message>
        <source>Hold all work at a site</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>Let work go on at a site</source>
        <translation>작업 중지 해제</translation>
    </message>
    <message>
        <source>Something is blocked</source>
        <translation>막힌 것 기록</translation>
    </message>
    <message>
        <source>It is blocked no longer</source>
        <translation>막힌 것 풀림</translation>
    </message>
    <message>
        <source>Join this incident into another</source>
        <translation>다른 장애에 합류</translation>
    </message>
    <message>
        <source>Services and what is blocked</source>
        <translation>서비스·막힌 것</translation>
    </message>
    <message>
        <source>People and notices</source>
        <translation>사람·공지</translation>
    </message>
    <message>
        <source>The first of what is needed now</source>
        <translation>지금 필요한 것 1</translation>
    </message>
    <message>
        <source>The second of what is needed now</source>
        <translation>지금 필요한 것 2</translation>
    </message>
    <message>
        <source>The third of what is needed now</source>
        <translation>지금 필요한 것 3</translation>
    </message>
    <message>
        <source>Copy the brief</source>
        <translation>한 줄 브리핑</translation>
    </message>
    <message>
        <source>Record a call</source>
        <translation>통화로 기록</translation>
    </message>
    <message>
        <source>Write the record into a file</source>
        <translation>기록을 파일로 내보내기</translation>
    </message>
    <message>
        <source>Print the board</source>
        <translation>상황판 인쇄</translation>
    </message>
    <message>
        <source>Print the record</source>
        <translation>기록 인쇄</translation>
    </message>
    <message>
        <source>Join by an invite</source>
        <translation>초대로 참여</translation>
    </message>
    <message>
        <source>Start an organisation on this computer</source>
        <translation>이 컴퓨터에서 조직 시작</translation>
    </message>
    <message>
        <source>Look around in a drill</source>
        <translation>훈련으로 둘러보기</translation>
    </message>
    <message>
        <source>Everything by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>The organisation on this computer</source>
        <translation>이 컴퓨터의 조직</translation>
    </message>
    <message>
        <source>Another window</source>
        <translation>창 하나 더</translation>
    </message>
    <message>
        <source>Wall display</source>
        <translation>상황판 화면</translation>
    </message>
    <message>
        <source>Leave the drill</source>
        <translation>훈련 나가기</translation>
    </message>
    <message>
        <source>Find in the record</source>
        <translation>기록에서 찾기</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>시각으로 가기</translation>
    </message>
    <message>
        <source>Show all lines</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Show decisions only</source>
        <translation>결정만 보기</translation>
    </message>
    <message>
        <source>Show what names me</source>
        <translation>나에게 온 것 보기</translation>
    </message>
    <message>
        <source>Show one kind, person or service</source>
        <translation>종류·사람·서비스로 보기</translation>
    </message>
    <message>
        <source>What I missed</source>
        <translation>자리 비운 사이</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>파일 첨부</translation>
    </message>
    <message>
        <source>Attach what was copied</source>
        <translation>복사한 것 첨부</translation>
    </message>
    <message>
        <source>Roles and manual</source>
        <translation>역할·매뉴얼</translation>
    </message>
    <message>
        <source>I take the seat I am called to</source>
        <translation>호출받은 역할을 맡겠습니다</translation>
    </message>
    <message>
        <source>I cannot take the seat I am called to</source>
        <translation>호출받은 역할을 맡기 어렵습니다</translation>
    </message>
    <message>
        <source>Call everyone to their seats</source>
        <translation>모두 호출 (비상소집)</translation>
    </message>
    <message>
        <source>Give a seat to somebody</source>
        <translation>역할 맡기기</translation>
    </message>
    <message>
        <source>Hand over a seat</source>
        <translation>역할 인수인계</translation>
    </message>
    <message>
        <source>Accepted by phone</source>
        <translation>전화로 수락받음</translation>
    </message>
    <message>
        <source>Give up a seat</source>
        <translation>역할 비우기</translation>
    </message>
    <message>
        <source>Tasks: done or skipped</source>
        <translation>할 일 끝냄·건너뜀</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>할 일 더하기</translation>
    </message>
    <message>
        <source>Say what kind of failure it is</source>
        <translation>장애 유형 정하기</translation>
    </message>
    <message>
        <source>Are the manuals ready?</source>
        <translation>매뉴얼 준비 상태</translation>
    </message>
    <message>
        <source>The committee</source>
        <translation>위원회</translation>
    </message>
    <message>
        <source>Call the committee together</source>
        <translation>위원회 소집</translation>
    </message>
    <message>
        <source>Who comes to the committee</source>
        <translation>위원회 응소 현황</translation>
    </message>
    <message>
        <source>Put a motion to the committee</source>
        <translation>위원회에 안건 올리기</translation>
    </message>
    <message>
        <source>Close a motion</source>
        <translation>안건 의결</translation>
    </message>
    <message>
        <source>Copy the minutes</source>
        <translation>회의록 복사</translation>
    </message>
    <message>
        <source>Ask for people, equipment, room or money</source>
        <translation>인력·장비·공간·예산 요청</translation>
    </message>
    <message>
        <source>Answer requests</source>
        <translation>자원 요청에 답하기</translation>
    </message>
    <message>
        <source>Open an operational period</source>
        <translation>대응 주기 열기</translation>
    </message>
    <message>
        <source>Confirm my services</source>
        <translation>내 서비스 상태 확인</translation>
    </message>
    <message>
        <source>How many users are hit</source>
        <translation>영향받는 이용자 적기</translation>
    </message>
    <message>
        <source>State the cause</source>
        <translation>원인 적기</translation>
    </message>
    <message>
        <source>When it is expected back</source>
        <translation>복구 예상 시각 적기</translation>
    </message>
    <message>
        <source>Print the situation summary</source>
        <translation>상황 요약 인쇄</translation>
    </message>
    <message>
        <source>Print the response organisation</source>
        <translation>대응 조직도 인쇄</translation>
    </message>
    <message>
        <source>Print the situation report</source>
        <translation>상황보고 인쇄</translation>
    </message>
    <message>
        <source>Print my activity log</source>
        <translation>내 활동일지 인쇄</translation>
    </message>
    <message>
        <source>Vote on a motion</source>
        <translation>안건에 표결하기</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>상황보고</translation>
    </message>
    <message>
        <source>An authority demands something</source>
        <translation>관계기관 요구 적기</translation>
    </message>
    <message>
        <source>Handover: what the next must know</source>
        <translation>인수인계: 다음 사람이 알 것</translation>
    </message>
    <message>
        <source>People and how they are reached</source>
        <translation>사람과 연락처</translation>
    </message>
    <message>
        <source>The government&apos;s alert level</source>
        <translation>위기경보 단계</translation>
    </message>
    <message>
        <source>Hand over for inspection</source>
        <translation>점검 자료 내주기</translation>
    </message>
    <message>
        <source>Who is on duty</source>
        <translation>근무표</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>What was known at an earlier time</source>
        <translation>그때 알던 대로 보기</translation>
    </message>
    <message>
        <source>How long things took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Print the retrospective&apos;s draft</source>
        <translation>회고 초안 인쇄</translation>
    </message>
    <message>
        <source>Look back in one piece or by sub-committees</source>
        <translation>회고를 하나로, 또는 소위원회로</translation>
    </message>
    <message>
        <source>Actions after incidents</source>
        <translation>재발방지 과제</translation>
    </message>
    <message>
        <source>Look back: the retrospective</source>
        <translation>장애 회고</translation>
    </message>
    <message>
        <source>Declare a new epoch</source>
        <translation>새 세대 선언</translation>
    </message>
</context>
<context>
    <name>ActionKind</name>
    <message>
        <source>prevent</source>
        <translation>예방</translation>
    </message>
    <message>
        <source>detect</source>
        <translation>탐지</translation>
    </message>
    <message>
        <source>respond</source>
        <translation>대응</translation>
    </message>
    <message>
        <source>recover</source>
        <translation>복구</translation>
    </message>
</context>
<context>
    <name>ActionRegister</name>
    <message>
        <source>Incident: %1</source>
        <translation>장애: %1</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>상태: %1</translation>
    </message>
    <message>
        <source>Owner: %1</source>
        <translation>담당: %1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>기한: %1</translation>
    </message>
    <message>
        <source>Answers the order: %1</source>
        <translation>시정 요구 항목: %1</translation>
    </message>
    <message>
        <source>Why not: %1</source>
        <translation>하지 않는 이유: %1</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>증빙: %1</translation>
    </message>
    <message>
        <source>Done by: %1</source>
        <translation>완료: %1</translation>
    </message>
    <message>
        <source>Confirmed by: %1</source>
        <translation>확인: %1</translation>
    </message>
    <message>
        <source>exercise</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>ordered by an authority</source>
        <translation>시정조치</translation>
    </message>
    <message>
        <source>the company&apos;s own</source>
        <translation>자체 과제</translation>
    </message>
    <message>
        <source>Budget: %1 won</source>
        <translation>예산: %1원</translation>
    </message>
</context>
<context>
    <name>ActionState</name>
    <message>
        <source>open</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>due soon</source>
        <translation>기한 임박</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>done, to be confirmed by a second person</source>
        <translation>완료, 다른 사람의 확인 대기</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>하지 않음</translation>
    </message>
</context>
<context>
    <name>ActionTerm</name>
    <message>
        <source>short term</source>
        <translation>단기</translation>
    </message>
    <message>
        <source>mid to long term</source>
        <translation>중장기</translation>
    </message>
</context>
<context>
    <name>AlertLevel</name>
    <message>
        <source>attention</source>
        <translation>관심</translation>
    </message>
    <message>
        <source>caution</source>
        <translation>주의</translation>
    </message>
    <message>
        <source>alert</source>
        <translation>경계</translation>
    </message>
    <message>
        <source>serious</source>
        <translation>심각</translation>
    </message>
</context>
<context>
    <name>Attachment</name>
    <message>
        <source>This file is larger than may be attached (at most %1). Nothing was recorded, and the file is as it was. Attach a part of it, or write where it lies.</source>
        <translation>첨부할 수 있는 크기(최대 %1)보다 큰 파일입니다. 아무것도 기록되지 않았고 파일은 그대로입니다. 일부만 첨부하거나 어디에 있는지 적으세요.</translation>
    </message>
    <message>
        <source>No more than %1 files go with one line. This one was not taken; the others are still here. Record these first.</source>
        <translation>한 줄에는 파일을 %1개까지 붙일 수 있습니다. 이 파일은 붙지 않았고 나머지는 그대로 있습니다. 먼저 기록하세요.</translation>
    </message>
</context>
<context>
    <name>Attendance</name>
    <message>
        <source>coming</source>
        <translation>오는 중</translation>
    </message>
    <message>
        <source>present</source>
        <translation>참석</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>불참</translation>
    </message>
</context>
<context>
    <name>Audience</name>
    <message>
        <source>users</source>
        <translation>이용자</translation>
    </message>
    <message>
        <source>staff and group companies</source>
        <translation>임직원·계열사</translation>
    </message>
    <message>
        <source>partners</source>
        <translation>제휴사</translation>
    </message>
    <message>
        <source>authorities</source>
        <translation>관계기관</translation>
    </message>
    <message>
        <source>press</source>
        <translation>언론</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>since %1</source>
        <comment>a service&apos;s state</comment>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>no word yet</source>
        <translation>확인 전</translation>
    </message>
    <message>
        <source>down %1</source>
        <translation>중단 %1</translation>
    </message>
    <message>
        <source>partly %1</source>
        <translation>일부 %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>확인 중 %1</translation>
    </message>
    <message>
        <source>normal %1</source>
        <translation>정상 %1</translation>
    </message>
    <message>
        <source>blocked %1</source>
        <translation>막힌 것 %1</translation>
    </message>
    <message>
        <source>%1: no work</source>
        <comment>a site</comment>
        <translation>%1 작업 중지</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>%1: recovery</source>
        <comment>a site</comment>
        <translation>%1 복구</translation>
    </message>
    <message>
        <source>in progress %1</source>
        <translation>진행 중 %1</translation>
    </message>
    <message>
        <source>as of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Acting commander</source>
        <translation>임시 총괄</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>not accepted yet</source>
        <translation>미수락</translation>
    </message>
    <message>
        <source>%1 after it began</source>
        <translation>시작 %1 뒤</translation>
    </message>
    <message>
        <source>Users have not been told</source>
        <translation>이용자 공지 없음</translation>
    </message>
    <message>
        <source>First notice</source>
        <translation>1차 공지</translation>
    </message>
    <message>
        <source>Where to ask</source>
        <translation>문의처 안내</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>안내 전</translation>
    </message>
    <message>
        <source>Last notice</source>
        <translation>마지막 공지</translation>
    </message>
    <message>
        <source>promised: %1</source>
        <translation>약속: %1</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>위원회</translation>
    </message>
    <message>
        <source>present %1, coming %2 of %3</source>
        <translation>%3명 중 참석 %1 · 오는 중 %2</translation>
    </message>
    <message>
        <source>for %1, against %2, missing %3</source>
        <translation>찬성 %1 · 반대 %2 · 미표결 %3</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>요청됨</translation>
    </message>
    <message>
        <source>Period %1</source>
        <translation>대응 주기 %1</translation>
    </message>
    <message>
        <source>over</source>
        <translation>끝남</translation>
    </message>
    <message>
        <source>handover in %1</source>
        <translation>교대까지 %1</translation>
    </message>
    <message>
        <source>owner has not confirmed</source>
        <translation>담당 미확인</translation>
    </message>
    <message>
        <source>owner confirmed</source>
        <translation>담당 확인</translation>
    </message>
    <message>
        <source>%1 over its RTO</source>
        <translation>RTO 초과 %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Cause: being looked for</source>
        <translation>원인: 확인 중</translation>
    </message>
    <message>
        <source>Cause %1</source>
        <translation>원인 %1</translation>
    </message>
    <message>
        <source>%1 (%2 %3)</source>
        <comment>a cause, who says so, since when</comment>
        <translation>%1 (%2 %3)</translation>
    </message>
    <message>
        <source>%1: nobody can tell when it is back. %2</source>
        <translation>%1: 복구 시각을 알 수 없음. %2</translation>
    </message>
    <message>
        <source>%1 expected back %2</source>
        <translation>%1 복구 예상 %2</translation>
    </message>
    <message>
        <source>, at first %1 (%2 changes)</source>
        <translation>, 처음에는 %1 (%2번 바뀜)</translation>
    </message>
    <message>
        <source>. Basis: %1</source>
        <translation>. 근거: %1</translation>
    </message>
    <message>
        <source>When it is back will be said as soon as it is known.</source>
        <translation>복구 예상 시각은 확인되는 대로 알리겠습니다.</translation>
    </message>
    <message>
        <source>for %1, against %2</source>
        <translation>찬성 %1 · 반대 %2</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>nobody has stated it yet</source>
        <translation>아직 아무도 올리지 않았습니다</translation>
    </message>
    <message>
        <source>not in order since %1</source>
        <translation>%1부터 정상이 아님</translation>
    </message>
    <message>
        <source>not stated by itself: %1</source>
        <comment>functions</comment>
        <translation>따로 올리지 않음: %1</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>기능</translation>
    </message>
    <message>
        <source>all platforms</source>
        <translation>모든 플랫폼</translation>
    </message>
    <message>
        <source>Users hit</source>
        <translation>영향 이용자</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>복구 수량</translation>
    </message>
    <message>
        <source>nobody of the owner has confirmed it yet</source>
        <translation>담당 부서가 아직 확인하지 않았습니다</translation>
    </message>
    <message>
        <source>confirmed by %1 %2</source>
        <comment>who, when</comment>
        <translation>%1 확인 %2</translation>
    </message>
    <message>
        <source>stated by the owner: %1</source>
        <translation>담당 부서가 직접 올림: %1</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>within %1 (hours:minutes)</source>
        <translation>%1 안에 (시:분)</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>RTO</source>
        <translation>복구 목표</translation>
    </message>
    <message>
        <source>no word of it</source>
        <comment>a service</comment>
        <translation>상태 없음</translation>
    </message>
    <message>
        <source>%1 stands on it</source>
        <translation>%1의 선행</translation>
    </message>
    <message>
        <source>Stands on</source>
        <translation>선행 서비스</translation>
    </message>
    <message>
        <source>hit by this incident</source>
        <translation>이 장애의 센터</translation>
    </message>
    <message>
        <source>runs here</source>
        <translation>운영 중</translation>
    </message>
    <message>
        <source>%1 % spare</source>
        <comment>of the whole load</comment>
        <translation>여유 %1 %</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>센터</translation>
    </message>
    <message>
        <source>Catalogue</source>
        <translation>서비스 목록</translation>
    </message>
    <message>
        <source>It is not in the catalogue: who owns it, its RTO and what it stands on are not known here.</source>
        <translation>서비스 목록에 없어 담당 부서, 복구 목표, 선행 서비스를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Expected back</source>
        <translation>복구 예상</translation>
    </message>
    <message>
        <source>That time has passed.</source>
        <translation>그 시각이 지났습니다.</translation>
    </message>
    <message>
        <source>Said before</source>
        <translation>앞서 알림</translation>
    </message>
    <message>
        <source>No service is named yet.</source>
        <translation>아직 올린 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>%1: expected back %2</source>
        <comment>when it was said</comment>
        <translation>%1에 알림: %2 복구 예상</translation>
    </message>
    <message>
        <source>%1: nobody could tell</source>
        <comment>when it was said</comment>
        <translation>%1에 알림: 예상할 수 없음</translation>
    </message>
    <message>
        <source>The whole incident</source>
        <translation>장애 전체</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>센터</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>누가</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>약속</translation>
    </message>
    <message>
        <source>nothing was promised</source>
        <translation>약속한 것이 없습니다</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>언제부터</translation>
    </message>
    <message>
        <source>for %1 (hours:minutes)</source>
        <translation>%1 경과 (시:분)</translation>
    </message>
    <message>
        <source>Said by</source>
        <translation>올린 사람</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>all work of the organisation</source>
        <translation>조직의 모든 작업</translation>
    </message>
    <message>
        <source>the work of this incident</source>
        <translation>이 장애의 작업</translation>
    </message>
    <message>
        <source>back %1</source>
        <comment>expected</comment>
        <translation>복구 예상 %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>%1 left to its RTO</source>
        <translation>RTO 잔여 %1</translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message>
        <source>[EXERCISE]</source>
        <translation>[훈련]</translation>
    </message>
    <message>
        <source>%1 incident</source>
        <translation>%1 장애</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1일 %2시간</translation>
    </message>
    <message>
        <source>%1 down</source>
        <translation>%1 중단</translation>
    </message>
    <message>
        <source>%2 services down, among them %1</source>
        <translation>%1 등 %2개 서비스 중단</translation>
    </message>
    <message>
        <source>services down: %1</source>
        <translation>서비스 %1개 중단</translation>
    </message>
    <message>
        <source>%1 impaired</source>
        <translation>%1 일부 장애</translation>
    </message>
    <message>
        <source>%2 services impaired, among them %1</source>
        <translation>%1 등 %2개 서비스 일부 장애</translation>
    </message>
    <message>
        <source>services impaired: %1</source>
        <translation>서비스 %1개 일부 장애</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a site, what failed there</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a cause, what it did</comment>
        <translation>%1으로(로) %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a title, what is down</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 (%2).</source>
        <comment>what happened, for how long</comment>
        <translation>%1(%2).</translation>
    </message>
    <message>
        <source>Phase: %1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Grade %1, %2.</source>
        <comment>a grade, a phase</comment>
        <translation>%1 장애, %2.</translation>
    </message>
    <message>
        <source>Acting commander %1.</source>
        <translation>임시 총괄 %1.</translation>
    </message>
    <message>
        <source>Commander %1.</source>
        <translation>총괄 %1.</translation>
    </message>
    <message>
        <source>Being restored, %1 first.</source>
        <translation>%1부터 복구 중.</translation>
    </message>
    <message>
        <source>%1 of %2 restored.</source>
        <translation>%2 중 %1 복구.</translation>
    </message>
    <message>
        <source>First notice %1, newest %2.</source>
        <translation>1차 공지 %1, 최근 %2.</translation>
    </message>
    <message>
        <source>First notice %1.</source>
        <translation>1차 공지 %1.</translation>
    </message>
    <message>
        <source>Blocked at %1.</source>
        <translation>막힌 것: %1.</translation>
    </message>
    <message>
        <source>Blockers: %1.</source>
        <translation>막힌 것 %1건.</translation>
    </message>
    <message>
        <source>[As of %1]</source>
        <translation>[%1 기준]</translation>
    </message>
</context>
<context>
    <name>CallScript</name>
    <message>
        <source>We are looking for the cause, and will say so as soon as it is confirmed.</source>
        <translation>원인을 확인하고 있습니다. 확인되는 대로 알려 드리겠습니다.</translation>
    </message>
    <message>
        <source>It is suspected and not confirmed: %1</source>
        <translation>확인된 것은 아니며 추정입니다. %1</translation>
    </message>
    <message>
        <source>It is expected back at %1.</source>
        <translation>%1에 복구될 예정입니다.</translation>
    </message>
    <message>
        <source>We report again by %1.</source>
        <translation>%1까지 다시 알려 드리겠습니다.</translation>
    </message>
    <message>
        <source>For whoever answers the telephone, as of %1</source>
        <translation>고객 응대 대본, %1 기준</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <translation>%2부터 %1입니다.</translation>
    </message>
    <message>
        <source>What does not work, and since when?</source>
        <translation>무엇이 언제부터 안 됩니까?</translation>
    </message>
    <message>
        <source>Does it work again?</source>
        <translation>이제 됩니까?</translation>
    </message>
    <message>
        <source>Yes, since %1.</source>
        <translation>네, %1부터 됩니다.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>왜 그렇습니까?</translation>
    </message>
    <message>
        <source>What are you doing about it?</source>
        <translation>어떻게 하고 있습니까?</translation>
    </message>
    <message>
        <source>We are working on it with everybody we have.</source>
        <translation>모든 인력이 복구하고 있습니다.</translation>
    </message>
    <message>
        <source>When does it work again?</source>
        <translation>언제 됩니까?</translation>
    </message>
    <message>
        <source>Is there compensation?</source>
        <translation>보상이 있습니까?</translation>
    </message>
    <message>
        <source>Where can I look?</source>
        <translation>어디서 볼 수 있습니까?</translation>
    </message>
    <message>
        <source>%1, code %2</source>
        <translation>%1, 확인 번호 %2</translation>
    </message>
    <message>
        <source>Nobody can say yet. (Promise no time.)</source>
        <translation>아직 말씀드릴 수 없습니다. (시각을 약속하지 않습니다.)</translation>
    </message>
    <message>
        <source>It is not decided yet, and will be told in a notice. (Promise nothing.)</source>
        <translation>아직 정해지지 않았고 정해지면 공지로 알려 드리겠습니다. (아무것도 약속하지 않습니다.)</translation>
    </message>
</context>
<context>
    <name>Cause</name>
    <message>
        <source>its address is not found</source>
        <translation>주소를 찾을 수 없음</translation>
    </message>
    <message>
        <source>nobody answers there</source>
        <translation>응답하는 곳이 없음</translation>
    </message>
    <message>
        <source>no safe line to it</source>
        <translation>안전한 연결이 되지 않음</translation>
    </message>
    <message>
        <source>the service says: too many</source>
        <translation>서비스가 너무 많다고 함</translation>
    </message>
    <message>
        <source>the service is down</source>
        <translation>서비스 장애</translation>
    </message>
    <message>
        <source>its folder cannot be written</source>
        <translation>폴더에 쓸 수 없음</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translation>제때 응답이 없음</translation>
    </message>
    <message>
        <source>the line broke</source>
        <translation>연결이 끊김</translation>
    </message>
    <message>
        <source>half an answer</source>
        <translation>응답이 중간에 끊김</translation>
    </message>
    <message>
        <source>its gateway does not know</source>
        <translation>중계 서버도 결과를 모름</translation>
    </message>
    <message>
        <source>an answer that makes no sense</source>
        <translation>알 수 없는 응답</translation>
    </message>
    <message>
        <source>the sending program failed</source>
        <translation>보내는 프로그램이 실패함</translation>
    </message>
    <message>
        <source>password or key refused</source>
        <translation>암호나 키가 거절됨</translation>
    </message>
    <message>
        <source>no such account there</source>
        <translation>그런 계정이 없음</translation>
    </message>
    <message>
        <source>refused by the service</source>
        <translation>서비스가 거절함</translation>
    </message>
    <message>
        <source>already there</source>
        <translation>이미 있음</translation>
    </message>
    <message>
        <source>too long for it</source>
        <translation>너무 긺</translation>
    </message>
    <message>
        <source>a character that it cannot carry</source>
        <translation>보낼 수 없는 글자가 있음</translation>
    </message>
    <message>
        <source>its address has changed</source>
        <translation>주소가 바뀜</translation>
    </message>
    <message>
        <source>an address that is none</source>
        <translation>받는 주소가 잘못됨</translation>
    </message>
    <message>
        <source>its address is none</source>
        <translation>채널 주소가 잘못됨</translation>
    </message>
    <message>
        <source>a setting or secret lacks</source>
        <translation>설정이나 비밀이 빠짐</translation>
    </message>
    <message>
        <source>another address: secret wanted again</source>
        <translation>주소가 바뀌어 비밀을 다시 주어야 함</translation>
    </message>
    <message>
        <source>not in a drill</source>
        <translation>훈련에서는 보내지 않음</translation>
    </message>
    <message>
        <source>readers still see the old one</source>
        <translation>아직 이전 것이 보임</translation>
    </message>
    <message>
        <source>no channels published</source>
        <translation>게시된 채널이 없음</translation>
    </message>
    <message>
        <source>no such channel published</source>
        <translation>게시되지 않은 채널</translation>
    </message>
    <message>
        <source>its text is not here</source>
        <translation>글이 아직 여기에 없음</translation>
    </message>
    <message>
        <source>not as approved beforehand</source>
        <translation>미리 승인한 형식이 아님</translation>
    </message>
    <message>
        <source>no list of addresses</source>
        <translation>주소 목록이 없음</translation>
    </message>
    <message>
        <source>for drills alone</source>
        <translation>훈련에만 쓰는 채널</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>answered or passed on before</source>
        <translation>그 전에 응답했거나 넘어감</translation>
    </message>
</context>
<context>
    <name>Certainty</name>
    <message>
        <source>being looked for</source>
        <translation>확인 중</translation>
    </message>
    <message>
        <source>suspected</source>
        <translation>추정</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
</context>
<context>
    <name>Certificate</name>
    <message>
        <source>The relay&apos;s certificate only holds from %1.</source>
        <translation>비상 서버의 인증서는 %1부터 유효합니다.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate runs out on %1.</source>
        <translation>비상 서버의 인증서가 %1에 만료됩니다.</translation>
    </message>
    <message>
        <source>The relay&apos;s certificate ran out on %1.</source>
        <translation>비상 서버의 인증서가 %1에 만료되었습니다.</translation>
    </message>
    <message>
        <source>One of two clocks is wrong: check this computer&apos;s, and ask whoever runs the relay to check its and restart it. The connection is safe all the same: the relay&apos;s key is the right one.</source>
        <translation>두 시계 중 하나가 틀렸습니다. 이 컴퓨터의 시계를 확인하고, 비상 서버 담당자에게 그쪽 시계를 확인한 뒤 다시 시작해 달라고 하세요. 비상 서버의 키가 맞으므로 연결은 안전합니다.</translation>
    </message>
    <message>
        <source>Ask whoever runs the relay to restart it: that makes a new certificate. The connection is safe all the same: the relay&apos;s key is the right one.</source>
        <translation>비상 서버 담당자에게 다시 시작해 달라고 하세요. 그러면 새 인증서가 만들어집니다. 비상 서버의 키가 맞으므로 연결은 안전합니다.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, then restart the relay: that makes a new certificate for the same key. Until then everybody is warned.</source>
        <translation>이 컴퓨터의 시계를 확인한 뒤 비상 서버를 다시 시작하세요. 같은 키로 새 인증서가 만들어집니다. 그때까지 모두에게 경고가 보입니다.</translation>
    </message>
    <message>
        <source>Restart the relay: that makes a new certificate for the same key. Until then everybody is warned.</source>
        <translation>비상 서버를 다시 시작하세요. 같은 키로 새 인증서가 만들어집니다. 그때까지 모두에게 경고가 보입니다.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s clock, then close Bongsu here and open it again: that makes a new certificate for the same key. Until then everybody is warned; the connection is safe all the same.</source>
        <translation>이 컴퓨터의 시계를 확인한 뒤 여기서 봉수를 끝내고 다시 여세요. 같은 키로 새 인증서가 만들어집니다. 그때까지 모두에게 경고가 보이지만 연결은 안전합니다.</translation>
    </message>
    <message>
        <source>Close Bongsu here and open it again: that makes a new certificate for the same key. Until then everybody is warned; the connection is safe all the same.</source>
        <translation>여기서 봉수를 끝내고 다시 여세요. 같은 키로 새 인증서가 만들어집니다. 그때까지 모두에게 경고가 보이지만 연결은 안전합니다.</translation>
    </message>
</context>
<context>
    <name>CountUnit</name>
    <message>
        <source>%1 servers</source>
        <translation>서버 %1대</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 users</source>
        <translation>이용자 %1명</translation>
    </message>
    <message>
        <source>%1 services</source>
        <translation>서비스 %1개</translation>
    </message>
</context>
<context>
    <name>DeliveryChoice</name>
    <message>
        <source>it went out</source>
        <translation>발송된 것으로 함</translation>
    </message>
    <message>
        <source>sent once more</source>
        <translation>다시 발송</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>발송 포기</translation>
    </message>
    <message>
        <source>sent beyond the limit</source>
        <translation>한도를 넘겨 발송</translation>
    </message>
</context>
<context>
    <name>Desktop</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>event</source>
        <translation>사건</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>header</source>
        <translation>머리말</translation>
    </message>
    <message>
        <source>signed head</source>
        <translation>서명된 끝 기록</translation>
    </message>
    <message>
        <source>facts</source>
        <translation>사실</translation>
    </message>
    <message>
        <source>text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>facts and text</source>
        <translation>사실과 글</translation>
    </message>
    <message>
        <source>flags</source>
        <translation>표시</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>비상 서버</translation>
    </message>
    <message>
        <source>title, sites, services or times</source>
        <translation>제목·데이터센터·서비스·시각</translation>
    </message>
    <message>
        <source>the incident to join</source>
        <translation>합류할 장애</translation>
    </message>
    <message>
        <source>site</source>
        <translation>데이터센터</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>number of services</source>
        <translation>서비스 수</translation>
    </message>
    <message>
        <source>numbers restored</source>
        <translation>복구 수치</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>채널</translation>
    </message>
    <message>
        <source>readers</source>
        <translation>열람자</translation>
    </message>
    <message>
        <source>department</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>place</source>
        <translation>장소</translation>
    </message>
    <message>
        <source>invite</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>certificate</source>
        <translation>인증서</translation>
    </message>
    <message>
        <source>number of people and devices</source>
        <translation>사람·기기 수</translation>
    </message>
    <message>
        <source>users hit</source>
        <translation>영향받는 이용자</translation>
    </message>
    <message>
        <source>number of impacts</source>
        <translation>영향 기록의 수</translation>
    </message>
    <message>
        <source>number of recovery times</source>
        <translation>복구 예상 시각의 수</translation>
    </message>
    <message>
        <source>members and quorum</source>
        <translation>위원과 의결 정족수</translation>
    </message>
    <message>
        <source>member</source>
        <translation>위원</translation>
    </message>
    <message>
        <source>committee meeting</source>
        <translation>위원회 회의</translation>
    </message>
    <message>
        <source>motion</source>
        <translation>안건</translation>
    </message>
    <message>
        <source>number of motions</source>
        <translation>안건의 수</translation>
    </message>
    <message>
        <source>outcome: the votes say otherwise</source>
        <translation>의결 결과: 표결과 다름</translation>
    </message>
    <message>
        <source>what is asked for</source>
        <translation>요청하는 자원</translation>
    </message>
    <message>
        <source>number of requests</source>
        <translation>요청의 수</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>who it is from</source>
        <translation>요구한 기관</translation>
    </message>
</context>
<context>
    <name>Disclosure</name>
    <message>
        <source>the outage and its cause</source>
        <translation>장애 사실과 원인</translation>
    </message>
    <message>
        <source>what is being done</source>
        <translation>조치 현황</translation>
    </message>
    <message>
        <source>where to ask</source>
        <translation>문의처</translation>
    </message>
</context>
<context>
    <name>DocumentFault</name>
    <message>
        <source>The file is larger than %1 bytes, which is more than people write by hand. Check that it is the right file.</source>
        <translation>파일이 %1바이트보다 큽니다. 사람이 직접 쓴 파일로 보기 어렵습니다. 맞는 파일인지 확인하세요.</translation>
    </message>
    <message>
        <source>From here on this is not UTF-8 text. Save the file as UTF-8 in the editor, and read it again.</source>
        <translation>여기서부터 UTF-8 글이 아닙니다. 편집기에서 파일을 UTF-8로 저장한 뒤 다시 읽으세요.</translation>
    </message>
    <message>
        <source>An invisible control character (%1) stands here. Delete it; if there are many, check that it is the right file.</source>
        <translation>보이지 않는 제어 문자(%1)가 있습니다. 지우세요. 여러 개라면 맞는 파일인지 확인하세요.</translation>
    </message>
    <message>
        <source>This line is indented with a tab. Use spaces instead: two for each level.</source>
        <translation>이 줄은 탭으로 들여 썼습니다. 탭 대신 빈칸을 쓰세요. 한 단계에 두 칸입니다.</translation>
    </message>
    <message>
        <source>This cannot be read. Compare the indentation with the lines above, put a space behind every colon, and put text that holds : or # into quotation marks.</source>
        <translation>읽을 수 없습니다. 들여쓰기를 윗줄과 맞추고, 쌍점(:) 뒤에 한 칸을 띄우고, :이나 #이 든 글은 따옴표로 감싸세요.</translation>
    </message>
    <message>
        <source>A quotation mark or bracket that opens here is never closed. Close it at the end of the text or of the list.</source>
        <translation>여기서 연 따옴표나 괄호가 닫히지 않았습니다. 글이나 목록이 끝나는 곳에서 닫으세요.</translation>
    </message>
    <message>
        <source>A second document begins here (---). Write one document in each file.</source>
        <translation>여기서 두 번째 문서(---)가 시작됩니다. 파일 하나에 문서 하나만 쓰세요.</translation>
    </message>
    <message>
        <source>This does not belong to what stands above it. Compare the indentation with the lines above.</source>
        <translation>윗부분과 이어지지 않는 내용입니다. 들여쓰기를 윗줄과 맞추세요.</translation>
    </message>
    <message>
        <source>References within the file (&amp; and *) are not read here. Write the text out; if it is to begin with &amp; or *, put it into quotation marks.</source>
        <translation>파일 안의 참조(&amp;, *)는 쓸 수 없습니다. 내용을 그대로 쓰세요. 글이 &amp;나 *로 시작한다면 따옴표로 감싸세요.</translation>
    </message>
    <message>
        <source>Types marked with ! are not read here. Delete the mark; if the text is to begin with !, put it into quotation marks.</source>
        <translation>!로 적는 형식 표시는 쓸 수 없습니다. 표시를 지우세요. 글이 !로 시작한다면 따옴표로 감싸세요.</translation>
    </message>
    <message>
        <source>In front of a colon there must be a word. Write a key there; text that begins with [ or { goes into quotation marks.</source>
        <translation>쌍점(:) 앞에는 낱말이 있어야 합니다. 항목 이름을 쓰세요. 글이 [나 {로 시작한다면 따옴표로 감싸세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here a second time; the first is in line %2. Keep one of the two.</source>
        <translation>「%1」 항목이 두 번 있습니다. 처음 것은 %2행에 있습니다. 하나만 남기세요.</translation>
    </message>
    <message>
        <source>Lists and maps stand inside each other here more than %1 levels deep. Close a bracket, or write it flatter.</source>
        <translation>목록과 항목이 여기서 %1단계보다 깊습니다. 괄호를 닫거나 얕게 쓰세요.</translation>
    </message>
    <message>
        <source>There are more than %1 of these. Leave some out, or check that it is the right file.</source>
        <translation>%1개보다 많습니다. 일부를 빼거나, 맞는 파일인지 확인하세요.</translation>
    </message>
    <message>
        <source>This text is longer than %1 bytes. Shorten it, or divide it.</source>
        <translation>글이 %1바이트보다 깁니다. 줄이거나 나누세요.</translation>
    </message>
    <message>
        <source>Nothing is called &quot;%1&quot; here. Correct the word, or delete the line.</source>
        <translation>여기에는 「%1」 항목이 없습니다. 고치거나 줄을 지우세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing here. Add a line for it.</source>
        <translation>「%1」 항목이 빠졌습니다. 줄을 추가하세요.</translation>
    </message>
    <message>
        <source>Nothing stands under &quot;%1&quot;. Write it, or delete the line.</source>
        <translation>「%1」 항목이 비어 있습니다. 내용을 쓰거나 줄을 지우세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be a single text. Write it behind the colon, without a list or a map.</source>
        <translation>「%1」 항목에는 글 하나가 와야 합니다. 목록이나 하위 항목 없이 쌍점(:) 뒤에 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be a text. Write one for both languages, or {ko: ..., en: ...}.</source>
        <translation>「%1」 항목에는 글이 와야 합니다. 두 언어에 함께 쓸 글 하나를 쓰거나 {ko: …, en: …}처럼 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is to be a list. Write [one, another], or a line with a dash for each.</source>
        <translation>「%1」 항목에는 목록이 와야 합니다. [하나, 둘]처럼 쓰거나 줄마다 -를 붙여 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs keys with values here. Write lines like &quot;name: ...&quot;.</source>
        <translation>「%1」 항목에는 이름과 값이 와야 합니다. &quot;name: …&quot;처럼 줄마다 쓰세요.</translation>
    </message>
    <message>
        <source>Nobody can be told from this. Write a person&apos;s name, or one of &quot;seat: ...&quot; and &quot;department: ...&quot;.</source>
        <translation>누구인지 알 수 없습니다. 사람 이름을 쓰거나 &quot;seat: …&quot;, &quot;department: …&quot; 가운데 하나를 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be a name to refer to. Use one line of at most %2 bytes, with no space around it.</source>
        <translation>「%1」 같은 이름은 쓸 수 없습니다. 앞뒤 빈칸 없이 한 줄로, %2바이트까지 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number. Write one in digits (%2).</source>
        <translation>「%1」 값은 정수가 아닙니다. 숫자로 쓰세요(%2).</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is out of range. Write a number within %2.</source>
        <translation>「%1」 값이 범위를 벗어났습니다. %2 안의 숫자를 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date of the calendar. Write it as 2026-11-01.</source>
        <translation>「%1」 값은 달력에 있는 날짜가 아닙니다. 2026-11-01처럼 쓰세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither yes nor no. Write one of the two.</source>
        <translation>「%1」 값은 yes도 no도 아닙니다. 둘 가운데 하나를 쓰세요.</translation>
    </message>
    <message>
        <source>This program does not know version &quot;%1&quot; of the file. Write version %2, or update the program.</source>
        <translation>이 프로그램은 파일 형식 「%1」 판을 모릅니다. %2 판으로 쓰거나 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>There is no site called &quot;%1&quot;. Correct the name, or add it under &quot;sites&quot;.</source>
        <translation>「%1」 데이터센터가 없습니다. 이름을 고치거나 &quot;sites&quot;에 추가하세요.</translation>
    </message>
    <message>
        <source>There is no department called &quot;%1&quot;. Correct the name, or add it to the catalogue under &quot;departments&quot;.</source>
        <translation>「%1」 부서가 없습니다. 이름을 고치거나 서비스 목록의 &quot;departments&quot;에 추가하세요.</translation>
    </message>
    <message>
        <source>There is no group called &quot;%1&quot;. Correct the name, or add it under &quot;groups&quot;.</source>
        <translation>「%1」 묶음이 없습니다. 이름을 고치거나 &quot;groups&quot;에 추가하세요.</translation>
    </message>
    <message>
        <source>There is no service called &quot;%1&quot;. Correct the name, or add it under &quot;services&quot;.</source>
        <translation>「%1」 서비스가 없습니다. 이름을 고치거나 &quot;services&quot;에 추가하세요.</translation>
    </message>
    <message>
        <source>This manual has no seat called &quot;%1&quot;. Correct the name, or add it under &quot;seats&quot;.</source>
        <translation>이 매뉴얼에는 「%1」 역할이 없습니다. 이름을 고치거나 &quot;seats&quot;에 추가하세요.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands here a second time; the first is in line %2. Delete one, or give it a name of its own.</source>
        <translation>「%1」 이름이 두 번 있습니다. 처음 것은 %2행에 있습니다. 하나를 지우거나 다른 이름을 붙이세요.</translation>
    </message>
    <message>
        <source>These services need each other, so none could be recovered first: %1. Take one of these needs out.</source>
        <translation>서비스가 서로를 선행 서비스로 삼아 먼저 복구할 수 있는 것이 없습니다: %1. &quot;needs&quot; 하나를 빼세요.</translation>
    </message>
    <message>
        <source>These seats report to each other, so nobody stands above them: %1. Change one &quot;reports-to&quot;.</source>
        <translation>역할이 서로에게 보고하여 위에 아무도 없습니다: %1. &quot;reports-to&quot; 하나를 고치세요.</translation>
    </message>
    <message>
        <source>These seats go to each other&apos;s holders, so nobody would be called: %1. Name a person in one of them.</source>
        <translation>역할이 서로의 담당자에게 돌아가 아무도 호출되지 않습니다: %1. 한 곳에 사람 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>The manual has no seat &quot;%1&quot;. Add it: somebody must command.</source>
        <translation>이 매뉴얼에는 「%1」 역할이 없습니다. 총괄할 사람이 있어야 하니 추가하세요.</translation>
    </message>
    <message>
        <source>The commander reports to nobody in a manual. Delete this &quot;reports-to&quot;.</source>
        <translation>매뉴얼에서 총괄은 아무에게도 보고하지 않습니다. 이 &quot;reports-to&quot;를 지우세요.</translation>
    </message>
    <message>
        <source>From here on there are more faults: %1. Correct those above, then read the file again.</source>
        <translation>이 뒤에 잘못된 곳이 더 있습니다: %1곳. 위의 것을 고친 뒤 파일을 다시 읽으세요.</translation>
    </message>
    <message>
        <source>Perhaps it is to be &quot;%1&quot;.</source>
        <translation>혹시 「%1」인지 확인하세요.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>%1행 %2열: %3</translation>
    </message>
    <message>
        <source>This is no iCalendar file: it is to begin with BEGIN:VCALENDAR. Check that it is the right file, and export it as .ics.</source>
        <translation>iCalendar 파일이 아닙니다. BEGIN:VCALENDAR로 시작해야 합니다. 맞는 파일인지 확인하고 .ics로 내보내 주십시오.</translation>
    </message>
    <message>
        <source>BEGIN and END do not fit each other here (%1). The file was cut off or changed by hand; export it again.</source>
        <translation>여기서 BEGIN과 END가 맞지 않습니다(%1). 파일이 잘렸거나 손으로 고쳐졌습니다. 다시 내보내 주십시오.</translation>
    </message>
    <message>
        <source>What stands under %1 cannot be read: &quot;%2&quot;. Correct it in the calendar, and export the file again.</source>
        <translation>%1에 적힌 값을 읽을 수 없습니다: &quot;%2&quot;. 캘린더에서 고치고 파일을 다시 내보내 주십시오.</translation>
    </message>
    <message>
        <source>Nobody knows a time zone called &quot;%1&quot;, and the file does not describe it. Write one like Asia/Seoul.</source>
        <translation>&quot;%1&quot;이라는 시간대는 알려져 있지 않고 파일에도 정의가 없습니다. Asia/Seoul처럼 적어 주십시오.</translation>
    </message>
    <message>
        <source>This ends when it begins, or before. Correct one of the two times.</source>
        <translation>끝나는 때가 시작하는 때와 같거나 그보다 앞섭니다. 둘 중 하나를 고쳐 주십시오.</translation>
    </message>
    <message>
        <source>This has both DTEND and DURATION. Keep one of the two.</source>
        <translation>DTEND와 DURATION이 함께 있습니다. 둘 중 하나만 남겨 주십시오.</translation>
    </message>
    <message>
        <source>This rule of repetition cannot be read: &quot;%1&quot;. Set the repetition anew in the calendar, and export the file again.</source>
        <translation>반복 규칙을 읽을 수 없습니다: &quot;%1&quot;. 캘린더에서 반복을 다시 정하고 파일을 다시 내보내 주십시오.</translation>
    </message>
    <message>
        <source>To follow this rule, more than %1 times would have to be looked at. Begin it later, or repeat by days or weeks.</source>
        <translation>이 규칙을 따르려면 %1번 넘게 살펴봐야 합니다. 시작을 늦추거나 일 또는 주 단위로 반복해 주십시오.</translation>
    </message>
    <message>
        <source>An exception for all that follow (RANGE=THISANDFUTURE) is not read here. End the first series, and begin another.</source>
        <translation>이후 전체를 바꾸는 예외(RANGE=THISANDFUTURE)는 읽지 않습니다. 앞의 반복을 끝내고 새 반복을 시작해 주십시오.</translation>
    </message>
    <message>
        <source>The roster gives more than %1 shifts in the time looked at. Repeat less often, or divide it into several rosters.</source>
        <translation>살펴보는 기간에 근무가 %1개를 넘습니다. 반복을 줄이거나 근무표를 여러 개로 나누어 주십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; may not stand here. Write one of: %2.</source>
        <translation>&quot;%1&quot;은(는) 여기에 쓸 수 없습니다. 다음 가운데 하나를 쓰십시오: %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a secret, and everybody who reads this file would have it. Take it out, have a new one issued if the file was given to anybody, and seal that to the relays.</source>
        <translation>&quot;%1&quot;은(는) 비밀이어서, 이 파일을 읽는 모두가 알게 됩니다. 지우고, 이미 남에게 준 파일이면 새로 발급받아 비상 서버에 봉해 넣으십시오.</translation>
    </message>
    <message>
        <source>There is no channel called &quot;%1&quot;. Correct the name, or add it under &quot;list&quot;.</source>
        <translation>&quot;%1&quot;이라는 채널이 없습니다. 이름을 고치거나 &quot;list&quot; 아래에 추가하십시오.</translation>
    </message>
    <message>
        <source>These channels stand in for each other, so nothing would be sent when all fail: %1. Take one &quot;fallback&quot; out.</source>
        <translation>이 채널들은 서로를 대신하게 되어 있어, 모두 막히면 아무것도 나가지 않습니다: %1. &quot;fallback&quot; 하나를 빼십시오.</translation>
    </message>
    <message>
        <source>Nothing of a notice is called &quot;%1&quot;. Correct the word between {{ and }}.</source>
        <translation>공지에 &quot;%1&quot;이라는 것은 없습니다. {{와 }} 사이의 낱말을 고치십시오.</translation>
    </message>
    <message>
        <source>What opens here is never closed: %1. Write }} behind it, or {{/name}} where the part ends.</source>
        <translation>여기서 연 것을 닫지 않았습니다: %1. 뒤에 }}를 쓰거나, 그 부분이 끝나는 곳에 {{/이름}}을 쓰십시오.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is closed here and was not opened last. Close parts in the reverse order in which they open.</source>
        <translation>여기서 닫은 &quot;%1&quot;은(는) 마지막에 연 것이 아닙니다. 연 순서의 거꾸로 닫으십시오.</translation>
    </message>
    <message>
        <source>%1 is not read here. Write {{name}}, {{#name}}...{{/name}} or {{^name}}...{{/name}}.</source>
        <translation>%1은(는) 여기서 읽지 않습니다. {{이름}}, {{#이름}}...{{/이름}}, {{^이름}}...{{/이름}} 가운데 하나로 쓰십시오.</translation>
    </message>
    <message>
        <source>No sentence has rank 1, so a short channel could end up with nothing. Give rank 1 to those that must stay.</source>
        <translation>rank 1인 문장이 없어, 짧은 채널에는 아무 말도 남지 않을 수 있습니다. 반드시 남아야 할 문장에 rank 1을 주십시오.</translation>
    </message>
    <message>
        <source>No text for users tells all three that the law asks for: event, response, contact. Let one text tell them all.</source>
        <translation>이용자에게 가는 글 가운데 법이 요구하는 세 가지(event, response, contact)를 모두 알리는 것이 없습니다. 한 글이 셋을 모두 알리게 하십시오.</translation>
    </message>
    <message>
        <source>This text is to say where users ask, and has no place for it. Write {{contact}} into it, or take &quot;contact&quot; out of &quot;tells&quot;.</source>
        <translation>문의처를 알린다고 한 글에 문의처 자리가 없습니다. {{contact}}를 넣거나, &quot;tells&quot;에서 &quot;contact&quot;를 빼십시오.</translation>
    </message>
    <message>
        <source>Nobody can be called over &quot;%1&quot;: pages go out as text messages or mail. Take it out of &quot;pages&quot;, or name a channel of kind sms or mail.</source>
        <translation>&quot;%1&quot;(으)로는 사람을 호출할 수 없습니다. 호출은 문자나 메일로 나갑니다. &quot;pages&quot;에서 빼거나 종류가 sms·mail인 채널을 쓰십시오.</translation>
    </message>
</context>
<context>
    <name>Duty</name>
    <message>
        <source>no cause</source>
        <translation>사실·원인 없음</translation>
    </message>
    <message>
        <source>no response</source>
        <translation>대응 현황 없음</translation>
    </message>
    <message>
        <source>no contact</source>
        <translation>문의처 없음</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>open for %1</source>
        <translation>%1 경과</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 지남</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
    <message>
        <source>%1 (last working day before: %2, at the latest %3)</source>
        <translation>%1 (앞 근무일 %2, 늦어도 %3)</translation>
    </message>
    <message>
        <source>late: %1</source>
        <translation>기한 지남: %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작 안 함</translation>
    </message>
    <message>
        <source>%1 met %2</source>
        <translation>%1 충족 %2</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>이행 %1</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Users not told</source>
        <translation>이용자 미고지</translation>
    </message>
    <message>
        <source>Next notice in %1</source>
        <translation>다음 공지 %1 남음</translation>
    </message>
    <message>
        <source>Promised notice %1 late</source>
        <translation>약속한 공지 %1 지남</translation>
    </message>
</context>
<context>
    <name>Envelope</name>
    <message>
        <source>Emergency invite, sealed</source>
        <translation>비상 초대 (봉인)</translation>
    </message>
    <message>
        <source>Open only in an emergency. Whoever opens it joins the record as responder, one person, until %1. Issued %2.</source>
        <translation>비상시에만 여세요. 여는 사람 한 명이 %1까지 대응 담당으로 참여할 수 있습니다. 발급 %2.</translation>
    </message>
    <message>
        <source>Kept by</source>
        <translation>보관한 사람</translation>
    </message>
    <message>
        <source>Opened by, and when</source>
        <translation>연 사람과 시각</translation>
    </message>
    <message>
        <source>1. Open Bongsu on a computer that has not joined yet.

2. Photograph the picture and paste what it says, or type the line below as it is printed; large and small letters differ, spaces do not matter.

3. Type your name. You are in. Then tell an admin that this envelope was opened.</source>
        <translation>1. 아직 참여하지 않은 컴퓨터에서 봉수를 여세요.

2. 그림을 찍어 나온 내용을 붙여 넣거나, 아래 한 줄을 인쇄된 대로 입력하세요. 대문자와 소문자는 다르고, 띄어쓰기는 상관없습니다.

3. 이름을 입력하면 참여됩니다. 그다음 이 봉투를 열었다고 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>The line</source>
        <translation>한 줄</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The disk cannot be read or written. What was shown as kept is kept; nothing new is. Look at the disk and its permissions, then start again.</source>
        <translation>디스크를 읽거나 쓸 수 없습니다. 저장되었다고 표시된 것은 남아 있지만 새로 저장되지 않습니다. 디스크와 권한을 확인한 뒤 다시 시작하세요.</translation>
    </message>
    <message>
        <source>The disk is full. Everything recorded so far is kept; nothing new is until there is room. Free some space, then try again.</source>
        <translation>디스크가 가득 찼습니다. 지금까지의 기록은 모두 남아 있지만 공간이 생길 때까지 새로 저장되지 않습니다. 공간을 비운 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>The store is busy. Nothing was lost. Try again in a moment.</source>
        <translation>저장소가 바쁩니다. 잃은 것은 없습니다. 잠시 뒤 다시 하세요.</translation>
    </message>
    <message>
        <source>What is stored is damaged here. Nothing was deleted, and everything before the damage is kept. Restore a backup, or join again: the relay has the same record.</source>
        <translation>저장된 기록이 여기서 손상되었습니다. 지운 것은 없고 손상된 곳 앞의 기록은 모두 남아 있습니다. 백업을 되살리거나 다시 참여하세요. 비상 서버에 같은 기록이 있습니다.</translation>
    </message>
    <message>
        <source>This was written by a newer version of the program. It is open for reading, and nothing was changed. Update the program to write.</source>
        <translation>더 새로운 버전의 프로그램이 쓴 자료입니다. 읽기만 할 수 있고 바뀐 것은 없습니다. 쓰려면 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>Another program holds this data. Nothing was changed. Use that one, or close it.</source>
        <translation>다른 프로그램이 이 자료를 쓰고 있습니다. 바뀐 것은 없습니다. 그 프로그램을 쓰거나 닫으세요.</translation>
    </message>
    <message>
        <source>No relay answers. Keep recording: everything is kept on this device and goes up by itself once there is a connection.</source>
        <translation>비상 서버가 응답하지 않습니다. 계속 기록하세요. 모두 이 기기에 저장되고 연결되면 저절로 올라갑니다.</translation>
    </message>
    <message>
        <source>The company&apos;s network is changing the secure connection. Switch to a phone&apos;s hotspot and it works at once.</source>
        <translation>회사망이 보안 연결을 바꾸고 있습니다. 휴대폰 핫스팟으로 바꾸면 바로 됩니다.</translation>
    </message>
    <message>
        <source>This program and the other side do not understand each other. Everything is kept on this device. Update the older of the two.</source>
        <translation>이 프로그램과 상대편이 서로 알아듣지 못합니다. 기록은 모두 이 기기에 남아 있습니다. 둘 중 오래된 쪽을 업데이트하세요.</translation>
    </message>
    <message>
        <source>The relay&apos;s clock is wrong, so it records nothing. Your entries are kept on this device. Set the relay&apos;s clock, or accept it there.</source>
        <translation>비상 서버의 시계가 틀려서 기록을 확정하지 않고 있습니다. 쓴 글은 이 기기에 남아 있습니다. 비상 서버의 시계를 맞추거나 그곳에서 이 시각을 받아들이세요.</translation>
    </message>
    <message>
        <source>A key cannot be used. Nothing was changed. Look at the key file, or join again with a new invite.</source>
        <translation>키를 쓸 수 없습니다. 바뀐 것은 없습니다. 키 파일을 확인하거나 새 초대로 다시 참여하세요.</translation>
    </message>
    <message>
        <source>Something this version has no words for happened: %1. What was recorded is kept. Update the program.</source>
        <translation>이 버전이 설명할 수 없는 일이 있었습니다: %1. 기록된 것은 남아 있습니다. 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>The relay cannot listen at this address. The record is kept. Choose another address or port, or end the program that uses it.</source>
        <translation>비상 서버가 이 주소에서 연결을 받을 수 없습니다. 기록은 그대로 있습니다. 다른 주소나 포트를 고르거나, 그 포트를 쓰는 프로그램을 끝내세요.</translation>
    </message>
    <message>
        <source>Something was lost on the way to the relay. Everything is kept on this device, and is sent again by itself.</source>
        <translation>비상 서버로 가는 길에 일부가 사라졌습니다. 모두 이 기기에 남아 있고 저절로 다시 보냅니다.</translation>
    </message>
    <message>
        <source>The connection to the relay broke off. Everything is kept on this device. It connects again by itself; keep recording.</source>
        <translation>비상 서버와의 연결이 끊겼습니다. 기록은 모두 이 기기에 남아 있습니다. 저절로 다시 연결되니 계속 기록하세요.</translation>
    </message>
    <message>
        <source>The connection is too slow and was closed. Everything is kept on this device. It connects again by itself; another network may help.</source>
        <translation>연결이 너무 느려 끊었습니다. 기록은 모두 이 기기에 남아 있습니다. 저절로 다시 연결됩니다. 다른 망으로 바꾸면 나을 수 있습니다.</translation>
    </message>
    <message>
        <source>This device connected a second time, and this connection ended. Everything is kept on this device. If that was not you, revoke this device.</source>
        <translation>이 기기가 한 번 더 연결되어 이 연결은 끝났습니다. 기록은 모두 이 기기에 남아 있습니다. 직접 한 일이 아니라면 이 기기를 해지하세요.</translation>
    </message>
    <message>
        <source>The relay does not hold this file. The entry is kept. Whoever attached it still has the file on their device.</source>
        <translation>비상 서버에 이 파일이 없습니다. 기록은 그대로입니다. 첨부한 사람의 기기에는 파일이 있습니다.</translation>
    </message>
    <message>
        <source>This file is not on this device yet, and no relay answers. The entry is kept. Open it again once there is a connection.</source>
        <translation>이 파일은 아직 이 기기에 없고, 비상 서버가 응답하지 않습니다. 기록은 그대로입니다. 연결되면 다시 여세요.</translation>
    </message>
    <message>
        <source>The relay was closed. Everything is kept on this device, and goes up by itself once the relay runs again; keep recording.</source>
        <translation>비상 서버가 닫혔습니다. 모두 이 기기에 있고, 비상 서버가 다시 켜지면 저절로 올라갑니다. 계속 기록하세요.</translation>
    </message>
    <message>
        <source>The relay has stopped: after a backup or an old disk it may hold less than it once confirmed. Your entries are kept on this device. Who holds more gives it back by connecting; then an admin declares a new epoch, in the window or by bongsuctl declare-epoch.</source>
        <translation>비상 서버가 멈췄습니다. 백업이나 예전 디스크에서 되살아나, 확정했던 것보다 적게 가지고 있을 수 있습니다. 쓴 글은 이 기기에 남아 있습니다. 더 가진 사람은 연결하면 되돌려주고, 그다음 관리자가 새 세대를 선언합니다. 창에서, 또는 bongsuctl declare-epoch로 합니다.</translation>
    </message>
    <message>
        <source>The relay goes on under a new epoch, and this record has not come that far there. Your entries are kept on this device and go up by themselves once somebody who holds the record has brought it.</source>
        <translation>비상 서버는 새 세대로 기록하지만, 이 기록은 거기서 아직 새 세대에 이르지 않았습니다. 쓴 글은 이 기기에 남아 있고, 이 기록을 가진 사람이 연결해 가져오면 저절로 올라갑니다.</translation>
    </message>
</context>
<context>
    <name>FailureType</name>
    <message>
        <source>loss of a whole data centre</source>
        <translation>데이터센터 전체 상실</translation>
    </message>
    <message>
        <source>power or cooling</source>
        <translation>전력·냉방 장애</translation>
    </message>
    <message>
        <source>network or load balancer</source>
        <translation>네트워크·부하 분산 장애</translation>
    </message>
    <message>
        <source>faulty update or change</source>
        <translation>업데이트·변경 오류</translation>
    </message>
    <message>
        <source>operator&apos;s mistake</source>
        <translation>운영자 실수</translation>
    </message>
    <message>
        <source>database or storage</source>
        <translation>데이터베이스·스토리지 장애</translation>
    </message>
    <message>
        <source>external dependency</source>
        <translation>외부 연계 장애</translation>
    </message>
    <message>
        <source>security breach</source>
        <translation>보안 침해</translation>
    </message>
    <message>
        <source>traffic surge</source>
        <translation>트래픽 급증</translation>
    </message>
    <message>
        <source>natural disaster</source>
        <translation>자연재해(지진·침수·태풍)</translation>
    </message>
    <message>
        <source>strike or terror</source>
        <translation>파업·테러</translation>
    </message>
</context>
<context>
    <name>Fate</name>
    <message>
        <source>%1 stands on %2, which you report on: when that fails, nobody hears of it this way. Move it, or name what stands in for it.</source>
        <translation>%1은(는) 장애를 알려야 할 %2에 기대고 있습니다. 그것이 멈추면 이 길로는 아무도 듣지 못합니다. 옮기거나 대신할 길을 정하십시오.</translation>
    </message>
    <message>
        <source>%1 stands in %2: a fire there takes it, too. Move it somewhere else, or name what stands in for it.</source>
        <translation>%1은(는) %2에 있습니다. 그곳에 불이 나면 함께 멈춥니다. 다른 곳으로 옮기거나 대신할 길을 정하십시오.</translation>
    </message>
    <message>
        <source>Without %2 no channel to users is left. Add one that stands on something else.</source>
        <translation>%2이(가) 멈추면 이용자에게 알릴 채널이 하나도 남지 않습니다. 다른 것에 기대는 채널을 더하십시오.</translation>
    </message>
    <message>
        <source>Two places of %1 stand on %2: they go together. Move one of them.</source>
        <translation>%1의 두 게시처가 모두 %2에 기대고 있어 함께 멈춥니다. 한 곳을 옮기십시오.</translation>
    </message>
    <message>
        <source>%1 is published at one place. Add a second that has nothing to do with it.</source>
        <translation>%1은(는) 한 곳에만 게시됩니다. 서로 무관한 둘째 게시처를 더하십시오.</translation>
    </message>
    <message>
        <source>Nobody wrote down what %1 stands on. Ask, and add &quot;stands-on&quot;.</source>
        <translation>%1이(가) 무엇에 기대는지 적혀 있지 않습니다. 확인하고 &quot;stands-on&quot;을 더하십시오.</translation>
    </message>
</context>
<context>
    <name>FindingKind</name>
    <message>
        <source>contributing factor</source>
        <translation>기여 요인</translation>
    </message>
    <message>
        <source>what went well</source>
        <translation>잘된 점</translation>
    </message>
    <message>
        <source>what went wrong</source>
        <translation>잘못된 점</translation>
    </message>
    <message>
        <source>where we were lucky</source>
        <translation>운이 좋았던 점</translation>
    </message>
    <message>
        <source>what surprised us</source>
        <translation>예상 밖이었던 점</translation>
    </message>
</context>
<context>
    <name>Gap</name>
    <message>
        <source>%1: the manual names nobody who is here. Name somebody, or describe the departments of people.</source>
        <translation>%1: 매뉴얼이 지정한 사람이 조직에 없습니다. 이름을 적거나 사람들의 부서를 등록하십시오.</translation>
    </message>
    <message>
        <source>%1: one person, and nobody behind them. Name a successor.</source>
        <translation>%1: 한 사람뿐이고 대행자가 없습니다. 대행자를 지정하십시오.</translation>
    </message>
    <message>
        <source>%1: whoever is called has another seat already. Name somebody else.</source>
        <translation>%1: 호출될 사람이 이미 다른 역할에 있습니다. 다른 사람을 지정하십시오.</translation>
    </message>
    <message>
        <source>%1: nobody here is called %2. Correct the name, or invite them.</source>
        <translation>%1: %2(이)라는 사람이 없습니다. 이름을 고치거나 초대하십시오.</translation>
    </message>
    <message>
        <source>The manual was to be gone through by %2. Review it and publish it again.</source>
        <translation>%2까지 점검했어야 하는 매뉴얼입니다. 점검하고 다시 배포하십시오.</translation>
    </message>
    <message>
        <source>No manual of your own: what ships with the program would be used. Publish one.</source>
        <translation>자체 매뉴얼이 없어 기본 매뉴얼이 쓰입니다. 매뉴얼을 배포하십시오.</translation>
    </message>
    <message>
        <source>The published manual cannot be read on this device. Connect to the relay, update the program, or publish it again.</source>
        <translation>발행된 매뉴얼을 이 기기에서 읽을 수 없습니다. 비상 서버에 연결하거나, 프로그램을 업데이트하거나, 다시 발행하십시오.</translation>
    </message>
    <message>
        <source>%1: everybody in line works at %2. Name somebody who works elsewhere.</source>
        <translation>%1: 맡을 사람이 모두 %2에서 일합니다. 다른 곳에서 일하는 사람을 정해 주십시오.</translation>
    </message>
    <message>
        <source>%1: nobody in line can be reached outside Bongsu. Write down their telephone numbers.</source>
        <translation>%1: 맡을 사람 누구에게도 봉수 밖으로는 연락할 길이 없습니다. 전화번호를 적어 주십시오.</translation>
    </message>
    <message>
        <source>%1: everybody in line is reached by %2 alone. Give them another way.</source>
        <translation>%1: 맡을 사람 모두 연락할 길이 하나뿐입니다: %2. 다른 길을 적어 주십시오.</translation>
    </message>
    <message>
        <source>%1: everybody in line is reached only through %2, which may be what fails. Give them another way.</source>
        <translation>%1: 맡을 사람 모두 %2(으)로만 연락됩니다. 그 서비스가 멈출 수 있습니다. 다른 길을 적어 주십시오.</translation>
    </message>
    <message>
        <source>%1: everybody in line is reached only through %2, which is down now. Call them together in person, or give another way.</source>
        <translation>%1: 맡을 사람 모두 지금 중단된 %2(으)로만 연락됩니다. 직접 불러 모으거나 다른 길을 적어 주십시오.</translation>
    </message>
    <message>
        <source>%1: nobody of %2 is on duty from %3 to %4. Fill the roster.</source>
        <translation>%1: %3부터 %4까지 %2 근무자가 없습니다. 근무표를 채워 주십시오.</translation>
    </message>
    <message>
        <source>%2: not read yet. Have them read it and say so.</source>
        <translation>%2: 아직 읽지 않았습니다. 읽고 읽었다고 알리게 해 주십시오.</translation>
    </message>
    <message>
        <source>the telephone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2명</translation>
    </message>
</context>
<context>
    <name>Grade</name>
    <message>
        <source>watch</source>
        <translation>관찰</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>경미</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>일부</translation>
    </message>
    <message>
        <source>major</source>
        <translation>대규모</translation>
    </message>
    <message>
        <source>total</source>
        <translation>전면</translation>
    </message>
    <message>
        <source>something is odd; no user feels it yet</source>
        <translation>이상 징후가 있으나 이용자는 아직 느끼지 못함</translation>
    </message>
    <message>
        <source>one function is slow or fails; most users notice nothing</source>
        <translation>기능 하나가 느리거나 실패하고 이용자 대부분은 모름</translation>
    </message>
    <message>
        <source>one service, or a part of all users, cannot use it</source>
        <translation>서비스 하나 또는 이용자 일부가 쓸 수 없음</translation>
    </message>
    <message>
        <source>several services, or most users, cannot use them</source>
        <translation>여러 서비스 또는 이용자 대부분이 쓸 수 없음</translation>
    </message>
    <message>
        <source>nearly everything is down for everybody</source>
        <translation>거의 모든 서비스가 모두에게 중단됨</translation>
    </message>
</context>
<context>
    <name>Handover</name>
    <message>
        <source>Handover: %1</source>
        <comment>a seat</comment>
        <translation>인수인계: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>상황</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>막힌 것: %1</translation>
    </message>
    <message>
        <source>Objectives</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>This period ends at %1</source>
        <translation>이번 운영 주기는 %1까지</translation>
    </message>
    <message>
        <source>Nobody has said any</source>
        <translation>정해진 것이 없습니다</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>결정한 것</translation>
    </message>
    <message>
        <source>Before the committee: %1</source>
        <translation>의결 대기: %1</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>조직</translation>
    </message>
    <message>
        <source>(acting)</source>
        <translation>(임시)</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>%1, called at %2, not accepted</source>
        <translation>%1, %2 호출, 미수락</translation>
    </message>
    <message>
        <source>Nobody: %1</source>
        <translation>비어 있음: %1</translation>
    </message>
    <message>
        <source>overdue since %1: %2</source>
        <translation>%1부터 지연: %2</translation>
    </message>
    <message>
        <source>Open with this seat</source>
        <translation>이 자리에 남은 일</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Open with others</source>
        <translation>다른 자리에 남은 일</translation>
    </message>
    <message>
        <source>Asked for: %1</source>
        <translation>요청한 것: %1</translation>
    </message>
    <message>
        <source>Notices to users</source>
        <translation>이용자 공지</translation>
    </message>
    <message>
        <source>%1, called at %2, declined</source>
        <translation>%1, %2 호출, 거절</translation>
    </message>
</context>
<context>
    <name>Incident</name>
    <message>
        <source>%2 since %1</source>
        <comment>how long it lasts; %2 is drawn larger</comment>
        <translation>%1부터 %2 경과</translation>
    </message>
    <message>
        <source>lasted %2 from %1</source>
        <comment>how long it lasted; %2 is drawn larger</comment>
        <translation>%1부터 %2 동안</translation>
    </message>
    <message>
        <source>me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>%1 수락</translation>
    </message>
    <message>
        <source>lines %1</source>
        <translation>기록 %1</translation>
    </message>
    <message>
        <source>decisions %1</source>
        <translation>결정 %1</translation>
    </message>
    <message>
        <source>notices %1</source>
        <translation>공지 %1</translation>
    </message>
    <message>
        <source>%1 incident</source>
        <comment>a grade</comment>
        <translation>%1 장애</translation>
    </message>
    <message>
        <source>(title not open to you)</source>
        <translation>(볼 수 없는 제목)</translation>
    </message>
    <message>
        <source>Alert level</source>
        <translation>위기경보</translation>
    </message>
</context>
<context>
    <name>Invite</name>
    <message>
        <source>This is not an invite, so nothing was tried. Paste the whole line that begins with bongsu://, or type the address and the eight words.</source>
        <translation>초대가 아니라서 아무것도 시도하지 않았습니다. bongsu://로 시작하는 한 줄을 모두 붙여 넣거나, 주소와 단어 여덟 개를 입력하세요.</translation>
    </message>
    <message>
        <source>The address is missing or is none, so nothing was tried. What you typed is still here. An address looks like 192.168.0.7:7400.</source>
        <translation>주소가 없거나 주소가 아니라서 아무것도 시도하지 않았습니다. 입력한 내용은 그대로 있습니다. 주소는 192.168.0.7:7400처럼 생겼습니다.</translation>
    </message>
    <message>
        <source>A piece of this invite is missing or is another one, so nothing was tried. Copy the whole line again, or ask for a new invite.</source>
        <translation>초대의 일부가 빠졌거나 다른 것이라서 아무것도 시도하지 않았습니다. 한 줄을 모두 다시 복사하거나 새 초대를 부탁하세요.</translation>
    </message>
    <message>
        <source>An invite that is read out has eight words, so nothing was tried. What you typed is still here. Ask for what is missing.</source>
        <translation>불러 주는 초대는 단어가 여덟 개라서 아무것도 시도하지 않았습니다. 입력한 내용은 그대로 있습니다. 빠진 것을 물어보세요.</translation>
    </message>
</context>
<context>
    <name>Key</name>
    <message>
        <source>The key file is not there. The record is kept, sealed. Put the key file back, or name it with --unlock.</source>
        <translation>키 파일이 없습니다. 기록은 봉인된 채 남아 있습니다. 키 파일을 되돌려 놓거나 --unlock으로 알려 주세요.</translation>
    </message>
    <message>
        <source>There is a key file already. It was left as it is. Use it, or choose another folder.</source>
        <translation>키 파일이 이미 있습니다. 그대로 두었습니다. 그것을 쓰거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>The key file cannot be read. Nothing was changed. Look whom it belongs to and who may read it.</source>
        <translation>키 파일을 읽을 수 없습니다. 바뀐 것은 없습니다. 파일의 소유자와 읽기 권한을 확인하세요.</translation>
    </message>
    <message>
        <source>Others on this computer may read the key file, so it is not used. Nothing was changed. Let only its owner read it (chmod 600); if somebody may have read it, revoke this device.</source>
        <translation>이 컴퓨터의 다른 사람도 키 파일을 읽을 수 있어 쓰지 않습니다. 바뀐 것은 없습니다. 소유자만 읽게 하고(chmod 600), 누군가 읽었을 수 있으면 이 기기를 해지하세요.</translation>
    </message>
    <message>
        <source>This is not a key file of this program. Nothing was changed. Name the right file.</source>
        <translation>이 프로그램의 키 파일이 아닙니다. 바뀐 것은 없습니다. 맞는 파일을 알려 주세요.</translation>
    </message>
    <message>
        <source>The key file was written by a newer version of the program. Nothing was changed. Update the program.</source>
        <translation>더 새로운 버전의 프로그램이 쓴 키 파일입니다. 바뀐 것은 없습니다. 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>The key file is cut off, or something stands behind its end. The record is kept, sealed. Put back a copy of the key file.</source>
        <translation>키 파일이 잘렸거나 끝에 다른 것이 붙어 있습니다. 기록은 봉인된 채 남아 있습니다. 키 파일의 사본을 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The key file is damaged. The record is kept, sealed. Put back a copy of the key file.</source>
        <translation>키 파일이 손상되었습니다. 기록은 봉인된 채 남아 있습니다. 키 파일의 사본을 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The relay&apos;s TLS key is not of the kind needed (P-256). Nothing was changed. Put back the key that the relay made.</source>
        <translation>비상 서버의 TLS 키가 필요한 종류(P-256)가 아닙니다. 바뀐 것은 없습니다. 비상 서버가 만든 키를 되돌려 놓으세요.</translation>
    </message>
    <message>
        <source>The keychain of the desktop session is locked and was not unlocked. The record and the keys are kept, and nothing was changed. Unlock the keyring, usually with the login password, and start again.</source>
        <translation>데스크톱 세션의 키체인이 잠겨 있고 풀리지 않았습니다. 기록과 키는 그대로 있고 바뀐 것은 없습니다. 키체인(키링)의 잠금을 푼 뒤(대개 로그인 암호) 다시 시작하십시오.</translation>
    </message>
    <message>
        <source>The keychain does not hold the keys of this home, though they were put there. The record is kept, sealed. Bring back the keyring they were in or a copy of the key file (--unlock); if both are lost, join again with a new invite in a new folder.</source>
        <translation>이 데이터 폴더의 키를 키체인에 넣어 두었는데 거기에 없습니다. 기록은 봉인된 채 그대로 있습니다. 키가 들어 있던 키체인이나 키 파일의 사본(--unlock)을 되돌려 놓으십시오. 둘 다 잃었으면 새 폴더에서 새 초대로 다시 참여하십시오.</translation>
    </message>
    <message>
        <source>What the keychain holds under this home&apos;s name is damaged or is something else. It was left as it is, and the record is kept, sealed. Bring back the keyring or a copy of the key file (--unlock).</source>
        <translation>키체인에 이 데이터 폴더의 이름으로 든 것이 깨졌거나 다른 것입니다. 그것은 그대로 두었고 기록은 봉인된 채 그대로 있습니다. 키체인이나 키 파일의 사본(--unlock)을 되돌려 놓으십시오.</translation>
    </message>
    <message>
        <source>The keychain did not do what it was asked. The keys are kept where they were before. See with &quot;bongsuctl keys&quot; where they are, and try again.</source>
        <translation>키체인이 요청한 일을 하지 못했습니다. 키는 전에 있던 곳에 그대로 있습니다. 어디에 있는지 &quot;bongsuctl keys&quot;로 보고 다시 해 보십시오.</translation>
    </message>
    <message>
        <source>The key file and the keychain hold different keys for this home. Both were left as they are. Look at both with &quot;bongsuctl keys&quot;, then say which are right: &quot;bongsuctl keys move --to file --keep file&quot; or &quot;--keep keychain&quot;; the others are set aside.</source>
        <translation>키 파일과 키체인에 든 이 데이터 폴더의 키가 서로 다릅니다. 둘 다 그대로 두었습니다. &quot;bongsuctl keys&quot;로 둘을 본 뒤 어느 쪽이 맞는지 &quot;bongsuctl keys move --to file --keep file&quot; 또는 &quot;--keep keychain&quot;으로 알려 주십시오. 다른 쪽은 따로 보관됩니다.</translation>
    </message>
    <message>
        <source>The key file of this home was chosen by somebody (--unlock, a link, or credentials of the system), so it stays where it is. Nothing was changed. To move the keys, use the usual key file.</source>
        <translation>이 데이터 폴더의 키 파일은 누군가 직접 고른 것(--unlock, 링크, 시스템의 자격 증명)이어서 있던 곳에 그대로 둡니다. 바뀐 것은 없습니다. 키를 옮기려면 보통의 키 파일을 쓰십시오.</translation>
    </message>
    <message>
        <source>The keychain of the desktop session cannot be reached. The record and the keys are kept, and nothing was changed. Log in to this computer&apos;s desktop and start again there; to need no desktop session from then on, run &quot;bongsuctl keys move --to file&quot; in it.</source>
        <translation>데스크톱 세션의 키체인에 연결할 수 없습니다. 기록과 키는 그대로 있고 바뀐 것은 없습니다. 이 컴퓨터의 데스크톱에 로그인해 거기서 다시 시작하십시오. 앞으로 데스크톱 세션 없이도 쓰려면 거기서 &quot;bongsuctl keys move --to file&quot;을 실행하십시오.</translation>
    </message>
    <message>
        <source>The keys are in the key file now and are used from there, but the keychain still holds a copy that it did not remove. Nothing is lost. Unlock the keychain and run &quot;bongsuctl keys move --to file&quot; once more.</source>
        <translation>이제 키는 키 파일에 있고 거기서 씁니다. 다만 키체인에 지워지지 않은 사본이 남아 있습니다. 잃은 것은 없습니다. 키체인의 잠금을 풀고 &quot;bongsuctl keys move --to file&quot;을 한 번 더 실행하십시오.</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Organisation founded</source>
        <translation>조직 설립</translation>
    </message>
    <message>
        <source>Device joined</source>
        <translation>기기 참여</translation>
    </message>
    <message>
        <source>Invite issued</source>
        <translation>초대 발급</translation>
    </message>
    <message>
        <source>Invite withdrawn</source>
        <translation>초대 취소</translation>
    </message>
    <message>
        <source>Person described</source>
        <translation>사람 정보</translation>
    </message>
    <message>
        <source>Permission set</source>
        <translation>권한 변경</translation>
    </message>
    <message>
        <source>Device revoked</source>
        <translation>기기 해지</translation>
    </message>
    <message>
        <source>Person revoked</source>
        <translation>사람 해지</translation>
    </message>
    <message>
        <source>Department described</source>
        <translation>부서 정보</translation>
    </message>
    <message>
        <source>Relay described</source>
        <translation>비상 서버 정보</translation>
    </message>
    <message>
        <source>Epoch declared</source>
        <translation>기록 세대 선언</translation>
    </message>
    <message>
        <source>Root keys replaced</source>
        <translation>최상위 키 교체</translation>
    </message>
    <message>
        <source>Feature level raised</source>
        <translation>기능 수준 올림</translation>
    </message>
    <message>
        <source>Work held</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>Work released</source>
        <translation>작업 재개</translation>
    </message>
    <message>
        <source>Erasure</source>
        <translation>글 삭제</translation>
    </message>
    <message>
        <source>Incident declared</source>
        <translation>장애 선언</translation>
    </message>
    <message>
        <source>Incident joined</source>
        <translation>장애 합류</translation>
    </message>
    <message>
        <source>Command taken</source>
        <translation>총괄 맡음</translation>
    </message>
    <message>
        <source>Observation</source>
        <translation>상황</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Correction</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>Withdrawal</source>
        <translation>거둠</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>Severity grade</source>
        <translation>장애 등급</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>상황 회의</translation>
    </message>
    <message>
        <source>Service state</source>
        <translation>서비스 상태</translation>
    </message>
    <message>
        <source>Restoration</source>
        <translation>복구 현황</translation>
    </message>
    <message>
        <source>Blocker</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>Blocker cleared</source>
        <translation>막힌 것 해소</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>Authority</source>
        <translation>관계기관</translation>
    </message>
    <message>
        <source>Readers set</source>
        <translation>열람자 변경</translation>
    </message>
    <message>
        <source>New epoch entered</source>
        <translation>새 세대로 이어짐</translation>
    </message>
    <message>
        <source>Attachment</source>
        <translation>첨부</translation>
    </message>
    <message>
        <source>Document published</source>
        <translation>문서 배포</translation>
    </message>
    <message>
        <source>Call to seats</source>
        <translation>역할 호출</translation>
    </message>
    <message>
        <source>Answer to a call</source>
        <translation>호출 응답</translation>
    </message>
    <message>
        <source>Call passed on</source>
        <translation>대행자 호출</translation>
    </message>
    <message>
        <source>Seat vacated</source>
        <translation>역할 해제</translation>
    </message>
    <message>
        <source>Manual attached</source>
        <translation>매뉴얼 적용</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Task settled</source>
        <translation>할 일 처리</translation>
    </message>
    <message>
        <source>Alert level</source>
        <translation>위기경보</translation>
    </message>
    <message>
        <source>Situation report</source>
        <translation>상황보고</translation>
    </message>
    <message>
        <source>Services confirmed</source>
        <translation>서비스 상태 확인</translation>
    </message>
    <message>
        <source>Users hit</source>
        <translation>이용자 영향</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation>복구 예상 시각</translation>
    </message>
    <message>
        <source>Committee called</source>
        <translation>위원회 소집</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>응소</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>안건</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>표결</translation>
    </message>
    <message>
        <source>Motion decided</source>
        <translation>의결</translation>
    </message>
    <message>
        <source>Resource request</source>
        <translation>자원 요청</translation>
    </message>
    <message>
        <source>Resource request settled</source>
        <translation>자원 요청 처리</translation>
    </message>
    <message>
        <source>Operational period</source>
        <translation>대응 주기</translation>
    </message>
    <message>
        <source>Document read</source>
        <translation>문서 읽음</translation>
    </message>
    <message>
        <source>Approval of a notice</source>
        <translation>공지 승인</translation>
    </message>
    <message>
        <source>Notice without a second person</source>
        <translation>한 사람 승인 공지</translation>
    </message>
    <message>
        <source>Notice stopped</source>
        <translation>공지 중지</translation>
    </message>
    <message>
        <source>Sending begun</source>
        <translation>발송 시작</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>발송</translation>
    </message>
    <message>
        <source>Decision about a sending</source>
        <translation>발송에 대한 결정</translation>
    </message>
    <message>
        <source>First notice approved</source>
        <translation>첫 공지 사전 승인</translation>
    </message>
    <message>
        <source>First notice ended</source>
        <translation>첫 공지 사전 승인 종료</translation>
    </message>
    <message>
        <source>Access to a channel</source>
        <translation>채널 접속 정보</translation>
    </message>
    <message>
        <source>Notice to be sent</source>
        <translation>발송할 공지</translation>
    </message>
    <message>
        <source>People paged</source>
        <translation>호출 발송</translation>
    </message>
    <message>
        <source>Paging</source>
        <translation>호출 결과</translation>
    </message>
    <message>
        <source>Answer to a page</source>
        <translation>회신 응답</translation>
    </message>
    <message>
        <source>Duty begun</source>
        <translation>의무 시작</translation>
    </message>
    <message>
        <source>Duty settled</source>
        <translation>의무 처리</translation>
    </message>
    <message>
        <source>Addresses counted</source>
        <translation>수신 목록 수</translation>
    </message>
    <message>
        <source>Way of the retrospective</source>
        <translation>회고 방식</translation>
    </message>
    <message>
        <source>Step of the retrospective</source>
        <translation>회고 단계</translation>
    </message>
    <message>
        <source>Step of the retrospective settled</source>
        <translation>회고 단계 처리</translation>
    </message>
    <message>
        <source>Section of the retrospective</source>
        <translation>회고 문서의 절</translation>
    </message>
    <message>
        <source>Remark on a section</source>
        <translation>절에 대한 의견</translation>
    </message>
    <message>
        <source>Remark settled</source>
        <translation>의견 처리</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>분석 결과</translation>
    </message>
    <message>
        <source>Finding dropped</source>
        <translation>분석 결과 철회</translation>
    </message>
    <message>
        <source>Check of data and security</source>
        <translation>데이터·보안 점검</translation>
    </message>
    <message>
        <source>Document to be signed</source>
        <translation>서명할 문서</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>재발방지 과제</translation>
    </message>
    <message>
        <source>Action changed</source>
        <translation>과제 변경</translation>
    </message>
    <message>
        <source>Action settled</source>
        <translation>과제 처리</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>en</source>
        <comment>the language installed: ko or en</comment>
        <translation>ko</translation>
    </message>
</context>
<context>
    <name>Line</name>
    <message>
        <source>An entry of a newer version (%1)</source>
        <translation>새 버전의 기록 (%1)</translation>
    </message>
    <message>
        <source>An unreadable entry (%1)</source>
        <translation>읽을 수 없는 기록 (%1)</translation>
    </message>
    <message>
        <source>Organisation founded: %1</source>
        <translation>조직 설립: %1</translation>
    </message>
    <message>
        <source>%1 joined with a device</source>
        <translation>%1 기기 참여</translation>
    </message>
    <message>
        <source>Invite for another device of %1</source>
        <translation>%1의 기기 추가 초대</translation>
    </message>
    <message>
        <source>Invite as %1, uses: %2</source>
        <translation>초대: %1, %2회</translation>
    </message>
    <message>
        <source>Invite withdrawn</source>
        <translation>초대 취소</translation>
    </message>
    <message>
        <source>Name and contacts of %1</source>
        <translation>%1의 이름과 연락처</translation>
    </message>
    <message>
        <source>Permission of %1: %2</source>
        <translation>%1의 권한: %2</translation>
    </message>
    <message>
        <source>Device revoked: %1</source>
        <translation>기기 해지: %1</translation>
    </message>
    <message>
        <source>Person revoked: %1</source>
        <translation>사람 해지: %1</translation>
    </message>
    <message>
        <source>Department: %1, %2</source>
        <translation>부서: %1 %2</translation>
    </message>
    <message>
        <source>Relay: %1</source>
        <translation>비상 서버: %1</translation>
    </message>
    <message>
        <source>Epoch %1 declared</source>
        <translation>기록 세대 %1 선언</translation>
    </message>
    <message>
        <source>Root keys replaced</source>
        <translation>최상위 키 교체</translation>
    </message>
    <message>
        <source>Feature level %1</source>
        <translation>기능 수준 %1</translation>
    </message>
    <message>
        <source>Work held at %1</source>
        <translation>%1 작업 중지</translation>
    </message>
    <message>
        <source>Work released at %1</source>
        <translation>%1 작업 재개</translation>
    </message>
    <message>
        <source>Text of %1 erased</source>
        <translation>%1의 글 삭제</translation>
    </message>
    <message>
        <source>Incident declared, %1: %2</source>
        <translation>장애 선언 %1: %2</translation>
    </message>
    <message>
        <source>[EXERCISE] %1</source>
        <translation>[훈련] %1</translation>
    </message>
    <message>
        <source>Joined into %1</source>
        <translation>%1에 합류</translation>
    </message>
    <message>
        <source>%1 took command</source>
        <translation>%1이(가) 총괄을 맡음</translation>
    </message>
    <message>
        <source>Call: %1</source>
        <translation>통화: %1</translation>
    </message>
    <message>
        <source>Request: %1</source>
        <translation>요청: %1</translation>
    </message>
    <message>
        <source>Decision by %1: %2</source>
        <translation>결정(%1): %2</translation>
    </message>
    <message>
        <source>Decision: %1</source>
        <translation>결정: %1</translation>
    </message>
    <message>
        <source>Correction of %1: %2</source>
        <translation>%1 정정: %2</translation>
    </message>
    <message>
        <source>%1 taken back</source>
        <translation>%1을(를) 거둠</translation>
    </message>
    <message>
        <source>%1 pinned</source>
        <translation>%1 고정</translation>
    </message>
    <message>
        <source>%1 no longer pinned</source>
        <translation>%1 고정 풂</translation>
    </message>
    <message>
        <source>Severity grade: %1</source>
        <translation>장애 등급: %1</translation>
    </message>
    <message>
        <source>Phase: %1</source>
        <translation>단계: %1</translation>
    </message>
    <message>
        <source>Meeting: %1</source>
        <translation>상황 회의: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Blocked at %1: %2</source>
        <translation>막힘 %1: %2</translation>
    </message>
    <message>
        <source>Blocked: %1</source>
        <translation>막힘: %1</translation>
    </message>
    <message>
        <source>No longer blocked (%1)</source>
        <translation>막힌 것 해소 (%1)</translation>
    </message>
    <message>
        <source>Notice: %1</source>
        <translation>공지: %1</translation>
    </message>
    <message>
        <source>Notice (%1): %2</source>
        <translation>공지(%1): %2</translation>
    </message>
    <message>
        <source>Authority: %1</source>
        <translation>관계기관: %1</translation>
    </message>
    <message>
        <source>Readers added: %1</source>
        <translation>열람자 추가: %1</translation>
    </message>
    <message>
        <source>Readers removed: %1</source>
        <translation>열람자 제외: %1</translation>
    </message>
    <message>
        <source>Readers added: %1; removed: %2</source>
        <translation>열람자 추가: %1 · 제외: %2</translation>
    </message>
    <message>
        <source>The record goes on in a new epoch</source>
        <translation>새 세대에서 기록을 이어감</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>누군가</translation>
    </message>
    <message>
        <source>[not open to you]</source>
        <translation>[열람 대상 아님]</translation>
    </message>
    <message>
        <source>[erased]</source>
        <translation>[삭제됨]</translation>
    </message>
    <message>
        <source>[unreadable]</source>
        <translation>[읽을 수 없음]</translation>
    </message>
    <message>
        <source>[no text]</source>
        <translation>[글 없음]</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 of %2 restored</source>
        <translation>%2 중 %1 복구</translation>
    </message>
    <message>
        <source>%1 restored</source>
        <translation>%1 복구</translation>
    </message>
    <message>
        <source>Basis: %1</source>
        <translation>근거 %1</translation>
    </message>
    <message>
        <source>Not taken: %1</source>
        <translation>검토한 대안 %1</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>사진: %1</translation>
    </message>
    <message>
        <source>File: %1</source>
        <translation>파일: %1</translation>
    </message>
    <message>
        <source>Manual published: %1</source>
        <translation>매뉴얼 배포: %1</translation>
    </message>
    <message>
        <source>Published: %1</source>
        <translation>문서 배포: %1</translation>
    </message>
    <message>
        <source>Called: %1</source>
        <translation>호출: %1</translation>
    </message>
    <message>
        <source>%1 cannot take the seat: %2</source>
        <translation>%1 어렵습니다: %2</translation>
    </message>
    <message>
        <source>%1 took the seat by phone: %2</source>
        <translation>%1 전화로 수락: %2</translation>
    </message>
    <message>
        <source>%1 took the seat: %2</source>
        <translation>%1 수락: %2</translation>
    </message>
    <message>
        <source>Nobody is left to take the seat: %1</source>
        <translation>맡을 사람이 없음: %1</translation>
    </message>
    <message>
        <source>Declined, so %1 is called: %2</source>
        <translation>어렵다는 답, 대행자 %1 호출: %2</translation>
    </message>
    <message>
        <source>Whoever was called is gone, so %1 is called: %2</source>
        <translation>호출받은 사람 없음(기기 해지), 대행자 %1 호출: %2</translation>
    </message>
    <message>
        <source>No answer, so %1 is called: %2</source>
        <translation>미수락, 대행자 %1 호출: %2</translation>
    </message>
    <message>
        <source>Nobody holds the seat any more: %1</source>
        <translation>역할 해제: %1</translation>
    </message>
    <message>
        <source>Manual attached</source>
        <translation>매뉴얼 적용</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>할 일: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>건너뜀: %1</translation>
    </message>
    <message>
        <source>To do again: %1</source>
        <translation>다시 할 일: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>완료: %1</translation>
    </message>
    <message>
        <source>Alert level: %1</source>
        <translation>위기경보: %1</translation>
    </message>
    <message>
        <source>Situation report no. %1</source>
        <translation>상황보고 제%1보</translation>
    </message>
    <message>
        <source>Manual attached: %1</source>
        <translation>매뉴얼 적용: %1</translation>
    </message>
    <message>
        <source>Confirmed by their owner: %1</source>
        <translation>담당 확인: %1</translation>
    </message>
    <message>
        <source>%1 of users</source>
        <translation>이용자의 %1</translation>
    </message>
    <message>
        <source>Hit by %1: %2</source>
        <translation>%1 영향: %2</translation>
    </message>
    <message>
        <source>Cause %1</source>
        <translation>원인 %1</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>No recovery time can be given any more for %1</source>
        <translation>%1 복구 예상 시각을 더는 말할 수 없음</translation>
    </message>
    <message>
        <source>%1 expected back at %2</source>
        <translation>%1 복구 예상 %2</translation>
    </message>
    <message>
        <source>Committee called, meeting %1, members: %2</source>
        <translation>위원회 소집 제%1차, 위원 %2명</translation>
    </message>
    <message>
        <source>%1, by a deputy</source>
        <translation>%1(대리)</translation>
    </message>
    <message>
        <source>%1 voted %2 (%3)</source>
        <translation>%1 표결: %2 (%3)</translation>
    </message>
    <message>
        <source>Needed, %1: %2</source>
        <translation>요청, %1: %2</translation>
    </message>
    <message>
        <source>Request %1: %2</source>
        <translation>요청 %1: %2</translation>
    </message>
    <message>
        <source>Operational period %1: %2</source>
        <translation>대응 주기 %1: %2</translation>
    </message>
    <message>
        <source>member %1</source>
        <translation>위원 %1</translation>
    </message>
    <message>
        <source>Promised: %1</source>
        <translation>약속: %1</translation>
    </message>
    <message>
        <source>Demanded by %1: %2</source>
        <translation>%1 요구: %2</translation>
    </message>
    <message>
        <source>Demanded: %1</source>
        <translation>요구: %1</translation>
    </message>
    <message>
        <source>Has read the version of a document that holds</source>
        <translation>시행 중인 문서 판을 읽음</translation>
    </message>
    <message>
        <source>Alert level: %1 (%2)</source>
        <translation>위기경보: %1 (%2)</translation>
    </message>
    <message>
        <source>%1 in progress</source>
        <translation>%1 작업 중</translation>
    </message>
</context>
<context>
    <name>LineKind</name>
    <message>
        <source>declaration</source>
        <translation>선언</translation>
    </message>
    <message>
        <source>observation</source>
        <translation>상황</translation>
    </message>
    <message>
        <source>call</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>notice</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>restoration</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>blocker</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>authority</source>
        <translation>관계기관</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>command</source>
        <translation>지휘</translation>
    </message>
    <message>
        <source>other</source>
        <translation>그 밖</translation>
    </message>
    <message>
        <source>role</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>committee</source>
        <translation>위원회</translation>
    </message>
    <message>
        <source>period</source>
        <translation>대응 주기</translation>
    </message>
</context>
<context>
    <name>ManualChange</name>
    <message>
        <source>%1: a new seat</source>
        <translation>%1: 새 역할</translation>
    </message>
    <message>
        <source>%1: there is no such seat any more</source>
        <translation>%1: 없어진 역할</translation>
    </message>
    <message>
        <source>%1: others take it, or in another order</source>
        <translation>%1: 맡는 사람이나 순서가 바뀜</translation>
    </message>
    <message>
        <source>%1: another time to accept</source>
        <translation>%1: 수락 시한이 바뀜</translation>
    </message>
    <message>
        <source>%1: reports to another seat</source>
        <translation>%1: 보고 대상이 바뀜</translation>
    </message>
    <message>
        <source>%1: a new duty: %2</source>
        <translation>%1: 새 임무: %2</translation>
    </message>
    <message>
        <source>%1: no longer a duty: %2</source>
        <translation>%1: 빠진 임무: %2</translation>
    </message>
    <message>
        <source>%1: may now decide alone: %2</source>
        <translation>%1: 새로 전결: %2</translation>
    </message>
    <message>
        <source>%1: may no longer decide alone: %2</source>
        <translation>%1: 더는 전결 아님: %2</translation>
    </message>
    <message>
        <source>%1: pulls in others otherwise</source>
        <translation>%1: 보고·확대 기준이 바뀜</translation>
    </message>
    <message>
        <source>%1: a new task: %2</source>
        <translation>%1: 새 할 일: %2</translation>
    </message>
    <message>
        <source>%1: no longer a task: %2</source>
        <translation>%1: 빠진 할 일: %2</translation>
    </message>
    <message>
        <source>%1: a task changed: %2</source>
        <translation>%1: 바뀐 할 일: %2</translation>
    </message>
    <message>
        <source>It is used when: %2</source>
        <translation>적용 기준: %2</translation>
    </message>
</context>
<context>
    <name>MayDo</name>
    <message>
        <source>Reads everything that is open to the organisation, and records nothing.</source>
        <translation>조직에 열린 기록을 모두 읽고, 기록은 하지 않습니다.</translation>
    </message>
    <message>
        <source>Reads, and writes down what happens.</source>
        <translation>읽고, 일어난 일을 기록합니다.</translation>
    </message>
    <message>
        <source>Writes down what happens, declares incidents, states services, may take command where nobody is there, and may let others in for a day.</source>
        <translation>일어난 일을 기록하고, 장애를 선언하고, 서비스 상태를 적습니다. 아무도 없으면 총괄을 맡을 수 있고, 하루 동안 다른 사람을 들일 수 있습니다.</translation>
    </message>
    <message>
        <source>Does what a responder does, and records what goes out to everybody.</source>
        <translation>대응 담당이 하는 일을 하고, 모두에게 나가는 공지를 기록합니다.</translation>
    </message>
    <message>
        <source>Takes command of any incident, decides, holds work, and invites people.</source>
        <translation>어느 장애든 총괄을 맡아 결정하고, 작업을 중지시키고, 사람을 초대합니다.</translation>
    </message>
    <message>
        <source>Reads everything, restricted incidents too, and records nothing.</source>
        <translation>열람이 제한된 장애까지 모두 읽고, 기록은 하지 않습니다.</translation>
    </message>
    <message>
        <source>Does everything: invites anyone, sets permissions, revokes devices.</source>
        <translation>모두 할 수 있습니다. 누구든 초대하고, 권한을 정하고, 기기를 해지합니다.</translation>
    </message>
</context>
<context>
    <name>Measure</name>
    <message>
        <source>Detected</source>
        <translation>탐지</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>선언</translation>
    </message>
    <message>
        <source>Somebody in command</source>
        <translation>총괄 수락</translation>
    </message>
    <message>
        <source>First notice</source>
        <translation>첫 공지</translation>
    </message>
    <message>
        <source>All three statutory items told</source>
        <translation>이용자 고지 3항목 충족</translation>
    </message>
    <message>
        <source>First improvement</source>
        <translation>첫 완화</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>All restored</source>
        <translation>전체 복구</translation>
    </message>
    <message>
        <source>Closed</source>
        <comment>how long until the incident was closed</comment>
        <translation>종결</translation>
    </message>
    <message>
        <source>Longest time without a notice</source>
        <translation>가장 긴 공지 공백</translation>
    </message>
    <message>
        <source>Promised notice late</source>
        <translation>약속한 공지 지연</translation>
    </message>
    <message>
        <source>Unaccepted</source>
        <translation>미수락</translation>
    </message>
    <message>
        <source>Called after the first</source>
        <translation>대행으로 넘어간 수</translation>
    </message>
    <message>
        <source>outage began → first line by somebody who knew of it</source>
        <translation>장애 시작 → 아는 사람이 처음 적은 때</translation>
    </message>
    <message>
        <source>outage began → incident declared</source>
        <translation>장애 시작 → 장애 선언</translation>
    </message>
    <message>
        <source>outage began → somebody named accepted command</source>
        <translation>장애 시작 → 지명된 총괄이 수락한 때</translation>
    </message>
    <message>
        <source>outage began → first notice to users that went out</source>
        <translation>장애 시작 → 이용자에게 처음 나간 공지</translation>
    </message>
    <message>
        <source>outage began → what happened, what is done and whom to ask stood in notices that went out</source>
        <translation>장애 시작 → 사실과 원인, 대응 현황, 문의처가 모두 나간 공지에 담긴 때</translation>
    </message>
    <message>
        <source>outage began → something better than at its worst</source>
        <translation>장애 시작 → 가장 나빴던 상태보다 나아진 것이 처음 생긴 때</translation>
    </message>
    <message>
        <source>outage began → last stated to be in order again</source>
        <translation>장애 시작 → 마지막으로 정상이 된 때</translation>
    </message>
    <message>
        <source>outage began → everything that was out is in order again</source>
        <translation>장애 시작 → 멈춘 것이 모두 정상이 된 때</translation>
    </message>
    <message>
        <source>outage began → incident closed</source>
        <translation>장애 시작 → 장애 종결</translation>
    </message>
    <message>
        <source>one notice → the next one, or all restored</source>
        <translation>공지 → 다음 공지 또는 전체 복구</translation>
    </message>
    <message>
        <source>promised time → next notice</source>
        <translation>약속한 때 → 다음 공지</translation>
    </message>
    <message>
        <source>called → accepted, all times together while nobody had the seat</source>
        <translation>호출 → 수락, 자리가 비어 있던 시간의 합</translation>
    </message>
    <message>
        <source>the most people called to one seat after the first</source>
        <translation>한 자리에 첫 사람 다음으로 불린 가장 많은 수</translation>
    </message>
    <message>
        <source>declared when it was over</source>
        <translation>끝난 뒤에 선언됨</translation>
    </message>
    <message>
        <source>%1, and still</source>
        <translation>%1, 아직 진행 중</translation>
    </message>
    <message>
        <source>not in the record</source>
        <translation>기록에 없음</translation>
    </message>
    <message>
        <source>not yet</source>
        <comment>something is not restored, or not closed</comment>
        <translation>아직</translation>
    </message>
</context>
<context>
    <name>Minutes</name>
    <message>
        <source>[EXERCISE] Minutes no. %1</source>
        <translation>[훈련] 회의록 제%1호</translation>
    </message>
    <message>
        <source>Minutes no. %1</source>
        <translation>회의록 제%1호</translation>
    </message>
    <message>
        <source>Called: %1</source>
        <translation>소집: %1</translation>
    </message>
    <message>
        <source>Place: %1</source>
        <translation>장소: %1</translation>
    </message>
    <message>
        <source>As of %1, made from the record.</source>
        <translation>%1 기준, 기록에서 만듦.</translation>
    </message>
    <message>
        <source>Members %1, present %2, quorum %3</source>
        <translation>위원 %1명, 참석 %2명, 의결 정족수 %3명</translation>
    </message>
    <message>
        <source>no word</source>
        <translation>응답 없음</translation>
    </message>
    <message>
        <source>  %1: %2</source>
        <comment>a member, whether they came</comment>
        <translation>  %1: %2</translation>
    </message>
    <message>
        <source>Motion %1 (%2): %3</source>
        <translation>안건 %1 (%2): %3</translation>
    </message>
    <message>
        <source>  Criteria: %1</source>
        <translation>  기준: %1</translation>
    </message>
    <message>
        <source>  For %1, against %2, abstained %3, did not vote %4</source>
        <translation>  찬성 %1, 반대 %2, 기권 %3, 미표결 %4</translation>
    </message>
    <message>
        <source>    %1: %2</source>
        <comment>a member, their vote</comment>
        <translation>    %1: %2</translation>
    </message>
    <message>
        <source>  Outcome: %1, %2</source>
        <translation>  의결: %1, %2</translation>
    </message>
    <message>
        <source>  Outcome: open</source>
        <translation>  의결: 진행 중</translation>
    </message>
</context>
<context>
    <name>MotionKind</name>
    <message>
        <source>motion</source>
        <translation>안건</translation>
    </message>
    <message>
        <source>declaration of disaster</source>
        <translation>재해선언</translation>
    </message>
    <message>
        <source>failover</source>
        <translation>DR 전환</translation>
    </message>
</context>
<context>
    <name>MotionOutcome</name>
    <message>
        <source>carried</source>
        <translation>가결</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>부결</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>철회</translation>
    </message>
</context>
<context>
    <name>Needs</name>
    <message>
        <source>Not accepted</source>
        <translation>받아들여지지 않은 내 기록</translation>
    </message>
    <message>
        <source>of my lines</source>
        <translation>건</translation>
    </message>
    <message>
        <source>No commander has accepted</source>
        <translation>총괄 미수락</translation>
    </message>
    <message>
        <source>take command</source>
        <translation>→ 내가 맡기</translation>
    </message>
    <message>
        <source>The same site burns twice</source>
        <translation>같은 센터의 다른 장애</translation>
    </message>
    <message>
        <source>join it</source>
        <translation>→ 합류</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>상황 회의</translation>
    </message>
    <message>
        <source>say where to call in</source>
        <translation>번호 정하기</translation>
    </message>
    <message>
        <source>First notice</source>
        <translation>1차 공지</translation>
    </message>
    <message>
        <source>%1 without a word to users</source>
        <translation>이용자 안내 없이 %1</translation>
    </message>
    <message>
        <source>hold all work</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>%1 without a state</source>
        <translation>%1개 상태 확인 전</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답하기</translation>
    </message>
    <message>
        <source>Call everyone</source>
        <translation>모두 호출</translation>
    </message>
    <message>
        <source>to their seats</source>
        <translation>역할마다</translation>
    </message>
    <message>
        <source>Nobody took</source>
        <translation>아무도 맡지 않음</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>내 할 일</translation>
    </message>
    <message>
        <source>I am called</source>
        <translation>호출받음</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>지연 %1</translation>
    </message>
    <message>
        <source>My services</source>
        <translation>내 서비스</translation>
    </message>
    <message>
        <source>%1 to confirm</source>
        <translation>상태 확인 %1건</translation>
    </message>
    <message>
        <source>The committee meets</source>
        <translation>위원회 소집</translation>
    </message>
    <message>
        <source>say whether you come</source>
        <translation>참석 여부를 알려 주십시오</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>위원회</translation>
    </message>
    <message>
        <source>%1 to vote on</source>
        <translation>표결할 안건 %1건</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>자원 요청</translation>
    </message>
    <message>
        <source>%1 without an answer</source>
        <translation>답하지 않은 것 %1건</translation>
    </message>
    <message>
        <source>Open period %1</source>
        <translation>대응 주기 %1 열기</translation>
    </message>
    <message>
        <source>the last one ended %1 ago</source>
        <translation>앞 주기가 끝난 지 %1</translation>
    </message>
    <message>
        <source>Recovery time</source>
        <translation>복구 예상 시각</translation>
    </message>
    <message>
        <source>has passed</source>
        <translation>지남</translation>
    </message>
    <message>
        <source>Next notice</source>
        <translation>다음 공지</translation>
    </message>
    <message>
        <source>promised in %1</source>
        <translation>약속까지 %1</translation>
    </message>
    <message>
        <source>promised %1 ago</source>
        <translation>약속이 %1 지남</translation>
    </message>
    <message>
        <source>A notice waits</source>
        <translation>공지 승인 요청</translation>
    </message>
    <message>
        <source>read and approve it</source>
        <translation>읽고 승인</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>%1 channels to decide</source>
        <translation>판단할 채널 %1</translation>
    </message>
</context>
<context>
    <name>NoteKind</name>
    <message>
        <source>observation</source>
        <translation>상황</translation>
    </message>
    <message>
        <source>call</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>request</source>
        <translation>요청</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>sent %1</source>
        <translation>보냄 %1</translation>
    </message>
    <message>
        <source>arrived %1</source>
        <translation>도착 %1</translation>
    </message>
    <message>
        <source>waiting %1</source>
        <translation>대기 %1</translation>
    </message>
    <message>
        <source>failed %1</source>
        <translation>실패 %1</translation>
    </message>
    <message>
        <source>unknown %1</source>
        <translation>확인 불가 %1</translation>
    </message>
    <message>
        <source>nothing to send</source>
        <translation>보낼 것 없음</translation>
    </message>
    <message>
        <source>Notice, pre-approved text (%1, channels: %2): %3</source>
        <translation>공지, 사전 승인 문안 (%1, 채널 %2개): %3</translation>
    </message>
    <message>
        <source>Notice proposed (%1, channels: %2): %3</source>
        <translation>공지 승인 요청 (%1, 채널 %2개): %3</translation>
    </message>
    <message>
        <source>%1 approved the notice %2</source>
        <translation>%1, 공지 %2 승인</translation>
    </message>
    <message>
        <source>%1 did not approve the notice %2</source>
        <translation>%1, 공지 %2 승인하지 않음</translation>
    </message>
    <message>
        <source>%1 sends the notice %2 without a second person</source>
        <translation>%1, 둘째 사람 없이 공지 %2 발송</translation>
    </message>
    <message>
        <source>%1 stopped the notice %2</source>
        <translation>%1, 공지 %2 중지</translation>
    </message>
    <message>
        <source>%1: sending begins (notice %2)</source>
        <translation>%1: 발송 시작 (공지 %2)</translation>
    </message>
    <message>
        <source>held back by a limit</source>
        <translation>한도에 걸려 멈춤</translation>
    </message>
    <message>
        <source>%1: %2 (notice %3)</source>
        <translation>%1: %2 (공지 %3)</translation>
    </message>
    <message>
        <source>%1, notice %2: %3 by the decision of %4</source>
        <translation>%1, 공지 %2: %3 (%4 결정)</translation>
    </message>
    <message>
        <source>%1 approved the text of a first notice for six months</source>
        <translation>%1, 첫 공지 문안을 6개월 동안 사전 승인</translation>
    </message>
    <message>
        <source>%1 ended the approval of a first notice</source>
        <translation>%1, 첫 공지 사전 승인 종료</translation>
    </message>
    <message>
        <source>Access to the channel %1 given to the relay %2</source>
        <translation>채널 %1 접속 정보를 비상 서버 %2에 줌</translation>
    </message>
    <message>
        <source>Access to the channel %1 taken from the relay %2</source>
        <translation>채널 %1 접속 정보를 비상 서버 %2에서 거둠</translation>
    </message>
    <message>
        <source>committee %1</source>
        <translation>위원 %1명</translation>
    </message>
    <message>
        <source>Paged over %1: %2</source>
        <translation>호출 발송(%1): %2</translation>
    </message>
    <message>
        <source>Pages: %1</source>
        <translation>호출 결과: %1</translation>
    </message>
    <message>
        <source>%1 comes to the committee, by return message</source>
        <translation>%1 회신으로 위원회 참석</translation>
    </message>
    <message>
        <source>%1 does not come to the committee, by return message</source>
        <translation>%1 회신으로 위원회 불참</translation>
    </message>
    <message>
        <source>%1 took the seat by return message: %2</source>
        <translation>%1 회신으로 수락: %2</translation>
    </message>
    <message>
        <source>%1 cannot take the seat, by return message: %2</source>
        <translation>%1 회신으로 불가: %2</translation>
    </message>
    <message>
        <source>A duty counts from here: %1</source>
        <translation>의무 시계 시작: %1</translation>
    </message>
    <message>
        <source>Duty met: %1</source>
        <translation>의무 이행: %1</translation>
    </message>
    <message>
        <source>Duty does not apply here: %1</source>
        <translation>의무 해당 없음: %1</translation>
    </message>
    <message>
        <source>Duty open again: %1</source>
        <translation>의무 다시 열림: %1</translation>
    </message>
    <message>
        <source>A relay has %1 addresses in the list %2</source>
        <translation>비상 서버의 수신 목록 %2: %1건</translation>
    </message>
</context>
<context>
    <name>NoticeStage</name>
    <message>
        <source>investigating</source>
        <translation>원인 확인 중</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>원인 확인</translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation>복구 후 관찰</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>정상화</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>정정</translation>
    </message>
</context>
<context>
    <name>NoticeStep</name>
    <message>
        <source>investigating</source>
        <translation>원인 확인 중</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>원인 확인</translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation>복구 후 관찰</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>정상화</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>after the outage</source>
        <translation>복구 후 안내</translation>
    </message>
    <message>
        <source>compensation</source>
        <translation>손해배상 안내</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>%1 bytes</source>
        <translation>%1 바이트</translation>
    </message>
    <message>
        <source>There is no text for this step and these readers.</source>
        <translation>이 단계와 받는 사람에 맞는 문안이 없습니다.</translation>
    </message>
    <message>
        <source>Too long by %1: shorten what you wrote.</source>
        <translation>%1만큼 깁니다. 적은 사실을 줄이십시오.</translation>
    </message>
    <message>
        <source>It cannot carry this character: %1</source>
        <translation>보낼 수 없는 글자가 있습니다: %1</translation>
    </message>
    <message>
        <source>It cannot carry an emoji: %1</source>
        <translation>이모지는 보낼 수 없습니다: %1</translation>
    </message>
    <message>
        <source>A fact is missing: %1</source>
        <translation>빠진 사실이 있습니다: %1</translation>
    </message>
    <message>
        <source>Not written in this language: %1</source>
        <translation>이 언어로 적지 않았습니다: %1</translation>
    </message>
    <message>
        <source>It stands on what has failed: %1</source>
        <translation>장애가 난 곳에 기대고 있습니다: %1</translation>
    </message>
    <message>
        <source>In Korean</source>
        <translation>국문</translation>
    </message>
    <message>
        <source>In English</source>
        <translation>영문</translation>
    </message>
    <message>
        <source>Internal words stand in it: %1</source>
        <translation>내부 사실이 들어 있습니다: %1</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>막힘</translation>
    </message>
    <message>
        <source>shortened to fit</source>
        <translation>길이에 맞게 줄임</translation>
    </message>
    <message>
        <source>stands in for %1</source>
        <translation>%1 대신</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>보내지 않음</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>only if %1 fails</source>
        <translation>실패하면 대신: %1</translation>
    </message>
    <message>
        <source>held back by a limit: decide</source>
        <translation>한도에 걸림. 판단하십시오</translation>
    </message>
    <message>
        <source>nobody knows whether it went out: decide</source>
        <translation>나갔는지 확인 불가. 판단하십시오</translation>
    </message>
    <message>
        <source>lapsed</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>not approved yet</source>
        <translation>승인 전</translation>
    </message>
    <message>
        <source>waiting for a relay</source>
        <translation>서버를 기다림</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>반려됨</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중지됨</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>정정됨</translation>
    </message>
    <message>
        <source>Written by %1 at %2</source>
        <translation>%1 작성 %2</translation>
    </message>
    <message>
        <source>text approved in peacetime</source>
        <translation>사전 승인 문안</translation>
    </message>
    <message>
        <source>sent by %1 without a second person</source>
        <translation>%1 단독 발송</translation>
    </message>
    <message>
        <source>approved by %1 at %2</source>
        <translation>%1 승인 %2</translation>
    </message>
    <message>
        <source>declined by %1 at %2</source>
        <translation>%1 반려 %2</translation>
    </message>
    <message>
        <source>another notice went out meanwhile: write it anew</source>
        <translation>그사이 다른 공지가 나갔습니다. 다시 쓰십시오</translation>
    </message>
    <message>
        <source>nobody approved it in time: write it anew</source>
        <translation>기한 안에 승인되지 않았습니다. 다시 쓰십시오</translation>
    </message>
    <message>
        <source>%1 is asked to approve it</source>
        <translation>%1 님에게 승인 요청 중</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>stopped by %1 at %2</source>
        <translation>%1 중지 %2</translation>
    </message>
    <message>
        <source>Users are told %1 of 3</source>
        <translation>보내면 이용자 고지 %1/3</translation>
    </message>
    <message>
        <source>Users are told %1 of 3; missing: %2</source>
        <translation>보내면 이용자 고지 %1/3, 빠진 것: %2</translation>
    </message>
    <message>
        <source>how many messages is not known: no relay has counted its list</source>
        <translation>몇 건인지 모릅니다. 수신 목록을 센 비상 서버가 없습니다</translation>
    </message>
    <message>
        <source>messages to lists: %1</source>
        <translation>문자·메일 %1건</translation>
    </message>
    <message>
        <source>about %1 won</source>
        <translation>약 %1원</translation>
    </message>
    <message>
        <source>takes %1</source>
        <translation>%1 걸림</translation>
    </message>
</context>
<context>
    <name>OpenTo</name>
    <message>
        <source>its authors</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>the organisation</source>
        <translation>조직</translation>
    </message>
    <message>
        <source>everybody</source>
        <translation>누구나</translation>
    </message>
</context>
<context>
    <name>PageState</name>
    <message>
        <source>sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>arrived</source>
        <translation>도착</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>확인 불가</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>viewer</source>
        <translation>열람</translation>
    </message>
    <message>
        <source>scribe</source>
        <translation>기록 담당</translation>
    </message>
    <message>
        <source>responder</source>
        <translation>대응 담당</translation>
    </message>
    <message>
        <source>communications</source>
        <translation>공지 담당</translation>
    </message>
    <message>
        <source>commander</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>감사</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>관리자</translation>
    </message>
</context>
<context>
    <name>Phase</name>
    <message>
        <source>responding</source>
        <translation>대응 중</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>복구 중</translation>
    </message>
    <message>
        <source>monitoring</source>
        <translation>복구 후 관찰</translation>
    </message>
    <message>
        <source>back to normal</source>
        <translation>정상화</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>종료</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>Acting commander: %1</source>
        <translation>임시 총괄: %1</translation>
    </message>
    <message>
        <source>Commander: %1</source>
        <translation>총괄: %1</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Record up to %1</source>
        <translation>기록 끝 %1</translation>
    </message>
    <message>
        <source>Nothing is recorded in this time.</source>
        <translation>이 시간에 기록된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>No service has been stated.</source>
        <translation>상태가 기록된 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>Blockers and holds</source>
        <translation>막힌 것 · 작업 중지</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>Work held</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>Nothing blocks.</source>
        <translation>막힌 것이 없습니다.</translation>
    </message>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Acting commander</source>
        <translation>임시 총괄</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>상황 회의</translation>
    </message>
    <message>
        <source>%1: the newest %2 of %3</source>
        <translation>%1: 최근 %2건 (모두 %3건)</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>The envelope is written, but no relay has recorded its invite yet: it lets nobody in before this home has been connected. It goes up by itself with the next command.</source>
        <translation>봉투는 만들었지만 초대가 아직 비상 서버에 기록되지 않았습니다. 이 기기가 한 번 연결되어야 합류할 수 있습니다. 다음 명령 때 저절로 올라갑니다.</translation>
    </message>
    <message>
        <source>newest line %1</source>
        <translation>마지막 기록 %1</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>%1 (acting)</source>
        <translation>%1 (임시)</translation>
    </message>
    <message>
        <source>%1 (called, not accepted)</source>
        <translation>%1 (호출 중, 미수락)</translation>
    </message>
    <message>
        <source>empty</source>
        <comment>a seat</comment>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>조직</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>담당자</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>언제부터</translation>
    </message>
    <message>
        <source>Empty: %1</source>
        <translation>비어 있는 역할: %1</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>overdue</source>
        <comment>a task</comment>
        <translation>지연</translation>
    </message>
    <message>
        <source>Nothing is open.</source>
        <translation>남은 일이 없습니다.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Situation</source>
        <translation>상황</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>등급</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>발생</translation>
    </message>
    <message>
        <source>for %1 (hours:minutes)</source>
        <translation>%1 경과 (시:분)</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>데이터센터</translation>
    </message>
    <message>
        <source>Alert level</source>
        <translation>위기경보</translation>
    </message>
    <message>
        <source>Response organisation</source>
        <translation>대응 조직도</translation>
    </message>
    <message>
        <source>%1 since %2</source>
        <comment>a seat</comment>
        <translation>%1 (%2부터)</translation>
    </message>
    <message>
        <source>Activity log</source>
        <translation>개인 활동일지</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>none at present</source>
        <translation>지금은 없음</translation>
    </message>
    <message>
        <source>From, to</source>
        <translation>기간</translation>
    </message>
    <message>
        <source>This person has not written, decided or answered anything in this record.</source>
        <translation>이 사람이 이 기록에 적거나 결정하거나 답한 것이 없습니다.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>시각</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>한 일</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Signed: ____________________     Date: ____________________</source>
        <translation>서명: ____________________     날짜: ____________________</translation>
    </message>
    <message>
        <source>whoever has: %1</source>
        <comment>a seat</comment>
        <translation>%1을(를) 맡은 사람</translation>
    </message>
    <message>
        <source>anybody of %1</source>
        <comment>a department</comment>
        <translation>%1 누구나</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>전화</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>연락</translation>
    </message>
    <message>
        <source>at</source>
        <comment>a time, written by hand</comment>
        <translation>시각</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>비고</translation>
    </message>
    <message>
        <source>Without a department</source>
        <translation>부서 없음</translation>
    </message>
    <message>
        <source>at any hour %1</source>
        <translation>상시 %1</translation>
    </message>
    <message>
        <source>Newest entry known: #%1, %2</source>
        <translation>알고 있는 마지막 기록 #%1, %2</translation>
    </message>
    <message>
        <source>Printed %1. What is newer is not on this paper.</source>
        <translation>인쇄 %1. 그 뒤에 바뀐 것은 이 종이에 없습니다.</translation>
    </message>
    <message>
        <source>Version %1</source>
        <translation>버전 %1</translation>
    </message>
    <message>
        <source>Manual: %1</source>
        <translation>매뉴얼: %1</translation>
    </message>
    <message>
        <source>Used when: %1</source>
        <translation>쓰는 때: %1</translation>
    </message>
    <message>
        <source>Who takes it, in this order</source>
        <translation>맡는 사람 (순서대로)</translation>
    </message>
    <message>
        <source>To accept</source>
        <translation>수락</translation>
    </message>
    <message>
        <source>Reports to</source>
        <translation>보고</translation>
    </message>
    <message>
        <source>Who does what when what fails</source>
        <translation>장애 유형별 부서 역할표</translation>
    </message>
    <message>
        <source>Types of failure and departments</source>
        <translation>장애 유형과 부서</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>In brackets: steps in for another department. ?: the manual cannot be read here.</source>
        <translation>괄호: 다른 부서의 역할을 대행. ?: 매뉴얼을 여기서 읽을 수 없음.</translation>
    </message>
    <message>
        <source>No seat of their own: %1</source>
        <translation>맡은 역할이 없는 부서: %1</translation>
    </message>
    <message>
        <source>Emergency telephone tree</source>
        <translation>비상연락망</translation>
    </message>
    <message>
        <source>Personal data: for calling people out, and for nothing else</source>
        <translation>개인정보: 비상소집에만 쓰십시오</translation>
    </message>
    <message>
        <source>Call in the order given. Tick who was reached, and write the time; who does not answer is followed by the next.</source>
        <translation>적힌 순서대로 전화합니다. 연락된 사람에 표시하고 시각을 적으며, 받지 않으면 다음 사람에게 겁니다.</translation>
    </message>
    <message>
        <source>1. By department</source>
        <translation>1. 부서별</translation>
    </message>
    <message>
        <source>2. By seat, in the order of succession</source>
        <translation>2. 역할별 (대행 순서)</translation>
    </message>
    <message>
        <source>whatever fails</source>
        <translation>모든 장애 유형</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>순서</translation>
    </message>
    <message>
        <source>Nobody in line</source>
        <translation>맡을 사람이 없는 역할</translation>
    </message>
    <message>
        <source>Situation summary</source>
        <translation>상황 요약</translation>
    </message>
    <message>
        <source>Departments of which nobody is in the organisation here</source>
        <translation>조직에 등록된 사람이 없는 부서</translation>
    </message>
    <message>
        <source>Made from these manuals</source>
        <translation>근거가 된 매뉴얼</translation>
    </message>
    <message>
        <source>cannot be read on this device</source>
        <translation>이 기기에서 읽을 수 없음</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <comment>a joined incident</comment>
        <translation>팀: %1</translation>
    </message>
    <message>
        <source>Cause and recovery</source>
        <translation>원인과 복구 예상</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Expected back</source>
        <translation>복구 예상</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>위원회</translation>
    </message>
    <message>
        <source>quorum %1</source>
        <translation>정족수 %1</translation>
    </message>
    <message>
        <source>Called</source>
        <comment>a committee</comment>
        <translation>소집</translation>
    </message>
    <message>
        <source>To be voted</source>
        <comment>a motion</comment>
        <translation>표결할 안건</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>날짜</translation>
    </message>
    <message>
        <source>From, until</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>메모</translation>
    </message>
    <message>
        <source>Who is on duty</source>
        <translation>근무표</translation>
    </message>
    <message>
        <source>Times are those of this computer&apos;s clock.</source>
        <translation>시각은 이 컴퓨터의 시계를 따릅니다.</translation>
    </message>
    <message>
        <source>There is no roster yet.</source>
        <translation>아직 근무표가 없습니다.</translation>
    </message>
    <message>
        <source>Made from these rosters</source>
        <translation>바탕이 된 근무표</translation>
    </message>
</context>
<context>
    <name>Record</name>
    <message>
        <source>This record holds entries of a newer version. They are kept and shown, but this version cannot verify what follows from them. Update the program.</source>
        <translation>이 기록에는 새 버전의 항목이 있습니다. 보관하고 보여 드리지만, 그 뒤의 내용은 이 버전으로 확인할 수 없습니다. 프로그램을 업데이트하세요.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>Acting commander</source>
        <translation>임시 총괄</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>Began</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>범위</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1부터 %2까지</translation>
    </message>
    <message>
        <source>Record head</source>
        <translation>기록 끝</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록 번호</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language that record words are read out in: en or ko</comment>
        <translation>ko</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>This cannot be read: it does not have the shape of a record. It was not recorded. If you wrote it here, update the program and write it again.</source>
        <translation>기록의 형식이 아니어서 읽을 수 없습니다. 기록되지 않았습니다. 여기서 쓴 것이라면 프로그램을 업데이트한 뒤 다시 쓰세요.</translation>
    </message>
    <message>
        <source>This is longer than one entry may be. Nothing was recorded, and what you wrote is still here. Divide it into several entries.</source>
        <translation>한 기록에 담을 수 있는 길이를 넘었습니다. 기록되지 않았고 쓴 글은 그대로 있습니다. 여러 개로 나누어 기록하세요.</translation>
    </message>
    <message>
        <source>This belongs to another organisation. Nothing was changed. Check that the invite or file comes from yours.</source>
        <translation>다른 조직의 것입니다. 바뀐 것은 없습니다. 우리 조직의 초대나 파일인지 확인하세요.</translation>
    </message>
    <message>
        <source>The incident this belongs to is not here, or was never declared. What was written is kept on its author&apos;s device. Declare the incident first, or wait until it has arrived.</source>
        <translation>이 기록이 속한 장애가 여기에 없거나 선언되지 않았습니다. 쓴 글은 작성자의 기기에 남아 있습니다. 장애를 먼저 선언하거나 도착할 때까지 기다리세요.</translation>
    </message>
    <message>
        <source>This does not belong in this log. It was not recorded, and the log is as it was. Record it where it belongs.</source>
        <translation>이 기록에 들어갈 내용이 아닙니다. 기록되지 않았고 기록은 그대로입니다. 맞는 곳에 기록하세요.</translation>
    </message>
    <message>
        <source>The signature does not fit: this was altered, or does not come from whom it names. It was not taken; everything before it is kept. Tell an admin.</source>
        <translation>서명이 맞지 않습니다. 내용이 바뀌었거나 적힌 사람이 보낸 것이 아닙니다. 받지 않았고 그 앞의 기록은 모두 남아 있습니다. 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>The organisation does not know this device. Nothing was recorded; what was written stays on the device. Join with an invite first.</source>
        <translation>조직이 모르는 기기입니다. 기록되지 않았고 쓴 글은 그 기기에 남아 있습니다. 먼저 초대를 받아 참여하세요.</translation>
    </message>
    <message>
        <source>This device has been revoked. What you wrote stays here, marked as not accepted. Ask an admin for a new invite, or have somebody else record it.</source>
        <translation>이 기기는 해지되었습니다. 쓴 글은 ‘받아들여지지 않음’으로 여기에 남아 있습니다. 관리자에게 새 초대를 받거나 다른 사람에게 기록을 부탁하세요.</translation>
    </message>
    <message>
        <source>A copy of this device has already written under this number. What you wrote stays here, marked as not accepted. Use only one of the copies, and join again with the other.</source>
        <translation>이 기기의 복제본이 같은 번호로 이미 기록했습니다. 쓴 글은 ‘받아들여지지 않음’으로 여기에 남아 있습니다. 하나만 쓰고 다른 하나는 새로 참여시키세요.</translation>
    </message>
    <message>
        <source>A part of this entry is missing. It was not recorded and stays on its author&apos;s device. Send it again from there.</source>
        <translation>이 기록의 일부가 빠졌습니다. 기록되지 않았고 작성자의 기기에 남아 있습니다. 그 기기에서 다시 보내세요.</translation>
    </message>
    <message>
        <source>This is not what its author signed: it was altered or damaged. It was not taken; everything before it is kept. Tell an admin.</source>
        <translation>작성자가 서명한 내용이 아닙니다. 바뀌었거나 손상되었습니다. 받지 않았고 그 앞의 기록은 모두 남아 있습니다. 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>The relay is older than this program and does not know this kind of entry. It stays on your device. Ask an admin to update the relay, then send it again.</source>
        <translation>비상 서버가 이 프로그램보다 오래되어 이런 기록을 모릅니다. 쓴 글은 이 기기에 남아 있습니다. 관리자에게 비상 서버 업데이트를 요청한 뒤 다시 보내세요.</translation>
    </message>
    <message>
        <source>This has been recorded already, and stands there once. Nothing is left to do.</source>
        <translation>이미 한 번 기록되어 있습니다. 더 할 일은 없습니다.</translation>
    </message>
    <message>
        <source>The record does not continue what stands before it: something was altered, left out or put in. Everything up to there is kept and holds. Compare the four words by phone, and tell an admin.</source>
        <translation>앞의 기록과 이어지지 않습니다. 무언가 바뀌었거나 빠졌거나 끼워졌습니다. 그 앞까지는 모두 남아 있고 유효합니다. 전화로 네 낱말을 서로 맞춰 보고 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>A number is missing or comes twice in what the relay sent. Everything up to there is kept. It is fetched again by itself; if this stays, tell an admin.</source>
        <translation>비상 서버가 보낸 기록에 빠지거나 겹친 번호가 있습니다. 그 앞까지는 모두 남아 있습니다. 저절로 다시 받아옵니다. 계속되면 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>The relay&apos;s times run backwards here. Everything up to there is kept. Ask an admin to look at the relay&apos;s clock.</source>
        <translation>비상 서버의 시각이 여기서 거꾸로 갑니다. 그 앞까지는 모두 남아 있습니다. 관리자에게 비상 서버의 시계를 확인해 달라고 하세요.</translation>
    </message>
    <message>
        <source>This belongs to a branch of the record that is not in force. Nothing was changed; what was written there can be offered again. Connect to the relay now in force.</source>
        <translation>지금 쓰지 않는 갈래의 기록입니다. 바뀐 것은 없고, 거기에 쓴 글은 다시 보낼 수 있습니다. 지금 쓰는 비상 서버에 연결하세요.</translation>
    </message>
    <message>
        <source>This relay is not one of your organisation&apos;s. Nothing was taken from it; what you have is as it was. Use another address, or ask an admin.</source>
        <translation>우리 조직의 비상 서버가 아닙니다. 아무것도 받지 않았고 가진 기록은 그대로입니다. 다른 주소를 쓰거나 관리자에게 물어보세요.</translation>
    </message>
    <message>
        <source>The organisation&apos;s own log has to arrive first. This entry is kept until then. It is taken by itself.</source>
        <translation>조직 기록이 먼저 도착해야 합니다. 이 기록은 그때까지 보관됩니다. 도착하면 저절로 반영됩니다.</translation>
    </message>
    <message>
        <source>This rests on another history of your organisation than the one here. It was not taken; everything here is kept. Compare the four words with somebody by phone, and tell an admin.</source>
        <translation>여기 있는 것과 다른 조직 기록에 근거한 것입니다. 받지 않았고 여기의 기록은 모두 남아 있습니다. 전화로 네 낱말을 서로 맞춰 보고 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>This log has two histories. All is kept here, with the proof. Compare the four words by phone, tell an admin, and do not rely on this relay.</source>
        <translation>이 기록의 서로 다른 두 역사가 나타났습니다. 여기의 기록은 증거와 함께 모두 남아 있습니다. 전화로 네 낱말을 맞춰 보고 관리자에게 알리세요. 이 비상 서버를 믿지 마세요.</translation>
    </message>
    <message>
        <source>You do not have the permission for this. Nothing was changed, and what you wrote is kept with you. Ask the commander or an admin.</source>
        <translation>이 일을 할 권한이 없습니다. 바뀐 것은 없고 쓴 글은 이 기기에 남아 있습니다. 총괄이나 관리자에게 요청하세요.</translation>
    </message>
    <message>
        <source>Somebody else changed this in the meantime. Their change stands; yours is kept with you. Look at how it is now, and decide again.</source>
        <translation>그사이 다른 사람이 먼저 바꿨습니다. 그 변경이 유효하고 내 변경은 이 기기에 남아 있습니다. 지금 상태를 보고 다시 결정하세요.</translation>
    </message>
    <message>
        <source>What this refers to is not there, or cannot be changed in this way. Nothing was changed. Look at how it is now, and choose again.</source>
        <translation>가리키는 대상이 없거나 이렇게 바꿀 수 없는 것입니다. 바뀐 것은 없습니다. 지금 상태를 보고 다시 고르세요.</translation>
    </message>
    <message>
        <source>This has been done already. Nothing was changed, and nothing is left to do.</source>
        <translation>이미 된 일입니다. 바뀐 것은 없고 더 할 일도 없습니다.</translation>
    </message>
    <message>
        <source>An entry can be taken back only within a minute. It stays as it is. Write a correction; it is shown beside the entry.</source>
        <translation>기록은 1분 안에만 거둘 수 있습니다. 기록은 그대로 있습니다. 정정을 쓰면 그 기록 옆에 함께 보입니다.</translation>
    </message>
    <message>
        <source>This is the last admin, and without one nobody could invite or revoke. Nothing was changed. Make somebody else an admin first.</source>
        <translation>마지막 관리자입니다. 관리자가 없으면 아무도 초대하거나 해지할 수 없습니다. 바뀐 것은 없습니다. 먼저 다른 사람을 관리자로 만드세요.</translation>
    </message>
    <message>
        <source>This needs a reason. Nothing was changed. Write in one sentence why.</source>
        <translation>사유가 필요합니다. 바뀐 것은 없습니다. 왜 그런지 한 문장으로 쓰세요.</translation>
    </message>
    <message>
        <source>This invite does not hold: it was withdrawn, its issuer was revoked, or it has not reached the relay. Nothing was recorded. Ask for a new invite.</source>
        <translation>쓸 수 없는 초대입니다. 취소되었거나, 발급한 사람이 해지되었거나, 아직 비상 서버에 닿지 않았습니다. 기록된 것은 없습니다. 새 초대를 받으세요.</translation>
    </message>
    <message>
        <source>This invite has expired. Nothing was recorded. Ask for a new invite.</source>
        <translation>기한이 지난 초대입니다. 기록된 것은 없습니다. 새 초대를 받으세요.</translation>
    </message>
    <message>
        <source>This invite has been used up. Nothing was recorded. If you did not use it yourself, tell an admin; ask for a new invite.</source>
        <translation>이미 다 쓴 초대입니다. 기록된 것은 없습니다. 직접 쓴 적이 없다면 관리자에게 알리고, 새 초대를 받으세요.</translation>
    </message>
    <message>
        <source>You may not give out an invite for this permission, so many uses or so long a time. None was issued. Choose less, or ask an admin.</source>
        <translation>이 권한·횟수·기간의 초대는 발급할 수 없습니다. 발급된 초대는 없습니다. 더 좁게 고르거나 관리자에게 요청하세요.</translation>
    </message>
    <message>
        <source>The invite does not vouch for this device. The device was not added. Copy the whole line of the invite again, or ask for a new one.</source>
        <translation>초대가 이 기기를 보증하지 않습니다. 기기는 추가되지 않았습니다. 초대 한 줄 전체를 다시 복사하거나 새 초대를 받으세요.</translation>
    </message>
    <message>
        <source>Somebody is in command and can be reached. The command was not changed. Ask them, or a commander of the organisation, who may take it at any time.</source>
        <translation>지금 총괄이 있습니다. 총괄은 바뀌지 않았습니다. 총괄에게 요청하거나, 언제든 맡을 수 있는 조직의 총괄 권한자에게 요청하세요.</translation>
    </message>
    <message>
        <source>Something in this is empty, too long or too much. Nothing was recorded, and what you wrote is still here. Correct it and try again.</source>
        <translation>비었거나 너무 길거나 너무 많은 값이 있습니다. 기록되지 않았고 쓴 글은 그대로 있습니다. 고쳐서 다시 하세요.</translation>
    </message>
    <message>
        <source>This incident is closed. Nothing was recorded, and what you wrote is still here. Open it again, or declare a new incident.</source>
        <translation>종료된 장애입니다. 기록되지 않았고 쓴 글은 그대로 있습니다. 다시 열거나 새 장애를 선언하세요.</translation>
    </message>
    <message>
        <source>More than one may be meant. Nothing was changed. Give its id, or more of its digits.</source>
        <translation>가리킬 수 있는 것이 둘 이상입니다. 바뀐 것은 없습니다. ID나 그 앞자리를 더 적어 주세요.</translation>
    </message>
    <message>
        <source>This word is not one of the list, so nothing was tried. What you typed is still here. Ask for this word again and correct it.</source>
        <translation>목록에 없는 단어라 아무것도 시도하지 않았습니다. 입력한 내용은 그대로 있습니다. 이 단어를 다시 물어 고치세요.</translation>
    </message>
    <message>
        <source>Only pictures (JPEG, PNG), PDF and plain text can be attached. Nothing was recorded, and the file is as it was. Save it as one of these and attach that.</source>
        <translation>첨부할 수 있는 것은 사진(JPEG, PNG), PDF, 일반 텍스트뿐입니다. 아무것도 기록되지 않았고 파일은 그대로입니다. 이 가운데 하나로 저장해 첨부하세요.</translation>
    </message>
    <message>
        <source>This picture is damaged, so that what it says of its maker cannot be taken out. Nothing was recorded, and the file is as it was. Attach a screenshot of it.</source>
        <translation>사진이 손상되어 촬영 정보를 지울 수 없습니다. 아무것도 기록되지 않았고 파일은 그대로입니다. 화면을 캡처해 첨부하세요.</translation>
    </message>
    <message>
        <source>The file that came is not the one the entry names. It was thrown away; the entry is kept. Try again, and tell an admin if it stays so.</source>
        <translation>받은 파일이 기록이 가리키는 파일과 다릅니다. 받은 것은 버렸고 기록은 그대로입니다. 다시 시도하고, 계속되면 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>This device has sent more files than the relay keeps without entries. They are kept here and go up by themselves once the earlier ones are recorded.</source>
        <translation>이 기기가 기록 없이 보낸 파일이 비상 서버의 한도를 넘었습니다. 파일은 이 기기에 있고, 앞의 것이 기록되면 저절로 올라갑니다.</translation>
    </message>
    <message>
        <source>Too few members have voted for the committee to decide. The motion stays open, and the votes are kept. Write down the votes that are missing, or drop the motion.</source>
        <translation>표결한 위원이 의결 정족수에 모자랍니다. 안건은 열려 있고 표는 그대로 있습니다. 빠진 표를 적거나 안건을 철회하세요.</translation>
    </message>
    <message>
        <source>Whoever wrote it does not approve it as well. Nothing was sent. A second person has to read it; whoever commands may send it alone, with a reason.</source>
        <translation>쓴 사람은 스스로 승인할 수 없습니다. 아무것도 발송되지 않았습니다. 둘째 사람이 읽고 승인해야 합니다. 총괄은 사유를 적고 혼자 발송할 수 있습니다.</translation>
    </message>
    <message>
        <source>This notice was not approved, or it was stopped. Nothing was sent.</source>
        <translation>승인되지 않았거나 중지된 공지입니다. 아무것도 발송되지 않았습니다.</translation>
    </message>
    <message>
        <source>This text is not approved beforehand, or its six months are over. Nothing was sent. Ask a second person to approve it now.</source>
        <translation>사전 승인된 문안이 아니거나 6개월이 지났습니다. 아무것도 발송되지 않았습니다. 지금 둘째 사람에게 승인을 요청해 주세요.</translation>
    </message>
    <message>
        <source>Whoever did it, or is responsible for it, does not confirm it as well. Nothing was recorded. A second person has to look and confirm it.</source>
        <translation>직접 한 사람이나 담당자는 스스로 확인할 수 없습니다. 기록된 것은 없습니다. 다른 사람이 보고 확인해야 합니다.</translation>
    </message>
    <message>
        <source>Nobody has said yet that they looked at the customers&apos; data and the security of every service of this incident. It stays as it is. State what was found and who looked, then close it.</source>
        <translation>이 장애의 서비스마다 고객 데이터와 보안을 본 사람이 아직 없습니다. 장애는 그대로입니다. 무엇을 찾았고 누가 보았는지 기록한 뒤 종료하십시오.</translation>
    </message>
    <message>
        <source>The cause is still being investigated and nothing holds work at its site. It stays as it is. Hold the work, or close it with the reason why that is not needed.</source>
        <translation>원인을 아직 조사하고 있고 그 장소의 작업이 막혀 있지 않습니다. 장애는 그대로입니다. 작업을 막거나, 막지 않아도 되는 이유를 적어 종료하십시오.</translation>
    </message>
    <message>
        <source>The time for this has not come: somebody may still answer, or something comes before it. Nothing was changed. Look at how it stands, and try again then.</source>
        <translation>아직 때가 아닙니다. 답할 사람이 남았거나 먼저 할 것이 있습니다. 아무것도 바뀌지 않았습니다. 지금 상태를 보고 그때 다시 하십시오.</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>The company&apos;s own</source>
        <translation>자체 재발방지 과제</translation>
    </message>
    <message>
        <source>Of drills</source>
        <translation>훈련의 과제</translation>
    </message>
    <message>
        <source>Ordered: %1</source>
        <translation>시정조치: %1</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>확인 대기</translation>
    </message>
    <message>
        <source>Found more than once</source>
        <translation>두 번 넘게 나온 것</translation>
    </message>
    <message>
        <source>in drills</source>
        <translation>훈련에서</translation>
    </message>
    <message>
        <source>%1 times</source>
        <translation>%1번</translation>
    </message>
</context>
<context>
    <name>ResourceKind</name>
    <message>
        <source>people</source>
        <translation>인력</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>장비</translation>
    </message>
    <message>
        <source>room</source>
        <translation>공간</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>예산</translation>
    </message>
</context>
<context>
    <name>ResourceOutcome</name>
    <message>
        <source>granted</source>
        <translation>승인</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>there</source>
        <translation>확보</translation>
    </message>
    <message>
        <source>no longer needed</source>
        <translation>필요 없어짐</translation>
    </message>
</context>
<context>
    <name>ResourceUnit</name>
    <message>
        <source>people: %1</source>
        <translation>인력 %1명</translation>
    </message>
    <message>
        <source>equipment: %1</source>
        <translation>장비 %1대</translation>
    </message>
    <message>
        <source>room: %1 m²</source>
        <translation>공간 %1㎡</translation>
    </message>
    <message>
        <source>budget: %1 won</source>
        <translation>예산 %1원</translation>
    </message>
</context>
<context>
    <name>Retro</name>
    <message>
        <source>Retrospective: %1</source>
        <translation>장애 회고: %1</translation>
    </message>
    <message>
        <source>Entries of the record</source>
        <translation>근거 기록</translation>
    </message>
    <message>
        <source>How long things took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>From</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>To</source>
        <translation>끝</translation>
    </message>
    <message>
        <source>What it counts</source>
        <translation>계산</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>영향</translation>
    </message>
    <message>
        <source>The record does not say which service was out.</source>
        <translation>어느 서비스가 멈췄는지 기록에 없습니다.</translation>
    </message>
    <message>
        <source>Course of events</source>
        <translation>경과</translation>
    </message>
    <message>
        <source>%1 more lines stand in the record.</source>
        <translation>그 밖의 %1줄은 기록에 있습니다.</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>No decision is in the record.</source>
        <translation>기록된 결정이 없습니다.</translation>
    </message>
    <message>
        <source>Who took which seat</source>
        <translation>누가 어느 자리를 맡았나</translation>
    </message>
    <message>
        <source>Nobody was called to a seat.</source>
        <translation>자리에 불린 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Notices to users</source>
        <translation>이용자 공지</translation>
    </message>
    <message>
        <source>When</source>
        <translation>때</translation>
    </message>
    <message>
        <source>After the one before</source>
        <translation>앞 공지 뒤</translation>
    </message>
    <message>
        <source>Next one promised for</source>
        <translation>다음 공지 약속</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>%1, %2 later than promised</source>
        <translation>%1, 약속보다 %2 늦음</translation>
    </message>
    <message>
        <source>No notice is in the record.</source>
        <translation>기록된 공지가 없습니다.</translation>
    </message>
    <message>
        <source>What had to be told in time</source>
        <translation>제때 알려야 했던 것</translation>
    </message>
    <message>
        <source>No duty was begun.</source>
        <translation>시작된 의무가 없습니다.</translation>
    </message>
    <message>
        <source>Recovery times, and what became of them</source>
        <translation>복구 예상 시각과 실제</translation>
    </message>
    <message>
        <source>What</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Said</source>
        <translation>밝힌 때</translation>
    </message>
    <message>
        <source>Expected for</source>
        <translation>예상</translation>
    </message>
    <message>
        <source>Was back</source>
        <translation>실제 복구</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Nobody gave a recovery time.</source>
        <translation>복구 예상 시각을 밝힌 기록이 없습니다.</translation>
    </message>
    <message>
        <source>The manual, and what was done</source>
        <translation>매뉴얼과 실제</translation>
    </message>
    <message>
        <source>The incident went by no manual that is known here.</source>
        <translation>이 장애에 쓰인 매뉴얼을 여기서는 알지 못합니다.</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>자리</translation>
    </message>
    <message>
        <source>In the manual</source>
        <translation>매뉴얼</translation>
    </message>
    <message>
        <source>In the record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>somebody has it</source>
        <translation>맡은 사람이 있다</translation>
    </message>
    <message>
        <source>A difference is a question to ask, not a fault.</source>
        <translation>다른 점은 물어볼 것이지 잘못이 아닙니다.</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>At its worst</source>
        <translation>가장 나빴던 상태</translation>
    </message>
    <message>
        <source>Out from</source>
        <translation>멈춘 때</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>이용자</translation>
    </message>
    <message>
        <source>not back in the record</source>
        <translation>복구 기록 없음</translation>
    </message>
    <message>
        <source>nobody could tell</source>
        <translation>알 수 없다고 밝힘</translation>
    </message>
    <message>
        <source>%1 later</source>
        <translation>%1 늦음</translation>
    </message>
    <message>
        <source>kept, %1 earlier</source>
        <translation>지킴, %1 일찍</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>nobody was called</source>
        <translation>부른 사람 없음</translation>
    </message>
    <message>
        <source>nobody took it</source>
        <translation>맡은 사람 없음</translation>
    </message>
    <message>
        <source>begun, not done</source>
        <translation>시작했고 끝내지 않음</translation>
    </message>
    <message>
        <source>left out %1</source>
        <translation>하지 않음 %1</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>끝냄 %1</translation>
    </message>
    <message>
        <source>not begun</source>
        <translation>시작하지 않음</translation>
    </message>
    <message>
        <source>From %1, for %2: a %3 incident.</source>
        <translation>%1부터 %2 동안 이어진 %3 장애입니다.</translation>
    </message>
    <message>
        <source>Since %1: a %2 incident. The record does not say that all is back.</source>
        <translation>%1부터 이어진 %2 장애입니다. 모두 복구됐다는 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Out or impaired: %1.</source>
        <translation>멈추거나 나빠진 것: %1.</translation>
    </message>
    <message>
        <source>The record has no notice to users.</source>
        <translation>이용자에게 나간 공지가 기록에 없습니다.</translation>
    </message>
    <message>
        <source>Users were told after %1; what happened, what was done and where to ask stood in notices after %2.</source>
        <translation>이용자에게는 %1 뒤에 처음 알렸고, 사실과 원인, 대응 현황, 문의처는 %2 뒤에 모두 알렸습니다.</translation>
    </message>
    <message>
        <source>Users were told after %1. What happened, what was done and where to ask never stood in notices together.</source>
        <translation>이용자에게는 %1 뒤에 처음 알렸습니다. 사실과 원인, 대응 현황, 문의처를 모두 알린 기록은 없습니다.</translation>
    </message>
    <message>
        <source>Somebody named accepted command after %1.</source>
        <translation>지명된 총괄은 %1 뒤에 수락했습니다.</translation>
    </message>
    <message>
        <source>Nobody named accepted command: whoever declared was acting commander throughout.</source>
        <translation>지명된 총괄이 수락한 기록이 없습니다. 선언한 사람이 끝까지 임시 총괄이었습니다.</translation>
    </message>
    <message>
        <source>The cause is not in the record.</source>
        <translation>원인은 기록에 없습니다.</translation>
    </message>
    <message>
        <source>Cause (%1): %2</source>
        <translation>원인(%1): %2</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>요약</translation>
    </message>
    <message>
        <source>Contributing factors</source>
        <translation>원인과 기여 요인</translation>
    </message>
    <message>
        <source>What was learnt</source>
        <translation>배운 것</translation>
    </message>
    <message>
        <source>What went well:</source>
        <translation>잘된 것:</translation>
    </message>
    <message>
        <source>What went wrong:</source>
        <translation>잘못된 것:</translation>
    </message>
    <message>
        <source>Where we were lucky:</source>
        <translation>운이 좋았던 것:</translation>
    </message>
    <message>
        <source>What surprised us, and why:</source>
        <translation>뜻밖이었던 것과 그 까닭:</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>앞으로 할 것</translation>
    </message>
    <message>
        <source>What, by whom, by when, and how we will know that it is done:</source>
        <translation>무엇을, 누가, 언제까지, 다 됐는지 무엇으로 아는가:</translation>
    </message>
    <message>
        <source>Nobody was called, and nothing was begun, by the manual.</source>
        <translation>매뉴얼에 따라 부른 사람도, 시작한 할 일도 기록에 없습니다.</translation>
    </message>
    <message>
        <source>Made from the record up to entry %1. Whoever holds the record can prove that it is whole (bongsuctl verify) and make this document anew (bongsuctl report).</source>
        <translation>기록 %1번까지로 만들었습니다. 기록을 가진 사람은 기록이 온전한지 증명하고(bongsuctl verify) 이 문서를 다시 만들 수 있습니다(bongsuctl report).</translation>
    </message>
    <message>
        <source>Report to users: %1</source>
        <translation>이용자에게 드리는 장애 보고: %1</translation>
    </message>
    <message>
        <source>(its words stand in the record)</source>
        <translation>(글은 기록에 있습니다)</translation>
    </message>
    <message>
        <source>Plan after the order: %1</source>
        <translation>시정조치 이행계획: %1</translation>
    </message>
    <message>
        <source>Result after the order: %1</source>
        <translation>시정조치 이행결과: %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Began: %1</source>
        <translation>발생: %1</translation>
    </message>
    <message>
        <source>Restored: %1</source>
        <translation>복구: %1</translation>
    </message>
    <message>
        <source>Services: %1</source>
        <translation>서비스: %1</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>원인: %1</translation>
    </message>
    <message>
        <source>The company&apos;s own actions</source>
        <translation>자체 재발방지 과제</translation>
    </message>
    <message>
        <source>What was done:</source>
        <translation>조치 내용:</translation>
    </message>
    <message>
        <source>What will be done, and by when:</source>
        <translation>조치 내용과 기한:</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>담당: %1</translation>
    </message>
    <message>
        <source>Due: %1</source>
        <translation>기한: %1</translation>
    </message>
    <message>
        <source>Budget: %1 won</source>
        <translation>예산: %1원</translation>
    </message>
    <message>
        <source>State: %1</source>
        <translation>상태: %1</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>Reason: %1</source>
        <translation>이유: %1</translation>
    </message>
    <message>
        <source>Evidence: %1</source>
        <translation>근거: %1</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>과제</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>By</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>Stands</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Customers&apos; data and security</source>
        <translation>고객 데이터와 보안</translation>
    </message>
    <message>
        <source>What was looked at</source>
        <translation>본 것</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Who looked</source>
        <translation>본 사람</translation>
    </message>
    <message>
        <source>Who looked at which service, and what was found:</source>
        <translation>어느 서비스를 누가 보았고 무엇을 찾았는지:</translation>
    </message>
    <message>
        <source>Documents that were issued before this one</source>
        <translation>이 문서보다 먼저 낸 문서</translation>
    </message>
    <message>
        <source>No. %1: %2 (%3), %4</source>
        <translation>%1호: %2(%3), %4</translation>
    </message>
    <message>
        <source>%1 has not signed</source>
        <translation>%1 서명 전</translation>
    </message>
    <message>
        <source>%1 signed</source>
        <translation>%1 서명</translation>
    </message>
    <message>
        <source>%1 declined to sign</source>
        <translation>%1 서명 거절</translation>
    </message>
    <message>
        <source>%1 versions were written apart and are not brought together yet. All of them stand here.</source>
        <translation>따로 쓴 글 %1개를 아직 합치지 않았습니다. 모두 여기에 있습니다.</translation>
    </message>
    <message>
        <source>Written by %1, %2</source>
        <translation>%1 씀, %2</translation>
    </message>
    <message>
        <source>Its words are not on this computer.</source>
        <translation>글이 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>Pattern: %1</source>
        <translation>유형: %1</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>근거가 된 기록</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>open</source>
        <translation>진행 중</translation>
    </message>
    <message>
        <source>What was the cause, and what will be done</source>
        <translation>원인과 앞으로 할 것</translation>
    </message>
    <message>
        <source>Nobody has written yet what everybody may read:</source>
        <translation>모두에게 알릴 글을 아직 아무도 쓰지 않았습니다:</translation>
    </message>
    <message>
        <source>Restored over time</source>
        <translation>복구된 수</translation>
    </message>
    <message>
        <source>Restored over time: %1</source>
        <translation>복구된 수: %1</translation>
    </message>
    <message>
        <source>In all: %1.</source>
        <translation>전체 %1.</translation>
    </message>
    <message>
        <source>When users were told</source>
        <translation>이용자에게 알린 때</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>all back %1</source>
        <translation>모두 복구 %1</translation>
    </message>
    <message>
        <source>notice</source>
        <comment>key of a chart</comment>
        <translation>공지</translation>
    </message>
    <message>
        <source>promised for then</source>
        <translation>약속한 다음 공지</translation>
    </message>
    <message>
        <source>later than promised</source>
        <translation>약속보다 늦은 시간</translation>
    </message>
    <message>
        <source>not all was back</source>
        <translation>복구가 끝나지 않은 시간</translation>
    </message>
    <message>
        <source>What was out, and for how long</source>
        <translation>멈춘 서비스와 멈춘 시간</translation>
    </message>
    <message>
        <source>not back</source>
        <translation>복구 기록 없음</translation>
    </message>
    <message>
        <source>A bar for each of %1, from %2. The worst and longest is %3: %4.</source>
        <translation>%2부터 멈춘 것 %1개를 막대로 나타낸 그림. 가장 심하고 긴 것은 %3, %4.</translation>
    </message>
    <message>
        <source>Counts: %1; %2 at %3, %4 at %5.</source>
        <translation>센 횟수 %1번: %3 %2, %5 %4.</translation>
    </message>
    <message>
        <source>Not drawn: %1 more.</source>
        <translation>그림에 없는 것: %1건.</translation>
    </message>
    <message>
        <source>Notices: %1, from %2 to %3; the first one %4 after it began.</source>
        <translation>공지 %1건, %2부터 %3까지. 첫 공지는 장애가 시작되고 %4 뒤에 나갔습니다.</translation>
    </message>
    <message>
        <source>all: %1</source>
        <translation>전체 %1</translation>
    </message>
    <message>
        <source>Cause, prevention, investment</source>
        <translation>원인 · 예방 · 투자</translation>
    </message>
    <message>
        <source>What caused it</source>
        <translation>과거의 원인</translation>
    </message>
    <message>
        <source>What prevents it</source>
        <translation>재발 예방</translation>
    </message>
    <message>
        <source>What is invested</source>
        <translation>투자</translation>
    </message>
    <message>
        <source>(no one factor)</source>
        <translation>(한 요인에 한정되지 않음)</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>%1원</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1부터</translation>
    </message>
</context>
<context>
    <name>RetroForm</name>
    <message>
        <source>full report</source>
        <translation>전체 보고서</translation>
    </message>
    <message>
        <source>public report</source>
        <translation>공개 보고서</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>이행 계획</translation>
    </message>
    <message>
        <source>result</source>
        <translation>이행 결과</translation>
    </message>
</context>
<context>
    <name>RetroLine</name>
    <message>
        <source>%1, due %2</source>
        <translation>%1, 기한 %2</translation>
    </message>
    <message>
        <source>The retrospective goes by three sub-committees</source>
        <translation>회고를 세 소위원회로 진행합니다</translation>
    </message>
    <message>
        <source>The retrospective goes in one piece</source>
        <translation>회고를 하나로 진행합니다</translation>
    </message>
    <message>
        <source>Step of the retrospective: %1</source>
        <translation>회고 단계: %1</translation>
    </message>
    <message>
        <source>Step of the retrospective %1: %2</source>
        <translation>회고 단계 %1: %2</translation>
    </message>
    <message>
        <source>Section brought together by %1: %2</source>
        <translation>%1이(가) 절을 하나로 합침: %2</translation>
    </message>
    <message>
        <source>Section written by %1: %2</source>
        <translation>%1이(가) 절을 씀: %2</translation>
    </message>
    <message>
        <source>Remark on section %1: %2</source>
        <translation>%1 절에 대한 의견: %2</translation>
    </message>
    <message>
        <source>Remark %1 settled</source>
        <translation>의견 %1 처리됨</translation>
    </message>
    <message>
        <source>Finding %1 does not hold</source>
        <translation>분석 결과 %1 철회</translation>
    </message>
    <message>
        <source>Document %1 to be signed: %2, %3</source>
        <translation>서명할 문서 %1: %2, %3</translation>
    </message>
    <message>
        <source>%1 signed document %2</source>
        <translation>%1이(가) 문서 %2에 서명함</translation>
    </message>
    <message>
        <source>%1 does not sign document %2</source>
        <translation>%1이(가) 문서 %2에 서명하지 않음</translation>
    </message>
    <message>
        <source>Ordered action (%1): %2</source>
        <translation>시정조치 (%1): %2</translation>
    </message>
    <message>
        <source>Action (%1): %2</source>
        <translation>재발방지 과제 (%1): %2</translation>
    </message>
    <message>
        <source>Action %1 changed</source>
        <translation>과제 %1 변경</translation>
    </message>
    <message>
        <source>Action %1: %2</source>
        <translation>과제 %1: %2</translation>
    </message>
</context>
<context>
    <name>RetroPage</name>
    <message>
        <source>me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>Write the day as 2022-11-30, 11/30, or +14 for days from today.</source>
        <translation>날짜는 2022-11-30, 11/30, 또는 오늘부터 며칠 뒤를 +14처럼 쓰십시오.</translation>
    </message>
    <message>
        <source>Its words are being read.</source>
        <translation>글을 읽는 중입니다.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>The document that is in force has no such part. What was written stays.</source>
        <translation>지금의 절차 문서에는 없는 항목입니다. 쓴 것은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>You began to write, and it is kept on this device: Enter goes on.</source>
        <translation>쓰던 글이 이 기기에 남아 있습니다. Enter로 이어 씁니다.</translation>
    </message>
    <message>
        <source>These texts were written apart, and both stand: nobody&apos;s was overwritten. Enter takes them together into one that takes their place.</source>
        <translation>따로 쓴 글이 모두 그대로 있습니다. 덮어쓴 글은 없습니다. Enter를 누르면 한데 모아 하나로 고쳐 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>To write</source>
        <translation>쓸 내용</translation>
    </message>
    <message>
        <source>Open to</source>
        <translation>공개 범위</translation>
    </message>
    <message>
        <source>Nobody has written it yet. Enter begins.</source>
        <translation>아직 아무도 쓰지 않았습니다. Enter로 시작합니다.</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>담당</translation>
    </message>
    <message>
        <source>Usually</source>
        <translation>맡는 역할</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>기한</translation>
    </message>
    <message>
        <source>plan for %1: the days after it are none to work on</source>
        <translation>%1까지로 잡으십시오. 그 뒤는 쉬는 날입니다</translation>
    </message>
    <message>
        <source>counted from the end of the outage</source>
        <translation>장애가 끝난 날부터 셉니다</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>기한 없음</translation>
    </message>
    <message>
        <source>A second person confirms that it is done.</source>
        <translation>끝나면 다른 사람이 확인합니다.</translation>
    </message>
    <message>
        <source>You said that it is done: somebody else confirms it.</source>
        <translation>내가 끝냈다고 했으므로 다른 사람이 확인합니다.</translation>
    </message>
    <message>
        <source>nobody has looked at it yet</source>
        <translation>아직 아무도 확인하지 않음</translation>
    </message>
    <message>
        <source>An incident is closed only when somebody has looked at both.</source>
        <translation>둘 다 확인해야 장애를 종료할 수 있습니다.</translation>
    </message>
    <message>
        <source>Nobody has looked at these yet, and the incident is not closed before. Enter says that you did, for all of them.</source>
        <translation>아직 아무도 확인하지 않았고, 확인해야 장애를 종료할 수 있습니다. 모두 직접 확인했으면 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>All that nobody has looked at</source>
        <translation>아무도 확인하지 않은 것 모두</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>반복 유형</translation>
    </message>
    <message>
        <source>not numbered yet</source>
        <translation>아직 번호 없음</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Enter adds an action against it.</source>
        <translation>Enter를 누르면 재발방지 과제를 추가합니다.</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Issued</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>has not answered</source>
        <translation>아직 답하지 않음</translation>
    </message>
    <message>
        <source>signed</source>
        <translation>서명함</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>거절함</translation>
    </message>
    <message>
        <source>Asked to sign</source>
        <translation>서명할 사람</translation>
    </message>
    <message>
        <source>Its bytes are kept as they were issued: whoever has a copy can check it with bongsuctl verify --report.</source>
        <translation>발행한 그대로 보관합니다. 사본은 bongsuctl verify --report로 누구나 대조할 수 있습니다.</translation>
    </message>
    <message>
        <source>Document No. %1</source>
        <translation>문서 제%1호</translation>
    </message>
    <message>
        <source>Wanted by</source>
        <translation>구분</translation>
    </message>
    <message>
        <source>Budget</source>
        <translation>예산</translation>
    </message>
    <message>
        <source>%1 won</source>
        <translation>%1원</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>관련 분석 결과</translation>
    </message>
    <message>
        <source>Why not</source>
        <translation>하지 않는 사유</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Neither its owner nor who said that it is done confirms it: a second person does.</source>
        <translation>담당자와 끝냈다고 한 사람이 아닌 다른 사람이 확인합니다.</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>a drill</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>Add a finding</source>
        <translation>분석 결과 추가</translation>
    </message>
    <message>
        <source>What made it happen or made it worse, and what a team learns from: what went well, what went wrong, where it was only lucky, what surprised people. Mark the lines it rests on at the right with Space, then Enter here.</source>
        <translation>장애를 일으키거나 키운 것, 그리고 배울 것을 적습니다. 잘된 것, 잘못된 것, 운이 좋았던 것, 뜻밖이었던 것. 오른쪽 기록에서 근거가 되는 줄을 Space로 표시한 다음 여기서 Enter를 누르십시오.</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>재발방지 과제 추가</translation>
    </message>
    <message>
        <source>What is to be done so that it does not happen again, who does it, and until when. Enter begins; Ctrl J shows those of all incidents.</source>
        <translation>다시 일어나지 않게 할 일과 담당, 기한을 적습니다. Enter로 시작합니다. Ctrl J는 모든 장애의 과제를 보여 줍니다.</translation>
    </message>
    <message>
        <source>Issue a document</source>
        <translation>문서 발행</translation>
    </message>
    <message>
        <source>A document made of the record and of what people wrote, as it stands now. Its bytes are kept, and those you ask sign exactly them.</source>
        <translation>기록과 사람들이 쓴 글로 지금 그대로의 문서를 만듭니다. 만든 파일을 보관하고, 고른 사람들이 바로 그 파일에 서명합니다.</translation>
    </message>
    <message>
        <source>to confirm</source>
        <translation>확인할 차례</translation>
    </message>
    <message>
        <source>next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>초안</translation>
    </message>
    <message>
        <source>two texts</source>
        <translation>두 가지 글</translation>
    </message>
    <message>
        <source>remarks %1</source>
        <translation>의견 %1</translation>
    </message>
    <message>
        <source>not written yet</source>
        <translation>아직 쓰지 않음</translation>
    </message>
    <message>
        <source>%1 of 2 not looked at</source>
        <translation>%1/2 미확인</translation>
    </message>
    <message>
        <source>No. %1</source>
        <comment>a document that was issued</comment>
        <translation>제%1호</translation>
    </message>
    <message>
        <source>to sign</source>
        <translation>서명할 차례</translation>
    </message>
    <message>
        <source>%1 signed</source>
        <translation>서명 %1</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>What people write</source>
        <translation>쓰는 글</translation>
    </message>
    <message>
        <source>Customers&apos; data and security</source>
        <translation>고객 데이터와 보안</translation>
    </message>
    <message>
        <source>%1 missing</source>
        <translation>%1건 미확인</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>분석 결과</translation>
    </message>
    <message>
        <source>Actions against it</source>
        <translation>재발방지 과제</translation>
    </message>
    <message>
        <source>Documents to sign</source>
        <translation>서명할 문서</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>참고</translation>
    </message>
</context>
<context>
    <name>ReviewArea</name>
    <message>
        <source>data centre</source>
        <translation>데이터센터</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>설비</translation>
    </message>
    <message>
        <source>data</source>
        <translation>데이터</translation>
    </message>
    <message>
        <source>service platform</source>
        <translation>서비스 플랫폼</translation>
    </message>
    <message>
        <source>application</source>
        <translation>애플리케이션</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>조직</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>%1 for %3: tell %2</source>
        <translation>%1 %3 넘으면: %2에게</translation>
    </message>
    <message>
        <source>%1: tell %2</source>
        <translation>%1: %2에게</translation>
    </message>
    <message>
        <source>done %1</source>
        <translation>%1 끝냄</translation>
    </message>
    <message>
        <source>skipped %1</source>
        <translation>%1 건너뜀</translation>
    </message>
    <message>
        <source>open</source>
        <translation>남음</translation>
    </message>
    <message>
        <source>overdue since %1</source>
        <translation>%1부터 지연</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>within %1</source>
        <translation>%1 안에</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a person and why</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>임무</translation>
    </message>
    <message>
        <source>Decides alone</source>
        <translation>혼자 정해도 되는 것 (위임·전결)</translation>
    </message>
    <message>
        <source>Escalates</source>
        <translation>위로 올릴 때</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Who comes next</source>
        <translation>대행자</translation>
    </message>
    <message>
        <source>reports to: %1</source>
        <translation>보고: %1</translation>
    </message>
    <message>
        <source>to answer within %1</source>
        <translation>수락 기한 %1</translation>
    </message>
    <message>
        <source>last reviewed %1</source>
        <translation>마지막 검토 %1</translation>
    </message>
    <message>
        <source>Shipped with the program, not published by your organisation</source>
        <translation>프로그램에 들어 있는 매뉴얼이며 조직이 발행하지 않았습니다</translation>
    </message>
    <message>
        <source>Published %1 by %2</source>
        <translation>%1 %2 발행</translation>
    </message>
    <message>
        <source>Published on this device, not recorded yet</source>
        <translation>이 기기에서 발행했고 아직 기록되지 않았습니다</translation>
    </message>
    <message>
        <source>The manual itself</source>
        <translation>매뉴얼 자체</translation>
    </message>
    <message>
        <source>Nobody in a seat has to do anything otherwise.</source>
        <translation>역할을 맡은 사람이 달리 할 일은 없습니다.</translation>
    </message>
    <message>
        <source>A newer version was published %1: %2.</source>
        <translation>새 버전이 %1에 발행되었습니다: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s)</source>
        <translation>
            <numerusform>다른 점 %n가지</numerusform>
        </translation>
    </message>
    <message>
        <source>How to reach %1</source>
        <translation>%1 연락처</translation>
    </message>
    <message>
        <source>under way</source>
        <translation>보내는 중</translation>
    </message>
    <message>
        <source>Paged by the relay</source>
        <translation>비상 서버가 호출함</translation>
    </message>
</context>
<context>
    <name>Roster</name>
    <message>
        <source>not on this device yet: it comes once a relay is connected</source>
        <translation>아직 이 기기에 없음: 연결되면 옵니다</translation>
    </message>
    <message>
        <source>cannot be read on this device</source>
        <translation>이 기기에서 읽을 수 없음</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>is on duty now</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>and nobody later</source>
        <translation>이후에도 없음</translation>
    </message>
    <message>
        <source>next at %1</source>
        <translation>다음 %1</translation>
    </message>
    <message>
        <source>%1 on duty</source>
        <translation>%1 경과</translation>
    </message>
    <message>
        <source>handover in %1</source>
        <translation>교대까지 %1</translation>
    </message>
    <message>
        <source>nobody is on duty at times</source>
        <translation>비는 시간이 있음</translation>
    </message>
    <message>
        <source>%1, on duty for %2, until %3: handover in %4</source>
        <translation>%1 · %2째 근무 · %3까지, 교대까지 %4</translation>
    </message>
    <message>
        <source>That is long without a break: have somebody take over.</source>
        <translation>쉬지 않고 너무 오래 근무했습니다. 교대할 사람을 정해 주십시오.</translation>
    </message>
    <message>
        <source>Nobody is on duty now.</source>
        <translation>지금 근무자가 없습니다.</translation>
    </message>
    <message>
        <source>Next: %1 at %2</source>
        <translation>다음: %1, %2부터</translation>
    </message>
    <message>
        <source>Roster &quot;%1&quot;</source>
        <translation>근무표 &quot;%1&quot;</translation>
    </message>
    <message>
        <source>nobody</source>
        <comment>is on duty then</comment>
        <translation>없음</translation>
    </message>
    <message>
        <source>from %1 on</source>
        <translation>%1부터</translation>
    </message>
    <message>
        <source>nobody is written down: the roster ends</source>
        <translation>근무표가 여기서 끝납니다</translation>
    </message>
</context>
<context>
    <name>RosterGap</name>
    <message>
        <source>… and %1 more like this.</source>
        <translation>… 그 밖에 %1건이 더 있습니다.</translation>
    </message>
    <message>
        <source>Nobody here is called &quot;%1&quot;: no call will find them. Write the name as the list of people has it.</source>
        <translation>&quot;%1&quot;이라는 사람이 여기 없어 호출할 수 없습니다. 구성원 이름 그대로 적어 주십시오.</translation>
    </message>
    <message>
        <source>Nobody is on duty for %1 from %2 to %3.</source>
        <translation>%1에 근무자가 없는 시간이 있습니다: %2부터 %3까지.</translation>
    </message>
    <message>
        <source>%1 is on duty in two places from %2 to %3: %4, %5.</source>
        <translation>%1이(가) %2부터 %3까지 두 곳에서 근무합니다: %4, %5.</translation>
    </message>
    <message>
        <source>%1 is on duty for %2 without a break, from %3.</source>
        <translation>%1이(가) 쉬지 않고 %2 동안 근무합니다. 시작: %3.</translation>
    </message>
</context>
<context>
    <name>SafetyAspect</name>
    <message>
        <source>customers&apos; data</source>
        <translation>고객 데이터</translation>
    </message>
    <message>
        <source>security</source>
        <translation>보안</translation>
    </message>
</context>
<context>
    <name>SafetyFinding</name>
    <message>
        <source>checked, nothing found</source>
        <translation>점검함, 이상 없음</translation>
    </message>
    <message>
        <source>checked, affected</source>
        <translation>점검함, 영향 있음</translation>
    </message>
</context>
<context>
    <name>Seat</name>
    <message>
        <source>incident commander</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>communications</source>
        <translation>공지 담당</translation>
    </message>
    <message>
        <source>recovery lead</source>
        <translation>복구반장</translation>
    </message>
    <message>
        <source>liaison to authorities</source>
        <translation>관계기관 담당</translation>
    </message>
    <message>
        <source>scribe</source>
        <translation>기록 담당</translation>
    </message>
    <message>
        <source>security watch</source>
        <translation>보안 감시</translation>
    </message>
    <message>
        <source>customer data check</source>
        <translation>고객 데이터 점검</translation>
    </message>
    <message>
        <source>customer support</source>
        <translation>고객센터 담당</translation>
    </message>
    <message>
        <source>facilities</source>
        <translation>시설 담당</translation>
    </message>
    <message>
        <source>network</source>
        <translation>네트워크 담당</translation>
    </message>
    <message>
        <source>database</source>
        <translation>데이터베이스 담당</translation>
    </message>
    <message>
        <source>deployment</source>
        <translation>배포 담당</translation>
    </message>
    <message>
        <source>legal</source>
        <translation>법무 담당</translation>
    </message>
</context>
<context>
    <name>Seats</name>
    <message>
        <source>declined</source>
        <translation>맡기 어려움</translation>
    </message>
    <message>
        <source>empty %1</source>
        <comment>how many seats</comment>
        <translation>비어 있음 %1</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>임시</translation>
    </message>
    <message>
        <source>by phone %1</source>
        <comment>when a seat was accepted</comment>
        <translation>전화 수락 %1</translation>
    </message>
    <message>
        <source>accepted %1</source>
        <translation>수락 %1</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>accepted %1 / %2</source>
        <comment>how many seats of how many</comment>
        <translation>수락 %1 / %2</translation>
    </message>
    <message>
        <source>%2 seats report to: %1. Beyond %3 they need somebody between.</source>
        <translation>%1에게 보고하는 역할이 %2개입니다. %3개를 넘으면 중간 담당을 두십시오.</translation>
    </message>
    <message>
        <source>You are called to the seat: %1 (%2). The time to answer is over; you can still take it until somebody else does.</source>
        <translation>%1으로(로) 호출받았습니다 (%2). 답할 시간이 지났지만 다른 사람이 맡기 전에는 맡을 수 있습니다.</translation>
    </message>
    <message>
        <source>You are called to the seat: %1 (%2). Answer within %3.</source>
        <translation>%1으로(로) 호출받았습니다 (%2). %3 안에 답해 주십시오.</translation>
    </message>
    <message>
        <source>Nobody in line took the seat: %1. Give it to somebody.</source>
        <translation>대행자까지 모두 맡지 않았습니다: %1. 다른 사람에게 맡기십시오.</translation>
    </message>
    <message>
        <source>named by the manual</source>
        <translation>매뉴얼의 담당자</translation>
    </message>
    <message>
        <source>successor by the manual</source>
        <translation>매뉴얼의 대행자</translation>
    </message>
    <message>
        <source>of the department: %1</source>
        <translation>담당 부서 %1</translation>
    </message>
    <message>
        <source>in line for: %1</source>
        <comment>another seat</comment>
        <translation>%1 대행자</translation>
    </message>
    <message>
        <source>free, and may do it</source>
        <translation>다른 역할이 없고 권한이 있음</translation>
    </message>
    <message>
        <source>waits %1</source>
        <comment>for an answer: minutes and seconds since the call</comment>
        <translation>미수락 %1</translation>
    </message>
    <message>
        <source>on duty now, until %1</source>
        <translation>지금 당번, %1까지</translation>
    </message>
    <message>
        <source>on duty %1</source>
        <translation>당번 %1째</translation>
    </message>
    <message>
        <source>handover in %1</source>
        <translation>교대까지 %1</translation>
    </message>
    <message>
        <source>Team: %1</source>
        <comment>the title of a joined incident</comment>
        <translation>팀: %1</translation>
    </message>
    <message>
        <source>by return message %1</source>
        <comment>when a seat was accepted</comment>
        <translation>회신 수락 %1</translation>
    </message>
</context>
<context>
    <name>ServiceState</name>
    <message>
        <source>operational</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>degraded</source>
        <translation>성능 저하</translation>
    </message>
    <message>
        <source>partial outage</source>
        <translation>일부 중단</translation>
    </message>
    <message>
        <source>down</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>recovering</source>
        <translation>복구 중</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>확인 불가</translation>
    </message>
</context>
<context>
    <name>Sitrep</name>
    <message>
        <source>ddd d MMM yyyy</source>
        <comment>a date in a situation report</comment>
        <translation>&apos;&apos;yy&apos;. &apos;M&apos;. &apos;d&apos;.(&apos;ddd&apos;)&apos;</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>%1개 더</translation>
    </message>
    <message>
        <source>Situation report no. %1</source>
        <translation>상황보고 제%1보</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>%1 기준</translation>
    </message>
    <message>
        <source>Alert level: %1</source>
        <translation>위기경보: %1</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Grade: %1, %2</source>
        <comment>a grade, a phase</comment>
        <translation>등급: %1, %2</translation>
    </message>
    <message>
        <source>Began: %1, %2 so far</source>
        <translation>발생: %1, %2 경과</translation>
    </message>
    <message>
        <source>Began: %1, lasted %2</source>
        <translation>발생: %1, 총 %2</translation>
    </message>
    <message>
        <source>Acting commander: %1</source>
        <translation>임시 총괄: %1</translation>
    </message>
    <message>
        <source>Commander: %1</source>
        <translation>총괄: %1</translation>
    </message>
    <message>
        <source>Services: down %1, partial %2, normal %3, unknown %4</source>
        <translation>서비스: 중단 %1, 일부 %2, 정상 %3, 확인 중 %4</translation>
    </message>
    <message>
        <source> (since %1)</source>
        <translation> (%1부터)</translation>
    </message>
    <message>
        <source>changed since the last report</source>
        <translation>직전 보고 이후 변동</translation>
    </message>
    <message>
        <source>Recovery</source>
        <translation>복구 현황</translation>
    </message>
    <message>
        <source>Measures since the last report</source>
        <translation>직전 보고 이후 조치 사항</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>조치 사항</translation>
    </message>
    <message>
        <source>Notices to users: first %1, last %2</source>
        <translation>이용자 공지: 1차 %1, 최근 %2</translation>
    </message>
    <message>
        <source>Notices to users: none yet</source>
        <translation>이용자 공지: 아직 없음</translation>
    </message>
    <message>
        <source>All work held at %1 since %2</source>
        <translation>%1 작업 중지 (%2부터)</translation>
    </message>
    <message>
        <source>What holds it up</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>Plans</source>
        <translation>향후 계획</translation>
    </message>
    <message>
        <source>by %1: %2</source>
        <translation>%1까지: %2</translation>
    </message>
    <message>
        <source>When it will be restored is told as soon as it is known</source>
        <translation>복구 예상 시각은 확인되는 대로 알리겠습니다</translation>
    </message>
    <message>
        <source>Demanded: %1</source>
        <translation>자료 제출 요구: %1</translation>
    </message>
    <message>
        <source>Cause: being looked for</source>
        <translation>원인: 확인 중</translation>
    </message>
    <message>
        <source>Cause (%1): %2</source>
        <comment>how sure, what</comment>
        <translation>원인(%1): %2</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>official</source>
        <translation>공식</translation>
    </message>
    <message>
        <source>press</source>
        <translation>언론</translation>
    </message>
    <message>
        <source>company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>opinion</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>reconstructed</source>
        <translation>사후 재구성</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>waits for the end of the outage</source>
        <translation>해결되면 시작</translation>
    </message>
    <message>
        <source>to be done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>기한 지남</translation>
    </message>
    <message>
        <source>done, to be confirmed by a second person</source>
        <translation>완료, 다른 사람의 확인 대기</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>하지 않음</translation>
    </message>
</context>
<context>
    <name>Tasks</name>
    <message>
        <source>(its words are not open to you)</source>
        <translation>(내용을 볼 수 없음)</translation>
    </message>
    <message>
        <source>overdue since %1: %2</source>
        <translation>%1부터 지연: %2</translation>
    </message>
    <message>
        <source>overdue %1</source>
        <translation>지연 %1</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>잔여 %1</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>device</source>
        <translation>기기</translation>
    </message>
    <message>
        <source>me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>being saved</source>
        <translation>저장 중</translation>
    </message>
    <message>
        <source>saved on this device</source>
        <translation>기기에 저장</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>보냄</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>기록 확정</translation>
    </message>
    <message>
        <source>not accepted</source>
        <translation>받아들여지지 않음</translation>
    </message>
    <message>
        <source>Taken back by its author</source>
        <translation>쓴 사람이 거둔 기록</translation>
    </message>
    <message>
        <source>Text erased</source>
        <translation>지워진 기록</translation>
    </message>
    <message>
        <source>Does not count: %1</source>
        <translation>무효: %1</translation>
    </message>
    <message>
        <source>Not accepted: %1</source>
        <translation>받아들여지지 않음: %1</translation>
    </message>
    <message>
        <source>emergency powers</source>
        <translation>비상 권한</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>고정</translation>
    </message>
    <message>
        <source>acting commander %1</source>
        <translation>임시 총괄 %1</translation>
    </message>
    <message>
        <source>Correction %1 %2: %3</source>
        <translation>정정 %1 %2: %3</translation>
    </message>
    <message>
        <source>[text erased]</source>
        <translation>[지워짐]</translation>
    </message>
    <message>
        <source>happened %1</source>
        <translation>발생 %1</translation>
    </message>
    <message>
        <source>written %1</source>
        <translation>작성 %1</translation>
    </message>
    <message>
        <source>recorded %1</source>
        <translation>기록 %1</translation>
    </message>
    <message>
        <source>recorded %1 later</source>
        <translation>%1 뒤 기록됨</translation>
    </message>
    <message>
        <source>its time is %1 ahead</source>
        <translation>시각이 %1 앞섬</translation>
    </message>
    <message>
        <source>Read up to here</source>
        <translation>여기까지 읽음</translation>
    </message>
    <message>
        <source>belongs to %1</source>
        <translation>%1에 붙음</translation>
    </message>
    <message>
        <source>relay</source>
        <translation>비상 서버</translation>
    </message>
</context>
<context>
    <name>Times</name>
    <message>
        <source>en_GB</source>
        <comment>the locale that names days and months</comment>
        <translation>ko_KR</translation>
    </message>
    <message>
        <source>dddd, d MMMM yyyy</source>
        <translation>yyyy년 M월 d일 dddd</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M월 d일</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n분</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n시간</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n일</numerusform>
        </translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>short</comment>
        <translation>M/d</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <translation>M월 d일(ddd)</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n초</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Vote</name>
    <message>
        <source>for</source>
        <translation>찬성</translation>
    </message>
    <message>
        <source>against</source>
        <translation>반대</translation>
    </message>
    <message>
        <source>abstained</source>
        <translation>기권</translation>
    </message>
</context>
<context>
    <name>WorkOutcome</name>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>확인됨</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>하지 않음</translation>
    </message>
    <message>
        <source>open again</source>
        <translation>다시 열림</translation>
    </message>
</context>
<context>
    <name>arguments</name>
    <message>
        <source>Unknown option: %1</source>
        <translation>모르는 옵션입니다: %1</translation>
    </message>
    <message>
        <source>%1 needs a value</source>
        <translation>%1에 값이 필요합니다</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>사용법: %1</translation>
    </message>
    <message>
        <source>%1 takes whole seconds</source>
        <translation>%1에는 초를 정수로 적습니다</translation>
    </message>
    <message>
        <source>%1 takes HOST:PORT</source>
        <translation>%1에는 HOST:PORT를 적습니다</translation>
    </message>
</context>
<context>
    <name>bongsu::ActionActs</name>
    <message>
        <source>After which incident?</source>
        <translation>어느 장애의 과제입니까?</translation>
    </message>
    <message>
        <source>Next: what is to be done</source>
        <translation>다음: 할 일</translation>
    </message>
    <message>
        <source>a drill</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>There is no incident to learn from yet.</source>
        <translation>아직 장애가 없습니다.</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>무엇을 합니까?</translation>
    </message>
    <message>
        <source>In one line, so that somebody else can tell when it is done</source>
        <translation>다른 사람이 보아도 끝났는지 알 수 있게 한 줄로</translation>
    </message>
    <message>
        <source>Next: who, and until when</source>
        <translation>다음: 담당과 기한</translation>
    </message>
    <message>
        <source>Who does it, and until when?</source>
        <translation>누가 언제까지 합니까?</translation>
    </message>
    <message>
        <source>Until when (2022-11-30, 11/30, +14); empty: no time</source>
        <translation>기한 (2022-11-30, 11/30, +14). 비우면 기한 없음</translation>
    </message>
    <message>
        <source>Next: who wants it</source>
        <translation>다음: 자체 과제인지 시정조치인지</translation>
    </message>
    <message>
        <source>Who wants it?</source>
        <translation>자체 과제입니까, 시정조치입니까?</translation>
    </message>
    <message>
        <source>the company itself</source>
        <translation>자체 재발방지 과제</translation>
    </message>
    <message>
        <source>Add the action</source>
        <translation>과제 추가</translation>
    </message>
    <message>
        <source>ordered by an authority</source>
        <translation>시정조치</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>할 일: %1</translation>
    </message>
    <message>
        <source>Next: why it changes</source>
        <translation>다음: 바꾸는 사유</translation>
    </message>
    <message>
        <source>It is so already. Esc leaves it as it is.</source>
        <translation>이미 그렇습니다. Esc로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Why does it change?</source>
        <translation>왜 바꿉니까?</translation>
    </message>
    <message>
        <source>A time that moves without a reason is how a promise is lost.</source>
        <translation>사유 없이 미룬 기한은 지켜지지 않습니다.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>Changed: %1</source>
        <translation>바꿈: %1</translation>
    </message>
    <message>
        <source>A second person confirms it by this evidence.</source>
        <translation>다른 사람이 이 증빙을 보고 확인합니다.</translation>
    </message>
    <message>
        <source>The evidence: where somebody else sees that it is done</source>
        <translation>증빙: 다른 사람이 무엇을 보면 아는지</translation>
    </message>
    <message>
        <source>What you looked at, if there is more to say</source>
        <translation>무엇을 확인했는지, 있으면</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
</context>
<context>
    <name>bongsu::Acts</name>
    <message>
        <source>Take command</source>
        <translation>총괄 맡기</translation>
    </message>
    <message>
        <source>From now on you are in charge. %1 is told, and everybody sees it.</source>
        <translation>지금부터 총괄입니다. %1님과 모두에게 보입니다.</translation>
    </message>
    <message>
        <source>Why, or how it was agreed</source>
        <translation>사유, 또는 어떻게 합의했는지</translation>
    </message>
    <message>
        <source>agreed by phone</source>
        <translation>전화로 합의</translation>
    </message>
    <message>
        <source>You are in command.</source>
        <translation>총괄을 맡았습니다.</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>상황 회의</translation>
    </message>
    <message>
        <source>Where everybody calls in: a number that needs nothing of the company.</source>
        <translation>모두가 들어올 곳: 회사 시스템이 없어도 되는 번호.</translation>
    </message>
    <message>
        <source>Number, room or link</source>
        <translation>번호, 회의실 또는 링크</translation>
    </message>
    <message>
        <source>Set the meeting</source>
        <translation>상황 회의 정하기</translation>
    </message>
    <message>
        <source>Meeting: %1</source>
        <translation>상황 회의: %1</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>장애 등급</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Change the grade</source>
        <translation>등급 바꾸기</translation>
    </message>
    <message>
        <source>Grade: %1</source>
        <translation>등급: %1</translation>
    </message>
    <message>
        <source>Phase</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Change the phase</source>
        <translation>단계 바꾸기</translation>
    </message>
    <message>
        <source>Phase: %1</source>
        <translation>단계: %1</translation>
    </message>
    <message>
        <source>No work goes into %1 now. &quot;Let work go on&quot; ends it.</source>
        <translation>지금부터 %1에 작업을 넣지 않습니다. 「작업 중지 해제」로 풉니다.</translation>
    </message>
    <message>
        <source>Hold all work at a site</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>Nobody puts anything into it until it is let go on: the next outage came from that.</source>
        <translation>해제할 때까지 아무도 작업을 넣지 않습니다. 다음 장애가 거기서 났습니다.</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>데이터센터</translation>
    </message>
    <message>
        <source>Another site, or nothing</source>
        <translation>다른 데이터센터(없으면 비움)</translation>
    </message>
    <message>
        <source>Hold all work</source>
        <translation>작업 중지</translation>
    </message>
    <message>
        <source>No work is held here.</source>
        <translation>중지된 작업이 없습니다.</translation>
    </message>
    <message>
        <source>Let work go on</source>
        <translation>작업 중지 해제</translation>
    </message>
    <message>
        <source>Why it is safe now</source>
        <translation>이제 안전한 까닭</translation>
    </message>
    <message>
        <source>Work may go on at %1.</source>
        <translation>%1의 작업 중지를 풀었습니다.</translation>
    </message>
    <message>
        <source>There is no other open incident.</source>
        <translation>열려 있는 다른 장애가 없습니다.</translation>
    </message>
    <message>
        <source>Join this incident into another</source>
        <translation>다른 장애에 합류</translation>
    </message>
    <message>
        <source>One fire, one commander: both records stay, the other one leads from now on.</source>
        <translation>불은 하나, 총괄도 하나: 두 기록은 모두 남고, 지금부터 그 장애에서 지휘합니다.</translation>
    </message>
    <message>
        <source>the same cause</source>
        <translation>같은 원인</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>합류</translation>
    </message>
    <message>
        <source>Joined into %1.</source>
        <translation>%1에 합류했습니다.</translation>
    </message>
    <message>
        <source>The government&apos;s alert level</source>
        <translation>위기경보 단계</translation>
    </message>
    <message>
        <source>It stands at the top of the board and in the situation report, with the time since when it holds.</source>
        <translation>상황판 맨 위와 상황보고에 발령 시각과 함께 나옵니다.</translation>
    </message>
    <message>
        <source>Who said so, or nothing. In front since when, such as 1540</source>
        <translation>알린 곳(비워 두어도 됩니다). 맨 앞에 1540처럼 쓰면 그 시각부터</translation>
    </message>
    <message>
        <source>Record the alert level</source>
        <translation>위기경보 기록</translation>
    </message>
    <message>
        <source>Alert level: %1, since %2</source>
        <translation>위기경보: %1, %2부터</translation>
    </message>
    <message>
        <source>%1 checks of customers&apos; data and security are missing</source>
        <translation>고객 데이터·보안 확인 %1건이 남음</translation>
    </message>
    <message>
        <source>the cause is open: with a reason</source>
        <translation>원인이 밝혀지지 않음: 사유 필요</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>그 밖에 %1개</translation>
    </message>
    <message>
        <source>It cannot be closed yet</source>
        <translation>아직 종료할 수 없습니다</translation>
    </message>
    <message>
        <source>Nobody has looked yet whether customers&apos; data is whole and no opening was left:</source>
        <translation>고객 데이터가 온전한지, 뚫린 곳이 남지 않았는지 아직 아무도 확인하지 않았습니다.</translation>
    </message>
    <message>
        <source>Look at it now</source>
        <translation>지금 확인하기</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>그리로 가기</translation>
    </message>
    <message>
        <source>Close it though the cause is open?</source>
        <translation>원인을 모르는데 종료합니까?</translation>
    </message>
    <message>
        <source>Nobody knows the cause, and work goes on where it happened: the next one may come from the same. Closing needs a reason, which stays in the record.</source>
        <translation>원인이 밝혀지지 않았고 그곳에서 작업이 이어집니다. 같은 원인으로 다시 날 수 있습니다. 종료하려면 사유를 적어야 하고, 기록에 남습니다.</translation>
    </message>
    <message>
        <source>Why it can be closed</source>
        <translation>종료하는 사유</translation>
    </message>
    <message>
        <source>Close the incident</source>
        <translation>장애 종료</translation>
    </message>
</context>
<context>
    <name>bongsu::Alerts</name>
    <message>
        <source>An incident was declared.</source>
        <translation>장애가 선언되었습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::AttachmentTools</name>
    <message>
        <source>Neither a picture nor a file was copied.</source>
        <translation>복사된 사진이나 파일이 없습니다.</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>파일 첨부</translation>
    </message>
    <message>
        <source>Pictures, PDF and text</source>
        <translation>사진, PDF, 텍스트</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
</context>
<context>
    <name>bongsu::AwaySheet</name>
    <message>
        <source>decisions %1</source>
        <translation>결정 %1</translation>
    </message>
    <message>
        <source>notices %1</source>
        <translation>공지 %1</translation>
    </message>
    <message>
        <source>service changes %1</source>
        <translation>서비스 변화 %1</translation>
    </message>
    <message>
        <source>requests %1</source>
        <translation>요청 %1</translation>
    </message>
    <message>
        <source>blockers %1</source>
        <translation>막힌 것 %1</translation>
    </message>
    <message>
        <source>command and grade %1</source>
        <translation>지휘·등급 %1</translation>
    </message>
    <message>
        <source>other lines %1</source>
        <translation>그 밖의 줄 %1</translation>
    </message>
    <message>
        <source>While you were away, since %1</source>
        <translation>자리 비운 사이: %1부터</translation>
    </message>
    <message>
        <source>What is worth reading</source>
        <translation>읽을 만한 줄</translation>
    </message>
</context>
<context>
    <name>bongsu::Bars</name>
    <message>
        <source>No connection. Go on recording.</source>
        <translation>연결 없음. 계속 기록하세요.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) will be sent once connected.</source>
        <translation>
            <numerusform>%n건이 연결되면 올라갑니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be saved on this device. Do not close the window.</source>
        <translation>이 기기에 저장할 수 없습니다. 창을 닫지 마세요.</translation>
    </message>
    <message>
        <source>The relay shows two histories of one record. Compare its words by phone.</source>
        <translation>비상 서버가 한 기록을 두 가지로 보여 줍니다. 전화로 낱말을 맞춰 보세요.</translation>
    </message>
    <message>
        <source>The record is taken up to line %1 only.</source>
        <translation>기록을 %1번 줄까지만 받았습니다.</translation>
    </message>
    <message>
        <source>The relay records nothing right now. Go on recording; it is kept here.</source>
        <translation>비상 서버가 지금은 기록을 받지 못합니다. 계속 기록하세요. 이 기기에 남습니다.</translation>
    </message>
    <message>
        <source>Let it record again…</source>
        <translation>다시 기록하게 하기…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>정하기…</translation>
    </message>
    <message>
        <source>It may have lost lines: whoever is connected gives back theirs. An admin lets it record again.</source>
        <translation>기록을 잃었을 수 있습니다. 연결된 사람이 가진 것을 되돌려주면, 관리자가 다시 기록하게 합니다.</translation>
    </message>
    <message>
        <source>It may have lost lines. Once those who were there are connected, let it record again.</source>
        <translation>기록을 잃었을 수 있습니다. 있던 사람들이 연결된 뒤에 다시 기록하게 하세요.</translation>
    </message>
    <message>
        <source>It goes on as soon as it has taken your new epoch.</source>
        <translation>선언하신 새 세대를 비상 서버가 받는 대로 다시 기록합니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::CallBar</name>
    <message>
        <source>I take it (F8)</source>
        <translation>맡겠습니다 (F8)</translation>
    </message>
    <message>
        <source>I cannot (Shift F8)</source>
        <translation>어렵습니다 (Shift F8)</translation>
    </message>
</context>
<context>
    <name>bongsu::ChoiceSheet</name>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Write one line first: %1.</source>
        <translation>한 줄이 필요합니다: %1.</translation>
    </message>
    <message>
        <source>Choose at least one: the space bar marks it.</source>
        <translation>하나 이상 고르십시오. 스페이스로 표시합니다.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>고를 것</translation>
    </message>
    <message>
        <source>A line about it</source>
        <translation>한 줄 설명</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>실행</translation>
    </message>
</context>
<context>
    <name>bongsu::ClosingSheet</name>
    <message>
        <source>Others are connected through this computer</source>
        <translation>다른 사람들이 이 컴퓨터를 통해 연결되어 있습니다</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 외 %2명</translation>
    </message>
    <message>
        <source>Still connected: %1</source>
        <translation>아직 연결됨: %1</translation>
    </message>
    <message>
        <source>If you close now, they go on recording on their own devices and nothing is lost, but they no longer see what the others write until this program is open again.</source>
        <translation>지금 닫아도 각자 자기 기기에 계속 기록하며 잃는 것은 없습니다. 다만 이 프로그램을 다시 열 때까지 서로의 기록이 보이지 않습니다.</translation>
    </message>
    <message>
        <source>Stay open (Enter)</source>
        <translation>닫지 않기 (Enter)</translation>
    </message>
    <message>
        <source>Close all the same (%1)</source>
        <translation>그래도 닫기 (%1)</translation>
    </message>
</context>
<context>
    <name>bongsu::CommitteeActs</name>
    <message>
        <source>member %1</source>
        <translation>위원 %1</translation>
    </message>
    <message>
        <source>Who comes</source>
        <translation>응소 현황</translation>
    </message>
    <message>
        <source>Put a motion</source>
        <translation>안건 올리기</translation>
    </message>
    <message>
        <source>Vote</source>
        <translation>표결</translation>
    </message>
    <message>
        <source>Close a motion</source>
        <translation>의결</translation>
    </message>
    <message>
        <source>Copy the minutes</source>
        <translation>회의록 복사</translation>
    </message>
    <message>
        <source>Call it together once more</source>
        <translation>다시 소집</translation>
    </message>
    <message>
        <source>Committee</source>
        <translation>위원회</translation>
    </message>
    <message>
        <source>Call the committee together</source>
        <translation>위원회 소집</translation>
    </message>
    <message>
        <source>No standing committee was published: write who is in it.</source>
        <translation>발행된 상임 위원회가 없습니다. 위원을 적으세요.</translation>
    </message>
    <message>
        <source>Names, divided by commas</source>
        <translation>이름, 쉼표로 나눔</translation>
    </message>
    <message>
        <source>Next: where</source>
        <translation>다음: 장소</translation>
    </message>
    <message>
        <source>Write at least one name.</source>
        <translation>이름을 하나 이상 적으세요.</translation>
    </message>
    <message>
        <source>%1. Quorum %2. Whoever has a device here is asked at once; call the others.</source>
        <translation>%1. 의결 정족수 %2명. 기기가 있는 위원에게는 바로 알립니다. 나머지는 전화하세요.</translation>
    </message>
    <message>
        <source>Where it meets</source>
        <translation>모이는 곳</translation>
    </message>
    <message>
        <source>Call it together</source>
        <translation>소집</translation>
    </message>
    <message>
        <source>Called: %1 members</source>
        <translation>소집: 위원 %1명</translation>
    </message>
    <message>
        <source>The committee was not called together. Shift F9 calls it.</source>
        <translation>위원회가 소집되지 않았습니다. Shift F9가 소집합니다.</translation>
    </message>
    <message>
        <source>Whose word is it?</source>
        <translation>누구의 응답입니까?</translation>
    </message>
    <message>
        <source>The deputy, if one comes</source>
        <translation>대리인이 오면 그 이름</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>anything else</source>
        <translation>그 밖의 안건</translation>
    </message>
    <message>
        <source>What is put to it?</source>
        <translation>무엇을 올립니까?</translation>
    </message>
    <message>
        <source>What is asked, in one sentence that can be answered with yes.</source>
        <translation>찬성으로 답할 수 있는 한 문장으로 적으세요.</translation>
    </message>
    <message>
        <source>Criteria: %1</source>
        <translation>기준: %1</translation>
    </message>
    <message>
        <source>The motion</source>
        <translation>안건</translation>
    </message>
    <message>
        <source>Put it</source>
        <translation>올리기</translation>
    </message>
    <message>
        <source>Put to the committee: %1</source>
        <translation>안건을 올렸습니다: %1</translation>
    </message>
    <message>
        <source>No motion is open.</source>
        <translation>열린 안건이 없습니다.</translation>
    </message>
    <message>
        <source>On which motion?</source>
        <translation>어느 안건입니까?</translation>
    </message>
    <message>
        <source>Whose vote is it?</source>
        <translation>누구의 표입니까?</translation>
    </message>
    <message>
        <source>Why, if it is to be in the minutes</source>
        <translation>회의록에 남길 이유</translation>
    </message>
    <message>
        <source>Which motion?</source>
        <translation>어느 안건입니까?</translation>
    </message>
    <message>
        <source>For %1, against %2, abstained %3, missing %4; quorum %5.</source>
        <translation>찬성 %1, 반대 %2, 기권 %3, 미표결 %4. 의결 정족수 %5명.</translation>
    </message>
    <message>
        <source>needs a reason</source>
        <translation>이유가 필요합니다</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Close the motion</source>
        <translation>의결하기</translation>
    </message>
    <message>
        <source>The minutes are on the clipboard.</source>
        <translation>회의록을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>What is needed?</source>
        <translation>무엇이 필요합니까?</translation>
    </message>
    <message>
        <source>Next: how many</source>
        <translation>다음: 수량</translation>
    </message>
    <message>
        <source>People, pieces, square metres or won; and by when, behind it: 12 1800.</source>
        <translation>명, 대, ㎡, 원. 언제까지인지는 뒤에 적습니다: 12 1800.</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>수량</translation>
    </message>
    <message>
        <source>Next: what for</source>
        <translation>다음: 용도</translation>
    </message>
    <message>
        <source>Write a number, and a time behind it if you want: 12 or 12 1800.</source>
        <translation>숫자를 적고, 필요하면 뒤에 시각을 적으세요: 12 또는 12 1800.</translation>
    </message>
    <message>
        <source>What for, and where to</source>
        <translation>무엇에 쓰고 어디로 보낼지</translation>
    </message>
    <message>
        <source>Ask for it</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Asked for. Whoever commands answers it.</source>
        <translation>요청했습니다. 총괄이 답합니다.</translation>
    </message>
    <message>
        <source>Nothing is asked for.</source>
        <translation>요청된 것이 없습니다.</translation>
    </message>
    <message>
        <source>Which request?</source>
        <translation>어느 요청입니까?</translation>
    </message>
    <message>
        <source>Next: the answer</source>
        <translation>다음: 답</translation>
    </message>
    <message>
        <source>Why, where it is declined</source>
        <translation>거절하는 이유</translation>
    </message>
    <message>
        <source>Operational period %1</source>
        <translation>대응 주기 %1</translation>
    </message>
    <message>
        <source>When its shift ends: a time (2000, tomorrow 0800) or minutes from now (+480).</source>
        <translation>교대 시각(2000, 내일 0800)이나 지금부터의 분(+480)을 적으세요.</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>언제까지</translation>
    </message>
    <message>
        <source>Next: what is to be reached</source>
        <translation>다음: 목표</translation>
    </message>
    <message>
        <source>Write it as 2000, tomorrow 0800 or +480.</source>
        <translation>2000, 내일 0800, +480처럼 적으세요.</translation>
    </message>
    <message>
        <source>What is to be reached by then</source>
        <translation>그때까지 이룰 것</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Operational period %1 until %2</source>
        <translation>대응 주기 %1, %2까지</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>quorum %1</source>
        <translation>정족수 %1</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>The standing committee is not on this device yet. It comes once a relay is connected; or write who is in it.</source>
        <translation>상임 위원회 문서가 아직 이 기기에 없습니다. 비상 서버에 연결되면 옵니다. 기다릴 수 없으면 위원을 적으세요.</translation>
    </message>
    <message>
        <source>The standing committee cannot be read on this device: write who is in it.</source>
        <translation>상임 위원회 문서를 이 기기에서 읽을 수 없습니다. 위원을 적으세요.</translation>
    </message>
    <message>
        <source>The committee&apos;s criteria are not on this device: write into the motion what it is decided by.</source>
        <translation>위원회 기준이 이 기기에 없습니다. 무엇을 기준으로 정하는지 안건에 적으세요.</translation>
    </message>
</context>
<context>
    <name>bongsu::Composer</name>
    <message>
        <source>Not saved yet, and tried again by itself. Your words stay here. %1</source>
        <translation>아직 저장하지 못했고, 저절로 다시 시도합니다. 쓴 글은 여기 남아 있습니다. %1</translation>
    </message>
    <message>
        <source>What is happening, in one line. Begin with a time like 1519 to record it at that time</source>
        <translation>지금 상황을 한 줄로. 맨 앞에 1519처럼 쓰면 그 시각으로 기록됩니다</translation>
    </message>
    <message>
        <source>New line of the record</source>
        <translation>새 기록</translation>
    </message>
    <message>
        <source>Basis of the decision</source>
        <translation>결정의 근거</translation>
    </message>
    <message>
        <source>Options considered and not taken, divided by commas</source>
        <translation>검토한 대안, 쉼표로 나누어</translation>
    </message>
    <message>
        <source>Options considered and not taken</source>
        <translation>검토한 대안</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>결정</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>거두기</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>통화</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>요청</translation>
    </message>
    <message>
        <source>Saved on this device. It may not be accepted: %1</source>
        <translation>이 기기에 저장했습니다. 받아들여지지 않을 수 있습니다: %1</translation>
    </message>
    <message>
        <source>There is no line of yours to take back.</source>
        <translation>거둘 수 있는 내 기록이 없습니다.</translation>
    </message>
    <message>
        <source>A line can be taken back for 60 seconds. Correct it instead: select it and press Ctrl+E.</source>
        <translation>기록은 60초 안에만 거둘 수 있습니다. 그 줄을 골라 Ctrl+E로 정정하세요.</translation>
    </message>
    <message>
        <source>Taken back. Your words are in the line again.</source>
        <translation>거두었습니다. 쓴 글은 다시 입력 칸에 있습니다.</translation>
    </message>
    <message>
        <source>Correcting %1</source>
        <translation>%1 정정</translation>
    </message>
    <message>
        <source>Correcting</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>What is happening, in one line</source>
        <translation>지금 상황을 한 줄로</translation>
    </message>
    <message>
        <source>One line</source>
        <translation>한 줄로</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>대안</translation>
    </message>
    <message>
        <source>What you were typing is here again.</source>
        <translation>쓰던 글이 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Take back (%1 s)</source>
        <translation>거두기 (%1초)</translation>
    </message>
</context>
<context>
    <name>bongsu::DeclareCard</name>
    <message>
        <source>from %1 % of users</source>
        <translation>이용자 %1% 이상</translation>
    </message>
    <message numerus="yes">
        <source>from %n service(s)</source>
        <translation>
            <numerusform>서비스 %n개 이상</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n minute(s)</source>
        <translation>
            <numerusform>%n분 이상</numerusform>
        </translation>
    </message>
    <message>
        <source>Proposed because of &quot;%1&quot;: it may reach a whole site.</source>
        <translation>‘%1’ 때문에 제안: 데이터센터 전체에 미칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Proposed because of &quot;%1&quot;.</source>
        <translation>‘%1’ 때문에 제안.</translation>
    </message>
    <message>
        <source>Proposed because of &quot;%1&quot;: it still works.</source>
        <translation>‘%1’ 때문에 제안: 아직 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Proposed because of &quot;%1&quot;: nothing is certain yet.</source>
        <translation>‘%1’ 때문에 제안: 아직 확실하지 않습니다.</translation>
    </message>
    <message>
        <source>Proposed because the title says nothing else. It can be changed later.</source>
        <translation>제목에 다른 말이 없어 제안. 나중에 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Not saved yet, and tried again by itself. %1</source>
        <translation>아직 저장하지 못했고, 저절로 다시 시도합니다. %1</translation>
    </message>
    <message>
        <source>What is it?</source>
        <translation>무슨 일입니까?</translation>
    </message>
    <message>
        <source>What is it? A line declares an incident</source>
        <translation>무슨 일입니까? 한 줄로 장애를 선언합니다</translation>
    </message>
    <message>
        <source>Declare an incident</source>
        <translation>장애 선언</translation>
    </message>
    <message>
        <source>This is a drill: every screen says DRILL / EXERCISE</source>
        <translation>훈련입니다: 모든 화면에 훈련 / EXERCISE가 표시됩니다</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Declare apart</source>
        <translation>따로 선언</translation>
    </message>
    <message>
        <source>began %1</source>
        <translation>%1 시작</translation>
    </message>
    <message>
        <source>Chosen by you.</source>
        <translation>직접 고름.</translation>
    </message>
    <message>
        <source>Declared already at %1: %2</source>
        <translation>%1에 이미 선언된 장애가 있습니다: %2</translation>
    </message>
    <message>
        <source>Go to that one</source>
        <translation>합류</translation>
    </message>
    <message>
        <source>Declare: %1 incident</source>
        <translation>%1 장애 선언</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <translation>%1~%2, %3</translation>
    </message>
    <message>
        <source>Proposed because of how long it lasted.</source>
        <translation>지속 시간으로 제안합니다.</translation>
    </message>
    <message>
        <source>Already over: %1. It will stand in the record as back to normal.</source>
        <translation>이미 끝난 장애: %1. 정상화된 것으로 기록됩니다.</translation>
    </message>
    <message>
        <source>The cause of %1 (%2) is still open: the same site.</source>
        <translation>「%1」(%2)의 원인이 아직 열려 있습니다: 같은 센터.</translation>
    </message>
    <message>
        <source>Read from the title: %1</source>
        <translation>제목에서 읽음: %1</translation>
    </message>
    <message>
        <source>Record: %1 incident, already over</source>
        <translation>%1 장애 기록 (이미 끝남)</translation>
    </message>
    <message numerus="yes">
        <source>all %n service(s) there</source>
        <translation>
            <numerusform>그곳의 서비스 %n개 모두</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::DocumentActs</name>
    <message>
        <source>Which document?</source>
        <translation>어떤 문서입니까?</translation>
    </message>
    <message>
        <source>It is made of the record and of what people wrote, as it stands now.</source>
        <translation>기록과 사람들이 쓴 글로, 지금 그대로 만듭니다.</translation>
    </message>
    <message>
        <source>Next: its file</source>
        <translation>다음: 파일 형식</translation>
    </message>
    <message>
        <source>As which file?</source>
        <translation>어떤 파일로 만듭니까?</translation>
    </message>
    <message>
        <source>Those who sign, sign exactly its bytes: choose what they can open.</source>
        <translation>서명은 바로 그 파일에 합니다. 서명할 사람이 열 수 있는 형식을 고르십시오.</translation>
    </message>
    <message>
        <source>HTML, for every browser</source>
        <translation>HTML, 어느 브라우저에서나</translation>
    </message>
    <message>
        <source>Word (docx)</source>
        <translation>워드 (docx)</translation>
    </message>
    <message>
        <source>OpenDocument (odt)</source>
        <translation>OpenDocument (odt)</translation>
    </message>
    <message>
        <source>Markdown, plain text</source>
        <translation>Markdown, 글자만</translation>
    </message>
    <message>
        <source>Next: who signs</source>
        <translation>다음: 서명할 사람</translation>
    </message>
    <message>
        <source>Who signs it?</source>
        <translation>누가 서명합니까?</translation>
    </message>
    <message>
        <source>Space marks a person. They see it here and answer for themselves.</source>
        <translation>Space로 고릅니다. 고른 사람은 여기서 보고 직접 답합니다.</translation>
    </message>
    <message>
        <source>Issue it</source>
        <translation>발행</translation>
    </message>
    <message>
        <source>nobody: it is only kept</source>
        <translation>없음: 보관만</translation>
    </message>
    <message>
        <source>The document is being made.</source>
        <translation>문서를 만드는 중입니다.</translation>
    </message>
    <message>
        <source>Issued. S saves it as a file.</source>
        <translation>발행했습니다. 파일로 저장할 수 있습니다.</translation>
    </message>
    <message>
        <source>Issued. %1 people are asked to sign it.</source>
        <translation>발행했습니다. %1명에게 서명을 요청했습니다.</translation>
    </message>
    <message>
        <source>%1 retrospective %2</source>
        <comment>a file&apos;s name</comment>
        <translation>%1 장애 회고 %2</translation>
    </message>
    <message>
        <source>Save it as a file</source>
        <translation>파일로 저장</translation>
    </message>
    <message>
        <source>The very bytes that are signed; a file of that name is replaced.</source>
        <translation>서명하는 바로 그 파일입니다. 같은 이름의 파일은 바뀝니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>It could not be written to %1. Choose another place.</source>
        <translation>%1에 쓸 수 없습니다. 다른 곳을 고르십시오.</translation>
    </message>
    <message>
        <source>Sign document No. %1</source>
        <translation>문서 제%1호 서명</translation>
    </message>
    <message>
        <source>You have read it, and stand for exactly these bytes. S saves it to be read.</source>
        <translation>읽었고, 바로 이 파일의 내용을 책임집니다. 읽으려면 Esc로 돌아가 S로 저장하십시오.</translation>
    </message>
    <message>
        <source>What you say to it, if anything</source>
        <translation>덧붙일 말, 있으면</translation>
    </message>
    <message>
        <source>Sign it</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>Decline document No. %1</source>
        <translation>문서 제%1호 거절</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Decline it</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Signed.</source>
        <translation>서명했습니다.</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>거절했습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::Drill</name>
    <message>
        <source>Drill</source>
        <translation>훈련</translation>
    </message>
    <message>
        <source>You</source>
        <translation>나</translation>
    </message>
    <message>
        <source>Fire in the Pangyo data centre, no messenger</source>
        <translation>판교 데이터센터 화재, 메신저 안 됨</translation>
    </message>
</context>
<context>
    <name>bongsu::EpochActs</name>
    <message>
        <source>Let the relay record again?</source>
        <translation>비상 서버가 다시 기록하게 할까요?</translation>
    </message>
    <message>
        <source>Go on from the relay&apos;s history?</source>
        <translation>비상 서버의 기록으로 이어 갈까요?</translation>
    </message>
    <message>
        <source>It may hold less than it once confirmed. Whoever was there gives back what they hold by being connected: wait for them first. A new epoch lets the record go on; what comes back later is offered again, and gets a new place.</source>
        <translation>비상 서버가 확정했던 것보다 적게 가지고 있을 수 있습니다. 있던 사람들이 연결하면 가진 것을 되돌려줍니다. 먼저 그들을 기다리세요. 새 세대를 선언하면 기록이 이어지고, 나중에 돌아온 것은 다시 보내져 새 번호를 받습니다.</translation>
    </message>
    <message>
        <source>First compare the record&apos;s words by phone: is this relay ours? A new epoch goes on from what it holds. What only the other history holds is offered again by whoever wrote it, and gets a new place.</source>
        <translation>먼저 전화로 기록의 낱말을 맞춰 보고, 이 비상 서버가 우리 것인지 확인하세요. 새 세대는 비상 서버가 가진 기록에서 이어집니다. 다른 기록에만 있는 것은 쓴 사람의 기기가 다시 보내고, 새 번호를 받습니다.</translation>
    </message>
    <message>
        <source>Why? Everybody reads it in the record.</source>
        <translation>왜 선언합니까? 기록에 남아 모두가 읽습니다.</translation>
    </message>
    <message>
        <source>Declare a new epoch</source>
        <translation>새 세대 선언</translation>
    </message>
    <message>
        <source>No new epoch is needed: the relay shows one history, and does not say that it lost any.</source>
        <translation>새 세대가 필요하지 않습니다. 비상 서버의 기록은 하나이고, 잃은 것이 있다고 하지 않습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::EvidenceColumn</name>
    <message>
        <source>Lines of the record, as evidence</source>
        <translation>근거가 되는 기록</translation>
    </message>
    <message>
        <source>What to find as evidence</source>
        <translation>근거 찾기</translation>
    </message>
    <message>
        <source>Lines to rest on</source>
        <translation>근거가 될 줄</translation>
    </message>
    <message>
        <source>Words, initials, or a filter</source>
        <translation>단어, 초성, 또는 필터</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
    <message>
        <source>Nothing in the record has all of these words.</source>
        <translation>이 단어가 모두 들어 있는 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing is recorded yet.</source>
        <translation>아직 기록이 없습니다.</translation>
    </message>
    <message>
        <source>Enter names the line in the text. Space marks it for the next finding.</source>
        <translation>Enter는 쓰는 글에 번호를 넣고, Space는 다음 분석 결과의 근거로 표시합니다.</translation>
    </message>
    <message>
        <source>Marked for the next finding: %1</source>
        <translation>다음 분석 결과의 근거: %1</translation>
    </message>
</context>
<context>
    <name>bongsu::ExportSheet</name>
    <message>
        <source>Write the record into a file</source>
        <translation>기록을 파일로 내보내기</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Markdown, to read</source>
        <translation>Markdown (읽기)</translation>
    </message>
    <message>
        <source>CSV, for spreadsheets</source>
        <translation>CSV (표 계산)</translation>
    </message>
    <message>
        <source>From (empty: the beginning)</source>
        <translation>언제부터 (비우면 처음부터)</translation>
    </message>
    <message>
        <source>To (empty: now)</source>
        <translation>언제까지 (비우면 지금까지)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>How far it is written</source>
        <translation>내보낸 정도</translation>
    </message>
    <message>
        <source>A time looks like 2022-10-15 15:19. Nothing was written.</source>
        <translation>시각은 2022-10-15 15:19처럼 적습니다. 아무것도 내보내지 않았습니다.</translation>
    </message>
    <message>
        <source>Written: %1 lines into %2</source>
        <translation>%1줄을 %2에 내보냈습니다</translation>
    </message>
    <message>
        <source>Cancelled. No file was written; one that was there before is as it was.</source>
        <translation>취소했습니다. 파일은 만들어지지 않았고, 전에 있던 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>JSON Lines, for other programs</source>
        <translation>JSON Lines, 다른 프로그램용</translation>
    </message>
    <message>
        <source>Sealed, as evidence</source>
        <translation>봉인 파일, 증빙용</translation>
    </message>
    <message>
        <source>Sealed means signed, not locked: whoever has the file can read it, and can check every numbered line of it with bongsuctl verify. It is always the whole record.</source>
        <translation>봉인은 잠금이 아니라 서명입니다. 파일을 가진 사람은 누구나 읽을 수 있고, 번호가 있는 모든 줄을 bongsuctl verify로 검증할 수 있습니다. 언제나 기록 전체입니다.</translation>
    </message>
    <message>
        <source>Check it with: %1</source>
        <translation>검증: %1</translation>
    </message>
    <message>
        <source>Invite the inspector to read along</source>
        <translation>점검자를 읽기 전용으로 초대</translation>
    </message>
    <message>
        <source>Hand over for inspection</source>
        <translation>점검 자료 내주기</translation>
    </message>
    <message>
        <source>For the inspector of an authority: the whole record of this incident in one file, signed line by line. They check it with bongsuctl verify --file, from the file alone and without a connection: nothing in it can have been changed unseen. It is not locked: whoever has the file can read it.</source>
        <translation>감사·점검을 나온 기관에 줄 자료입니다. 이 장애의 기록 전체를 줄마다 서명된 파일 하나로 씁니다. 점검자는 연결 없이 파일만으로 bongsuctl verify --file로 확인하며, 몰래 바뀐 곳이 있으면 드러납니다. 잠긴 파일은 아니어서 가진 사람은 누구나 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>%1 for inspection</source>
        <comment>a file&apos;s name</comment>
        <translation>%1 점검 자료</translation>
    </message>
    <message>
        <source>Give the file and this line to the inspector. Whoever stays can be invited to read along here, and records nothing.</source>
        <translation>이 파일과 위의 확인 명령을 점검자에게 주십시오. 계속 지켜볼 사람은 여기서 초대하면 읽기만 하고 기록하지는 못합니다.</translation>
    </message>
    <message>
        <source>Give the file and this line to the inspector. Whoever may invite people here can let them read along.</source>
        <translation>이 파일과 위의 확인 명령을 점검자에게 주십시오. 초대할 권한이 있는 사람은 점검자가 읽기만 하도록 초대할 수 있습니다.</translation>
    </message>
    <message>
        <source>Retrospective, a draft from the record (HTML)</source>
        <translation>회고, 기록에서 쓴 초안 (HTML)</translation>
    </message>
    <message>
        <source>%1 retrospective</source>
        <comment>a file&apos;s name</comment>
        <translation>%1 회고</translation>
    </message>
    <message>
        <source>What the record says (figures, course, decisions, notices), each with the entries that it rests on, and what people added, marked as theirs. What nobody has written is left blank.</source>
        <translation>기록이 말하는 것(지표, 경과, 결정, 공지)을 근거가 된 기록과 함께, 사람이 더한 것은 누구의 것인지 밝혀 담습니다. 아무도 쓰지 않은 곳은 비워 둡니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::FilterBar</name>
    <message>
        <source>All lines</source>
        <translation>모든 줄</translation>
    </message>
    <message>
        <source>Without what keeps the record in order</source>
        <translation>기록 관리용 줄 빼고</translation>
    </message>
    <message>
        <source>Without upkeep</source>
        <translation>관리용 빼고</translation>
    </message>
    <message>
        <source>One kind</source>
        <translation>종류 하나</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>한 사람</translation>
    </message>
    <message>
        <source>One service</source>
        <translation>서비스 하나</translation>
    </message>
    <message>
        <source>Which lines are shown</source>
        <translation>보이는 줄</translation>
    </message>
    <message>
        <source>Decisions only</source>
        <translation>결정만</translation>
    </message>
    <message>
        <source>To me</source>
        <translation>나에게</translation>
    </message>
    <message>
        <source>Lines that name you</source>
        <translation>나를 부른 줄</translation>
    </message>
    <message>
        <source>All</source>
        <translation>모두</translation>
    </message>
</context>
<context>
    <name>bongsu::FirstPage</name>
    <message>
        <source>Three ways to begin</source>
        <translation>시작하는 세 가지 길</translation>
    </message>
    <message>
        <source>Join your organisation</source>
        <translation>조직에 참여</translation>
    </message>
    <message>
        <source>Join by an invite</source>
        <translation>초대로 참여</translation>
    </message>
    <message>
        <source>Paste the line you were given, or type the address and the eight words you were told; it needs neither the company&apos;s network nor its sign-on.</source>
        <translation>받은 한 줄을 붙여 넣거나, 전화로 들은 주소와 단어 여덟 개를 입력하세요. 회사 망도 통합 로그인도 필요 없습니다.</translation>
    </message>
    <message>
        <source>Start an organisation on this computer</source>
        <translation>이 컴퓨터에서 조직 시작</translation>
    </message>
    <message>
        <source>This computer keeps the record for everybody: others on your network join by your invites and are connected while this program is open.</source>
        <translation>이 컴퓨터가 모두의 기록을 보관합니다. 같은 망의 사람들은 초대로 참여하고, 이 프로그램이 열려 있는 동안 연결됩니다.</translation>
    </message>
    <message>
        <source>Look around</source>
        <translation>둘러보기</translation>
    </message>
    <message>
        <source>A drill opens with the Pangyo outage of 2022 in it; nothing leaves this computer, and all of it is gone when you leave.</source>
        <translation>2022년 판교 장애가 담긴 훈련이 열립니다. 아무것도 이 컴퓨터 밖으로 나가지 않고, 나가면 모두 사라집니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::FoundForm</name>
    <message>
        <source>Name of the organisation</source>
        <translation>조직 이름</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>내 이름</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>시작하는 중</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
</context>
<context>
    <name>bongsu::GivenInvite</name>
    <message>
        <source>It works once this device has been connected. You can hand it over already.</source>
        <translation>이 기기가 연결된 뒤부터 쓸 수 있습니다. 미리 전해 두어도 됩니다.</translation>
    </message>
    <message>
        <source>The invite as a picture for a camera</source>
        <translation>카메라로 찍을 초대 그림</translation>
    </message>
    <message>
        <source>To send or paste</source>
        <translation>보내거나 붙여 넣기</translation>
    </message>
    <message>
        <source>The invite as a line</source>
        <translation>한 줄로 된 초대</translation>
    </message>
    <message>
        <source>Copy the line</source>
        <translation>한 줄 복사</translation>
    </message>
    <message>
        <source>To read out on the phone: the address, then the eight words</source>
        <translation>전화로 불러 주기: 주소, 그다음 단어 여덟 개</translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of words read out: en or ko</comment>
        <translation>ko</translation>
    </message>
    <message>
        <source>Copied. Whoever has the line may join: send it to nobody else.</source>
        <translation>복사했습니다. 이 한 줄을 가진 사람은 누구나 참여할 수 있으니 다른 사람에게 보내지 마세요.</translation>
    </message>
</context>
<context>
    <name>bongsu::HandoverSheet</name>
    <message>
        <source>Handover</source>
        <translation>인수인계</translation>
    </message>
    <message>
        <source>What whoever takes over must know</source>
        <translation>이어받는 사람이 알아야 할 것</translation>
    </message>
    <message>
        <source>The brief of the handover is on the clipboard.</source>
        <translation>인수인계 브리핑을 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::HeldStrip</name>
    <message>
        <source>Take off</source>
        <translation>떼기</translation>
    </message>
    <message>
        <source>Take off %1</source>
        <translation>%1 떼기</translation>
    </message>
    <message>
        <source>Making a file ready…</source>
        <translation>파일을 준비하고 있습니다…</translation>
    </message>
    <message>
        <source>Files that go with the line</source>
        <translation>이 줄에 붙는 파일</translation>
    </message>
</context>
<context>
    <name>bongsu::HindsightBar</name>
    <message>
        <source>Entries of the record</source>
        <translation>기록의 줄</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translation>지금으로</translation>
    </message>
    <message>
        <source>As known at %1</source>
        <translation>%1에 알던 대로</translation>
    </message>
    <message>
        <source>Entry %1 of %2</source>
        <translation>기록 %2줄 중 %1번째까지</translation>
    </message>
    <message>
        <source>← → one entry, PgUp PgDn ten</source>
        <translation>← → 한 줄, PgUp PgDn 열 줄</translation>
    </message>
</context>
<context>
    <name>bongsu::HostSheet</name>
    <message>
        <source>This computer keeps the organisation</source>
        <translation>이 컴퓨터가 조직을 보관합니다</translation>
    </message>
    <message>
        <source>Others are connected while this program is open. It listens at %1.</source>
        <translation>이 프로그램이 열려 있는 동안 다른 사람들이 연결됩니다. 듣는 주소: %1</translation>
    </message>
    <message>
        <source>It is tried again by itself.</source>
        <translation>저절로 다시 시도합니다.</translation>
    </message>
    <message>
        <source>It is being opened.</source>
        <translation>여는 중입니다.</translation>
    </message>
    <message>
        <source>The clock of this computer is right</source>
        <translation>이 컴퓨터의 시계가 맞습니다</translation>
    </message>
    <message>
        <source>Others reach it at</source>
        <translation>다른 사람이 연결할 주소</translation>
    </message>
    <message>
        <source>Nobody else is connected.</source>
        <translation>연결된 다른 사람이 없습니다.</translation>
    </message>
    <message>
        <source>Connected: %1</source>
        <translation>연결됨: %1</translation>
    </message>
    <message>
        <source>Two root keys lie on this computer. Move them to two safe places away from it, such as two memory sticks in two safes. They are needed only when no admin is left.</source>
        <translation>루트 키 두 개가 이 컴퓨터에 있습니다. USB 메모리 두 개에 담아 금고 두 곳에 두는 것처럼, 이 컴퓨터 밖의 안전한 두 곳으로 옮기세요. 관리자가 한 명도 남지 않았을 때만 필요합니다.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기 (Esc)</translation>
    </message>
</context>
<context>
    <name>bongsu::IncidentPage</name>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Nothing is recorded yet. Type one line below and press Enter.</source>
        <translation>아직 기록이 없습니다. 아래에 한 줄 쓰고 Enter를 누르세요.</translation>
    </message>
    <message>
        <source>Not all of this record is verified here.</source>
        <translation>이 기록에는 여기서 확인되지 않은 부분이 있습니다.</translation>
    </message>
    <message>
        <source>notice: </source>
        <translation>공지: </translation>
    </message>
    <message>
        <source>No line of the record is like this. Ctrl 1 shows all.</source>
        <translation>이런 줄이 없습니다. Ctrl 1을 누르면 모두 보입니다.</translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s).</source>
        <translation>
            <numerusform>프린터로 보냈습니다: %n쪽.</numerusform>
        </translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>복사됨: %1</translation>
    </message>
    <message>
        <source>Nothing can be sent from here: %1 What was told elsewhere is written down here.</source>
        <translation>여기서는 보낼 수 없습니다: %1 다른 곳에서 알린 것을 여기에 적습니다.</translation>
    </message>
    <message>
        <source>This is how it was known then. Esc goes back to now, where it can be done.</source>
        <translation>그때 알던 대로 보는 중입니다. Esc로 지금으로 돌아오면 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing of this has a number yet: there is no earlier state to show.</source>
        <translation>아직 번호를 받은 기록이 없어 보여 드릴 이전 상태가 없습니다.</translation>
    </message>
    <message>
        <source>No retrospective is written on this device.</source>
        <translation>이 기기에서는 회고를 쓰지 않습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::IncidentsDelegate</name>
    <message>
        <source>DRILL / EXERCISE</source>
        <translation>훈련 / EXERCISE</translation>
    </message>
    <message>
        <source>acting commander %1</source>
        <translation>임시 총괄 %1</translation>
    </message>
    <message>
        <source>commander %1</source>
        <translation>총괄 %1</translation>
    </message>
    <message>
        <source>joined into %1</source>
        <translation>%1에 합류</translation>
    </message>
</context>
<context>
    <name>bongsu::IncidentsPage</name>
    <message>
        <source>Incidents</source>
        <translation>장애 목록</translation>
    </message>
    <message>
        <source>There is no incident. Type what is wrong in the line above and press Enter: it is declared, and everybody sees it.</source>
        <translation>장애가 없습니다. 위에 무슨 일인지 한 줄 쓰고 Enter를 누르면 선언되고, 모두가 봅니다.</translation>
    </message>
    <message>
        <source>Bongsu</source>
        <translation>봉수</translation>
    </message>
    <message>
        <source>Manuals that call you and that you have not read: %1.</source>
        <translation>나를 부르는 매뉴얼 가운데 아직 읽지 않은 것: %1.</translation>
    </message>
    <message>
        <source>Manuals whose review is overdue: %1.</source>
        <translation>검토 기한이 지난 매뉴얼: %1.</translation>
    </message>
    <message>
        <source>Ctrl Shift R shows them.</source>
        <translation>Ctrl Shift R로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Actions of yours that are overdue: %1 (Ctrl J).</source>
        <translation>기한이 지난 내 재발방지 과제: %1건(Ctrl J).</translation>
    </message>
    <message>
        <source>Steps of retrospectives of yours that are overdue: %1 (F10 in the incident).</source>
        <translation>기한이 지난 내 회고 단계: %1건(장애에서 F10).</translation>
    </message>
    <message>
        <source>Documents that wait for your signature: %1 (F10 in the incident).</source>
        <translation>내 서명을 기다리는 문서: %1건(장애에서 F10).</translation>
    </message>
</context>
<context>
    <name>bongsu::InviteSheet</name>
    <message>
        <source>Invite somebody</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>Who joins</source>
        <translation>누가 참여합니까</translation>
    </message>
    <message>
        <source>What they may do</source>
        <translation>할 수 있는 일</translation>
    </message>
    <message>
        <source>How many may join by it</source>
        <translation>몇 명이 쓸 수 있습니까</translation>
    </message>
    <message>
        <source>How long it holds</source>
        <translation>얼마 동안 쓸 수 있습니까</translation>
    </message>
    <message>
        <source>Make the invite (Enter)</source>
        <translation>초대 만들기 (Enter)</translation>
    </message>
    <message>
        <source>One responder, within 90 days: to be printed, sealed and locked away</source>
        <translation>대응 담당 한 명, 90일 안: 인쇄해 봉하고 잠가 둡니다</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>새 사람</translation>
    </message>
    <message>
        <source>Another device of mine</source>
        <translation>내 다른 기기</translation>
    </message>
    <message>
        <source>It joins as you, with your name and what you may do.</source>
        <translation>내 이름과 내 권한으로 참여합니다.</translation>
    </message>
    <message>
        <source>It can be photographed, sent, or read out as eight words.</source>
        <translation>사진으로 찍거나, 보내거나, 단어 여덟 개로 불러 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>It can be photographed or sent. Only an invite for one, within the hour, can be read out.</source>
        <translation>사진으로 찍거나 보낼 수 있습니다. 한 명이 한 시간 안에 쓰는 초대만 불러 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>Another device of yours</source>
        <translation>내 다른 기기</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1, 권한 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n명</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, until %2</source>
        <translation>%1, %2까지</translation>
    </message>
    <message>
        <source>Written: %1. Print it, seal it, lock it away, and delete the file: whoever reads it may join.</source>
        <translation>저장했습니다: %1. 인쇄해 봉하고 잠가 둔 뒤 파일을 지우세요. 이것을 읽는 사람은 누구나 참여할 수 있습니다.</translation>
    </message>
    <message>
        <source>Sealed envelope as a PDF</source>
        <translation>봉인 봉투 PDF로</translation>
    </message>
    <message>
        <source>Print a sealed envelope</source>
        <translation>봉인 봉투 인쇄</translation>
    </message>
    <message>
        <source>Given to the printer. Fetch it at once, seal it, lock it away: whoever reads it may join.</source>
        <translation>프린터로 보냈습니다. 바로 가져와 봉하고 잠가 두세요. 읽는 사람은 누구나 합류할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::JoinForm</name>
    <message>
        <source>Invite</source>
        <translation>초대</translation>
    </message>
    <message>
        <source>bongsu:// or 192.168.0.7:7400 and eight words</source>
        <translation>bongsu:// 또는 192.168.0.7:7400과 단어 여덟 개</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Joining</source>
        <translation>합류하는 중</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>합류</translation>
    </message>
    <message>
        <source>No relay answers. Your invite and your name are kept on this device, and joining goes on by itself when there is a connection, after a restart too.</source>
        <translation>비상 서버가 응답하지 않습니다. 초대와 이름은 이 기기에 그대로 있고, 연결되면 합류가 저절로 이어집니다. 다시 시작해도 이어집니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::JumpSheet</name>
    <message>
        <source>This is no time. For example: 1519, yesterday 2350, 10/15 15:19, #42</source>
        <translation>시각으로 읽을 수 없습니다. 예: 1519, 어제 2350, 10/15 15:19, #42</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>시각으로 가기</translation>
    </message>
    <message>
        <source>Time or number</source>
        <translation>시각 또는 번호</translation>
    </message>
    <message>
        <source>For example: 1519, yesterday 2350, 10/15 15:19, #42</source>
        <translation>예: 1519, 어제 2350, 10/15 15:19, #42</translation>
    </message>
</context>
<context>
    <name>bongsu::LinkLabel</name>
    <message>
        <source>Relay connected</source>
        <translation>비상 서버 연결</translation>
    </message>
    <message>
        <source>Connecting to the relay</source>
        <translation>비상 서버에 연결 중</translation>
    </message>
    <message>
        <source>Relay not connected</source>
        <translation>비상 서버 연결 없음</translation>
    </message>
    <message>
        <source>unsent %1</source>
        <translation>미전송 %1</translation>
    </message>
    <message>
        <source>not accepted %1</source>
        <translation>받아들여지지 않음 %1</translation>
    </message>
</context>
<context>
    <name>bongsu::MainWindow</name>
    <message>
        <source>ko</source>
        <comment>the other language: ko where English is spoken, en where Korean is</comment>
        <translation>en</translation>
    </message>
    <message>
        <source>Bongsu</source>
        <translation>봉수</translation>
    </message>
    <message>
        <source>This computer keeps no organisation.</source>
        <translation>이 컴퓨터가 보관하는 조직이 없습니다.</translation>
    </message>
    <message>
        <source>DRILL / EXERCISE</source>
        <translation>훈련 / EXERCISE</translation>
    </message>
    <message>
        <source>Try everything: nothing leaves this computer. Ctrl W leaves, and all of it is gone.</source>
        <translation>무엇이든 해 보세요. 아무것도 이 컴퓨터 밖으로 나가지 않습니다. Ctrl W로 나가면 모두 사라집니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::MeasuresSheet</name>
    <message>
        <source>How long things took</source>
        <translation>걸린 시간</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>Go to the entry where it ends</source>
        <translation>끝난 기록으로 가기</translation>
    </message>
    <message>
        <source>Where it begins</source>
        <translation>시작된 기록으로</translation>
    </message>
    <message>
        <source>Copy all figures</source>
        <translation>모두 복사</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>The record is being read.</source>
        <translation>기록을 읽고 있습니다.</translation>
    </message>
    <message>
        <source>From the record alone. Each figure names the entries that it rests on.</source>
        <translation>기록에서만 계산했습니다. 값마다 근거가 된 기록이 적혀 있습니다.</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>시작 %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>끝 %1</translation>
    </message>
    <message>
        <source>and %1</source>
        <translation>함께 %1</translation>
    </message>
    <message>
        <source>All figures are copied.</source>
        <translation>걸린 시간을 모두 복사했습니다.</translation>
    </message>
    <message>
        <source>In other incidents</source>
        <translation>다른 장애에서는</translation>
    </message>
</context>
<context>
    <name>bongsu::NameList</name>
    <message>
        <source>person</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>service</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>data centre</source>
        <translation>데이터센터</translation>
    </message>
    <message>
        <source>Names. Tab or Enter takes the chosen one</source>
        <translation>이름. Tab이나 Enter로 고른 이름을 넣습니다</translation>
    </message>
</context>
<context>
    <name>bongsu::NeedsBar</name>
    <message>
        <source>Needed now</source>
        <translation>지금 필요한 것</translation>
    </message>
    <message>
        <source>Nothing is needed now</source>
        <translation>지금 필요한 것이 없습니다</translation>
    </message>
</context>
<context>
    <name>bongsu::NodeCommands</name>
    <message>
        <source>This invite works once this device has been connected.</source>
        <translation>이 초대는 이 기기가 연결된 뒤부터 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Unknown command: %1</source>
        <translation>모르는 명령입니다: %1</translation>
    </message>
    <message>
        <source>Others on this computer may read the root key in %1. It was used all the same. Keep it where only you can reach it.</source>
        <translation>%1에 있는 루트 키는 이 컴퓨터의 다른 사람도 읽을 수 있습니다. 그래도 이번에는 사용했습니다. 혼자만 닿을 수 있는 곳에 보관하세요.</translation>
    </message>
    <message>
        <source>Whoever joins with this invite, from a device or a home that has not joined yet, is an admin. It lets one in, within seven days. Put the root key back in its safe place, and revoke the devices that were lost.</source>
        <translation>아직 참여하지 않은 기기나 폴더에서 이 초대로 참여하는 사람은 관리자가 됩니다. 7일 안에 한 명만 참여할 수 있습니다. 루트 키는 안전한 곳에 되돌려 놓고, 잃어버린 기기는 해지하세요.</translation>
    </message>
    <message>
        <source>Line %1 was not taken: %2. The other lines are. Correct it and import the file again: nothing comes twice.</source>
        <translation>%1번째 줄은 받지 못했습니다: %2. 나머지 줄은 그대로 처리합니다. 그 줄을 고쳐 파일을 다시 가져오세요. 같은 줄이 두 번 기록되지는 않습니다.</translation>
    </message>
    <message>
        <source>The file was not taken: nothing was published or changed. Correct what is named here, and give it again.</source>
        <translation>파일을 받지 않았습니다. 발행되거나 바뀐 것은 없습니다. 위에 적힌 곳을 고쳐 다시 주세요.</translation>
    </message>
    <message>
        <source>Nothing was published under this name. &quot;manual list&quot; says what there is, and &quot;manual starter&quot; gives files to begin with.</source>
        <translation>이 이름으로 발행된 것이 없습니다. 무엇이 있는지는 manual list로 보고, 처음 쓸 파일은 manual starter로 받으세요.</translation>
    </message>
    <message>
        <source>No catalogue of services is on this device, so none can be chosen by site or group. Nothing was recorded. Connect once to fetch it, publish one with &quot;services publish FILE&quot;, or name each with &quot;service&quot;.</source>
        <translation>이 기기에 서비스 목록이 없어 센터나 묶음으로 고를 수 없습니다. 기록된 것은 없습니다. 한 번 연결해 받아 오거나, services publish FILE로 발행하거나, service로 하나씩 적으세요.</translation>
    </message>
    <message>
        <source>%1 seats report to one: %2. Put somebody between, so that nobody has to listen to more than %3.</source>
        <translation>자리 %1개가 한 자리에 보고합니다: %2. 한 사람이 %3개 넘게 듣지 않도록 중간에 사람을 두세요.</translation>
    </message>
    <message>
        <source>You are called to this seat: %1. Say &quot;accept&quot; or &quot;decline&quot;.</source>
        <translation>당신이 이 자리에 호출되었습니다: %1. accept(수락)나 decline(거절)으로 답하세요.</translation>
    </message>
    <message>
        <source>Nobody has said what kind of failure this is, so it is not known which manual holds. Nobody was called. Say it with --failure-type, as one of: %1</source>
        <translation>어떤 유형의 장애인지 정해지지 않아 따를 매뉴얼을 알 수 없습니다. 아무도 호출하지 않았습니다. --failure-type으로 다음 가운데 하나를 알려 주세요: %1</translation>
    </message>
    <message>
        <source>There is no manual for this kind of failure. Nobody was called. There is one for: %1</source>
        <translation>이 유형의 장애에 쓸 매뉴얼이 없습니다. 아무도 호출하지 않았습니다. 매뉴얼이 있는 유형: %1</translation>
    </message>
    <message>
        <source>The catalogue of services has no department called &quot;%1&quot;. It is recorded as given; correct it, or add it to the catalogue, or no manual finds this person by it.</source>
        <translation>서비스 목록에 「%1」 부서가 없습니다. 적은 그대로 기록합니다. 고치거나 목록에 더하지 않으면 어떤 매뉴얼도 이 사람을 그 부서로 찾지 못합니다.</translation>
    </message>
    <message>
        <source>The manual for this kind of failure cannot be used here: it was erased or is not what was published, or a newer program wrote it. Nobody was called. Have it published again, or call people one by one with &quot;assign&quot;.</source>
        <translation>이 유형의 장애에 쓸 매뉴얼을 이 기기에서 쓸 수 없습니다. 지워졌거나, 발행된 내용과 다르거나, 더 새로운 프로그램이 쓴 것입니다. 아무도 호출하지 않았습니다. 다시 발행하게 하거나 assign으로 한 사람씩 호출하세요.</translation>
    </message>
    <message>
        <source>No manual of this incident is known on this device: nobody has said what kind of failure it is, or its manual has not arrived. &quot;manual attach INCIDENT TYPE&quot; says it; connecting to the relay fetches it.</source>
        <translation>이 기기는 이 장애의 매뉴얼을 모릅니다. 장애 유형이 정해지지 않았거나 매뉴얼이 아직 오지 않았습니다. &quot;manual attach INCIDENT TYPE&quot;으로 유형을 정하거나, 비상 서버에 연결해 받아 오세요.</translation>
    </message>
    <message>
        <source>There is no manual under this name here, and no incident begins so. &quot;manual list&quot; says what there is.</source>
        <translation>이 이름의 매뉴얼이 여기에 없고, 이렇게 시작하는 장애도 없습니다. &quot;manual list&quot;가 무엇이 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>The incident goes by this manual now. Nothing that runs has changed; &quot;call INCIDENT&quot; calls whoever its new seats propose and adds its new tasks.</source>
        <translation>이제 이 장애는 이 매뉴얼을 따릅니다. 진행 중인 것은 바뀌지 않았습니다. &quot;call INCIDENT&quot;가 새 역할의 사람을 호출하고 새 할 일을 더합니다.</translation>
    </message>
    <message>
        <source>Nobody has said what kind of failure this is. Nothing was recorded. Name it: manual attach INCIDENT TYPE; &quot;manual list&quot; says which there are.</source>
        <translation>어떤 유형의 장애인지 정해지지 않았습니다. 기록한 것은 없습니다. 유형을 적으세요: manual attach INCIDENT TYPE. &quot;manual list&quot;가 어떤 유형이 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>No manual was published for this kind of failure, and what ships with the program is published by commanders and admins only. Nothing was recorded. Ask one of them to attach it, or call people with &quot;call INCIDENT --failure-type TYPE&quot;.</source>
        <translation>이 유형의 매뉴얼이 발행되지 않았고, 기본 매뉴얼은 총괄이나 관리자만 발행할 수 있습니다. 기록한 것은 없습니다. 그 가운데 한 사람에게 부탁하거나, &quot;call INCIDENT --failure-type TYPE&quot;으로 사람들을 호출하세요.</translation>
    </message>
    <message>
        <source>A telephone number has at least three digits, on one line of at most 254 bytes. Nothing was recorded. Give it as it is dialled: --phone &quot;010-0000-0000&quot;.</source>
        <translation>전화번호는 숫자가 셋 이상이고 254바이트 이하 한 줄이어야 합니다. 기록한 것은 없습니다. 거는 대로 적으세요: --phone &quot;010-0000-0000&quot;.</translation>
    </message>
    <message>
        <source>An e-mail address is a name, an @ and a place, without spaces, of at most 254 bytes. Nothing was recorded. Give it as --email name@example.com.</source>
        <translation>이메일 주소는 이름, @, 도메인으로 되어 있고 공백 없이 254바이트 이하여야 합니다. 기록한 것은 없습니다. --email name@example.com처럼 적으세요.</translation>
    </message>
    <message>
        <source>No roster was published under this name. &quot;roster publish FILE --key K&quot; gives one to everybody.</source>
        <translation>이 이름으로 발행된 당번표가 없습니다. &quot;roster publish FILE --key K&quot;로 모두에게 줄 수 있습니다.</translation>
    </message>
    <message>
        <source>The file can be read, and nobody is on duty in it in the next 92 days.</source>
        <translation>파일은 읽을 수 있지만 앞으로 92일 동안 당번이 아무도 없습니다.</translation>
    </message>
    <message>
        <source>Say with --key whose roster it is: a department&apos;s or a seat&apos;s key.</source>
        <translation>누구의 당번표인지 --key로 적어 주십시오. 부서나 자리의 이름입니다.</translation>
    </message>
    <message>
        <source>Rosters</source>
        <translation>당번표</translation>
    </message>
    <message>
        <source>%1: handover in %2</source>
        <translation>%1: 교대까지 %2</translation>
    </message>
    <message>
        <source>%1 has been on duty for %2 without a break. Have somebody take over.</source>
        <translation>%1이(가) 쉬지 않고 %2째 당번입니다. 교대할 사람을 정해 주십시오.</translation>
    </message>
    <message>
        <source>No standing committee was published, and nobody was named. Nobody was called. Name them with --member, or publish one: &quot;manual starter committee&quot; gives a file to begin with.</source>
        <translation>발행된 상임 위원회가 없고 이름도 주지 않아 아무도 소집하지 않았습니다. --member로 이름을 주거나 위원회를 발행하세요. &quot;manual starter committee&quot;가 시작할 파일을 줍니다.</translation>
    </message>
    <message>
        <source>No service of your department waits for your word, so nothing was recorded. &quot;services status INCIDENT&quot; says what each waits for; &quot;person set NAME --department KEY&quot; says whose you are.</source>
        <translation>확인을 기다리는 우리 부서 서비스가 없어 기록한 것이 없습니다. &quot;services status INCIDENT&quot;가 서비스마다 무엇을 기다리는지 보여 주고, &quot;person set NAME --department KEY&quot;가 소속을 정합니다.</translation>
    </message>
    <message>
        <source>No manual was published for this kind of failure, so nobody can have read it. Nothing was recorded. &quot;manual list&quot; says what there is.</source>
        <translation>이 장애 유형으로 배포된 매뉴얼이 없어 읽었다고 할 것이 없습니다. 아무것도 기록하지 않았습니다. 무엇이 있는지는 &quot;manual list&quot;로 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The catalogue of services has no site called &quot;%1&quot;. It is recorded as given; correct it, or add it to the catalogue.</source>
        <translation>서비스 목록에 &quot;%1&quot;(이)라는 센터가 없습니다. 적힌 대로 기록했습니다. 고치거나 서비스 목록에 넣어 주십시오.</translation>
    </message>
    <message>
        <source>More than %1 ways to reach one person were given. Nothing was recorded. Give those that are tried first.</source>
        <translation>한 사람의 연락처가 %1개를 넘습니다. 아무것도 기록하지 않았습니다. 먼저 쓸 것만 적어 주십시오.</translation>
    </message>
    <message>
        <source>Nothing was given to set, so nothing was recorded. Give --department, --site, --phone, --email or --contact; an empty one takes away what stands there.</source>
        <translation>바꿀 것이 없어 아무것도 기록하지 않았습니다. --department, --site, --phone, --email, --contact 가운데 하나를 주십시오. 빈 값은 적힌 것을 지웁니다.</translation>
    </message>
    <message>
        <source>Actions after incidents</source>
        <translation>재발방지 과제</translation>
    </message>
    <message>
        <source>%1 has another address than before. Relays send nothing there until its secrets are given again, at each relay: bongsu-relay channel add DIR %1 --secrets FILE.</source>
        <translation>%1의 주소가 이전과 다릅니다. 비밀을 비상 서버마다 다시 줄 때까지 그리로 아무것도 보내지 않습니다: bongsu-relay channel add DIR %1 --secrets FILE.</translation>
    </message>
    <message>
        <source>The standing committee that was published is not on this device yet, and nobody was named. Nobody was called. Name them with --member, or connect to a relay and call again.</source>
        <translation>발행된 상임 위원회 문서가 아직 이 기기에 없고 이름도 주지 않아 아무도 소집하지 않았습니다. --member로 이름을 주거나, 비상 서버에 연결해 다시 소집하세요.</translation>
    </message>
    <message>
        <source>The standing committee cannot be used here: it was erased or is not what was published, or a newer program wrote it. Nobody was called. Name them with --member, or have it published again.</source>
        <translation>상임 위원회 문서를 이 기기에서 쓸 수 없습니다. 지워졌거나, 발행된 내용과 다르거나, 더 새로운 프로그램이 쓴 것입니다. 아무도 소집하지 않았습니다. --member로 이름을 주거나 다시 발행하게 하세요.</translation>
    </message>
    <message>
        <source>The committee&apos;s criteria are not on this device, so the motion names none. Name them in a note, or drop it and open it again with --criteria.</source>
        <translation>위원회 기준이 이 기기에 없어 안건에 기준이 없습니다. 메모로 적거나, 이 안건을 거두고 --criteria로 다시 올리세요.</translation>
    </message>
</context>
<context>
    <name>bongsu::NoticeActs</name>
    <message>
        <source>The notice goes out on %1 channels.</source>
        <translation>공지가 채널 %1개로 나갑니다.</translation>
    </message>
    <message>
        <source>The notice waits for a second person. Nobody is there who may approve it.</source>
        <translation>공지가 두 번째 사람을 기다립니다. 승인할 수 있는 사람이 없습니다.</translation>
    </message>
    <message>
        <source>%1 is asked to approve the notice.</source>
        <translation>%1 님에게 공지 승인을 요청했습니다.</translation>
    </message>
    <message>
        <source>Send without a second person</source>
        <translation>두 번째 사람 없이 발송</translation>
    </message>
    <message>
        <source>It stands in the record with your name and this reason. Nobody else has read the text.</source>
        <translation>이름과 이 사유가 기록에 남습니다. 다른 사람은 이 글을 읽지 않았습니다.</translation>
    </message>
    <message>
        <source>Why it cannot wait</source>
        <translation>기다릴 수 없는 사유</translation>
    </message>
    <message>
        <source>Send it alone</source>
        <translation>혼자 발송</translation>
    </message>
    <message>
        <source>The notice goes out.</source>
        <translation>공지가 나갑니다.</translation>
    </message>
    <message>
        <source>Approved: the notice goes out.</source>
        <translation>승인했습니다. 공지가 나갑니다.</translation>
    </message>
    <message>
        <source>Do not approve the notice</source>
        <translation>공지 반려</translation>
    </message>
    <message>
        <source>It does not go out. Whoever wrote it reads your reason and writes another.</source>
        <translation>나가지 않습니다. 쓴 사람이 사유를 읽고 다시 씁니다.</translation>
    </message>
    <message>
        <source>What is wrong with it</source>
        <translation>무엇이 문제인가</translation>
    </message>
    <message>
        <source>Do not approve it</source>
        <translation>반려</translation>
    </message>
    <message>
        <source>The notice does not go out.</source>
        <translation>공지가 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Stop the notice</source>
        <translation>공지 중지</translation>
    </message>
    <message>
        <source>Nothing more of it goes out. What went out already stays: a correction reaches those who read it.</source>
        <translation>더는 나가지 않습니다. 이미 나간 것은 남아 있으니, 읽은 사람에게는 정정으로 알립니다.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The notice is stopped.</source>
        <translation>공지를 중지했습니다.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>So many messages in an hour are beyond what was agreed on. They wait.</source>
        <translation>한 시간에 보내기로 한 건수를 넘었습니다. 남은 것은 기다립니다.</translation>
    </message>
    <message>
        <source>The connection broke while they were sent. Look at the channel itself before you send again: nobody is to get it twice.</source>
        <translation>보내는 중에 연결이 끊겼습니다. 다시 보내기 전에 그 채널을 직접 확인하십시오. 두 번 받는 사람이 없어야 합니다.</translation>
    </message>
    <message>
        <source>How you know</source>
        <translation>확인한 방법</translation>
    </message>
    <message>
        <source>Decide it</source>
        <translation>판단 기록</translation>
    </message>
    <message>
        <source>Decided, and in the record.</source>
        <translation>판단을 기록했습니다.</translation>
    </message>
    <message>
        <source>Since when (1455), and how that is known</source>
        <translation>언제부터 (1455), 어떻게 알았는지</translation>
    </message>
    <message>
        <source>Count from then</source>
        <translation>그때부터 세기</translation>
    </message>
    <message>
        <source>It counts, and stands in the record.</source>
        <translation>시계가 가기 시작했고 기록에 남았습니다.</translation>
    </message>
    <message>
        <source>Somebody outside was told what had to be told.</source>
        <translation>밖에 알려야 할 것을 알렸습니다.</translation>
    </message>
    <message>
        <source>It stands in the record that this duty does not apply, with your name.</source>
        <translation>해당 없다는 것이 이름과 함께 기록에 남습니다.</translation>
    </message>
    <message>
        <source>It counts on from where it began.</source>
        <translation>처음 시작한 때부터 이어서 셉니다.</translation>
    </message>
    <message>
        <source>When (1455), to whom, by what number</source>
        <translation>언제 (1455), 누구에게, 접수 번호</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>이행함</translation>
    </message>
    <message>
        <source>It does not apply</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>In the record.</source>
        <translation>기록했습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::NoticeForm</name>
    <message>
        <source>Facts, written once</source>
        <translation>사실 (한 번만 적습니다)</translation>
    </message>
    <message>
        <source>%1, in Korean</source>
        <translation>%1, 국문</translation>
    </message>
    <message>
        <source>%1, in English</source>
        <translation>%1, 영문</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>국문</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영문</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>사실과 다른 내용</translation>
    </message>
    <message>
        <source>What users notice</source>
        <translation>무엇이 안 됩니까</translation>
    </message>
    <message>
        <source>Cause, once known</source>
        <translation>원인 (알려진 뒤)</translation>
    </message>
    <message>
        <source>What is being done</source>
        <translation>무엇을 합니까</translation>
    </message>
    <message>
        <source>Next notice</source>
        <translation>다음 공지</translation>
    </message>
    <message>
        <source>A promise: 1610 or +40</source>
        <translation>약속하는 시각: 1610 또는 +40</translation>
    </message>
    <message>
        <source>Back expected</source>
        <translation>복구 예상</translation>
    </message>
    <message>
        <source>Empty until somebody stands behind it</source>
        <translation>책임지고 말할 사람이 있을 때까지 비워 둡니다</translation>
    </message>
    <message>
        <source>%1, since %2</source>
        <translation>%1, %2부터</translation>
    </message>
    <message>
        <source>%1: a time (1730, tomorrow 0900) or minutes from now (+90).</source>
        <translation>%1: 시각(1730, 내일 0900) 또는 지금부터 분(+90)으로 적습니다.</translation>
    </message>
    <message>
        <source>Who is compensated</source>
        <translation>보상 대상</translation>
    </message>
    <message>
        <source>By what criteria</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>How to ask for it</source>
        <translation>신청 방법</translation>
    </message>
</context>
<context>
    <name>bongsu::NoticeSheet</name>
    <message>
        <source>Notices</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>Do not approve</source>
        <translation>반려</translation>
    </message>
    <message>
        <source>Correct it</source>
        <translation>정정</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>더 읽기</translation>
    </message>
    <message>
        <source>Tell users</source>
        <translation>알리기</translation>
    </message>
    <message>
        <source>approved text</source>
        <translation>사전 승인 문안</translation>
    </message>
    <message>
        <source>Written so far</source>
        <translation>지금까지의 공지</translation>
    </message>
    <message>
        <source>Its text is not here yet: nobody says yes to what they have not read.</source>
        <translation>글이 아직 이 기기에 없습니다. 읽지 않은 글은 승인할 수 없습니다.</translation>
    </message>
    <message>
        <source>What goes out, word for word</source>
        <translation>나갈 글 그대로</translation>
    </message>
    <message>
        <source>The text was approved in peacetime: one person sends it.</source>
        <translation>사전 승인 문안입니다. 한 사람이 보낼 수 있습니다.</translation>
    </message>
    <message>
        <source>A second person must approve it, and nobody is there who may.</source>
        <translation>두 번째 사람이 승인해야 하는데, 승인할 수 있는 사람이 없습니다.</translation>
    </message>
    <message>
        <source>A second person must approve it: %1 is asked first.</source>
        <translation>두 번째 사람이 승인해야 합니다. 먼저 %1 님에게 요청합니다.</translation>
    </message>
    <message>
        <source>Not in the text approved in peacetime: %1</source>
        <translation>사전 승인 문안을 쓸 수 없습니다: %1</translation>
    </message>
    <message>
        <source>Internal words would go out: %1</source>
        <translation>내부 사실이 밖으로 나갑니다: %1</translation>
    </message>
    <message>
        <source>Send on %1 channels</source>
        <translation>채널 %1개로 발송</translation>
    </message>
    <message>
        <source>Send on %1 channels alone</source>
        <translation>채널 %1개로 혼자 발송</translation>
    </message>
    <message>
        <source>Ask a second person</source>
        <translation>두 번째 사람에게 승인 요청</translation>
    </message>
    <message>
        <source>How far it has gone out</source>
        <translation>채널별 발송 상태</translation>
    </message>
    <message>
        <source>Approve: it goes out on %1 channels</source>
        <translation>승인하고 채널 %1개로 발송</translation>
    </message>
    <message>
        <source>Send without a second person</source>
        <translation>두 번째 사람 없이 발송</translation>
    </message>
    <message>
        <source>What can be told, and what was</source>
        <translation>알릴 수 있는 것과 알린 것</translation>
    </message>
    <message>
        <source>Close notices</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Duties</source>
        <translation>의무 시계</translation>
    </message>
    <message>
        <source>Counts from %1</source>
        <translation>%1부터 셉니다</translation>
    </message>
    <message>
        <source>It stops when all three stand in texts to users that were sent: the outage and its cause, what is being done, where to ask.</source>
        <translation>세 가지(사실과 원인, 대응 현황, 문의처)가 실제로 나간 이용자 공지에 모두 있을 때 멈춥니다.</translation>
    </message>
    <message>
        <source>It stops when a notice of compensation has been sent to users.</source>
        <translation>손해배상 안내가 이용자에게 나가면 멈춥니다.</translation>
    </message>
    <message>
        <source>Begin to count</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>이행함</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Withdraw it</source>
        <translation>철회</translation>
    </message>
    <message>
        <source>Copy the call script</source>
        <translation>상담 대본 복사</translation>
    </message>
    <message>
        <source>Copy for the press</source>
        <translation>언론문 복사</translation>
    </message>
    <message>
        <source>The text for the press is on the clipboard.</source>
        <translation>언론에 낼 글을 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The script for the call centre is on the clipboard.</source>
        <translation>고객 상담 대본을 클립보드에 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::PageActs</name>
    <message>
        <source>Saved on this device. It may not be accepted: %1</source>
        <translation>이 기기에 저장했습니다. 받아들여지지 않을 수 있습니다: %1</translation>
    </message>
</context>
<context>
    <name>bongsu::PageSheet</name>
    <message>
        <source>Copy the page</source>
        <translation>문안 복사</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
</context>
<context>
    <name>bongsu::Palette</name>
    <message>
        <source>Everything by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>Type a name, or its first consonants</source>
        <translation>이름이나 초성을 쓰세요</translation>
    </message>
    <message>
        <source>Find by name</source>
        <translation>이름으로 찾기</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 것</translation>
    </message>
    <message>
        <source>Nothing is called so.</source>
        <translation>그런 이름이 없습니다.</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>장애</translation>
    </message>
    <message>
        <source>person: into the line</source>
        <translation>사람: 글에 넣기</translation>
    </message>
    <message>
        <source>service: into the line</source>
        <translation>서비스: 글에 넣기</translation>
    </message>
    <message>
        <source>data centre: into the line</source>
        <translation>데이터센터: 글에 넣기</translation>
    </message>
</context>
<context>
    <name>bongsu::PeopleActs</name>
    <message>
        <source>Who is called is called in this way. It is on this device, with no relay too.</source>
        <translation>호출할 때 이 연락처를 씁니다. 비상 서버가 없어도 이 기기에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>People and how they are reached</source>
        <translation>사람과 연락처</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>고치기</translation>
    </message>
    <message>
        <source>Choose somebody.</source>
        <translation>사람을 고르십시오.</translation>
    </message>
    <message>
        <source>How they are reached</source>
        <translation>연락처</translation>
    </message>
    <message>
        <source>telephone numbers, e-mail addresses</source>
        <translation>전화번호, 전자우편</translation>
    </message>
    <message>
        <source>Their department</source>
        <translation>부서</translation>
    </message>
    <message>
        <source>manuals call people by it</source>
        <translation>매뉴얼이 부서로 사람을 부릅니다</translation>
    </message>
    <message>
        <source>Where they work</source>
        <translation>일하는 곳</translation>
    </message>
    <message>
        <source>whoever stands behind them should be elsewhere</source>
        <translation>대행자는 다른 곳에 있어야 합니다</translation>
    </message>
    <message>
        <source>How is %1 reached?</source>
        <translation>연락처: %1</translation>
    </message>
    <message>
        <source>The way that is tried first comes first. Whoever belongs to the organisation reads it.</source>
        <translation>먼저 쓸 것을 앞에 적습니다. 조직에 속한 사람 모두가 봅니다.</translation>
    </message>
    <message>
        <source>Telephone numbers and e-mail addresses, with commas between</source>
        <translation>전화번호와 전자우편, 쉼표로 나누어</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a telephone number nor an e-mail address. Nothing was recorded.</source>
        <translation>&quot;%1&quot;은(는) 전화번호도 전자우편도 아닙니다. 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>No more than %1. Leave out those that are tried last.</source>
        <translation>%1개까지 적을 수 있습니다. 나중에 쓸 것을 빼 주십시오.</translation>
    </message>
    <message>
        <source>No catalogue of services was published here that knows any.</source>
        <translation>이것이 적힌 서비스 목록이 아직 배포되지 않았습니다.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Of which department is %1?</source>
        <translation>부서: %1</translation>
    </message>
    <message>
        <source>The department&apos;s key</source>
        <translation>부서의 키</translation>
    </message>
    <message>
        <source>Where does %1 work?</source>
        <translation>일하는 곳: %1</translation>
    </message>
    <message>
        <source>The site</source>
        <translation>센터</translation>
    </message>
    <message>
        <source>Recorded: %1.</source>
        <translation>기록했습니다: %1.</translation>
    </message>
    <message>
        <source>cannot be reached outside Bongsu</source>
        <translation>봉수 밖 연락처 없음</translation>
    </message>
    <message>
        <source>Write it down</source>
        <translation>적어 두기</translation>
    </message>
</context>
<context>
    <name>bongsu::PeopleColumn</name>
    <message>
        <source>People</source>
        <translation>사람</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>공지</translation>
    </message>
    <message>
        <source>My tasks</source>
        <translation>내 할 일</translation>
    </message>
    <message>
        <source>%1 more: F6</source>
        <translation>%1개 더: F6</translation>
    </message>
    <message>
        <source>Committee and requests</source>
        <translation>위원회와 요청</translation>
    </message>
</context>
<context>
    <name>bongsu::ReadinessSheet</name>
    <message>
        <source>Are the manuals ready?</source>
        <translation>매뉴얼 준비 상태</translation>
    </message>
    <message>
        <source>Types of failure</source>
        <translation>장애 유형</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>이어 읽기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>부족 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Ready today: %1 of %2. What is missing here is missing on the worst day.</source>
        <translation>오늘 준비된 유형: %2 가운데 %1. 여기서 빠진 것은 가장 나쁜 날에도 빠져 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is missing: every seat has somebody, and somebody behind them.</source>
        <translation>빠진 것이 없습니다. 역할마다 맡을 사람과 그 대행자가 있습니다.</translation>
    </message>
    <message>
        <source>Print this manual</source>
        <translation>이 매뉴얼 인쇄</translation>
    </message>
    <message>
        <source>Print who does what</source>
        <translation>역할표 인쇄</translation>
    </message>
    <message>
        <source>Print the telephone tree</source>
        <translation>비상연락망 인쇄</translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s).</source>
        <translation>
            <numerusform>프린터에 보냈습니다: %n쪽.</numerusform>
        </translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>읽었습니다</translation>
    </message>
    <message>
        <source>Recorded that you have read it.</source>
        <translation>읽었다고 기록했습니다.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>빠진 것 보기</translation>
    </message>
    <message>
        <source>Read this manual</source>
        <translation>매뉴얼 읽기</translation>
    </message>
</context>
<context>
    <name>bongsu::RecordTools</name>
    <message>
        <source>You have missed nothing since this was opened.</source>
        <translation>이 화면을 연 뒤로 놓친 것이 없습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::RegisterSheet</name>
    <message>
        <source>Actions after incidents</source>
        <translation>재발방지 과제</translation>
    </message>
    <message>
        <source>Actions after incidents, and what was found more than once</source>
        <translation>재발방지 과제와 두 번 넘게 나온 것</translation>
    </message>
    <message>
        <source>New action</source>
        <translation>새 과제</translation>
    </message>
    <message>
        <source>Who does it, and when</source>
        <translation>담당·기한</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>하지 않기로</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Go to its incident</source>
        <translation>그 장애로</translation>
    </message>
    <message>
        <source>Save as a table (CSV)</source>
        <translation>표로 저장 (CSV)</translation>
    </message>
    <message>
        <source>Save for calendars</source>
        <translation>달력용으로 저장</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>더 읽기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Open: %1. Overdue: %2.</source>
        <translation>진행 중 %1건, 기한 지남 %2건</translation>
    </message>
    <message>
        <source>Open: %1. None is overdue.</source>
        <translation>진행 중 %1건, 기한이 지난 것은 없습니다</translation>
    </message>
    <message>
        <source>Confirm it</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>Save the register</source>
        <translation>과제 목록 저장</translation>
    </message>
    <message>
        <source>Without those of drills. A file of that name is replaced.</source>
        <translation>훈련의 과제는 빠집니다. 같은 이름의 파일은 바뀝니다.</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>actions after incidents</source>
        <comment>a file&apos;s name</comment>
        <translation>재발방지 과제</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
    <message>
        <source>It could not be written there. Choose another place.</source>
        <translation>그곳에 쓸 수 없습니다. 다른 곳을 고르십시오.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장함: %1</translation>
    </message>
    <message>
        <source>Add the first action</source>
        <translation>첫 과제 추가</translation>
    </message>
    <message>
        <source>Nothing is to be done after any incident. In a retrospective (F10) actions are added against what was found.</source>
        <translation>재발방지 과제가 없습니다. 장애 회고(F10)에서는 분석 결과마다 추가할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::RetroActs</name>
    <message>
        <source>Yours now: %1</source>
        <translation>내가 맡음: %1</translation>
    </message>
    <message>
        <source>Who does it: %1?</source>
        <translation>%1: 누가 합니까?</translation>
    </message>
    <message>
        <source>They see it here. A day that is written goes before the document&apos;s.</source>
        <translation>맡은 사람은 여기서 봅니다. 날짜를 쓰면 절차 문서의 기한보다 앞섭니다.</translation>
    </message>
    <message>
        <source>Until when (11/30, +14); empty: as the document has it</source>
        <translation>기한 (11/30, +14). 비우면 절차 문서대로</translation>
    </message>
    <message>
        <source>Give it to them</source>
        <translation>맡기기</translation>
    </message>
    <message>
        <source>Given: %1</source>
        <translation>맡김: %1</translation>
    </message>
    <message>
        <source>A second person confirms it afterwards.</source>
        <translation>그다음 다른 사람이 확인합니다.</translation>
    </message>
    <message>
        <source>You have seen that it is done.</source>
        <translation>끝난 것을 직접 보았습니다.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>What there is to say of it, if anything</source>
        <translation>덧붙일 말, 있으면</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>A remark on %1</source>
        <translation>%1에 대한 의견</translation>
    </message>
    <message>
        <source>It stands beside the text until somebody answers it.</source>
        <translation>누가 답할 때까지 글 옆에 남습니다.</translation>
    </message>
    <message>
        <source>What you say of it</source>
        <translation>의견</translation>
    </message>
    <message>
        <source>Remark recorded.</source>
        <translation>의견을 기록했습니다.</translation>
    </message>
    <message>
        <source>Answer a remark</source>
        <translation>의견에 답하기</translation>
    </message>
    <message>
        <source>An answered remark is open no more; both stay in the record.</source>
        <translation>답한 의견은 닫힙니다. 둘 다 기록에 남습니다.</translation>
    </message>
    <message>
        <source>The answer, or what was taken up</source>
        <translation>답, 또는 반영한 내용</translation>
    </message>
    <message>
        <source>Answered.</source>
        <translation>답했습니다.</translation>
    </message>
    <message>
        <source>Add a finding</source>
        <translation>분석 결과 추가</translation>
    </message>
    <message>
        <source>No line of the record is marked as its evidence. Esc goes back: Space marks one at the right.</source>
        <translation>근거로 표시한 기록이 없습니다. Esc로 돌아가 오른쪽에서 Space로 표시할 수 있습니다.</translation>
    </message>
    <message>
        <source>It rests on %1 marked lines of the record.</source>
        <translation>표시한 기록 %1줄을 근거로 합니다.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>분석 결과</translation>
    </message>
    <message>
        <source>Next: what it belongs to</source>
        <translation>다음: 어디에 속하는지</translation>
    </message>
    <message>
        <source>Where does it lie?</source>
        <translation>어느 영역입니까?</translation>
    </message>
    <message>
        <source>Next: its pattern</source>
        <translation>다음: 반복 유형</translation>
    </message>
    <message>
        <source>Is it of a kind that comes again?</source>
        <translation>되풀이되는 유형입니까?</translation>
    </message>
    <message>
        <source>A name that other incidents use, too, shows what repeats.</source>
        <translation>다른 장애와 같은 이름을 쓰면 되풀이되는 것이 드러납니다.</translation>
    </message>
    <message>
        <source>of no such kind</source>
        <translation>해당 없음</translation>
    </message>
    <message>
        <source>Another name, such as: untested change</source>
        <translation>다른 이름, 예: 시험 없는 변경</translation>
    </message>
    <message>
        <source>Record the finding</source>
        <translation>분석 결과 기록</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>분석 결과: %1</translation>
    </message>
    <message>
        <source>It does not hold</source>
        <translation>사실이 아님</translation>
    </message>
    <message>
        <source>Drop the finding</source>
        <translation>분석 결과 철회</translation>
    </message>
    <message>
        <source>Dropped.</source>
        <translation>거두었습니다.</translation>
    </message>
    <message>
        <source>You looked at it, and nothing was found.</source>
        <translation>직접 확인했고, 이상이 없었습니다.</translation>
    </message>
    <message>
        <source>Whom it hit and how far: others act on this.</source>
        <translation>누가 얼마나 영향을 받았는지 적습니다. 다른 사람들이 이것을 보고 움직입니다.</translation>
    </message>
    <message>
        <source>nobody has looked yet</source>
        <translation>아직 확인하지 않음</translation>
    </message>
    <message>
        <source>What you looked at, if there is more to say</source>
        <translation>무엇을 확인했는지, 있으면</translation>
    </message>
    <message>
        <source>Looked at, and nothing found</source>
        <translation>확인했고 이상 없음</translation>
    </message>
    <message>
        <source>What you did not look at yourself, take out with Space.</source>
        <translation>직접 확인하지 않은 것은 Space로 빼십시오.</translation>
    </message>
    <message>
        <source>Looked at: %1 services</source>
        <translation>확인함: 서비스 %1개</translation>
    </message>
    <message>
        <source>Who looks back</source>
        <translation>회고 방식</translation>
    </message>
    <message>
        <source>It decides which steps there are and what is written.</source>
        <translation>단계와 쓸 글이 이에 따라 정해집니다.</translation>
    </message>
    <message>
        <source>in one piece</source>
        <translation>하나로</translation>
    </message>
    <message>
        <source>by three sub-committees</source>
        <translation>세 소위원회로</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>기록했습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::RetroSheet</name>
    <message>
        <source>Retrospective</source>
        <translation>장애 회고</translation>
    </message>
    <message>
        <source>What there is to do, and what was written</source>
        <translation>할 일과 쓴 글</translation>
    </message>
    <message>
        <source>Confirm it</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>It is done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>이어 쓰기</translation>
    </message>
    <message>
        <source>Make one of them</source>
        <translation>하나로 고쳐 쓰기</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>I looked at all of them</source>
        <translation>모두 직접 확인함</translation>
    </message>
    <message>
        <source>I looked, nothing found</source>
        <translation>직접 확인, 이상 없음</translation>
    </message>
    <message>
        <source>Add a finding</source>
        <translation>분석 결과 추가</translation>
    </message>
    <message>
        <source>Add an action against it</source>
        <translation>재발방지 과제 추가</translation>
    </message>
    <message>
        <source>Add an action</source>
        <translation>재발방지 과제 추가</translation>
    </message>
    <message>
        <source>Issue a document</source>
        <translation>문서 발행</translation>
    </message>
    <message>
        <source>Sign it</source>
        <translation>서명</translation>
    </message>
    <message>
        <source>Save it as a file</source>
        <translation>파일로 저장</translation>
    </message>
    <message>
        <source>I do it</source>
        <translation>내가 맡기</translation>
    </message>
    <message>
        <source>Who does it, and when</source>
        <translation>담당·기한</translation>
    </message>
    <message>
        <source>Somebody does it</source>
        <translation>맡기기</translation>
    </message>
    <message>
        <source>Say something of it</source>
        <translation>의견 쓰기</translation>
    </message>
    <message>
        <source>Answer a remark</source>
        <translation>의견에 답하기</translation>
    </message>
    <message>
        <source>Affected</source>
        <translation>영향 있음</translation>
    </message>
    <message>
        <source>Decline it</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>It does not hold</source>
        <translation>사실이 아님</translation>
    </message>
    <message>
        <source>Drop it</source>
        <translation>하지 않기로</translation>
    </message>
    <message>
        <source>Take it up again</source>
        <translation>다시 열기</translation>
    </message>
    <message>
        <source>Record the text</source>
        <translation>글 기록</translation>
    </message>
    <message>
        <source>Lines of the record</source>
        <translation>근거 찾기</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>더 읽기</translation>
    </message>
    <message>
        <source>Leave it as a draft</source>
        <translation>초안으로 두기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>What was written is not here yet, and nobody writes over what they have not read. Come back when it is here.</source>
        <translation>이미 쓴 글이 아직 이 기기에 오지 않았습니다. 읽지 않은 글 위에는 쓰지 않습니다. 온 뒤에 다시 여십시오.</translation>
    </message>
    <message>
        <source>Somebody wrote here while this was a draft. What you record will stand beside it, and both can be made one afterwards.</source>
        <translation>초안으로 있는 동안 다른 사람이 글을 썼습니다. 기록하면 나란히 남고, 그다음 하나로 고쳐 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>The texts that stand here, one below the other. What you record takes the place of them all.</source>
        <translation>지금 있는 글을 차례로 모았습니다. 기록하면 이 글 모두를 대신합니다.</translation>
    </message>
    <message>
        <source>Nothing is written yet. Esc leaves it as it was.</source>
        <translation>아직 쓴 것이 없습니다. Esc로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Saved on this device. It may not be accepted: %1</source>
        <translation>이 기기에 저장했습니다. 받아들여지지 않을 수 있습니다: %1</translation>
    </message>
    <message>
        <source>Recorded. Somebody else wrote here at the same time: both texts stand, Enter makes one of them.</source>
        <translation>기록했습니다. 같은 때에 다른 사람도 썼습니다. 두 글이 모두 남았고, Enter로 하나로 고쳐 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>기록했습니다.</translation>
    </message>
    <message>
        <source>Nothing is being written: Space marks the line for the next finding.</source>
        <translation>쓰고 있는 글이 없습니다. Space로 다음 분석 결과의 근거로 표시할 수 있습니다.</translation>
    </message>
    <message>
        <source>This line has no number yet: it can be named once it is recorded.</source>
        <translation>아직 번호가 없는 줄입니다. 기록이 확정되면 넣을 수 있습니다.</translation>
    </message>
    <message>
        <source>(record #%1)</source>
        <translation>(기록 #%1)</translation>
    </message>
    <message>
        <source>Retrospective: %1</source>
        <translation>장애 회고: %1</translation>
    </message>
</context>
<context>
    <name>bongsu::RolesSheet</name>
    <message>
        <source>Seats</source>
        <translation>역할</translation>
    </message>
    <message>
        <source>What about this seat</source>
        <translation>이 역할을 어떻게 할지</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>이어 읽기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Roles and manual: %1</source>
        <translation>역할·매뉴얼: %1</translation>
    </message>
    <message>
        <source>Roles and manual</source>
        <translation>역할·매뉴얼</translation>
    </message>
    <message>
        <source>No manual is known for this incident. Ctrl Shift L asks what kind of failure it is, and calls everyone.</source>
        <translation>이 장애의 매뉴얼을 모릅니다. Ctrl Shift L을 누르면 장애 유형을 묻고 모두 호출합니다.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>달라진 점</translation>
    </message>
    <message>
        <source>Go by the newer version</source>
        <translation>새 버전 따르기</translation>
    </message>
    <message>
        <source>What changed in the newer version</source>
        <translation>새 버전에서 달라진 점</translation>
    </message>
    <message>
        <source>Until it is taken over, this incident goes by the version it began with.</source>
        <translation>새 버전을 따르기 전까지 이 장애는 처음 버전을 따릅니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::RosterImport</name>
    <message>
        <source>Read a roster</source>
        <translation>근무표 읽기</translation>
    </message>
    <message>
        <source>Whose roster it is: a department&apos;s or a seat&apos;s key</source>
        <translation>누구의 근무표인지: 부서나 자리의 이름(키)</translation>
    </message>
    <message>
        <source>What changed (may stay empty)</source>
        <translation>바뀐 점 (비워 두어도 됩니다)</translation>
    </message>
    <message>
        <source>Publish it for everybody</source>
        <translation>모두에게 발행</translation>
    </message>
    <message>
        <source>Back, nothing is published</source>
        <translation>발행하지 않고 돌아가기</translation>
    </message>
    <message>
        <source>You may look at it, and not publish it: whoever may command does. Give the file to a commander.</source>
        <translation>살펴볼 수는 있지만 발행할 권한이 없습니다. 총괄 권한이 있는 사람에게 파일을 전해 주십시오.</translation>
    </message>
    <message>
        <source>A short name in small letters, such as: infra</source>
        <translation>짧은 이름을 적어 주십시오. 예: infra</translation>
    </message>
    <message>
        <source>Such as: %1</source>
        <translation>예: %1</translation>
    </message>
    <message>
        <source>That is too long for a key: a short name, such as: infra</source>
        <translation>이름이 너무 깁니다. 짧게 적어 주십시오. 예: infra</translation>
    </message>
    <message>
        <source>%1: takes the place of the roster that holds now. %2</source>
        <translation>%1: 지금 쓰는 근무표를 대신합니다. %2</translation>
    </message>
    <message>
        <source>%1: a new roster</source>
        <translation>%1: 새 근무표</translation>
    </message>
    <message>
        <source>The file can be read, and nobody is on duty in it in the next 92 days.</source>
        <translation>파일은 읽을 수 있지만 앞으로 92일 동안 근무자가 아무도 없습니다.</translation>
    </message>
    <message>
        <source>%1 shifts of %2 people in the next 92 days, until %3, for: %4</source>
        <translation>앞으로 92일 동안 %2명의 근무 %1건, %3까지. 부서: %4</translation>
    </message>
    <message>
        <source>Nothing is missing: everybody is known here, somebody is always on duty, nobody in two places or for too long.</source>
        <translation>빠진 것이 없습니다. 모두 여기 있는 사람이고, 비는 시간도, 겹치거나 너무 긴 근무도 없습니다.</translation>
    </message>
    <message>
        <source>It can be published as it is: none of this is a fault of the file.</source>
        <translation>파일이 잘못된 것은 아니므로 이대로 발행할 수 있습니다.</translation>
    </message>
    <message>
        <source>The file was not taken: nothing was published, and the roster that holds stays. Correct what is named here in your calendar, and read the file again.</source>
        <translation>파일을 받지 않았습니다. 아무것도 발행하지 않았고 지금 근무표는 그대로입니다. 아래를 캘린더에서 고쳐 다시 읽어 주십시오.</translation>
    </message>
    <message>
        <source>… and %1 more.</source>
        <translation>… 그 밖에 %1건.</translation>
    </message>
    <message>
        <source>Published: %1. It holds for everybody as soon as the relay has recorded it; without a connection it goes up by itself later.</source>
        <translation>발행했습니다: %1. 기록이 확정되면 모두에게 적용됩니다. 연결이 없으면 나중에 저절로 올라갑니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::RosterSheet</name>
    <message>
        <source>Who is on duty</source>
        <translation>근무표</translation>
    </message>
    <message>
        <source>Departments on duty</source>
        <translation>부서별 근무</translation>
    </message>
    <message>
        <source>Read a file (.ics)</source>
        <translation>캘린더 파일 읽기(.ics)</translation>
    </message>
    <message>
        <source>Write a file (.ics)</source>
        <translation>파일로 내보내기(.ics)</translation>
    </message>
    <message>
        <source>Print the rosters</source>
        <translation>근무표 인쇄</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>더 읽기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Departments: %1. Something is missing or goes on for too long in %2 of them.</source>
        <translation>부서 %1곳. 비거나 너무 긴 근무가 있는 곳: %2곳.</translation>
    </message>
    <message>
        <source>Departments: %1. Everybody rests in time, and nowhere is nobody.</source>
        <translation>부서 %1곳. 비는 곳도 너무 긴 근무도 없습니다.</translation>
    </message>
    <message>
        <source>There is no roster yet.</source>
        <translation>아직 근무표가 없습니다.</translation>
    </message>
    <message>
        <source>%1 (now)</source>
        <translation>%1 (지금)</translation>
    </message>
    <message>
        <source>A roster tells everybody who is on duty now and who comes next, and puts them first when people are called: F6 reads the file that your calendar exports (.ics).</source>
        <translation>캘린더에서 내보낸 파일(.ics)을 F6으로 읽으면, 지금 누가 근무하고 다음이 누구인지 모두가 보고 호출할 때도 근무자가 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>Nobody is written down for the next 14 days.</source>
        <translation>앞으로 14일 동안 적힌 근무가 없습니다.</translation>
    </message>
    <message>
        <source>Calendars</source>
        <translation>캘린더</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Written: %1 shifts into %2</source>
        <translation>내보냈습니다: 근무 %1건, %2</translation>
    </message>
    <message numerus="yes">
        <source>Given to the printer: %n page(s).</source>
        <translation>
            <numerusform>프린터로 보냈습니다: %n쪽.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>bongsu::SearchSheet</name>
    <message>
        <source>%1 lines</source>
        <translation>%1줄</translation>
    </message>
    <message>
        <source>%1 lines and more below</source>
        <translation>%1줄, 아래에 더 있음</translation>
    </message>
    <message>
        <source>Searching</source>
        <translation>찾는 중</translation>
    </message>
    <message>
        <source>Nothing in the record has all of these words.</source>
        <translation>이 낱말이 모두 든 줄이 없습니다.</translation>
    </message>
    <message>
        <source>Find in the record</source>
        <translation>기록에서 찾기</translation>
    </message>
    <message>
        <source>What to find</source>
        <translation>찾을 말</translation>
    </message>
    <message>
        <source>Words, initials, or a filter</source>
        <translation>낱말, 초성(ㅍㄱ), 또는 조건</translation>
    </message>
    <message>
        <source>Lines that were found</source>
        <translation>찾은 줄</translation>
    </message>
    <message>
        <source>Filters: person: kind: service:   Enter goes there   Esc back</source>
        <translation>조건: 사람: 종류: 서비스:   Enter 그 줄로   Esc 뒤로</translation>
    </message>
    <message>
        <source>F3  in all incidents</source>
        <translation>F3  모든 장애에서</translation>
    </message>
    <message>
        <source>F3  in this incident</source>
        <translation>F3  이 장애에서</translation>
    </message>
</context>
<context>
    <name>bongsu::SeatActs</name>
    <message>
        <source>Nobody calls you to a seat of this incident.</source>
        <translation>이 장애에서 호출받은 역할이 없습니다.</translation>
    </message>
    <message>
        <source>Which seat?</source>
        <translation>어느 역할입니까?</translation>
    </message>
    <message>
        <source>Which seat is handed over?</source>
        <translation>어느 역할을 넘깁니까?</translation>
    </message>
    <message>
        <source>Who accepted by phone?</source>
        <translation>누가 전화로 수락했습니까?</translation>
    </message>
    <message>
        <source>Which seat is given up?</source>
        <translation>어느 역할을 비웁니까?</translation>
    </message>
    <message>
        <source>You said that you cannot take it: %1. The next in line is called.</source>
        <translation>%1 역할을 맡기 어렵다고 답했습니다. 다음 대행자를 호출합니다.</translation>
    </message>
    <message>
        <source>Do you take the seat: %1?</source>
        <translation>%1 역할을 맡으시겠습니까?</translation>
    </message>
    <message>
        <source>I take it</source>
        <translation>맡겠습니다</translation>
    </message>
    <message>
        <source>I cannot</source>
        <translation>어렵습니다</translation>
    </message>
    <message>
        <source>the next in line is called</source>
        <translation>다음 대행자를 호출합니다</translation>
    </message>
    <message>
        <source>Why, if you like</source>
        <translation>이유 (쓰지 않아도 됩니다)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답하기</translation>
    </message>
    <message>
        <source>There is no such seat here, or only the commander may do that.</source>
        <translation>그런 역할이 없거나 총괄만 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Answer: take it or not</source>
        <translation>맡을지 답하기</translation>
    </message>
    <message>
        <source>They accepted by phone</source>
        <translation>전화로 수락받음</translation>
    </message>
    <message>
        <source>Call somebody to it</source>
        <translation>맡을 사람 호출</translation>
    </message>
    <message>
        <source>Call somebody else</source>
        <translation>다른 사람 호출</translation>
    </message>
    <message>
        <source>Hand it over</source>
        <translation>인수인계</translation>
    </message>
    <message>
        <source>Nobody holds it any more</source>
        <translation>역할 비우기</translation>
    </message>
    <message>
        <source>Only the commander gives out seats, and whoever holds one.</source>
        <translation>역할은 총괄과 그 역할을 맡은 사람만 맡길 수 있습니다.</translation>
    </message>
    <message>
        <source>already %1</source>
        <comment>a seat</comment>
        <translation>이미 %1</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>어렵다고 답함</translation>
    </message>
    <message>
        <source>%1 accepted by phone: %2</source>
        <translation>%1 전화로 수락: %2</translation>
    </message>
    <message>
        <source>You write it down for them; the record says so.</source>
        <translation>대신 적는 것이며, 기록에 그렇게 남습니다.</translation>
    </message>
    <message>
        <source>How it was agreed</source>
        <translation>어떻게 수락했는지</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>전화로 수락</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>%1 has the seat: %2.</source>
        <translation>%1 님이 %2 역할을 맡았습니다.</translation>
    </message>
    <message>
        <source>Nobody holds the seat any more: %1</source>
        <translation>%1 역할을 비웁니다</translation>
    </message>
    <message>
        <source>It stands empty until somebody is called. To pass it on, hand it over instead.</source>
        <translation>누군가 호출될 때까지 비어 있습니다. 넘기려면 인수인계를 하십시오.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>The seat is empty: %1.</source>
        <translation>%1 역할이 비었습니다.</translation>
    </message>
    <message>
        <source>Nobody else is in the organisation here. Ctrl I invites somebody.</source>
        <translation>조직에 다른 사람이 없습니다. Ctrl I로 초대합니다.</translation>
    </message>
    <message>
        <source>Hand over: %1</source>
        <translation>%1 인수인계</translation>
    </message>
    <message>
        <source>Who takes the seat: %1?</source>
        <translation>%1 역할을 누가 맡습니까?</translation>
    </message>
    <message>
        <source>%1 keeps it until the next one accepts.</source>
        <translation>다음 사람이 수락할 때까지 %1 님이 계속 맡습니다.</translation>
    </message>
    <message>
        <source>Whoever is called sees it at once and answers with one key.</source>
        <translation>호출받은 사람은 바로 보고 키 하나로 답합니다.</translation>
    </message>
    <message>
        <source>Call them</source>
        <translation>호출</translation>
    </message>
    <message>
        <source>%1 is called to the seat: %2.</source>
        <translation>%1 님을 %2으로(로) 호출했습니다.</translation>
    </message>
    <message>
        <source>What kind of failure is it?</source>
        <translation>어떤 장애입니까?</translation>
    </message>
    <message>
        <source>Its manual says which seats there are and who takes them.</source>
        <translation>장애 유형의 매뉴얼이 역할과 맡을 사람을 정합니다.</translation>
    </message>
    <message>
        <source>Call everyone</source>
        <translation>모두 호출</translation>
    </message>
    <message>
        <source>The manual for it was published and is not on this device yet. Choose another, or wait until the relay is connected.</source>
        <translation>이 유형의 매뉴얼은 발행되었으나 아직 이 기기에 없습니다. 다른 유형을 고르거나 비상 서버에 연결될 때까지 기다리십시오.</translation>
    </message>
    <message>
        <source>Nobody is left to call.</source>
        <translation>더 호출할 사람이 없습니다.</translation>
    </message>
    <message numerus="yes">
        <source>Called: %n seat(s).</source>
        <translation>
            <numerusform>역할 %n개를 호출했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Empty: %1.</source>
        <translation>비어 있음: %1.</translation>
    </message>
    <message>
        <source>The seat is yours: %1. Shift F4 shows what is yours to do.</source>
        <translation>%1 역할을 맡았습니다. Shift F4에서 임무를 봅니다.</translation>
    </message>
    <message>
        <source>Go by its manual</source>
        <translation>이 매뉴얼 따르기</translation>
    </message>
    <message>
        <source>The manual that holds: %1. Ctrl Shift L calls everyone by it.</source>
        <translation>따를 매뉴얼: %1. Ctrl Shift L이 이 매뉴얼대로 모두 호출합니다.</translation>
    </message>
    <message>
        <source>The manual that holds on this computer: %1. Others see it once a commander or an admin says so.</source>
        <translation>이 컴퓨터에서 따를 매뉴얼: %1. 총괄이나 관리자가 정하면 다른 사람에게도 보입니다.</translation>
    </message>
    <message>
        <source>The newer manual holds. Nothing that runs has changed; Ctrl Shift L calls whoever its new seats propose and adds its new tasks.</source>
        <translation>이제 새 매뉴얼을 따릅니다. 진행 중인 것은 바뀌지 않았습니다. Ctrl Shift L이 새 역할의 사람을 호출하고 새 할 일을 더합니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::SectionEditor</name>
    <message>
        <source>Who may read it in what is issued</source>
        <translation>발행하는 문서에서 누가 읽습니까</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>글</translation>
    </message>
    <message>
        <source>Plain text, a paragraph a line. A line that begins with - is an item of a list.</source>
        <translation>글자로만, 한 줄이 한 문단입니다. -로 시작하는 줄은 목록의 항목입니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::ServiceActs</name>
    <message>
        <source>Which services?</source>
        <translation>어느 서비스입니까?</translation>
    </message>
    <message>
        <source>None is named yet: write their names.</source>
        <translation>아직 적힌 서비스가 없습니다. 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>Space takes one out; others can be written below.</source>
        <translation>스페이스로 빼고, 다른 서비스는 아래에 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Other services, divided by commas</source>
        <translation>다른 서비스(쉼표로 구분)</translation>
    </message>
    <message>
        <source>Next: their state</source>
        <translation>다음: 상태</translation>
    </message>
    <message>
        <source>Choose or write at least one service.</source>
        <translation>서비스를 하나 이상 고르거나 쓰십시오.</translation>
    </message>
    <message>
        <source>State of %1</source>
        <translation>상태: %1</translation>
    </message>
    <message>
        <source>What is known, if anything</source>
        <translation>아는 것이 있으면</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>%1: recorded for %2.</source>
        <translation>%2개 서비스를 「%1」(으)로 기록했습니다.</translation>
    </message>
    <message>
        <source>No service of yours waits for your word.</source>
        <translation>확인을 기다리는 내 서비스가 없습니다.</translation>
    </message>
    <message>
        <source>Is this so?</source>
        <translation>이대로 맞습니까?</translation>
    </message>
    <message>
        <source>Others stated these services of yours. What is not so, take out with Space and state it yourself.</source>
        <translation>다른 사람이 적은 내 서비스의 상태입니다. 다른 것은 스페이스로 빼고 직접 적으세요.</translation>
    </message>
    <message>
        <source>What you know of it, if anything</source>
        <translation>아는 것이 있으면 한 줄로</translation>
    </message>
    <message>
        <source>It is so</source>
        <translation>맞습니다</translation>
    </message>
    <message>
        <source>Nothing is chosen. Esc leaves it as it is.</source>
        <translation>고른 것이 없습니다. Esc로 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Confirmed: %1 services</source>
        <translation>확인했습니다: 서비스 %1개</translation>
    </message>
    <message>
        <source>Whose users are hit?</source>
        <translation>어느 서비스 이용자가 영향을 받습니까?</translation>
    </message>
    <message>
        <source>Those that are hit alike.</source>
        <translation>같은 정도로 영향받는 서비스를 고르세요.</translation>
    </message>
    <message>
        <source>Next: how many</source>
        <translation>다음: 얼마나</translation>
    </message>
    <message>
        <source>A share (30%, 10~20%) or a number of users (400000, 200000~300000).</source>
        <translation>비율(30%, 10~20%)이나 이용자 수(400000, 200000~300000).</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>얼마나</translation>
    </message>
    <message>
        <source>Write it as 30%, 10~20%, 400000 or 200000~300000.</source>
        <translation>30%, 10~20%, 400000, 200000~300000처럼 적으세요.</translation>
    </message>
    <message>
        <source>Recorded.</source>
        <translation>기록했습니다.</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Only what is confirmed may be told as the cause.</source>
        <translation>확인된 것만 원인이라고 말할 수 있습니다.</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>무엇인지</translation>
    </message>
    <message>
        <source>Write what it is.</source>
        <translation>무엇인지 적으세요.</translation>
    </message>
    <message>
        <source>Cause: %1</source>
        <translation>원인: %1</translation>
    </message>
    <message>
        <source>What is expected back?</source>
        <translation>무엇의 복구 예상 시각입니까?</translation>
    </message>
    <message>
        <source>Nobody has to give a time. Who does gives its basis, and every change is kept.</source>
        <translation>시각을 꼭 말할 필요는 없습니다. 말하려면 근거가 있어야 하고, 바뀐 것은 모두 남습니다.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Next: when</source>
        <translation>다음: 언제</translation>
    </message>
    <message>
        <source>When is it back: %1</source>
        <translation>복구 예상 시각: %1</translation>
    </message>
    <message>
        <source>A time (1730, tomorrow 0900) or minutes from now (+90).</source>
        <translation>시각(1730, 내일 0900)이나 지금부터의 분(+90).</translation>
    </message>
    <message>
        <source>A time (1730, tomorrow 0900), minutes from now (+90), or in words why nobody can tell any more.</source>
        <translation>시각(1730, 내일 0900), 지금부터의 분(+90), 또는 더는 알 수 없는 이유를 적으세요.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>언제</translation>
    </message>
    <message>
        <source>Next: on what basis</source>
        <translation>다음: 근거</translation>
    </message>
    <message>
        <source>Write it as 1730, tomorrow 0900 or +90.</source>
        <translation>1730, 내일 0900, +90처럼 적으세요.</translation>
    </message>
    <message>
        <source>%1 back at %2</source>
        <translation>%1 복구 %2</translation>
    </message>
    <message>
        <source>Who says so and why: a time without a basis is a rumour.</source>
        <translation>누가 왜 그렇게 보는지 적으세요. 근거 없는 시각은 소문입니다.</translation>
    </message>
    <message>
        <source>Basis</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>%1 expected back at %2</source>
        <translation>%1 복구 예상 %2</translation>
    </message>
    <message>
        <source>Recorded: nobody can tell when.</source>
        <translation>기록했습니다: 복구 시각을 알 수 없음.</translation>
    </message>
    <message>
        <source>Something is blocked</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>Who or what outside holds it up, in one line.</source>
        <translation>밖의 누가, 무엇이 막고 있는지 한 줄로.</translation>
    </message>
    <message>
        <source>no site</source>
        <translation>데이터센터와 무관</translation>
    </message>
    <message>
        <source>What holds it up</source>
        <translation>막고 있는 것</translation>
    </message>
    <message>
        <source>Next: what was promised</source>
        <translation>다음: 약속받은 것</translation>
    </message>
    <message>
        <source>What they said they would do, and by when. Nothing: they promised nothing.</source>
        <translation>무엇을 언제까지 하겠다고 했는지 적으세요. 약속이 없으면 비워 둡니다.</translation>
    </message>
    <message>
        <source>Promised</source>
        <translation>약속</translation>
    </message>
    <message>
        <source>Recorded as blocked.</source>
        <translation>막힌 것으로 기록했습니다.</translation>
    </message>
    <message>
        <source>It is blocked no longer</source>
        <translation>막힌 것 풀림</translation>
    </message>
    <message>
        <source>Nothing is blocked here.</source>
        <translation>막힌 것이 없습니다.</translation>
    </message>
    <message>
        <source>How it was solved, if known</source>
        <translation>어떻게 풀렸는지(알면)</translation>
    </message>
    <message>
        <source>Recorded: it is blocked no longer.</source>
        <translation>풀린 것으로 기록했습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::ServicesColumn</name>
    <message>
        <source>Services</source>
        <translation>서비스</translation>
    </message>
    <message>
        <source>No service is named yet. Ctrl+Shift+S says which are down.</source>
        <translation>아직 적힌 서비스가 없습니다. Ctrl+Shift+S로 중단된 서비스를 기록합니다.</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>막힌 것</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>bongsu::ServicesSheet</name>
    <message>
        <source>Services and what blocks them</source>
        <translation>복구: 서비스와 막힌 것</translation>
    </message>
    <message>
        <source>State several</source>
        <translation>여러 상태 기록</translation>
    </message>
    <message>
        <source>Confirm mine</source>
        <translation>내 서비스 확인</translation>
    </message>
    <message>
        <source>When it is back</source>
        <translation>복구 예상</translation>
    </message>
    <message>
        <source>Users hit</source>
        <translation>영향 이용자</translation>
    </message>
    <message>
        <source>Cause</source>
        <translation>원인</translation>
    </message>
    <message>
        <source>Something is blocked</source>
        <translation>막힌 것 기록</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>이어 읽기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>돌아가기</translation>
    </message>
    <message>
        <source>Blocked no longer</source>
        <translation>막힌 것 풀림</translation>
    </message>
    <message>
        <source>Let work go on</source>
        <translation>작업 중지 해제</translation>
    </message>
    <message>
        <source>State it</source>
        <translation>상태 기록</translation>
    </message>
</context>
<context>
    <name>bongsu::SitrepSheet</name>
    <message>
        <source>Situation report</source>
        <translation>상황보고</translation>
    </message>
    <message>
        <source>The page as it stands now</source>
        <translation>지금의 상황보고</translation>
    </message>
    <message>
        <source>Handed to</source>
        <translation>건네는 곳</translation>
    </message>
    <message>
        <source>Number it and keep it as handed over</source>
        <translation>번호를 매겨 건넨 그대로 남기기</translation>
    </message>
    <message>
        <source>The first report of this incident, as of now. It needs no relay.</source>
        <translation>이 장애의 첫 보고, 지금 기준입니다. 비상 서버가 없어도 됩니다.</translation>
    </message>
    <message>
        <source>No. %1, as of now; no. %2 was handed over at %3.</source>
        <translation>제%1보, 지금 기준입니다. 제%2보는 %3에 건넸습니다.</translation>
    </message>
    <message>
        <source>Situation report no. %1 is kept, and on the clipboard.</source>
        <translation>상황보고 제%1보를 남기고 클립보드에 복사했습니다.</translation>
    </message>
    <message>
        <source>The page is on the clipboard. It was not numbered.</source>
        <translation>클립보드에 복사했습니다. 번호는 매기지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>bongsu::TaskActs</name>
    <message>
        <source>Nothing is to be done. Shift F6 adds a task.</source>
        <translation>남은 할 일이 없습니다. Shift F6으로 더합니다.</translation>
    </message>
    <message>
        <source>What is done?</source>
        <translation>무엇을 끝냈습니까?</translation>
    </message>
    <message>
        <source>Yours come first. Enter: it is done. With a reason: it is skipped.</source>
        <translation>내 할 일이 먼저입니다. Enter는 끝냄, 이유를 쓰면 건너뜁니다.</translation>
    </message>
    <message>
        <source>Why it is skipped; empty: it is done</source>
        <translation>건너뛰는 이유 (비우면 끝냄)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>끝냄</translation>
    </message>
    <message>
        <source>overdue</source>
        <translation>지연</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>끝냄: %1</translation>
    </message>
    <message>
        <source>Skipped: %1</source>
        <translation>건너뜀: %1</translation>
    </message>
    <message>
        <source>Add a task</source>
        <translation>할 일 더하기</translation>
    </message>
    <message>
        <source>It stands with whoever holds the seat, now and after a handover.</source>
        <translation>그 역할을 맡은 사람의 할 일이 되며 인수인계 뒤에도 남습니다.</translation>
    </message>
    <message>
        <source>For me</source>
        <translation>나</translation>
    </message>
    <message>
        <source>What is to be done</source>
        <translation>할 일</translation>
    </message>
    <message>
        <source>Next: until when</source>
        <translation>다음: 언제까지</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>Or in how many minutes</source>
        <translation>또는 몇 분 안에</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>기한 없음</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1 뒤</translation>
    </message>
    <message>
        <source>Add the task</source>
        <translation>할 일 더하기</translation>
    </message>
    <message>
        <source>Write the minutes as a number, such as 45.</source>
        <translation>분을 45처럼 숫자로 쓰십시오.</translation>
    </message>
    <message>
        <source>To do: %1</source>
        <translation>할 일: %1</translation>
    </message>
    <message>
        <source>An authority demands something</source>
        <translation>관계기관 요구</translation>
    </message>
    <message>
        <source>It stands among the tasks with its clock, and in the situation report.</source>
        <translation>시한과 함께 할 일과 상황보고에 오릅니다.</translation>
    </message>
    <message>
        <source>Which authority, and who there</source>
        <translation>기관과 담당자</translation>
    </message>
    <message>
        <source>Next: what</source>
        <translation>다음: 무엇을</translation>
    </message>
    <message>
        <source>Demanded by %1</source>
        <translation>%1 요구</translation>
    </message>
    <message>
        <source>What is to be handed in</source>
        <translation>제출할 것</translation>
    </message>
</context>
<context>
    <name>bongsu::TimelineView</name>
    <message>
        <source>Record of the incident</source>
        <translation>장애 기록</translation>
    </message>
    <message>
        <source>Correct this line</source>
        <translation>이 줄 정정</translation>
    </message>
    <message>
        <source>Pin or unpin this line</source>
        <translation>이 줄 고정 또는 고정 해제</translation>
    </message>
    <message>
        <source>Offer again what was not accepted</source>
        <translation>받아들여지지 않은 기록 다시 보내기</translation>
    </message>
    <message>
        <source>Discard what was not accepted</source>
        <translation>받아들여지지 않은 기록 버리기</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Look at what is attached</source>
        <translation>첨부 보기</translation>
    </message>
</context>
<context>
    <name>bongsu::TopLine</name>
    <message>
        <source>DRILL / EXERCISE</source>
        <translation>훈련 / EXERCISE</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>상황 회의</translation>
    </message>
    <message>
        <source>Commander</source>
        <translation>총괄</translation>
    </message>
    <message>
        <source>acting</source>
        <translation>임시</translation>
    </message>
    <message>
        <source>Joined into %1</source>
        <translation>%1에 합류</translation>
    </message>
</context>
<context>
    <name>bongsu::Tray</name>
    <message>
        <source>Bongsu</source>
        <translation>봉수</translation>
    </message>
</context>
<context>
    <name>bongsu::ViewSheet</name>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Text of the file</source>
        <translation>파일의 글</translation>
    </message>
    <message>
        <source>How far it has come</source>
        <translation>받은 정도</translation>
    </message>
    <message>
        <source>Being brought…</source>
        <translation>가져오고 있습니다…</translation>
    </message>
    <message>
        <source>This picture cannot be drawn here. It can be saved as it is.</source>
        <translation>이 사진은 여기서 그릴 수 없습니다. 그대로 저장할 수는 있습니다.</translation>
    </message>
    <message>
        <source>Only the beginning is shown. All of it is saved.</source>
        <translation>앞부분만 보입니다. 저장하면 전부 저장됩니다.</translation>
    </message>
    <message>
        <source>A PDF is not opened here: save it, and read it with a program that you trust.</source>
        <translation>PDF는 여기서 열지 않습니다. 저장한 뒤 믿을 수 있는 프로그램으로 읽으세요.</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>저장했습니다: %1</translation>
    </message>
</context>
<context>
    <name>bongsu::WallWindow</name>
    <message>
        <source>No incident is open</source>
        <translation>열려 있는 장애가 없습니다</translation>
    </message>
    <message>
        <source>Bongsu: wall display</source>
        <translation>봉수: 상황판 화면</translation>
    </message>
    <message>
        <source>Wall display: Space shows the next incident, F11 fills the screen, Esc closes it</source>
        <translation>상황판 화면: 스페이스로 다음 장애, F11로 화면 채우기, Esc로 닫기</translation>
    </message>
</context>
<context>
    <name>relay</name>
    <message>
        <source>Usage: %1</source>
        <translation>사용법: %1</translation>
    </message>
    <message>
        <source>Two root keys lie in %1. Move them to two safe places away from this computer; they are needed only when no admin is left.</source>
        <translation>루트 키 두 개가 %1에 있습니다. 이 컴퓨터에서 떨어진 안전한 두 곳으로 옮기세요. 관리자가 한 명도 남지 않았을 때만 필요합니다.</translation>
    </message>
    <message>
        <source>The root keys still lie beside the relay, in %1: move them away.</source>
        <translation>루트 키가 아직 비상 서버 옆 %1에 있습니다. 다른 곳으로 옮기세요.</translation>
    </message>
    <message>
        <source>Unknown command: %1</source>
        <translation>모르는 명령입니다: %1</translation>
    </message>
    <message>
        <source>A test by Bongsu. Nothing is wrong.</source>
        <translation>봉수 점검입니다. 장애가 아닙니다.</translation>
    </message>
    <message>
        <source>A notice still goes out to this list, or a person has to decide what became of it. The list is as it was. Wait for it, stop it, or decide; then set the list.</source>
        <translation>이 목록으로 아직 공지가 나가고 있거나, 어떻게 되었는지 사람이 정해야 할 것이 있습니다. 목록은 그대로입니다. 끝나기를 기다리거나 중지하거나 정한 뒤에 다시 바꿔 주세요.</translation>
    </message>
    <message>
        <source>No gateway hands over answers here. Start the relay with --replies PORT once.</source>
        <translation>이 비상 서버에 회신을 넘겨주는 문자 게이트웨이가 없습니다. --replies PORT를 붙여 한 번 시작하십시오.</translation>
    </message>
    <message>
        <source>%1 has another address than its secrets were given for (%2), so nothing is sent there. If the new address is right, give them again: channel add.</source>
        <translation>%1의 주소가 비밀을 줄 때의 주소(%2)와 달라 아무것도 보내지 않습니다. 새 주소가 맞으면 channel add로 다시 주십시오.</translation>
    </message>
    <message>
        <source>No channel of that name is published, so it has no address to give secrets for. Nothing was recorded. Publish the channels first: bongsuctl notice publish channels FILE.</source>
        <translation>그 이름으로 게시된 채널이 없어 비밀을 쓸 주소가 없습니다. 아무것도 기록하지 않았습니다. 채널을 먼저 게시하십시오: bongsuctl notice publish channels FILE.</translation>
    </message>
    <message>
        <source>What was there before is kept as %1.</source>
        <translation>있던 것은 %1에 그대로 두었습니다.</translation>
    </message>
    <message>
        <source>Restored. The relay waits for an admin to declare an epoch before it records anything: desktops may hold more than this backup. They give it back when they connect.</source>
        <translation>복원했습니다. 관리자가 새 세대를 선언할 때까지 비상 서버는 아무것도 기록하지 않습니다. 이 백업보다 많은 기록을 가진 데스크톱이 있을 수 있고, 연결되면 되돌려줍니다.</translation>
    </message>
</context>
<context>
    <name>root</name>
    <message>
        <source>Others on this computer may read the root key in %1. It was used all the same. Keep it where only you can reach it.</source>
        <translation>%1에 있는 루트 키는 이 컴퓨터의 다른 사람도 읽을 수 있습니다. 그래도 이번에는 사용했습니다. 혼자만 닿을 수 있는 곳에 보관하세요.</translation>
    </message>
</context>
<context>
    <name>verify</name>
    <message>
        <source>The file %1 cannot be read: %2. Nothing was verified, and nothing was changed. Look whether it is there and whether you may read it.</source>
        <translation>%1 파일을 읽을 수 없습니다: %2. 검증한 것도, 바뀐 것도 없습니다. 파일이 그 자리에 있는지, 읽을 권한이 있는지 확인하세요.</translation>
    </message>
    <message>
        <source>This file does not prove its record. The first fault is at entry %1 of the log %2 (%3). What stands before that place holds, and the file was not changed. Check that the organisation&apos;s id is the right one, and ask for the file again; if the fault stays, tell an admin.</source>
        <translation>이 파일은 기록을 증명하지 못합니다. 첫 결함은 로그 %2의 %1번 기록에 있습니다(%3). 그 앞의 내용은 유효하며, 파일은 그대로 두었습니다. 조직 ID가 맞는지 확인하고 파일을 다시 받으세요. 그래도 결함이 남으면 관리자에게 알리세요.</translation>
    </message>
    <message>
        <source>Verified: every hash, signature and verdict holds, up to entry %1 of the log %2.</source>
        <translation>검증했습니다: 로그 %2의 %1번 기록까지 모든 해시와 서명, 판정이 맞습니다.</translation>
    </message>
    <message>
        <source>--org takes the organisation&apos;s id, 64 hexadecimal digits.</source>
        <translation>--org에는 조직 ID(16진수 64자리)를 적습니다.</translation>
    </message>
    <message>
        <source>The record in this home is damaged at entry %1 of the log %2 (%3). Nothing was deleted, and what stands before that place holds. Restore a backup, or join again: the relay has the same record.</source>
        <translation>저장된 기록이 로그 %2의 %1번 기록에서 손상되었습니다(%3). 지운 것은 없고 손상된 곳 앞의 기록은 모두 남아 있습니다. 백업을 되살리거나 다시 참여하세요. 비상 서버에 같은 기록이 있습니다.</translation>
    </message>
    <message>
        <source>bytes %1 to %2</source>
        <translation>%1~%2바이트</translation>
    </message>
    <message>
        <source>%1, lines %2 to %3</source>
        <translation>%1, %2~%3행</translation>
    </message>
    <message>
        <source>This is not the document that was issued as no. %1: it was altered afterwards, at %2. The record holds, and nothing was changed. Ask for the document again (retro get %1), and tell whoever gave you this one.</source>
        <translation>%1호로 낸 문서가 아닙니다. 그 뒤에 %2가 고쳐졌습니다. 기록은 온전하고 아무것도 바뀌지 않았습니다. 문서를 다시 받고(retro get %1), 이 파일을 준 사람에게 알리십시오.</translation>
    </message>
    <message>
        <source>%1 (not signed yet)</source>
        <translation>%1(서명 전)</translation>
    </message>
    <message>
        <source>%1 (signed)</source>
        <translation>%1(서명)</translation>
    </message>
    <message>
        <source>%1 (declined)</source>
        <translation>%1(거절)</translation>
    </message>
    <message>
        <source>This is document no. %1 to the byte. It rests on the record up to entry %2, which holds. Asked to sign it: %3.</source>
        <translation>%1호 문서와 한 바이트도 다르지 않습니다. 근거는 %2번까지의 기록이고, 그 기록은 온전합니다. 서명을 부탁받은 사람: %3.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>No document that this record says was issued is like this file. Nothing was changed. Check that it belongs to this incident.</source>
        <translation>이 기록이 냈다고 하는 문서 가운데 이 파일과 비슷한 것이 없습니다. 아무것도 바뀌지 않았습니다. 이 장애의 문서인지 확인하십시오.</translation>
    </message>
    <message>
        <source>What this record says of its documents was erased or is not open to whoever wrote this file, so that no copy can be compared. Ask for another export.</source>
        <translation>이 기록에서 문서에 관한 글이 지워졌거나 이 파일을 쓴 사람에게 열려 있지 않아 사본과 견줄 수 없습니다. 다른 사람에게 내보내기를 부탁하십시오.</translation>
    </message>
    <message>
        <source>Document no. %1 names an entry %2 of the log %3 that this record does not have: it was not made from this record. Tell an admin.</source>
        <translation>%1호 문서가 말하는 로그 %3의 %2번이 이 기록과 다릅니다. 이 기록으로 만든 문서가 아닙니다. 관리자에게 알리십시오.</translation>
    </message>
</context>
</TS>
