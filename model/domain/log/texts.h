// The texts that summary screens read: titles, names, addresses. Beside the state, because no rule may read
// them.
#pragma once

#include "domain/event/text.h"
#include "domain/log/ledger.h"

namespace bongsu {

// Keeps the text of those entries that the states point to, and forgets what was erased.
class Texts {
  public:
    // After the ledger accepted it.
    void take(const Accepted& accepted, const TextPart& text);

    // Of a desktop's own event that has no number yet.
    void takeOwn(const EventId& event, const Facts& facts, const Text& text);
    void forget(const EventId& event);

    const Text* find(const EventId& event) const;
    QString title(const Incident& incident) const;   // "" where withheld or erased
    QString meeting(const Incident& incident) const; // "" where none is set
    // The name given last, else the start of the id: a person is never nameless on screen.
    QString personName(const Organisation& organisation, const PersonId& person) const;
    // Their name and contacts as given last: whoever describes them anew says these again.
    Text aboutPerson(const Organisation& organisation, const PersonId& person) const;
    QString deviceName(const Organisation& organisation, const DeviceId& device) const;
    QString organisationName(const Organisation& organisation) const;
    // What is to be done, "" where erased or withheld.
    QString task(const EventId& tasks, quint64 index) const;
    // A member of the committee, at this place of what called it or of the meeting that a motion was put to.
    QString member(const EventId& meetingOrMotion, quint64 place) const;
    // "host:port", the first to be tried first.
    std::vector<QString> relayAddresses(const Organisation& organisation, const DeviceId& relay) const;

    // What an invite of eight words left, sealed; nothing for any other.
    std::optional<QByteArray> spokenRest(const PublicKey& invite) const;

    // All that it holds, to be kept and brought back as it was (snapshot.h).
    using Parts =
        std::tuple<std::map<EventId, Text>, std::map<PublicKey, EventId>, std::map<EventId, EventId>>;
    auto parts() const { return std::tie(m_texts, m_spokenInvites, m_meetings); }
    void takeParts(Parts parts) { std::tie(m_texts, m_spokenInvites, m_meetings) = std::move(parts); }

  private:
    void point(const EventId& event, const Facts& facts);

    std::map<EventId, Text> m_texts;
    std::map<PublicKey, EventId> m_spokenInvites;
    std::map<EventId, EventId> m_meetings; // by motion
};

} // namespace bongsu
