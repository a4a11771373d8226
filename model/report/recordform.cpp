#include "report/recordform.h"

namespace bongsu {

bool RecordRange::holds(const TimelineRow& row) const {
    const Moment told = row.times.told();
    return (!since || told >= *since) && (!until || told <= *until);
}

void RecordForm::learn(const TimelineRow&) {}

} // namespace bongsu
