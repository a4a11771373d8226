// Those who call bench_relay: whatever a bench needs at the other end of the line. FOLDER is the relay's.
//   bench_clients frames FOLDER plain            what a script has to say to follow the incident, as JSON
//   bench_clients write FOLDER plain|tls         a line of standard input is a note; "A" is said of each one
//   recorded bench_clients catchup FOLDER plain|tls       one that comes late: received, decoded, chained,
//   the head verified bench_clients appends FOLDER plain|tls COUNT how many signed notes a second become
//   durable bench_clients crowd FOLDER plain|tls COUNT RATE SECONDS [OPEN]
//                                                COUNT follow what one writes: how long each delivery takes
#include "relay/crowd.h"
#include "relay/member.h"

#include "domain/base/limits.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <chrono>
#include <cstdio>
#include <deque>
#include <poll.h>
#include <sys/resource.h>
#include <unistd.h>

namespace bongsu::bench {

namespace {

using Stopwatch = std::chrono::steady_clock;

double secondsSince(Stopwatch::time_point start) {
    return std::chrono::duration<double>(Stopwatch::now() - start).count();
}

double cpuSeconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return double(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           double(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

void say(const QJsonObject& json) {
    std::printf("%s\n", QJsonDocument(json).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

QString hex(const QByteArray& bytes) {
    return QString::fromLatin1(bytes.toHex());
}

int frames(const Scene& scene) {
    Line line(scene.port, false);
    const auto held = enter(line, scene, 0);
    const auto org = std::find_if(held.begin(), held.end(),
                                  [&](const Position& one) { return one.log == LogId::of(scene.org); });
    QByteArray anyone("#NNNN#"); // a generator of load puts its connection's number there
    anyone.resize(DeviceId::size, '\0');
    say({{QStringLiteral("hello"), hex(hello(scene))},
         {QStringLiteral("challenged"), scene.relay.toHex()},
         {QStringLiteral("login"), hex(encode(frame::Login{*DeviceId::tryFrom(anyone), Nonce::zeros(),
                                                           Signature::zeros(), std::nullopt}))},
         {QStringLiteral("welcomed"), org->at.hash.toHex()},
         {QStringLiteral("have"), hex(have(held))},
         {QStringLiteral("caughtUp"), hex(encode(frame::CaughtUp{}))}});
    return 0;
}

// Offers in frames, with no more under way than a relay takes.
class Offering {
  public:
    explicit Offering(Line& line) : m_line(line) {}

    void queue(OfferedEvent event) { m_waiting.push_back(std::move(event)); }
    bool isIdle() const { return m_inFlight == 0 && m_waiting.empty(); }

    // As a desktop does: it waits until there is room for a whole frame.
    void sendOn() {
        while (!m_waiting.empty() && limits::offersInFlight - m_inFlight >= limits::offersPerFrame) {
            frame::Offers offers{1, ++m_part, {}};
            qsizetype bytes = 0;
            while (!m_waiting.empty() && offers.events.size() < std::size_t(limits::offersPerFrame)) {
                bytes += wireSize(m_waiting.front());
                if (bytes > limits::pageBytes && !offers.events.empty()) {
                    break;
                }
                offers.events.push_back(std::move(m_waiting.front()));
                m_waiting.pop_front();
                ++m_inFlight;
            }
            m_line.send(encode(offers));
        }
    }
    // How many of the message's frame are recorded: 0 or 1.
    int taken(const QByteArray& message) {
        const auto frame = decodeFrame(message);
        if (!frame) {
            qFatal("the relay closed the line");
        }
        if (const auto* page = std::get_if<frame::Entries>(&*frame);
            page && page->page != frame::Entries::live) {
            m_line.send(encode(frame::Ack{page->page}));
        }
        if (std::holds_alternative<frame::Taken>(*frame)) {
            --m_inFlight;
            return 1;
        }
        if (std::holds_alternative<frame::Failed>(*frame) || std::holds_alternative<frame::Refused>(*frame)) {
            qFatal("a note was not taken");
        }
        return 0;
    }

  private:
    Line& m_line;
    std::deque<OfferedEvent> m_waiting;
    quint64 m_part = 0;
    int m_inFlight = 0;
};

int write(const Scene& scene, bool tls) {
    Line line(scene.port, tls);
    enter(line, scene, 0);
    Author author(scene);
    Offering offering(line);
    QByteArray input;
    bool ended = false;
    std::printf("R");
    std::fflush(stdout);
    while (!ended || !offering.isIdle()) {
        pollfd either[2] = {{STDIN_FILENO, short(ended ? 0 : POLLIN), 0}, {line.descriptor(), POLLIN, 0}};
        ::poll(either, 2, line.hasWhole() ? 0 : -1);
        if (either[0].revents != 0) {
            char chunk[65'536];
            const ssize_t got = ::read(STDIN_FILENO, chunk, sizeof chunk);
            ended = got <= 0;
            input.append(chunk, std::max<ssize_t>(got, 0));
            for (qsizetype end; (end = input.indexOf('\n')) >= 0; input.remove(0, end + 1)) {
                offering.queue(author.note(QString::fromUtf8(input.left(end))));
            }
            offering.sendOn();
        }
        if (either[1].revents != 0 || line.hasWhole()) {
            do {
                if (offering.taken(line.receive()) == 1) {
                    std::putchar('A');
                }
            } while (line.hasWhole());
            std::fflush(stdout);
            offering.sendOn();
        }
    }
    return 0;
}

int catchUp(const Scene& scene, bool tls) {
    const Ed25519Verifier verifier;
    const auto start = Stopwatch::now();
    Line line(scene.port, tls);
    line.send(hello(scene));
    const auto challenge = decodeFrame(line.receive());
    line.send(login(scene, memberKey(0), std::get<frame::Challenge>(*challenge)));
    line.send(have({}));
    double first = 0;
    int got = 0;
    bool sound = true;
    EntryHash before = genesisHash(scene.incident);
    for (;;) {
        const auto frame = decodeFrame(line.receive());
        if (!frame || std::holds_alternative<frame::CaughtUp>(*frame)) {
            break;
        }
        const auto* page = std::get_if<frame::Entries>(&*frame);
        if (!page) {
            continue;
        }
        line.send(encode(frame::Ack{page->page}));
        if (page->log != scene.incident) {
            continue;
        }
        first = first == 0 ? secondsSince(start) : first;
        for (const KeptEntry& kept : page->items) {
            const auto entry = decodeEntry(kept.bytes);
            const auto event = entry ? decodeEvent(entry->event) : Result<Event>(refuse(refusal::malformed));
            sound =
                sound && event && entry->prev == before && !checkParts(event->header, kept.facts, kept.text);
            before = entryHash(kept.bytes);
            ++got;
        }
        if (page->head) {
            const auto head = decodeHead(page->head->bytes);
            sound = sound && head && head->hash == before &&
                    isHeadSignedBy(*page->head, scene.relayKey, verifier);
        }
    }
    say({{QStringLiteral("got"), sound ? got - 1 : 0}, // the declaration is not one of the notes
         {QStringLiteral("secs"), secondsSince(start)},
         {QStringLiteral("first_ms"), first * 1e3},
         {QStringLiteral("mb"), double(line.bytesReceived()) / 1e6},
         {QStringLiteral("client_cpu"), cpuSeconds()}});
    return sound ? 0 : 1;
}

// What one core verifies alone, by the relay's own verifier: the floor that the appends stand beside.
double bareVerificationsPerSecond(const std::vector<OfferedEvent>& notes) {
    const Ed25519Verifier verifier;
    const PublicKey key = memberKey(0).publicKey();
    const std::size_t count = std::min<std::size_t>(notes.size(), 5'000);
    std::vector<Event> events;
    for (std::size_t i = 0; i < count; ++i) {
        events.push_back(*decodeEvent(notes[i].offer.event));
    }
    const auto start = Stopwatch::now();
    for (const Event& event : events) {
        if (!hasValidSignature(event, key, verifier)) {
            qFatal("a signature does not hold");
        }
    }
    return double(count) / secondsSince(start);
}

int appends(const Scene& scene, bool tls, int count) {
    Author author(scene);
    std::vector<OfferedEvent> notes;
    for (int i = 0; i < count; ++i) {
        notes.push_back(author.note(QStringLiteral("%1 ").arg(i) + QString(180, QChar(0xAC00 + i % 1000))));
    }
    const double bare = bareVerificationsPerSecond(notes);
    Line line(scene.port, tls);
    enter(line, scene, 0);
    Offering offering(line);
    for (OfferedEvent& note : notes) {
        offering.queue(std::move(note));
    }
    const auto start = Stopwatch::now();
    for (int taken = 0; taken < count;) {
        offering.sendOn();
        taken += offering.taken(line.receive());
    }
    const double rate = double(count) / secondsSince(start);
    say({{QStringLiteral("appends_s"), rate},
         {QStringLiteral("verifications_s"), bare},
         {QStringLiteral("times"), rate / bare},
         {QStringLiteral("client_cpu"), cpuSeconds()}});
    return 0;
}

} // namespace

} // namespace bongsu::bench

int main(int argc, char** argv) {
    using namespace bongsu::bench;
    QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    const QString what = words.value(1);
    const bool tls = words.value(3) == QStringLiteral("tls");
    if (words.size() < 4) {
        std::fprintf(stderr, "bench_clients frames|write|catchup|appends|crowd FOLDER plain|tls …\n");
        return 2;
    }
    const Scene scene = sceneIn(words[2]);
    if (what == QStringLiteral("frames")) {
        return frames(scene);
    }
    if (what == QStringLiteral("write")) {
        return write(scene, tls);
    }
    if (what == QStringLiteral("catchup")) {
        return catchUp(scene, tls);
    }
    if (what == QStringLiteral("appends")) {
        return appends(scene, tls, words.value(4).toInt());
    }
    Crowd crowd(scene, tls, words.value(4).toInt());
    say({{QStringLiteral("join_s"), crowd.joinSeconds()}});
    std::printf("%s\n", crowd.follow(words.value(5).toInt(), words.value(6).toInt()).constData());
    return 0;
}
