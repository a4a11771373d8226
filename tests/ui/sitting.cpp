#include "ui/sitting.h"

#include <QApplication>
#include <QListWidget>
#include <QTest>

namespace bongsu {

void Sitting::begin() {
    m_house = std::make_unique<House>("2022-10-15T15:34:00+09:00");
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_log.reset();
}

void Sitting::end() {
    m_window.reset();
    m_house.reset();
}

void Sitting::sitAt(House::Desk& desk) {
    m_window.reset();
    m_desk = &desk;
    m_window = std::make_unique<MainWindow>(m_house->partsOf(desk, *m_theme));
    m_window->resize(1440, 900);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    if (m_log) {
        m_window->openIncident(*m_log);
    }
    settle();
}

void Sitting::declareAt(House::Desk& desk, const std::optional<QString>& type) {
    IncidentDeclared declared{.grade = Grade::Total};
    declared.failureType = type;
    const auto begun =
        desk.journal->record(std::nullopt, declared, Text{.text = QString::fromUtf8("결제 지연")});
    m_log = begun->log;
    QVERIFY(
        desk.journal->record(m_log, CommandTaken{begun->event}, Text{.reason = QString::fromUtf8("전화")}));
    m_house->sync();
}

void Sitting::settle() {
    for (int i = 0; i < 2; ++i) {
        m_house->sync();
        QApplication::processEvents();
    }
}

void Sitting::press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    QWidget* focused = m_window->focusWidget();
    QTest::keyClick(focused ? focused : m_window.get(), key, modifiers);
    settle();
}

QStringList Sitting::optionsOf(ChoiceSheet& sheet) {
    QStringList words;
    for (int row = 0; row < sheet.options().count(); ++row) {
        words += sheet.options().item(row)->text();
    }
    return words;
}

void Sitting::choose(ChoiceSheet& sheet, const QString& words) {
    QVERIFY(sheet.isOpen());
    const QStringList all = optionsOf(sheet);
    for (int row = 0; row < all.size(); ++row) {
        if (all[row].startsWith(words)) {
            sheet.options().setCurrentRow(row);
            QTest::keyClick(&sheet.options(), Qt::Key_Return);
            settle();
            return;
        }
    }
    QFAIL(qPrintable(all.join(u'\n')));
}

} // namespace bongsu
