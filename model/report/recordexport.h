// Writes a record into a file, which is there whole or not at all.
#pragma once

#include "report/recordform.h"
#include "report/recordwalk.h"

namespace bongsu {

struct ExportWritten {
    QString path;
    quint64 lines = 0;
};

struct RecordExportParts {
    RecordPages pages;
    RecordRange range;
    std::unique_ptr<RecordForm> form;
    QString path;
    std::function<void(int percent)> progress; // rising, to 100; may be none
    std::function<void(const Result<ExportWritten>&)> done;
};
// `done` is called once, later or at once, unless the walk is cancelled before: then nothing is left of the
// file. Nothing is given back where the file cannot be opened.
std::shared_ptr<RecordWalk> exportRecord(RecordExportParts parts);

} // namespace bongsu
