#include "ui/attachments/attachmenttools.h"

#include "ui/attachments/picking.h"
#include "ui/attachments/viewsheet.h"
#include "ui/shell/actions.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/timelineview.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>

namespace bongsu {

AttachmentTools::AttachmentTools(const WindowParts& parts, QWidget& page, TimelineView& view,
                                 Composer& composer, Actions& actions)
    : QObject(&page), m_page(page), m_composer(composer),
      m_sheet(new ViewSheet(parts.attachments, parts.theme, &page)) {
    addActions(actions);
    connect(&view, &TimelineView::lookAsked, this, &AttachmentTools::look);
    page.setAcceptDrops(true);
    page.installEventFilter(this);
}

void AttachmentTools::addActions(Actions& actions) {
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Attach a file"),
                 .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_A,
                 .run = [this] { choose(); }});
    // Where a line is being written its own Ctrl+V comes first, and does the same with what is no text.
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Attach what was copied"),
                 .keys = QKeySequence(QKeySequence::Paste),
                 .run = [this] { attachCopied(); },
                 .hindrance =
                     [] {
                         const QMimeData* copied = QGuiApplication::clipboard()->mimeData();
                         return copied && holdsGiven(*copied)
                                    ? QString()
                                    : tr("Neither a picture nor a file was copied.");
                     }});
}

void AttachmentTools::follow(TimelineModel* model) {
    m_model = model;
    m_sheet->close();
}

void AttachmentTools::look(const EventId& event) {
    const auto row = m_model ? m_model->find(event) : std::nullopt;
    if (row) {
        m_sheet->look(m_model->log(), m_model->row(*row),
                      m_model->index(*row).data(Qt::DisplayRole).toString());
    }
}

void AttachmentTools::attachCopied() {
    if (const QMimeData* copied = QGuiApplication::clipboard()->mimeData()) {
        m_composer.attach(givenIn(*copied, m_composer.pictureName()));
    }
}

void AttachmentTools::choose() {
    auto* dialog = new QFileDialog(&m_page, tr("Attach a file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    dialog->setNameFilters(
        {tr("Pictures, PDF and text") +
             QStringLiteral(" (*.png *.jpg *.jpeg *.webp *.bmp *.gif *.tif *.tiff *.pdf *.txt *.log *.csv "
                            "*.md *.json *.yaml *.yml)"),
         tr("All files") + QStringLiteral(" (*)")});
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& paths) {
        std::vector<Given> given;
        for (const QString& path : paths) {
            given.push_back({path});
        }
        m_composer.attach(std::move(given));
    });
    dialog->open();
}

bool AttachmentTools::eventFilter(QObject* watched, QEvent* event) {
    if (watched != &m_page || !m_model) {
        return false;
    }
    if (event->type() == QEvent::DragEnter || event->type() == QEvent::Drop) {
        auto& drop = static_cast<QDropEvent&>(*event);
        if (holdsGiven(*drop.mimeData())) {
            drop.setDropAction(Qt::CopyAction); // whatever was asked: the file stays where it is
            drop.accept();
            if (event->type() == QEvent::Drop) {
                m_composer.attach(givenIn(*drop.mimeData(), m_composer.pictureName()));
            }
            return true;
        }
    }
    return false;
}

} // namespace bongsu
