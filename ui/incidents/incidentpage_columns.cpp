#include "ui/board/acts.h"
#include "ui/board/columns.h"
#include "ui/hindsight/hindsightbar.h"
#include "ui/incidents/incidentpage.h"
#include "ui/outgoing/sitrepsheet.h"
#include "ui/roles/roletools.h"
#include "ui/services/serviceacts.h"
#include "ui/services/servicessheet.h"
#include "ui/shell/foot.h"
#include "ui/timeline/recordtools.h"
#include "ui/timeline/timelineview.h"

#include <QBoxLayout>

#include <tuple>

namespace bongsu {

namespace {

constexpr int leastUnfolded = 1360; // px at 100 %: below, the columns have no room beside the record
constexpr Length leastForFoot{400}; // of the page; below, the record needs its line more than keys do
constexpr Length servicesWidth{372};
constexpr Length peopleWidth{344};

} // namespace

QWidget* IncidentPage::makeMiddle() {
    m_columns = new QWidget(this);
    auto* line = new QHBoxLayout(m_columns);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    m_services = new ServicesColumn(m_parts.theme, m_columns);
    m_people = new PeopleColumn(m_parts.theme, m_columns);
    m_view = new TimelineView(m_parts.theme, m_columns);
    m_tools = new RecordTools(m_parts, *this, *m_view, *m_actions); // whose filters stand in the head
    auto* record = new QWidget(m_columns);
    auto* column = new QVBoxLayout(record);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(m_view, 1);
    line->addWidget(m_services);
    line->addWidget(m_uprights[0] = makeUpright(m_columns));
    line->addWidget(record, 1);
    line->addWidget(m_uprights[1] = makeUpright(m_columns));
    line->addWidget(m_people);
    return m_columns;
}

void IncidentPage::addColumnKeys() {
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Services and what is blocked"),
                                     .keys = Qt::Key_F3,
                                     .run = [this] { showServices(); }}));
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "People and notices"),
                                     .keys = Qt::Key_F4,
                                     .run = [this] { showPeople(); }}));
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Roles and manual"),
                                     .keys = Qt::SHIFT | Qt::Key_F4,
                                     .run = [this] { showRoles({}); }}));
    m_foot->showLeft(m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Situation report"),
                                     .keys = Qt::Key_F5,
                                     .run = [this] { m_sitrep->show(*m_log); }}));
}

// Its column first, where there is one with anything in it; pressed once more there, all that is known.
void IncidentPage::showServices() {
    QListView& list = m_services->services().list();
    if (m_folded || list.isHidden() || list.hasFocus()) {
        m_servicesSheet->show(*m_log);
    } else {
        list.setFocus();
    }
}

void IncidentPage::connectServices() {
    const auto& sheet = m_servicesSheet;
    ServiceActs* acts = m_serviceActs;
    connect(sheet, &ServicesSheet::stateAsked, acts, &ServiceActs::state);
    connect(sheet, &ServicesSheet::hitAsked, acts, qOverload<const ServiceKey&>(&ServiceActs::hit));
    connect(sheet, &ServicesSheet::expectedAsked, acts, qOverload<const ServiceKey&>(&ServiceActs::expect));
    connect(sheet, &ServicesSheet::confirmAsked, acts, &ServiceActs::confirm);
    connect(sheet, &ServicesSheet::causeAsked, acts, &ServiceActs::stateCause);
    connect(sheet, &ServicesSheet::blockedAsked, acts, &ServiceActs::raiseBlocker);
    connect(sheet, &ServicesSheet::unblockedAsked, acts,
            [acts](const EventId& blocker) { acts->clearBlocker(blocker); });
    connect(sheet, &ServicesSheet::releaseAsked, m_acts, &Acts::release);
}

// Pressed once more among the people, it opens what is theirs to do. A column that has no place lies over the
// page.
void IncidentPage::showPeople() {
    QListView& list = m_people->people().list();
    if (!m_folded && list.hasFocus()) {
        showRoles({});
    } else if (!m_folded) {
        list.setFocus();
    } else {
        m_peopleSheet->setTitle(QString());
        m_peopleSheet->body().addWidget(m_people);
        m_people->setMinimumHeight(px(360));
        m_people->setVisible(true);
        m_peopleSheet->open(&list);
    }
}

void IncidentPage::showRoles(const QString& seat) {
    if (isHinderedByPast()) {
        return;
    }
    m_peopleSheet->close();
    m_roles->showRoles(seat);
}

void IncidentPage::fold() {
    m_folded = width() * 100 / zoom() < leastUnfolded;
    auto* line = static_cast<QBoxLayout*>(m_columns->layout());
    m_foldedWords->setVisible(m_folded);
    for (QWidget* upright : m_uprights) {
        upright->setVisible(!m_folded);
    }
    for (const auto& [column, place, room] :
         {std::tuple<QWidget*, int, int>{m_services, 0, servicesWidth}, {m_people, 4, peopleWidth}}) {
        if (!m_folded) {
            m_peopleSheet->close();
            line->insertWidget(place, column);
            column->setMinimumHeight(0);
            column->setFixedWidth(room);
        } else {
            column->setMinimumWidth(0);
            column->setMaximumWidth(QWIDGETSIZE_MAX);
        }
        column->setVisible(!m_folded);
    }
}

// Looking back has its keys beside its slider.
void IncidentPage::showFoot() {
    m_foot->setVisible(!m_readOnly && !m_hindsight && height() >= leastForFoot);
}

void IncidentPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool folded = width() * 100 / zoom() < leastUnfolded;
    if (folded != m_folded) {
        fold();
    }
    showFoot();
    m_foldedWords->setVisible(m_folded && height() >= leastForFoot);
}

} // namespace bongsu
