// How long things took: each figure, and for the chosen one what it counts and the entries that it rests on.
#pragma once

#include "domain/incident/measures.h"
#include "report/recordwalk.h"
#include "ui/board/halves.h"
#include "ui/hindsight/pastmeasures.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

class KeyLines;

class MeasuresSheet : public Sheet {
    Q_OBJECT

  public:
    MeasuresSheet(const WindowParts& parts, QWidget* page);
    ~MeasuresSheet() override;

    // Reads the record from its beginning; what it comes to is shown when all is read.
    void show(const LogId& log);
    QListView& list() { return *m_list; }
    QString shownWords() const; // of the chosen one

  Q_SIGNALS:
    void lineChosen(quint64 seq);
    void done(const QString& words);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    void build();
    void name();
    void take(const Result<std::monostate>& read);
    void fill();
    void tell();
    void goTo(bool end); // of the chosen figure: where it ends, or begins
    void copy();
    void tellPast(const Measure& measure);
    const Measure* chosen() const;

    WindowParts m_parts;
    std::optional<LogId> m_log;
    std::shared_ptr<RecordWalk> m_walk;
    std::vector<Measure> m_all;
    PastMeasures m_past;
    PanelModel m_model;
    QLabel* m_summary;
    Halves* m_halves;
    QListView* m_list = nullptr;
    QLabel* m_name;
    QLabel* m_value;
    QLabel* m_formula;
    QLabel* m_entries;
    QLabel* m_pastName;
    QLabel* m_pastOnes; // the same figure of other incidents, a line each
    KeyLines* m_keys;
    KeyHint* m_toEnd;
    KeyHint* m_toBegin;
    KeyHint* m_copy;
    KeyHint* m_close;
};

} // namespace bongsu
