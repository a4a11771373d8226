// Row 18 on a fake clock: readers that take little or nothing for ten minutes, and one that takes all. What
// waits for each is bounded; who takes nothing is dropped; who takes little keeps the line and catches up;
// the one has all.
#include "faults/faultrow.h"
#include "sync/world.h"

#include "domain/base/limits.h"

#include <QCoreApplication>

#include <cstdio>

namespace bongsu::samples {

namespace {

const LogId fire = numbered<LogId>(20);
constexpr Millis tenMinutes = std::chrono::minutes(10);
constexpr Millis between{200}; // two notes

struct Reader {
    Reader(int number, Millis pace) : desktop(number, sampleOrg), takesEvery(pace) {}

    FakeDesktop desktop;
    Millis takesEvery; // zero: nothing from some moment on
    std::deque<std::function<void()>> line;
    Connection* connection = nullptr;
};

void takeOne(World& world, Reader& reader) {
    if (!reader.line.empty()) {
        const auto deliver = std::move(reader.line.front());
        reader.line.pop_front();
        deliver();
    }
    world.time.after(reader.takesEvery, [&] { takeOne(world, reader); });
}

} // namespace

} // namespace bongsu::samples

int main(int argc, char** argv) {
    using namespace bongsu;
    using namespace bongsu::samples;
    const QCoreApplication app(argc, argv);
    const FaultRow row(18, argc, argv);
    SeededRandomness random{quint32(row.seed())};
    World world;
    FakeDesktop quick(100'000, sampleOrg);
    world.connectMember(quick);
    std::list<Reader> readers;
    bool isStuck = false;
    for (quint64 i = 0; i < row.count(); ++i) {
        const bool takesNothing = i % 2 == 0;
        Reader& reader =
            readers.emplace_back(int(i) + 1, takesNothing ? Millis(0) : Millis(250 + random.below(250)));
        world.lineOfNext = [&, takesNothing](std::function<void()> deliver) {
            if (takesNothing && !isStuck) {
                world.time.after(Millis(5), std::move(deliver));
            } else {
                reader.line.push_back(std::move(deliver));
            }
        };
        reader.connection = &world.connectMember(reader.desktop);
        if (!takesNothing) {
            takeOne(world, reader);
        }
    }
    world.pass(std::chrono::seconds(20));
    isStuck = true;
    qsizetype most = 0;
    quint64 late = 0;
    quint64 notes = 0;
    const QString text(1'300, u'x');
    for (Millis passed{0}; passed < tenMinutes; passed += between, ++notes) {
        world.relay.record(fire, makeNote(world.relay.author, sampleOrg, fire, ++world.relay.authored, text));
        world.pass(between);
        late += quick.held(fire) == notes + 1 ? 0 : 1;
        for (const Reader& reader : readers) {
            most = std::max(most, reader.connection->relayLink->queuedBytes());
        }
    }
    std::set<DeviceId> left;
    for (const DeviceId& device : world.relay.fanout.devices()) {
        left.insert(device);
    }
    quint64 stuckStill = 0;
    quint64 slowDropped = 0;
    for (const Reader& reader : readers) {
        const bool isThere = left.contains(reader.desktop.device());
        stuckStill += isThere && reader.takesEvery == Millis(0) ? 1 : 0;
        slowDropped += !isThere && reader.takesEvery > Millis(0) ? 1 : 0;
    }
    const bool bounded = most < limits::liveQueueBytes + 2 * limits::frameBytes;
    return row.end(row.count(),
                   {{"notes", notes},
                    {"late for the other", late},
                    {"bytes waiting at most", quint64(most)},
                    {"stuck and still there", stuckStill},
                    {"slow ones dropped", slowDropped}},
                   late == 0 && bounded && stuckStill == 0);
}
