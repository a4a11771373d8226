// What others did while somebody was away: how many of what, and the lines worth reading.
#pragma once

#include "domain/incident/recordsearch.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

// Somebody is writing: a letter, or an input method at work.
bool isTyped(const QEvent& event);

class RowList;
class RowListView;

// "Decisions 2 · notices 1 · service changes 4"; other lines alone are counted as lines.
QString wordsFor(const AwaySummary& away);

class AwaySheet : public Sheet {
    Q_OBJECT

  public:
    AwaySheet(const WindowParts& parts, QWidget* page);

    // Everything from this number up; `since`: when they left. `typing`: the cursor stays where it is.
    void tell(const LogId& log, quint64 fromSeq, Moment since, bool typing);
    // A key for what lies below; true: it was the sheet's. What is typed closes the sheet and loses nothing.
    bool hearsOver(const QEvent& event);
    const QLabel& summary() const { return *m_summary; }

  Q_SIGNALS:
    void lineChosen(quint64 seq);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    static constexpr int mostLines = 100; // the newest of them

    void name();
    bool hearsKey(const QKeyEvent& key);

    WindowParts m_parts;
    AwaySummary m_away;
    Moment m_since{};
    quint64 m_turn = 0;
    QLabel* m_summary;
    RowList* m_rows;
    RowListView* m_view;
};

} // namespace bongsu
