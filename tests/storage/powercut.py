#!/usr/bin/python3
"""Cuts the power of a store while it writes: an ext4 on a loop device is shut down without flushing its journal, the
writer is killed, and the file system is mounted again. What was acknowledged must be there. Needs root; run by hand:

    powercut.py STOREPROCESS [RUNS]
"""

import fcntl
import os
import random
import struct
import subprocess
import sys
import tempfile
import time

EXT4_IOC_SHUTDOWN = 0x8004587D
WITHOUT_LOG_FLUSH = 2


def cutPower(mountPoint):
    descriptor = os.open(mountPoint, os.O_RDONLY | os.O_DIRECTORY)
    fcntl.ioctl(descriptor, EXT4_IOC_SHUTDOWN, struct.pack("I", WITHOUT_LOG_FLUSH))
    os.close(descriptor)


def oneRun(program, image, mountPoint, seed, least):
    """(entries acknowledged before the cut, and at all; entries there after it)"""
    file = os.path.join(mountPoint, "store.db")
    subprocess.run(["mount", "-o", "loop", image, mountPoint], check=True)
    saidDurable = []
    with subprocess.Popen([program, "write", file, str(seed), "1000000"], stdout=subprocess.PIPE, text=True) as writer:
        for line in writer.stdout:
            saidDurable.append(line)
            if int(line.split()[1]) >= least:
                break
        cutAt = time.monotonic_ns()
        cutPower(mountPoint)
        writer.kill()
        saidDurable += writer.stdout
    answers = [line.split() for line in saidDurable if line.startswith("acked") and line.endswith("\n")]
    # An answer given while the power goes may be to a sync that the cut overtook; nobody outside could have heard it.
    acknowledged = max(int(seq) for _, seq, at in answers if int(at) < cutAt)
    during = max(int(seq) for _, seq, at in answers)
    subprocess.run(["umount", mountPoint], check=True)
    subprocess.run(["mount", "-o", "loop", image, mountPoint], check=True)
    counted = subprocess.run([program, "count", file], capture_output=True, text=True, check=False)
    subprocess.run(["umount", mountPoint], check=True)
    if counted.returncode != 0:
        sys.exit(f"the store does not open: {counted.stdout}")
    return acknowledged, during, int(counted.stdout)


def main(program, runs):
    chance = random.Random(1)
    lost = overtaken = beyond = held = 0
    with tempfile.TemporaryDirectory() as folder:
        image = os.path.join(folder, "image")
        mountPoint = os.path.join(folder, "disk")
        os.mkdir(mountPoint)
        with open(image, "wb") as file:
            file.truncate(256 << 20)
        subprocess.run(["mkfs.ext4", "-q", image], check=True)
        for run in range(runs):
            acknowledged, during, held = oneRun(program, image, mountPoint, run, held + chance.randint(1, 300))
            lost += max(0, acknowledged - held)
            overtaken += max(0, during - max(acknowledged, held))
            beyond += max(0, held - acknowledged)
    print(f"{runs} cuts, {held} entries, {lost} acknowledged lost, {overtaken} acknowledged during the cut and lost, "
          f"{beyond} there without having been acknowledged")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20))
