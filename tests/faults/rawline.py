"""TLS and the WebSocket's handshake by hand, so that a program can break the rules of a relay above and below them."""

import select
import socket
import ssl
import struct
import time

BINARY, CONTINUED, CLOSE = 2, 0, 8
TOO_MUCH = 1009
REQUEST = (b"GET /sync HTTP/1.1\r\nHost: relay\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")

TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
TLS.minimum_version = ssl.TLSVersion.TLSv1_3
TLS.check_hostname = False
TLS.verify_mode = ssl.CERT_NONE  # whoever attacks asks for no proof


def frameHead(opcode, isLast, size):
    """Of a payload of so many bytes; its mask of zeros leaves them as they are."""
    head = bytes([(0x80 if isLast else 0) | opcode])
    if size < 126:
        return head + bytes([0x80 | size]) + bytes(4)
    if size < 1 << 16:
        return head + bytes([0x80 | 126]) + struct.pack(">H", size) + bytes(4)
    return head + bytes([0x80 | 127]) + struct.pack(">Q", size) + bytes(4)


def firstFlight():
    """What a client says first in TLS."""
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        TLS.wrap_bio(incoming, outgoing).do_handshake()
    except ssl.SSLWantReadError:
        return outgoing.read()


class RawLine:
    def __init__(self, port, patience=30):
        self.patience = patience
        self.socket = TLS.wrap_socket(socket.create_connection(("127.0.0.1", port), patience))
        self.received = b""
        self.isOver = False

    def close(self):
        self.socket.close()

    def upgrade(self):
        self.socket.sendall(REQUEST)
        while b"\r\n\r\n" not in self.received:
            piece = self.socket.recv(4096)
            if not piece:
                raise ConnectionError("the relay hung up")
            self.received += piece
        self.received = self.received.split(b"\r\n\r\n", 1)[1]

    def pour(self, pieces):
        """Sends for as long as the relay takes it; ends when the relay has said close, or hung up."""
        self.socket.setblocking(False)
        deadline = time.monotonic() + self.patience
        sent, rest = 0, b""
        while not self.isOver and self.closeCode() is None and time.monotonic() < deadline:
            if not rest:
                rest = next(pieces, b"")
            readable, writable, _ = select.select([self.socket], [self.socket] if rest else [], [], 1)
            if readable:
                self._take()
            elif writable:
                try:
                    taken = self.socket.send(rest)
                    sent, rest = sent + taken, rest[taken:]
                except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
                    continue
                except OSError:
                    self._take()
                    self.isOver = True
        return sent

    def _take(self):
        try:
            piece = self.socket.recv(65536)
            self.isOver = not piece
            self.received += piece
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            return
        except OSError:
            self.isOver = True

    def closeCode(self):
        """Of the close frame that came. Nothing if none did; what a relay sends before it is small."""
        at = 0
        while at + 2 <= len(self.received):
            size, header = self.received[at + 1] & 0x7F, 2
            if size == 126 and at + 4 <= len(self.received):
                size, header = struct.unpack(">H", self.received[at + 2:at + 4])[0], 4
            if self.received[at] & 0x0F == CLOSE and at + header + 2 <= len(self.received):
                return struct.unpack(">H", self.received[at + header:at + header + 2])[0]
            at += header + size
        return None


# Freed memory that the address sanitizer holds back, 256 MiB of it, would count as growth.
FREED_IS_GONE = "quarantine_size_mb=1:thread_local_quarantine_size_kb=64"


def countFreedAsGone(place):
    """For the programs that are started from here on."""
    given = place.environment.get("ASAN_OPTIONS")
    place.environment["ASAN_OPTIONS"] = f"{given}:{FREED_IS_GONE}" if given else FREED_IS_GONE


def ownBytes(pid):
    """Memory of a process's own, without files it has mapped."""
    with open(f"/proc/{pid}/status", encoding="ascii") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("RssAnon")) * 1024
