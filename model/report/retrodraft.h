// The retrospective as the record gives it: what can be true of it on the first day, and what people added
// since. Every sentence names the entries that it rests on; what only people can know is left blank until
// they say it.
#pragma once

#include "domain/incident/measures.h"
#include "domain/incident/recordindex.h"
#include "domain/retro/material.h"
#include "report/document.h"
#include "report/recordform.h"
#include "report/recordteller.h"

namespace bongsu {

struct RetroGathered;

// Beside the record, whose index outlives the draft.
struct RetroContext {
    const RecordIndex& record; // what later lines say of earlier ones
    RetroMaterial material{};
    Moment now;
    // Full: for those who were there and those who sign it. Public: for everybody, without people, seats and
    // entries, and of the sections those that are open to everybody. Plan and Result: what a ministry
    // ordered.
    RetroForm form = RetroForm::Full;
    QStringList removed{}; // words that nobody is to read
};

class RetroDraft {
  public:
    // Lines that a document tells in full, at most; what is beyond is counted.
    static constexpr std::size_t mostLines = 2000;

    // What `source` names outlives the draft.
    RetroDraft(const RecordSource& source, RetroContext context);
    RetroDraft(const RetroDraft&) = delete; // its teller stays where it is
    RetroDraft& operator=(const RetroDraft&) = delete;

    // Every line of the record in its order.
    void take(const TimelineRow& row);
    // In the language installed.
    Document document() const;

  private:
    bool isChosen(const TimelineRow& row) const;
    void addEntries(Document& document, const RetroGathered& gathered) const;

    RecordSource m_source;
    RetroContext m_context;
    RecordTeller m_teller;
    MeasureTaking m_measures;
    std::vector<TimelineRow> m_rows; // those that sections tell, and that figures may rest on
    quint64 m_left = 0;              // how many more there were
    std::vector<TimelineRow>
        m_counts; // of what was restored: a curve that ended early would say that nothing was
};

// Its document in HTML, as one writes a record out. What `source` names outlives the form.
std::unique_ptr<RecordForm> retroForm(const RecordSource& source, RetroContext context);

} // namespace bongsu
