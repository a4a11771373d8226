// What goes with the line being written: each file with its picture, its name and its size, and how to take
// it off.
#pragma once

#include "domain/incident/attachment.h"
#include "ui/style/labels.h"

#include <QWidget>

class QGridLayout;

namespace bongsu {

class HeldStrip : public QWidget {
    Q_OBJECT

  public:
    explicit HeldStrip(QWidget* parent = nullptr);

    // `busy`: another one is being made ready. Hidden where there is nothing to show.
    void showHeld(const std::vector<HeldAttachment>& held, bool busy);

  Q_SIGNALS:
    void takenOff(const bongsu::BlobId& blob);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeOne(const HeldAttachment& held);
    void arrange();
    void name();

    QGridLayout* m_grid;
    QLabel* m_busy;
    std::vector<HeldAttachment> m_held;
    std::vector<QWidget*> m_shown;
    int m_perRow = 0;
};

} // namespace bongsu
