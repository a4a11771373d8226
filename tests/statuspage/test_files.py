#!/usr/bin/python3
"""What readers that are not ours make of a public page's files: schemas, a feed's RELAX NG, HTML parsers, signatures.

    test_files.py WRITE_PAGE"""

import base64
import copy
import email.utils
import json
import os
import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as xml

import html5lib
import jsonschema
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from lxml import etree

import samples
from samples import HERE, SOURCE, page, pages

sys.path.insert(0, os.path.join(SOURCE, "docs", "examples"))
import readbanner  # noqa: E402

KEY = base64.b64encode(Ed25519PrivateKey.from_private_bytes(b"\x07" * 32).public_key().public_bytes(
    serialization.Encoding.Raw, serialization.PublicFormat.Raw)).decode()
ATOM = "{http://www.w3.org/2005/Atom}"
API = {"summary": "summary", "status": "statusFile", "components": "componentsFile", "incidents": "incidentsFile",
       "incidents/unresolved": "incidentsFile", "scheduled-maintenances": "maintenanceFile",
       "scheduled-maintenances/upcoming": "maintenanceFile", "scheduled-maintenances/active": "maintenanceFile"}
WORST = ("operational", "degraded_performance", "partial_outage", "major_outage")
HIDDEN = (r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff"
          r"\ufff9-\ufffb\ufffe\uffff]")
INDICATORS = ("none", "minor", "major", "critical")

with open(os.path.join(HERE, "api.schema.json"), encoding="utf-8") as schemaFile:
    SCHEMA = json.load(schemaFile)
jsonschema.Draft7Validator.check_schema(SCHEMA)
RNG = etree.RelaxNG(etree.parse(os.path.join(HERE, "atom.rng")))


def fits(definition, value):
    """The faults of `value`, none where it is as the schema says."""
    validator = jsonschema.Draft7Validator({**SCHEMA, "$ref": f"#/definitions/{definition}"})
    return [f"{list(fault.absolute_path)}: {fault.message[:200]}" for fault in validator.iter_errors(value)]


def tidied(content):
    """What tidy has to say: errors and warnings. Debian 12's does not know ARIA 1.1."""
    said = subprocess.run(["tidy", "-q", "-e", "-utf8", "--warn-proprietary-attributes", "yes"], input=content,
                          capture_output=True, check=False).stderr.decode()
    return "".join(line for line in said.splitlines(True) if 'attribute "aria-current"' not in line)


class Json(unittest.TestCase):
    def testEveryFileIsAsItsSchemaSays(self):
        for one in pages():
            for folder in ("", "en/"):
                for name, definition in API.items():
                    with self.subTest(page=one.name, file=folder + name):
                        self.assertEqual(fits(definition, json.loads(one.files[f"{folder}api/v2/{name}.json"])), [])
                self.assertEqual(fits("feed", json.loads(one.files[folder + "feed.json"])), [])
            self.assertEqual(fits("banner", json.loads(one.files["banner.json"])), [])

    def testTheSchemaHasTeeth(self):
        good = json.loads(page("pangyo").files["api/v2/summary.json"])
        self.assertEqual(fits("summary", good), [])
        places = {"page": good["page"], "status": good["status"], "component": good["components"][0],
                  "incident": good["incidents"][0], "update": good["incidents"][0]["incident_updates"][0],
                  "affected": good["incidents"][0]["incident_updates"][0]["affected_components"][0]}
        changed = 0
        for definition, value in places.items():
            for field in value:
                without = copy.deepcopy(value)
                del without[field]
                self.assertTrue(fits(definition, without), f"{definition} without {field}")
                other = {**value, field: {"other": 1}}
                self.assertTrue(fits(definition, other), f"{definition} with another {field}")
                changed += 2
            self.assertTrue(fits(definition, {**value, "more": 1}), definition)
        print(f"{changed} faults found", end=" ")

    def testOneTruthInAllFiles(self):
        for one in pages():
            with self.subTest(page=one.name):
                read = {name: json.loads(one.files[f"api/v2/{name}.json"]) for name in API}
                summary = read["summary"]
                self.assertEqual(summary["status"], read["status"]["status"])
                self.assertEqual(summary["components"], read["components"]["components"])
                self.assertEqual(summary["incidents"], read["incidents/unresolved"]["incidents"])
                over = ("resolved", "postmortem")
                self.assertEqual([incident for incident in read["incidents"]["incidents"] if incident["status"] not in over],
                                 summary["incidents"])
                worst = max((WORST.index(c["status"]) for c in summary["components"]), default=0)
                if summary["incidents"] and worst == 0:
                    self.assertIn(summary["status"]["indicator"], ("none", "minor"))
                else:
                    self.assertEqual(summary["status"]["indicator"], INDICATORS[worst])
                for incident in read["incidents"]["incidents"]:
                    times = [update["display_at"] for update in incident["incident_updates"]]
                    self.assertEqual(times, sorted(times, reverse=True))
                    self.assertEqual(incident["status"], incident["incident_updates"][0]["status"])
                    self.assertEqual(incident["resolved_at"] is not None, incident["status"] in over)
                known = {component["id"] for component in summary["components"]}
                self.assertEqual(len(known), len(summary["components"]))
                for group in summary["components"]:
                    for member in group.get("components", ()):
                        self.assertIn(member, known)

    def testTheTwoLanguagesTellTheSame(self):
        for one in pages():
            for name in API:
                korean, english = (json.loads(one.files[f"{folder}api/v2/{name}.json"]) for folder in ("", "en/"))
                texts = ("name", "description", "body", "shortlink")

                def bare(value):
                    if isinstance(value, dict):
                        return {key: bare(inner) for key, inner in value.items() if key not in texts}
                    return [bare(inner) for inner in value] if isinstance(value, list) else value

                self.assertEqual(bare(korean), bare(english))

    def testABannerFitsWhereItIsShown(self):
        shown = 0
        for one in pages():
            message = json.loads(one.files["banner.json"]).get("message", {})
            for language in ("ko", "en") if message else ():
                said = message[language]
                self.assertLessEqual(len(said["title"]), 30)
                self.assertLessEqual(len(said["body"]), 80)
                self.assertNotIn("\n", said["title"] + said["body"])
                shown += 1
        self.assertEqual(shown, 8)  # pangyo, pangyo-over, large, hostile

    def testPangyo(self):
        summary = json.loads(page("pangyo").files["en/api/v2/summary.json"])
        self.assertEqual(summary["status"], {"indicator": "critical",
                                             "description": "Services: 6 out · 1 partly out · 1 being restored"})
        incident, = summary["incidents"]
        self.assertEqual((incident["status"], incident["impact"], incident["started_at"]),
                         ("identified", "critical", "2022-10-15T15:30:00.000+09:00"))
        self.assertEqual([update["status"] for update in incident["incident_updates"]],
                         ["identified", "identified", "identified", "investigating"])
        self.assertEqual(incident["incident_updates"][0]["affected_components"],
                         [{"code": next(c["id"] for c in summary["components"] if c["name"] == "Portal"), "name": "Portal",
                           "old_status": "major_outage", "new_status": "partial_outage"}])
        self.assertIsNone(incident["incident_updates"][2]["affected_components"])


class Feeds(unittest.TestCase):
    def testAtomIsAsTheRfcSays(self):
        for one in pages():
            for path, content in one.ending(".atom").items():
                with self.subTest(page=one.name, file=path):
                    tree = etree.fromstring(content)
                    self.assertTrue(RNG.validate(tree), RNG.error_log)
                    ids = [entry.findtext(ATOM + "id") for entry in tree.iter(ATOM + "entry")]
                    self.assertEqual(len(ids), len(set(ids)))
                    times = [entry.findtext(ATOM + "published") for entry in tree.iter(ATOM + "entry")]
                    self.assertEqual(times, sorted(times, reverse=True))
                    self.assertLessEqual(len(ids), 50)
                    own, = [link for link in tree.findall(ATOM + "link") if link.get("rel") == "self"]
                    self.assertTrue(own.get("href").endswith("/" + path))

    def testTheRngHasTeeth(self):
        good = page("pangyo").files["history.atom"].decode()
        for pattern, instead in ((r"<author>.*?</author>", ""), (r"<id>.*?</id>", ""), (r"<updated>", "<updated>x"),
                                 (r"<title>", "<heading/><title>"), (r'href="[^"]*"', ""), (r"<published>", "<published>15 "),
                                 (r'type="text"', 'type="plain"')):
            bad = re.sub(pattern, instead, good, count=1, flags=re.DOTALL)
            self.assertNotEqual(bad, good, pattern)
            self.assertFalse(RNG.validate(etree.fromstring(bad.encode())), pattern)

    def testIdsSurviveLaterUpdates(self):
        early, late = (set(re.findall(r"<id>(urn:uuid:[^<]*)</id>\s*<title>\[", page(name).files["history.atom"].decode()))
                       for name in ("pangyo", "pangyo-over"))
        self.assertEqual(len(early), 5)
        self.assertLess(early, late)

    def testRssIsRead(self):
        for one in pages():
            for path, content in one.ending(".rss").items():
                with self.subTest(page=one.name, file=path):
                    root = xml.fromstring(content)
                    self.assertEqual((root.tag, root.get("version")), ("rss", "2.0"))
                    channel, = root
                    for field in ("title", "link", "description", "language"):
                        self.assertTrue(channel.findtext(field), field)
                    email.utils.parsedate_to_datetime(channel.findtext("lastBuildDate"))
                    ids = [item.findtext("guid") for item in channel.iter("item")]
                    self.assertEqual(len(ids), len(set(ids)))
                    for item in channel.iter("item"):
                        self.assertEqual(item.find("guid").get("isPermaLink"), "false")
                        email.utils.parsedate_to_datetime(item.findtext("pubDate"))
                        parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
                        names = {node.tag for node in parser.parseFragment(item.findtext("description")).iter()}
                        self.assertLessEqual(names, {"DOCUMENT_FRAGMENT", "p"})


class Html(unittest.TestCase):
    def testParsersFindNoFault(self):
        count = 0
        for one in pages():
            for path, content in one.ending(".html").items():
                with self.subTest(page=one.name, file=path):
                    html5lib.HTMLParser(strict=True).parse(content.decode())
                    self.assertEqual(tidied(content), "")
                    count += 1
        print(f"{count} pages", end=" ")

    def testTheParsersHaveTeeth(self):
        good = page("pangyo").files["index.html"].decode()
        for old, new in (("</h1>", ""), ("</ul>", ""), ("<main", "<main id=\"x\""), ("</li>", "</span>")):
            bad = good.replace(old, new, 1)
            self.assertNotEqual(bad, good)
            try:
                html5lib.HTMLParser(strict=True).parse(bad)
                strict = False
            except html5lib.html5parser.ParseError:
                strict = True
            self.assertTrue(strict or tidied(bad.encode()), old)

    def testOnlyQuietElementsAndNoScript(self):
        allowed = {"html", "head", "meta", "title", "link", "style", "body", "a", "header", "footer", "main", "nav", "ul", "ol",
                   "li", "p", "h1", "h2", "h3", "div", "span", "time", "article", "table", "thead", "tbody", "tr", "th", "td"}
        for one in pages():
            for path, content in one.ending(".html").items():
                tree = html5lib.parse(content.decode(), namespaceHTMLElements=False)
                for node in tree.iter():
                    if not isinstance(node.tag, str):
                        self.fail("a comment")
                    self.assertIn(node.tag, allowed, path)
                    for name, value in node.attrib.items():
                        self.assertNotRegex(name, "^on|^style$|^src|^action")
                        if name == "href" and node.tag == "a":
                            self.assertRegex(value, r"^(#|(\.\./)*[a-z0-9])")
                            self.assertNotIn(":", value)

    def testEachLanguageNamesTheOther(self):
        for one in pages():
            for path, content in one.ending(".html").items():
                tree = html5lib.parse(content.decode(), namespaceHTMLElements=False)
                own = "en" if path.startswith("en/") else "ko"
                self.assertEqual(tree.get("lang"), own)
                other, = [node for node in tree.iter("a") if node.get("hreflang")]
                self.assertNotEqual(other.get("hreflang"), own)
                target = os.path.normpath(os.path.join(os.path.dirname(path), other.get("href")))
                self.assertEqual(target, path[3:] if own == "en" else "en/" + path)
                self.assertIn(target, one.files)
                self.assertEqual({node.get("hreflang") for node in tree.iter("link") if node.get("hreflang")}, {"ko", "en"})

    def testEveryTextIsThere(self):
        for one in pages():
            for folder in ("", "en/"):
                for incident in json.loads(one.files[folder + "api/v2/incidents.json"])["incidents"]:
                    tree = html5lib.parse(one.files[f"{folder}incidents/{incident['id']}.html"].decode(),
                                          namespaceHTMLElements=False)
                    text = "".join(tree.itertext())
                    for update in incident["incident_updates"]:
                        # A correction's mark stands beside the text on the page, before it in the file.
                        self.assertIn(re.sub(r"^(\[[^\]]*\] )*", "", update["body"]), text)

    def testColoursAreTheProgramsTokens(self):
        with open(os.path.join(SOURCE, "model/statuspage/page.css"), encoding="utf-8") as file:
            css = file.read()
        with open(os.path.join(SOURCE, "ui/style/tokens.cpp"), encoding="utf-8") as file:
            tokens = file.read()
        blocks = css.split("@media print")[0].split("prefers-color-scheme:dark")
        for theme, block in zip(("light", "dark"), blocks):
            own = dict(re.findall(r"--(\w+):#([0-9A-F]{6})", block))
            ours = dict(re.findall(r"\.(\w+) = rgb\(0x([0-9A-F]{6})\)", re.search(rf"Tokens {theme}\(\).*?\n}}", tokens, re.DOTALL)[0]))
            self.assertGreaterEqual(len(own), 11)
            self.assertEqual(own, {name: ours[name] for name in own})


class Hostile(unittest.TestCase):
    def testNothingHarmfulIsLeft(self):
        for path, content in page("hostile").signed().items():
            text = content.decode()
            self.assertNotRegex(text, HIDDEN, path)
            self.assertNotIn("<script", text, path)
            self.assertNotIn("<img", text, path)
            self.assertRegex(path, r"^[a-z0-9/.-]+$")
            self.assertNotIn("..", path)
            if path.endswith(".json"):
                self.assertNotRegex(text, "[<>&]")
                self.assertNotRegex(json.dumps(json.loads(text), ensure_ascii=False), HIDDEN)

    def testNothingIsEndless(self):
        sizes = {path: len(content) for path, content in page("hostile").signed().items()}
        self.assertLess(max(sizes.values()), 400_000, max(sizes, key=sizes.get))


class Signatures(unittest.TestCase):
    def testTheExampleReadsEveryFile(self):
        count = 0
        for one in pages():
            for path in one.signed():
                ran = self._read(one.folder, path)
                self.assertEqual((ran[0], ran[1]), (0, one.files[path]), path)
                count += 1
        print(f"{count} signatures", end=" ")

    def _read(self, folder, path, key=KEY):
        """(exit code, output) of the example's main(), its output taken as bytes."""
        class Out:
            written = b""

            class buffer:
                @staticmethod
                def write(data):
                    Out.written += data

        kept = sys.stdout, sys.stderr
        sys.stdout, sys.stderr = Out, open(os.devnull, "w", encoding="utf-8")
        try:
            return readbanner.main(key, folder, path), Out.written
        finally:
            sys.stderr.close()
            sys.stdout, sys.stderr = kept

    def testAsAProgram(self):
        ran = subprocess.run(["/usr/bin/python3", os.path.join(SOURCE, "docs/examples/readbanner.py"), KEY,
                              page("pangyo").folder], capture_output=True, check=False)
        self.assertEqual((ran.returncode, ran.stdout), (0, page("pangyo").files["banner.json"]))

    def testOtherKeysBytesAndPathsAreRefused(self):
        one = samples.Page("pangyo")
        other = base64.b64encode(Ed25519PrivateKey.from_private_bytes(b"\x08" * 32).public_key().public_bytes(
            serialization.Encoding.Raw, serialization.PublicFormat.Raw)).decode()
        self.assertEqual(self._read(one.folder, "banner.json", other), (1, b""))
        # Another file's bytes under this name, genuine as they are.
        os.replace(os.path.join(one.folder, "en/index.html"), os.path.join(one.folder, "index.html"))
        os.replace(os.path.join(one.folder, "en/index.html.sig"), os.path.join(one.folder, "index.html.sig"))
        self.assertEqual(self._read(one.folder, "index.html"), (1, b""))
        self.assertEqual(self._read(one.folder, "en/index.html")[0], 2)
        content = one.files["banner.json"]
        for bit in range(0, 8 * len(content), 97):
            flipped = bytearray(content)
            flipped[bit // 8] ^= 1 << bit % 8
            with open(os.path.join(one.folder, "banner.json"), "wb") as file:
                file.write(flipped)
            self.assertEqual(self._read(one.folder, "banner.json"), (1, b""), bit)

    def testTheKeyIsThere(self):
        keys = json.loads(page("pangyo").files["keys.json"])["keys"]
        self.assertEqual([key["public_key"] for key in keys], [KEY])


class Sizes(unittest.TestCase):
    def testTheFirstScreenIsSmall(self):
        for name in ("pangyo", "large"):
            for path in ("index.html", "en/index.html"):
                size = len(page(name).files[path])
                self.assertLess(size, 50_000)
                print(f"{name}/{path} {size} B", end="; ")


if __name__ == "__main__":
    samples.main()
