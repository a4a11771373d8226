// What a relay's certificate deserves to be told of, to those who use the relay and to those who run it.
#pragma once

#include "domain/base/certificate.h"

namespace bongsu {

// What is the matter, in one sentence.
QString sentence(const CertificateWarning& warning);
// What that means and what to do, for whoever uses the relay.
QString certificateAdvice(const CertificateWarning& warning);
// The same for whoever runs it, on a computer of its own,
QString certificateTask(const CertificateWarning& warning);
// or in the program at which he sits.
QString certificateTaskHere(const CertificateWarning& warning);

} // namespace bongsu
