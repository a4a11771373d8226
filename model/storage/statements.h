// Every SQL statement the store runs, apart from the schema's. Nowhere else stands SQL.
#pragma once

namespace bongsu::statements {

// Opening. EXCLUSIVE: nobody else reads or writes these files meanwhile, so that a checkpoint always gets
// through and no shared memory file is needed.
inline constexpr const char* lockExclusively = "PRAGMA locking_mode = EXCLUSIVE";
inline constexpr const char* writeAhead = "PRAGMA journal_mode = WAL";
inline constexpr const char* syncFully = "PRAGMA synchronous = FULL";
inline constexpr const char* deleteSecurely = "PRAGMA secure_delete = ON";
inline constexpr const char* keepReferences = "PRAGMA foreign_keys = ON";
inline constexpr const char* checkCellSizes = "PRAGMA cell_size_check = ON";
inline constexpr const char* distrustSchema = "PRAGMA trusted_schema = OFF";
inline constexpr const char* sortInMemory = "PRAGMA temp_store = MEMORY";
inline constexpr const char* readOnly = "PRAGMA query_only = ON";
inline constexpr const char* limitPages = "PRAGMA max_page_count = "; // and a number
inline constexpr const char* countTables = "SELECT count(*) FROM sqlite_schema";
inline constexpr const char* applicationId = "PRAGMA application_id";
inline constexpr const char* userVersion = "PRAGMA user_version";
inline constexpr const char* setUserVersion = "PRAGMA user_version = "; // and a number

// Whether the file is whole: the small tables at every opening, all of it when asked.
inline constexpr const char* checkTables[] = {
    "PRAGMA integrity_check(sqlite_schema)", "PRAGMA integrity_check(key_check)",
    "PRAGMA integrity_check(log)",           "PRAGMA integrity_check(own_event)",
    "PRAGMA integrity_check(head)",          "PRAGMA integrity_check(setting)",
    "PRAGMA integrity_check(erased)",
};
inline constexpr const char* checkBlobTable = "PRAGMA integrity_check(blob)"; // from version 2 on
inline constexpr const char* checkAll = "PRAGMA integrity_check";

inline constexpr const char* begin = "BEGIN IMMEDIATE";
inline constexpr const char* commit = "COMMIT";
inline constexpr const char* rollback = "ROLLBACK";
inline constexpr const char* savepoint = "SAVEPOINT one_change";
inline constexpr const char* rollbackToSavepoint = "ROLLBACK TO one_change";
inline constexpr const char* releaseSavepoint = "RELEASE one_change";
inline constexpr const char* carryOverWriteAheadLog = "PRAGMA wal_checkpoint(FULL)";
inline constexpr const char* emptyWriteAheadLog = "PRAGMA wal_checkpoint(TRUNCATE)";
inline constexpr const char* copyInto = "VACUUM INTO ?";

inline constexpr const char* selectKeyCheck = "SELECT sealed FROM key_check";
inline constexpr const char* insertKeyCheck = "INSERT INTO key_check (id, sealed) VALUES (1, ?)";

inline constexpr const char* countLogs = "SELECT count(*) FROM log";
inline constexpr const char* selectLogs = "SELECT number, log, key FROM log";
inline constexpr const char* selectLog = "SELECT number, log, key FROM log WHERE log = ?";
inline constexpr const char* selectLogByNumber = "SELECT number, log, key FROM log WHERE number = ?";
inline constexpr const char* insertLog = "INSERT INTO log (log, key, tip) VALUES (?, ?, ?)";
inline constexpr const char* selectTip = "SELECT tip FROM log WHERE number = ?";
inline constexpr const char* updateTip = "UPDATE log SET tip = ? WHERE number = ?";

inline constexpr const char* insertEntry =
    "INSERT INTO entry (log, seq, event, sealed, facts, text) VALUES (?, ?, ?, ?, ?, ?)";
inline constexpr const char* selectEntries = "SELECT seq, event, sealed, facts, text FROM entry"
                                             " WHERE log = ? AND seq >= ? AND seq <= ? ORDER BY seq LIMIT ?";
inline constexpr const char* selectEntry = "SELECT event, sealed FROM entry WHERE log = ? AND seq = ?";
inline constexpr const char* selectEntryText = "SELECT text FROM entry WHERE log = ? AND event = ?";
inline constexpr const char* updateEntryText = "UPDATE entry SET text = ? WHERE log = ? AND event = ?";
inline constexpr const char* deleteEntriesBehind = "DELETE FROM entry WHERE log = ? AND seq > ?";

inline constexpr const char* insertOwnEvent =
    "INSERT INTO own_event (event, log, sealed, facts, text) VALUES (?, ?, ?, ?, ?)";
inline constexpr const char* selectOwnEvents =
    "SELECT event, log, sealed, facts, text FROM own_event ORDER BY position";
inline constexpr const char* selectOwnEvent = "SELECT log, sealed FROM own_event WHERE event = ?";
inline constexpr const char* selectOwnEventText = "SELECT text FROM own_event WHERE log = ? AND event = ?";
inline constexpr const char* updateOwnEvent = "UPDATE own_event SET sealed = ? WHERE event = ?";
inline constexpr const char* updateOwnEventText = "UPDATE own_event SET text = ? WHERE log = ? AND event = ?";
inline constexpr const char* deleteOwnEvent = "DELETE FROM own_event WHERE event = ?";

inline constexpr const char* insertErased = "INSERT INTO erased (event, log, sealed) VALUES (?, ?, ?)";
inline constexpr const char* selectErased = "SELECT log, sealed FROM erased WHERE event = ?";

inline constexpr const char* selectBlobs =
    "SELECT number, blob, log, event, sealed,"
    " (SELECT coalesce(max(chunk) + 1, 0) FROM blob_chunk WHERE blob_chunk.blob = number) FROM blob";
inline constexpr const char* selectBlob =
    "SELECT number, blob, log, event, sealed,"
    " (SELECT coalesce(max(chunk) + 1, 0) FROM blob_chunk WHERE blob_chunk.blob = number) FROM blob"
    " WHERE blob = ?";
inline constexpr const char* selectBlobNumber = "SELECT number FROM blob WHERE blob = ?";
inline constexpr const char* selectBlobsOfEvent = "SELECT number FROM blob WHERE event = ?";
inline constexpr const char* selectOrphanedBlobs =
    "SELECT number FROM blob WHERE log = ?"
    " AND NOT EXISTS (SELECT 1 FROM entry WHERE entry.log = blob.log AND entry.event = blob.event)"
    " AND NOT EXISTS (SELECT 1 FROM own_event WHERE own_event.event = blob.event)";
inline constexpr const char* insertBlob = "INSERT INTO blob (blob, sealed) VALUES (?, ?)";
inline constexpr const char* updateBlob = "UPDATE blob SET log = ?, event = ?, sealed = ? WHERE number = ?";
inline constexpr const char* deleteBlob = "DELETE FROM blob WHERE number = ?";
inline constexpr const char* selectBlobChunk =
    "SELECT sealed FROM blob_chunk WHERE blob = (SELECT number FROM blob WHERE blob = ?) AND chunk = ?";
inline constexpr const char* insertBlobChunk =
    "INSERT INTO blob_chunk (blob, chunk, sealed) VALUES (?, ?, ?)";
inline constexpr const char* deleteBlobChunks = "DELETE FROM blob_chunk WHERE blob = ?";

inline constexpr const char* replaceHead = "INSERT OR REPLACE INTO head (log, sealed) VALUES (?, ?)";
inline constexpr const char* deleteHead = "DELETE FROM head WHERE log = ?";
inline constexpr const char* selectHeads = "SELECT log, sealed FROM head";
inline constexpr const char* replaceSetting = "INSERT OR REPLACE INTO setting (key, sealed) VALUES (?, ?)";
inline constexpr const char* deleteSetting = "DELETE FROM setting WHERE key = ?";
inline constexpr const char* selectSetting = "SELECT sealed FROM setting WHERE key = ?";
inline constexpr const char* selectSettings = "SELECT key, sealed FROM setting";

} // namespace bongsu::statements
