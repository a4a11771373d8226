#include "ui/shell/alerts.h"

#include "ui/roles/incidentmanual.h"
#include "ui/roles/rolewords.h"

#include <QApplication>
#include <QIcon>
#include <QPainter>
#include <QWidget>

namespace bongsu {

namespace {

constexpr int iconSize = 64;
// Lines that arrive one after another are one piece of news.
constexpr std::chrono::milliseconds settles{300};

} // namespace

Alerts::Alerts(const WindowParts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    m_due.setSingleShot(true);
    m_due.setInterval(settles);
    connect(&m_due, &QTimer::timeout, this, &Alerts::look);
    const auto moved = [this] { m_due.start(); };
    connect(&parts.journal, &Journal::incidentChanged, this, moved);
    connect(&parts.journal, &Journal::organisationChanged, this, moved);
    m_known = asked(); // what was there before is no news
}

AskedOf Alerts::asked() const {
    const Journal& journal = m_parts.journal;
    Viewer viewer{journal.person(), std::nullopt};
    if (viewer.person) {
        viewer.permission = journal.organisation().permission(*viewer.person, journal.organisation().seq);
    }
    std::vector<const Incident*> incidents;
    std::map<LogId, quint64> refused;
    for (const LogId& log : journal.incidents()) {
        incidents.push_back(journal.incident(log));
        refused.insert_or_assign(log, quint64(journal.refusedCount(log)));
    }
    return askedOf(viewer, refused, journal.organisation(),
                   m_parts.documents ? &m_parts.documents->catalogue() : nullptr, incidents,
                   m_parts.clock.now());
}

void Alerts::look() {
    AskedOf now = asked();
    for (const Alert& alert : alertsBetween(std::exchange(m_known, now), now)) {
        Q_EMIT alerted(wordsOf(alert));
    }
}

AlertWords Alerts::wordsOf(const Alert& alert) const {
    const Incident& incident = *m_parts.journal.incident(alert.log);
    AlertWords words{alert.log, m_parts.journal.texts().title(incident), {}};
    if (alert.need) {
        const auto held = IncidentManual(m_parts).toRead(incident);
        words.words = needSentence(*alert.need, BoardContext{m_parts.journal, incident, m_parts.clock.now(),
                                                             held ? held->manual.get() : nullptr});
    } else {
        words.words = tr("An incident was declared.");
    }
    return words;
}

Tray::Tray(const WindowParts& parts, QObject* parent) : QObject(parent), m_parts(parts), m_alerts(parts) {
    draw();
    m_icon.setToolTip(tr("Bongsu"));
    m_icon.setVisible(QSystemTrayIcon::isSystemTrayAvailable());
    connect(&parts.theme, &Theme::changed, this, &Tray::draw);
    connect(&m_alerts, &Alerts::alerted, this, &Tray::alert);
    connect(&m_icon, &QSystemTrayIcon::messageClicked, this, [this] { Q_EMIT opened(m_told); });
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this] { Q_EMIT opened(std::nullopt); });
}

void Tray::draw() {
    QPixmap picture(iconSize, iconSize);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawMark(painter, Mark::Flame, QRectF(iconSize * .2, 2, iconSize * .6, iconSize - 4),
             m_parts.theme.tokens().ember);
    painter.end();
    m_icon.setIcon(QIcon(picture));
}

void Tray::alert(const AlertWords& words) {
    if (QApplication::activeWindow()) {
        return; // they look at it
    }
    m_told = words.log;
    if (m_icon.isVisible()) {
        m_icon.showMessage(words.title, words.words, m_icon.icon());
    }
    QApplication::beep();
    for (QWidget* window : QApplication::topLevelWidgets()) {
        QApplication::alert(window);
    }
}

} // namespace bongsu
