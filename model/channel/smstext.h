// What of a notice goes into a text message: short (SMS, 90 bytes of EUC-KR) or long (LMS, 2,000 and a
// subject of 40).
#pragma once

#include "channel/sending.h"

#include <tl/expected.hpp>

namespace bongsu {

struct SmsText {
    QString subject{}; // of a long one; may be empty
    QString body;
    bool isLong = false;
};

// Refused where a character cannot be carried or it is longer than the longest: carriers cut that silently.
tl::expected<SmsText, SendingOutcome> smsTextOf(const Message& message);

} // namespace bongsu
