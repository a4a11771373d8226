#include "sync/world.h"

#include "domain/base/limits.h"

#include <QTest>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

QByteArray codeOfEnd(const Connection& connection) {
    return connection.end ? codeOf(connection.end->why) : "open";
}
QByteArray detailOfEnd(const Connection& connection) {
    return std::visit([](const auto& error) { return error.detail; }, connection.end->why);
}
bool isRefused(const Connection& connection) {
    return std::holds_alternative<Refusal>(connection.end->why);
}

QByteArray unknownFrame(quint64 flags) {
    CborWriter out;
    out.array(3).unsignedInteger(99).unsignedInteger(flags).text(u"later");
    return out.take();
}

} // namespace

class TestLogin final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aKnownDeviceIsLetIn() {
        World world;
        world.relay.fill(sampleOrgLog, 3);
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        QVERIFY(connection.client->isOpen());
        QCOMPARE(desktop.openings.size(), std::size_t(1));
        const SessionOpening& opening = desktop.openings.front();
        QCOMPARE(opening.kind, SessionKind::Member);
        QVERIFY(opening.relay == world.relay.relayId());
        QVERIFY(opening.orgTip == world.relay.organisation().at(3));
        QVERIFY(opening.relayClock > Moment(Millis(1'665'814'739'000)));
        QCOMPARE(desktop.held(sampleOrgLog), std::size_t(3));
        QCOMPARE(desktop.caughtUps, 1);
        QCOMPARE(world.relay.fanout.size(), std::size_t(1));
        connection.client->close();
        world.pass(Millis(200));
        QVERIFY(connection.end->wasOpen);
        QCOMPARE(world.relay.fanout.size(), std::size_t(0));
        QVERIFY(world.relay.ended.contains(connection.relaySide.get()));
    }

    void strangersAreNot() {
        World world;
        FakeDesktop stranger(1, sampleOrg);
        Connection& connection = world.connect(stranger);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(refusal::unknownDevice));
        QVERIFY(isRefused(connection));
        QVERIFY(!connection.end->wasOpen);
        QVERIFY(stranger.openings.empty());
    }

    void aSignatureForAnotherTlsKeyIsWorthNothing() {
        World world;
        world.seenPin = numbered<TlsPin>(12); // somebody in between
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(refusal::badSignature));
    }

    void aLoginReplayedOnAnotherConnectionIsWorthNothing() {
        World world;
        const HashSigner device(1);
        RawPeer& first = world.connectRawMember(device);
        QVERIFY(first.last<frame::Welcome>());
        RawPeer& second = world.connectRaw();
        second.send(frame::Hello{{}, sampleOrg, QString()});
        world.pass(Millis(20));
        const auto nonce = numbered<Nonce>(7);
        const QByteArray message = loginMessage(sampleOrg, world.relay.relayId(), world.pin,
                                                first.last<frame::Challenge>()->nonce, nonce);
        second.send(frame::Login{deviceIdOf(device.publicKey()), nonce, device.sign(message), std::nullopt});
        world.pass(Millis(50));
        QCOMPARE(second.last<frame::Goodbye>()->code, QByteArray(refusal::badSignature));
        QCOMPARE(second.closedWith, closecode::loginRefused);
        QVERIFY(!first.closedWith);
    }

    void anotherOrganisationIsRefused() {
        World world;
        FakeDesktop desktop(1, numbered<OrgId>(99));
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(refusal::wrongOrganisation));
    }

    void theHighestCommonVersionIsTaken() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.relay.allow(desktop.key);
        Connection& connection = world.connect(desktop, {{1, 5}, {}}, {1, 3});
        world.pass(Millis(200));
        QVERIFY(connection.client->isOpen());
    }

    void versionsWithoutACommonOneNameBothSides_data() {
        QTest::addColumn<int>("client");
        QTest::addColumn<int>("relay");
        QTest::newRow("newer desktop") << 2 << 1;
        QTest::newRow("newer relay") << 1 << 2;
    }
    void versionsWithoutACommonOneNameBothSides() {
        QFETCH(int, client);
        QFETCH(int, relay);
        World world;
        FakeDesktop desktop(1, sampleOrg);
        world.relay.allow(desktop.key);
        const Versions ours{quint64(client), quint64(client)};
        const Versions relays{quint64(relay), quint64(relay)};
        Connection& connection = world.connect(desktop, {ours, {}}, relays);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::protocol));
        const QByteArray said = QStringLiteral("ours %1..%1, relay's %2..%2").arg(client).arg(relay).toUtf8();
        QVERIFY2(detailOfEnd(connection).contains(said), detailOfEnd(connection).constData());
    }

    void aRelayThatChoosesAVersionWeDoNotSpeakIsLeft() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection connection;
        RawPeer& relay = world.connectToRawRelay(desktop, connection);
        relay.send(frame::Challenge{2, numbered<DeviceId>(1), numbered<Nonce>(1), Moment(Millis(0))});
        world.pass(Millis(50));
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::protocol));
        QCOMPARE(relay.closedWith, closecode::protocol);
        QCOMPARE(relay.count<frame::Login>(), 0);
    }

    void anInviteAllowsOneDeviceAndItsVerdict() {
        World world;
        world.relay.fill(sampleOrgLog, 5);
        const HashSigner invite(50);
        world.relay.invites.insert(invite.publicKey());
        FakeDesktop joiner(1, sampleOrg);
        joiner.invite = invite.publicKey();
        joiner.inviteKey = &invite;
        joiner.add(makeOffer(joiner.key, sampleOrg, sampleOrgLog, 1,
                             DeviceAdded{joiner.key.publicKey(), invite.publicKey(), Signature::zeros()},
                             {}));
        Connection& connection = world.connect(joiner);
        world.pass(Millis(200));
        QCOMPARE(joiner.openings.front().kind, SessionKind::Joining);
        QVERIFY(!joiner.openings.front().orgTip); // nothing is told to whoever only holds an invite
        QCOMPARE(joiner.taken.size(), std::size_t(1));
        QVERIFY(joiner.arrivals.empty());
        QCOMPARE(world.relay.organisation().tipSeq(), quint64(6));
        QVERIFY(connection.client->isOpen());
        // A second event, even of the right kind, is too many.
        joiner.add(makeOffer(joiner.key, sampleOrg, sampleOrgLog, 2, DeviceAdded{}, {}));
        connection.client->offersChanged();
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::protocol));
        QCOMPARE(world.relay.organisation().tipSeq(), quint64(6));
    }

    void aJoinWhoseAnswerWasLostIsTakenTheSecondTime() {
        World world;
        const HashSigner invite(50);
        world.relay.invites.insert(invite.publicKey());
        FakeDesktop joiner(1, sampleOrg);
        joiner.invite = invite.publicKey();
        joiner.inviteKey = &invite;
        joiner.add(makeOffer(joiner.key, sampleOrg, sampleOrgLog, 1,
                             DeviceAdded{joiner.key.publicKey(), invite.publicKey(), Signature::zeros()},
                             {}));
        Connection& first = world.connect(joiner);
        QVERIFY(world.time.passUntil([&] { return world.relay.organisation().tipSeq() == 1; }));
        first.clientLink->cut();
        world.pass(Millis(100));
        QVERIFY(joiner.taken.empty());
        world.connect(joiner);
        world.pass(Millis(200));
        QCOMPARE(joiner.taken.size(), std::size_t(1));
        QCOMPARE(world.relay.organisation().tipSeq(), quint64(1));
    }

    void aJoinerMayDoNothingElse_data() {
        QTest::addColumn<int>("what");
        QTest::newRow("note") << 0;
        QTest::newRow("have") << 1;
        QTest::newRow("request") << 2;
        QTest::newRow("two at once") << 3;
        QTest::newRow("entries") << 4;
        QTest::newRow("conflict") << 5;
    }
    void aJoinerMayDoNothingElse() {
        QFETCH(int, what);
        World world;
        world.relay.fill(sampleOrgLog, 2);
        const HashSigner invite(50);
        const HashSigner device(1);
        world.relay.invites.insert(invite.publicKey());
        RawPeer& peer = world.connectRaw();
        peer.send(frame::Hello{{}, sampleOrg, QString()});
        world.pass(Millis(20));
        const auto nonce = numbered<Nonce>(7);
        const QByteArray message = loginMessage(sampleOrg, world.relay.relayId(), world.pin,
                                                peer.last<frame::Challenge>()->nonce, nonce);
        peer.send(frame::JoinLogin{invite.publicKey(), nonce, invite.sign(message)});
        world.pass(Millis(20));
        QCOMPARE(peer.last<frame::Welcome>()->kind, SessionKind::Joining);
        const OfferedEvent note{makeNote(device, sampleOrg, sampleOrgLog, 1), std::nullopt};
        const OfferedEvent added{makeOffer(device, sampleOrg, sampleOrgLog, 1, DeviceAdded{}, {}),
                                 std::nullopt};
        const Statement head = world.relay.organisation().head();
        const std::vector<Frame> attempts{frame::Offers{1, 1, {note}},
                                          frame::Have{{}, false},
                                          frame::Request{sampleOrgLog, 1},
                                          frame::Offers{1, 1, {added, added}},
                                          frame::Entries{0, sampleOrgLog, {}, head, false},
                                          frame::Conflict{head, head}};
        peer.send(attempts.at(std::size_t(what)));
        world.pass(Millis(50));
        QCOMPARE(peer.closedWith, closecode::protocol);
        QCOMPARE(peer.count<frame::Entries>(), 0);
        QCOMPARE(peer.count<frame::Taken>(), 0);
    }

    void anUnknownInviteIsRefused() {
        World world;
        const HashSigner invite(50);
        FakeDesktop joiner(1, sampleOrg);
        joiner.invite = invite.publicKey();
        joiner.inviteKey = &invite;
        Connection& connection = world.connect(joiner);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(refusal::inviteUnknown));
    }

    void aRevokedDeviceHearsInSignedWordsThatNothingIsAccepted() {
        World world;
        world.relay.fill(sampleOrgLog, 5);
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(sampleOrgLog);
        desktop.write(sampleOrgLog);
        world.relay.revoked.insert(desktop.device());
        world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(desktop.openings.front().kind, SessionKind::Revoked);
        QCOMPARE(desktop.refusals.size(), std::size_t(2));
        QCOMPARE(desktop.refusals.front().code, QByteArray(refusal::revoked));
        QVERIFY(desktop.outbox.empty());
        QVERIFY(desktop.arrivals.empty());
        QCOMPARE(world.relay.fanout.size(), std::size_t(0));
    }

    void aDeviceRevokedWhileConnectedIsSentAway() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        world.relay.fanout.endDevice(desktop.device(), closecode::revoked, refusal::revoked);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(refusal::revoked));
        QVERIFY(isRefused(connection));
    }

    void aNewerSessionOfADeviceEndsTheOlder() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& first = world.connectMember(desktop);
        world.pass(Millis(200));
        Connection& second = world.connect(desktop);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(first), QByteArray(failure::replaced));
        QVERIFY(second.client->isOpen());
        QCOMPARE(world.relay.fanout.size(), std::size_t(1));
        world.relay.write(sampleOrgLog);
        world.pass(Millis(200));
        QCOMPARE(desktop.held(sampleOrgLog), std::size_t(1));
    }

    void aFullRelaySaysSo() {
        World world;
        world.relay.hasRoom = false;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::busy));
        QVERIFY(!isRefused(connection));
    }

    void aStoppingRelaySaysSo() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        world.relay.fanout.endAll(closecode::relayStops, failure::stopped);
        world.pass(Millis(200));
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::stopped));
    }

    void theNewestOrganisationHeadIsShownEvenByAStranger() {
        World world;
        world.relay.fill(sampleOrgLog, 5);
        FakeDesktop desktop(1, sampleOrg);
        desktop.hold(world.relay.organisation(), 5);
        desktop.logs[sampleOrgLog].head = world.relay.organisation().head();
        world.connect(desktop); // restored from before this device was added
        world.pass(Millis(200));
        QCOMPARE(world.relay.shownHeads.size(), std::size_t(1));
        QCOMPARE(decodeHead(world.relay.shownHeads.front().bytes)->seq, quint64(5));
    }

    void silenceBeforeLoginEndsAfterFiveSeconds() {
        World world;
        RawPeer& silent = world.connectRaw();
        world.pass(limits::authenticateTime - Millis(1));
        QVERIFY(!silent.closedWith);
        world.pass(Millis(20));
        QCOMPARE(silent.closedWith, closecode::tooSlow);
        RawPeer& hello = world.connectRaw();
        hello.send(frame::Hello{{}, sampleOrg, QString()});
        world.pass(limits::authenticateTime + Millis(20));
        QCOMPARE(hello.closedWith, closecode::tooSlow);

        FakeDesktop desktop(1, sampleOrg);
        Connection connection;
        world.connectToRawRelay(desktop, connection);
        world.pass(limits::authenticateTime + Millis(20));
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::tooSlow));
    }

    void idleSessionsLiveOn() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(std::chrono::hours(3));
        QVERIFY(connection.client->isOpen());
    }

    void deadLinesAreNoticedAtBothEnds() {
        World world;
        FakeDesktop desktop(1, sampleOrg);
        Connection& connection = world.connectMember(desktop);
        world.pass(Millis(200));
        world.network = [](const std::function<void()>&) {}; // everything is lost from now on, the close too
        world.pass(limits::deadAfter + Millis(50));
        QCOMPARE(world.relay.fanout.size(), std::size_t(0));
        QVERIFY(!connection.client->isOpen());
    }

    void unknownFramesAreSkippedIfFlaggedAtBothEnds() {
        World world;
        const HashSigner device(1);
        RawPeer& peer = world.connectRawMember(device);
        peer.link->send(unknownFrame(1));
        world.pass(Millis(20));
        QVERIFY(!peer.closedWith);
        peer.link->send(unknownFrame(0));
        world.pass(Millis(20));
        QCOMPARE(peer.closedWith, closecode::protocol);
        QVERIFY(peer.last<frame::Goodbye>()->detail.contains(QStringLiteral("99")));

        FakeDesktop desktop(2, sampleOrg);
        Connection connection;
        RawPeer& relay = world.connectToRawRelay(desktop, connection);
        relay.link->send(unknownFrame(1));
        world.pass(Millis(20));
        QVERIFY(!connection.end);
        relay.link->send(unknownFrame(0));
        world.pass(Millis(20));
        QCOMPARE(relay.closedWith, closecode::protocol);
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::protocol));
    }

    // Every frame at every moment at which it does not belong closes with 4400, and nothing is answered.
    void framesOutOfPlaceEndTheSession_data() {
        QTest::addColumn<QByteArray>("frame");
        QTest::addColumn<bool>("loggedIn");
        const Statement head = SampleHeads::one();
        const OfferedEvent note{makeNote(HashSigner(1), sampleOrg, sampleOrgLog, 1), std::nullopt};
        const std::vector<std::pair<const char*, Frame>> frames{
            {"hello", frame::Hello{{}, sampleOrg, QString()}},
            {"challenge", frame::Challenge{1, numbered<DeviceId>(1), numbered<Nonce>(1), Moment(Millis(0))}},
            {"login",
             frame::Login{numbered<DeviceId>(1), numbered<Nonce>(1), numbered<Signature>(1), std::nullopt}},
            {"join", frame::JoinLogin{numbered<PublicKey>(1), numbered<Nonce>(1), numbered<Signature>(1)}},
            {"welcome", frame::Welcome{SessionKind::Member, std::nullopt}},
            {"entries", frame::Entries{0, sampleOrgLog, {}, head, false}},
            {"ack", frame::Ack{1}},
            {"caughtUp", frame::CaughtUp{}},
            {"heads", frame::Heads{{head}}},
            {"taken", frame::Taken{numbered<EventId>(1), sampleOrgLog, EpochId::of(sampleOrg), 1}},
            {"refused", frame::Refused{head}},
            {"failed", frame::Failed{1, numbered<EventId>(1), failure::full}},
            {"giveBack", frame::GiveBack{sampleOrgLog, 1}},
            {"pong", frame::Pong{1}},
            {"have", frame::Have{{}, false}},
            {"offers", frame::Offers{1, 1, {note}}},
            {"request", frame::Request{sampleOrgLog, 1}},
            {"conflict", frame::Conflict{head, head}},
            {"ping", frame::Ping{1}},
        };
        static const QByteArrayList fineAtFirst{"hello"};
        static const QByteArrayList fineOnceIn{"have", "offers", "request", "conflict", "ping"};
        for (const auto& [name, frame] : frames) {
            if (!fineAtFirst.contains(name)) {
                QTest::addRow("%s at first", name) << encode(frame) << false;
            }
            if (!fineOnceIn.contains(name)) {
                QTest::addRow("%s once in", name) << encode(frame) << true;
            }
        }
    }
    void framesOutOfPlaceEndTheSession() {
        QFETCH(QByteArray, frame);
        QFETCH(bool, loggedIn);
        World world;
        const HashSigner device(1);
        RawPeer& peer = loggedIn ? world.connectRawMember(device) : world.connectRaw();
        const auto answers = peer.frames.size();
        peer.link->send(frame);
        world.pass(Millis(20));
        QCOMPARE(peer.closedWith, closecode::protocol);
        QCOMPARE(peer.frames.size(), answers + 1);
        QCOMPARE(peer.last<frame::Goodbye>()->code, QByteArray(failure::protocol));
        QCOMPARE(world.relay.judged, quint64(0));
    }

    void aClientLeavesARelayThatSendsFramesOutOfPlace_data() {
        QTest::addColumn<QByteArray>("frame");
        const Statement head = SampleHeads::one();
        QTest::newRow("welcome") << encode(frame::Welcome{SessionKind::Member, std::nullopt});
        QTest::newRow("entries") << encode(frame::Entries{0, sampleOrgLog, {}, head, false});
        QTest::newRow("heads") << encode(frame::Heads{{head}});
        QTest::newRow("taken") << encode(
            frame::Taken{numbered<EventId>(1), sampleOrgLog, EpochId::of(sampleOrg), 1});
        QTest::newRow("giveBack") << encode(frame::GiveBack{sampleOrgLog, 1});
        QTest::newRow("hello") << encode(frame::Hello{{}, sampleOrg, QString()});
        QTest::newRow("noise") << QByteArray("noise");
    }
    void aClientLeavesARelayThatSendsFramesOutOfPlace() {
        QFETCH(QByteArray, frame);
        World world;
        FakeDesktop desktop(1, sampleOrg);
        desktop.write(sampleOrgLog);
        Connection connection;
        RawPeer& relay = world.connectToRawRelay(desktop, connection);
        relay.link->send(frame);
        world.pass(Millis(20));
        QCOMPARE(relay.closedWith, closecode::protocol);
        QCOMPARE(codeOfEnd(connection), QByteArray(failure::protocol));
        QVERIFY(desktop.arrivals.empty() && desktop.heads.empty() && desktop.taken.empty() &&
                desktop.sent.empty());
    }

  private:
    struct SampleHeads {
        static Statement one() {
            static const HashSigner relay(1001);
            SampleLog log(sampleOrg, sampleOrgLog, EpochId::of(sampleOrg), relay);
            log.append(makeNote(HashSigner(1), sampleOrg, sampleOrgLog, 1));
            return log.head();
        }
    };
};

QTEST_APPLESS_MAIN(TestLogin)
#include "test_login.moc"
