// Whom a relay reaches next, and over what: one channel after the other, until whoever was called has
// answered.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

struct PagesDue {
    std::vector<PageBegun> begun{}; // in the order of the channels; each passes checkIncident by a relay
    std::optional<Moment> next{};   // when another channel will be due if nothing else happens
    friend bool operator==(const PagesDue&, const PagesDue&) = default;
};

// `channels` in the order in which they are tried. The first at once; each next one when the one before is
// known to have reached nobody, and after limits::pageStep (a quarter of the time to accept, where that is
// shorter) whatever became of it. Nobody is paged in an incident that is over, who answered, or who was
// passed over.
PagesDue pagesDue(const Incident& incident, const Authority& authority, const std::vector<QString>& channels,
                  Moment now);

// Who is meant, as far as that call still stands: nothing where they answered, or somebody else was called.
std::optional<PersonId> pagedPerson(const Incident& incident, const PageItem& item);
// The same of one page of an event that begun some; nothing for what is none.
struct FoundPage {
    PageItem item;
    QString channel;
    const PagedOver* over;
};
std::optional<FoundPage> findPage(const Incident& incident, const EventId& begun, quint64 page);

} // namespace bongsu
