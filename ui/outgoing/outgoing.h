// What leaves an incident's record for people outside the window: the brief, files, paper.
#pragma once

#include "journal/journal.h"
#include "report/sealedfile.h"

namespace bongsu {

struct RetroMaterial;

// As the journal has it now, with this device's own pending lines. The incident is one of the journal's.
RecordSource sourceOf(const Journal& journal, const LogId& log);
RecordPages pagesOf(const Journal& journal, const LogId& log);

std::unique_ptr<RecordForm> jsonLinesOf(const Journal& journal, const LogId& log);
// A retrospective's draft in HTML.
std::unique_ptr<RecordForm> retroOf(const Journal& journal, const LogId& log, Moment now,
                                    const RetroMaterial& material);
// The rest of it is for whoever has it written.
SealedFileParts sealedFileOf(const Journal& journal, const LogId& log, Moment now);

// What a file system takes as a name.
QString fileNameOf(const QString& title);

// The brief as of `now`, in the language installed.
QString briefFor(const Journal& journal, const LogId& log, Moment now);

} // namespace bongsu
