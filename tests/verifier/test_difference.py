"""The program and the verifier give one answer to bytes that nobody thought of: test_difference.py JUDGE [SEED COUNT].

Half of the bytes are sound vectors that were changed in one to four places, half are grown at random."""

import json
import pathlib
import random
import subprocess
import sys
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from bongsu import cbor, kinds, records  # noqa: E402
from bongsu.cbor import Malformed  # noqa: E402

JUDGE = None
SEED, COUNT = 2022_10_15, 30_000
FOLDER = HERE.parent / "vectors"
RECORDS = {"cbor": cbor.decode, "header": records.decode_header, "event": records.decode_event,
           "entry": records.decode_entry, "head": records.decode_head, "refusal": records.decode_refusal,
           "text": kinds.decode_text}
INTERESTING = bytes((0x00, 0x01, 0x17, 0x18, 0x19, 0x1a, 0x1b, 0x1c, 0x1f, 0x20, 0x3f, 0x40, 0x41, 0x58, 0x5f, 0x60, 0x61,
                     0x62, 0x63, 0x64, 0x78, 0x7f, 0x80, 0x81, 0x82, 0x98, 0x9f, 0xa0, 0xa1, 0xa2, 0xb8, 0xbf, 0xc0, 0xd8,
                     0xe0, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9, 0xfb, 0xff))
# Characters that compose, melt, are out of order, excluded, or beyond U+FFFF.
CHARACTERS = "ae q\0\ufeff\uffff\u0300\u0301\u0304\u0308\u0323\u0327\u0338\u0344\u0345\u0378\u03a9\u0958\u09be\u09c7\u09cc" \
             "\u09d7\u0f71\u0f72\u0f73\u1100\u1161\u11a8\u11c3\u1b35\u1f6c\u212b\u3099\uac00\ud310\uf9b4" \
             "\U0001109a\U00011099\U000110ba\U0001112e\U00011131\U00011127\U000114b9\U000114ba\U000115b8\U000115af\U000115ba" \
             "\U0001d15e\U0001f525\U0002f9c7"


def judged(what, data):
    """The verifier's answer."""
    try:
        if what in RECORDS:
            RECORDS[what](data)
        else:
            kinds.decode_facts(what, 1, data)
    except Malformed:
        return "0"
    return "1"


def grown(chance, depth=0):
    """Bytes that are often CBOR of the format."""
    pick = chance.random()
    if pick < 0.25 or depth > 9:
        number = chance.choice((chance.randrange(30), 1 << chance.randrange(56), (1 << chance.randrange(56)) - 1))
        width = max(1, (number.bit_length() + 7) // 8)
        width = 1 << (width - 1).bit_length() << (chance.random() < 0.05)
        head = bytes((number,)) if number < 24 and chance.random() < 0.9 else None
        return head or bytes((0x17 + width.bit_length(),)) + number.to_bytes(8, "big")[-width:]
    if pick < 0.35:
        return bytes((0x40 + chance.randrange(4),)) + chance.randbytes(chance.randrange(4))
    if pick < 0.6:
        text = "".join(chance.choices(CHARACTERS, k=chance.randrange(5))).encode()
        return bytes((0x60 + len(text),)) + text if len(text) < 24 else b"\x78" + bytes((len(text),)) + text
    if pick < 0.75:
        items = [grown(chance, depth + 1) for _ in range(chance.choice((0, 1, 1, 2, 3)))]
        return bytes((0x80 + len(items),)) + b"".join(items)
    if pick < 0.9:
        keys = sorted(chance.sample(range(24), chance.choice((0, 1, 1, 2, 3))))
        if chance.random() < 0.1:
            chance.shuffle(keys)
        return bytes((0xa0 + len(keys),)) + b"".join(bytes((key,)) + grown(chance, depth + 1) for key in keys)
    return bytes((chance.choice(INTERESTING),))


def changed(chance, data):
    data = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(data) + 1)
        how = chance.randrange(5)
        if how == 0 and at < len(data):
            data[at] = chance.choice(INTERESTING)
        elif how == 1 and at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        elif how == 2:
            data[at:at] = bytes((chance.choice(INTERESTING),))
        elif how == 3:
            del data[at:at + chance.randint(1, 3)]
        else:
            data[at:at] = grown(chance)
    return bytes(data)


class Difference(unittest.TestCase):
    def test_one_answer(self):
        chance = random.Random(SEED)
        sound = []
        for name in (*RECORDS, "facts"):
            for case in json.loads((FOLDER / (name + ".json")).read_text(encoding="utf-8"))["accept"]:
                sound.append((case.get("kind", name), bytes.fromhex(case["hex"])))
        asked = list(sound)
        while len(asked) < COUNT:
            what, data = chance.choice(sound)
            asked.append((what, changed(chance, data)) if chance.random() < 0.5 else ("cbor", grown(chance)))
        lines = "".join(f"{what} {data.hex()}\n" for what, data in asked)
        answers = subprocess.run([JUDGE], input=lines, capture_output=True, text=True, check=True).stdout.split()
        self.assertEqual(len(answers), len(asked))
        read = 0
        for (what, data), answer in zip(asked, answers):
            ours = judged(what, data)
            self.assertEqual(ours, answer, f"seed {SEED}: {what} {data.hex()}: the verifier says {ours}")
            read += answer == "1"
        print(f"{read} read, {len(asked) - read} refused", file=sys.stderr)
        self.assertGreater(min(read, len(asked) - read), len(asked) // 20)


if __name__ == "__main__":
    JUDGE = sys.argv.pop(1)
    if len(sys.argv) > 2:
        SEED, COUNT = int(sys.argv.pop(1)), int(sys.argv.pop(1))
    unittest.main()
