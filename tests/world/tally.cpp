#include "world/tally.h"

#include <array>
#include <utility>

namespace bongsu {

namespace {
struct Counter {
    const char* name;
    quint64 Tally::*value;
    bool always = true; // in any hundred seeds, whatever ordeals they are given
};
constexpr std::array counters{
    Counter{"entries", &Tally::entries},
    Counter{"refused", &Tally::refused},
    Counter{"withdrawn", &Tally::withdrawn},
    Counter{"void", &Tally::voids},
    Counter{"commands taken", &Tally::commandsTaken},
    Counter{"revoked", &Tally::revoked},
    Counter{"refused to revoked", &Tally::refusedToRevoked},
    Counter{"relay restarts", &Tally::relayRestarts},
    Counter{"desktop restarts", &Tally::desktopRestarts},
    Counter{"lines cut", &Tally::linesCut},
    Counter{"messages lost", &Tally::messagesLost},
    Counter{"messages repeated", &Tally::messagesRepeated},
    Counter{"full disks", &Tally::fullDisks},
    Counter{"unknown commits", &Tally::unknownCommits},
    Counter{"clock stops", &Tally::clockStops},
    Counter{"clock jumps", &Tally::clockJumps},
    Counter{"commits half written", &Tally::halfWritten},
    Counter{"lying disks", &Tally::lyingDisks},
    Counter{"commits lost that were said to be durable", &Tally::syncedAndLost},
    Counter{"disks lost", &Tally::disksLost, false},
    Counter{"backups restored", &Tally::backupsRestored, false},
    Counter{"relays found behind", &Tally::foundBehind, false},
    Counter{"epochs", &Tally::epochs, false},
    Counter{"carried into an epoch", &Tally::carried, false},
    Counter{"rewound", &Tally::rewound, false},
    Counter{"two histories", &Tally::splits, false},
    Counter{"second histories", &Tally::secondHistories, false},
    Counter{"forged", &Tally::forged, false},
    Counter{"desktops that saw a fork", &Tally::forksShown, false},
    Counter{"desktops that stopped", &Tally::stopsShown, false},
    Counter{"of kinds nobody knows", &Tally::unknownKinds},
    Counter{"seats called", &Tally::seatsCalled},
    Counter{"seats accepted", &Tally::seatsAccepted},
    Counter{"seats declined", &Tally::seatsDeclined},
    Counter{"calls passed on", &Tally::callsPassedOn},
    Counter{"seats nobody took", &Tally::seatsNobodyTook},
    Counter{"tasks settled", &Tally::tasksSettled},
    Counter{"notices proposed", &Tally::noticesProposed},
    Counter{"notices approved", &Tally::noticesApproved},
    Counter{"notices let out alone", &Tally::noticesOverridden},
    Counter{"first notices", &Tally::noticesPreapproved},
    Counter{"notices begun", &Tally::noticesBegun},
    Counter{"attached", &Tally::attached},
    Counter{"blobs", &Tally::blobs},
};
} // namespace

Tally& Tally::operator+=(const Tally& other) {
    for (const Counter& counter : counters) {
        this->*counter.value += other.*counter.value;
    }
    return *this;
}

QString Tally::line() const {
    QStringList parts;
    for (const Counter& counter : counters) {
        parts.append(QStringLiteral("%1 %2").arg(this->*counter.value).arg(QLatin1String(counter.name)));
    }
    return parts.join(QStringLiteral(", "));
}

QStringList Tally::missing() const {
    QStringList names;
    for (const Counter& counter : counters) {
        if (counter.always && counter.value != &Tally::voids && this->*counter.value == 0) {
            names.append(QLatin1String(counter.name));
        }
    }
    return names;
}

} // namespace bongsu
