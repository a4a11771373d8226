#include "wiring/foundingrelay.h"

#include "wiring/system.h"

#include <QFile>
#include <QFileInfo>

namespace bongsu {

namespace {

constexpr qsizetype mostNameCharacters = 100;

Error errorOf(const Judgement& judgement) {
    if (judgement.kind == Judgement::Kind::Failed) {
        return *judgement.failure;
    }
    const auto record = decodeRefusal(judgement.refusal->bytes);
    return Refusal{record ? record->code : QByteArray(refusal::malformed)};
}

// Done when all are durable; with the first error otherwise.
void offerAll(Sequencer& sequencer, const std::vector<Offer>& offers,
              const std::function<void(const Outcome&)>& done) {
    struct Waiting {
        std::size_t missing;
        Outcome outcome;
    };
    const auto waiting = std::make_shared<Waiting>(Waiting{offers.size(), std::monostate{}});
    for (const Offer& offer : offers) {
        sequencer.offer(offer, std::nullopt, [waiting, done](const Judgement& judgement) {
            if (judgement.kind != Judgement::Kind::Recorded && waiting->outcome) {
                waiting->outcome = tl::unexpected(errorOf(judgement));
            }
            if (--waiting->missing == 0) {
                done(waiting->outcome);
            }
        });
    }
}

// Keys of an attempt that recorded nothing: no organisation has them. They are put aside all the same,
// because a person cannot see that.
Outcome putAside(const RelayFolder& folder, Moment now) {
    for (const int which : {1, 2}) {
        const QString file = folder.root(which);
        const QString aside =
            file + QStringLiteral(".unused-") + QString::number(now.time_since_epoch().count());
        if (QFileInfo::exists(file) && !QFile::rename(file, aside)) {
            return fail(failure::disk, file.toUtf8());
        }
    }
    return std::monostate{};
}

Outcome keepRoots(const RelayFolder& folder, const OrgId& org, const Ed25519Key& one, const Ed25519Key& two,
                  Moment now) {
    auto ready = makeFolder(folder.rootFolder());
    ready = ready ? putAside(folder, now) : ready;
    for (const auto& [which, key] : {std::pair{1, &one}, std::pair{2, &two}}) {
        ready = ready ? createRootFile(folder.root(which), RootKey{org, which, key->seed()}) : ready;
    }
    return ready;
}

} // namespace

void foundAt(RelayNode& relay, const QString& name, const std::vector<Address>& advertised,
             std::function<void(const Outcome&)> done) {
    if (relay.sequencer().ledger().organisation().id) {
        describeAt(relay, advertised, std::move(done));
        return;
    }
    if (name.isEmpty() || name.size() > mostNameCharacters) {
        done(refuse(refusal::outOfRange, "name"));
        return;
    }
    System& system = relay.system();
    const auto one = Ed25519Key::generate(system.randomness);
    const auto two = Ed25519Key::generate(system.randomness);
    const Moment now = system.clock.now();
    const auto founded = found(Founding{name, advertised, one, two, relay.signingKey(), relay.relayKeys()},
                               now, system.randomness);
    if (!founded) {
        done(bongsu::errorOf(founded));
        return;
    }
    if (const auto kept = keepRoots(relay.folder(), founded->org, one, two, now); !kept) {
        done(kept);
        return;
    }
    offerAll(relay.sequencer(), founded->offers, done);
}

void inviteAt(RelayNode& relay, const Ed25519Key& root, const std::vector<Address>& addresses,
              std::function<void(const Result<QString>&)> done) {
    System& system = relay.system();
    const auto invite =
        inviteByRoot(relay.sequencer().ledger(), addresses, root, system.clock.now(), system.randomness);
    if (!invite) {
        done(bongsu::errorOf(invite));
        return;
    }
    offerAll(relay.sequencer(), {invite->offer}, [line = invite->line, done](const Outcome& recorded) {
        done(recorded ? Result<QString>(line) : bongsu::errorOf(recorded));
    });
}

void describeAt(RelayNode& relay, const std::vector<Address>& addresses,
                std::function<void(const Outcome&)> done) {
    if (relay.advertised() == addresses) {
        done(std::monostate{});
        return;
    }
    System& system = relay.system();
    const auto described = describedAnew(relay.sequencer().ledger(), relay.relayKeys(), addresses,
                                         relay.signingKey(), system.clock.now(), system.randomness);
    if (!described) {
        done(bongsu::errorOf(described));
        return;
    }
    offerAll(relay.sequencer(), {*described}, done);
}

} // namespace bongsu
