// Incidents as their records held them at an earlier moment: what was known then, and nothing that came
// later.
#pragma once

#include "domain/incident/history.h"
#include "journal/journal.h"

#include <variant>

namespace bongsu {

// An incident as its log stood at a moment, by when entries were recorded.
struct AsOf {
    Moment at;           // as asked; of an entry, when it was recorded
    PastIncident past;   // its seq: the newest entry of them; 0: there was none
    quint64 lastSeq = 0; // of the log as it is now
};

class Hindsight {
  public:
    using Found = std::function<void(Result<AsOf>)>;

    // The journal outlives it.
    explicit Hindsight(Journal& journal) : m_journal(journal) {}

    // The first time, all of the record is read; then only what came since, and from the nearest state kept.
    // One question at a time: the newest asked, while another one is being answered, is answered after it,
    // and those between the two never are. Refusals unknown_log, not_found (an epoch is taking entries away:
    // ask again); failures as of the store.
    void ask(const LogId& log, Moment at, Found found) { ask({log, at, std::move(found)}); }
    // As it stood when that entry was its newest; beyond the last: the last.
    void ask(const LogId& log, quint64 seq, Found found) { ask({log, seq, std::move(found)}); }

  private:
    struct Question {
        LogId log;
        std::variant<Moment, quint64> place;
        Found found;
    };
    void ask(Question question);
    using Take = std::function<Verdict(const KeptEntry&)>;
    void learn(const Question& question);
    void find(const Question& question);
    // Every entry from one number to another, in order.
    void each(const Question& question, quint64 fromSeq, quint64 toSeq, const Take& take,
              const std::function<void()>& then);
    void answer(const Question& question, const Result<AsOf>& found);

    Journal& m_journal;
    std::map<LogId, IncidentHistory> m_histories;
    bool m_isAnswering = false;
    std::optional<Question> m_next;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0); // the store may answer after this
};

} // namespace bongsu
