#include "storage/recordingkeys.h"

namespace bongsu {

namespace {
class RecordingSealer : public Sealer {
  public:
    RecordingSealer(std::unique_ptr<Sealer> sealer, SealedTexts& texts)
        : m_sealer(std::move(sealer)), m_texts(texts) {}

    QByteArray seal(QByteArrayView plain, QByteArrayView bound) const override {
        QByteArray sealed = m_sealer->seal(plain, bound);
        m_texts.add(bound, sealed);
        return sealed;
    }
    std::optional<QByteArray> open(QByteArrayView sealed, QByteArrayView bound) const override {
        return m_sealer->open(sealed, bound);
    }

  private:
    std::unique_ptr<Sealer> m_sealer;
    SealedTexts& m_texts;
};
} // namespace

void SealedTexts::add(QByteArrayView bound, const QByteArray& sealed) {
    const std::lock_guard lock(m_mutex);
    m_sealed[bound.toByteArray()].push_back(sealed);
}

std::vector<QByteArray> SealedTexts::boundTo(const QByteArray& bound) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_sealed.find(bound);
    return found == m_sealed.end() ? std::vector<QByteArray>() : found->second;
}

RecordingKeys::RecordingKeys(const AesKey& key, SealedTexts& texts)
    : m_keys(key, m_randomness), m_texts(texts), m_store(sealer(key.view())) {}

std::unique_ptr<Sealer> RecordingKeys::sealer(QByteArrayView key32) const {
    return std::make_unique<RecordingSealer>(m_keys.sealer(key32), m_texts);
}

} // namespace bongsu
