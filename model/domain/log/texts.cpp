#include "domain/log/texts.h"

namespace bongsu {

namespace {

bool isPointedTo(const Facts& facts) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, Founded> || std::is_same_v<T, DeviceAdded> ||
                   std::is_same_v<T, PersonDescribed> || std::is_same_v<T, DepartmentDescribed> ||
                   std::is_same_v<T, RelayDescribed> || std::is_same_v<T, IncidentDeclared> ||
                   std::is_same_v<T, InviteIssued> || std::is_same_v<T, MeetingSet> ||
                   std::is_same_v<T, BlockerRaised> || std::is_same_v<T, WorkHeld> ||
                   std::is_same_v<T, DocumentPublished> || std::is_same_v<T, TasksAdded> ||
                   std::is_same_v<T, CauseStated> || std::is_same_v<T, RecoveryExpected> ||
                   std::is_same_v<T, CommitteeCalled> || std::is_same_v<T, MotionOpened> ||
                   std::is_same_v<T, ResourceRequested> || std::is_same_v<T, PeriodOpened> ||
                   std::is_same_v<T, NoticeProposed> || std::is_same_v<T, SecretSealed> ||
                   std::is_same_v<T, SectionWritten> || std::is_same_v<T, SectionRemarked> ||
                   std::is_same_v<T, FindingAdded> || std::is_same_v<T, ActionAdded> ||
                   std::is_same_v<T, ActionChanged> || std::is_same_v<T, ActionSettled> ||
                   std::is_same_v<T, RetroIssued>;
        },
        facts);
}

QString shortened(const QString& hex) {
    return hex.left(8);
}

} // namespace

void Texts::take(const Accepted& accepted, const TextPart& text) {
    if (accepted.erases) {
        m_texts.erase(*accepted.erases);
    }
    if (accepted.verdict || !isPointedTo(accepted.facts) || !text.part) {
        return;
    }
    if (auto decoded = decodeBody<Text>(text.part->bytes)) {
        m_texts.insert_or_assign(accepted.event.id, std::move(*decoded));
        point(accepted.event.id, accepted.facts);
    }
}

void Texts::point(const EventId& event, const Facts& facts) {
    if (const auto* invite = std::get_if<InviteIssued>(&facts)) {
        m_spokenInvites.insert_or_assign(invite->inviteKey, event);
    } else if (const auto* motion = std::get_if<MotionOpened>(&facts)) {
        m_meetings.insert_or_assign(event, motion->meeting);
    }
}

std::optional<QByteArray> Texts::spokenRest(const PublicKey& invite) const {
    const auto issued = m_spokenInvites.find(invite);
    const Text* text = issued == m_spokenInvites.end() ? nullptr : find(issued->second);
    return text ? text->spokenRest : std::nullopt;
}

void Texts::takeOwn(const EventId& event, const Facts& facts, const Text& text) {
    if (isPointedTo(facts)) {
        m_texts.insert_or_assign(event, text);
        point(event, facts);
    }
}

void Texts::forget(const EventId& event) {
    m_texts.erase(event);
}

const Text* Texts::find(const EventId& event) const {
    const auto it = m_texts.find(event);
    return it == m_texts.end() ? nullptr : &it->second;
}

QString Texts::title(const Incident& incident) const {
    const Text* text = find(incident.declaredBy);
    return text ? text->text.value_or(QString()) : QString();
}

QString Texts::meeting(const Incident& incident) const {
    const Text* text = incident.meetingSetBy == incident.declaredBy ? nullptr : find(incident.meetingSetBy);
    return text ? text->place.value_or(QString()) : QString();
}

QString Texts::personName(const Organisation& organisation, const PersonId& person) const {
    const auto it = organisation.persons.find(person);
    const Text* text = it == organisation.persons.end() ? nullptr : find(it->second.describedBy);
    return text && text->name ? *text->name : shortened(person.toHex());
}

Text Texts::aboutPerson(const Organisation& organisation, const PersonId& person) const {
    const auto it = organisation.persons.find(person);
    const Text* text = it == organisation.persons.end() ? nullptr : find(it->second.describedBy);
    return text ? Text{.name = text->name,
                       .phone = text->phone,
                       .email = text->email,
                       .contacts = text->contacts}
                : Text{};
}

QString Texts::task(const EventId& tasks, quint64 index) const {
    const Text* text = find(tasks);
    return text && text->options && index < text->options->size() ? (*text->options)[index] : QString();
}

QString Texts::member(const EventId& meetingOrMotion, quint64 place) const {
    const auto meeting = m_meetings.find(meetingOrMotion);
    return task(meeting == m_meetings.end() ? meetingOrMotion : meeting->second, place);
}

QString Texts::deviceName(const Organisation& organisation, const DeviceId& device) const {
    const auto it = organisation.devices.find(device);
    const Text* text = it == organisation.devices.end() ? nullptr : find(it->second.addedBy);
    return text && text->deviceName ? *text->deviceName : shortened(device.toHex());
}

QString Texts::organisationName(const Organisation& organisation) const {
    const Text* text = organisation.id ? find(EventId::of(*organisation.id)) : nullptr;
    return text ? text->name.value_or(QString()) : QString();
}

std::vector<QString> Texts::relayAddresses(const Organisation& organisation, const DeviceId& relay) const {
    const auto it = organisation.relays.find(relay);
    const Text* text = it == organisation.relays.end() ? nullptr : find(it->second.describedBy);
    return text ? text->addresses.value_or(std::vector<QString>()) : std::vector<QString>();
}

} // namespace bongsu
