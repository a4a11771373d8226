// Row 11: messages lost, doubled, out of order and cut short between real journals and a real relay, over
// simulated disks and clocks: every log stays gapless, no event stands there twice, nothing vanishes.
#include "faults/faultrow.h"
#include "faults/wornlink.h"
#include "world/actors.h"

#include <QCoreApplication>

#include <cstdio>

namespace {
constexpr int steps = 600; // of one world
} // namespace

int main(int argc, char** argv) {
    using namespace bongsu;
    const QCoreApplication app(argc, argv);
    const FaultRow row(11, argc, argv);
    Wear all(0);
    quint64 worlds = 0;
    quint64 broken = 0;
    quint64 entries = 0;
    for (quint64 seed = row.seed(); all.faults() < row.count(); ++seed) {
        Wear wear{quint32(seed)};
        World world{quint32(seed), {}};
        world.carry = [&](std::unique_ptr<Link> line) {
            return std::make_unique<WornLink>(std::move(line), wear, world.schedule.faults);
        };
        const Findings findings = world.live(steps);
        if (!findings.isEmpty()) {
            ++broken;
            std::printf("seed %llu: %s\n%s\n", static_cast<unsigned long long>(seed),
                        qPrintable(findings.join(QStringLiteral("; "))), qPrintable(world.transcript()));
        }
        ++worlds;
        entries += world.tally.entries;
        all.sent += wear.sent;
        all.lost += wear.lost;
        all.doubled += wear.doubled;
        all.reordered += wear.reordered;
        all.cutShort += wear.cutShort;
    }
    return row.end(all.faults(),
                   {{"broken", broken},
                    {"worlds", worlds},
                    {"entries", entries},
                    {"messages", all.sent},
                    {"lost", all.lost},
                    {"doubled", all.doubled},
                    {"out of order", all.reordered},
                    {"cut short", all.cutShort}},
                   broken == 0);
}
