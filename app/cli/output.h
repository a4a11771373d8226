// What a command says: JSON lines for programs on stdout, words for people on stderr.
#pragma once

#include "domain/base/result.h"

#include <QJsonObject>

namespace bongsu {

namespace exitcode {
inline constexpr int done = 0;
inline constexpr int refused = 1;
inline constexpr int usage = 2;
inline constexpr int noRelay = 3;
inline constexpr int busy = 4;
inline constexpr int failed = 5;
inline constexpr int notVerified = 6;
} // namespace exitcode

class Output {
  public:
    virtual ~Output() = default;
    virtual void line(const QJsonObject& object) = 0;
    virtual void words(const QString& sentence) = 0;
};

// To this process's own stdout and stderr, a line at once.
class ConsoleOutput : public Output {
  public:
    void line(const QJsonObject& object) override;
    void words(const QString& sentence) override;
};

// The last line of a command that did not succeed, its sentence, and the exit code that goes with it.
int reportError(Output& output, const Error& error, const QString& id = {});

} // namespace bongsu
