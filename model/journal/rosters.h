// The organisation's rosters one by one, as they were published, and files that are to become one.
#pragma once

#include "domain/base/documentfault.h"
#include "domain/roster/roster.h"
#include "journal/documents.h"

#include <tl/expected.hpp>

namespace bongsu {

// How far a roster is looked through when it is published: they are made for months.
inline constexpr auto rosterChecked = std::chrono::hours(24 * 92);

struct HeldRoster {
    QString key;
    EventId version;
    Documents::Standing standing; // never None
    std::vector<Shift> shifts{};  // in order of time; only of one that is here and can be read
};
// Every one that was published, with its shifts in this time. Reads the files: up to some tenths of a second
// for each of the largest.
std::vector<HeldRoster> rostersOf(const Journal& journal, const Documents& documents, const Span& within);
// The shifts of all of them in order of time; one that stands in two is given once.
std::vector<Shift> shiftsOf(const std::vector<HeldRoster>& rosters);

// What a file gives under this key: its shifts around now and as far as rosterChecked. The error: what is
// wrong with it, with lines; then nothing of it counts.
using RosterRead = tl::expected<std::vector<Shift>, std::vector<DocumentFault>>;
RosterRead rosterIn(QByteArrayView bytes, const QString& key, Moment now);
// The other way round: a file for other calendars, under this name.
QByteArray calendarOf(const QString& name, const std::vector<Shift>& shifts, Moment now);

} // namespace bongsu
