// Why a message did not go out, or nobody knows whether it did.
#pragma once

#include <QString>

namespace bongsu {

// Of the word that a relay records of a delivery or a page (sendingcode in channel/sending.h, and its own);
// the word itself where this program does not know it.
QString causeName(const QString& cause);

} // namespace bongsu
