// What is being typed into a composer, as it is kept in the home until it is recorded: a computer that stops
// takes no word away.
#pragma once

#include "domain/base/ids.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace bongsu {

struct Draft {
    QString line;
    // While a line is being corrected: which one, and what was being typed before.
    std::optional<EventId> correcting{};
    QString place{}; // "#15", as it is shown; empty where the line has no number
    QString before{};
    // While a decision is being written.
    bool decision = false;
    QString basis{};
    QString options{};

    bool isEmpty() const { return *this == Draft{}; }
    friend bool operator==(const Draft&, const Draft&) = default;
};

// The journal's setting in which the draft of this incident is kept.
QByteArray draftKey(const LogId& log);

// Empty for an empty draft, which takes the setting away. A draft too long for a setting keeps its line
// alone.
QByteArray toBytes(const Draft& draft);
// An empty draft for anything that toBytes did not write.
Draft draftFromBytes(const QByteArray& bytes);

} // namespace bongsu
