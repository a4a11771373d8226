#include "channel/smstext.h"

#include "channel/judging.h"
#include "channel/texts.h"
#include "domain/notice/count.h"
#include "domain/notice/textmeasure.h"

namespace bongsu {

tl::expected<SmsText, SendingOutcome> smsTextOf(const Message& message) {
    SmsText text{.body = bodiesOf(message)};
    const QString title = titlesOf(message);
    if (!eucKrBytes(text.body).foreign.isEmpty() || !eucKrBytes(title).foreign.isEmpty()) {
        return tl::unexpected(refused(sendingcode::unencodable));
    }
    const TextCount count = countOf(ChannelKind::Sms, title, text.body);
    text.isLong = count.isLong;
    if (!count.fits()) {
        return tl::unexpected(refused(sendingcode::tooLong));
    }
    if (text.isLong) {
        text.subject = title;
    }
    return text;
}

} // namespace bongsu
