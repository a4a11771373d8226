// Verifies a sealed export with nothing but the file and the organisation's id: every hash, signature and
// verdict.
#pragma once

#include "domain/log/ledger.h"
#include "domain/log/sealedexport.h"

#include <functional>

namespace bongsu {

// The first fault. `why` is one of the codes of refusal::.
struct ExportFault {
    LogId log;
    quint64 seq;
    QByteArray why;
    friend bool operator==(const ExportFault&, const ExportFault&) = default;
};

struct ExportCounts {
    quint64 entries = 0;
    quint64 voids = 0;
    quint64 present = 0; // texts
    quint64 withheld = 0;
    quint64 erased = 0;
    friend bool operator==(const ExportCounts&, const ExportCounts&) = default;
};

struct ExportSummary {
    ExportBegin begin;
    ExportCounts organisation;
    ExportCounts log; // empty if the log is the organisation's
    Head head;        // the log's
};

// The chains of an export, a record at a time. A value: a copy goes on by itself.
class ExportChains {
  public:
    // `seen` is called with every entry that holds, in its order, if there is such a function.
    using Seen = std::function<void(const KeptEntry&, const Accepted&)>;
    ExportChains(const OrgId& org, const Verifier& verifier, Seen seen = {});

    // The records in an order they may have (ExportOrder), none after a fault.
    std::optional<ExportFault> take(const ExportRecord& record);
    // At the next record's place.
    ExportFault fault(const QByteArray& why) const;
    // After the end.
    ExportSummary summary() const;
    const Ledger& ledger() const { return m_ledger; } // what was verified so far

  private:
    struct Erasure {
        EventId event;
        EventId by;
        quint64 seq;
    };
    // One of the two logs in the file.
    struct Section {
        LogId log;
        ExportCounts counts{};
        std::vector<Erasure> claimed{}; // texts that are not there, and by what
        std::vector<Erasure> done{};    // what the rules let erase a text, and when
    };
    // An entry whose hash is not what its successor says. One of the two was altered: the successor, unless
    // what comes next confirms it by naming `hash`.
    struct Doubt {
        bool inOrganisation; // whose next record tells; the other log's head tells by its orgHash
        EntryHash hash;
        ExportFault ifConfirmed;
        ExportFault otherwise;
    };
    using Found = std::optional<ExportFault>;

    Found takeEntry(Section& section, const KeptEntry& kept);
    Found refused(const Section& section, const Entry& entry, const KeptEntry& kept, const QByteArray& code);
    void remember(Section& section, const KeptEntry& kept, const Accepted& accepted);
    Found takeHead(const Section& section, const Statement& statement);
    Found settle(const EntryHash& named) const;
    Found checkHead(const Section& section, const Head& head) const;
    Found checkOrganisationOf(const Head& head) const;
    Found checkErased(const Section& section) const;
    bool isSignedByRelay(const Head& head, const Statement& statement) const;
    bool isOfOrganisation(const Section& section) const { return &section == &m_organisation; }
    bool isDoubtIn(const Section& section) const;

    const Verifier* m_verifier;
    Seen m_seen;
    Ledger m_ledger;
    Section m_organisation;
    Section m_log;
    std::optional<ExportBegin> m_begin;
    std::optional<Head> m_head;
    bool m_organisationCovered = false; // by its own head
    std::optional<Doubt> m_doubt;
};

class ExportProof {
  public:
    ExportProof(const OrgId& org, const Verifier& verifier, ExportChains::Seen seen = {})
        : m_chains(org, verifier, std::move(seen)) {}

    // The file's next bytes, pieces of any size. The fault is final.
    std::optional<ExportFault> feed(QByteArrayView bytes);
    // When all bytes were fed.
    tl::expected<ExportSummary, ExportFault> finish() const;
    const Ledger& ledger() const { return m_chains.ledger(); }

  private:
    SealedExportReader m_reader;
    ExportChains m_chains;
    std::optional<ExportFault> m_fault;
};

} // namespace bongsu
