// Looking around: the known outage in a throw-away organisation that no other computer can reach.
#include "desktop/drill.h"
#include "desktop/nodeconnection.h"
#include "desktop/premises.h"
#include "ui/incidents/incidentpage.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {

// Inodes of the sockets on which this process listens.
QStringList listening() {
    QStringList own;
    const QDir descriptors(QStringLiteral("/proc/self/fd"));
    for (const QString& name : descriptors.entryList(QDir::System | QDir::Files)) {
        own += QFile::symLinkTarget(descriptors.filePath(name)).section(QLatin1Char('/'), -1);
    }
    QStringList found;
    for (const char* table : {"/proc/self/net/tcp", "/proc/self/net/tcp6"}) {
        QFile file(QString::fromLatin1(table));
        if (!file.open(QIODevice::ReadOnly)) {
            continue;
        }
        for (const QByteArray& line : file.readAll().split('\n')) {
            const QList<QByteArray> columns = line.simplified().split(' ');
            const QString inode = columns.size() > 9 ? QString::fromLatin1(columns[9]) : QString();
            if (columns.size() > 9 && columns[3] == "0A" &&
                own.contains(QStringLiteral("socket:[%1]").arg(inode))) {
                found += inode;
            }
        }
    }
    return found;
}

} // namespace

class TestDrill final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void opensTheRecordAndLeavesNothing();

  private:
    void look(Drill& drill);

    System m_system;
};

void TestDrill::opensTheRecordAndLeavesNothing() {
    const QTemporaryDir home;
    const QString folder = home.filePath(QStringLiteral("drill"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/relay/left by a program that was killed")));
    auto drill = std::make_unique<Drill>(folder, m_system);
    std::optional<Outcome> begun;
    drill->begin([&](const Outcome& outcome) { begun = outcome; });
    QTRY_VERIFY_WITH_TIMEOUT(begun.has_value(), patience);
    QVERIFY(*begun);
    const LogId log = *drill->incident();
    Journal& journal = drill->node().journal();
    QTRY_COMPARE_WITH_TIMEOUT(journal.ledger().tip(log) ? journal.ledger().tip(log)->seq : 0, quint64(18),
                              patience); // the declaration and its 17 lines, numbered by a relay
    QVERIFY(journal.incident(log)->drill);
    QVERIFY(listening().isEmpty());

    look(*drill);
    drill.reset();
    QVERIFY(!QDir(folder).exists());
}

// Its window says what it is, whatever is shown, and has one key to leave.
void TestDrill::look(Drill& drill) {
    NodeConnection connection(drill.node());
    Theme theme(ThemeName::Light);
    MainWindow window({drill.node().journal(), connection, m_system.clock, theme, &drill, nullptr});
    window.openIncident(*drill.incident());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QVERIFY(!window.hostSheet() && !window.inviteSheet());
    const auto labels = window.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text() == QStringLiteral("DRILL / EXERCISE");
    }));
    QSignalSpy left(&drill, &Drill::left);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(left.count(), 1);
    QVERIFY(window.isVisible()); // whoever opened it closes it
}

QTEST_MAIN(TestDrill)
#include "test_drill.moc"
