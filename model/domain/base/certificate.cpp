#include "domain/base/certificate.h"

namespace bongsu {

std::optional<CertificateWarning> warningOf(const CertificateDates& dates, Moment now) {
    if (now > dates.notAfter) {
        return CertificateWarning{CertificateWarning::Kind::Expired, dates.notAfter};
    }
    if (now < dates.notBefore) {
        return CertificateWarning{CertificateWarning::Kind::NotYet, dates.notBefore};
    }
    return dates.notAfter - now < certificateNotice
               ? std::optional(CertificateWarning{CertificateWarning::Kind::EndsSoon, dates.notAfter})
               : std::nullopt;
}

const char* codeOf(const std::optional<CertificateWarning>& warning) {
    if (!warning) {
        return "";
    }
    switch (warning->kind) {
    case CertificateWarning::Kind::NotYet:
        return "notYet";
    case CertificateWarning::Kind::EndsSoon:
        return "endsSoon";
    case CertificateWarning::Kind::Expired:
        break;
    }
    return "expired";
}

} // namespace bongsu
