// The situation report (상황보고) as it stands now, on one page: read, copied, or handed over, numbered and
// kept as it was.
#pragma once

#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

class QPlainTextEdit;

namespace bongsu {

class ComposerField;
class KeyLines;

class SitrepSheet : public Sheet {
    Q_OBJECT

  public:
    SitrepSheet(const WindowParts& parts, QWidget* page);

    void show(const LogId& log);
    QString shownWords() const;
    ComposerField& party() { return *m_party; }

  Q_SIGNALS:
    void done(const QString& words);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    void name();
    void read();
    void take(const std::vector<TimelineRow>& rows);
    void issue();
    void copy();
    void fit();

    WindowParts m_parts;
    std::optional<LogId> m_log;
    quint64 m_number = 0;
    std::optional<EventId> m_upTo{}; // the newest entry that the page tells; nothing: it is being read
    QLabel* m_about;
    QPlainTextEdit* m_page;
    QLabel* m_partyName;
    ComposerField* m_party;
    QLabel* m_trouble;
    KeyHint* m_enter;
    KeyHint* m_copy;
    KeyHint* m_close;
    KeyLines* m_keys;
};

} // namespace bongsu
