// A roster as calendars write it: iCalendar, RFC 5545 (docs/rosters.md).
#pragma once

#include "domain/base/documentfault.h"
#include "domain/roster/roster.h"

#include <tl/expected.hpp>

#include <QByteArrayView>

namespace bongsu {

// Times without a zone, and days, are read as this zone's where a file does not say otherwise: the same on
// every desktop, wherever it stands.
inline constexpr const char* usualZone = "Asia/Seoul";

struct RosterReading {
    QString key;                 // the roster's own name: the department of what names none
    Span within;                 // shifts that run in it are given
    QByteArray zone = usualZone; // as the IANA calls it
};

// In order of time. The error: what is wrong, as in cataloguefile.h; then nothing of the file counts. Never
// throws, and takes under a second, whatever the bytes are.
tl::expected<std::vector<Shift>, std::vector<DocumentFault>> readRoster(QByteArrayView bytes,
                                                                        const RosterReading& reading);

// Under this name, in UTC, in whole seconds; `stamped` is when it was made. The same shifts have the same
// UIDs in every file.
QByteArray writeRoster(const QString& name, const std::vector<Shift>& shifts, Moment stamped);

} // namespace bongsu
