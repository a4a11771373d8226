#include "channel/secrets.h"

#include <QList>

#include <cstring>
#include <utility>

namespace bongsu {

namespace {

// Shorter ones would take half of every sentence with them, and nobody may use so short a secret.
constexpr qsizetype shortestStripped = 6;

void strip(QByteArray& words, const QByteArray& secret) {
    if (secret.size() >= shortestStripped) {
        words.replace(secret, "***");
    }
}

// Sent as a part of something longer, "user:password" for one: of what base64 makes of that, what the secret
// alone decides.
void stripBase64(QByteArray& words, const QByteArray& secret) {
    if (secret.size() < shortestStripped) {
        return;
    }
    for (const qsizetype before : {0, 1, 2}) {
        const QByteArray whole = (QByteArray(before, '\0') + secret).toBase64();
        const qsizetype from = (before * 8 + 5) / 6;
        strip(words, whole.sliced(from, (before + secret.size()) * 8 / 6 - from));
    }
}

} // namespace

Secrets::Secrets(std::map<QString, QByteArray> values) : m_values(std::move(values)) {}

Secrets::Secrets(Secrets&& other) noexcept : m_values(std::exchange(other.m_values, {})) {}

Secrets& Secrets::operator=(Secrets&& other) noexcept {
    if (this != &other) {
        clear();
        m_values = std::exchange(other.m_values, {});
    }
    return *this;
}

Secrets::~Secrets() {
    clear();
}

void Secrets::clear() {
    for (auto& [name, value] : m_values) {
        explicit_bzero(value.data(), std::size_t(value.size()));
    }
    m_values.clear();
}

const QByteArray& Secrets::of(const char* name) const {
    static const QByteArray none;
    const auto found = m_values.find(QString::fromLatin1(name));
    return found == m_values.end() ? none : found->second;
}

QByteArray Secrets::strippedFrom(QByteArray words) const {
    for (const auto& [name, value] : m_values) {
        strip(words, value);
        strip(words, value.toPercentEncoding());
        strip(words, value.toBase64());
        stripBase64(words, value);
        const qsizetype scheme = value.indexOf("://");
        if (scheme < 0) {
            continue;
        }
        // A webhook's secret is in its path, and services repeat that without the rest.
        QByteArray rest = value.mid(scheme + 3);
        rest.replace('?', '/').replace('&', '/').replace('=', '/').replace('@', '/').replace(':', '/');
        for (const QByteArray& part : rest.split('/')) {
            if (part != rest.split('/').first() || value.contains('@')) {
                strip(words, part);
            }
        }
    }
    return words;
}

} // namespace bongsu
