// The look holds: every ink can be read on every ground, the focus is seen, figures stand in columns.
#include "ui/style/labels.h"
#include "ui/style/theme.h"
#include "ui/style/times.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QTest>

#include <cmath>

using namespace bongsu;

namespace {

// WCAG 2.2: relative luminance and contrast.
qreal luminance(const QColor& colour) {
    const auto linear = [](qreal c) { return c <= .04045 ? c / 12.92 : std::pow((c + .055) / 1.055, 2.4); };
    return .2126 * linear(colour.redF()) + .7152 * linear(colour.greenF()) + .0722 * linear(colour.blueF());
}
qreal contrast(const QColor& a, const QColor& b) {
    const qreal one = luminance(a);
    const qreal other = luminance(b);
    return (std::max(one, other) + .05) / (std::min(one, other) + .05);
}

QImage drawn(const std::function<void(QPainter&)>& draw) {
    QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

} // namespace

class TestStyle : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyInkIsReadOnEveryGround_data();
    void everyInkIsReadOnEveryGround();
    void contrastIsMeasuredRight();
    void sheetKnowsAllPlaces();
    void figuresStandInColumns();
    void marksAreToldApartWithoutColour();
    void spansAreSaidInOneUnit();
};

void TestStyle::everyInkIsReadOnEveryGround_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(ThemeName::Light);
    QTest::newRow("dark") << int(ThemeName::Dark);
    QTest::newRow("contrast") << int(ThemeName::Contrast);
}

void TestStyle::everyInkIsReadOnEveryGround() {
    QFETCH(int, theme);
    const Tokens& t = tokensOf(ThemeName(theme));
    for (const QColor& ground : {t.ground, t.surface, t.sunken, t.emberSoft, t.select}) {
        for (int ink = 0; ink <= int(Ink::Last); ++ink) {
            const qreal ratio = contrast(colourOf(t, Ink(ink)), ground);
            QVERIFY2(ratio >= 4.5,
                     qPrintable(QStringLiteral("ink %1 on %2: %3").arg(ink).arg(ground.name()).arg(ratio)));
        }
    }
    // The focus stands on surfaces, beside grounds and around selected rows.
    for (const QColor& ground : {t.ground, t.surface, t.sunken, t.select}) {
        QVERIFY2(contrast(t.focus, ground) >= 3, qPrintable(ground.name()));
    }
}

void TestStyle::contrastIsMeasuredRight() {
    QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
    QVERIFY(contrast(QColor(0x77, 0x77, 0x77), Qt::white) < 4.5); // the textbook's failing grey
    QVERIFY(contrast(QColor(0x76, 0x76, 0x76), Qt::white) > 4.5); // and its passing one
}

void TestStyle::sheetKnowsAllPlaces() {
    const QString sheet = styleSheetFor(tokensOf(ThemeName::Light));
    QVERIFY2(!sheet.contains(u'%'), qPrintable(sheet));
    QVERIFY(sheet.contains(tokensOf(ThemeName::Light).surface.name()));
}

void TestStyle::figuresStandInColumns() {
    const Theme theme(ThemeName::Light);
    for (const Weight weight : {Weight::Normal, Weight::Bold}) {
        const QFontMetricsF metrics(Theme::font(TextSize::Body, weight));
        for (QChar figure = u'1'; figure <= u'9'; figure = QChar(figure.unicode() + 1)) {
            QCOMPARE(metrics.horizontalAdvance(figure), metrics.horizontalAdvance(u'0'));
        }
    }
    QVERIFY(QFontMetricsF(QFontInfo(Theme::font(TextSize::Body)).family()).inFont(QChar(0xD310)));
}

void TestStyle::marksAreToldApartWithoutColour() {
    std::vector<QImage> images;
    for (int mark = 0; mark <= int(Mark::Ring); ++mark) {
        images.push_back(drawn([&](QPainter& p) { drawMark(p, Mark(mark), {4, 4, 11, 11}, Qt::black); }));
    }
    for (int state = 0; state <= int(StateMark::Full); ++state) {
        images.push_back(drawn([&](QPainter& p) {
            drawState(p, StateMark(state), {4, 4, 7, 7}, Qt::black);
        }));
    }
    const QImage blank = drawn([](QPainter&) {});
    for (std::size_t i = 0; i < images.size(); ++i) {
        QVERIFY2(images[i] != blank, qPrintable(QString::number(i)));
        for (std::size_t j = 0; j < i; ++j) {
            QVERIFY2(images[i] != images[j], qPrintable(QStringLiteral("%1 and %2").arg(i).arg(j)));
        }
    }
}

void TestStyle::spansAreSaidInOneUnit() {
    using namespace std::chrono_literals;
    QCOMPARE(elapsed(41min + 59s), QStringLiteral("00:41"));
    QCOMPARE(elapsed(127h + 33min), QStringLiteral("127:33"));
    QCOMPARE(elapsed(-5s), QStringLiteral("00:00"));
    QVERIFY(spanOf(7min + 50s).startsWith(u'7'));
    QVERIFY(spanOf(-7min).startsWith(u'7'));
    QVERIFY(spanOf(125min).startsWith(u'2'));
    QVERIFY(spanOf(72h).startsWith(u'3'));
}

QTEST_MAIN(TestStyle)
#include "test_style.moc"
