#include "identity/random.h"

#include <QtGlobal>

#include <openssl/rand.h>

namespace bongsu {

QByteArray SystemRandomness::bytes(int count) {
    Q_ASSERT(count >= 0);
    QByteArray out(count, Qt::Uninitialized);
    if (count > 0 && RAND_bytes(reinterpret_cast<unsigned char*>(out.data()), count) != 1) {
        qFatal("The system has no random bytes to give; nothing can be signed or sealed.");
    }
    return out;
}

} // namespace bongsu
