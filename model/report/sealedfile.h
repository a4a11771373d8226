// Writes a log into a sealed export (format.md): a file that proves itself, there whole or not at all.
#pragma once

#include "domain/log/ledger.h"
#include "domain/log/sealedexport.h"
#include "files/exportfile.h"
#include "report/recordexport.h"

namespace bongsu {

using EntriesRead = std::function<void(Result<std::vector<KeptEntry>>)>;

struct SealedFileParts {
    const Ledger& ledger; // outlives the writing
    ExportBegin begin;
    std::optional<Statement> head; // the newest of the log: what is behind it is left out
    // Entries of a log from a number up, at least one; answers later, on this thread.
    std::function<void(const LogId& log, quint64 fromSeq, EntriesRead done)> page;
    QString path;
    std::function<void(int percent)> progress; // rising, to 100; may be none
    std::function<void(const Result<ExportWritten>&)> done;
};

class SealedFile : public std::enable_shared_from_this<SealedFile> {
  public:
    // `done` is called once, later or at once, unless it is cancelled before: then nothing is left of the
    // file. Nothing is given back where it cannot begin: refusal not_found, no relay has signed a head yet;
    // failures as of ExportFile. Of entries, failures as of the store.
    static std::shared_ptr<SealedFile> write(SealedFileParts parts);
    // Nobody is called any more.
    void cancel() { m_over = true; }

  private:
    SealedFile(SealedFileParts parts, const Head& head);
    void read(bool ofOrganisation, quint64 fromSeq);
    void take(bool ofOrganisation, quint64 fromSeq, const std::vector<KeptEntry>& page);
    void end(const Outcome& how);

    SealedFileParts m_parts;
    quint64 m_orgSeq;
    quint64 m_logSeq;
    ExportFile m_file;
    std::optional<SealedExportWriter> m_writer;
    bool m_over = false;
};

} // namespace bongsu
