"""People whose computers take nothing, or little, for a while: programs that follow the record are stopped and let go on in turns
while much is written. Others miss nothing; in a full run also: what waits is bounded, those that take nothing are dropped, and
nobody else waits long."""

import json
import os
import random
import signal
import subprocess
import sys
import threading
import time

from faultrow import FaultRow
from programs import CTL, Place
from rawline import countFreedAsGone, ownBytes

MINUTES_FROM = 100      # so many readers are watched as long as a release wants
FULL, SHORT = 600, 10   # seconds
AWAKE, ASLEEP = 0.5, 60 # seconds; some never wake
PAUSE = 0.25            # seconds between two notes of about 4 KB
QUEUE = (256 << 10) + 2 * 60_000  # liveQueueBytes and what is under way, of PROTOCOL.md
AROUND = 96 << 10       # what TLS and a session cost beside it
WITHIN = 1.0            # seconds until another reader has a line, at the worst, where it is judged


class Heard(threading.Thread):
    """When a follower that is let alone has each line."""

    def __init__(self, follower):
        super().__init__(daemon=True)
        self.follower, self.at = follower, {}
        self.start()

    def run(self):
        for line in self.follower.stdout:
            self.at[json.loads(line)["event"]] = time.time()


def sleepAndWake(readers, dice, isOver):
    """Each is stopped for a while, and awake for a moment; a third are never woken."""
    due = {reader: time.monotonic() + dice.random() * (ASLEEP if len(readers) >= MINUTES_FROM else 2) for reader in readers}
    for reader in readers:
        reader.send_signal(signal.SIGSTOP)
    stuck = set(readers[::3])
    while not isOver.wait(0.05):
        now = time.monotonic()
        for reader in [one for one, when in due.items() if when <= now and one not in stuck]:
            reader.send_signal(signal.SIGCONT)
            isOver.wait(AWAKE / 10)
            reader.send_signal(signal.SIGSTOP)
            due[reader] = now + ASLEEP * dice.random()


def amongSmallBuffers(row):
    """Runs this program again in a network of its own whose buffers are small: what nobody takes waits at the relay soon."""
    if "BONGSU_OWN_NETWORK" not in os.environ:
        environment = dict(os.environ, BONGSU_OWN_NETWORK="1")
        if subprocess.run(["unshare", "--net", "true"], stderr=subprocess.DEVNULL, check=False).returncode != 0:
            row.notHere("no network of its own can be made")
        os.execvpe("unshare", ["unshare", "--net", sys.executable, "-B", *sys.argv], environment)
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    for name in ("tcp_rmem", "tcp_wmem"):
        with open(f"/proc/sys/net/ipv4/{name}", "w", encoding="ascii") as limits:
            limits.write("4096 16384 65536")


def main():
    row = FaultRow(18, __doc__)
    amongSmallBuffers(row)
    dice = random.Random(row.seed)
    isFull = row.count >= MINUTES_FROM
    place = Place()
    readers, isOver, turns = [], threading.Event(), None
    try:
        countFreedAsGone(place)
        invite = place.init()["invite"]
        place.startRelay()
        place.join("admin", invite, "Kim")
        place.join("quick", place.invite("admin", "viewer"), "Lee")
        many = place.invite("admin", "viewer", "--uses", str(row.count))
        incident = place.declare("admin", "Fire")
        place.log("quick", incident)
        quick = Heard(place.follow("quick", incident))
        for number in range(row.count):
            place.join(f"slow{number}", many, f"slow {number}")
            place.log(f"slow{number}", incident)
            readers.append(subprocess.Popen([CTL, "--home", place.path(f"slow{number}"), "log", incident, "--follow"],
                                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=place.environment))
        for number, reader in enumerate(readers):
            place.waitUntilServing(f"slow{number}", reader)
        before = ownBytes(place.relay.pid)
        turns = threading.Thread(target=sleepAndWake, args=(readers, dice, isOver))
        turns.start()
        told, most = {}, before
        end = time.monotonic() + (FULL if isFull else SHORT)
        while time.monotonic() < end:
            said = time.time()
            answer = place.ctl("admin", "note", incident, "".join(dice.choice("abcdefgh ") for _ in range(4000)))
            told[answer.last["event"]] = said
            most = max(most, ownBytes(place.relay.pid))
            isOver.wait(PAUSE)
        sessions = place.relayCommand("status").last["sessions"]
        isOver.set()
        turns.join()
        for reader in readers:
            reader.send_signal(signal.SIGCONT)
        place.ctl("quick", "sync")  # whatever was on its way is here
        quick.follower.terminate()
        quick.join()
        waits = sorted(quick.at[event] - said for event, said in told.items() if event in quick.at)
        stuck = len(readers[::3])
        # A short run writes less than one queue holds: its few readers' share is lost in what the relay takes for the work itself.
        isBounded = most - before < row.count * (QUEUE + AROUND) and sessions <= row.count + 2 - stuck and waits[-1] < WITHIN
        holds = len(waits) == len(told) and (isBounded or not isFull)
        return row.end(row.count, holds, notes=len(told), others_missed=len(told) - len(waits),
                       others_p50_ms=round(1000 * waits[len(waits) // 2]), others_at_most_ms=round(1000 * waits[-1]),
                       MiB_grown=(most - before) >> 20, sessions_at_the_end=sessions)
    finally:
        isOver.set()
        if turns:
            turns.join()
        for reader in readers:
            reader.kill()
            reader.wait()
        place.close()


if __name__ == "__main__":
    sys.exit(main())
