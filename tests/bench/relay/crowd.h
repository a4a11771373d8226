// A thousand who follow what one person writes, in one process: when each of them has each entry.
#pragma once

#include "relay/member.h"

#include <memory>
#include <vector>

namespace bongsu::bench {

class Crowd {
  public:
    // Joins them all, one login after the other with some under way; each is a member of its own.
    Crowd(const Scene& scene, bool tls, int count);
    ~Crowd();

    double joinSeconds() const { return m_joinSeconds; }

    // `rate` entries a second for `seconds`, open loop. One line of JSON: p50, p99, max of all deliveries in
    // ms, the same until the last has an entry, until the author's ack; how many were delivered; the time of
    // joining.
    QByteArray follow(int rate, int seconds);

  private:
    struct Follower;
    void read(Follower& follower);

    const Scene m_scene;
    const bool m_tls;
    std::vector<std::unique_ptr<Follower>> m_followers;
    double m_joinSeconds = 0;
    int m_poll = -1;
    std::vector<double> m_latencies; // ms
    std::vector<double> m_lasts;     // by entry
    std::vector<int> m_seen;         // by entry
    int m_delivered = 0;
};

} // namespace bongsu::bench
