// What happened in a world: that the seeds do something is a claim to be checked like any other.
#pragma once

#include <QStringList>

namespace bongsu {

struct Tally {
    quint64 entries = 0;
    quint64 refused = 0;
    quint64 withdrawn = 0; // own events deleted before anybody else saw them
    quint64 voids = 0;
    quint64 commandsTaken = 0;
    quint64 revoked = 0;
    quint64 refusedToRevoked = 0;
    quint64 relayRestarts = 0;
    quint64 desktopRestarts = 0;
    quint64 linesCut = 0;
    quint64 messagesLost = 0;
    quint64 messagesRepeated = 0;
    quint64 fullDisks = 0;
    quint64 unknownCommits = 0;
    quint64 clockStops = 0;
    quint64 clockJumps = 0;
    quint64 halfWritten = 0; // commits during which the power went
    quint64 lyingDisks = 0;
    quint64 syncedAndLost = 0; // commits that a lying disk had said were durable
    quint64 disksLost = 0;
    quint64 backupsRestored = 0;
    quint64 foundBehind = 0;     // a relay learned that it holds less than was acknowledged
    quint64 epochs = 0;          // declared, and numbered
    quint64 carried = 0;         // entries recorded again in another epoch
    quint64 rewound = 0;         // desktops that gave entries up for an epoch
    quint64 splits = 0;          // logs of which two histories were given out
    quint64 secondHistories = 0; // a relay began one
    quint64 forged = 0;
    quint64 forksShown = 0; // desktops that saw two histories
    quint64 stopsShown = 0; // desktops that stopped before what nobody may take
    quint64 unknownKinds = 0;
    quint64 seatsCalled = 0;
    quint64 seatsAccepted = 0;
    quint64 seatsDeclined = 0;
    quint64 callsPassedOn = 0;
    quint64 seatsNobodyTook = 0;
    quint64 tasksSettled = 0;
    quint64 noticesProposed = 0;
    quint64 noticesApproved = 0; // by a second person
    quint64 noticesOverridden = 0;
    quint64 noticesPreapproved = 0;
    quint64 noticesBegun = 0; // went out, on one channel each
    quint64 attached = 0;
    quint64 blobs = 0; // at the relay in the end, whole, named by an entry

    Tally& operator+=(const Tally& other);
    QString line() const;
    // Names of what never happened and should have: everything but voids, which an honest relay never makes.
    QStringList missing() const;
};

} // namespace bongsu
