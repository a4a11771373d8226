"""What a rule says: where, which rule, what is wrong and what to do."""

from collections import namedtuple


class Finding(namedtuple("Finding", "path line rule wrong todo")):
    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.wrong}. {self.todo[0].upper() + self.todo[1:]}."
