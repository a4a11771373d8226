-- Version 2 of the store: blobs, the bytes that attachments name.
--
-- In the clear lie a blob's id, the log and the event that name it (both NULL where nothing does yet; both are bound
-- into the sealed column) and the numbers of its chunks.

CREATE TABLE blob (
    number INTEGER PRIMARY KEY,
    blob BLOB NOT NULL UNIQUE,
    log INTEGER REFERENCES log (number),
    event BLOB,
    sealed BLOB NOT NULL
) STRICT;

CREATE INDEX blob_by_event ON blob (event);

CREATE INDEX blob_by_log ON blob (log);

-- A table with rowids: a chunk fills twelve pages.
CREATE TABLE blob_chunk (
    id INTEGER PRIMARY KEY,
    blob INTEGER NOT NULL REFERENCES blob (number),
    chunk INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    UNIQUE (blob, chunk)
) STRICT;
