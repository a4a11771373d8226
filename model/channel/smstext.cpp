#include "channel/smstext.h"

#include "channel/judging.h"
#include "channel/texts.h"

namespace bongsu {

namespace {
constexpr qsizetype shortBytes = 90;
constexpr qsizetype longBytes = 2'000;
constexpr qsizetype subjectBytes = 40;
} // namespace

tl::expected<SmsText, SendingOutcome> smsTextOf(const Message& message) {
    SmsText text{.body = bodiesOf(message)};
    const auto bytes = eucKrBytes(text.body);
    const QString title = titlesOf(message);
    const auto titleBytes = eucKrBytes(title);
    if (!bytes || !titleBytes) {
        return tl::unexpected(refused(sendingcode::unencodable));
    }
    text.isLong = *bytes > shortBytes;
    if (*bytes > longBytes || (text.isLong && *titleBytes > subjectBytes)) {
        return tl::unexpected(refused(sendingcode::tooLong));
    }
    if (text.isLong) {
        text.subject = title;
    }
    return text;
}

} // namespace bongsu
