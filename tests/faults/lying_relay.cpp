// Row 14: a relay that forges, or shows people two histories. Each lie is found by the desktops themselves as
// soon as one event crosses, or by two people who compare head words.
#include "faults/faultrow.h"
#include "world/lyingrelay.h"

#include "domain/log/words.h"
#include "sync/frame.h"

#include <QCoreApplication>

#include <array>
#include <cstdio>

namespace bongsu {

namespace {

constexpr int headWords = 7; // as people read them to each other

// Whether the lie was found, where it was told and nowhere else.
using Lie = bool (*)(LyingRelay&, samples::SeededRandomness&);

// A responder changes the grade and the relay numbers it: everybody keeps the place, strikes the act through
// and goes on as if it had not been.
bool unauthorised(LyingRelay& scene, samples::SeededRandomness&) {
    const Incident before = *scene.relay().incident(scene.log);
    const quint64 seq = scene.tipSeq(scene.admin()) + 1;
    return scene.number(scene.compose(scene.responder(), GradeChanged{Grade::Total, before.grade.setBy})) &&
           scene.settle() && scene.everybody([&](SimulatedDesktop& desktop) {
               const auto reason = desktop.journal().ledger().voidReason(scene.log, seq);
               return reason && reason->code == refusal::notPermitted &&
                      desktop.journal().ledger().incident(scene.log)->grade == before.grade;
           }) &&
           scene.note(scene.admin()) && scene.settle() &&
           scene.world.settleAndCheck().join(QLatin1Char(' ')).contains(QLatin1String("a void entry"));
}

// In somebody's name, with the relay's own signature: no desktop takes this entry, or anything after it.
bool invented(LyingRelay& scene, samples::SeededRandomness& random) {
    const quint64 last = scene.tipSeq(scene.admin());
    Composed made = scene.compose(*scene.world.desktops()[random.below(3)], NoteAdded{});
    made.event = signEvent(made.event.header, scene.world.relay().signer());
    made.offer.event = made.event.bytes;
    const QString stop = QStringLiteral("%1 %2").arg(last + 1).arg(QLatin1String(refusal::badSignature));
    return scene.number(made) && scene.world.runUntil([&] {
        return scene.everybody([](SimulatedDesktop& desktop) { return !desktop.stops.isEmpty(); });
    }) && scene.everybody([&](SimulatedDesktop& desktop) {
        return desktop.stops == QStringList(stop) && scene.tipSeq(desktop) == last;
    });
}

// Turns one bit of an entry on its way: of itself, its facts or its text.
class AlteringLink final : public Link {
  public:
    AlteringLink(std::unique_ptr<Link> line, samples::SeededRandomness& random)
        : m_line(std::move(line)), m_random(random) {}
    void send(const QByteArray& bytes) override {
        auto frame = decodeFrame(bytes);
        auto* entries = std::get_if<frame::Entries>(&*frame);
        if (entries == nullptr || entries->items.empty()) {
            m_line->send(bytes);
            return;
        }
        KeptEntry& item = entries->items.back();
        std::vector<QByteArray*> parts{&item.bytes};
        if (!item.facts.bytes.isEmpty()) {
            parts.push_back(&item.facts.bytes);
        }
        if (item.text.part) {
            parts.push_back(&item.text.part->bytes);
        }
        QByteArray& part = *parts[m_random.below(quint32(parts.size()))];
        const quint32 bit = m_random.below(quint32(part.size()) * 8);
        part[bit / 8] = char(part.at(bit / 8) ^ (1 << (bit % 8)));
        m_line->send(encode(*frame));
    }
    qsizetype queuedBytes() const override { return m_line->queuedBytes(); }
    void setReceiver(LinkReceiver* receiver) override { m_line->setReceiver(receiver); }
    void close(int code, const QString& reason) override { m_line->close(code, reason); }
    void cut() override { m_line->cut(); }

  private:
    std::unique_ptr<Link> m_line;
    samples::SeededRandomness& m_random;
};

// Somebody's words are others before another has read them. Nobody takes them in; an honest line brings the
// right ones.
bool altered(LyingRelay& scene, samples::SeededRandomness& random) {
    SimulatedDesktop& reader = scene.responder();
    const quint64 last = scene.tipSeq(reader);
    reader.disconnect();
    if (!scene.note(scene.commander())) {
        return false;
    }
    scene.world.carry = [&](std::unique_ptr<Link> line) {
        return std::make_unique<AlteringLink>(std::move(line), random);
    };
    reader.connectToRelay();
    const bool found = scene.world.runUntil([&] { return !reader.stops.isEmpty(); });
    return found && scene.tipSeq(reader) == last;
}

bool foundAtTheFirstHead(LyingRelay& scene, samples::SeededRandomness&) {
    const quint64 fork = scene.tipSeq(scene.admin()) + 1;
    if (!scene.lead() || !scene.diverge() || scene.somebodyCriesFork()) { // each history is sound by itself
        return false;
    }
    scene.responder().dialTo(scene.world.relay());
    const bool found = scene.world.runUntil([&] { return !scene.responder().forks.empty(); });
    const bool isThere = found && scene.responder().forks.front().seq == fork;
    scene.responder().disconnect();
    return isThere;
}

// The event says what its author had seen: those who hold another history learn it, though the relay says
// nothing.
bool foundWhenOneEventCrosses(LyingRelay& scene, samples::SeededRandomness&) {
    const quint64 fork = scene.tipSeq(scene.admin()) + 1;
    if (!scene.lead() || !scene.diverge() || scene.somebodyCriesFork()) {
        return false;
    }
    scene.responder().disconnect();
    scene.write(scene.responder());
    scene.responder().dialTo(scene.world.relay());
    scene.responder().connectToRelay();
    const bool found = scene.world.runUntil(
        [&] { return !scene.admin().forks.empty() && !scene.commander().forks.empty(); });
    scene.responder().disconnect();
    return found && scene.admin().forks.front().seq == fork && scene.commander().forks.front().seq == fork;
}

// By phone, without any line between them.
bool foundByWords(LyingRelay& scene, samples::SeededRandomness&) {
    const auto words = [&](SimulatedDesktop& desktop) {
        return wordIndices(headWords, scene.newest(desktop));
    };
    if (words(scene.commander()) != words(scene.responder()) || !scene.lead() || !scene.diverge()) {
        return false;
    }
    const bool found = words(scene.commander()) == words(scene.admin()) &&
                       words(scene.commander()) != words(scene.responder());
    scene.responder().disconnect();
    return found;
}

bool goesOnFromAnOldBackup(LyingRelay& scene, samples::SeededRandomness& random) {
    const MemoryContents backup = scene.backup();
    const quint64 fork = scene.tipSeq(scene.admin()) + 1;
    for (quint32 i = 0, lost = 1 + random.below(4); i < lost; ++i) {
        if (!scene.note(scene.commander()) || !scene.settle()) {
            return false;
        }
    }
    if (!scene.goOnFrom(backup) || scene.world.relay().sequencer().stopped()) {
        return false; // it says nothing of it
    }
    scene.write(scene.responder());
    return scene.world.runUntil([&] {
        return scene.everybody([](SimulatedDesktop& desktop) { return !desktop.forks.empty(); });
    }) && scene.admin().forks.front().seq == fork;
}

// What it numbered in the place of ours it shows to nobody: only what comes behind tells of it.
bool goesOnUnheard(LyingRelay& scene, samples::SeededRandomness& random) {
    const MemoryContents backup = scene.backup();
    const quint32 lost = 1 + random.below(4);
    for (quint32 i = 0; i < lost; ++i) {
        if (!scene.note(scene.commander()) || !scene.settle()) {
            return false;
        }
    }
    const quint64 held = scene.tipSeq(scene.admin());
    if (!scene.goOnFrom(backup)) {
        return false;
    }
    for (quint32 i = 0; i <= lost; ++i) {
        if (!scene.number(scene.compose(scene.responder(), NoteAdded{}))) {
            return false;
        }
    }
    return scene.world.runUntil([&] {
        return scene.everybody([&](SimulatedDesktop& desktop) {
            return !desktop.forks.empty() && desktop.forks.front().seq == held;
        });
    });
}

struct Kind {
    const char* name;
    Lie lie;
    bool isSilent;
};
constexpr std::array kinds{
    Kind{"unauthorised", &unauthorised, false},
    Kind{"invented", &invented, false},
    Kind{"altered", &altered, false},
    Kind{"two histories, a head", &foundAtTheFirstHead, true},
    Kind{"two histories, an event", &foundWhenOneEventCrosses, true},
    Kind{"two histories, words", &foundByWords, true},
    Kind{"an old backup", &goesOnFromAnOldBackup, true},
    Kind{"an old backup, unheard", &goesOnUnheard, true},
};

} // namespace

} // namespace bongsu

int main(int argc, char** argv) {
    using namespace bongsu;
    const QCoreApplication app(argc, argv);
    const FaultRow row(14, argc, argv);
    quint64 found = 0;
    std::map<QByteArray, quint64> of;
    for (quint64 i = 0; i < row.count(); ++i) {
        const quint32 seed = quint32(row.seed() + i);
        samples::SeededRandomness random(seed);
        const Kind& kind = kinds[random.below(quint32(kinds.size()))];
        LyingRelay scene(seed, kind.isSilent);
        bool isReady = true;
        for (quint32 past = random.below(6); past > 0; --past) {
            isReady = isReady && scene.note(*scene.world.desktops()[random.below(3)]) && scene.settle();
        }
        if (isReady && kind.lie(scene, random)) {
            ++found;
            ++of[kind.name];
        } else {
            std::printf("seed %u: %s was not found\n", seed, kind.name);
        }
    }
    FaultRow::Figures figures{{"found", found}};
    figures.insert(figures.end(), of.begin(), of.end());
    return row.end(row.count(), figures, found == row.count());
}
