// Circles in what refers to what by name: services that need each other, seats that report to each other.
#pragma once

#include <QString>

#include <vector>

namespace bongsu {

// One thing and those it refers to, in the order written.
struct References {
    QString from;
    std::vector<QString> to;
};

// `through` begins and ends with the same name. The last reference of the way, the one that closes the
// circle, is graph[from].to[to].
struct Circle {
    std::vector<QString> through;
    std::size_t from = 0;
    std::size_t to = 0;
    friend bool operator==(const Circle&, const Circle&) = default;
};

// A circle for each reference that closes one, in the order in which a walk along the references meets them;
// none exactly if there is none, and no more than `most`: among things
// that all refer to each other there are very many. References to what the graph does not hold lead nowhere;
// of two that are called the same the first counts.
std::vector<Circle> circlesIn(const std::vector<References>& graph, std::size_t most);

} // namespace bongsu
