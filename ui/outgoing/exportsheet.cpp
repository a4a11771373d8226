#include "ui/outgoing/exportsheet.h"

#include "domain/organisation/inviting.h"
#include "ui/style/scrolled.h"
#include "wording/manualnames.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

namespace bongsu {

namespace {

constexpr int sheetWidth = 620; // at 100 %
enum Form { Markdown, Csv, JsonLines, Sealed, Retrospective };
constexpr std::array endings{".md", ".csv", ".jsonl", ".bongsu", ".html"};

// Whether it always is the whole of a record.
bool isWhole(int form) {
    return form == Sealed || form == Retrospective;
}

// "2022-10-15 15:19" on this computer's clock. Nothing, with true in `wrong`, for what is no time.
std::optional<Moment> momentTyped(const QString& typed, bool& wrong) {
    if (typed.trimmed().isEmpty()) {
        return std::nullopt;
    }
    const QDateTime at = QDateTime::fromString(typed.trimmed(), QStringLiteral("yyyy-MM-dd HH:mm"));
    wrong = wrong || !at.isValid();
    return at.isValid() ? std::optional(Moment(Millis(at.toMSecsSinceEpoch()))) : std::nullopt;
}

} // namespace

ExportSheet::ExportSheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_journal(parts.journal), m_clock(parts.clock),
      m_retro(parts.retro), m_form(new QComboBox), m_since(new QLineEdit), m_until(new QLineEdit),
      m_path(new QLineEdit), m_progress(new QProgressBar), m_message(makeLabel(nullptr)),
      m_write(new QPushButton), m_invite(new QPushButton), m_cancel(new QPushButton) {
    m_form->addItems(QStringList(int(endings.size())));
    // Higher than a small screen at a large zoom: then the fields are scrolled, and the buttons stay.
    auto* fields = new QWidget(this);
    lay(fields, "surface");
    auto* column = new QVBoxLayout(fields);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::gap);
    const auto line = [column](QLabel*& label, QWidget* control) {
        label = makeLabel(nullptr, Ink::Quiet, TextSize::Small);
        label->setBuddy(control);
        column->addWidget(label);
        column->addWidget(control);
    };
    line(m_formName, m_form);
    m_about = makeLabel(fields, Ink::Quiet, TextSize::Small);
    m_about->setWordWrap(true);
    column->addWidget(m_about);
    line(m_sinceName, m_since);
    line(m_untilName, m_until);
    line(m_pathName, m_path);
    body().addWidget(new Scrolled(fields, this));
    m_progress->setRange(0, 100);
    body().addWidget(m_progress);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    body().addWidget(m_message);
    auto* row = new QWidget(this);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // what gives way are the fields
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metric::gap);
    buttons->addWidget(m_write);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    m_invite->setAutoDefault(false);
    body().addWidget(m_invite, 0, Qt::AlignLeft); // a line of its own: large, they have no room in one
    body().addWidget(row);
    connect(m_invite, &QPushButton::clicked, this, &ExportSheet::invite);
    connect(m_form, &QComboBox::currentIndexChanged, this, &ExportSheet::formChosen);
    connect(m_write, &QPushButton::clicked, this, &ExportSheet::write);
    connect(m_cancel, &QPushButton::clicked, this, &ExportSheet::cancel);
    for (QLineEdit* field : {m_since, m_until, m_path}) {
        connect(field, &QLineEdit::returnPressed, this, &ExportSheet::write);
    }
    // What is left of the record is another one: nothing of the old is written out.
    connect(&parts.journal, &Journal::rewound, this, &ExportSheet::stop);
    name();
    formChosen();
    showWriting(false);
}

ExportSheet::~ExportSheet() {
    if (m_end) {
        m_end();
    }
}

void ExportSheet::name() {
    nameForm();
    m_formName->setText(tr("Form"));
    m_form->setItemText(Markdown, tr("Markdown, to read"));
    m_form->setItemText(Csv, tr("CSV, for spreadsheets"));
    m_form->setItemText(JsonLines, tr("JSON Lines, for other programs"));
    m_form->setItemText(Sealed, tr("Sealed, as evidence"));
    m_form->setItemText(Retrospective, tr("Retrospective, a draft from the record (HTML)"));
    m_sinceName->setText(tr("From (empty: the beginning)"));
    m_untilName->setText(tr("To (empty: now)"));
    m_pathName->setText(tr("File"));
    m_write->setText(tr("Write"));
    m_cancel->setText(tr("Cancel"));
    m_invite->setText(tr("Invite the inspector to read along"));
    const std::pair<QWidget*, QLabel*> named[] = {
        {m_form, m_formName}, {m_since, m_sinceName}, {m_until, m_untilName}, {m_path, m_pathName}};
    for (const auto& [control, label] : named) {
        control->setAccessibleName(label->text());
    }
    m_progress->setAccessibleName(tr("How far it is written"));
    const QString example = QStringLiteral("2022-10-15 15:19");
    m_since->setPlaceholderText(example);
    m_until->setPlaceholderText(example);
}

void ExportSheet::nameForm() {
    setTitle(m_inspects ? tr("Hand over for inspection") : tr("Write the record into a file"));
    m_about->setText(
        m_inspects
            ? tr("For the inspector of an authority: the whole record of this incident in one file, signed "
                 "line by line. They check it with bongsuctl verify --file, from the file alone and without "
                 "a "
                 "connection: nothing in it can have been changed unseen. It is not locked: whoever has the "
                 "file can read it.")
        : m_form->currentIndex() == Retrospective
            ? tr("What the record says (figures, course, decisions, notices), each with the entries that it "
                 "rests on, "
                 "and what people added, marked as theirs. What nobody has written is left blank.")
            : tr("Sealed means signed, not locked: whoever has the file can read it, and can check every "
                 "numbered line of it with bongsuctl verify. It is always the whole record."));
}

void ExportSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

QString ExportSheet::message() const {
    return m_message->isHidden() ? QString() : m_message->text();
}

void ExportSheet::openFor(const LogId& log) {
    prepare(log, false);
    open(m_form->isHidden() ? static_cast<QWidget*>(m_path) : m_form);
}

void ExportSheet::openForInspection(const LogId& log) {
    prepare(log, true);
    open(m_path);
}

// What is being written goes on as what it is.
void ExportSheet::prepare(const LogId& log, bool inspects) {
    if (isWriting()) {
        return;
    }
    m_log = log;
    if (std::exchange(m_inspects, inspects) || inspects) {
        m_form->setCurrentIndex(inspects ? Sealed : Markdown);
    }
    m_form->setVisible(!inspects);
    m_formName->setVisible(!inspects);
    m_invite->hide();
    nameForm();
    say({}, Ink::Text);
    m_progress->hide();
    formChosen();
}

// Whom whoever sits here may let in to inspect.
std::optional<Permission> ExportSheet::invited() const {
    const auto person = m_journal.person();
    const Organisation& organisation = m_journal.organisation();
    const auto own = person ? organisation.permission(*person, organisation.seq) : std::nullopt;
    return m_inviting && own ? inspectorPermission(*own) : std::nullopt;
}

void ExportSheet::invite() {
    if (const auto permission = invited()) {
        close();
        Q_EMIT inviteAsked(*permission);
    }
}

QString ExportSheet::about() const {
    return m_about->isHidden() ? QString() : m_about->text();
}

// Only the whole of a record can be checked, or learnt from: such files know no bounds.
void ExportSheet::formChosen() {
    const bool whole = isWhole(m_form->currentIndex());
    nameForm();
    m_about->setVisible(whole);
    for (QWidget* bound : std::initializer_list<QWidget*>{m_sinceName, m_since, m_untilName, m_until}) {
        bound->setVisible(!whole);
    }
    suggestPath();
}

void ExportSheet::suggestPath() {
    const Incident* incident = m_log ? m_journal.incident(*m_log) : nullptr;
    if (!incident) {
        return;
    }
    const QString ending = QString::fromLatin1(endings[std::size_t(m_form->currentIndex())]);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString title = fileNameOf(m_journal.texts().title(*incident));
    const QString name = m_inspects ? filled(tr("%1 for inspection", "a file's name"), {title})
                         : m_form->currentIndex() == Retrospective
                             ? filled(tr("%1 retrospective", "a file's name"), {title})
                             : title;
    m_path->setText(QDir(folder).filePath(name + ending));
}

void ExportSheet::write() {
    if (isWriting() || !m_log || m_path->text().isEmpty()) {
        return;
    }
    bool wrong = false;
    const RecordRange range{momentTyped(m_since->text(), wrong), momentTyped(m_until->text(), wrong)};
    if (wrong && !isWhole(m_form->currentIndex())) {
        say(tr("A time looks like 2022-10-15 15:19. Nothing was written."), Ink::Ember);
        return;
    }
    m_progress->setValue(0);
    showWriting(true);
    m_writing = true;
    begin(range);
}

std::unique_ptr<RecordForm> ExportSheet::formOf(const RecordRange& range) const {
    switch (m_form->currentIndex()) {
    case Csv:
        return csvForm(sourceOf(m_journal, *m_log));
    case JsonLines:
        return jsonLinesOf(m_journal, *m_log);
    default:
        return markdownForm(sourceOf(m_journal, *m_log), range, m_clock.now());
    }
}

void ExportSheet::begin(const RecordRange& range) {
    const auto progress = [this](int percent) { m_progress->setValue(percent); };
    const auto done = [this](const Result<ExportWritten>& how) { written(how); };
    const auto endBy = [this](const auto& writing) {
        if (m_writing) { // it may have answered already
            m_end = [writing] { writing->cancel(); };
        }
    };
    if (m_form->currentIndex() == Sealed) {
        SealedFileParts parts = sealedFileOf(m_journal, *m_log, m_clock.now());
        parts.path = m_path->text();
        parts.progress = progress;
        parts.done = done;
        endBy(SealedFile::write(std::move(parts)));
        return;
    }
    const auto writeAs = [=, this](std::unique_ptr<RecordForm> form, const RecordRange& bounds) {
        endBy(exportRecord(
            {pagesOf(m_journal, *m_log), bounds, std::move(form), m_path->text(), progress, done}));
    };
    if (m_form->currentIndex() != Retrospective) {
        writeAs(formOf(range), isWhole(m_form->currentIndex()) ? RecordRange() : range);
        return;
    }
    const Moment now = m_clock.now();
    if (!m_retro) {
        writeAs(retroOf(m_journal, *m_log, now, {}), {});
        return;
    }
    // What people wrote is fetched first; until then there is no file to take away.
    const auto asked = std::make_shared<bool>(true);
    m_end = [asked] { *asked = false; };
    m_retro->gather(*m_log, now, languageInstalled(),
                    [this, asked, writeAs, now, sheet = QPointer(this)](const RetroMaterial& material) {
                        if (sheet && *asked) {
                            writeAs(retroOf(m_journal, *m_log, now, material), {});
                        }
                    });
}

void ExportSheet::written(const Result<ExportWritten>& how) {
    m_end = nullptr;
    m_writing = false;
    showWriting(false);
    if (!how) {
        say(sentence(how.error()), Ink::Ember);
        return;
    }
    QString words = filled(tr("Written: %1 lines into %2"), {QString::number(how->lines), how->path});
    if (m_form->currentIndex() == Sealed) {
        words += u'\n' +
                 filled(tr("Check it with: %1"), {QStringLiteral("bongsuctl verify --file \"%1\" --org %2")
                                                      .arg(how->path, m_journal.organisationId()->toHex())});
    }
    if (m_inspects) {
        words += u'\n' + (invited() ? tr("Give the file and this line to the inspector. Whoever stays can be "
                                         "invited to read along here, and records nothing.")
                                    : tr("Give the file and this line to the inspector. Whoever may invite "
                                         "people here can let them read along."));
    }
    say(words, Ink::Text);
    m_invite->setVisible(m_inspects && invited());
    if (!m_invite->isHidden() && isOpen()) {
        m_invite->setFocus();
    }
}

void ExportSheet::cancel() {
    isWriting() ? stop() : close();
}

void ExportSheet::stop() {
    if (!isWriting()) {
        return;
    }
    std::exchange(m_end, nullptr)();
    m_writing = false;
    showWriting(false);
    say(tr("Cancelled. No file was written; one that was there before is as it was."), Ink::Quiet);
}

void ExportSheet::say(const QString& words, Ink ink) {
    dress(m_message, ink);
    m_message->setText(words);
    m_message->setVisible(!words.isEmpty());
}

void ExportSheet::showWriting(bool writing) {
    m_progress->setVisible(writing);
    m_write->setEnabled(!writing);
    m_form->setEnabled(!writing);
    if (writing) {
        say({}, Ink::Text);
        m_cancel->setFocus();
    }
}

} // namespace bongsu
