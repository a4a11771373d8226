// Verifies what a home holds, from the bytes on disk: every hash, chain, signature and verdict.
#include "commands/copycheck.h"
#include "commands/nodecommands.h"
#include "commands/verifying.h"

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
        m_node.replayVerified({.seen = [counts](const Ledger&, const Accepted& accepted,
                                                const StoredEntry&) { counts->take(accepted); }},
                              [asked, counts](const Result<std::shared_ptr<Replayed>>& replayed) {
                                  if (replayed) {
                                      tell(asked, *counts);
                                  } else {
                                      asked->done(reportDamage(*asked->output, replayed.error()));
                                  }
                              });
    });
}

// The organisation's log, by which everything is judged, and one other; counts the other.
void NodeCommands::verifyIncident(const Asked& asked) {
    const auto incident = incidentNamed(asked->arguments.at(0));
    if (!incident) {
        asked->fail(incident.error());
        return;
    }
    std::optional<QByteArray> copy;
    if (const auto path = asked->arguments.value(word("report"))) {
        const auto bytes = copyIn(*path);
        if (!bytes) {
            asked->fail(bytes.error());
            return;
        }
        copy = *bytes;
    }
    struct Proof {
        Counts counts;
        CopyCheck check;
    };
    const auto proof = std::make_shared<Proof>();
    whenKept(asked, [this, asked, proof, copy, log = *incident] {
        const LogId org = LogId::of(*m_journal.organisationId());
        const auto see = [proof](const Ledger& ledger, const Accepted& accepted, const StoredEntry& stored) {
            proof->check.take(ledger, stored.entry, accepted);
            if (!ledger.isOrganisation(accepted.log)) {
                proof->counts.take(accepted);
            }
        };
        m_node.replayVerified(
            {.seen = see, .reads = [org, log](const LogId& one) { return one == org || one == log; }},
            [asked, proof, copy, log](const Result<std::shared_ptr<Replayed>>& replayed) {
                if (!replayed) {
                    asked->done(reportDamage(*asked->output, replayed.error()));
                } else if (copy) {
                    asked->done(proof->check.judge(*asked->output, (*replayed)->ledger, log, *copy));
                } else {
                    tell(asked, proof->counts);
                }
            });
    });
}

} // namespace bongsu
