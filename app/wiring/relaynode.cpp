#include "wiring/relaynode.h"

#include "domain/base/limits.h"
#include "files/files.h"
#include "identity/sealedbox.h"
#include "identity/tlsidentity.h"
#include "relay/behind.h"
#include "storage/restoring.h"
#include "websocket/relayserver.h"
#include "wiring/founding.h"

#include <QFileInfo>
#include <QThread>

#include <algorithm>

namespace bongsu {

RelayFolder RelayFolder::at(const QString& path, const QString& unlock) {
    return {path, keyFileOf(path, unlock)};
}

Result<std::optional<QByteArray>> RelayFolder::keptIn(const QString& file) {
    constexpr qint64 most = 512;
    if (!QFileInfo::exists(file)) {
        return std::nullopt;
    }
    const auto bytes = files::read(file, most);
    return bytes ? Result<std::optional<QByteArray>>(bytes->trimmed()) : errorOf(bytes);
}

bool RelayFolder::holdsRoot() const {
    return QFileInfo::exists(root(1)) || QFileInfo::exists(root(2));
}

Result<std::monostate> RelayNode::create(const RelayFolder& folder, System& system) {
    HomeKeys keys = HomeKeys::withNewStoreKey(system.randomness);
    keys.relaySeed = Seed::random(system.randomness);
    keys.tlsKeyPem = newTlsKey();
    keys.nextTlsKeyPem = newTlsKey();
    keys.sealingSecret = SealingSecret::random(system.randomness);
    if (auto made = makeFolder(QFileInfo(folder.keyFile).path()); !made) {
        return made;
    }
    return createKeyFile(folder.keyFile, keys);
}

Result<QString> RelayNode::restore(const RelayFolder& folder, System& system, const QString& backup) {
    const auto lock = HomeLock::take(folder.path);
    if (!lock) {
        return errorOf(lock);
    }
    const auto keys = loadKeyFile(folder.keyFile);
    if (!keys) {
        return errorOf(keys);
    }
    const GcmKeyRing ring(keys->storeKey, system.randomness);
    const QString aside =
        QStringLiteral("%1.before-%2")
            .arg(folder.store(), QString::number(system.clock.now().time_since_epoch().count()));
    return restoreStore({backup, folder.store(), aside, {{behindSetting, "restored"}}}, ring)
        .map([&](bool wasThere) { return wasThere ? aside : QString(); });
}

Result<std::unique_ptr<RelayNode>> RelayNode::open(const RelayFolder& folder, System& system) {
    auto lock = HomeLock::take(folder.path);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    auto keys = loadKeyFile(folder.keyFile);
    if (!keys) {
        return tl::unexpected(keys.error());
    }
    if (!keys->relaySeed || !keys->tlsKeyPem || !keys->nextTlsKeyPem || !keys->sealingSecret) {
        return fail(failure::keyUnusable, "not a relay's");
    }
    auto node = std::unique_ptr<RelayNode>(new RelayNode(folder, system, std::move(*keys), std::move(*lock)));
    auto store = SqliteStore::open(folder.store(), node->m_ring);
    if (!store) {
        return tl::unexpected(store.error());
    }
    if ((*store)->isReadOnly()) {
        return fail(failure::newerStore); // a relay that can number nothing must not look like one
    }
    node->m_store = std::move(*store);
    node->m_ahead = std::make_unique<VerifyAhead>(system.verifier, std::max(1, QThread::idealThreadCount()));
    node->m_sequencer =
        std::make_unique<Sequencer>(SequencerParts{*node->m_store, system.clock, system.monotonic,
                                                   *node->m_ahead, *node->m_signingKey, node->m_ahead.get()});
    node->m_blobs = std::make_unique<BlobStock>(*node->m_store, system.clock);
    RelayNode& relay = *node;
    node->m_pen =
        std::make_unique<RelayPen>(*node->m_sequencer, system.clock, system.randomness, *node->m_signingKey);
    node->m_deliveries = std::make_unique<Deliveries>(DeliveryParts{
        *node->m_sequencer, *node->m_pen, *node->m_store, system.clock, system.timers, node->m_means,
        *node->m_signingKey, [&relay](const QByteArray& sealed, const QString& channel) {
            return relay.opened(sealed, channel);
        }});
    node->m_due = std::make_unique<DueRunner>(*node->m_sequencer, *node->m_pen, system.clock, system.timers,
                                              DueRunner::Notices::Begun);
    node->m_desk = std::make_unique<RelayDesk>(*node->m_sequencer, *node->m_blobs, *node->m_store,
                                               system.verifier, node->m_fanout);
    return node;
}

RelayNode::RelayNode(const RelayFolder& folder, System& system, HomeKeys keys, std::unique_ptr<HomeLock> lock)
    : m_folder(folder), m_system(system), m_keys(std::move(keys)), m_lock(std::move(lock)),
      m_signingKey(std::make_unique<Ed25519Key>(*m_keys.relaySeed)),
      m_ring(m_keys.storeKey, system.randomness),
      // As every program of OpenSSL's: an organisation's own authority, where its servers are by one.
      m_transport({.authorities = qgetenv("SSL_CERT_FILE")}), m_means{m_transport, system.clock,
                                                                      system.randomness} {}

std::optional<ChannelSecrets> RelayNode::opened(const QByteArray& sealed, const QString& channel) const {
    const OrgId org = *m_sequencer->ledger().organisation().id;
    auto plain = openSealed(*m_keys.sealingSecret, sealed, boundSecret(org, m_sequencer->relay(), channel));
    if (!plain) {
        return std::nullopt;
    }
    auto secrets = decodeSecrets(*plain);
    wipe(*plain);
    return secrets;
}

RelayNode::~RelayNode() {
    close();
}

void RelayNode::start(Opened done) {
    m_sequencer->open([this, done = std::move(done)](const Result<std::monostate>& opened) {
        if (!opened) {
            done(opened);
            return;
        }
        m_blobs->open([this, done](const Result<std::monostate>& blobs) {
            if (!blobs) {
                done(blobs);
                return;
            }
            m_deliveries->open([this, done](const Outcome& ledger) {
                done(ledger);
                if (ledger) {
                    m_due->look();
                }
            });
        });
    });
}

RelayKeys RelayNode::relayKeys() const {
    return {m_signingKey->publicKey(),
            {*pinOfTlsKey(*m_keys.tlsKeyPem), *pinOfTlsKey(*m_keys.nextTlsKeyPem)},
            sealingKeyOf(*m_keys.sealingSecret)};
}

Result<quint16> RelayNode::listen(const Address& address) {
    const Moment from = m_system.clock.now() - std::chrono::days(1);
    const auto certificate = selfSignedCertificate(*m_keys.tlsKeyPem, {}, from);
    if (!certificate) {
        return tl::unexpected(certificate.error());
    }
    m_server = std::make_unique<RelayServer>(*m_desk, m_fanout, m_system.surroundings(),
                                             TlsKeys{*m_keys.tlsKeyPem, certificate->pem, certificate->pin});
    auto port = m_server->listen(address);
    if (port) {
        m_certificate = CertificateDates{from, certificate->notAfter};
        m_desk->keepTellingHeads(m_system.timers);
    }
    return port;
}

Result<quint16> RelayNode::listenForReplies(quint16 port) {
    Pager& pager = m_deliveries->pager();
    auto replies =
        ReplyPort::listen(port, pager.replyKey(), [&pager](const Reply& reply, ReplyPort::Answer answer) {
            pager.hear(reply.from, reply.text, std::move(answer));
        });
    if (!replies) {
        return errorOf(replies);
    }
    m_replies = std::move(*replies);
    return m_replies->port();
}

void RelayNode::close() {
    m_replies.reset();
    m_server.reset();
    m_certificate.reset();
}

std::unique_ptr<RelaySession> RelayNode::serve(std::unique_ptr<Link> link, RelaySessionOwner& owner) {
    return std::make_unique<RelaySession>(std::move(link), relayKeys().pins.front(), *m_desk, m_fanout,
                                          m_system.surroundings(), owner);
}

int RelayNode::sessions() const {
    return int(m_fanout.size());
}

std::vector<Address> RelayNode::advertised() const {
    std::vector<Address> addresses;
    for (const QString& text :
         m_sequencer->texts().relayAddresses(m_sequencer->ledger().organisation(), m_sequencer->relay())) {
        if (const auto address = addressFromText(text)) {
            addresses.push_back(*address);
        }
    }
    return addresses;
}

} // namespace bongsu
