#include "relay/noticeshelf.h"

#include "relay/wholeblob.h"

namespace bongsu {

const NoticeTexts* NoticeShelf::find(const EventId& notice) const {
    const auto found = m_texts.find(notice);
    return found == m_texts.end() ? nullptr : found->second.get();
}

void NoticeShelf::read(const LogId& log, const EventId& notice, Read done) {
    if (const auto held = m_texts.find(notice); held != m_texts.end()) {
        done(held->second);
        return;
    }
    const Incident* incident = m_sequencer.ledger().incident(log);
    const auto status = incident ? incident->notices.find(notice) : decltype(incident->notices.end())();
    if (!incident || status == incident->notices.end()) {
        done(refuse(refusal::notFound, "notice"));
        return;
    }
    readWholeBlob(m_store, status->second.blob,
                  [this, alive = std::weak_ptr(m_alive), notice,
                   done = std::move(done)](const Result<QByteArray>& bytes) {
                      if (alive.expired()) {
                          return;
                      }
                      const auto texts = bytes ? decodeNoticeTexts(*bytes) : std::nullopt;
                      if (!texts) {
                          done(bytes ? refuse(refusal::malformed, "texts") : errorOf(bytes));
                          return;
                      }
                      const auto kept = std::make_shared<const NoticeTexts>(*texts);
                      m_texts.insert_or_assign(notice, kept);
                      done(kept);
                  });
}

void NoticeShelf::readAll(std::vector<std::pair<LogId, EventId>> notices,
                          std::function<void(const Outcome&)> done) {
    if (notices.empty()) {
        done({});
        return;
    }
    const auto [log, notice] = notices.back();
    notices.pop_back();
    read(log, notice,
         [this, notices = std::move(notices), done = std::move(done)](const auto& texts) mutable {
             if (texts) {
                 readAll(std::move(notices), std::move(done));
             } else {
                 done(errorOf(texts));
             }
         });
}

} // namespace bongsu
