#include "relaycommands.h"

#include "identity/rootfile.h"
#include "wiring/founding.h"
#include "wording/sentence.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>

namespace bongsu {

namespace {

Error errorOf(const Judgement& judgement) {
    if (judgement.kind == Judgement::Kind::Failed) {
        return *judgement.failure;
    }
    const auto record = decodeRefusal(judgement.refusal->bytes);
    return Refusal{record ? record->code : QByteArray(refusal::malformed)};
}

// A key that lies beside the relay is told of by status.
void warnIfExposed(Output& output, const LoadedRootKey& root, const QString& file) {
    if (root.exposed) {
        output.words(QCoreApplication::translate(
                         "root",
                         "Others on this computer may read the root key in %1. It was used all the same. "
                         "Keep it where only you can reach it.")
                         .arg(file));
    }
}

} // namespace

void RelayCommands::offerAll(std::vector<Offer> offers,
                             std::function<void(const std::optional<Error>&)> done) {
    struct Waiting {
        std::size_t missing;
        std::optional<Error> error;
    };
    const auto waiting = std::make_shared<Waiting>(Waiting{offers.size(), std::nullopt});
    for (const Offer& offer : offers) {
        m_node.sequencer().offer(offer, std::nullopt, [waiting, done](const Judgement& judgement) {
            if (judgement.kind != Judgement::Kind::Recorded && !waiting->error) {
                waiting->error = errorOf(judgement);
            }
            if (--waiting->missing == 0) {
                done(waiting->error);
            }
        });
    }
}

void RelayCommands::found(const QString& name, const std::vector<Address>& advertised,
                          const std::shared_ptr<Output>& output, Exit done) {
    System& system = m_node.system();
    const auto rootOne = Ed25519Key::generate(system.randomness);
    const auto rootTwo = Ed25519Key::generate(system.randomness);
    const auto founded =
        bongsu::found(Founding{name, advertised, rootOne, rootTwo, m_node.signingKey(), m_node.relayKeys()},
                      system.clock.now(), system.randomness);
    if (!founded) {
        done(reportError(*output, founded.error()));
        return;
    }
    // The keys are on disk before the organisation exists: one without its root could never be recovered.
    for (const auto& [which, key] : {std::pair{1, &rootOne}, std::pair{2, &rootTwo}}) {
        if (auto kept =
                createRootFile(m_node.folder().root(which), RootKey{founded->org, which, key->seed()});
            !kept) {
            done(reportError(*output, kept.error()));
            return;
        }
    }
    offerAll(founded->offers, [this, output, done](const std::optional<Error>& error) {
        if (error) {
            done(reportError(*output, *error));
            return;
        }
        output->words(
            QCoreApplication::translate(
                "relay",
                "Two root keys lie in %1. Move them to two safe places away from this computer; they are "
                "needed only when no admin is left.")
                .arg(QFileInfo(m_node.folder().root(1)).path()));
        invite(m_node.folder().root(1), output, done);
    });
}

void RelayCommands::invite(const QString& rootFile, const std::shared_ptr<Output>& output, Exit done) {
    const auto root = rootOf(*m_node.sequencer().ledger().organisation().id, rootFile);
    if (!root) {
        done(reportError(*output, root.error()));
        return;
    }
    warnIfExposed(*output, *root, rootFile);
    System& system = m_node.system();
    const auto invite = inviteByRoot(m_node.sequencer().ledger(), m_node.advertised(),
                                     Ed25519Key(root->key.seed), system.clock.now(), system.randomness);
    if (!invite) {
        done(reportError(*output, invite.error()));
        return;
    }
    const QString line = invite->line;
    offerAll({invite->offer}, [this, output, line, done](const std::optional<Error>& error) {
        if (error) {
            done(reportError(*output, *error));
            return;
        }
        const OrgId org = *m_node.sequencer().ledger().organisation().id;
        output->line({{QStringLiteral("org"), org.toHex()}, {QStringLiteral("invite"), line}});
        done(exitcode::done);
    });
}

void RelayCommands::status(Output& output) {
    const Ledger& ledger = m_node.sequencer().ledger();
    const Organisation& organisation = ledger.organisation();
    qint64 entries = qint64(organisation.seq);
    for (const auto& [log, incident] : ledger.incidents()) {
        entries += qint64(m_node.sequencer().durableSeq(log));
    }
    const auto& stopped = m_node.sequencer().stopped();
    if (stopped) {
        output.words(sentence(*stopped));
    }
    const bool rootHere =
        QFileInfo::exists(m_node.folder().root(1)) || QFileInfo::exists(m_node.folder().root(2));
    if (rootHere) {
        output.words(QCoreApplication::translate(
                         "relay", "The root keys still lie beside the relay, in %1: move them away.")
                         .arg(QFileInfo(m_node.folder().root(1)).path()));
    }
    QJsonArray addresses;
    for (const Address& address : m_node.advertised()) {
        addresses.append(toText(address));
    }
    output.line({{QStringLiteral("org"), organisation.id ? organisation.id->toHex() : QString()},
                 {QStringLiteral("name"), m_node.sequencer().texts().organisationName(organisation)},
                 {QStringLiteral("relay"), m_node.sequencer().relay().toHex()},
                 {QStringLiteral("addresses"), addresses},
                 {QStringLiteral("incidents"), qint64(ledger.incidents().size())},
                 {QStringLiteral("entries"), entries},
                 {QStringLiteral("people"), qint64(organisation.persons.size())},
                 {QStringLiteral("sessions"), m_node.sessions()},
                 {QStringLiteral("stopped"), stopped ? QString::fromLatin1(stopped->code) : QString()},
                 {QStringLiteral("rootHere"), rootHere}});
}

void RelayCommands::backup(const QString& file, const std::shared_ptr<Output>& output, Exit done) {
    m_node.store().backup(file, [output, file, done](const Result<std::monostate>& made) {
        if (!made) {
            done(reportError(*output, made.error()));
            return;
        }
        output->line({{QStringLiteral("backup"), file}});
        done(exitcode::done);
    });
}

void RelayCommands::run(const QStringList& words, const std::shared_ptr<Output>& output, Exit done) {
    const QString command = words.value(0);
    if (!m_node.sequencer().ledger().organisation().id) {
        done(reportError(*output, Refusal{refusal::unknownLog, "organisation"}));
    } else if (command == QStringLiteral("invite")) {
        invite(words.size() > 1 ? words[1] : m_node.folder().root(1), output, std::move(done));
    } else if (command == QStringLiteral("status")) {
        status(*output);
        done(exitcode::done);
    } else if (command == QStringLiteral("backup") && words.size() == 2) {
        backup(words[1], output, std::move(done));
    } else {
        output->words(QCoreApplication::translate("relay", "Unknown command: %1").arg(command));
        done(exitcode::usage);
    }
}

} // namespace bongsu
