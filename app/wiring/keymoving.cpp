// How keys move. Every step leaves them whole in a place where KeyPlaces::load() finds them.
#include "wiring/keyplaces.h"

#include "identity/ed25519.h"
#include "wiring/system.h"

#include <QFileInfo>

namespace bongsu {

namespace {

tl::unexpected<Error> unusable(const char* fault) {
    return fail(failure::keyUnusable, fault);
}

KeyPlace otherThan(KeyPlace place) {
    return place == KeyPlace::File ? KeyPlace::Keychain : KeyPlace::File;
}

bool isMissing(const Result<HomeKeys>& keys) {
    return !keys && saysMissing(keys.error());
}

// In a file of its own, named after the device they make; there already from an attempt before is as good.
Outcome keepBeside(const QString& keyFile, const HomeKeys& keys) {
    constexpr qsizetype enoughDigits = 8;
    const QString device =
        keys.deviceSeed ? deviceIdOf(Ed25519Key(*keys.deviceSeed).publicKey()).toHex() : QString();
    const QString path = keyFile + QStringLiteral(".aside-") + device.left(enoughDigits);
    const auto made = createKeyFile(path, keys);
    const auto there = loadKeyFile(path);
    return there && *there == keys ? Outcome(std::monostate{}) : made ? errorOf(there) : made;
}

} // namespace

struct KeyPlaces::Move {
    KeyPlace to;
    std::optional<KeyPlace> keep;
    Done done;
    Result<HomeKeys> inFile;
    Result<HomeKeys> inKeychain;

    Result<HomeKeys>& in(KeyPlace place) { return place == KeyPlace::File ? inFile : inKeychain; }
    // What one of them has, or both agree upon.
    const HomeKeys& keys() const { return inFile ? *inFile : *inKeychain; }
};

void KeyPlaces::settle(const Done& done) {
    const auto where = noted();
    const bool mayMove = where ? *where == KeyPlace::Keychain : saysMissing(where.error());
    if (m_isChosen || !m_keychain || !mayMove || !QFileInfo::exists(m_file.name())) {
        done(std::monostate{});
        return;
    }
    m_keychain->ask([this, done](KeyStoreState state) {
        if (state == KeyStoreState::Ready) {
            move(KeyPlace::Keychain, std::nullopt, done);
        } else {
            done(std::monostate{});
        }
    });
}

void KeyPlaces::move(KeyPlace to, std::optional<KeyPlace> keep, Done done) {
    if (m_isChosen) {
        done(unusable(keyfault::named));
        return;
    }
    const auto begin = [this, to, keep, done = std::move(done)](const Result<HomeKeys>& inKeychain) {
        choose(std::make_shared<Move>(Move{to, keep, done, loadKeyFile(m_file.name()), inKeychain}));
    };
    if (m_keychain) {
        m_keychain->load(begin);
    } else {
        begin(unusable(keyfault::keychainAway));
    }
}

void KeyPlaces::choose(const Moving& moving) {
    const Result<HomeKeys>& file = moving->inFile;
    const Result<HomeKeys>& kept = moving->inKeychain;
    if (file && kept && *file != *kept) {
        if (moving->keep) {
            setAside(moving, otherThan(*moving->keep));
        } else {
            moving->done(unusable(keyfault::differing));
        }
        return;
    }
    // They are in the file already: what cannot be looked into is not needed for that.
    if (moving->to == KeyPlace::File && file && place() == KeyPlace::File && !kept && !isMissing(kept)) {
        moving->done(note(KeyPlace::File));
        return;
    }
    for (const Result<HomeKeys>* one : {&file, &kept}) {
        if (!*one && !isMissing(*one)) {
            moving->done(errorOf(*one));
            return;
        }
    }
    if (!file && !kept) {
        moving->done(place() == KeyPlace::Keychain ? unusable(keyfault::keychainMissing) : errorOf(file));
        return;
    }
    write(moving);
}

void KeyPlaces::setAside(const Moving& moving, KeyPlace wrong) {
    if (const auto kept = keepBeside(m_file.name(), *moving->in(wrong)); !kept) {
        moving->done(kept);
        return;
    }
    storeOf(wrong).remove([this, moving, wrong](const Outcome& removed) {
        if (!removed) {
            moving->done(removed);
            return;
        }
        moving->in(wrong) = unusable(keyfault::missing);
        write(moving);
    });
}

void KeyPlaces::write(const Moving& moving) {
    if (moving->in(moving->to)) {
        removeOld(moving);
        return;
    }
    if (const auto made = makeFolder(QFileInfo(m_file.name()).path()); !made) {
        moving->done(made);
        return;
    }
    storeOf(moving->to).create(moving->keys(), [this, moving](const Outcome& created) {
        if (created) {
            readBack(moving);
        } else {
            moving->done(created);
        }
    });
}

void KeyPlaces::readBack(const Moving& moving) {
    storeOf(moving->to).load([this, moving](const Result<HomeKeys>& there) {
        if (there && *there == moving->keys()) {
            removeOld(moving);
        } else if (!there && !isMissing(there)) {
            moving->done(errorOf(there));
        } else {
            moving->done(moving->to == KeyPlace::Keychain ? unusable(keyfault::keychainFailed)
                                                          : fail(failure::disk, "read back"));
        }
    });
}

void KeyPlaces::removeOld(const Moving& moving) {
    if (const auto said = note(moving->to); !said) {
        moving->done(said);
        return;
    }
    const KeyPlace from = otherThan(moving->to);
    if (!moving->in(from)) {
        moving->done(std::monostate{});
        return;
    }
    storeOf(from).remove([moving, from](const Outcome& removed) {
        const bool remains = !removed && from == KeyPlace::Keychain;
        moving->done(remains ? unusable(keyfault::keychainRemains) : removed);
    });
}

} // namespace bongsu
