#include "commands/keycommand.h"

#include "identity/ed25519.h"
#include "wording/sentence.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QString nameOf(KeyPlace place) {
    return place == KeyPlace::File ? word("file") : word("keychain");
}

std::optional<KeyPlace> placeNamed(const QString& name) {
    for (const KeyPlace place : {KeyPlace::File, KeyPlace::Keychain}) {
        if (name == nameOf(place)) {
            return place;
        }
    }
    return std::nullopt;
}

QString nameOf(KeyStoreState state) {
    return state == KeyStoreState::Ready    ? word("unlocked")
           : state == KeyStoreState::Locked ? word("locked")
                                            : word("away");
}

// What a place holds: the device that its keys make, or why they are none.
QJsonObject described(const QString& name, const Result<HomeKeys>& keys) {
    QJsonObject words{{word("name"), name}, {word("holds"), keys.has_value()}};
    if (keys && keys->deviceSeed) {
        words.insert(word("device"), deviceIdOf(Ed25519Key(*keys->deviceSeed).publicKey()).toHex());
    }
    if (!keys && !saysMissing(keys.error())) {
        const auto* failure = std::get_if<Failure>(&keys.error());
        words.insert(word("trouble"), QString::fromLatin1(failure ? failure->detail : codeOf(keys.error())));
    }
    return words;
}

void tell(KeyPlaces& places, const std::shared_ptr<Output>& output, const Exit& done) {
    places.look([&places, output, done](const KeysFound& found) {
        QJsonObject keychain{{word("name"), places.keychainItem()}};
        if (found.inKeychain) {
            keychain = described(places.keychainItem(), *found.inKeychain);
        }
        keychain.insert(word("state"), nameOf(found.keychain));
        output->line({{word("keys"), QJsonObject{{word("place"), nameOf(places.place())},
                                                 {word("file"), described(places.keyFile(), found.inFile)},
                                                 {word("keychain"), keychain}}}});
        if (found.differ()) {
            output->words(sentence(Failure{failure::keyUnusable, keyfault::differing}));
        }
        done(exitcode::done);
    });
}

} // namespace

QString keysCommand() {
    return word("keys");
}

const Usage& keysUsage() {
    static const Usage usage{
        word("keys [move --to keychain|file [--keep keychain|file]]"), 0, 1, {word("to="), word("keep=")}};
    return usage;
}

void runKeys(KeyPlaces& places, const Arguments& arguments, const std::shared_ptr<Output>& output,
             Exit done) {
    if (arguments.count() == 0 && !arguments.has(word("to")) && !arguments.has(word("keep"))) {
        tell(places, output, done);
        return;
    }
    const auto to = placeNamed(arguments.value(word("to")).value_or(QString()));
    const auto keep = placeNamed(arguments.value(word("keep")).value_or(QString()));
    if (arguments.at(0) != word("move") || !to || (arguments.has(word("keep")) && !keep)) {
        output->words(keysUsage().line);
        output->line({{word("error"), QJsonObject{{word("code"), word("usage")}}}});
        done(exitcode::usage);
        return;
    }
    places.move(*to, keep, [&places, output, done](const Outcome& moved) {
        if (moved) {
            tell(places, output, done);
        } else {
            done(reportError(*output, moved.error()));
        }
    });
}

} // namespace bongsu
