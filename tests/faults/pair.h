// A relay and a desktop's home as the programs have them, in one process over a line without a socket, and
// what the home was told.
#pragma once

#include "wiring/nearline.h"
#include "wiring/node.h"

namespace bongsu {

class Pair {
  public:
    // `folder` holds both; found() fills it. Others are copies of such a folder.
    Pair(const QString& folder, System& system);
    ~Pair();

    // An organisation, its first admin at the home, and an incident. Ends the process if that fails.
    void found();
    // Such a folder that nobody has open, again; `to` may be there. Not by a program: once Qt has started
    // one, tsan sees no lock of this thread any more (docs/decisions/004).
    static void copy(const QString& from, const QString& to);
    // Opens both and connects them. The first error of either; then neither is open.
    Outcome open();
    // At once, whatever is under way; what was told stays.
    void close();
    bool isOpen() const { return m_home && m_relay; }

    // Refused or kept; what becomes of it is told below.
    Outcome note(const QString& text);
    // Takes back a note of one's own, which erases it.
    Outcome withdraw(const EventId& note);
    // Turns of the event loop until `isSo`; false: it did not come about in a minute.
    bool runUntil(const std::function<bool()>& isSo);
    // Everything recorded so far has its number.
    bool isAllRecorded() const;
    // A disk said that it failed, or the relay that it records nothing now.
    bool hasTrouble() const { return m_trouble; }
    const std::set<QByteArray>& troubles() const { return m_troubles; } // codes of failures, all that came
    void forgetTrouble() { m_trouble = false; }
    void redial();

    // What the home was told since the beginning, over all its openings.
    struct Place {
        quint64 seq;
        EntryHash hash;
    };
    std::vector<EventId> made;
    std::set<EventId> kept;            // ○ or more
    std::map<EventId, Place> recorded; // ●

    // How much of that is not so: the store of each as it opened.
    struct Lost {
        quint64 kept = 0;
        quint64 recorded = 0;
    };
    Lost lost() const;
    // How many entries the incident has at the relay.
    quint64 entries() const;
    const LogId& incident() const { return *m_incident; }

  private:
    Outcome openRelay();
    Outcome openHome();
    void listen();
    void tell(const EventId& event, OwnState state);
    Outcome took(const Result<Recorded>& recorded);

    RelayFolder m_relayFolder;
    HomeFolder m_homeFolder;
    System& m_system;
    std::unique_ptr<RelayNode> m_relay;
    std::unique_ptr<NearDoor> m_door;
    std::unique_ptr<Node> m_home;
    std::optional<LogId> m_incident;
    void heard(const QByteArray& code);

    bool m_trouble = false;
    std::set<QByteArray> m_troubles;
};

} // namespace bongsu
