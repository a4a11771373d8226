// Whatever the language, the zoom and the size of the window: words have their room, nothing lies over
// anything else or outside, and a change of the zoom loses nothing.
#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentpage.h"
#include "ui/incidents/incidentspage.h"
#include "ui/screens.h"
#include "ui/shell/sheet.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include "translations/translations.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionFrame>
#include <QTest>

using namespace bongsu;

namespace {

QString named(const QWidget& widget) {
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return QStringLiteral("%1 \"%2\" %3×%4")
        .arg(QString::fromLatin1(widget.metaObject()->className()), label    ? label->text()
                                                                    : button ? button->text()
                                                                             : widget.accessibleName())
        .arg(widget.width())
        .arg(widget.height());
}

QRect placeOf(const QWidget& widget) {
    return {widget.mapTo(widget.window(), QPoint()), widget.size()};
}

// An open one: what is below is veiled. Null: none is.
Sheet* sheetOver(const MainWindow& window) {
    Sheet* over = nullptr;
    for (Sheet* sheet : window.findChildren<Sheet*>()) {
        over = sheet->isVisible() ? sheet : over;
    }
    return over;
}

// Words, and what people act on; not what only holds them.
std::vector<QWidget*> leavesOf(MainWindow& window) {
    const QWidget* over = sheetOver(window);
    std::vector<QWidget*> leaves;
    for (QWidget* widget : (over ? over : &window)->findChildren<QWidget*>()) {
        const bool isWords = qobject_cast<QLabel*>(widget) && !static_cast<QLabel*>(widget)->text().isEmpty();
        const bool isActed = qobject_cast<QAbstractButton*>(widget) || qobject_cast<QLineEdit*>(widget) ||
                             qobject_cast<QAbstractItemView*>(widget);
        if (widget->isVisible() && (isWords || isActed)) {
            leaves.push_back(widget);
        }
    }
    return leaves;
}

bool isScrolled(const QWidget& widget) {
    for (const QWidget* at = widget.parentWidget(); at; at = at->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(at)) {
            return true;
        }
    }
    return false;
}

// What is missing; empty: nothing.
QString wantOfRoom(const QWidget& widget, bool mayElide) {
    if (const auto* elided = qobject_cast<const ElidedLabel*>(&widget)) {
        if (elided->contentsRect().height() < elided->fontMetrics().height()) {
            return QStringLiteral("is too low");
        }
        const bool whole = elided->text() == elided->accessibleName();
        const bool tells = elided->toolTip() == elided->accessibleName() && elided->text().size() >= 4;
        return whole || (mayElide && tells) ? QString() : QStringLiteral("is cut");
    }
    if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
        if (label->wordWrap()) {
            return label->heightForWidth(label->width()) <= label->height() ? QString()
                                                                            : QStringLiteral("is too low");
        }
        const QSize needed = label->sizeHint();
        return needed.width() <= label->width() && needed.height() <= label->height()
                   ? QString()
                   : QStringLiteral("needs %1×%2").arg(needed.width()).arg(needed.height());
    }
    if (const auto* field = qobject_cast<const QLineEdit*>(&widget)) {
        const int edges = field->sizeHint().height() - field->fontMetrics().height(); // as wide as high
        const int needed = field->fontMetrics().horizontalAdvance(field->placeholderText()) + edges;
        const bool fits = !field->text().isEmpty() || needed <= field->width();
        const int high = field->fontMetrics().tightBoundingRect(QStringLiteral("한g")).height();
        return fits && field->height() >= high + px(10)
                   ? QString()
                   : QStringLiteral("needs %1 for \"%2\"").arg(needed).arg(field->placeholderText());
    }
    // What gives way says how far, and tells all of it where it is pointed at.
    const QSize least = mayElide ? widget.minimumSizeHint() : QSize();
    const QSize needed = least.isValid() ? least : widget.sizeHint();
    const bool isButton = qobject_cast<const QAbstractButton*>(&widget);
    return !isButton || (needed.width() <= widget.width() && needed.height() <= widget.height())
               ? QString()
               : QStringLiteral("needs %1×%2").arg(needed.width()).arg(needed.height());
}

QStringList faultsOf(MainWindow& window, bool mayElide) {
    QStringList faults;
    const std::vector<QWidget*> leaves = leavesOf(window);
    for (std::size_t i = 0; i < leaves.size(); ++i) {
        const QWidget& one = *leaves[i];
        const QString want = wantOfRoom(one, mayElide);
        if (!want.isEmpty()) {
            faults += named(one) + u' ' + want;
        }
        if (isScrolled(one)) {
            continue;
        }
        if (!window.rect().contains(placeOf(one)) || !one.parentWidget()->rect().contains(one.geometry())) {
            faults += named(one) + QStringLiteral(" reaches out of its place");
        }
        for (std::size_t j = 0; j < i; ++j) {
            const QWidget& other = *leaves[j];
            const bool within = one.isAncestorOf(&other) || other.isAncestorOf(&one) || isScrolled(other);
            if (!within && placeOf(one).intersects(placeOf(other))) {
                faults += named(one) + QStringLiteral(" lies over ") + named(other);
            }
        }
    }
    return faults;
}

// What a screen reader calls it.
QString nameOf(const QWidget& widget) {
    const auto* button = qobject_cast<const QAbstractButton*>(&widget);
    return button && widget.accessibleName().isEmpty() ? button->text() : widget.accessibleName();
}

} // namespace

class TestFit : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init() { setZoom(leastZoom); }
    void cleanup() { setZoom(leastZoom); }
    void findsWhatDoesNotFit();
    void wordsHaveTheirRoom_data();
    void wordsHaveTheirRoom();
    void longSheetsFitTheSmallestWindow_data();
    void longSheetsFitTheSmallestWindow();
    void zoomLosesNothing_data();
    void zoomLosesNothing();
    void zoomKeepsALine();
};

void TestFit::findsWhatDoesNotFit() {
    Theme theme(ThemeName::Light);
    QLabel label(QStringLiteral("twelve words"));
    label.resize(label.sizeHint());
    QVERIFY(wantOfRoom(label, true).isEmpty());
    label.resize(label.width() - 1, label.height());
    QVERIFY(!wantOfRoom(label, true).isEmpty());
    ElidedLabel elided;
    elided.setWords(QStringLiteral("a long title that has no room"));
    elided.resize(80, 20);
    elided.show();
    QVERIFY(wantOfRoom(elided, true).isEmpty());
    QVERIFY(!wantOfRoom(elided, false).isEmpty());
    QLineEdit field;
    field.setPlaceholderText(QStringLiteral("a long sentence that has no room"));
    field.resize(60, 30);
    QVERIFY(!wantOfRoom(field, true).isEmpty());
}

void TestFit::wordsHaveTheirRoom_data() {
    QTest::addColumn<int>("screen");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    for (int i = 0; i < int(screens().size()); ++i) {
        int look = i; // another for each screen, so that samples have all of them
        for (const char* language : {"ko", "en"}) {
            for (const int percent : {100, 150, 200}) {
                if (look++ % lookStep() == 0) {
                    QTest::addRow("%s %s %d", screens()[std::size_t(i)].name, language, percent)
                        << i << QString::fromLatin1(language) << percent;
                }
            }
        }
    }
}

void TestFit::wordsHaveTheirRoom() {
    QFETCH(int, screen);
    QFETCH(QString, language);
    QFETCH(int, percent);
    QCOMPARE(installTranslations(language), language);
    setZoom(percent);
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    screens()[std::size_t(screen)].enter(stage);
    MainWindow& window = stage.window();
    QStringList faults;
    for (const QSize& size : {QSize(1920, 1080), QSize(1440, 900), QSize(1280, 720)}) {
        window.resize(size);
        stage.settle();
        QCOMPARE(window.size(), size);
        for (const QString& fault : faultsOf(window, percent > 100 || size.width() < 1440)) {
            faults += QStringLiteral("%1: %2").arg(size.width()).arg(fault);
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestFit::longSheetsFitTheSmallestWindow_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("percent");
    // 300 px at 100 % are too few to read a page in; whoever zooms to 200 % has a larger window.
    for (const char* name : {"sitrep", "services"}) {
        for (const int percent : {100, 150}) {
            QTest::addRow("%s %d", name, percent) << QString::fromLatin1(name) << percent;
        }
    }
}

void TestFit::longSheetsFitTheSmallestWindow() {
    QFETCH(QString, name);
    QFETCH(int, percent);
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    setZoom(percent);
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    const auto screen = std::find_if(screens().begin(), screens().end(),
                                     [&](const Screen& one) { return QLatin1String(one.name) == name; });
    screen->enter(stage);
    MainWindow& window = stage.window();
    window.resize(window.minimumSize());
    stage.settle();
    const QStringList faults = faultsOf(window, true);
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    // What there is to read can be read, and is not cut while there is room.
    const QWidget* panel = nullptr;
    for (const QWidget* one : window.findChildren<QWidget*>(QStringLiteral("sheet"))) {
        panel = one->isVisible() ? one : panel;
    }
    QVERIFY(panel);
    const int around = panel->parentWidget()->height() - panel->height();
    for (const auto* scrolled : panel->findChildren<QAbstractScrollArea*>()) {
        const bool isCut = scrolled->verticalScrollBar()->maximum() > 0;
        QVERIFY2(scrolled->viewport()->height() >= 4 * lineHeight(TextSize::Body),
                 qPrintable(named(*scrolled)));
        QVERIFY2(!isCut || around <= px(2 * 24) + 1, qPrintable(QString::number(around)));
    }
}

void TestFit::zoomLosesNothing_data() {
    QTest::addColumn<int>("screen");
    for (int i = 0; i < int(screens().size()); i += lookStep()) {
        QTest::newRow(screens()[std::size_t(i)].name) << i;
    }
}

// Larger and as it was: the same page, what was typed, and the focus on the same control if it is still
// shown.
void TestFit::zoomLosesNothing() {
    QFETCH(int, screen);
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    screens()[std::size_t(screen)].enter(stage);
    MainWindow& window = stage.window();
    const auto typed = [&](bool alsoHidden) {
        QStringList lines;
        for (const QLineEdit* field : window.centralWidget()->findChildren<QLineEdit*>()) {
            if (!field->text().isEmpty() && (alsoHidden || field->isVisible())) {
                lines += field->accessibleName() + QStringLiteral(": ") + field->text();
            }
        }
        return lines;
    };
    const QStringList before = typed(false);
    const Sheet* sheet = sheetOver(window);
    const QString title = window.windowTitle();
    const QString focus = nameOf(*window.focusWidget());
    for (const int percent : {150, 100}) {
        theme.setZoom(percent);
        stage.settle();
        stage.settle();
        QCOMPARE(window.windowTitle(), title);
        for (const QString& line : before) {
            QVERIFY2(typed(true).contains(line), qPrintable(line));
        }
        QCOMPARE(sheetOver(window), sheet);
        const QStringList faults = sheet ? faultsOf(window, true) : QStringList();
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(window.focusWidget() && window.focusWidget()->isVisible());
    }
    for (const QWidget* widget : window.centralWidget()->findChildren<QWidget*>()) {
        const bool same = nameOf(*widget) == focus && widget->focusPolicy() != Qt::NoFocus;
        QVERIFY2(!same || !widget->isVisible() || nameOf(*window.focusWidget()) == focus, qPrintable(focus));
    }
}

void TestFit::zoomKeepsALine() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    stage.night();
    ComposerField* field = &stage.incident().composer().field();
    stage.type(QStringLiteral("발전차 도착"));
    field->setCursorPosition(3);
    stage.press(Qt::Key_Equal, Qt::ControlModifier);
    stage.settle();
    field = &stage.incident().composer().field();
    QVERIFY(field->hasFocus());
    QCOMPARE(field->text(), QStringLiteral("발전차 도착"));
    QCOMPARE(field->cursorPosition(), 3);
    TimelineView* view = &stage.incident().timeline();
    view->setFocus();
    view->setCurrentIndex(stage.incident().model()->index(9));
    const EventId chosen = stage.incident().model()->row(9).event;
    stage.press(Qt::Key_Equal, Qt::ControlModifier);
    stage.settle();
    view = &stage.incident().timeline();
    QVERIFY(view->hasFocus());
    QCOMPARE(stage.incident().model()->row(view->currentIndex().row()).event, chosen);
}

QTEST_MAIN(TestFit)
#include "test_fit.moc"
