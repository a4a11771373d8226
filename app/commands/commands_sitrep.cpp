// Commands about what authorities are told: their alert level, and the situation report.
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "report/sitrepsource.h"

#include <algorithm>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

} // namespace

Result<Recording> NodeCommands::alertLevel(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const auto level = fromWord<AlertLevel>(request.arguments.at(1).toLatin1());
    if (!level) {
        return refuse(refusal::outOfRange, "level");
    }
    const auto occurredAt = timeIn(request, "occurred-at");
    if (!occurredAt) {
        return errorOf(occurredAt);
    }
    AlertLevelSet facts;
    facts.level = *level;
    facts.line.occurredAt = *occurredAt;
    return recordOne(*log, facts, {});
}

// The page as it would be handed over now; with --issue it is numbered and kept as it was.
void NodeCommands::sitrep(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    const RecordSource source = sourceOf(*log);
    auto seqs = linesForSitrep(source, m_journal.recordOf(*log));
    const auto tip = m_journal.ledger().tip(*log);
    if (tip && (seqs.empty() || seqs.back() != tip->seq)) {
        seqs.push_back(tip->seq); // whose event the report names
    }
    m_journal.rowsAt(*log, seqs, [this, asked, log = *log](const Result<std::vector<TimelineRow>>& read) {
        if (!read) {
            asked->fail(read.error());
            return;
        }
        std::vector<TimelineRow> rows = *read;
        for (TimelineRow& own : m_journal.ownRows(log)) {
            rows.push_back(std::move(own));
        }
        tellSitrep(asked, log, rows);
    });
}

void NodeCommands::tellSitrep(const Asked& asked, const LogId& log, const std::vector<TimelineRow>& rows) {
    const Moment now = m_node.system().clock.now();
    const RecordSource source = sourceOf(log);
    const SitrepPage page = sitrepPageOf(source, rows, now);
    QJsonObject line{
        {word("number"), qint64(page.number)}, {word("asOf"), toIso(now)}, {word("text"), page.words}};
    if (!asked->arguments.has(word("issue"))) {
        asked->output->line(line);
        asked->done(exitcode::done);
        return;
    }
    Text text;
    text.text = page.words;
    if (const QString to = asked->value("to").trimmed(); !to.isEmpty()) {
        text.party = to;
    }
    const auto newest = newestTold(rows);
    if (!newest) {
        asked->fail(Refusal{refusal::notFound});
        return;
    }
    auto recorded = m_journal.record(log, ReportIssued{{}, page.number, *newest}, text);
    if (!recorded) {
        asked->fail(recorded.error());
        return;
    }
    line.insert(word("event"), recorded->event.toHex());
    const auto say = [this, line, event = recorded->event](Output& output) {
        QJsonObject told = line;
        const bool isRecorded = m_journal.stateOf(event) == OwnState::Recorded;
        told.insert(word("state"), isRecorded ? word("recorded") : word("pending"));
        output.line(told);
    };
    awaitVerdicts(asked, std::make_shared<Recording>(Recording{{*recorded}, say}));
}

} // namespace bongsu
