// Verifies what a home holds, from the bytes on disk: every hash, chain, signature and verdict.
#include "commands/copycheck.h"
#include "commands/nodecommands.h"
#include "commands/verifying.h"

#include "storage/replay.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

struct Counts {
    qint64 entries = 0;
    qint64 voids = 0;

    void take(const Accepted& accepted) {
        ++entries;
        voids += accepted.verdict ? 1 : 0;
    }
};

void tell(const Asked& asked, const Counts& counts) {
    asked->output->line(
        {{word("verified"), QJsonObject{{word("entries"), counts.entries}, {word("void"), counts.voids}}}});
    asked->done(exitcode::done);
}

// The organisation's log, by which everything is judged, and one other; counts the other.
struct Proof {
    explicit Proof(const Verifier& verifier) : ledger(verifier) {}

    void take(const LogId& log, const KeptEntry& kept) {
        const auto accepted = ledger.accept(kept, Trust::Verify);
        if (!accepted && !fault) {
            const auto tip = ledger.tip(log);
            fault = Failure{failure::corrupt, log.toHex().toLatin1() + ' ' +
                                                  QByteArray::number(tip ? tip->seq + 1 : 1) + ' ' +
                                                  codeOf(accepted.error())};
        }
        if (accepted) {
            check.take(ledger, kept, *accepted);
        }
        if (accepted && !ledger.isOrganisation(log)) {
            counts.take(*accepted);
        }
    }

    Ledger ledger;
    Counts counts;
    CopyCheck check;
    std::optional<Error> fault; // the first
};

} // namespace

void NodeCommands::verify(const Asked& asked) {
    if (asked->arguments.count() > 0) {
        verifyIncident(asked);
        return;
    }
    if (asked->arguments.has(word("report"))) { // of which incident?
        asked->fail(Refusal{refusal::outOfRange, "INCIDENT"});
        return;
    }
    const auto counts = std::make_shared<Counts>();
    whenKept(asked, [this, asked, counts] {
        replay(
            m_node.store(), m_node.verifier(), Trust::Verify,
            [counts](const Accepted& accepted, const StoredEntry&) { counts->take(accepted); },
            [asked, counts](const Result<std::shared_ptr<Replayed>>& replayed) {
                if (replayed) {
                    tell(asked, *counts);
                } else {
                    asked->done(reportDamage(*asked->output, replayed.error()));
                }
            });
    });
}

void NodeCommands::verifyIncident(const Asked& asked) {
    const auto incident = incidentNamed(asked->arguments.at(0));
    if (!incident) {
        asked->fail(incident.error());
        return;
    }
    const auto proof = std::make_shared<Proof>(m_node.verifier());
    const auto verifyLog = [this, proof](const LogId& log,
                                         std::function<void(const Result<std::monostate>&)> done) {
        const auto tip = m_journal.ledger().tip(log);
        eachEntry(
            log, 1, tip ? tip->seq : 0, [proof, log](const KeptEntry& kept) { proof->take(log, kept); },
            std::move(done));
    };
    std::optional<QByteArray> copy;
    if (const auto path = asked->arguments.value(word("report"))) {
        const auto bytes = copyIn(*path);
        if (!bytes) {
            asked->fail(bytes.error());
            return;
        }
        copy = *bytes;
    }
    const auto tellAll = [asked, proof, copy, log = *incident](const Result<std::monostate>& read) {
        if (!read || proof->fault) {
            asked->done(reportDamage(*asked->output, read ? *proof->fault : read.error()));
        } else if (copy) {
            asked->done(proof->check.judge(*asked->output, proof->ledger, log, *copy));
        } else {
            tell(asked, proof->counts);
        }
    };
    whenKept(asked, [this, verifyLog, tellAll, log = *incident] {
        verifyLog(LogId::of(*m_journal.organisationId()),
                  [verifyLog, tellAll, log](const Result<std::monostate>& read) {
                      read ? verifyLog(log, tellAll) : tellAll(read);
                  });
    });
}

} // namespace bongsu
