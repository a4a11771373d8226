// A desktop that starts an organisation on this computer: from the first page, by keyboard alone, with two
// others over real sockets; closed, killed half-way, and opened again.
#include "desktop/premises.h"
#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentspage.h"
#include "ui/invite/envelope.h"
#include "ui/invite/invitesheet.h"
#include "ui/shell/closingsheet.h"
#include "ui/shell/hostsheet.h"
#include "ui/timeline/composerfield.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QTcpServer>
#include <QTest>

using namespace bongsu;

namespace {

QWidget* focused() {
    return QApplication::focusWidget();
}

void type(const QString& words) {
    qobject_cast<QLineEdit*>(focused())->insert(words);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(focused(), key, modifiers);
}

} // namespace

class TestHosting final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void startsServesAndAsksBeforeItCloses();
    void closesAtOnceWithNobodyConnected();
    void servesAgainWithTheProgram();
    void saysWhenItsPortIsTaken();
    void listensNowhereWhereItsPortCannotBeRead();
    void takesAFreePortWhereTheUsualOneIsTaken();
    void goesOnAfterAFoundingThatEndedAnywhere();
    void joiningGoesOnWithTheProgram();
    void invitesFromTheKeyboard();
    void makesASealedEnvelope();
    void printsASealedEnvelope();

  private:
    Premises& place(const char* name) {
        m_places.push_back(std::make_unique<Premises>(*m_folder, QString::fromLatin1(name), m_system));
        return *m_places.back();
    }
    void found(Premises& desk);

    System m_system;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<Premises>> m_places;
};

void TestHosting::init() {
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestHosting::cleanup() {
    m_places.clear();
    m_folder.reset();
}

// The first page: F3, two lines, two Enters.
void TestHosting::found(Premises& desk) {
    desk.open();
    desk.window->show();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    QVERIFY(qobject_cast<QLineEdit*>(focused())); // the cursor is in the field of the invite
    press(Qt::Key_F3);
    type(QStringLiteral("다온"));
    press(Qt::Key_Return);
    type(QStringLiteral("김하늘"));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(desk.connection->isMember() && desk.node->isCaughtUp(), patience);
    QVERIFY(!desk.trouble);
}

void TestHosting::startsServesAndAsksBeforeItCloses() {
    Premises& desk = place("desk");
    found(desk);
    // What is to be done with the root keys is said at once, and where others reach it.
    QVERIFY(desk.window->hostSheet()->isOpen());
    const HostStatus status = desk.hosting->status();
    QVERIFY(status.state == HostState::Listening);
    QVERIFY(QFileInfo::exists(status.rootFolder + QStringLiteral("/root-1.key")));
    QCOMPARE(status.addresses.size(), 1);
    press(Qt::Key_Escape);
    QVERIFY(!desk.window->hostSheet()->isOpen());
    QVERIFY(desk.window->incidentsPage().card().field().isVisible());

    Premises& one = place("one");
    Premises& two = place("two");
    one.open();
    two.open();
    QVERIFY(one.join(desk.line(Permission::Responder), QStringLiteral("이수민")));
    QVERIFY(two.join(desk.line(Permission::Scribe), QStringLiteral("박도윤")));
    // One record for all three.
    const auto declared = one.node->journal().record(std::nullopt, IncidentDeclared{},
                                                     Text{.text = QStringLiteral("판교 화재")});
    QVERIFY(declared);
    for (Premises* each : {&desk, &one, &two}) {
        QTRY_VERIFY_WITH_TIMEOUT(each->node->journal().ledger().incident(declared->log), patience);
    }

    desk.window->close();
    QVERIFY(desk.window->isVisible());
    ClosingSheet& asks = desk.window->closingSheet();
    QVERIFY(asks.isOpen());
    QVERIFY2(asks.words().contains(QStringLiteral("이수민")), qPrintable(asks.words()));
    QVERIFY(asks.words().contains(QStringLiteral("박도윤")));
    QVERIFY(!asks.words().contains(QStringLiteral("김하늘")));
    press(Qt::Key_Return); // stays
    QVERIFY(!asks.isOpen());
    QVERIFY(desk.window->isVisible());
    desk.window->close();
    QVERIFY(asks.isOpen());
    press(Qt::Key_Q, Qt::ControlModifier); // on purpose
    QVERIFY(!desk.window->isVisible());
}

void TestHosting::closesAtOnceWithNobodyConnected() {
    Premises& desk = place("desk");
    found(desk);
    Premises& one = place("one");
    one.open();
    QVERIFY(one.join(desk.line(Permission::Responder), QStringLiteral("이수민")));
    QCOMPARE(desk.hosting->connected(), QStringList{QStringLiteral("이수민")});
    one.close();
    QTRY_VERIFY_WITH_TIMEOUT(desk.hosting->connected().isEmpty(), patience);
    desk.window->close();
    QVERIFY(!desk.window->isVisible());
}

void TestHosting::servesAgainWithTheProgram() {
    Premises& desk = place("desk");
    found(desk);
    const QStringList addresses = desk.hosting->status().addresses;
    Premises& one = place("one");
    one.open();
    QVERIFY(one.join(desk.line(Permission::Responder), QStringLiteral("이수민")));
    desk.close(); // without a word, as kill -9 does
    QTRY_VERIFY_WITH_TIMEOUT(one.node->link() != NodeLink::Up, patience);
    const auto written = one.node->journal().record(std::nullopt, IncidentDeclared{},
                                                    Text{.text = QStringLiteral("혼자 적음")});
    QVERIFY(written);
    desk.open();
    QCOMPARE(desk.hosting->status().addresses, addresses);
    QTRY_VERIFY_WITH_TIMEOUT(desk.node->journal().ledger().incident(written->log), patience);
}

void TestHosting::saysWhenItsPortIsTaken() {
    Premises& desk = place("desk");
    found(desk);
    const auto address = addressFromText(desk.hosting->status().addresses.front());
    desk.close();
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::Any, address->port));
    desk.open();
    QVERIFY(desk.hosting->status().state == HostState::Silent);
    QCOMPARE(codeOf(*desk.hosting->status().trouble), QByteArray(failure::listen));
    // The record is here all the same.
    QVERIFY(desk.node->journal().record(std::nullopt, IncidentDeclared{},
                                        Text{.text = QStringLiteral("그래도 기록")}));
    other.close();
    QTRY_VERIFY_WITH_TIMEOUT(desk.hosting->status().state == HostState::Listening, patience);
}

// At another one nobody would find it, and the one that everybody knows would be forgotten.
void TestHosting::listensNowhereWhereItsPortCannotBeRead() {
    Premises& desk = place("desk");
    found(desk);
    const QStringList addresses = desk.hosting->status().addresses;
    desk.close();
    const QString file = desk.home.path + QStringLiteral("/relay/listen");
    const QString aside = file + QStringLiteral(".aside");
    QVERIFY(QFile::rename(file, aside));
    QVERIFY(QDir().mkdir(file));
    desk.open();
    QVERIFY(desk.hosting->status().state == HostState::Silent);
    QCOMPARE(codeOf(*desk.hosting->status().trouble), QByteArray(failure::disk));
    QVERIFY(QDir().rmdir(file));
    QVERIFY(QFile::rename(aside, file));
    QTRY_VERIFY_WITH_TIMEOUT(desk.hosting->status().state == HostState::Listening, patience);
    QCOMPARE(desk.hosting->status().addresses, addresses);
}

void TestHosting::takesAFreePortWhereTheUsualOneIsTaken() {
    QTcpServer other;
    other.listen(QHostAddress::Any, OwnRelay::usualPort); // by us, or by somebody already
    Premises& desk = place("desk");
    found(desk);
    QVERIFY(addressFromText(desk.hosting->status().addresses.front())->port != OwnRelay::usualPort);
}

void TestHosting::goesOnAfterAFoundingThatEndedAnywhere() {
    Premises& desk = place("desk");
    desk.open();
    const RelayFolder folder = OwnRelay::folderOf(desk.node->folder());
    // It ended when the keys of the relay and one root key stood, and nothing was recorded.
    QVERIFY(makeFolder(folder.rootFolder()));
    QVERIFY(RelayNode::create(folder, m_system));
    QVERIFY(createRootFile(
        folder.root(1), RootKey{*OrgId::tryFrom(QByteArray(32, 'o')), 1, Seed::random(m_system.randomness)}));
    std::optional<Result<QString>> first;
    desk.relay->found(QStringLiteral("다온"), [&](const Result<QString>& invite) { first = invite; });
    QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), patience);
    QVERIFY(*first);
    const auto org = decodeInvite(**first)->org;
    QVERIFY(loadRootFile(folder.root(1))->key.org == org);
    QCOMPARE(QDir(folder.rootFolder()).entryList({QStringLiteral("root-1.key.unused-*")}).size(), 1);
    // It ended when the organisation stood, and this desktop had not joined it.
    desk.close();
    desk.open();
    QVERIFY(!desk.connection->isMember());
    desk.hosting->found(QStringLiteral("다온"), QStringLiteral("김하늘"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.connection->isMember() && desk.node->isCaughtUp(), patience);
    QVERIFY(desk.node->journal().organisationId() == org);
}

void TestHosting::joiningGoesOnWithTheProgram() {
    Premises& desk = place("desk");
    found(desk);
    const QString line = desk.line(Permission::Responder);
    desk.close();
    Premises& one = place("one");
    one.open();
    QVERIFY(!one.join(line, QStringLiteral("이수민"))); // nobody is there
    QCOMPARE(codeOf(*one.trouble), QByteArray(failure::noRelay));
    one.close(); // killed while joining
    desk.open();
    one.open();
    QVERIFY(one.connection->isJoining());
    QCOMPARE(*one.connection->joinRequest(), (JoinRequest{line, QStringLiteral("이수민")}));
    bool joined = false;
    connect(one.connection.get(), &Connection::joined, this, [&joined] { joined = true; });
    QTRY_VERIFY_WITH_TIMEOUT(joined, patience);
    QVERIFY(one.connection->isMember() && !one.connection->isJoining());
    bool isKept = false;
    one.node->whenKept([&isKept](const auto&) { isKept = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isKept, patience);
    one.close();
    one.open();
    QVERIFY(!one.connection->joinRequest()); // it has been answered
    QTRY_COMPARE_WITH_TIMEOUT(desk.hosting->connected(), QStringList{QStringLiteral("이수민")}, patience);
}

// Ctrl+I, Enter: one responder within the hour, as proposed; it can be read out, and it lets somebody in.
void TestHosting::invitesFromTheKeyboard() {
    Premises& desk = place("desk");
    found(desk);
    press(Qt::Key_Escape);
    press(Qt::Key_I, Qt::ControlModifier);
    InviteSheet& sheet = *desk.window->inviteSheet();
    QVERIFY(sheet.isOpen());
    press(Qt::Key_Return);
    QCOMPARE(sheet.given().words().size(), qsizetype(SpokenCode::count));
    QTRY_VERIFY_WITH_TIMEOUT(desk.inviting->isRecorded(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(sheet.given().waiting().isEmpty(), patience);
    Premises& one = place("one");
    one.open();
    QVERIFY(one.join(sheet.given().line(), QStringLiteral("이수민")));
    const Organisation& organisation = one.node->journal().organisation();
    QVERIFY(organisation.permission(*one.node->journal().person(), organisation.seq) ==
            Permission::Responder);
    press(Qt::Key_Escape);
    QVERIFY(!sheet.isOpen());
}

// One page that can be read off: its line, without the spaces between its groups, is the invite.
void TestHosting::makesASealedEnvelope() {
    Premises& desk = place("desk");
    found(desk);
    press(Qt::Key_Escape);
    InviteSheet& sheet = *desk.window->inviteSheet();
    sheet.setFolder(m_folder->filePath(QStringLiteral("papers")));
    press(Qt::Key_I, Qt::ControlModifier);
    press(Qt::Key_Tab);
    press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(desk.inviting->isRecorded(), patience);
    const QDir papers(m_folder->filePath(QStringLiteral("papers")));
    const QStringList files = papers.entryList({QStringLiteral("*.pdf")});
    QCOMPARE(files.size(), 1);
    QVERIFY(sheet.envelopeWords().contains(files.front()));
    QFile file(papers.filePath(files.front()));
    QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
    QVERIFY((file.permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    const auto& invites = desk.node->journal().organisation().invites;
    QVERIFY(std::any_of(invites.begin(), invites.end(), [](const auto& one) {
        return one.second.permission == Permission::Responder && one.second.usesLeft == 1;
    }));
    const QString line = desk.line(Permission::Responder);
    const auto typed = decodeInvite(lineInGroups(line).join(QStringLiteral(" \n")));
    QVERIFY(typed && *typed == *decodeInvite(line));
}

// On a printer that is chosen as for the board; one that was not chosen leaves no invite behind.
void TestHosting::printsASealedEnvelope() {
    Premises& desk = place("desk");
    found(desk);
    press(Qt::Key_Escape);
    press(Qt::Key_I, Qt::ControlModifier);
    const auto invites = [&] { return desk.node->journal().organisation().invites.size(); };
    const auto before = invites();
    const auto ask = [&]() -> QPrintDialog* {
        auto* button = desk.window->inviteSheet()->findChild<QPushButton*>(QStringLiteral("printEnvelope"));
        QTest::keyClick(button, Qt::Key_Space);
        const auto asks = desk.window->findChildren<QPrintDialog*>();
        return asks.isEmpty() ? nullptr : asks.back();
    };
    QPrintDialog* dialog = ask();
    QVERIFY(dialog);
    dialog->reject();
    QCOMPARE(invites(), before);
    dialog = ask();
    QVERIFY(dialog);
    const QString paper = m_folder->filePath(QStringLiteral("paper.pdf"));
    dialog->printer()->setOutputFileName(paper);
    dialog->done(QDialog::Accepted); // accept() would ask the machine's printers
    QTRY_COMPARE_WITH_TIMEOUT(invites(), before + 1, patience);
    QVERIFY(desk.window->inviteSheet()->envelopeWords().contains(QStringLiteral("printer")));
    QFile file(paper);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.read(5) == "%PDF-");
}

QTEST_MAIN(TestHosting)
#include "test_hosting.moc"
