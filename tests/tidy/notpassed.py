#!/usr/bin/python3
"""Shows, at the end of ./check, what did not pass and what it said last:

    notpassed.py RESULTS.xml...

Each file is what CTest wrote for JUnit. One that is not there, or is cut short, is passed over: its build said why."""

import sys
import xml.etree.ElementTree as ElementTree

MOST_TESTS = 10
LAST_LINES = 30


def notPassed(path):
    """Of each test that did not pass: name, state, and what it said."""
    try:
        cases = ElementTree.parse(path).getroot().iter("testcase")
    except (OSError, ElementTree.ParseError):
        return []
    return [(case.get("name"), case.get("status"), case.findtext("system-out") or "") for case in cases
            if case.get("status") != "run"]


def main():
    for path in sys.argv[1:]:
        found = notPassed(path)
        for name, state, said in found[:MOST_TESTS]:
            print(f"--- {name} ({state}), {path}", *said.rstrip().splitlines()[-LAST_LINES:], sep="\n")
        if len(found) > MOST_TESTS:
            print(f"--- and {len(found) - MOST_TESTS} more in {path}")


if __name__ == "__main__":
    main()
