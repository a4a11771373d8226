#include "wiring/keyplaces.h"

#include "wiring/system.h"

#include <QEventLoop>
#include <QFileInfo>

namespace bongsu {

namespace {

constexpr SecretFileKind noteFile{"BONGSUP1"};
constexpr QByteArrayView inFileWord("file");
constexpr QByteArrayView inKeychainWord("keychain");

tl::unexpected<Error> unusable(const char* fault) {
    return fail(failure::keyUnusable, fault);
}

// What `begin` answers, whether at once or later: stores answer within a bounded time. Nothing if the program
// ends meanwhile.
template <class T>
std::optional<T> awaited(const std::function<void(std::function<void(const T&)>)>& begin) {
    struct Wait {
        std::optional<T> answer;
        QEventLoop loop;
    };
    const auto wait = std::make_shared<Wait>();
    begin([wait](const T& answer) {
        wait->answer = answer;
        wait->loop.quit();
    });
    if (!wait->answer) {
        wait->loop.exec();
    }
    return wait->answer;
}

} // namespace

KeyPlaces::KeyPlaces(QString keyFile, bool isChosen, std::unique_ptr<KeyStore> keychain)
    : m_file(std::move(keyFile)), m_isChosen(isChosen || QFileInfo(m_file.name()).isSymLink()),
      m_keychain(std::move(keychain)) {}

KeyStore& KeyPlaces::storeOf(KeyPlace place) {
    return place == KeyPlace::File ? m_file : *m_keychain;
}

Result<KeyPlace> KeyPlaces::noted() const {
    const auto contents = readSecretFile(notePath(), noteFile);
    if (!contents) {
        return errorOf(contents);
    }
    if (contents->body == inKeychainWord) {
        return KeyPlace::Keychain;
    }
    return contents->body == inFileWord ? Result<KeyPlace>(KeyPlace::File) : unusable(keyfault::newer);
}

KeyPlace KeyPlaces::place() const {
    return m_isChosen ? KeyPlace::File : noted().value_or(KeyPlace::File);
}

Outcome KeyPlaces::note(KeyPlace place) {
    auto made = makeFolder(QFileInfo(notePath()).path());
    return made ? replaceSecretFile(notePath(), noteFile,
                                    place == KeyPlace::File ? inFileWord : inKeychainWord)
                : made;
}

bool KeyPlaces::isNew() const {
    const auto where = noted();
    return !QFileInfo::exists(m_file.name()) && (m_isChosen || (!where && saysMissing(where.error())));
}

Outcome KeyPlaces::create(const HomeKeys& keys) {
    auto made = makeFolder(QFileInfo(m_file.name()).path());
    return made ? createKeyFile(m_file.name(), keys) : made;
}

Result<HomeKeys> KeyPlaces::load(bool hasStore) {
    auto file = loadKeyFile(m_file.name());
    if (place() == KeyPlace::Keychain) {
        return loadFromKeychain(file);
    }
    const bool isLost = !file && saysMissing(file.error()) && hasStore;
    return isLost && !m_isChosen && m_keychain ? findAgain(file) : file;
}

// A move that was cut short leaves the file: then nobody needs to be asked for a password.
Result<HomeKeys> KeyPlaces::loadFromKeychain(const Result<HomeKeys>& file) {
    if (!m_keychain) {
        return file ? file : unusable(keyfault::keychainAway);
    }
    if (file) {
        const auto found = awaited<KeysFound>([this](auto done) { look(std::move(done)); });
        return found && found->differ() ? unusable(keyfault::differing) : file;
    }
    const auto kept = awaited<Result<HomeKeys>>([this](auto done) { m_keychain->load(std::move(done)); });
    if (!kept) {
        return unusable(keyfault::keychainAway);
    }
    return !*kept && saysMissing(kept->error()) ? unusable(keyfault::keychainMissing) : *kept;
}

// Whoever lost the note with the file, but not the keychain.
Result<HomeKeys> KeyPlaces::findAgain(const Result<HomeKeys>& missing) {
    const auto found = awaited<KeysFound>([this](auto done) { look(std::move(done)); });
    if (!found || !found->inKeychain || !*found->inKeychain) {
        return missing;
    }
    static_cast<void>(
        note(KeyPlace::Keychain)); // a full disk keeps nobody out: they are found again next time
    return *found->inKeychain;
}

void KeyPlaces::look(std::function<void(const KeysFound&)> done) {
    KeysFound found{loadKeyFile(m_file.name())};
    if (!m_keychain) {
        done(found);
        return;
    }
    m_keychain->ask([this, found, done = std::move(done)](KeyStoreState state) mutable {
        found.keychain = state;
        if (state != KeyStoreState::Ready) {
            done(found);
            return;
        }
        m_keychain->load([found, done = std::move(done)](const Result<HomeKeys>& kept) mutable {
            found.inKeychain = kept;
            done(found);
        });
    });
}

} // namespace bongsu
