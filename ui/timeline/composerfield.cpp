#include "ui/timeline/composerfield.h"

#include "ui/attachments/picking.h"
#include "ui/style/labels.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QInputMethod>
#include <QInputMethodEvent>
#include <QKeyEvent>

namespace bongsu {

ComposerField::ComposerField(QWidget* parent)
    : QLineEdit(parent), m_understood(makeLabel(this, Ink::Info, TextSize::Small)) {
    m_understood->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_understood->hide();
    connect(this, &QLineEdit::textChanged, this, &ComposerField::typedAt);
    connect(this, &QLineEdit::cursorPositionChanged, this, &ComposerField::typedAt);
}

void ComposerField::take(const QString& kept) {
    if (text().startsWith(kept)) {
        const int cursor = cursorPosition() - int(kept.size());
        setText(text().sliced(kept.size()));
        setCursorPosition(std::max(0, cursor));
    }
}

void ComposerField::showUnderstood(const QString& words) {
    constexpr Length inset{12};
    m_understood->setText(words);
    m_understood->adjustSize();
    m_understood->setVisible(!words.isEmpty());
    m_understood->move(width() - m_understood->width() - inset, (height() - m_understood->height()) / 2);
    setTextMargins(0, 0, words.isEmpty() ? 0 : m_understood->width() + inset, 0);
}

void ComposerField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    showUnderstood(m_understood->text());
}

void ComposerField::inputMethodEvent(QInputMethodEvent* event) {
    m_preedit = event->preeditString();
    QLineEdit::inputMethodEvent(event);
    Q_EMIT typedAt();
}

void ComposerField::focusOutEvent(QFocusEvent* event) {
    m_preedit.clear(); // the input method has committed or dropped it
    QLineEdit::focusOutEvent(event);
}

// While something is composed all keys are the input method's; no shortcut of the window may take them. Esc
// is the field's always: it ends what is being written here before it leaves the page.
bool ComposerField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        (isComposing() || static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape)) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void ComposerField::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isComposing()) {
        // An input method that leaves its Enter to us means: I am done. The line is not.
        if (enter) {
            QGuiApplication::inputMethod()->commit();
        } else {
            QLineEdit::keyPressEvent(event);
        }
        event->accept();
        return;
    }
    if (event->matches(QKeySequence::Paste)) {
        const QMimeData* given = QGuiApplication::clipboard()->mimeData();
        if (given && holdsGiven(*given)) {
            Q_EMIT pasted(*given);
            event->accept();
            return;
        }
    }
    if (enter && event->isAutoRepeat()) {
        event->accept(); // a key held down records once
    } else if (enter && event->modifiers().testFlag(Qt::ControlModifier)) {
        Q_EMIT decided();
    } else if (enter && event->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT enteredApart();
    } else if (enter) {
        Q_EMIT entered();
    } else if (event->matches(QKeySequence::Undo) && text().isEmpty() && !isUndoAvailable()) {
        Q_EMIT undone();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT escaped();
    } else if (event->key() == Qt::Key_Up) {
        Q_EMIT lookedUp();
    } else if (event->key() == Qt::Key_Down) {
        Q_EMIT lookedDown();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

// Files are the page's: wherever on it they are dropped, they go with the line.
void ComposerField::dragEnterEvent(QDragEnterEvent* event) {
    if (holdsGiven(*event->mimeData())) {
        event->ignore();
    } else {
        QLineEdit::dragEnterEvent(event);
    }
}

} // namespace bongsu
