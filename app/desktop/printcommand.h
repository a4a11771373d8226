// `bongsu print`: an incident on paper, or a sealed envelope with an invite, without a window.
#pragma once

#include <QStringList>

class QApplication;

namespace bongsu {

// Whether the program's words, without its name, ask for it.
bool asksToPrint(const QStringList& words);

// Carries them out; returns the exit code. Needs no display.
int printCommand(QApplication& app, const QStringList& words);

} // namespace bongsu
