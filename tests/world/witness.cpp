#include "world/witness.h"

namespace bongsu {

void Witness::put(const LogId& log, const EpochId& epoch, quint64 seq, const EntryHash& hash) {
    if (m_places.try_emplace({log, epoch, seq}, hash).first->second != hash) {
        m_split.insert(log);
    }
}

void Witness::saw(const LogId& log, const KeptEntry& kept) {
    const auto entry = decodeEntry(kept.bytes);
    const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
    if (!event) {
        return; // a line may alter what it brings
    }
    const EntryHash hash = entryHash(kept.bytes);
    put(log, entry->epoch, entry->seq, hash);
    if (!m_epochs.emplace(hash, entry->epoch).second) {
        return;
    }
    // What it goes on from was given its place before, heard or not.
    if (const auto before = m_epochs.find(entry->prev);
        entry->seq > 1 && (before == m_epochs.end() || before->second == entry->epoch)) {
        put(log, entry->epoch, entry->seq - 1, entry->prev);
    }
    const auto declaredAs = m_generations.find(entry->epoch);
    const quint64 generation = declaredAs == m_generations.end() ? 0 : declaredAs->second;
    quint64& newest = m_newest[{log, entry->seq}];
    if (generation < newest) {
        m_split.insert(log);
    }
    newest = std::max(newest, generation);
    const Facts facts = decodeFacts(event->header.kind, event->header.kindVersion, kept.facts.bytes);
    if (const auto* declared = std::get_if<EpochDeclared>(&facts)) {
        const EpochId epoch = EpochId::of(event->id);
        m_generations.insert_or_assign(epoch, declared->generation);
        if (m_children.try_emplace(declared->parent, epoch).first->second != epoch) {
            m_split.insert(log);
        }
    }
}

void Witness::saw(const Statement& statement) {
    if (const auto head = decodeHead(statement.bytes)) {
        put(head->log, head->epoch, head->seq, head->hash);
    }
}

std::optional<EpochId> Witness::epochOf(const EntryHash& entry) const {
    const auto known = m_epochs.find(entry);
    return known == m_epochs.end() ? std::nullopt : std::optional(known->second);
}

} // namespace bongsu
