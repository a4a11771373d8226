#include "journal/retrodesk.h"

#include "domain/retro/sectionwords.h"
#include "storage/eventstore.h"

#include <algorithm>

namespace bongsu {

namespace {

// The bytes that a line names, its row read first.
void readNamed(const Journal& journal, Attachments& attachments, const LogId& log, const EventId& event,
               Attachments::Read done) {
    journal.row(log, event, [&attachments, log, done = std::move(done)](const Result<TimelineRow>& row) {
        const Result<NamedBlob> blob = row ? namedBlob(log, *row) : errorOf(row);
        if (blob) {
            attachments.read(*blob, done);
        } else {
            done(errorOf(blob));
        }
    });
}

std::optional<LogPoint> pointOf(const Ledger& ledger, const LogId& log) {
    const auto tip = ledger.tip(log);
    return tip ? std::optional(LogPoint{tip->seq, tip->hash}) : std::nullopt;
}

} // namespace

void RetroDesk::gather(const LogId& log, Moment now, Language language, Gathered done) const {
    const Incident& incident = *m_journal.incident(log);
    const auto held = m_documents.manualOf(incident);
    const auto material = std::make_shared<RetroMaterial>();
    material->manual = held ? held->manual : nullptr;
    material->duties = dutiesOf(m_documents, m_journal, incident, now);
    for (const SectionLine& line : sectionLines(m_documents.retroProcess(), incident)) {
        material->sections.push_back(
            {line.plan.key, line.plan.name.in(language), line.plan.hint.in(language)});
    }
    for (const RetroHeading& heading : m_documents.retroProcess().headings) {
        material->headings.push_back({heading.key, heading.name.in(language)});
    }
    allWords(log, [material, done = std::move(done)](const std::map<EventId, Result<QString>>& words) {
        for (const auto& [event, read] : words) {
            if (read) {
                material->written.insert_or_assign(event, *read);
            }
        }
        done(*material);
    });
}

Result<Recorded> RetroDesk::write(const LogId& log, const QString& section, const QString& words,
                                  OpenTo openTo, const std::vector<EventId>& against) {
    const auto bytes = sectionBytes(words);
    if (!bytes) {
        return errorOf(bytes);
    }
    SectionWritten facts;
    facts.section = section;
    facts.openTo = openTo;
    facts.against = against;
    return m_journal.recordNaming(log, facts, *bytes);
}

void RetroDesk::words(const LogId& log, const EventId& version, WordsRead done) const {
    readNamed(m_journal, m_attachments, log, version,
              [done = std::move(done)](const Result<QByteArray>& bytes) {
                  done(bytes ? sectionWords(*bytes) : errorOf(bytes));
              });
}

void RetroDesk::allWords(const LogId& log, AllRead done) const {
    struct Gathering {
        std::map<EventId, Result<QString>> words;
        std::size_t waiting = 1; // for the loop below: an answer may come from within it
        AllRead done;
    };
    const auto gathering = std::make_shared<Gathering>();
    gathering->done = std::move(done);
    const auto one = [gathering] {
        if (--gathering->waiting == 0) {
            gathering->done(gathering->words);
        }
    };
    const Incident* incident = m_journal.incident(log);
    for (const auto& [section, versions] :
         incident ? incident->retro.sections : decltype(incident->retro.sections)()) {
        for (const SectionVersion& version : versions) {
            ++gathering->waiting;
            words(log, version.event, [gathering, one, event = version.event](const Result<QString>& read) {
                gathering->words.insert_or_assign(event, read);
                one();
            });
        }
    }
    one();
}

Result<RetroDesk::Basis> RetroDesk::basis(const LogId& log) const {
    // What a document tells of this device's own lines would stand at no place that it rests on.
    const auto own = m_journal.ownEvents(log);
    if (std::any_of(own.begin(), own.end(), [](const OwnEvent& one) { return !one.refusal; })) {
        return refuse(refusal::tooEarly, "pending");
    }
    const Ledger& ledger = m_journal.ledger();
    const auto upTo = pointOf(ledger, log);
    const auto org =
        m_journal.organisationId() ? pointOf(ledger, LogId::of(*m_journal.organisationId())) : std::nullopt;
    return upTo && org ? Result<Basis>(Basis{*upTo, *org})
                       : refuse(refusal::notFound, log.toHex().toLatin1());
}

Result<Recorded> RetroDesk::issue(const LogId& log, RetroForm form, const QString& format, const Basis& basis,
                                  const std::vector<PersonId>& asked, const QByteArray& document) {
    const Incident* incident = m_journal.incident(log);
    if (!incident) {
        return refuse(refusal::notFound, log.toHex().toLatin1());
    }
    RetroIssued facts;
    facts.number = incident->retro.issued.size() + 1;
    facts.form = form;
    facts.format = format;
    facts.upTo = basis.upTo;
    facts.org = basis.organisation;
    facts.asked = asked;
    return m_journal.recordNaming(log, facts, document);
}

void RetroDesk::document(const LogId& log, const EventId& issued, Attachments::Read done) const {
    readNamed(m_journal, m_attachments, log, issued, std::move(done));
}

void RetroDesk::sign(const LogId& log, const EventId& issued, Approval answer, const QString& reason,
                     Signed done) {
    document(log, issued,
             [this, log, issued, answer, reason, done = std::move(done)](const Result<QByteArray>& bytes) {
                 if (!bytes) {
                     done(errorOf(bytes));
                     return;
                 }
                 const Text text = reason.isEmpty() ? Text{} : Text{.text = reason};
                 done(m_journal.record(log, RetroSigned{issued, answer}, text));
             });
}

} // namespace bongsu
