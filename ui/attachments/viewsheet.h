// An attachment looked at: the picture or the text, or what it is; brought from the relay first where it is
// not here, and saved to a file.
#pragma once

#include "journal/attachments.h"
#include "ui/shell/sheet.h"

#include <QImage>

class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace bongsu {

class ViewSheet : public Sheet {
    Q_OBJECT

  public:
    // `attachments`: nothing, and no bytes can be had here.
    ViewSheet(Attachments* attachments, const Theme& theme, QWidget* page);

    // `line`: the row's own words, as the record shows them. A row without an attachment is passed over.
    void look(const LogId& log, const TimelineRow& row, const QString& line);
    // Whole or not at all; says how it went.
    void saveTo(const QString& path);
    QString message() const;
    bool isReading() const { return m_reading; }
    const QByteArray& bytes() const { return m_bytes; } // empty until they are here
    QPushButton& saveButton() { return *m_save; }

  protected:
    void fit() override;
    void changeEvent(QEvent* event) override;

  private:
    void build();
    void name();
    void read();
    void taken(const Result<QByteArray>& bytes);
    void showBytes();
    void drawPicture();
    int heightLeft() const; // px, for the picture or the text
    void askWhere();
    void say(const QString& words, Ink ink);

    Attachments* m_attachments;
    std::optional<Result<NamedBlob>> m_named;
    Media m_media = Media::Pdf;
    QString m_fileName;
    QByteArray m_bytes;
    QImage m_image;
    bool m_reading = false;
    quint64 m_turn = 0; // what is answered to an earlier look is nobody's
    QLabel* m_about;
    QLabel* m_picture;
    QPlainTextEdit* m_text;
    QProgressBar* m_progress;
    QLabel* m_message;
    QPushButton* m_again;
    QPushButton* m_save;
    QPushButton* m_close;
};

} // namespace bongsu
