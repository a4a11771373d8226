#include "ui/outgoing/outgoing.h"

#include "wording/brief.h"

namespace bongsu {

RecordSource sourceOf(const Journal& journal, const LogId& log) {
    return {journal.ledger(), journal.texts(), journal.organisation(), *journal.incident(log)};
}

RecordPages pagesOf(const Journal& journal, const LogId& log) {
    const auto tip = journal.ledger().tip(log);
    return {[&journal, log](quint64 fromSeq, RowRead read) {
                journal.rows(log, fromSeq, Journal::rowsPerPage, std::move(read));
            },
            journal.ownRows(log), tip ? tip->seq : 0};
}

QString briefFor(const Journal& journal, const LogId& log, Moment now) {
    return briefLine(briefingOf(sourceOf(journal, log), now), now);
}

} // namespace bongsu
