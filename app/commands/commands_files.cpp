// Commands that read or write files: import, sealed export, attachments.
#include "commands/nodecommands.h"

#include "domain/base/limits.h"
#include "files/exportfile.h"
#include "files/files.h"
#include "report/importlines.h"
#include "report/sealedfile.h"

namespace bongsu {

namespace {
QString word(const char* text) {
    return QString::fromLatin1(text);
}

// The lines that were not taken, each with its place; whoever asked then hears that not all of it was.
Asked toldOfFaults(const Asked& asked, const std::vector<ImportFault>& faults) {
    for (const ImportFault& fault : faults) {
        const QString what = QString::fromUtf8(fault.why.detail);
        asked->output->words(
            NodeCommands::tr("Line %1 was not taken: %2. The other lines are. Correct it and import the "
                             "file again: nothing comes twice.")
                .arg(QString::number(fault.line), what));
        asked->output->line({{word("bad"), QJsonObject{{word("line"), fault.line},
                                                       {word("why"), QString::fromLatin1(fault.why.code)},
                                                       {word("what"), what}}}});
    }
    if (faults.empty()) {
        return asked;
    }
    Request partly = *asked;
    partly.done = [done = asked->done](int code) { done(code == exitcode::done ? exitcode::refused : code); };
    return std::make_shared<const Request>(std::move(partly));
}

} // namespace

// Every line's hash is its origin: what the record holds already is not added again.
void NodeCommands::importFile(const Asked& given) {
    const auto log = incidentNamed(given->arguments.at(0));
    if (!log) {
        given->fail(log.error());
        return;
    }
    const auto bytes = files::read(given->arguments.at(1), limits::importFileBytes);
    const auto imported = bytes.and_then([](const QByteArray& lines) { return importLines(lines); });
    if (!imported) {
        given->fail(imported.error());
        return;
    }
    const Asked asked = toldOfFaults(given, imported->faults);
    const auto present = std::make_shared<std::set<OriginHash>>();
    const auto take = [present](const TimelineRow& row) {
        const Line* line = lineOf(row.facts);
        if (line && line->origin) {
            present->insert(*line->origin);
        }
    };
    const LogId which = *log;
    eachRow(which, 1, take,
            [this, asked, which, present, take, lines = imported->lines](const Result<std::monostate>& read) {
                if (!read) {
                    asked->fail(read.error());
                    return;
                }
                for (const TimelineRow& own : m_journal.ownRows(which)) {
                    take(own);
                }
                auto recording = std::make_shared<Recording>();
                for (const ImportedLine& line : lines) {
                    if (!present->insert(line.origin).second) {
                        continue;
                    }
                    auto recorded = m_journal.record(which, line.facts, line.text);
                    if (!recorded) {
                        asked->fail(recorded.error());
                        return;
                    }
                    recording->events.push_back(std::move(*recorded));
                }
                const auto added = qint64(recording->events.size());
                recording->say = [added](Output& output) { output.line({{word("imported"), added}}); };
                awaitVerdicts(asked, recording);
            });
}

void NodeCommands::sealedExport(const Asked& asked, const LogId& log) {
    const QString path = asked->value("o");
    if (path.isEmpty()) {
        asked->fail(Refusal{refusal::outOfRange, "-o FILE"});
        return;
    }
    const auto heads = m_journal.newestHeads();
    const auto head = heads.find(log);
    SealedFile::write({m_journal.ledger(),
                       {*m_journal.organisationId(), log, word("bongsuctl"), m_node.system().clock.now()},
                       head == heads.end() ? std::nullopt : std::optional(head->second),
                       [this](const LogId& of, quint64 fromSeq, EntriesRead read) {
                           m_journal.entries(of, fromSeq, Journal::rowsPerPage, std::move(read));
                       },
                       path,
                       {},
                       [asked, path](const Result<ExportWritten>& written) {
                           if (!written) {
                               asked->fail(written.error());
                               return;
                           }
                           asked->output->line({{word("exported"), path}});
                           asked->done(exitcode::done);
                       }});
}

// Calls `entry` for the stored entries from `fromSeq` to `toSeq`.
void NodeCommands::eachEntry(const LogId& log, quint64 fromSeq, quint64 toSeq,
                             std::function<void(const KeptEntry&)> entry,
                             std::function<void(const Result<std::monostate>&)> done) {
    constexpr int pageEntries = 512;
    constexpr qsizetype pageBytes = 4 << 20;
    if (fromSeq > toSeq) {
        done(std::monostate{});
        return;
    }
    m_node.store().range(log, fromSeq, pageEntries, pageBytes,
                         [this, log, toSeq, entry = std::move(entry),
                          done = std::move(done)](const Result<std::vector<StoredEntry>>& page) {
                             if (!page || page->empty()) {
                                 done(page ? Result<std::monostate>(fail(failure::corrupt, "missing"))
                                           : tl::unexpected(page.error()));
                                 return;
                             }
                             for (const StoredEntry& stored : *page) {
                                 if (stored.seq <= toSeq) {
                                     entry(stored.entry);
                                 }
                             }
                             eachEntry(log, page->back().seq + 1, toSeq, entry, done);
                         });
}

// A file is what its first bytes say; what a camera wrote into a picture is taken out.
Result<Recording> NodeCommands::attach(const Request& request) {
    const auto log = incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    const QString path = request.arguments.at(1);
    auto bytes = files::read(path, limits::blobBytes);
    if (!bytes) {
        return errorOf(bytes);
    }
    const auto recorded =
        m_journal.attach(*log, Attachment{std::move(*bytes), path, request.value("caption")});
    if (!recorded) {
        return errorOf(recorded);
    }
    const EventId event = recorded->event;
    const auto row = m_journal.ownRow(event);
    const auto* facts = row ? std::get_if<AttachmentAdded>(&row->facts) : nullptr;
    const QString blob = facts ? facts->blob.toHex() : QString();
    const auto say = [this, event, blob](Output& output) {
        const bool isRecorded = m_journal.stateOf(event) == OwnState::Recorded;
        output.line({{word("event"), event.toHex()},
                     {word("state"), isRecorded ? word("recorded") : word("pending")},
                     {word("blob"), blob}});
    };
    return Recording{{*recorded}, say};
}

void NodeCommands::fetch(const Asked& asked) {
    if (asked->value("o").isEmpty()) {
        asked->fail(Refusal{refusal::outOfRange, "-o FILE"});
        return;
    }
    const auto event = eventNamed(asked->arguments.at(0));
    if (!event) {
        asked->fail(event.error());
        return;
    }
    const LogId log = event->first;
    m_journal.row(log, event->second, [this, asked, log](const Result<TimelineRow>& row) {
        if (row) {
            writeBlob(asked, log, *row);
        } else {
            asked->fail(row.error());
        }
    });
}

void NodeCommands::writeBlob(const Asked& asked, const LogId& log, const TimelineRow& row) {
    const auto blob = namedBlob(log, row);
    if (!blob) {
        asked->fail(blob.error());
        return;
    }
    m_node.attachments().read(*blob, [asked, path = asked->value("o")](const Result<QByteArray>& bytes) {
        if (!bytes) {
            asked->fail(bytes.error());
            return;
        }
        if (const auto written = exportTo(path, *bytes); !written) {
            asked->fail(written.error());
            return;
        }
        asked->output->line({{word("file"), path}, {word("bytes"), qint64(bytes->size())}});
        asked->done(exitcode::done);
    });
}

} // namespace bongsu
