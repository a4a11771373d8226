// Over a record that is shown as it was known earlier: when that was, and a slider over its entries.
#pragma once

#include "journal/hindsight.h"
#include "ui/style/labels.h"

#include <QWidget>

class QSlider;

namespace bongsu {

class HindsightBar : public QWidget {
    Q_OBJECT

  public:
    explicit HindsightBar(const Theme& theme, QWidget* parent = nullptr);

    // Shows itself with the slider at the last of so many entries.
    void begin(quint64 lastSeq);
    // Where the record stands now, and how many entries there are by now.
    void tell(const AsOf& shown);
    void say(const QString& words); // what cannot be done meanwhile; until the next tell()
    QSlider& slider() { return *m_slider; }
    QString words() const;

  Q_SIGNALS:
    void placeAsked(quint64 seq);
    void left();

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void name();
    QString placeWords() const;

    const Theme& m_theme;
    std::optional<AsOf> m_shown;
    QLabel* m_when;
    ElidedLabel* m_place; // these two give way
    ElidedLabel* m_keys;
    QLabel* m_said;
    QSlider* m_slider;
    KeyHint* m_leave;
};

} // namespace bongsu
