// How far logs were judged by an earlier state of the organisation.
#pragma once

#include "storage/eventstore.h"

namespace bongsu {

// The last number in each of these logs that was judged by no later entry of the organisation's log than
// `orgSeq`, for those that have later ones. Failures as of the store, corrupt; the store outlives the answer.
void lastJudgedBy(EventStore& store, std::vector<LogId> logs, quint64 orgSeq,
                  EventStore::Done<std::map<LogId, quint64>> done);

} // namespace bongsu
