#!/usr/bin/python3
"""Row 10: seeds of the simulated world (tests/world), each with every fault it has, in parts side by side.

    simulate.py --count N --seed S [--parts P] [--part-seeds K]

Seeds S .. S + N - 1. A seed that breaks an invariant is made smaller by the program itself, which then says how to have
it again; what it said is printed here. The last line is the row's.
"""

import argparse
import concurrent.futures
import os
import re
import subprocess
import sys
import time

SEEDS = re.compile(r"everyInvariantHolds\(\) (\d+) seeds: (.*)$", re.MULTILINE)
FIGURE = re.compile(r"(\d+) ([^,]+)")


def options():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--count", type=int, default=1000)
    words.add_argument("--seed", type=int, default=1)
    words.add_argument("--parts", type=int, default=os.cpu_count() or 1, help="processes side by side")
    words.add_argument("--part-seeds", type=int, default=250, help="seeds that one process goes through, at most")
    asked = words.parse_args()
    asked.part_seeds = max(1, min(asked.part_seeds, -(-asked.count // asked.parts)))
    return asked


def live(first, count):
    """(seeds that held, what happened in them, what the program said if one broke)"""
    environment = {**os.environ, "BONGSU_SEEDS": f"{first}:{count}", "QTEST_FUNCTION_TIMEOUT": "3600000"}
    environment.pop("BONGSU_SEED_STEP", None)
    program = os.environ["BONGSU_BUILD"] + "/tests/world/test_simulation"
    run = subprocess.run([program, "everyInvariantHolds"], env=environment, capture_output=True, text=True,
                         errors="replace", check=False)
    said = SEEDS.search(run.stdout)
    whole = run.returncode == 0 and said is not None and int(said.group(1)) == count
    happened = {name: int(number) for number, name in FIGURE.findall(said.group(2))} if said else {}
    return (count if whole else 0), happened, ("" if whole else run.stdout + run.stderr)


def main():
    asked = options()
    began = time.monotonic()
    parts = [(first, min(asked.part_seeds, asked.seed + asked.count - first))
             for first in range(asked.seed, asked.seed + asked.count, asked.part_seeds)]
    tried = broken = 0
    happened = {}
    with concurrent.futures.ThreadPoolExecutor(asked.parts) as side:
        for held, figures, fault in side.map(lambda part: live(*part), parts):
            tried += held
            for name, number in figures.items():
                happened[name] = happened.get(name, 0) + number
            if fault:
                broken += 1
                print(fault, flush=True)
    print(", ".join(f"{number} {name}" for name, number in happened.items()))
    print(f"row 10: tried {tried}, broken {broken}, entries {happened.get('entries', 0)}, seed {asked.seed}, "
          f"{time.monotonic() - began:.1f} s")
    return 0 if broken == 0 and tried == asked.count else 1


if __name__ == "__main__":
    sys.exit(main())
