// What stands above the board while the viewer is called to a seat: by whom, how long they have, and two
// buttons.
#pragma once

#include "ui/board/boardwords.h"

#include <QWidget>

class QPushButton;

namespace bongsu {

class ElidedLabel;

class CallBar : public QWidget {
    Q_OBJECT

  public:
    explicit CallBar(const Theme& theme, QWidget* parent = nullptr);

    // Hidden while the viewer is not called.
    void show(const BoardContext& board);
    QString words() const;

  Q_SIGNALS:
    void taken();
    void declineAsked();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    ElidedLabel* m_words;
    QPushButton* m_take;
    QPushButton* m_decline;
};

} // namespace bongsu
