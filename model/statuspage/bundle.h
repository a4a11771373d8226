// Every file of a public status page, with a signature beside each, and the order in which they are put out.
#pragma once

#include "domain/event/event.h"
#include "statuspage/publicpage.h"

#include <map>
#include <vector>

namespace bongsu {

using Bundle = std::map<QString, QByteArray>; // path from the page's root, without a slash before it -> bytes

// Equal pages and signers give equal bytes. For every file but signatures there is `<path>.sig`: the
// signature of pageMessage() in base64 and a line end. docs/statuspage.md has the form of each.
Bundle bundleOf(const PublicPage& page, const Signer& signer);

// T"page" | path in UTF-8 | 0x00 | bytes.
QByteArray pageMessage(const QString& path, QByteArrayView bytes);
QString signaturePath(const QString& path); // <path>.sig

// All paths of `bundle`, in an order in which no file that a reader may see names one that is not there yet:
// a signature before its file, the pages of incidents and years first, then lists, files for programs and
// banner, the two front pages last.
std::vector<QString> publishingOrder(const Bundle& bundle);
// What of `published` (paths that are out now) is not in `bundle` any more, to be taken out after all of it
// is there; a file before its signature.
std::vector<QString> outdated(const std::vector<QString>& published, const Bundle& bundle);

} // namespace bongsu
