// The style sheet that stands in every page (page.css, taken in when this is built).
#pragma once

#include <QByteArray>

namespace bongsu {

const QByteArray& pageStyle();
QByteArray pageStyleHash(); // SHA-256 of it in base64: the one style that the pages allow themselves

} // namespace bongsu
