// The timeline's rows under a real journal and a real relay: own lines, echoes, pages, what later lines say
// of earlier ones, what is refused.
#include "ui/house.h"
#include "ui/timeline/timelinedelegate.h"
#include "ui/timeline/timelinemodel.h"
#include "ui/timeline/timelineview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QScrollBar>
#include <QTest>

#include <algorithm>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

NoteAdded note() {
    return NoteAdded{};
}
Text said(const char* words) {
    return Text{.text = QString::fromUtf8(words)};
}

} // namespace

class TestTimeline : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void ownLineTravels();
    void echoesKeepTheirPlaceAmongOwnLines();
    void othersLinesComeIn();
    void readsOlderPages();
    void keepsAWindow();
    void goesToALine();
    void knowsCorrectionsThatAreNotRead();
    void filtersLines();
    void marksWhereReadingStopped();
    void copiesRows();
    void correctionStandsBesideItsLine();
    void correctionFromAnOlderPageIsKnown();
    void withdrawnLineKeepsItsPlace();
    void withdrawnBeforeItWasSentIsGone();
    void refusedLineSaysWhy();
    void discardedLineIsGone();
    void lateLinesAreMarked();
    void threeTimesAreShown();
    void staysAtTheNewest();
    void rowsAreAsHighAsTheirText();

  private:
    House::Desk& me() { return *m_me; }
    EventId write(House::Desk& desk, const Facts& facts, const Text& text);
    void open();
    RowWords words(int row) const {
        return m_model->index(row).data(TimelineModel::WordsRole).value<RowWords>();
    }
    QStringList lines() const;
    void lookBackToTheFirst();
    void writeNumbers(int count);

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    House::Desk* m_other = nullptr;
    std::optional<LogId> m_log;
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestTimeline::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(QStringLiteral("박도윤"), Permission::Admin);
    m_other = &m_house->addDesk(QStringLiteral("김하늘"), Permission::Responder);
    const auto declared = me().journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                                               said("판교 데이터센터 화재"));
    QVERIFY(declared.has_value());
    m_log = declared->log;
    m_house->sync();
}

void TestTimeline::cleanup() {
    m_tester.reset();
    m_model.reset();
    m_house.reset();
}

void TestTimeline::open() {
    m_model = std::make_unique<TimelineModel>(*me().journal, *m_log);
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_house->run();
}

EventId TestTimeline::write(House::Desk& desk, const Facts& facts, const Text& text) {
    m_house->clock.forward(1s);
    const auto recorded = desk.journal->record(*m_log, facts, text);
    Q_ASSERT(recorded);
    return recorded->event;
}

QStringList TestTimeline::lines() const {
    QStringList lines;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const RowWords w = words(i);
        lines += w.number + u' ' + w.line;
    }
    return lines;
}

void TestTimeline::ownLineTravels() {
    open();
    m_house->disconnect(me());
    write(me(), note(), said("현장 통제"));
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(words(1).state, StateMark::Dotted);
    QCOMPARE(words(1).number, QStringLiteral("device"));
    m_house->run();
    QCOMPARE(words(1).state, StateMark::Hollow);
    me().journal->markSent(m_model->row(1).event);
    QCOMPARE(words(1).state, StateMark::Half);
    m_house->connect(me());
    me().journal->markUnsent();
    QCOMPARE(words(1).state, StateMark::Hollow);
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(words(1).state, StateMark::Full);
    QCOMPARE(words(1).number, QStringLiteral("#2"));
}

void TestTimeline::echoesKeepTheirPlaceAmongOwnLines() {
    open();
    m_house->disconnect(me());
    write(me(), note(), said("하나"));
    write(me(), note(), said("둘"));
    m_house->run();
    write(*m_other, note(), said("다른 사람"));
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 3);
    m_house->connect(me());
    m_house->sync();
    QCOMPARE(lines(), QStringList({QStringLiteral("#1 Incident declared, total: 판교 데이터센터 화재"),
                                   QStringLiteral("#2 다른 사람"), QStringLiteral("#3 하나"),
                                   QStringLiteral("#4 둘")}));
}

void TestTimeline::othersLinesComeIn() {
    open();
    write(*m_other, note(), said("다른 사람"));
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(words(1).person, QStringLiteral("김하늘"));
    QCOMPARE(words(0).person, QStringLiteral("me"));
}

void TestTimeline::readsOlderPages() {
    for (int i = 0; i < 450; ++i) {
        write(me(), note(), Text{.text = QString::number(i)});
    }
    m_house->sync();
    open();
    QCOMPARE(m_model->rowCount(), TimelineModel::pageRows);
    QVERIFY(m_model->hasOlder());
    QCOMPARE(words(99).number, QStringLiteral("#451"));
    m_model->fetchOlder();
    m_model->fetchOlder(); // while the first is being read
    m_house->run();
    QCOMPARE(m_model->rowCount(), TimelineModel::pageRows + TimelineModel::pieceRows);
    lookBackToTheFirst();
    QCOMPARE(m_model->rowCount(), 451);
    QVERIFY(!m_model->hasOlder());
    for (int i = 0; i < 451; ++i) {
        QCOMPARE(m_model->row(i).seq, quint64(i + 1));
    }
}

void TestTimeline::lookBackToTheFirst() {
    while (m_model->hasOlder()) {
        m_model->fetchOlder();
        m_house->run();
    }
}

void TestTimeline::writeNumbers(int count) {
    for (int i = 0; i < count; ++i) {
        write(me(), note(), Text{.text = QString::number(i)});
    }
    m_house->sync();
}

// Rows go at the other end, and come again when people come back.
void TestTimeline::keepsAWindow() {
    writeNumbers(899);
    open();
    m_house->disconnect(me());
    write(me(), note(), said("ours"));
    QCOMPARE(m_model->rowCount(), TimelineModel::pageRows + 1);
    int most = 0;
    while (m_model->hasOlder()) {
        m_model->fetchOlder();
        m_house->run();
        most = std::max(most, m_model->rowCount());
    }
    QVERIFY(most <= TimelineModel::mostRows);
    QCOMPARE(*m_model->row(0).seq, quint64(1));
    QVERIFY(m_model->hasNewer());
    // What arrives now waits below.
    const int rows = m_model->rowCount();
    write(*m_other, note(), said("theirs"));
    m_house->sync();
    QCOMPARE(m_model->rowCount(), rows);
    m_house->connect(me());
    while (m_model->hasNewer()) {
        m_model->fetchNewer();
        m_house->run();
    }
    QVERIFY(m_model->rowCount() <= TimelineModel::mostRows + 2);
    QCOMPARE(words(m_model->rowCount() - 1).line, QStringLiteral("ours"));
    QCOMPARE(words(m_model->rowCount() - 2).line, QStringLiteral("theirs"));
    QVERIFY(*m_model->row(0).seq > 1);
    for (int i = 1; i < m_model->rowCount() - 1; ++i) {
        QCOMPARE(*m_model->row(i).seq, *m_model->row(i - 1).seq + 1);
    }
}

void TestTimeline::goesToALine() {
    writeNumbers(899);
    open();
    std::optional<int> shown;
    connect(m_model.get(), &TimelineModel::lineShown, this, [&](int row) { shown = row; });
    m_model->show(50);
    m_house->run();
    QVERIFY(shown);
    QCOMPARE(*m_model->row(*shown).seq, quint64(50));
    QVERIFY(m_model->rowCount() <= 2 * TimelineModel::pageRows); // nothing between was read
    QVERIFY(m_model->hasNewer());
    m_model->show(52); // is here
    QCOMPARE(*m_model->row(*shown).seq, quint64(52));
    m_model->show(100'000);
    m_house->run();
    QCOMPARE(*m_model->row(*shown).seq, quint64(900));
    QVERIFY(!m_model->hasNewer());
    m_model->show(1);
    m_house->run();
    m_model->showNewest();
    m_house->run();
    QCOMPARE(*m_model->row(m_model->rowCount() - 1).seq, quint64(900));
}

void TestTimeline::knowsCorrectionsThatAreNotRead() {
    const EventId wrong = write(me(), note(), said("wrong"));
    writeNumbers(400);
    write(me(), EntryCorrected{wrong}, said("right"));
    write(me(), EntryPinned{wrong}, {});
    m_house->sync();
    open();
    m_model->show(2);
    m_house->run();
    const RowWords shown = words(*m_model->find(wrong));
    QVERIFY(shown.struck && shown.notes.front().words.endsWith(QStringLiteral("right")));
    QVERIFY(m_model->isPinned(wrong));
    write(*m_other, EntryPinned{wrong, false}, {});
    m_house->sync();
    QVERIFY(!m_model->isPinned(wrong));
}

void TestTimeline::filtersLines() {
    writeNumbers(250);
    write(me(), DecisionMade{}, said("first"));
    writeNumbers(250);
    open();
    m_model->setFilter({.kinds = {LineKind::Decision}});
    m_house->run();
    QCOMPARE(lines(), QStringList(QStringLiteral("#252 Decision: first")));
    QVERIFY(!m_model->hasOlder());
    write(*m_other, DecisionMade{}, said("second"));
    write(*m_other, note(), said("no decision"));
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 2);
    m_house->disconnect(me());
    write(me(), note(), said("no decision"));
    QCOMPARE(m_model->rowCount(), 2);
    write(me(), DecisionMade{}, said("third"));
    QCOMPARE(m_model->rowCount(), 3);
    m_house->connect(me());
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(words(2).state, StateMark::Full);
    m_model->setFilter({});
    m_house->run();
    QCOMPARE(m_model->rowCount(), TimelineModel::pageRows);
}

void TestTimeline::marksWhereReadingStopped() {
    writeNumbers(5);
    open();
    const auto marked = [this] {
        QList<int> rows;
        for (int i = 0; i < m_model->rowCount(); ++i) {
            if (m_model->index(i).data(TimelineModel::UnreadRole).toBool()) {
                rows += i;
            }
        }
        return rows;
    };
    QCOMPARE(marked(), QList<int>());
    m_model->setReadTo(4);
    QCOMPARE(marked(), QList<int>{4});
    const Theme theme(ThemeName::Light);
    TimelineDelegate delegate(theme);
    delegate.setWidth(900);
    QVERIFY(delegate.sizeHint({}, m_model->index(4)).height() >
            delegate.sizeHint({}, m_model->index(3)).height());
    m_model->setReadTo(6); // all of it
    QCOMPARE(marked(), QList<int>());
}

void TestTimeline::copiesRows() {
    write(me(), DecisionMade{},
          Text{.text = QStringLiteral("letters first"), .basis = QStringLiteral("contact")});
    write(*m_other, note(), said("closed"));
    m_house->sync();
    const Theme theme(ThemeName::Light);
    TimelineView view(theme);
    view.resize(900, 400);
    view.show();
    open();
    view.follow(m_model.get());
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.setFocus();
    view.setCurrentIndex(m_model->index(2));
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("15:34 closed (김하늘, #3)"));
    view.selectionModel()->select(m_model->index(1), QItemSelectionModel::Select);
    QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
    const QStringList copied = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(copied.size(), 4);
    QVERIFY(copied[0].contains(QStringLiteral("15")) && copied[0].contains(QStringLiteral("2022")));
    QCOMPARE(copied[1], QStringLiteral("15:34 Decision: letters first (me, #2)"));
    QVERIFY(copied[2].startsWith(u' ') && copied[2].contains(QStringLiteral("contact")));
    QCOMPARE(copied[3], QStringLiteral("15:34 closed (김하늘, #3)"));
}

void TestTimeline::correctionStandsBesideItsLine() {
    open();
    const EventId wrong = write(me(), note(), said("비상 전원 30분 뒤 투입"));
    m_house->sync();
    QVERIFY(!words(1).struck);
    write(*m_other, EntryCorrected{wrong}, said("비상 전원은 점검 전 투입 불가"));
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(words(1).struck);
    QCOMPARE(words(1).line, QStringLiteral("비상 전원 30분 뒤 투입"));
    QCOMPARE(words(1).notes.size(), std::size_t(1));
    QCOMPARE(words(1).notes[0].words,
             QStringLiteral("Correction 15:34 김하늘: 비상 전원은 점검 전 투입 불가"));
    QVERIFY(words(1).spoken.contains(words(1).notes[0].words));
}

void TestTimeline::correctionFromAnOlderPageIsKnown() {
    const EventId wrong = write(me(), note(), said("틀림"));
    for (int i = 0; i < 250; ++i) {
        write(me(), note(), Text{.text = QString::number(i)});
    }
    write(me(), EntryCorrected{wrong}, said("맞음"));
    m_house->sync();
    open();
    QVERIFY(!m_model->find(wrong));
    lookBackToTheFirst();
    QVERIFY(words(*m_model->find(wrong)).struck);
}

void TestTimeline::withdrawnLineKeepsItsPlace() {
    open();
    const EventId slip = write(me(), note(), said("비밀번호는 1234"));
    m_house->sync();
    write(me(), EntryWithdrawn{slip}, {});
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 3);
    QCOMPARE(words(1).line, QStringLiteral("Taken back by its author"));
    QVERIFY(!words(1).spoken.contains(QStringLiteral("1234")));
    QCOMPARE(words(1).number, QStringLiteral("#2"));
    open(); // as a window sees it that opens later
    QCOMPARE(words(1).line, QStringLiteral("Taken back by its author"));
}

void TestTimeline::withdrawnBeforeItWasSentIsGone() {
    open();
    m_house->disconnect(me());
    const EventId slip = write(me(), note(), said("실수"));
    m_house->run();
    QCOMPARE(m_model->rowCount(), 2);
    write(me(), EntryWithdrawn{slip}, {});
    QCOMPARE(m_model->rowCount(), 1);
}

void TestTimeline::refusedLineSaysWhy() {
    m_house->disconnect(*m_other);
    std::swap(m_me, m_other);
    open();
    // It takes command while somebody holds it: its own desktop warns, the relay says no.
    const auto against = me().journal->incident(*m_log)->command.setBy;
    write(me(), CommandTaken{against}, Text{.reason = QStringLiteral("연락 없음")});
    m_house->run();
    QCOMPARE(words(1).state, StateMark::Hollow);
    m_house->connect(me());
    m_house->sync();
    QCOMPARE(m_model->rowCount(), 2);
    QCOMPARE(words(1).state, StateMark::Crossed);
    QVERIFY(words(1).struck);
    QVERIFY2(words(1).notes.back().words.startsWith(QStringLiteral("Not accepted: ")),
             qPrintable(words(1).notes.back().words));
}

void TestTimeline::discardedLineIsGone() {
    refusedLineSaysWhy();
    const EventId refused = m_model->row(1).event;
    QVERIFY(!me().journal->discard(refused));
    QCOMPARE(m_model->rowCount(), 1);
}

void TestTimeline::lateLinesAreMarked() {
    open();
    NoteAdded facts = note();
    facts.line.occurredAt = m_house->clock.now() - 7min;
    write(me(), facts, said("늦은 기록"));
    facts.line.source = Source::Press;
    write(me(), facts, said("보도"));
    m_house->sync();
    QVERIFY(words(1).notes.back().words.endsWith(QStringLiteral("recorded 7 minute(s) later")));
    QVERIFY(words(2).notes.empty());
    QCOMPARE(words(2).tail, QStringLiteral("press"));
}

void TestTimeline::threeTimesAreShown() {
    open();
    QVERIFY(words(0).notes.size() == 1);
    m_model->showThreeTimes(true);
    QCOMPARE(words(0).notes.back().words,
             QStringLiteral("happened 15:34:00 \u00B7 written 15:34:00 \u00B7 recorded 15:34:00"));
    m_model->showThreeTimes(false);
    QVERIFY(words(0).notes.size() == 1);
}

void TestTimeline::staysAtTheNewest() {
    for (int i = 0; i < 300; ++i) {
        write(me(), note(), Text{.text = QString::number(i)});
    }
    m_house->sync();
    const Theme theme(ThemeName::Light);
    TimelineView view(theme);
    view.resize(900, 400);
    view.show();
    open();
    view.follow(m_model.get());
    QScrollBar& bar = *view.verticalScrollBar();
    QTRY_VERIFY(bar.maximum() > 0);
    QTRY_COMPARE(bar.value(), bar.maximum());
    write(me(), note(), said("새 줄"));
    m_house->sync();
    QTRY_COMPARE(bar.value(), bar.maximum());
    QVERIFY(view.visualRect(m_model->index(m_model->rowCount() - 1)).bottom() <= view.viewport()->height());

    // Looking back: what is seen stays where it is when newer lines and older pages come in.
    bar.setValue(300);
    m_house->run();
    view.doItemsLayout();
    const QPersistentModelIndex seen = view.indexAt(QPoint(40, 200));
    QVERIFY(m_model->rowCount() > TimelineModel::pageRows + 1); // older ones have come
    const int at = view.visualRect(seen).top();
    QVERIFY(at > 0 && at < 400);
    write(me(), note(), said("또 새 줄"));
    m_house->sync();
    view.doItemsLayout();
    QCOMPARE(view.visualRect(seen).top(), at);
}

void TestTimeline::rowsAreAsHighAsTheirText() {
    write(me(), note(), said("짧다"));
    write(me(), note(), Text{.text = QString(500, QChar(0xD310))});
    m_house->sync();
    open();
    const Theme theme(ThemeName::Light);
    TimelineDelegate delegate(theme);
    delegate.setWidth(900);
    const auto height = [&](int row) { return delegate.sizeHint({}, m_model->index(row)).height(); };
    QVERIFY(height(2) > 5 * height(1));
    QVERIFY(height(0) > height(1)); // a day begins with it
    const int before = height(2);
    delegate.setWidth(600);
    QVERIFY(height(2) > before);
}

QTEST_MAIN(TestTimeline)
#include "test_timeline.moc"
