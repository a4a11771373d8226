#include "ui/retro/documentacts.h"

#include "files/exportfile.h"
#include "report/retrodraft.h"
#include "ui/outgoing/outgoing.h"
#include "ui/retro/choosing.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QDir>
#include <QPointer>
#include <QStandardPaths>

namespace bongsu {

namespace {

struct FileForm {
    const char* format; // as its file is called
    Result<QByteArray> (*write)(const Document& document);
};
// What reads alike everywhere goes first.
constexpr std::array fileForms{
    FileForm{"html", [](const Document& document) -> Result<QByteArray> { return htmlOf(document); }},
    FileForm{"docx", &docxOf}, FileForm{"odt", &odtOf},
    FileForm{"md", [](const Document& document) -> Result<QByteArray> { return markdownOf(document); }}};

} // namespace

DocumentActs::DocumentActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page)
    : PageActs(parts, sheet, page) {}

DocumentActs::~DocumentActs() {
    if (m_walk) {
        m_walk->cancel();
    }
}

const IssuedRetro* DocumentActs::issued(const EventId& document) const {
    const auto found = incident()->retro.issued.find(document);
    return found == incident()->retro.issued.end() ? nullptr : &found->second;
}

// --- issuing

void DocumentActs::issue() {
    Question question{.title = tr("Which document?"),
                      .words = tr("It is made of the record and of what people wrote, as it stands now.")};
    for (int i = 1; i <= int(RetroForm::Last); ++i) {
        question.options.push_back({nameOf(RetroForm(i))});
    }
    question.does = tr("Next: its file");
    question.answer = [this](const std::vector<int>& chosen, const QString&) {
        askNext([this, form = RetroForm(chosen.front() + 1)] { askFormat(form); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void DocumentActs::askFormat(RetroForm form) {
    sheet().ask({.title = tr("As which file?"),
                 .words = tr("Those who sign, sign exactly its bytes: choose what they can open."),
                 .options = {{tr("HTML, for every browser"), {}, true},
                             {tr("Word (docx)")},
                             {tr("OpenDocument (odt)")},
                             {tr("Markdown, plain text")}},
                 .does = tr("Next: who signs"),
                 .answer = [this, form](const std::vector<int>& chosen, const QString&) {
                     const QString format =
                         QString::fromLatin1(fileForms[std::size_t(chosen.front())].format);
                     askNext([this, wanted = Wanted{*log(), form, format}] { askSigners(wanted); });
                     return QString();
                 }});
}

void DocumentActs::askSigners(const Wanted& wanted) {
    const PeopleOffered people = peopleOffered(journal(), std::nullopt, false);
    Question question{.title = tr("Who signs it?"),
                      .words = tr("Space marks a person. They see it here and answer for themselves."),
                      .options = people.options,
                      .many = true,
                      .does = tr("Issue it")};
    question.options.push_back({tr("nobody: it is only kept")});
    question.answer = [this, wanted, persons = people.persons](const std::vector<int>& chosen,
                                                               const QString&) {
        Wanted signedBy = wanted;
        for (const int row : chosen) {
            if (std::size_t(row) < persons.size()) {
                signedBy.asked.push_back(*persons[std::size_t(row)]);
            }
        }
        askNext([this, signedBy] { make(signedBy); });
        return QString();
    };
    sheet().ask(std::move(question));
}

void DocumentActs::make(const Wanted& wanted) {
    Q_EMIT done(tr("The document is being made."));
    parts().retro->gather(wanted.log, parts().clock.now(), languageInstalled(),
                          [self = QPointer(this), wanted](const RetroMaterial& material) {
                              if (self) {
                                  self->makeOf(wanted, material);
                              }
                          });
}

// The lines up to what it says that it rests on and none behind, whatever arrives meanwhile.
void DocumentActs::makeOf(const Wanted& wanted, const RetroMaterial& material) {
    const auto basis = parts().retro->basis(wanted.log);
    if (!basis) {
        made(wanted, {}, errorOf(basis));
        return;
    }
    const auto draft = std::make_shared<RetroDraft>(
        sourceOf(journal(), wanted.log),
        RetroContext{journal().recordOf(wanted.log), material, parts().clock.now(), wanted.form});
    const auto form = std::find_if(fileForms.begin(), fileForms.end(), [&wanted](const FileForm& one) {
        return QLatin1String(one.format) == wanted.format;
    });
    m_walk =
        RecordWalk::begin({pagesOf(journal(), wanted.log),
                           {},
                           [draft, last = basis->upTo.seq](const TimelineRow& row) {
                               if (row.seq && *row.seq <= last) {
                                   draft->take(row);
                               }
                           },
                           {},
                           [this, draft, wanted, form, basis = *basis](const auto& read) {
                               made(wanted, basis, read ? form->write(draft->document()) : errorOf(read));
                           }});
}

void DocumentActs::made(const Wanted& wanted, const RetroDesk::Basis& basis,
                        const Result<QByteArray>& bytes) {
    const auto recorded =
        bytes ? parts().retro->issue(wanted.log, wanted.form, wanted.format, basis, wanted.asked, *bytes)
              : errorOf(bytes);
    if (!recorded) {
        Q_EMIT done(sentence(recorded.error()));
        return;
    }
    Q_EMIT done(saidOf(recorded->warning, wanted.asked.empty()
                                              ? tr("Issued. S saves it as a file.")
                                              : filled(tr("Issued. %1 people are asked to sign it."),
                                                       {QString::number(wanted.asked.size())})));
}

// --- reading and signing

QString DocumentActs::suggestedPath(const IssuedRetro& document) const {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name =
        filled(tr("%1 retrospective %2", "a file's name"),
               {fileNameOf(journal().texts().title(*incident())), QString::number(document.number)});
    return QDir(folder).filePath(name + u'.' + document.format);
}

void DocumentActs::save(const EventId& document) {
    const IssuedRetro* held = issued(document);
    if (!held) {
        return;
    }
    sheet().ask({.title = tr("Save it as a file"),
                 .words = tr("The very bytes that are signed; a file of that name is replaced."),
                 .line = tr("File"),
                 .lineText = suggestedPath(*held),
                 .lineNeeded = true,
                 .does = tr("Save"),
                 .answer = [this, document](const std::vector<int>&, const QString& line) {
                     write(document, line);
                     return QString();
                 }});
}

void DocumentActs::write(const EventId& document, const QString& path) {
    parts().retro->document(*log(), document, [self = QPointer(this), path](const Result<QByteArray>& bytes) {
        if (!self) {
            return;
        }
        const bool written = bytes && exportTo(path, *bytes);
        Q_EMIT self->done(written ? filled(tr("Saved: %1"), {path})
                          : !bytes
                              ? sentence(bytes.error())
                              : filled(tr("It could not be written to %1. Choose another place."), {path}));
    });
}

void DocumentActs::sign(const EventId& document) {
    const IssuedRetro* held = issued(document);
    if (!held) {
        return;
    }
    sheet().ask({.title = filled(tr("Sign document No. %1"), {QString::number(held->number)}),
                 .words = tr("You have read it, and stand for exactly these bytes. S saves it to be read."),
                 .line = tr("What you say to it, if anything"),
                 .does = tr("Sign it"),
                 .answer = [this, document](const std::vector<int>&, const QString& line) {
                     answer(document, Approval::Approved, line);
                     return QString();
                 }});
}

void DocumentActs::decline(const EventId& document) {
    const IssuedRetro* held = issued(document);
    if (!held) {
        return;
    }
    sheet().ask({.title = filled(tr("Decline document No. %1"), {QString::number(held->number)}),
                 .line = tr("Why"),
                 .lineNeeded = true,
                 .does = tr("Decline it"),
                 .answer = [this, document](const std::vector<int>&, const QString& line) {
                     answer(document, Approval::Declined, line);
                     return QString();
                 }});
}

void DocumentActs::answer(const EventId& document, Approval approval, const QString& reason) {
    parts().retro->sign(*log(), document, approval, reason,
                        [self = QPointer(this), approval](const Result<Recorded>& recorded) {
                            if (!self) {
                                return;
                            }
                            Q_EMIT self->done(!recorded
                                                  ? sentence(recorded.error())
                                                  : saidOf(recorded->warning, approval == Approval::Approved
                                                                                  ? tr("Signed.")
                                                                                  : tr("Declined.")));
                        });
}

} // namespace bongsu
