// A line to write in that knows whether an input method is still composing: Enter that ends a composition is
// the input method's, never ours.
#pragma once

#include <QLineEdit>

class QLabel;
class QMimeData;

namespace bongsu {

class ComposerField : public QLineEdit {
    Q_OBJECT

  public:
    explicit ComposerField(QWidget* parent = nullptr);

    bool isComposing() const { return !m_preedit.isEmpty(); }
    // What stands before the cursor, what is being composed there included.
    QString writtenBefore() const { return text().first(cursorPosition()) + m_preedit; }
    using QLineEdit::cursorRect;
    // Takes a line that is kept now away; what was typed behind it meanwhile stays.
    void take(const QString& kept);
    // At the right end, what was understood of the line: "15:19", "어제 23:50 · 결정".
    void showUnderstood(const QString& words);

  Q_SIGNALS:
    void entered();      // Enter
    void enteredApart(); // Shift+Enter
    void decided();      // Ctrl+Enter
    void undone();       // Ctrl+Z where there is nothing to undo in the line
    void escaped();
    void lookedUp(); // Up: to the lines above
    void lookedDown();
    void typedAt();                      // what stands before the cursor is another
    void pasted(const QMimeData& given); // no words: pictures or files

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void inputMethodEvent(QInputMethodEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    bool event(QEvent* event) override;

  private:
    QLabel* m_understood;
    QString m_preedit;
};

} // namespace bongsu
