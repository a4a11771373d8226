// What an incident knows of its notices: who proposed and approved each, and how far it has gone out.
#pragma once

#include "domain/event/notice_facts.h"

#include <map>
#include <set>

namespace bongsu {

// A notice on one of its channels.
struct DeliveryStatus {
    EventId setBy; // delivery.begun, .told or .decided
    EventId begun; // the newest delivery.begun
    DeviceId relay;
    Moment since; // setBy, recorded
    DeliveryCounts counts{};
    bool isUnderWay = true; // a relay sends, or is about to
    bool held = false;      // a limit holds back what waits
    bool allowed = false;   // a person let it go beyond the limit
    QString cause{};
    std::optional<Moment> firstSent{};        // when the first message was said to have gone out
    std::optional<DeliveryChoice> decided{};  // and no relay has gone on by it yet
    std::optional<DeliveryChoice> goesOnBy{}; // the decision by which the newest beginning was made

    bool isOpen() const { return isUnderWay || held || decided; } // more may come of it
    friend bool operator==(const DeliveryStatus&, const DeliveryStatus&) = default;
};

struct NoticeStatus {
    enum class Standing { Open, Approved, Declined, Stopped };
    std::optional<PersonId> by;
    Moment at; // recorded
    NoticeStep step;
    std::vector<Outgoing> outgoings;
    BlobId blob;
    quint64 size;
    Moment approveBy; // the last moment at which it can be approved
    std::optional<EventId> preapproved;
    std::optional<EventId> corrects;
    std::optional<Moment> nextUpdate;
    std::vector<PersonId> asked;
    Millis askWithin;
    quint64 follows = 0; // how many were approved when its author wrote it, as far as they knew
    Standing standing = Standing::Open;
    EventId setBy{EventId::zeros()};      // what gave it its standing
    std::optional<PersonId> settledBy{};  // the second person; whoever overrode, declined or stopped it
    std::optional<Moment> settledAt{};    // recorded
    bool overridden = false;              // approved by one alone
    quint64 ordinal = 0;                  // of those approved, from 1; kept when it is stopped after that
    std::optional<EventId> correctedBy{}; // an approved notice
    bool wentOut = false;                 // at least one message of it, on any channel
    std::map<QString, DeliveryStatus> deliveries{}; // by channel
    friend bool operator==(const NoticeStatus&, const NoticeStatus&) = default;

    const Outgoing* outgoing(const QString& channel) const;
    // Approved once, whatever came after: what may have gone out.
    bool wasApproved() const { return ordinal > 0; }
    // All that is to go out by itself has, or cannot.
    bool isFinished() const;
};

// What was approved last, as a whole and on each channel.
struct NoticesApproved {
    quint64 count = 0;
    std::optional<EventId> last{};
    std::map<QString, quint64> onChannel{}; // ordinal of the last that goes out there
    friend bool operator==(const NoticesApproved&, const NoticesApproved&) = default;
};

// A notice may no longer be approved: since it was written another was that goes out on one of its channels.
bool isOvertaken(const NoticeStatus& notice, const NoticesApproved& approved);

// Who is asked to approve it now: nobody in particular (empty) once each of those it names had their time.
std::optional<PersonId> askedNow(const NoticeStatus& notice, Moment now);

struct Incident;
// Who may approve, stop and decide: whoever may by permission, commands, or holds the seat of communications.
bool speaksFor(const Incident& incident, const PersonId& person, Permission permission);

// What the rules would let that person do with a notice of this incident now.
struct NoticeRights {
    bool approve = false;
    bool decline = false;
    bool sendAlone = false; // without a second person, with a reason
    bool stop = false;
    bool correct = false;
    friend bool operator==(const NoticeRights&, const NoticeRights&) = default;
};
NoticeRights rightsTo(const Incident& incident, const NoticeStatus& notice, const PersonId& person,
                      Permission permission, Moment now);

// What a person may decide of it, the most careful first; empty: nothing of it waits for a person.
std::vector<DeliveryChoice> choicesOf(const DeliveryStatus& delivery);

// A notice that may still be approved, or is on its way: nobody need begin another meanwhile.
bool isUnderWay(const NoticeStatus& notice, const NoticesApproved& approved, Moment now);

} // namespace bongsu
