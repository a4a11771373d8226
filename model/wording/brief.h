// The brief as one line that is sent to anybody: "[16:11 기준] 판교 화재로 메신저 등 9개 서비스 중단(41분).
// …"
#pragma once

#include "domain/incident/brief.h"

namespace bongsu {

// In the language installed, on this computer's wall clock, always shorter than briefCharacters. A drill says
// so first. What is not known is not said; where there is no room, whole sentences are left out in this
// order: what is restored, what blocks, notices, the grade and phase, what is being restored, the commander.
// Before that the title gives way to its first words, and the services are counted with one of them named.
QString briefLine(const Briefing& briefing, Moment now);

} // namespace bongsu
