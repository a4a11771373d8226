"""The strict CBOR of docs/format.md: one encoding for one value, everything else is malformed."""

import unicodedata

MAX_DEPTH = 8
MAX_ITEMS = 1024
MAX_INTEGER = 2**53
SMALLEST = {1: 24, 2: 2**8, 4: 2**16, 8: 2**32}  # what needs so many bytes


class Malformed(Exception):
    """Bytes that docs/format.md does not allow; the message says why."""


class _Reader:
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.items = 0

    def take(self, count):
        end = self.at + count
        if end > len(self.data):
            raise Malformed("truncated")
        piece = self.data[self.at:end]
        self.at = end
        return piece

    def argument(self, info):
        """The unsigned number that follows an initial byte, in its shortest form only."""
        if info > 27:
            raise Malformed("indefinite length or reserved")
        width = 1 << (info - 24)
        value = int.from_bytes(self.take(width), "big")
        if value < SMALLEST[width]:
            raise Malformed("not the shortest form")
        return value

    def count(self, items):
        self.items += items
        if self.items > MAX_ITEMS:
            raise Malformed("too many items")

    def item(self, depth):
        if self.at == len(self.data):
            raise Malformed("truncated")
        first = self.data[self.at]
        self.at += 1
        major, value = first >> 5, first & 31
        if major == 7:
            return self.simple(value)
        if value >= 24:
            value = self.argument(value)
        if major == 2:
            return self.take(value)
        if major == 0:
            return self.integer(value)
        if major == 3:
            return self.text(value)
        if major == 4 or major == 5:
            if depth >= MAX_DEPTH:
                raise Malformed("too deep")
            self.count(value * (major - 3))
            return self.array(value, depth) if major == 4 else self.map(value, depth)
        raise Malformed("negative number" if major == 1 else "tag")

    @staticmethod
    def simple(info):
        if info == 20:
            return False
        if info == 21:
            return True
        if info == 22:
            return None
        raise Malformed("float or simple value")

    @staticmethod
    def integer(value):
        if value > MAX_INTEGER:
            raise Malformed("integer beyond 2^53")
        return value

    def text(self, length):
        raw = self.take(length)
        try:
            text = raw.decode("utf-8", "strict")
        except UnicodeDecodeError:
            raise Malformed("not UTF-8") from None
        if not unicodedata.is_normalized("NFC", text):
            raise Malformed("text not in NFC")
        return text

    def array(self, count, depth):
        return [self.item(depth + 1) for _ in range(count)]

    def map(self, count, depth):
        found = {}
        last = -1
        for _ in range(count):
            key = self.item(depth + 1)
            if type(key) is not int:
                raise Malformed("map key is not an unsigned number")
            if key <= last:
                raise Malformed("map keys not ascending")
            last = key
            found[key] = self.item(depth + 1)
        return found


def decode(data):
    """The one value that `data` is: int, bytes, str, list, dict with int keys, True, False or None."""
    reader = _Reader(bytes(data))
    value = reader.item(0)
    if reader.at != len(reader.data):
        raise Malformed("trailing bytes")
    return value
