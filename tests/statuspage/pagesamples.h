// Pages for the tests: the outage of October 2022 as it was told, quiet days, many services, hostile texts.
#pragma once

#include "statuspage/told.h"

namespace bongsu::samples {

QString text(const char* utf8);
Moment at(const char* iso);

// Ten services of a messenger company, four of them known to users by one name, one not known to them at all.
Catalogue messengerCatalogue();
PageAbout messengerAbout();
// As of 20:55 of the first day, with an incident of eleven days before that is over.
PublicPage pangyo();
// The same, ten days later: over.
PublicPage pangyoOver();
PublicPage quiet();
PublicPage nothing(); // no services, no incidents
// 40 components in 8 groups and 10 incidents, 6 of them open, each with 5 updates.
PublicPage large();
// Every text, name, id, code and address an attack.
PublicPage hostile();

} // namespace bongsu::samples
