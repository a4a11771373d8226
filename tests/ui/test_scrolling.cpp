// Looking back and ahead through a long record: lines come a few at a time, in turns of their own, and before
// an end of what is read comes into view.
#include "ui/house.h"
#include "ui/timeline/timelinemodel.h"
#include "ui/timeline/timelineview.h"

#include <QScrollBar>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

constexpr int lines = 900;

// How many rows came at either end, at once.
struct Came {
    int most = 0;
    int times = 0;
    int all = 0;
};

} // namespace

class TestScrolling : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void linesComeBeforeTheyAreSeen_data();
    void linesComeBeforeTheyAreSeen();
    void nothingIsReadBeforeAnybodyLooksBack();
    void rowsAreLaidOutOnce();

  private:
    void settle();
    QScrollBar& bar() { return *m_view->verticalScrollBar(); }

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::optional<LogId> m_log;
    const Theme m_theme{ThemeName::Light};
    std::unique_ptr<TimelineModel> m_model;
    std::unique_ptr<TimelineView> m_view;
    Came m_came;
};

void TestScrolling::init() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(QString::fromUtf8("박도윤"), Permission::Admin);
    const auto declared = m_me->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                                                Text{.text = QString::fromUtf8("판교 데이터센터 화재")});
    QVERIFY(declared.has_value());
    m_log = declared->log;
    for (int i = 0; i < lines; ++i) {
        m_house->clock.forward(1s);
        QVERIFY(m_me->journal->record(*m_log, NoteAdded{}, Text{.text = QString::number(i)}));
    }
    m_house->sync();
    m_view = std::make_unique<TimelineView>(m_theme);
    m_view->resize(900, 400);
    m_view->show();
    m_model = std::make_unique<TimelineModel>(*m_me->journal, *m_log);
    m_view->follow(m_model.get());
    settle();
    m_came = {};
    connect(m_model.get(), &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex&, int first, int last) {
                m_came.most = std::max(m_came.most, last - first + 1);
                ++m_came.times;
                m_came.all += last - first + 1;
            });
}

void TestScrolling::cleanup() {
    m_view.reset();
    m_model.reset();
    m_house.reset();
}

// Whatever was asked of the store is answered, and laid out.
void TestScrolling::settle() {
    for (int before = -1; before != m_came.times;) {
        before = m_came.times;
        m_house->run();
        m_view->doItemsLayout();
    }
}

void TestScrolling::nothingIsReadBeforeAnybodyLooksBack() {
    QCOMPARE(m_model->rowCount(), TimelineModel::pageRows);
    QCOMPARE(bar().value(), bar().maximum());
}

void TestScrolling::linesComeBeforeTheyAreSeen_data() {
    QTest::addColumn<bool>("isBack");
    QTest::newRow("back, from the newest") << true;
    QTest::newRow("ahead, from the first") << false;
}

void TestScrolling::linesComeBeforeTheyAreSeen() {
    QFETCH(bool, isBack);
    if (!isBack) {
        m_model->show(1);
        settle();
        m_came = {};
    }
    const auto isMore = [&] { return isBack ? m_model->hasOlder() : m_model->hasNewer(); };
    const auto step = isBack ? QAbstractSlider::SliderPageStepSub : QAbstractSlider::SliderPageStepAdd;
    int pages = 0;
    while (isMore()) {
        const QModelIndex edge = m_model->index(isBack ? 0 : m_model->rowCount() - 1);
        bar().triggerAction(step);
        QVERIFY2(!m_view->viewport()->rect().intersects(m_view->visualRect(edge)),
                 qPrintable(QString::number(pages)));
        settle();
        QVERIFY(++pages < lines);
    }
    QVERIFY2(m_came.most <= TimelineModel::pieceRows, qPrintable(QString::number(m_came.most)));
    QVERIFY(m_came.times >= (lines - 2 * TimelineModel::pageRows) / TimelineModel::pieceRows);
}

// However many there were: none that is still there is laid out again, but for the first one of all, above
// which a day begins until older ones come in.
void TestScrolling::rowsAreLaidOutOnce() {
    constexpr int tooMany = 6000; // for any cache of them
    const int before = m_view->layoutsMade();
    for (bool back = true; m_came.all < tooMany; back = !back) {
        const int end = m_came.all;
        while (back ? m_model->hasOlder() : m_model->hasNewer()) {
            bar().triggerAction(back ? QAbstractSlider::SliderPageStepSub
                                     : QAbstractSlider::SliderPageStepAdd);
            settle();
        }
        QVERIFY(m_came.all > end);
    }
    const int made = m_view->layoutsMade() - before;
    QVERIFY2(made <= m_came.all + 2 * m_came.times,
             qPrintable(QStringLiteral("%1 of %2").arg(made).arg(m_came.all)));
}

QTEST_MAIN(TestScrolling)
#include "test_scrolling.moc"
