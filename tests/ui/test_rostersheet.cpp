// Who is on duty, from the window: seen, read from a calendar's file, given out again; by keyboard.
#include "ui/house.h"
#include "ui/incidents/incidentspage.h"
#include "ui/outgoing/printing.h"
#include "ui/roster/rostersheet.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/composerfield.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

QByteArray duty(const char* name, const char* from, const char* until, const QByteArray& more = {}) {
    return QByteArray("BEGIN:VEVENT\nSUMMARY:") + name + "\nDTSTART;TZID=Asia/Seoul:" + from +
           "\nDTEND;TZID=Asia/Seoul:" + until + "\n" + more + "END:VEVENT\n";
}

QByteArray calendar(const QByteArray& events) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n" + events + "END:VCALENDAR\n";
}

// One on duty since noon of the day before, a hole, then another.
QByteArray usual() {
    return calendar(duty("정우진", "20221015T120000", "20221016T060000") +
                    duty("김하늘", "20221016T080000", "20221016T160000", "DESCRIPTION:현장 근무\n"));
}

} // namespace

class TestRosterSheet : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhoIsOnDutyAndWhatIsMissing();
    void goesOnWithTheClock();
    void saysThatNobodyIsAndWhoComes();
    void whatIsNotHereYetIsSaid();
    void noRosterTeaches();
    void readsChecksAndPublishes();
    void whatIsWrongPublishesNothing();
    void anotherKeyReadsItAnew();
    void whoMayNotPublishIsToldWhy();
    void givesOutWhatReadsTheSame();
    void printsWithNoRelay();

  private:
    void sitAt(House::Desk& desk);
    void publish(const char* key, const QByteArray& bytes);
    void settle();
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    QString write(const char* name, const QByteArray& bytes);
    RosterSheet& sheet() { return *m_window->rosterSheet(); }
    RosterImport& importing() { return sheet().importing(); }
    PanelLine line(int row) {
        return sheet().departments().model()->index(row, 0).data(PanelModel::LineRole).value<PanelLine>();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<House> m_house;
    House::Desk* m_chief = nullptr; // an admin
    House::Desk* m_other = nullptr; // may not publish
    House::Desk* m_desk = nullptr;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

void TestRosterSheet::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_house = std::make_unique<House>("2022-10-16T02:30:00+09:00");
    m_chief = &m_house->addDesk(word("김하늘"), Permission::Admin);
    m_other = &m_house->addDesk(word("정우진"), Permission::Responder);
    m_theme = std::make_unique<Theme>(ThemeName::Light);
}

void TestRosterSheet::cleanup() {
    m_window.reset();
    m_house.reset();
}

void TestRosterSheet::settle() {
    m_house->sync();
    QCoreApplication::processEvents();
    m_house->run();
    QCoreApplication::processEvents();
}

void TestRosterSheet::sitAt(House::Desk& desk) {
    m_desk = &desk;
    m_window = std::make_unique<MainWindow>(m_house->partsOf(desk, *m_theme));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    settle();
}

void TestRosterSheet::publish(const char* key, const QByteArray& bytes) {
    QVERIFY(m_chief->journal->publish({documenttype::roster.toString(), word(key), bytes, {}}));
    m_house->run();
    m_chief->journal->offerWithoutBlobs();
    settle();
}

void TestRosterSheet::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(m_window->focusWidget(), key, modifiers);
    settle();
}

QString TestRosterSheet::write(const char* name, const QByteArray& bytes) {
    const QString path = m_folder->filePath(word(name));
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? path : QString();
}

void TestRosterSheet::saysWhoIsOnDutyAndWhatIsMissing() {
    publish("infra", usual());
    sitAt(*m_chief);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(sheet().isOpen() && sheet().departments().hasFocus());
    QCOMPARE(sheet().departments().model()->rowCount(), 1);
    const PanelLine one = line(0);
    QCOMPARE(one.more, word("정우진"));
    QCOMPARE(one.state, QStringLiteral("14:30 on duty"));
    QCOMPARE(one.stateInk, Ink::Ember);
    QCOMPARE(one.end, QStringLiteral("handover in 03:30"));
    QCOMPARE(one.markInk, Ink::Ember); // the hole
    const QString words = sheet().shownWords();
    for (const char* said :
         {"Published 02:30 by 김하늘", "정우진, on duty for 14:30, until 06:00: handover in 03:30",
          "have somebody take over", "Next: 김하늘 at 08:00",
          "Nobody is on duty for infra from 06:00 to 08:00.", "정우진 is on duty for 18:00 without a break",
          "Sunday, 16 October 2022", "15 Oct 12:00 \u2013 06:00", "정우진 (now)",
          "06:00 \u2013 08:00\nnobody", "현장 근무",
          "from 16:00 on\nnobody is written down: the roster ends"}) {
        QVERIFY2(words.contains(word(said)), qPrintable(word(said) + u'\n' + words));
    }
    press(Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
}

void TestRosterSheet::goesOnWithTheClock() {
    publish("infra", usual());
    m_house->clock.set("2022-10-16T01:58:30+09:00");
    QWidget page;
    page.resize(1000, 700);
    page.show();
    Ticker ticker(m_house->clock);
    RosterSheet own(m_house->partsOf(*m_chief, *m_theme), ticker, &page);
    own.show();
    const auto line = [&own] {
        return own.departments().model()->index(0, 0).data(PanelModel::LineRole).value<PanelLine>();
    };
    QCOMPARE(line().stateInk, Ink::Quiet);
    QCOMPARE(line().end, QStringLiteral("handover in 04:01"));
    m_house->clock.forward(2min);
    Q_EMIT ticker.minuteBegun();
    QCOMPARE(line().stateInk, Ink::Ember);
    QCOMPARE(line().end, QStringLiteral("handover in 03:59"));
    QVERIFY(own.shownWords().contains(QStringLiteral("on duty for 14:00")));
}

void TestRosterSheet::saysThatNobodyIsAndWhoComes() {
    publish("infra", calendar(duty("김하늘", "20221016T080000", "20221016T160000")));
    publish("old", calendar(duty("김하늘", "20220101T080000", "20220101T160000")));
    sitAt(*m_chief);
    sheet().show();
    QCOMPARE(sheet().departments().model()->rowCount(), 2);
    QCOMPARE(line(0).state, QStringLiteral("nobody"));
    QCOMPARE(line(0).stateInk, Ink::Ember);
    QCOMPARE(line(0).end, QStringLiteral("next at 08:00"));
    QVERIFY(sheet().shownWords().contains(QStringLiteral("Nobody is on duty now.")));
    QCOMPARE(line(1).end, QStringLiteral("and nobody later"));
    press(Qt::Key_Down);
    QVERIFY2(sheet().shownWords().contains(QStringLiteral("Nobody is written down for the next 14 days.")),
             qPrintable(sheet().shownWords()));
}

// Known by its event, and its file has not come.
void TestRosterSheet::whatIsNotHereYetIsSaid() {
    publish("infra", usual());
    sitAt(*m_other);
    sheet().show();
    QCOMPARE(line(0).name, QStringLiteral("infra"));
    QCOMPARE(line(0).state, QString());
    QVERIFY(line(0).end.startsWith(QStringLiteral("not on this device yet")));
    QVERIFY2(sheet().shownWords().contains(word("Published 02:30 by 김하늘")) &&
                 !sheet().shownWords().contains(QStringLiteral("Nobody")),
             qPrintable(sheet().shownWords()));
}

void TestRosterSheet::noRosterTeaches() {
    sitAt(*m_chief);
    press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY2(sheet().shownWords().contains(QStringLiteral("F6 reads the file")),
             qPrintable(sheet().shownWords()));
    sheet().writeTo(m_folder->filePath(QStringLiteral("none.ics")));
    QVERIFY(!QFile::exists(m_folder->filePath(QStringLiteral("none.ics"))));
}

// What it would mean is said first, and Enter publishes: no mouse, and the list has it at once.
void TestRosterSheet::readsChecksAndPublishes() {
    sitAt(*m_chief);
    sheet().show();
    sheet().readFrom(write("a.ics", usual() /* with a hole and a long duty */));
    QVERIFY(importing().isOpen() && importing().key().hasFocus());
    QVERIFY(!importing().mayPublish()); // whose is not said yet
    press(Qt::Key_Return);
    QVERIFY(importing().isOpen());
    QVERIFY(m_chief->documents->keysOf(documenttype::roster).empty());
    QTest::keyClicks(&importing().key(), QStringLiteral("infra"));
    const QString words = importing().shownWords();
    for (const char* said : {"infra: a new roster", "2 shifts of 2 people", "for: infra",
                             "Nobody is on duty for infra from 06:00 to 08:00.",
                             "정우진 is on duty for 18:00 without a break", "It can be published as it is"}) {
        QVERIFY2(words.contains(word(said)), qPrintable(words));
    }
    QVERIFY(importing().mayPublish());
    press(Qt::Key_Return);
    QVERIFY(!importing().isOpen() && sheet().isOpen() && sheet().departments().hasFocus());
    QVERIFY2(sheet().message().startsWith(QStringLiteral("Published: infra.")),
             qPrintable(sheet().message()));
    m_chief->journal->offerWithoutBlobs();
    settle();
    QCOMPARE(*m_chief->documents->bytes(documenttype::roster, QStringLiteral("infra")), usual());
    QCOMPARE(line(0).more, word("정우진"));
    // The next one takes its place, with what changed.
    sheet().readFrom(write("b.ics", calendar(duty("김하늘", "20221016T000000", "20221016T080000"))));
    QCOMPARE(importing().key().text(), QStringLiteral("infra"));
    QVERIFY(importing().reason().hasFocus());
    QVERIFY2(importing().shownWords().contains(word("takes the place of the roster that holds now. Published "
                                                    "02:30 by 김하늘")),
             qPrintable(importing().shownWords()));
    QVERIFY(importing().shownWords().contains(QStringLiteral("Nothing is missing")));
    QTest::keyClicks(&importing().reason(), QStringLiteral("sick"));
    press(Qt::Key_Return);
    m_chief->journal->offerWithoutBlobs();
    settle();
    QCOMPARE(line(0).more, word("김하늘"));
}

void TestRosterSheet::whatIsWrongPublishesNothing() {
    publish("infra", usual());
    sitAt(*m_chief);
    sheet().show();
    QByteArray bytes = usual();
    bytes.replace("DTEND;TZID=Asia/Seoul:20221016T060000\n", "");
    sheet().readFrom(write("wrong.ics", bytes));
    QVERIFY(!importing().mayPublish());
    QVERIFY2(importing().shownWords().contains(QStringLiteral("nothing was published")) &&
                 importing().shownWords().contains(QStringLiteral("Line 4")),
             qPrintable(importing().shownWords()));
    press(Qt::Key_Return);
    QVERIFY(importing().isOpen());
    press(Qt::Key_Escape);
    QVERIFY(!importing().isOpen() && sheet().isOpen());
    sheet().readFrom(m_folder->filePath(QStringLiteral("away.ics")));
    QVERIFY(!importing().mayPublish() && importing().shownWords().contains(QStringLiteral("away.ics")));
    QCOMPARE(*m_chief->documents->bytes(documenttype::roster, QStringLiteral("infra")), usual());
}

void TestRosterSheet::anotherKeyReadsItAnew() {
    sitAt(*m_chief);
    sheet().show();
    sheet().readFrom(write("a.ics", usual()));
    importing().key().setText(QStringLiteral("network"));
    QVERIFY(importing().shownWords().contains(QStringLiteral("for: network")));
    importing().key().setText(QString(400, u'k'));
    QVERIFY(!importing().mayPublish());
    QVERIFY(importing().shownWords().contains(QStringLiteral("too long for a key")));
}

void TestRosterSheet::whoMayNotPublishIsToldWhy() {
    sitAt(*m_other);
    sheet().show();
    sheet().readFrom(write("a.ics", usual()));
    importing().key().setText(QStringLiteral("infra"));
    QVERIFY2(importing().shownWords().contains(QStringLiteral("2 shifts of 2 people")) &&
                 importing().shownWords().contains(QStringLiteral("not publish it")),
             qPrintable(importing().shownWords()));
    QVERIFY(!importing().mayPublish());
    press(Qt::Key_Return);
    QVERIFY(importing().isOpen());
    QVERIFY(m_other->documents->keysOf(documenttype::roster).empty());
}

void TestRosterSheet::givesOutWhatReadsTheSame() {
    publish("infra", usual());
    sitAt(*m_chief);
    sheet().show();
    const QString path = m_folder->filePath(QStringLiteral("out.ics"));
    sheet().writeTo(path);
    QCOMPARE(sheet().message(), QStringLiteral("Written: 2 shifts into ") + path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Moment now = m_house->clock.now();
    const auto again = rosterIn(file.readAll(), QStringLiteral("infra"), now);
    QVERIFY(again);
    QCOMPARE(*again, *rosterIn(usual(), QStringLiteral("infra"), now));
    sheet().writeTo(m_folder->filePath(QStringLiteral("no/where.ics")));
    QVERIFY(!sheet().message().startsWith(QStringLiteral("Written")));
}

void TestRosterSheet::printsWithNoRelay() {
    publish("infra", usual());
    m_house->disconnect(*m_chief);
    const QString path = m_folder->filePath(QStringLiteral("rosters.pdf"));
    const auto pages = printPeaceToFile(*m_chief->journal, *m_chief->documents,
                                        {PeacePaper::Rosters, {}, m_house->clock.now()}, path);
    QVERIFY(pages);
    QCOMPARE(*pages, 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().startsWith("%PDF"));
}

QTEST_MAIN(TestRosterSheet)
#include "test_rostersheet.moc"
