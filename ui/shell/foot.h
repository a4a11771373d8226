// The line of keys at the foot of a page. Where there is no room for all of them, the last of the left give
// way after those of the right; their keys work all the same.
#pragma once

#include "ui/shell/actions.h"
#include "ui/style/labels.h"

#include <QWidget>

class QHBoxLayout;

namespace bongsu {

class Foot : public QWidget {
    Q_OBJECT

  public:
    Foot(const Theme& theme, Actions& actions, QWidget* parent = nullptr);

    void showLeft(std::size_t action);
    void showRight(std::size_t action);
    QSize minimumSizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void show(QHBoxLayout* line, std::size_t action);
    void fit();

    const Theme& m_theme;
    Actions& m_actions;
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
    std::vector<std::pair<KeyHint*, std::size_t>> m_hints;
};

} // namespace bongsu
