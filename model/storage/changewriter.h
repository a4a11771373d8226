// Carries one Change out inside a transaction that its caller holds.
#pragma once

#include "storage/keptblobs.h"
#include "storage/keptsnapshot.h"

namespace bongsu {

class ChangeWriter {
  public:
    ChangeWriter(Connection& connection, KeptLogs& logs, KeptBlobs& blobs, KeptSnapshot& snapshot)
        : m_connection(connection), m_logs(logs), m_blobs(blobs), m_snapshot(snapshot) {}

    // Whether something leaves the logs by it that a snapshot may still hold.
    static bool takesAway(const Change& change) {
        return !change.erasures.empty() || !change.rewinds.empty();
    }

    // Whatever it answers but Durable, the caller must undo what was done so far.
    Result<Committed> carryOut(const Change& change);

  private:
    // Durable: go on.
    using Step = Result<Committed>;

    Step rewind(const LogRewind& rewind);
    Step append(const LogAppend& append);
    Step appendEntry(const KeptLog& log, const StoredEntry& entry);
    Step record(const OwnEvent& own);
    Step refuse(const std::pair<EventId, Statement>& refused);
    Step settle(const EventId& event);
    Step retry(const EventId& event);
    Step erase(const TextErasure& erasure);
    Step changeBlobs(const BlobChanges& blobs);
    Step nameBlob(const BlobNaming& naming);
    Step dropOrphans(const LogRewind& rewind);
    Step keepHead(const std::pair<const LogId, Statement>& head);
    Step keepSetting(const std::pair<const QByteArray, QByteArray>& setting);

    Step setRefusal(const EventId& event, const std::optional<Statement>& refusal);
    Result<bool> isNumbered(const KeptLog& log, const EventId& event);
    // What erased the text of that event, if anything did.
    Result<std::optional<EventId>> erasedBy(const EventId& event);
    // The text as it may be kept.
    Result<TextPart> permitted(const EventId& event, const TextPart& text);

    // A text cell in one of the tables.
    struct TextPlace {
        const char* select;
        const char* update;
        QVariantList key;
    };
    Step eraseText(const KeptLog& log, const EventId& event, const EventId& by, const TextPlace& place);

    Connection& m_connection;
    KeptLogs& m_logs;
    KeptBlobs& m_blobs;
    KeptSnapshot& m_snapshot;
};

} // namespace bongsu
