#include "ui/incidents/incidentspage.h"

#include "ui/incidents/declarecard.h"
#include "ui/incidents/incidentsdelegate.h"
#include "ui/incidents/incidentsmodel.h"
#include "ui/shell/bars.h"
#include "ui/shell/foot.h"
#include "ui/timeline/composerfield.h"
#include "wording/names.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListView>

namespace bongsu {

IncidentsPage::IncidentsPage(const WindowParts& parts, const Ticker& ticker, QWidget* parent)
    : QWidget(parent), m_parts(parts), m_model(new IncidentsModel(parts.journal, parts.clock, this)) {
    build();
    connect(&ticker, &Ticker::minuteBegun, m_model, &IncidentsModel::retell);
    connect(m_model, &QAbstractItemModel::modelReset, this, &IncidentsPage::refresh);
    connect(&parts.journal, &Journal::organisationChanged, this, &IncidentsPage::refresh);
    if (parts.documents) {
        connect(parts.documents, &Documents::changed, this, &IncidentsPage::remind);
    }
    connect(m_card, &DeclareCard::declared, this, &IncidentsPage::opened);
    connect(m_card, &DeclareCard::joinAsked, this, &IncidentsPage::opened);
    connect(m_card, &DeclareCard::lookedDown, this, [this] {
        m_list->setFocus();
        if (!m_list->currentIndex().isValid()) {
            m_list->setCurrentIndex(m_model->index(0));
        }
    });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex& index) { Q_EMIT opened(m_model->log(index.row())); });
    name();
}

void IncidentsPage::build() {
    lay(this, "ground");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    m_bars = new Bars(m_parts.journal, m_parts.connection, m_parts.hosting, m_parts.theme, this);
    column->addWidget(m_bars);
    m_card = new DeclareCard(m_parts, this);
    column->addWidget(m_card);
    column->addWidget(makeRule(this));
    m_heading = makeLabel(this, Ink::Quiet, TextSize::Small, Weight::Bold);
    auto* words = new QVBoxLayout; // a label's own margins are lost when the style sheet is read again
    words->setContentsMargins(metric::margin, px(12), metric::margin, px(6));
    words->setSpacing(px(4));
    m_reminder = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_reminder->setWordWrap(true);
    words->addWidget(m_reminder);
    words->addWidget(m_heading);
    m_empty = makeLabel(this, Ink::Quiet);
    m_empty->setWordWrap(true);
    words->addWidget(m_empty);
    column->addLayout(words);
    m_list = new QListView(this);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new IncidentsDelegate(m_parts.theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // what is declared goes first
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    lay(m_list, "ground");
    column->addWidget(m_list, 1);
    m_actions = new Actions(this);
    m_foot = new Foot(m_parts.theme, *m_actions, this);
    column->addWidget(m_foot);
    connect(&m_parts.theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

QWidget* IncidentsPage::makeHead() {
    auto* head = new QWidget(this);
    lay(head, "surface");
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, px(10), 0, 0);
    column->setSpacing(px(9));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(metric::margin, 0, metric::margin, 0);
    line->setSpacing(metric::margin);
    m_organisation = makeLabel(head, Ink::Text, TextSize::Strong, Weight::Bold);
    m_person = makeLabel(head, Ink::Quiet);
    line->addWidget(m_organisation);
    line->addWidget(m_person);
    line->addStretch();
    line->addWidget(new LinkLabel(m_parts.journal, m_parts.connection, head));
    column->addLayout(line);
    column->addWidget(makeRule(head));
    return head;
}

void IncidentsPage::focusField() {
    m_card->field().setFocus();
}

void IncidentsPage::name() {
    m_heading->setText(tr("Incidents"));
    m_empty->setText(
        tr("There is no incident. Type what is wrong in the line above and press Enter: it is declared, "
           "and everybody sees it."));
    m_list->setAccessibleName(tr("Incidents"));
    m_model->retell();
    refresh();
}

void IncidentsPage::refresh() {
    const Journal& journal = m_parts.journal;
    m_empty->setVisible(m_model->rowCount() == 0);
    m_list->setFocusPolicy(m_model->rowCount() > 0 ? Qt::StrongFocus : Qt::NoFocus);
    const QString name = journal.texts().organisationName(journal.organisation());
    m_organisation->setText(name.isEmpty() ? tr("Bongsu") : name);
    const auto person = journal.person();
    const auto permission =
        person ? journal.organisation().permission(*person, journal.organisation().seq) : std::nullopt;
    QStringList who;
    if (person) {
        who += journal.texts().personName(journal.organisation(), *person);
    }
    if (permission) {
        who += nameOf(*permission);
    }
    m_person->setText(who.join(u" \u00B7 "));
    remind();
}

void IncidentsPage::remind() {
    ManualReminders reminders;
    RetroReminders learnt;
    if (m_parts.documents) {
        const Moment now = m_parts.clock.now();
        reminders = remindersFor(*m_parts.documents, m_parts.journal, now);
        learnt = retroRemindersFor(*m_parts.documents, m_parts.journal, now);
    }
    QStringList words;
    if (reminders.toRead > 0) {
        words += filled(tr("Manuals that call you and that you have not read: %1."),
                        {QString::number(reminders.toRead)});
    }
    if (reminders.toReview > 0) {
        words += filled(tr("Manuals whose review is overdue: %1."), {QString::number(reminders.toReview)});
    }
    if (!words.isEmpty()) {
        words += tr("Ctrl Shift R shows them.");
    }
    const std::pair<int, QString> owed[] = {
        {learnt.actions, tr("Actions of yours that are overdue: %1 (Ctrl J).")},
        {learnt.steps, tr("Steps of retrospectives of yours that are overdue: %1 (F10 in the incident).")},
        {learnt.toSign, tr("Documents that wait for your signature: %1 (F10 in the incident).")}};
    for (const auto& [count, line] : owed) {
        if (count > 0) {
            words += filled(line, {QString::number(count)});
        }
    }
    m_reminder->setText(words.join(u' '));
    m_reminder->setVisible(!words.isEmpty());
}

QString IncidentsPage::reminder() const {
    return m_reminder->text();
}

void IncidentsPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
