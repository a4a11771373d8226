// All logs of one organisation, folded: the one place where an event is admitted and an entry accepted, at
// the relay and at every desktop alike.
#pragma once

#include "domain/incident/rules.h"
#include "domain/log/entry.h"
#include "domain/log/eventplaces.h"
#include "domain/log/statement.h"
#include "domain/organisation/rules.h"

#include <tuple>

namespace bongsu {

struct Tip {
    EpochId epoch;
    quint64 seq;
    EntryHash hash;
    Moment recordedAt;
    quint64 orgSeq; // the organisation head it was judged by
    friend bool operator==(const Tip&, const Tip&) = default;
};

// Where a log stands, and what later entries may name of it. Apart from the state: it grows with every entry
// (about 150 bytes each) and no rule reads it but through Lookup.
struct LogIndex {
    std::optional<Tip> tip;        // nothing: no entry yet
    std::vector<EntryHash> hashes; // of seq 1, 2, …
    EventPlaces byEvent;
    std::map<quint64, Refusal> voids;                // why an entry is not applied
    std::set<quint64> emergencies;                   // acts under 비상 권한
    std::vector<std::pair<EpochId, quint64>> epochs; // those it went through, and the first seq in each

    std::optional<EntryHash> hashAt(quint64 seq) const;
    std::optional<Referenced> find(const EventId& event) const;
    Lookup lookup() const;
};

struct IncidentLog {
    LogIndex index;
    std::optional<Incident> incident; // nothing where the declaration itself is void
};

// A contradiction that proves two histories under one epoch: what a newcomer says stands at a place, and what
// does.
struct ForkEvidence {
    LogId log;
    quint64 seq;
    EntryHash ours;
    EntryHash theirs;
    friend bool operator==(const ForkEvidence&, const ForkEvidence&) = default;
};

// An offered event as admission found it.
struct Admitted {
    Event event;
    Facts facts;
    Author author;
};

// An entry as it was accepted.
struct Accepted {
    LogId log;
    Entry entry;
    EntryHash hash;
    Event event;
    Facts facts;
    Author author;
    Verdict verdict; // set: void, with the reason
    bool emergency = false;
    std::optional<EventId> erases;   // this entry takes the text of that one away
    std::vector<ForkEvidence> forks; // what its author had seen and we hold otherwise
};

// Entries are verified once, when they arrive; what comes from one's own store is only chained and folded.
enum class Trust { Verify, OwnStore };

class Ledger {
  public:
    explicit Ledger(const Verifier& verifier) : m_verifier(&verifier) {}

    const Organisation& organisation() const { return m_organisation; }
    const LogIndex& organisationIndex() const { return m_organisationIndex; }
    const std::map<LogId, IncidentLog>& incidents() const { return m_incidents; }
    const Incident* incident(const LogId& log) const;
    const LogIndex* index(const LogId& log) const; // of the organisation's log too
    bool isOrganisation(const LogId& log) const;
    std::optional<Tip> tip(const LogId& log) const;

    // Whether the offer may be its log's next entry when `relay` records it at `at`: what is admitted,
    // accept() takes as nextEntry() makes it. Refusal: final, but for epoch.wrong (the log has to enter the
    // newest epoch first). Refusal already_present: it has a number, see index(). An unknown log is refused
    // unless the event begins it.
    Result<Admitted> admit(const Offer& offer, const DeviceId& relay, Moment at) const;

    // The entry that gives the event the next place in its log, judged by the organisation as it stands now.
    Entry nextEntry(const Event& event, const DeviceId& relay, Moment at,
                    const std::optional<Carried>& carried) const;

    // Takes the entry in. Refusal: the log stops before it and nothing is changed; organisation.behind means
    // that the organisation's log must come first. A rule's "no" is not a refusal here but the entry's
    // verdict: void.
    Result<Accepted> accept(const KeptEntry& entry, Trust trust);

    // From which seq the log goes on for somebody who holds it up to this place: behind it, where an epoch
    // left what they hold, or 1 for a log that is not here and for another history of an epoch that has
    // ended. Nothing: theirs is another history of the newest.
    std::optional<quint64> nextFor(const LogId& log, const SeenPoint& held) const;

    // For an entry at a place that another one has here. Where it continues the log, or begins it anew, in an
    // epoch that wins over the one held: the seq up to which the log stays as it is. Nothing: two histories.
    std::optional<quint64> keptBy(const KeptEntry& entry) const;
    // Whether the log stands in an epoch that another one has ended.
    bool isLeftBehind(const LogId& log) const;

    // The reason why the entry with this number is void; nothing if it counts.
    Verdict voidReason(const LogId& log, quint64 seq) const;

    // What a signed head says against what is held: nothing if it agrees or reaches beyond.
    std::optional<ForkEvidence> contradiction(const Head& head) const;

    // All that it holds, to be kept and brought back as it was (snapshot.h).
    using Parts = std::tuple<Organisation, LogIndex, std::map<LogId, IncidentLog>>;
    auto parts() const { return std::tie(m_organisation, m_organisationIndex, m_incidents); }
    void takeParts(Parts parts) {
        std::tie(m_organisation, m_organisationIndex, m_incidents) = std::move(parts);
    }

  private:
    struct Opened {
        Entry entry;
        Event event;
        EntryHash hash;
    };
    Result<Opened> open(const KeptEntry& kept) const;
    Verdict checkPlace(const Opened& opened) const;
    Verdict checkEpoch(const Entry& entry, const Event& event) const;
    Verdict checkEpochOfNext(const Event& event, const Facts& facts, const DeviceId& relay, Moment at) const;
    static Verdict checkBeginning(const Entry& entry, const Facts& facts);
    static bool declaresEpoch(const Entry& entry, const Event& event);
    bool entersEpoch(const Entry& entry) const;
    bool beginsEpoch(const Entry& entry, const Event& event) const;
    Verdict checkOrganisationHead(const Opened& opened) const;
    std::optional<Author> authorOf(const Event& event, const Facts& facts, quint64 orgSeq) const;
    Verdict judge(const LogId& log, quint64 orgSeq, const Act& act) const;
    void fold(const LogId& log, quint64 seq, const Act& act);
    void remember(const Accepted& accepted);
    void countVoid(const Accepted& accepted);
    bool isSignedByAdmin(const Event& event, quint64 orgSeq) const;
    bool winsOrganisation(const Entry& entry, const Event& event, const EpochDeclared& declared) const;
    bool winsLog(const Entry& entry, const Event& event, const LogRebased& rebased) const;
    std::vector<ForkEvidence> forksSeenBy(const Event& event) const;

    const Verifier* m_verifier;
    Organisation m_organisation;
    LogIndex m_organisationIndex;
    std::map<LogId, IncidentLog> m_incidents;
};

// What takes the incidents' logs into this epoch: those that are not in it yet, each behind its newest entry.
std::vector<std::pair<LogId, LogRebased>> logsToEnter(const Ledger& ledger, const EpochId& epoch);

} // namespace bongsu
