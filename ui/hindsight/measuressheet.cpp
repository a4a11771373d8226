#include "ui/hindsight/measuressheet.h"

#include "ui/outgoing/outgoing.h"
#include "ui/style/keylines.h"
#include "wording/manualnames.h"
#include "wording/measurewords.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QCoreApplication>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1040; // at 100 %
constexpr Length around{190};    // of the page's height: what stands above and below both halves
constexpr Length usualHalf{360};

QString nameOf(const Measure& measure) {
    return nameOf(measure, [](const QString& seat) { return nameOfSeat(seat); });
}

} // namespace

MeasuresSheet::MeasuresSheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_past(parts) {
    build();
    name();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MeasuresSheet::tell);
    connect(&m_past, &PastMeasures::grown, this, &MeasuresSheet::tell);
    connect(m_toEnd, &KeyHint::clicked, this, [this] { goTo(true); });
    connect(m_toBegin, &KeyHint::clicked, this, [this] { goTo(false); });
    connect(m_copy, &KeyHint::clicked, this, &MeasuresSheet::copy);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
}

MeasuresSheet::~MeasuresSheet() {
    if (m_walk) {
        m_walk->cancel();
    }
}

void MeasuresSheet::build() {
    m_summary = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_summary->setWordWrap(true);
    body().addWidget(m_summary);
    auto* told = new QWidget(this);
    auto* column = new QVBoxLayout(told);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(6));
    m_name = makeLabel(told, Ink::Text, TextSize::Strong, Weight::Bold);
    m_value = makeLabel(told, Ink::Text, TextSize::Strong);
    m_formula = makeLabel(told, Ink::Quiet);
    m_entries = makeLabel(told, Ink::Text);
    m_pastName = makeLabel(told, Ink::Quiet, TextSize::Small);
    m_pastOnes = makeLabel(told, Ink::Text);
    for (QLabel* label : {m_name, m_value, m_formula, m_entries, m_pastName, m_pastOnes}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addStretch();
    m_halves = new Halves(m_model, m_parts.theme, told, {6, 5}, this);
    m_list = &m_halves->list();
    m_list->installEventFilter(this);
    body().addLayout(m_halves);
    m_keys = new KeyLines(this);
    body().addWidget(m_keys);
    const auto key = [this](const char* cap) {
        auto* hint = new KeyHint(m_parts.theme, QString::fromLatin1(cap), this);
        m_keys->add(hint);
        return hint;
    };
    m_toEnd = key("Enter");
    m_toBegin = key("Shift+Enter");
    m_copy = key("F5");
    m_close = key("Esc");
}

void MeasuresSheet::name() {
    setTitle(tr("How long things took"));
    m_list->setAccessibleName(tr("Figures"));
    m_toEnd->setText(tr("Go to the entry where it ends"));
    m_toBegin->setText(tr("Where it begins"));
    m_copy->setText(tr("Copy all figures"));
    m_pastName->setText(tr("In other incidents"));
    m_close->setText(tr("Back"));
    m_keys->layAnew();
}

void MeasuresSheet::show(const LogId& log) {
    if (m_walk) {
        m_walk->cancel();
    }
    if (m_log != log) {
        m_all.clear();
        m_model.show({});
    }
    m_log = log;
    m_summary->setText(tr("The record is being read."));
    open(m_list);
    const auto taking = std::make_shared<MeasureTaking>();
    m_walk = RecordWalk::begin({pagesOf(m_parts.journal, log),
                                {},
                                [taking](const TimelineRow& row) { taking->take(row); },
                                {},
                                [this, taking](const Result<std::monostate>& read) {
                                    m_all =
                                        read ? taking->measures(m_parts.clock.now()) : std::vector<Measure>();
                                    take(read);
                                    m_past.readBeside(*m_log);
                                }});
}

void MeasuresSheet::take(const Result<std::monostate>& read) {
    fill();
    m_summary->setText(read ? tr("From the record alone. Each figure names the entries that it rests on.")
                            : sentence(read.error()));
    if (!m_list->currentIndex().isValid() && !m_all.empty()) {
        m_list->setCurrentIndex(m_model.index(0));
    }
    fit();
    tell();
}

void MeasuresSheet::fill() {
    std::vector<PanelLine> lines;
    for (const Measure& measure : m_all) {
        PanelLine line;
        line.mark = isRemarkable(measure) ? Mark::Exclamation : Mark::Disc;
        line.markInk = isRemarkable(measure) ? Ink::Ember : Ink::Quiet;
        line.name = nameOf(measure);
        line.end = valueOf(measure);
        line.endInk = measure.length && !measure.why ? Ink::Text : Ink::Quiet;
        line.spoken = line.name + QStringLiteral(", ") + line.end;
        lines.push_back(std::move(line));
    }
    m_model.show(std::move(lines));
}

const Measure* MeasuresSheet::chosen() const {
    const int row = m_list->currentIndex().row();
    return row >= 0 && std::size_t(row) < m_all.size() ? &m_all[std::size_t(row)] : nullptr;
}

void MeasuresSheet::tell() {
    const Measure* measure = chosen();
    m_toEnd->setVisible(measure && measure->until);
    m_toBegin->setVisible(measure && measure->from);
    m_keys->layAnew();
    if (!measure) {
        for (QLabel* label : {m_name, m_value, m_formula, m_entries, m_pastOnes}) {
            label->clear();
        }
        m_pastName->hide();
        return;
    }
    const Moment now = m_parts.clock.now();
    QStringList entries;
    if (measure->from) {
        entries += filled(tr("from %1"), {pointWords(*measure->from, now)});
    }
    if (measure->until) {
        entries += filled(tr("to %1"), {pointWords(*measure->until, now)});
    }
    for (const MeasurePoint& point : measure->among) {
        entries += filled(tr("and %1"), {pointWords(point, now)});
    }
    m_name->setText(nameOf(*measure));
    m_value->setText(valueOf(*measure));
    m_formula->setText(formulaOf(measure->kind));
    m_entries->setText(entries.join(u'\n'));
    tellPast(*measure);
    m_halves->readFromTop();
}

// Drills behind all that was real, and named as what they are.
void MeasuresSheet::tellPast(const Measure& measure) {
    QStringList lines;
    for (const bool drills : {false, true}) {
        for (const MeasuredIncident& past : m_past.all()) {
            const Measure* same = counterpartOf(measure, past.measures);
            if (past.drill != drills || !same) {
                continue;
            }
            const QString stamp =
                drills ? QCoreApplication::translate("Brief", "[EXERCISE]") + u' ' : QString();
            lines += filled(QStringLiteral("%1  %2: %3"), {dayOf(past.declaredAt).toString(Qt::ISODate),
                                                           stamp + past.title, valueOf(*same)});
        }
    }
    m_pastOnes->setText(lines.join(u'\n'));
    m_pastName->setVisible(!lines.isEmpty());
}

void MeasuresSheet::goTo(bool end) {
    const Measure* measure = chosen();
    const auto& point = measure && end ? measure->until : measure ? measure->from : std::nullopt;
    if (point) {
        const quint64 seq = point->seq;
        close();
        Q_EMIT lineChosen(seq);
    }
}

// For a message or a slide: name, value and both entries, a line each.
void MeasuresSheet::copy() {
    const Moment now = m_parts.clock.now();
    QStringList lines;
    for (const Measure& measure : m_all) {
        QStringList line{nameOf(measure), valueOf(measure)};
        for (const auto& point : {measure.from, measure.until}) {
            line += point ? pointWords(*point, now) : QString();
        }
        lines += line.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    close();
    Q_EMIT done(tr("All figures are copied."));
}

QString MeasuresSheet::shownWords() const {
    return QStringList{m_name->text(), m_value->text(), m_formula->text(), m_entries->text(),
                       m_pastOnes->text()}
        .join(u'\n');
}

void MeasuresSheet::fit() {
    m_halves->fit(parentWidget()->height() - around, parentWidget()->width(), usualHalf);
}

void MeasuresSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        if (isOpen()) {
            take(std::monostate{});
        }
    }
}

bool MeasuresSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Return ||
            key->key() == Qt::Key_Enter) { // the list would take it for itself
            goTo(!key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
        if (key->key() == Qt::Key_F5) {
            copy();
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
