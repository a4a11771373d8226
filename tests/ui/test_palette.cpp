// The palette: everything by its name in both languages and by initial consonants, from the keyboard alone.
#include "translations/translations.h"
#include "ui/house.h"
#include "ui/incidents/incidentpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/palette.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QListWidget>
#include <QTest>

using namespace bongsu;

namespace {

QString utf8(const char* words) {
    return QString::fromUtf8(words);
}

} // namespace

class TestPalette : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void recentOnesComeFirst();
    void everyActionIsFoundInBothLanguages();
    void initialConsonantsFind();
    void enterDoesItAndKeysAreShown();
    void goesToAnIncident();
    void writesANameIntoTheLine();
    void hinderedOnesSayWhy();
    void compositionsDoNothing();
    void escapeGivesTheFocusBack();

  private:
    Palette& palette() { return m_window->palette(); }
    void open() { QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier); }
    void type(const char* words) { palette().field().insert(utf8(words)); }
    void press(Qt::Key key) { QTest::keyClick(&palette().field(), key); }
    QString shown(int row) const {
        const auto* item = m_window->palette().list().item(row);
        return item ? item->data(Qt::AccessibleTextRole).toString() : QString();
    }

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    Translation m_korean{u"ko"};
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::optional<LogId> m_fire;
    std::optional<LogId> m_other;
};

void TestPalette::init() {
    installTranslations(u"en");
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_me = &m_house->addDesk(utf8("박도윤"), Permission::Admin);
    const auto declare = [this](const char* title) {
        const auto log = m_me->journal->record(
            std::nullopt, IncidentDeclared{.grade = Grade::Total, .sites = {utf8("판교")}},
            Text{.text = utf8(title)});
        m_house->sync();
        return log->log;
    };
    m_fire = declare("판교 데이터센터 화재");
    m_other = declare("결제 지연");
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    WindowParts parts = m_house->partsOf(*m_me, *m_theme);
    parts.inKorean = [this](const char* context, const char* english) {
        return m_korean.words(context, english);
    };
    m_window = std::make_unique<MainWindow>(parts);
    m_window->openIncident(*m_fire);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_house->run();
}

void TestPalette::cleanup() {
    m_window.reset();
    m_house.reset();
}

void TestPalette::recentOnesComeFirst() {
    std::vector<PaletteEntry> entries;
    for (const char* name : {"결정", "결제", "경보"}) {
        PaletteEntry entry;
        entry.id = entry.name = utf8(name);
        entries.push_back(std::move(entry));
    }
    const auto found = [&entries](const char* typed, const QStringList& recent) {
        QStringList names;
        for (const std::size_t place : paletteMatches(entries, utf8(typed), recent, 10)) {
            names += entries[place].name;
        }
        return names;
    };
    QCOMPARE(found("", {}), (QStringList{utf8("결정"), utf8("결제"), utf8("경보")}));
    QCOMPARE(found("", {utf8("경보"), utf8("결제")}),
             (QStringList{utf8("경보"), utf8("결제"), utf8("결정")}));
    QCOMPARE(found("ㄱㅈ", {utf8("결제")}), (QStringList{utf8("결제"), utf8("결정")}));
    QCOMPARE(found("없는 것", {}), QStringList());
    QStringList recent;
    for (int i = 0; i < 40; ++i) {
        recent = withRecent(recent, QString::number(i % 20));
    }
    QCOMPARE(recent.size(), 12);
    QCOMPARE(recent.front(), QStringLiteral("19"));
    QCOMPARE(withRecent(recent, QStringLiteral("15")).count(QStringLiteral("15")), 1);
}

void TestPalette::everyActionIsFoundInBothLanguages() {
    for (const QString& language : {utf8("ko"), utf8("en")}) {
        installTranslations(language);
        for (const Action& action : m_window->incidentPage().actions().all()) {
            const QString korean = m_korean.words("Action", action.name);
            QVERIFY2(!korean.isEmpty(), action.name);
            for (const QString& name : {QString::fromLatin1(action.name), korean}) {
                open();
                type(qPrintable(name));
                const QString here = QCoreApplication::translate("Action", action.name);
                QVERIFY2(shown(0).startsWith(here), qPrintable(name + QStringLiteral(" -> ") + shown(0)));
                press(Qt::Key_Escape);
            }
        }
    }
}

void TestPalette::initialConsonantsFind() {
    open();
    type("ㅅㅅㄱ"); // the Korean of "Show three times", in an English window
    QVERIFY2(shown(0).startsWith(utf8("Show three times")), qPrintable(shown(0)));
    palette().field().clear();
    type("ㅍㄱ");
    QVERIFY2(shown(0).startsWith(utf8("판교")), qPrintable(shown(0)));
}

void TestPalette::enterDoesItAndKeysAreShown() {
    open();
    QVERIFY(palette().isOpen() && palette().field().hasFocus());
    type("high contrast");
    QVERIFY(shown(0).contains(utf8("Ctrl D")));
    press(Qt::Key_Return);
    QVERIFY(!palette().isOpen());
    QCOMPARE(m_theme->name(), ThemeName::Dark);
    open();
    QVERIFY(shown(0).startsWith(utf8("Light, dark"))); // done last
    open();
    QVERIFY(!palette().isOpen()); // the same key
}

void TestPalette::goesToAnIncident() {
    open();
    type("ㄱㅈㅈㅇ");
    QVERIFY2(shown(0).contains(utf8("결제 지연")), qPrintable(shown(0)));
    press(Qt::Key_Return);
    QCOMPARE(m_window->incidentPage().log(), m_other);
    QVERIFY(m_window->incidentPage().composer().field().hasFocus());
}

void TestPalette::writesANameIntoTheLine() {
    m_window->incidentPage().composer().field().insert(utf8("요청: "));
    open();
    type("ㅂㄷㅇ");
    press(Qt::Key_Return);
    QCOMPARE(m_window->incidentPage().composer().field().text(), utf8("요청: 박도윤"));
    QVERIFY(m_window->incidentPage().composer().field().hasFocus());
}

void TestPalette::hinderedOnesSayWhy() {
    bool ran = false;
    m_window->incidentPage().actions().add({.name = "Larger",
                                            .run = [&ran] { ran = true; },
                                            .hindrance = [] { return QStringLiteral("not today"); }});
    open();
    type("Larger");
    press(Qt::Key_Down);
    QVERIFY2(shown(1).endsWith(QStringLiteral("not today")), qPrintable(shown(1)));
    press(Qt::Key_Return);
    QVERIFY(!ran && palette().isOpen());
}

void TestPalette::compositionsDoNothing() {
    open();
    QInputMethodEvent composing(utf8("판"), {});
    QApplication::sendEvent(&palette().field(), &composing);
    QVERIFY(shown(0).startsWith(utf8("판교"))); // found while it is being composed
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QVERIFY(palette().isOpen());
}

void TestPalette::escapeGivesTheFocusBack() {
    open();
    press(Qt::Key_Escape);
    QVERIFY(!palette().isOpen());
    QVERIFY(m_window->incidentPage().composer().field().hasFocus());
    QVERIFY(m_window->incidentPage().isVisible());
}

QTEST_MAIN(TestPalette)
#include "test_palette.moc"
