#include "wiring/node.h"

#include "domain/base/limits.h"
#include "domain/event/proofs.h"
#include "domain/organisation/inviting.h"
#include "identity/invite.h"
#include "identity/verifyahead.h"
#include "websocket/websocketdialer.h"
#include "wiring/founding.h"
#include "wiring/verifiedreplay.h"

#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <utility>

namespace bongsu {

namespace {

// What a home must know before it has the organisation's log.
constexpr const char* addressesSetting = "addresses";
constexpr const char* pinsSetting = "pins";
constexpr const char* inviteSetting = "invite"; // the seed, until this device has joined

QByteArray joined(const std::vector<Address>& addresses) {
    QByteArrayList lines;
    for (const Address& address : addresses) {
        lines.append(toText(address).toUtf8());
    }
    return lines.join('\n');
}

std::vector<Address> addressesIn(const QByteArray& lines) {
    std::vector<Address> addresses;
    for (const QByteArray& line : lines.split('\n')) {
        if (const auto address = addressFromText(QString::fromUtf8(line))) {
            addresses.push_back(*address);
        }
    }
    return addresses;
}

} // namespace

HomeFolder HomeFolder::at(const QString& path, const QString& unlock) {
    return {path, keyFileOf(path, unlock)};
}

QString HomeFolder::usualPath() {
    const QString named = qEnvironmentVariable("BONGSU_HOME");
    return !named.isEmpty() ? named
                            : QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
                                  QStringLiteral("/bongsu");
}

KeyPlaces HomeFolder::keyPlaces(std::unique_ptr<KeyStore> keychain) const {
    return KeyPlaces(keyFile, keyFile != usualKeyFileOf(path), std::move(keychain));
}

Result<std::unique_ptr<Node>> Node::open(const HomeFolder& folder, System& system,
                                         std::unique_ptr<KeyStore> keychain) {
    if (auto made = makeFolder(folder.path); !made) {
        return tl::unexpected(made.error());
    }
    const HomeFolder home = HomeFolder::at(folder.path, folder.keyFile);
    auto lock = HomeLock::take(home.path);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    KeyPlaces places = home.keyPlaces(std::move(keychain));
    const bool hasStore = QFileInfo::exists(home.store());
    if (places.isNew() && !hasStore) {
        HomeKeys keys = HomeKeys::withNewStoreKey(system.randomness);
        keys.deviceSeed = Seed::random(system.randomness);
        if (auto made = places.create(keys); !made) {
            return tl::unexpected(made.error());
        }
    }
    auto keys = places.load(hasStore);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    if (!keys->deviceSeed) {
        return fail(failure::keyUnusable, "not a desktop's");
    }
    auto node =
        std::unique_ptr<Node>(new Node(home, system, std::move(places), std::move(*keys), std::move(*lock)));
    auto store = SqliteStore::open(home.store(), node->m_ring);
    if (!store) {
        return tl::unexpected(store.error());
    }
    node->m_store = std::move(*store);
    node->m_journal = std::make_unique<Journal>(JournalParts{
        *node->m_store, system.clock, system.timers, system.randomness, system.verifier, node->m_device});
    node->m_attachments =
        std::make_unique<Attachments>(*node->m_store, system.clock, deviceIdOf(node->m_device.publicKey()));
    node->m_host =
        std::make_unique<JournalHost>(*node->m_journal, *node->m_attachments, *node->m_store, node->m_device);
    return node;
}

Node::Node(const HomeFolder& folder, System& system, KeyPlaces keyPlaces, HomeKeys keys,
           std::unique_ptr<HomeLock> lock)
    : m_folder(folder), m_system(system), m_keyPlaces(std::move(keyPlaces)), m_keys(std::move(keys)),
      m_lock(std::move(lock)), m_device(*m_keys.deviceSeed), m_ring(m_keys.storeKey, system.randomness) {}

Node::~Node() {
    m_connector.reset();
    m_dialer.reset();
}

void Node::start(Opened done) {
    m_journal->open([this, done = std::move(done)](const Result<std::monostate>& opened) {
        if (opened) {
            m_documents = std::make_unique<Documents>(*m_journal, *m_attachments);
            m_notices = std::make_unique<NoticeDesk>(*m_journal, *m_attachments, *m_documents, m_system.clock,
                                                     m_system.randomness);
            m_retro = std::make_unique<RetroDesk>(*m_journal, *m_attachments, *m_documents);
            const auto tellSession = [this] {
                if (ClientSession* session = m_connector ? m_connector->session() : nullptr) {
                    session->offersChanged();
                }
            };
            connect(m_journal.get(), &Journal::offersChanged, this, tellSession);
            connect(m_attachments.get(), &Attachments::wishesChanged, this, tellSession);
            connect(m_host.get(), &JournalHost::blobFound, this, tellSession);
            connect(m_journal.get(), &Journal::entriesMissing, this,
                    [this](const LogId& log, quint64 fromSeq) {
                        if (ClientSession* session = m_connector ? m_connector->session() : nullptr) {
                            session->request(log, fromSeq);
                        }
                    });
            connect(m_journal.get(), &Journal::organisationChanged, this, &Node::organisationMoved);
            connect(m_journal.get(), &Journal::rewound, this, [this] {
                if (m_connector) {
                    m_caughtUp = false;
                    m_connector->restart();
                }
            });
            connect(m_host.get(), &JournalHost::opened, this, &Node::opened);
            connect(m_host.get(), &JournalHost::allCaughtUp, this, [this] {
                m_caughtUp = true;
                Q_EMIT caughtUp();
            });
            connect(m_host.get(), &JournalHost::taken, this, &Node::offerTaken);
            connect(m_host.get(), &JournalHost::failedOffer, this,
                    [this](const EventId&, const QByteArray& code) { setOfferTrouble(Failure{code}); });
            connect(m_host.get(), &JournalHost::numberingChanged, this,
                    [this](const std::optional<Failure>& stopped) {
                        if (m_numberingStopped != stopped) {
                            m_offerTrouble.reset(); // of before: it judges again, or says why not
                            m_numberingStopped = stopped;
                            Q_EMIT linkChanged();
                        }
                    });
            connect(m_host.get(), &JournalHost::failedBlob, this,
                    [this](const QByteArray& code) { setOfferTrouble(Failure{code}); });
            connect(m_journal.get(), &Journal::ownEventChanged, this,
                    [this](const LogId&, const EventId&, OwnState state) {
                        if (state == OwnState::Refused) {
                            setOfferTrouble(std::nullopt); // it judges again
                        }
                    });
            if (const auto seed = Seed::tryFrom(m_journal->setting(inviteSetting))) {
                m_host->joinWith(std::make_shared<Ed25519Key>(*seed));
            }
        }
        done(opened);
    });
}

void Node::replayVerified(ReplayOptions options, EventStore::Done<std::shared_ptr<Replayed>> done) {
    if (!m_ahead) {
        m_ahead = std::make_unique<VerifyAhead>(m_system.verifier, threadsBesideTheLoop());
    }
    bongsu::replayVerified(*m_store, *m_ahead, m_journal->ledger().organisation(), std::move(options),
                           std::move(done));
}

std::vector<Address> Node::addresses() const {
    if (m_only) {
        return {*m_only};
    }
    std::vector<Address> known = addressesToTell();
    if (m_near) {
        std::erase(known, *m_near);
        known.insert(known.begin(), *m_near);
    }
    return known;
}

// Where others find the relay: this computer's own way to itself stands in no invite unless there is no
// other.
std::vector<Address> Node::addressesToTell() const {
    std::vector<Address> known;
    const Organisation& organisation = m_journal->ledger().organisation();
    if (!organisation.epochs.empty()) {
        for (const DeviceId& relay : organisation.epochs.back().relays) {
            for (const QString& text : m_journal->texts().relayAddresses(organisation, relay)) {
                if (const auto address = addressFromText(text)) {
                    known.push_back(*address);
                }
            }
        }
    }
    // Those of the invite stay in reserve: they worked once.
    for (const Address& address : addressesIn(m_journal->setting(addressesSetting))) {
        const bool onlyHere = m_near && address == *m_near && !known.empty();
        if (!onlyHere && std::find(known.begin(), known.end(), address) == known.end()) {
            known.push_back(address);
        }
    }
    return known;
}

std::vector<Address> Node::invitedTo() const {
    std::vector<Address> told = addressesToTell();
    if (told.size() > std::size_t(limits::inviteAddresses)) {
        told.erase(told.begin() + limits::inviteAddresses, told.end());
    }
    return told;
}

std::vector<TlsPin> Node::pins() const {
    const auto known = currentPins(m_journal->ledger().organisation());
    if (!known.empty()) {
        return known;
    }
    std::vector<TlsPin> pins;
    const QByteArray kept = m_journal->setting(pinsSetting);
    for (qsizetype at = 0; at + TlsPin::size <= kept.size(); at += TlsPin::size) {
        pins.push_back(*TlsPin::tryFrom(QByteArrayView(kept).sliced(at, TlsPin::size)));
    }
    return pins;
}

void Node::connectToRelay(const std::optional<Address>& relay) {
    m_only = relay;
    redial();
}

void Node::redial() {
    m_connector.reset();
    m_dialer.reset();
    m_certificate.reset();
    if (!m_journal->organisationId() || addresses().empty()) {
        setLink(NodeLink::Down);
        return;
    }
    m_dialer =
        m_makeDialer ? m_makeDialer() : std::make_unique<WebSocketDialer>(pins(), m_system.surroundings());
    ConnectorWatcher& watcher = *this;
    m_connector = std::make_unique<Connector>(
        *m_dialer, *m_host, watcher, m_system.surroundings(),
        ClientSession::Settings{{}, QStringLiteral("bongsu ") + QStringLiteral(BONGSU_VERSION)}, addresses());
    setLink(NodeLink::Connecting);
    m_connector->start();
}

void Node::disconnectFromRelay() {
    if (m_connector) {
        m_connector->stop();
    }
    m_attachments->setConnected(false);
    setLink(NodeLink::Down);
}

void Node::whenKept(Kept done) {
    auto* waiting = new QObject(this);
    const auto end = [waiting,
                      done = std::make_shared<Kept>(std::move(done))](const std::optional<Failure>& why) {
        if (const Kept call = std::exchange(*done, nullptr)) {
            waiting->disconnect();
            waiting->deleteLater();
            call(why);
        }
    };
    connect(m_journal.get(), &Journal::storeFailed, waiting, [end](const Failure& why) { end(why); });
    m_journal->whenKept([end] { end(std::nullopt); });
}

void Node::organisationMoved() {
    if (m_connector) {
        m_connector->setAddresses(addresses());
    }
}

// The one event of a joining session has its place: from here on the device speaks for itself.
void Node::offerTaken() {
    setOfferTrouble(std::nullopt);
    if (m_host->isJoining()) {
        m_host->joined();
        m_journal->setSetting(inviteSetting, {});
        m_connector->restart();
    }
}

void Node::readInvite(const QString& given, std::function<void(const Result<Invite>&)> done) {
    m_question.reset();
    if (!looksSpoken(given)) {
        done(decodeInvite(given));
        return;
    }
    const auto said = parseSpokenInvite(given);
    if (!said) {
        done(errorOf(said));
        return;
    }
    const SpokenSecrets secrets = secretsOf(said->code);
    m_questioner = std::make_unique<WebSocketDialer>(WebSocketDialer::forQuestion(m_system.surroundings()));
    m_question = std::make_unique<SpokenQuestion>(
        *m_questioner, m_system.surroundings(),
        [secrets, address = said->address, done = std::move(done)](const Result<SpokenAnswer>& answer) {
            done(answer ? openRest(answer->sealed, secrets, address, answer->seen) : errorOf(answer));
        });
    m_question->start(said->address, Ed25519Key(secrets.seed).publicKey());
}

Result<Recorded> Node::join(const Invite& invite, const QString& personName, const QString& deviceName) {
    auto key = std::make_shared<Ed25519Key>(invite.seed);
    const DeviceAdded facts{m_device.publicKey(), key->publicKey(),
                            key->sign(joinMessage(invite.org, m_device.publicKey()))};
    Text text;
    text.name = personName;
    text.deviceName = deviceName;
    auto recorded = m_journal->recordJoin(invite.org, facts, text);
    if (!recorded) {
        return recorded;
    }
    m_journal->setSetting(addressesSetting, joined(invite.addresses));
    QByteArray pins;
    for (const TlsPin& pin : invite.pins) {
        pins += pin.toBytes();
    }
    m_journal->setSetting(pinsSetting, pins);
    m_journal->setSetting(inviteSetting, invite.seed.view().toByteArray());
    m_host->joinWith(std::move(key));
    return recorded;
}

std::optional<EventId> Node::joining() const {
    const auto org = m_journal->organisationId();
    if (!m_host->isJoining() || !org) {
        return std::nullopt;
    }
    for (const OwnEvent& own : m_journal->ownEvents(LogId::of(*org))) {
        const auto event =
            own.refusal ? Result<Event>(refuse(refusal::alreadyDone)) : decodeEvent(own.offer.event);
        if (event && event->header.kind == DeviceAdded::kind.name) {
            return own.event;
        }
    }
    return std::nullopt;
}

Result<Node::Issued> Node::invite(const InviteWish& wish) {
    const auto org = m_journal->organisationId();
    if (!org) {
        return refuse(refusal::unknownLog, "organisation");
    }
    if (wish.spoken) {
        return inviteSpoken(wish);
    }
    const Seed seed = Seed::random(m_system.randomness);
    const InviteIssued facts{Ed25519Key(seed).publicKey(), wish.permission, wish.person,
                             quint64(wish.valid.count()), wish.uses};
    return issued(m_journal->record(LogId::of(*org), facts, {}), seed);
}

// The first address is the one to be said: what stands behind it is sealed with the rest.
Result<Node::Issued> Node::inviteSpoken(const InviteWish& wish) {
    if (!maySpeak({wish.uses, wish.valid})) {
        return refuse(refusal::outOfRange, "spoken");
    }
    const std::vector<Address> told = invitedTo();
    if (told.empty()) {
        return fail(failure::noRelay);
    }
    const SpokenCode code = SpokenCode::random(m_system.randomness);
    const SpokenSecrets secrets = secretsOf(code);
    const auto rest = sealRest({*m_journal->organisationId(), pins(), told}, secrets, m_system.randomness);
    if (!rest) {
        return errorOf(rest);
    }
    Text text;
    text.spokenRest = *rest;
    const InviteIssued facts{Ed25519Key(secrets.seed).publicKey(), wish.permission, wish.person,
                             quint64(wish.valid.count()), wish.uses};
    auto made = issued(m_journal->record(LogId::of(*m_journal->organisationId()), facts, text), secrets.seed);
    if (made) {
        made->spoken = SpokenInvite{told.front(), code};
    }
    return made;
}

Result<Node::Issued> Node::inviteByRoot(const Signer& root) {
    const Seed seed = Seed::random(m_system.randomness);
    return issued(m_journal->recordAs(root, rootInvite(Ed25519Key(seed).publicKey()), {}), seed);
}

Result<Node::Issued> Node::issued(Result<Recorded> recorded, const Seed& seed) const {
    if (!recorded) {
        return errorOf(recorded);
    }
    const auto line = encode(Invite{*m_journal->organisationId(), pins(), invitedTo(), seed});
    if (!line) {
        return errorOf(line);
    }
    return Issued{std::move(*recorded), *line};
}

void Node::setOfferTrouble(std::optional<Failure> trouble) {
    if (m_offerTrouble != trouble) {
        m_offerTrouble = std::move(trouble);
        Q_EMIT linkChanged();
    }
}

void Node::setLink(NodeLink link) {
    if (link != NodeLink::Up) {
        m_offerTrouble.reset();
        m_numberingStopped.reset();
        m_caughtUp = false;
    }
    if (m_link != link) {
        m_link = link;
        Q_EMIT linkChanged();
    }
}

void Node::opened(const SessionOpening& opening) {
    m_linkError.reset();
    m_revoked = opening.kind == SessionKind::Revoked;
    if (opening.kind == SessionKind::Member) {
        setLink(NodeLink::Up);
    }
    if (m_revoked) {
        m_linkError = Refusal{refusal::revoked};
        Q_EMIT revoked();
    }
}

void Node::addressFailed(const Address& address, const Error& why) {
    m_relay = address;
    m_linkError = why;
    m_host->connectionLost();
    setLink(NodeLink::Connecting);
    Q_EMIT linkChanged();
}

void Node::noRelayAnswered() {
    const Error why = m_linkError.value_or(Error(Failure{failure::noRelay}));
    // Whatever broke the line: for people and scripts it is that no relay was there. A wrong key is another
    // thing.
    Q_EMIT noRelay(codeOf(why) == failure::linkLost ? Error(Failure{failure::noRelay}) : why);
}

void Node::sessionEnded(const Error& why) {
    m_linkError = why;
    m_host->connectionLost();
    setLink(NodeLink::Connecting);
}

void Node::certificateShown(const CertificateDates& dates) {
    m_certificate = dates;
    Q_EMIT linkChanged();
}

std::optional<CertificateWarning> Node::certificateWarning() const {
    return m_link == NodeLink::Up && m_certificate ? warningOf(*m_certificate, m_system.clock.now())
                                                   : std::nullopt;
}

} // namespace bongsu
