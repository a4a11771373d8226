// Holds what may be higher than the room there is for it: then it is scrolled, and the focus stays in sight.
#pragma once

#include <QScrollArea>

namespace bongsu {

// As high as what it holds where it may be; shown and hidden with it.
class Scrolled : public QScrollArea {
    Q_OBJECT

  public:
    Scrolled(QWidget* inner, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace bongsu
