// What a row of the timeline shows and says, in the language installed.
#pragma once

#include "domain/incident/timeline.h"
#include "journal/journal.h"
#include "ui/style/labels.h"

#include <QImage>
#include <QMetaType>

namespace bongsu {

// What later lines say of a row.
struct About {
    std::vector<TimelineRow> corrections; // oldest first
    bool withdrawn = false;               // its text is gone by its author's wish, not by an admin's
    bool pinned = false;
};

// [from, length) in UTF-16 units: what was searched for.
using Marked = std::vector<std::pair<qsizetype, qsizetype>>;

// A smaller line below the first.
struct RowNote {
    QString words;
    Ink ink = Ink::Quiet;
    Marked marked{};
};

struct RowWords {
    Mark mark = Mark::Square;
    Ink markInk = Ink::Quiet;
    QString time;
    QString line;
    Ink lineInk = Ink::Text;
    bool bold = false;
    bool struck = false;
    Marked marked{};
    QString tail; // quiet words behind the line: whose word it is
    std::vector<RowNote> notes;
    std::vector<QString> tags; // in boxes behind the last note
    QImage picture;            // of what was attached, small, below all words
    bool decision = false;     // stands out
    QString person;
    StateMark state = StateMark::Full;
    Ink stateInk = Ink::Quiet;
    QString number;
    QString spoken; // the whole row for a screen reader
};

// Where words for a row come from.
struct RowContext {
    const Journal& journal;
    const LogId& log;
    OwnState state;  // of an own event; Recorded for all others
    bool covered;    // a signed head of the relay vouches for it
    bool threeTimes; // show when it happened, was written and was recorded
    const About* about = nullptr;
};

RowWords wordsFor(const TimelineRow& row, const RowContext& context);

// The rows as plain text, to be pasted elsewhere: time, line, who and number, and what stands below it.
QString plainText(const RowWords& words);

} // namespace bongsu

Q_DECLARE_METATYPE(bongsu::RowWords)
