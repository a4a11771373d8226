#include "ui/attachments/viewsheet.h"

#include "files/exportfile.h"
#include "ui/attachments/picking.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QPlainTextEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace bongsu {

namespace {

constexpr int sheetWidth = 960; // at 100 %
constexpr Length rest{300};     // of the page's height: what stands above and below the picture
constexpr Length leastHeight{120};
constexpr qsizetype mostShown = 256 * 1024; // bytes of a text; all of it is saved

} // namespace

ViewSheet::ViewSheet(Attachments* attachments, const Theme& theme, QWidget* page)
    : Sheet(page, theme, sheetWidth), m_attachments(attachments) {
    build();
    if (attachments) {
        connect(attachments, &Attachments::progressed, this,
                [this](const EventId& event, quint64 bytes, quint64 of) {
                    if (m_reading && m_named && *m_named && (*m_named)->event == event) {
                        constexpr quint64 percent = 100;
                        m_progress->setValue(int(bytes * percent / of));
                        m_progress->show();
                    }
                });
    }
    connect(this, &Sheet::closed, this, [this] {
        ++m_turn;
        m_reading = false;
        m_bytes.clear();
        m_image = QImage();
        m_text->clear();
    });
    connect(m_again, &QPushButton::clicked, this, &ViewSheet::read);
    connect(m_save, &QPushButton::clicked, this, &ViewSheet::askWhere);
    connect(m_close, &QPushButton::clicked, this, &ViewSheet::close);
    name();
}

void ViewSheet::build() {
    m_about = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_about->setWordWrap(true);
    m_picture = makeLabel(this);
    m_picture->setAlignment(Qt::AlignCenter);
    m_text = new QPlainTextEdit(this);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_progress = new QProgressBar(this);
    m_message = makeLabel(this);
    m_message->setWordWrap(true);
    for (QWidget* part :
         {static_cast<QWidget*>(m_about), static_cast<QWidget*>(m_picture), static_cast<QWidget*>(m_text),
          static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_message)}) {
        body().addWidget(part);
    }
    auto* row = new QWidget(this);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metric::gap);
    for (QPushButton** button : {&m_save, &m_again, &m_close}) {
        *button = new QPushButton(row);
        buttons->addWidget(*button);
    }
    buttons->addStretch();
    body().addWidget(row);
}

void ViewSheet::name() {
    m_again->setText(tr("Try again"));
    m_save->setText(tr("Save as…"));
    m_close->setText(tr("Close"));
    m_text->setAccessibleName(tr("Text of the file"));
    m_progress->setAccessibleName(tr("How far it has come"));
}

void ViewSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

void ViewSheet::look(const LogId& log, const TimelineRow& row, const QString& line) {
    const auto* attached = std::get_if<AttachmentAdded>(&row.facts);
    if (!attached) {
        return;
    }
    m_named = namedBlob(log, row);
    m_media = attached->media;
    m_fileName = safeFileName(row.text.fileName.value_or(QString()), attached->media);
    m_image = thumbnailFrom(row.text.thumbnail.value_or(QByteArray()));
    setTitle(line);
    m_about->setText(QString::fromLatin1(wordOf(attached->media)).toUpper() + QStringLiteral(" \u00B7 ") +
                     fileSizeOf(attached->size));
    open(m_close);
    read();
}

void ViewSheet::read() {
    m_bytes.clear();
    m_progress->hide();
    say({}, Ink::Text);
    m_again->hide();
    showBytes();
    if (!*m_named) {
        say(sentence(m_named->error()), Ink::Ember);
        return;
    }
    if (!m_attachments) {
        say(sentence(Failure{failure::blobAway}), Ink::Ember);
        return;
    }
    m_reading = true;
    say(tr("Being brought…"), Ink::Quiet);
    m_attachments->read(**m_named, [self = QPointer(this), turn = ++m_turn](const Result<QByteArray>& bytes) {
        if (self && self->m_turn == turn) {
            self->taken(bytes);
        }
    });
}

void ViewSheet::taken(const Result<QByteArray>& bytes) {
    m_reading = false;
    m_progress->hide();
    if (!bytes) {
        say(sentence(bytes.error()), Ink::Ember);
        m_again->show();
        m_again->setFocus();
        return;
    }
    m_bytes = *bytes;
    say({}, Ink::Text);
    showBytes();
}

// The thumbnail stands for a picture that is not here yet.
void ViewSheet::showBytes() {
    const bool isPicture = m_media == Media::Jpeg || m_media == Media::Png;
    if (!m_bytes.isEmpty() && isPicture) {
        const QImage whole = pictureFrom(m_bytes);
        if (whole.isNull()) {
            say(tr("This picture cannot be drawn here. It can be saved as it is."), Ink::Ember);
        } else {
            m_image = whole;
        }
    }
    const bool isText = m_media == Media::Text && !m_bytes.isEmpty();
    m_text->setVisible(isText);
    if (isText) {
        m_text->setPlainText(QString::fromUtf8(m_bytes.first(std::min(mostShown, m_bytes.size()))));
        if (m_bytes.size() > mostShown) {
            say(tr("Only the beginning is shown. All of it is saved."), Ink::Quiet);
        }
    }
    if (m_media == Media::Pdf && !m_bytes.isEmpty()) {
        say(tr("A PDF is not opened here: save it, and read it with a program that you trust."), Ink::Quiet);
    }
    m_save->setEnabled(!m_bytes.isEmpty());
    fit();
}

void ViewSheet::drawPicture() {
    m_picture->setVisible(!m_image.isNull());
    if (m_image.isNull()) {
        return;
    }
    const QSize room(std::min(px(sheetWidth), width()) - 4 * metric::margin, heightLeft());
    const qreal ratio = devicePixelRatioF();
    const QSize shown = m_image.size().scaled(room, Qt::KeepAspectRatio).boundedTo(m_image.size() * 2);
    QPixmap pixmap =
        QPixmap::fromImage(m_image.scaled(shown * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    m_picture->setPixmap(pixmap);
    m_picture->setAccessibleName(m_fileName);
}

void ViewSheet::fit() {
    m_text->setMinimumHeight(heightLeft());
    drawPicture();
}

int ViewSheet::heightLeft() const {
    return std::max<int>(leastHeight, parentWidget()->height() - rest);
}

void ViewSheet::askWhere() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto* dialog = new QFileDialog(this, tr("Save as…"), QDir(folder).filePath(m_fileName));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, &ViewSheet::saveTo);
    dialog->open();
}

void ViewSheet::saveTo(const QString& path) {
    const Outcome saved = exportTo(path, m_bytes);
    say(saved ? filled(tr("Saved: %1"), {path}) : sentence(saved.error()), saved ? Ink::Text : Ink::Ember);
}

QString ViewSheet::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

void ViewSheet::say(const QString& words, Ink ink) {
    dress(m_message, ink);
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

} // namespace bongsu
