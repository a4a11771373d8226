// A calendar's file before it becomes a roster: what is wrong with it, or what it would mean; Enter
// publishes.
#pragma once

#include "journal/rosters.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

class ComposerField;
class Scrolled;

class RosterImport : public Sheet {
    Q_OBJECT

  public:
    RosterImport(const WindowParts& parts, QWidget* page);

    // `key`: of the roster that it would take the place of; empty: none is proposed.
    void openFor(const QString& path, const QString& key);
    ComposerField& key() { return *m_key; }
    ComposerField& reason() { return *m_reason; }
    QString shownWords() const;
    bool mayPublish() const; // nothing is wrong, and whoever sits here may

  Q_SIGNALS:
    void published(const QString& words); // and the sheet has closed

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void name();
    void readFile();
    void look();
    void tellMeaning(const std::vector<Shift>& shifts);
    void tellFaults(const std::vector<DocumentFault>& faults);
    void tellWhatItReplaces();
    void say(const QString& words, Ink ink);
    void publish();

    WindowParts m_parts;
    QString m_path;
    Result<QByteArray> m_bytes{QByteArray()};
    bool m_isRight = false;
    QLabel* m_file;
    QLabel* m_keyName;
    ComposerField* m_key;
    QLabel* m_keyMeans;
    QLabel* m_reasonName;
    ComposerField* m_reason;
    QWidget* m_words;
    Scrolled* m_scrolled;
    KeyHint* m_publish;
    KeyHint* m_close;
};

} // namespace bongsu
