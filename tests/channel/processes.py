"""Real servers as processes of a test: begun on free ports, waited for, ended by their process."""

import glob
import os
import select
import socket
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from ports import freePort  # noqa: E402


def everyProcess():
    """What any other one can be told of each by /proc, as far as we may: command line and environment."""
    found = []
    for folder in glob.glob("/proc/[0-9]*"):
        for name in ("cmdline", "environ"):
            try:
                with open(f"{folder}/{name}", "rb") as file:
                    found.append(file.read())
            except OSError:
                pass  # it has ended meanwhile, or is somebody else's
    return found


class Process:
    """Its output goes to one pipe, which is read while something is waited for and shown when that does not come."""

    def __init__(self, words, **named):
        self.process = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **named)
        self.said = b""

    def _read(self, seconds):
        ready, _, _ = select.select([self.process.stdout], [], [], seconds)
        piece = os.read(self.process.stdout.fileno(), 65536) if ready else b""
        self.said += piece
        return piece

    def waitForPort(self, port, patience=10):
        for _ in range(patience * 20):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            self._read(0.05)
        raise AssertionError(f"nobody listens on {port}: " + self.said.decode(errors="replace"))

    def waitForWords(self, words, patience=10):
        for _ in range(patience * 20):
            if words in self.said:
                return
            if not self._read(0.05) and self.process.poll() is not None:
                break
        raise AssertionError(f"never said {words}: " + self.said.decode(errors="replace"))

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:  # Kannel now and then waits for messages that nobody will send
            self.process.kill()
            self.process.wait(5)
        self.process.stdout.close()
