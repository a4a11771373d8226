"""Every byte that a store keeps of a log of 100 entries (sealed entry with its signature, facts, text and salts, head), and every byte of
its sealed export, is flipped in turn; each is named at its entry. Elsewhere in a store's file: a clean error, or no effect. The tests that
do it are tests/storage/test_storedflips, tests/vectors/test_exportflips and tests/storage/test_damage; this runs them and adds up."""

import os
import re
import subprocess

from faultrow import FaultRow

BYTES = 110_000  # of a store's rows and of an export, about
PROGRAMS = ("storage/test_storedflips", "vectors/test_exportflips", "storage/test_damage")
COUNTED = re.compile(r"^QINFO .*\) (?:.*: )?(\d+) (?:bytes|flips)(?:.*?, (\d+) found elsewhere)?")


def main():
    row = FaultRow(13, __doc__)
    step = max(1, BYTES // row.count)
    tried = failed = 0
    for program in PROGRAMS:
        done = subprocess.run([f"{os.environ['BONGSU_BUILD']}/tests/{program}"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, check=False,
                              env={**os.environ, "BONGSU_FLIP_STEP": str(step), "QTEST_FUNCTION_TIMEOUT": "3000000"})
        print(done.stdout, flush=True)
        failed += done.returncode != 0
        for line in done.stdout.splitlines():
            if found := COUNTED.match(line):
                tried += sum(int(number) for number in found.groups() if number)
    return row.end(tried, failed == 0, not_named=failed, every_nth_byte=step)


if __name__ == "__main__":
    raise SystemExit(main())
