#include "ui/roster/rostersheet.h"

#include "files/exportfile.h"
#include "ui/board/halves.h"
#include "ui/outgoing/printerdialog.h"
#include "wording/rosterwords.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QKeyEvent>
#include <QStandardPaths>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1180; // at 100 %
constexpr Length around{230};    // of the page's height: what stands above and below both halves
constexpr Length usualHalf{460};
constexpr Length timeColumn{140};
constexpr std::size_t mostSaid = 2; // of each thing that is not as it should be: the days say the rest

bool isTrouble(const PanelLine& line) {
    return line.markInk == Ink::Ember || line.stateInk == Ink::Ember;
}

} // namespace

RosterSheet::RosterSheet(const WindowParts& parts, const Ticker& ticker, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_import(new RosterImport(parts, page)) {
    build();
    name();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RosterSheet::tell);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
    connect(m_scroll, &KeyHint::clicked, this, [this] { m_halves->readOn(); });
    connect(m_read, &KeyHint::clicked, this, &RosterSheet::chooseFile);
    connect(m_write, &KeyHint::clicked, this, &RosterSheet::chooseWhereTo);
    connect(m_print, &KeyHint::clicked, this, &RosterSheet::print);
    connect(m_import, &RosterImport::published, this, &RosterSheet::tellOutcome);
    connect(m_parts.documents, &Documents::changed, this, &RosterSheet::read);
    connect(&m_parts.journal, &Journal::organisationChanged, this, &RosterSheet::read);
    connect(&ticker, &Ticker::minuteBegun, this, [this] {
        m_book.now = m_parts.clock.now();
        refresh();
    });
}

void RosterSheet::build() {
    m_summary = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_summary->setWordWrap(true);
    body().addWidget(m_summary);
    m_halves = new Halves(m_model, m_parts.theme, buildDetails(), {1, 1}, this);
    m_list = &m_halves->list();
    body().addLayout(m_halves);
    m_read = new KeyHint(m_parts.theme, QStringLiteral("F6"), this);
    m_write = new KeyHint(m_parts.theme, QStringLiteral("F7"), this);
    m_print = new KeyHint(m_parts.theme, QStringLiteral("F8"), this);
    m_scroll = new KeyHint(m_parts.theme, QStringLiteral("PgDn"), this);
    m_close = new KeyHint(m_parts.theme, QStringLiteral("Esc"), this);
    layKeys({m_read, m_write, m_print});
    layKeys({m_scroll, m_close});
}

QWidget* RosterSheet::buildDetails() {
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(4));
    m_name = makeLabel(inside, Ink::Text, TextSize::Strong, Weight::Bold);
    m_versions = makeLabel(inside, Ink::Quiet, TextSize::Small);
    m_words = new QWidget(inside);
    auto* words = new QVBoxLayout(m_words);
    words->setContentsMargins(0, px(4), 0, 0);
    words->setSpacing(px(4));
    for (QLabel* label : {m_name, m_versions}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_words);
    column->addStretch();
    return inside;
}

void RosterSheet::layKeys(std::initializer_list<KeyHint*> hints) {
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    for (KeyHint* hint : hints) {
        keys->addWidget(hint);
    }
    keys->addStretch();
    body().addLayout(keys);
}

void RosterSheet::name() {
    setTitle(tr("Who is on duty"));
    m_list->setAccessibleName(tr("Departments on duty"));
    m_read->setText(tr("Read a file (.ics)"));
    m_write->setText(tr("Write a file (.ics)"));
    m_print->setText(tr("Print the rosters"));
    m_scroll->setText(tr("Read on"));
    m_close->setText(tr("Back"));
}

void RosterSheet::show() {
    open(m_list);
    read();
    int row = 0;
    const auto people = knownPeople(m_parts.journal);
    const auto me = std::find_if(people.begin(), people.end(), [this](const KnownPerson& one) {
        return one.person == m_parts.journal.person();
    });
    for (int i = 0; me != people.end() && i < int(m_all.size()); ++i) {
        row = m_all[std::size_t(i)].department == me->department ? i : row;
    }
    m_list->setCurrentIndex(m_model.index(row));
    tell();
}

void RosterSheet::read() {
    if (isOpen()) {
        m_book = rosterBook(m_parts.journal, *m_parts.documents, m_parts.clock.now());
        refresh();
    }
}

void RosterSheet::refresh() {
    if (!isOpen()) {
        return;
    }
    m_all = departmentsIn(m_book);
    std::vector<PanelLine> lines;
    for (const RosterDepartment& one : m_all) {
        lines.push_back(rosterLine(m_book, one, m_parts.documents->catalogue()));
    }
    const auto troubles = std::count_if(lines.begin(), lines.end(), isTrouble);
    m_summary->setText(
        troubles > 0
            ? filled(tr("Departments: %1. Something is missing or goes on for too long in %2 of them."),
                     {QString::number(lines.size()), QString::number(troubles)})
            : filled(tr("Departments: %1. Everybody rests in time, and nowhere is nobody."),
                     {QString::number(lines.size())}));
    m_summary->setVisible(!lines.empty());
    if (lines.empty()) {
        PanelLine none;
        none.mark = Mark::Circle;
        none.name = tr("There is no roster yet.");
        none.nameInk = Ink::Quiet;
        lines.push_back(none);
    }
    m_model.show(std::move(lines));
    m_write->setVisible(!m_all.empty());
    m_print->setVisible(!m_all.empty());
    m_scroll->setVisible(!m_all.empty());
    fit();
    tell();
}

const RosterDepartment* RosterSheet::chosen() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && std::size_t(index.row()) < m_all.size() ? &m_all[std::size_t(index.row())]
                                                                      : nullptr;
}

void RosterSheet::clear() {
    qDeleteAll(m_words->findChildren<QLabel*>());
    while (QLayoutItem* item = m_words->layout()->takeAt(0)) {
        delete item; // and the grids with it
    }
}

void RosterSheet::say(const QString& words, Ink ink, Weight weight) {
    QLabel* label = makeLabel(m_words, ink, TextSize::Body, weight);
    label->setWordWrap(true);
    label->setText(words);
    m_words->layout()->addWidget(label);
    label->show(); // at once, not in the next turn
}

void RosterSheet::sayDays(const std::vector<RosterDay>& days) {
    for (const RosterDay& day : days) {
        QLabel* heading = makeLabel(m_words, Ink::Quiet, TextSize::Small, Weight::Bold);
        heading->setContentsMargins(0, px(8), 0, 0);
        heading->setText(day.heading);
        m_words->layout()->addWidget(heading);
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(metric::gap);
        grid->setVerticalSpacing(px(2));
        grid->setColumnMinimumWidth(0, timeColumn);
        grid->setColumnStretch(1, 1);
        grid->setColumnStretch(2, 1);
        static_cast<QBoxLayout*>(m_words->layout())->addLayout(grid);
        int line = 0;
        for (const RosterRow& row : day.rows) {
            const Ink ink = row.isGap ? Ink::Ember : Ink::Text;
            const Weight weight = row.runs ? Weight::Bold : Weight::Normal;
            const std::pair<QString, Ink> cells[] = {
                {row.time, row.isGap ? ink : Ink::Quiet},
                {row.runs ? filled(tr("%1 (now)"), {row.person}) : row.person, ink},
                {row.note, Ink::Quiet}};
            for (int column = 0; column < 3; ++column) {
                QLabel* cell = makeLabel(m_words, cells[column].second, TextSize::Body, weight);
                cell->setWordWrap(column > 0);
                cell->setText(cells[column].first);
                cell->setAlignment(Qt::AlignTop | Qt::AlignLeft);
                const bool alone = column == 1 && row.note.isEmpty();
                if (column < 2 || !row.note.isEmpty()) {
                    grid->addWidget(cell, line, column, 1, alone ? 2 : 1);
                    cell->show();
                } else {
                    delete cell;
                }
            }
            ++line;
        }
        heading->show();
    }
}

void RosterSheet::tellNothing() {
    m_name->setText(tr("There is no roster yet."));
    m_versions->hide();
    say(tr("A roster tells everybody who is on duty now and who comes next, and puts them first when people "
           "are called: F6 reads the file that your calendar exports (.ics)."),
        Ink::Text);
}

void RosterSheet::tell() {
    clear();
    const RosterDepartment* one = chosen();
    const QString department = one ? one->department : QString();
    if (std::exchange(m_told, department) != department) { // else somebody is reading
        m_halves->readFromTop();
    }
    if (!one) {
        tellNothing();
        return;
    }
    const Catalogue& catalogue = m_parts.documents->catalogue();
    m_name->setText(dutyName(one->department, catalogue));
    m_versions->setText(rosterVersions(m_parts.journal, m_book, *one).join(u'\n'));
    m_versions->show();
    for (const RosterWords& words : dutyWords(m_book, *one)) {
        say(words.words, words.ink, Weight::Bold);
    }
    const RosterGaps gaps =
        gapsOfDepartment(one->department, m_book.shifts, knownPeople(m_parts.journal), m_book.now);
    const auto nameOf = [&](const QString& key) { return dutyName(key, catalogue); };
    for (const QString& sentence : sentences(gaps, m_book.now, nameOf, mostSaid)) {
        say(sentence, Ink::Ember);
    }
    const auto days = rosterDaysOf(m_book, *one);
    sayDays(days);
    if (days.empty() && one->standing == Documents::Standing::Here) {
        say(tr("Nobody is written down for the next 14 days."), Ink::Ember);
    }
}

void RosterSheet::tellOutcome(const QString& words) {
    m_summary->setText(words);
    m_summary->show();
}

QString RosterSheet::message() const {
    return m_summary->text();
}

QString RosterSheet::shownWords() const {
    QStringList words{m_name->text(), m_versions->text()};
    for (const QLabel* label : m_words->findChildren<QLabel*>()) {
        words += label->text();
    }
    return words.join(u'\n');
}

void RosterSheet::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Read a file (.ics)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Calendars") + QStringLiteral(" (*.ics *.ical *.ifb)"),
                            tr("All files") + QStringLiteral(" (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &RosterSheet::readFrom);
    dialog->open();
}

void RosterSheet::readFrom(const QString& path) {
    const RosterDepartment* one = chosen();
    m_import->openFor(path, one && !one->rosters.empty() ? one->rosters.front() : QString());
}

void RosterSheet::chooseWhereTo() {
    if (const RosterDepartment* one = chosen()) {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        auto* dialog = new QFileDialog(this, tr("Write a file (.ics)"),
                                       QDir(folder).filePath(one->department + QStringLiteral(".ics")));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        connect(dialog, &QFileDialog::fileSelected, this, &RosterSheet::writeTo);
        dialog->open();
    }
}

void RosterSheet::writeTo(const QString& path) {
    const RosterDepartment* one = chosen();
    if (!one) {
        return;
    }
    const QString name = dutyName(one->department, m_parts.documents->catalogue());
    const auto written = exportTo(path, calendarOf(name, one->shifts, m_book.now));
    tellOutcome(written
                    ? filled(tr("Written: %1 shifts into %2"), {QString::number(one->shifts.size()), path})
                    : sentence(written.error()));
}

// All of it is on this device: it prints with no relay in sight.
void RosterSheet::print() {
    const PeaceOrder order{PeacePaper::Rosters, {}, m_parts.clock.now()};
    askAndPrintPeace(this, m_parts.journal, *m_parts.documents, order, [this](const Result<int>& pages) {
        tellOutcome(pages ? tr("Given to the printer: %n page(s).", "", *pages) : sentence(pages.error()));
    });
}

// As in RolesSheet: side by side where there is room.
void RosterSheet::fit() {
    m_halves->fit(parentWidget()->height() - around, parentWidget()->width(),
                  m_all.empty() ? leastHalf : usualHalf);
}

void RosterSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

void RosterSheet::keyPressEvent(QKeyEvent* event) {
    for (KeyHint* hint : {m_read, m_write, m_print}) {
        if (!hint->isHidden() && QKeySequence(hint->key()) == QKeySequence(event->key())) {
            hint->click();
            event->accept();
            return;
        }
    }
    Sheet::keyPressEvent(event);
}

} // namespace bongsu
