// A panel that lies over a page: it takes the keys while it is open, Esc closes it, and the focus goes back
// to where it was. Not a window of its own, so that nothing can be behind another.
#pragma once

#include "ui/style/labels.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace bongsu {

class Sheet : public QWidget {
    Q_OBJECT

  public:
    // Lies over all of `page`. `width`: px at 100 %, less where the page is narrower.
    Sheet(QWidget* page, const Theme& theme, int width);

    void setTitle(const QString& title); // shown, and read out when it opens
    // What the sheet holds goes in here, from the top.
    QVBoxLayout& body() { return *m_body; }

    // Shows it and gives the focus to `first` (a control in the body).
    void open(QWidget* first);
    // Shows it and leaves the focus where it is: somebody may be typing.
    void showOver();
    // Gives the focus to `first` as long as it is open.
    void takeFocus(QWidget* first);
    // The focus goes back only if it is here.
    void close();
    bool isOpen() const { return isVisible(); }

  Q_SIGNALS:
    void opened();
    void closed();

  protected:
    // Gives what it holds its sizes by `parentWidget()`, of which it has all: when that has another size, and
    // when all is drawn larger.
    virtual void fit() {}
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool focusNextPrevChild(bool next) override;

  private:
    void place();
    void measureAgain();
    bool holdsFocus() const;

    const Theme& m_theme;
    int m_width;
    QWidget* m_panel = nullptr;
    QLabel* m_title;
    QVBoxLayout* m_body;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace bongsu
