"""The rows of faults that are survived: one entry each, read by `run` and by CMakeLists.txt (which calls this file)."""

import dataclasses
import os

SCRIPTS = "{source}/tests/faults/"
PYTHON = ("/usr/bin/python3", "-B")


@dataclasses.dataclass(frozen=True)
class Row:
    """One program. It is given `--count N --seed S`, and says in its last line what became of it (`run` reads that)."""

    number: int
    words: str
    command: tuple  # may hold {source} and {build}
    short: int      # tried in ./check: a few seconds; 0: not there
    full: int       # tried for a release
    part: str = ""  # told apart where a row has several programs
    slow: int = 0   # in place of `short` where programs are built with sanitizers
    seconds: int = 120   # a short run is ended after so many
    threads: bool = False   # its programs work on threads of their own: tsan runs it too
    cores: int = 1  # that it keeps busy: CTest starts nothing else on them

    @property
    def name(self):
        return f"faults_{self.number:02}" + (f"_{self.part}" if self.part else "")

    def count(self, isFull, isSlow=False):
        if isFull:
            return self.full
        return self.slow if isSlow and self.slow else self.short


def program(name, *words):
    """A program that tests/faults/CMakeLists.txt builds."""
    return ("{build}/tests/faults/" + name, *words)


def script(name, *words):
    return (*PYTHON, SCRIPTS + name, *words)


ROWS = (
    Row(1, "kill -9 of the relay under load", script("kill_relay.py"), short=10, full=1000, slow=5, threads=True),
    Row(3, "power cut of the relay's disk", script("cut_power.py", "--of", "relay"), part="relay", short=8, full=1000, slow=4),
    Row(3, "power cut of a desktop's disk", script("cut_power.py", "--of", "desktop"), part="desktop", short=8, full=1000, slow=4),
    Row(7, "disk full at a write of a 200-event run, page by page", program("full_disk"), short=4, full=400, slow=2,
        threads=True),
    Row(8, "every call of SQLite for the disk fails: error, half a write, lost sync, dead disk", program("failing_disk"), short=16,
        full=2100, slow=6, threads=True),
    Row(9, "clocks an hour or a day off, and jumping", script("wrong_clocks.py"), short=12, full=240, slow=6),
    Row(10, "seeds of the simulator, every fault", script("simulate.py"), short=1000, full=100_000, slow=40, seconds=900,
        cores=os.cpu_count() or 1),
    Row(11, "messages lost, doubled, out of order, cut short", program("worn_lines"), short=2000, full=1_000_000, slow=500),
    Row(12, "captured sessions replayed", program("replayed"), short=60, full=10_000, slow=20, threads=True),
    Row(13, "every byte of a record of 100 entries flipped", script("flips.py"), short=2000, full=110_000, slow=1000),
    Row(14, "a relay that forges or shows two histories", program("lying_relay"), short=70, full=1000, slow=30),
    Row(16, "frames too large, fragments without end", script("too_large.py"), short=30, full=1000, slow=12),
    Row(17, "half-open connections", script("half_open.py"), short=200, full=2000, slow=60),
    Row(17, "half-open connections, more than a relay lets wait", script("half_open.py"), short=0, full=10_000, part="many"),
    Row(17, "half-open connections that come again at once", script("half_open.py", "--again", "0.0"), short=0, full=2000, part="again"),
    Row(18, "slow readers for ten minutes of a fake clock", program("slow_lines"), short=10, full=100, slow=4),
    Row(18, "slow readers, by the programs", script("slow_readers.py"), short=4, full=100, slow=2, part="programs"),
    Row(19, "a relay's certificate: another key, dates", script("certificates.py"), short=12, full=200, slow=6),
    Row(21, "desktops back after a week, drafts", program("offline_week"), short=500, full=10_000, slow=150,
        threads=True),
    Row(21, "desktops back after seven days of a fake clock, drafts", program("offline_world"), short=500, full=10_000,
        slow=150, part="world"),
    Row(24, "soak with faults, in seconds", script("soak"), short=0, full=3600),
)

if __name__ == "__main__":
    for row in ROWS:
        if row.short:
            print(row.name, row.seconds, row.cores, "threads" * row.threads)
