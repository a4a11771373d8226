// What must be told in time, in the real window: the top line's clock, and the duties on the page of notices.
#include "ui/board/choicesheet.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/topline.h"
#include "ui/notices/noticesheet.h"
#include "ui/notifying.h"
#include "ui/screens.h"
#include "ui/timeline/composerfield.h"

#include "translations/translations.h"

#include <QTest>

using namespace bongsu;

namespace {

QString word(const char* utf8) {
    return QString::fromUtf8(utf8);
}

} // namespace

class TestDuties : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void theTopLineCountsFromTheBeginning();
    void itStopsOnceAllThreeWereSentAndThePromiseRuns();
    void whatGaveWayComesBackWithTheRoom();
    void aDutyIsBegunMetAndReopenedByKeys();
    void whatDoesNotApplyHasAReason();
    void aSendingSaysHowManyItReaches();

  private:
    IncidentPage& page() { return m_stage->incident(); }
    NoticeSheet& sheet() { return page().notices(); }
    const Incident& incident() { return *m_stage->desk().journal->incident(m_stage->night().incident); }
    QString topLine();
    void choose(const char* duty);
    void answer(const QString& line);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Stage> m_stage;
};

void TestDuties::init() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_stage = std::make_unique<Stage>(*m_theme);
}

void TestDuties::cleanup() {
    m_stage.reset();
    setZoom(leastZoom);
    installTranslations(u"en");
}

// What its labels say, in their order.
QString TestDuties::topLine() {
    const auto* line = m_stage->window().findChild<TopLine*>();
    QStringList words;
    for (const QLabel* label : line->findChildren<QLabel*>()) {
        if (label->isVisible() && !label->text().isEmpty()) {
            words += label->text();
        }
    }
    return words.join(u'|');
}

void TestDuties::choose(const char* duty) {
    for (int row = 0; row < sheet().lines().rowCount(); ++row) {
        if (sheet().lines().line(row).key == word(duty)) {
            sheet().list().setCurrentIndex(sheet().lines().index(row));
            return;
        }
    }
    QFAIL(duty);
}

void TestDuties::answer(const QString& line) {
    QVERIFY(page().questions().isOpen());
    page().questions().line().setText(line);
    QTest::keyClick(&page().questions().line(), Qt::Key_Return);
    m_stage->house().sync();
    m_stage->settle();
}

void TestDuties::theTopLineCountsFromTheBeginning() {
    m_stage->firstDay();
    m_stage->type(word("1455 결제 지연"));
    m_stage->press(Qt::Key_Return);
    m_stage->press(Qt::Key_Return);
    m_stage->settle();
    QVERIFY2(topLine().contains(word("이용자 미고지 ")) && topLine().contains(word(" · 0/3")),
             qPrintable(topLine()));
    QVERIFY(!topLine().contains(word("다음 공지")));
}

void TestDuties::itStopsOnceAllThreeWereSentAndThePromiseRuns() {
    sendTheFirst(*m_stage);
    m_stage->settle();
    QVERIFY2(topLine().contains(word("이용자 고지 3/3 충족")), qPrintable(topLine()));
    QVERIFY(incident().told.nextUpdate);
    QVERIFY2(topLine().contains(word("다음 공지 ")) && topLine().contains(word(" 남음")),
             qPrintable(topLine()));
}

void TestDuties::whatGaveWayComesBackWithTheRoom() {
    setZoom(200);
    m_stage = std::make_unique<Stage>(*m_theme, QSize(1280, 720));
    m_stage->connectedNight();
    m_stage->incident();
    m_stage->settle();
    const QString met = word("이용자 고지 3/3 충족");
    QVERIFY2(!topLine().contains(met), qPrintable(topLine())); // it is met: what is not stays
    m_stage->window().resize(1920, 1080);
    m_stage->settle();
    QVERIFY2(topLine().contains(met), qPrintable(topLine()));
    m_stage->window().resize(1280, 720);
    m_stage->settle();
    QVERIFY2(!topLine().contains(met), qPrintable(topLine()));
}

void TestDuties::aDutyIsBegunMetAndReopenedByKeys() {
    openFirstNotice(*m_stage);
    const QString key = word("breach-report");
    choose("breach-report");
    QVERIFY(sheet().aboutWords().contains(word("시작 안 함")));
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    answer({}); // since when, and how that is known, is asked
    QVERIFY(page().questions().isOpen());
    answer(word("0150 관제에서 침입 흔적 확인"));
    QVERIFY(!page().questions().isOpen() && sheet().isOpen());
    QCOMPARE(incident().duties.at(key).begun, momentFromIso(u"2022-10-16T01:50:00+09:00"));
    QVERIFY2(sheet().aboutWords().contains(word("남음")), qPrintable(sheet().aboutWords()));
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    answer(word("접수 번호 2022-1016"));
    QCOMPARE(incident().duties.at(key).outcome, std::optional(DutyOutcome::Met));
    QVERIFY(sheet().aboutWords().contains(word("이행")));
    m_stage->press(Qt::Key_Return, Qt::ControlModifier);
    answer({});
    QCOMPARE(incident().duties.at(key).outcome, std::nullopt);
    QCOMPARE(incident().notices.size(), std::size_t(0)); // the same keys send nothing from here
}

void TestDuties::whatDoesNotApplyHasAReason() {
    openFirstNotice(*m_stage);
    choose("ministry-report");
    m_stage->press(Qt::Key_D, Qt::ControlModifier);
    answer({});
    QVERIFY(page().questions().isOpen());
    answer(word("주요방송통신사업자가 아님"));
    QCOMPARE(incident().duties.at(word("ministry-report")).outcome, std::optional(DutyOutcome::Excused));
    QVERIFY(sheet().aboutWords().contains(word("해당 없음")));
}

void TestDuties::aSendingSaysHowManyItReaches() {
    openFirstNotice(*m_stage);
    const auto labels = sheet().findChildren<QLabel*>();
    const auto says = [&](const QString& words) {
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(words); });
    };
    QVERIFY(says(word("몇 건인지 모릅니다"))); // no relay has counted its lists
    m_stage->house().relayRecords(LogId::of(*m_stage->desk().journal->organisationId()),
                                  RecipientsCounted{word("users-opted-in"), 42'000});
    m_stage->house().sync();
    m_stage->press(Qt::Key_Escape);
    m_stage->press(Qt::Key_F2);
    m_stage->settle();
    QVERIFY(says(word("42,000건")));
}

QTEST_MAIN(TestDuties)
#include "test_duties.moc"
