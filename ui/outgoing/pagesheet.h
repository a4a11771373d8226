// A page of plain text about an incident as it stands now: read, and copied (F5).
#pragma once

#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

class QPlainTextEdit;

namespace bongsu {

class KeyLines;

class PageSheet : public Sheet {
    Q_OBJECT

  public:
    QString shownWords() const;

  Q_SIGNALS:
    void done(const QString& words); // what was done with it, to be said

  protected:
    // `firstKey`: of what else can be done with the page; empty: nothing.
    PageSheet(const WindowParts& parts, QWidget* page, const QString& firstKey = {});

    // Opens with the focus in `focus`; read() is asked for the page.
    void openFor(const LogId& log, QWidget* focus);
    // Of the incident that it was opened for.
    virtual void read() = 0;
    // These lines of the record, own ones without a number behind them, are given to take(); what hinders it
    // is said.
    void readLines(const std::vector<quint64>& seqs);
    virtual void take(const std::vector<TimelineRow>& rows) = 0;
    virtual void name(); // in the language installed; the base names its keys
    virtual QString copiedWords() const = 0;

    const WindowParts& parts() const { return m_parts; }
    const std::optional<LogId>& log() const { return m_log; }
    QPlainTextEdit& text() { return *m_text; }
    KeyHint& firstKey() { return *m_first; } // where one was given
    void addAbove(QWidget* part);            // of the text
    void addBelow(QWidget* part);
    void sayTrouble(const QString& words);
    void copyByKeyIn(QWidget* part); // F5 there, too

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    void copy();

    WindowParts m_parts;
    std::optional<LogId> m_log;
    QPlainTextEdit* m_text;
    QLabel* m_trouble;
    KeyLines* m_keys;
    KeyHint* m_first = nullptr;
    KeyHint* m_copy;
    KeyHint* m_close;
};

} // namespace bongsu
