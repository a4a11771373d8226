// The window as people walk through it: join, declare in six keystrokes, write, offline, back; by keyboard
// alone.
#include "domain/incident/brief.h"
#include "ui/board/epochacts.h"
#include "ui/hands.h"
#include "ui/house.h"
#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentsmodel.h"
#include "ui/incidents/incidentspage.h"
#include "ui/invite/invitesheet.h"
#include "ui/outgoing/exportsheet.h"
#include "ui/shell/bars.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

// Remembers what was asked of it.
class AskedInviting : public Inviting {
  public:
    Result<InviteGiven> invite(const InviteAsked& invite) override {
        asked.push_back(invite);
        return InviteGiven{QStringLiteral("bongsu://relay.example:7443/#abc"), std::nullopt, true};
    }
    bool isRecorded() const override { return true; }

    std::vector<InviteAsked> asked;
};

// Counts pages that are given another parent, and so styled anew with all beneath them.
class Moves : public QObject {
  public:
    Moves() { qApp->installEventFilter(this); }
    int count = 0;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        const bool isPage = // and not one that is just being made
            !watched->children().isEmpty() &&
            (qobject_cast<QStackedWidget*>(watched) || qobject_cast<QStackedWidget*>(watched->parent()));
        count += isPage && event->type() == QEvent::ParentChange ? 1 : 0;
        return false;
    }
};

class TestWindow : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void joinsByAnInvite();
    void joiningThatWaitsIsShown();
    void declaresInTwoEnters();
    void recordsWhatIsOverInFewKeys();
    void copiesTheBrief();
    void goesToTheOneDeclaredAlready();
    void declaresApart();
    void saysThatThereIsNoConnection();
    void saysWhereARecordStopsUntilItGoesOn();
    void anAdminLetsTheRelayRecordAgain();
    void nobodyElseIsAskedForAnEpoch();
    void saysWhatTheCertificateNeeds();
    void listIsSound();
    void recordIsReachedByKeys();
    void fitsSmallScreens();
    void drillIsStamped();
    void pagesAreMadeWhereTheyStay();
    void anInspectorIsInvitedToReadAlong();

  private:
    void open();
    void declareEpochFrom(const Bar& bar);
    ComposerField& title() { return m_window->incidentsPage().card().field(); }
    QStringList incidents() const;

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestWindow::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(QStringLiteral("박도윤"), Permission::Admin);
    m_theme = std::make_unique<Theme>(ThemeName::Light);
}

void TestWindow::cleanup() {
    m_window.reset();
    m_house.reset();
}

void TestWindow::open() {
    m_window = std::make_unique<MainWindow>(m_house->partsOf(*m_me, *m_theme));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QStringList TestWindow::incidents() const {
    QStringList titles;
    for (const LogId& log : m_me->journal->incidents()) {
        titles += m_me->journal->texts().title(*m_me->journal->incident(log));
    }
    return titles;
}

void TestWindow::joinsByAnInvite() {
    m_me->connection.member = false;
    open();
    auto* invite = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    if (!invite) {
        QTest::keyClick(m_window.get(), Qt::Key_Tab);
        invite = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    }
    QVERIFY(invite);
    invite->insert(QStringLiteral(" bongsu://relay.example:7443/#abc "));
    QTest::keyClick(invite, Qt::Key_Return);
    auto* name = qobject_cast<QLineEdit*>(QApplication::focusWidget());
    QVERIFY(name && name != invite);
    name->insert(QStringLiteral("박도윤"));
    QTest::keyClick(name, Qt::Key_Return);
    QTest::keyClick(name, Qt::Key_Return); // it has been asked once
    QCOMPARE(m_me->connection.asked.size(), std::size_t(1));
    QCOMPARE(m_me->connection.asked[0].first, QStringLiteral("bongsu://relay.example:7443/#abc"));
    Q_EMIT m_me->connection.joinFailed(Refusal{refusal::inviteExpired});
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_me->connection.asked.size(), std::size_t(2));
    Q_EMIT m_me->connection.joined();
    QVERIFY(title().isVisible());
    QVERIFY(title().hasFocus());
}

// Started again while no relay is there: what was typed stands there, and that it goes on by itself.
void TestWindow::joiningThatWaitsIsShown() {
    HandConnection& connection = m_me->connection;
    connection.member = false;
    connection.request = JoinRequest{QStringLiteral("10.0.0.7:7400 tree"), QStringLiteral("이수민")};
    open();
    QStringList typed;
    for (const QLineEdit* field : m_window->findChildren<QLineEdit*>()) {
        typed += field->isVisible() ? QStringList(field->text()) : QStringList();
    }
    QCOMPARE(typed, QStringList({connection.request->given, connection.request->person}));
    const auto says = [this](const QString& words) {
        const auto labels = m_window->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(words);
        });
    };
    Q_EMIT connection.joinFailed(Failure{failure::linkLost});
    QVERIFY(says(QStringLiteral("joining goes on by itself")));
    Q_EMIT connection.joinFailed(Failure{failure::wrongPin}); // nothing that waiting would mend
    QVERIFY(!says(QStringLiteral("joining goes on by itself")));
}

void TestWindow::declaresInTwoEnters() {
    open();
    QVERIFY(title().hasFocus());
    title().insert(QStringLiteral("1519 판교 데이터센터 화재, 메신저 안 됨"));
    QTest::keyClick(&title(), Qt::Key_Return);
    QVERIFY(m_window->incidentsPage().card().isUnfolded());
    QCOMPARE(m_window->incidentsPage().card().grade(), Grade::Total);
    QVERIFY(incidents().isEmpty());
    QTest::keyClick(&title(), Qt::Key_Return);
    m_house->run();
    QCOMPARE(incidents(), QStringList(QStringLiteral("판교 데이터센터 화재, 메신저 안 됨")));
    const Incident& incident = *m_me->journal->incident(m_me->journal->incidents().front());
    QCOMPARE(incident.grade.value, Grade::Total);
    QCOMPARE(incident.began, momentFromIso(QStringLiteral("2022-10-15T15:19:00+09:00")));
    QVERIFY(m_window->incidentPage().isVisible());
    QVERIFY(m_window->incidentPage().composer().field().hasFocus());
    QCOMPARE(m_window->windowTitle(), QStringLiteral("판교 데이터센터 화재, 메신저 안 됨 \u2013 Bongsu"));
}

void TestWindow::recordsWhatIsOverInFewKeys() {
    open();
    int keys = 0;
    const auto press = [&](Qt::Key key) {
        QTest::keyClick(&title(), key);
        ++keys;
    };
    title().insert(QStringLiteral("1344-1350 업데이트로 접속 불가"));
    press(Qt::Key_Return);
    QVERIFY(m_window->incidentsPage().card().isUnfolded());
    QCOMPARE(m_window->incidentsPage().card().grade(), Grade::Minor);
    press(Qt::Key_Return);
    m_house->run();
    const Incident& incident = *m_me->journal->incident(m_me->journal->incidents().front());
    QCOMPARE(incidents(), QStringList(QStringLiteral("업데이트로 접속 불가")));
    QCOMPARE(incident.began, momentFromIso(QStringLiteral("2022-10-15T13:44:00+09:00")));
    QCOMPARE(incident.ended, momentFromIso(QStringLiteral("2022-10-15T13:50:00+09:00")));
    QCOMPARE(incident.phase.value, Phase::Resolved);
    qInfo("an outage already over: its text and %d keys", keys);
    QVERIFY(keys <= 5);
}

void TestWindow::copiesTheBrief() {
    open();
    title().insert(QStringLiteral("1519 판교 데이터센터 화재, 메신저 안 됨"));
    QTest::keyClick(&title(), Qt::Key_Return);
    QTest::keyClick(&title(), Qt::Key_Return);
    m_house->run();
    Composer& composer = m_window->incidentPage().composer();
    composer.field().insert(QStringLiteral("쓰던 글"));
    QTest::keyClick(&composer.field(), Qt::Key_B, Qt::ControlModifier);
    m_house->run();
    const QString brief = QGuiApplication::clipboard()->text();
    QVERIFY2(brief.startsWith(QStringLiteral("[As of 15:34] ")), qPrintable(brief));
    QVERIFY(brief.contains(QStringLiteral("박도윤")));
    QVERIFY(brief.size() < briefCharacters);
    QVERIFY(composer.message().endsWith(brief));
    QCOMPARE(composer.field().text(), QStringLiteral("쓰던 글"));
    QVERIFY(composer.field().hasFocus());
}

void TestWindow::goesToTheOneDeclaredAlready() {
    declaresInTwoEnters();
    QTest::keyClick(&m_window->incidentPage().composer().field(), Qt::Key_Escape);
    QVERIFY(title().hasFocus());
    title().insert(QStringLiteral("판교 화재"));
    QTest::keyClick(&title(), Qt::Key_Return);
    QTest::keyClick(&title(), Qt::Key_Return);
    m_house->run();
    QCOMPARE(incidents().size(), 1);
    QVERIFY(m_window->incidentPage().isVisible());
}

void TestWindow::declaresApart() {
    declaresInTwoEnters();
    QTest::keyClick(&m_window->incidentPage().composer().field(), Qt::Key_Escape);
    m_house->clock.forward(1min);
    title().insert(QStringLiteral("판교 주차장 화재"));
    QTest::keyClick(&title(), Qt::Key_Return);
    QTest::keyClick(&title(), Qt::Key_Down); // less grave than proposed
    QTest::keyClick(&title(), Qt::Key_Return, Qt::ShiftModifier);
    m_house->run();
    QCOMPARE(incidents().size(), 2);
    QCOMPARE(m_me->journal->incident(m_me->journal->incidents().back())->grade.value, Grade::Major);
}

void TestWindow::saysThatThereIsNoConnection() {
    declaresInTwoEnters();
    m_house->sync();
    const Bar& bar = m_window->incidentPage().bars().line();
    QVERIFY(bar.words().isEmpty());
    m_house->disconnect(*m_me);
    QCOMPARE(bar.words(), QStringLiteral("No connection. Go on recording."));
    ComposerField& field = m_window->incidentPage().composer().field();
    field.insert(QStringLiteral("현장 통제"));
    QTest::keyClick(&field, Qt::Key_Return);
    m_house->run();
    QCOMPARE(bar.words(),
             QStringLiteral("No connection. Go on recording. 1 line(s) will be sent once connected."));
    m_house->connect(*m_me);
    m_house->sync();
    QVERIFY(bar.words().isEmpty());
    const LinkStatus up = m_me->connection.status();
    m_me->connection.set({LinkState::Up, up.relay, Failure{failure::clock}}); // there, and it records nothing
    QCOMPARE(bar.words(),
             QStringLiteral("The relay records nothing right now. Go on recording; it is kept here."));
    m_me->connection.set(up);
    QVERIFY(bar.words().isEmpty());
    m_me->disk->isFull = true;
    field.insert(QStringLiteral("꽉 참"));
    QTest::keyClick(&field, Qt::Key_Return);
    m_house->run();
    QVERIFY(!m_window->incidentPage().bars().store().words().isEmpty());
}

void TestWindow::saysWhereARecordStopsUntilItGoesOn() {
    declaresInTwoEnters();
    m_house->sync();
    Journal& journal = *m_me->journal;
    const LogId log = journal.incidents().front();
    const Bar& bar = m_window->incidentPage().bars().record();
    QVERIFY(bar.words().isEmpty());
    const quint64 next = journal.ledger().tip(log)->seq + 1;
    Q_EMIT journal.logStopped(log, next, Refusal{refusal::badChain});
    QCOMPARE(bar.words(), QStringLiteral("The record is taken up to line %1 only.").arg(next - 1));
    const EntryHash ours = journal.ledger().tip(log)->hash;
    Q_EMIT journal.forkFound({log, next - 1, ours, EntryHash::zeros()}); // says more than that it stops
    QCOMPARE(bar.words(),
             QStringLiteral("The relay shows two histories of one record. Compare its words by phone."));
    Text words;
    words.text = QStringLiteral("현장 통제");
    QVERIFY(journal.record(log, NoteAdded{}, words));
    m_house->sync();
    QVERIFY(journal.ledger().tip(log)->seq >= next);
    QVERIFY(bar.words().startsWith(QStringLiteral("The relay shows two histories")));
    declareEpochFrom(bar); // by which an admin says which one counts
    QVERIFY(bar.words().isEmpty());
    QCOMPARE(m_window->incidentsPage().bars().epochCall(), EpochCall::None);
}

// By a click on the bar that asks for it, and by keys from there on.
void TestWindow::declareEpochFrom(const Bar& bar) {
    const Journal& journal = *m_me->journal;
    const auto epochs = journal.ledger().organisation().epochs.size();
    ChoiceSheet& sheet = m_window->epochs().sheet();
    QVERIFY(bar.act().isVisible());
    QTest::mouseClick(&bar.act(), Qt::LeftButton);
    QVERIFY(sheet.isOpen());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return); // no reason, no epoch
    QVERIFY(sheet.isOpen());
    QTest::keyClicks(m_window->focusWidget(), QStringLiteral("restored"));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QVERIFY(!sheet.isOpen());
    QVERIFY(!bar.act().isVisible() && !bar.more().contains(u"An admin")); // nobody declares two
    QCOMPARE(journal.ledger().organisation().epochs.size(), epochs);
    m_house->sync();
    QCOMPARE(journal.ledger().organisation().epochs.size(), epochs + 1);
    QCOMPARE(journal.refusedCount(), 0);
}

void TestWindow::anAdminLetsTheRelayRecordAgain() {
    declaresInTwoEnters();
    m_house->sync();
    const Bar& bar = m_window->incidentPage().bars().line();
    const LinkStatus up = m_me->connection.status();
    LinkStatus behind = up;
    behind.numbering = Failure{failure::stopped};
    behind.trouble = *behind.numbering;
    m_me->connection.set(behind);
    QVERIFY(bar.words().startsWith(QStringLiteral("The relay records nothing")));
    declareEpochFrom(bar);
    m_me->connection.set(up); // so it says, having taken the epoch
    QVERIFY(bar.words().isEmpty());
    LinkStatus wrongClock = up;
    wrongClock.numbering = Failure{failure::clock}; // no epoch helps
    wrongClock.trouble = *wrongClock.numbering;
    m_me->connection.set(wrongClock);
    QVERIFY(!bar.words().isEmpty());
    QVERIFY(!bar.act().isVisible());
}

void TestWindow::nobodyElseIsAskedForAnEpoch() {
    House::Desk& commander = m_house->addDesk(QStringLiteral("이수민"), Permission::Commander);
    m_house->sync();
    LinkStatus behind = commander.connection.status();
    behind.numbering = Failure{failure::stopped};
    behind.trouble = *behind.numbering;
    commander.connection.set(behind);
    MainWindow window(m_house->partsOf(commander, *m_theme));
    window.show();
    const Bar& bar = window.incidentsPage().bars().line();
    QVERIFY(bar.isVisible());
    QVERIFY(bar.more().contains(QStringLiteral("An admin lets it record again")));
    QVERIFY(!bar.act().isVisible());
    QVERIFY(!window.epochs().hindrance(EpochCall::RelayBehind).isEmpty());
}

void TestWindow::saysWhatTheCertificateNeeds() {
    declaresInTwoEnters();
    m_house->sync();
    const Bar& bar = m_window->incidentPage().bars().line();
    const LinkStatus up = m_me->connection.status();
    LinkStatus old = up;
    old.certificate =
        CertificateWarning{CertificateWarning::Kind::EndsSoon, *momentFromIso(u"2022-11-02T12:00:00+09:00")};
    m_me->connection.set(old);
    QCOMPARE(bar.words(), QStringLiteral("The relay's certificate runs out on Wednesday, 2 November 2022."));
    QVERIFY(bar.more().startsWith(QStringLiteral("Ask whoever runs the relay")));
    const HandHosting hosting; // whoever that is sits here
    const Bars bars(*m_me->journal, m_me->connection, &hosting, *m_theme);
    QVERIFY(bars.line().more().startsWith(QStringLiteral("Close Bongsu here and open it again")));
    old.trouble = Failure{failure::clock}; // what keeps lines from being recorded comes first
    m_me->connection.set(old);
    QVERIFY(bar.words().startsWith(QStringLiteral("The relay records nothing")));
    m_me->connection.set(up);
    QVERIFY(bar.words().isEmpty());
}

void TestWindow::listIsSound() {
    IncidentsModel model(*m_me->journal, m_house->clock);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto declare = [&](const char* words) {
        m_house->clock.forward(1min);
        const auto recorded =
            m_me->journal->record(std::nullopt, IncidentDeclared{}, Text{.text = QString::fromUtf8(words)});
        m_house->sync();
        return recorded->log;
    };
    const LogId first = declare("하나");
    const LogId second = declare("둘");
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.log(0), second);
    const auto against = m_me->journal->incident(second)->phase.setBy;
    QVERIFY(m_me->journal->record(second, PhaseChanged{Phase::Resolved, against}, {}).has_value());
    m_house->sync();
    QCOMPARE(model.log(0), first); // what is open comes first
    const auto words = model.index(1).data(IncidentsModel::WordsRole).value<IncidentWords>();
    QVERIFY(!words.open);
    QCOMPARE(words.elapsed, QStringLiteral("00:00"));
}

void TestWindow::recordIsReachedByKeys() {
    declaresInTwoEnters();
    ComposerField& field = m_window->incidentPage().composer().field();
    field.insert(QStringLiteral("비상 전원 투입"));
    QTest::keyClick(&field, Qt::Key_Return);
    m_house->sync();
    QTest::keyClick(&field, Qt::Key_Up);
    TimelineView& view = m_window->incidentPage().timeline();
    QVERIFY(view.hasFocus());
    QCOMPARE(view.currentIndex().row(), 1);
    QTest::keyClick(&view, Qt::Key_E, Qt::ControlModifier);
    QVERIFY(field.hasFocus());
    QCOMPARE(field.text(), QStringLiteral("비상 전원 투입"));
    QTest::keyClick(&field, Qt::Key_Escape);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_P, Qt::ControlModifier);
    m_house->sync();
    QVERIFY(m_window->incidentPage().model()->isPinned(m_window->incidentPage().model()->row(1).event));
    QTest::keyClick(&view, Qt::Key_Escape);
    QVERIFY(title().hasFocus());
}

void TestWindow::fitsSmallScreens() {
    declaresInTwoEnters();
    m_window->resize(1280, 720);
    QCOMPARE(m_window->size(), QSize(1280, 720));
    QVERIFY2(m_window->minimumSizeHint().width() <= 1280,
             qPrintable(QString::number(m_window->minimumSizeHint().width())));
    QVERIFY(m_window->incidentPage().timeline().height() > 400);
}

void TestWindow::drillIsStamped() {
    open();
    title().insert(QStringLiteral("모의 화재"));
    QTest::keyClick(&title(), Qt::Key_Return);
    const auto boxes = m_window->incidentsPage().findChildren<QAbstractButton*>();
    for (QAbstractButton* box : boxes) {
        if (box->isCheckable() && !box->autoExclusive()) {
            box->click();
        }
    }
    QTest::keyClick(&title(), Qt::Key_Return);
    m_house->run();
    QVERIFY(m_me->journal->incident(m_me->journal->incidents().front())->drill);
    bool stamped = false;
    for (const QLabel* label : m_window->incidentPage().findChildren<QLabel*>()) {
        stamped = stamped || (label->isVisible() && label->text() == QStringLiteral("DRILL / EXERCISE"));
    }
    QVERIFY(stamped);
}

// From the file to the invite without a step aside: the permission stands there, and Enter makes it.
void TestWindow::anInspectorIsInvitedToReadAlong() {
    QTemporaryDir folder;
    AskedInviting inviting;
    WindowParts parts = m_house->partsOf(*m_me, *m_theme);
    parts.inviting = &inviting;
    const auto declared = m_me->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                                                Text{.text = QStringLiteral("판교 화재")});
    m_house->sync();
    m_window = std::make_unique<MainWindow>(parts);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openIncident(declared->log);
    QTest::keyClick(m_window->focusWidget(), Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    auto* sheet = m_window->findChild<ExportSheet*>();
    QVERIFY(sheet->isOpen());
    sheet->path().setText(folder.filePath(QStringLiteral("out.bongsu")));
    QTest::keyClick(&sheet->path(), Qt::Key_Return);
    m_house->run();
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Space);
    QVERIFY(!sheet->isOpen() && m_window->inviteSheet()->isOpen());
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QCOMPARE(inviting.asked.size(), std::size_t(1));
    QCOMPARE(inviting.asked[0].permission, Permission::Auditor);
    QVERIFY(!inviting.asked[0].forMyself);
    m_window.reset(); // before what it stands on
}

void TestWindow::pagesAreMadeWhereTheyStay() {
    const Moves moves;
    const MainWindow window(m_house->partsOf(*m_me, *m_theme));
    QCOMPARE(moves.count, 0);
}

QTEST_MAIN(TestWindow)
#include "test_window.moc"
