#include "ui/roles/rolessheet.h"

#include "ui/roles/rolewords.h"
#include "wording/manualnames.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1120; // at 100 %
constexpr Length around{190};    // of the page's height: what stands above and below both halves
constexpr Length usualHalf{420};

} // namespace

RolesSheet::RolesSheet(const WindowParts& parts, const IncidentManual& manual, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_manual(manual) {
    build();
    name();
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT actAsked(m_model.line(index.row()).key); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        m_differs = false;
        tell();
    });
    connect(m_what, &KeyHint::clicked, this, [this] {
        m_differs = !m_differs;
        tell();
    });
    connect(m_take, &KeyHint::clicked, this, &RolesSheet::newerAsked);
    connect(m_act, &KeyHint::clicked, this, [this] { Q_EMIT actAsked(shownSeat()); });
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
}

void RolesSheet::build() {
    m_version = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_version->setWordWrap(true);
    body().addWidget(m_version);
    m_newer = makeLabel(this, Ink::Ember, TextSize::Body, Weight::Bold);
    m_newer->setWordWrap(true);
    body().addWidget(m_newer);
    m_what = new KeyHint(m_parts.theme, QStringLiteral("Space"), this);
    m_take = new KeyHint(m_parts.theme, QStringLiteral("Ctrl Enter"), this);
    auto* ofNewer = new QHBoxLayout;
    ofNewer->setSpacing(metric::margin);
    ofNewer->addWidget(m_what);
    ofNewer->addWidget(m_take);
    ofNewer->addStretch();
    body().addLayout(ofNewer);
    auto* inside = new QWidget(this);
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(4));
    m_seat = makeLabel(inside, Ink::Text, TextSize::Strong, Weight::Bold);
    m_seat->setWordWrap(true);
    m_terms = makeLabel(inside, Ink::Quiet);
    m_terms->setWordWrap(true);
    m_sections = new QWidget(inside);
    auto* sections = new QVBoxLayout(m_sections);
    sections->setContentsMargins(0, 0, 0, 0);
    sections->setSpacing(px(4));
    column->addWidget(m_seat);
    column->addWidget(m_terms);
    column->addWidget(m_sections);
    column->addStretch();
    m_halves = new Halves(m_model, m_parts.theme, inside, {5, 6}, this);
    m_list = &m_halves->list();
    m_list->installEventFilter(this);
    body().addLayout(m_halves);
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    m_act = new KeyHint(m_parts.theme, QStringLiteral("Enter"), this);
    m_scroll = new KeyHint(m_parts.theme, QStringLiteral("PgDn"), this);
    m_close = new KeyHint(m_parts.theme, QStringLiteral("Esc"), this);
    for (KeyHint* key : {m_act, m_scroll, m_close}) {
        keys->addWidget(key);
    }
    keys->addStretch();
    body().addLayout(keys);
    connect(m_scroll, &KeyHint::clicked, this, [this] { m_halves->readOn(); });
}

void RolesSheet::name() {
    m_list->setAccessibleName(tr("Seats"));
    m_act->setText(tr("What about this seat"));
    m_what->setText(tr("What changed"));
    m_take->setText(tr("Go by the newer version"));
    m_scroll->setText(tr("Read on"));
    m_close->setText(tr("Back"));
}

void RolesSheet::show(const LogId& log, const QString& seat) {
    const Incident* incident = m_parts.journal.incident(log);
    if (!incident) {
        return;
    }
    m_log = log;
    m_differs = false;
    fit();
    open(m_list);
    refresh();
    const auto held = m_manual.toRead(*incident);
    const auto seats = boardSeats(held ? held->manual.get() : nullptr, *incident, m_parts.clock.now());
    int row = int(firstSeatFor(seats, m_parts.journal.person()));
    for (int i = 0; i < m_model.rowCount(); ++i) {
        row = !seat.isEmpty() && m_model.line(i).key == seat ? i : row;
    }
    m_list->setCurrentIndex(m_model.index(row));
    tell();
}

void RolesSheet::refresh() {
    const Incident* incident = m_log && isOpen() ? m_parts.journal.incident(*m_log) : nullptr;
    if (!incident) {
        return;
    }
    const auto held = m_manual.toRead(*incident);
    const Moment now = m_parts.clock.now();
    const BoardContext board{m_parts.journal, *incident, now, held ? held->manual.get() : nullptr};
    setTitle(held ? filled(tr("Roles and manual: %1"), {held->manual->name.in(languageInstalled())})
                  : tr("Roles and manual"));
    m_version->setText(held ? versionWords(m_parts.journal, *held->manual, held->version, now)
                            : tr("No manual is known for this incident. Ctrl Shift L asks what kind of "
                                 "failure it is, and calls everyone."));
    tellNewer(*incident);
    std::vector<PanelLine> lines;
    for (const BoardSeat& seat : boardSeats(board.manual, *incident, now)) {
        lines.push_back(seatLineWords(board, seat));
        lines.back().spoken = lines.back().name + QStringLiteral(", ") + seatStateWords(board, seat);
    }
    m_model.show(std::move(lines));
    fit();
    tell();
}

// What runs goes on by the version it began with, until somebody takes the newer one over.
void RolesSheet::tellNewer(const Incident& incident) {
    const auto newer = m_manual.newerThanOf(incident);
    m_newer->setText(newer ? newerWords(m_parts.journal, *newer, m_parts.clock.now()) : QString());
    m_differs = m_differs && newer;
    for (QWidget* one : std::initializer_list<QWidget*>{m_newer, m_what, m_take}) {
        one->setVisible(newer.has_value());
    }
}

QString RolesSheet::newerShown() const {
    return m_newer->text();
}

QString RolesSheet::shownSeat() const {
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? m_model.line(index.row()).key : QString();
}

void RolesSheet::tell() {
    const Incident* incident = m_log ? m_parts.journal.incident(*m_log) : nullptr;
    const QString key = shownSeat();
    if (!incident || key.isEmpty()) {
        return;
    }
    const auto newer = m_differs ? m_manual.newerThanOf(*incident) : std::nullopt;
    if (newer) {
        m_seat->setText(tr("What changed in the newer version"));
        m_terms->setText(tr("Until it is taken over, this incident goes by the version it began with."));
        showSections({}, differenceSections(newer->differences));
        return;
    }
    const auto held = m_manual.toRead(*incident);
    const BoardContext board{m_parts.journal, *incident, m_parts.clock.now(),
                             held ? held->manual.get() : nullptr};
    const Catalogue* catalogue = m_parts.documents ? &m_parts.documents->catalogue() : nullptr;
    for (const BoardSeat& seat : boardSeats(board.manual, *incident, board.now)) {
        if (seat.line.seat == key) {
            m_seat->setText(seatName(board, key));
            m_terms->setText(roleTerms(board, seat, catalogue));
            showSections(key, roleSections(board, seat, knownPeople(m_parts.journal),
                                           m_manual.onDuty(board.now), catalogue));
        }
    }
}

// Words that stay are left where they are: somebody is reading them.
void RolesSheet::showSections(const QString& seat, const std::vector<RoleSection>& sections) {
    if (m_told == std::pair(seat, sections)) {
        return;
    }
    if (m_told.first != seat) {
        m_halves->readFromTop();
    }
    m_told = {seat, sections};
    qDeleteAll(m_sections->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    const auto add = [this](QLabel* label, const QString& words) {
        label->setWordWrap(true);
        label->setText(words);
        m_sections->layout()->addWidget(label);
        label->show(); // at once, not in the next turn
    };
    for (const RoleSection& section : sections) {
        auto* heading = makeLabel(m_sections, Ink::Quiet, TextSize::Small, Weight::Bold);
        heading->setContentsMargins(0, px(8), 0, 0);
        add(heading, section.heading);
        for (const QString& line : section.lines) {
            add(makeLabel(m_sections), line);
        }
    }
}

QString RolesSheet::shownWords() const {
    QStringList words{m_seat->text(), m_terms->text()};
    for (const QLabel* label : m_sections->findChildren<QLabel*>(Qt::FindDirectChildrenOnly)) {
        words += label->text();
    }
    return words.join(u'\n');
}

// As high as all seats where there is room; side by side where there is.
void RolesSheet::fit() {
    const int news = m_newer->isHidden() ? 0 : m_newer->sizeHint().height() + m_take->sizeHint().height();
    m_halves->fit(parentWidget()->height() - around - news, parentWidget()->width(), usualHalf);
}

void RolesSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

bool RolesSheet::keyOfNewer(const QKeyEvent& key) {
    const bool enters = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    KeyHint* asked = key.key() == Qt::Key_Space                                ? m_what
                     : enters && key.modifiers().testFlag(Qt::ControlModifier) ? m_take
                                                                               : nullptr;
    if (!asked || asked->isHidden()) {
        return false;
    }
    asked->click();
    return true;
}

// Enter acts, whatever the platform calls an activation.
bool RolesSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (keyOfNewer(*key)) {
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
