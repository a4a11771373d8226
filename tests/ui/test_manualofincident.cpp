// Which manual an incident goes by: said after it was declared, published anew while it runs, taken over.
#include "documents/starter.h"
#include "ui/board/choicesheet.h"
#include "ui/house.h"
#include "ui/incidents/incidentpage.h"
#include "ui/roles/readinesssheet.h"
#include "ui/roles/roletools.h"
#include "ui/shell/mainwindow.h"
#include "ui/timeline/composer.h"

#include <QListWidget>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestManualOfIncident : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void theKindOfFailureIsSaidToEverybody();
    void whoMayNotPublishSaysItHereAlone();
    void aNewerManualWaitsUntilItIsTakenOver();
    void whatShippedGoesOnWhereItCalled();
    void whatIsMissingIsListedWithWhatToDo();

  private:
    void sitAt(House::Desk& desk);
    void declare(const std::optional<QString>& type);
    void callAll();
    void settle();
    EventId publish(const QByteArray& before, const QByteArray& after); // the starter, changed there
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void choose(const QString& words); // the option that begins so
    const Incident& incident() const { return *m_desk->journal->incident(*m_log); }
    IncidentPage& page() { return m_window->incidentPage(); }
    ChoiceSheet& sheet() { return page().questions(); }
    QString said() { return page().composer().message(); }

    std::unique_ptr<House> m_house;
    House::Desk* m_chief = nullptr; // an admin
    House::Desk* m_other = nullptr;
    House::Desk* m_desk = nullptr; // the one sat at
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::optional<LogId> m_log;
};

void TestManualOfIncident::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_chief = &m_house->addDesk(word("김하늘"), Permission::Admin);
    m_other = &m_house->addDesk(word("정우진"), Permission::Responder);
    m_house->addDesk(word("최서연"), Permission::Responder);
    m_theme = std::make_unique<Theme>(ThemeName::Light);
}

void TestManualOfIncident::cleanup() {
    m_window.reset();
    m_house.reset();
}

void TestManualOfIncident::sitAt(House::Desk& desk) {
    m_desk = &desk;
    m_window = std::make_unique<MainWindow>(m_house->partsOf(desk, *m_theme));
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openIncident(*m_log);
    settle();
}

void TestManualOfIncident::declare(const std::optional<QString>& type) {
    IncidentDeclared declared{.grade = Grade::Total};
    declared.failureType = type;
    const auto begun = m_chief->journal->record(std::nullopt, declared, Text{.text = word("결제 지연")});
    m_log = begun->log;
    QVERIFY(m_chief->journal->record(m_log, CommandTaken{begun->event}, Text{.reason = word("전화")}));
    m_house->sync();
}

void TestManualOfIncident::callAll() {
    declare(QStringLiteral("site-loss"));
    sitAt(*m_chief);
    press(Qt::Key_1, Qt::AltModifier);
}

void TestManualOfIncident::settle() {
    for (int i = 0; i < 2; ++i) {
        m_house->sync();
        QApplication::processEvents();
    }
}

void TestManualOfIncident::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QTest::keyClick(m_window->focusWidget(), key, modifiers);
    settle();
}

void TestManualOfIncident::choose(const QString& words) {
    QVERIFY(sheet().isOpen());
    const auto found = sheet().options().findItems(words, Qt::MatchStartsWith);
    QCOMPARE(found.size(), 1);
    sheet().options().setCurrentItem(found.front());
    QTest::keyClick(&sheet().options(), Qt::Key_Return);
    settle();
}

EventId TestManualOfIncident::publish(const QByteArray& before, const QByteArray& after) {
    QByteArray bytes = starterManual(u"site-loss");
    const auto at = bytes.indexOf(before); // the first only
    Q_ASSERT(at >= 0);
    bytes.replace(at, before.size(), after);
    const auto published = m_chief->journal->publish(
        {documenttype::manual.toString(), QStringLiteral("site-loss"), bytes, word("전체 상실")});
    Q_ASSERT(published);
    m_house->run();
    m_chief->journal->offerWithoutBlobs();
    m_house->sync();
    return published->event;
}

// The choice of an admin publishes what ships with the program, so that the record can name it.
void TestManualOfIncident::theKindOfFailureIsSaidToEverybody() {
    declare(std::nullopt);
    sitAt(*m_chief);
    press(Qt::Key_1, Qt::AltModifier);
    choose(QStringLiteral("network"));
    m_chief->journal->offerWithoutBlobs();
    settle();
    const auto version = incident().manual.value;
    QVERIFY(version);
    QCOMPARE(
        m_chief->journal->organisation().document(documenttype::manual, QStringLiteral("network"))->event,
        *version);
    QCOMPARE(m_other->journal->incident(*m_log)->manual.value, version);
    QVERIFY(m_chief->documents->isAsShipped(QStringLiteral("network")));
    // It was taken for something else: those who are called stay.
    const auto seats = incident().seats.size();
    page().roles().seats().sayFailureType();
    QCOMPARE(sheet().options().currentItem()->text(),
             QStringLiteral("network or load balancer")); // what holds now
    choose(QStringLiteral("database"));
    m_chief->journal->offerWithoutBlobs();
    settle();
    QVERIFY(incident().manual.value != version);
    QCOMPARE(m_other->journal->incident(*m_log)->manual.value, incident().manual.value);
    QCOMPARE(m_chief->documents->manualOf(incident())->manual->failureType, QStringLiteral("database"));
    QCOMPARE(incident().seats.size(), seats);
    // The same once more is nothing to record.
    const auto setBy = incident().manual.setBy;
    page().roles().seats().sayFailureType();
    choose(QStringLiteral("database"));
    QCOMPARE(incident().manual.setBy, setBy);
}

void TestManualOfIncident::whoMayNotPublishSaysItHereAlone() {
    const auto begun = m_other->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                                                Text{.text = word("결제 지연")});
    m_log = begun->log;
    m_house->sync();
    sitAt(*m_other);
    page().roles().seats().sayFailureType();
    choose(QStringLiteral("network"));
    QVERIFY2(said().contains(QStringLiteral("on this computer")), qPrintable(said()));
    QVERIFY(!incident().manual.value);
    QCOMPARE(m_other->journal->pendingCount(), 0);
    press(Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!sheet().isOpen()); // known here
    QVERIFY(incident().seats.contains(QStringLiteral("network")));
}

void TestManualOfIncident::aNewerManualWaitsUntilItIsTakenOver() {
    const EventId first = publish("manual:", "manual:");
    callAll();
    QCOMPARE(incident().manual.value, std::optional(first));
    const Incident before = incident();
    page().roles().showRoles({});
    RolesSheet& roles = page().roles().roles();
    QCOMPARE(roles.newerShown(), QString());
    QTest::keyClick(&roles.seats(), Qt::Key_Space);
    QVERIFY(!roles.showsDifferences());
    const QString words = roles.shownWords();

    const EventId second = publish("  en: ", "  en: All is down. ");
    settle();
    QCOMPARE(incident(), before); // nothing of it changed
    QVERIFY2(roles.newerShown().startsWith(QStringLiteral("A newer version was published 15:34: 1 diff")),
             qPrintable(roles.newerShown()));
    QCOMPARE(roles.shownWords(), words);
    QTest::keyClick(&roles.seats(), Qt::Key_Space);
    QVERIFY(roles.showsDifferences());
    QVERIFY2(roles.shownWords().contains(QStringLiteral("It is used when: All is down")),
             qPrintable(roles.shownWords()));
    QTest::keyClick(&roles.seats(), Qt::Key_Down); // a seat again
    QVERIFY(!roles.showsDifferences());
    QTest::keyClick(&roles.seats(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QVERIFY(!roles.isOpen());
    QVERIFY2(said().startsWith(QStringLiteral("The newer manual holds.")), qPrintable(said()));
    QCOMPARE(incident().manual.value, std::optional(second));
    QCOMPARE(incident().seats, before.seats);
    QCOMPARE(incident().tasks, before.tasks);
    page().roles().showRoles({});
    QCOMPARE(roles.newerShown(), QString());
}

void TestManualOfIncident::whatShippedGoesOnWhereItCalled() {
    callAll();
    QVERIFY(!incident().manual.value);
    m_house->clock.forward(1min);
    const EventId first = publish("  en: ", "  en: All is down. ");
    settle();
    QCOMPARE(m_chief->documents->manualOf(incident())->version, std::nullopt);
    page().roles().showRoles({});
    RolesSheet& roles = page().roles().roles();
    QVERIFY(!roles.newerShown().isEmpty());
    QTest::keyClick(&roles.seats(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(m_chief->documents->manualOf(incident())->version, std::optional(first));
}

void TestManualOfIncident::whatIsMissingIsListedWithWhatToDo() {
    declare(std::nullopt);
    sitAt(*m_chief);
    press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    ReadinessSheet& sheet = *m_window->readinessSheet();
    QVERIFY(sheet.isOpen());
    QCOMPARE(sheet.types().model()->rowCount(), 11);
    QVERIFY2(sheet.shownWords().contains(QStringLiteral("Publish one.")), qPrintable(sheet.shownWords()));
    // One that needs nobody but whoever is here, and has them.
    const QByteArray ready =
        "manual: site-loss\nname: {ko: \"상실\", en: Loss}\nreviewed: 2022-10-01\n"
        "seats:\n  - seat: commander\n    name: {ko: \"총괄\", en: Chief}\n    department: d\n"
        "    holders: [\"김하늘\", \"정우진\"]\n    accept-minutes: 3\n    duties: [\"x\"]\n";
    QVERIFY(m_chief->journal->publish(
        {documenttype::manual.toString(), QStringLiteral("site-loss"), ready, word("상실")}));
    m_house->run();
    m_chief->journal->offerWithoutBlobs();
    settle();
    QVERIFY(m_chief->documents->manual(QStringLiteral("site-loss")));
    sheet.types().setCurrentIndex(sheet.types().model()->index(0, 0));
    QVERIFY2(sheet.shownWords().contains(QStringLiteral("Nothing is missing")),
             qPrintable(sheet.shownWords()));
    QTest::keyClick(&sheet.types(), Qt::Key_Escape);
    QVERIFY(!sheet.isOpen());
}

QTEST_MAIN(TestManualOfIncident)
#include "test_manualofincident.moc"
