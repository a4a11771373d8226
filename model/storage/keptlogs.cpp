#include "storage/keptlogs.h"

#include "storage/statements.h"

namespace bongsu {

tl::unexpected<Error> corruptAt(const LogId& log, quint64 seq, const char* what) {
    return fail(failure::corrupt, log.toHex().toLatin1() + ' ' + QByteArray::number(seq) + ' ' + what);
}

void KeptLogs::forget() {
    m_byNumber.clear();
    m_byId.clear();
}

const KeptLog* KeptLogs::keep(qint64 number, const LogId& log, QByteArrayView key) {
    auto kept = std::make_unique<KeptLog>(KeptLog{number, log, m_keys.sealer(key)});
    const KeptLog* raw = kept.get();
    m_byId[log] = std::move(kept);
    m_byNumber[number] = raw;
    return raw;
}

Result<const KeptLog*> KeptLogs::take(const Row& row) {
    const auto log = LogId::tryFrom(row.bytes(1));
    if (!log) {
        return fail(failure::corrupt, "log");
    }
    if (const auto known = m_byId.find(*log); known != m_byId.end()) {
        return known->second.get();
    }
    const auto key = m_keys.store().open(row.bytes(2), bound(Cell::LogKey, log->view()));
    if (!key || key->size() != 32) {
        return corruptAt(*log, 0, "key");
    }
    return keep(row.integer(0), *log, *key);
}

Result<const KeptLog*> KeptLogs::select(const char* statement, const QVariant& value) {
    const KeptLog* found = nullptr;
    const auto done = m_connection.each(statement, {value}, [&](const Row& row) -> Result<bool> {
        const auto log = take(row);
        if (!log) {
            return errorOf(log);
        }
        found = *log;
        return false;
    });
    if (!done) {
        return errorOf(done);
    }
    return found;
}

Result<const KeptLog*> KeptLogs::find(const LogId& log) {
    const auto known = m_byId.find(log);
    return known != m_byId.end() ? known->second.get() : select(statements::selectLog, log.toBytes());
}

Result<const KeptLog*> KeptLogs::at(qint64 number) {
    const auto known = m_byNumber.find(number);
    if (known != m_byNumber.end()) {
        return known->second;
    }
    const auto found = select(statements::selectLogByNumber, number);
    return found && *found == nullptr ? fail(failure::corrupt, "log " + QByteArray::number(number)) : found;
}

Result<const KeptLog*> KeptLogs::findOrAdd(const LogId& log) {
    const auto found = find(log);
    if (!found || *found != nullptr) {
        return found;
    }
    const QByteArray key = m_keys.newKey();
    const auto sealer = m_keys.sealer(key);
    const QByteArray noTip = toCell(TipCell{0, EntryHash::zeros()});
    const auto added = m_connection.run(
        statements::insertLog, {log.toBytes(), m_keys.store().seal(key, bound(Cell::LogKey, log.view())),
                                sealer->seal(noTip, bound(Cell::Tip, log.view()))});
    if (!added) {
        return errorOf(added);
    }
    return find(log);
}

Result<std::vector<const KeptLog*>> KeptLogs::all() {
    std::vector<const KeptLog*> logs;
    const auto done = m_connection.each(statements::selectLogs, {}, [&](const Row& row) -> Result<bool> {
        const auto log = take(row);
        if (!log) {
            return errorOf(log);
        }
        logs.push_back(*log);
        return true;
    });
    if (!done) {
        return errorOf(done);
    }
    return logs;
}

Result<std::optional<StoredTip>> KeptLogs::tip(const KeptLog& log) {
    const auto sealed = m_connection.bytesOf(statements::selectTip, {log.number});
    if (!sealed) {
        return errorOf(sealed);
    }
    const auto plain = log.sealer->open(sealed->value_or(QByteArray()), bound(Cell::Tip, log.log.view()));
    const auto tip = plain ? tipFromCell(*plain) : std::nullopt;
    if (!tip) {
        return corruptAt(log.log, 0, "tip");
    }
    return tip->seq == 0 ? std::nullopt : std::optional(StoredTip{log.log, tip->seq, tip->hash});
}

Outcome KeptLogs::setTip(const KeptLog& log, const TipCell& tip) {
    return m_connection.run(statements::updateTip,
                            {log.sealer->seal(toCell(tip), bound(Cell::Tip, log.log.view())), log.number});
}

Result<EntryHash> KeptLogs::hashAt(const KeptLog& log, quint64 seq) {
    if (seq == 0) {
        return EntryHash::zeros();
    }
    std::optional<EntryCell> entry;
    const auto done =
        m_connection.each(statements::selectEntry, {log.number, qint64(seq)}, [&](const Row& row) {
            const auto event = EventId::tryFrom(row.bytes(0));
            auto plain = event ? log.sealer->open(row.bytes(1), boundEntry(*event, seq)) : std::nullopt;
            entry = plain ? entryFromCell(std::move(*plain)) : std::nullopt;
            return false;
        });
    if (!done) {
        return errorOf(done);
    }
    return entry ? Result<EntryHash>(entry->hash) : corruptAt(log.log, seq, "entry");
}

} // namespace bongsu
