#include "domain/base/result.h"

namespace bongsu {

QByteArray codeOf(const Error& error) {
    return std::visit([](const auto& e) { return e.code; }, error);
}

} // namespace bongsu
