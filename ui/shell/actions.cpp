#include "ui/shell/actions.h"

#include <QCoreApplication>
#include <QShortcut>
#include <QWidget>

namespace bongsu {

QString labelOf(const Action& action) {
    return action.label ? action.label() : QCoreApplication::translate("Action", action.name);
}

QString keysOf(const Action& action) {
    return action.keys.toString(QKeySequence::NativeText).replace(u'+', u' ');
}

Actions::Actions(QWidget* place) : QObject(place), m_place(place) {}

std::size_t Actions::add(Action action) {
    const std::size_t number = m_actions.size();
    for (const QKeySequence& keys : {action.keys, action.alsoKeys}) {
        if (keys.isEmpty()) {
            continue;
        }
        auto* shortcut = new QShortcut(keys, m_place);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(false); // a key held down acts once
        connect(shortcut, &QShortcut::activated, this, [this, number] { run(number); });
    }
    m_actions.push_back(std::move(action));
    return number;
}

QString Actions::hindranceOf(const Action& action) const {
    if (m_paused && !action.whilePaused) {
        return m_paused();
    }
    return action.hindrance ? action.hindrance() : QString();
}

void Actions::run(std::size_t number) {
    const Action& action = m_actions[number];
    const QString why = hindranceOf(action);
    if (why.isEmpty()) {
        action.run();
    } else {
        Q_EMIT hindered(why);
    }
}

} // namespace bongsu
