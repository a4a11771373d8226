#include "domain/base/circles.h"

#include <QTest>

using namespace bongsu;

namespace {

// "a:b,c b:" is a, which refers to b and c, and b.
std::vector<References> graphOf(const QString& written) {
    std::vector<References> graph;
    for (const QString& node : written.split(u' ')) {
        References references{node.section(u':', 0, 0), {}};
        for (const QString& to : node.section(u':', 1).split(u',', Qt::SkipEmptyParts)) {
            references.to.push_back(to);
        }
        graph.push_back(references);
    }
    return graph;
}

QString told(const Circle& circle) {
    QString words;
    for (const QString& name : circle.through) {
        words += name + u'>';
    }
    return words.chopped(1) + QStringLiteral(" %1.%2").arg(circle.from).arg(circle.to);
}

} // namespace

class TestCircles : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void circlesAreFound_data();
    void circlesAreFound();
    void aLongChainHasNone();
    void noMoreAreFoundThanAsked();
};

void TestCircles::circlesAreFound_data() {
    QTest::addColumn<QString>("graph");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* name, const char* graph, QStringList expected) {
        QTest::newRow(name) << QString::fromLatin1(graph) << expected;
    };
    row("none", "a:b,c b:c c:", {});
    row("two ways to one", "a:b,c b:d c:d d:", {});
    row("itself", "a:a", {QStringLiteral("a>a 0.0")});
    row("two", "a:b b:a", {QStringLiteral("a>b>a 1.0")});
    row("behind a beginning", "x:a a:b b:c c:b", {QStringLiteral("b>c>b 3.0")});
    row("the second reference closes it", "a:b b:c,a c:", {QStringLiteral("a>b>a 1.1")});
    row("two apart", "a:b b:a c:d d:c", {QStringLiteral("a>b>a 1.0"), QStringLiteral("c>d>c 3.0")});
    row("two through one", "a:b,c b:a c:a", {QStringLiteral("a>b>a 1.0"), QStringLiteral("a>c>a 2.0")});
    row("unknown leads nowhere", "a:z b:a", {});
    row("named twice", "a:b a:a b:", {});
}

void TestCircles::circlesAreFound() {
    QFETCH(QString, graph);
    QFETCH(QStringList, expected);
    QStringList found;
    for (const Circle& circle : circlesIn(graphOf(graph), 10)) {
        found += told(circle);
    }
    QCOMPARE(found, expected);
}

void TestCircles::aLongChainHasNone() {
    std::vector<References> graph;
    constexpr int length = 200'000;
    for (int i = 0; i < length; ++i) {
        graph.push_back({QString::number(i), {QString::number(i + 1)}});
    }
    QVERIFY(circlesIn(graph, 10).empty());
    graph.push_back({QString::number(length), {QStringLiteral("0")}});
    const auto circles = circlesIn(graph, 10);
    QCOMPARE(circles.size(), std::size_t(1));
    QCOMPARE(circles.front().through.size(), std::size_t(length + 2));
    QCOMPARE(circles.front().from, std::size_t(length));
}

void TestCircles::noMoreAreFoundThanAsked() {
    std::vector<References> all; // each of 300 refers to all: 45,150 circles are closed on one walk
    std::vector<QString> names;
    for (int i = 0; i < 300; ++i) {
        names.push_back(QString::number(i));
    }
    for (const QString& name : names) {
        all.push_back({name, names});
    }
    QCOMPARE(circlesIn(all, 7).size(), std::size_t(7));
    QCOMPARE(circlesIn(all, 1'000'000).size(), std::size_t(300 * 301 / 2));
}

QTEST_GUILESS_MAIN(TestCircles)
#include "test_circles.moc"
