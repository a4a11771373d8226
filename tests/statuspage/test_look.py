#!/usr/bin/python3
"""The public page in a headless Chromium, on a phone and a desktop, light and dark: everybody can read and use it, it
asks for nothing but itself, and it prints.

    test_look.py WRITE_PAGE

BONGSU_PICTURES=FOLDER keeps pictures there. BONGSU_AXE=…/axe.min.js asks that checker, too (npm's axe-core; it is not
in Debian, and a test that must be fetched cannot hold on the day the network is down)."""

import os
import subprocess
import tempfile
import unittest

import access
import samples
from browser import DESKTOP, PHONE, Browser
from samples import page, pages

NARROW = (320, 640)  # a desktop at 400 %, and the smallest phones
VIEWS = [(size, dark) for size in (PHONE, DESKTOP) for dark in (False, True)]
FEWER = VIEWS[0], VIEWS[3]  # of samples whose pages have nothing that the others lack


def viewsOf(one):
    return VIEWS if one.name in ("pangyo", "hostile") else FEWER


PICTURES = os.environ.get("BONGSU_PICTURES")
AXE = os.environ.get("BONGSU_AXE")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# What is done to a good page, and a word of the fault that must be found then.
HARM = (
    ("document.documentElement.lang = 'x'", "language"),
    ("document.title = ' '", "no title"),
    ("document.querySelector('.told').style.color = '#A0A0A0'", "contrast"),
    ("document.querySelector('.meta').style.fontSize = '11px'", "small text"),
    ("document.querySelector('.card').style.minWidth = '2000px'", "wider"),
    ("document.querySelector('.services .state').textContent = ''", "without a word"),
    ("document.querySelector('.services .state').remove()", "no state"),
    ("document.querySelector('footer a').style.cssText = 'min-height:0;padding:0;line-height:1;font-size:14px'", "target"),
    ("document.querySelectorAll('li')[3].id = 'main'", "id twice"),
    ("document.querySelector('h3').outerHTML = '<h5>x</h5>'", "left out"),
    ("document.querySelector('h1').outerHTML = '<h2>x</h2>'", "first headings"),
    ("document.querySelector('nav').removeAttribute('aria-label')", "navigations"),
    ("document.querySelector('main').outerHTML = '<div>' + document.querySelector('main').innerHTML + '</div>'", "of main"),
    ("document.querySelector('nav a').textContent = ''", "without a name"),
    ("document.querySelector('a').style.outline = 'none'; document.querySelectorAll('a').forEach(a => a.style.outline = 'none')",
     "not seen"),
    ("document.querySelectorAll('nav a')[1].tabIndex = -1", "keyboard goes"),
    ("document.querySelector('meta[name=viewport]').content = 'user-scalable=no'", "enlarged"),
)


def urlOf(one, path):
    return "file://" + os.path.join(one.folder, path)


class Opened(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = Browser().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()

    def everyPage(self):
        """Every page but the many incidents of the large sample, which are alike."""
        for one in pages():
            for path in one.ending(".html"):
                if one.name != "large" or "incidents/" not in path or path.endswith("/i0.html"):
                    yield one, path


class Look(Opened):
    def testEverybodyCanUseEveryPage(self):
        views = texts = links = 0
        for one, path in self.everyPage():
            for size, dark in viewsOf(one):
                with self.subTest(page=one.name, file=path, size=size, dark=dark):
                    asked, said = self.browser.open(urlOf(one, path), size, dark)
                    self.assertEqual(asked, [], "it asks for something else")
                    self.assertEqual(said, [], "the browser complains")
                    self.keepPicture(one, path, size, dark)
                    faults, measured = access.looks(self.browser)
                    self.assertEqual(faults + access.hears(self.browser), [])
                    views, texts = views + 1, texts + measured
                    if size == DESKTOP and dark:
                        faults, reached = access.reaches(self.browser)
                        self.assertEqual(faults, [])
                        links += reached
        print(f"{views} views, {texts} texts measured, {links} links reached by Tab", end=" ")

    def keepPicture(self, one, path, size, dark):
        if PICTURES:
            name = f"{one.name}-{path.replace('/', '-')[:-5]}-{size[0]}-{'dark' if dark else 'light'}.png"
            self.browser.picture(os.path.join(PICTURES, name))

    def testNothingIsCutWhereThereIsLittleRoom(self):
        for one, path in self.everyPage():
            self.browser.open(urlOf(one, path), NARROW)
            self.assertEqual([fault for fault in access.looks(self.browser)[0] if "wider" in fault], [], f"{one.name} {path}")

    def testTheCheckerHasTeeth(self):
        for harm, fault in HARM:
            with self.subTest(harm=harm):
                self.browser.open(urlOf(page("pangyo"), "index.html"))
                self.browser.run(harm)
                found = access.looks(self.browser)[0] + access.hears(self.browser) + access.reaches(self.browser)[0]
                self.assertTrue(any(fault in one for one in found), found)

    def testItsStyleIsTheOneItAllows(self):
        self.browser.open(urlOf(page("pangyo"), "index.html"), DESKTOP, dark=True)
        self.assertEqual(self.browser.run("getComputedStyle(document.body).backgroundColor"), "rgb(17, 21, 27)")

    def testAScriptWouldNotRun(self):
        self.browser.open(urlOf(page("pangyo"), "index.html"))
        self.browser.run("document.body.append(Object.assign(document.createElement('script'), {textContent: 'window.ran = 1'}))")
        self.assertIsNone(self.browser.run("window.ran"))

    def testAHeadingSaysItFirst(self):
        self.browser.open(urlOf(page("pangyo"), "en/index.html"), PHONE)
        top = self.browser.run("document.querySelector('h1').getBoundingClientRect().bottom")
        ask = self.browser.run("document.querySelector('.ask').getBoundingClientRect().bottom")
        told = self.browser.run("document.querySelector('.told').getBoundingClientRect().top")
        self.assertLess(top, 844 / 4)
        self.assertLess(ask, 844)
        self.assertLess(told, 844)  # the newest notice begins on a phone's first screen

    def testItPrints(self):
        with tempfile.TemporaryDirectory() as folder:
            paper = os.path.join(folder, "page.pdf")
            self.browser.open(urlOf(page("pangyo"), "index.html"))
            self.browser.pdf(paper)
            text = subprocess.run(["pdftotext", "-layout", paper, "-"], check=True, capture_output=True, text=True).stdout
        for said in ("서비스 중단 6", "메신저 대화", "중단", "R9B-4ZE", "고객센터 1577-0000",
                     "https://status.example.com"):
            self.assertIn(said, text.replace("\u00a0", " "))
        for useless in ("English", "RSS", "받아 보기"):
            self.assertNotIn(useless, text)
        self.assertLessEqual(text.count("\f"), 2)


if AXE:
    with open(AXE, encoding="utf-8") as library:
        axe = library.read()

    class Axe(Opened):
        def testItFindsNothing(self):
            count = 0
            for one, path in self.everyPage():
                for size, dark in viewsOf(one):
                    self.browser.open(urlOf(one, path), size, dark)
                    self.browser.run(axe)
                    found = self.browser.run(f"axe.run(document, {{runOnly: {RULES}}}).then(r => "
                                             "[...r.violations, ...r.incomplete].map(v => [v.id, v.nodes[0].html]))")
                    self.assertEqual(found, [], f"{one.name} {path}")
                    count += 1
            print(f"{count} views", end=" ")


if __name__ == "__main__":
    samples.main()
