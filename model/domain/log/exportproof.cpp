#include "domain/log/exportproof.h"

#include <algorithm>

namespace bongsu {

ExportChains::ExportChains(const OrgId& org, const Verifier& verifier, Seen seen)
    : m_verifier(&verifier), m_seen(std::move(seen)),
      m_ledger(verifier), m_organisation{LogId::of(org)}, m_log{LogId::of(org)} {}

bool ExportChains::isDoubtIn(const Section& section) const {
    return m_doubt && m_doubt->inOrganisation == isOfOrganisation(section);
}

ExportSummary ExportChains::summary() const {
    return {*m_begin, m_organisation.counts, m_log.counts, *m_head};
}

ExportFault ExportChains::fault(const QByteArray& why) const {
    const bool another = m_log.log != m_organisation.log;
    const bool inLog = m_log.counts.entries > 0 || (m_organisationCovered && another);
    const Section& section = inLog ? m_log : m_organisation;
    return {section.log, section.counts.entries + 1, why};
}

std::optional<ExportFault> ExportChains::take(const ExportRecord& record) {
    if (const auto* begin = std::get_if<ExportBegin>(&record)) {
        m_begin = *begin;
        m_log.log = begin->log;
        const bool ours = LogId::of(begin->org) == m_organisation.log;
        return ours ? Found() : fault(refusal::wrongOrganisation);
    }
    if (const auto* entry = std::get_if<ExportEntry>(&record)) {
        Section& section = entry->ofOrganisation ? m_organisation : m_log;
        ++section.counts.entries;
        return takeEntry(section, entry->entry);
    }
    if (const auto* head = std::get_if<Statement>(&record)) {
        return takeHead(m_log.counts.entries > 0 ? m_log : m_organisation, *head);
    }
    return std::nullopt; // the end: its counts and hash are the reader's
}

// `named`: what the record behind a doubtful entry says that entry's hash is.
ExportChains::Found ExportChains::settle(const EntryHash& named) const {
    return named == m_doubt->hash ? m_doubt->ifConfirmed : m_doubt->otherwise;
}

ExportChains::Found ExportChains::takeEntry(Section& section, const KeptEntry& kept) {
    const quint64 seq = section.counts.entries;
    if (!isOfOrganisation(section) && seq == 1 && !m_organisationCovered) {
        if (auto unproven = checkErased(m_organisation)) {
            return unproven;
        }
    }
    const auto entry = decodeEntry(kept.bytes);
    if (m_doubt) {
        if (!isDoubtIn(section)) {
            return std::nullopt; // only the log's head can tell
        }
        return entry ? settle(entry->prev) : m_doubt->otherwise;
    }
    if (!entry || entry->log != section.log) {
        return ExportFault{section.log, seq, entry ? QByteArray(refusal::wrongLog) : codeOf(entry.error())};
    }
    const auto accepted = m_ledger.accept(kept, Trust::Verify);
    if (!accepted) {
        return refused(section, *entry, kept, codeOf(accepted.error()));
    }
    remember(section, kept, *accepted);
    if (m_seen) {
        m_seen(kept, *accepted);
    }
    return std::nullopt;
}

ExportChains::Found ExportChains::refused(const Section& section, const Entry& entry, const KeptEntry& kept,
                                          const QByteArray& code) {
    const quint64 seq = section.counts.entries;
    const ExportFault here{section.log, seq, code};
    if (code == refusal::badChain && seq > 1) {
        m_doubt = Doubt{isOfOrganisation(section), entryHash(kept.bytes), {section.log, seq - 1, code}, here};
        return std::nullopt;
    }
    const auto& organisationTip = m_ledger.organisationIndex().tip;
    const bool namesItsEnd =
        !isOfOrganisation(section) && organisationTip && entry.orgSeq == organisationTip->seq;
    if (code == refusal::organisationFork && namesItsEnd && !m_organisationCovered) {
        m_doubt = Doubt{true, organisationTip->hash, here, {m_organisation.log, organisationTip->seq, code}};
        return std::nullopt;
    }
    return here;
}

void ExportChains::remember(Section& section, const KeptEntry& kept, const Accepted& accepted) {
    ExportCounts& counts = section.counts;
    const TextPart::State text = kept.text.state;
    counts.voids += accepted.verdict ? 1 : 0;
    counts.present += text == TextPart::State::Present ? 1 : 0;
    counts.withheld += text == TextPart::State::Withheld ? 1 : 0;
    if (text == TextPart::State::Erased) {
        ++counts.erased;
        section.claimed.push_back({accepted.event.id, *kept.text.erasedBy, counts.entries});
    }
    if (accepted.erases) {
        section.done.push_back({*accepted.erases, accepted.event.id, counts.entries});
    }
}

// A head does not say which relay signed it: any of the epoch may have.
bool ExportChains::isSignedByRelay(const Head& head, const Statement& statement) const {
    const Epoch* epoch = m_ledger.organisation().epoch(head.epoch);
    const auto signedBy = [&](const DeviceId& id) {
        const auto relay = m_ledger.organisation().relays.find(id);
        return relay != m_ledger.organisation().relays.end() &&
               isHeadSignedBy(statement, relay->second.signing, *m_verifier);
    };
    return epoch && std::any_of(epoch->relays.begin(), epoch->relays.end(), signedBy);
}

ExportChains::Found ExportChains::takeHead(const Section& section, const Statement& statement) {
    const auto head = decodeHead(statement.bytes);
    if (!head || !isSignedByRelay(*head, statement)) {
        const QByteArray why = head ? QByteArray(refusal::badSignature) : codeOf(head.error());
        return isDoubtIn(section) ? m_doubt->otherwise
                                  : ExportFault{section.log, section.counts.entries, why};
    }
    if (m_doubt) {
        return settle(isDoubtIn(section) ? head->hash : head->orgHash);
    }
    if (auto wrong = checkHead(section, *head)) {
        return wrong;
    }
    if (auto unproven = checkErased(section)) {
        return unproven;
    }
    m_head = *head;
    m_organisationCovered = m_organisationCovered || isOfOrganisation(section);
    return std::nullopt;
}

ExportChains::Found ExportChains::checkHead(const Section& section, const Head& head) const {
    const auto wrong = [&](const char* why) { return ExportFault{section.log, section.counts.entries, why}; };
    if (LogId::of(head.org) != m_organisation.log || head.log != section.log) {
        return wrong(refusal::wrongLog);
    }
    const auto tip = m_ledger.tip(section.log);
    if (!tip || head.seq != tip->seq || head.hash != tip->hash || head.recordedAt != tip->recordedAt) {
        return wrong(refusal::badChain);
    }
    if (head.epoch != tip->epoch) {
        return wrong(refusal::badEpoch);
    }
    if (isOfOrganisation(section)) {
        const bool itself = head.orgSeq == head.seq && head.orgHash == head.hash;
        return itself ? Found() : wrong(refusal::organisationFork);
    }
    return head.orgSeq >= tip->orgSeq ? checkOrganisationOf(head) : wrong(refusal::organisationFork);
}

// Whether the log's head names an entry of the organisation's chain and, where no head of its own does, its
// last one.
ExportChains::Found ExportChains::checkOrganisationOf(const Head& head) const {
    const LogIndex& index = m_ledger.organisationIndex();
    const auto hash = index.hashAt(head.orgSeq);
    const ExportFault inLog{m_log.log, m_log.counts.entries, refusal::organisationFork};
    const ExportFault inOrganisation{m_organisation.log, m_organisation.counts.entries, refusal::badChain};
    if (!hash) {
        return inLog;
    }
    const bool last = head.orgSeq == index.hashes.size();
    if (*hash != head.orgHash) {
        return last && !m_organisationCovered ? inOrganisation : inLog;
    }
    return last || m_organisationCovered ? Found() : inOrganisation;
}

ExportChains::Found ExportChains::checkErased(const Section& section) const {
    for (const Erasure& claim : section.claimed) {
        const auto erases = [&](const Erasure& erasure) {
            return erasure.by == claim.by && erasure.event == claim.event && erasure.seq > claim.seq;
        };
        if (std::none_of(section.done.begin(), section.done.end(), erases)) {
            return ExportFault{section.log, claim.seq, refusal::partMissing};
        }
    }
    return std::nullopt;
}

std::optional<ExportFault> ExportProof::feed(QByteArrayView bytes) {
    m_reader.feed(bytes);
    while (!m_fault) {
        const auto record = m_reader.next();
        if (!record) {
            m_fault = m_chains.fault(codeOf(record.error()));
        } else if (*record) {
            m_fault = m_chains.take(**record);
        } else {
            break;
        }
    }
    return m_fault;
}

tl::expected<ExportSummary, ExportFault> ExportProof::finish() const {
    if (m_fault) {
        return tl::unexpected(*m_fault);
    }
    if (const Verdict broken = m_reader.finish()) {
        return tl::unexpected(m_chains.fault(broken->code));
    }
    return m_chains.summary();
}

} // namespace bongsu
