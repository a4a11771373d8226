#include "ui/shell/kept.h"

#include <QAbstractItemView>
#include <QLineEdit>

#include <functional>

namespace bongsu {

namespace {

void eachControl(const QWidget& content,
                 const std::function<void(std::pair<QString, int>, QWidget*)>& visit) {
    std::map<QString, int> known;
    for (QWidget* widget : content.findChildren<QWidget*>()) {
        const QString name = widget->accessibleName();
        if (!name.isEmpty() && widget->focusPolicy() != Qt::NoFocus) {
            visit({name, known[name]++}, widget);
        }
    }
}

// A list may still be reading its rows: the row is chosen when it is there.
void choose(QAbstractItemView* list, int fromLast) {
    const QAbstractItemModel* model = list->model();
    const int row = model ? model->rowCount() - 1 - fromLast : -1;
    if (row >= 0) {
        list->setCurrentIndex(model->index(row, 0));
    } else if (model) {
        QObject::connect(model, &QAbstractItemModel::rowsInserted, list, [list, fromLast] {
            const int later = list->model()->rowCount() - 1 - fromLast;
            if (later >= 0 && !list->currentIndex().isValid()) {
                list->setCurrentIndex(list->model()->index(later, 0));
            }
        });
    }
}

} // namespace

Kept::Kept(const QWidget& content) {
    const QWidget* focus = content.window()->focusWidget();
    eachControl(content, [&](const Name& name, QWidget* widget) {
        if (widget == focus) {
            m_focus = name;
        }
        if (const auto* field = qobject_cast<QLineEdit*>(widget)) {
            m_typed.insert_or_assign(name, Typed{field->text(), field->cursorPosition()});
        } else if (const auto* list = qobject_cast<QAbstractItemView*>(widget)) {
            if (list->currentIndex().isValid()) {
                m_chosen.insert_or_assign(name, list->model()->rowCount() - 1 - list->currentIndex().row());
            }
        }
    });
}

void Kept::giveBack(QWidget& content) const {
    eachControl(content, [&](const Name& name, QWidget* widget) {
        auto* field = qobject_cast<QLineEdit*>(widget);
        const auto typed = m_typed.find(name);
        if (field && typed != m_typed.end()) {
            field->setText(typed->second.text);
            field->setCursorPosition(typed->second.cursor);
        }
        auto* list = qobject_cast<QAbstractItemView*>(widget);
        const auto chosen = m_chosen.find(name);
        if (list && chosen != m_chosen.end()) {
            choose(list, chosen->second);
        }
        if (m_focus == name && widget->isVisibleTo(&content)) {
            widget->setFocus();
        }
    });
}

} // namespace bongsu
