#include "ui/roles/handoversheet.h"

#include "domain/manual/seating.h"
#include "report/handoversource.h"
#include "ui/outgoing/outgoing.h"
#include "wording/sentence.h"

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
constexpr Length around{190}; // of the page's height: what stands above and below the text
constexpr Length leastText{120};
constexpr Length mostText{640};

} // namespace

HandoverSheet::HandoverSheet(const WindowParts& parts, const IncidentManual& manual, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_manual(manual) {
    m_page = new QPlainTextEdit(this);
    m_page->setReadOnly(true);
    m_page->setTabChangesFocus(true);
    m_page->installEventFilter(this);
    m_trouble = makeLabel(this, Ink::Ember, TextSize::Small);
    m_trouble->setWordWrap(true);
    body().addWidget(m_page);
    body().addWidget(m_trouble);
    m_copy = new KeyHint(m_parts.theme, QStringLiteral("F5"), this);
    m_close = new KeyHint(m_parts.theme, QStringLiteral("Esc"), this);
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    keys->addWidget(m_copy);
    keys->addWidget(m_close);
    keys->addStretch();
    body().addLayout(keys);
    name();
    connect(m_copy, &KeyHint::clicked, this, &HandoverSheet::copy);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
}

void HandoverSheet::name() {
    setTitle(tr("Handover"));
    m_page->setAccessibleName(tr("What whoever takes over must know"));
    m_copy->setText(tr("Copy the page"));
    m_close->setText(tr("Back"));
}

void HandoverSheet::show(const LogId& log, const QString& seat) {
    m_log = log;
    m_seat = seat;
    if (m_seat.isEmpty()) {
        const Incident& incident = *m_parts.journal.incident(log);
        const auto held = m_manual.toRead(incident);
        const auto seats = boardSeats(held ? held->manual.get() : nullptr, incident, m_parts.clock.now());
        m_seat = seats[firstSeatFor(seats, m_parts.journal.person())].line.seat;
    }
    m_trouble->hide();
    fit();
    open(m_page);
    read();
}

QString HandoverSheet::shownWords() const {
    return m_page->toPlainText();
}

// What it tells stands in the state, but for what was decided.
void HandoverSheet::read() {
    m_parts.journal.rowsAt(
        *m_log, linesForHandover(m_parts.journal.recordOf(*m_log)),
        [self = QPointer(this), log = *m_log](const Result<std::vector<TimelineRow>>& rows) {
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

void HandoverSheet::take(const std::vector<TimelineRow>& numbered) {
    std::vector<TimelineRow> rows = numbered;
    for (TimelineRow& own : m_parts.journal.ownRows(*m_log)) {
        rows.push_back(std::move(own));
    }
    const RecordSource source = sourceOf(m_parts.journal, *m_log);
    const auto held = m_manual.toRead(source.incident);
    m_page->setPlainText(
        handoverPageOf(source, rows, held ? held->manual.get() : nullptr, m_seat, m_parts.clock.now()));
}

void HandoverSheet::copy() {
    QGuiApplication::clipboard()->setText(shownWords());
    close();
    Q_EMIT done(tr("The brief of the handover is on the clipboard."));
}

void HandoverSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        if (isOpen()) {
            read();
        }
    }
}

bool HandoverSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_page && event->type() == QEvent::KeyPress &&
        static_cast<const QKeyEvent*>(event)->key() == Qt::Key_F5) {
        copy();
        return true;
    }
    return Sheet::eventFilter(watched, event);
}

void HandoverSheet::resizeEvent(QResizeEvent* event) {
    Sheet::resizeEvent(event);
    fit();
}

void HandoverSheet::fit() {
    m_page->setFixedHeight(std::clamp<int>(parentWidget()->height() - around, leastText, mostText));
}

} // namespace bongsu
