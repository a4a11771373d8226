// Lines of the record beside what is being written: decisions and pinned lines first, or what is searched
// for. Each can be named in the text, or marked as what a finding rests on.
#pragma once

#include "domain/incident/recordsearch.h"
#include "ui/shell/windowparts.h"
#include "ui/style/labels.h"

#include <QTimer>

namespace bongsu {

class ComposerField;
class RowList;
class RowListView;

class EvidenceColumn : public QWidget {
    Q_OBJECT

  public:
    EvidenceColumn(const WindowParts& parts, QWidget* parent);

    void show(const LogId& log); // from its newest lines; what was marked of another is forgotten
    void refresh();              // lines have come; nothing while something is searched for
    ComposerField& field() { return *m_field; }
    RowListView& lines() { return *m_view; }
    const std::vector<EventId>& marked() const { return m_marked; }
    void unmark(); // all of them
    void name();   // in the language installed

  Q_SIGNALS:
    void lineChosen(quint64 seq); // 0: it has no number yet
    void markedChanged();
    void escaped();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    static constexpr int pageLines = 60;
    static constexpr std::size_t mostLookedAt = 350;  // for lines that tell the course
    static constexpr qsizetype bytesAtOnce = 4 << 20; // of words, before the window has its turn

    void search();
    void searchOn();
    std::vector<quint64> worthReading() const;   // newest first: decisions and pinned lines, then the others
    void read(const std::vector<quint64>& seqs); // in this order
    void choose(int row);
    bool isMarked(const EventId& event) const;
    void toggleMark();
    void tell();

    WindowParts m_parts;
    std::optional<LogId> m_log;
    std::shared_ptr<const RecordSearch> m_search;
    quint64 m_size = 0;   // of the record, when it was looked at
    quint64 m_before = 0; // in the record; 0: nothing is searched for
    bool m_reading = false;
    quint64 m_turn = 0; // what was asked before another search answers to nobody
    std::vector<EventId> m_marked;
    std::map<EventId, quint64> m_places; // of those marked
    QTimer m_next;
    QLabel* m_heading;
    ComposerField* m_field;
    QLabel* m_state;
    RowList* m_rows;
    RowListView* m_view = nullptr;
    QLabel* m_hint;
};

} // namespace bongsu
