// What is wrong with a file, gathered while it is read.
#pragma once

#include "domain/base/documentfault.h"

#include <compare>
#include <functional>
#include <map>
#include <vector>

namespace bongsu {

// In a file; both from 1, the column in characters.
struct Position {
    int line = 1;
    int column = 1;
    friend auto operator<=>(const Position&, const Position&) = default;
};

class Faults {
  public:
    // Words are shortened to what a sentence bears.
    void add(Position at, FaultCode code, const QString& word = {}, const QString& other = {});
    // Of `known`, which is asked for where a suggestion is still wanted, what `word` may be meant for stands
    // beside it, and is returned.
    QString addUnknown(Position at, FaultCode code, const QString& word,
                       const std::function<std::vector<QString>()>& known);

    bool isEmpty() const { return m_faults.empty(); }
    // In order of position, each once. Behind limits::documentFaults of them one says how many are left out.
    std::vector<DocumentFault> said() const;

  private:
    std::vector<DocumentFault> m_faults;
};

// The names one part of a file gives, each once.
class Names {
  public:
    // Says a second one of the same name; an empty name, whose own fault has been said, is passed over.
    void add(const QString& name, Position at, Faults& faults);
    // Says a name that is not among them; an empty one is passed over.
    void expect(const QString& name, Position at, FaultCode unless, Faults& faults) const;

  private:
    std::map<QString, Position> m_names;
};

} // namespace bongsu
