#include "commands/retrocommands.h"

#include "commands/documentfiles.h"
#include "commands/nodecommands.h"

#include "report/retrodraft.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

void give(const Asked& asked, const LogId& log, const Document& document, bool isHtml) {
    giveDocument(asked, isHtml ? htmlOf(document) : markdownOf(document),
                 {{word("incident"), log.toHex()},
                  {word("kind"), word("full")},
                  {word("format"), word(isHtml ? "html" : "md")},
                  {word("entries"), qint64(document.entries.size())}});
}

} // namespace

void writeReport(NodeCommands& home, const Asked& asked) {
    const QString kind = asked->arguments.value(word("kind")).value_or(word("full"));
    const QString format = asked->arguments.value(word("format")).value_or(word("md"));
    if (kind != u"full" || (format != u"md" && format != u"html")) {
        asked->fail(Refusal{refusal::outOfRange, kind != u"full" ? "kind" : "format"});
        return;
    }
    home.afterDocuments(asked, [&home, asked, format] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        if (!log) {
            asked->fail(log.error());
            return;
        }
        Node& node = home.node();
        const Incident& incident = *node.journal().incident(*log);
        const Moment now = node.system().clock.now();
        const auto held = node.documents().manualOf(incident);
        const RecordSource source = home.sourceOf(*log);
        const RetroContext context{node.journal().recordOf(*log), held ? held->manual : nullptr,
                                   dutiesOf(node.documents(), node.journal(), incident, now), now};
        const auto draft = std::make_shared<RetroDraft>(source, context);
        home.eachRow(
            *log, 1, [draft](const TimelineRow& row) { draft->take(row); },
            [asked, draft, log = *log, isHtml = format == u"html"](const Result<std::monostate>& read) {
                if (read) {
                    give(asked, log, draft->document(), isHtml);
                } else {
                    asked->fail(read.error());
                }
            });
    });
}

} // namespace bongsu
