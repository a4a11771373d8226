#include "domain/base/circles.h"

#include <algorithm>
#include <map>

namespace bongsu {

namespace {

// Depth first, with a stack of its own: a chain may be as long as a file has lines.
class Walk {
  public:
    Walk(const std::vector<References>& graph, std::size_t most)
        : m_graph(graph), m_most(most), m_states(graph.size()) {
        for (std::size_t i = 0; i < graph.size(); ++i) {
            m_places.emplace(graph[i].from, i);
        }
    }

    std::vector<Circle> circles() {
        for (std::size_t i = 0; i < m_graph.size() && m_circles.size() < m_most; ++i) {
            if (m_states[i] == State::New) {
                walkFrom(i);
            }
        }
        return std::move(m_circles);
    }

  private:
    enum class State : char { New, OnTheWay, Done };
    struct Step {
        std::size_t node;
        std::size_t next = 0; // the reference to follow
    };

    void walkFrom(std::size_t start) {
        enter(start);
        while (!m_way.empty() && m_circles.size() < m_most) {
            Step& here = m_way.back();
            if (here.next == m_graph[here.node].to.size()) {
                m_states[here.node] = State::Done;
                m_way.pop_back();
                continue;
            }
            const std::size_t reference = here.next++;
            const auto to = m_places.find(m_graph[here.node].to[reference]);
            if (to == m_places.end()) {
                continue;
            }
            if (m_states[to->second] == State::New) {
                enter(to->second);
            } else if (m_states[to->second] == State::OnTheWay) {
                close(to->second, reference);
            }
        }
    }

    void enter(std::size_t node) {
        m_states[node] = State::OnTheWay;
        m_way.push_back({node});
    }

    void close(std::size_t begin, std::size_t reference) {
        auto at = std::find_if(m_way.begin(), m_way.end(), [&](const Step& s) { return s.node == begin; });
        Circle circle{{}, m_way.back().node, reference};
        for (; at != m_way.end(); ++at) {
            circle.through.push_back(m_graph[at->node].from);
        }
        circle.through.push_back(m_graph[begin].from);
        m_circles.push_back(std::move(circle));
    }

    const std::vector<References>& m_graph;
    const std::size_t m_most;
    std::map<QString, std::size_t> m_places;
    std::vector<State> m_states;
    std::vector<Step> m_way;
    std::vector<Circle> m_circles;
};

} // namespace

std::vector<Circle> circlesIn(const std::vector<References>& graph, std::size_t most) {
    return Walk(graph, most).circles();
}

} // namespace bongsu
