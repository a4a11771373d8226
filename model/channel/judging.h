// What the answer of an HTTP service says of a message: sent, refused, later, or nobody knows.
#pragma once

#include "channel/http.h"
#include "channel/sending.h"

namespace bongsu {

// By status alone, as most services have it. Sent has no reference yet; `words` is the body, not stripped.
SendingOutcome judged(const HttpAnswer& answer, bool idempotent, Moment now);
// Refused, Later or Unknown with that code.
SendingOutcome refused(const char* code, QByteArray words = {});
SendingOutcome later(const char* code, QByteArray words = {});
SendingOutcome unknown(const char* code, QByteArray words = {});
SendingOutcome sent(QString reference);
// After silence or an answer that says nothing: Unknown, or Later where sending again is harmless.
SendingOutcome unanswered(const char* code, bool idempotent, QByteArray words);
// How long the service wants to be left alone, by its headers; between a second and a day.
std::optional<Millis> retryAfterOf(const HttpAnswer& answer, Moment now);
Millis retryAfterSeconds(double seconds);

} // namespace bongsu
