"""Mutants that nothing can tell from the program, each with the reason, kept by hand in answers.txt."""

import os


class Answers:
    """The file: a place as `run` prints it, and below it, indented, why. Lines that begin with # are for readers."""

    def __init__(self, path):
        self.why = {}
        place = None
        if os.path.exists(path):
            with open(path, encoding="utf-8") as file:
                for line in file.read().splitlines():
                    if not line.strip() or line.startswith("#"):
                        continue
                    if line[0].isspace() and place:
                        self.why[place] = (self.why[place] + " " + line.strip()).strip()
                    else:
                        place = line.strip()
                        self.why[place] = ""

    def of(self, mutant):
        return self.why.get(mutant.place, "")

    def faults(self, mutants):
        """An answer that says nothing, or that is about code which is there no longer."""
        known = {mutant.place for mutant in mutants}
        return [f"answers.txt: no such place any more: {place}" for place in self.why if place not in known] + \
               [f"answers.txt: no reason: {place}" for place, why in self.why.items() if not why]
