// Which manual an incident goes by: said after it was declared, published anew while it runs, taken over.
#include "documents/starter.h"
#include "ui/incidents/incidentspage.h"
#include "ui/roles/readinesssheet.h"
#include "ui/roles/roletools.h"
#include "ui/sitting.h"
#include "ui/timeline/composer.h"

#include "domain/organisation/contacts.h"

#include <QListWidget>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestManualOfIncident : public Sitting {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void theKindOfFailureIsSaidToEverybody();
    void whoMayNotPublishSaysItHereAlone();
    void aNewerManualWaitsUntilItIsTakenOver();
    void whatShippedGoesOnWhereItCalled();
    void whatIsMissingIsListedWithWhatToDo();
    void noManualThatShipsIsReadForTheFirstPage();

  private:
    void declare(const std::optional<QString>& type) { declareAt(*m_chief, type); }
    void choose(const QString& words) { Sitting::choose(sheet(), words); }
    void callAll();
    ManualReminders ofAllManuals(const House::Desk& desk) const;
    EventId publish(const QByteArray& before, const QByteArray& after); // the starter, changed there
    ChoiceSheet& sheet() { return page().questions(); }
    QString said() { return page().composer().message(); }

    House::Desk* m_chief = nullptr; // an admin
    House::Desk* m_other = nullptr;
};

void TestManualOfIncident::init() {
    begin();
    m_chief = &m_house->addDesk(word("김하늘"), Permission::Admin);
    m_other = &m_house->addDesk(word("정우진"), Permission::Responder);
    m_house->addDesk(word("최서연"), Permission::Responder);
}

void TestManualOfIncident::callAll() {
    declare(QStringLiteral("site-loss"));
    sitAt(*m_chief);
    press(Qt::Key_1, Qt::AltModifier);
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

// What whoever sits there is reminded of, by every manual there is.
ManualReminders TestManualOfIncident::ofAllManuals(const House::Desk& desk) const {
    const Journal& journal = *desk.journal;
    const QString name = journal.texts().personName(journal.organisation(), *journal.person());
    ManualReminders all;
    for (const TypeReadiness& one : readinessOf(*desk.documents, journal, m_house->clock.now())) {
        const ManualReminders its = remindersOf(one.gaps, name, desk.documents->mayPublish());
        all.toReview += its.toReview;
        all.toRead += its.toRead;
    }
    return all;
}

// Nobody is reminded of them: they are read when somebody asks what is missing.
void TestManualOfIncident::noManualThatShipsIsReadForTheFirstPage() {
    sitAt(*m_chief);
    QCOMPARE(m_window->findChild<IncidentsPage*>()->reminder(), QString());
    QCOMPARE(m_chief->documents->startersRead(), 0);
    QCOMPARE(ofAllManuals(*m_chief), ManualReminders());
    QVERIFY(m_chief->documents->startersRead() > 0);
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
    // Nobody has said how they are reached, or that they have read it.
    const auto says = [&](const QString& words) { return sheet.shownWords().contains(words); };
    QVERIFY2(says(QStringLiteral("outside Bongsu")), qPrintable(sheet.shownWords()));
    QVERIFY2(says(word("김하늘, 정우진: not read yet")), qPrintable(sheet.shownWords()));
    for (House::Desk* desk : {m_chief, m_other}) {
        Journal& journal = *desk->journal;
        Text text = journal.texts().aboutPerson(journal.organisation(), *journal.person());
        setContacts(text, {QStringLiteral("010-0000-0000"), QStringLiteral("a@home.example")});
        QVERIFY(journal.record(LogId::of(*journal.organisationId()), PersonDescribed{*journal.person(), {}},
                               text));
    }
    const EventId version = *m_chief->documents->manual(QStringLiteral("site-loss"))->version;
    QVERIFY(
        m_other->journal->record(LogId::of(*m_other->journal->organisationId()), DocumentRead{version}, {}));
    settle();
    QVERIFY(says(word("김하늘: not read yet")));
    const auto reminded = [this] { return m_window->findChild<IncidentsPage*>()->reminder(); };
    QCOMPARE(remindersFor(*m_chief->documents, *m_chief->journal, m_house->clock.now()),
             ofAllManuals(*m_chief));
    QVERIFY2(reminded().startsWith(QStringLiteral("Manuals that call you and that you have not read: 1.")),
             qPrintable(reminded()));
    QVERIFY(!says(word("outside Bongsu")));
    // To say that one has read it one has to have it before one.
    QTest::keyClick(&sheet.types(), Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(sheet.showsManual());
    QVERIFY2(says(QStringLiteral("Chief \u00B7 d")), qPrintable(sheet.shownWords()));
    QVERIFY(m_chief->journal->organisation().document(version)->readBy.size() == 1);
    QTest::keyClick(&sheet.types(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QVERIFY(!sheet.showsManual());
    QCOMPARE(m_chief->journal->organisation().document(version)->readBy.size(), std::size_t(2));
    QVERIFY2(says(QStringLiteral("Nothing is missing")), qPrintable(sheet.shownWords()));
    QCOMPARE(reminded(), QString());
    QCOMPARE(remindersFor(*m_chief->documents, *m_chief->journal, m_house->clock.now()),
             ofAllManuals(*m_chief));
    QTest::keyClick(&sheet.types(), Qt::Key_Return, Qt::ControlModifier); // said once
    QVERIFY(!sheet.showsManual());
    QTest::keyClick(&sheet.types(), Qt::Key_Return); // and read again as often as one likes
    QVERIFY(sheet.showsManual());
    QTest::keyClick(&sheet.types(), Qt::Key_Escape);
    QVERIFY(!sheet.isOpen());
}

QTEST_MAIN(TestManualOfIncident)
#include "test_manualofincident.moc"
