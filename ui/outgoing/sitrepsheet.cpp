#include "ui/outgoing/sitrepsheet.h"

#include "report/sitrepsource.h"
#include "ui/outgoing/outgoing.h"
#include "ui/style/keylines.h"
#include "ui/timeline/composerfield.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPointer>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 860;
constexpr Length around{24}; // of the page, above and below the sheet
constexpr Length leastText{72};
constexpr Length mostText{640};
constexpr int mostParty = 200;

} // namespace

SitrepSheet::SitrepSheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts) {
    build();
    name();
    connect(m_party, &ComposerField::entered, this, &SitrepSheet::issue);
    connect(m_party, &ComposerField::decided, this, &SitrepSheet::issue);
    connect(m_party, &ComposerField::escaped, this, &Sheet::close);
    connect(m_enter, &KeyHint::clicked, this, &SitrepSheet::issue);
    connect(m_copy, &KeyHint::clicked, this, &SitrepSheet::copy);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
}

void SitrepSheet::build() {
    m_about = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_about->setWordWrap(true);
    m_page = new QPlainTextEdit(this);
    m_page->setReadOnly(true);
    m_page->setTabChangesFocus(true);
    m_page->installEventFilter(this);
    m_partyName = makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold);
    m_party = new ComposerField(this);
    m_party->setMaxLength(mostParty);
    m_party->installEventFilter(this);
    m_partyName->setBuddy(m_party);
    m_trouble = makeLabel(this, Ink::Ember, TextSize::Small);
    m_trouble->setWordWrap(true);
    for (QWidget* part : std::initializer_list<QWidget*>{m_about, m_page, m_partyName, m_party, m_trouble}) {
        body().addWidget(part);
    }
    m_enter = new KeyHint(m_parts.theme, QStringLiteral("Enter"), this);
    m_copy = new KeyHint(m_parts.theme, QStringLiteral("F5"), this);
    m_close = new KeyHint(m_parts.theme, QStringLiteral("Esc"), this);
    m_keys = new KeyLines(this);
    for (KeyHint* hint : {m_enter, m_copy, m_close}) {
        m_keys->add(hint);
    }
    body().addWidget(m_keys);
}

void SitrepSheet::name() {
    setTitle(tr("Situation report"));
    m_page->setAccessibleName(tr("The page as it stands now"));
    m_partyName->setText(tr("Handed to"));
    m_party->setAccessibleName(tr("Handed to"));
    m_enter->setText(tr("Number it and keep it as handed over"));
    m_copy->setText(tr("Copy the page"));
    m_close->setText(tr("Back"));
    m_keys->layAnew();
}

void SitrepSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

void SitrepSheet::show(const LogId& log) {
    m_log = log;
    m_party->clear();
    m_trouble->hide();
    fit();
    open(m_party);
    read();
}

QString SitrepSheet::shownWords() const {
    return m_page->toPlainText();
}

// What it tells stands in the state; what was decided since the one before is read from the record.
void SitrepSheet::read() {
    m_upTo.reset();
    const Journal& journal = m_parts.journal;
    const RecordSource source = sourceOf(journal, *m_log);
    std::vector<quint64> seqs = linesForSitrep(source, m_parts.journal.recordOf(*m_log));
    const auto tip = journal.ledger().tip(*m_log);
    if (tip && (seqs.empty() || seqs.back() != tip->seq)) {
        seqs.push_back(tip->seq); // whose event the report names
    }
    m_parts.journal.rowsAt(
        *m_log, seqs, [self = QPointer(this), log = *m_log](const Result<std::vector<TimelineRow>>& rows) {
            if (!self || self->m_log != log) {
                return;
            }
            if (rows) {
                self->take(*rows);
            } else {
                self->m_trouble->setText(sentence(rows.error()));
                self->m_trouble->show();
            }
        });
}

void SitrepSheet::take(const std::vector<TimelineRow>& numbered) {
    std::vector<TimelineRow> rows = numbered;
    for (TimelineRow& own : m_parts.journal.ownRows(*m_log)) {
        rows.push_back(std::move(own));
    }
    const RecordSource source = sourceOf(m_parts.journal, *m_log);
    const SitrepPage page = sitrepPageOf(source, rows, m_parts.clock.now());
    m_number = page.number;
    m_upTo = newestTold(rows);
    m_page->setPlainText(page.words);
    const ReportStatus& last = source.incident.report;
    m_about->setText(last.number == 0 ? tr("The first report of this incident, as of now. It needs no relay.")
                                      : filled(tr("No. %1, as of now; no. %2 was handed over at %3."),
                                               {QString::number(m_number), QString::number(last.number),
                                                clockSeenFrom(last.at, m_parts.clock.now())}));
    fit(); // in as many lines as it takes
}

void SitrepSheet::issue() {
    if (!m_upTo) {
        return; // still being read
    }
    Text text{.text = shownWords()};
    const QString party = m_party->text().trimmed();
    if (!party.isEmpty()) {
        text.party = party;
    }
    const auto recorded = m_parts.journal.record(m_log, ReportIssued{{}, m_number, *m_upTo}, text);
    if (!recorded) {
        m_trouble->setText(sentence(recorded.error()));
        m_trouble->show();
        read(); // somebody may have handed over another meanwhile
        return;
    }
    QGuiApplication::clipboard()->setText(shownWords());
    const QString said =
        filled(tr("Situation report no. %1 is kept, and on the clipboard."), {QString::number(m_number)});
    close();
    Q_EMIT done(recorded->warning ? sentence(*recorded->warning) : said);
}

void SitrepSheet::copy() {
    QGuiApplication::clipboard()->setText(shownWords());
    close();
    Q_EMIT done(tr("The page is on the clipboard. It was not numbered."));
}

bool SitrepSheet::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && (watched == m_page || watched == m_party)) {
        const auto* key = static_cast<const QKeyEvent*>(event);
        if (key->key() == Qt::Key_F5) {
            copy();
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

void SitrepSheet::resizeEvent(QResizeEvent* event) {
    Sheet::resizeEvent(event);
    fit();
}

// The text has what the rest of the sheet leaves.
void SitrepSheet::fit() {
    const int width = std::min(px(sheetWidth), parentWidget()->width() - 2 * around);
    const int rest = body().parentWidget()->layout()->totalHeightForWidth(width) - m_page->height();
    m_page->setFixedHeight(
        std::clamp<int>(parentWidget()->height() - 2 * around - rest, leastText, mostText));
}

} // namespace bongsu
