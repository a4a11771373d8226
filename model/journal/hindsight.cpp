#include "journal/hindsight.h"

#include <algorithm>

namespace bongsu {

void Hindsight::ask(Question question) {
    if (m_isAnswering) {
        m_next = std::move(question);
        return;
    }
    m_isAnswering = true;
    learn(question);
}

void Hindsight::learn(const Question& question) {
    const auto tip = m_journal.ledger().tip(question.log);
    if (!tip || m_journal.ledger().isOrganisation(question.log)) {
        answer(question, refuse(refusal::unknownLog));
        return;
    }
    IncidentHistory& history = m_histories[question.log];
    if (!history.isOf(m_journal.ledger(), question.log)) {
        history = {};
    }
    each(
        question, history.size() + 1, tip->seq,
        [this, &history](const KeptEntry& kept) { return history.take(m_journal.ledger(), kept); },
        [this, question] { find(question); });
}

void Hindsight::find(const Question& question) {
    const IncidentHistory& history = m_histories[question.log];
    const auto* at = std::get_if<Moment>(&question.place);
    const quint64 wanted =
        at ? history.seqAt(*at) : std::clamp<quint64>(std::get<quint64>(question.place), 1, history.size());
    const auto past = std::make_shared<PastIncident>(history.nearest(wanted));
    each(
        question, past->seq + 1, wanted,
        [this, past](const KeptEntry& kept) { return foldOn(*past, m_journal.ledger(), kept); },
        [this, question, past, &history, wanted, at = at ? *at : history.recordedAt(wanted)] {
            answer(question, AsOf{at, std::move(*past), history.size()});
        });
}

void Hindsight::each(const Question& question, quint64 fromSeq, quint64 toSeq, const Take& take,
                     const std::function<void()>& then) {
    if (fromSeq > toSeq) {
        then();
        return;
    }
    const int count = int(std::min<quint64>(toSeq - fromSeq + 1, Journal::rowsPerPage));
    m_journal.entries(question.log, fromSeq, count,
                      [this, question, fromSeq, toSeq, take, then,
                       alive = std::weak_ptr(m_alive)](const Result<std::vector<KeptEntry>>& page) {
                          if (alive.expired()) {
                              return;
                          }
                          if (!page) {
                              answer(question, tl::unexpected(page.error()));
                              return;
                          }
                          for (const KeptEntry& kept : *page) {
                              if (const auto no = take(kept)) {
                                  answer(question, tl::unexpected<Error>(*no));
                                  return;
                              }
                          }
                          if (page->empty()) { // gone while it was being read
                              answer(question, refuse(refusal::notFound));
                          } else {
                              each(question, fromSeq + page->size(), toSeq, take, then);
                          }
                      });
}

void Hindsight::answer(const Question& question, const Result<AsOf>& found) {
    m_isAnswering = false;
    const auto next = std::exchange(m_next, std::nullopt);
    const auto alive = std::weak_ptr(m_alive);
    question.found(found);
    if (next && !alive.expired()) {
        ask(*next);
    }
}

} // namespace bongsu
