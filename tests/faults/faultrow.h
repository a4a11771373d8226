// What every fault program in C++ has in common: its count and seed, and the line it ends with.
#pragma once

#include <QByteArray>

#include <chrono>
#include <functional>
#include <utility>
#include <vector>

namespace bongsu {

class FaultRow {
  public:
    using Figures = std::vector<std::pair<QByteArray, quint64>>;

    // Reads `--count N --seed S`; ends the process with 2 if no count is given.
    FaultRow(int number, int argc, char** argv);

    quint64 count() const { return m_count; }
    quint64 seed() const { return m_seed; }

    // Says what became of it; `holds` is whether the row's pass column does. Returns the exit code.
    int end(quint64 tried, const Figures& figures, bool holds) const;
    // Says why it cannot run here. Returns the exit code.
    int notHere(const QByteArray& why) const;

  private:
    int m_number;
    quint64 m_count = 0;
    quint64 m_seed = 1;
    std::chrono::steady_clock::time_point m_began = std::chrono::steady_clock::now();
};

// Runs the event loop until `done` holds; false if it does not within ten minutes, on a machine with much
// else to do.
bool until(const std::function<bool()>& done);
// Ends the process with 1, and says why, if what a row begins with does not hold.
void must(bool holds, const char* what);

} // namespace bongsu
