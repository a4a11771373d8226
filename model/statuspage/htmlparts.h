// What the pages share: where a file stands, the frame around every page, an incident's notices.
#pragma once

#include "domain/base/html.h"
#include "statuspage/publicpage.h"

#include <functional>

namespace bongsu {

// A file of one language: Korean at the root, English below en/, with equal names.
struct PageFile {
    Language language;
    QString name; // index.html, incidents/….html

    QString path() const; // from the root
    // Relative addresses from here, so that a copy under any address works.
    QString to(const QString& name) const;     // of the same language
    QString toRoot(const QString& path) const; // of no language
    QString toOther() const;                   // the same page in the other language
};

QString incidentName(const PublicIncident& incident); // incidents/….html
// Its code, or of the two ids where it has none: one of a kind on every page.
QString anchorOf(const PublicIncident& incident, const PublicUpdate& update);

// Text in the page's language; where it was written only in the other, an element that says so.
void sayIn(Html& html, const PageFile& place, const LocalText& text);

// A whole page. `main` writes what is between header and footer.
QByteArray framed(const PublicPage& page, const PageFile& place, const QString& title,
                  const std::function<void(Html&)>& main);

void writeTime(Html& html, const PublicPage& page, const PageFile& place, Moment at);
// Status, beginning, when it was told to be over or when the next notice is promised. (How long it lasted
// nobody told: an outage may have been over long before.)
void writeMeta(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident);
// All, the newest first.
void writeUpdates(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident);
// An incident in a list: its name at heading level 3, and its newest notices, very long ones cut; all stands
// on its own page.
void writeCard(Html& html, const PublicPage& page, const PageFile& place, const PublicIncident& incident,
               std::size_t mostUpdates);

} // namespace bongsu
