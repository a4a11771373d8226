#include "ui/roles/roletools.h"

#include <QKeySequence>

#include <algorithm>

namespace bongsu {

RoleTools::RoleTools(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page)
    : QObject(page), m_seats(new SeatActs(parts, sheet, page)),
      m_tasks(new TaskActs(parts, sheet, m_seats->manual(), page)),
      m_roles(new RolesSheet(parts, m_seats->manual(), page)),
      m_handover(new HandoverSheet(parts, m_seats->manual(), page)), m_bar(new CallBar(parts.theme, page)) {
    constexpr std::chrono::seconds second{1};
    m_seconds.setInterval(second);
    connect(&m_seconds, &QTimer::timeout, this, &RoleTools::secondBegun);
    connect(m_seats, &PageActs::done, this, &RoleTools::done);
    connect(m_tasks, &PageActs::done, this, &RoleTools::done);
    connect(m_handover, &HandoverSheet::done, this, &RoleTools::done);
    // When the question that it was taken in has closed: the brief must lie above it.
    connect(
        m_seats, &SeatActs::tookOver, this, [this](const QString& seat) { m_handover->show(*m_log, seat); },
        Qt::QueuedConnection);
    connect(m_bar, &CallBar::taken, m_seats, &SeatActs::take);
    connect(m_bar, &CallBar::declineAsked, m_seats, [this] { m_seats->answer(SeatAnswer::Declined); });
    connect(m_roles, &RolesSheet::actAsked, m_seats, &SeatActs::actOn);
    connect(m_roles, &RolesSheet::newerAsked, this, [this] {
        m_roles->close(); // what became of it is said on the page
        m_seats->takeNewerManual();
    });
    if (parts.documents) {
        connect(parts.documents, &Documents::changed, this, &RoleTools::changed);
    }
}

void RoleTools::addTo(Actions& actions) {
    m_seats->addTo(actions);
    actions.add({.name = QT_TRANSLATE_NOOP("Action", "Handover: what the next must know"),
                 .keys = Qt::CTRL | Qt::SHIFT | Qt::Key_I,
                 .run = [this] { m_handover->show(*m_log, {}); }});
    m_tasks->addTo(actions);
}

void RoleTools::setIncident(const LogId& log) {
    m_log = log;
    m_seats->setIncident(log);
    m_tasks->setIncident(log);
    m_roles->close();
    m_handover->close();
}

const Manual* RoleTools::manualOf(const Incident& incident) {
    const auto held = m_seats->manual().toRead(incident);
    m_manual = held ? held->manual : nullptr;
    return m_manual.get();
}

void RoleTools::show(const BoardContext& board) {
    if (!m_readOnly) {
        m_bar->show(board);
    }
    m_roles->refresh();
    const auto& seats = board.incident.seats;
    const bool waits = std::any_of(seats.begin(), seats.end(), [](const auto& seat) {
        return seat.second.called && !seat.second.called->declined;
    });
    if (waits && !m_seconds.isActive()) {
        m_seconds.start();
    } else if (!waits) {
        m_seconds.stop();
    }
}

void RoleTools::showRoles(const QString& seat) {
    if (m_log) {
        m_roles->show(*m_log, seat);
    }
}

} // namespace bongsu
