"""The sealed export of docs/format.md, record by record."""

import copy
import hashlib

from .cbor import Malformed, decode
from .chain import Bad, Chain, Organisation

MAGIC = b"BONGSUX1"
MAX_RECORD = 65536
MAX_SOFTWARE = 64
BEGIN, ORG_ENTRY, ENTRY, HEAD, END = range(5)


def _need(condition, why):
    if not condition:
        raise Malformed(why)


def _bytes(value, length, name):
    _need(type(value) is bytes and length in (None, len(value)), name + " is not as it should be")
    return value


def _array(value, length, name):
    _need(type(value) is list and len(value) == length, name + " is not an array of the right length")
    return value


def _facts(value):
    salt, data = _array(value, 2, "facts")
    return _bytes(salt, 32, "salt"), _bytes(data, None, "facts")


def _text(value):
    if value is None:
        return ("none",)
    _need(type(value) is list and value and type(value[0]) is int, "text is not as it should be")
    if value[0] == 0:
        _array(value, 3, "text")
        return "present", _bytes(value[1], 32, "salt"), _bytes(value[2], None, "text")
    if value[0] == 1:
        _array(value, 1, "text")
        return ("withheld",)
    _need(value[0] == 2, "text is in no known state")
    return "erased", _bytes(_array(value, 2, "text")[1], 32, "eventId")


class Export:
    """Verifies one file. `read` takes its bytes in order; afterwards `done` is true, or Bad was raised."""

    def __init__(self, org, signatures):
        self.org = org
        self.signatures = signatures
        self.digest = hashlib.sha256()
        self.phase = "begin"
        self.begin = None
        self.organisation = Organisation(org)
        self.first = Chain(org, self.organisation, signatures)   # the organisation's log
        self.second = None                                       # the log, if it is another
        self.head = None

    def snapshot(self):
        other = copy.copy(self)
        other.digest = self.digest.copy()
        other.organisation = self.organisation.snapshot()
        other.first = self.first.snapshot(other.organisation)
        other.second = self.second and self.second.snapshot(other.organisation)
        return other

    @property
    def done(self):
        return self.phase == "done"

    def where(self):
        """The place of the next record."""
        if self.phase in ("begin", "organisation"):
            return self.org, self.first.count + 1
        chain = self.second or self.first
        return chain.log, chain.count + (self.phase == "log")

    def bad(self, why):
        return Bad(*self.where(), why)

    def magic(self, data):
        if data != MAGIC:
            raise self.bad("not a sealed export")
        self.digest.update(data)

    def length(self, prefix):
        """How many bytes follow the four that were read."""
        if len(prefix) != 4:
            raise self.bad("the file ends early")
        length = int.from_bytes(prefix, "big")
        if not 1 <= length <= MAX_RECORD:
            raise self.bad("a record of an impossible length")
        return length

    def record(self, prefix, data):
        if self.done:
            raise self.bad("something follows the end")
        if len(data) != self.length(prefix):
            raise self.bad("the file ends early")
        try:
            items = decode(data)
            _need(type(items) is list and items and type(items[0]) is int, "not a record")
            self._take(items)
        except Malformed as fault:
            raise self.bad(str(fault)) from None
        self.digest.update(prefix + data)

    def _take(self, items):
        take = {("begin", BEGIN): self._begin, ("organisation", ORG_ENTRY): self._org_entry,
                ("organisation", ENTRY): self._first_entry, ("organisation", HEAD): self._org_head,
                ("log", ENTRY): self._entry, ("log", HEAD): self._log_head, ("end", END): self._end}
        _need((self.phase, items[0]) in take, "a record that cannot stand here")
        take[self.phase, items[0]](*_array(items, (5, 4, 4, 3, 4)[items[0]], "record")[1:])

    def _begin(self, org, log, software, exported_at):
        _bytes(org, 32, "org")
        _bytes(log, 32, "log")
        _need(type(software) is str and len(software.encode()) <= MAX_SOFTWARE, "software is not a short text")
        _need(type(exported_at) is int, "exportedAt is not a number")
        if org != self.org:
            raise self.bad("the file is of another organisation")
        self.begin = {"org": org, "log": log, "software": software, "exportedAt": exported_at}
        self.phase = "organisation"
        if log != self.org:
            self.second = Chain(log, self.organisation, self.signatures)

    def _org_entry(self, data, facts, text):
        self.first.accept(_bytes(data, None, "entry"), _facts(facts), _text(text))

    def _first_entry(self, data, facts, text):
        _need(self.second and self.first.count, "an entry of a second log, or of a log alone")
        self.first.check_erased()
        self.phase = "log"
        self._entry(data, facts, text)

    def _entry(self, data, facts, text):
        self.second.accept(_bytes(data, None, "entry"), _facts(facts), _text(text))

    def _org_head(self, data, signature):
        head = self.first.close(_bytes(data, None, "head"), _bytes(signature, 64, "signature"))
        self.phase = "log" if self.second else "end"
        self.head = head

    def _log_head(self, data, signature):
        self.head = self.second.close(_bytes(data, None, "head"), _bytes(signature, 64, "signature"))
        self.phase = "end"

    def _end(self, org_entries, entries, digest):
        counts = (self.first.count, self.second.count if self.second else 0)
        _need((org_entries, entries) == counts, "the end counts other entries")
        _need(digest == self.digest.digest(), "the end has another hash of the file")
        self.phase = "done"

    def read(self, file):
        """From the first byte to the last."""
        self.magic(file.read(len(MAGIC)))
        self.records(file)

    def records(self, file):
        while not self.done:
            prefix = file.read(4)
            if not prefix:
                raise self.bad("the file ends early")
            self.record(prefix, file.read(self.length(prefix)))
        if file.read(1):
            raise self.bad("something follows the end")

    def summary(self):
        def texts(chain):
            return {state: chain.texts[state] for state in ("present", "withheld", "erased")}
        log = self.second or self.first
        return {"org": self.org.hex(), "log": self.begin["log"].hex(), "software": self.begin["software"],
                "exportedAt": self.begin["exportedAt"], "entries": log.count,
                "organisationEntries": self.first.count, "texts": texts(log), "organisationTexts": texts(self.first),
                "head": {"epoch": self.head.epoch.hex(), "seq": self.head.seq, "hash": self.head.hash.hex(),
                         "recordedAt": self.head.recorded_at, "signedAt": self.head.signed_at}}
