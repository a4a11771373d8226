// What measures are made of: the services, notices and seats of an incident as the lines of its record tell
// them, one after the other.
#pragma once

#include "domain/incident/measures.h"

namespace bongsu {

// Whether somebody who was named to command begins to by this.
bool isCommandTaken(const Facts& facts);

class ServiceTrack {
  public:
    // At its claimed time. A whole service that is back brings its functions back with it.
    void state(const ServiceStated& stated, const MeasurePoint& at);

    bool any() const { return !m_services.empty(); } // anything was out
    std::optional<MeasurePoint> firstOut() const;    // the earliest
    std::optional<MeasurePoint> mitigated() const { return m_mitigated; }
    const std::map<ServiceKey, ServiceOutage>& outages() const { return m_services; }
    std::optional<MeasurePoint> allRestored() const; // nothing: something is not, or nothing was out

  private:
    void take(const ServiceKey& key, ServiceState state, const MeasurePoint& at);
    const ServiceOutage* wholeOf(const ServiceKey& key) const;

    std::map<ServiceKey, ServiceOutage> m_services;
    std::optional<MeasurePoint> m_mitigated;
};

class NoticeTrack {
  public:
    void take(const TimelineRow& row, const MeasurePoint& told);
    // The same without lines about notices that their author took back.
    NoticeTrack without(const std::set<EventId>& withdrawn) const;

    std::vector<NoticeGiven> byTime() const;
    std::optional<MeasurePoint> first() const;
    std::map<Disclosure, MeasurePoint> told() const; // the first that carries each
    // The longest gap and what was promised and came late. `over`: everything was back.
    void addGaps(std::vector<Measure>& all, const std::optional<MeasurePoint>& over, Moment now) const;

  private:
    struct Proposed {
        std::vector<Outgoing> outgoings;
        std::optional<Moment> promises;
    };
    void tell(const EventId& notice, const QString& channel, const MeasurePoint& at);
    std::map<EventId, Proposed> m_proposed;
    std::map<EventId, NoticeGiven> m_notices; // by what proposed or recorded them
};

class SeatTrack {
  public:
    // At its recorded time.
    void take(const Facts& facts, const MeasurePoint& at);
    void addTo(std::vector<Measure>& all, Moment until) const;

  private:
    struct Seat {
        std::optional<MeasurePoint> called{}; // nobody has it since
        std::optional<MeasurePoint> first{};
        std::optional<MeasurePoint> accepted{};
        std::vector<MeasurePoint> among{};
        Millis open{0};
        bool held = false;
        quint64 passed = 0; // since it was called
        quint64 deepest = 0;
    };
    void answer(const QString& seat, const MeasurePoint& at, bool isHeld);

    std::map<QString, Seat> m_seats;
};

} // namespace bongsu
