// What a channel is spoken to with and nobody else may read: by name, wiped when it goes, in no words and no
// log.
#pragma once

#include <QByteArray>
#include <QString>

#include <map>

namespace bongsu {

class Secrets {
  public:
    Secrets() = default;
    // The arrays must be nobody else's: of a shared one a copy would be wiped.
    explicit Secrets(std::map<QString, QByteArray> values);
    Secrets(Secrets&& other) noexcept;
    Secrets& operator=(Secrets&& other) noexcept;
    Q_DISABLE_COPY(Secrets)
    ~Secrets();

    // Empty where there is none of that name. Lives as long as this does.
    const QByteArray& of(const char* name) const;
    // What a service said, without any of them in it: as they are, percent-encoded, and the parts of an
    // address.
    QByteArray strippedFrom(QByteArray words) const;

  private:
    void clear();

    std::map<QString, QByteArray> m_values;
};

} // namespace bongsu
