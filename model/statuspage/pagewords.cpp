#include "statuspage/pagewords.h"

#include "statuspage/pagetime.h"

#include <algorithm>

namespace bongsu {

QString summaryOf(const PublicPage& page, Language language) {
    static constexpr std::array<std::pair<ServiceState, PageWord>, 5> counted{{
        {ServiceState::MajorOutage, PageWord::CountMajor},
        {ServiceState::PartialOutage, PageWord::CountPartial},
        {ServiceState::Recovering, PageWord::CountRecovering},
        {ServiceState::Unknown, PageWord::CountUnknown},
        {ServiceState::Degraded, PageWord::CountDegraded},
    }};
    QStringList parts;
    for (const auto& [state, word] : counted) {
        const auto count = std::count_if(page.components.begin(), page.components.end(),
                                         [wanted = state](const auto& one) { return one.state == wanted; });
        if (count > 0) {
            parts.append(say(word, language).arg(count));
        }
    }
    if (!parts.isEmpty()) {
        return say(PageWord::SomeAway, language).arg(parts.join(QStringLiteral(" · ")));
    }
    const std::vector<const PublicIncident*> open = openOf(page);
    if (open.empty()) {
        return say(PageWord::AllWell, language);
    }
    const bool isWatched = std::all_of(open.begin(), open.end(), [](const PublicIncident* incident) {
        return statusOf(*incident) == UpdateStatus::Monitoring;
    });
    return say(isWatched ? PageWord::Watched : PageWord::LookedInto, language);
}

QString tellingOf(const PublicPage& page, const PublicIncident& incident, const PublicUpdate& update,
                  Language language) {
    const auto when = [&](const PublicUpdate& other) {
        return dayAndClockIn(page.zone, other.at, page.updatedAt, language);
    };
    QString text = update.text.in(language);
    if (const PublicUpdate* corrected = correctedBy(incident, update)) {
        text = say(PageWord::CorrectsPlain, language).arg(when(*corrected), text);
    }
    if (const PublicUpdate* correction = correctionOf(incident, update)) {
        text = say(PageWord::CorrectedPlain, language).arg(when(*correction), text);
    }
    return text;
}

} // namespace bongsu
