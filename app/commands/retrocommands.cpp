#include "commands/retrocommands.h"

#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "domain/base/limits.h"
#include "files/exportfile.h"
#include "files/files.h"
#include "report/documenttemplate.h"
#include "report/retrodraft.h"
#include "wording/manualnames.h"

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

// A document that is asked for, with what it is made of.
struct Wanted {
    LogId log;
    RetroForm form = RetroForm::Full;
    QString format;
    bool isIssued = false;           // it rests on numbered entries alone
    std::optional<QByteArray> own{}; // the template of whoever asks
};

Result<QByteArray> bytesOf(const Wanted& wanted, const Document& document) {
    if (!wanted.own) {
        return formNamed(wanted.format)(document);
    }
    return inTemplate(document, *wanted.own,
                      wanted.format == u"html" ? TemplateForm::Html : TemplateForm::Markdown);
}

// As the file says that --template names; "" without one, or of another kind of file.
QString formatOfTemplate(const Request& request) {
    const QString ending = request.value("template").section(u'.', -1).toLower();
    return ending == u"html" || ending == u"htm" ? word("html") : ending == u"md" ? ending : QString();
}

// --kind, --format, --template and --remove. Refusal value.out_of_range: one of them is none.
Result<std::pair<RetroForm, QString>> formIn(const Request& request) {
    const QString kind = request.arguments.value(word("kind")).value_or(word("full"));
    const bool hasTemplate = request.arguments.has(word("template"));
    const QString usual = hasTemplate ? formatOfTemplate(request) : word("md");
    const QString format = request.arguments.value(word("format")).value_or(usual);
    const auto form = fromWord<RetroForm>(kind.toLatin1());
    const std::pair<const char*, bool> wrong[] = {
        {"kind", !form},
        {"template", hasTemplate && usual.isEmpty()},
        {"format", !formNamed(format) || (hasTemplate && format != usual)},
        {"-o", isPacked(format) && request.value("o").isEmpty()},
        {"remove", request.arguments.values(word("remove")).size() > mostRedactions}};
    for (const auto& [option, isWrong] : wrong) {
        if (isWrong) {
            return refuse(refusal::outOfRange, option);
        }
    }
    return std::pair{*form, format};
}

using Made = std::function<void(const Wanted&, const Document&, const QByteArray&, const RetroDesk::Basis&)>;

// The lines up to what the basis says and none behind it, whatever arrives meanwhile.
void makeOf(NodeCommands& home, const Asked& asked, const Wanted& wanted, const RetroMaterial& material,
            const Made& then) {
    Node& node = home.node();
    const auto basis = node.retro().basis(wanted.log);
    if (!basis && wanted.isIssued) {
        asked->fail(basis.error());
        return;
    }
    const RetroContext context{node.journal().recordOf(wanted.log), material, node.system().clock.now(),
                               wanted.form, asked->arguments.values(word("remove"))};
    const auto draft = std::make_shared<RetroDraft>(home.sourceOf(wanted.log), context);
    home.eachRow(
        wanted.log, 1,
        [draft,
         last = wanted.isIssued ? std::optional(basis->upTo.seq) : std::nullopt](const TimelineRow& row) {
            if (!last || (row.seq && *row.seq <= *last)) {
                draft->take(row);
            }
        },
        [asked, draft, wanted, then,
         basis = basis.value_or(RetroDesk::Basis())](const Result<std::monostate>& read) {
            const Document document = read ? draft->document() : Document();
            const auto bytes = read ? bytesOf(wanted, document) : errorOf(read);
            if (bytes) {
                then(wanted, document, *bytes, basis);
            } else {
                asked->fail(bytes.error());
            }
        });
}

void make(NodeCommands& home, const Asked& asked, bool isIssued, const Made& then) {
    const auto form = formIn(*asked);
    if (!form) {
        asked->fail(form.error());
        return;
    }
    std::optional<QByteArray> own;
    if (const auto path = asked->arguments.value(word("template"))) {
        const auto bytes = files::read(*path, mostTemplateBytes);
        if (!bytes) {
            asked->fail(bytes.error());
            return;
        }
        own = *bytes;
    }
    home.afterDocuments(asked, [&home, asked, form = *form, isIssued, own, then] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        if (!log) {
            asked->fail(log.error());
            return;
        }
        const Wanted wanted{*log, form.first, form.second, isIssued, own};
        home.node().retro().gather(*log, home.node().system().clock.now(), languageInstalled(),
                                   [&home, asked, wanted, then](const RetroMaterial& material) {
                                       makeOf(home, asked, wanted, material, then);
                                   });
    });
}

QJsonObject lineOf(const Wanted& wanted, const Document& document) {
    return {{word("incident"), wanted.log.toHex()},
            {word("kind"), word(wordOf(wanted.form))},
            {word("format"), wanted.format},
            {word("entries"), qint64(document.entries.size())}};
}

Result<std::vector<PersonId>> askedOf(NodeCommands& home, const Request& request) {
    std::vector<PersonId> persons;
    for (const QString& given : request.arguments.values(word("ask"))) {
        const auto person = home.personNamed(given);
        if (!person) {
            return errorOf(person);
        }
        persons.push_back(*person);
    }
    return persons;
}

// Records the document, and says under which number.
void issue(NodeCommands& home, const Asked& asked, const Wanted& wanted, const QByteArray& bytes,
           const RetroDesk::Basis& basis) {
    const auto persons = askedOf(home, *asked);
    if (!persons) {
        asked->fail(persons.error());
        return;
    }
    auto recorded = home.node().retro().issue(wanted.log, wanted.form, wanted.format, basis, *persons, bytes);
    if (!recorded) {
        asked->fail(recorded.error());
        return;
    }
    Recording recording{{std::move(*recorded)}, {}};
    recording.say = [&home, event = recording.events.front().event, log = wanted.log,
                     bytes = qint64(bytes.size()), basis](Output& output) {
        QJsonObject said = home.eventLine(event);
        const auto& issued = home.node().journal().incident(log)->retro.issued;
        const auto held = issued.find(event); // not there: it was refused
        said.insert(word("number"),
                    held == issued.end() ? QJsonValue() : QJsonValue(qint64(held->second.number)));
        said.insert(word("bytes"), bytes);
        said.insert(word("upTo"), qint64(basis.upTo.seq));
        output.line(said);
    };
    home.tellRecorded(asked, std::move(recording));
}

// INCIDENT NUMBER.
Result<std::pair<LogId, EventId>> issuedNamed(NodeCommands& home, const Request& request) {
    const auto log = home.incidentNamed(request.arguments.at(0));
    if (!log) {
        return errorOf(log);
    }
    for (const auto& [event, issued] : home.node().journal().incident(*log)->retro.issued) {
        if (QString::number(issued.number) == request.arguments.at(1)) {
            return std::pair{*log, event};
        }
    }
    return refuse(refusal::notFound, request.arguments.at(1).toUtf8());
}

} // namespace

void writeReport(NodeCommands& home, const Asked& asked) {
    make(home, asked, false,
         [asked](const Wanted& wanted, const Document& document, const QByteArray& bytes, const auto&) {
             giveDocument(asked, bytes, lineOf(wanted, document));
         });
}

void exportRetro(NodeCommands& home, const Asked& asked) {
    if (asked->value("o").isEmpty()) {
        asked->fail(Refusal{refusal::outOfRange, "-o FILE"});
        return;
    }
    make(home, asked, true,
         [&home, asked](const Wanted& wanted, const Document&, const QByteArray& bytes,
                        const RetroDesk::Basis& basis) {
             const auto written = exportTo(asked->value("o"), bytes);
             if (!written) {
                 asked->fail(written.error());
                 return;
             }
             issue(home, asked, wanted, bytes, basis);
         });
}

void issueRetro(NodeCommands& home, const Asked& asked) {
    const QString path = asked->arguments.at(1);
    const auto form = formIn(*asked);
    const QString format = path.section(u'.', -1).toLower();
    if (!form || format == path.toLower()) {
        asked->fail(form ? Error(Refusal{refusal::outOfRange, "format"}) : form.error());
        return;
    }
    const auto bytes = files::read(path, limits::blobBytes);
    if (!bytes) {
        asked->fail(bytes.error());
        return;
    }
    home.afterDocuments(asked, [&home, asked, bytes = *bytes, kind = form->first, format] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        const auto basis = log ? home.node().retro().basis(*log) : errorOf(log);
        if (basis) {
            issue(home, asked, {*log, kind, format}, bytes, *basis);
        } else {
            asked->fail(basis.error());
        }
    });
}

void fetchRetro(NodeCommands& home, const Asked& asked) {
    if (asked->value("o").isEmpty()) {
        asked->fail(Refusal{refusal::outOfRange, "-o FILE"});
        return;
    }
    home.afterDocuments(asked, [&home, asked] {
        const auto named = issuedNamed(home, *asked);
        if (!named) {
            asked->fail(named.error());
            return;
        }
        home.node().retro().document(named->first, named->second,
                                     [asked, named = *named](const Result<QByteArray>& bytes) {
                                         if (bytes) {
                                             giveDocument(asked, *bytes,
                                                          {{word("incident"), named.first.toHex()},
                                                           {word("event"), named.second.toHex()}});
                                         } else {
                                             asked->fail(bytes.error());
                                         }
                                     });
    });
}

void signRetro(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto named = issuedNamed(home, *asked);
        if (!named) {
            asked->fail(named.error());
            return;
        }
        home.node().retro().sign(
            named->first, named->second,
            asked->arguments.has(word("decline")) ? Approval::Declined : Approval::Approved,
            nfc(asked->value("reason")), [&home, asked](Result<Recorded> recorded) {
                home.tellRecorded(asked, recorded ? Result<Recording>(Recording{{std::move(*recorded)}, {}})
                                                  : errorOf(recorded));
            });
    });
}

} // namespace bongsu
