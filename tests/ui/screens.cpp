#include "ui/screens.h"

#include "documents/starter.h"
#include "domain/incident/recordsearch.h"
#include "ui/attachments/picking.h"
#include "ui/authorityscreens.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/learningscreens.h"
#include "ui/linescreens.h"
#include "ui/notifying.h"
#include "ui/outgoing/exportsheet.h"
#include "ui/peoplescreens.h"
#include "ui/recovering.h"
#include "ui/retroscreens.h"
#include "ui/rosterscreens.h"
#include "ui/shell/closingsheet.h"
#include "ui/shell/hostsheet.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QLineEdit>
#include <QPainter>
#include <QTest>

namespace bongsu {

namespace {

QString words(const char* utf8) {
    return QString::fromUtf8(utf8);
}

void typeTitle(Stage& stage, const char* title) {
    stage.night();
    stage.type(words(title));
    stage.press(Qt::Key_Return);
}

void openNight(Stage& stage) {
    stage.night();
    stage.incident();
}

void openConnectedNight(Stage& stage) {
    stage.connectedNight();
    stage.incident();
}

void declareTheFirst(Stage& stage) {
    stage.firstDay();
    stage.type(words("1455 결제 지연"));
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Return);
}

void openDrill(Stage& stage) {
    IncidentDeclared drill{.grade = Grade::Major};
    drill.drill = true;
    const auto begun =
        stage.firstDay().journal->record(std::nullopt, drill, {.text = words("판교 센터 정전 모의")});
    stage.house().sync();
    stage.window().openIncident(begun->log);
}

void openWhatIsNewer(Stage& stage) {
    const Story& story = stage.connectedNight();
    stage.house().numberUnknown(story.incident);
    stage.incident();
}

// Somebody takes the command that another holds: the own desktop warns, the relay says no.
void takeWhatIsHeld(Stage& stage) {
    const Story& story = stage.connectedNight();
    House::Desk& other = stage.house().addDesk(words("이수민"), Permission::Responder);
    stage.sitAt(other);
    const auto against = other.journal->incident(story.incident)->command.setBy;
    const auto taken =
        other.journal->record(story.incident, CommandTaken{against}, {.reason = words("전화 연락 없음")});
    Q_ASSERT(taken && taken->warning);
    stage.house().sync();
    stage.incident();
}

void writeOnAFullDisk(Stage& stage) {
    openNight(stage);
    stage.desk().disk->isFull = true;
    stage.type(words("발전차 한 대 고장"));
    stage.press(Qt::Key_Return);
}

void seeTwoHistories(Stage& stage) {
    openConnectedNight(stage);
    Journal& journal = *stage.desk().journal;
    const LogId log = journal.incidents().front();
    Q_EMIT journal.forkFound({log, 1, *journal.ledger().index(log)->hashAt(1), EntryHash::zeros()});
}

void showThreeTimes(Stage& stage) {
    openNight(stage);
    stage.press(Qt::Key_T, Qt::ControlModifier);
}

// The first line with these words; the record is here from its beginning.
int rowOf(Stage& stage, const char* utf8) {
    TimelineModel& model = *stage.incident().model();
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.index(row).data(Qt::DisplayRole).toString().contains(words(utf8))) {
            return row;
        }
    }
    return 0;
}

// One that another corrects, with the focus on it.
void chooseLine(Stage& stage) {
    openNight(stage);
    TimelineView& view = stage.incident().timeline();
    view.setFocus();
    view.setCurrentIndex(stage.incident().model()->index(rowOf(stage, "비상 전원 30분 뒤 투입")));
}

void beginDecision(Stage& stage) {
    openNight(stage);
    stage.type(words("0220 사진은 아침까지 미룬다"));
    stage.press(Qt::Key_Return, Qt::ControlModifier);
    stage.type(words("인력 4명뿐, 메일이 먼저"));
}

void beginCorrection(Stage& stage) {
    chooseLine(stage);
    stage.press(Qt::Key_E, Qt::ControlModifier);
}

void takeBack(Stage& stage) {
    openNight(stage);
    stage.type(words("오타가 있는 줄"));
    stage.press(Qt::Key_Return);
    stage.press(Qt::Key_Z, Qt::ControlModifier);
}

// Somebody who commands is asked where everybody calls in.
void askMeeting(Stage& stage) {
    declareTheFirst(stage);
    stage.press(Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
}

// Nobody has said what kind of failure it is.
// Nothing in the title tells it, so whoever calls everyone is asked.
void askFailureType(Stage& stage) {
    declareTheFirst(stage);
    stage.press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
}

// Somebody else calls whoever sits here to a seat that stands empty.
void callMe(Stage& stage) {
    const Story& story = stage.connectedNight();
    House::Desk& other = stage.house().addDesk(words("이수민"), Permission::Commander);
    const auto& liaison = other.journal->incident(story.incident)->seats.at(words("liaison"));
    const SeatCall call{words("liaison"), *stage.desk().journal->person(), {}, 300'000, liaison.setBy,
                        std::nullopt};
    Q_ASSERT(other.journal->record(story.incident, SeatsCalled{std::nullopt, {call}}, {}));
    stage.house().sync();
    stage.house().clock.forward(std::chrono::seconds(140));
    stage.incident();
}

void cannotTakeIt(Stage& stage) {
    callMe(stage);
    stage.press(Qt::Key_F8, Qt::ShiftModifier);
}

// Somebody corrected the manual while the night goes on: nothing of it changes by itself.
void seeNewerManual(Stage& stage) {
    const Story& story = stage.connectedNight();
    House::Desk& other = stage.house().addDesk(words("이수민"), Permission::Commander);
    stage.sitAt(other);
    const QString type = words("site-loss");
    const auto publish = [&](const QByteArray& bytes) {
        const auto published =
            other.journal->publish({documenttype::manual.toString(), type, bytes, words("상실")});
        stage.house().run();
        other.journal->offerWithoutBlobs();
        stage.house().sync();
        return published->event;
    };
    const EventId first = publish(starterManual(type));
    const auto against = other.journal->incident(story.incident)->manual.setBy;
    Q_ASSERT(other.journal->record(story.incident, ManualAttached{first, against}, {}));
    stage.house().clock.forward(std::chrono::minutes(1));
    QByteArray changed = starterManual(type);
    changed.replace("accept-minutes: 3", "accept-minutes: 4");
    publish(changed);
    stage.incident();
    stage.press(Qt::Key_F4, Qt::ShiftModifier);
    stage.press(Qt::Key_Space);
}

void expectBack(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_F7, Qt::ShiftModifier);
}

void askStates(Stage& stage) {
    openNight(stage);
    stage.press(Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
}

void askGrade(Stage& stage) {
    openNight(stage);
    stage.press(Qt::Key_G, Qt::ControlModifier | Qt::ShiftModifier);
}

void findLines(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_F, Qt::ControlModifier);
    stage.type(words("전원"));
}

void openPalette(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_K, Qt::ControlModifier);
}

void openExport(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    // Whoever draws it, in whichever home.
    stage.incident().findChild<ExportSheet*>()->path().setText(words("/srv/bongsu/판교 데이터센터 화재.md"));
}

void openJump(Stage& stage) {
    openConnectedNight(stage);
    stage.press(Qt::Key_G, Qt::ControlModifier);
}

// Back after an hour, with twelve lines that were read.
void comeBack(Stage& stage) {
    const Story& story = stage.connectedNight();
    stage.desk().journal->setSetting(readingSettingKey(story.incident),
                                     toSetting({12, stage.house().clock.now() - std::chrono::hours(1)}));
    stage.incident();
}

void askForInvite(Stage& stage) {
    stage.keepOrganisation();
    openConnectedNight(stage);
    stage.press(Qt::Key_I, Qt::ControlModifier);
}

void giveInvite(Stage& stage) {
    askForInvite(stage);
    stage.press(Qt::Key_Return);
}

void showOrganisation(Stage& stage) {
    stage.keepOrganisation();
    stage.connectedNight();
    stage.window().hostSheet()->show();
    stage.settle();
}

void closeWhileOthersAreHere(Stage& stage) {
    stage.keepOrganisation();
    openConnectedNight(stage);
    stage.window().close();
    stage.settle();
}

void hangOnTheWall(Stage& stage) {
    stage.connectedNight();
    stage.wall().showNext();
    stage.settle();
}

// A rack with one lamp out, as a camera would see it.
QImage rack() {
    QImage image(960, 640, QImage::Format_RGB32);
    image.fill(QColor(38, 42, 48));
    QPainter painter(&image);
    for (int row = 0; row < 12; ++row) {
        painter.fillRect(120, 40 + row * 48, 720, 40, QColor(70, 76, 84));
        const bool isOut = row == 7;
        painter.fillRect(780, 54 + row * 48, 36, 12, isOut ? QColor(210, 60, 40) : QColor(70, 190, 110));
    }
    return image;
}

// Two lines of the own desk: a picture and a file; another of each goes with the next.
void attach(Stage& stage) {
    Journal& journal = *stage.night().me.journal;
    const LogId log = stage.night().incident;
    Attachment picture = *attachmentFrom({{}, rack(), words("현장 12열.png")});
    Q_ASSERT(journal.holdAttachment(log, picture));
    picture.caption = words("12열 랙 전원 하나가 꺼져 있음");
    Q_ASSERT(journal.attach(log, picture));
    const Attachment report{QByteArray("%PDF-1.7\n") + QByteArray(84'000, 'x'), words("소방 점검표.pdf")};
    Q_ASSERT(journal.attach(log, report));
    Q_ASSERT(journal.holdAttachment(log, {words("배터리실 온도 41도\n").toUtf8(), words("온도 기록.log")}));
    stage.house().run();
    stage.incident();
    stage.type(words("배터리실 온도와 같이 보세요"));
}

void lookAtAttachment(Stage& stage) {
    attach(stage);
    TimelineView& view = stage.incident().timeline();
    view.setFocus();
    view.setCurrentIndex(stage.incident().model()->index(stage.incident().model()->rowCount() - 2));
    stage.press(Qt::Key_Return);
}

} // namespace

Stage::Stage(Theme& theme, const QSize& size) : m_theme(theme), m_size(size) {}

Stage::~Stage() = default;

Story& Stage::night() {
    if (!m_story) {
        m_story = std::make_unique<Story>();
        m_desk = &m_story->me;
    }
    return *m_story;
}

Story& Stage::connectedNight() {
    Story& story = night();
    story.house.connect(story.me);
    story.house.sync();
    return story;
}

House::Desk& Stage::firstDay() {
    m_house = std::make_unique<House>("2022-10-15T15:00:00+09:00");
    m_desk = &m_house->addDesk(words("한지우"), Permission::Admin);
    return *m_desk;
}

House::Desk& Stage::notYetIn() {
    firstDay().connection.member = false;
    return *m_desk;
}

House& Stage::house() {
    return m_story ? m_story->house : *m_house;
}

WindowParts Stage::parts() {
    WindowParts parts = house().partsOf(*m_desk, m_theme);
    parts.hosting = m_hosts ? &m_hosting : nullptr;
    parts.inviting = m_hosts ? &m_inviting : nullptr;
    return parts;
}

WallWindow& Stage::wall() {
    window();
    if (!m_wall) {
        m_wall = std::make_unique<WallWindow>(parts());
        m_wall->resize(m_size);
        m_wall->show();
        settle();
    }
    return *m_wall;
}

QWidget& Stage::shown() {
    return m_wall ? static_cast<QWidget&>(*m_wall) : window();
}

MainWindow& Stage::window() {
    if (!m_window) {
        m_window = std::make_unique<MainWindow>(parts());
        m_window->resize(m_size);
        m_window->show();
        const bool active = QTest::qWaitForWindowActive(m_window.get());
        Q_ASSERT(active);
        settle();
    }
    return *m_window;
}

IncidentPage& Stage::incident() {
    MainWindow& shown = window();
    if (!shown.incidentPage().isVisible()) {
        shown.openIncident(night().incident);
        settle();
    }
    return shown.incidentPage();
}

void Stage::type(const QString& typed) {
    auto* field = qobject_cast<QLineEdit*>(window().focusWidget());
    Q_ASSERT(field);
    field->insert(typed);
    settle();
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* focused = window().focusWidget();
    QTest::keyClick(focused ? focused : &window(), key, modifiers);
    settle();
}

void Stage::settle() {
    QApplication::processEvents(); // laid out, asked for
    house().run();
    QApplication::processEvents();
}

static std::vector<Screen> screensOfTheNight() {
    return {
        {"join", [](Stage& s) { s.notYetIn(); }},
        {"incidents-empty", [](Stage& s) { s.firstDay(); }},
        {"incidents", [](Stage& s) { s.connectedNight(); }},
        {"declare", [](Stage& s) { typeTitle(s, "0215 안양 센터 정전, 결제 안 됨"); }},
        {"declare-same", [](Stage& s) { typeTitle(s, "판교 데이터센터 화재"); }},
        {"incident-offline", openNight},
        {"incident-connected", openConnectedNight},
        {"incident-begun", declareTheFirst},
        {"incident-drill", openDrill},
        {"incident-newer", openWhatIsNewer},
        {"incident-refused", takeWhatIsHeld},
        {"incident-full-disk", writeOnAFullDisk},
        {"incident-two-histories", seeTwoHistories},
        {"incident-times", showThreeTimes},
        {"incident-line", chooseLine},
        {"board-meeting", askMeeting},
        {"board-services", askStates},
        {"board-grade", askGrade},
        {"board-alert", askAlert},
        {"incident-alert", setAlert},
        {"call-kind", askFailureType},
        {"call-me", callMe},
        {"call-answer", cannotTakeIt},
        {"roles", openRoles},
        {"roles-paged", seePages},
        {"newer-manual", seeNewerManual},
        {"readiness", openReadiness},
        {"readiness-manual", readManual},
        {"handover", openHandover},
        {"people", openPeople},
        {"people-contacts", writeContacts},
        {"roster", openRoster},
        {"roster-long", chooseRoster},
        {"roster-none", openNoRoster},
        {"roster-import", readRoster},
        {"roster-faults", readBrokenRoster},
        {"committee-call", callCommittee},
        {"sitrep", openSitrep},
        {"services-expect", expectBack},
        {"services", openServices},
        {"services-blocker", seeBlocker},
        {"services-confirm", confirmServices},
        {"notice-first", openFirstNotice},
        {"notice-free", writeNotice},
        {"notice-board", seeDeliveries},
        {"notice-decide", decideUnknown},
        {"notice-duty", seeDuty},
        {"committee-motion", moveWithoutCriteria},
        {"committee-vote", voteOnDisaster},
        {"roles-assign", fillSeat},
        {"tasks", openTasks},
        {"search", findLines},
        {"palette", openPalette},
        {"export", openExport},
        {"inspection", openInspection},
        {"goto", openJump},
        {"attached", attach},
        {"attachment", lookAtAttachment},
        {"invite", askForInvite},
        {"invite-given", giveInvite},
        {"organisation-here", showOrganisation},
        {"closing", closeWhileOthersAreHere},
        {"composer-decision", beginDecision},
        {"composer-correction", beginCorrection},
        {"composer-taken-back", takeBack},
    };
}

const std::vector<Screen>& screens() {
    static const std::vector<Screen> all = [] {
        auto together = screensOfTheNight();
        for (const auto& more : {lineScreens(), learningScreens(), retroScreens()}) {
            together.insert(together.end(), more.begin(), more.end());
        }
        return together;
    }();
    return all;
}

const std::vector<Screen>& screensToSee() {
    static const std::vector<Screen> all{{"wall", hangOnTheWall}, {"away", comeBack}};
    return all;
}

} // namespace bongsu
