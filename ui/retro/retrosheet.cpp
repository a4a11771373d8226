#include "ui/retro/retrosheet.h"

#include "ui/retro/actionacts.h"
#include "ui/retro/documentacts.h"
#include "ui/retro/evidencecolumn.h"
#include "ui/retro/retroacts.h"
#include "ui/retro/sectioneditor.h"
#include "ui/services/detailsview.h"
#include "ui/style/keylines.h"
#include "ui/style/scrolled.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/rowlistview.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScrollBar>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1640;   // at 100 %
constexpr Length leastRim{24};     // of the page, around the sheet
constexpr Length leastThree{1180}; // of the page: below, evidence takes the place of the list
constexpr Length leastBeside{760}; // below, what is told stands under the list
constexpr Length leastHeight{140}; // of the columns
constexpr Length mostHeight{900};
constexpr int draftDelay = 400; // ms

} // namespace

RetroSheet::RetroSheet(const WindowParts& parts, ChoiceSheet& questions, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_acts(new RetroActs(parts, questions, this)),
      m_actionActs(new ActionActs(parts, questions, this)),
      m_documentActs(new DocumentActs(parts, questions, this)) {
    build();
    buildKeys();
    connectParts();
    name();
}

RetroSheet::~RetroSheet() {
    keepText();
}

void RetroSheet::build() {
    m_columns = new QWidget(this);
    auto* columns = new QBoxLayout(QBoxLayout::LeftToRight, m_columns);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(metric::margin);
    m_list = new QListView(m_columns);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PanelDelegate(m_parts.theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTabKeyNavigation(false);
    m_middle = new QWidget(m_columns);
    auto* middle = new QVBoxLayout(m_middle);
    middle->setContentsMargins(0, 0, 0, 0);
    m_details = new DetailsView(m_parts.theme, m_middle);
    m_told = new Scrolled(m_details, m_middle);
    m_told->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    m_editor = new SectionEditor(m_middle);
    m_editor->name(); // its choices are there before keys are watched for
    m_editor->hide();
    auto* written = new Scrolled(m_editor, m_middle); // where the window is low, and the zoom large
    written->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    middle->addWidget(m_told, 1);
    middle->addWidget(written, 1);
    m_evidence = new EvidenceColumn(m_parts, m_columns);
    columns->addWidget(m_list, 5);
    columns->addWidget(m_middle, 8);
    columns->addWidget(m_evidence, 5);
    m_columns->setFixedHeight(leastHeight);
    body().addWidget(m_columns);
    m_said = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_said->setWordWrap(true);
    m_said->hide();
    body().addWidget(m_said);
    m_keyLines = new KeyLines(this);
    body().addWidget(m_keyLines);
    connect(&m_parts.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

void RetroSheet::connectParts() {
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (m_filling || !now.isValid()) {
                    return;
                }
                m_chosen = m_rows[std::size_t(now.row())].item;
                endWriting();
                tell();
            });
    connect(m_list, &QListView::activated, this, &RetroSheet::act);
    for (PageActs* acts : std::initializer_list<PageActs*>{m_acts, m_actionActs, m_documentActs}) {
        connect(acts, &PageActs::done, this, [this](const QString& words) { say(words); });
    }
    connect(m_acts, &RetroActs::findingAdded, m_evidence, &EvidenceColumn::unmark);
    connect(m_evidence, &EvidenceColumn::lineChosen, this, &RetroSheet::cite);
    connect(m_evidence, &EvidenceColumn::escaped, this, &RetroSheet::back);
    m_draftWait.setSingleShot(true);
    m_draftWait.setInterval(draftDelay);
    connect(&m_draftWait, &QTimer::timeout, this, &RetroSheet::keepText);
    connect(m_editor, &SectionEditor::changed, this, [this] {
        if (!m_draftWait.isActive()) { // whoever types on and on is kept up with
            m_draftWait.start();
        }
    });
    connect(m_parts.documents, &Documents::changed, this, &RetroSheet::refresh);
    // What was erased is not kept here, either: it is asked for again, and cannot be had.
    connect(&m_parts.journal, &Journal::textErased, this, [this](const LogId&, const EventId& event) {
        if (m_words.erase(event) > 0) {
            refresh();
        }
    });
}

void RetroSheet::name() {
    const QString title = incident() ? m_parts.journal.texts().title(*incident()) : QString();
    setTitle(title.isEmpty() ? tr("Retrospective") : filled(tr("Retrospective: %1"), {title}));
    m_list->setAccessibleName(tr("What there is to do, and what was written"));
    m_editor->name();
    m_evidence->name();
    tellKeys();
}

const Incident* RetroSheet::incident() const {
    return m_log ? m_parts.journal.incident(*m_log) : nullptr;
}

std::optional<RetroView> RetroSheet::view() const {
    if (!incident() || !m_outline) {
        return std::nullopt;
    }
    return RetroView{{m_parts.journal, *incident(), m_parts.clock.now()},
                     m_parts.documents->retroProcess(),
                     *m_outline,
                     m_words,
                     m_drafts};
}

void RetroSheet::open(const LogId& log) {
    keepText();
    m_writing.reset();
    m_log = log;
    m_words.clear();
    m_asked.clear();
    m_seeks = false;
    m_said->hide();
    name();
    m_acts->setIncident(log);
    m_actionActs->setIncident(log);
    m_documentActs->setIncident(log);
    m_editor->hide();
    m_told->show();
    fit(); // the list has to be there to have the focus
    Sheet::open(m_list);
    m_evidence->show(log);
}

void RetroSheet::show(const LogId& log) {
    const bool isSame = m_log == log;
    open(log);
    if (!isSame) {
        m_chosen = {};
    }
    refresh();
}

void RetroSheet::showSafety(const LogId& log) {
    open(log);
    m_chosen = {RetroItem::Kind::Unchecked};
    refresh();
}

void RetroSheet::choose(const RetroItem& item) {
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [&item](const RetroRow& row) { return row.item == item; });
    if (at != m_rows.end()) {
        m_list->setCurrentIndex(m_model.index(int(at - m_rows.begin())));
    }
}

void RetroSheet::refresh() {
    if (!isOpen() || !incident()) {
        return;
    }
    m_outline = outlineOf(retroStepsOf(*m_parts.documents, *incident(), m_parts.clock.now()),
                          m_parts.documents->retroProcess(), *incident());
    findDrafts();
    fill();
    readWords();
    m_evidence->refresh();
    tell();
    fit();
}

// Lines move as people write; the one that is chosen stays chosen, and what is gone gives way to the one that
// stands there now.
void RetroSheet::fill() {
    const int stood = m_list->currentIndex().row();
    m_rows = retroRows(*view());
    std::vector<PanelLine> lines;
    int row = -1;
    for (const RetroRow& one : m_rows) {
        const bool isStart = m_chosen == RetroItem{} && m_outline->next &&
                             one.item.key == m_outline->steps[*m_outline->next].plan.key &&
                             one.item.kind == RetroItem::Kind::Step;
        const bool isIt = one.item.kind != RetroItem::Kind::Heading && (one.item == m_chosen || isStart);
        row = isIt && row < 0 ? int(lines.size()) : row;
        lines.push_back(one.line);
    }
    m_filling = true;
    m_model.show(std::move(lines));
    for (int at = row < 0 ? std::max(1, stood) : row; row < 0 && at < int(m_rows.size()); ++at) {
        row = m_rows[std::size_t(at)].item.kind == RetroItem::Kind::Heading ? -1 : at;
    }
    row = std::clamp(row, 0, int(m_rows.size()) - 1);
    m_list->setCurrentIndex(m_model.index(row));
    m_list->scrollTo(m_model.index(row));
    m_filling = false;
    if (m_writing && m_rows[std::size_t(row)].item.key != *m_writing) {
        return; // it is still being written
    }
    m_chosen = m_rows[std::size_t(row)].item;
}

// Each version once, and the own ones when they are on the disk; what could not be had is asked for again
// when the page is opened.
void RetroSheet::readWords() {
    for (const OutlineSection& section : m_outline->sections) {
        for (const SectionVersion& version : section.versions) {
            const EventId event = version.event;
            if (m_words.contains(event) || !m_asked.insert(event).second) {
                continue;
            }
            m_parts.journal.whenKept([self = QPointer(this), log = *m_log, event] {
                if (self && self->m_log == log) {
                    self->readVersion(event);
                }
            });
        }
    }
}

void RetroSheet::readVersion(const EventId& event) {
    m_parts.retro->words(*m_log, event, [self = QPointer(this), log = *m_log, event](const auto& read) {
        if (self && self->m_log == log) {
            self->m_words.insert_or_assign(event, read);
            self->m_asked.erase(event);
            self->tell();
        }
    });
}

void RetroSheet::tell() {
    const auto shown = view();
    if (!shown || !isOpen()) {
        return;
    }
    const QString title = m_details->title();
    m_details->show(retroDetails(*shown, m_chosen));
    if (m_details->title() != title) {
        m_told->verticalScrollBar()->setValue(0);
    }
    tellKeys();
}

void RetroSheet::say(const QString& words, Ink ink) {
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
    dress(m_said, ink, TextSize::Small);
    fit();
}

QString RetroSheet::said() const {
    return m_said->isHidden() ? QString() : m_said->text();
}

QString RetroSheet::shownWords() const {
    return m_details->words();
}

// Where there is no room for three columns, evidence takes the place of the list while it is looked for; and
// where two do not fit, they stand one above the other.
void RetroSheet::fit() {
    const int pageWidth = parentWidget()->width();
    const bool three = pageWidth >= leastThree;
    const bool beside = pageWidth >= leastBeside;
    auto* columns = static_cast<QBoxLayout*>(m_columns->layout());
    columns->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_evidence->setVisible(three || m_seeks);
    m_list->setVisible(three || (!m_seeks && (beside || !m_writing)));
    const int width = std::min(px(sheetWidth), pageWidth - 2 * leastRim);
    const int had = m_columns->minimumHeight();
    const int rest = body().parentWidget()->layout()->totalHeightForWidth(width) - had;
    const int room = parentWidget()->height() - 2 * leastRim - rest;
    m_columns->setFixedHeight(std::clamp<int>(room, leastHeight, mostHeight));
}

void RetroSheet::seek(bool seeks) {
    m_seeks = seeks;
    fit();
}

void RetroSheet::hideEvent(QHideEvent* event) {
    keepText();
    Sheet::hideEvent(event);
}

void RetroSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

bool RetroSheet::eventFilter(QObject* watched, QEvent* event) {
    const auto* part = qobject_cast<const QWidget*>(watched);
    const bool isOwn = part && isOpen() && isAncestorOf(part); // the page is watched by every sheet
    if (isOwn && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto& pressed = *static_cast<QKeyEvent*>(event);
        const int key = pressed.key() == Qt::Key_Enter ? int(Qt::Key_Return) : pressed.key();
        const QKeyCombination keys(pressed.modifiers() & ~Qt::KeypadModifier, Qt::Key(key));
        const auto at = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& one) {
            const bool isHere = one.where == Where::Anywhere ||
                                (one.where == Where::List ? watched == m_list : watched == &m_editor->text());
            return one.keys == keys && isHere && !one.hint->isHidden();
        });
        if (at != m_keys.end()) {
            event->accept();
            if (event->type() == QEvent::KeyPress && !pressed.isAutoRepeat()) {
                at->hint->click();
            }
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
