#include "ui/roles/readinesssheet.h"

#include "ui/outgoing/printerdialog.h"
#include "ui/roles/manualwords.h"
#include "wording/manualnames.h"
#include "wording/manualwords.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1120; // at 100 %
constexpr Length around{230};    // of the page's height: what stands above and below both halves
constexpr Length usualHalf{420};
const QString dot = QStringLiteral("\u00B7 ");

QString nameOf(const TypeReadiness& one) {
    return one.held ? one.held->manual->name.in(languageInstalled()) : nameOfFailureType(one.failureType);
}

} // namespace

ReadinessSheet::ReadinessSheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts) {
    build();
    name();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReadinessSheet::tell);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
    connect(m_scroll, &KeyHint::clicked, this, [this] { m_halves->readOn(); });
    connect(m_read, &KeyHint::clicked, this, &ReadinessSheet::toggleManual);
    connect(m_isRead, &KeyHint::clicked, this, &ReadinessSheet::sayRead);
    connect(m_printManual, &KeyHint::clicked, this, [this] { print(PeacePaper::Manual); });
    connect(m_printMatrix, &KeyHint::clicked, this, [this] { print(PeacePaper::Matrix); });
    connect(m_printPhones, &KeyHint::clicked, this, [this] { print(PeacePaper::Phones); });
    connect(m_parts.documents, &Documents::changed, this, &ReadinessSheet::refresh);
    connect(&m_parts.journal, &Journal::organisationChanged, this, &ReadinessSheet::refresh);
}

void ReadinessSheet::build() {
    m_summary = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_summary->setWordWrap(true);
    body().addWidget(m_summary);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(4));
    m_type = makeLabel(inside, Ink::Text, TextSize::Strong, Weight::Bold);
    m_version = makeLabel(inside, Ink::Quiet);
    m_gaps = new QWidget(inside);
    auto* gaps = new QVBoxLayout(m_gaps);
    gaps->setContentsMargins(0, px(4), 0, 0);
    gaps->setSpacing(px(8));
    for (QLabel* label : {m_type, m_version}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_gaps);
    column->addStretch();
    m_halves = new Halves(m_model, m_parts.theme, inside, {5, 6}, this);
    m_list = &m_halves->list();
    m_list->installEventFilter(this);
    body().addLayout(m_halves);
    m_read = new KeyHint(m_parts.theme, QStringLiteral("Enter"), this);
    m_isRead = new KeyHint(m_parts.theme, QStringLiteral("Ctrl+Enter"), this);
    m_printManual = new KeyHint(m_parts.theme, QStringLiteral("F6"), this);
    m_printMatrix = new KeyHint(m_parts.theme, QStringLiteral("F7"), this);
    m_printPhones = new KeyHint(m_parts.theme, QStringLiteral("F8"), this);
    m_scroll = new KeyHint(m_parts.theme, QStringLiteral("PgDn"), this);
    m_close = new KeyHint(m_parts.theme, QStringLiteral("Esc"), this);
    layKeys({m_read, m_isRead, m_scroll, m_close});
    layKeys({m_printManual, m_printMatrix, m_printPhones});
}

void ReadinessSheet::layKeys(std::initializer_list<KeyHint*> hints) {
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    for (KeyHint* hint : hints) {
        keys->addWidget(hint);
    }
    keys->addStretch();
    body().addLayout(keys);
}

void ReadinessSheet::name() {
    setTitle(tr("Are the manuals ready?"));
    m_list->setAccessibleName(tr("Types of failure"));
    m_isRead->setText(tr("I have read it"));
    m_printManual->setText(tr("Print this manual"));
    m_printMatrix->setText(tr("Print who does what"));
    m_printPhones->setText(tr("Print the telephone tree"));
    m_scroll->setText(tr("Read on"));
    m_close->setText(tr("Back"));
}

void ReadinessSheet::show() {
    m_reads = false;
    open(m_list);
    refresh();
    const auto gap =
        std::find_if(m_all.begin(), m_all.end(), [](const TypeReadiness& one) { return !one.gaps.empty(); });
    m_list->setCurrentIndex(m_model.index(gap == m_all.end() ? 0 : int(gap - m_all.begin())));
    tell();
}

void ReadinessSheet::refresh() {
    if (!isOpen()) {
        return;
    }
    m_all = readinessOf(*m_parts.documents, m_parts.journal, m_parts.clock.now());
    std::vector<PanelLine> lines;
    int ready = 0;
    for (const TypeReadiness& one : m_all) {
        PanelLine line;
        const bool isReady = one.gaps.empty();
        ready += isReady ? 1 : 0;
        line.mark = isReady ? Mark::Disc : Mark::Exclamation;
        line.markInk = isReady ? Ink::Quiet : Ink::Ember;
        line.name = nameOf(one);
        line.state = isReady ? tr("ready") : tr("%n missing", "", int(one.gaps.size()));
        line.stateInk = isReady ? Ink::Quiet : Ink::Ember;
        line.key = one.failureType;
        line.spoken = line.name + QStringLiteral(", ") + line.state;
        lines.push_back(line);
    }
    m_model.show(std::move(lines));
    m_summary->setText(filled(tr("Ready today: %1 of %2. What is missing here is missing on the worst day."),
                              {QString::number(ready), QString::number(m_all.size())}));
    fit();
    tell();
}

void ReadinessSheet::say(const QString& words, Ink ink, Weight weight) {
    QLabel* label = makeLabel(m_gaps, ink, TextSize::Body, weight);
    label->setWordWrap(true);
    label->setText(words);
    m_gaps->layout()->addWidget(label);
    label->show(); // at once, not in the next turn
}

// All of it: seat by seat, who takes it, and what is theirs.
void ReadinessSheet::readOut(const Manual& manual) {
    const Catalogue& catalogue = m_parts.documents->catalogue();
    for (const ManualSeat& seat : manual.seats) {
        say(seatHeading(seat, catalogue), Ink::Text, Weight::Bold);
        say(holdersWords(seat, manual, catalogue), Ink::Quiet);
        SeatInManual said = seatInManual(seat, manual);
        said.sections.push_back(said.tasks);
        for (const RoleSection& section : said.sections) {
            if (!section.lines.isEmpty()) {
                say(section.heading, Ink::Quiet, Weight::Bold);
            }
            for (const QString& line : section.lines) {
                say(dot + line, Ink::Text);
            }
        }
    }
}

const TypeReadiness* ReadinessSheet::chosen() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() && std::size_t(index.row()) < m_all.size() ? &m_all[std::size_t(index.row())]
                                                                      : nullptr;
}

bool ReadinessSheet::isUnread(const TypeReadiness& one) const {
    const Organisation& organisation = m_parts.journal.organisation();
    const DocumentRecord* document =
        one.held && one.held->version ? organisation.document(*one.held->version) : nullptr;
    const auto own = m_parts.journal.person();
    return document && own && !document->readBy.contains(*own);
}

void ReadinessSheet::toggleManual() {
    m_reads = !m_reads && chosen() && chosen()->held;
    tell();
}

// Whoever says so has had it before them: the manual is shown first.
void ReadinessSheet::sayRead() {
    const TypeReadiness* one = chosen();
    if (!one || !isUnread(*one)) {
        return;
    }
    if (!m_reads) {
        toggleManual();
        return;
    }
    const auto recorded = m_parts.journal.record(LogId::of(*m_parts.journal.organisationId()),
                                                 DocumentRead{*one->held->version}, {});
    m_reads = false;
    refresh();
    m_summary->setText(recorded ? tr("Recorded that you have read it.") : sentence(recorded.error()));
}

void ReadinessSheet::tell() {
    const TypeReadiness* known = chosen();
    if (!known) {
        return;
    }
    const TypeReadiness& one = *known;
    m_reads = m_reads && one.held;
    m_read->setText(m_reads ? tr("What is missing") : tr("Read this manual"));
    m_isRead->setVisible(isUnread(one));
    const Manual* manual = one.held ? one.held->manual.get() : nullptr;
    m_type->setText(nameOf(one));
    m_version->setText(manual ? versionWords(m_parts.journal, *manual, one.held->version, m_parts.clock.now())
                              : QString());
    m_version->setVisible(manual);
    m_halves->readFromTop();
    qDeleteAll(m_gaps->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    if (m_reads) {
        readOut(*manual);
        return;
    }
    for (const QString& line : sentences(one.gaps, manual)) {
        say(line, Ink::Text);
    }
    if (one.gaps.empty()) {
        say(tr("Nothing is missing: every seat has somebody, and somebody behind them."), Ink::Quiet);
    }
}

// All of it is on this device: it prints with no relay in sight.
void ReadinessSheet::print(PeacePaper what) {
    const QModelIndex index = m_list->currentIndex();
    const PeaceOrder order{what, index.isValid() ? m_model.line(index.row()).key : QString(),
                           m_parts.clock.now()};
    askAndPrintPeace(this, m_parts.journal, *m_parts.documents, order, [this](const Result<int>& pages) {
        m_summary->setText(pages ? tr("Given to the printer: %n page(s).", "", *pages)
                                 : sentence(pages.error()));
    });
}

QString ReadinessSheet::shownWords() const {
    QStringList words{m_type->text(), m_version->text()};
    for (const QLabel* label : m_gaps->findChildren<QLabel*>(Qt::FindDirectChildrenOnly)) {
        words += label->text();
    }
    return words.join(u'\n');
}

void ReadinessSheet::fit() {
    m_halves->fit(parentWidget()->height() - around, parentWidget()->width(), usualHalf);
}

void ReadinessSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

bool ReadinessSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (isEnter) { // the list would take it for itself
            static_cast<QKeyEvent*>(event)->modifiers().testFlag(Qt::ControlModifier) ? sayRead()
                                                                                      : toggleManual();
            return true;
        }
        for (KeyHint* hint : {m_printManual, m_printMatrix, m_printPhones}) {
            if (QKeySequence(hint->key()) == QKeySequence(key)) {
                hint->click();
                return true;
            }
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
