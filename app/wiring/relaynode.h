// A relay as a whole: its folder, keys, store, sequencer and sessions. The program, the tests and a desktop
// that keeps an organisation on its own computer wire this same one.
#pragma once

#include "channel/replyport.h"
#include "channel/transport.h"
#include "domain/base/address.h"
#include "domain/base/certificate.h"
#include "identity/keyfile.h"
#include "identity/sealing.h"
#include "identity/verifyahead.h"
#include "relay/deliveries.h"
#include "relay/duerunner.h"
#include "relay/sequencer.h"
#include "storage/homelock.h"
#include "storage/sqlitestore.h"
#include "wiring/relaydesk.h"
#include "wiring/system.h"

#include <QObject>

namespace bongsu {

class Link;
class RelayServer;
class RelaySession;
class RelaySessionOwner;

// Where a relay keeps what.
struct RelayFolder {
    QString path;
    QString keyFile;

    // `unlock` empty: $CREDENTIALS_DIRECTORY/bongsu.key if there is one, else a file named after the folder
    // in the user's configuration, outside the folder: whoever copies the data has not copied the key.
    static RelayFolder at(const QString& path, const QString& unlock);
    QString store() const { return path + QStringLiteral("/relay.db"); }
    // Where it listens, as text: what it was told once holds from then on.
    QString listenFile() const { return path + QStringLiteral("/listen"); }
    // The port where gateways hand over answers, the same way.
    QString repliesFile() const { return path + QStringLiteral("/replies"); }
    // What one of these two keeps; nothing where there is none. One that cannot be read is not as good as
    // none: the relay would listen elsewhere than it was told to. Failures as of files::read().
    static Result<std::optional<QByteArray>> keptIn(const QString& file);
    QString rootFolder() const { return path + QStringLiteral("/root"); }
    QString root(int which) const { return QStringLiteral("%1/root-%2.key").arg(rootFolder()).arg(which); }
    bool holdsRoot() const;
};

class RelayNode : public QObject {
    Q_OBJECT

  public:
    using Opened = std::function<void(Result<std::monostate>)>;

    // Makes keys and an empty store. Failures disk, key.unusable (there is one already).
    static Result<std::monostate> create(const RelayFolder& folder, System& system);
    // Puts a backup in the place of the store; see restoreStore(). On it the relay numbers nothing before an
    // admin declares an epoch: what it numbered since the backup has numbers in another history, and nobody
    // can say yet who holds that. The answer: where what was there is kept; empty where nothing was.
    static Result<QString> restore(const RelayFolder& folder, System& system, const QString& backup);
    // Failure store.locked: another process holds the folder.
    static Result<std::unique_ptr<RelayNode>> open(const RelayFolder& folder, System& system);
    ~RelayNode() override;

    // Folds the store; nothing else may be called before it succeeded, but founding an empty one.
    void start(Opened done);
    // Failure relay.none with the reason in detail: the address cannot be listened on.
    Result<quint16> listen(const Address& address);
    // Of the certificate that it shows, made when it began to listen. Nothing: it does not listen.
    const std::optional<CertificateDates>& certificate() const { return m_certificate; }
    // Takes answers to pages from gateways on this machine. Failure relay.none: the port cannot be had.
    Result<quint16> listenForReplies(quint16 port);
    void close();

    Sequencer& sequencer() { return *m_sequencer; }
    EventStore& store() { return *m_store; }
    Deliveries& deliveries() { return *m_deliveries; }
    RelayPen& pen() { return *m_pen; }
    Randomness& randomness() { return m_system.randomness; }
    const RelayFolder& folder() const { return m_folder; }
    const HomeKeys& keys() const { return m_keys; }
    const Ed25519Key& signingKey() const { return *m_signingKey; }
    RelayKeys relayKeys() const;
    System& system() { return m_system; }
    int sessions() const;
    std::vector<DeviceId> connectedDevices() const { return m_fanout.devices(); }
    // A session over a line that is no socket, from within this process. Listening is not needed for it.
    std::unique_ptr<RelaySession> serve(std::unique_ptr<Link> link, RelaySessionOwner& owner);
    // What sessions ask and who is told what is new: for a door that is not this relay's own.
    RelayHost& host() { return *m_desk; }
    Fanout& fanout() { return m_fanout; }
    // As told to people: the newest description's, in its order.
    std::vector<Address> advertised() const;

  private:
    std::optional<ChannelSecrets> opened(const QByteArray& sealed, const QString& channel) const;
    RelayNode(const RelayFolder& folder, System& system, HomeKeys keys, std::unique_ptr<HomeLock> lock);

    RelayFolder m_folder;
    System& m_system;
    HomeKeys m_keys;
    std::unique_ptr<HomeLock> m_lock;
    std::unique_ptr<Ed25519Key> m_signingKey;
    GcmKeyRing m_ring;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<VerifyAhead> m_ahead;
    std::unique_ptr<Sequencer> m_sequencer;
    std::unique_ptr<BlobStock> m_blobs;
    Transport m_transport;
    SendingMeans m_means;
    std::unique_ptr<RelayPen> m_pen;
    std::unique_ptr<Deliveries> m_deliveries;
    std::unique_ptr<DueRunner> m_due;
    Fanout m_fanout;
    std::unique_ptr<RelayDesk> m_desk;
    std::unique_ptr<RelayServer> m_server;
    std::optional<CertificateDates> m_certificate;
    std::unique_ptr<ReplyPort> m_replies;
};

} // namespace bongsu
