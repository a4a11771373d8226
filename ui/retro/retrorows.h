// What the page of looking back lists, in the language installed: the steps, what authors write, what was
// found, what was looked at, what is to be done, and what people sign.
#pragma once

#include "domain/retro/outline.h"
#include "domain/retro/register.h"
#include "ui/services/servicedetails.h"

namespace bongsu {

// What the page is made of at one moment; what it names outlives it.
struct RetroView {
    BoardContext board;
    const RetroProcess& process;
    RetroOutline outline;
    const std::map<EventId, Result<QString>>& words; // of the sections' versions that have been read
    const std::set<QString>& drafts;                 // sections that somebody began to write here
};

// What a line of the list stands for.
struct RetroItem {
    enum class Kind {
        Heading,
        Step,
        Section,
        Unchecked, // every check that nobody has made yet
        Safety,
        NewFinding,
        Finding,
        NewAction,
        Action,
        NewDocument,
        Document
    };
    Kind kind = Kind::Heading;
    QString key{};                  // of a step, a section or a service
    std::optional<EventId> event{}; // of a finding, an action or a document
    QString line() const;           // tells it from the others
    friend bool operator==(const RetroItem&, const RetroItem&) = default;
};
struct RetroRow {
    RetroItem item;
    PanelLine line;
};
std::vector<RetroRow> retroRows(const RetroView& view);

// What an author reads of the chosen line, beside it.
Details retroDetails(const RetroView& view, const RetroItem& item);

// What the document calls it, and its key where it does not know it.
QString stepName(const RetroView& view, const QString& key);
QString sectionName(const RetroView& view, const QString& key);
QString headingName(const RetroProcess& process, const QString& key);
// Null: there is none of that key.
const StepLine* stepOf(const RetroOutline& outline, const QString& key);
const OutlineSection* sectionOf(const RetroOutline& outline, const QString& key);

// "11/30", or "2023/1/14" of another year than this one.
QString dayWords(const QDate& day, Moment now);
QDate lastDayOf(const DutyEnd& end);
// The words of an entry's text, "" where they are erased.
QString saidIn(const Journal& journal, const EventId& event);
// "#15"; without a number yet: "".
QString placeWords(const Journal& journal, const LogId& log, const EventId& event);
// One action as a line, and all that is known of it.
PanelLine actionLine(const BoardContext& board, const RegisterLine& line);
Details actionDetails(const BoardContext& board, const RetroProcess& process, const RegisterLine& line);

} // namespace bongsu
