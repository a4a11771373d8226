// An organisation that this computer keeps: a relay beside a home, in the home's own process.
#pragma once

#include "wiring/foundingrelay.h"
#include "wiring/node.h"

namespace bongsu {

class OwnRelay : public QObject {
    Q_OBJECT

  public:
    // None: this computer keeps no organisation. Silent: it does, and nobody can reach it now (trouble() says
    // why); that is tried again by itself.
    enum class State { None, Starting, Listening, Silent };
    static constexpr quint16 usualPort = 7400;

    // `hosts`: how others reach this computer, the best first.
    OwnRelay(const HomeFolder& home, System& system, QStringList hosts);
    ~OwnRelay() override;

    // Where the relay of a home lies. With a key file of its own choice the relay's lies beside that.
    static RelayFolder folderOf(const HomeFolder& home);

    // Opens and listens again, if this computer keeps an organisation; `done` comes in any case.
    void start(std::function<void()> done);
    // Founds one, listens, and answers with an admin's invite for this computer itself. Safe to repeat,
    // whatever ended the last attempt. Listens at the usual port, or at a free one where that is taken.
    void found(const QString& name, std::function<void(const Result<QString>& invite)> done);

    State state() const { return m_state; }
    const std::optional<Error>& trouble() const { return m_trouble; }
    // "0.0.0.0:7400"; empty unless it listens.
    QString listening() const;
    std::vector<Address> advertised() const;
    // This computer's own way to it.
    std::optional<Address> near() const;
    // The folder with the root keys, as long as one is still there.
    QString rootFolder() const;
    // Who is connected besides this person's own `device`, by name, each person once.
    QStringList connectedBesides(const DeviceId& device) const;

    // A person has looked at this computer's clock: it is right, and the relay numbers again.
    void acceptClock();

  Q_SIGNALS:
    void changed();

  private:
    void listens();
    void open(std::function<void(const Outcome&)> done);
    Outcome create();
    Outcome listen();
    Outcome listenAt(quint16 port);
    void resume();
    void dropSoon();
    std::vector<Address> reachedAt(quint16 port) const;
    Result<std::optional<quint16>> rememberedPort() const;
    Outcome remember(quint16 port) const;
    void set(State state, std::optional<Error> trouble = std::nullopt);

    HomeFolder m_home;
    RelayFolder m_folder;
    System& m_system;
    QStringList m_hosts;
    std::unique_ptr<RelayNode> m_relay;
    State m_state = State::None;
    quint16 m_port = 0; // while it listens
    std::optional<Error> m_trouble;
    Alarm m_again;
};

} // namespace bongsu
