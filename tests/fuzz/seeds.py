"""What each fuzzer begins with: the project's own vectors, examples and starter files, as its input has them."""

import base64
import glob
import hashlib
import json
import os
import re
import struct
import zlib

from cborwriter import cbor

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ID, HASH, NONCE, SALT, KEY = (bytes([n]) * 32 for n in range(1, 6))
SIGNATURE = b"s" * 64


def contentOf(path):
    with open(os.path.join(SOURCE, path), "rb") as file:
        return file.read()


def vectors(name):
    return json.loads(contentOf(f"tests/vectors/{name}.json"))


def bytesIn(cases):
    return [bytes.fromhex(case["hex"]) for case in cases]


def accepted(name):
    return bytesIn(vectors(name)["accept"])


def both(name):
    return accepted(name) + bytesIn(vectors(name)["reject"])


def files(pattern):
    return [contentOf(path) for path in sorted(glob.glob(pattern, root_dir=SOURCE, recursive=True))]


def chosen(which, inputs):
    """With the byte in front by which a fuzzer chooses."""
    return [bytes([which]) + one for one in inputs]


def frames():
    chain = vectors("chain")
    head = [bytes.fromhex(chain["heads"][0]["hex"]), SIGNATURE]
    entry = bytes.fromhex(chain["entries"][0]["entry"])
    position = [ID, ID, 12345, HASH, head]
    texts = ([0, None, None], [1, SALT, cbor({1: "text"})], [2, None, None], [3, None, ID])
    items = [[entry, SALT, cbor({}), *text] for text in texts]
    carried = [ID, 70000, 1665814740000, HASH]
    event = accepted("event")[0]
    offers = [[event, SALT, cbor({}), *texts[0], None], [event, SALT, cbor({}), *texts[1], carried]]
    fields = {
        1: [1, 3, ID, "bongsu"], 2: [1, ID, NONCE, 1665814740000], 3: [ID, NONCE, SIGNATURE, head],
        4: [KEY, NONCE, SIGNATURE], 5: [1, [ID, 1, HASH]], 6: ["device.unknown", "words", 1, 1],
        7: [[position, [*position[:4], None]], True], 8: [3, ID, items, head, False], 9: [42], 10: [],
        11: [[head, head]], 12: [1, 1, offers], 13: [ID, ID, ID, 99], 14: [head], 15: [2, ID, "disk.full"], 16: [ID, 17],
        17: [ID, 18], 18: [head, head], 19: [0], 20: [1 << 53], 21: [1, 2, KEY], 22: [b"r" * 200], 32: [ID, 4096, SALT],
        33: [ID, 341, 2], 34: [ID, 341, b"x" * 300], 35: [ID], 36: [ID, "blobs.many"], 99: ["later"]}
    return [cbor([kind, 1 if kind == 99 else 0, *rest]) for kind, rest in fields.items()]


def facts():
    return [hashlib.sha256(case["kind"].encode()).digest()[:2] + bytes.fromhex(case["hex"])
            for case in vectors("facts")["accept"]]


def bodies():
    notice = {1: 1, 2: 1, 3: [{1: "mail", 2: 1, 3: 1, 4: "title", 5: "body", 6: [1], 7: [{1: "name", 2: "value"}]}],
              4: "KX7", 5: [{1: "mail", 2: 3}]}
    held = [cbor({2: 1, 3: HASH, 4: 10}), cbor({1: "caption", 14: SALT})]
    return [*chosen(0, both("text")), *chosen(1, [cbor(notice)]), *chosen(2, [cbor({1: [{1: "key", 2: b"value"}], 2: "mail server=a"})]),
            *chosen(3, [cbor(held)]), *chosen(4, [b"First line\n\n- an item\n* another\n", b"\xef\xbb\xbfwords \r\nmore\r\n"]),
            *chosen(5, [cbor([17, 1665814740000]), b"17 1665814740000"])]


def records():
    kinds = ("header", "event", "entry", "head", "refusal")
    return [one for which, kind in enumerate(kinds) for one in chosen(which, both(kind))]


def cborValues():
    questions = bytes([1, 3, 5, 3, 4, 8])
    return chosen(0, both("cbor") + accepted("text")) + \
        chosen(1, [bytes([len(questions)]) + questions + one for one in accepted("text") + accepted("header")])


def invites():
    payload = cbor({1: ID, 2: [HASH, KEY], 3: SALT, 4: NONCE})
    check = hashlib.sha256(b"bongsu/invite/1\0" + payload).digest()[:4]
    words = vectors("words")
    text = base64.urlsafe_b64encode(payload + check).rstrip(b"=")
    addresses = b"relay.example:7443,192.0.2.1:7400,[2001:db8::1]:1"
    spoken = [b"192.0.2.1:7400 " + b" ".join(word.encode() for word in words[language][:8]) for language in
              ("english", "korean")]
    rest = cbor({1: ID, 2: [b"p" * 32], 3: ["relay.example:7443", "192.0.2.1:7400"], 4: NONCE})
    return [*chosen(0, [b"bongsu://" + addresses + b"/#" + text, b"BONGSU://a:1/#" + text[:-1]]),
            *chosen(1, [bytes([len(addresses)]) + addresses + payload]),
            *chosen(2, [*spoken, spoken[1].replace(b" ", b"-").replace(b"-", b" ", 1), spoken[0].upper()]),
            *chosen(15, [rest])]


def secretFile(magic, body):
    front = magic + struct.pack(">I", len(body)) + body
    return front + hashlib.sha256(b"bongsu/secret-file/1\0" + front).digest()


def keyfiles():
    keys = cbor({1: ID, 2: HASH, 3: NONCE, 4: b"-----BEGIN PRIVATE KEY-----", 5: b"pem", 6: KEY})
    root = cbor({1: ID, 2: 2, 3: KEY})
    return [*chosen(0, [secretFile(b"BONGSUK1", keys), secretFile(b"BONGSUK2", keys)]),
            *chosen(1, [keys, cbor({1: ID}), cbor({1: ID, 9: 1})]),
            *chosen(2, [secretFile(b"BONGSUR1", root), secretFile(b"BONGSUK1", root)]), *chosen(3, [root])]


def asPieces(file):
    """The records of a sealed export, each behind its length in two bytes."""
    at, pieces = 8, b""
    while at < len(file):
        length = int.from_bytes(file[at:at + 4], "big")
        pieces += length.to_bytes(2, "big") + file[at + 4:at + 4 + length]
        at += 4 + length
    return pieces


def exports():
    vector = vectors("export")
    whole = [bytes.fromhex(case["hex"]) for case in vector["files"][2:] + vector["broken"]]
    return chosen(0, [b"\x10" + file for file in whole]) + chosen(1, [b"\x10" + asPieces(file) for file in whole])


def copies():
    text = bytes(range(256)) * 20
    changes = (text, text[:3000] + b"x" + text[3001:], text[:4000], text + b"more", text[:2000] + text[2001:])
    return [len(text).to_bytes(2, "big") + text + copy for copy in changes]


def addresses():
    return [b"relay.example:7443", b"192.0.2.1:7443", b"[2001:db8::1]:7443", b"::1", b"someone@example.com",
            b"+82 2-1234-5678 (ext. 9)", b"2022-10-15T06:19:00.000Z", b"2022-10-15T15:19:00+09:00"]


def typed():
    return [b"1519 words", b"15:19 decision: words", b"yesterday 2350 notice: words", b"1344-1350 words", b"+90",
            b"tomorrow 0900", b"#123", b"10/15 15:19", b"2022-10-15 1519", b"person:kim kind:decision service:mail words",
            b"2024-06-30", b"1,234,567", b"30%", b"3"]


def templates():
    return [b"{{service}} is down{{#a}} since {{a}}{{/a}}{{^b}}.{{/b}}", b"{{#a}}{{#b}}{{b}}{{/b}}{{/a}}", b"{{", b"{{{a}}}",
            b"{{=<% %>=}}", b"plain"]


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def pictures():
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)) + \
        chunk(b"tEXt", b"Author\0somebody") + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")
    exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\x01\x0f\0\x02\0\0\0\x01\0\0\0\0\0\0\0\0"

    def segment(marker, body):
        return bytes([0xff, marker]) + struct.pack(">H", len(body) + 2) + body
    jpeg = b"\xff\xd8" + segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0") + segment(0xe1, exif) + \
        segment(0xfe, b"words") + segment(0xe2, b"ICC_PROFILE\0\x01\x01") + segment(0xee, b"Adobe") + \
        segment(0xdb, bytes(65)) + segment(0xda, b"\x01\x01\0\0\x3f\0") + b"data\xff\0\xff\xd0more\xff\xd9behind"
    little = jpeg.replace(exif, b"Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x08\0\0\0" + bytes(4))
    return [png, jpeg, little, b"%PDF-1.7\n%%EOF", b"plain words\n"]


def attachments():
    name, caption = b"../IMG 1.JPG ", b"a caption"
    front = bytes([len(name) // 2]) + name[:len(name) // 2 * 2] + len(caption).to_bytes(2, "big") + caption + b"\0\x02\xff\xd8"
    return chosen(0, pictures()) + chosen(1, [front + one for one in pictures()])


def documents():
    starter = "model/documents/starter/"
    which = ("manual-*", "services", "channels", "committee", "duties", "notices", "firstnotice", "retrospective")
    shown = [example.encode() for page in sorted(glob.glob("docs/*.md", root_dir=SOURCE))
             for example in re.findall(r"```yaml\n(.*?)```", contentOf(page).decode(), re.DOTALL)]
    heads = ("manual", "catalogue", "channels", "committee", "duties", "notices", "first", "retro")
    found = [one for n, name in enumerate(which) for one in chosen(n, files(starter + name + ".yaml"))]
    return found + [one for n in range(len(heads)) for one in chosen(n, shown)]


def lines():
    whole = files("tests/data/*.jsonl")
    return whole + [line for file in whole for line in file.split(b"\n") if line]


def harmless():
    return [b"\x10A sentence of a notice.\n\n\nAnother.", b"\x05a-b-c", "\x08\u202e\ud55c\uae00 \U0001f468\u200d\U0001f469".encode()]


def answers():
    said = (b'{"id":"1","url":"https://example.com/1"}', b'{"ok":true,"result":{"message_id":1}}',
            b'{"statusCode":"202","requestId":"1","messages":[{"requestStatusCode":"A000","messageId":"1","to":"01012345678"}]}',
            b'{"header":{"isSuccessful":true,"resultCode":0},"body":{"data":{"requestId":"1","sendResultList":'
            b'[{"recipientNo":"01012345678","resultCode":0,"recipientSeq":1}]}}}',
            b'{"groupInfo":{"_id":"1","count":{"total":2}},"failedMessageList":[{"to":"01012345678","statusCode":"3015"}]}',
            b'{"accessJwt":"t","did":"did:plc:1","uri":"at://1","cid":"2"}', b'[{"id":"1","metadata":{"bongsu":{"keys":["key-1"]}}}]',
            b'{"data":{"id":"1"},"errors":[{"message":"s3cretWord"}]}', b"0: Accepted for delivery", b"ok",
            b'{"error":{"message":"no","code":190,"is_transient":true}}', b'{"ok":false,"parameters":{"retry_after":30}}')

    def answer(status, body, header=0):
        return bytes([status, header]) + len(body).to_bytes(2, "big") + body
    raw = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n"
    return [bytes([way, n % 2]) + answer(1, one) + answer(2 + n % 10, one, n % 4)
            for way in range(17) for n, one in enumerate(said)] + [bytes([way, 0]) + answer(0, raw) for way in range(17)]


def replies():
    front = b"GET /replies?key=k3y&from=%2B821012345678&text="
    return chosen(0, [front + b"1 4711 HTTP/1.1\r\nHost: a\r\n\r\n", b"POST /replies HTTP/1.1\r\n\r\n",
                      front.replace(b"k3y", b"") + b" HTTP/1.0\r\n\r\n"]) + \
        chosen(1, [b"\x0d0101234567812 4711", b"\x05%2B82%EC%98%88+4711%00&text=2"])


def handover():
    return chosen(0, [b"incident\ntext\n--reason\nwords\n--off", b"--\n--off", b"--reason=a\n-"]) + \
        chosen(1, [b'{"args":["note","--reason","words","-"],"input":["line"]}', b'{"args":[1,null,["a"]],"input":{}}', b"{"])


def recipients():
    return [b"someone@example.com\n# a comment\n\n01012345678 # hers\r\nsomeone@example.com\n", b"a,b\n", b"\xff\n\x7f"]


def drawn():
    bmp = b"BM" + struct.pack("<IHHIIiiHHIIiiII", 58, 0, 0, 54, 40, 1, 1, 1, 24, 0, 4, 0, 0, 0, 0) + b"\1\2\3\0"
    gif = b"GIF89a\1\0\1\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
    return [one for which in range(3) for one in chosen(which, [*pictures(), bmp, gif])]


SEEDS = {"frames": frames, "cbor": cborValues, "records": records, "facts": facts, "bodies": bodies, "invites": invites,
         "keyfiles": keyfiles, "exports": exports, "copies": copies, "addresses": addresses, "typed": typed,
         "templates": templates, "attachments": attachments, "pictures": drawn, "documents": documents,
         "calendars": lambda: files("tests/data/icalendar/*.ics"), "imports": lines, "harmless": harmless,
         "answers": answers, "replies": replies, "handover": handover, "recipients": recipients}
