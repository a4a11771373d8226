// A key ring that remembers every sealed text it made, so that a test can look for its bytes in files.
#pragma once

#include "identity/random.h"
#include "identity/sealing.h"

#include <map>
#include <mutex>
#include <vector>

namespace bongsu {

// What was sealed, by what it was bound to. Filled on the store's thread, read on the test's.
class SealedTexts {
  public:
    void add(QByteArrayView bound, const QByteArray& sealed);
    std::vector<QByteArray> boundTo(const QByteArray& bound) const;

  private:
    mutable std::mutex m_mutex;
    std::map<QByteArray, std::vector<QByteArray>> m_sealed;
};

class RecordingKeys : public KeyRing {
  public:
    RecordingKeys(const AesKey& key, SealedTexts& texts);

    const Sealer& store() const override { return *m_store; }
    QByteArray newKey() const override { return m_keys.newKey(); }
    std::unique_ptr<Sealer> sealer(QByteArrayView key32) const override;

  private:
    SystemRandomness m_randomness;
    GcmKeyRing m_keys;
    SealedTexts& m_texts;
    std::unique_ptr<Sealer> m_store;
};

} // namespace bongsu
