// A list of found lines, drawn like the timeline's rows.
#pragma once

#include "ui/timeline/rowlist.h"
#include "ui/timeline/timelinedelegate.h"

#include <QListView>

namespace bongsu {

class RowListView : public QListView {
    Q_OBJECT

  public:
    RowListView(const Theme& theme, RowList* rows, QWidget* parent = nullptr);

    void step(int by); // moves the current row
    QSize sizeHint() const override;

  Q_SIGNALS:
    void chosen(int row); // Enter or a double click
    void endApproached(); // more rows may be wanted

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void lookAhead();

    TimelineDelegate m_delegate;
};

} // namespace bongsu
