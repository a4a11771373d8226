// What must hold in every world, whatever happened in it: I1 to I14 as far as this program has them.
#include "world/actors.h"

#include "storage/replay.h"

namespace bongsu {

namespace {

QString latin1(const QByteArray& code) {
    return QString::fromLatin1(code);
}

// Judges accepted entries anew by a model of its own that is much simpler than the program's: who was revoked
// where in the organisation's order, which event made the commander, what last set each seat and who is
// called to it, how far each device's numbers went.
class Judge {
  public:
    Judge(Tally& tally, Findings& findings) : m_tally(tally), m_findings(findings) {}

    void see(const Accepted& accepted) {
        ++m_tally.entries;
        const Header& header = accepted.event.header;
        quint64& last = m_newest[{accepted.log, header.device}];
        if (header.deviceSeq <= last) {
            m_findings.append(QStringLiteral("I9 a device's own numbers do not rise"));
        }
        last = header.deviceSeq;
        if (accepted.verdict) {
            ++m_tally.voids;
            m_findings.append(
                QStringLiteral("a void entry under an honest relay: %1").arg(latin1(accepted.verdict->code)));
            return;
        }
        const bool ofOrganisation = accepted.entry.orgHash == accepted.entry.prev;
        const quint64 judgedBy = ofOrganisation ? accepted.entry.seq - 1 : accepted.entry.orgSeq;
        if (const auto revoked = m_revokedAt.find(header.device);
            revoked != m_revokedAt.end() && judgedBy >= revoked->second) {
            m_findings.append(QStringLiteral("I8 accepted from a revoked device"));
        }
        if (const auto* revoked = std::get_if<DeviceRevoked>(&accepted.facts)) {
            ++m_tally.revoked;
            m_revokedAt.emplace(revoked->device, accepted.entry.seq);
        }
        seeCommand(accepted);
        seeSeats(accepted);
    }

  private:
    // One commander at every prefix: each names the one before, so their row has no branch.
    void seeCommand(const Accepted& accepted) {
        if (std::holds_alternative<IncidentDeclared>(accepted.facts)) {
            m_commandSetBy.insert_or_assign(accepted.log, accepted.event.id);
        }
        if (const auto* taken = std::get_if<CommandTaken>(&accepted.facts)) {
            ++m_tally.commandsTaken;
            if (m_commandSetBy.at(accepted.log) != taken->against) {
                m_findings.append(QStringLiteral("I6 two commanders"));
            }
            m_commandSetBy.insert_or_assign(accepted.log, accepted.event.id);
            if (const auto seat = m_seats.find({accepted.log, commanderSeat.toString()});
                seat != m_seats.end()) {
                seat->second = {accepted.event.id, std::nullopt};
            }
        }
    }

    // A call is answered by whom it reached, or passed on, once; whoever accepts the commander's commands.
    void seeSeats(const Accepted& accepted) {
        const LogId log = accepted.log;
        if (const auto* called = std::get_if<SeatsCalled>(&accepted.facts)) {
            for (const SeatCall& call : called->calls) {
                m_seats.insert_or_assign({log, call.seat}, Seat{accepted.event.id, call.person});
                ++m_tally.seatsCalled;
            }
        }
        if (const auto* answered = std::get_if<SeatAnswered>(&accepted.facts)) {
            const bool accepts = answered->answer == SeatAnswer::Accepted;
            m_tally.seatsAccepted += accepts ? 1 : 0;
            m_tally.seatsDeclined += accepts ? 0 : 1;
            Seat& seat = seatOf(log, answered->seat, answered->against);
            if (seat.called != answered->person.value_or(accepted.author.person.value())) {
                m_findings.append(QStringLiteral("I15 somebody answered who was not called"));
            }
            if (accepts && answered->seat == commanderSeat) {
                m_commandSetBy.insert_or_assign(log, accepted.event.id);
            }
            seat = {accepted.event.id, accepts ? std::nullopt : seat.called};
        }
        if (const auto* passed = std::get_if<SeatPassed>(&accepted.facts)) {
            m_tally.callsPassedOn += passed->to ? 1 : 0;
            m_tally.seatsNobodyTook += passed->to ? 0 : 1;
            seatOf(log, passed->seat, passed->against) = {accepted.event.id, passed->to};
        }
        if (const auto* vacated = std::get_if<SeatVacated>(&accepted.facts)) {
            seatOf(log, vacated->seat, vacated->against) = {accepted.event.id, std::nullopt};
        }
        m_tally.tasksSettled += std::holds_alternative<TaskSettled>(accepted.facts) ? 1 : 0;
    }

    struct Seat {
        EventId setBy;
        std::optional<PersonId> called;
    };
    Seat& seatOf(const LogId& log, const QString& key, const EventId& against) {
        Seat& seat = m_seats.at({log, key});
        if (seat.setBy != against) {
            m_findings.append(QStringLiteral("I15 a call answered or passed on twice"));
        }
        return seat;
    }

    Tally& m_tally;
    Findings& m_findings;
    std::map<std::pair<LogId, DeviceId>, quint64> m_newest;
    std::map<DeviceId, quint64> m_revokedAt;
    std::map<LogId, EventId> m_commandSetBy;
    std::map<std::pair<LogId, QString>, Seat> m_seats;
};

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
    if (!isSettled()) {
        tellUnsettled(findings);
    }
    if (m_relay->hasDue()) {
        findings.append(QStringLiteral("I15 a call stands though it is due to be passed on"));
    }
    checkChains(m_relay->disk().contents, QStringLiteral("relay"), findings);
    checkEntries(findings);
    checkBlobs(findings);
    checkFlip(findings);
    for (const auto& desktop : m_desktops) {
        checkChains(desktop->disk().contents, desktop->name(), findings);
        checkPromises(*desktop, findings);
        checkOwn(*desktop, findings);
        checkStates(*desktop, findings);
    }
    return findings;
}

void World::tellUnsettled(Findings& findings) {
    findings.append(QStringLiteral("it does not settle"));
    if (const auto& stopped = m_relay->sequencer().stopped()) {
        findings.append(QStringLiteral("the relay stopped: ") + latin1(stopped->code));
    }
    const Ledger& relay = m_relay->sequencer().ledger();
    for (const auto& desktop : m_desktops) {
        const Ledger& ledger = desktop->journal().ledger();
        findings.append(QStringLiteral("%1: %2 pending, %3 of %4 of the organisation, last end %5")
                            .arg(desktop->name())
                            .arg(desktop->journal().pendingCount())
                            .arg(ledger.organisation().seq)
                            .arg(relay.organisation().seq)
                            .arg(desktop->lastEnd()));
        for (const auto& [log, incident] : relay.incidents()) {
            const auto tip = ledger.tip(log);
            if (tip != incident.index.tip) {
                findings.append(QStringLiteral("%1: %2 of %3 of %4")
                                    .arg(desktop->name())
                                    .arg(tip ? tip->seq : 0)
                                    .arg(incident.index.tip->seq)
                                    .arg(latin1(log.toBytes().toHex().left(8))));
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
            } else if ((*replayed)->ledger.organisation() != m_relay->sequencer().ledger().organisation()) {
                findings.append(QStringLiteral("I5 folding the disk gives another organisation"));
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
                if (isHere) {
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

std::optional<quint64> World::placeOf(const EventId& event) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    if (const auto found = ledger.organisationIndex().find(event)) {
        return found->seq;
    }
    for (const auto& [log, incident] : ledger.incidents()) {
        if (const auto found = incident.index.find(event)) {
            return found->seq;
        }
    }
    return std::nullopt;
}

// I1: what was acknowledged, by the relay's word or by the entry itself, is there, same number, same bytes.
void World::checkPromises(const SimulatedDesktop& desktop, Findings& findings) const {
    const Ledger& ledger = m_relay->sequencer().ledger();
    for (const auto& [event, place] : desktop.promised) {
        if (placeOf(event) != place.seq || !ledger.index(place.log)->find(event)) {
            findings.append(desktop.name() + QStringLiteral(": I1 what the relay took is gone"));
        }
    }
    for (const auto& [log, events] : desktop.made) {
        const LogIndex* index = ledger.index(log);
        for (const EventId& event : events) {
            const auto recorded = desktop.recorded.find(event);
            if (recorded == desktop.recorded.end()) {
                continue;
            }
            const auto [seq, hash] = recorded->second;
            if (!index || index->hashAt(seq) != hash || placeOf(event) != seq) {
                findings.append(desktop.name() + QStringLiteral(": I1 an acknowledged entry is gone"));
            }
        }
    }
}

// I11: what was kept is recorded, visibly refused or was withdrawn, one of the three. I9: in its order.
void World::checkOwn(const SimulatedDesktop& desktop, Findings& findings) {
    const auto find = [&](const char* what) { findings.append(desktop.name() + QLatin1String(what)); };
    std::map<EventId, Statement> refusals;
    for (const OwnEvent& own : desktop.journal().ownEvents()) {
        if (own.refusal) {
            refusals.emplace(own.event, *own.refusal);
        }
    }
    for (const auto& [log, made] : desktop.made) {
        quint64 last = 0;
        std::vector<EventId> events = made;
        std::stable_sort(events.begin(), events.end(), [&](const EventId& a, const EventId& b) {
            return desktop.deviceSeqs.at(a) < desktop.deviceSeqs.at(b);
        });
        for (const EventId& event : events) {
            const auto place = placeOf(event);
            const auto refusal = refusals.find(event);
            const bool withdrawn = desktop.discarded.contains(event);
            const int ends = int(place.has_value()) + int(refusal != refusals.end()) + int(withdrawn);
            const bool mayBeGone = desktop.withdrawing.contains(event) || !desktop.kept.contains(event);
            if (ends > 1) {
                find(withdrawn ? ": I11 withdrawn unseen, and yet it came out"
                               : ": I11 refused and recorded");
            } else if (ends == 0 && !mayBeGone) {
                find(": I11 what was kept vanished");
            }
            if (place && *place <= std::exchange(last, *place)) {
                find(": I9 a device's own order is not kept");
            }
            if (refusal == refusals.end()) {
                continue;
            }
            ++tally.refused;
            const auto record = decodeRefusal(refusal->second.bytes);
            tally.refusedToRevoked += record && record->code == refusal::revoked ? 1 : 0;
            if (!record || record->event != event ||
                !isRefusalSignedBy(refusal->second, m_relay->signer().publicKey(), verifier)) {
                find(": I11 a refusal that nobody signed");
            }
        }
    }
}

void World::compareFolded(const SimulatedDesktop& desktop, const LogId& log) {
    const Ledger& ledger = desktop.journal().ledger();
    const auto tip = ledger.tip(log);
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

// I5 against the relay; and nobody has a reason to cry fork (I13) under an honest one.
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
    if (!desktop.forks.empty()) {
        find(QStringLiteral(": I13 a fork under an honest relay"));
    }
    for (const QString& stop : desktop.stops) {
        find(QStringLiteral(": stopped at ") + stop);
    }
}

} // namespace bongsu
