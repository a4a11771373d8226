#include "commands/retrocommands.h"

#include "commands/documentfiles.h"
#include "commands/nodecommands.h"

#include "report/retrodraft.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

using WrittenAs = Result<QByteArray> (*)(const Document&);

// Null: there is no such form.
WrittenAs formNamed(const QString& name) {
    static const std::map<QString, WrittenAs> forms{
        {word("md"), [](const Document& document) -> Result<QByteArray> { return markdownOf(document); }},
        {word("html"), [](const Document& document) -> Result<QByteArray> { return htmlOf(document); }},
        {word("docx"), &docxOf},
        {word("odt"), &odtOf}};
    const auto found = forms.find(name);
    return found == forms.end() ? nullptr : found->second;
}

// What would be no text on a line.
bool isPacked(const QString& form) {
    return form == u"docx" || form == u"odt";
}

void give(const Asked& asked, const LogId& log, const Document& document, const QString& form) {
    const auto bytes = formNamed(form)(document);
    if (!bytes) {
        asked->fail(bytes.error());
        return;
    }
    giveDocument(asked, *bytes,
                 {{word("incident"), log.toHex()},
                  {word("kind"), asked->value("kind").isEmpty() ? word("full") : asked->value("kind")},
                  {word("format"), form},
                  {word("entries"), qint64(document.entries.size())}});
}

} // namespace

void writeReport(NodeCommands& home, const Asked& asked) {
    const QString kind = asked->arguments.value(word("kind")).value_or(word("full"));
    const QString format = asked->arguments.value(word("format")).value_or(word("md"));
    const std::pair<const char*, bool> wrong[] = {
        {"kind", kind != u"full" && kind != u"public"},
        {"format", !formNamed(format)},
        {"-o", isPacked(format) && asked->value("o").isEmpty()},
        {"remove", asked->arguments.values(word("remove")).size() > mostRedactions}};
    for (const auto& [option, isWrong] : wrong) {
        if (isWrong) {
            asked->fail(Refusal{refusal::outOfRange, option});
            return;
        }
    }
    home.afterDocuments(asked, [&home, asked, format, kind] {
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
        const RetroContext context{node.journal().recordOf(*log),
                                   held ? held->manual : nullptr,
                                   dutiesOf(node.documents(), node.journal(), incident, now),
                                   now,
                                   kind == u"public" ? RetroKind::Public : RetroKind::Full,
                                   asked->arguments.values(word("remove"))};
        const auto draft = std::make_shared<RetroDraft>(source, context);
        home.eachRow(
            *log, 1, [draft](const TimelineRow& row) { draft->take(row); },
            [asked, draft, log = *log, format](const Result<std::monostate>& read) {
                if (read) {
                    give(asked, log, draft->document(), format);
                } else {
                    asked->fail(read.error());
                }
            });
    });
}

} // namespace bongsu
