// One message to a channel, and what became of it in the one word that decides what may be done next.
#pragma once

#include "domain/base/moment.h"
#include "domain/notice/noticetext.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace bongsu {

struct Message {
    std::vector<NoticeText> texts;     // one for each language, in the channel's order; at least one
    std::vector<QString> recipients{}; // of channels that take some: 1 … Sender::batch(); else none
    std::vector<QByteArray> keys{};    // of each recipient, where each is to have one of its own; else empty
    QByteArray key;                    // the same in every attempt of one sending; [0-9A-Za-z_-], 1 … 64
    Moment at{};                       // when it was released: the same in every attempt
    NoticeStep step = NoticeStep::Investigating;
    QString inReplyTo{}; // reference of the post that this one corrects or goes on from; may be empty
    bool drill = false;  // refused by every channel that is no sandbox
};

enum class Sending {
    Sent = 1,  // the service has taken it
    Delivered, // and says that it is there
    Refused,   // and never will: the same again would be refused again
    Later,     // it was not taken, or sending the same again is harmless
    Unknown,   // it was handed over and no complete answer came: only a person may decide to send it again
    Last = Unknown
};

struct SendingOutcome {
    Sending sending = Sending::Unknown;
    QByteArray code{};   // one of sendingcode below; of what was taken mostly empty
    QString reference{}; // of what was taken: its id at the service, for a later correction
    QByteArray words{};  // the service's own, at most 500 bytes, without secrets: a detail for people
    std::optional<Millis> retryAfter{}; // of Later: what the service asked for
    // Of Later after silence: the service knows the key for so long; then it is as good as Unknown.
    std::optional<Millis> retryWithin{};

    friend bool operator==(const SendingOutcome&, const SendingOutcome&) = default;
};

namespace sendingcode {
// Later: nothing went out.
inline constexpr const char* dns = "dns";                 // the name is not found
inline constexpr const char* connect = "connect";         // nobody answers there, or not in time
inline constexpr const char* tls = "tls";                 // not who it ought to be, or no encryption at all
inline constexpr const char* busy = "busy";               // too many: 408, 420, 429
inline constexpr const char* unavailable = "unavailable"; // the service says that it cannot: 5xx, SMTP 4xx
inline constexpr const char* disk = "disk";               // of a folder: it cannot be written
// Unknown (Later, where sending the same again is harmless).
inline constexpr const char* timeout = "timeout";       // handed over, and silence
inline constexpr const char* reset = "reset";           // handed over, and hung up
inline constexpr const char* incomplete = "incomplete"; // half an answer
inline constexpr const char* gateway = "gateway";       // 502, 504: whoever stands before it does not know
inline constexpr const char* strange = "strange";       // an answer that is none of this service's
inline constexpr const char* helper = "helper";         // the program that sends failed or ended early
// Refused.
inline constexpr const char* credentials = "credentials"; // 401, 403
inline constexpr const char* gone = "gone";               // 404, 410: no such channel, group or address
inline constexpr const char* rejected = "rejected";       // 400, 422 and whatever else is final
inline constexpr const char* duplicate = "duplicate";     // it says that this is already there
inline constexpr const char* tooLong = "too_long";
inline constexpr const char* unencodable = "unencodable"; // a character that the channel cannot carry
inline constexpr const char* redirected = "redirected"; // it is elsewhere now: the address is to be corrected
inline constexpr const char* recipient = "recipient";   // no address of this kind
inline constexpr const char* endpoint = "endpoint";     // no address that can be spoken to
inline constexpr const char* unconfigured = "unconfigured"; // a setting or a secret lacks or is none
inline constexpr const char* elsewhere = "elsewhere";       // its secrets were given for another address
inline constexpr const char* drill = "drill";               // a drill, and no sandbox
// Sent, of a place: written, and what is read there is not (yet) the same.
inline constexpr const char* differs = "differs";
} // namespace sendingcode

} // namespace bongsu
