// The frames of PROTOCOL.md by which an invite of words is asked for, as values.
#pragma once

#include "domain/base/ids.h"
#include "sync/protocol.h"

#include <QByteArray>

#include <tuple>

namespace bongsu {

// What an invite of words leaves to be asked for, sealed: at most limits::spokenRestBytes.
struct SealedRest {
    QByteArray bytes;

    friend bool operator==(const SealedRest&, const SealedRest&) = default;
};

namespace frame {

// Before any login, on a line of its own: what the words of an invite cannot carry (identity/spoken.h).
struct SpokenAsk {
    static constexpr quint64 type = 21;
    Versions versions;
    PublicKey invite;
    static constexpr auto fields() { return std::tuple{&SpokenAsk::versions, &SpokenAsk::invite}; }
};
struct SpokenRest {
    static constexpr quint64 type = 22;
    SealedRest rest;
    static constexpr auto fields() { return std::tuple{&SpokenRest::rest}; }
};

} // namespace frame

} // namespace bongsu
