// Where a section is written: plain text, and for whom it will be open.
#pragma once

#include "ui/retro/retrodrafts.h"
#include "ui/style/labels.h"

class QPlainTextEdit;

namespace bongsu {

class Choices;

class SectionEditor : public QWidget {
    Q_OBJECT

  public:
    explicit SectionEditor(QWidget* parent);

    // `note`: what its author ought to know of the text, if anything.
    void begin(const QString& title, const SectionDraft& draft, const QString& note);
    SectionDraft draft() const;        // as it stands
    void insert(const QString& words); // where the cursor is
    QPlainTextEdit& text() { return *m_text; }
    Choices& openTo() { return *m_openTo; }
    QString note() const { return m_note->text(); }
    void name(); // in the language installed

  Q_SIGNALS:
    void changed();

  private:
    std::vector<EventId> m_against;
    QLabel* m_title;
    QLabel* m_note;
    QPlainTextEdit* m_text;
    QLabel* m_openName;
    Choices* m_openTo;
};

} // namespace bongsu
