// Looking back: the page as it was known when an entry was the newest, and how long things took, from the
// keyboard of a real window.
#include "ui/board/columns.h"
#include "ui/hindsight/hindsightbar.h"
#include "ui/hindsight/measuressheet.h"
#include "ui/incidents/topline.h"
#include "ui/sitting.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include "translations/translations.h"

#include <QSlider>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestHindsight : public Sitting {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup() { end(); }
    void showsWhatWasKnownThen();
    void saysNothingOfWhatCameLater();
    void nothingIsRecordedMeanwhile();
    void whatArrivesWaits();
    void measuresAreLinkedToTheirEntries();
    void otherIncidentsStandBesideIt();

  private:
    EventId write(const Facts& facts, const char* words);
    QStringList lines();
    QString line(int row) { return lines().value(row); }

    House::Desk* m_other = nullptr;
    EventId m_wrong = EventId::zeros();
};

void TestHindsight::init() {
    installTranslations(u"en");
    begin();
    House::Desk& me = m_house->addDesk(QStringLiteral("박도윤"), Permission::Admin);
    m_other = &m_house->addDesk(QStringLiteral("김하늘"), Permission::Commander);
    declareAt(me, {}); // 1 and 2
    sitAt(me);
    ServiceStated out;
    out.services = {QStringLiteral("결제")};
    out.state = ServiceState::MajorOutage;
    write(out, "결제 중단");                         // 3
    m_wrong = write(NoteAdded{}, "30분이면 됩니다"); // 4
    write(EntryCorrected{m_wrong}, "60분 걸립니다"); // 5
    out.state = ServiceState::Operational;
    write(out, "결제 복구"); // 6
}

EventId TestHindsight::write(const Facts& facts, const char* words) {
    m_house->clock.forward(5min);
    const auto recorded = m_desk->journal->record(*m_log, facts, Text{.text = QString::fromUtf8(words)});
    Q_ASSERT(recorded);
    settle();
    return recorded->event;
}

QStringList TestHindsight::lines() {
    settle();
    QStringList all;
    for (int row = 0; row < page().model()->rowCount(); ++row) {
        all += page().model()->index(row).data(Qt::AccessibleTextRole).toString();
    }
    return all;
}

void TestHindsight::showsWhatWasKnownThen() {
    QCOMPARE(lines().size(), 6);
    page().composer().field().setText(QStringLiteral("not yet recorded"));
    press(Qt::Key_H, Qt::ControlModifier);
    HindsightBar& bar = page().hindsight();
    QVERIFY(bar.isVisible());
    QVERIFY(page().showsPast());
    QVERIFY(bar.slider().hasFocus());
    QCOMPARE(bar.slider().value(), 6);
    QVERIFY2(bar.words().contains(QStringLiteral("Entry 6 of 6")), qPrintable(bar.words()));
    QVERIFY(!page().composer().isVisible());
    press(Qt::Key_Home);
    QCOMPARE(lines().size(), 1);
    QVERIFY(bar.words().contains(QStringLiteral("Entry 1 of 6")));
    QVERIFY2(bar.words().contains(QStringLiteral("15:34:00")), qPrintable(bar.words()));
    const auto top = page().findChild<TopLine*>();
    QVERIFY(top);
    QVERIFY(page().findChild<ServicesColumn*>()->services().model().rowCount() == 0);
    for (int step = 0; step < 2; ++step) {
        press(Qt::Key_Right);
    }
    QCOMPARE(lines().size(), 3);
    const PanelModel& services = page().findChild<ServicesColumn*>()->services().model();
    QCOMPARE(services.rowCount(), 1);
    const QString then = services.line(0).state;
    press(Qt::Key_End);
    QCOMPARE(lines().size(), 6);
    QVERIFY(services.rowCount() == 0 || services.line(0).state != then);
    press(Qt::Key_Escape);
    QVERIFY(!page().showsPast());
    QVERIFY(!bar.isVisible());
    QVERIFY(page().composer().isVisible());
    QVERIFY(page().composer().field().hasFocus());
    QCOMPARE(page().composer().field().text(), QStringLiteral("not yet recorded"));
    QVERIFY(page().isVisible()); // the page was not left
}

void TestHindsight::saysNothingOfWhatCameLater() {
    QVERIFY(line(3).contains(QStringLiteral("60분")));
    press(Qt::Key_H, Qt::ControlModifier);
    press(Qt::Key_Left);
    press(Qt::Key_Left); // the line, before it was corrected
    QCOMPARE(lines().size(), 4);
    QVERIFY2(line(3).contains(QStringLiteral("30분")), qPrintable(line(3)));
    QVERIFY(!line(3).contains(QStringLiteral("60분")));
    press(Qt::Key_Right);
    QCOMPARE(lines().size(), 5);
    QVERIFY(line(3).contains(QStringLiteral("60분")));
}

void TestHindsight::nothingIsRecordedMeanwhile() {
    const quint64 before = m_desk->journal->recordOf(*m_log).size();
    press(Qt::Key_H, Qt::ControlModifier);
    press(Qt::Key_Home);
    for (const auto& [key, modifiers] : {std::pair(Qt::Key_F2, Qt::KeyboardModifiers()),
                                         {Qt::Key_F5, {}},
                                         {Qt::Key_1, Qt::AltModifier},
                                         {Qt::Key_1, {}},
                                         {Qt::Key_F8, {}},
                                         {Qt::Key_F9, Qt::ShiftModifier},
                                         {Qt::Key_M, Qt::ControlModifier}}) {
        press(key, modifiers);
        QVERIFY(page().showsPast());
        QVERIFY(!page().questions().isOpen());
    }
    QVERIFY(!page().measures().isOpen());
    Q_EMIT page().timeline().pinAsked(m_wrong);
    Q_EMIT page().timeline().correctionAsked(m_wrong);
    settle();
    QCOMPARE(m_desk->journal->recordOf(*m_log).size(), before);
    QCOMPARE(m_desk->journal->pendingCount(), 0);
    press(Qt::Key_Escape);
    press(Qt::Key_M, Qt::ControlModifier); // now it can be done
    QVERIFY(page().measures().isOpen());
}

void TestHindsight::whatArrivesWaits() {
    press(Qt::Key_H, Qt::ControlModifier);
    press(Qt::Key_Home);
    m_house->clock.forward(1min);
    QVERIFY(m_other->journal->record(*m_log, NoteAdded{}, Text{.text = QStringLiteral("new")}));
    QCOMPARE(lines().size(), 1);
    press(Qt::Key_Right);
    QVERIFY(page().hindsight().words().contains(QStringLiteral("Entry 2 of 7")));
    press(Qt::Key_End);
    QCOMPARE(lines().size(), 7);
    press(Qt::Key_H, Qt::ControlModifier); // the same key leaves
    QVERIFY(!page().showsPast());
    QCOMPARE(lines().size(), 7);
}

void TestHindsight::measuresAreLinkedToTheirEntries() {
    press(Qt::Key_M, Qt::ControlModifier);
    MeasuresSheet& sheet = page().measures();
    QVERIFY(sheet.isOpen());
    const auto& model = static_cast<const PanelModel&>(*sheet.list().model());
    const auto rowOf = [&model](const QString& name) {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.line(row).name == name) {
                return row;
            }
        }
        return -1;
    };
    const int restored = rowOf(QStringLiteral("Restored: 결제"));
    QVERIFY(restored >= 0);
    QCOMPARE(model.line(restored).end, QStringLiteral("20 minutes"));
    QCOMPARE(model.line(rowOf(QStringLiteral("First notice"))).end, QStringLiteral("not in the record"));
    sheet.list().setCurrentIndex(model.index(restored));
    QVERIFY2(sheet.shownWords().contains(QStringLiteral("to 15:54 #6")), qPrintable(sheet.shownWords()));
    press(Qt::Key_Return);
    QVERIFY(!sheet.isOpen());
    settle();
    QCOMPARE(page().lineChosen(), std::optional<quint64>(6));
}

void TestHindsight::otherIncidentsStandBesideIt() {
    // Two that were out for 10 and for 5 minutes, the second a drill, and one with another service.
    const auto outage = [this](const char* title, const char* service, std::chrono::minutes length,
                               bool drill) {
        IncidentDeclared declared;
        declared.drill = drill;
        const auto log =
            m_desk->journal->record(std::nullopt, declared, Text{.text = QString::fromUtf8(title)})->log;
        ServiceStated state;
        state.services = {QString::fromUtf8(service)};
        state.state = ServiceState::MajorOutage;
        QVERIFY(m_desk->journal->record(log, state, {}));
        m_house->clock.forward(length);
        state.state = ServiceState::Operational;
        QVERIFY(m_desk->journal->record(log, state, {}));
        settle();
    };
    outage("예전 결제 장애", "결제", 10min, false);
    outage("결제 훈련", "결제", 5min, true);
    outage("지도 장애", "지도", 7min, false);
    press(Qt::Key_M, Qt::ControlModifier);
    settle();
    MeasuresSheet& sheet = page().measures();
    const auto& model = static_cast<const PanelModel&>(*sheet.list().model());
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.line(row).name == QStringLiteral("Restored: 결제")) {
            sheet.list().setCurrentIndex(model.index(row));
        }
    }
    const QString words = sheet.shownWords();
    const auto real = words.indexOf(QStringLiteral("예전 결제 장애: 10 minutes"));
    const auto drill = words.indexOf(QStringLiteral("[EXERCISE] 결제 훈련: 5 minutes"));
    QVERIFY2(real > 0 && drill > real, qPrintable(words)); // what was only played stands behind
    QVERIFY(!words.contains(QStringLiteral("지도")));
}

QTEST_MAIN(TestHindsight)
#include "test_hindsight.moc"
