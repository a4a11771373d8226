// What the sheet of services lists, in the language installed.
#pragma once

#include "domain/incident/servicedetail.h"
#include "ui/board/boardwords.h"

namespace bongsu {

// What a line of the list stands for.
struct ServicesItem {
    enum class Kind { All, Service, Blocker, Hold, Heading };
    Kind kind = Kind::Heading;
    ServiceKey key{};                 // Service
    std::optional<EventId> blocker{}; // what raised it
    QString site{};                   // Hold
};
struct ServicesRow {
    ServicesItem item;
    PanelLine line; // its key tells it from the others
};
// The incident as a whole, its services with their functions beneath, what is blocked.
std::vector<ServicesRow> servicesRows(const BoardContext& board);

// "00:21 초과", "00:05 남음": of one that is away.
QString leftWords(const RecoveryTarget& target);
// "15:30부터"
QString sinceOnBoard(const BoardContext& board, Moment at);
// The parts there are, with dots between them.
QString dotted(QStringList parts);

} // namespace bongsu
