#include "ui/shell/kept.h"

#include <QAbstractItemView>
#include <QLineEdit>

#include <functional>
#include <memory>

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

QString spokenOf(const QModelIndex& row) {
    const QString spoken = row.data(Qt::AccessibleTextRole).toString();
    return spoken.isEmpty() ? row.data(Qt::DisplayRole).toString() : spoken;
}

bool choose(QAbstractItemView* list, const QString& spoken) {
    const QAbstractItemModel* model = list->model();
    for (int row = model->rowCount() - 1; row >= 0; --row) {
        if (spokenOf(model->index(row, 0)) == spoken) {
            list->setCurrentIndex(model->index(row, 0));
            return true;
        }
    }
    return false;
}

// A list may still be reading its rows: the row is chosen when it is there.
void chooseWhenThere(QAbstractItemView* list, const QString& spoken) {
    if (!list->model() || choose(list, spoken)) {
        return;
    }
    const auto waiting = std::make_shared<QMetaObject::Connection>();
    *waiting =
        QObject::connect(list->model(), &QAbstractItemModel::rowsInserted, list, [list, spoken, waiting] {
            if (choose(list, spoken)) {
                QObject::disconnect(*waiting);
            }
        });
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
                m_chosen.insert_or_assign(name, spokenOf(list->currentIndex()));
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
            chooseWhenThere(list, chosen->second);
        }
        if (m_focus == name && widget->isVisibleTo(&content)) {
            widget->setFocus();
        }
    });
}

} // namespace bongsu
