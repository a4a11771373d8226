#include "domain/base/hash.h"

#include <QCryptographicHash>

namespace bongsu {

QByteArray domainTag(const char* purpose) {
    QByteArray tag("bongsu/");
    tag += purpose;
    tag += "/1";
    tag += '\0';
    return tag;
}

QByteArray sha256(std::initializer_list<QByteArrayView> pieces) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArrayView piece : pieces) {
        hash.addData(piece);
    }
    return hash.result();
}

QByteArray taggedHash(const char* purpose, std::initializer_list<QByteArrayView> pieces) {
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(domainTag(purpose));
    for (const QByteArrayView piece : pieces) {
        hash.addData(piece);
    }
    return hash.result();
}

} // namespace bongsu
