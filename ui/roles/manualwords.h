// What a manual says of a seat, and which version of it is read, in the language installed.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/manual/seating.h"
#include "journal/documents.h"
#include "ui/board/boardwords.h"

namespace bongsu {

// A heading and what stands below it, a sentence each.
struct RoleSection {
    QString heading;
    QStringList lines;
    friend bool operator==(const RoleSection&, const RoleSection&) = default;
};

// Duties, what may be decided alone, when to escalate, tasks and how they stand; who comes after. Without
// what the manual leaves out. `running` as in proposeSeats().
std::vector<RoleSection> roleSections(const BoardContext& board, const BoardSeat& seat,
                                      const std::vector<KnownPerson>& people,
                                      const std::vector<Shift>& running, const Catalogue* catalogue);
// "인프라 · 보고 총괄 · 5분 안에 수락"
QString roleTerms(const BoardContext& board, const BoardSeat& seat, const Catalogue* catalogue);

// What a manual itself says of a seat: duties, what may be decided alone, when to escalate; then its tasks.
struct SeatInManual {
    std::vector<RoleSection> sections;
    RoleSection tasks; // without lines: it has none
};
SeatInManual seatInManual(const ManualSeat& seat, const Manual& manual);
// "1. 김하늘  2. 인프라 누구나": who takes it, and who comes next.
QString holdersWords(const ManualSeat& seat, const Manual& manual, const Catalogue& catalogue);
QString seatHeading(const ManualSeat& seat, const Catalogue& catalogue); // "총괄 · 재해복구위원회"

// What somebody in a seat would have to do otherwise by a newer version: a section for each seat.
std::vector<RoleSection> differenceSections(const std::vector<ManualDifference>& differences);
// "A newer version was published 15:40: 3 difference(s)."
QString newerWords(const Journal& journal, const Documents::NewerManual& newer, Moment now);

// "Published 15:40 by 김하늘", of a document's version; or that it is on this device alone so far.
QString publishedWords(const Journal& journal, const EventId& version, Moment now);
// Who published it when, or that it shipped with the program; and when people last reviewed it.
QString versionWords(const Journal& journal, const Manual& manual, const std::optional<EventId>& version,
                     Moment now);

} // namespace bongsu
