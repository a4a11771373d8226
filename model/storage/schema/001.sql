-- Version 1 of the store. Numbers are frozen once released: what changes gets a new number.
-- Each statement ends with a semicolon at the end of its line.
--
-- In the clear lie numbers, ids of logs and events, and the keys of settings. Every other column is sealed and bound
-- to what it belongs to (cells.h). No sealed column may be NULL: an absence is sealed too, so that a damaged file
-- cannot show one.

-- "BONG"
PRAGMA application_id = 1112493639;

-- A known text under the store's key: tells a wrong key from a damaged file.
CREATE TABLE key_check (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    sealed BLOB NOT NULL
) STRICT;

-- `key` is the log's own, wrapped by the store's. `tip` is the seq and hash of its newest entry, seq 0 for none.
CREATE TABLE log (
    number INTEGER PRIMARY KEY,
    log BLOB NOT NULL UNIQUE,
    key BLOB NOT NULL,
    tip BLOB NOT NULL
) STRICT;

-- A table with rowids, because rows are too wide for WITHOUT ROWID: each would take an overflow page.
CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log (number),
    seq INTEGER NOT NULL,
    event BLOB NOT NULL,
    sealed BLOB NOT NULL,
    facts BLOB NOT NULL,
    text BLOB NOT NULL,
    UNIQUE (log, seq),
    UNIQUE (log, event)
) STRICT;

-- Events of this device without a number. AUTOINCREMENT: a position is never given twice.
CREATE TABLE own_event (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    event BLOB NOT NULL UNIQUE,
    log INTEGER NOT NULL REFERENCES log (number),
    sealed BLOB NOT NULL,
    facts BLOB NOT NULL,
    text BLOB NOT NULL
) STRICT;

CREATE TABLE head (
    log INTEGER PRIMARY KEY REFERENCES log (number),
    sealed BLOB NOT NULL
) STRICT;

CREATE TABLE setting (
    key BLOB NOT NULL PRIMARY KEY,
    sealed BLOB NOT NULL
) STRICT;

-- Events whose text must never be kept again, with the id of what erased it.
CREATE TABLE erased (
    event BLOB NOT NULL PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log (number),
    sealed BLOB NOT NULL
) STRICT;
