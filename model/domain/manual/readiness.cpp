#include "domain/manual/readiness.h"

#include <QDate>
#include <QTimeZone>

#include <algorithm>

namespace bongsu {

namespace {

// The day by which somebody should have gone through it again; nothing while it has not come.
std::optional<QDate> reviewMissed(const Manual& manual, Moment now) {
    const QDate reviewed = QDate::fromString(manual.reviewed, Qt::ISODate);
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc()).date();
    const QDate due = reviewed.addDays(qint64(manual.reviewEveryDays));
    return reviewed.isValid() && today > due ? std::optional(due) : std::nullopt;
}

} // namespace

std::vector<ReadinessGap> gapsOf(const Manual& manual, bool published, const std::vector<KnownPerson>& people,
                                 Moment now) {
    std::vector<ReadinessGap> gaps;
    const auto add = [&](Gap gap, const QString& seat = {}, const QString& word = {}) {
        gaps.push_back({gap, manual.failureType, seat, word});
    };
    if (!published) {
        add(Gap::NotPublished);
    } else if (const auto due = reviewMissed(manual, now)) { // nobody reviews what ships with the program
        add(Gap::NotReviewed, {}, due->toString(Qt::ISODate));
    }
    const auto proposals = proposeSeats(manual, people, {}); // whoever is on duty by then
    for (std::size_t i = 0; i < manual.seats.size(); ++i) {
        const ManualSeat& seat = manual.seats[i];
        for (const Candidate& candidate : seat.holders) {
            const auto* named = std::get_if<NamedPerson>(&candidate);
            const auto isThem = [&](const KnownPerson& one) { return one.name == named->name; };
            if (named && std::none_of(people.begin(), people.end(), isThem)) {
                add(Gap::UnknownName, seat.key, named->name);
            }
        }
        const auto& line = proposals[i].line;
        const bool byManual = !line.empty() && line.front().reason != ProposalReason::Permission;
        if (!byManual) {
            add(Gap::NobodyInLine, seat.key);
        } else if (line.size() == 1) {
            add(Gap::NoSuccessor, seat.key);
        }
        if (proposals[i].twice) {
            add(Gap::Twice, seat.key);
        }
    }
    return gaps;
}

} // namespace bongsu
