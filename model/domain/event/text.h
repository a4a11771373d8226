// The text part: everything people wrote, and every name. `check` never sees this type.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"

namespace bongsu {

// One shape for all kinds, each using the fields it needs, so that search,
// erasure and export are the same for all.
struct Text {
    std::optional<QString> text{}; // the line itself; an incident's title; a decision
    std::optional<QString> reason{};
    std::optional<QString> basis{};
    std::optional<std::vector<QString>> options{}; // considered and not taken
    std::optional<QString> name{};                 // a person's, a department's, the organisation's
    std::optional<QString> deviceName{};
    std::optional<QString> phone{};
    std::optional<QString> email{};
    std::optional<QString> party{};                  // outside the organisation
    std::optional<QString> place{};                  // a meeting: number, room or link
    std::optional<std::vector<QString>> addresses{}; // of a relay, "host:port"
    std::optional<QString> original{};               // an imported line as it was
    std::optional<QString> fileName{};               // of an attachment
    std::optional<Salt> blobSalt{};         // without it nobody can tell whose bytes its blob's id names
    std::optional<QByteArray> thumbnail{};  // a JPEG of at most limits::thumbnailBytes
    std::optional<QByteArray> spokenRest{}; // of an invite of eight words, sealed under them
    std::optional<QString> promised{};      // what somebody outside said they would do, and by when
    std::optional<std::vector<QString>> contacts{}; // of a person, the first tried first; see contacts.h
    std::optional<QByteArray> sealedSecret{};       // of a channel, for one relay alone

    friend bool operator==(const Text&, const Text&) = default;
    static constexpr auto fields() {
        return std::tuple{
            field(1, &Text::text),         field(2, &Text::reason),     field(3, &Text::basis),
            field(4, &Text::options),      field(5, &Text::name),       field(6, &Text::deviceName),
            field(7, &Text::phone),        field(8, &Text::email),      field(9, &Text::party),
            field(10, &Text::place),       field(11, &Text::addresses), field(12, &Text::original),
            field(13, &Text::fileName),    field(14, &Text::blobSalt),  field(15, &Text::thumbnail),
            field(16, &Text::spokenRest),  field(17, &Text::promised),  field(18, &Text::contacts),
            field(19, &Text::sealedSecret)};
    }
};

} // namespace bongsu
