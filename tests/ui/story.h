// The Pangyo incident as a committee would have kept it, up to one moment of the night: what pictures show.
#pragma once

#include "ui/house.h"

namespace bongsu {

struct Story {
    Story();

    House house;
    House::Desk& me; // a scribe's desktop, offline since a minute ago
    LogId incident;

  private:
    LogId tell();
    void tellTheFirstHour();
    void callEverybody();
    void giveTasks();
    void tellTheNight();
    void handOver();
    void loseConnection();
    void accept(House::Desk& who, const char* at, const char* seat, SeatAnswer answer = SeatAnswer::Accepted);
    EventId say(House::Desk& who, const char* at, const Facts& facts, const Text& text);
    void sayPangyo(std::size_t from, std::size_t to);

    House::Desk& m_first;
    House::Desk& m_commander;
    House::Desk& m_notices;
    House::Desk& m_recovery;
    House::Desk& m_network;
    House::Desk& m_security;
    House::Desk& m_support;
    std::optional<LogId> m_log;
    std::vector<PangyoLine> m_lines = pangyoLines();
};

} // namespace bongsu
