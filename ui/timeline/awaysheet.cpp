#include "ui/timeline/awaysheet.h"

#include "ui/timeline/rowlistview.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QPointer>

namespace bongsu {

namespace {
constexpr int sheetWidth = 860;
} // namespace

bool isTyped(const QEvent& event) {
    if (event.type() == QEvent::InputMethod) {
        return true;
    }
    if (event.type() != QEvent::KeyPress) {
        return false;
    }
    const auto& key = static_cast<const QKeyEvent&>(event);
    const bool command = key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    return !command && !key.text().isEmpty() && key.text()[0].isPrint();
}

QString wordsFor(const AwaySummary& away) {
    const std::pair<int, QString> counts[] = {
        {away.decisions, AwaySheet::tr("decisions %1")},
        {away.notices, AwaySheet::tr("notices %1")},
        {away.serviceChanges, AwaySheet::tr("service changes %1")},
        {away.requests, AwaySheet::tr("requests %1")},
        {away.blockers, AwaySheet::tr("blockers %1")},
        {away.commands, AwaySheet::tr("command and grade %1")},
    };
    QStringList parts;
    for (const auto& [count, words] : counts) {
        if (count > 0) {
            parts += filled(words, {QString::number(count)});
        }
    }
    const int others = away.lines - int(away.worthReading.size());
    if (others > 0) {
        parts += filled(AwaySheet::tr("other lines %1"), {QString::number(others)});
    }
    return parts.join(u" \u00B7 ");
}

AwaySheet::AwaySheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts),
      m_summary(makeLabel(this, Ink::Text, TextSize::Strong, Weight::Bold)),
      m_rows(new RowList(parts.journal, this)), m_view(new RowListView(parts.theme, m_rows, this)) {
    m_summary->setWordWrap(true);
    body().addWidget(m_summary);
    body().addWidget(m_view, 1);
    connect(m_view, &RowListView::chosen, this, [this](int row) {
        const quint64 seq = *m_rows->line(row).row.seq;
        close();
        Q_EMIT lineChosen(seq);
    });
    name();
}

void AwaySheet::tell(const LogId& log, quint64 fromSeq, Moment since, bool typing) {
    m_away = awaySince(m_parts.journal.recordOf(log), fromSeq, m_parts.journal.person());
    m_since = since;
    name();
    m_rows->clear();
    std::vector<quint64> seqs = m_away.worthReading;
    if (seqs.size() > mostLines) {
        seqs.erase(seqs.begin(), seqs.end() - mostLines);
    }
    m_view->setVisible(!seqs.empty());
    if (typing) {
        showOver();
    } else {
        open(seqs.empty() ? nullptr : m_view);
    }
    m_parts.journal.rowsAt(
        log, std::move(seqs),
        [self = QPointer(this), log, typing, turn = ++m_turn](Result<std::vector<TimelineRow>> rows) {
            if (!self || self->m_turn != turn || !rows) {
                return;
            }
            std::vector<RowList::Line> lines;
            for (TimelineRow& row : *rows) {
                lines.push_back({log, std::move(row)});
            }
            self->m_rows->append(std::move(lines));
            self->m_view->step(1);
            if (!typing && self->isOpen()) {
                self->takeFocus(self->m_view); // an empty list takes none
            }
        });
}

bool AwaySheet::hearsOver(const QEvent& event) {
    if (isTyped(event)) {
        close();
        return false;
    }
    return event.type() == QEvent::KeyPress && hearsKey(static_cast<const QKeyEvent&>(event));
}

bool AwaySheet::hearsKey(const QKeyEvent& key) {
    switch (key.key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: // a draft below is not recorded unseen
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        QWidget* first = m_view->isHidden() ? static_cast<QWidget*>(this) : m_view;
        takeFocus(first);
        QKeyEvent same(key.type(), key.key(), key.modifiers(), key.text(), key.isAutoRepeat());
        QCoreApplication::sendEvent(first, &same);
        return true;
    }
    default:
        return false;
    }
}

void AwaySheet::name() {
    setTitle(filled(tr("While you were away, since %1"), {clockSeenFrom(m_since, m_parts.clock.now())}));
    m_summary->setText(wordsFor(m_away));
    m_view->setAccessibleName(tr("What is worth reading"));
}

void AwaySheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        m_rows->retell();
    }
}

} // namespace bongsu
