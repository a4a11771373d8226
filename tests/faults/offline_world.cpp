// Row 21 in a simulated world: desktops that were away for seven days of a fake clock, with fifty drafts
// each.
#include "faults/drafts.h"
#include "faults/faultrow.h"
#include "world/actors.h"

#include <QCoreApplication>

#include <cstdio>

namespace {
constexpr quint64 draftsEach = 50;
constexpr bongsu::Millis day = std::chrono::hours(24);
} // namespace

int main(int argc, char** argv) {
    using namespace bongsu;
    const QCoreApplication app(argc, argv);
    const FaultRow row(21, argc, argv);
    const int desktops = int(std::max<quint64>(2, (row.count() + draftsEach - 1) / draftsEach));
    World world(quint32(row.seed()), {.desktops = desktops});
    Text title;
    title.text = QStringLiteral("fire");
    (void)world.desktops()[1]->journal().record(std::nullopt, IncidentDeclared{Grade::Total}, title);
    Findings findings = world.settleAndCheck();
    const LogId log = world.desktops()[1]->journal().incidents().front();
    for (const auto& desktop : world.desktops()) {
        desktop->disconnect();
    }
    quint64 made = 0;
    for (int past = 0; past < 7; ++past) {
        for (const auto& desktop : world.desktops()) {
            const quint64 until = draftsEach * quint64(past + 1) / 7;
            for (quint64 i = draftsEach * quint64(past) / 7; i < until;) {
                if (draft(desktop->journal(), log, world.schedule.random())) {
                    ++i;
                    ++made;
                }
            }
        }
        world.time.pass(day);
    }
    const quint64 before = world.relay().sequencer().durableSeq(log);
    for (const auto& desktop : world.desktops()) {
        desktop->connectToRelay();
    }
    const auto isAnswered = [&] {
        for (const auto& desktop : world.desktops()) {
            if (desktop->journal().pendingCount() > 0) {
                return false;
            }
        }
        return true;
    };
    bool answered = world.runUntil(isAnswered);
    for (int more = 0; more < 100 && !answered; ++more) {
        answered = world.runUntil(isAnswered);
    }
    findings += world.settleAndCheck();
    quint64 refused = 0;
    for (const auto& desktop : world.desktops()) {
        refused += quint64(desktop->journal().refusedCount());
    }
    const quint64 recorded = world.relay().sequencer().durableSeq(log) - before;
    std::printf("%s\n", qPrintable(findings.join(QStringLiteral("; "))));
    return row.end(made,
                   {{"lost", made - recorded - refused},
                    {"recorded", recorded},
                    {"refused visibly", refused},
                    {"desktops", quint64(desktops)},
                    {"findings", quint64(findings.size())}},
                   findings.isEmpty() && made == recorded + refused);
}
