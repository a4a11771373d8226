"""No program of ours leaves a core dump: what it holds in memory, keys and texts, stays out of files."""

import os
import pwd
import resource
import shutil
import signal
import subprocess
import unittest

from programs import CTL, RELAY, AtPlace

DESKTOP = os.environ["BONGSU_DESKTOP"]


def mayDump():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))


class CoreDumps(AtPlace):
    """Run by somebody who is not root: of a process that may be dumped, the files under /proc are its user's."""

    def setUp(self):
        self.openPlace("admin", "김하늘")
        self.incident = self.place.declare("admin", "판교 데이터센터 화재")
        self.place.stopRelay()
        self.user = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
        if os.geteuid() == 0:
            for folder, _, files in os.walk(self.place.folder):
                for name in [folder, *(os.path.join(folder, file) for file in files)]:
                    os.chown(name, self.user.pw_uid, self.user.pw_gid)
        # A build with AddressSanitizer would catch the signal, and set a limit of its own.
        self.place.environment["ASAN_OPTIONS"] = os.environ.get("ASAN_OPTIONS", "") + ":handle_segv=0:disable_coredump=0"

    def reachable(self, program):
        """Where that user can run it: what is built may lie where nobody else may look."""
        if os.geteuid() != 0 or not os.path.isabs(program) or \
                subprocess.run(["/usr/bin/test", "-x", program], user=self.user.pw_uid, check=False).returncode == 0:
            return program
        return shutil.copy(program, self.place.folder)

    def start(self, *words, stdout=subprocess.DEVNULL):
        words = (self.reachable(words[0]), *words[1:])
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if os.geteuid() == 0 else {}
        process = subprocess.Popen(words, stdout=stdout, stderr=subprocess.DEVNULL, cwd=self.place.folder, preexec_fn=mayDump,
                                   env=dict(self.place.environment, QT_QPA_PLATFORM="offscreen"), **who)
        self.addCleanup(self.end, process)
        return process

    @staticmethod
    def end(process):
        if process.stdout:
            process.stdout.close()
        if process.returncode is None:
            process.kill()
            process.wait()

    def limit(self, process):
        with open(f"/proc/{process.pid}/limits", encoding="ascii") as file:
            return next(line.split()[4:6] for line in file if line.startswith("Max core file size"))

    def owner(self, process):
        return os.stat(f"/proc/{process.pid}/status").st_uid

    def dumped(self, process):
        """Whether the kernel wrote a dump of it when it was killed."""
        process.send_signal(signal.SIGSEGV)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = -os.WTERMSIG(status)
        self.assertEqual(process.returncode, -signal.SIGSEGV)
        return os.WCOREDUMP(status)

    def cores(self):
        return [os.path.join(folder, name) for folder, _, names in os.walk(self.place.folder) for name in names
                if name.startswith("core")]

    def assertKeepsToItself(self, process):
        self.assertEqual(self.limit(process), ["0", "0"])
        self.assertEqual(self.owner(process), 0)  # not dumpable: a debugger of the same user has no way in either
        self.assertFalse(self.dumped(process))
        self.assertEqual(self.cores(), [])

    def test_anotherProgramWouldLeaveOne(self):
        other = self.start("/usr/bin/sleep", "60", stdout=subprocess.PIPE)
        while os.readlink(f"/proc/{other.pid}/exe") != "/usr/bin/sleep":
            pass
        self.assertEqual(self.limit(other), ["unlimited", "unlimited"])
        self.assertEqual(self.owner(other), self.user.pw_uid)
        with open("/proc/sys/kernel/core_pattern", encoding="utf-8") as file:
            pattern = file.read().strip()
        self.assertTrue(self.dumped(other), pattern)
        if pattern == "core":
            self.assertEqual([os.path.dirname(path) for path in self.cores()], [self.place.folder])

    def test_theRelay(self):
        relay = self.start(RELAY, "run", self.place.path("relay"), stdout=subprocess.PIPE)
        self.assertIn(b"listening", relay.stdout.readline())
        self.assertKeepsToItself(relay)

    def test_theCommandLine(self):
        follower = self.start(CTL, "--home", self.place.path("admin"), "--offline", "log", self.incident, "--follow",
                              stdout=subprocess.PIPE)
        self.assertIn(b"declared", follower.stdout.readline())
        self.assertKeepsToItself(follower)

    def test_theDesktop(self):
        desktop = self.start(DESKTOP, "--home", self.place.path("admin"), "--lang", "en")
        self.place.waitUntilServing("admin", desktop)
        self.assertKeepsToItself(desktop)


if __name__ == "__main__":
    unittest.main(verbosity=2)
