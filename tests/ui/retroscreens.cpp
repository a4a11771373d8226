#include "ui/retroscreens.h"

#include "ui/incidents/incidentpage.h"
#include "ui/retro/retrosheet.h"
#include "ui/retro/sectioneditor.h"

#include <QListView>
#include <QPlainTextEdit>

namespace bongsu {

namespace {

using namespace std::chrono_literals;

QString words(const char* utf8) {
    return QString::fromUtf8(utf8);
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

const Incident& incidentOf(Stage& stage, const House::Desk& who) {
    return *who.journal->incident(stage.night().incident);
}

// Both without a connection: neither sees the other's.
void writeApart(Stage& stage, House::Desk& other) {
    House::Desk& me = stage.night().me;
    stage.house().disconnect(other);
    writeSection(stage, me, words("causes"),
                 words("방아쇠는 배터리실의 UPS 배터리 화재였다.\n전원이 한 계통뿐이어서 한 층이 한 번에 "
                       "꺼졌다.\n- 축전지 "
                       "교체 주기 2년 초과\n- 화재 구역과 전원 구역이 같음"));
    writeSection(stage, other, words("causes"),
                 words("배터리 화재로 전원이 끊겼고, 인증이 판교에만 있어 안양의 서비스까지 멈췄다."));
    stage.house().connect(other);
    stage.house().sync();
    for (House::Desk* desk : {&me, &other}) { // each has read what the other wrote
        desk->attachments->setConnected(true);
        desk->retro->allWords(stage.night().incident, [](const auto&) {});
        stage.house().run();
        stage.house().bringBlobs(*desk);
    }
}

EventId addAction(Stage& stage, House::Desk& who, const char* what, const ActionPlan& plan,
                  const std::optional<EventId>& finding = {}) {
    return recordAt(stage, who, ActionAdded{{}, plan, finding, {}}, {.text = words(what)});
}

ActionPlan planOf(ActionKind kind, ActionTerm term, const std::optional<PersonId>& owner, const char* due) {
    ActionPlan plan{kind, term, owner};
    plan.due = at(due);
    return plan;
}

void addActions(Stage& stage, House::Desk& other, const EventId& finding) {
    House::Desk& me = stage.night().me;
    const auto mine = me.journal->person();
    const auto theirs = other.journal->person();
    addAction(stage, me, "배터리실과 전원실의 방화 구역을 나눈다",
              planOf(ActionKind::Prevent, ActionTerm::Long, theirs, "2023-03-31T23:59:59+09:00"), finding);
    addAction(stage, me, "인증을 안양에도 둔다",
              planOf(ActionKind::Recover, ActionTerm::Long, mine, "2022-10-30T23:59:59+09:00"), finding);
    addAction(stage, other, "축전지 온도 경보를 상황실로",
              planOf(ActionKind::Detect, ActionTerm::Short, mine, "2022-10-21T23:59:59+09:00"));
    ActionPlan ordered = planOf(ActionKind::Recover, ActionTerm::Short, theirs, "2022-11-24T23:59:59+09:00");
    ordered.heading = me.documents->retroProcess().headings.front().key;
    const EventId done = addAction(stage, other, "이중화 현황을 점검해 보고한다", ordered);
    const EventId setBy = incidentOf(stage, other).retro.actions.at(done).setBy;
    recordAt(stage, other, ActionSettled{{}, done, WorkOutcome::Done, setBy},
             {.text = words("점검표 3쪽, 10월 24일 제출")});
}

void tellRetro(Stage& stage, House::Desk& other) {
    House::Desk& me = stage.night().me;
    const EventId declared = incidentOf(stage, me).declaredBy;
    recordAt(stage, me, StepAssigned{words("timeline"), me.journal->person()});
    recordAt(stage, me, StepSettled{words("facts"), WorkOutcome::Done, {}}, {.text = words("기록 83줄")});
    writeSection(stage, me, words("summary"),
                 words("판교 데이터센터 화재로 메신저와 결제가 127시간 30분 동안 멈췄다.\n문자부터 차례로 "
                       "살렸고, 이용자에게는 "
                       "22분 뒤에 처음 알렸다."));
    writeApart(stage, other);
    recordAt(stage, other, SectionRemarked{words("summary"), {}},
             {.text = words("결제는 언제 돌아왔는지도")});
    FindingAdded factor;
    factor.findingKind = FindingKind::Factor;
    factor.area = ReviewArea::DataCentre;
    factor.pattern = words("한 계통 전원");
    factor.evidence = {declared};
    const EventId finding =
        recordAt(stage, me, factor, {.text = words("전원과 배터리가 같은 구역에 있었다")});
    FindingAdded well;
    well.findingKind = FindingKind::Well;
    recordAt(stage, other, well, {.text = words("문자부터 살리기로 30분 만에 정했다")});
    recordAt(stage, other,
             SafetyStated{{}, {words("메신저")}, {SafetyAspect::CustomerData}, SafetyFinding::Clean, {}},
             {.text = words("쓰기 기록을 대조함")});
    addActions(stage, other, finding);
    const auto basis = me.retro->basis(stage.night().incident);
    Q_ASSERT(basis);
    const auto issued =
        me.retro->issue(stage.night().incident, RetroForm::Full, words("html"), *basis,
                        {*me.journal->person(), *other.journal->person()}, "<!doctype html><p>draft</p>");
    Q_ASSERT(issued);
    stage.house().sync();
    Q_ASSERT(
        other.journal->record(stage.night().incident, RetroSigned{issued->event, Approval::Approved}, {}));
    stage.house().sync();
}

void chooseSection(Stage& stage, const char* key) {
    stage.incident().retro()->choose({RetroItem::Kind::Section, words(key)});
    stage.settle();
}

void seeApart(Stage& stage) {
    openRetro(stage);
    chooseSection(stage, "causes");
}

void writeBoth(Stage& stage) {
    seeApart(stage);
    stage.press(Qt::Key_Return);
}

void seeSafety(Stage& stage) {
    openRetro(stage);
    stage.incident().retro()->choose({RetroItem::Kind::Unchecked});
    stage.settle();
}

void seeDocument(Stage& stage) {
    openRetro(stage);
    const auto& issued = incidentOf(stage, stage.desk()).retro.issued;
    stage.incident().retro()->choose({RetroItem::Kind::Document, {}, issued.begin()->first});
    stage.settle();
}

void openRegister(Stage& stage) {
    lookBackAtNight(stage);
    stage.window();
    stage.press(Qt::Key_J, Qt::ControlModifier);
}

void openNoRegister(Stage& stage) {
    stage.firstDay();
    stage.window();
    stage.press(Qt::Key_J, Qt::ControlModifier);
}

void beginRetro(Stage& stage) {
    stage.connectedNight();
    stage.incident();
    stage.press(Qt::Key_F10);
}

// Safety is missing, and it says so before it is tried.
void closeTooEarly(Stage& stage) {
    lookBackAtNight(stage);
    stage.incident();
    stage.press(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    stage.press(Qt::Key_End);
    stage.press(Qt::Key_Return);
}

} // namespace

EventId recordAt(Stage& stage, House::Desk& who, const Facts& facts, const Text& text) {
    stage.house().clock.forward(1min);
    const auto recorded = who.journal->record(stage.night().incident, facts, text);
    Q_ASSERT(recorded && !recorded->warning);
    stage.house().sync();
    return recorded->event;
}

EventId writeSection(Stage& stage, House::Desk& who, const QString& section, const QString& words) {
    stage.house().clock.forward(1min);
    std::vector<EventId> against;
    const auto& sections = incidentOf(stage, who).retro.sections;
    if (const auto written = sections.find(section); written != sections.end()) {
        for (const SectionVersion& version : written->second) {
            against.push_back(version.event);
        }
    }
    const auto recorded =
        who.retro->write(stage.night().incident, section, words, OpenTo::Organisation, against);
    Q_ASSERT(recorded);
    stage.house().run();
    who.journal->offerWithoutBlobs();
    stage.house().sync();
    return recorded->event;
}

House::Desk& lookBackAtNight(Stage& stage) {
    stage.connectedNight();
    House::Desk& other = stage.house().addDesk(words("이수민"), Permission::Admin);
    recordAt(stage, other, CommandTaken{incidentOf(stage, other).command.setBy},
             {.reason = words("회고를 맡음")});
    recordAt(stage, other, PhaseChanged{Phase::Resolved, incidentOf(stage, other).phase.setBy});
    stage.house().clock.set(at("2022-10-25T10:00:00+09:00"));
    tellRetro(stage, other);
    stage.sitAt(stage.night().me);
    return other;
}

void openRetro(Stage& stage) {
    lookBackAtNight(stage);
    stage.incident();
    stage.press(Qt::Key_F10);
}

std::vector<Screen> retroScreens() {
    return {{"retro", openRetro},           {"retro-begun", beginRetro}, {"retro-apart", seeApart},
            {"retro-writing", writeBoth},   {"retro-safety", seeSafety}, {"retro-document", seeDocument},
            {"retro-close", closeTooEarly}, {"register", openRegister},  {"register-empty", openNoRegister}};
}

} // namespace bongsu
