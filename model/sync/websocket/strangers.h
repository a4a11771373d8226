// Lines that have proven nothing yet, by where they come from, and which of them goes when there are too
// many.
#pragma once

#include <QtGlobal>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

class QHostAddress;

namespace bongsu {

// What one caller can have many addresses of: an IPv4 address, the first half of one of IPv6.
using PeerNetwork = std::array<quint8, 16>;
PeerNetwork networkOf(const QHostAddress& address);

class Strangers {
  public:
    using Number = quint64; // rises: the smallest has been here longest

    void add(Number number, const PeerNetwork& from);
    // Returns whether it was there.
    bool remove(Number number);
    std::size_t size() const { return m_networks.size(); }
    bool contains(Number number) const { return m_networks.contains(number); }
    // In order, the oldest first.
    const std::map<Number, PeerNetwork>& all() const { return m_networks; }
    // The oldest of the network that has the most: whoever comes with thousands pushes out their own, and
    // whoever is quick is gone from here before it is their turn. Nothing: there are none.
    std::optional<Number> whoGoes() const;
    // The newest of the network that has the fewest: who is served first where not all can be in time.
    std::optional<Number> whoIsFirst() const;

  private:
    void rank(const PeerNetwork& network, bool isRanked);

    std::map<Number, PeerNetwork> m_networks;
    std::map<PeerNetwork, std::set<Number>> m_numbers;
    std::set<std::pair<qint64, Number>> m_ranks; // of networks: less their size, and their oldest
};

} // namespace bongsu
