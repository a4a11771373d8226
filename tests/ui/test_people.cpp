// How people are reached, and where they belong, by keyboard.
#include "ui/people/peopleacts.h"
#include "ui/sitting.h"
#include "ui/timeline/composerfield.h"

#include "domain/organisation/contacts.h"

#include <QListWidget>
#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestPeople : public Sitting {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void oneWritesDownHowOneIsReached();
    void whatIsNoContactIsSaid();
    void whereTheCatalogueKnowsNoneAKeyIsWritten();
    void othersAreDescribedByCommandersAlone();

  private:
    void choose(const QString& words) { Sitting::choose(sheet(), words); }
    void sitAmong(House::Desk& desk);
    void write(const QString& line); // in place of what stands there
    ChoiceSheet& sheet() { return m_window->people()->sheet(); }
    std::vector<QString> contacts(const House::Desk& of) const;
    const Person& person(const House::Desk& of) const {
        return m_desk->journal->organisation().persons.at(*of.journal->person());
    }

    House::Desk* m_chief = nullptr;
    House::Desk* m_other = nullptr;
};

void TestPeople::init() {
    begin();
    m_chief = &m_house->addDesk(word("김하늘"), Permission::Admin);
    m_other = &m_house->addDesk(word("정우진"), Permission::Responder);
}

void TestPeople::sitAmong(House::Desk& desk) {
    Sitting::sitAt(desk);
    press(Qt::Key_U, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(sheet().isOpen());
}

void TestPeople::write(const QString& line) {
    sheet().line().selectAll();
    sheet().line().insert(line);
    QTest::keyClick(&sheet().line(), Qt::Key_Return);
    settle();
}

std::vector<QString> TestPeople::contacts(const House::Desk& of) const {
    const Journal& journal = *m_desk->journal;
    return contactsOf(journal.texts().aboutPerson(journal.organisation(), *of.journal->person()));
}

void TestPeople::oneWritesDownHowOneIsReached() {
    sitAmong(*m_other);
    QVERIFY(sheet().options().item(0)->text().startsWith(word("정우진"))); // oneself first
    choose(word("정우진"));
    choose(QStringLiteral("How they are reached"));
    write(QStringLiteral("010-0000-0000, woojin@home.example ,02-111-2222"));
    QCOMPARE(contacts(*m_other),
             (std::vector{QStringLiteral("010-0000-0000"), QStringLiteral("woojin@home.example"),
                          QStringLiteral("02-111-2222")}));
    QVERIFY(sheet().isOpen()); // the list again, for the next
    choose(word("정우진"));
    choose(QStringLiteral("How they are reached"));
    QCOMPARE(sheet().line().text(), QStringLiteral("010-0000-0000, woojin@home.example, 02-111-2222"));
    write(QStringLiteral("02-111-2222"));
    QCOMPARE(contacts(*m_other), (std::vector{QStringLiteral("02-111-2222")}));
    QCOMPARE(
        m_desk->journal->texts().personName(m_desk->journal->organisation(), *m_other->journal->person()),
        word("정우진")); // the name stays
    press(Qt::Key_Escape);
    QVERIFY(!sheet().isOpen());
}

void TestPeople::whatIsNoContactIsSaid() {
    sitAmong(*m_other);
    choose(word("정우진"));
    choose(QStringLiteral("How they are reached"));
    write(QStringLiteral("010-0000-0000, woojin@"));
    QVERIFY(sheet().isOpen());
    QVERIFY2(sheet().trouble().contains(QStringLiteral("\"woojin@\"")), qPrintable(sheet().trouble()));
    QVERIFY(contacts(*m_other).empty());
    write(QStringLiteral("1111,2222,3333,4444,5555,6666,7777,8888,9999"));
    QVERIFY2(sheet().trouble().contains(QString::number(mostContacts)), qPrintable(sheet().trouble()));
    QVERIFY(contacts(*m_other).empty());
}

void TestPeople::whereTheCatalogueKnowsNoneAKeyIsWritten() {
    sitAmong(*m_other);
    choose(word("정우진"));
    choose(QStringLiteral("Where they work"));
    write(word("판교"));
    QCOMPARE(person(*m_other).site, std::optional(word("판교")));
    choose(word("정우진"));
    choose(QStringLiteral("Their department"));
    write(QStringLiteral("infra"));
    QCOMPARE(person(*m_other).department, std::optional(QStringLiteral("infra")));
    QCOMPARE(person(*m_other).site, std::optional(word("판교"))); // kept beside it
}

void TestPeople::othersAreDescribedByCommandersAlone() {
    sitAmong(*m_other);
    choose(word("김하늘"));
    choose(QStringLiteral("How they are reached"));
    write(QStringLiteral("010-1111-1111"));
    const Journal& theirs = *m_chief->journal; // whatever this desk shows of its own, nobody else takes it
    QVERIFY(contactsOf(theirs.texts().aboutPerson(theirs.organisation(), *theirs.person())).empty());
    sitAmong(*m_chief);
    choose(word("정우진"));
    choose(QStringLiteral("How they are reached"));
    write(QStringLiteral("010-2222-2222"));
    QCOMPARE(contacts(*m_other), (std::vector{QStringLiteral("010-2222-2222")}));
}

QTEST_MAIN(TestPeople)
#include "test_people.moc"
