// A ZIP archive in memory, as office documents are: the one place that knows libzip.
#pragma once

#include "domain/base/result.h"

#include <QByteArray>

#include <vector>

namespace bongsu {

struct ZippedFile {
    QByteArray name; // with its folders
    QByteArray bytes;
    bool packed = true; // else as it is: what tells a document's kind by its first bytes
};

// In this order, all of 1 January 1980: the same files give the same bytes. Failure disk: the library can
// not.
Result<QByteArray> zipped(const std::vector<ZippedFile>& files);

} // namespace bongsu
