#include "websocket/strangers.h"

#include <QHostAddress>

#include <algorithm>

namespace bongsu {

PeerNetwork networkOf(const QHostAddress& address) {
    const Q_IPV6ADDR all = address.toIPv6Address(); // of IPv4: as ::ffff:a.b.c.d
    bool isIpv4 = false;
    address.toIPv4Address(&isIpv4);
    PeerNetwork network{};
    std::copy_n(std::begin(all.c), isIpv4 ? 16 : 8, network.begin());
    return network;
}

void Strangers::rank(const PeerNetwork& network, bool isRanked) {
    const auto numbers = m_numbers.find(network);
    if (numbers == m_numbers.end()) {
        return;
    }
    if (numbers->second.empty()) {
        m_numbers.erase(numbers);
        return;
    }
    const std::pair place(-qint64(numbers->second.size()), *numbers->second.begin());
    if (isRanked) {
        m_ranks.insert(place);
    } else {
        m_ranks.erase(place);
    }
}

void Strangers::add(Number number, const PeerNetwork& from) {
    rank(from, false);
    m_networks.emplace(number, from);
    m_numbers[from].insert(number);
    rank(from, true);
}

bool Strangers::remove(Number number) {
    const auto place = m_networks.find(number);
    if (place == m_networks.end()) {
        return false;
    }
    const PeerNetwork network = place->second;
    rank(network, false);
    m_numbers[network].erase(number);
    m_networks.erase(place);
    rank(network, true);
    return true;
}

std::optional<Strangers::Number> Strangers::whoGoes() const {
    return m_ranks.empty() ? std::nullopt : std::optional(m_ranks.begin()->second);
}

std::optional<Strangers::Number> Strangers::whoIsFirst() const {
    if (m_ranks.empty()) {
        return std::nullopt;
    }
    const PeerNetwork& network = m_networks.at(m_ranks.rbegin()->second);
    return *m_numbers.at(network).rbegin();
}

} // namespace bongsu
