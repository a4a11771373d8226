// What goes on paper: an incident's record, board, brief and forms, and what was written in peacetime.
#pragma once

#include "journal/documents.h"
#include "report/retrodraft.h"
#include "ui/outgoing/outgoing.h"

class QPagedPaintDevice;

namespace bongsu {

enum class Printed {
    Timeline,
    Board,
    Brief,
    Summary,      // ICS 201
    Organisation, // ICS 207
    Activity,     // ICS 214, of one person
    Sitrep,
    Retrospective // its draft
};

struct PrintOrder {
    Printed what;
    LogId log;
    RecordRange range{}; // of the timeline
    Moment asOf;
    std::shared_ptr<const Manual> manual{}; // what its seats are called by; null: none is known here
    std::optional<PersonId> person{};       // of the activity log
    RetroMaterial retro{}; // of the retrospective; for whom it is, and what nobody is to read
    RetroForm form = RetroForm::Full;
    QStringList removed{};
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

// What was written in peacetime.
enum class PeacePaper { Manual, Matrix, Phones, Rosters };
struct PeaceOrder {
    PeacePaper what;
    QString failureType{}; // of the manual
    Moment asOf;
};
// The number of pages. Failure disk as above; refusal not_found: there is no manual of this type; failure
// blob_away: it was published and is not on this device, or cannot be read.
Result<int> printPeace(const Journal& journal, const Documents& documents, const PeaceOrder& order,
                       QPagedPaintDevice& device);
Result<int> printPeaceToFile(const Journal& journal, const Documents& documents, const PeaceOrder& order,
                             const QString& path);

} // namespace bongsu
