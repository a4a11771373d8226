// What must hold in every world, whatever happened in it. I6 to I9 and I15 are judge.h's; I7 beyond the
// beginning of a delivery is tests/relay's.
#include "world/actors.h"
#include "world/judge.h"

#include "domain/incident/history.h"
#include "storage/replay.h"

namespace bongsu {

namespace {

QString latin1(const QByteArray& code) {
    return QString::fromLatin1(code);
}

// Its newest epoch, as a person tells two apart.
QString epochOf(const Ledger& ledger) {
    const Epoch& newest = ledger.organisation().epochs.back();
    return QStringLiteral("epoch %1 of generation %2 from %3")
        .arg(latin1(newest.id.toBytes().toHex().left(8)))
        .arg(newest.generation)
        .arg(newest.fromSeq);
}

std::optional<EventId> eventIdOf(const Entry& entry) {
    const auto event = decodeEvent(entry.event);
    return event ? std::optional(event->id) : std::nullopt;
}

// One bit of an entry, its facts or its text.
void flipBit(KeptEntry& entry, samples::SeededRandomness& random) {
    std::vector<QByteArray*> parts{&entry.bytes};
    if (!entry.facts.bytes.isEmpty()) {
        parts.push_back(&entry.facts.bytes);
    }
    if (entry.text.part) {
        parts.push_back(&entry.text.part->bytes);
    }
    QByteArray& bytes = *parts[random.below(quint32(parts.size()))];
    const quint32 bit = random.below(quint32(bytes.size()) * 8);
    bytes[bit / 8] = char(bytes.at(bit / 8) ^ (1 << (bit % 8)));
}

} // namespace

Findings World::check() {
    Findings findings = m_differences;
    if (!m_relay->isUp()) {
        return {QStringLiteral("the relay does not come back from its own disk")};
    }
    if (!m_isAtRest) {
        tellUnsettled(findings);
    }
    checkChains(m_relay->disk().contents, QStringLiteral("relay"), findings);
    checkEntries(findings);
    checkBlobs(findings);
    checkFlip(findings);
    checkSnapshots(findings);
    checkMergingAgain(findings);
    checkNewer(findings);
    for (const auto& desktop : m_desktops) {
        checkChains(desktop->disk().contents, desktop->name(), findings);
        checkPromises(*desktop, findings);
        checkOwn(*desktop, findings);
        checkStates(*desktop, findings);
        checkHistories(*desktop, findings);
        checkUnsound(*desktop, findings);
        tally.forksShown += desktop->forks.empty() ? 0 : 1;
        tally.stopsShown += desktop->stops.empty() ? 0 : 1;
    }
    for (const auto& [log, held] : m_relay->disk().contents.logs) {
        tally.splits += witness.isSplit(log) ? 1 : 0;
    }
    return findings;
}

void World::tellUnsettled(Findings& findings) {
    findings.append(QStringLiteral("it does not settle"));
    if (m_relay->hasDue()) {
        findings.append(QStringLiteral("I15 a call stands though it is due to be passed on"));
    }
    if (const auto& stopped = m_relay->sequencer().stopped()) {
        findings.append(QStringLiteral("the relay stopped: ") + latin1(stopped->code));
    }
    const Ledger& relay = m_relay->sequencer().ledger();
    findings.append(QStringLiteral("the relay: ") + epochOf(relay));
    for (const auto& [id, blob] : m_relay->disk().contents.blobs) {
        if (blob.state.event && !blob.state.whole) {
            findings.append(QStringLiteral("the relay lacks ") + latin1(id.toBytes().toHex().left(8)));
        }
    }
    for (const auto& desktop : m_desktops) {
        for (const auto& [id, blob] : desktop->disk().contents.blobs) {
            findings.append(QStringLiteral("%1 holds %2%3")
                                .arg(desktop->name(), latin1(id.toBytes().toHex().left(8)),
                                     blob.state.whole ? QString() : QStringLiteral(" in part")));
        }
        const Ledger& ledger = desktop->journal().ledger();
        findings.append(QStringLiteral("%1: %2 pending, %3 of %4 of the organisation, %5, last end %6")
                            .arg(desktop->name())
                            .arg(desktop->journal().pendingCount())
                            .arg(ledger.organisation().seq)
                            .arg(relay.organisation().seq)
                            .arg(epochOf(ledger), desktop->lastEnd()));
        for (const OwnEvent& own : desktop->journal().ownEvents()) {
            const auto refusal = own.refusal ? decodeRefusal(own.refusal->bytes)
                                             : Result<RefusalRecord>(refuse(refusal::notFound));
            findings.append(QStringLiteral("%1: %2 of %3: %4")
                                .arg(desktop->name(), latin1(decodeEvent(own.offer.event)->header.kind),
                                     latin1(own.log.toBytes().toHex().left(8)),
                                     refusal ? latin1(refusal->code) : QStringLiteral("waits")));
        }
        for (const auto& [log, incident] : relay.incidents()) {
            const auto tip = ledger.tip(log);
            if (tip != incident.index.tip || relay.isLeftBehind(log)) {
                findings.append(
                    QStringLiteral("%1: %2 of %3 of %4%5")
                        .arg(desktop->name())
                        .arg(tip ? tip->seq : 0)
                        .arg(incident.index.tip->seq)
                        .arg(latin1(log.toBytes().toHex().left(8)),
                             relay.isLeftBehind(log) ? QStringLiteral(", left behind") : QString()));
            }
        }
    }
}

// I2, I3, I4 from the bytes alone.
void World::checkChains(const MemoryContents& contents, const QString& whose, Findings& findings) const {
    std::set<EventId> events;
    for (const auto& [log, held] : contents.logs) {
        EntryHash before = genesisHash(log);
        quint64 seq = 0;
        for (const StoredEntry& stored : held.entries) {
            const auto entry = decodeEntry(stored.entry.bytes);
            if (!entry || stored.seq != ++seq || entry->seq != seq || entry->log != log) {
                findings.append(whose + QStringLiteral(": I2 a gap"));
                break;
            }
            if (entry->prev != before || stored.hash != entryHash(stored.entry.bytes)) {
                findings.append(whose + QStringLiteral(": I4 the chain is broken"));
            }
            before = stored.hash;
            if (!events.insert(stored.event).second || eventIdOf(*entry) != stored.event) {
                findings.append(whose + QStringLiteral(": I3 an event twice"));
            }
        }
    }
}

// The relay's disk read anew, every signature checked again.
void World::checkEntries(Findings& findings) {
    bool answered = false;
    Judge judge(tally, findings);
    replay(
        m_relay->store(), verifier,
        {.trust = Trust::Verify,
         .seen = [&](const Ledger&, const Accepted& accepted, const StoredEntry&) { judge.see(accepted); }},
        [&](const Result<std::shared_ptr<Replayed>>& replayed) {
            answered = true;
            if (!replayed) {
                findings.append(QStringLiteral("I4 %1").arg(latin1(codeOf(replayed.error()))));
            } else if (const Ledger& relay = m_relay->sequencer().ledger();
                       (*replayed)->ledger.organisation() != relay.organisation()) {
                findings.append(QStringLiteral("I5 folding the disk gives another organisation"));
            } else if (!std::equal(relay.incidents().begin(), relay.incidents().end(),
                                   (*replayed)->ledger.incidents().begin(),
                                   (*replayed)->ledger.incidents().end(), [](const auto& a, const auto& b) {
                                       return a.first == b.first && a.second.incident == b.second.incident;
                                   })) {
                findings.append(QStringLiteral("I5 folding the disk gives other incidents"));
            }
        });
    runUntil([&] { return answered; });
}

// I14: an attachment that counts has its bytes at the relay, whole and those its id names, as long as its
// text is there; where that is gone they are gone, and nothing else is kept but what is on its way.
void World::checkBlobs(Findings& findings) {
    const MemoryContents& contents = m_relay->disk().contents;
    std::set<BlobId> named;
    for (const auto& [log, held] : contents.logs) {
        for (const StoredEntry& stored : held.entries) {
            if (stored.entry.text.state == TextPart::State::Withheld) {
                findings.append(QStringLiteral("I1 the relay holds an entry without its text"));
                continue;
            }
            const Event event = *decodeEvent(decodeEntry(stored.entry.bytes)->event);
            const Facts facts =
                decodeFacts(event.header.kind, event.header.kindVersion, stored.entry.facts.bytes);
            const auto attached = blobNamedBy(facts);
            if (!attached) {
                continue;
            }
            const auto blob = contents.blobs.find(attached->blob);
            const bool isHere = blob != contents.blobs.end();
            if (stored.entry.text.state == TextPart::State::Erased) {
                if (isHere &&
                    blob->second.state.event) { // one that nothing names is on its way, or dropped soon
                    findings.append(QStringLiteral("I14 the bytes outlived their entry's text"));
                }
                continue;
            }
            named.insert(attached->blob);
            QByteArray bytes;
            for (const QByteArray& chunk : isHere ? blob->second.chunks : std::vector<QByteArray>()) {
                bytes += chunk;
            }
            const Text text = *decodeBody<Text>(stored.entry.text.part->bytes);
            if (m_options.ordeal == Ordeal::RelayLoses && !canBringBlobs(event.header.device, log)) {
                continue; // its entry came back, and who has the bytes does not
            }
            if (!isHere || !blob->second.state.whole || blob->second.state.event != stored.event ||
                blobIdOf(*text.blobSalt, bytes) != attached->blob) {
                findings.append(QStringLiteral("I14 an attachment without its bytes"));
            }
            ++tally.blobs;
        }
    }
    for (const auto& [id, blob] : contents.blobs) {
        if (blob.state.event && !named.contains(id)) {
            findings.append(QStringLiteral("I14 a blob that no entry names"));
        }
    }
}

// I4: any flipped bit is found, by the fold or, in a log's newest entry, by the relay's signed head.
void World::checkFlip(Findings& findings) {
    constexpr quint32 oneInSeeds = 4; // it reads everything once more
    if (m_seed % oneInSeeds != 0) {
        return;
    }
    MemoryContents flipped = m_relay->disk().contents;
    auto log = std::next(flipped.logs.begin(), schedule.random().below(quint32(flipped.logs.size())));
    auto& entries = log->second.entries;
    flipBit(entries[schedule.random().below(quint32(entries.size()))].entry, schedule.random());
    const auto tip = tipOfReplay(std::move(flipped), log->first);
    if (tip && *tip == *m_relay->sequencer().ledger().tip(log->first)) {
        findings.append(QStringLiteral("I4 a flipped bit is not found"));
    }
}

// I10: a state as some desktop held it at an earlier entry, and the entries behind it folded on, are the
// state of the whole.
void World::checkSnapshots(Findings& findings) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    for (const auto& [log, held] : m_relay->disk().contents.logs) {
        if (ledger.isOrganisation(log) || !ledger.incident(log)) {
            continue;
        }
        std::optional<PastIncident> past;
        for (std::size_t i = m_seed % held.entries.size(); i < held.entries.size(); ++i) {
            if (past) {
                if (foldOn(*past, ledger, held.entries[i].entry)) {
                    findings.append(QStringLiteral("I10 an entry does not fold onto a state that was kept"));
                }
            } else if (const auto kept = m_incidentsFolded.find(held.entries[i].hash);
                       kept != m_incidentsFolded.end()) {
                past = PastIncident{held.entries[i].seq, kept->second};
            }
        }
        if (past && past->incident != *ledger.incident(log)) {
            findings.append(QStringLiteral("I10 a kept state and what follows give another state"));
        }
    }
}

// I12: whatever is brought once more, as new or as carried over from an ended branch, has its place already,
// and nothing moves.
void World::checkMergingAgain(Findings& findings) {
    const auto contents = m_relay->disk().contents;
    std::size_t asked = 0;
    std::size_t answered = 0;
    for (const auto& [log, held] : contents.logs) {
        for (const StoredEntry& stored : held.entries) {
            const Entry entry = *decodeEntry(stored.entry.bytes);
            const Carried carried{entry.epoch, entry.seq, entry.recordedAt, stored.hash};
            ++asked;
            m_relay->sequencer().offer(
                {entry.event, stored.entry.facts, stored.entry.text},
                asked % 2 == 0 ? std::optional(carried) : std::nullopt,
                [&answered, &findings, &stored](const Judgement& judged) {
                    ++answered;
                    if (judged.kind != Judgement::Kind::Recorded || judged.place->seq != stored.seq ||
                        judged.place->hash != stored.hash) {
                        findings.append(QStringLiteral("I12 brought again, it stands elsewhere"));
                    }
                });
        }
    }
    runUntil([&] { return answered == asked; });
    for (const auto& [log, held] : contents.logs) {
        if (!held.entries.empty() &&
            m_relay->sequencer().ledger().tip(log)->hash != held.entries.back().hash) {
            findings.append(QStringLiteral("I12 bringing everything again moved a log"));
        }
    }
}

// Nothing if the contents do not fold.
std::optional<Tip> World::tipOfReplay(MemoryContents contents, const LogId& log) {
    const auto disk = std::make_shared<MemoryDisk>();
    disk->contents = std::move(contents);
    MemoryStore store(disk, schedule.on(schedule.line(false)));
    bool answered = false;
    std::optional<Tip> tip;
    replay(store, verifier, {.trust = Trust::Verify}, [&](const Result<std::shared_ptr<Replayed>>& replayed) {
        answered = true;
        tip = replayed ? (*replayed)->ledger.tip(log) : std::nullopt;
    });
    runUntil([&] { return answered; });
    return tip;
}

// I13: whoever holds another entry than the relay at one place of one epoch has been shown that.
void World::checkHistories(const SimulatedDesktop& desktop, Findings& findings) const {
    const Ledger& relay = m_relay->sequencer().ledger();
    for (const auto& [log, held] : desktop.disk().contents.logs) {
        const LogIndex* index = relay.index(log);
        if (!index || isRevoked(desktop)) {
            continue;
        }
        for (const StoredEntry& stored : held.entries) {
            const auto other = index->hashAt(stored.seq);
            if (!other || *other == stored.hash) {
                continue;
            }
            const bool sameEpoch = witness.epochOf(*other) == witness.epochOf(stored.hash);
            const bool isTold =
                desktop.hasCried(log) || desktop.hasCried(LogId::of(*relay.organisation().id));
            if (sameEpoch && !isTold) {
                findings.append(desktop.name() + QStringLiteral(": I13 two histories, and nobody is told"));
            }
            break;
        }
    }
}

void World::compareFolded(const SimulatedDesktop& desktop, const LogId& log) {
    const Ledger& ledger = desktop.journal().ledger();
    const auto tip = ledger.tip(log);
    if (!tip) {
        return; // an epoch took all of it
    }
    const auto differs = [&](const auto& known, const auto& state) {
        if (known != state) {
            m_differences.append(desktop.name() + QStringLiteral(": I5 the same entry, another state"));
        }
    };
    if (ledger.isOrganisation(log)) {
        differs(m_organisationsFolded.try_emplace(tip->hash, ledger.organisation()).first->second,
                ledger.organisation());
    } else if (const Incident* incident = ledger.incident(log)) {
        differs(m_incidentsFolded.try_emplace(tip->hash, *incident).first->second, *incident);
    }
}

// I5 against the relay; and nobody cries fork (I13) where nobody said two things of one place.
void World::checkStates(const SimulatedDesktop& desktop, Findings& findings) const {
    const auto find = [&](const QString& what) { findings.append(desktop.name() + what); };
    const Ledger& relay = m_relay->sequencer().ledger();
    const Ledger& ledger = desktop.journal().ledger();
    if (ledger.organisationIndex().tip == relay.organisationIndex().tip &&
        ledger.organisation() != relay.organisation()) {
        find(QStringLiteral(": I5 equal heads, other organisations"));
    }
    for (const auto& [log, incident] : relay.incidents()) {
        const LogIndex* index = ledger.index(log);
        if (!index || index->tip != incident.index.tip || !incident.incident) {
            continue;
        }
        if (*ledger.incident(log) != *incident.incident || index->voids != incident.index.voids ||
            index->emergencies != incident.index.emergencies) {
            find(QStringLiteral(": I5 equal heads, other states"));
        }
    }
    for (const auto& [log, incident] : ledger.incidents()) {
        if (desktop.journal().recordOf(log).size() != (incident.index.tip ? incident.index.tip->seq : 0)) {
            find(QStringLiteral(": I5 the record in memory is not the one that was folded"));
        }
    }
    for (const ForkEvidence& fork : desktop.forks) {
        if (!witness.isSplit(fork.log)) {
            find(QStringLiteral(": I13 a fork where there is one history"));
        }
    }
    for (const QString& stop : desktop.stops) {
        if (!witness.isAnySplit() && m_options.ordeal != Ordeal::RelayLies) {
            find(QStringLiteral(": stopped at ") + stop);
        }
    }
}

} // namespace bongsu
