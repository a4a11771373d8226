// The Pangyo night with channels, texts and a first notice that two people approved: how the page of notices
// is reached.
#pragma once

#include "domain/base/ids.h"

namespace bongsu {

class Stage;

// Published and approved; the viewer (한지우, an admin) may approve, and does not command.
void prepareNotices(Stage& stage);
// The first notice sent by the viewer, and what became of it: all went well but for one channel of which
// nobody knows, and one that failed.
EventId sendTheFirst(Stage& stage);

void openFirstNotice(Stage& stage);
void writeNotice(Stage& stage);
void seeDeliveries(Stage& stage);
void decideUnknown(Stage& stage);
void seeDuty(Stage& stage); // one that somebody began by hand

} // namespace bongsu
