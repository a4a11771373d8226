// A desktop's or bongsuctl's home as a whole: keys, store, journal and the line to a relay.
#pragma once

#include "identity/sealing.h"
#include "identity/spoken.h"
#include "journal/attachments.h"
#include "journal/documents.h"
#include "journal/journal.h"
#include "journal/noticedesk.h"
#include "journal/retrodesk.h"
#include "storage/homelock.h"
#include "storage/replay.h"
#include "storage/sqlitestore.h"
#include "sync/connector.h"
#include "sync/spokenquestion.h"
#include "wiring/journalhost.h"
#include "wiring/keyplaces.h"
#include "wiring/system.h"

#include <QObject>

namespace bongsu {

class VerifyAhead;

struct HomeFolder {
    QString path;
    QString keyFile;

    // `unlock` as of RelayFolder::at().
    static HomeFolder at(const QString& path, const QString& unlock);
    // `keychain`: the desktop session's, if it may be used. The folder must exist.
    KeyPlaces keyPlaces(std::unique_ptr<KeyStore> keychain) const;
    // Where a home lies that nobody named: $BONGSU_HOME, or the user's data folder.
    static QString usualPath();
    QString store() const { return path + QStringLiteral("/home.db"); }
};

enum class NodeLink { Down, Connecting, Up };

class Node : public QObject, private ConnectorWatcher {
    Q_OBJECT

  public:
    using Opened = std::function<void(Result<std::monostate>)>;

    // Makes the folder, the keys and the store where there are none. Waits for the keychain if the keys are
    // there. Failure store.locked: another process holds it. Others as of KeyPlaces::load().
    static Result<std::unique_ptr<Node>> open(const HomeFolder& folder, System& system,
                                              std::unique_ptr<KeyStore> keychain = nullptr);
    ~Node() override;

    void start(Opened done);

    // This computer keeps the relay itself: there it is tried first. Nobody else is told of that address.
    void setNearRelay(const std::optional<Address>& relay) { m_near = relay; }
    // Lines to the relay are made by this instead of over the network.
    using MakeDialer = std::function<std::unique_ptr<Dialer>()>;
    void dialThrough(MakeDialer make) { m_makeDialer = std::move(make); }
    // Keeps connected from now on. `relay` set: to this address only.
    void connectToRelay(const std::optional<Address>& relay);
    void disconnectFromRelay();
    // Calls once, when all that was taken and recorded is on the disk; with the failure, if the disk fails
    // first.
    using Kept = std::function<void(const std::optional<Failure>& failure)>;
    void whenKept(Kept done);
    // What somebody was given, as an invite: its line says all of it; of "host:port" and eight words the
    // relay there is asked. `done` comes once, from within this call only for a line. Failures and refusals
    // as of decodeInvite(), parseSpokenInvite(), SpokenQuestion and openRest().
    void readInvite(const QString& given, std::function<void(const Result<Invite>&)> done);
    // Records this device's joining and connects with the invite. Safe to repeat.
    Result<Recorded> join(const Invite& invite, const QString& personName, const QString& deviceName);
    // Nothing unless this device's joining waits for the relay: the event that says so.
    std::optional<EventId> joining() const;

    // An invite's line for somebody, as an event and as words to send.
    struct Issued {
        Recorded recorded;
        QString line;
        std::optional<SpokenInvite> spoken{}; // the same, to be read out
    };
    struct InviteWish {
        Permission permission; // of a new person
        std::optional<PersonId> person{};
        quint64 uses;
        Millis valid;
        bool spoken = false;
    };
    // Refusal value.out_of_range: spoken, and not within what may be (domain/organisation/inviting.h).
    Result<Issued> invite(const InviteWish& wish);

    // An admin's invite by root: for when no admin is left to give one.
    Result<Issued> inviteByRoot(const Signer& root);

    Journal& journal() { return *m_journal; }
    Attachments& attachments() { return *m_attachments; }
    Documents& documents() { return *m_documents; } // once it has started
    NoticeDesk& notices() { return *m_notices; }    // the same
    RetroDesk& retro() { return *m_retro; }         // the same
    EventStore& store() { return *m_store; }
    const Verifier& verifier() const { return m_system.verifier; }
    // The home read anew and folded, every signature checked beside the event loop (wiring/verifiedreplay.h).
    void replayVerified(ReplayOptions options, EventStore::Done<std::shared_ptr<Replayed>> done);
    System& system() { return m_system; }
    const HomeFolder& folder() const { return m_folder; }
    KeyPlaces& keyPlaces() { return m_keyPlaces; }
    NodeLink link() const { return m_link; }
    const std::optional<Error>& linkError() const { return m_linkError; }
    // Why the relay records nothing of ours though it is there. Nothing: it does, or was not asked.
    const std::optional<Failure>& offerTrouble() const {
        return m_numberingStopped ? m_numberingStopped : m_offerTrouble;
    }
    // Why it records nothing of anybody's, as it says itself.
    const std::optional<Failure>& numberingStopped() const { return m_numberingStopped; }
    std::optional<Address> relayAddress() const { return m_relay; }
    // Of the relay that is connected, by now: its key is right, and its certificate needs somebody's hand.
    std::optional<CertificateWarning> certificateWarning() const;
    // The relay said so: it takes nothing more from this device, and tells what of its own it did not take.
    bool isRevoked() const { return m_revoked; }
    bool isCaughtUp() const { return m_caughtUp; }

  Q_SIGNALS:
    void linkChanged();
    void caughtUp();
    void revoked();
    // Every address failed once: a command that needs a relay gives up here.
    void noRelay(const bongsu::Error& why);

  private:
    Node(const HomeFolder& folder, System& system, KeyPlaces keyPlaces, HomeKeys keys,
         std::unique_ptr<HomeLock> lock);

    void addressFailed(const Address& address, const Error& why) override;
    void noRelayAnswered() override;
    void sessionEnded(const Error& why) override;
    void certificateShown(const CertificateDates& dates) override;
    void setLink(NodeLink link);
    Result<Issued> issued(Result<Recorded> recorded, const Seed& seed) const;
    Result<Issued> inviteSpoken(const InviteWish& wish);
    void opened(const SessionOpening& opening);
    void organisationMoved();
    void offerTaken();
    void setOfferTrouble(std::optional<Failure> trouble);
    std::vector<Address> addresses() const;
    std::vector<Address> addressesToTell() const;
    std::vector<Address> invitedTo() const; // as many of them as an invite holds
    std::vector<TlsPin> pins() const;
    void redial();

    HomeFolder m_folder;
    System& m_system;
    KeyPlaces m_keyPlaces;
    HomeKeys m_keys;
    std::unique_ptr<HomeLock> m_lock;
    Ed25519Key m_device;
    GcmKeyRing m_ring;
    std::unique_ptr<EventStore> m_store;
    std::unique_ptr<VerifyAhead> m_ahead; // once it is asked for
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Attachments> m_attachments;
    std::unique_ptr<Documents> m_documents;
    std::unique_ptr<NoticeDesk> m_notices;
    std::unique_ptr<RetroDesk> m_retro;
    std::unique_ptr<JournalHost> m_host;
    std::unique_ptr<Dialer> m_dialer;
    std::unique_ptr<Connector> m_connector;
    std::unique_ptr<Dialer> m_questioner;
    std::unique_ptr<SpokenQuestion> m_question;
    std::optional<Address> m_only; // --relay
    std::optional<Address> m_near;
    MakeDialer m_makeDialer;
    std::optional<Address> m_relay;
    std::optional<Error> m_linkError;
    std::optional<Failure> m_offerTrouble;
    std::optional<Failure> m_numberingStopped;
    std::optional<CertificateDates> m_certificate;
    NodeLink m_link = NodeLink::Down;
    bool m_caughtUp = false;
    bool m_revoked = false;
};

} // namespace bongsu
