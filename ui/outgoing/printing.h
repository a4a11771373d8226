// An incident on paper: its timeline, its board on a page, or its brief.
#pragma once

#include "ui/outgoing/outgoing.h"

class QPagedPaintDevice;

namespace bongsu {

enum class Printed { Timeline, Board, Brief };

struct PrintOrder {
    Printed what;
    LogId log;
    RecordRange range{}; // of the timeline
    Moment asOf;
};

// Reads the record page by page, then lays it out on the device, which outlives the printing; black on white,
// A4, whatever the window's theme. `done` is called once with the number of pages, later or at once, unless
// the walk is cancelled before. Failure disk: the device takes nothing.
std::shared_ptr<RecordWalk> printIncident(const Journal& journal, const PrintOrder& order,
                                          QPagedPaintDevice& device,
                                          std::function<void(const Result<int>& pages)> done);

// The same into a PDF file, which is there whole or not at all.
std::shared_ptr<RecordWalk> printToFile(const Journal& journal, const PrintOrder& order, const QString& path,
                                        std::function<void(const Result<int>& pages)> done);

} // namespace bongsu
