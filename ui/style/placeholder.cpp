#include "ui/style/placeholder.h"

#include <QEvent>
#include <QLineEdit>

namespace bongsu {

namespace {

constexpr const char* filterName = "placeholders";

void choose(QLineEdit* field, const QStringList& words) {
    // What frame and padding take of the height they take of the width, and the cursor stands before the
    // words.
    const int edges = field->sizeHint().height() - field->fontMetrics().height() + 4;
    for (const QString& one : words) {
        field->setPlaceholderText(one);
        if (field->fontMetrics().horizontalAdvance(one) + edges <= field->width()) {
            return;
        }
    }
}

class Chooser : public QObject {
  public:
    Chooser(QLineEdit* field, const QStringList& words) : QObject(field), m_field(field), m_words(words) {
        setObjectName(QLatin1String(filterName));
        field->installEventFilter(this);
        choose(field, words);
    }

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange) {
            choose(m_field, m_words);
        }
        return QObject::eventFilter(watched, event);
    }

  private:
    QLineEdit* m_field;
    QStringList m_words;
};

} // namespace

void showPlaceholders(QLineEdit* field, const QStringList& words) {
    delete field->findChild<QObject*>(QLatin1String(filterName), Qt::FindDirectChildrenOnly);
    new Chooser(field, words); // the field's child
}

} // namespace bongsu
