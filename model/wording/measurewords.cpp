#include "wording/measurewords.h"

#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

// What happens once, when it is over; nobody failed to do it before.
bool isAnEnd(MeasureKind kind) {
    return kind == MeasureKind::Restored || kind == MeasureKind::AllRestored || kind == MeasureKind::Closed;
}

} // namespace

QString nameOf(MeasureKind kind) {
    switch (kind) {
    case MeasureKind::Detected:
        return translate("Measure", "Detected");
    case MeasureKind::Declared:
        return translate("Measure", "Declared");
    case MeasureKind::Commanded:
        return translate("Measure", "Somebody in command");
    case MeasureKind::FirstNotice:
        return translate("Measure", "First notice");
    case MeasureKind::StatutoryNotice:
        return translate("Measure", "All three statutory items told");
    case MeasureKind::Mitigated:
        return translate("Measure", "First improvement");
    case MeasureKind::Restored:
        return translate("Measure", "Restored");
    case MeasureKind::AllRestored:
        return translate("Measure", "All restored");
    case MeasureKind::Closed:
        return translate("Measure", "Closed", "how long until the incident was closed");
    case MeasureKind::NoticeGap:
        return translate("Measure", "Longest time without a notice");
    case MeasureKind::PromiseMissed:
        return translate("Measure", "Promised notice late");
    case MeasureKind::Unaccepted:
        return translate("Measure", "Unaccepted");
    case MeasureKind::Succession:
        return translate("Measure", "Called after the first");
    }
    return QStringLiteral("?");
}

QString formulaOf(MeasureKind kind) {
    switch (kind) {
    case MeasureKind::Detected:
        return translate("Measure", "outage began \u2192 first line by somebody who knew of it");
    case MeasureKind::Declared:
        return translate("Measure", "outage began \u2192 incident declared");
    case MeasureKind::Commanded:
        return translate("Measure", "outage began \u2192 somebody named accepted command");
    case MeasureKind::FirstNotice:
        return translate("Measure", "outage began \u2192 first notice to users that went out");
    case MeasureKind::StatutoryNotice:
        return translate("Measure",
                         "outage began \u2192 what happened, what is done and whom to ask stood in notices "
                         "that went out");
    case MeasureKind::Mitigated:
        return translate("Measure", "outage began \u2192 something better than at its worst");
    case MeasureKind::Restored:
        return translate("Measure", "outage began \u2192 last stated to be in order again");
    case MeasureKind::AllRestored:
        return translate("Measure", "outage began \u2192 everything that was out is in order again");
    case MeasureKind::Closed:
        return translate("Measure", "outage began \u2192 incident closed");
    case MeasureKind::NoticeGap:
        return translate("Measure", "one notice \u2192 the next one, or all restored");
    case MeasureKind::PromiseMissed:
        return translate("Measure", "promised time \u2192 next notice");
    case MeasureKind::Unaccepted:
        return translate("Measure", "called \u2192 accepted, all times together while nobody had the seat");
    case MeasureKind::Succession:
        return translate("Measure", "the most people called to one seat after the first");
    }
    return QStringLiteral("?");
}

QString nameOf(const Measure& measure, const std::function<QString(const QString&)>& seatName) {
    const QString of = !measure.service.service.isEmpty()
                           ? measure.service.function.isEmpty()
                                 ? measure.service.service
                                 : filled(QStringLiteral("%1 \u00B7 %2"),
                                          {measure.service.service, measure.service.function})
                       : measure.seat.isEmpty() ? QString()
                                                : seatName(measure.seat);
    const QString name = nameOf(measure.kind);
    return of.isEmpty() ? name : filled(QStringLiteral("%1: %2"), {name, of});
}

QString valueOf(const Measure& measure) {
    if (measure.kind == MeasureKind::Succession) {
        return numberOf(measure.count.value_or(0));
    }
    if (measure.why == Unmeasured::Afterwards) {
        return translate("Measure", "declared when it was over");
    }
    if (measure.why == Unmeasured::NotYet && isAnEnd(measure.kind)) {
        return translate("Measure", "not yet", "something is not restored, or not closed");
    }
    if (measure.why == Unmeasured::NotYet) {
        return measure.length ? filled(translate("Measure", "%1, and still"), {lasting(*measure.length)})
                              : translate("Measure", "not in the record");
    }
    return measure.length ? lasting(*measure.length) : QString();
}

bool isRemarkable(const Measure& measure) {
    return measure.kind == MeasureKind::PromiseMissed ||
           (measure.why == Unmeasured::NotYet && !isAnEnd(measure.kind));
}

QString pointWords(const MeasurePoint& point, Moment now) {
    const QString place =
        filled(QStringLiteral("%1 #%2"), {clockSeenFrom(point.at, now), QString::number(point.seq)});
    return point.source ? filled(QStringLiteral("%1 (%2)"), {place, nameOf(*point.source)}) : place;
}

} // namespace bongsu
