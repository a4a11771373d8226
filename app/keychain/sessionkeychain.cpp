#include "keychain/sessionkeychain.h"

#include "keychain/secretservice.h"

#include <QFile>
#include <QFileInfo>
#include <QLibrary>
#include <QStandardPaths>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <chrono>
#include <fcntl.h>
#include <unistd.h>

namespace bongsu {

namespace {

using namespace std::chrono_literals;

// An unlocked keychain answers within milliseconds; a person looks for the password first.
constexpr std::chrono::milliseconds answersWithin = 10s;
constexpr std::chrono::milliseconds unlockedWithin = 60s;
const QString itemKey = QStringLiteral("keys"); // one item has all keys of a home

tl::unexpected<Error> unusable(const char* fault) {
    return fail(failure::keyUnusable, fault);
}

// libsecret goes on with the session it once opened, although the keyring's program may be another one by
// now: then every job of this process would fail. Jobs that are under way keep what they have.
void forgetOldSession() {
    static const auto disconnect = reinterpret_cast<void (*)()>(
        QLibrary::resolve(QStringLiteral("secret-1"), 0, "secret_service_disconnect"));
    if (disconnect != nullptr) {
        disconnect();
    }
}

// The bytes are not wiped: D-Bus and the library have copied them already.
Result<HomeKeys> keysIn(const QByteArray& bytes) {
    const auto keys = keysFrom(bytes);
    const bool isNewer = !keys && keys.error() == Error(Failure{failure::keyUnusable, keyfault::newer});
    return keys || isNewer ? keys : unusable(keyfault::keychainDamaged);
}

class SessionKeychain : public QObject, public KeyStore {
  public:
    explicit SessionKeychain(const QString& home)
        : m_item(QStringLiteral("Bongsu – ") + QFileInfo(home).canonicalFilePath()) {}

    QString name() const override { return m_item; }
    void ask(Told told) override { m_service.ask(std::move(told)); }
    void load(Loaded done) override;
    void create(const HomeKeys& keys, Done done) override;
    void remove(Done done) override;

  private:
    using Finished = std::function<void(QKeychain::Error)>;

    // Calls `ready` with the time an answer may take, or `done` with why there will be none.
    template <class Answer>
    void whenThere(const Answer& done, std::function<void(std::chrono::milliseconds)> ready);
    void start(QKeychain::Job* job, std::chrono::milliseconds within, const Finished& finished);
    void write(const HomeKeys& keys, const Done& done);
    void sync(const Done& done);
    void tellMissing(const Loaded& done);

    QString m_item;
    SecretService m_service;
};

template <class Answer>
void SessionKeychain::whenThere(const Answer& done, std::function<void(std::chrono::milliseconds)> ready) {
    ask([done, ready = std::move(ready)](KeyStoreState state) {
        if (state == KeyStoreState::Away) {
            done(unusable(keyfault::keychainAway));
        } else {
            ready(state == KeyStoreState::Locked ? unlockedWithin : answersWithin);
        }
    });
}

// A job that was given up goes on without us: libsecret holds it until it answers, and it deletes itself.
void SessionKeychain::start(QKeychain::Job* job, std::chrono::milliseconds within, const Finished& finished) {
    job->setKey(itemKey);
    auto* waiting = new QTimer(this);
    waiting->setSingleShot(true);
    connect(job, &QKeychain::Job::finished, waiting, [waiting, finished](QKeychain::Job* ended) {
        waiting->deleteLater();
        finished(ended->error());
    });
    connect(waiting, &QTimer::timeout, waiting, [waiting, job, finished] {
        QObject::disconnect(job, nullptr, waiting, nullptr);
        waiting->deleteLater();
        finished(QKeychain::OtherError);
    });
    waiting->start(within);
    forgetOldSession();
    job->start();
}

void SessionKeychain::load(Loaded done) {
    whenThere(done, [this, done](std::chrono::milliseconds within) {
        auto* job = new QKeychain::ReadPasswordJob(m_item);
        start(job, within, [this, job, done](QKeychain::Error error) {
            if (error == QKeychain::NoError) {
                done(keysIn(job->binaryData()));
            } else if (error == QKeychain::EntryNotFound) {
                tellMissing(done);
            } else {
                const bool refused =
                    error == QKeychain::AccessDenied || error == QKeychain::AccessDeniedByUser;
                done(unusable(refused ? keyfault::keychainLocked : keyfault::keychainAway));
            }
        });
    });
}

// A prompt that was refused ends as if there were no such item.
void SessionKeychain::tellMissing(const Loaded& done) {
    ask([done](KeyStoreState state) {
        done(unusable(state == KeyStoreState::Ready    ? keyfault::missing
                      : state == KeyStoreState::Locked ? keyfault::keychainLocked
                                                       : keyfault::keychainAway));
    });
}

void SessionKeychain::create(const HomeKeys& keys, Done done) {
    load([this, keys, done = std::move(done)](const Result<HomeKeys>& there) {
        if (there) {
            done(unusable(keyfault::present));
        } else if (!saysMissing(there.error())) {
            done(errorOf(there));
        } else {
            write(keys, done);
        }
    });
}

// gnome-keyring syncs the file it writes, but not the folder in which that takes its name.
void SessionKeychain::sync(const Done& done) {
    const auto synced = std::make_shared<bool>(false);
    auto* syncing = QThread::create([synced] {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
        const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        *synced = fd >= 0 && ::syncfs(fd) == 0;
        ::close(fd);
    });
    connect(syncing, &QThread::finished, syncing, &QObject::deleteLater);
    connect(syncing, &QThread::finished, this, [synced, done] {
        done(*synced ? Outcome(std::monostate{}) : unusable(keyfault::keychainFailed));
    });
    syncing->start();
}

void SessionKeychain::write(const HomeKeys& keys, const Done& done) {
    auto* job = new QKeychain::WritePasswordJob(m_item);
    job->setBinaryData(toKeyBytes(keys)); // which it keeps as base64
    start(job, answersWithin, [this, done](QKeychain::Error error) {
        if (error == QKeychain::NoError) {
            sync(done);
        } else {
            done(unusable(keyfault::keychainFailed));
        }
    });
}

void SessionKeychain::remove(Done done) {
    whenThere(done, [this, done](std::chrono::milliseconds within) {
        start(new QKeychain::DeletePasswordJob(m_item), within, [done](QKeychain::Error error) {
            const bool isGone = error == QKeychain::NoError || error == QKeychain::EntryNotFound;
            done(isGone ? Outcome(std::monostate{}) : unusable(keyfault::keychainFailed));
        });
    });
}

} // namespace

std::unique_ptr<KeyStore> sessionKeychain(const QString& home) {
    return qgetenv("BONGSU_KEYCHAIN") == "off" ? nullptr : std::make_unique<SessionKeychain>(home);
}

} // namespace bongsu
