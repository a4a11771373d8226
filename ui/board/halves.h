// The two halves of a sheet: a list, and what is told of its chosen line beside it, or below it where the
// page is narrow. Rows are the list's, pages are what is told.
#pragma once

#include "ui/board/panel.h"
#include "ui/style/theme.h"

#include <QBoxLayout>
#include <QListView>

namespace bongsu {

class Scrolled;

class Halves : public QBoxLayout {
    Q_OBJECT

  public:
    // `model` outlives it. `told`: scrolled where it is higher than its half. Shares of the width: list,
    // told.
    Halves(PanelModel& model, const Theme& theme, QWidget* told, std::pair<int, int> shares, QWidget* sheet);

    QListView& list() { return *m_list; }
    void readOn(); // a page down
    void readFromTop();
    // Both as high as `usual` or as all lines, where `room` allows it. `pageWidth` decides where they stand.
    void fit(int room, int pageWidth, int usual);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    PanelModel& m_model;
    QListView* m_list;
    Scrolled* m_told = nullptr;
};

// Of a half, at 100 %.
inline constexpr Length leastHalf{120};

} // namespace bongsu
