#include "ui/search/searchsheet.h"

#include "domain/base/hangul.h"
#include "journal/recordquery.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/rowlistview.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QPointer>

#include <algorithm>

namespace bongsu {

namespace {
constexpr int sheetWidth = 860;
constexpr int rowsOfAPage = 8;
} // namespace

SearchSheet::SearchSheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_rows(new RowList(parts.journal, this)) {
    build();
    connectParts();
    name();
}

void SearchSheet::build() {
    m_field = new ComposerField(this);
    letter(m_field, TextSize::Strong);
    m_field->installEventFilter(this);
    m_hint = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_state = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_scope = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_view = new RowListView(m_parts.theme, m_rows, this);
    auto* line = new QHBoxLayout;
    line->addWidget(m_state);
    line->addStretch();
    line->addWidget(m_scope);
    body().addWidget(m_field);
    body().addWidget(m_hint);
    body().addLayout(line);
    body().addWidget(m_view, 1);
}

void SearchSheet::connectParts() {
    m_next.setSingleShot(true);
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &SearchSheet::searchOn);
    connect(m_field, &QLineEdit::textChanged, this, &SearchSheet::search);
    connect(m_field, &ComposerField::entered, this,
            [this] { choose(m_view->currentIndex().isValid() ? m_view->currentIndex().row() : 0); });
    connect(m_field, &ComposerField::escaped, this, &SearchSheet::close);
    connect(m_field, &ComposerField::lookedUp, this, [this] { m_view->step(-1); });
    connect(m_field, &ComposerField::lookedDown, this, [this] { m_view->step(1); });
    connect(m_view, &RowListView::chosen, this, &SearchSheet::choose);
    connect(m_view, &RowListView::endApproached, this, [this] {
        if (m_wanted <= m_rows->rowCount() && !m_reading && !m_left.empty()) {
            m_wanted = m_rows->rowCount() + pageLines;
            m_next.start();
        }
    });
    // An epoch takes numbers away: what was found stands elsewhere now.
    connect(&m_parts.journal, &Journal::rewound, this, [this] {
        if (isOpen()) {
            search();
        }
    });
}

void SearchSheet::ask(const LogId& log) {
    m_log = log;
    open(m_field);
    m_field->selectAll();
    search();
}

// While an input method composes, what it shows is searched for already.
QString SearchSheet::typed(bool& isBeingTyped) const {
    QString text = m_field->text();
    const int cursor = m_field->cursorPosition();
    text.insert(cursor, m_preedit);
    isBeingTyped = !m_preedit.isEmpty() && cursor + m_preedit.size() == text.size();
    return text;
}

void SearchSheet::search() {
    ++m_turn;
    m_reading = false;
    m_rows->clear();
    bool isBeingTyped = false;
    const QString text = typed(isBeingTyped);
    auto query = queryFor(m_parts.journal, parseAskedSearch(text), isBeingTyped);
    m_search = query ? std::make_shared<const RecordSearch>(std::move(*query)) : nullptr;
    m_left.clear();
    if (m_search && !m_search->isEmpty() && m_log) {
        m_left = m_everywhere ? m_parts.journal.incidents() : std::vector<LogId>{*m_log};
    }
    m_rows->setSearch(m_search);
    m_rows->nameIncidents(m_everywhere);
    m_before = 0;
    m_wanted = pageLines;
    searchOn();
}

void SearchSheet::searchOn() {
    if (m_reading || m_left.empty() || m_rows->rowCount() >= m_wanted) {
        tell();
        return;
    }
    const LogId log = m_left.back();
    const RecordIndex& record = m_parts.journal.recordOf(log);
    if (m_before == 0) {
        std::vector<RowList::Line> own;
        for (TimelineRow& row : m_parts.journal.ownMatching(log, *m_search)) {
            own.push_back({log, std::move(row)});
        }
        m_rows->append(std::move(own));
        m_before = record.size() + 1;
    }
    FoundLines found =
        m_search->find(record, m_before, std::max(1, m_wanted - m_rows->rowCount()), bytesAtOnce);
    m_before = found.before;
    if (m_before <= 1) {
        m_left.pop_back();
        m_before = 0;
    }
    if (found.seqs.empty()) {
        m_next.start(); // the window has its turn first
        tell();
        return;
    }
    m_reading = true;
    std::reverse(found.seqs.begin(), found.seqs.end());
    m_parts.journal.rowsAt(
        log, std::move(found.seqs),
        [self = QPointer(this), log, turn = m_turn](Result<std::vector<TimelineRow>> rows) {
            if (self && self->m_turn == turn && rows) {
                self->takeFound(log, std::move(*rows), turn);
            } else if (self && self->m_turn == turn) {
                self->m_reading = false;
                self->m_state->setText(sentence(rows.error()));
            }
        });
}

void SearchSheet::takeFound(const LogId& log, std::vector<TimelineRow> rows, quint64 turn) {
    Q_ASSERT(turn == m_turn);
    m_reading = false;
    std::vector<RowList::Line> lines;
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        lines.push_back({log, std::move(*row)});
    }
    const bool first = m_rows->rowCount() == 0;
    m_rows->append(std::move(lines));
    if (first) {
        m_view->step(0);
    }
    m_next.start();
    tell();
}

void SearchSheet::choose(int row) {
    if (row >= 0 && row < m_rows->rowCount()) {
        const RowList::Line line = m_rows->line(row);
        close();
        Q_EMIT lineChosen(line.log, line.row.event, line.row.seq.value_or(0));
    }
}

void SearchSheet::toggleScope() {
    m_everywhere = !m_everywhere;
    name();
    search();
}

// The best name for the filter being typed; empty: none.
QString SearchSheet::completion() const {
    const auto filter = filterAtEnd(m_field->text() + m_preedit);
    if (!filter || !m_log) {
        return {};
    }
    std::map<std::pair<int, QString>, QString> byRank;
    const NameQuery query(filter->typed);
    const auto offer = [&](const QString& name) {
        const QString word = name.section(u' ', 0, 0); // a filter is one word
        if (const auto rank = query.rank(name)) {
            byRank.emplace(std::pair(*rank, word), word);
        }
    };
    if (filter->filter == FilterWord::Kind) {
        for (int kind = 1; kind <= int(LineKind::Last); ++kind) {
            offer(nameOf(LineKind(kind)));
        }
    } else if (filter->filter == FilterWord::Person) {
        for (const auto& [person, record] : m_parts.journal.organisation().persons) {
            offer(m_parts.journal.texts().personName(m_parts.journal.organisation(), person));
        }
    } else if (const Incident* incident = m_parts.journal.incident(*m_log)) {
        std::for_each(incident->services.begin(), incident->services.end(), offer);
        for (const auto& [key, status] : incident->serviceStates) {
            offer(key.service);
        }
    }
    return byRank.empty() ? QString() : byRank.begin()->second;
}

bool SearchSheet::complete() {
    const auto filter = filterAtEnd(m_field->text());
    const QString name = completion();
    if (!filter || name.isEmpty()) {
        return false;
    }
    m_field->setText(m_field->text().first(filter->from) + name + u' ');
    return true;
}

bool SearchSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_field) {
        return Sheet::eventFilter(watched, event);
    }
    if (event->type() == QEvent::InputMethod) {
        const QString preedit = static_cast<QInputMethodEvent*>(event)->preeditString();
        if (preedit != m_preedit) {
            m_preedit = preedit;
            QMetaObject::invokeMethod(this, &SearchSheet::search,
                                      Qt::QueuedConnection); // the text comes first
        }
        return false;
    }
    if (event->type() != QEvent::KeyPress || !m_preedit.isEmpty()) {
        return false;
    }
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Tab:
        return complete();
    case Qt::Key_PageDown:
        m_view->step(rowsOfAPage);
        return true;
    case Qt::Key_PageUp:
        m_view->step(-rowsOfAPage);
        return true;
    case Qt::Key_F3:
        toggleScope();
        return true;
    default:
        return false;
    }
}

void SearchSheet::tell() {
    const bool asked = m_search && !m_search->isEmpty();
    const bool busy = m_reading || m_next.isActive();
    const int found = m_rows->rowCount();
    QString state;
    if (found > 0) {
        state =
            filled(m_left.empty() ? tr("%1 lines") : tr("%1 lines and more below"), {QString::number(found)});
    } else if (busy) {
        state = tr("Searching");
    } else if (asked || !m_search) {
        state = tr("Nothing in the record has all of these words.");
    }
    m_state->setText(state);
    const QString name = completion();
    m_field->showUnderstood(name.isEmpty() ? QString() : QStringLiteral("Tab ") + name);
}

void SearchSheet::name() {
    setTitle(tr("Find in the record"));
    m_field->setAccessibleName(tr("What to find"));
    m_field->setPlaceholderText(tr("Words, initials, or a filter"));
    m_view->setAccessibleName(tr("Lines that were found"));
    m_hint->setText(tr("Filters: person: kind: service:   Enter goes there   Esc back"));
    m_scope->setText(m_everywhere ? tr("F3  in all incidents") : tr("F3  in this incident"));
    tell();
}

void SearchSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        m_rows->retell();
    }
}

} // namespace bongsu
