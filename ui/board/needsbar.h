// 「지금 필요한 것」: at most three things, each with the digit that does it.
#pragma once

#include "ui/board/boardwords.h"

#include <QWidget>

#include <array>

class QHBoxLayout;

namespace bongsu {

// One need: its digit in a cap, and its words.
class NeedButton : public QAbstractButton {
    Q_OBJECT

  public:
    NeedButton(const Theme& theme, int digit, QWidget* parent = nullptr);
    void setWords(const NeedWords& words);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    int m_digit;
    NeedWords m_words;
};

class NeedsBar : public QWidget {
    Q_OBJECT

  public:
    explicit NeedsBar(const Theme& theme, QWidget* parent = nullptr);

    void show(std::vector<Need> needs, const BoardContext& board);
    const std::vector<Need>& needs() const { return m_needs; }
    void ask(int digit); // 1 to 3; nothing happens where there is no such need

  Q_SIGNALS:
    void asked(const bongsu::Need& need);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    std::vector<Need> m_needs;
    QLabel* m_heading;
    QLabel* m_nothing;
    QHBoxLayout* m_line;
    std::array<NeedButton*, mostNeeds> m_buttons{};
};

} // namespace bongsu
