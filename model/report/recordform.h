// How a record is written down for other tools: a head, a piece for each line in its order, an end.
#pragma once

#include "report/recordsource.h"

#include <QByteArray>

#include <memory>

namespace bongsu {

// Which lines are written, by the time they tell of. Nothing: without that bound.
struct RecordRange {
    std::optional<Moment> since;
    std::optional<Moment> until; // this moment too

    bool holds(const TimelineRow& row) const;
};

class RecordForm {
  public:
    virtual ~RecordForm() = default;
    // Whether every line of the record, inside the range and outside, has to be learnt before one is written:
    // what later lines say of earlier ones stands beside them.
    virtual bool looksAhead() const { return false; }
    virtual void learn(const TimelineRow& row);
    virtual QByteArray head() = 0;
    virtual QByteArray line(const TimelineRow& row) = 0;
    virtual QByteArray end() { return {}; }
};

// For spreadsheets: RFC 4180 with a byte order mark, a column for each thing an entry may say. A cell that a
// spreadsheet would take for a formula begins with an apostrophe. The columns keep their order for ever; new
// ones come behind. What `source` names outlives the form.
std::unique_ptr<RecordForm> csvForm(const RecordSource& source);
// The names of its columns, in order.
QStringList csvColumns();

// For people: days, lines with their times, decisions with basis and options, corrections beside what they
// correct, why a line does not count. What people wrote is escaped. What `source` names outlives the form.
std::unique_ptr<RecordForm> markdownForm(const RecordSource& source, const RecordRange& range, Moment asOf);

} // namespace bongsu
