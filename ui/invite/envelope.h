// A sealed envelope: an invite on one sheet of A4 to be printed, folded and locked away for a quarter.
#pragma once

#include "journal/journal.h"

#include <QString>

class QPagedPaintDevice;
class QPainter;

namespace bongsu {

struct Envelope {
    QString organisation;
    QString line;
    QString issued; // days, as read
    QString until;
};

// Of an invite's line issued at `now` under envelopeTerms().
Envelope envelopeOf(const Journal& journal, const QString& line, Moment now);

// The line in groups that can be typed off, eight characters each: white space in an invite means nothing.
QStringList lineInGroups(const QString& line);

// Black on white, in millimetres of an A4 page that `painter` is scaled to.
void drawEnvelope(QPainter& painter, const Envelope& envelope);

// On one page of A4, to its edges. Failure disk: the device takes nothing.
Outcome printEnvelope(QPagedPaintDevice& device, const Envelope& envelope);

// As a PDF of one page, whole or not at all. Failures disk, disk.full. Not over a file that is there.
Outcome writeEnvelope(const QString& file, const Envelope& envelope);

} // namespace bongsu
