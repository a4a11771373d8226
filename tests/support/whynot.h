// Why a result is none, in the one word that a test asks for.
#pragma once

#include "domain/base/result.h"

namespace bongsu {

template <class T>
QByteArray whyNot(const Result<T>& result) {
    if (result) {
        return "it works";
    }
    const auto* error = std::get_if<Failure>(&result.error());
    return error == nullptr                                  ? QByteArray("a refusal")
           : error->code == QByteArray(failure::keyUnusable) ? error->detail
                                                             : error->code;
}

} // namespace bongsu
