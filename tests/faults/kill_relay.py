"""Kills the relay with -9 under load and counts: nothing acknowledged may be lost, nothing may stand there twice."""

import collections
import json
import signal
import subprocess
import sys

from faultrow import FaultRow
from programs import CTL, DONE, Place

NOTES = 400


def oneRound(place, incident, number):
    """Writes notes while the relay dies and comes back; returns the events that were told "recorded"."""
    writer = subprocess.Popen([CTL, "--home", place.path("admin"), "--wait", "20", "note", incident, "-"],
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                              env=place.environment)
    watcher = place.follow("watcher", incident)
    writer.stdin.write("".join(f"round {number} note {i}\n" for i in range(NOTES)))
    writer.stdin.close()
    # Killed when the first of this round's entries is seen by somebody else: in the middle of it.
    for line in watcher.stdout:
        if f"round {number} note" in json.loads(line)["text"]:
            break
    place.stopRelay(signal.SIGKILL)
    place.startRelay()
    told = [json.loads(line) for line in writer.stdout]
    writer.wait(timeout=120)
    watcher.terminate()
    watcher.stdout.close()
    watcher.wait(timeout=30)
    return {line["event"] for line in told if line.get("state") == "recorded"}


def main():
    row = FaultRow(1, __doc__)
    times = row.count
    place = Place()
    try:
        founded = place.init()
        place.startRelay()
        place.join("admin", founded["invite"], "김하늘")
        place.join("watcher", place.invite("admin", "viewer"), "최서연")
        incident = place.declare("admin", "판교 데이터센터 화재")
        place.log("watcher", incident)
        acknowledged = set()
        for number in range(times):
            acknowledged |= oneRound(place, incident, number)
        synced = place.ctl("admin", "sync", timeout=120)
        assert synced.code == DONE, synced.words
        place.ctl("watcher", "sync", timeout=120)
        entries = [line for line in place.log("watcher", incident) if line["kind"] == "note.added"]
        present = collections.Counter(line["event"] for line in entries)
        texts = collections.Counter(line["text"] for line in entries)
        lost = len(acknowledged - set(present))
        twice = sum(1 for count in present.values() if count > 1) + sum(1 for count in texts.values() if count > 1)
        missing = times * NOTES - len(texts)
        verified = place.ctl("watcher", "verify")
        return row.end(times, lost == twice == missing == 0 and verified.code == DONE, lost=lost, twice=twice,
                       missing=missing, acknowledged=len(acknowledged), recorded=len(entries))
    finally:
        place.close()


if __name__ == "__main__":
    sys.exit(main())
