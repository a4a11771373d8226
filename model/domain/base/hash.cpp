#include "domain/base/hash.h"

#include "domain/base/sha256.h"

namespace bongsu {

QByteArray domainTag(const char* purpose) {
    QByteArray tag("bongsu/");
    tag += purpose;
    tag += "/1";
    tag += '\0';
    return tag;
}

QByteArray sha256(std::initializer_list<QByteArrayView> pieces) {
    return sha256Of({}, pieces);
}

QByteArray taggedHash(const char* purpose, std::initializer_list<QByteArrayView> pieces) {
    return sha256Of(domainTag(purpose), pieces);
}

} // namespace bongsu
