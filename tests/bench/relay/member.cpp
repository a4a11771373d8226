#include "relay/member.h"

#include "domain/event/compose.h"
#include "domain/event/proofs.h"

#include <chrono>

namespace bongsu::bench {

namespace {

Moment now() {
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

template <class Expected>
Expected next(Line& line) {
    for (;;) {
        const auto frame = decodeFrame(line.receive());
        if (!frame) {
            qFatal("the relay says nothing that can be read");
        }
        if (const auto* expected = std::get_if<Expected>(&*frame)) {
            return *expected;
        }
        if (const auto* goodbye = std::get_if<frame::Goodbye>(&*frame)) {
            qFatal("the relay says goodbye: %s", goodbye->code.constData());
        }
    }
}

} // namespace

QByteArray hello(const Scene& scene) {
    return encode(frame::Hello{{}, scene.org, QStringLiteral("bench")});
}

QByteArray login(const Scene& scene, const Ed25519Key& key, const frame::Challenge& challenge) {
    const Nonce nonce = Nonce::zeros();
    const QByteArray message = loginMessage(scene.org, scene.relay, scene.pin, challenge.nonce, nonce);
    return encode(frame::Login{deviceIdOf(key.publicKey()), nonce, key.sign(message), std::nullopt});
}

QByteArray have(const std::vector<Position>& held) {
    return encode(frame::Have{held, false});
}

std::vector<Position> enter(Line& line, const Scene& scene, int member, std::vector<Position> held) {
    line.send(hello(scene));
    line.send(login(scene, memberKey(member), next<frame::Challenge>(line)));
    next<frame::Welcome>(line);
    line.send(have(held));
    for (;;) {
        const auto frame = decodeFrame(line.receive());
        if (!frame || std::holds_alternative<frame::CaughtUp>(*frame)) {
            return held;
        }
        const auto* entries = std::get_if<frame::Entries>(&*frame);
        if (!entries) {
            continue;
        }
        line.send(encode(frame::Ack{entries->page}));
        if (entries->head) {
            const Head head = *decodeHead(entries->head->bytes);
            std::erase_if(held, [&](const Position& one) { return one.log == head.log; });
            held.push_back({head.log, SeenPoint{head.epoch, head.seq, head.hash}, *entries->head});
        }
    }
}

// A device's numbers rise: microseconds are above what an earlier writer of this folder took.
Author::Author(const Scene& scene)
    : m_scene(scene), m_key(memberKey(0)),
      m_deviceSeq(quint64(std::chrono::duration_cast<std::chrono::microseconds>(
                              std::chrono::system_clock::now().time_since_epoch())
                              .count())) {}

OfferedEvent Author::note(const QString& text) {
    Text words;
    words.text = text;
    const auto made = compose(
        NoteAdded{}, words, {m_scene.org, m_scene.incident, m_deviceSeq++, now(), std::nullopt, std::nullopt},
        m_key, m_randomness);
    if (!made) {
        qFatal("the text is too long");
    }
    return {made->offer, std::nullopt};
}

} // namespace bongsu::bench
