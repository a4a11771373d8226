// Row 12: what real sessions said over real TLS, captured and said again to the relay, whole, in mixed
// halves, after another's login or with an old proof: nobody gets in by it, and nothing is recorded by it.
#include "faults/drafts.h"
#include "faults/faultrow.h"

#include "domain/event/proofs.h"
#include "sync/frame.h"
#include "websocket/websocketdialer.h"
#include "wiring/foundingrelay.h"
#include "wiring/nearline.h"
#include "wiring/node.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

namespace bongsu {

namespace {

using Stream = std::vector<QByteArray>; // what a client sent in one session, frame by frame
constexpr std::size_t people = 4;       // the first is an admin
constexpr int sessions = 3;             // of each that offer something
constexpr int drafts = 25;              // in each
constexpr quint32 overTls = 20;         // one replay in so many; the others go straight to a session

class HeardLink final : public Link {
  public:
    HeardLink(std::unique_ptr<Link> line, std::shared_ptr<Stream> heard)
        : m_line(std::move(line)), m_heard(std::move(heard)) {}
    void send(const QByteArray& frame) override {
        m_heard->push_back(frame);
        m_line->send(frame);
    }
    qsizetype queuedBytes() const override { return m_line->queuedBytes(); }
    void setReceiver(LinkReceiver* receiver) override { m_line->setReceiver(receiver); }
    void close(int code, const QString& reason) override { m_line->close(code, reason); }
    void cut() override { m_line->cut(); }

  private:
    std::unique_ptr<Link> m_line;
    std::shared_ptr<Stream> m_heard;
};

class HearingDialer final : public Dialer {
  public:
    HearingDialer(const std::vector<TlsPin>& pins, const Surroundings& around,
                  std::vector<std::shared_ptr<Stream>>& heard)
        : m_dialer(pins, around), m_heard(heard) {}
    std::unique_ptr<DialAttempt> dial(const Address& address, Done<Result<Dialed>> done) override {
        return m_dialer.dial(address, [this, done = std::move(done)](Result<Dialed> dialed) {
            if (dialed) {
                m_heard.push_back(std::make_shared<Stream>());
                dialed->link = std::make_unique<HeardLink>(std::move(dialed->link), m_heard.back());
            }
            done(std::move(dialed));
        });
    }

  private:
    WebSocketDialer m_dialer;
    std::vector<std::shared_ptr<Stream>>& m_heard;
};

struct Person {
    std::unique_ptr<Node> node;
    std::optional<Ed25519Key> key;
    std::vector<std::shared_ptr<Stream>> heard;
};

// A relay on loopback and people with homes, all of it real.
class Household {
  public:
    explicit Household(quint32 seed) : random(seed) {}

    void found() {
        const RelayFolder folder = RelayFolder::at(m_folder.filePath(QStringLiteral("relay")),
                                                   m_folder.filePath(QStringLiteral("relay.key")));
        must(makeFolder(folder.path) && RelayNode::create(folder, system), "a relay's folder");
        relay = std::move(*RelayNode::open(folder, system));
        int ready = 0;
        relay->start([&](const Outcome& opened) { ready += opened ? 1 : 0; });
        must(until([&] { return ready == 1; }), "a relay");
        address = {QStringLiteral("127.0.0.1"), *relay->listen({QStringLiteral("127.0.0.1"), 0})};
        foundAt(*relay, QStringLiteral("Daon"), {address},
                [&](const Outcome& founded) { ready += founded ? 1 : 0; });
        must(until([&] { return ready == 2; }), "an organisation");
        org = *relay->sequencer().ledger().organisation().id;
        QString line;
        inviteAt(*relay, Ed25519Key(rootOf(org, folder.root(1))->key.seed), {address},
                 [&](const Result<QString>& invite) { line = *invite; });
        must(until([&] { return !line.isEmpty(); }), "an invite");
        join(line);
        for (std::size_t i = 1; i < people; ++i) {
            const auto permission = i == 1   ? Permission::Commander
                                    : i == 2 ? Permission::Communications
                                             : Permission::Responder;
            join(cast.front()->node->invite({permission, {}, 1, std::chrono::hours(1)})->line);
        }
    }

    void join(const QString& line) {
        const QString name = QString::number(cast.size());
        const HomeFolder home =
            HomeFolder::at(m_folder.filePath(name), m_folder.filePath(name + QStringLiteral(".key")));
        Person& person = *cast.emplace_back(std::make_unique<Person>());
        person.node = std::move(*Node::open(home, system));
        person.key.emplace(*loadKeyFile(home.keyFile)->deviceSeed);
        person.node->dialThrough([this, &person] {
            return std::make_unique<HearingDialer>(relay->relayKeys().pins, system.surroundings(),
                                                   person.heard);
        });
        bool started = false;
        person.node->start([&](const Outcome& opened) { started = opened.has_value(); });
        must(until([&] { return started; }), "a home");
        must(person.node->join(*decodeInvite(line), name, name).has_value(), "a joining");
        person.node->connectToRelay({});
        const Journal& journal = person.node->journal();
        must(until([&] { return journal.ledger().organisation().devices.contains(journal.device()); }),
             "a member");
    }

    // Everybody goes away, writes, and comes back: each return is a session of its own.
    void live() {
        Text title;
        title.text = QStringLiteral("fire");
        must(cast[1]->node->journal().record(std::nullopt, IncidentDeclared{Grade::Total}, title).has_value(),
             "an incident");
        for (int session = 0; session < sessions; ++session) {
            for (const auto& person : cast) {
                Node& node = *person->node;
                must(until([&] { return !node.journal().ledger().incidents().empty(); }), "the incident");
                node.disconnectFromRelay();
                for (int i = 0; i < drafts; ++i) {
                    draft(node.journal(), node.journal().incidents().front(), random);
                }
                node.connectToRelay({});
                must(until([&] { return node.journal().pendingCount() == 0; }), "a session");
            }
        }
        for (const auto& person : cast) {
            person->node->disconnectFromRelay();
            for (const auto& stream : person->heard) {
                if (!stream->empty()) {
                    tape.push_back(*stream);
                }
            }
        }
        must(until([&] { return relay->sessions() == 0; }), "silence");
    }

    quint64 entries() const {
        const Ledger& ledger = relay->sequencer().ledger();
        quint64 all = ledger.organisationIndex().tip->seq;
        for (const auto& [log, incident] : ledger.incidents()) {
            all += incident.index.tip->seq;
        }
        return all;
    }

    samples::SeededRandomness random;
    System system;
    std::unique_ptr<RelayNode> relay;
    Address address{};
    OrgId org = OrgId::zeros();
    std::vector<std::unique_ptr<Person>> cast;
    std::vector<Stream> tape;

  private:
    QTemporaryDir m_folder;
};

// One replay: a line to the relay, and what it said to it.
class Replayer final : public LinkReceiver {
  public:
    explicit Replayer(Household& household, NearDoor& door) : m_house(household) {
        if (m_house.random.below(overTls) != 0) {
            take(door.enter(), door.pin());
            return;
        }
        m_dialer.emplace(m_house.relay->relayKeys().pins, m_house.system.surroundings());
        m_attempt = m_dialer->dial(m_house.address, [this](Result<Dialed> dialed) {
            must(dialed.has_value(), "a line");
            take(std::move(dialed->link), dialed->pin);
        });
        must(until([&] { return m_link != nullptr; }), "a line");
    }
    ~Replayer() override {
        if (!m_closed) {
            m_link->setReceiver(nullptr);
            m_link->close(1000, {});
        }
    }

    void say(const Stream& stream) {
        for (const QByteArray& frame : stream) {
            m_link->send(frame);
        }
    }
    // A login of one's own, as the protocol wants it, up to welcome.
    bool logIn(const Ed25519Key& key) {
        m_link->send(encode(frame::Hello{{}, m_house.org, {}}));
        if (!until([&] { return m_challenge || m_closed; }) || m_closed) {
            return false;
        }
        const Nonce nonce = *Nonce::tryFrom(m_house.system.randomness.bytes(Nonce::size));
        const auto message =
            loginMessage(m_house.org, m_house.relay->sequencer().relay(), m_pin, m_challenge->nonce, nonce);
        m_link->send(encode(frame::Login{deviceIdOf(key.publicKey()), nonce, key.sign(message), {}}));
        m_link->send(encode(frame::Have{{}, false}));
        return until([&] { return m_welcomed || m_closed; }) && m_welcomed;
    }
    // Only hello is new; then the old proof, and all that came after it.
    void sayAfterNewHello(const Stream& stream) {
        m_link->send(encode(frame::Hello{{}, m_house.org, {}}));
        until([&] { return m_challenge || m_closed; });
        say(Stream(stream.begin() + 1, stream.end()));
    }
    bool waitForEnd() {
        return until([&] { return m_closed; });
    }
    bool waitForVerdicts(std::size_t count) {
        return until([&] { return m_closed || verdicts >= count; });
    }
    bool isWelcomed() const { return m_welcomed; }
    std::size_t verdicts = 0;

  private:
    void take(std::unique_ptr<Link> line, const TlsPin& pin) {
        m_pin = pin;
        m_link = std::move(line);
        m_link->setReceiver(this);
    }
    void messageArrived(const QByteArray& message) override {
        const auto frame = decodeFrame(message);
        must(frame.has_value(), "a frame of the relay's");
        if (const auto* challenge = std::get_if<frame::Challenge>(&*frame)) {
            m_challenge = *challenge;
        }
        m_welcomed = m_welcomed || std::holds_alternative<frame::Welcome>(*frame);
        verdicts += std::holds_alternative<frame::Taken>(*frame) ||
                    std::holds_alternative<frame::Refused>(*frame) ||
                    std::holds_alternative<frame::Failed>(*frame);
    }
    void linkDrained() override {}
    void linkClosed(int, const QString&) override { m_closed = true; }

    Household& m_house;
    std::optional<WebSocketDialer> m_dialer;
    std::unique_ptr<DialAttempt> m_attempt;
    std::unique_ptr<Link> m_link;
    TlsPin m_pin = TlsPin::zeros();
    std::optional<frame::Challenge> m_challenge;
    bool m_welcomed = false;
    bool m_closed = false;
};

// What the stream offers, and how many events that are.
std::pair<Stream, std::size_t> offersIn(const Stream& stream) {
    Stream offers;
    std::size_t events = 0;
    for (const QByteArray& bytes : stream) {
        const auto frame = decodeFrame(bytes);
        const auto* offered = std::get_if<frame::Offers>(&*frame);
        events += offered ? offered->events.size() : 0;
        if (offered || std::holds_alternative<frame::BlobHave>(*frame) ||
            std::holds_alternative<frame::BlobChunk>(*frame)) {
            offers.push_back(bytes);
        }
    }
    return {offers, events};
}

enum class Way { Whole, MixedHalves, Shuffled, AfterNewHello, AfterOwnLogin, AfterAnothersLogin, Count };

// Returns whether it went as it must.
bool replay(Household& house, NearDoor& door, Way way) {
    auto& random = house.random;
    const Stream& stream = house.tape[random.below(quint32(house.tape.size()))];
    const Stream& other = house.tape[random.below(quint32(house.tape.size()))];
    Replayer replayer(house, door);
    if (way == Way::AfterOwnLogin || way == Way::AfterAnothersLogin) {
        const auto who = random.below(quint32(house.cast.size()));
        const auto& heard =
            house.cast[way == Way::AfterOwnLogin ? who : (who + 1) % house.cast.size()]->heard;
        const auto [offers, events] = offersIn(*heard[random.below(quint32(heard.size()))]);
        if (!replayer.logIn(*house.cast[who]->key)) {
            return false;
        }
        replayer.say(offers);
        return replayer.waitForVerdicts(events);
    }
    if (way == Way::Whole) {
        replayer.say(stream);
    } else if (way == Way::AfterNewHello) {
        replayer.sayAfterNewHello(stream);
    } else if (way == Way::MixedHalves) {
        Stream mixed(stream.begin(), stream.begin() + qsizetype(stream.size() / 2));
        mixed.insert(mixed.end(), other.begin() + qsizetype(other.size() / 2), other.end());
        replayer.say(mixed);
    } else {
        Stream shuffled = stream;
        for (std::size_t i = shuffled.size(); i > 1; --i) {
            std::swap(shuffled[i - 1], shuffled[random.below(quint32(i))]);
        }
        replayer.say(shuffled);
    }
    // Some end before they prove anything: nobody waits five seconds for those.
    return (random.below(50) != 0 || replayer.waitForEnd()) && !replayer.isWelcomed();
}

} // namespace

} // namespace bongsu

int main(int argc, char** argv) {
    using namespace bongsu;
    const QCoreApplication app(argc, argv);
    const FaultRow row(12, argc, argv);
    QTimer heartbeat; // so that waiting ends in time
    heartbeat.start(50);
    Household house{quint32(row.seed())};
    house.found();
    house.live();
    const quint64 before = house.entries();
    quint64 wrong = 0;
    {
        NearDoor door(*house.relay);
        for (quint64 i = 0; i < row.count(); ++i) {
            const auto way = Way(house.random.below(quint32(Way::Count)));
            if (!replay(house, door, way) || house.entries() != before ||
                house.relay->sequencer().stopped()) {
                ++wrong;
                std::printf("replay %llu, way %d: %lld extra entries\n", static_cast<unsigned long long>(i),
                            int(way), static_cast<long long>(house.entries() - before));
            }
        }
        until([&] { return house.relay->sessions() == 0; });
    }
    // The relay is as good as before: one more line of a person's is one more entry.
    Journal& journal = house.cast[1]->node->journal();
    Text text;
    text.text = QStringLiteral("still here");
    (void)journal.record(journal.incidents().front(), NoteAdded{}, text);
    house.cast[1]->node->connectToRelay({});
    wrong += until([&] { return journal.pendingCount() == 0; }) ? 0 : 1;
    const quint64 extra = house.entries() - before - 1;
    return row.end(row.count(),
                   {{"extra entries", extra},
                    {"wrong", wrong},
                    {"sessions captured", house.tape.size()},
                    {"entries", before}},
                   extra == 0 && wrong == 0);
}
