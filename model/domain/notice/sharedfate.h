// What a channel stands on against what has failed: nobody is told over something that is down itself.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/incident/incident.h"
#include "domain/notice/channel.h"

namespace bongsu {

// What it shares with the incident.
struct SharedFate {
    enum class What { Service, Site };
    What what;
    QString key;
    friend bool operator==(const SharedFate&, const SharedFate&) = default;
};

// A service that is stated to be out, whole or in a part, or that was named when the incident was declared
// and of which nobody has said since that it works; a site that the incident is at; a service of which every
// site is one of those. Nothing: they share nothing that is known of.
std::optional<SharedFate> sharedFate(const StandsOn& standsOn, const Incident& incident,
                                     const Catalogue& catalogue);

// The channels a notice to users goes out on, as far as nobody chose: those that reach them and share no fate
// with the incident, in the order written; in a drill the sandboxes and nothing else.
std::vector<QString> channelsFor(const Channels& channels, const Incident& incident,
                                 const Catalogue& catalogue);

// The same channels as a notice names them: with what stands in for each, where that is not chosen by itself
// and shares no fate. What stands in stands behind.
std::vector<Outgoing> outgoingsOf(const std::vector<QString>& chosen, const Channels& channels,
                                  const Incident& incident, const Catalogue& catalogue);

} // namespace bongsu
