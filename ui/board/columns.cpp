#include "ui/board/columns.h"

#include "ui/committee/committeewords.h"
#include "ui/roles/rolewords.h"
#include "ui/services/servicewords.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length barHeight{6};
constexpr Length barHalf{3};

} // namespace

BoardColumn::BoardColumn(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme) {
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus); // its lists take the focus
    lay(this, "ground");
    auto* inside = new QWidget(this);
    lay(inside, "ground");
    m_column = new QVBoxLayout(inside);
    m_column->setContentsMargins(0, 0, 0, px(12));
    m_column->setSpacing(0);
    m_column->addStretch();
    setWidget(inside);
}

void BoardColumn::add(QWidget* widget) {
    m_column->insertWidget(m_column->count() - 1, widget);
}

PanelSection* BoardColumn::addSection() {
    auto* section = new PanelSection(m_theme, widget());
    add(section);
    return section;
}

QLabel* BoardColumn::addWords() {
    auto* words = makeLabel(widget(), Ink::Quiet, TextSize::Small);
    words->setWordWrap(true);
    words->setContentsMargins(metric::margin, px(4), metric::margin, 0);
    words->hide();
    add(words);
    return words;
}

QWidget* BoardColumn::addRule() {
    auto* rim = new QWidget(widget());
    auto* line = new QVBoxLayout(rim);
    line->setContentsMargins(metric::margin, px(12), metric::margin, 0);
    line->addWidget(makeRule(rim));
    add(rim);
    return rim;
}

RestorationBar::RestorationBar(const Theme& theme, const RestorationWords& words, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_words(words) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(words.heading + QStringLiteral(", ") + words.count + QStringLiteral(", ") +
                      words.below);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

QSize RestorationBar::sizeHint() const {
    return {px(160),
            px(12) + 2 * lineHeight(TextSize::Small) + px(4) + (m_words.done ? barHeight + px(8) : px(4))};
}

void RestorationBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    const QRect box = rect().adjusted(metric::margin, px(12), -metric::margin, 0);
    const QFont heading = Theme::font(TextSize::Small, Weight::Bold);
    const int line = lineHeight(TextSize::Small);
    painter.setFont(heading);
    painter.setPen(t.quiet);
    const int count = QFontMetrics(heading).horizontalAdvance(m_words.count);
    painter.drawText(QRect(box.left(), box.top(), box.width(), line), Qt::AlignVCenter | Qt::AlignRight,
                     m_words.count);
    painter.drawText(
        QRect(box.left(), box.top(), box.width() - count - metric::gap, line), Qt::AlignVCenter,
        QFontMetrics(heading).elidedText(m_words.heading, Qt::ElideRight, box.width() - count - metric::gap));
    int top = box.top() + line + px(4);
    if (m_words.done) {
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF bar(box.left() + .5, top + .5, box.width() - 1, barHeight);
        painter.setPen(t.quiet);
        painter.setBrush(t.sunken);
        painter.drawRoundedRect(bar, barHalf, barHalf);
        const double done = std::clamp(*m_words.done, 0., 1.);
        const double working = std::clamp(m_words.inProgress.value_or(0), 0., 1. - done);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.info);
        painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * done, bar.height()), barHalf,
                                barHalf);
        painter.setBrush(QBrush(t.info, Qt::Dense4Pattern));
        painter.drawRect(
            QRectF(bar.left() + bar.width() * done, bar.top(), bar.width() * working, bar.height()));
        top += barHeight + px(4);
    }
    painter.setFont(Theme::font(TextSize::Small));
    painter.setPen(t.quiet);
    painter.drawText(QRect(box.left(), top, box.width(), line), Qt::AlignVCenter,
                     QFontMetrics(painter.font()).elidedText(m_words.below, Qt::ElideRight, box.width()));
}

ServicesColumn::ServicesColumn(const Theme& theme, QWidget* parent)
    : BoardColumn(theme, parent), m_services(addSection()), m_noServices(makeLabel(widget(), Ink::Quiet)),
      m_restorations(new QWidget(widget())), m_known(nullptr), m_blocked(nullptr) {
    m_noServices->setWordWrap(true);
    m_noServices->setContentsMargins(metric::margin, px(4), metric::margin, 0);
    add(m_noServices);
    auto* bars = new QVBoxLayout(m_restorations);
    bars->setContentsMargins(0, 0, 0, 0);
    bars->setSpacing(0);
    add(m_restorations);
    m_known = addWords();
    addRule();
    m_blocked = addSection();
}

void ServicesColumn::show(const BoardContext& board) {
    const auto words = serviceWords(board);
    m_services->setHeading(tr("Services"), serviceCountWords(board));
    m_noServices->setText(tr("No service is named yet. Ctrl+Shift+S says which are down."));
    m_noServices->setVisible(words.empty());
    m_services->show(words);
    qDeleteAll(m_restorations->findChildren<RestorationBar*>(Qt::FindDirectChildrenOnly));
    for (const RestorationWords& one : restorationWords(board)) {
        auto* bar = new RestorationBar(theme(), one, m_restorations);
        m_restorations->layout()->addWidget(bar);
        bar->show(); // at once, not in the next turn
    }
    m_known->setText((QStringList{causeWords(board)} + recoveryWords(board)).join(u'\n'));
    m_known->show();
    const auto blocked = blockedWords(board);
    m_blocked->setHeading(tr("Blocked"),
                          {{blocked.empty() ? tr("nothing") : QString::number(blocked.size()), Ink::Quiet}});
    m_blocked->show(blocked);
}

PeopleColumn::PeopleColumn(const Theme& theme, QWidget* parent)
    : BoardColumn(theme, parent), m_people(addSection()), m_span(addWords()), m_tasksRule(addRule()),
      m_tasks(addSection()), m_moreTasks(addWords()), m_committeeRule(addRule()), m_committee(addSection()),
      m_notices(nullptr) {
    addRule();
    m_notices = addSection();
    connect(m_people, &PanelSection::chosen, this, [this](int row) {
        if (const QString seat = m_people->model().line(row).key; !seat.isEmpty()) {
            Q_EMIT seatChosen(seat);
        }
    });
    connect(m_tasks, &PanelSection::chosen, this, &PeopleColumn::tasksChosen);
}

// Seats once somebody was called to one; until then whoever is here.
void PeopleColumn::show(const BoardContext& board) {
    const bool bySeats = !board.incident.seats.empty() || !teamWords(board).empty();
    const auto people = bySeats ? seatWords(board) : peopleWords(board);
    m_people->setHeading(tr("People"), {{bySeats ? seatCountWords(board) : QString::number(people.size())}});
    m_people->show(people);
    const QString span = spanWords(board);
    m_span->setText(span);
    m_span->setVisible(!span.isEmpty());
    showTasks(board);
    const auto committee = committeeWords(board);
    m_committee->setHeading(tr("Committee and requests"));
    m_committee->show(committee);
    m_committee->setVisible(!committee.empty());
    m_committeeRule->setVisible(!committee.empty());
    m_notices->setHeading(tr("Notices"), {{QString::number(board.incident.counts.notices)}});
    m_notices->show(noticeWords(board));
}

void PeopleColumn::showTasks(const BoardContext& board) {
    const TaskPanel tasks = taskPanel(board);
    m_tasks->setHeading(tr("My tasks"), tasks.counts);
    m_tasks->show(tasks.lines);
    m_moreTasks->setText(filled(tr("%1 more: F6"), {QString::number(tasks.more)}));
    m_moreTasks->setVisible(tasks.more > 0);
    m_tasks->setVisible(!tasks.lines.empty());
    m_tasksRule->setVisible(!tasks.lines.empty());
}

} // namespace bongsu
