// Words as XML can hold them.
#pragma once

#include <QString>

namespace bongsu {

// Without control characters, but for the three kinds of white space it knows as one: XML has no way to write
// the others.
QString inXml(const QString& words);

} // namespace bongsu
