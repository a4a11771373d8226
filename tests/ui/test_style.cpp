// The look holds: every ink can be read on every ground, the focus is seen, figures stand in columns.
#include "ui/contrast.h"
#include "ui/style/labels.h"
#include "ui/style/theme.h"
#include "wording/times.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTest>

using namespace bongsu;

namespace {

// As seen at the size it stands in: how many of its pixels are dark in one and light in the other.
int apart(const QImage& a, const QImage& b) {
    int count = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            count += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) >= 96 ? 1 : 0;
        }
    }
    return count;
}

QImage drawn(const std::function<void(QPainter&)>& draw) {
    QImage image(96, 32, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    draw(painter);
    return image;
}

// All of 0 … last differ from nothing and from each other in a tenth of their box.
void compareMarks(int size, int last, const std::function<void(QPainter&, int, const QRectF&)>& draw) {
    std::vector<QImage> images{drawn([](QPainter&) {})};
    for (int mark = 0; mark <= last; ++mark) {
        images.push_back(drawn([&](QPainter& p) { draw(p, mark, QRectF(4, 4, size, size)); }));
    }
    for (std::size_t i = 0; i < images.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const int pixels = apart(images[i], images[j]);
            QVERIFY2(pixels * 10 >= size * size,
                     qPrintable(QStringLiteral("%1 and %2 of %3: %4").arg(j).arg(i).arg(size).arg(pixels)));
        }
    }
}

} // namespace

class TestStyle : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyInkIsReadOnEveryGround_data();
    void everyInkIsReadOnEveryGround();
    void contrastIsMeasuredRight();
    void sheetKnowsAllPlaces();
    void lettersGrowWithTheZoom();
    void theFocusMovesNothing_data();
    void theFocusMovesNothing();
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
    // The focus stands on surfaces, beside grounds, around selected rows and what is chosen.
    for (const QColor& ground : {t.ground, t.surface, t.sunken, t.emberSoft, t.select}) {
        QVERIFY2(contrast(t.focus, ground) >= 3, qPrintable(ground.name()));
    }
    // And it replaces a control's usual border, which is quiet, and stands out from what is typed in it.
    QVERIFY(t.focus != t.quiet && t.focus != t.rule);
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

void TestStyle::lettersGrowWithTheZoom() {
    Theme theme(ThemeName::Light);
    const std::unique_ptr<QLabel> label(makeLabel(nullptr, Ink::Text, TextSize::Small, Weight::Bold));
    QLineEdit field;
    letter(&field, TextSize::Title);
    theme.setZoom(150);
    QCOMPARE(label->font().pixelSize(), Theme::font(TextSize::Small).pixelSize());
    QVERIFY(label->font().bold());
    QCOMPARE(field.font().pixelSize(), Theme::font(TextSize::Title).pixelSize());
    theme.setZoom(leastZoom);
    QCOMPARE(label->font().pixelSize(), Theme::font(TextSize::Small).pixelSize());
}

void TestStyle::theFocusMovesNothing_data() {
    QTest::addColumn<int>("percent");
    for (int percent = leastZoom; percent <= mostZoom; percent += 10) {
        QTest::addRow("%d", percent) << percent;
    }
}

// A wider border takes its room from what is inside.
void TestStyle::theFocusMovesNothing() {
    QFETCH(int, percent);
    Theme theme(ThemeName::Light);
    theme.setZoom(percent);
    QWidget window;
    const std::vector<QWidget*> controls{new QPushButton(&window), new QLineEdit(&window),
                                         new QComboBox(&window), new QCheckBox(&window)};
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    for (QWidget* control : controls) {
        window.setFocus();
        QVERIFY(!control->hasFocus());
        const QSize before = control->sizeHint();
        control->setFocus();
        QVERIFY(control->hasFocus());
        QCOMPARE(control->sizeHint(), before);
    }
    theme.setZoom(leastZoom);
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

// Shapes are compared as they stand in rows, in black on white: what colour adds is not there.
void TestStyle::marksAreToldApartWithoutColour() {
    compareMarks(11, int(Mark::Ring),
                 [](QPainter& p, int mark, const QRectF& box) { drawMark(p, Mark(mark), box, Qt::black); });
    compareMarks(7, int(StateMark::Crossed), [](QPainter& p, int state, const QRectF& box) {
        drawState(p, StateMark(state), box, Qt::black);
    });
    const Tokens& t = tokensOf(ThemeName::Contrast); // whose inks are nearly all the same
    std::vector<QImage> grades;
    for (const Grade grade : {Grade::Watch, Grade::Minor, Grade::Partial, Grade::Major, Grade::Total}) {
        grades.push_back(drawn([&](QPainter& p) { drawFires(p, {}, grade, t); }));
    }
    for (std::size_t i = 1; i < grades.size(); ++i) {
        QVERIFY(grades[i] != grades[i - 1]);
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
