// Where the keys of a desktop's home lie: in their file, or in the keychain; and how they get from one to the
// other without ever being in neither. docs/decisions/012 says why so.
#pragma once

#include "identity/keystore.h"

#include <memory>

namespace bongsu {

enum class KeyPlace { File, Keychain };

// What each place holds; nothing: it was not looked into, because that would ask for a password or cannot be.
struct KeysFound {
    Result<HomeKeys> inFile;
    std::optional<Result<HomeKeys>> inKeychain{};
    KeyStoreState keychain = KeyStoreState::Away;

    bool differ() const { return inFile && inKeychain && *inKeychain && *inFile != **inKeychain; }
};

// Beside the key file lies a note, "….key.place": it says where the keys are, once they have been moved for
// the first time, and thereby whether they may be moved by themselves. Only the holder of the home may use
// this.
class KeyPlaces {
  public:
    using Done = KeyStore::Done;

    // `keychain` nothing: there is none to be used. `isChosen`: somebody named this file; the keychain has
    // nothing to do with it.
    KeyPlaces(QString keyFile, bool isChosen, std::unique_ptr<KeyStore> keychain);

    // Where the keys are, by the note. Failure key.unusable: key.missing where nothing was ever moved.
    Result<KeyPlace> noted() const;
    KeyPlace place() const;
    // No keys were ever made here, so far as can be seen.
    bool isNew() const;

    // For a new home.
    Outcome create(const HomeKeys& keys);
    // Waits for the keychain, with an event loop of its own, if the keys are there. `hasStore`: keys were
    // there once. Failures key.unusable; disk.
    Result<HomeKeys> load(bool hasStore);

    void look(std::function<void(const KeysFound&)> done);
    // Written there, read back and compared, noted, and only then removed here. May ask for a password.
    // `keep`: which are right where they differ; the others are set aside in a file beside the key file.
    // Failures key.unusable, disk, disk.full: the keys can still be used from where they were.
    void move(KeyPlace to, std::optional<KeyPlace> keep, Done done);
    // What a desktop does by itself: into the keychain, unless somebody moved them to the file; and the rest
    // of a move that was cut short. Asks nobody for anything: where the keychain is not ready, all stays.
    void settle(const Done& done);

    QString keyFile() const { return m_file.name(); }
    QString keychainItem() const { return m_keychain ? m_keychain->name() : QString(); }

  private:
    struct Move;
    using Moving = std::shared_ptr<Move>;

    KeyStore& storeOf(KeyPlace place);
    Result<HomeKeys> loadFromKeychain(const Result<HomeKeys>& file);
    Result<HomeKeys> findAgain(const Result<HomeKeys>& missing);
    Outcome note(KeyPlace place);
    QString notePath() const { return m_file.name() + QStringLiteral(".place"); }
    void choose(const Moving& moving);
    void setAside(const Moving& moving, KeyPlace wrong);
    void write(const Moving& moving);
    void readBack(const Moving& moving);
    void removeOld(const Moving& moving);

    FileKeyStore m_file;
    bool m_isChosen;
    std::unique_ptr<KeyStore> m_keychain;
};

} // namespace bongsu
