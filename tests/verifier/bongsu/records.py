"""Header, event, entry, head, refusal, login and join of docs/format.md: shapes, hashes and what is signed."""

import hashlib
import re
from dataclasses import dataclass

from .cbor import Malformed, decode

ZERO = bytes(32)
MAX_PARTS_BYTES = 6144
SALT_BYTES = 32
MAX_BYTES = {"header": 640, "event": 736, "entry": 1376, "head": 400, "refusal": 400}


def tag(name):
    return b"bongsu/" + name.encode("ascii") + b"/1\x00"


def sha256(data):
    return hashlib.sha256(data).digest()


def device_id(public_key):
    return sha256(tag("device") + public_key)


def part_hash(name, salt, data):
    return sha256(tag(name) + salt + data)


def event_id(header):
    return sha256(tag("event-id") + header)


def entry_hash(entry):
    return sha256(tag("entry") + entry)


def genesis(log):
    return sha256(tag("genesis") + log)


def blob_id(salt, data):
    return sha256(tag("blob") + salt + data)


def login_message(org, relay, spki_hash, server_nonce, client_nonce):
    return tag("login") + org + relay + spki_hash + server_nonce + client_nonce


def join_message(org, public_key):
    return tag("join") + org + public_key


# --- shapes -----------------------------------------------------------------------------------------------------

def _need(condition, why):
    if not condition:
        raise Malformed(why)


def _number(value, name):
    _need(type(value) is int, name + " is not a number")
    return value


def _id(value, name):
    _need(type(value) is bytes and len(value) == 32, name + " is not 32 bytes")
    return value


def _id_or_none(value, name):
    return None if value is None else _id(value, name)


def _whole(data, count, name):
    """The items of a record that is one array of exactly so many, of format 1 if it says its format."""
    _need(len(data) <= MAX_BYTES[name], name + " is too large")
    items = _array(decode(data), count, name)
    if name != "event":
        _need(_number(items[0], name + " format") == 1, name + " is of an unknown format")
    return items


def _positive(value, name):
    _need(_number(value, name) >= 1, name + " is not positive")
    return value


def _array(value, count, name):
    _need(type(value) is list, name + " is not an array")
    _need(len(value) == count, name + " has the wrong number of items")
    return value


@dataclass(frozen=True)
class Place:
    """What an author had seen: [epoch, seq, entryHash]."""
    epoch: bytes
    seq: int
    hash: bytes


def _place(value, name):
    if value is None:
        return None
    items = _array(value, 3, name)
    return Place(_id(items[0], name), _positive(items[1], name), _id(items[2], name))


@dataclass(frozen=True)
class Header:
    org: bytes
    log: bytes
    kind: str
    kind_version: int
    flags: int
    device: bytes
    device_seq: int
    created_at: int
    seen: Place
    seen_org: Place
    audience: bytes
    facts_hash: bytes
    text_hash: bytes
    facts_size: int
    text_size: int


def _name(value, name):
    _need(type(value) is str and re.fullmatch("[a-z._]{1,48}", value), name + " is not 1 to 48 of a-z . _")
    return value


def decode_header(data):
    items = _whole(data, 15, "header")
    sizes = _array(items[14], 2, "sizes")
    header = Header(
        org=_id(items[1], "org"), log=_id(items[2], "log"), kind=_name(items[3], "kind"),
        kind_version=_number(items[4], "kindVersion"), flags=_number(items[5], "flags"),
        device=_id(items[6], "device"), device_seq=_number(items[7], "deviceSeq"),
        created_at=_number(items[8], "createdAt"), seen=_place(items[9], "seen"),
        seen_org=_place(items[10], "seenOrg"), audience=_id_or_none(items[11], "audience"),
        facts_hash=_id(items[12], "factsHash"), text_hash=_id_or_none(items[13], "textHash"),
        facts_size=_number(sizes[0], "facts size"), text_size=_number(sizes[1], "text size"))
    _need(header.facts_size + header.text_size <= MAX_PARTS_BYTES, "parts too large")
    _need(header.facts_size > 0, "facts of no bytes")
    _need((header.text_hash is None) == (header.text_size == 0), "textHash and text size disagree")
    return header


@dataclass(frozen=True)
class Event:
    header_bytes: bytes
    signature: bytes
    header: Header

    @property
    def id(self):
        return event_id(self.header_bytes)

    @property
    def signed(self):
        return tag("event") + self.header_bytes


def decode_event(data):
    items = _whole(data, 2, "event")
    _need(type(items[0]) is bytes, "header is not a byte string")
    _need(type(items[1]) is bytes and len(items[1]) == 64, "signature is not 64 bytes")
    return Event(items[0], items[1], decode_header(items[0]))


@dataclass(frozen=True)
class Carried:
    epoch: bytes
    seq: int
    recorded_at: int
    hash: bytes


@dataclass(frozen=True)
class Entry:
    data: bytes
    log: bytes
    epoch: bytes
    seq: int
    prev: bytes
    org_seq: int
    org_hash: bytes
    recorded_at: int
    relay: bytes
    carried: Carried
    event: Event

    @property
    def hash(self):
        return entry_hash(self.data)


def _carried(value):
    if value is None:
        return None
    items = _array(value, 4, "carried")
    return Carried(_id(items[0], "carried epoch"), _positive(items[1], "carried seq"),
                   _number(items[2], "carried recordedAt"), _id(items[3], "carried entryHash"))


def decode_entry(data):
    items = _whole(data, 11, "entry")
    _need(type(items[10]) is bytes, "event is not a byte string")
    return Entry(
        data=bytes(data), log=_id(items[1], "log"), epoch=_id(items[2], "epoch"), seq=_positive(items[3], "seq"),
        prev=_id(items[4], "prev"), org_seq=_number(items[5], "orgSeq"), org_hash=_id(items[6], "orgHash"),
        recorded_at=_number(items[7], "recordedAt"), relay=_id(items[8], "relayDeviceId"),
        carried=_carried(items[9]), event=decode_event(items[10]))


@dataclass(frozen=True)
class Head:
    data: bytes
    org: bytes
    log: bytes
    epoch: bytes
    seq: int
    hash: bytes
    recorded_at: int
    org_seq: int
    org_hash: bytes
    signed_at: int

    @property
    def signed(self):
        return tag("head") + self.data


def decode_head(data):
    items = _whole(data, 10, "head")
    return Head(
        data=bytes(data), org=_id(items[1], "org"), log=_id(items[2], "log"), epoch=_id(items[3], "epoch"),
        seq=_positive(items[4], "seq"), hash=_id(items[5], "entryHash"), recorded_at=_number(items[6], "recordedAt"),
        org_seq=_number(items[7], "orgSeq"), org_hash=_id(items[8], "orgHash"),
        signed_at=_number(items[9], "signedAt"))


@dataclass(frozen=True)
class Refusal:
    data: bytes
    org: bytes
    log: bytes
    event: bytes
    code: str
    seq: int
    org_seq: int
    recorded_at: int

    @property
    def signed(self):
        return tag("refusal") + self.data


def decode_refusal(data):
    items = _whole(data, 8, "refusal")
    return Refusal(
        data=bytes(data), org=_id(items[1], "org"), log=_id(items[2], "log"), event=_id(items[3], "eventId"),
        code=_name(items[4], "code"), seq=_number(items[5], "seq"), org_seq=_number(items[6], "orgSeq"),
        recorded_at=_number(items[7], "recordedAt"))


def words(number, entry):
    """The four words of a head over a number said aloud, as indices into the list of words."""
    return list(sha256(tag("words") + str(number).encode("ascii") + entry)[:4])
