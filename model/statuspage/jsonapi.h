// The public status files that programs read (api/v2), in the form that many tools already know.
#pragma once

#include "statuspage/publicpage.h"

#include <QByteArray>
#include <QJsonObject>

#include <map>

namespace bongsu {

// Compact, with < > and & as \u escapes: harmless even where somebody puts it into a page.
QByteArray jsonBytes(const QJsonObject& object);

// path -> bytes of every api/v2 file of one language, for a page made harmless before. The form has one
// language: Korean at the root, English below en/. The lists of maintenance are empty: none is told yet.
std::map<QString, QByteArray> apiFiles(const PublicPage& page, Language language);

} // namespace bongsu
