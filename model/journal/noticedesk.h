// What whoever tells the users works with: the channels and templates that hold, and what each channel would
// say.
#pragma once

#include "domain/notice/drafting.h"
#include "domain/notice/reach.h"
#include "domain/notice/render.h"
#include "journal/documents.h"

namespace bongsu {

// A channel of the notice, and what keeps it from going out.
struct DraftedChannel {
    QString key;
    std::optional<SharedFate> fate{}; // it stands on something that has failed: left out
    bool isChosen = false;            // it goes out, as far as its texts are not blocked
};

struct NoticeDraft {
    NoticeFacts facts;
    std::vector<DraftedChannel> channels{}; // all that could be, in the order written
    std::vector<RenderedText> rendered{};   // of those chosen and of what stands in for them
    NoticeTexts texts{};                    // that are not blocked
    NoticeProposed proposed{};              // without the blob
    std::vector<QString> internalWords{};   // of internal facts, in texts for others
    std::set<Disclosure> tells() const;     // of the statutory three, what stands in what reaches users
    bool tellsAll() const { return tells().size() == std::size_t(Disclosure::Last); }
};

class NoticeDesk {
  public:
    // All outlive it.
    NoticeDesk(Journal& journal, Attachments& attachments, Documents& documents, const Clock& clock,
               Randomness& randomness)
        : m_journal(journal), m_attachments(attachments), m_documents(documents), m_clock(clock),
          m_randomness(randomness) {}

    // Refusal not_found: none were published. Failure blob_away: they are not here yet. Refusal malformed:
    // this program cannot read them.
    Result<Channels> channels() const;
    // The published ones; while none were, what ships with the program.
    Result<NoticeTemplates> templates() const;

    // What the record says, for that step (absent: the one that is next).
    Result<NoticeFacts> facts(const LogId& log, const std::optional<NoticeStep>& step) const;
    // What would go out on these channels (none: those that are meant, see channelsFor; of a correction those
    // that carried what it corrects). Refusal not_found: no such incident, channel or notice.
    Result<NoticeDraft> draft(const LogId& log, const NoticeFacts& facts,
                              const std::vector<QString>& channels,
                              const std::optional<EventId>& corrects = {}) const;
    // The same in the form that was approved in peacetime, which one person may send. Refusal
    // notice.not_preapproved: there is none that holds; not_found: it knows no service that is out.
    using Drafted = std::function<void(const Result<NoticeDraft>&)>;
    void draftFirst(const LogId& log, const NoticeFacts& facts, const std::vector<QString>& channels,
                    Drafted done) const;

    // How many messages go to lists by it, what they cost and how long they take.
    Reach reach(const NoticeDraft& draft) const;
    // The same facts for the press, in full, in Korean and then in English as far as they are written.
    // Refusal not_found: there is no template for that step.
    Result<QString> pressText(const LogId& log, const NoticeFacts& facts) const;

    // Records it: `asked` are asked to approve it, one after the other, each for `askWithin`.
    Result<Recorded> propose(const LogId& log, const NoticeDraft& draft,
                             const std::vector<PersonId>& asked = {},
                             Millis askWithin = std::chrono::minutes(3)) const;

    // The exact texts of a notice that was proposed, to be read before anybody says yes to them. Answers as
    // Attachments::read(); refusal malformed: they are not of their form.
    using TextsRead = std::function<void(const Result<NoticeTexts>&)>;
    void texts(const LogId& log, const EventId& notice, TextsRead done) const;

  private:
    Result<NoticeDraft> chosen(const LogId& log, const NoticeFacts& facts, std::vector<QString> keys,
                               const std::optional<EventId>& corrects, const Channels& channels) const;
    void complete(NoticeDraft& draft, const Incident& incident) const;

    Journal& m_journal;
    Attachments& m_attachments;
    Documents& m_documents;
    const Clock& m_clock;
    Randomness& m_randomness;
};

} // namespace bongsu
