// The brief: what one line may say of an incident to anybody at all, and what of it is left out first.
#pragma once

#include "domain/incident/incident.h"

namespace bongsu {

// A brief is shorter than this, so that it fits into a text message with room for a name before it.
inline constexpr int briefCharacters = 160;

// Only what is public: services, sites, counts, the commander's name and the title, which whoever declares
// writes for everybody. Nothing of what people wrote into the record. What is not known is empty.
struct Briefing {
    bool drill = false;
    Grade grade = Grade::Watch;
    Phase phase = Phase::Responding;
    QString title;
    QString site; // with `failure`: what happened, in fewer words than the title
    QString failure;
    std::vector<QString> down;     // services, or a service's function: "메신저 문자"; the longest first
    std::vector<QString> impaired; // slow or in part
    std::vector<QString> recovering;
    std::optional<Restored> restored;
    Millis lasted{};
    bool running = true;
    QString commander;
    bool acting = false;
    std::optional<Moment> firstNotice;
    std::optional<Moment> newestNotice; // nothing while the first is the only one
    std::vector<QString> blockedSites;
    int blockers = 0; // all of them, those without a site too
};

// `phaseSetAt`: when the present phase was recorded.
Briefing briefingOf(const Incident& incident, const QString& title, const QString& commander,
                    Moment phaseSetAt, Moment now);

// A sentence of a brief. `leftOut`: 0 never; else lower ones go first when there is no room for all.
struct BriefPhrase {
    QString words;
    int leftOut = 0;
};

// The phrases in their order with a space between, whole ones left out until fewer than `characters` are
// left.
QString briefWithin(const std::vector<BriefPhrase>& phrases, int characters = briefCharacters);

// As many whole words from the front as fit, an ellipsis behind them where some are missing; "" where not
// even the first one fits.
QString wholeWords(const QString& text, int characters);

} // namespace bongsu
