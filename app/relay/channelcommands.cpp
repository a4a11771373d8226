#include "channelcommands.h"

#include "identity/sealedbox.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// "name=value" a line; what stands behind a # at its beginning is passed over.
Result<std::map<QString, QByteArray>> secretsIn(const QByteArray& input) {
    std::map<QString, QByteArray> secrets;
    int number = 0;
    for (const QByteArray& line : input.split('\n')) {
        ++number;
        const QByteArray trimmed = line.trimmed();
        const qsizetype equals = trimmed.indexOf('=');
        if (trimmed.isEmpty() || trimmed.startsWith('#')) {
            continue;
        }
        if (equals < 1) {
            return refuse(refusal::malformed, "line " + QByteArray::number(number));
        }
        secrets.insert_or_assign(QString::fromUtf8(trimmed.first(equals)).trimmed(),
                                 trimmed.sliced(equals + 1).trimmed());
    }
    if (secrets.empty()) {
        return refuse(refusal::malformed, "no name=value");
    }
    return secrets;
}

void tellChannel(RelayNode& node, const QString& key, const QString& kind,
                 const std::shared_ptr<Output>& output) {
    const ChannelBook& book = node.deliveries().channels();
    const auto held = book.secrets(key);
    const auto wanted = secretsWanted(*book.channels(), key);
    QJsonArray lacking;
    for (const QString& secret : wanted->names) {
        if (!held || held->of(secret.toLatin1().constData()).isEmpty()) {
            lacking.append(secret);
        }
    }
    QJsonObject line{{word("channel"), key}, {word("kind"), kind}, {word("lacks"), lacking}};
    if (!held) {
        output->words(QCoreApplication::translate(
                          "relay",
                          "%1 has another address than its secrets were given for (%2), so nothing is "
                          "sent there. If the new address is right, give them again: channel add.")
                          .arg(key, QString::fromUtf8(held.error().words)));
        line.insert(word("givenFor"), QString::fromUtf8(held.error().words));
    }
    output->line(line);
}

void list(RelayNode& node, const std::shared_ptr<Output>& output, const Exit& done) {
    node.deliveries().channels().refresh([&node, output, done](bool isHere) {
        if (!isHere) {
            done(reportError(*output, Refusal{refusal::notFound, "channels"}));
            return;
        }
        for (const Channel& channel : node.deliveries().channels().channels()->channels) {
            tellChannel(node, channel.key, word(wordOf(channel.kind)), output);
            for (const PublishingPlace& place : channel.places) {
                tellChannel(node, channel.key + u'/' + place.key, place.via, output);
            }
        }
        done(exitcode::done);
    });
}

// Sealed to this relay, and recorded by it. No secrets: those that are there are taken away.
void seal(RelayNode& node, const QString& channel, const std::optional<ChannelSecrets>& secrets,
          const std::shared_ptr<Output>& output, const Exit& done) {
    const Organisation& organisation = node.sequencer().ledger().organisation();
    const DeviceId relay = node.sequencer().relay();
    const auto held = organisation.secrets.find({channel, relay});
    SecretSealed facts{channel, relay, {}};
    if (held != organisation.secrets.end()) {
        facts.against = held->second.event;
    }
    Text text;
    if (secrets) {
        QByteArray plain = encodeSecrets(*secrets);
        const auto sealed = sealTo(node.relayKeys().sealing, plain,
                                   boundSecret(*organisation.id, relay, channel), node.randomness());
        wipe(plain);
        text.sealedSecret = *sealed; // our own key is one that X25519 takes
    }
    node.pen().record(
        LogId::of(*organisation.id), facts, text, [output, done, channel](const Judgement& judged) {
            if (judged.kind == Judgement::Kind::Recorded) {
                output->line({{word("channel"), channel}, {word("seq"), qint64(judged.place->seq)}});
                done(exitcode::done);
            } else if (judged.failure) {
                done(reportError(*output, *judged.failure));
            } else {
                done(reportError(*output, Refusal{refusal::notFound, channel.toUtf8()}));
            }
        });
}

// For the destination that the channel has now, and no other.
void add(RelayNode& node, const QString& channel, const std::map<QString, QByteArray>& values,
         const std::shared_ptr<Output>& output, const Exit& done) {
    node.deliveries().channels().refresh([&node, channel, values, output, done](bool isHere) {
        const auto wanted =
            isHere ? secretsWanted(*node.deliveries().channels().channels(), channel) : std::nullopt;
        if (!wanted) {
            output->words(QCoreApplication::translate(
                "relay",
                "No channel of that name is published, so it has no address to give secrets for. Nothing "
                "was recorded. Publish the channels first: bongsuctl notice publish channels FILE."));
            done(reportError(*output, Refusal{refusal::notFound, channel.toUtf8()}));
            return;
        }
        seal(node, channel, ChannelSecrets{values, wanted->destination}, output, done);
    });
}

void test(RelayNode& node, const QStringList& words, const std::shared_ptr<Output>& output,
          const Exit& done) {
    const QString said = QCoreApplication::translate("relay", "A test by Bongsu. Nothing is wrong.");
    node.deliveries().test(
        words.value(2), words.value(3), said, [output, done, words](const SendingOutcome& outcome) {
            const bool taken = outcome.sending == Sending::Sent || outcome.sending == Sending::Delivered;
            static constexpr std::array names{"sent", "delivered", "refused", "later", "unknown"};
            output->line({{word("channel"), words.value(2)},
                          {word("outcome"), word(names[std::size_t(outcome.sending) - 1])},
                          {word("cause"), QString::fromLatin1(outcome.code)},
                          {word("words"), QString::fromUtf8(outcome.words)}});
            done(taken ? exitcode::done : exitcode::refused);
        });
}

void setRecipients(RelayNode& node, const QString& list, const QByteArray& input,
                   const std::shared_ptr<Output>& output, const Exit& done) {
    node.deliveries().channels().refresh([&node, list, input, output, done](bool) {
        if (node.deliveries().needsList(list)) {
            output->words(QCoreApplication::translate(
                "relay", "A notice still goes out to this list, or a person has to decide what became of it. "
                         "The list is as it was. Wait for it, stop it, or decide; then set the list."));
            output->line(
                {{word("error"), QJsonObject{{word("code"), word("list.in_use")}, {word("detail"), list}}}});
            done(exitcode::refused);
            return;
        }
        node.deliveries().recipients().set(
            list, input, [&node, output, done, list](const Result<quint64>& count) {
                if (!count) {
                    done(reportError(*output, count.error()));
                    return;
                }
                node.deliveries().tellRecipients();
                output->line({{word("list"), list}, {word("addresses"), qint64(*count)}});
                done(exitcode::done);
            });
    });
}

} // namespace

void channelCommand(RelayNode& node, const QStringList& words, const QByteArray& input,
                    const std::shared_ptr<Output>& output, const Exit& done) {
    const QString what = words.value(0) + u' ' + words.value(1);
    if (what == u"channel list") {
        list(node, output, done);
    } else if (what == u"channel add" && words.size() == 3) {
        const auto secrets = secretsIn(input);
        secrets ? add(node, words[2], *secrets, output, done) : done(reportError(*output, secrets.error()));
    } else if (what == u"channel remove" && words.size() == 3) {
        seal(node, words[2], std::nullopt, output, done);
    } else if (what == u"channel test" && words.size() >= 3) {
        test(node, words, output, done);
    } else if (what == u"recipients set" && words.size() == 3) {
        setRecipients(node, words[2], input, output, done);
    } else if (what == u"recipients list") {
        for (const auto& [list, count] : node.deliveries().recipients().sizes()) {
            output->line({{word("list"), list}, {word("addresses"), qint64(count)}});
        }
        done(exitcode::done);
    } else {
        done(exitcode::usage);
    }
}

} // namespace bongsu
