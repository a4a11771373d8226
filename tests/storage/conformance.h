// What every EventStore must do, run against each of them.
#pragma once

#include "storage/asking.h"
#include "storage/samples.h"

#include <QObject>

#include <memory>

namespace bongsu {

class Conformance : public QObject {
    Q_OBJECT

  protected:
    virtual std::unique_ptr<StoreUnderTest> makeStore() = 0;

  private Q_SLOTS:
    void init();
    void cleanup();

    void newStoreIsEmpty();
    void entriesComeBackAsTheyWere();
    void appendNeedsTheTipItNames();
    void numberedEventIsNotAppendedAgain();
    void appendWithoutEntriesIsACondition();
    void unsoundChangesAreRefused();
    void pagesEndAtTheirLimits();
    void ownEventsKeepTheirOrder();
    void ownEventGoesThroughItsStates();
    void numberedEventIsNotRecorded();
    void rewoundEntriesAreGone();
    void rewoundEventsMayComeBack();
    void erasedTextIsGone();
    void erasedTextStaysAway();
    void headsAndSettingsAreReplaced();
    void snapshotGoesWithWhatItMayHold();
    void blobsGrowChunkByChunk();
    void blobsAreBegunAnewByTheirAuthor();
    void blobsGoWithTheirEvents();
    void blobsOutOfBoundsAreRefused();
    void waitingCommitsStandOrFallAlone();
    void callsAreAnsweredInTheirOrder();
    void destroyedStoreKeepsWhatItWasGiven();
    void reopenedStoreHoldsTheSame();
    void anyChangesMeanTheSameAsInMemory();

  private:
    BlobBegun begun(quint64 size);
    // Appends to `log` behind what this test knows to be its end.
    LogAppend appended(const LogId& log, int count);

    std::unique_ptr<StoreUnderTest> m_under;
    Samples m_samples{1};
    LogId m_a = LogId::zeros();
    LogId m_b = LogId::zeros();
};

} // namespace bongsu
