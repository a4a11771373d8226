// Keys and what they do, as many beside each other as there is room for.
#pragma once

#include "ui/style/labels.h"

namespace bongsu {

class KeyLines : public QWidget {
    Q_OBJECT

  public:
    explicit KeyLines(QWidget* parent = nullptr);

    void add(KeyHint* hint); // behind the others; becomes its child
    void layAnew();          // what one says has changed

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return lay(width, false); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, lay(width(), false)}; }

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    int lay(int width, bool moves) const; // how high they are

    std::vector<KeyHint*> m_hints;
};

} // namespace bongsu
