#include "domain/incident/measures.h"

#include "domain/incident/measuretracks.h"

#include <algorithm>

namespace bongsu {

namespace {

bool isFromElsewhere(const Line* line) {
    return line && (line->source || line->origin);
}

// When somebody here knew of what the line says: as it was written, but of lines brought in afterwards.
Moment knownAt(const TimelineRow& row) {
    return isFromElsewhere(lineOf(row.facts)) ? row.times.told() : row.times.created;
}

MeasurePoint pointOf(const TimelineRow& row, Moment at) {
    const Line* line = lineOf(row.facts);
    return {at, row.event, *row.seq, line ? line->source : std::nullopt};
}

// Kinds by which somebody shows that they know of the outage.
bool tellsOfIt(const Facts& facts) {
    return std::holds_alternative<IncidentDeclared>(facts) || std::holds_alternative<NoteAdded>(facts) ||
           std::holds_alternative<DecisionMade>(facts) || std::holds_alternative<ServiceStated>(facts) ||
           std::holds_alternative<NoticeRecorded>(facts) || std::holds_alternative<ImpactStated>(facts) ||
           std::holds_alternative<BlockerRaised>(facts) || std::holds_alternative<CauseStated>(facts);
}

Measure between(MeasureKind kind, const MeasurePoint& from, const std::optional<MeasurePoint>& until) {
    Measure measure{.kind = kind, .from = from, .until = until};
    if (until) {
        measure.length = until->at - from.at;
    } else {
        measure.why = Unmeasured::NotYet;
    }
    return measure;
}

} // namespace

class MeasureTaking::Taken {
  public:
    void take(const TimelineRow& row) {
        if (const auto* declared = std::get_if<IncidentDeclared>(&row.facts)) {
            m_declared = pointOf(row, row.times.created);
            m_began = declared->began ? std::optional(pointOf(row, *declared->began)) : std::nullopt;
            m_ended = declared->ended ? std::optional(pointOf(row, *declared->ended)) : std::nullopt;
        }
        if (tellsOfIt(row.facts)) {
            m_known.push_back(pointOf(row, knownAt(row)));
        }
        if (const auto* withdrawn = std::get_if<EntryWithdrawn>(&row.facts)) {
            m_withdrawn.insert(withdrawn->target);
        } else if (const auto* changed = std::get_if<PhaseChanged>(&row.facts)) {
            take(*changed, row);
        } else if (const auto* stated = std::get_if<ServiceStated>(&row.facts)) {
            m_services.state(*stated, pointOf(row, row.times.told()));
        }
        m_notices.take(row, pointOf(row, row.times.told()));
        m_seats.take(row.facts, pointOf(row, *row.times.recorded));
        if (!m_commanded && isCommandTaken(row.facts)) {
            m_commanded = pointOf(row, row.times.created);
        }
    }

    std::vector<Measure> measures(Moment now) const {
        if (!m_declared) {
            return {};
        }
        const MeasurePoint from = start();
        const auto over = allRestored();
        const bool isLate = m_ended || (over && over->at <= m_declared->at);
        std::vector<Measure> all;
        const auto add = [&](MeasureKind kind, const std::optional<MeasurePoint>& until) {
            all.push_back(between(kind, from, until));
        };
        const auto addUnlessLate = [&](MeasureKind kind, const std::optional<MeasurePoint>& until) {
            all.push_back(isLate ? Measure{.kind = kind, .from = from, .why = Unmeasured::Afterwards}
                                 : between(kind, from, until));
        };
        add(MeasureKind::Detected, detected(from.at));
        addUnlessLate(MeasureKind::Declared, m_declared);
        addUnlessLate(MeasureKind::Commanded, m_commanded);
        const NoticeTrack notices = m_notices.without(m_withdrawn);
        add(MeasureKind::FirstNotice, notices.first());
        all.push_back(statutory(from, notices));
        add(MeasureKind::Mitigated, m_services.mitigated());
        for (const auto& [service, outage] : m_services.outages()) {
            all.push_back(between(MeasureKind::Restored, from, outage.back));
            all.back().service = service;
        }
        add(MeasureKind::AllRestored, over);
        addUnlessLate(MeasureKind::Closed, m_closed);
        notices.addGaps(all, over, now);
        m_seats.addTo(all, m_over ? m_over->at : now);
        return all;
    }

    std::vector<ServiceOutage> outages() const {
        std::vector<ServiceOutage> all;
        for (const auto& [service, outage] : m_services.outages()) {
            all.push_back(outage);
        }
        return all;
    }
    std::vector<NoticeGiven> notices() const { return m_notices.without(m_withdrawn).byTime(); }

  private:
    void take(const PhaseChanged& f, const TimelineRow& row) {
        const MeasurePoint point = pointOf(row, row.times.created);
        const bool isOver = f.phase == Phase::Resolved || f.phase == Phase::Closed;
        m_over = isOver ? std::optional(m_over.value_or(point)) : std::nullopt;
        m_closed = f.phase == Phase::Closed ? std::optional(point) : std::nullopt;
    }

    // When it began: as the declaration says (else when it was declared), or when something is said to have
    // been out before. Never later than any of them says: a figure flatters nobody.
    MeasurePoint start() const {
        const MeasurePoint stated = m_began.value_or(*m_declared);
        const auto out = m_services.firstOut();
        return out && out->at < stated.at ? *out : stated;
    }

    std::optional<MeasurePoint> detected(Moment from) const {
        std::optional<MeasurePoint> first;
        for (const MeasurePoint& known : m_known) {
            if (known.at >= from && !m_withdrawn.contains(known.event) && (!first || known.at < first->at)) {
                first = known;
            }
        }
        return first;
    }

    std::optional<MeasurePoint> allRestored() const {
        return m_services.any() ? m_services.allRestored() : m_ended ? m_ended : m_over;
    }

    static Measure statutory(const MeasurePoint& from, const NoticeTrack& notices) {
        const std::map<Disclosure, MeasurePoint> told = notices.told();
        std::optional<MeasurePoint> last;
        for (const auto& [item, point] : told) {
            last = last && last->at >= point.at ? last : point;
        }
        const bool isWhole = told.size() == std::size_t(Disclosure::Last);
        Measure measure = between(MeasureKind::StatutoryNotice, from, isWhole ? last : std::nullopt);
        for (const auto& [item, point] : told) {
            const auto isSame = [&point = point](const MeasurePoint& one) {
                return one.event == point.event;
            };
            if ((!isWhole || !isSame(*last)) &&
                std::none_of(measure.among.begin(), measure.among.end(), isSame)) {
                measure.among.push_back(point);
            }
        }
        return measure;
    }

    std::optional<MeasurePoint> m_declared;
    std::optional<MeasurePoint> m_began;
    std::optional<MeasurePoint> m_ended;
    std::optional<MeasurePoint> m_commanded;
    std::optional<MeasurePoint> m_over; // resolved or closed, and still is
    std::optional<MeasurePoint> m_closed;
    std::vector<MeasurePoint> m_known;
    std::set<EventId> m_withdrawn;
    ServiceTrack m_services;
    NoticeTrack m_notices;
    SeatTrack m_seats;
};

MeasureTaking::MeasureTaking() : m_taken(std::make_unique<Taken>()) {}
MeasureTaking::~MeasureTaking() = default;

void MeasureTaking::take(const TimelineRow& row) {
    if (row.seq && !row.voidReason) {
        m_taken->take(row);
    }
}

std::vector<Measure> MeasureTaking::measures(Moment now) const {
    return m_taken->measures(now);
}

std::vector<ServiceOutage> MeasureTaking::outages() const {
    return m_taken->outages();
}

std::vector<NoticeGiven> MeasureTaking::notices() const {
    return m_taken->notices();
}

const Measure* counterpartOf(const Measure& measure, const std::vector<Measure>& others) {
    const auto found = std::find_if(others.begin(), others.end(), [&](const Measure& other) {
        return other.kind == measure.kind && other.service == measure.service && other.seat == measure.seat;
    });
    return found == others.end() ? nullptr : &*found;
}

} // namespace bongsu
