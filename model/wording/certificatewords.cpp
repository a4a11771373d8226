#include "wording/certificatewords.h"

#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

} // namespace

QString sentence(const CertificateWarning& warning) {
    const QString day = dayHeading(dayOf(warning.at));
    switch (warning.kind) {
    case CertificateWarning::Kind::NotYet:
        return filled(translate("Certificate", "The relay's certificate only holds from %1."), {day});
    case CertificateWarning::Kind::EndsSoon:
        return filled(translate("Certificate", "The relay's certificate runs out on %1."), {day});
    case CertificateWarning::Kind::Expired:
        break;
    }
    return filled(translate("Certificate", "The relay's certificate ran out on %1."), {day});
}

// What to do comes first: where there is little room the rest is cut off.
QString certificateAdvice(const CertificateWarning& warning) {
    return warning.kind == CertificateWarning::Kind::NotYet
               ? translate("Certificate",
                           "One of two clocks is wrong: check this computer's, and ask whoever runs the "
                           "relay to check its and restart it. The connection is safe all the same: the "
                           "relay's key is the right one.")
               : translate("Certificate",
                           "Ask whoever runs the relay to restart it: that makes a new certificate. The "
                           "connection is safe all the same: the relay's key is the right one.");
}

QString certificateTask(const CertificateWarning& warning) {
    return warning.kind == CertificateWarning::Kind::NotYet
               ? translate("Certificate", "Check this computer's clock, then restart the relay: that makes a "
                                          "new certificate for the same key. Until then everybody is warned.")
               : translate("Certificate", "Restart the relay: that makes a new certificate for the same key. "
                                          "Until then everybody is warned.");
}

QString certificateTaskHere(const CertificateWarning& warning) {
    return warning.kind == CertificateWarning::Kind::NotYet
               ? translate("Certificate", "Check this computer's clock, then close Bongsu here and open it "
                                          "again: that makes a new certificate for the same key. Until then "
                                          "everybody is warned; the connection is safe all the same.")
               : translate("Certificate",
                           "Close Bongsu here and open it again: that makes a new certificate for the same "
                           "key. Until then everybody is warned; the connection is safe all the same.");
}

} // namespace bongsu
