#include "domain/incident/paging.h"

#include "domain/base/limits.h"
#include "domain/incident/checking.h"
#include "domain/incident/declaring.h"

#include <algorithm>

namespace bongsu {

PageTarget targetOf(const PageItem& item) {
    return item.seat ? PageTarget{.seat = *item.seat}
                     : PageTarget{.meeting = item.call, .member = item.member.value_or(0)};
}

namespace {

const Attending* memberOf(const Incident& incident, const PageItem& item) {
    const auto meeting = item.member ? incident.meetings.find(item.call) : incident.meetings.end();
    const bool isOne = meeting != incident.meetings.end() && *item.member < meeting->second.members.size();
    return isOne ? &meeting->second.members[std::size_t(*item.member)] : nullptr;
}

// Somebody who is to be reached, and how long they have.
struct Wanted {
    PageItem item;
    PersonId person;
    Millis step;
};

// The newest meeting alone: who was called to an earlier one is no longer waited for.
std::vector<Wanted> membersWanted(const Incident& incident) {
    const auto newest =
        std::max_element(incident.meetings.begin(), incident.meetings.end(),
                         [](const auto& a, const auto& b) { return a.second.number < b.second.number; });
    std::vector<Wanted> wanted;
    if (newest != incident.meetings.end()) {
        for (std::size_t i = 0; i < newest->second.members.size(); ++i) {
            const PageItem item{.member = i, .call = newest->first};
            if (const auto person = pagedPerson(incident, item)) {
                wanted.push_back({item, *person, limits::pageStep});
            }
        }
    }
    return wanted;
}

std::vector<Wanted> allWanted(const Incident& incident) {
    std::vector<Wanted> wanted;
    for (const auto& [seat, status] : incident.seats) {
        if (status.called && !status.called->declined) {
            const Called& called = *status.called;
            wanted.push_back({PageItem{.seat = seat, .call = called.by}, called.person,
                              std::min(Millis(limits::pageStep), called.within / 4)});
        }
    }
    const auto members = membersWanted(incident);
    wanted.insert(wanted.end(), members.begin(), members.end());
    return wanted;
}

// The first channel that is due for them, or when that will be; neither: all were tried.
struct NextChannel {
    std::optional<std::size_t> now{};
    std::optional<Moment> later{};
};
NextChannel nextChannel(const Wanted& wanted, const PageStatus* status, const std::vector<QString>& channels,
                        Moment now) {
    const PagedOver* before = nullptr;
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const auto over = status ? status->channels.find(channels[i]) : decltype(status->channels.find({}))();
        if (status && over != status->channels.end()) {
            before = &over->second;
            continue;
        }
        if (!before || before->hasFailed() || now >= before->at + wanted.step) {
            return {i, {}};
        }
        return {{}, before->at + wanted.step};
    }
    return {};
}

} // namespace

std::optional<PersonId> pagedPerson(const Incident& incident, const PageItem& item) {
    if (item.seat) {
        const auto seat = incident.seats.find(*item.seat);
        const bool stands = seat != incident.seats.end() && seat->second.called &&
                            !seat->second.called->declined && seat->second.called->by == item.call;
        return stands ? std::optional(seat->second.called->person) : std::nullopt;
    }
    const Attending* member = memberOf(incident, item);
    return member && !member->attendance ? member->person : std::nullopt;
}

std::optional<FoundPage> findPage(const Incident& incident, const EventId& begun, quint64 page) {
    for (const auto& [target, status] : incident.pages) {
        for (const auto& [channel, over] : status.channels) {
            if (over.begun == begun && over.page == page) {
                const bool isSeat = !target.seat.isEmpty();
                const PageItem item{isSeat ? std::optional(target.seat) : std::nullopt,
                                    isSeat ? std::nullopt : std::optional(target.member), status.call};
                return FoundPage{item, channel, &over};
            }
        }
    }
    return std::nullopt;
}

PagesDue pagesDue(const Incident& incident, const Authority& authority, const std::vector<QString>& channels,
                  Moment now) {
    PagesDue due;
    if (!isOpen(incident)) {
        return due;
    }
    std::map<std::size_t, PageBegun> begun; // by the place of the channel
    for (const Wanted& wanted : allWanted(incident)) {
        if (!authority.isActive(wanted.person)) {
            continue;
        }
        const auto known = incident.pages.find(targetOf(wanted.item));
        const bool isSame = known != incident.pages.end() && known->second.call == wanted.item.call;
        const NextChannel next = nextChannel(wanted, isSame ? &known->second : nullptr, channels, now);
        if (next.later) {
            due.next = std::min(due.next.value_or(*next.later), *next.later);
        }
        if (next.now && begun[*next.now].pages.size() < std::size_t(limits::pages)) {
            begun[*next.now].channel = channels[*next.now];
            begun[*next.now].pages.push_back(wanted.item);
        }
    }
    for (auto& [place, one] : begun) {
        due.begun.push_back(std::move(one));
    }
    return due;
}

} // namespace bongsu
