// Finding lines: a field, and what was found in this incident or in all of them, newest first.
#pragma once

#include "domain/incident/askedsearch.h"
#include "domain/incident/recordsearch.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

#include <QTimer>

namespace bongsu {

class ComposerField;
class RowList;
class RowListView;

class SearchSheet : public Sheet {
    Q_OBJECT

  public:
    SearchSheet(const WindowParts& parts, QWidget* page);

    // Opens over the record of this incident, with what was asked for last.
    void ask(const LogId& log);

    RowListView& results() { return *m_view; }
    ComposerField& field() { return *m_field; }

  Q_SIGNALS:
    void lineChosen(const bongsu::LogId& log, const bongsu::EventId& event,
                    quint64 seq); // seq 0: no number yet

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    static constexpr int pageLines = 50;
    static constexpr qsizetype bytesAtOnce = 4 << 20; // of words, before the window has its turn

    void build();
    void connectParts();
    QString typed(bool& isBeingTyped) const;
    void search();
    void searchOn();
    void takeFound(const LogId& log, std::vector<TimelineRow> rows, quint64 reading);
    void choose(int row);
    void toggleScope();
    bool complete();
    QString completion() const;
    void tell();
    void name();

    WindowParts m_parts;
    std::optional<LogId> m_log;
    bool m_everywhere = false;
    std::shared_ptr<const RecordSearch> m_search;
    std::vector<LogId> m_left; // the last is being searched
    quint64 m_before = 0;      // in that one
    int m_wanted = 0;          // lines, in all
    bool m_reading = false;
    quint64 m_turn = 0; // what was asked before another search answers to nobody
    QString m_preedit;
    QTimer m_next;
    ComposerField* m_field = nullptr;
    QLabel* m_scope;
    QLabel* m_state;
    QLabel* m_hint;
    RowList* m_rows;
    RowListView* m_view;
};

} // namespace bongsu
