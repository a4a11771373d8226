// Tells a person who is not looking: what is newly needed of them, and that an incident was declared. In the
// tray, with a sound.
#pragma once

#include "domain/incident/alerts.h"
#include "ui/shell/windowparts.h"

#include <QMetaType>
#include <QObject>
#include <QSystemTrayIcon>
#include <QTimer>

namespace bongsu {

// What to tell, in words.
struct AlertWords {
    LogId log = LogId::zeros();
    QString title{}; // the incident's
    QString words{};
};

class Alerts : public QObject {
    Q_OBJECT

  public:
    Alerts(const WindowParts& parts, QObject* parent = nullptr);

    // Hears what has come since the last time; also asked by itself whenever the record moves.
    void look();

  Q_SIGNALS:
    // One for each; nobody needs to be told what they are looking at, which the listener knows.
    void alerted(const bongsu::AlertWords& alert);

  private:
    AskedOf asked() const;
    AlertWords wordsOf(const Alert& alert) const;

    WindowParts m_parts;
    QTimer m_due;
    AskedOf m_known;
};

// The icon in the tray, where the desktop has one: shows alerts while no window of ours is looked at.
class Tray : public QObject {
    Q_OBJECT

  public:
    Tray(const WindowParts& parts, QObject* parent = nullptr);

  Q_SIGNALS:
    void opened(const std::optional<bongsu::LogId>& log); // somebody clicked it, or an alert about that one

  private:
    void alert(const AlertWords& words);
    void draw();

    WindowParts m_parts;
    Alerts m_alerts;
    QSystemTrayIcon m_icon;
    std::optional<LogId> m_told;
};

} // namespace bongsu

Q_DECLARE_METATYPE(bongsu::AlertWords)
