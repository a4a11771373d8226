"""Half-open connections, as many as are asked for, each opened anew some seconds after the relay dropped it, or at once: silent after TCP, in
the middle of TLS, and after the WebSocket's handshake. Honest people come in beside them."""

import collections
import heapq
import random
import resource
import select
import socket
import sys
import threading
import time

from faultrow import FaultRow
from programs import DONE, Place
from rawline import RawLine, firstFlight

HONEST = 5          # that come in while they are open; where it is judged
HONEST_JUDGED = 100 # so many, one after the other: longer than a relay waits for any of them
WITHIN = 1.0        # seconds, program start and all, judged where as many as in a release are open
JUDGED_FROM = 2000
AGAIN_AFTER = 5.0   # seconds
AFTER_WEBSOCKET = 10  # one in so many is silent only after TLS and the WebSocket's handshake


class Crowd:
    """Holds so many connections open: most cheap ones in one thread, the dear ones one after the other in another."""

    def __init__(self, port, count, dice, again):
        self.port, self.count, self.dice, self.again = port, count, dice, again
        self.silent, self.greeted = {}, collections.deque()
        self.opened, self.isOver = 0, threading.Event()
        self.hello = firstFlight()
        self.threads = [threading.Thread(target=act, daemon=True) for act in (self.holdSilent, self.holdGreeted)]
        for thread in self.threads:
            thread.start()

    def open(self):
        one = socket.socket()
        one.setblocking(False)
        one.connect_ex(("127.0.0.1", self.port))
        return one

    def holdSilent(self):
        wanted = self.count - self.count // AFTER_WEBSOCKET
        due = [0.0] * wanted  # when each is opened
        poll = select.epoll()
        while not self.isOver.is_set():
            now = time.monotonic()
            for _ in range(100):
                if due and due[0] <= now:
                    heapq.heappop(due)
                    one = self.open()
                    self.silent[one.fileno()] = [one, self.dice.randrange(3)]
                    poll.register(one, select.EPOLLIN | select.EPOLLOUT | select.EPOLLET)
                    self.opened += 1
            for number, events in poll.poll(0.02):
                one, kind = self.silent[number]
                if events & ~select.EPOLLOUT:
                    poll.unregister(one)
                    self.silent.pop(number)[0].close()
                    heapq.heappush(due, now + self.again)
                elif kind:  # the rest says nothing at all
                    self.silent[number][1] = 0
                    one.send(self.hello[:len(self.hello) // kind])

    def holdGreeted(self):
        wanted = self.count // AFTER_WEBSOCKET
        while not self.isOver.is_set():
            while self.greeted and (len(self.greeted) >= wanted or self.isDropped(self.greeted[0])):
                self.greeted.popleft().close()
            try:
                line = RawLine(self.port)
                line.upgrade()
                self.greeted.append(line)
                self.opened += 1
            except OSError:
                continue

    @staticmethod
    def isDropped(line):
        line.socket.setblocking(False)
        try:
            return not line.socket.recv(1)
        except OSError as why:
            return not isinstance(why, BlockingIOError) and "did not complete" not in str(why)

    def waitUntilOpen(self, share):
        """False: the relay lets no more be open at once."""
        deadline = time.monotonic() + 60
        most = 0
        while time.monotonic() < deadline and most < self.count * share:
            most = max(most, self.opened)
            self.isOver.wait(0.05)
        return most

    def close(self):
        self.isOver.set()
        for thread in self.threads:
            thread.join()
        for one, _ in self.silent.values():
            one.close()
        for line in self.greeted:
            line.close()


def main():
    row = FaultRow(17, __doc__, ("again", AGAIN_AFTER))
    needed = row.count + 1000
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, needed), max(hard, needed)))
    except ValueError:
        row.notHere(f"{hard} open files are too few")
    place = Place()
    crowd = None
    try:
        invite = place.init()["invite"]
        place.startRelay()
        place.join("admin", invite, "Kim")
        alone = enter(place)
        crowd = Crowd(place.port, row.count, random.Random(row.seed), row.options.again)
        opened = crowd.waitUntilOpen(1)
        beside, atOnce = [], []
        isJudged = row.count >= JUDGED_FROM
        for _ in range(HONEST_JUDGED if isJudged else HONEST):
            beside.append(enter(place))
            atOnce.append(len(crowd.silent) + len(crowd.greeted))
        isIn = None not in beside
        holds = isIn and (not isJudged or max(beside) <= WITHIN)
        return row.end(min(opened, row.count), holds, honest_in=f"{sum(one is not None for one in beside)} of {len(beside)}",
                       ms_alone=round(1000 * alone), ms_beside_at_most=round(1000 * max(beside)) if isIn else "never",
                       held_open_at_once=min(atOnce), opened=crowd.opened)
    finally:
        if crowd:
            crowd.close()
        place.close()


def enter(place):
    """Seconds from the start of a program to its being up to date; nothing if it was not let in."""
    began = time.monotonic()
    answer = place.ctl("admin", "sync", timeout=120)
    return time.monotonic() - began if answer.code == DONE else None


if __name__ == "__main__":
    sys.exit(main())
