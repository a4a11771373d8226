#include "relaycommands.h"

#include "channelcommands.h"

#include "identity/rootfile.h"
#include "wiring/foundingrelay.h"
#include "wording/certificatewords.h"
#include "wording/sentence.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bongsu {

namespace {

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

void RelayCommands::found(const QString& name, const std::vector<Address>& advertised,
                          const std::shared_ptr<Output>& output, Exit done) {
    foundAt(m_node, name, advertised, [this, output, done](const Outcome& founded) {
        if (!founded) {
            done(reportError(*output, founded.error()));
            return;
        }
        output->words(
            QCoreApplication::translate(
                "relay",
                "Two root keys lie in %1. Move them to two safe places away from this computer; they are "
                "needed only when no admin is left.")
                .arg(m_node.folder().rootFolder()));
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
    inviteAt(m_node, Ed25519Key(root->key.seed), m_node.advertised(),
             [this, output, done](const Result<QString>& line) {
                 if (!line) {
                     done(reportError(*output, line.error()));
                     return;
                 }
                 const OrgId org = *m_node.sequencer().ledger().organisation().id;
                 output->line({{QStringLiteral("org"), org.toHex()}, {QStringLiteral("invite"), *line}});
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
    const bool rootHere = m_node.folder().holdsRoot();
    if (rootHere) {
        output.words(QCoreApplication::translate(
                         "relay", "The root keys still lie beside the relay, in %1: move them away.")
                         .arg(m_node.folder().rootFolder()));
    }
    const auto& certificate = m_node.certificate();
    const auto warning = certificate ? warningOf(*certificate, m_node.system().clock.now()) : std::nullopt;
    if (warning) {
        output.words(sentence(*warning) + u' ' + certificateTask(*warning));
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
                 {QStringLiteral("certificateUntil"), certificate ? toIso(certificate->notAfter) : QString()},
                 {QStringLiteral("certificate"), QString::fromLatin1(codeOf(warning))},
                 {QStringLiteral("rootHere"), rootHere}});
}

// What a gateway is to be told, once: with Kannel's places for the sender and the message.
int RelayCommands::replies(Output& output) {
    const auto port = RelayFolder::keptIn(m_node.folder().repliesFile());
    if (!port) {
        return reportError(output, port.error());
    }
    if (!*port) {
        output.words(QCoreApplication::translate(
            "relay", "No gateway hands over answers here. Start the relay with --replies PORT once."));
        return exitcode::refused;
    }
    const QString address =
        QStringLiteral("http://127.0.0.1:%1/replies?key=%2&from=%p&text=%a")
            .arg(QString::fromLatin1(**port), QString::fromLatin1(m_node.deliveries().pager().replyKey()));
    output.line({{QStringLiteral("address"), address}});
    return exitcode::done;
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

void RelayCommands::run(const QStringList& words, const QByteArrayList& input,
                        const std::shared_ptr<Output>& output, Exit done) {
    const QString command = words.value(0);
    if (!m_node.sequencer().ledger().organisation().id) {
        done(reportError(*output, Refusal{refusal::unknownLog, "organisation"}));
    } else if (command == QStringLiteral("invite")) {
        invite(words.size() > 1 ? words[1] : m_node.folder().root(1), output, std::move(done));
    } else if (command == QStringLiteral("status")) {
        status(*output);
        done(exitcode::done);
    } else if (command == QStringLiteral("replies")) {
        done(replies(*output));
    } else if (command == QStringLiteral("backup") && words.size() == 2) {
        backup(words[1], output, std::move(done));
    } else if (command == QStringLiteral("channel") || command == QStringLiteral("recipients")) {
        channelCommand(m_node, words, input.join('\n'), output, done);
    } else {
        output->words(QCoreApplication::translate("relay", "Unknown command: %1").arg(command));
        done(exitcode::usage);
    }
}

} // namespace bongsu
