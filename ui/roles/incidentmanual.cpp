#include "ui/roles/incidentmanual.h"

#include "domain/manual/failuretype.h"

namespace bongsu {

namespace {

QByteArray settingKey(const LogId& log) {
    return "type." + log.toBytes().toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace

IncidentManual::IncidentManual(const WindowParts& parts)
    : m_journal(parts.journal), m_documents(parts.documents) {}

std::optional<IncidentManual::Held> IncidentManual::of(const Incident& incident) const {
    if (!m_documents) {
        return std::nullopt;
    }
    const QString here = chosen(incident.id);
    const bool recordSays = incident.manual.value || (incident.failureType && here.isEmpty());
    return recordSays                       ? m_documents->manualOf(incident)
           : here.isEmpty() || !m_documents ? std::nullopt
                                            : m_documents->manualFor(incident, here);
}

std::vector<Shift> IncidentManual::onDuty(Moment now) const {
    return m_documents ? bongsu::onDuty(m_documents->shifts(now), now) : std::vector<Shift>();
}

std::optional<IncidentManual::Held> IncidentManual::toRead(const Incident& incident) const {
    const auto held = of(incident);
    const bool isKnown = incident.manual.value || incident.failureType || !chosen(incident.id).isEmpty();
    const QString type = held || isKnown ? QString() : typeOf(incident);
    return type.isEmpty() ? held : forType(type);
}

std::optional<IncidentManual::Held> IncidentManual::forType(const QString& failureType) const {
    return m_documents ? m_documents->manual(failureType) : std::nullopt;
}

std::optional<Documents::NewerManual> IncidentManual::newerThanOf(const Incident& incident) const {
    const auto held = of(incident);
    return held ? m_documents->newerThan(*held) : std::nullopt;
}

QString IncidentManual::typeOf(const Incident& incident) const {
    if (const auto held = incident.manual.value ? of(incident) : std::nullopt) {
        return held->manual->failureType;
    }
    const QString here = chosen(incident.id);
    if (!here.isEmpty() || incident.failureType) {
        return here.isEmpty() ? *incident.failureType : here;
    }
    const auto named = failureTypeNamedIn(m_journal.texts().title(incident));
    return named ? keyOf(*named).toString() : QString();
}

void IncidentManual::choose(const LogId& log, const QString& failureType) {
    m_journal.setSetting(settingKey(log), failureType.toUtf8());
}

QString IncidentManual::chosen(const LogId& log) const {
    return QString::fromUtf8(m_journal.setting(settingKey(log)));
}

} // namespace bongsu
