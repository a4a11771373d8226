"""The tests that mutants are tried against, and which of them pass which mutant."""

import collections
import concurrent.futures
import json
import os
import resource
import subprocess
import tempfile
import threading
import time

# Programs that test what mutants are made of, and are done in seconds: all of a folder's, and some of others.
FOLDERS = ("tests/domain/rules", "tests/vectors")
MORE = ("test_attachment", "test_codec", "test_facts", "test_issued", "test_measures", "test_proposal",
        "test_records", "test_register", "test_retroprocess", "test_teams", "test_telling", "test_documents", "test_simulation")
NARROWED = {"test_simulation": {"BONGSU_SEEDS": "1:4"}}
# What takes the time of all others together: every order of some acts, every byte of a file, every state of a log.
WITHOUT = ("test_notice_interleavings", "test_seat_interleavings", "test_exportflips", "test_history")
WITHOUT_FUNCTIONS = {"test_retro_rules": ("manyWhoWriteApartLoseNothing",)}
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
            if not words or not (isOurs or name in MORE) or name in WITHOUT or not os.access(words[0], os.X_OK):
                continue
            if name in WITHOUT_FUNCTIONS:
                there = subprocess.run([words[0], "-functions"], capture_output=True, text=True, check=True).stdout.split()
                words = [words[0], *(one[:-2] for one in there if one[:-2] not in WITHOUT_FUNCTIONS[name])]
            lines = next((p["value"] for p in test["properties"] if p["name"] == "ENVIRONMENT"), [])
            self.tests[name] = (words, {**dict(line.split("=", 1) for line in lines), **NARROWED.get(name, {})})

    def run(self, name, number=0, reached=None, most=None):
        """Whether it passed, with the seconds of the processor that it took."""
        words, environment = self.tests[name]
        environment = {**os.environ, **environment, "BONGSU_MUTANT": str(number),
                       "QTEST_DISABLE_STACK_DUMP": "1"}  # or a debugger is started for every crash
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

    def prepare(self, jobs):
        """Runs the sound program once: it must pass, and says which switches each test goes by."""
        self.known()
        kept = f"{self.build.folder}/sound-{self.fingerprint()}.json"
        if os.path.exists(kept):
            with open(kept, encoding="utf-8") as file:
                for name, (seconds, reached) in json.load(file).items():
                    self.seconds[name], self.reached[name] = seconds, frozenset(reached)
            return True
        with concurrent.futures.ThreadPoolExecutor(jobs) as workers:
            failed = [name for name, passed in zip(self.tests, workers.map(self.ask, self.tests)) if not passed]
        for name in failed:
            print(f"without any mutant {name} fails")
        if not failed:
            with open(kept, "w", encoding="utf-8") as file:
                json.dump({name: (self.seconds[name], sorted(self.reached[name])) for name in self.tests}, file)
        return not failed

    def ask(self, name):
        with tempfile.TemporaryDirectory(prefix="bongsu-mutants-") as folder:
            passed, self.seconds[name] = self.run(name, reached=folder)
            reached = set()
            for part in os.listdir(folder):
                with open(os.path.join(folder, part), "rb") as file:
                    reached.update(number for number, is_ in enumerate(file.read()) if is_)
            self.reached[name] = frozenset(reached)
        return passed

    def reaching(self, mutant):
        return [name for name, numbers in self.reached.items() if mutant.number in numbers]

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
