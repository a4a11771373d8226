// Asks the desktop session's Secret Service whether it would take a secret now, without any password prompt.
#pragma once

#include "identity/keystore.h"

#include <QObject>

namespace bongsu {

// https://specifications.freedesktop.org/secret-service. Ready means: its default collection is unlocked and
// is one that outlives the session. Of its two questions each ends within `answersWithinMs`.
class SecretService : public QObject {
  public:
    static constexpr int answersWithinMs = 5'000;

    // Once per call, never after this object is gone.
    void ask(std::function<void(KeyStoreState)> told);

  private:
    void askWhetherLocked(const QString& collection, std::function<void(KeyStoreState)> told);
};

} // namespace bongsu
