#include "storage/reader.h"

#include "storage/keptsnapshot.h"
#include "storage/statements.h"

#include <algorithm>

namespace bongsu {

namespace {
// Columns of an entry's row: seq, event, sealed, facts, text.
std::optional<StoredEntry> openEntry(const KeptLog& log, const Row& row, quint64 seq) {
    const auto event = EventId::tryFrom(row.bytes(1));
    if (!event) {
        return std::nullopt;
    }
    auto plain = log.sealer->open(row.bytes(2), boundEntry(*event, seq));
    auto facts = log.sealer->open(row.bytes(3), bound(Cell::Facts, event->view()));
    auto text = log.sealer->open(row.bytes(4), bound(Cell::Text, event->view()));
    auto entry = plain ? entryFromCell(std::move(*plain)) : std::nullopt;
    auto factsPart = facts ? partFromCell(std::move(*facts)) : std::nullopt;
    auto textPart = text ? textFromCell(std::move(*text)) : std::nullopt;
    if (!entry || !factsPart || !textPart) {
        return std::nullopt;
    }
    return StoredEntry{seq, *event, entry->hash,
                       KeptEntry{std::move(entry->bytes), std::move(*factsPart), std::move(*textPart)}};
}

// Columns of an own event's row: event, log, sealed, facts, text.
std::optional<OwnEvent> openOwnEvent(const KeptLog& log, const Row& row) {
    const auto event = EventId::tryFrom(row.bytes(0));
    if (!event) {
        return std::nullopt;
    }
    const auto plain = log.sealer->open(row.bytes(2), bound(Cell::OwnEvent, event->view()));
    auto facts = log.sealer->open(row.bytes(3), bound(Cell::Facts, event->view()));
    auto text = log.sealer->open(row.bytes(4), bound(Cell::Text, event->view()));
    auto own = plain ? ownFromCell(*plain) : std::nullopt;
    auto factsPart = facts ? partFromCell(std::move(*facts)) : std::nullopt;
    auto textPart = text ? textFromCell(std::move(*text)) : std::nullopt;
    if (!own || !factsPart || !textPart) {
        return std::nullopt;
    }
    return OwnEvent{*event, log.log,
                    Offer{std::move(own->event), std::move(*factsPart), std::move(*textPart)},
                    std::move(own->refusal), own->carried};
}
} // namespace

Result<std::vector<StoredTip>> Reader::tips() {
    const auto logs = m_logs.all();
    if (!logs) {
        return errorOf(logs);
    }
    std::vector<StoredTip> tips;
    for (const KeptLog* log : *logs) {
        const auto tip = m_logs.tip(*log);
        if (!tip) {
            return errorOf(tip);
        }
        if (*tip) {
            tips.push_back(**tip);
        }
    }
    std::sort(tips.begin(), tips.end(), [](const auto& a, const auto& b) { return a.log < b.log; });
    return tips;
}

Result<std::vector<StoredEntry>> Reader::range(const LogId& id, quint64 fromSeq, int count, qsizetype bytes) {
    const auto log = m_logs.find(id);
    if (!log) {
        return errorOf(log);
    }
    const auto tip = *log ? m_logs.tip(**log) : std::optional<StoredTip>();
    if (!tip) {
        return errorOf(tip);
    }
    fromSeq = std::max<quint64>(fromSeq, 1);
    if (!*tip || fromSeq > (*tip)->seq || count <= 0) {
        return std::vector<StoredEntry>();
    }
    std::vector<StoredEntry> page;
    quint64 next = fromSeq;
    bool isFull = false;
    const auto read = m_connection.each(
        statements::selectEntries, {(*log)->number, qint64(fromSeq), qint64((*tip)->seq), count},
        [&](const Row& row) -> Result<bool> {
            auto entry = quint64(row.integer(0)) == next ? openEntry(**log, row, next) : std::nullopt;
            if (!entry) {
                return corruptAt(id, next, "entry");
            }
            bytes -= sizeOf(*entry);
            isFull = bytes < 0 && !page.empty();
            if (!isFull) {
                page.push_back(std::move(*entry));
                ++next;
            }
            return !isFull;
        });
    if (!read) {
        return errorOf(read);
    }
    if (!isFull && next <= (*tip)->seq && page.size() < size_t(count)) {
        return corruptAt(id, next, "missing");
    }
    return page;
}

Result<std::vector<OwnEvent>> Reader::ownEvents() {
    std::vector<OwnEvent> all;
    const auto read = m_connection.each(statements::selectOwnEvents, {}, [&](const Row& row) -> Result<bool> {
        const auto log = m_logs.at(row.integer(1));
        if (!log) {
            return errorOf(log);
        }
        auto own = openOwnEvent(**log, row);
        if (!own) {
            return corruptAt((*log)->log, 0, "own event");
        }
        all.push_back(std::move(*own));
        return true;
    });
    if (!read) {
        return errorOf(read);
    }
    return all;
}

Result<std::map<LogId, Statement>> Reader::heads() {
    std::map<LogId, Statement> heads;
    const auto read = m_connection.each(statements::selectHeads, {}, [&](const Row& row) -> Result<bool> {
        const auto log = m_logs.at(row.integer(0));
        if (!log) {
            return errorOf(log);
        }
        auto plain = (*log)->sealer->open(row.bytes(1), bound(Cell::Head, (*log)->log.view()));
        const auto head = plain ? statementFromCell(std::move(*plain)) : std::nullopt;
        if (!head) {
            return corruptAt((*log)->log, 0, "head");
        }
        heads.emplace((*log)->log, *head);
        return true;
    });
    if (!read) {
        return errorOf(read);
    }
    return heads;
}

Result<std::map<QByteArray, QByteArray>> Reader::settings() {
    std::map<QByteArray, QByteArray> settings;
    const auto read = m_connection.each(statements::selectSettings, {}, [&](const Row& row) -> Result<bool> {
        const QByteArray key = row.bytes(0);
        if (key == KeptSnapshot::setting) {
            return true;
        }
        const auto value = m_logs.keys().store().open(row.bytes(1), bound(Cell::Setting, key));
        if (!value) {
            return fail(failure::corrupt, "setting " + key);
        }
        settings.emplace(key, *value);
        return true;
    });
    if (!read) {
        return errorOf(read);
    }
    return settings;
}

} // namespace bongsu
