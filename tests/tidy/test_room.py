#!/usr/bin/python3
"""Proves of installer/room.sh that a disk too full for the build is told before anything is built."""

import os
import subprocess
import tempfile
import unittest

ROOT = os.path.abspath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
GIB = 1024 * 1024  # in what df and du count


class Room(unittest.TestCase):
    def demand(self, wanted, free, built, language="C.UTF-8"):
        """As on a disk with so many KiB free and built: exit code and what was said."""
        with tempfile.TemporaryDirectory() as folder:
            for name, said in (("df", f"   Avail\n{free}"), ("du", f"{built}\tbuild")):
                with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
                    file.write(f"#!/bin/sh\nprintf '%s\\n' '{said}'\n")
                os.chmod(f"{folder}/{name}", 0o755)
            script = f"cd {folder}; . {ROOT}/installer/say.sh; . {ROOT}/installer/room.sh; demandRoom {wanted}"
            env = {"PATH": f"{folder}:{os.environ['PATH']}", "LC_ALL": language}
            ran = subprocess.run(["bash", "-euc", script], env=env, capture_output=True, text=True, check=False)
            return ran.returncode, ran.stderr

    def test_whatIsFreeAndBuiltCounts(self):
        self.assertEqual(self.demand(6, 5 * GIB, 1 * GIB), (0, ""))
        self.assertEqual(self.demand(6, 5 * GIB, 1 * GIB - 1)[0], 1)

    def test_itSaysWhatToDo(self):
        english = self.demand(40, 287 * 1024, 0)[1]
        self.assertIn("0 GiB are left", english)
        self.assertIn("needs 40 GiB", english)
        self.assertIn("40 GiB가 필요합니다", self.demand(40, 287 * 1024, 0, "ko_KR.UTF-8")[1])

    def test_aRealDiskAnswers(self):
        with tempfile.TemporaryDirectory() as folder:
            script = f"cd {folder}; . {ROOT}/installer/say.sh; . {ROOT}/installer/room.sh; demandRoom 0 && ! demandRoom 9999999"
            ran = subprocess.run(["bash", "-euc", script], capture_output=True, text=True, check=False)
            self.assertEqual(ran.returncode, 0, ran.stderr)


if __name__ == "__main__":
    unittest.main()
