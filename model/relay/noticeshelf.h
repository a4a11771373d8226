// The texts of notices, read from the store when they are needed and kept while the relay runs.
#pragma once

#include "domain/base/result.h"
#include "domain/notice/noticetext.h"
#include "relay/sequencer.h"

#include <functional>
#include <memory>

namespace bongsu {

class EventStore;

class NoticeShelf {
  public:
    using Read = std::function<void(const Result<std::shared_ptr<const NoticeTexts>>&)>;

    // Both outlive it.
    NoticeShelf(const Sequencer& sequencer, EventStore& store) : m_sequencer(sequencer), m_store(store) {}

    // Refusal not_found: there is no such notice; malformed: its bytes are no texts. Failure blob.missing:
    // they are not here. Not called once this is gone.
    void read(const LogId& log, const EventId& notice, Read done);
    // All of them, or the first error.
    void readAll(std::vector<std::pair<LogId, EventId>> notices, std::function<void(const Outcome&)> done);
    // Null: it was not read.
    const NoticeTexts* find(const EventId& notice) const;

  private:
    const Sequencer& m_sequencer;
    EventStore& m_store;
    std::map<EventId, std::shared_ptr<const NoticeTexts>> m_texts;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
};

} // namespace bongsu
