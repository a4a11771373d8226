#include "commands/briefcommand.h"

#include "commands/given.h"
#include "commands/nodecommands.h"

#include "report/handoversource.h"
#include "wording/brief.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// A seat that neither the incident nor its manual knows is told of all the same: its name may come later.
void tellHandover(NodeCommands& home, const Asked& asked, const LogId& log, const QString& seat) {
    Journal& journal = home.node().journal();
    journal.rowsAt(log, linesForHandover(journal.recordOf(log)),
                   [&home, &journal, asked, log, seat](const Result<std::vector<TimelineRow>>& read) {
                       if (!read) {
                           asked->fail(read.error());
                           return;
                       }
                       std::vector<TimelineRow> rows = *read;
                       for (TimelineRow& own : journal.ownRows(log)) {
                           rows.push_back(std::move(own));
                       }
                       const auto held = home.node().documents().manualOf(*journal.incident(log));
                       const Moment now = home.node().system().clock.now();
                       asked->output->line(
                           {{word("seat"), seat},
                            {word("asOf"), toIso(now)},
                            {word("text"), handoverPageOf(home.sourceOf(log), rows,
                                                          held ? held->manual.get() : nullptr, seat, now)}});
                       asked->done(exitcode::done);
                   });
}

} // namespace

void tellBrief(NodeCommands& home, const Asked& asked) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    if (const QString seat = nfc(asked->value("handover")); !seat.isEmpty()) {
        Node& node = home.node();
        node.documents().manualOf(
            *node.journal().incident(*log)); // an older version is on its way from now on
        home.afterDocuments(asked,
                            [&home, asked, log = *log, seat] { tellHandover(home, asked, log, seat); });
        return;
    }
    const Moment now = home.node().system().clock.now();
    asked->output->line({{word("brief"), briefLine(briefingOf(home.sourceOf(*log), now), now)}});
    asked->done(exitcode::done);
}

} // namespace bongsu
