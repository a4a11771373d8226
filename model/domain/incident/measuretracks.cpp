#include "domain/incident/measuretracks.h"

#include <algorithm>

namespace bongsu {

namespace {

// The worse, the higher. Recovering is as bad for users as it was.
int badness(ServiceState state) {
    switch (state) {
    case ServiceState::Degraded:
        return 1;
    case ServiceState::PartialOutage:
        return 2;
    case ServiceState::MajorOutage:
        return 3;
    case ServiceState::Recovering:
    case ServiceState::Operational:
    case ServiceState::Unknown:
        break;
    }
    return 0;
}

Measure sinceThen(MeasureKind kind, const MeasurePoint& from, const std::optional<MeasurePoint>& until,
                  Moment now) {
    Measure measure{.kind = kind, .from = from, .until = until};
    measure.length = (until ? until->at : now) - from.at;
    measure.why = until ? std::nullopt : std::optional(Unmeasured::NotYet);
    return measure;
}

bool isEarlier(const std::optional<MeasurePoint>& known, const MeasurePoint& than) {
    return known && known->at <= than.at;
}

} // namespace

bool isCommandTaken(const Facts& facts) {
    if (const auto* f = std::get_if<SeatAnswered>(&facts)) {
        return f->seat == commanderSeat && f->answer == SeatAnswer::Accepted;
    }
    if (const auto* f = std::get_if<PageAnswered>(&facts)) {
        return f->seat && *f->seat == commanderSeat && f->answer == SeatAnswer::Accepted;
    }
    return std::holds_alternative<CommandTaken>(facts);
}

void ServiceTrack::state(const ServiceStated& stated, const MeasurePoint& at) {
    if (stated.state == ServiceState::Unknown) {
        return; // nobody says that it is better, or worse
    }
    for (const QString& service : stated.services) {
        take({service, stated.function.value_or(QString())}, stated.state, at);
        if (!stated.function && stated.state == ServiceState::Operational) {
            for (auto& [key, one] : m_services) {
                if (key.service == service && !one.back) {
                    one.back = at;
                }
            }
        }
    }
}

void ServiceTrack::take(const ServiceKey& key, ServiceState state, const MeasurePoint& at) {
    const auto known = m_services.find(key);
    const ServiceOutage* before = known != m_services.end() ? &known->second : wholeOf(key);
    const bool isBack = state == ServiceState::Operational;
    if (!before && isBack) {
        return; // it never was out
    }
    const bool isBetter = before && !before->back && state != ServiceState::Recovering &&
                          badness(state) < badness(before->worst);
    if (isBetter && !m_mitigated) {
        m_mitigated = at;
    }
    const ServiceState worst = before && badness(before->worst) > badness(state) ? before->worst : state;
    const MeasurePoint out = before ? before->out : at;
    m_services.insert_or_assign(
        key,
        ServiceOutage{key, out, worst, isBack ? std::optional(before->back.value_or(at)) : std::nullopt});
}

// What is said of a function for the first time follows what was said of all of the service.
const ServiceOutage* ServiceTrack::wholeOf(const ServiceKey& key) const {
    const auto whole = m_services.find({key.service, QString()});
    return whole != m_services.end() && !whole->second.back ? &whole->second : nullptr;
}

std::optional<MeasurePoint> ServiceTrack::firstOut() const {
    std::optional<MeasurePoint> first;
    for (const auto& [key, service] : m_services) {
        first = isEarlier(first, service.out) ? first : service.out;
    }
    return first;
}

std::optional<MeasurePoint> ServiceTrack::allRestored() const {
    std::optional<MeasurePoint> last;
    for (const auto& [key, service] : m_services) {
        if (!service.back) {
            return std::nullopt;
        }
        last = last && last->at >= service.back->at ? last : service.back;
    }
    return last;
}

void NoticeTrack::take(const TimelineRow& row, const MeasurePoint& told) {
    if (const auto* recorded = std::get_if<NoticeRecorded>(&row.facts)) {
        NoticeGiven notice{row.event, told};
        if (recorded->stage) { // it says what happened and what is done about it
            notice.tells = {Disclosure::Event, Disclosure::Response};
        }
        if (recorded->contact) {
            notice.tells.insert(Disclosure::Contact);
        }
        m_notices.insert_or_assign(row.event, std::move(notice));
    } else if (const auto* proposed = std::get_if<NoticeProposed>(&row.facts)) {
        m_proposed.insert_or_assign(row.event, Proposed{proposed->outgoings, proposed->nextUpdate});
    } else if (const auto* delivered = std::get_if<DeliveryTold>(&row.facts)) {
        if (delivered->counts.sent > 0) {
            tell(delivered->notice, delivered->channel, {*row.times.recorded, row.event, *row.seq});
        }
    } else if (const auto* decided = std::get_if<DeliveryDecided>(&row.facts)) {
        if (decided->choice == DeliveryChoice::Sent) {
            tell(decided->notice, decided->channel, {*row.times.recorded, row.event, *row.seq});
        }
    }
}

void NoticeTrack::tell(const EventId& notice, const QString& channel, const MeasurePoint& at) {
    const auto proposed = m_proposed.find(notice);
    if (proposed == m_proposed.end()) {
        return;
    }
    const auto& outgoings = proposed->second.outgoings;
    const auto one = std::find_if(outgoings.begin(), outgoings.end(), [&channel](const Outgoing& outgoing) {
        return outgoing.channel == channel && outgoing.audience == Audience::Users;
    });
    if (one == outgoings.end()) {
        return;
    }
    // What a later channel adds, it told later: such a text counts from there.
    const std::set<Disclosure> tells(one->tells.begin(), one->tells.end());
    const auto [known, isNew] =
        m_notices.try_emplace(notice, NoticeGiven{notice, at, tells, proposed->second.promises});
    const bool addsSomething =
        !std::includes(known->second.tells.begin(), known->second.tells.end(), tells.begin(), tells.end());
    if (!isNew && addsSomething) {
        m_notices.try_emplace(at.event, NoticeGiven{notice, at, tells, std::nullopt});
    }
}

NoticeTrack NoticeTrack::without(const std::set<EventId>& withdrawn) const {
    NoticeTrack kept = *this;
    for (const EventId& event : withdrawn) {
        kept.m_notices.erase(event);
    }
    return kept;
}

std::vector<NoticeGiven> NoticeTrack::byTime() const {
    std::vector<NoticeGiven> notices;
    for (const auto& [event, notice] : m_notices) {
        notices.push_back(notice);
    }
    std::sort(notices.begin(), notices.end(), [](const NoticeGiven& a, const NoticeGiven& b) {
        return std::pair(a.point.at, a.point.seq) < std::pair(b.point.at, b.point.seq);
    });
    return notices;
}

std::optional<MeasurePoint> NoticeTrack::first() const {
    const auto notices = byTime();
    return notices.empty() ? std::nullopt : std::optional(notices.front().point);
}

std::map<Disclosure, MeasurePoint> NoticeTrack::told() const {
    std::map<Disclosure, MeasurePoint> told;
    for (const NoticeGiven& notice : byTime()) {
        for (const Disclosure one : notice.tells) {
            told.try_emplace(one, notice.point);
        }
    }
    return told;
}

void NoticeTrack::addGaps(std::vector<Measure>& all, const std::optional<MeasurePoint>& over,
                          Moment now) const {
    const auto notices = byTime();
    std::optional<Measure> longest;
    std::vector<Measure> missed;
    for (std::size_t i = 0; i < notices.size(); ++i) {
        const auto next = i + 1 < notices.size() ? std::optional(notices[i + 1].point) : std::nullopt;
        // Once everything is back, nobody waits for the next one.
        const auto end = over && (!next || over->at < next->at) ? over : next;
        Measure gap = sinceThen(MeasureKind::NoticeGap, notices[i].point, end, now);
        if (*gap.length > Millis(0) && (!longest || *gap.length > *longest->length)) {
            longest = std::move(gap);
        }
        if (const auto promised = notices[i].promises; promised && (next ? next->at : now) > *promised) {
            MeasurePoint from = notices[i].point;
            from.at = *promised;
            missed.push_back(sinceThen(MeasureKind::PromiseMissed, from, next, now));
        }
    }
    if (longest) {
        all.push_back(std::move(*longest));
    }
    all.insert(all.end(), missed.begin(), missed.end());
}

void SeatTrack::take(const Facts& facts, const MeasurePoint& at) {
    if (const auto* called = std::get_if<SeatsCalled>(&facts)) {
        for (const SeatCall& call : called->calls) {
            Seat& seat = m_seats[call.seat];
            seat.passed = 0;
            if (!seat.held && !seat.called) {
                seat.called = at;
                seat.first = seat.first ? seat.first : at;
                seat.among.push_back(at);
            }
        }
    } else if (const auto* passed = std::get_if<SeatPassed>(&facts)) {
        Seat& seat = m_seats[passed->seat];
        seat.passed += passed->to ? 1 : 0;
        seat.deepest = std::max(seat.deepest, seat.passed);
        seat.among.push_back(at);
    } else if (const auto* answered = std::get_if<SeatAnswered>(&facts)) {
        if (answered->answer == SeatAnswer::Accepted) {
            answer(answered->seat, at, true);
        }
    } else if (const auto* replied = std::get_if<PageAnswered>(&facts)) {
        if (replied->seat && replied->answer == SeatAnswer::Accepted) {
            answer(*replied->seat, at, true);
        }
    } else if (std::holds_alternative<CommandTaken>(facts)) {
        answer(commanderSeat.toString(), at, true);
    } else if (const auto* vacated = std::get_if<SeatVacated>(&facts)) {
        answer(vacated->seat, at, false);
    }
}

void SeatTrack::answer(const QString& key, const MeasurePoint& at, bool isHeld) {
    const auto known = m_seats.find(key);
    if (known == m_seats.end()) {
        return; // taken without a call
    }
    Seat& seat = known->second;
    if (seat.called) {
        seat.open += at.at - seat.called->at;
        seat.called.reset();
        seat.accepted = at;
    }
    seat.held = isHeld;
}

void SeatTrack::addTo(std::vector<Measure>& all, Moment until) const {
    const std::pair<const QString, Seat>* deepest = nullptr;
    for (const auto& one : m_seats) {
        const Seat& seat = one.second;
        if (!seat.first) {
            continue; // it was never without somebody
        }
        Measure measure{.kind = MeasureKind::Unaccepted, .seat = one.first, .from = seat.first};
        measure.among.assign(seat.among.begin() + 1, seat.among.end());
        measure.length = seat.open;
        if (seat.called) {
            measure.length = seat.open + std::max(Millis(0), until - seat.called->at);
            measure.why = Unmeasured::NotYet;
        } else {
            measure.until = seat.accepted;
        }
        all.push_back(std::move(measure));
        deepest = deepest && deepest->second.deepest >= seat.deepest ? deepest : &one;
    }
    if (deepest) {
        all.push_back({.kind = MeasureKind::Succession,
                       .seat = deepest->first,
                       .from = deepest->second.first,
                       .until = deepest->second.accepted,
                       .count = deepest->second.deepest});
    }
}

} // namespace bongsu
