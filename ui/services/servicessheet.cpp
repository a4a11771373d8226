#include "ui/services/servicessheet.h"

#include "ui/board/halves.h"
#include "ui/services/detailsview.h"
#include "ui/style/keylines.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1200; // at 100 %
constexpr Length usualHalf{600}; // what is told of one service that has everything
constexpr Length leastRim{24};   // of the page, around the sheet

} // namespace

ServicesSheet::ServicesSheet(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_history(parts.journal, this) {
    build();
    name();
    connect(m_list, &QListView::activated, this, &ServicesSheet::act);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                m_chosen = now.isValid() ? m_model.line(now.row()).key : QString();
                tell();
            });
    connect(&m_history, &RecoveryHistory::moved, this, &ServicesSheet::tell);
}

void ServicesSheet::build() {
    m_details = new DetailsView(m_parts.theme, this);
    m_halves = new Halves(m_model, m_parts.theme, m_details, {6, 5}, this);
    m_list = &m_halves->list();
    m_list->installEventFilter(this);
    body().addLayout(m_halves);
    m_keyLines = new KeyLines(this);
    body().addWidget(m_keyLines);
    const auto several = [this] { Q_EMIT stateAsked({}); };
    addKey(QStringLiteral("Enter"), Qt::Key_Return, Qt::NoModifier, [this] { act(); });
    addKey(QStringLiteral("Ctrl Shift S"), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier, several);
    addKey(QStringLiteral("F7"), Qt::Key_F7, Qt::NoModifier, [this] { Q_EMIT confirmAsked(); });
    addKey(QStringLiteral("Shift F7"), Qt::Key_F7, Qt::ShiftModifier,
           [this] { Q_EMIT expectedAsked(chosen().key); });
    addKey(QStringLiteral("Ctrl F7"), Qt::Key_F7, Qt::ControlModifier,
           [this] { Q_EMIT hitAsked(chosen().key); });
    addKey(QStringLiteral("Ctrl Shift F7"), Qt::Key_F7, Qt::ControlModifier | Qt::ShiftModifier,
           [this] { Q_EMIT causeAsked(); });
    addKey(QStringLiteral("Ctrl Shift B"), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier,
           [this] { Q_EMIT blockedAsked(); });
    addKey(QStringLiteral("PgDn"), Qt::Key_PageDown, Qt::NoModifier, [this] { m_halves->readOn(); });
    addKey(QStringLiteral("Esc"), Qt::Key_Escape, Qt::NoModifier, [this] { close(); });
}

void ServicesSheet::addKey(const QString& cap, Qt::Key key, Qt::KeyboardModifiers modifiers,
                           std::function<void()> act) {
    auto* hint = new KeyHint(m_parts.theme, cap, m_keyLines);
    m_keyLines->add(hint);
    connect(hint, &KeyHint::clicked, this, std::move(act));
    m_keys.push_back({hint, key, modifiers});
}

void ServicesSheet::name() {
    setTitle(tr("Services and what blocks them"));
    m_list->setAccessibleName(tr("Services and what blocks them"));
    const std::array words{
        QString(),       tr("State several"), tr("Confirm mine"),         tr("When it is back"),
        tr("Users hit"), tr("Cause"),         tr("Something is blocked"), tr("Read on"),
        tr("Back")};
    for (std::size_t i = 1; i < m_keys.size(); ++i) {
        m_keys[i].hint->setText(words[i]);
    }
    m_keyLines->layAnew();
}

void ServicesSheet::show(const LogId& log) {
    m_log = log;
    m_chosen.clear();
    m_rows.clear();
    open(m_list);
    refresh();
}

// Lines move as states change; the one that is chosen stays chosen.
void ServicesSheet::refresh() {
    const Incident* incident = m_log && isOpen() ? m_parts.journal.incident(*m_log) : nullptr;
    if (!incident) {
        return;
    }
    const BoardContext board{m_parts.journal, *incident, m_parts.clock.now(), nullptr,
                             m_parts.documents ? &m_parts.documents->catalogue() : nullptr};
    m_rows = servicesRows(board);
    const QString chosen = m_chosen;
    std::vector<PanelLine> lines;
    int row = -1;
    for (const ServicesRow& one : m_rows) {
        const bool isService = one.item.kind == ServicesItem::Kind::Service;
        if (one.line.key == chosen || (row < 0 && chosen.isEmpty() && isService)) {
            row = int(lines.size());
        }
        lines.push_back(one.line);
    }
    m_model.show(std::move(lines));
    m_list->setCurrentIndex(m_model.index(std::max(row, 0)));
    m_chosen = m_model.line(std::max(row, 0)).key;
    fit();
    tell();
}

const ServicesItem& ServicesSheet::chosen() const {
    static const ServicesItem none{};
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                                 [this](const ServicesRow& row) { return row.line.key == m_chosen; });
    return at == m_rows.end() ? none : at->item;
}

void ServicesSheet::act() {
    const ServicesItem item = chosen();
    switch (item.kind) {
    case ServicesItem::Kind::All:
    case ServicesItem::Kind::Service:
        Q_EMIT stateAsked(item.key);
        break;
    case ServicesItem::Kind::Blocker:
        Q_EMIT unblockedAsked(*item.blocker);
        break;
    case ServicesItem::Kind::Hold:
        Q_EMIT releaseAsked();
        break;
    case ServicesItem::Kind::Heading:
        break;
    }
}

void ServicesSheet::tell() {
    const Incident* incident = m_log ? m_parts.journal.incident(*m_log) : nullptr;
    if (!incident || !isOpen()) {
        return;
    }
    const ServicesItem& item = chosen();
    const auto recovery = incident->recoveries.find(item.key);
    const bool isAsked = item.kind == ServicesItem::Kind::All || item.kind == ServicesItem::Kind::Service;
    m_history.follow(*m_log, isAsked && recovery != incident->recoveries.end()
                                 ? std::optional(recovery->second.setBy)
                                 : std::nullopt);
    const BoardContext board{m_parts.journal, *incident, m_parts.clock.now(), nullptr,
                             m_parts.documents ? &m_parts.documents->catalogue() : nullptr};
    const QString title = m_details->title();
    m_details->show(detailsOf(board, item, m_history.before()));
    if (m_details->title() != title) {
        m_halves->readFromTop();
    }
    m_keys.front().hint->setText(item.kind == ServicesItem::Kind::Blocker ? tr("Blocked no longer")
                                 : item.kind == ServicesItem::Kind::Hold  ? tr("Let work go on")
                                                                          : tr("State it"));
    m_keyLines->layAnew();
}

QString ServicesSheet::shownWords() const {
    return m_details->words();
}

// As high as all lines where there is room; side by side where there is.
void ServicesSheet::fit() {
    const int width = std::min(px(sheetWidth), parentWidget()->width() - 2 * leastRim);
    const int had = m_halves->heightForWidth(width - 2 * metric::margin);
    const int rest = body().parentWidget()->layout()->totalHeightForWidth(width) - had;
    m_halves->fit(parentWidget()->height() - 2 * leastRim - rest, parentWidget()->width(), usualHalf);
}

void ServicesSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

const ServicesSheet::Key* ServicesSheet::keyOf(const QKeyEvent& event) const {
    const auto key = event.key() == Qt::Key_Enter ? int(Qt::Key_Return) : event.key();
    const auto at = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& one) {
        return one.key == key && one.modifiers == (event.modifiers() & ~Qt::KeypadModifier);
    });
    return at == m_keys.end() ? nullptr : &*at;
}

// The page's own keys mean the chosen service here.
bool ServicesSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list &&
        (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto& pressed = *static_cast<QKeyEvent*>(event);
        if (const Key* key = keyOf(pressed)) {
            event->accept();
            if (event->type() == QEvent::KeyPress && !pressed.isAutoRepeat()) {
                key->hint->click();
            }
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
