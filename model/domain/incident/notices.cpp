#include "domain/incident/noticestatus.h"

#include "domain/incident/rules.h"

#include <algorithm>

namespace bongsu {

const Outgoing* NoticeStatus::outgoing(const QString& channel) const {
    const auto found = std::find_if(outgoings.begin(), outgoings.end(),
                                    [&channel](const Outgoing& one) { return one.channel == channel; });
    return found == outgoings.end() ? nullptr : &*found;
}

bool NoticeStatus::isFinished() const {
    if (standing != Standing::Approved) {
        return true;
    }
    return std::all_of(outgoings.begin(), outgoings.end(), [this](const Outgoing& one) {
        const auto delivery = deliveries.find(one.channel);
        if (delivery != deliveries.end()) {
            return !delivery->second.isOpen();
        }
        if (!one.standsInFor) {
            return false;
        }
        const auto first = deliveries.find(*one.standsInFor);
        return first != deliveries.end() && !first->second.isOpen() && first->second.counts.failed == 0;
    });
}

bool isOvertaken(const NoticeStatus& notice, const NoticesApproved& approved) {
    return std::any_of(notice.outgoings.begin(), notice.outgoings.end(), [&](const Outgoing& one) {
        const auto last = approved.onChannel.find(one.channel);
        return last != approved.onChannel.end() && last->second > notice.follows;
    });
}

std::optional<PersonId> askedNow(const NoticeStatus& notice, Moment now) {
    Moment until = notice.at;
    for (const PersonId& person : notice.asked) {
        until = until + notice.askWithin;
        if (now < until) {
            return person;
        }
    }
    return std::nullopt;
}

bool speaksFor(const Incident& incident, const PersonId& person, Permission permission) {
    if (mayApprove(permission) || commands(incident, person, permission)) {
        return true;
    }
    const auto seat = incident.seats.find(communicationsSeat.toString());
    return seat != incident.seats.end() && seat->second.holder == person;
}

NoticeRights rightsTo(const Incident& incident, const NoticeStatus& notice, const PersonId& person,
                      Permission permission, Moment now) {
    const bool speaks = speaksFor(incident, person, permission);
    const bool own = notice.by == person;
    const bool open = notice.standing == NoticeStatus::Standing::Open;
    const bool approvable = open && now <= notice.approveBy && !isOvertaken(notice, incident.approved);
    return {.approve = approvable && speaks && !own,
            .decline = open && speaks && !own,
            .sendAlone = approvable && commands(incident, person, permission),
            .stop =
                open ? own || speaks
                     : notice.standing == NoticeStatus::Standing::Approved && speaks && !notice.isFinished(),
            .correct = notice.wasApproved() && !notice.correctedBy && (speaks || mayRespond(permission))};
}

std::vector<DeliveryChoice> choicesOf(const DeliveryStatus& delivery) {
    if (delivery.decided || (delivery.isUnderWay && !delivery.held)) {
        return {};
    }
    if (delivery.counts.unknown > 0) {
        return {DeliveryChoice::Sent, DeliveryChoice::Again, DeliveryChoice::Abandoned};
    }
    return delivery.held ? std::vector{DeliveryChoice::Allowed, DeliveryChoice::Abandoned}
                         : std::vector<DeliveryChoice>();
}

bool isUnderWay(const NoticeStatus& notice, const NoticesApproved& approved, Moment now) {
    return notice.standing == NoticeStatus::Standing::Open
               ? now <= notice.approveBy && !isOvertaken(notice, approved)
               : !notice.isFinished();
}

namespace {

void approve(Incident& incident, const EventId& id, NoticeStatus& notice, const Act& act) {
    notice.standing = NoticeStatus::Standing::Approved;
    notice.setBy = act.event.id;
    notice.settledBy = act.person();
    notice.settledAt = act.at;
    notice.ordinal = ++incident.approved.count;
    incident.approved.last = id;
    for (const Outgoing& one : notice.outgoings) {
        incident.approved.onChannel.insert_or_assign(one.channel, notice.ordinal);
    }
    if (const auto target =
            notice.corrects ? incident.notices.find(*notice.corrects) : incident.notices.end();
        target != incident.notices.end()) {
        target->second.correctedBy = id;
    }
}

std::optional<NoticeStage> stageOf(NoticeStep step) {
    return step <= NoticeStep::Correction ? std::optional(NoticeStage(int(step))) : std::nullopt;
}

void settle(NoticeStatus& notice, NoticeStatus::Standing standing, const Act& act) {
    notice.standing = standing;
    notice.setBy = act.event.id;
    notice.settledBy = act.person();
    notice.settledAt = act.at;
}

// The first message of a notice on a channel that reaches users tells them: from then on the clocks know it.
void tell(Incident& incident, NoticeStatus& notice, const Outgoing& outgoing, Moment at) {
    incident.counts.notices += notice.wentOut ? 0 : 1;
    notice.wentOut = true;
    if (outgoing.audience != Audience::Users) {
        return;
    }
    NoticesTold& told = incident.told;
    told.last = at;
    told.first = told.first ? told.first : told.last;
    if (notice.ordinal >= told.promisedBy) {
        told.promisedBy = notice.ordinal;
        told.nextUpdate = notice.nextUpdate; // the newest one's: of one that is over, none
        told.stage = stageOf(notice.step) ? stageOf(notice.step) : told.stage;
    }
    for (const Disclosure one : outgoing.tells) {
        told.disclosed.try_emplace(one, at);
    }
    if (notice.step == NoticeStep::Compensation && !told.compensated) {
        told.compensated = at;
    }
    if (told.disclosed.contains(Disclosure::Contact) && !told.contact) {
        told.contact = at;
    }
}

} // namespace

void applyFacts(Incident& incident, const Act& act, const NoticeProposed& f) {
    ++incident.counts.lines;
    const auto before = f.against ? incident.notices.find(*f.against) : incident.notices.end();
    const EventId id = act.event.id;
    NoticeStatus status{act.person(),
                        act.at,
                        f.step,
                        f.outgoings,
                        f.blob,
                        f.size,
                        act.at + Millis{f.validForMs},
                        f.preapproved,
                        f.corrects,
                        f.nextUpdate,
                        f.asked,
                        Millis{f.askWithinMs.value_or(0)}};
    status.setBy = id;
    status.follows = before == incident.notices.end() ? 0 : before->second.ordinal;
    NoticeStatus& notice = incident.notices.insert_or_assign(id, std::move(status)).first->second;
    if (f.preapproved) {
        approve(incident, id, notice, act);
    }
}

void applyFacts(Incident& incident, const Act& act, const NoticeAnswered& f) {
    NoticeStatus& notice = incident.notices.at(f.notice);
    if (f.approval == Approval::Approved) {
        approve(incident, f.notice, notice, act);
    } else {
        settle(notice, NoticeStatus::Standing::Declined, act);
    }
}

void applyFacts(Incident& incident, const Act& act, const NoticeOverridden& f) {
    NoticeStatus& notice = incident.notices.at(f.notice);
    notice.overridden = true;
    approve(incident, f.notice, notice, act);
}

void applyFacts(Incident& incident, const Act& act, const NoticeStopped& f) {
    settle(incident.notices.at(f.notice), NoticeStatus::Standing::Stopped, act);
}

void applyFacts(Incident& incident, const Act& act, const DeliveryBegun& f) {
    NoticeStatus& notice = incident.notices.at(f.notice);
    const EventId id = act.event.id;
    const auto [at, isNew] =
        notice.deliveries.try_emplace(f.channel, DeliveryStatus{id, id, act.event.header.device, act.at});
    if (!isNew) {
        DeliveryStatus& delivery = at->second;
        delivery.setBy = delivery.begun = id;
        delivery.relay = act.event.header.device;
        delivery.since = act.at;
        delivery.isUnderWay = true;
        delivery.held = false;
        delivery.goesOnBy = std::exchange(delivery.decided, std::nullopt);
    }
}

void applyFacts(Incident& incident, const Act& act, const DeliveryTold& f) {
    NoticeStatus& notice = incident.notices.at(f.notice);
    DeliveryStatus& delivery = notice.deliveries.at(f.channel);
    delivery.setBy = act.event.id;
    delivery.since = act.at;
    delivery.counts = f.counts;
    delivery.isUnderWay = !f.done;
    delivery.held = f.held;
    delivery.cause = f.cause.value_or(QString());
    if (f.counts.sent > 0 && !delivery.firstSent) {
        delivery.firstSent = act.at;
        tell(incident, notice, *notice.outgoing(f.channel), act.at);
    }
}

void applyFacts(Incident& incident, const Act& act, const DeliveryDecided& f) {
    NoticeStatus& notice = incident.notices.at(f.notice);
    DeliveryStatus& delivery = notice.deliveries.at(f.channel);
    delivery.setBy = act.event.id;
    delivery.since = act.at;
    DeliveryCounts& counts = delivery.counts;
    switch (f.choice) {
    case DeliveryChoice::Sent:
        counts.sent += std::exchange(counts.unknown, 0);
        if (!delivery.firstSent) {
            delivery.firstSent = act.at;
            tell(incident, notice, *notice.outgoing(f.channel), act.at);
        }
        break;
    case DeliveryChoice::Abandoned:
        counts.failed += std::exchange(counts.unknown, 0) + std::exchange(counts.waiting, 0);
        delivery.isUnderWay = delivery.held = false;
        break;
    case DeliveryChoice::Again:
        counts.waiting += std::exchange(counts.unknown, 0);
        delivery.decided = f.choice;
        break;
    case DeliveryChoice::Allowed:
        delivery.allowed = true;
        delivery.decided = f.choice;
        break;
    }
}

} // namespace bongsu
