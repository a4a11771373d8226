#include "sync/clientsession.h"

#include "domain/base/limits.h"
#include "domain/base/stopdetail.h"
#include "domain/event/proofs.h"

#include <algorithm>

namespace bongsu {

namespace {

QByteArray wordsOf(const Versions& versions) {
    return QByteArray::number(versions.min) + ".." + QByteArray::number(versions.max);
}

std::optional<Statement> headOf(const LogId& log, const std::vector<Position>& positions) {
    const auto place =
        std::find_if(positions.begin(), positions.end(), [&](const Position& p) { return p.log == log; });
    return place == positions.end() ? std::nullopt : place->head;
}

// Whether a goodbye says no to who we are, rather than that something does not work.
bool isRefusal(const QByteArray& code) {
    static constexpr const char* codes[] = {refusal::unknownDevice, refusal::revoked, refusal::badSignature,
                                            refusal::inviteUnknown, refusal::wrongOrganisation};
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

// What a close without a goodbye means.
Error reasonOf(int closeCode, const QString& reason) {
    switch (closeCode) {
    case closecode::protocol:
        return Failure{failure::protocol, reason.toUtf8()};
    case closecode::tooSlow:
        return Failure{failure::tooSlow, reason.toUtf8()};
    case closecode::replaced:
        return Failure{failure::replaced};
    case closecode::relayStops:
        return Failure{failure::stopped, stopdetail::closed};
    default:
        return Failure{failure::linkLost, QByteArray::number(closeCode)};
    }
}

} // namespace

ClientSession::ClientSession(std::unique_ptr<Link> link, const TlsPin& pin, ClientHost& host,
                             const Surroundings& around, Settings settings, Ended ended)
    : m_link(std::move(link)), m_pin(pin), m_host(host), m_around(around), m_settings(std::move(settings)),
      m_ended(std::move(ended)), m_offers(host), m_retryBackoff(around.randomness),
      m_blobs(
          host, *m_link, [this](const Frame& frame) { send(frame); }, around),
      m_liveness(around), m_welcomeDue(around.timers), m_catchUpDue(around.timers),
      m_verdictDue(around.timers), m_retry(around.timers) {
    m_link->setReceiver(this);
}

void ClientSession::start() {
    Q_ASSERT(m_stage == Stage::Idle);
    m_stage = Stage::Greeting;
    m_welcomeDue.set(limits::authenticateTime, [this] {
        end(closecode::tooSlow, Failure{failure::tooSlow, "login"});
    });
    send(frame::Hello{m_settings.versions, m_host.orgId(), m_settings.software});
}

void ClientSession::close() {
    end(closecode::done, Failure{failure::linkLost, "closed"});
}

void ClientSession::messageArrived(const QByteArray& message) {
    if (m_stage == Stage::Ending) {
        return;
    }
    m_liveness.heard();
    const auto frame = decodeFrame(message);
    if (!frame) {
        fault(std::get<Refusal>(frame.error()).detail);
        return;
    }
    std::visit([this](const auto& known) { take(known); }, *frame);
}

void ClientSession::linkDrained() {
    m_blobs.linkDrained();
    if (m_link->queuedBytes() > 0) {
        catchUpProgressed(); // a long `have` on a thin line; a lone ping is no progress
    }
}

void ClientSession::linkClosed(int code, const QString& reason) {
    const bool wasOpen = m_opening.has_value();
    m_stage = Stage::Ending;
    m_liveness.stop();
    m_blobs.stop();
    m_ended({m_why.value_or(reasonOf(code, reason)), wasOpen});
}

void ClientSession::take(const frame::Challenge& challenge) {
    if (!needs(Stage::Greeting)) {
        return;
    }
    if (challenge.version < m_settings.versions.min || challenge.version > m_settings.versions.max) {
        fault("version " + QByteArray::number(challenge.version));
        return;
    }
    m_stage = Stage::ProvingSelf;
    m_relay = challenge.relay;
    m_relayClock = challenge.clock;
    const Nonce nonce = m_around.randomness.fixed<Nonce>();
    const OrgId org = m_host.orgId();
    const Signature signature =
        m_host.signLogin(loginMessage(org, challenge.relay, m_pin, challenge.nonce, nonce));
    const Claimant claimant = m_host.claimant();
    if (const auto* invite = std::get_if<PublicKey>(&claimant)) {
        send(frame::JoinLogin{*invite, nonce, signature});
    } else {
        send(frame::Login{std::get<DeviceId>(claimant), nonce, signature,
                          headOf(LogId::of(org), m_host.positions())});
    }
}

void ClientSession::take(const frame::Welcome& welcome) {
    if (!needs(Stage::ProvingSelf)) {
        return;
    }
    m_welcomeDue.stop();
    m_stage = Stage::Open;
    m_opening = SessionOpening{welcome.kind, *m_relay, m_relayClock, welcome.orgTip};
    m_liveness.watchPeer([this] { end(closecode::tooSlow, Failure{failure::tooSlow, "silent"}); });
    m_liveness.keepTalking([this] { send(frame::Ping{0}); });
    if (isMember()) {
        sendPositions();
        awaitCatchUp();
    }
    m_host.sessionOpened(*m_opening);
    sendOffers();
    if (isMember()) {
        m_blobs.start();
    }
}

void ClientSession::sendPositions() {
    const std::vector<Position> positions = m_host.positions();
    std::span<const Position> left(positions);
    do {
        const std::size_t count = fittingCount(left);
        frame::Have have{{left.begin(), left.begin() + qsizetype(count)}, count < left.size()};
        left = left.subspan(count);
        send(have);
    } while (!left.empty());
}

// Until it has caught up a client waits: were `have` lost, the line would stay alive and bring nothing.
void ClientSession::awaitCatchUp() {
    m_catchUpDue.set(limits::stallTime, [this] {
        end(closecode::tooSlow, Failure{failure::tooSlow, "catching up"});
    });
}

void ClientSession::catchUpProgressed() {
    if (m_catchUpDue.isSet()) {
        awaitCatchUp();
    }
}

void ClientSession::take(const frame::Goodbye& goodbye) {
    QByteArray detail = goodbye.detail.toUtf8();
    if (goodbye.code == failure::protocol) {
        detail =
            "ours " + wordsOf(m_settings.versions) + ", relay's " + wordsOf(goodbye.versions) + " " + detail;
    }
    m_why =
        isRefusal(goodbye.code) ? Error(Refusal{goodbye.code, detail}) : Error(Failure{goodbye.code, detail});
}

void ClientSession::take(const frame::Entries& entries) {
    if (!needs(Stage::Open) || (entries.page != frame::Entries::live && entries.page <= m_acknowledged)) {
        return;
    }
    if (++m_unhandled > limits::unhandledFrames) {
        end(closecode::tooSlow, Failure{failure::tooSlow, "unhandled"});
        return;
    }
    if (entries.page != frame::Entries::live) {
        catchUpProgressed();
    }
    m_host.entriesArrived(entries.log, EntryPage{entries.items, entries.head, entries.more},
                          m_lifeline.whileAlive([this, page = entries.page] { pageHandled(page); }));
}

void ClientSession::pageHandled(quint64 page) {
    --m_unhandled;
    if (page == frame::Entries::live || m_stage != Stage::Open) {
        return;
    }
    // An acknowledgement counts for all pages before it: never past one that is still with the host.
    if (page > m_acknowledged) {
        m_handledPages.insert(page);
    }
    const quint64 before = m_acknowledged;
    while (m_handledPages.erase(m_acknowledged + 1) > 0) {
        ++m_acknowledged;
    }
    if (m_acknowledged > before) {
        catchUpProgressed();
        send(frame::Ack{m_acknowledged});
    }
}

void ClientSession::take(const frame::CaughtUp&) {
    if (needs(Stage::Open)) {
        m_catchUpDue.stop();
        m_host.caughtUp();
    }
}

void ClientSession::take(const frame::Heads& heads) {
    if (needs(Stage::Open)) {
        m_host.headsArrived(heads.heads);
    }
}

void ClientSession::take(const frame::Conflict& conflict) {
    if (needs(Stage::Open)) {
        m_host.conflictShown(conflict.one, conflict.other);
    }
}

void ClientSession::take(const frame::GiveBack& giveBack) {
    if (!needs(Stage::Open) || std::exchange(m_givingBack, true)) {
        return;
    }
    m_host.readEntries(
        giveBack.log, giveBack.fromSeq, onePage(),
        m_lifeline.whileAlive([this, log = giveBack.log](Result<EntryPage> page) {
            m_givingBack = false;
            // What cannot be read is not given back; the relay asks others too.
            EntryPage given = cutToOneFrame(page ? std::move(*page) : EntryPage{});
            send(frame::Entries{frame::Entries::live, log, std::move(given.items), given.head, given.more});
        }));
}

void ClientSession::offersChanged() {
    sendOffers();
    m_blobs.changed();
}

void ClientSession::takeOfBlob(const auto& frame) {
    if (!needs(Stage::Open)) {
        return;
    }
    if constexpr (std::is_same_v<decltype(m_blobs.take(frame)), bool>) {
        if (!m_blobs.take(frame)) {
            fault("a chunk nobody asked for");
        }
    } else {
        m_blobs.take(frame);
    }
}

void ClientSession::sendOffers() {
    while (isOpen()) {
        const auto offers = m_offers.next();
        if (!offers) {
            break;
        }
        send(*offers);
        if (!m_verdictDue.isSet()) {
            verdictArrived();
        }
    }
}

// Also called when the first offers go: the time to the next verdict begins.
void ClientSession::verdictArrived() {
    if (m_offers.isWaiting()) {
        m_verdictDue.set(limits::stallTime, [this] {
            end(closecode::tooSlow, Failure{failure::tooSlow, "verdict"});
        });
    } else {
        m_verdictDue.stop();
    }
}

void ClientSession::take(const frame::Taken& taken) {
    if (!needs(Stage::Open)) {
        return;
    }
    m_retryBackoff.reset();
    m_offers.settled(taken.event);
    verdictArrived();
    m_host.offerTaken(taken.event, {taken.log, taken.epoch, taken.seq});
    sendOffers();
}

void ClientSession::take(const frame::Refused& refused) {
    if (!needs(Stage::Open)) {
        return;
    }
    const auto record = decodeRefusal(refused.refusal.bytes);
    if (!record) {
        fault("refusal");
        return;
    }
    m_offers.settled(record->event);
    verdictArrived();
    m_host.offerRefused(refused.refusal);
    sendOffers();
}

void ClientSession::take(const frame::Failed& failed) {
    if (!needs(Stage::Open)) {
        return;
    }
    if (m_offers.failed(failed.run)) {
        offerAgainLater();
    }
    verdictArrived();
    m_host.offerFailed(failed.event, failed.code);
    m_blobs.changed(); // it may have been for want of one
}

// Who has waited for minutes need not wait for the rest of them once the relay numbers again; not all at
// once.
void ClientSession::take(const frame::Numbering& numbering) {
    if (!needs(Stage::Open)) {
        return;
    }
    if (!numbering.stopped && m_retry.isSet()) {
        m_retryBackoff.reset();
        offerAgainLater();
    }
    m_host.numberingTold(numbering.stopped);
}

void ClientSession::offerAgainLater() {
    m_retry.set(m_retryBackoff.next(), [this] {
        m_offers.beginAgain();
        sendOffers();
    });
}

void ClientSession::request(const LogId& log, quint64 fromSeq) {
    if (isMember()) {
        send(frame::Request{log, fromSeq});
    }
}

void ClientSession::reportConflict(const Statement& one, const Statement& other) {
    if (isMember()) {
        send(frame::Conflict{one, other});
    }
}

void ClientSession::send(const Frame& frame) {
    m_liveness.said();
    m_link->send(encode(frame));
}

bool ClientSession::needs(Stage stage) {
    if (m_stage != stage && m_stage != Stage::Ending) {
        fault("out of place");
    }
    return m_stage == stage;
}

void ClientSession::fault(const QByteArray& what) {
    end(closecode::protocol, Failure{failure::protocol, what});
}

void ClientSession::end(int closeCode, Error why) {
    if (m_stage == Stage::Ending) {
        return;
    }
    m_stage = Stage::Ending;
    m_liveness.stop();
    m_welcomeDue.stop();
    m_catchUpDue.stop();
    m_verdictDue.stop();
    m_retry.stop();
    m_blobs.stop();
    if (!m_why) {
        m_why = std::move(why);
    }
    m_link->close(closeCode, QString::fromUtf8(codeOf(*m_why)));
}

} // namespace bongsu
