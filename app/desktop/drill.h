// A throw-away organisation on this computer with the Pangyo outage of 2022 in it, to look around and try.
#pragma once

#include "ui/shell/hosting.h"
#include "wiring/nearline.h"
#include "wiring/node.h"

namespace bongsu {

// No port is opened: the desktop reaches its relay within the process. Everything, keys included, lies in one
// folder, which is gone when the drill ends.
class Drill : public Hosting {
    Q_OBJECT

  public:
    Drill(const QString& folder, System& system) : m_folder(folder), m_system(system) {}
    ~Drill() override;

    // Done when the record is there. Failures as of RelayNode and Node; disk.
    void begin(std::function<void(const Outcome&)> done);
    Node& node() { return *m_node; }
    std::optional<LogId> incident() const { return m_incident; }

    HostStatus status() const override { return {}; }
    void found(const QString&, const QString&) override {}
    void acceptClock() override {}
    QStringList connected() const override { return {}; }
    void lookAround() override {}
    bool isDrill() const override { return true; }
    void leaveDrill() override { Q_EMIT left(); }

  Q_SIGNALS:
    void left();

  private:
    Outcome makeRelay();
    void join(const QString& invite);
    void tell();
    void finish(const Outcome& outcome);
    void clear();

    QString m_folder;
    System& m_system;
    std::function<void(const Outcome&)> m_done;
    std::unique_ptr<RelayNode> m_relay;
    std::unique_ptr<NearDoor> m_door;
    std::unique_ptr<Node> m_node;
    std::optional<LogId> m_incident;
};

} // namespace bongsu
