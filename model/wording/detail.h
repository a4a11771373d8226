// What a refusal's or failure's detail is called: a field, a limit, an id.
#pragma once

#include <QByteArray>
#include <QString>

namespace bongsu {

// In the language installed; what is not known by name stays as it is, an id by its first digits.
QString nameOfDetail(const QByteArray& detail);

} // namespace bongsu
