"""The verifier agrees with every test vector: test_vectors.py [DIR]."""

import hashlib
import io
import json
import pathlib
import sys
import unittest

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE))
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: E402

from bongsu import cbor, kinds, records  # noqa: E402
from bongsu.cbor import Malformed  # noqa: E402
from bongsu.chain import Bad, Chain, Organisation  # noqa: E402
from bongsu.export import Export  # noqa: E402
from bongsu.signatures import Signatures  # noqa: E402

FOLDER = HERE.parent / "vectors"
UNKNOWN_KEYS_FROM = 1000


def load(name):
    return json.loads((FOLDER / (name + ".json")).read_text(encoding="utf-8"))


def plain(value):
    """As the vectors write CBOR: byte strings in hex, keys as digits, without the keys of later programs."""
    if type(value) is bytes:
        return value.hex()
    if type(value) is dict:
        return {str(key): plain(item) for key, item in value.items() if key < UNKNOWN_KEYS_FROM}
    if type(value) in (list, tuple):
        return [plain(item) for item in value]
    return value


def place(value):
    return value and [value.epoch.hex(), value.seq, value.hash.hex()]


class Vectors(unittest.TestCase):
    def cases(self, name, accept, refuse):
        vectors = load(name)
        self.assertGreater(len(vectors["accept"]), 0)
        self.assertGreater(len(vectors["reject"]), 0)
        for case in vectors["accept"]:
            with self.subTest(name, accept=case["name"]):
                accept(case, bytes.fromhex(case["hex"]))
        for case in vectors["reject"]:
            with self.subTest(name, reject=case["name"]), self.assertRaises(Malformed):
                refuse(case, bytes.fromhex(case["hex"]))

    def says(self, case, record, special=()):
        for name, value in case["says"].items():
            found = getattr(record, name) if name not in special else special[name](record)
            self.assertEqual(found.hex() if type(found) is bytes else found, value, name)

    def test_frozen(self):
        listed = dict(reversed(line.split()) for line in (FOLDER / "FROZEN").read_text().splitlines())
        there = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in FOLDER.glob("*.json")}
        self.assertEqual(there, listed, "The format is frozen: a changed vector is another format, which old desktops "
                                        "and relays cannot read. Put the code back, or see docs/format.md")

    def test_cbor(self):
        self.cases("cbor", lambda case, data: cbor.decode(data), lambda case, data: cbor.decode(data))

    def test_ids(self):
        ids = load("ids")
        hexes = {name: {key: bytes.fromhex(value) for key, value in ids[name].items()} for name in ids if name != "tags"}
        for tag in ids["tags"]:
            self.assertEqual(records.tag(tag["purpose"]).hex(), tag["tag"])
        self.assertEqual(records.device_id(hexes["device"]["key"]), hexes["device"]["id"])
        part = hexes["parts"]
        for name in ("facts", "text"):
            self.assertEqual(records.part_hash(name, part["salt"], part["bytes"]), part[name])
        self.assertEqual(records.event_id(hexes["event"]["header"]), hexes["event"]["id"])
        self.assertEqual(records.entry_hash(hexes["entry"]["bytes"]), hexes["entry"]["hash"])
        self.assertEqual(records.genesis(hexes["genesis"]["log"]), hexes["genesis"]["hash"])
        self.assertEqual(records.blob_id(hexes["blob"]["salt"], hexes["blob"]["bytes"]), hexes["blob"]["id"])

    def test_signatures(self):
        vectors, signatures = load("signatures"), Signatures()

        def three(case):
            return [bytes.fromhex(case[name]) for name in ("key", "message", "signature")]

        for case in vectors["accept"]:
            with self.subTest(accept=case["name"]):
                key, message, signature = three(case)
                own = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["seed"]))
                self.assertEqual(own.sign(message), signature)
                self.assertTrue(signatures.holds(key, message, signature))
        for case in vectors["reject"]:
            with self.subTest(reject=case["name"]):
                self.assertFalse(signatures.holds(*three(case)))
        said = {case["name"]: {name: bytes.fromhex(value) for name, value in case["says"].items()}
                for case in vectors["accept"] if "says" in case}
        messages = {case["name"]: bytes.fromhex(case["message"]) for case in vectors["accept"]}
        join, login = said["join"], said["login"]
        self.assertEqual(records.join_message(join["org"], join["deviceKey"]), messages["join"])
        self.assertEqual(records.login_message(login["org"], login["relay"], login["spkiHash"], login["serverNonce"],
                                               login["clientNonce"]), messages["login"])

    def test_header(self):
        names = {"kindVersion": "kind_version", "deviceSeq": "device_seq", "createdAt": "created_at",
                 "factsHash": "facts_hash", "textHash": "text_hash", "factsSize": "facts_size", "textSize": "text_size"}
        special = {theirs: lambda header, ours=ours: getattr(header, ours) for theirs, ours in names.items()}
        special |= {"seen": lambda header: place(header.seen), "seenOrg": lambda header: place(header.seen_org)}
        self.cases("header", lambda case, data: self.says(case, records.decode_header(data), special),
                   lambda case, data: records.decode_header(data))

    def test_event(self):
        def accept(case, data):
            event = records.decode_event(data)
            self.assertEqual(event.header_bytes.hex(), case["header"])
            self.assertEqual(event.signature.hex(), case["signature"])
            self.assertEqual(event.id.hex(), case["id"])
            key = bytes.fromhex(case["key"])
            self.assertEqual(event.header.device, records.device_id(key))
            self.assertTrue(Signatures().holds(key, event.signed, event.signature))
            self.assertFalse(Signatures().holds(key, event.header_bytes, event.signature))
        self.cases("event", accept, lambda case, data: records.decode_event(data))

    def test_entry(self):
        special = {"orgSeq": lambda entry: entry.org_seq, "orgHash": lambda entry: entry.org_hash,
                   "recordedAt": lambda entry: entry.recorded_at,
                   "carried": lambda entry: entry.carried and [entry.carried.epoch.hex(), entry.carried.seq,
                                                               entry.carried.recorded_at, entry.carried.hash.hex()],
                   "event": lambda entry: cbor.decode(entry.data)[10]}

        def accept(case, data):
            entry = records.decode_entry(data)
            self.assertEqual(entry.hash.hex(), case["hash"])
            self.says(case, entry, special)
        self.cases("entry", accept, lambda case, data: records.decode_entry(data))

    def statements(self, name, decode, special):
        def accept(case, data):
            record = decode(data)
            self.says(case, record, special)
            key, signature = bytes.fromhex(case["key"]), bytes.fromhex(case["signature"])
            self.assertTrue(Signatures().holds(key, record.signed, signature))
        self.cases(name, accept, lambda case, data: decode(data))

    def test_head(self):
        self.statements("head", records.decode_head, {
            "recordedAt": lambda head: head.recorded_at, "orgSeq": lambda head: head.org_seq,
            "orgHash": lambda head: head.org_hash, "signedAt": lambda head: head.signed_at})

    def test_refusal(self):
        self.statements("refusal", records.decode_refusal, {
            "orgSeq": lambda refusal: refusal.org_seq, "recordedAt": lambda refusal: refusal.recorded_at})

    def test_words(self):
        vectors = load("words")
        lists = {name: vectors[name] for name in ("korean", "english")}
        for words in lists.values():
            self.assertEqual(len(set(words)), 256)
        for case in vectors["spoken"]:
            indices = records.words(int(case["number"]), bytes.fromhex(case["entryHash"]))
            for name, words in lists.items():
                self.assertEqual(" ".join(words[index] for index in indices), case[name])

    def test_facts(self):
        seen = {}
        filled = {kind: set() for kind in kinds.KINDS}  # by all its full cases: an optional field may have been added

        def accept(case, data):
            facts = kinds.decode_facts(case["kind"], case["version"], data)
            critical, log, fields = kinds.KINDS[case["kind"]]
            self.assertEqual((critical, log), (case["critical"], case["log"]))
            self.assertEqual(plain(cbor.decode(data)), case["says"])
            which = case["name"].rsplit(" ", 1)[-1]
            if which in ("full", "minimal"):
                required = {name for name, _, optional in fields if not optional}
                self.assertLessEqual(required, set(facts))
                if which == "full":
                    filled[case["kind"]] |= set(facts)
                else:
                    self.assertEqual(set(facts), required)
                seen.setdefault(case["kind"], set()).add(which)
        self.cases("facts", accept, lambda case, data: kinds.decode_facts(case["kind"], case["version"], data))
        self.assertEqual(seen, {kind: {"full", "minimal"} for kind in kinds.KINDS})
        self.assertEqual(filled, {kind: {name for name, _, _ in kinds.KINDS[kind][2]} for kind in kinds.KINDS})

    def test_text(self):
        self.cases("text", lambda case, data: self.assertEqual(plain(cbor.decode(data)), case["says"])
                   or kinds.decode_text(data), lambda case, data: kinds.decode_text(data))


def parts(item):
    facts = bytes.fromhex(item["facts"]["salt"]), bytes.fromhex(item["facts"]["bytes"])
    text = item["text"]
    rest = [bytes.fromhex(text[name]) for name in ("salt", "bytes", "by") if name in text]
    return bytes.fromhex(item["entry"]), facts, (text["state"], *rest)


class History:
    """The organisation's log and one other, taken in the order in which they were recorded."""

    def __init__(self, org, signatures):
        self.organisation = Organisation(org)
        self.organisation.under_head = True  # so that nothing stays in doubt: a wrong reference is wrong at once
        self.signatures = signatures
        self.chains = {org: Chain(org, self.organisation, signatures)}

    def chain(self, log):
        return self.chains.setdefault(log, Chain(log, self.organisation, self.signatures))

    def take(self, log, item):
        chain = self.chain(log)
        chain.accept(*parts(item))
        if chain.doubt:
            raise Bad(log, chain.doubt, "does not stand behind its predecessor")
        return chain


class Chains(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.vectors = load("chain")
        cls.org = bytes.fromhex(cls.vectors["org"])
        cls.signatures = Signatures()

    def told(self, count, org=None):
        history = History(org or self.org, self.signatures)
        for item in self.vectors["entries"][:count]:
            history.take(bytes.fromhex(item["log"]), item)
        return history

    def test_chain(self):
        history = History(self.org, self.signatures)
        for item in self.vectors["entries"]:
            log = bytes.fromhex(item["log"])
            chain = history.take(log, item)
            self.assertEqual(chain.tip.hash.hex(), item["hash"])
            self.assertEqual(chain.tip.event.id.hex(), item["event"])
        for head in self.vectors["heads"]:
            chain = history.chains[bytes.fromhex(head["log"])]
            data, signature = bytes.fromhex(head["hex"]), bytes.fromhex(head["signature"])
            self.assertEqual(chain.close(data, signature).hash, chain.tip.hash)

    def test_broken(self):
        rules = 0
        for case in self.vectors["broken"]:
            with self.subTest(case["name"]):
                log = bytes.fromhex(case["log"])
                history = self.told(case["after"], org=None if case["after"] else log)
                for item in case["before"]:
                    event = records.decode_entry(bytes.fromhex(item["entry"]))
                    history.take(event.log, item)
                if case["takesRules"]:
                    rules += 1
                    history.take(log, case["last"])
                else:
                    chain = history.chain(log)
                    seq = chain.count + 1
                    with self.assertRaises(Bad) as caught:
                        history.take(log, case["last"])
                    self.assertEqual((caught.exception.log, caught.exception.seq), (log, seq))
        self.assertLess(rules, 5)

    def test_exports(self):
        for case in load("export")["files"]:
            with self.subTest(case["name"]):
                data = bytes.fromhex(case["hex"])
                export = Export(bytes.fromhex(case["org"]), self.signatures)
                export.read(io.BytesIO(data))
                self.assertTrue(export.done)
                self.assertEqual(export.summary()["texts"], case["texts"])
                with self.assertRaises(Bad):
                    Export(bytes(32), self.signatures).read(io.BytesIO(data))

    def test_broken_exports(self):
        files = load("export")["broken"]
        self.assertGreater(len(files), 20)
        for case in files:
            with self.subTest(case["name"]), self.assertRaises(Bad) as caught:
                Export(bytes.fromhex(case["org"]), self.signatures).read(io.BytesIO(bytes.fromhex(case["hex"])))
            found = caught.exception
            self.assertEqual({"log": found.log.hex(), "seq": found.seq}, case["bad"], case["name"] + ": " + found.why)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        FOLDER = pathlib.Path(sys.argv.pop(1))
    unittest.main()
