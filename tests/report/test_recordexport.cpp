// What is written out of a record: spreadsheets and people read what was recorded, nothing of it acts, and a
// file is there whole or not at all.
#include "report/recordexport.h"
#include "translations/translations.h"
#include "ui/house.h"
#include "wording/brief.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

QString utf8(const char* words) {
    return QString::fromUtf8(words);
}

// Cells of a CSV text, read as RFC 4180 says; a second reading of the form beside its writing.
std::vector<QStringList> cellsOf(const QByteArray& csv) {
    std::vector<QStringList> lines{{}};
    QByteArray cell;
    bool quoted = false;
    for (qsizetype i = 0; i < csv.size(); ++i) {
        const char c = csv[i];
        if (quoted && c == '"' && csv.mid(i + 1, 1) == "\"") {
            cell += c;
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ',' || csv.mid(i, 2) == "\r\n")) {
            lines.back() += QString::fromUtf8(cell);
            cell.clear();
            if (c == '\r') {
                ++i;
                lines.push_back({});
            }
        } else {
            cell += c;
        }
    }
    lines.pop_back();
    return lines;
}

} // namespace

class TestRecordExport : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void csvSaysWhatWasRecorded();
    void csvCellsAreNoFormulas_data();
    void csvCellsAreNoFormulas();
    void markdownReadsAsARecord();
    void markdownDoesNotAct();
    void rangesAreByTheTimeTold();
    void longRecordsAreReadInPages();
    void cancelledLeavesNothing();
    void aFileThatCannotBeWrittenLeavesTheOldOne();
    void filesAreTheirOwnersAlone();
    void briefIsMadeOfFactsAlone();

  private:
    EventId record(const Facts& facts, const Text& text) {
        const auto recorded = m_me->journal->record(m_log, facts, text);
        m_house->sync();
        return recorded->event;
    }
    EventId note(const char* words) { return record(NoteAdded{}, Text{.text = utf8(words)}); }
    RecordSource source() const {
        const Journal& journal = *m_me->journal;
        return {journal.ledger(), journal.texts(), journal.organisation(), *journal.incident(*m_log)};
    }
    RecordPages pages(int rows = Journal::rowsPerPage) {
        return {[this, rows](quint64 fromSeq, RowRead read) {
                    ++m_reads;
                    m_me->journal->rows(*m_log, fromSeq, rows, std::move(read));
                },
                m_me->journal->ownRows(*m_log), m_me->journal->ledger().tip(*m_log)->seq};
    }
    QByteArray written(std::unique_ptr<RecordForm> form, const RecordRange& range = {}, int rows = 512);
    QByteArray csv() { return written(csvForm(source())); }
    QString markdown(const RecordRange& range = {}) {
        return QString::fromUtf8(written(markdownForm(source(), range, m_house->clock.now()), range));
    }
    QString path() const { return m_folder->filePath(QStringLiteral("out")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::optional<LogId> m_log;
    int m_reads = 0;
    std::vector<int> m_progress;
};

void TestRecordExport::init() {
    installTranslations(u"ko");
    m_folder = std::make_unique<QTemporaryDir>();
    m_house = std::make_unique<House>("2022-10-15T16:11:00+09:00");
    m_me = &m_house->addDesk(utf8("박도윤"), Permission::Admin);
    m_log = m_me->journal
                ->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                         Text{.text = utf8("판교 데이터센터 화재")})
                ->log;
    m_house->sync();
    m_reads = 0;
    m_progress.clear();
}

QByteArray TestRecordExport::written(std::unique_ptr<RecordForm> form, const RecordRange& range, int rows) {
    std::optional<Result<ExportWritten>> answer;
    exportRecord({pages(rows), range, std::move(form), path(),
                  [this](int percent) { m_progress.push_back(percent); },
                  [&answer](const Result<ExportWritten>& done) { answer = done; }});
    m_house->run();
    if (!answer || !*answer) {
        return "not written";
    }
    QFile file(path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

void TestRecordExport::csvSaysWhatWasRecorded() {
    record(NoteAdded{Line{momentFromIso(QStringLiteral("2022-10-15T15:19:00+09:00")), {}, {}},
                     NoteKind::Call,
                     {}},
           Text{.text = utf8("전원, \"곧\"\n아마"), .party = utf8("건물주")});
    record(DecisionMade{}, Text{.text = utf8("문자부터"),
                                .basis = utf8("연락 우선"),
                                .options = std::vector{utf8("DR 전환"), utf8("결제 우선")}});
    m_house->disconnect(*m_me);
    record(NoteAdded{}, Text{.text = utf8("아직 올라가지 않음")});
    const QByteArray file = csv();
    QVERIFY(file.startsWith("\xEF\xBB\xBFseq,"));
    const auto lines = cellsOf(file.sliced(3));
    QCOMPARE(lines.size(), std::size_t(5));
    QCOMPARE(lines[0], csvColumns());
    for (const QStringList& line : lines) {
        QCOMPARE(line.size(), csvColumns().size());
    }
    const auto cell = [&lines](int line, const char* column) {
        return lines[std::size_t(line)][csvColumns().indexOf(QString::fromLatin1(column))];
    };
    QCOMPARE(cell(1, "seq"), QStringLiteral("1"));
    QCOMPARE(cell(2, "told_at"), QStringLiteral("2022-10-15T06:19:00.000Z"));
    QCOMPARE(cell(2, "told_local"), QStringLiteral("2022-10-15 15:19:00"));
    QCOMPARE(cell(2, "recorded_at"), QStringLiteral("2022-10-15T07:11:00.000Z"));
    QCOMPARE(cell(2, "text"), utf8("전원, \"곧\"\n아마"));
    QCOMPARE(cell(2, "party"), utf8("건물주"));
    QCOMPARE(cell(2, "person"), utf8("박도윤"));
    QCOMPARE(cell(3, "basis"), utf8("연락 우선"));
    QCOMPARE(cell(3, "options"), utf8("DR 전환; 결제 우선"));
    QCOMPARE(cell(4, "standing"), QStringLiteral("pending"));
    QCOMPARE(cell(4, "recorded_at"), QString());
}

void TestRecordExport::csvCellsAreNoFormulas_data() {
    QTest::addColumn<QString>("words");
    for (const char* words : {"=HYPERLINK(\"http://x\",\"y\")", "+1-2", "-1+2", "@SUM(1)", "＝1", "＋1"}) {
        QTest::newRow(words) << utf8(words);
    }
}

void TestRecordExport::csvCellsAreNoFormulas() {
    QFETCH(QString, words);
    record(NoteAdded{}, Text{.text = words});
    const QStringList line = cellsOf(csv().sliced(3))[2];
    QCOMPARE(line[csvColumns().indexOf(QStringLiteral("text"))], u'\'' + words);
    QCOMPARE(line[csvColumns().indexOf(QStringLiteral("line"))], u'\'' + words);
}

void TestRecordExport::markdownReadsAsARecord() {
    const EventId wrong = note("비상 전원 30분 뒤");
    record(DecisionMade{}, Text{.text = utf8("문자부터 복구"),
                                .basis = utf8("연락 우선"),
                                .options = std::vector{utf8("DR 전체 전환")}});
    record(NoteAdded{Line{momentFromIso(QStringLiteral("2022-10-14T23:50:00+09:00")), {}, {}},
                     NoteKind::Observation,
                     {}},
           Text{.text = utf8("문 닫음")});
    m_house->clock.forward(2min);
    record(EntryCorrected{wrong}, Text{.text = utf8("비상 전원 없음")});
    const EventId secret = note("비밀");
    record(EntryWithdrawn{secret}, Text{});
    const QString file = markdown();
    QVERIFY2(file.startsWith(utf8(
                 "# 판교 데이터센터 화재\n\n- **장애**: 전면 장애 · 대응 중\n- **임시 총괄**: 박도윤\n")),
             qPrintable(file));
    QVERIFY2(file.contains(utf8("## 2022년 10월 15일 토요일\n")), qPrintable(file));
    QVERIFY2(file.contains(utf8("- **16:11** ~~비상 전원 30분 뒤~~ — 박도윤 `#2`\n"
                                "  - 정정 16:13 박도윤: 비상 전원 없음\n")),
             qPrintable(file));
    QVERIFY2(file.contains(utf8("- **16:11** **결정: 문자부터 복구** — 박도윤 `#3`\n"
                                "  - 근거 연락 우선 · 검토한 대안 DR 전체 전환\n")),
             qPrintable(file));
    QVERIFY2(file.contains(utf8("## 2022년 10월 14일 금요일\n\n- **23:50** 문 닫음")), qPrintable(file));
    QVERIFY2(file.contains(utf8("발생 23:50")), qPrintable(file));
    QVERIFY2(file.contains(utf8("쓴 사람이 거둔 기록")), qPrintable(file));
    QVERIFY(!file.contains(utf8("비밀")));
    QVERIFY(!file.contains(utf8("훈련")));
    QCOMPARE(m_progress.front() <= m_progress.back(), true);
    QCOMPARE(m_progress.back(), 100);
}

void TestRecordExport::markdownDoesNotAct() {
    note("<script>alert(1)</script> ![x](http://evil.example/p.png) # 제목 `코드` *굵게* "
         "https://evil.example");
    const QString file = markdown();
    for (const char* act : {"<script>", "![", "](", " # ", " `코", " *굵", "https://"}) {
        QVERIFY2(!file.contains(utf8(act)), act);
    }
}

void TestRecordExport::rangesAreByTheTimeTold() {
    m_house->clock.forward(10min);
    note("늦은 줄");
    const Moment late = m_house->clock.now();
    QCOMPARE(cellsOf(written(csvForm(source()), {late, {}}).sliced(3)).size(), std::size_t(2));
    QCOMPARE(cellsOf(written(csvForm(source()), {{}, late - 1min}).sliced(3)).size(), std::size_t(2));
    QCOMPARE(cellsOf(written(csvForm(source()), {late, late}).sliced(3)).size(), std::size_t(2));
    QCOMPARE(cellsOf(written(csvForm(source()), {late + 1min, {}}).sliced(3)).size(), std::size_t(1));
}

void TestRecordExport::longRecordsAreReadInPages() {
    for (int i = 0; i < 30; ++i) {
        note("줄");
    }
    const QByteArray whole = written(markdownForm(source(), {}, m_house->clock.now()));
    m_reads = 0;
    QCOMPARE(written(markdownForm(source(), {}, m_house->clock.now()), {}, 4), whole);
    QCOMPARE(m_reads, 16); // 31 entries, 4 a page, read twice
}

void TestRecordExport::cancelledLeavesNothing() {
    bool answered = false;
    const auto running = exportRecord(
        {pages(), {}, csvForm(source()), path(), {}, [&answered](const auto&) { answered = true; }});
    running->cancel();
    m_house->run();
    QVERIFY(!answered);
    QVERIFY(!QFileInfo::exists(path()));
}

void TestRecordExport::aFileThatCannotBeWrittenLeavesTheOldOne() {
    QFile old(path());
    QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    old.close();
    std::optional<Result<ExportWritten>> answer;
    RecordPages broken = pages();
    broken.page = [](quint64, const RowRead& read) { read(fail(failure::disk, "broken")); };
    exportRecord(
        {std::move(broken), {}, csvForm(source()), path(), {}, [&answer](const Result<ExportWritten>& done) {
             answer = done;
         }});
    QVERIFY(answer && !*answer);
    QCOMPARE(codeOf(answer->error()), QByteArray(failure::disk));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    exportRecord({pages(),
                  {},
                  csvForm(source()),
                  m_folder->filePath(QStringLiteral("no/where")),
                  {},
                  [&answer](const Result<ExportWritten>& done) { answer = done; }});
    QCOMPARE(codeOf(answer->error()), QByteArray(failure::disk));
}

void TestRecordExport::filesAreTheirOwnersAlone() {
    csv();
    QCOMPARE(QFile::permissions(path()) &
                 (QFileDevice::ReadGroup | QFileDevice::ReadOther | QFileDevice::WriteOther),
             QFileDevice::Permissions());
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
}

void TestRecordExport::briefIsMadeOfFactsAlone() {
    record(
        NoticeRecorded{
            Line{momentFromIso(QStringLiteral("2022-10-15T15:37:00+09:00")), {}, {}}, {}, {}, false},
        Text{.text = utf8("db-17.internal 점검")});
    record(BlockerRaised{{}, utf8("판교")}, Text{.text = utf8("db-17.internal"), .party = utf8("건물주")});
    m_house->disconnect(*m_me);
    record(NoticeRecorded{}, Text{.text = utf8("db-17.internal")}); // has no number yet
    const QString brief = briefLine(briefingOf(source(), m_house->clock.now()), m_house->clock.now());
    QVERIFY2(brief.contains(utf8("1차 공지 15:37, 최근 16:11.")), qPrintable(brief));
    QVERIFY2(brief.contains(utf8("막힌 것: 판교.")), qPrintable(brief));
    QVERIFY2(!brief.contains(utf8("db-17")) && !brief.contains(utf8("건물주")), qPrintable(brief));
}

QTEST_MAIN(TestRecordExport)
#include "test_recordexport.moc"
