#include "report/handoversource.h"

#include "report/sitrepsource.h"
#include "wording/manualnames.h"

namespace bongsu {

std::vector<quint64> linesForHandover(const RecordIndex& record) {
    return newestDecisions(record, 0);
}

QString handoverPageOf(const RecordSource& source, const std::vector<TimelineRow>& rows, const Manual* manual,
                       const QString& seat, Moment now) {
    const Incident& incident = source.incident;
    const Handover handover =
        handoverOf(incident, source.organisation, manual, seat, phaseSetAt(source), now);
    HandoverTexts texts{.situation = sitrepTexts(source, rows, now)};
    if (const Text* period = source.texts.find(incident.period.setBy); period && incident.period.number > 0) {
        texts.objectives = period->text.value_or(QString());
    }
    texts.person = [&source](const PersonId& person) {
        return source.texts.personName(source.organisation, person);
    };
    texts.seat = [manual](const QString& key) { return nameOfSeat(key, manual); };
    texts.line = [&source](const EventId& event) {
        const Text* text = source.texts.find(event);
        return text ? text->text.value_or(QString()) : QString();
    };
    return handoverPage(handover, texts);
}

} // namespace bongsu
