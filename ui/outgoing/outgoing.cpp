#include "ui/outgoing/outgoing.h"

#include "report/jsonform.h"
#include "report/retrodraft.h"
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

std::unique_ptr<RecordForm> jsonLinesOf(const Journal& journal, const LogId& log) {
    return jsonLinesForm([&journal, log](const TimelineRow& row) {
        return rowObject({journal.ledger(), journal.texts(), journal.organisation()}, log, row,
                         QString::fromLatin1(wordOf(journal.stateOf(row.event))));
    });
}

std::unique_ptr<RecordForm> retroOf(const Journal& journal, const LogId& log, Moment now,
                                    const RetroMaterial& material) {
    return retroForm(sourceOf(journal, log), {journal.recordOf(log), material, now});
}

SealedFileParts sealedFileOf(const Journal& journal, const LogId& log, Moment now) {
    const auto heads = journal.newestHeads();
    const auto head = heads.find(log);
    return {journal.ledger(),
            {*journal.organisationId(), log, QStringLiteral("bongsu"), now},
            head == heads.end() ? std::nullopt : std::optional(head->second),
            [&journal](const LogId& of, quint64 fromSeq, EntriesRead read) {
                journal.entries(of, fromSeq, Journal::rowsPerPage, std::move(read));
            },
            {},
            {},
            {}};
}

QString fileNameOf(const QString& title) {
    constexpr qsizetype longest = 60;
    QString name;
    for (QChar c : title.simplified().first(std::min(longest, title.simplified().size()))) {
        name += c.isLetterOrNumber() || c == u' ' || c == u'-' ? c : u'_';
    }
    return name.trimmed().isEmpty() ? QStringLiteral("bongsu") : name.trimmed();
}

QString briefFor(const Journal& journal, const LogId& log, Moment now) {
    return briefLine(briefingOf(sourceOf(journal, log), now), now);
}

} // namespace bongsu
