// Unicode normalisation form C as the format means it: of Unicode 14.0, the same on every version of every
// library.
#pragma once

#include <QString>

namespace bongsu {

// Characters that Unicode 14.0 does not assign stand for themselves.
QString toNfc(QStringView text);
bool isNfc(QStringView text);

} // namespace bongsu
