#!/usr/bin/python3
"""Verifies a sealed export with nothing but the file and the organisation's id.

    bongsu_verify.py --file EXPORT --org ID

The last line of output is JSON: what was verified (exit 0), {"bad": {"log", "seq", "why"}} for the first fault (exit 6),
or {"error": {"code"}} where the file cannot be read (exit 5). Wrong use exits with 2."""

import argparse
import json
import sys

from bongsu.chain import Bad
from bongsu.export import Export
from bongsu.signatures import Signatures


def organisation(text):
    if len(text) != 64 or any(c not in "0123456789abcdefABCDEF" for c in text):
        raise argparse.ArgumentTypeError("an organisation's id is 64 hex digits")
    return bytes.fromhex(text)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--file", required=True)
    parser.add_argument("--org", required=True, type=organisation)
    chosen = parser.parse_args(arguments)
    export = Export(chosen.org, Signatures())
    try:
        with open(chosen.file, "rb") as file:
            export.read(file)
    except OSError as fault:
        print(json.dumps({"error": {"code": "disk", "detail": fault.strerror}}))
        return 5
    except Bad as fault:
        print(json.dumps({"bad": {"log": fault.log.hex(), "seq": fault.seq, "why": fault.why}}))
        return 6
    print(json.dumps(export.summary(), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
