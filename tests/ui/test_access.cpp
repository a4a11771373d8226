// Every screen can be used without seeing it, without a mouse, and without telling colours apart.
#include "ui/contrast.h"
#include "ui/screens.h"
#include "ui/shell/sheet.h"
#include "ui/timeline/timelinemodel.h"

#include "translations/translations.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAccessible>
#include <QAccessibleWidget>
#include <QApplication>
#include <QTest>

#include <map>
#include <set>

using namespace bongsu;

namespace {

// Everything a screen reader would walk through, but for what is hidden.
void walk(QAccessibleInterface* at, const std::function<void(QAccessibleInterface&)>& visit) {
    if (!at || !at->isValid() || at->state().invisible) {
        return;
    }
    visit(*at);
    for (int i = 0; i < at->childCount(); ++i) {
        walk(at->child(i), visit);
    }
}

bool isInList(const QAccessibleInterface& at) {
    const QAccessible::Role role = at.role();
    return role == QAccessible::ListItem || role == QAccessible::Cell || role == QAccessible::TreeItem;
}

bool isPressed(QAccessibleInterface& at) {
    QAccessibleActionInterface* actions = at.actionInterface();
    return actions && (actions->actionNames().contains(QAccessibleActionInterface::pressAction()) ||
                       actions->actionNames().contains(QAccessibleActionInterface::toggleAction()));
}

bool isControl(QAccessibleInterface& at) {
    const auto* widget = qobject_cast<QWidget*>(at.object());
    return widget && !widget->isWindow() && !isInList(at) &&
           (widget->focusPolicy() != Qt::NoFocus || isPressed(at));
}

QString described(QAccessibleInterface& at) {
    const QObject* object = at.object();
    return QStringLiteral("%1 \"%2\" role %3")
        .arg(QString::fromLatin1(object ? object->metaObject()->className() : "?"),
             at.text(QAccessible::Name))
        .arg(int(at.role()));
}

// What an open sheet lies over is veiled, and keys do not lead there.
QWidget& topOf(MainWindow& window) {
    QWidget* top = &window;
    for (Sheet* sheet : window.findChildren<Sheet*>()) {
        top = sheet->isVisible() ? sheet : top;
    }
    return *top;
}

std::vector<QWidget*> controlsOf(MainWindow& window) {
    std::vector<QWidget*> controls;
    walk(QAccessible::queryAccessibleInterface(&topOf(window)), [&](QAccessibleInterface& at) {
        if (isControl(at) && at.object() != &topOf(window)) {
            controls.push_back(qobject_cast<QWidget*>(at.object()));
        }
    });
    return controls;
}

// Where the Tab key leads, round once.
std::vector<QWidget*> ringOf(MainWindow& window) {
    constexpr int most = 200;
    std::vector<QWidget*> ring;
    for (int i = 0; i < most; ++i) {
        QWidget* at = window.focusWidget();
        if (!at || std::find(ring.begin(), ring.end(), at) != ring.end()) {
            break;
        }
        ring.push_back(at);
        QTest::keyClick(at, Qt::Key_Tab);
    }
    return ring;
}

// Arrows lead through a group of which one is chosen; Tab leads to that one.
bool isInGroupOf(const QWidget* widget, const std::vector<QWidget*>& ring) {
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return button && button->autoExclusive() &&
           std::any_of(ring.begin(), ring.end(), [&](const QWidget* one) {
               const auto* other = qobject_cast<const QAbstractButton*>(one);
               return other && other->autoExclusive() && other->parent() == button->parent();
           });
}

void enter(Stage& stage, int screen) {
    screens()[std::size_t(screen)].enter(stage);
    stage.window(); // some have only chosen a desktop
    stage.settle();
}

QImage grabbed(QWidget& window) {
    QApplication::processEvents();
    return window.grab().toImage().convertToFormat(QImage::Format_RGB32);
}

// Pixels of `place` that the focus changed so that the change can be seen.
int seenChanges(const QImage& without, const QImage& with, const QRect& place) {
    int seen = 0;
    for (int y = std::max(0, place.top()); y <= std::min(place.bottom(), with.height() - 1); ++y) {
        for (int x = std::max(0, place.left()); x <= std::min(place.right(), with.width() - 1); ++x) {
            const bool same = without.pixel(x, y) == with.pixel(x, y);
            seen += !same && contrast(without.pixelColor(x, y), with.pixelColor(x, y)) >= 3 ? 1 : 0;
        }
    }
    return seen;
}

} // namespace

class TestAccess : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everyControlSaysWhatItIs_data() { allScreens(); }
    void everyControlSaysWhatItIs();
    void everyControlIsReachedByKeys_data() { allScreens(); }
    void everyControlIsReachedByKeys();
    void focusIsSeen_data();
    void focusIsSeen();
    void listsSpeakWholeRows_data() { allScreens(); }
    void listsSpeakWholeRows();

  private:
    static void allScreens();
    static void lookAt(QWidget& view);
};

void TestAccess::initTestCase() {
    QCOMPARE(installTranslations(u"ko"), QStringLiteral("ko"));
    QApplication::setCursorFlashTime(0);
}

void TestAccess::allScreens() {
    QTest::addColumn<int>("screen");
    for (int i = 0; i < int(screens().size()); ++i) {
        QTest::newRow(screens()[std::size_t(i)].name) << i;
    }
}

void TestAccess::everyControlSaysWhatItIs() {
    QFETCH(int, screen);
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    enter(stage, screen);
    const std::set<QAccessible::Role> sensible{
        QAccessible::Button,   QAccessible::CheckBox, QAccessible::RadioButton, QAccessible::EditableText,
        QAccessible::List,     QAccessible::Table,    QAccessible::Tree,        QAccessible::ComboBox,
        QAccessible::MenuItem, QAccessible::Link,     QAccessible::PageTab,     QAccessible::Dialog,
        QAccessible::SpinBox,  QAccessible::Slider,   QAccessible::ButtonMenu};
    std::map<std::pair<QString, int>, QString> known;
    int controls = 0;
    walk(QAccessible::queryAccessibleInterface(&stage.window()), [&](QAccessibleInterface& at) {
        if (!isControl(at)) {
            return;
        }
        ++controls;
        QVERIFY2(!at.text(QAccessible::Name).trimmed().isEmpty(), qPrintable(described(at)));
        QVERIFY2(sensible.contains(at.role()), qPrintable(described(at)));
        const auto [same, isNew] =
            known.try_emplace({at.text(QAccessible::Name), int(at.role())}, described(at));
        QVERIFY2(isNew, qPrintable(described(at) + QStringLiteral(" stands here twice")));
    });
    QVERIFY(controls >= 3);
}

void TestAccess::everyControlIsReachedByKeys() {
    QFETCH(int, screen);
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    enter(stage, screen);
    MainWindow& window = stage.window();
    const std::vector<QWidget*> controls = controlsOf(window);
    const std::vector<QWidget*> ring = ringOf(window);
    QVERIFY(!ring.empty());
    for (QWidget* control : controls) {
        const auto* hint = qobject_cast<const KeyHint*>(control); // shows the key that does it
        const bool reached = (hint && !hint->key().isEmpty()) || !control->isEnabled() ||
                             std::find(ring.begin(), ring.end(), control) != ring.end() ||
                             isInGroupOf(control, ring);
        QVERIFY2(reached, qPrintable(described(*QAccessible::queryAccessibleInterface(control))));
    }
    for (QWidget* at : ring) { // and nothing but controls takes the focus
        QVERIFY2(std::find(controls.begin(), controls.end(), at) != controls.end(),
                 qPrintable(described(*QAccessible::queryAccessibleInterface(at))));
    }
}

void TestAccess::focusIsSeen_data() {
    QTest::addColumn<int>("screen");
    QTest::addColumn<int>("theme");
    for (int i = 0; i < int(screens().size()); ++i) {
        int look = i;
        for (const auto theme : {ThemeName::Light, ThemeName::Dark, ThemeName::Contrast}) {
            if (look++ % lookStep() == 0) {
                QTest::addRow("%s %d", screens()[std::size_t(i)].name, int(theme)) << i << int(theme);
            }
        }
    }
}

void TestAccess::focusIsSeen() {
    constexpr int ring = 40; // pixels; more than a cursor, less than the ring around a box to tick
    QFETCH(int, screen);
    QFETCH(int, theme);
    Theme look{ThemeName(theme)};
    Stage stage(look);
    enter(stage, screen);
    MainWindow& window = stage.window();
    const std::vector<QWidget*> stops = ringOf(window);
    if (stops.size() < 2) {
        return; // it is here or nowhere
    }
    std::vector<QImage> images;
    std::vector<QRect> places; // while it has the focus: what is scrolled moves
    for (QWidget* stop : stops) {
        stop->setFocus(Qt::TabFocusReason);
        images.push_back(grabbed(window));
        places.push_back(QRect(stop->mapTo(&window, QPoint()), stop->size()));
    }
    for (std::size_t i = 0; i < stops.size(); ++i) {
        const int seen =
            seenChanges(images[(i + 1) % images.size()], images[i], places[i].adjusted(-4, -4, 4, 4));
        QVERIFY2(seen >= ring, qPrintable(described(*QAccessible::queryAccessibleInterface(stops[i])) +
                                          QStringLiteral(": %1").arg(seen)));
    }
}

void TestAccess::lookAt(QWidget& widget) {
    auto& view = static_cast<QAbstractItemView&>(widget);
    const QAbstractItemModelTester tester(view.model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(list);
    for (int row = 0; row < view.model()->rowCount(); ++row) {
        const QModelIndex index = view.model()->index(row, 0);
        const QString other = index.data(Qt::AccessibleTextRole).toString();
        const QString spoken = other.isEmpty() ? index.data(Qt::DisplayRole).toString() : other;
        QVERIFY2(spoken.size() > 1, qPrintable(QString::number(row)));
        const QVariant words = index.data(TimelineModel::WordsRole);
        if (words.canConvert<RowWords>()) {
            const auto shown = words.value<RowWords>();
            QStringList parts{shown.time, shown.line, shown.person, shown.tail};
            for (const RowNote& note : shown.notes) {
                parts += note.words;
            }
            for (const QString& tag : shown.tags) {
                parts += tag;
            }
            for (const QString& part : parts) {
                QVERIFY2(spoken.contains(part), qPrintable(part + QStringLiteral(" | ") + spoken));
            }
        }
        const QString display = index.data(Qt::DisplayRole).toString();
        QVERIFY2(spoken.contains(display), qPrintable(display));
    }
}

void TestAccess::listsSpeakWholeRows() {
    QFETCH(int, screen);
    Theme theme(ThemeName::Light);
    Stage stage(theme);
    enter(stage, screen);
    for (QAbstractItemView* view : stage.window().findChildren<QAbstractItemView*>()) {
        if (view->isVisible() && view->model()) {
            lookAt(*view);
        }
    }
}

QTEST_MAIN(TestAccess)
#include "test_access.moc"
