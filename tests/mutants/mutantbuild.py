"""A second tree beside the source, linked to it but for the files that hold mutants, and what is built of it."""

import hashlib
import json
import os
import re
import subprocess

from sites import Finder, withSwitches

HERE = os.path.dirname(os.path.abspath(__file__))
SOURCE = os.path.dirname(os.path.dirname(HERE))
DOMAIN = "model/domain"
SWITCH = "domain/base/mutantswitch.h"
# Where the numbers are kept: a file that every program links.
HOME_OF_SWITCHES = f"{DOMAIN}/base/result.cpp"
# What judges an event, folds it, writes and reads it, and admits it to a chain.
GROUPS = {
    "check": ("incident/check.cpp", "incident/check_duties.cpp", "incident/check_notices.cpp", "incident/check_pages.cpp",
              "incident/check_response.cpp", "incident/check_retro.cpp", "incident/check_services.cpp", "incident/checking.h",
              "incident/closing.cpp", "incident/committee.cpp", "incident/seats.cpp", "organisation/check.cpp",
              "organisation/organisation.cpp"),
    "apply": ("incident/apply.cpp", "incident/duties.cpp", "incident/incident.cpp", "incident/notices.cpp", "incident/pages.cpp",
              "incident/retro.cpp", "organisation/apply.cpp"),
    "codec": ("base/cbor.cpp", "base/cbor_fixed.h", "base/hash.cpp", "event/action_facts.h", "event/committee_facts.h",
              "event/compose.cpp", "event/document_facts.h", "event/event.cpp", "event/facts.cpp", "event/fields.h",
              "event/header.cpp", "event/incident_facts.h", "event/line_facts.h", "event/notice_facts.h",
              "event/organisation_facts.h", "event/page_facts.h", "event/response_facts.h", "event/retro_facts.h",
              "event/seat_facts.h", "event/service_facts.h", "log/entry.cpp", "log/sealedexport.cpp", "log/statement.cpp"),
    "admission": ("log/act.cpp", "log/exportproof.cpp", "log/ledger.cpp", "log/ledger_epochs.cpp", "log/texts.cpp"),
}
FILES = [f"{DOMAIN}/{name}" for names in GROUPS.values() for name in names]
# Headers that half the program reads: with mutants in them only these do, which is where facts and an event's header are written
# and read, so that all other objects are those of an ordinary build. What is compiled from them has other names there, or the
# linker would take either for the other.
READ_BY_FACTS = {path for path in FILES if path.endswith(".h") and not path.endswith("/checking.h")}
READERS = (f"{DOMAIN}/event/facts.cpp", f"{DOMAIN}/event/header.cpp")
RENAMED = ("fields", "encodeBody", "decodeBody", "readFixed", "readOptionalFixed", "writeOptionalFixed", "writeMoment",
           "readMoment")
SWITCHES = """
#include <cstdlib>
#include <unistd.h>
#include <cstdio>
#include <string>
int mutantChosen = 0;
unsigned char mutantReached[{count} + 1] = {{}};
namespace {{
__attribute__((constructor(101))) void chooseMutant() {{
    const char* chosen = std::getenv("BONGSU_MUTANT");
    mutantChosen = chosen ? std::atoi(chosen) : 0;
}}
__attribute__((destructor(101))) void tellReached() {{
    if (const char* folder = std::getenv("BONGSU_MUTANTS_REACHED")) {{
        const std::string name = std::string(folder) + "/" + std::to_string(getpid());
        if (std::FILE* file = std::fopen(name.c_str(), "wb")) {{
            std::fwrite(mutantReached, 1, sizeof mutantReached, file);
            std::fclose(file);
        }}
    }}
}}
}} // namespace
"""


class BuildFailed(Exception):
    pass


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def writeIfOther(path, text):
    """So that nothing is compiled again that reads the same."""
    if os.path.islink(path):
        os.unlink(path)
    if not os.path.exists(path) or read(path) != text:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)


class MutantBuild:
    def __init__(self, folder):
        self.folder = folder
        self.tree = os.path.join(folder, "tree")
        self.build = os.path.join(self.tree, "build/release")
        self.facts = os.path.join(folder, "facts")  # the headers that READERS read in place of the tree's
        self.refusedFile = os.path.join(folder, "refused.json")
        self.refused = set(json.loads(read(self.refusedFile))) if os.path.exists(self.refusedFile) else set()
        self.mutants = []
        self.count = 0

    def find(self):
        """Every mutant that the compiler takes; what it refuses keeps its number, so that the others keep theirs."""
        found = [mutant for path in FILES for mutant in Finder(path, read(f"{SOURCE}/{path}")).all()]
        for number, mutant in enumerate(found, 1):
            mutant.number = number
        self.count = len(found)
        self.mutants = [mutant for mutant in found if mutant.place not in self.refused]
        return self.mutants

    @staticmethod
    def isLinked(path):
        """Whether the tree has it as it is in the source."""
        return path not in FILES + [HOME_OF_SWITCHES, f"{DOMAIN}/CMakeLists.txt"] or path in READ_BY_FACTS

    def linkTree(self):
        """Folders are links, but for those on the way to a file with mutants."""
        def links(folder):
            path = os.path.join(self.tree, folder)
            os.makedirs(path, exist_ok=True)
            for name in os.listdir(os.path.join(SOURCE, folder)):
                inner = os.path.join(folder, name)
                if inner in ("build", ".git", ".cache"):
                    continue
                if any(mutated.startswith(inner + "/") for mutated in FILES):
                    links(inner)
                elif self.isLinked(inner) and not os.path.lexists(os.path.join(self.tree, inner)):
                    os.symlink(os.path.join(SOURCE, inner), os.path.join(self.tree, inner))
            for name in os.listdir(path):
                if os.path.islink(os.path.join(path, name)) and not os.path.exists(os.path.join(path, name)):
                    os.unlink(os.path.join(path, name))  # its file is gone
        links("")

    def write(self):
        self.linkTree()
        for path in FILES:
            own = [mutant for mutant in self.mutants if mutant.path == path]
            source = read(f"{SOURCE}/{path}")
            text = withSwitches(source, own, SWITCH) if own else source
            if path in READERS:
                text = "".join(f"#define {name} {name}OfMutants\n" for name in RENAMED) + text
            target = f"{self.facts}/{path[len('model/'):]}" if path in READ_BY_FACTS else f"{self.tree}/{path}"
            os.makedirs(os.path.dirname(target), exist_ok=True)
            writeIfOther(target, text)
        writeIfOther(f"{self.tree}/model/{SWITCH}", read(f"{HERE}/switch.h"))
        writeIfOther(f"{self.tree}/{HOME_OF_SWITCHES}",
                     read(f"{SOURCE}/{HOME_OF_SWITCHES}") + SWITCHES.format(count=self.count))
        compiled = " ".join(path[len(DOMAIN) + 1:] for path in FILES if path.endswith(".cpp"))
        writeIfOther(f"{self.tree}/{DOMAIN}/CMakeLists.txt", read(f"{SOURCE}/{DOMAIN}/CMakeLists.txt") + f"""
set_source_files_properties({compiled} incident/paging.cpp PROPERTIES COMPILE_OPTIONS "-w;-O1")
set_source_files_properties(event/facts.cpp event/header.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON COMPILE_OPTIONS "-w;-O0;-g0;-iquote;{self.facts}")
""")

    def configure(self):
        """As `cmake --preset release`, so that whatever has no mutants comes from the compiler's cache."""
        if not os.path.exists(f"{self.build}/build.ninja"):
            subprocess.run(["cmake", "--preset", "release"], check=True, stdout=subprocess.DEVNULL, cwd=self.tree)

    def compile(self, targets, jobs):
        """Builds; takes out what the compiler refuses and builds again, until it refuses nothing."""
        while True:
            self.find()
            self.write()
            self.configure()
            done = subprocess.run(["ninja", "-C", self.build, "-k", "0", f"-j{jobs}", *targets], capture_output=True, text=True,
                                  check=False)
            if done.returncode == 0:
                return
            refused = self.refusedIn(done.stdout)
            if not refused:
                raise BuildFailed(done.stdout[-6000:] + done.stderr[-2000:])
            self.refused |= refused
            with open(self.refusedFile, "w", encoding="utf-8") as file:
                json.dump(sorted(self.refused), file, ensure_ascii=False, indent=1)

    def refusedIn(self, output):
        """The mutants on the lines that the compiler names in its errors."""
        lines = set()
        wanted = False  # an error that stands in the switches: the next line of ours is to blame
        for path, line, kind in re.findall(r"([\w./+-]+):(\d+):\d+: +(error|note|required|\S+)", output):
            inner = path[path.find(DOMAIN):] if DOMAIN in path else path.replace("roots/domain/", "model/")
            inner = inner[inner.find(DOMAIN):] if DOMAIN in inner else inner
            if kind == "error":
                wanted = inner not in FILES
                if not wanted:
                    lines.add((inner, int(line)))
            elif wanted and inner in FILES:
                lines.add((inner, int(line)))
                wanted = False
        return {mutant.place for mutant in self.mutants if any((mutant.path, at) in lines for at in self.linesOf(mutant))}

    def linesOf(self, mutant):
        source = read(f"{SOURCE}/{mutant.path}")
        return {source.count("\n", 0, edit.at) + 1 for edit in mutant.edits}

    def fingerprint(self, programs):
        """Of what was run: other programs are other results."""
        content = hashlib.sha256()
        for program in sorted(set(programs)):
            with open(program, "rb") as file:
                content.update(hashlib.file_digest(file, "sha256").digest() if hasattr(hashlib, "file_digest") else
                               hashlib.sha256(file.read()).digest())
        return content.hexdigest()[:16]
