// The list of a timeline's rows: stays at the newest, looks back by itself, and acts on the row under the
// cursor.
#pragma once

#include "ui/timeline/timelinedelegate.h"
#include "ui/timeline/timelinemodel.h"

#include <QListView>
#include <QPersistentModelIndex>

class QAction;

namespace bongsu {

class TimelineView : public QListView {
    Q_OBJECT

  public:
    explicit TimelineView(const Theme& theme, QWidget* parent = nullptr);

    // The model stays its owner's; it may be none.
    void follow(TimelineModel* model);
    void scrollToNewest();
    // The row under the cursor, or the first one in view. Nothing: there is none.
    const TimelineRow* lookedAt() const;
    int layoutsMade() const { return m_delegate.layoutsMade(); }
    bool isAtNewest() const { return m_atNewest && m_model && !m_model->hasNewer(); }

  Q_SIGNALS:
    void correctionAsked(const bongsu::EventId& event);
    void pinAsked(const bongsu::EventId& event);
    void retryAsked(const bongsu::EventId& event);
    void discardAsked(const bongsu::EventId& event);
    void lookAsked(const bongsu::EventId& event); // at what was attached

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void rowsInserted(const QModelIndex& parent, int start, int end) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    void dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight,
                     const QList<int>& roles) override;

  private:
    using Asked = void (TimelineView::*)(const EventId&);
    QAction* makeAction(const QKeySequence& keys, Asked asked);
    void nameActions();
    void updateActions();
    void copyRows();
    const TimelineRow* currentRow() const;
    void scrolled(int value);
    void holdPlace();
    void lookAround();
    void showLine(int row);
    void setAtNewest(bool at);

    const Theme& m_theme;
    TimelineDelegate m_delegate;
    TimelineModel* m_model = nullptr;
    QAction* m_correct;
    QAction* m_pin;
    QAction* m_retry;
    QAction* m_discard;
    QAction* m_copy;
    QAction* m_look;
    bool m_atNewest = true;
    bool m_adjusting = false;
    QPersistentModelIndex m_held; // a row that stays where it is while older ones come in above
    int m_heldAt = 0;
};

} // namespace bongsu
