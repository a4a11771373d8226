// Attaching to one page's record and looking at what is attached: pasting, dropping and choosing files, and
// the sheet that shows them.
#pragma once

#include "ui/shell/windowparts.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace bongsu {

class Actions;
class Composer;
class TimelineModel;
class TimelineView;
class ViewSheet;

class AttachmentTools : public QObject {
    Q_OBJECT

  public:
    // Belongs to `page`, over which its sheet lies, and which takes files dropped anywhere on it.
    AttachmentTools(const WindowParts& parts, QWidget& page, TimelineView& view, Composer& composer,
                    Actions& actions);

    void follow(TimelineModel* model); // the record on the page; none: it is left
    ViewSheet& sheet() { return *m_sheet; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void addActions(Actions& actions);
    void look(const EventId& event);
    void attachCopied();
    void choose();

    QWidget& m_page;
    Composer& m_composer;
    QPointer<TimelineModel> m_model;
    ViewSheet* m_sheet;
};

} // namespace bongsu
