// A log as a file that proves itself: docs/format.md, "Sealed export". Writes and reads its records in the
// only order they may have; what they say is verified by whoever reads them.
#pragma once

#include "domain/log/entry.h"
#include "domain/log/statement.h"

#include <QCryptographicHash>

#include <functional>
#include <variant>

namespace bongsu {

struct LogIndex;

struct ExportBegin {
    OrgId org;
    LogId log; // may be the organisation's own
    QString software;
    Moment exportedAt;
    friend bool operator==(const ExportBegin&, const ExportBegin&) = default;
};
struct ExportEntry {
    bool ofOrganisation;
    KeptEntry entry;
    friend bool operator==(const ExportEntry&, const ExportEntry&) = default;
};
struct ExportEnd {
    quint64 organisationEntries;
    quint64 entries; // of the log, if it is another
    friend bool operator==(const ExportEnd&, const ExportEnd&) = default;
};
// A Statement is the signed head of the log whose entries stand before it.
using ExportRecord = std::variant<ExportBegin, ExportEntry, Statement, ExportEnd>;

// The entry as a file holds it that ends at `lastSeq` of the entry's log: what erased a text may stand behind
// that, and such a file could not prove who did. There the text is withheld.
KeptEntry asOf(quint64 lastSeq, KeptEntry entry, const LogIndex& log);

// Which record may come next, at both ends.
class ExportOrder {
  public:
    // Whether the record may stand here; if so, what may follow it is another question from now on.
    bool take(const ExportRecord& record);
    bool isComplete() const { return m_phase == Phase::Done; }
    const ExportEnd& counts() const { return m_counts; }

  private:
    enum class Phase { Begin, Organisation, Log, End, Done };
    bool takeEntry(const ExportEntry& entry);
    bool takeHead();

    Phase m_phase = Phase::Begin;
    bool m_ownLog = false; // the log is the organisation's
    ExportEnd m_counts{0, 0};
};

class SealedExportWriter {
  public:
    // Takes each piece of the file in order.
    using Sink = std::function<void(QByteArrayView)>;

    // Writes the first record. `software` at most limits::softwareBytes.
    SealedExportWriter(const ExportBegin& begin, Sink sink);

    // The organisation's entries, its head or none, then the log's entries and its head. Out of order is a
    // bug.
    void organisationEntry(const KeptEntry& entry) { write(ExportEntry{true, entry}); }
    void entry(const KeptEntry& entry) { write(ExportEntry{false, entry}); }
    void head(const Statement& head) { write(head); }
    void end() { write(m_order.counts()); }

  private:
    void write(const ExportRecord& record);
    void put(QByteArrayView bytes);

    Sink m_sink;
    ExportOrder m_order;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

class SealedExportReader {
  public:
    // The file's next bytes, pieces of any size.
    void feed(QByteArrayView bytes);

    // The next record. Nothing: feed more, or the file is done. Refusals malformed and too_large stay.
    Result<std::optional<ExportRecord>> next();

    // When all bytes were fed and next() gives nothing more: malformed unless the end was read and nothing
    // follows.
    Verdict finish() const;

  private:
    QByteArrayView ahead() const { return QByteArrayView(m_fed).sliced(m_at); }
    void pass(qsizetype count);
    Result<std::optional<ExportRecord>> stop(const char* code, QByteArray detail);
    std::optional<ExportRecord> decode(QByteArrayView record) const;

    QByteArray m_fed;
    qsizetype m_at = 0;
    bool m_magicRead = false;
    Verdict m_fault;
    ExportOrder m_order;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
};

} // namespace bongsu
