#include "sync/relaysession.h"

#include "domain/base/limits.h"
#include "domain/event/proofs.h"

#include <algorithm>

namespace bongsu {

namespace {
QString latin1(const QByteArray& words) {
    return QString::fromLatin1(words);
}
} // namespace

RelaySession::RelaySession(std::unique_ptr<Link> link, const TlsPin& pin, RelayHost& host, Fanout& fanout,
                           const Surroundings& around, RelaySessionOwner& owner, Versions versions)
    : m_link(std::move(link)), m_pin(pin), m_host(host), m_fanout(fanout), m_around(around), m_owner(owner),
      m_versions(versions),
      m_blobs(host, *m_link, around.timers, [this](const Frame& frame) { send(frame); }), m_liveness(around),
      m_loginDue(around.timers), m_progressDue(around.timers) {
    m_link->setReceiver(this);
    m_loginDue.set(limits::authenticateTime, [this] { endSlow("login"); });
}

RelaySession::~RelaySession() {
    stop();
}

void RelaySession::messageArrived(const QByteArray& message) {
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

void RelaySession::linkClosed(int, const QString&) {
    stop();
    m_owner.sessionEnded(*this);
}

// Letting in

void RelaySession::take(const frame::Hello& hello) {
    if (m_stage != Stage::Greeting) {
        fault("hello again");
        return;
    }
    if (hello.org != m_host.orgId()) {
        end(closecode::loginRefused, refusal::wrongOrganisation, {});
        return;
    }
    if (!speaks(hello.versions)) {
        return;
    }
    const quint64 version = std::min(hello.versions.max, m_versions.max);
    m_stage = Stage::Challenged;
    m_catchUp.putFirst(LogId::of(hello.org));
    m_nonce = m_around.randomness.fixed<Nonce>();
    send(frame::Challenge{version, m_host.relayId(), *m_nonce, m_around.clock.now()});
}

bool RelaySession::speaks(const Versions& theirs) {
    const bool common = std::min(theirs.max, m_versions.max) >= std::max(theirs.min, m_versions.min);
    if (!common) {
        end(closecode::protocol, failure::protocol, QStringLiteral("no common version"));
    }
    return common;
}

// One question a line: whoever guesses pays for a connection each time.
void RelaySession::take(const frame::SpokenAsk& ask) {
    if (m_stage != Stage::Greeting) {
        fault("ask out of place");
        return;
    }
    if (!speaks(ask.versions)) {
        return;
    }
    m_stage = Stage::Answered;
    const auto rest = m_host.spokenRest(ask.invite, m_around.clock.now(), m_around.monotonic.elapsed());
    if (rest) {
        send(frame::SpokenRest{{*rest}});
    } else {
        end(closecode::loginRefused, codeOf(rest.error()), {});
    }
}

void RelaySession::take(const frame::Login& login) {
    judge(Claimant(login.device), login.nonce, login.signature, login.orgHead);
}

void RelaySession::take(const frame::JoinLogin& login) {
    judge(Claimant(login.invite), login.nonce, login.signature, std::nullopt);
}

void RelaySession::judge(const Claimant& claimant, const Nonce& nonce, const Signature& signature,
                         std::optional<Statement> orgHead) {
    if (m_stage != Stage::Challenged) {
        fault("login out of place");
        return;
    }
    m_stage = Stage::Judging;
    QByteArray message = loginMessage(*m_host.orgId(), m_host.relayId(), m_pin, *m_nonce, nonce);
    m_host.judgeLogin({claimant, std::move(message), signature, std::move(orgHead)},
                      m_lifeline.whileAlive([this, claimant](const Result<SessionKind>& verdict) {
                          if (m_stage == Stage::Judging) {
                              judged(claimant, verdict);
                          }
                      }));
}

void RelaySession::judged(const Claimant& claimant, const Result<SessionKind>& verdict) {
    if (verdict) {
        Q_ASSERT((*verdict == SessionKind::Joining) == std::holds_alternative<PublicKey>(claimant));
        if (m_owner.sessionProven(*this)) {
            admit(claimant, *verdict);
        } else {
            end(closecode::loginRefused, failure::busy, {});
        }
    } else if (const auto* refusal = std::get_if<Refusal>(&verdict.error())) {
        end(closecode::loginRefused, refusal->code, latin1(refusal->detail));
    } else {
        end(closecode::relayFailed, codeOf(verdict.error()), {});
    }
}

void RelaySession::admit(const Claimant& claimant, SessionKind kind) {
    m_stage = Stage::Open;
    m_claimant = claimant;
    m_kind = kind;
    m_loginDue.stop();
    m_liveness.watchPeer([this] { endSlow("silent"); });
    send(frame::Welcome{kind, isMember() ? m_host.orgTip() : std::nullopt});
    if (isMember()) {
        if (const auto stopped = m_host.numberingStopped()) {
            send(frame::Numbering{stopped->code});
        }
        m_blobs.start(std::get<DeviceId>(claimant));
        m_fanout.join(std::get<DeviceId>(claimant), *this);
    }
}

// Catching up

void RelaySession::take(const frame::Have& have) {
    if (!needsMember()) {
        return;
    }
    if (m_heldAll || m_held.size() + have.positions.size() > std::size_t(limits::logsPerPeer)) {
        fault("have");
        return;
    }
    m_held.insert(m_held.end(), have.positions.begin(), have.positions.end());
    m_heldAll = !have.more;
    if (m_heldAll) {
        m_host.compare(std::get<DeviceId>(*m_claimant), std::exchange(m_held, {}),
                       m_lifeline.whileAlive([this](const Result<std::vector<LogDifference>>& differences) {
                           if (isMember()) {
                               compared(differences);
                           }
                       }));
    }
}

void RelaySession::compared(const Result<std::vector<LogDifference>>& differences) {
    if (!differences) {
        end(closecode::relayFailed, codeOf(differences.error()), {});
        return;
    }
    for (const LogDifference& difference : *differences) {
        if (difference.sendFrom) {
            m_catchUp.lacks(difference.log, *difference.sendFrom);
        }
        if (difference.askFrom) {
            m_toAskBack.push_back({difference.log, *difference.askFrom});
        }
    }
    m_compared = true;
    m_blobs.askForLacking();
    askBackNext();
    catchUpOn();
}

bool RelaySession::mayRead() const {
    return isMember() && m_compared && !m_reading && m_window.hasRoom() &&
           m_link->queuedBytes() < limits::liveQueueBytes;
}

void RelaySession::catchUpOn() {
    // A host that answers at once makes this a loop, not a recursion.
    if (std::exchange(m_catchingUp, true)) {
        return;
    }
    while (mayRead() && !m_catchUp.empty()) {
        readNextPage();
    }
    sendPage();
    m_catchingUp = false;
    if (isMember()) {
        watchProgress(false);
        if (m_compared && m_catchUp.empty() && !m_askingBack && !std::exchange(m_saidCaughtUp, true)) {
            send(frame::CaughtUp{});
        }
    }
}

void RelaySession::readNextPage() {
    m_reading = true;
    const CatchUp::Want want = *m_catchUp.next();
    m_host.readEntries(std::get<DeviceId>(*m_claimant), want.log, want.from, onePage(),
                       m_lifeline.whileAlive([this, want](Result<EntryPage> page) {
                           m_reading = false;
                           if (isMember()) {
                               pageRead(want, std::move(page));
                               catchUpOn();
                           }
                       }));
}

void RelaySession::pageRead(const CatchUp::Want& want, Result<EntryPage> read) {
    if (!read) {
        if (std::holds_alternative<Failure>(read.error())) {
            end(closecode::relayFailed, codeOf(read.error()), {});
        } else {
            m_catchUp.forget(want.log);
            sendPage();
            m_page = frame::Entries{m_window.add(0), want.log, {}, std::nullopt, false}; // not here
        }
        return;
    }
    if (!m_catchUp.isCurrent(want)) {
        return;
    }
    sendPage();
    EntryPage page = cutToOneFrame(std::move(*read));
    m_catchUp.sent(want, page.items.size(), page.more);
    qsizetype bytes = 0;
    for (const KeptEntry& item : page.items) {
        bytes += wireSize(item);
    }
    m_page =
        frame::Entries{m_window.add(bytes), want.log, std::move(page.items), std::move(page.head), page.more};
}

// The next page is asked for first: the store reads it while this one is encoded.
void RelaySession::sendPage() {
    if (const auto page = std::exchange(m_page, std::nullopt); page && isMember()) {
        send(*page);
    }
}

void RelaySession::take(const frame::Ack& ack) {
    if (!needsMember()) {
        return;
    }
    if (!m_window.acknowledge(ack.page)) {
        fault("ack");
        return;
    }
    watchProgress(true);
    catchUpOn();
}

void RelaySession::take(const frame::Request& request) {
    if (!needsMember()) {
        return;
    }
    if (m_catchUp.size() >= std::size_t(limits::logsPerPeer)) {
        fault("requests");
        return;
    }
    m_catchUp.lacks(request.log, std::max<quint64>(1, request.fromSeq));
    catchUpOn();
}

void RelaySession::linkDrained() {
    m_blobs.linkDrained();
    if (m_progressDue.isSet()) {
        watchProgress(true);
        catchUpOn();
    }
}

// While something is on its way to a client, it has limits::stallTime to take the next bit of it.
void RelaySession::watchProgress(bool progressed) {
    const bool waiting = !m_window.empty() || m_link->queuedBytes() >= limits::liveQueueBytes;
    if (!waiting) {
        m_progressDue.stop();
    } else if (progressed || !m_progressDue.isSet()) {
        m_progressDue.set(limits::stallTime, [this] { endSlow("no progress"); });
    }
}

void RelaySession::deliver(const LiveBatch& batch) {
    if (!isMember() || !m_heldAll) {
        return; // comparing will tell
    }
    const bool queueFull = m_link->queuedBytes() >= limits::liveQueueBytes;
    if (!m_compared || queueFull || m_catchUp.standsBefore(batch.log())) {
        m_catchUp.passedOver(batch.log(), batch.from(), batch.to());
        catchUpOn();
        return;
    }
    const bool withText = m_host.mayReadText(std::get<DeviceId>(*m_claimant), batch.log());
    for (const QByteArray& frame : batch.frames(withText)) {
        sendBytes(frame);
    }
}

void RelaySession::deliverHeads(const QByteArray& frame) {
    if (isMember() && m_compared && m_link->queuedBytes() < limits::liveQueueBytes) {
        sendBytes(frame);
        m_blobs.askForLacking();
    }
}

void RelaySession::tell(const QByteArray& frame) {
    if (isMember()) {
        sendBytes(frame);
    }
}

// Blobs

void RelaySession::takeOfBlob(const auto& frame) {
    if (!needsMember()) {
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

// Asking back what a restored backup has lost

void RelaySession::askBackNext() {
    m_askingBack = !m_toAskBack.empty();
    if (m_askingBack) {
        m_askedBack = m_toAskBack.front();
        send(*m_askedBack);
        m_toAskBack.pop_front();
    }
}

void RelaySession::take(const frame::Entries& entries) {
    if (!needsMember()) {
        return;
    }
    if (!m_askedBack || m_askedBack->log != entries.log) {
        fault("entries that were not asked for");
        return;
    }
    const frame::GiveBack asked = *std::exchange(m_askedBack, std::nullopt);
    m_host.entriesGivenBack(
        std::get<DeviceId>(*m_claimant), entries.log, EntryPage{entries.items, entries.head, entries.more},
        m_lifeline.whileAlive([this, asked](std::optional<quint64> askOn) {
            if (askOn && (*askOn > asked.fromSeq || m_askedAnew.insert(asked.log).second)) {
                m_toAskBack.push_front({asked.log, *askOn});
            }
            if (isMember()) {
                askBackNext();
                catchUpOn();
            }
        }));
}

void RelaySession::take(const frame::Conflict& conflict) {
    if (needsMember()) {
        m_host.conflictShown(conflict.one, conflict.other);
    }
}

void RelaySession::take(const frame::Ping& ping) {
    if (m_stage == Stage::Open) {
        send(frame::Pong{ping.token});
    } else {
        fault("ping");
    }
}

// Sending and ending

void RelaySession::sendBytes(const QByteArray& bytes) {
    if (m_stage == Stage::Ending) {
        return;
    }
    if (m_link->queuedBytes() + bytes.size() > limits::sendQueueBytes) {
        endSlow("queue");
        return;
    }
    m_link->send(bytes);
}

bool RelaySession::needsMember() {
    if (!isMember()) {
        fault("out of place");
    }
    return isMember();
}

void RelaySession::fault(const QByteArray& what) {
    end(closecode::protocol, failure::protocol, latin1(what));
}

// Without a goodbye: it would only join the queue.
void RelaySession::endSlow(const char* why) {
    stop();
    m_link->close(closecode::tooSlow, QString::fromLatin1(why));
}

void RelaySession::end(int closeCode, const QByteArray& code, const QString& detail) {
    if (m_stage == Stage::Ending) {
        return;
    }
    send(frame::Goodbye{code, detail.left(limits::wordsBytes / 4), m_versions});
    stop();
    m_link->close(closeCode, latin1(code));
}

void RelaySession::stop() {
    if (m_stage == Stage::Ending) {
        return;
    }
    if (isMember()) {
        m_fanout.leave(std::get<DeviceId>(*m_claimant), *this);
    }
    m_stage = Stage::Ending;
    m_blobs.stop();
    m_liveness.stop();
    m_loginDue.stop();
    m_progressDue.stop();
}

} // namespace bongsu
