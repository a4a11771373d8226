// A small organisation and one incident, recorded as a relay would: what the vectors of chains and exports
// show.
#pragma once

#include "vectors/actors.h"

#include "domain/event/compose.h"
#include "domain/log/ledger.h"
#include "domain/log/sealedexport.h"

#include <vector>

namespace bongsu::vectors {

// An entry on its way: what its author made of it and the place the relay gave it.
struct Draft {
    QByteArray actor;
    Header header;
    Offer offer;
    Entry entry;

    // Signed anew after the header was changed.
    Draft& sign(const QByteArray& signer);
    // Its facts replaced by bytes that need not fit, and signed anew by its author.
    Draft& setFacts(const QByteArray& bytes);
    KeptEntry kept() const;
};

struct Taken {
    KeptEntry entry;
    Accepted accepted;
};

class Story {
  public:
    // Stories of one name tell the same in the same words. A copy goes its own way, but not longer than the
    // first.
    explicit Story(const QByteArray& name) : m_random(name), m_ledger(m_verifier) {}

    // `log` absent: the event begins one.
    Draft draft(const QByteArray& actor, const std::optional<LogId>& log, const Facts& facts,
                const Text& text = {});
    // Takes it in; the event's id. A draft that is refused ends the program.
    EventId take(const Draft& draft);
    EventId record(const QByteArray& actor, const std::optional<LogId>& log, const Facts& facts,
                   const Text& text = {}) {
        return take(draft(actor, log, facts, text));
    }
    // The refusal's code; nothing if it is taken. Changes nothing.
    std::optional<QByteArray> refusalOf(const KeptEntry& entry) const;

    void withhold(const EventId& event);

    Statement head(const LogId& log);
    const Ledger& ledger() const { return m_ledger; }
    OrgId org() const { return *m_ledger.organisation().id; }
    LogId orgLog() const { return LogId::of(org()); }
    const std::vector<Taken>& taken() const { return m_taken; }
    void setRelay(const QByteArray& relay) { m_relay = relay; }

  private:
    std::optional<SeenPoint> seen(const LogId& log) const;
    void eraseText(const EventId& event, const EventId& by);

    Ed25519Verifier m_verifier;
    CountedRandomness m_random;
    Ledger m_ledger;
    QByteArray m_relay = "relay";
    Moment m_now{Millis(1'665'814'740'000)};
    quint64 m_deviceSeq = 0;
    std::vector<Taken> m_taken;
};

// Founded, with an admin, a responder and a viewer, departments and a relay that says where it is.
void foundOrganisation(Story& story);
// An incident with texts withheld, withdrawn and erased, and a void entry. Its log.
LogId beginIncident(Story& story);
// A new epoch with its rebasing, a carried entry, a revoked device and what it wrote.
void endIncident(Story& story, const LogId& log);
// All of it.
LogId tellIncident(Story& story);
// An incident of notes until the story has `entries` of both logs together.
LogId tellLongIncident(Story& story, std::size_t entries);

// Parts of it, for stories that go wrong.
RelayKeys relayKeys(const QByteArray& relay);
DeviceAdded joining(const OrgId& org, const QByteArray& whom);
Draft epochDraft(Story& story, const QByteArray& by);
void beginEpoch(Story& story); // in the organisation's log only
Draft rebaseDraft(Story& story, const LogId& log, const QByteArray& by);
void invite(Story& story, const QByteArray& by, const QByteArray& whom, Permission permission);

// The log with its organisation as a sealed export, as records and as a file.
ExportBegin exportBegin(const Story& story, const LogId& log);
std::vector<ExportRecord> exportRecords(Story& story, const LogId& log, bool withOrganisationHead);
QByteArray sealed(const ExportBegin& begin, const std::vector<ExportRecord>& records);
QByteArray exported(Story& story, const LogId& log, bool withOrganisationHead);

} // namespace bongsu::vectors
