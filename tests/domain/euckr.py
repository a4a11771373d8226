"""Reads texts from the standard input, a JSON array of them, and writes for each [bytes, first character that EUC-KR does not
have or ""] by Python's own codec. What it spells as eight bytes (a syllable put together from letters) telephones do not read,
and of the two signs that KS X 1001 took in in 1998 nobody knows whether they do: we send neither, and say so before."""

import json
import sys

LATE = "\u00ae\u20ac"


def counted(text):
    size, foreign = 0, ""
    for character in text:
        try:
            length = len(character.encode("euc_kr"))
        except UnicodeEncodeError:
            length = 8
        if character in LATE:
            length = 8
        if length <= 2:
            size += length
        elif not foreign:
            foreign = character
    return [size, foreign]


print(json.dumps([counted(text) for text in json.load(sys.stdin)]))
