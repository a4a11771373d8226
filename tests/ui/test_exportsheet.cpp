// Writing a record into a file from the window: whole, cancelled, or with the reason why not; by keyboard.
#include "ui/house.h"
#include "ui/outgoing/exportsheet.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;

namespace {
enum Row { Markdown, Csv, JsonLines, Sealed, Retrospective }; // of the forms
}

class TestExportSheet : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void writesAndSaysWhere();
    void cancelLeavesNothing();
    void saysWhatIsWrong();
    void closingItGoesOn();
    void writesLinesForPrograms();
    void writesAFileThatProvesItself();
    void writesARetrospective();
    void aSealedFileIsCancelledWithoutATrace();
    void anInspectorIsGivenAFileThenAnInvite();
    void whereNobodyIsInvitedTheFileIsAll();

  private:
    QString path() const { return m_folder->filePath(QStringLiteral("out.md")); }
    void choose(Row form, const char* ending) {
        m_sheet->form().setCurrentIndex(form);
        QVERIFY(m_sheet->path().text().endsWith(QString::fromLatin1(ending)));
        m_sheet->path().setText(path());
    }
    void write() { QTest::keyClick(&m_sheet->path(), Qt::Key_Return); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::optional<LogId> m_log;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<QWidget> m_page;
    ExportSheet* m_sheet = nullptr;
};

void TestExportSheet::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_house = std::make_unique<House>("2022-10-15T16:11:00+09:00");
    m_me = &m_house->addDesk(QStringLiteral("박도윤"), Permission::Admin);
    m_log = m_me->journal
                ->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                         Text{.text = QStringLiteral("판교/화재: ../1")})
                ->log;
    m_house->sync();
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_page = std::make_unique<QWidget>();
    m_page->resize(1000, 700);
    m_sheet = new ExportSheet(m_house->partsOf(*m_me, *m_theme), m_page.get());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_sheet->openFor(*m_log);
    QCOMPARE(QFileInfo(m_sheet->path().text()).fileName(), QStringLiteral("판교_화재_ ___1.md"));
    m_sheet->path().setText(path());
}

void TestExportSheet::cleanup() {
    m_page.reset();
    m_house.reset();
}

void TestExportSheet::writesAndSaysWhere() {
    write();
    QVERIFY(m_sheet->isWriting());
    QVERIFY(!m_sheet->writeButton().isEnabled());
    write(); // once is enough
    m_house->run();
    QVERIFY(!m_sheet->isWriting());
    QCOMPARE(m_sheet->message(), QStringLiteral("Written: 1 lines into ") + path());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("# "));
    m_sheet->form().setCurrentIndex(Csv);
    QVERIFY(m_sheet->path().text().endsWith(QStringLiteral(".csv")));
}

void TestExportSheet::cancelLeavesNothing() {
    write();
    QVERIFY(m_sheet->cancelButton().hasFocus());
    QTest::keyClick(&m_sheet->cancelButton(), Qt::Key_Space);
    m_house->run();
    QVERIFY(!m_sheet->isWriting());
    QVERIFY(!QFileInfo::exists(path()));
    QVERIFY(m_sheet->message().startsWith(QStringLiteral("Cancelled")));
    write();
    m_house->run();
    QVERIFY(QFileInfo::exists(path()));
}

void TestExportSheet::saysWhatIsWrong() {
    m_sheet->path().setText(m_folder->filePath(QStringLiteral("no/where")));
    write();
    QVERIFY(!m_sheet->isWriting());
    QVERIFY(!m_sheet->message().isEmpty());
    m_sheet->path().setText(path());
    m_sheet->since().setText(QStringLiteral("soon"));
    write();
    QVERIFY(m_sheet->message().contains(QStringLiteral("2022-10-15 15:19")));
    QVERIFY(!QFileInfo::exists(path()));
    m_sheet->since().setText(QStringLiteral("2022-10-15 16:12"));
    write();
    m_house->run();
    QCOMPARE(m_sheet->message(), QStringLiteral("Written: 0 lines into ") + path());
}

void TestExportSheet::closingItGoesOn() {
    write();
    m_sheet->close();
    m_house->run();
    QVERIFY(QFileInfo::exists(path()));
    m_sheet->openFor(*m_log);
    write();
    m_page.reset(); // with the window it ends
    m_house->run();
}

void TestExportSheet::writesLinesForPrograms() {
    choose(JsonLines, ".jsonl");
    write();
    m_house->run();
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
    QVERIFY(file.atEnd());
    QCOMPARE(line.value(QStringLiteral("kind")).toString(), QStringLiteral("incident.declared"));
    QCOMPARE(line.value(QStringLiteral("state")).toString(), QStringLiteral("recorded"));
    QCOMPARE(line.value(QStringLiteral("seq")).toInt(), 1);
}

// What it is sealed with is said before, and how it is checked afterwards; it is whole, whatever was typed.
void TestExportSheet::writesAFileThatProvesItself() {
    m_sheet->since().setText(QStringLiteral("2022-10-15 16:12"));
    QVERIFY(m_sheet->about().isEmpty());
    choose(Sealed, ".bongsu");
    QVERIFY(m_sheet->about().contains(QStringLiteral("bongsuctl verify")));
    QVERIFY(m_sheet->since().isHidden() && m_sheet->until().isHidden());
    QVERIFY(m_me->journal->record(*m_log, NoteAdded{}, Text{.text = QStringLiteral("번호 없음")}));
    write();
    QVERIFY(m_sheet->isWriting());
    m_house->run();
    const QString org = m_me->journal->organisationId()->toHex();
    QVERIFY2(m_sheet->message().startsWith(QStringLiteral("Written: 1 lines into ") + path()),
             qPrintable(m_sheet->message()));
    QVERIFY(m_sheet->message().contains(QStringLiteral("--file \"%1\" --org %2").arg(path(), org)));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    SealedExportReader reader;
    reader.feed(file.readAll());
    quint64 lines = 0;
    for (auto record = reader.next(); record && *record; record = reader.next()) {
        const auto* entry = std::get_if<ExportEntry>(&**record);
        lines += entry && !entry->ofOrganisation ? 1 : 0;
    }
    QVERIFY(!reader.finish());
    QCOMPARE(lines, quint64(1));
    m_sheet->form().setCurrentIndex(Markdown);
    QVERIFY(m_sheet->about().isEmpty() && !m_sheet->since().isHidden());
}

void TestExportSheet::writesARetrospective() {
    m_sheet->since().setText(QStringLiteral("soon")); // of another form: this one is always the whole record
    choose(Retrospective, "retrospective.html");
    QVERIFY(m_sheet->about().contains(QStringLiteral("left blank")));
    QVERIFY(m_sheet->since().isHidden());
    write();
    m_house->run();
    QCOMPARE(m_sheet->message(), QStringLiteral("Written: 1 lines into ") + path());
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY(page.startsWith("<!DOCTYPE html>") && page.contains("id=\"entry-1\""));
}

void TestExportSheet::aSealedFileIsCancelledWithoutATrace() {
    choose(Sealed, ".bongsu");
    write();
    QVERIFY(!m_sheet->form().isEnabled());
    QTest::keyClick(&m_sheet->cancelButton(), Qt::Key_Space);
    m_house->run();
    QVERIFY(!m_sheet->isWriting() && m_sheet->form().isEnabled());
    QVERIFY(QDir(m_folder->path()).isEmpty());
    write();
    m_page.reset(); // with the window it ends
    m_house->run();
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

// One form, what to do with it, and then the invite for whoever stays.
void TestExportSheet::anInspectorIsGivenAFileThenAnInvite() {
    m_sheet->setInviting(true);
    m_sheet->openForInspection(*m_log);
    QVERIFY(m_sheet->form().isHidden() && m_sheet->path().hasFocus());
    QVERIFY(m_sheet->about().contains(QStringLiteral("bongsuctl verify --file")));
    QCOMPARE(QFileInfo(m_sheet->path().text()).fileName(),
             QStringLiteral("판교_화재_ ___1 for inspection.bongsu"));
    QVERIFY(m_sheet->inviteButton().isHidden());
    m_sheet->path().setText(path());
    write();
    m_house->run();
    const QString org = m_me->journal->organisationId()->toHex();
    QVERIFY2(m_sheet->message().contains(QStringLiteral("--file \"%1\" --org %2").arg(path(), org)) &&
                 m_sheet->message().contains(QStringLiteral("to the inspector")),
             qPrintable(m_sheet->message()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly) && file.size() > 0);
    std::vector<Permission> asked;
    connect(m_sheet, &ExportSheet::inviteAsked, this,
            [&](Permission permission) { asked.push_back(permission); });
    QVERIFY(m_sheet->inviteButton().hasFocus());
    QTest::keyClick(&m_sheet->inviteButton(), Qt::Key_Space);
    QCOMPARE(asked, (std::vector{Permission::Auditor}));
    QVERIFY(!m_sheet->isOpen());
    m_sheet->openFor(*m_log); // as ever
    QVERIFY(!m_sheet->form().isHidden() && m_sheet->inviteButton().isHidden() && m_sheet->about().isEmpty());
    QCOMPARE(m_sheet->form().currentIndex(), int(Markdown));
}

void TestExportSheet::whereNobodyIsInvitedTheFileIsAll() {
    m_sheet->openForInspection(*m_log);
    m_sheet->path().setText(path());
    write();
    m_house->run();
    QVERIFY(m_sheet->inviteButton().isHidden());
    QVERIFY(m_sheet->message().contains(QStringLiteral("Whoever may invite people")));
}

QTEST_MAIN(TestExportSheet)
#include "test_exportsheet.moc"
