#include "ui/retro/evidencecolumn.h"

#include "domain/base/limits.h"
#include "domain/incident/askedsearch.h"
#include "domain/retro/lookingback.h"
#include "journal/recordquery.h"
#include "ui/retro/evidencedelegate.h"
#include "ui/style/placeholder.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/rowlistview.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QPointer>

#include <algorithm>

namespace bongsu {

EvidenceColumn::EvidenceColumn(const WindowParts& parts, QWidget* parent)
    : QWidget(parent), m_parts(parts), m_heading(makeLabel(this, Ink::Quiet, TextSize::Small, Weight::Bold)),
      m_field(new ComposerField(this)), m_state(makeLabel(this, Ink::Quiet, TextSize::Small)),
      m_rows(new RowList(parts.journal, this)), m_view(new RowListView(parts.theme, m_rows, this)),
      m_hint(makeLabel(this, Ink::Quiet, TextSize::Small)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), 0, 0);
    column->setSpacing(px(6));
    m_hint->setWordWrap(true);
    m_state->setWordWrap(true);
    column->addWidget(m_heading);
    column->addWidget(m_field);
    column->addWidget(m_state);
    column->addWidget(m_view, 1);
    column->addWidget(m_hint);
    m_view->setMinimumHeight(lineHeight(TextSize::Body) * 2);
    m_view->installEventFilter(this);
    m_view->setItemDelegate(new EvidenceDelegate(
        parts.theme, [this](int row) { return isMarked(m_rows->line(row).row.event); }, m_view));
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &EvidenceColumn::searchOn);
    connect(m_field, &QLineEdit::textChanged, this, &EvidenceColumn::search);
    connect(m_field, &ComposerField::entered, this,
            [this] { choose(std::max(0, m_view->currentIndex().row())); });
    connect(m_field, &ComposerField::escaped, this, &EvidenceColumn::escaped);
    connect(m_field, &ComposerField::lookedDown, this, [this] {
        m_view->setFocus();
        m_view->step(m_view->currentIndex().isValid() ? 0 : 1);
    });
    connect(m_view, &RowListView::chosen, this, &EvidenceColumn::choose);
    // An epoch takes numbers away: what was found stands elsewhere now.
    connect(&parts.journal, &Journal::rewound, this, &EvidenceColumn::search);
    connect(m_view, &RowListView::endApproached, this, [this] {
        if (!m_reading && m_before > 1) {
            m_next.start();
        }
    });
}

void EvidenceColumn::name() {
    m_heading->setText(tr("Lines of the record, as evidence"));
    m_field->setAccessibleName(tr("What to find as evidence"));
    m_view->setAccessibleName(tr("Lines to rest on"));
    showPlaceholders(m_field, {tr("Words, initials, or a filter"), tr("Words")});
    m_rows->retell();
    tell();
}

void EvidenceColumn::show(const LogId& log) {
    if (m_log != log) {
        unmark();
        m_log = log;
        m_field->clear();
    }
    search();
}

void EvidenceColumn::refresh() {
    const bool isStill = m_log && m_size == m_parts.journal.recordOf(*m_log).size();
    if (m_log && !isStill && m_field->text().isEmpty() && !m_view->hasFocus()) {
        search();
    }
}

void EvidenceColumn::unmark() {
    m_marked.clear();
    m_places.clear();
    m_view->viewport()->update();
    tell();
    Q_EMIT markedChanged();
}

void EvidenceColumn::search() {
    ++m_turn;
    m_reading = false;
    m_before = 0;
    m_next.stop();
    m_rows->clear();
    m_search = nullptr;
    if (!m_log) {
        return;
    }
    m_size = m_parts.journal.recordOf(*m_log).size();
    const auto query = queryFor(m_parts.journal, parseAskedSearch(m_field->text()), false);
    m_search = query ? std::make_shared<const RecordSearch>(*query) : nullptr;
    m_rows->setSearch(m_search);
    if (m_search && m_search->isEmpty()) {
        read(worthReading());
    } else if (m_search) {
        m_before = m_parts.journal.recordOf(*m_log).size() + 1;
        searchOn();
    }
    tell();
}

void EvidenceColumn::searchOn() {
    if (!m_search || m_reading || m_before <= 1) {
        return;
    }
    const FoundLines found =
        m_search->find(m_parts.journal.recordOf(*m_log), m_before, pageLines, bytesAtOnce);
    m_before = found.before;
    if (found.seqs.empty() && m_before > 1) {
        m_next.start(); // the window has its turn first
    }
    read(found.seqs);
    tell();
}

// What a retrospective rests on most often: what people pinned, what was decided, then what was written last.
std::vector<quint64> EvidenceColumn::worthReading() const {
    const RecordIndex& record = m_parts.journal.recordOf(*m_log);
    const LogIndex* index = m_parts.journal.ledger().index(*m_log);
    std::vector<quint64> lines;
    if (index) {
        index->byEvent.forEach([&](const EventId& event, const Referenced& entry) {
            const auto said = record.sayings(event);
            if (said && said->pinned && entry.seq <= record.size()) {
                lines.push_back(entry.seq);
            }
        });
    }
    std::sort(lines.begin(), lines.end(), std::greater<>());
    lines.resize(std::min(lines.size(), std::size_t(pageLines)));
    const std::set<quint64> pinned(lines.begin(), lines.end());
    std::vector<quint64> others;
    std::size_t decisions = 0;
    for (quint64 seq = record.size(); seq > 0; --seq) {
        if (record.isVoid(seq) || pinned.contains(seq)) {
            continue;
        }
        if (record.kind(seq) == LineKind::Decision && decisions < pageLines / 2) {
            ++decisions;
            lines.push_back(seq);
        } else if (record.isTold(seq) && others.size() < mostLookedAt) {
            others.push_back(seq);
        }
    }
    lines.insert(lines.end(), others.begin(), others.end());
    return lines;
}

void EvidenceColumn::read(const std::vector<quint64>& seqs) {
    if (seqs.empty()) {
        return;
    }
    m_reading = true;
    std::vector<quint64> rising = seqs;
    std::sort(rising.begin(), rising.end());
    m_parts.journal.rowsAt(
        *m_log, std::move(rising),
        [self = QPointer(this), seqs, turn = m_turn](const Result<std::vector<TimelineRow>>& rows) {
            if (!self || self->m_turn != turn) {
                return;
            }
            self->m_reading = false;
            if (!rows) {
                self->m_state->setText(sentence(rows.error()));
                return;
            }
            std::map<quint64, TimelineRow> bySeq;
            for (const TimelineRow& row : *rows) {
                bySeq.insert_or_assign(row.seq.value_or(0), row);
            }
            std::vector<RowList::Line> lines;
            for (const quint64 seq : seqs) {
                const auto found = bySeq.find(seq);
                // What looks back is found by whoever searches for it, and is no evidence by itself.
                const bool isShown = found != bySeq.end() && lines.size() < std::size_t(pageLines) &&
                                     (!self->m_search->isEmpty() || !isLookingBack(found->second.facts));
                if (isShown) {
                    lines.push_back({*self->m_log, found->second});
                }
            }
            self->m_rows->append(std::move(lines));
            if (self->m_before > 1 && self->m_rows->rowCount() < pageLines) {
                self->m_next.start(); // the window has its turn first
            }
            self->tell();
        });
}

void EvidenceColumn::choose(int row) {
    if (row >= 0 && row < m_rows->rowCount()) {
        Q_EMIT lineChosen(m_rows->line(row).row.seq.value_or(0));
    }
}

bool EvidenceColumn::isMarked(const EventId& event) const {
    return std::find(m_marked.begin(), m_marked.end(), event) != m_marked.end();
}

void EvidenceColumn::toggleMark() {
    const int row = m_view->currentIndex().row();
    if (row < 0 || row >= m_rows->rowCount()) {
        return;
    }
    const TimelineRow& line = m_rows->line(row).row;
    const auto at = std::find(m_marked.begin(), m_marked.end(), line.event);
    if (at != m_marked.end()) {
        m_marked.erase(at);
    } else if (m_marked.size() < std::size_t(limits::findingEvidence)) {
        m_marked.push_back(line.event);
        m_places.insert_or_assign(line.event, line.seq.value_or(0));
    }
    m_view->viewport()->update();
    tell();
    Q_EMIT markedChanged();
}

void EvidenceColumn::tell() {
    const bool isAsked = !m_field->text().isEmpty();
    const bool isNone = m_rows->rowCount() == 0 && !m_reading && !m_next.isActive() && m_before <= 1;
    m_state->setText(!isNone   ? QString()
                     : isAsked ? tr("Nothing in the record has all of these words.")
                               : tr("Nothing is recorded yet."));
    m_state->setVisible(!m_state->text().isEmpty());
    QStringList places;
    for (const EventId& event : m_marked) {
        places += QStringLiteral("#%1").arg(m_places[event]);
    }
    m_hint->setText(places.isEmpty()
                        ? tr("Enter names the line in the text. Space marks it for the next finding.")
                        : filled(tr("Marked for the next finding: %1"), {places.join(QStringLiteral(", "))}));
    dress(m_hint, places.isEmpty() ? Ink::Quiet : Ink::Ember, TextSize::Small);
}

bool EvidenceColumn::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Space:
            toggleMark();
            return true;
        case Qt::Key_Escape:
            Q_EMIT escaped();
            return true;
        default:
            break;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace bongsu
