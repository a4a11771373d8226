"""The tests that mutants are tried against, and which of them pass which mutant."""

import collections
import json
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import threading
import time

# Programs that test what mutants are made of, and are done in seconds: all of a folder's, and some of others.
FOLDERS = ("tests/domain/rules", "tests/vectors")
MORE = ("test_attachment", "test_codec", "test_facts", "test_history", "test_issued", "test_measures", "test_proposal",
        "test_records", "test_register", "test_retroprocess", "test_teams", "test_telling", "test_documents", "test_simulation")
NARROWED = {"test_simulation": {"BONGSU_SEEDS": "1:6"}, "test_exportflips": {"BONGSU_FLIP_STEP": "64"}}
MEMORY = 3 << 30  # a mutant that asks for more is killed, and so is one that takes much longer than the sound program


class Suite:
    def __init__(self, build):
        self.build = build
        self.tests = {}     # name -> (words, environment)
        self.seconds = {}   # of the processor, for the sound program
        self.reached = {}   # name -> bytes, one for each number
        self.kills = collections.Counter()
        self.killsIn = collections.Counter()
        self.lock = threading.Lock()

    def targets(self):
        return [f"{folder}/all" for folder in FOLDERS] + list(MORE)

    def known(self):
        """What CTest would run, in its words."""
        said = subprocess.run(["ctest", "--show-only=json-v1"], cwd=self.build.build, capture_output=True, text=True, check=True)
        for test in json.loads(said.stdout)["tests"]:
            name, words = test["name"], test.get("command")
            folder = os.path.dirname(os.path.relpath(words[0], self.build.build)) if words else ""
            isOurs = any(folder == own or folder.startswith(own + "/") for own in FOLDERS)
            if not words or not (isOurs or name in MORE) or not os.access(words[0], os.X_OK):
                continue
            lines = next((p["value"] for p in test["properties"] if p["name"] == "ENVIRONMENT"), [])
            self.tests[name] = (words, {**dict(line.split("=", 1) for line in lines), **NARROWED.get(name, {})})

    def run(self, name, number=0, reached=None, most=None):
        """Whether it passed, with the seconds of the processor that it took."""
        words, environment = self.tests[name]
        environment = {**os.environ, **environment, "BONGSU_MUTANT": str(number)}
        if reached:
            environment["BONGSU_MUTANTS_REACHED"] = reached

        def limits():
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            if most:
                resource.setrlimit(resource.RLIMIT_CPU, (most, most + 1))

        process = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                   stdin=subprocess.DEVNULL, preexec_fn=limits, cwd=self.build.build)
        timer = threading.Timer(900, process.kill)  # one that waits for ever
        timer.start()
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode == 0, used.ru_utime + used.ru_stime

    def prepare(self):
        """Runs the sound program once: it must pass, and says which switches each test goes by."""
        self.known()
        isSound = True
        for name in sorted(self.tests):
            folder = tempfile.mkdtemp(prefix="bongsu-mutants-")
            passed, self.seconds[name] = self.run(name, reached=folder)
            self.reached[name] = b""
            for part in os.listdir(folder):
                with open(os.path.join(folder, part), "rb") as file:
                    data = file.read()
                before = self.reached[name].ljust(len(data), b"\0")
                self.reached[name] = bytes(a | b for a, b in zip(before, data))
            shutil.rmtree(folder)
            if not passed:
                print(f"without any mutant {name} fails")
                isSound = False
        return isSound

    def reaching(self, mutant):
        return [name for name, bytes_ in self.reached.items() if mutant.number < len(bytes_) and bytes_[mutant.number]]

    def killerOf(self, mutant):
        """The first test that fails with it, or nothing. What killed most in that file, and elsewhere, is asked first."""
        with self.lock:
            order = sorted(self.reaching(mutant), key=lambda name: (
                -(self.killsIn[mutant.path, name] + 0.2) / (self.seconds[name] + 0.05), self.seconds[name]))
        for name in order:
            passed, _ = self.run(name, mutant.number, most=int(5 * self.seconds[name]) + 3)
            if not passed:
                with self.lock:
                    self.kills[name] += 1
                    self.killsIn[mutant.path, name] += 1
                return name
        return ""

    def fingerprint(self):
        return self.build.fingerprint([words[0] for words, _ in self.tests.values()])
