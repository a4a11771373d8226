// What seats and types of failure are called by people who have no manual before them. A manual may call its
// seats otherwise.
#pragma once

#include "domain/manual/manual.h"

namespace bongsu {

// "Incident commander" for "commander"; the key itself for a seat that is not known to everybody.
QString nameOfSeat(const QString& key);
// As the manual calls it, in the language installed, where one is given and knows it.
QString nameOfSeat(const QString& key, const Manual* manual);
// "Loss of a whole data centre" for "site-loss"; the key itself for one of the organisation's own.
QString nameOfFailureType(const QString& key);

// Which of what a manual says in both is shown: the language installed.
Language languageInstalled();

} // namespace bongsu
