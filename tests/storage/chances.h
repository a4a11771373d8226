// Changes of every kind at random, each made for what a store holds at that moment: most hold, some must not.
#pragma once

#include "storage/samples.h"
#include "world/memorycontents.h"

namespace bongsu {

class Chances {
  public:
    explicit Chances(quint64 seed);

    Change change(const MemoryContents& held);

  private:
    LogId log();
    void addAppend(Change& change, const MemoryContents& held);
    void addRewind(Change& change, const MemoryContents& held);
    void addOwn(Change& change, const MemoryContents& held);
    void addErasure(Change& change, const MemoryContents& held);
    void addRest(Change& change);
    void addBlobs(Change& change, const MemoryContents& held);

    Samples m_samples;
    Samples m_blobSamples;
    std::vector<LogId> m_logs;
    std::vector<OwnEvent> m_made; // every event so far, to be offered again
};

} // namespace bongsu
