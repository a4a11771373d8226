// What the authors of a retrospective work with: the words of its sections, and the documents that people
// sign.
#pragma once

#include "domain/retro/material.h"
#include "journal/attachments.h"
#include "journal/documents.h"
#include "journal/journal.h"

namespace bongsu {

class RetroDesk {
  public:
    // All outlive it.
    RetroDesk(Journal& journal, Attachments& attachments, Documents& documents)
        : m_journal(journal), m_attachments(attachments), m_documents(documents) {}

    // What a document of this incident is made of, in this language, once what sections say has come or
    // cannot be had. The incident is one of the journal's.
    using Gathered = std::function<void(const RetroMaterial&)>;
    void gather(const LogId& log, Moment now, Language language, Gathered done) const;

    // A version of a section that takes the place of those its author has read (`against`) and of no other.
    // Refusals of sectionBytes() and of Journal::record().
    Result<Recorded> write(const LogId& log, const QString& section, const QString& words, OpenTo openTo,
                           const std::vector<EventId>& against);

    // The words of a version. Answers as Attachments::read(), refusals of sectionWords().
    using WordsRead = std::function<void(const Result<QString>&)>;
    void words(const LogId& log, const EventId& version, WordsRead done) const;
    // The same of every version that stands, once all have come or cannot be had.
    using AllRead = std::function<void(const std::map<EventId, Result<QString>>&)>;
    void allWords(const LogId& log, AllRead done) const;

    // What a document made now rests on: the newest numbered entries of both logs. Refusals not_found (there
    // is no such log, or it has none), too_early (lines of this device have no number yet).
    struct Basis {
        LogPoint upTo;
        LogPoint organisation;
    };
    Result<Basis> basis(const LogId& log) const;
    // Records the exact bytes of a document made of the record up to there. Refusal too_large, and those of
    // Journal::record().
    Result<Recorded> issue(const LogId& log, RetroForm form, const QString& format, const Basis& basis,
                           const std::vector<PersonId>& asked, const QByteArray& document);
    // The bytes of a document that was issued. Answers as Attachments::read().
    void document(const LogId& log, const EventId& issued, Attachments::Read done) const;
    // Records the answer of whoever was asked, once the very bytes are here. Errors of document() and
    // record().
    using Signed = std::function<void(Result<Recorded>)>;
    void sign(const LogId& log, const EventId& issued, Approval answer, const QString& reason, Signed done);

  private:
    Journal& m_journal;
    Attachments& m_attachments;
    Documents& m_documents;
};

} // namespace bongsu
