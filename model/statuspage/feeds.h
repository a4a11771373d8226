// What people and programs subscribe to: Atom (RFC 4287), RSS 2.0 and JSON Feed 1.1, an entry for each
// update.
#pragma once

#include "statuspage/publicpage.h"

#include <QByteArray>

#include <map>

namespace bongsu {

// path -> bytes of history.atom, history.rss and feed.json of one language, for a page made harmless before.
// The newest 50 updates of all incidents, newest first; their ids never change, whatever the address of the
// page becomes. An update that was corrected later says so and counts as changed then.
std::map<QString, QByteArray> feedFiles(const PublicPage& page, Language language);

} // namespace bongsu
