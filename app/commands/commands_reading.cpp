// Commands that read the record, compare it and give it out.
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "journal/knownincidents.h"

#include "domain/incident/timeline.h"
#include "domain/log/words.h"
#include "journal/histories.h"
#include "journal/recordquery.h"
#include "report/jsonform.h"
#include "wording/line.h"
#include "wording/sentence.h"

#include <QFile>
#include <QJsonArray>

#include <algorithm>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

} // namespace

QJsonObject NodeCommands::rowLine(const LogId& log, const TimelineRow& row) const {
    return rowObject({m_journal.ledger(), m_journal.texts(), m_journal.organisation()}, log, row,
                     word(wordOf(m_journal.stateOf(row.event))));
}

// Calls `row` for every entry from `fromSeq` up, page by page.
void NodeCommands::eachRow(const LogId& log, quint64 fromSeq, std::function<void(const TimelineRow&)> row,
                           std::function<void(const Result<std::monostate>&)> done) {
    m_journal.rows(log, fromSeq, Journal::rowsPerPage,
                   [this, log, row = std::move(row),
                    done = std::move(done)](const Result<std::vector<TimelineRow>>& page) {
                       if (!page) {
                           done(tl::unexpected(page.error()));
                           return;
                       }
                       for (const TimelineRow& one : *page) {
                           row(one);
                       }
                       if (page->empty()) {
                           done(std::monostate{});
                       } else {
                           eachRow(log, *page->back().seq + 1, row, done);
                       }
                   });
}

void NodeCommands::incidents(const Asked& asked) {
    const auto all = knownIncidents(m_journal);
    for (const LogId& log : m_journal.incidents()) {
        const Incident& incident = *m_journal.incident(log);
        const auto tip = m_journal.ledger().tip(log);
        asked->output->line({{word("incident"), log.toHex()},
                             {word("title"), m_journal.texts().title(incident)},
                             {word("grade"), word(wordOf(incident.grade.value))},
                             {word("phase"), word(wordOf(incident.phase.value))},
                             {word("drill"), incident.drill},
                             {word("declaredAt"), toIso(incident.declaredAt)},
                             {word("commander"), m_journal.texts().personName(m_journal.organisation(),
                                                                              incident.command.person)},
                             {word("acting"), incident.command.acting},
                             {word("primary"), primaryOf(all, log).toHex()},
                             {word("entries"), tip ? qint64(tip->seq) : 0}});
    }
    asked->done(exitcode::done);
}

void NodeCommands::log(const Asked& asked) {
    const auto log = incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    const auto asOf = timeIn(*asked, "as-of");
    if (!asOf) {
        asked->fail(asOf.error());
        return;
    }
    quint64 fromSeq = 1;
    if (const auto since = asked->arguments.value(word("since"))) {
        const QString epoch = since->section(QLatin1Char(':'), 0, 0).toLower();
        const auto tip = m_journal.ledger().tip(*log);
        // Numbers of another epoch mean other entries: then everything is told.
        fromSeq = tip && tip->epoch.toHex().startsWith(epoch) && !epoch.isEmpty()
                      ? since->section(QLatin1Char(':'), 1, 1).toULongLong() + 1
                      : 1;
    }
    const bool follows = asked->arguments.has(word("follow")) && !*asOf;
    if (follows) {
        follow(asked, *log);
    }
    const LogId which = *log;
    eachRow(
        which, fromSeq,
        [this, asked, which, asOf = *asOf](const TimelineRow& row) {
            if (!asOf || row.times.recorded <= asOf) {
                asked->output->line(rowLine(which, row));
            }
        },
        [this, asked, which, follows, asOf = *asOf](const Result<std::monostate>& read) {
            if (!read) {
                asked->fail(read.error());
                return;
            }
            // What has no number was in nobody else's record then.
            for (const TimelineRow& own : asOf ? std::vector<TimelineRow>() : m_journal.ownRows(which)) {
                asked->output->line(rowLine(which, own));
            }
            if (!follows) {
                asked->done(exitcode::done);
            }
        });
}

// A line per change, until the asker goes or the program ends.
void NodeCommands::follow(const Asked& asked, const LogId& log) {
    connect(&m_journal, &Journal::entriesFolded, this,
            [this, asked, log](const LogId& moved, quint64 fromSeq, quint64 toSeq) {
                if (moved != log) {
                    return;
                }
                m_journal.rows(log, fromSeq, int(toSeq - fromSeq + 1),
                               [this, asked, log](const Result<std::vector<TimelineRow>>& rows) {
                                   for (const TimelineRow& row : rows ? *rows : std::vector<TimelineRow>()) {
                                       asked->output->line(rowLine(log, row));
                                   }
                               });
            });
    connect(&m_journal, &Journal::ownEventChanged, this,
            [this, asked, log](const LogId& moved, const EventId& event, OwnState) {
                if (moved != log) {
                    return;
                }
                for (const TimelineRow& row : m_journal.ownRows(log)) {
                    if (row.event == event) {
                        asked->output->line(rowLine(log, row));
                    }
                }
            });
}

// Newest first in each incident, the newest incident first.
void NodeCommands::search(const Asked& asked) {
    auto query = queryFor(m_journal, parseAskedSearch(asked->arguments.at(0)), false);
    if (!query) {
        asked->done(exitcode::done); // there are no lines of such a kind
        return;
    }
    searchIn(asked, std::make_shared<RecordSearch>(std::move(*query)), m_journal.incidents());
}

void NodeCommands::searchIn(const Asked& asked, const std::shared_ptr<RecordSearch>& search,
                            std::vector<LogId> logs) {
    if (logs.empty()) {
        asked->done(exitcode::done);
        return;
    }
    const LogId log = logs.back();
    logs.pop_back();
    const auto tell = [this, asked, log](const TimelineRow& row) {
        QJsonObject line = rowLine(log, row);
        line.insert(word("incident"), log.toHex());
        asked->output->line(line);
    };
    for (const TimelineRow& own : m_journal.ownMatching(log, *search)) {
        tell(own);
    }
    tellFound(asked, log, m_journal.recordOf(log).size() + 1, search, tell,
              [this, asked, search, logs] { searchIn(asked, search, logs); });
}

void NodeCommands::tellFound(const Asked& asked, const LogId& log, quint64 before,
                             const std::shared_ptr<RecordSearch>& search,
                             const std::function<void(const TimelineRow&)>& tell,
                             const std::function<void()>& then) {
    constexpr qsizetype all = qsizetype(1) << 40;
    FoundLines found = search->find(m_journal.recordOf(log), before, Journal::rowsPerPage, all);
    if (found.seqs.empty()) {
        then();
        return;
    }
    std::reverse(found.seqs.begin(), found.seqs.end());
    m_journal.rowsAt(log, found.seqs,
                     [this, asked, log, next = found.before, search, tell,
                      then](const Result<std::vector<TimelineRow>>& rows) {
                         if (!rows) {
                             asked->fail(rows.error());
                             return;
                         }
                         std::for_each(rows->rbegin(), rows->rend(), tell);
                         tellFound(asked, log, next, search, tell, then);
                     });
}

void NodeCommands::sync(const Asked& asked) {
    if (asked->offline) {
        asked->fail(Failure{failure::noRelay, "offline"});
        return;
    }
    auto* waiting = new QObject(this);
    const auto end = [waiting](const std::function<void()>& then) {
        waiting->disconnect();
        waiting->deleteLater();
        then();
    };
    const auto forks = std::make_shared<UndecidedForks>();
    connect(&m_journal, &Journal::forkFound, waiting,
            [this, forks](const ForkEvidence& fork) { forks->found(fork, m_journal.ledger()); });
    const auto look = [this, asked, end, forks] {
        if (m_node.isRevoked() && m_journal.pendingCount() == 0) {
            end([asked] { asked->fail(Refusal{refusal::revoked}); });
        } else if (m_node.isCaughtUp() && !m_journal.isRewinding() && m_journal.pendingCount() == 0 &&
                   !m_node.documents().isReading()) {
            end([this, asked, forks] {
                whenKept(asked, [this, asked, forks] {
                    QJsonArray forked;
                    for (const LogId& log : forks->logs(m_journal.ledger())) {
                        forked.append(word(log.toBytes().toHex()));
                    }
                    if (!forked.isEmpty()) {
                        asked->output->words(sentence(Refusal{refusal::fork}));
                    }
                    const auto& stopped = m_node.numberingStopped();
                    if (stopped) {
                        asked->output->words(sentence(*stopped));
                    }
                    asked->output->line({{word("pending"), 0},
                                         {word("refused"), m_journal.refusedCount()},
                                         {word("forks"), forked},
                                         {word("stopped"), word(stopped ? stopped->code : QByteArray())},
                                         {word("certificate"), word(codeOf(m_node.certificateWarning()))}});
                    asked->done(exitcode::done);
                });
            });
        }
    };
    connect(&m_node, &Node::caughtUp, waiting, look);
    connect(&m_node, &Node::revoked, waiting, look);
    connect(&m_journal, &Journal::ownEventChanged, waiting, look);
    connect(&m_node.documents(), &Documents::settled, waiting, look);
    connect(&m_node, &Node::noRelay, waiting,
            [end, asked](const Error& why) { end([asked, why] { asked->fail(why); }); });
    if (m_node.link() == NodeLink::Down || asked->relay) {
        m_node.connectToRelay(asked->relay);
    }
    look();
}

void NodeCommands::status(const Asked& asked) {
    const auto challenge = asked->arguments.value(word("challenge"));
    const Ledger& ledger = m_journal.ledger();
    QJsonArray logs;
    const auto add = [&](const LogId& log) {
        const auto tip = ledger.tip(log);
        if (!tip) {
            return;
        }
        const auto indices = wordIndices(challenge ? challenge->toULongLong() : 0, tip->hash);
        logs.append(QJsonObject{
            {word("log"), log.toHex()},
            {word("epoch"), tip->epoch.toHex()},
            {word("seq"), qint64(tip->seq)},
            {word("hash"), tip->hash.toHex()},
            {word("words"),
             challenge ? words(WordLanguage::Korean, indices).join(QLatin1Char(' ')) : QString()}});
    };
    if (ledger.organisation().id) {
        add(LogId::of(*ledger.organisation().id));
    }
    for (const auto& [log, incident] : ledger.incidents()) {
        add(log);
    }
    const auto org = m_journal.organisationId();
    asked->output->line({{word("org"), org ? org->toHex() : QString()},
                         {word("link"), m_node.link() == NodeLink::Up ? word("up") : word("down")},
                         {word("relay"), m_node.relayAddress() ? toText(*m_node.relayAddress()) : QString()},
                         {word("certificate"), word(codeOf(m_node.certificateWarning()))},
                         {word("pending"), m_journal.pendingCount()},
                         {word("refused"), m_journal.refusedCount()},
                         {word("logs"), logs}});
    asked->done(exitcode::done);
}

void NodeCommands::refused(const Asked& asked) {
    const auto named = asked->arguments.value(word("retry")) ? asked->arguments.value(word("retry"))
                                                             : asked->arguments.value(word("discard"));
    if (!named) {
        for (const OwnEvent& own : m_journal.ownEvents()) {
            const auto record =
                own.refusal ? decodeRefusal(own.refusal->bytes) : Result<RefusalRecord>(refuse("?"));
            if (record) {
                asked->output->line({{word("event"), own.event.toHex()},
                                     {word("log"), own.log.toHex()},
                                     {word("code"), QString::fromLatin1(record->code)}});
            }
        }
        asked->done(exitcode::done);
        return;
    }
    const auto event = eventNamed(*named);
    if (!event) {
        asked->fail(event.error());
        return;
    }
    if (asked->arguments.has(word("retry"))) {
        const auto again = m_journal.retry(event->second);
        if (!again) {
            asked->fail(again.error());
        } else {
            awaitVerdicts(asked, std::make_shared<Recording>(Recording{{*again}, {}}));
        }
        return;
    }
    if (const auto no = m_journal.discard(event->second)) {
        asked->fail(*no);
        return;
    }
    whenKept(asked, [asked] { asked->done(exitcode::done); });
}

} // namespace bongsu
