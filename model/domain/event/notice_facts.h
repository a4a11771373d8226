// The facts of notices: what is to go out, who approved it, and what became of it on each channel. The texts
// themselves are a blob (domain/notice/noticetext.h) that no rule reads.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/noticewords.h"

namespace bongsu {

// The seat of whoever speaks for the organisation.
inline constexpr QStringView communicationsSeat = u"communications";

// What of a notice goes out on one channel.
struct Outgoing {
    QString channel{};
    Audience audience = Audience::Users;
    std::vector<Disclosure> tells{};      // which of the statutory three its text carries
    std::optional<QString> standsInFor{}; // goes out only for what this channel of the notice could not carry
    friend bool operator==(const Outgoing&, const Outgoing&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &Outgoing::channel), field(2, &Outgoing::audience),
                          field(3, &Outgoing::tells), field(4, &Outgoing::standsInFor)};
    }
};

// Texts that are to go out as they are: an edit is another proposal. The blob's salt stands in the text, with
// a line of what it says.
struct NoticeProposed {
    static constexpr KindInfo kind{"notice.proposed", 1, true, LogType::Incident};
    Line line{};
    NoticeStep step = NoticeStep::Investigating;
    std::vector<Outgoing> outgoings{};
    BlobId blob = BlobId::zeros();
    quint64 size = 0;                     // bytes
    quint64 validForMs = 0;               // to be approved within, counted from recordedAt
    std::optional<EventId> against{};     // the notice approved last; absent: none was
    std::optional<EventId> preapproved{}; // the first notice approved in peacetime whose form it has
    std::optional<EventId> corrects{};    // the notice that it puts right
    std::optional<Moment> nextUpdate{};   // promised in it
    std::vector<PersonId> asked{};        // to approve it, one after the other
    std::optional<quint64> askWithinMs{}; // how long each of them is asked alone
    static constexpr auto fields() {
        return std::tuple{field(1, &NoticeProposed::line),      field(2, &NoticeProposed::step),
                          field(3, &NoticeProposed::outgoings), field(4, &NoticeProposed::blob),
                          field(5, &NoticeProposed::size),      field(6, &NoticeProposed::validForMs),
                          field(7, &NoticeProposed::against),   field(8, &NoticeProposed::preapproved),
                          field(9, &NoticeProposed::corrects),  field(10, &NoticeProposed::nextUpdate),
                          field(11, &NoticeProposed::asked),    field(12, &NoticeProposed::askWithinMs)};
    }
};

// A second person has read those very texts.
struct NoticeAnswered {
    static constexpr KindInfo kind{"notice.answered", 1, true, LogType::Incident};
    EventId notice = EventId::zeros(); // the notice.proposed
    Approval approval = Approval::Approved;
    static constexpr auto fields() {
        return std::tuple{field(1, &NoticeAnswered::notice), field(2, &NoticeAnswered::approval)};
    }
};

// Whoever commands lets it go out without a second person, and says why.
struct NoticeOverridden {
    static constexpr KindInfo kind{"notice.overridden", 1, true, LogType::Incident};
    EventId notice = EventId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &NoticeOverridden::notice)}; }
};

// Nothing of it goes out from here on.
struct NoticeStopped {
    static constexpr KindInfo kind{"notice.stopped", 1, true, LogType::Incident};
    EventId notice = EventId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &NoticeStopped::notice)}; }
};

// The relay takes the sending of a notice on one channel upon itself: recorded before the first message goes
// out, so that of several relays one does it, once.
struct DeliveryBegun {
    static constexpr KindInfo kind{"delivery.begun", 1, false, LogType::Incident};
    EventId notice = EventId::zeros();
    QString channel{};
    std::optional<EventId> against{}; // the delivery.decided by which it goes on; absent: it begins
    friend bool operator==(const DeliveryBegun&, const DeliveryBegun&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &DeliveryBegun::notice), field(2, &DeliveryBegun::channel),
                          field(3, &DeliveryBegun::against)};
    }
};

// How many of its messages stand how. A message is one post, or one address's mail or SMS.
struct DeliveryCounts {
    quint64 waiting = 0;   // not tried, or to be tried again
    quint64 sent = 0;      // taken over by the service
    quint64 delivered = 0; // of those sent: said to have arrived
    quint64 failed = 0;    // refused for good
    quint64 unknown = 0;   // 확인 불가: nobody can tell whether it went out
    quint64 total() const { return waiting + sent + failed + unknown; }
    friend bool operator==(const DeliveryCounts&, const DeliveryCounts&) = default;
    static constexpr auto fields() {
        return std::tuple{field(1, &DeliveryCounts::waiting), field(2, &DeliveryCounts::sent),
                          field(3, &DeliveryCounts::delivered), field(4, &DeliveryCounts::failed),
                          field(5, &DeliveryCounts::unknown)};
    }
};

// What has become of it. Where the post can be seen stands in the text's addresses, the service's own words
// in its reason.
struct DeliveryTold {
    static constexpr KindInfo kind{"delivery.told", 1, false, LogType::Incident};
    EventId notice = EventId::zeros();
    QString channel{};
    EventId begun = EventId::zeros(); // the delivery.begun
    DeliveryCounts counts{};
    bool done = false;              // nothing more comes of it by itself
    bool held = false;              // a limit holds back what waits: a person decides
    std::optional<QString> cause{}; // why something failed or waits, as a word
    static constexpr auto fields() {
        return std::tuple{field(1, &DeliveryTold::notice), field(2, &DeliveryTold::channel),
                          field(3, &DeliveryTold::begun),  field(4, &DeliveryTold::counts),
                          field(5, &DeliveryTold::done),   field(6, &DeliveryTold::held),
                          field(7, &DeliveryTold::cause)};
    }
};

// A person decides what no program may. Why stands in the text.
struct DeliveryDecided {
    static constexpr KindInfo kind{"delivery.decided", 1, true, LogType::Incident};
    EventId notice = EventId::zeros();
    QString channel{};
    EventId against = EventId::zeros(); // what last set the delivery
    DeliveryChoice choice = DeliveryChoice::Sent;
    static constexpr auto fields() {
        return std::tuple{field(1, &DeliveryDecided::notice), field(2, &DeliveryDecided::channel),
                          field(3, &DeliveryDecided::against), field(4, &DeliveryDecided::choice)};
    }
};

// In peacetime a second person approves the text of a first notice: filled in, it then needs one person.
struct FirstNoticeApproved {
    static constexpr KindInfo kind{"firstnotice.approved", 1, true, LogType::Organisation};
    EventId document = EventId::zeros(); // the document.published, of type "first-notice"
    static constexpr auto fields() { return std::tuple{field(1, &FirstNoticeApproved::document)}; }
};

struct FirstNoticeEnded {
    static constexpr KindInfo kind{"firstnotice.ended", 1, true, LogType::Organisation};
    EventId document = EventId::zeros();
    static constexpr auto fields() { return std::tuple{field(1, &FirstNoticeEnded::document)}; }
};

// What a relay needs to speak to a channel, sealed to it; the sealed bytes stand in the text, so that they
// can be erased: by the next one that names this in `against`, too.
struct SecretSealed {
    static constexpr KindInfo kind{"secret.sealed", 1, false, LogType::Organisation};
    QString channel{}; // or a publishing place of one: "page/directory"
    DeviceId relay = DeviceId::zeros();
    std::optional<EventId> against{}; // what last set it; absent: nothing has
    static constexpr auto fields() {
        return std::tuple{field(1, &SecretSealed::channel), field(2, &SecretSealed::relay),
                          field(3, &SecretSealed::against)};
    }
};

} // namespace bongsu
