// What seats and types of failure are called by people who have no manual before them. A manual may call its
// seats otherwise.
#pragma once

#include <QString>

namespace bongsu {

// "Incident commander" for "commander"; the key itself for a seat that is not known to everybody.
QString nameOfSeat(const QString& key);
// "Loss of a whole data centre" for "site-loss"; the key itself for one of the organisation's own.
QString nameOfFailureType(const QString& key);

} // namespace bongsu
