// From when until when a relay's certificate holds, and whether people ought to hear of it.
#pragma once

#include "domain/base/moment.h"

namespace bongsu {

// Both moments belong to the time in which it holds.
struct CertificateDates {
    Moment notBefore;
    Moment notAfter;
    friend bool operator==(const CertificateDates&, const CertificateDates&) = default;
};

// No fault: the key is what is trusted, and a relay that is started again shows the same key under a new
// certificate.
struct CertificateWarning {
    enum class Kind { NotYet, EndsSoon, Expired };
    Kind kind;
    Moment at; // when it begins to hold, or ends
    friend bool operator==(const CertificateWarning&, const CertificateWarning&) = default;
};

// Less than that before its end people are told.
inline constexpr auto certificateNotice = std::chrono::days(30);

// Nothing: it is in order.
std::optional<CertificateWarning> warningOf(const CertificateDates& dates, Moment now);

// "notYet", "endsSoon", "expired": for programs. Empty: it is in order.
const char* codeOf(const std::optional<CertificateWarning>& warning);

} // namespace bongsu
