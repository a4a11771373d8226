"""What every fault program in Python has in common: its count and seed, and the line it ends with."""

import argparse
import sys
import time

NOT_RUN = 77


class FaultRow:
    def __init__(self, number, about, *more):
        """`more` are further options, each a name with its default."""
        words = argparse.ArgumentParser(description=about)
        words.add_argument("--count", type=int, required=True)
        words.add_argument("--seed", type=int, default=1)
        for name, default in more:
            words.add_argument("--" + name, type=type(default), default=default)
        self.options = words.parse_args()
        self.number, self.count, self.seed = number, self.options.count, self.options.seed
        self.began = time.monotonic()

    def end(self, tried, holds, **figures):
        """Says what became of it; `holds` is whether the row's pass column does. Returns the exit code."""
        said = "".join(f", {name.replace('_', ' ')} {count}" for name, count in figures.items())
        print(f"row {self.number}: tried {tried}{said}, seed {self.seed}, {time.monotonic() - self.began:.1f} s", flush=True)
        return 0 if holds and tried >= self.count else 1

    def notHere(self, why):
        print(f"row {self.number} could not run here: {why}", flush=True)
        sys.exit(NOT_RUN)
