// Charts: what stands where, that no words lie on others, and that nothing is drawn of nothing.
#include "report/chartpicture.h"
#include "report/chartsvg.h"
#include "report/charttimes.h"
#include "report/draftednight.h"
#include "report/retrocharts.h"
#include "wording/times.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const QString pay = QStringLiteral("결제");

std::vector<const Chart*> chartsOf(const DocumentSection& section) {
    std::vector<const Chart*> charts;
    for (const DocumentBlock& block : section.blocks) {
        if (block.kind == DocumentBlock::Kind::Chart) {
            charts.push_back(&block.chart);
        }
    }
    return charts;
}

// The words of a chart that lie on others, or beyond its edges.
QStringList collisions(const ChartPicture& picture) {
    struct Box {
        double left, right, baseline;
        QString words;
    };
    std::vector<Box> boxes;
    QStringList found;
    for (const ChartLabel& label : picture.labels) {
        const double width = chartWidthOf(label.words);
        const double left = label.side == ChartLabel::Side::Left    ? label.x
                            : label.side == ChartLabel::Side::Right ? label.x - width
                                                                    : label.x - width / 2;
        const Box box{left, left + width, label.y, label.words};
        if (box.left < -0.1 || box.right > picture.width + 0.1 || box.baseline < 10 ||
            box.baseline > picture.height) {
            found += QStringLiteral("%1 is out of the picture").arg(box.words);
        }
        for (const Box& other : boxes) {
            if (std::abs(box.baseline - other.baseline) < chartTextSize - 1 && box.left < other.right &&
                other.left < box.right) {
                found += QStringLiteral("%1 on %2").arg(box.words, other.words);
            }
        }
        boxes.push_back(box);
    }
    for (const ChartPath& path : picture.paths) {
        for (const auto& line : path.lines) {
            for (const ChartSpot& spot : line) {
                if (spot.x < -8 || spot.x > picture.width + 8 || spot.y < -0.1 ||
                    spot.y > picture.height + 0.1) {
                    found += QStringLiteral("%1 is out of the picture").arg(chartClassOf(path.look));
                }
            }
        }
    }
    return found;
}

NoticeRecorded notice(Moment at) {
    NoticeRecorded told;
    told.stage = NoticeStage::Investigating;
    told.line.occurredAt = at;
    return told;
}

RestorationCounted counted(quint64 from, quint64 to, std::optional<quint64> total, const QString& site = {}) {
    RestorationCounted facts;
    facts.restored = {CountUnit::Servers, {from, to}, total, {}};
    facts.site = site.isEmpty() ? std::nullopt : std::optional(site);
    return facts;
}

double lengthOf(const ChartPicture& picture, ChartLook look, std::size_t which) {
    std::size_t seen = 0;
    for (const ChartPath& path : picture.paths) {
        if (path.look == look && seen++ == which) {
            return path.lines.front()[1].x - path.lines.front()[0].x;
        }
    }
    return -1;
}

} // namespace

class TestChart : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingIsDrawnOfNothing();
    void barsAreAsLongAsTheOutages();
    void theWorstAndLongestComeFirst();
    void whatIsNotBackGoesOn();
    void ticksAreRound_data();
    void ticksAreRound();
    void countsRiseToTheirTotal();
    void whatIsVoidIsNotCounted();
    void noticesStandOnTheClock();
    void aBrokenPromiseIsSeen();
    void daysStandBelowEachOther();
    void noWordsLieOnOthers();
    void removedWordsAreInNoPart();
    void usersGetNoEntries();
    void asFarAsTheLimits();
    void svgIsWellFormed();
};

void TestChart::nothingIsDrawnOfNothing() {
    Night night;
    night.says(6min, NoteAdded{});
    night.says(7min, counted(10, 10, 100));
    for (const DocumentSection& section : night.document().sections) {
        QVERIFY2(chartsOf(section).empty(), qPrintable(section.key));
    }
    for (const RetroForm form : {RetroForm::Plan, RetroForm::Result}) {
        Night other;
        other.says(6min, stated(pay, ServiceState::MajorOutage));
        for (const DocumentSection& section : other.document(form).sections) {
            QVERIFY2(chartsOf(section).empty(), qPrintable(section.key));
        }
    }
}

void TestChart::barsAreAsLongAsTheOutages() {
    Night night;
    night.says(10min, stated(pay, ServiceState::MajorOutage));
    night.says(20min, stated(QStringLiteral("지도"), ServiceState::PartialOutage));
    night.says(50min, stated(QStringLiteral("지도"), ServiceState::Operational));
    night.says(130min, stated(pay, ServiceState::Operational));
    const Document document = night.document();
    const auto charts = chartsOf(section(document, "impact"));
    QCOMPARE(charts.size(), std::size_t(1));
    const Chart& chart = *charts.front();
    QCOMPARE(chart.rows.size(), std::size_t(2));
    QCOMPARE(chart.rows[0].bars.front(), (ChartBar{10.0 / 130, 1, ChartInk::Worst}));
    QCOMPARE(chart.rows[1].bars.front(), (ChartBar{20.0 / 130, 50.0 / 130, ChartInk::Worse}));
    QCOMPARE(chart.rows[1].note.words, QStringLiteral("30 minute(s)"));
    for (const double width : {wideChart, narrowChart}) {
        const ChartPicture picture = pictureOf(chart, width);
        const double worst = lengthOf(picture, ChartLook::Worst, 0);
        const double worse = lengthOf(picture, ChartLook::Worse, 0);
        QVERIFY(std::abs(worst / worse - 4) < 0.01);
        QVERIFY(std::abs(worst - (picture.plotTo - picture.plotFrom) * 120 / 130) < 0.01);
    }
}

void TestChart::theWorstAndLongestComeFirst() {
    Night night;
    const auto out = [&night](Millis from, Millis until, const char* name, ServiceState state) {
        night.says(from, stated(QString::fromLatin1(name), state));
        night.says(until, stated(QString::fromLatin1(name), ServiceState::Operational));
    };
    out(6min, 100min, "slow", ServiceState::Degraded);
    out(101min, 110min, "short", ServiceState::MajorOutage);
    out(111min, 140min, "long", ServiceState::MajorOutage);
    out(141min, 180min, "half", ServiceState::PartialOutage);
    const Document document = night.document();
    QStringList names;
    const Chart& chart = *chartsOf(section(document, "impact")).front();
    for (const ChartRow& row : chart.rows) {
        names += row.name.words;
    }
    QCOMPARE(names, (QStringList{QStringLiteral("long"), QStringLiteral("short"), QStringLiteral("half"),
                                 QStringLiteral("slow")}));
    QCOMPARE(chart.keys.size(), std::size_t(3)); // one for each way of being out
}

void TestChart::whatIsNotBackGoesOn() {
    Night night;
    night.says(10min, stated(pay, ServiceState::MajorOutage));
    night.scene.org.now = night.began + std::chrono::hours(24 * 365);
    const Document document = night.document();
    const Chart& chart = *chartsOf(section(document, "impact")).front();
    QVERIFY(chart.rows.front().bars.front().open);
    QCOMPARE(chart.rows.front().bars.front().to, 1.0);
    // A year later the chart is still of that night.
    QVERIFY(std::abs(chart.rows.front().bars.front().from - 10.0 / 70) < 0.001);
    const ChartPicture picture = pictureOf(chart, wideChart);
    const auto bar = std::find_if(picture.paths.begin(), picture.paths.end(),
                                  [](const ChartPath& path) { return path.look == ChartLook::Worst; });
    QCOMPARE(bar->lines.front().size(), std::size_t(5)); // an arrow's head
}

void TestChart::ticksAreRound_data() {
    QTest::addColumn<int>("minutes");
    QTest::addColumn<int>("step");
    QTest::newRow("six minutes") << 6 << 1;
    QTest::newRow("an hour") << 54 << 10;
    QTest::newRow("a night") << 600 << 120;
    QTest::newRow("two days") << 2880 << 360;
    QTest::newRow("Pangyo") << 7653 << 1440;
    QTest::newRow("a month") << 43200 << 7 * 1440;
    QTest::newRow("a year") << 525600 << 56 * 1440;
}

void TestChart::ticksAreRound() {
    QFETCH(int, minutes);
    QFETCH(int, step);
    const Moment from = *momentFromIso(u"2022-10-15T15:17:00+09:00");
    const auto ticks = ticksBetween(from, from + std::chrono::minutes(minutes));
    QVERIFY(ticks.size() >= 2 && ticks.size() <= 9);
    for (std::size_t i = 0; i < ticks.size(); ++i) {
        QVERIFY(ticks[i].at >= 0 && ticks[i].at <= 1);
        QVERIFY(!ticks[i].text.words.isEmpty());
        if (i > 0) { // but for an hour, where clocks were changed between
            const int apart = qRound((ticks[i].at - ticks[i - 1].at) * minutes);
            QVERIFY(apart == step || (step >= 360 && std::abs(apart - step) == 60));
        }
        const Moment at = from + Millis(qRound64(ticks[i].at * double(minutes) * 60'000));
        QCOMPARE(onWall(at) % (qint64(std::min(step, 1440)) * 60'000), 0);
        QVERIFY(step < 7 * 1440 || dayOf(at).dayOfWeek() == 1);
    }
}

void TestChart::countsRiseToTheirTotal() {
    Night night;
    night.says(10min, counted(0, 0, 32'000));
    night.says(60min, counted(12'000, 13'000, 32'000));
    night.says(120min, counted(32'000, 32'000, 32'000));
    night.says(130min, counted(5, 5, {}, QStringLiteral("안양"))); // once: no curve
    const Document document = night.document();
    const auto charts = chartsOf(section(document, "impact"));
    QCOMPARE(charts.size(), std::size_t(1));
    const Chart& chart = *charts.front();
    QCOMPARE(chart.points.size(), std::size_t(3));
    QCOMPARE(chart.points[1].low, 12.0 / 32);
    QCOMPARE(chart.points[1].high, 13.0 / 32);
    QCOMPARE(chart.points[2].low, 1.0);
    QVERIFY(chart.levels.back().total && chart.levels.back().at == 1.0);
    QVERIFY(std::is_sorted(chart.levels.begin(), chart.levels.end(),
                           [](const ChartLevel& a, const ChartLevel& b) { return a.at < b.at; }));
    QVERIFY2(chart.description.words.contains(QStringLiteral("32,000")), qPrintable(chart.description.words));
    // A count holds until the next one.
    const ChartPicture picture = pictureOf(chart, wideChart);
    const auto curve = std::find_if(picture.paths.begin(), picture.paths.end(),
                                    [](const ChartPath& path) { return path.look == ChartLook::Curve; });
    const auto& steps = curve->lines.front();
    QCOMPARE(steps.size(), std::size_t(5));
    for (std::size_t i = 1; i < steps.size(); ++i) {
        QVERIFY(steps[i].x == steps[i - 1].x || steps[i].y == steps[i - 1].y);
        QVERIFY(steps[i].x >= steps[i - 1].x && steps[i].y <= steps[i - 1].y);
    }
}

void TestChart::whatIsVoidIsNotCounted() {
    Night night;
    night.says(10min, counted(1, 1, 10));
    night.scene.org.now = night.began + 20min;
    QVERIFY(night.scene.org.force(night.scene.org.compose(
        night.scene.the(Permission::Viewer), night.scene.log, counted(9, 9, 10), TestOrganisation::words())));
    night.says(30min, counted(4, 4, 10));
    const Document document = night.document();
    const auto charts = chartsOf(section(document, "impact"));
    QCOMPARE(charts.front()->points.size(), std::size_t(2));
    QCOMPARE(charts.front()->points.back().low, 0.4);
}

void TestChart::noticesStandOnTheClock() {
    Night night;
    night.says(6min, stated(pay, ServiceState::MajorOutage));
    for (const auto after : {20min, 21min, 90min}) {
        night.says(after, notice(night.began + after));
    }
    night.says(120min, stated(pay, ServiceState::Operational));
    const Document document = night.document();
    const Chart& chart = *chartsOf(section(document, "notices")).front();
    QCOMPARE(chart.rows.size(), std::size_t(1));
    const auto& marks = chart.rows.front().marks;
    std::vector<double> at;
    for (const ChartMark& mark : marks) {
        if (mark.kind == ChartMark::Kind::Notice) {
            at.push_back(mark.at);
        }
    }
    QCOMPARE(at.size(), std::size_t(3));
    QVERIFY(std::abs(at[0] - 20.0 / 120) < 0.001 && std::abs(at[2] - 90.0 / 120) < 0.001);
    // Two that are a minute apart are told together.
    const ChartPicture picture = pictureOf(chart, narrowChart);
    const QString both = clockOf(night.began + 20min) + QStringLiteral(", ") + clockOf(night.began + 21min);
    QVERIFY(std::any_of(picture.labels.begin(), picture.labels.end(),
                        [&both](const ChartLabel& label) { return label.words == both; }));
}

void TestChart::aBrokenPromiseIsSeen() {
    Night night;
    night.says(6min, stated(pay, ServiceState::MajorOutage));
    const auto give = [&night](Millis after, std::optional<Millis> next) {
        night.scene.org.now = night.began + after;
        NoticeProposed facts = proposed(night.scene.incident(), {on(QStringLiteral("page"))});
        facts.nextUpdate = next ? std::optional(night.began + *next) : std::nullopt;
        const EventId given =
            night.scene.did(night.scene.the(Permission::Communications), facts, TestOrganisation::words());
        night.scene.did(night.scene.commander(), NoticeAnswered{given});
        const EventId begun =
            night.scene.did(night.scene.org.relay(), DeliveryBegun{given, QStringLiteral("page"), {}});
        night.scene.did(night.scene.org.relay(),
                        DeliveryTold{given, QStringLiteral("page"), begun, {.sent = 1}, true});
    };
    give(10min, 40min);
    give(70min, 100min);
    give(80min, {});
    night.says(120min, stated(pay, ServiceState::Operational));
    const Document document = night.document();
    const Chart& chart = *chartsOf(section(document, "notices")).front();
    std::vector<ChartBar> late;
    for (const ChartBar& bar : chart.rows.front().bars) {
        if (bar.ink == ChartInk::Late) {
            late.push_back(bar);
        }
    }
    QCOMPARE(late.size(), std::size_t(1));
    QVERIFY(std::abs(late[0].from - 40.0 / 120) < 0.001 && std::abs(late[0].to - 70.0 / 120) < 0.001);
    const auto promises =
        std::count_if(chart.rows.front().marks.begin(), chart.rows.front().marks.end(),
                      [](const ChartMark& mark) { return mark.kind == ChartMark::Kind::Promise; });
    QCOMPARE(promises, 2); // the kept one, too
}

void TestChart::daysStandBelowEachOther() {
    Night night;
    night.says(6min, stated(pay, ServiceState::MajorOutage));
    night.says(20min, notice(night.began + 20min));
    night.says(60h, stated(pay, ServiceState::Operational));
    const Document document = night.document();
    const Chart& chart = *chartsOf(section(document, "notices")).front();
    QVERIFY(chart.rows.size() >= 3 && chart.rows.size() <= 4);
    double days = 0;
    for (const ChartRow& row : chart.rows) {
        QCOMPARE(row.bars.size(), std::size_t(1));
        days += row.bars.front().to - row.bars.front().from;
    }
    QVERIFY(std::abs(days - 60.0 / 24) < 0.001);
    QCOMPARE(chart.ticks.front().text.words, QStringLiteral("00:00"));
    QCOMPARE(chart.ticks.back().text.words, QStringLiteral("24:00"));
}

void TestChart::noWordsLieOnOthers() {
    for (const int scale : {1, 7, 60, 700}) {
        Night night;
        const auto at = [scale](int minutes) { return std::chrono::minutes(6 + minutes * scale); };
        for (int i = 0; i < 24; ++i) {
            night.says(
                at(2 * i),
                stated(QStringLiteral("서비스의 이름이 %1").arg(QString(i % 8, u'긴') + QString::number(i)),
                       i % 3 == 0 ? ServiceState::MajorOutage : ServiceState::Degraded));
            night.says(at(2 * i + 1), counted(quint64(i) * 1000, quint64(i) * 1000 + 500, 32'000));
            night.says(at(2 * i + 1), notice(night.began + at(2 * i + 1)));
        }
        const Document document = night.document();
        int looked = 0;
        for (const DocumentSection& one : document.sections) {
            for (const Chart* chart : chartsOf(one)) {
                for (const double width : {wideChart, narrowChart, 240.0}) {
                    const QStringList found = collisions(pictureOf(*chart, width));
                    QVERIFY2(found.isEmpty(), qPrintable(QStringLiteral("%1 at %2: %3")
                                                             .arg(chart->title.words)
                                                             .arg(width)
                                                             .arg(found.join(u'\n'))));
                    ++looked;
                }
            }
        }
        QCOMPARE(looked, 9);
    }
}

void TestChart::removedWordsAreInNoPart() {
    Night night;
    const QString secret = QStringLiteral("데이터센터");
    night.says(6min, stated(QStringLiteral("판교 데이터센터 결제와 그 밖의 것"), ServiceState::MajorOutage));
    night.says(10min, counted(1, 1, 10, secret));
    night.says(20min, counted(4, 4, 10, secret));
    night.says(20min, notice(night.began + 20min));
    const Document document = redacted(night.document(), {secret, clockOf(night.began + 20min)});
    int texts = 0;
    for (const DocumentSection& one : document.sections) {
        for (const Chart* chart : chartsOf(one)) {
            eachChartText(*chart, [&](const DocumentText& text) {
                ++texts;
                QVERIFY2(!text.words.contains(secret), qPrintable(text.words));
            });
            // What is cut off is cut off after it was removed: no half of it is left.
            for (double width = 60; width < 900; width += 10) {
                for (const ChartLabel& label : pictureOf(*chart, width).labels) {
                    QVERIFY2(!label.words.contains(QStringLiteral("데이")), qPrintable(label.words));
                    QVERIFY(!label.words.contains(clockOf(night.began + 20min)));
                }
            }
        }
    }
    QVERIFY(texts > 20);
    QVERIFY(QString::fromUtf8(htmlOf(document)).contains(QStringLiteral("\u25A0\u25A0\u25A0")));
    QVERIFY(!QString::fromUtf8(htmlOf(document)).contains(QStringLiteral("데이")));
}

void TestChart::usersGetNoEntries() {
    Night night;
    night.says(6min, stated(pay, ServiceState::MajorOutage));
    night.says(10min, counted(1, 1, 10));
    night.says(20min, counted(4, 4, 10));
    night.says(20min, notice(night.began + 20min));
    const Document document = night.document(RetroForm::Public);
    int charts = 0;
    for (const DocumentSection& one : document.sections) {
        for (const Chart* chart : chartsOf(one)) {
            ++charts;
            eachChartText(*chart, [](const DocumentText& text) { QVERIFY(text.entries.empty()); });
        }
    }
    QCOMPARE(charts, 3);
}

void TestChart::asFarAsTheLimits() {
    Night night;
    constexpr int many = 205;
    for (int i = 0; i < many; ++i) {
        night.says(6min + i * 1s, counted(quint64(i), quint64(i), many));
    }
    for (int i = 0; i < 45; ++i) {
        night.says(20min + i * 1min, stated(QStringLiteral("s%1").arg(i), ServiceState::MajorOutage));
    }
    for (int i = 0; i < 70; ++i) {
        night.says(70min + i * 1min, notice(night.began + 70min + i * 1min));
    }
    const Document document = night.document();
    const auto charts = chartsOf(section(document, "impact"));
    QCOMPARE(charts.size(), std::size_t(2));
    QCOMPARE(charts[0]->rows.size(), Chart::mostRows);
    QCOMPARE(charts[0]->rows.front().name.words, QStringLiteral("s0")); // out for the longest time
    QVERIFY2(charts[0]->note.words.contains(u'5'), qPrintable(charts[0]->note.words));
    QCOMPARE(charts[1]->points.size(), Chart::mostPoints);
    QCOMPARE(charts[1]->points.back().low, double(many - 1) / many);
    QVERIFY(charts[1]->note.words.contains(u'5'));
    const Chart& clock = *chartsOf(section(document, "notices")).front();
    const auto& marks = clock.rows.front().marks;
    QCOMPARE(std::size_t(
                 std::count_if(marks.begin(), marks.end(),
                               [](const ChartMark& mark) { return mark.kind == ChartMark::Kind::Notice; })),
             Chart::mostNotices);
    QVERIFY2(clock.note.words.contains(QStringLiteral("10")), qPrintable(clock.note.words));
    // All of it has room on one page of paper, 800 units of which are 180 millimetres wide.
    QVERIFY(pictureOf(*charts[0], wideChart).height * 180 / wideChart < 215);
}

void TestChart::svgIsWellFormed() {
    Night night;
    night.says(6min, stated(QStringLiteral("<b> & \u0007 \"x\""), ServiceState::MajorOutage));
    const Document document = night.document();
    const Chart& chart = *chartsOf(section(document, "impact")).front();
    QXmlStreamReader reader(svgFileOf(chart, pictureOf(chart, wideChart)));
    QString words;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::Characters) {
            words += reader.text();
        }
    }
    QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
    QVERIFY(words.contains(QStringLiteral("<b> & ")));
}

QTEST_APPLESS_MAIN(TestChart)
#include "test_chart.moc"
