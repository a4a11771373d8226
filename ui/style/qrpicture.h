// A QR code, drawn by us from its modules: black on white in every theme, because cameras want it so.
#pragma once

#include <QWidget>

class QPainter;

namespace bongsu {

// Into the square at `topLeft`, `side` wide, its quiet zone of four modules included; nothing where the text
// does not fit into a QR code. Whole pixels to a module where there is room for four.
void drawQr(QPainter& painter, const QPointF& topLeft, qreal side, const QString& text);
// How many modules a side has with its quiet zone; 0 where the text does not fit.
int qrModules(const QString& text);

class QrPicture : public QWidget {
    Q_OBJECT

  public:
    explicit QrPicture(QWidget* parent = nullptr);
    void show(const QString& text);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QString m_text;
};

} // namespace bongsu
