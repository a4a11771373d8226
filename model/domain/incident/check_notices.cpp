#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/checking.h"

#include <algorithm>

namespace bongsu {

namespace {

using Standing = NoticeStatus::Standing;

Verdict speaking(const Checking& asked) {
    return asked.act.person() && speaksFor(asked.incident, *asked.act.person(), asked.permission())
               ? Verdict()
               : no(refusal::notPermitted);
}

// Each channel once; what stands in for another stands behind it, so that none waits for itself.
bool areOutgoings(const std::vector<Outgoing>& outgoings) {
    std::set<QString> channels;
    for (const Outgoing& one : outgoings) {
        const bool isBehind = !one.standsInFor || channels.contains(*one.standsInFor);
        if (!isKeyText(one.channel) || !isBehind || one.tells.size() > std::size_t(Disclosure::Last) ||
            !channels.insert(one.channel).second) {
            return false;
        }
    }
    return !outgoings.empty() && outgoings.size() <= std::size_t(limits::noticeChannels);
}

bool isAsking(const NoticeProposed& f) {
    const std::set<PersonId> asked(f.asked.begin(), f.asked.end());
    if (asked.size() != f.asked.size() || asked.size() > std::size_t(limits::successors) ||
        f.askWithinMs.has_value() == f.asked.empty()) {
        return false;
    }
    const Millis within{f.askWithinMs.value_or(0)};
    return f.asked.empty() || (within >= limits::acceptWithinLeast && within <= limits::acceptWithinMost);
}

// In peacetime two people approved its form; it is the first that users hear on these channels.
Verdict checkPreapproved(const Checking& asked, const NoticeProposed& f) {
    if (f.step != NoticeStep::Investigating || f.corrects) {
        return no(refusal::outOfRange, "step");
    }
    if (!asked.authority.isFirstNotice(*f.preapproved, asked.act.at)) {
        return no(refusal::notPreapproved);
    }
    const auto& told = asked.incident.approved.onChannel;
    const bool isFirst = std::none_of(f.outgoings.begin(), f.outgoings.end(),
                                      [&](const Outgoing& one) { return told.contains(one.channel); });
    return isFirst ? speaking(asked) : no(refusal::stale);
}

// An open notice that may still be approved, by the time and by what was approved meanwhile.
Verdict checkApprovable(const Checking& asked, const EventId& id) {
    const auto notice = asked.incident.notices.find(id);
    if (notice == asked.incident.notices.end()) {
        return no(refusal::notFound, "notice");
    }
    if (notice->second.standing != Standing::Open) {
        return no(refusal::alreadyDone);
    }
    if (asked.act.at > notice->second.approveBy) {
        return no(refusal::tooLate);
    }
    return isOvertaken(notice->second, asked.incident.approved) ? no(refusal::stale) : Verdict();
}

struct Sending {
    const NoticeStatus* notice = nullptr;
    const Outgoing* outgoing = nullptr;
    const DeliveryStatus* delivery = nullptr; // null: not begun
};

Sending sendingOf(const Incident& incident, const EventId& id, const QString& channel) {
    Sending sending;
    if (const auto notice = incident.notices.find(id); notice != incident.notices.end()) {
        sending.notice = &notice->second;
        sending.outgoing = notice->second.outgoing(channel);
        const auto delivery = notice->second.deliveries.find(channel);
        sending.delivery = delivery == notice->second.deliveries.end() ? nullptr : &delivery->second;
    }
    return sending;
}

} // namespace

Verdict checkFacts(const Checking& asked, const NoticeProposed& f) {
    const Incident& incident = asked.incident;
    const Millis valid{f.validForMs};
    if (!areOutgoings(f.outgoings)) {
        return no(refusal::outOfRange, "channels");
    }
    if (f.size == 0 || f.size > quint64(limits::noticeBytes)) {
        return no(refusal::outOfRange, "size");
    }
    if (valid < limits::noticeValidLeast || valid > limits::noticeValidMost || !isAsking(f)) {
        return no(refusal::outOfRange, "approval");
    }
    if (incident.notices.size() >= std::size_t(limits::notices)) {
        return no(refusal::outOfRange, "notices");
    }
    if (!asked.act.hasText()) { // the blob's salt stands there
        return no(refusal::malformed, "text");
    }
    if (!asked.act.person()) {
        return no(refusal::notPermitted);
    }
    const auto before = f.against ? incident.notices.find(*f.against) : incident.notices.end();
    if (f.against && (before == incident.notices.end() || !before->second.wasApproved())) {
        return no(refusal::notFound, "against");
    }
    const auto target = f.corrects ? incident.notices.find(*f.corrects) : incident.notices.end();
    if (f.corrects && (target == incident.notices.end() || !target->second.wasApproved())) {
        return no(refusal::notFound, "corrects");
    }
    if (f.corrects.has_value() != (f.step == NoticeStep::Correction)) {
        return no(refusal::outOfRange, "step");
    }
    if (f.preapproved) {
        return checkPreapproved(asked, f);
    }
    return speaksFor(incident, *asked.act.person(), asked.permission()) ? Verdict() : asked.responding();
}

Verdict checkFacts(const Checking& asked, const NoticeAnswered& f) {
    if (auto fault = checkApprovable(asked, f.notice)) {
        // A no is heard, however late: nothing goes out by it.
        const bool harmless = f.approval == Approval::Declined &&
                              (fault->code == refusal::tooLate || fault->code == refusal::stale);
        if (!harmless) {
            return fault;
        }
    }
    if (auto fault = speaking(asked)) {
        return fault;
    }
    const auto& notice = asked.incident.notices.at(f.notice);
    const bool own = notice.by == asked.act.person();
    return f.approval == Approval::Approved && own ? no(refusal::secondPerson) : Verdict();
}

Verdict checkFacts(const Checking& asked, const NoticeOverridden& f) {
    if (auto fault = checkApprovable(asked, f.notice)) {
        return fault;
    }
    return asked.act.hasText() ? asked.commanding() : no(refusal::reasonMissing);
}

Verdict checkFacts(const Checking& asked, const NoticeStopped& f) {
    const auto notice = asked.incident.notices.find(f.notice);
    if (notice == asked.incident.notices.end()) {
        return no(refusal::notFound, "notice");
    }
    const bool open = notice->second.standing == Standing::Open;
    if (!open && notice->second.standing != Standing::Approved) {
        return no(refusal::alreadyDone);
    }
    const bool own = open && asked.act.person() && notice->second.by == asked.act.person();
    return own ? Verdict() : speaking(asked);
}

Verdict checkFacts(const Checking& asked, const DeliveryBegun& f) {
    const Sending sending = sendingOf(asked.incident, f.notice, f.channel);
    if (!sending.outgoing) {
        return no(refusal::notFound, "notice");
    }
    if (asked.act.author.role != Author::Role::Relay) {
        return no(refusal::notPermitted);
    }
    if (sending.notice->standing != Standing::Approved) {
        return no(refusal::notApproved);
    }
    if (!sending.delivery) {
        return f.against ? no(refusal::stale) : Verdict();
    }
    const bool again = sending.delivery->decided && f.against == sending.delivery->setBy;
    return again ? Verdict() : no(refusal::alreadyDone);
}

Verdict checkFacts(const Checking& asked, const DeliveryTold& f) {
    const Sending sending = sendingOf(asked.incident, f.notice, f.channel);
    if (!sending.delivery) {
        return no(refusal::notFound, "delivery");
    }
    if (sending.delivery->begun != f.begun) {
        return no(refusal::stale);
    }
    const quint64 most = quint64(limits::noticeMessages);
    const DeliveryCounts& c = f.counts;
    const bool inRange = c.waiting <= most && c.sent <= most && c.failed <= most && c.unknown <= most &&
                         c.delivered <= c.sent && isKeyText(f.cause);
    if (!inRange) {
        return no(refusal::outOfRange, "counts");
    }
    const bool own = asked.act.author.role == Author::Role::Relay &&
                     asked.act.event.header.device == sending.delivery->relay;
    return own ? Verdict() : no(refusal::notPermitted);
}

Verdict checkFacts(const Checking& asked, const DeliveryDecided& f) {
    const Sending sending = sendingOf(asked.incident, f.notice, f.channel);
    if (!sending.delivery) {
        return no(refusal::notFound, "delivery");
    }
    const DeliveryStatus& delivery = *sending.delivery;
    if (delivery.setBy != f.against) {
        return no(refusal::stale);
    }
    if (!asked.act.hasText()) {
        return no(refusal::reasonMissing);
    }
    const bool isAsked = f.choice == DeliveryChoice::Allowed ? delivery.held
                         : f.choice == DeliveryChoice::Abandoned
                             ? delivery.counts.unknown + delivery.counts.waiting > 0 || delivery.isUnderWay
                             : delivery.counts.unknown > 0;
    return isAsked ? speaking(asked) : no(refusal::alreadyDone);
}

} // namespace bongsu
