// A place that holds the secrets of a home: a file, or what the desktop session keeps secrets in.
#pragma once

#include "identity/keyfile.h"
#include "identity/secretfile.h"

#include <functional>

namespace bongsu {

// It was looked, and nothing was there. Every other failure leaves open whether there are keys.
inline bool saysMissing(const Error& error) {
    return error == Error(Failure{failure::keyUnusable, keyfault::missing});
}

enum class KeyStoreState {
    Ready,
    Locked, // it asks a person for a password before it gives or takes anything
    Away,
};

// Every call answers once and within a bounded time, some of them before they return; not at all once the
// store is gone. Only the holder of a home writes its keys.
class KeyStore {
  public:
    using Told = std::function<void(KeyStoreState)>;
    using Loaded = std::function<void(const Result<HomeKeys>&)>;
    using Done = std::function<void(const Outcome&)>;

    virtual ~KeyStore() = default;

    // What a person finds the keys by: a path, the name of an item.
    virtual QString name() const = 0;
    // Asks nobody for a password. The others may, if it is locked.
    virtual void ask(Told told) = 0;
    // Failures key.unusable: a keyfault, of which key.missing says that it was looked and nothing was there;
    // disk.
    virtual void load(Loaded done) = 0;
    // Never over what is there (key.present), and durable when it is done. Failures key.unusable, disk,
    // disk.full.
    virtual void create(const HomeKeys& keys, Done done) = 0;
    // Failures key.unusable, disk: they may still be there.
    virtual void remove(Done done) = 0;
};

// keyfile.h's file as such a place. The folder it lies in must exist.
class FileKeyStore : public KeyStore {
  public:
    explicit FileKeyStore(QString path) : m_path(std::move(path)) {}

    QString name() const override { return m_path; }
    void ask(Told told) override { told(KeyStoreState::Ready); }
    void load(Loaded done) override { done(loadKeyFile(m_path)); }
    void create(const HomeKeys& keys, Done done) override { done(createKeyFile(m_path, keys)); }
    void remove(Done done) override { done(eraseSecretFile(m_path)); }

  private:
    QString m_path;
};

} // namespace bongsu
