#include "report/recordsource.h"

#include "domain/log/words.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

constexpr qsizetype enoughDigits = 8;

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

// Both languages hold the same words at the same places; which list is read out is the installed language's.
WordLanguage spokenLanguage() {
    return translate("Record", "en", "the language that record words are read out in: en or ko") == u"ko"
               ? WordLanguage::Korean
               : WordLanguage::English;
}

} // namespace

Naming namingOf(const RecordSource& source) {
    Naming naming{
        .person = [&source](const PersonId& person) -> std::optional<QString> {
            return source.texts.personName(source.organisation, person);
        },
        .device = [&source](const DeviceId& device) -> std::optional<QString> {
            return source.texts.deviceName(source.organisation, device);
        },
        .incident = [&source](const LogId& log) -> std::optional<QString> {
            const Incident* incident = source.ledger.incident(log);
            return incident ? std::optional(source.texts.title(*incident)) : std::nullopt;
        },
        .entry = [&source](const EventId& event) -> std::optional<QString> {
            const LogIndex* index = source.ledger.index(source.incident.id);
            const auto found = index ? index->find(event) : std::nullopt;
            return found ? std::optional(u'#' + QString::number(found->seq)) : std::nullopt;
        },
    };
    return withTexts(std::move(naming), source.texts);
}

RecordHead headOf(const RecordSource& source, Moment asOf) {
    const Incident& incident = source.incident;
    RecordHead head;
    head.log = incident.id;
    head.began = incident.began.value_or(incident.declaredAt);
    head.ended = incident.ended;
    head.asOf = asOf;
    head.drill = incident.drill;
    head.stamp = incident.drill ? translate("Brief", "[EXERCISE]") : QString();
    head.title = oneLine(source.texts.title(incident));
    head.grade = filled(translate("Brief", "%1 incident"), {nameOf(incident.grade.value)});
    head.phase = nameOf(incident.phase.value);
    head.commander = oneLine(source.texts.personName(source.organisation, incident.command.person));
    head.acting = incident.command.acting;
    if (const auto tip = source.ledger.tip(incident.id)) {
        head.lastSeq = tip->seq;
        head.epoch = tip->epoch.toHex().first(enoughDigits);
        head.wordsAtEnd = words(spokenLanguage(), wordIndices(0, tip->hash));
    }
    return head;
}

QString placeOf(const RecordHead& head) {
    return head.lastSeq == 0
               ? QString()
               : filled(QStringLiteral(u"#%1 \u00B7 %2 \u00B7 %3"),
                        {QString::number(head.lastSeq), head.epoch, head.wordsAtEnd.join(u' ')});
}

QString dayAndTime(Moment at) {
    return dayHeading(dayOf(at)) + u' ' + clockOf(at);
}

Briefing briefingOf(const RecordSource& source, Moment now) {
    const Incident& incident = source.incident;
    const LogIndex* index = source.ledger.index(incident.id);
    const auto set = index ? index->find(incident.phase.setBy) : std::nullopt;
    return briefingOf(incident, source.texts.title(incident),
                      source.texts.personName(source.organisation, incident.command.person),
                      set ? set->recordedAt : now, now);
}

} // namespace bongsu
