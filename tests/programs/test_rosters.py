"""Rosters: iCalendar files published and read as a library that is not ours reads them, given out so that it reads the same."""

import datetime
import os
import random
import signal
import unittest
import warnings

import icalendar
import pytz
import recurring_ical_events

from programs import REFUSED, USAGE, AtPlace, Place

CORPUS = os.path.join(os.environ["BONGSU_SOURCE_DIR"], "tests", "data", "icalendar")
SEOUL = pytz.timezone("Asia/Seoul")

# What is asked of each file of the corpus.
WINDOWS = {
    "rfc5545-examples": [("1996-01-01", "1998-03-01"), ("1999-12-01", "2001-06-01"), ("2007-01-01", "2009-01-01")],
    "rfc5545-minutes": [("1997-09-01", "1997-11-15")],
    "seoul-duty": [("2026-10-25", "2026-12-31"), ("2027-02-20", "2027-03-05")],
    "days": [("2026-10-25", "2027-04-01")],
    "month-ends": [("2023-12-01", "2028-03-15"), ("2032-01-01", "2033-02-01")],
    "summer-time": [("2026-02-25", "2026-11-15")],
    "own-zone": [("2026-03-01", "2026-12-15")],
    "exceptions": [("2026-10-25", "2027-01-15")],
}

# Where the library and we differ, and the standard says who is right: (file, SUMMARY) -> the shifts, in UTC, as RFC 5545
# has them. Checked against ours alone.
BY_THE_STANDARD = {
    # 3.3.10: ordwk is one or two digits; icalendar 4.0.3 drops what has two, and the rule with it.
    ("rfc5545-examples", "20th Monday of the year"): [
        "1997-05-19T13:00/14:00", "2000-05-15T13:00/14:00", "2001-05-14T13:00/14:00", "2007-05-14T13:00/14:00",
        "2008-05-19T13:00/14:00"],
    ("month-ends", "해의 10째와 -10째 화요일"): [
        f"{day}T00:00/09:00" for day in ("2024-03-05", "2024-10-29", "2025-03-11", "2025-10-28", "2026-03-10", "2026-10-27",
                                         "2027-03-09", "2027-10-26", "2028-03-07", "2032-03-09", "2032-10-26")],
    # 3.6.1: without an end, what begins on a day lasts that day; the library lets it end where it begins.
    ("days", "끝 없는 하루"): ["2026-11-10T15:00/2026-11-11T15:00", "2026-11-12T15:00/2026-11-13T15:00"],
    # 3.3.5: what the clock shows twice is the first of the two; pytz's localize() takes the second.
    ("summer-time", "doubled hour, Berlin"): ["2026-10-24T00:30/01:30", "2026-10-25T00:30/01:30", "2026-10-26T01:30/02:30"],
    # 3.8.5.3: a DURATION in days is nominal, 23 hours on this one; the library adds 24.
    ("summer-time", "P1D over the change"): ["2026-03-28T11:00/2026-03-29T10:00"],
    # 3.8.4.4: RECURRENCE-ID names one instance by its time; the library takes it for all of that day.
    ("exceptions", "한지민"): ["2026-11-01T15:00/23:00", "2026-11-02T07:00/15:00", "2026-11-02T15:00/23:00",
                            "2026-11-02T23:00/2026-11-03T07:00", "2026-11-03T07:00/15:00"],
    # RFC 5545, 3.3.10: what a rule leaves open is told by DTSTART, here its Monday; dateutil gives all days of the week.
    ("by-hand", "week without a day"): ["2026-05-11T00:00/08:00", "2027-05-17T00:00/08:00"],
    # 3.8.5.2: a period has an end of its own; icalendar 4.0.3 gives a pair that the other library cannot read.
    ("by-hand", "period"): ["2026-11-01T00:00/08:00", "2026-11-03T00:00/12:00", "2026-11-05T00:00/2026-11-06T00:00"],
}


def utc(text, day=None):
    if "T" not in text:
        text = day + "T" + text
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)


def spans(written):
    """"2026-10-24T00:30/01:30", the end of the same day unless it names one."""
    for one in written:
        begin, end = one.split("/")
        yield utc(begin), utc(end, begin[:10])


def moment(value):
    """UTC; a day, or a time without a zone, is Seoul's."""
    if not isinstance(value, datetime.datetime):
        value = datetime.datetime(value.year, value.month, value.day)
    value = SEOUL.localize(value) if value.tzinfo is None else value
    return value.astimezone(datetime.timezone.utc)


def people(event):
    attendees = event.get("ATTENDEE", [])
    attendees = attendees if isinstance(attendees, list) else [attendees]
    names = [one.params["CN"] for one in attendees if one.params.get("PARTSTAT") != "DECLINED"
             and one.params.get("CUTYPE") != "ROOM"]
    return names if attendees else [str(event["SUMMARY"])]


def expected(text, begin, end, key):
    """What the library makes of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        calendar = icalendar.Calendar.from_ical(text)
        found = recurring_ical_events.of(calendar).between((begin - datetime.timedelta(days=4)).replace(tzinfo=None),
                                                           (end + datetime.timedelta(days=4)).replace(tzinfo=None))
    shifts = []
    for event in found:
        start, stop = moment(event["DTSTART"].dt), moment(event["DTEND"].dt)
        if str(event.get("STATUS", "")) == "CANCELLED" or start >= end or stop <= begin:
            continue
        categories = event.get("CATEGORIES")
        department = str(categories.cats[0]) if categories else key
        shifts += [(start, stop, department, person) for person in people(event)]
    return sorted(set(shifts))


def within(shifts, begin, end):
    return [shift for shift in shifts if shift[0] < end and shift[1] > begin]


def day(text):
    return datetime.datetime.fromisoformat(text).replace(tzinfo=datetime.timezone.utc)


def iso(at):
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def fromIso(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))


def apart(ours, theirs):
    """What only one of the two has, as a person reads it."""
    def told(shifts):
        return [f"{begin:%Y-%m-%dT%H:%M}/{end:%Y-%m-%dT%H:%M} {person} {department}"
                for begin, end, department, person in sorted(shifts)]
    return told(set(ours) - set(theirs)), told(set(theirs) - set(ours))


def corpus(name):
    with open(os.path.join(CORPUS, name + ".ics"), "rb") as file:
        return file.read()


def someRule(dice):
    """A start in 2025 and a rule that the standard allows; nothing that BY_THE_STANDARD tells apart."""
    some = lambda values, most: ",".join(str(value) for value in sorted(dice.sample(list(values), dice.randint(1, most))))
    either = lambda values: [*values, *(-value for value in values)]
    days = lambda most: ",".join(dice.sample(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), dice.randint(1, most)))
    start = datetime.datetime(2025, 1, 1) + datetime.timedelta(days=dice.randrange(365), hours=dice.randrange(24),
                                                               minutes=dice.choice((0, 30)))
    frequency = dice.choice(("HOURLY", "DAILY", "WEEKLY", "MONTHLY", "MONTHLY", "YEARLY", "YEARLY"))
    parts = [f"FREQ={frequency}", f"INTERVAL={dice.randint(8, 30) if frequency == 'HOURLY' else dice.randint(1, 4)}"]
    maybe = lambda text, odds=0.4: parts.append(text()) if dice.random() < odds else None
    maybe(lambda: "BYMONTH=" + some(range(1, 13), 5), 0.3)
    if frequency == "YEARLY" and dice.random() < 0.3:
        parts += ["BYWEEKNO=" + some(either(range(1, 54)), 4), "BYDAY=" + days(3)]
        parts[1] = "INTERVAL=1"  # the library takes the calendar's year for the year that weeks are counted in
    elif frequency in ("MONTHLY", "YEARLY"):
        # All with a number or none: of both together dateutil gives what is in both, the standard what is in either.
        numbers = dice.choice((("",), ("1", "2", "-1", "5", "-5")))
        maybe(lambda: "BYDAY=" + ",".join(dice.choice(numbers) + one for one in days(3).split(",")))
        maybe(lambda: "BYMONTHDAY=" + some(either(range(1, 32)), 6))
        if frequency == "YEARLY":
            maybe(lambda: "BYYEARDAY=" + some(either(range(1, 367)), 9), 0.2)
    else:
        maybe(lambda: "BYDAY=" + days(4))
        if frequency != "WEEKLY":
            maybe(lambda: "BYMONTHDAY=" + some(either(range(1, 32)), 9), 0.2)
    if frequency != "HOURLY":  # dateutil refuses hours that an interval never meets
        maybe(lambda: "BYHOUR=" + some(range(24), 3), 0.2)
    maybe(lambda: "BYMINUTE=" + some((0, 10, 30, 59), 2), 0.1)
    # 3.3.10: a set "starts at the beginning of the interval"; dateutil counts a first week from its DTSTART.
    if len(parts) > 2 and frequency != "WEEKLY":
        maybe(lambda: "BYSETPOS=" + some((1, 2, 3, -1, -2) if frequency in ("MONTHLY", "YEARLY") else (1, -1), 2), 0.3)
    maybe(lambda: "WKST=" + dice.choice(("MO", "SU", "TH")), 0.3)
    maybe(lambda: f"COUNT={dice.randint(1, 200)}", 0.2)
    return start, ";".join(parts)


def calendar(*events):
    """One event of each list of lines."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Bongsu//Tests//EN"]
    for number, event in enumerate(events):
        lines += ["BEGIN:VEVENT", f"UID:{number}", *event, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


MANUAL = """\
manual: site-loss
name: {ko: 센터 상실, en: Site loss}
reviewed: 2026-11-01
seats:
  - seat: commander
    name: {ko: 총괄, en: Commander}
    department: infra
    holders: [김하늘]
    accept-minutes: 3
    duties: [{ko: 총괄한다, en: Commands}]
  - seat: recovery
    name: {ko: 복구 반장, en: Recovery chief}
    department: infra
    holders: [{department: infra}]
    accept-minutes: 1
    duties: [{ko: 복구한다, en: Recovers}]
"""


class Rosters(AtPlace):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        invite = p.init()["invite"]
        p.startRelay()
        p.join("admin", invite, "김하늘")

    def publish(self, key, content, home="admin"):
        return self.done(home, "roster", "publish", self.write(key + ".ics", content), "--key", key).last["published"]

    def shown(self, key, begin, end, home="admin"):
        answer = self.done(home, "--offline", "roster", "show", "--key", key, "--from", iso(begin), "--until", iso(end))
        return sorted((fromIso(line["from"]), fromIso(line["until"]), line["department"], line["person"])
                      for line in answer.lines)


class Corpus(Rosters):
    maxDiff = None

    def test_everyShiftIsTheLibrarys(self):
        compared = 0
        for name, windows in WINDOWS.items():
            self.publish(name, corpus(name))
            for begin, end in ((day(begin), day(end)) for begin, end in windows):
                theirs = expected(corpus(name), begin, end, name)
                ours = self.shown(name, begin, end)
                byHand = {summary for file, summary in BY_THE_STANDARD if file == name}
                with self.subTest(name, begin=begin):
                    theirs = [s for s in theirs if s[3] not in byHand]
                    self.assertEqual(*apart([s for s in ours if s[3] not in byHand], theirs))
                    self.assertEqual(len(ours), len(set(ours)))
                compared += len(theirs)
        self.assertGreater(compared, 7000)

    def test_rulesOfTheDiceAreTheLibrarys(self):
        dice = random.Random(5545)
        rules = [someRule(dice) for _ in range(150)]
        content = calendar(*([f"DTSTART;TZID=Asia/Seoul:{start:%Y%m%dT%H%M%S}", "DURATION:PT1H", f"SUMMARY:{rule} {number}",
                              f"RRULE:{rule}"] for number, (start, rule) in enumerate(rules)))
        self.publish("dice", content)
        begin, end = day("2025-12-01"), day("2025-12-01") + datetime.timedelta(days=14 * 60)
        theirs = expected(content, begin, end, "dice")
        self.assertGreater(len(theirs), 10_000)
        while begin < end:  # a roster gives so many shifts and no more
            until = begin + datetime.timedelta(days=60)
            with self.subTest(begin=begin):
                self.assertEqual(*apart(self.shown("dice", begin, until), within(theirs, begin, until)))
            begin = until

    def test_whereTheLibraryErrsTheStandardIsRight(self):
        for (name, summary), written in BY_THE_STANDARD.items():
            self.publish(name, corpus(name))
            for begin, end in ((day(begin), day(end)) for begin, end in WINDOWS.get(name, [("2026-01-01", "2028-01-01")])):
                with self.subTest(name, summary=summary, begin=begin):
                    self.assertEqual([s[:2] for s in self.shown(name, begin, end) if s[3] == summary],
                                     within(list(spans(written)), begin, end))

    def test_whatWeGiveIsReadTheSame(self):
        for name in ("seoul-duty", "days", "summer-time", "exceptions"):
            self.publish(name, corpus(name))
            begin, end = (day(text) for text in WINDOWS[name][0])
            path = self.place.path("out.ics")
            self.done("admin", "roster", "export", "--key", name, "--from", iso(begin), "--until", iso(end), "-o", path)
            with open(path, "rb") as file:
                given = file.read()
            with self.subTest(name):
                self.assertEqual(expected(given, begin, end, name), self.shown(name, begin, end))
                self.assertTrue(all(len(line) <= 75 for line in given.split(b"\r\n")), "folded")
                self.assertNotIn(b"\n", given.replace(b"\r\n", b""))
                uids = [str(event["UID"]) for event in icalendar.Calendar.from_ical(given).walk("VEVENT")]
                self.assertEqual(len(uids), len(set(uids)))
                self.publish("again", given)
                self.assertEqual(self.shown("again", begin, end), self.shown(name, begin, end))
                again = self.done("admin", "roster", "export", "--key", "again", "--from", iso(begin), "--until", iso(end)).last
                self.assertEqual([str(event["UID"]) for event in icalendar.Calendar.from_ical(again["text"]).walk("VEVENT")],
                                 uids, "the same shifts have the same names")


class Use(Rosters):
    def test_whatIsWrongIsSaidWithItsLine(self):
        p = self.place
        wrong = self.write("wrong.ics", calendar(["DTSTART;TZID=Asia/Soul:20261102T090000", "DURATION:PT8H", "SUMMARY:김하늘"],
                                                 ["DTSTART:20261102T090000", "SUMMARY:이수민"]))
        said = {}
        for language in ("ko", "en"):
            for words in (["roster", "check", wrong], ["roster", "publish", wrong, "--key", "infra"],
                          ["roster", "import", wrong, "--key", "infra"]):
                answer = p.ctl("admin", "--lang", language, *words)
                self.assertEqual(answer.code, REFUSED)
                fault = answer.lines[0]["fault"]
                self.assertEqual((fault["code"], fault["line"]), ("missing_key", 10))
                self.assertIn(fault["text"], answer.words)
                said[language] = fault["text"]
        self.assertTrue(said["en"].startswith("Line 10, column 1:") and said["ko"].startswith("10행 1열:"), said)
        zone = self.write("zone.ics", calendar(["DTSTART;TZID=Asia/Soul:20261102T090000", "DURATION:PT8H", "SUMMARY:김하늘"]))
        fault = p.ctl("admin", "roster", "check", zone).lines[0]["fault"]
        self.assertEqual((fault["code"], fault["line"]), ("unknown_zone", 6))
        self.assertIn("Asia/Soul", fault["text"])
        answer = p.ctl("admin", "roster", "show")
        self.assertEqual((answer.code, answer.error), (REFUSED, "not_found"), "nothing was published")
        right = self.write("right.ics", corpus("seoul-duty"))
        self.assertEqual(p.ctl("admin", "roster", "publish", right).error, "value.out_of_range")
        self.assertEqual(p.ctl("admin", "roster", "check", p.path("nothing")).error, "disk")
        self.assertEqual(p.ctl("admin", "roster", "burn").code, USAGE)
        self.publish("infra", corpus("seoul-duty"))
        for words, error in ((["--key", "storage"], "not_found"), (["--from", "yesterday"], "value.out_of_range"),
                             (["--from", "2026-11-02T00:00:00Z", "--until", "2026-11-02T00:00:00Z"], "value.out_of_range")):
            self.assertEqual(p.ctl("admin", "roster", "show", *words).error, error)

    def test_whatWouldSurpriseIsSaid(self):
        """Unknown names, holes, one person in two places, duties without a rest: counted, and in words."""
        today = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        at = lambda hours: (today + datetime.timedelta(hours=hours)).strftime("%Y%m%dT%H%M%SZ")
        shift = lambda name, begin, end, key="infra": [f"DTSTART:{at(begin)}", f"DTEND:{at(end)}", f"SUMMARY:{name}",
                                                        f"CATEGORIES:{key}"]
        path = self.write("odd.ics", calendar(shift("김하늘", -1, 7), shift("김하늘", 7, 14), shift("아무개", 16, 24),
                                              shift("김하늘", 5, 6, "storage")))
        told = self.done("admin", "--lang", "en", "roster", "check", path)
        self.assertEqual({key: told.last[key] for key in ("shifts", "people", "unknownPeople", "holes", "overlaps", "longDuties",
                                                          "departments")},
                         {"shifts": 4, "people": 2, "unknownPeople": 1, "holes": 2, "overlaps": 1, "longDuties": 1,
                          "departments": ["infra", "storage"]})
        for words in ('called "아무개"', "Nobody is on duty for infra", "김하늘 is on duty in two places", "on duty for 15:00"):
            self.assertIn(words, told.words)
        self.publish("infra", corpus("days"))
        empty = self.write("past.ics", calendar(["DTSTART:20200101T000000Z", "DURATION:PT1H", "SUMMARY:김하늘"]))
        told = self.done("admin", "--lang", "ko", "roster", "check", empty)
        self.assertEqual(told.last["shifts"], 0)
        self.assertIn("92일", told.words)

    def test_whoIsOnDutyIsSaidAndCalledFirst(self):
        p = self.place
        ids = {}
        for home, name in (("infra", "최서연"), ("other", "이수민")):
            ids[home] = p.join(home, p.invite("admin", "responder"), name)["person"]
            self.done("admin", "department", name, "infra")
        now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0, second=0)
        at = lambda minutes: (now + datetime.timedelta(minutes=minutes)).strftime("%Y%m%dT%H%M%SZ")
        begin = -15 * 60
        self.publish("infra", calendar(
            [f"DTSTART:{at(begin)}", f"DTEND:{at(-7 * 60)}", "SUMMARY:최서연"],
            [f"DTSTART:{at(90)}", f"DTEND:{at(8 * 60)}", "SUMMARY:이수민"]))
        self.publish("night", calendar(  # 20 minutes later, in another roster
            [f"DTSTART:{at(-7 * 60 + 20)}", f"DTEND:{at(90)}", "SUMMARY:최서연", "CATEGORIES:infra", "DESCRIPTION:자택"]))
        told = self.done("infra", "--lang", "ko", "roster", "now")
        lines = {line["roster"]: line for line in told.lines}
        self.assertEqual((lines["infra"]["person"], fromIso(lines["infra"]["next"])),
                         (None, now + datetime.timedelta(minutes=90)))
        night = lines["night"]
        self.assertEqual((night["person"], night["department"], night["long"], fromIso(night["onDutyFrom"])),
                         ("최서연", "infra", True, now + datetime.timedelta(minutes=begin)))
        self.assertIn(night["leftMinutes"], range(85, 91))
        self.assertIn(night["onDutyMinutes"], range(900, 906))
        self.assertRegex(night["text"], "^최서연: 교대까지 01:(2[5-9]|30)$")
        self.assertIn("최서연", told.words)
        shown = self.done("infra", "roster", "show", "--key", "night").lines
        self.assertEqual([(line["person"], line["note"], line["hours"]) for line in shown], [("최서연", "자택", 8.1666666666666661)])

        manual = self.write("manual.yaml", MANUAL.encode())
        self.done("admin", "manual", "publish", manual)
        self.done("other", "sync")
        incident = self.done("other", "declare", "--title", "불", "--grade", "total", "--failure-type", "site-loss").last["incident"]
        call, = [line["call"] for line in self.done("other", "call", incident, "--dry-run").lines
                 if line.get("call", {}).get("seat") == "recovery"]
        self.assertEqual((call["personName"], call["reason"], call["through"], fromIso(call["onDutyUntil"])),
                         ("최서연", "on_duty", "infra", now + datetime.timedelta(minutes=90)))
        self.assertEqual(call["successors"], ["이수민"])
        # A newer version holds, and another is on duty.
        self.publish("night", calendar([f"DTSTART:{at(-60)}", f"DTEND:{at(90)}", "SUMMARY:이수민", "CATEGORIES:infra"]))
        self.done("other", "sync")
        call, = [line["call"] for line in self.done("other", "call", incident).lines
                 if line.get("call", {}).get("seat") == "recovery"]
        self.assertEqual((call["personName"], call["reason"], call["successors"]), ("이수민", "on_duty", ["최서연"]))

    def test_whatIsPublishedIsHereWithoutTheRelay(self):
        p = self.place
        p.join("viewer", p.invite("admin", "viewer"), "이수민")
        content = corpus("seoul-duty")
        self.publish("infra", content)
        self.done("admin", "roster", "import", self.write("same.ics", content), "--key", "copy")
        refused = p.ctl("viewer", "roster", "publish", self.write("mine.ics", content), "--key", "infra")
        self.assertEqual((refused.code, refused.error), (REFUSED, "permission.missing"))
        self.done("viewer", "sync")
        p.stopRelay(signal.SIGKILL)
        begin, end = day("2026-11-01"), day("2026-11-08")
        shown = self.shown("infra", begin, end, home="viewer")
        self.assertEqual(shown, expected(content, begin, end, "infra"))
        self.assertGreater(len(shown), 20)
        # Of all rosters together, what stands in two of them once.
        given = self.done("admin", "--offline", "roster", "export", "--from", iso(begin), "--until", iso(end)).last
        self.assertEqual(len(expected(given["text"], begin, end, "")), given["shifts"])
        own = [shift for shift in expected(content, begin, end, "copy") if shift[2] == "copy"]
        self.assertEqual(given["shifts"], len(shown) + len(own))
        self.assertTrue(0 < len(own) < len(shown))


if __name__ == "__main__":
    unittest.main(verbosity=2)
