// The brief of a handover (인수인계 브리핑): how things stand and what is to be done, for whoever takes over
// a seat, as of now.
#pragma once

#include "ui/roles/incidentmanual.h"
#include "ui/shell/sheet.h"

class QPlainTextEdit;

namespace bongsu {

class HandoverSheet : public Sheet {
    Q_OBJECT

  public:
    HandoverSheet(const WindowParts& parts, const IncidentManual& manual, QWidget* page);

    // Of this seat; empty: of the one where the viewer looks first.
    void show(const LogId& log, const QString& seat);
    QString shownSeat() const { return m_seat; }
    QString shownWords() const;

  Q_SIGNALS:
    void done(const QString& words);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void name();
    void read();
    void take(const std::vector<TimelineRow>& rows);
    void copy();
    void fit();

    WindowParts m_parts;
    const IncidentManual& m_manual;
    std::optional<LogId> m_log;
    QString m_seat;
    QPlainTextEdit* m_page;
    QLabel* m_trouble;
    KeyHint* m_copy;
    KeyHint* m_close;
};

} // namespace bongsu
