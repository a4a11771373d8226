// Commands that write the record out: as one line for anybody, and as files for other tools and for people.
#include "commands/nodecommands.h"

#include "report/jsonform.h"
#include "report/recordexport.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// Refusal value.out_of_range: not a time.
Result<RecordRange> rangeOf(const Request& request) {
    RecordRange range;
    for (const auto& [option, bound] : {std::pair{"since", &range.since}, std::pair{"until", &range.until}}) {
        const QString given = request.value(option);
        *bound = momentFromIso(given);
        if (!given.isEmpty() && !*bound) {
            return refuse(refusal::outOfRange, QByteArray("--") + option + " ISO 8601");
        }
    }
    return range;
}

} // namespace

RecordSource NodeCommands::sourceOf(const LogId& log) const {
    return {m_journal.ledger(), m_journal.texts(), m_journal.organisation(), *m_journal.incident(log)};
}

void NodeCommands::exportIncident(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    const auto range = rangeOf(*asked);
    if (!log || !range) {
        asked->fail(log ? range.error() : log.error());
        return;
    }
    const QString format = asked->value("format");
    const Moment now = m_node.system().clock.now();
    if (format == word("sealed")) {
        sealedExport(asked, *log); // whole, or it could not be verified
    } else if (format == word("csv")) {
        exportForm(asked, *log, csvForm(sourceOf(*log)), *range);
    } else if (format == word("markdown")) {
        exportForm(asked, *log, markdownForm(sourceOf(*log), *range, now), *range);
    } else if (format == word("jsonl") && !asked->value("o").isEmpty()) {
        const auto object = [this, which = *log](const TimelineRow& row) { return rowLine(which, row); };
        exportForm(asked, *log, jsonLinesForm(object), *range);
    } else if (format == word("jsonl")) {
        const auto say = [this, asked, which = *log, within = *range](const TimelineRow& row) {
            if (within.holds(row)) {
                asked->output->line(rowLine(which, row));
            }
        };
        eachRow(*log, 1, say, [asked](const Result<std::monostate>& read) {
            read ? asked->done(exitcode::done) : asked->fail(read.error());
        });
    } else {
        asked->fail(Refusal{refusal::outOfRange, "format"});
    }
}

void NodeCommands::exportForm(const Asked& asked, const LogId& log, std::unique_ptr<RecordForm> form,
                              const RecordRange& range) {
    if (asked->value("o").isEmpty()) {
        asked->fail(Refusal{refusal::outOfRange, "-o FILE"});
        return;
    }
    const auto tip = m_journal.ledger().tip(log);
    RecordPages pages{[this, log](quint64 fromSeq, RowRead read) {
                          m_journal.rows(log, fromSeq, Journal::rowsPerPage, std::move(read));
                      },
                      m_journal.ownRows(log), tip ? tip->seq : 0};
    exportRecord({std::move(pages),
                  range,
                  std::move(form),
                  asked->value("o"),
                  {},
                  [asked](const Result<ExportWritten>& written) {
                      if (!written) {
                          asked->fail(written.error());
                          return;
                      }
                      asked->output->line(
                          {{word("exported"), written->path}, {word("lines"), qint64(written->lines)}});
                      asked->done(exitcode::done);
                  }});
}

} // namespace bongsu
