"""A home's keys in a real gnome-keyring on a session bus of its own: they move, come back, and are never in neither place."""

import glob
import os
import signal
import socket
import struct
import subprocess
import time
import unittest

from display import Display
from programs import CTL, DONE, FAILED, USAGE, Place

DESKTOP = os.environ["BONGSU_DESKTOP"]
PASSWORD = "throw-away"

# Starts nothing by itself: a keyring is there when a test starts it, and only then.
BUS = """<busconfig><type>session</type><listen>unix:path={}</listen><policy context="default">
<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>
"""


class Session:
    """What a desktop session has of this: a bus, and a keyring that the login password opened."""

    def __init__(self, place):
        self.place = place
        self.keyring = None
        runtime = place.path("runtime")
        os.makedirs(runtime, mode=0o700)
        os.makedirs(place.path("data"), exist_ok=True)
        config = place.path("bus.conf")
        with open(config, "w", encoding="utf-8") as file:
            file.write(BUS.format(place.path("bus")))
        self.bus = subprocess.Popen(["dbus-daemon", "--config-file", config, "--nofork", "--print-address"], text=True,
                                    stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        place.environment.update(DBUS_SESSION_BUS_ADDRESS=self.bus.stdout.readline().strip(), XDG_RUNTIME_DIR=runtime,
                                 QT_QPA_PLATFORM="offscreen")
        for name in ("BONGSU_KEYCHAIN", "DISPLAY", "XDG_CURRENT_DESKTOP", "KDE_FULL_SESSION"):
            place.environment.pop(name, None)

    def unlock(self):
        self._start("--unlock")

    def lock(self):
        """The keyring is there, and nobody has typed the password."""
        self._start("--start")

    def typePassword(self):
        """As the login does (pam_gnome_keyring): the keyring that is there opens. Its control protocol: a byte for the
        credentials, then the packet's length, 1 for unlock, and the password with its length."""
        with socket.socket(socket.AF_UNIX) as control:
            control.settimeout(30)
            control.connect(self.place.path("runtime/keyring/control"))
            words = PASSWORD.encode()
            control.sendall(b"\0" + struct.pack(">III", 12 + len(words), 1, len(words)) + words)
            assert struct.unpack(">II", control.recv(8)) == (8, 0)

    def _start(self, how):
        self.stopKeyring()
        self.keyring = subprocess.Popen(["gnome-keyring-daemon", how, "--foreground", "--components=secrets"],
                                        stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                        env=self.place.environment)
        self.keyring.stdin.write(PASSWORD.encode() if how == "--unlock" else b"")
        self.keyring.stdin.close()

    def stopKeyring(self):
        if self.keyring:
            self.keyring.send_signal(signal.SIGCONT)  # it may have been made to stand still
            self.keyring.kill()
            self.keyring.wait()
            self.keyring = None

    def close(self):
        self.stopKeyring()
        self.bus.terminate()
        self.bus.wait()
        self.bus.stdout.close()


class Keys(unittest.TestCase):
    def setUp(self):
        self.place = p = Place()
        self.addCleanup(p.close)
        self.session = Session(p)
        self.addCleanup(self.session.close)
        self.session.unlock()
        self.desktop = None
        self.addCleanup(self.kill)
        # An organisation that this desktop keeps itself: its relay's keys lie here too.
        self.start("--found", "다온", "--person", "김하늘")
        self.home = p.path("desk")
        self.waitFor(lambda: p.ctl("desk", "sync").code == DONE, "founded")

    def start(self, *words):
        self.desktop = subprocess.Popen([DESKTOP, "--home", self.place.path("desk"), "--lang", "en", *words],
                                        env=self.place.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.place.waitUntilServing("desk", self.desktop)

    def kill(self, how=signal.SIGKILL):
        if self.desktop:
            self.desktop.send_signal(how)
            self.desktop.wait(timeout=30)
            self.desktop = None

    def waitFor(self, wanted, what):
        deadline = time.monotonic() + 60
        while True:
            got = wanted()
            if got:
                return got
            self.assertLess(time.monotonic(), deadline, what)

    def keys(self, *words):
        answer = self.place.ctl("desk", *words, "keys")
        return answer.last["keys"] if answer.code == DONE and "keys" in answer.last else {"answer": answer.words}

    def waitForState(self, state):
        return self.waitFor(lambda: self.keys().get("keychain", {}).get("state") == state, state)

    def waitForPlace(self, place):
        return self.waitFor(lambda: self.keys().get("place") == place and self.keys(), place)

    def move(self, place, *words):
        return self.place.ctl("desk", "keys", "move", "--to", place, *words, timeout=200)

    def homeKeyFiles(self):
        """The key files of this place: the relay's is one of them, the home's is the one the program names."""
        return sorted(glob.glob(self.place.path("config/bongsu/keys/*.key")))

    def openHome(self):
        """The same device with its record, by bongsuctl alone."""
        answer = self.place.ctl("desk", "--offline", "devices")
        self.assertEqual(answer.code, DONE, answer.words)
        return answer.lines

    def inKeychain(self):
        keys = self.waitForPlace("keychain")
        self.assertTrue(keys["keychain"]["holds"])
        self.assertFalse(keys["file"]["holds"])
        self.assertFalse(os.path.exists(keys["file"]["name"]))
        return keys

    def test_theDesktopMovesThemAndEverythingGoesOn(self):
        keys = self.inKeychain()
        self.assertEqual(keys["keychain"]["name"], "Bongsu – " + os.path.realpath(self.home))
        found = subprocess.run(["secret-tool", "search", "--all", "server", keys["keychain"]["name"]], check=True,
                               env=self.place.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self.assertIn("label = " + keys["keychain"]["name"], found.stdout)
        # The relay beside this home keeps its file: it must start where nobody logs in.
        self.assertEqual(len(self.homeKeyFiles()), 1)
        self.kill()
        devices = self.openHome()
        self.assertEqual(self.place.ctl("desk", "--offline", "verify").code, DONE)
        # The keyring's own program ends and comes back: it has kept them on the disk.
        self.session.unlock()
        self.waitForState("unlocked")
        self.start()
        self.waitFor(lambda: self.place.ctl("desk", "sync").code == DONE, "it opens and reaches its relay")
        self.kill()
        self.assertEqual(self.openHome(), devices)

    def test_theyComeBackAndStay(self):
        device = self.inKeychain()["keychain"]["device"]
        self.session.unlock()  # the keyring's program is another one by now
        self.waitForState("unlocked")
        answer = self.move("file")  # by the desktop that holds the home
        self.assertEqual(answer.code, DONE, answer.words)
        keys = answer.last["keys"]
        self.assertEqual((keys["place"], keys["file"]["device"], keys["keychain"]["holds"]), ("file", device, False))
        self.assertEqual(os.stat(keys["file"]["name"]).st_mode & 0o777, 0o600)
        self.kill()
        self.start()
        self.waitFor(lambda: self.place.ctl("desk", "sync").code == DONE, "started")
        self.assertEqual(self.keys()["place"], "file")
        self.kill()
        # And no keychain is needed any more.
        self.session.stopKeyring()
        self.openHome()
        self.assertEqual(self.move("keychain").code, FAILED)
        self.openHome()
        self.assertEqual(self.move("file").code, DONE)
        self.session.unlock()
        self.waitForState("unlocked")
        self.assertEqual(self.move("keychain").code, DONE)  # by bongsuctl itself
        self.inKeychain()
        self.openHome()

    def test_keysOutOfReachSaySo(self):
        self.inKeychain()
        self.kill()
        devices = self.openHome()
        self.session.stopKeyring()
        for language, sentence in (("en", "The keychain of the desktop session cannot be reached."),
                                   ("ko", "데스크톱 세션의 키체인에")):
            answer = self.place.ctl("desk", "--lang", language, "--offline", "devices")
            self.assertEqual((answer.code, answer.error), (FAILED, "key.unusable"))
            self.assertIn(sentence, answer.words)
            self.assertIn("bongsuctl keys move --to file", answer.words)
        answer = self.place.run(DESKTOP, "--home", self.home, "--lang", "en")
        self.assertEqual(answer.code, FAILED)
        self.assertIn("cannot be reached", answer.words)
        keys = self.keys()
        self.assertEqual((keys["place"], keys["file"]["holds"], keys["keychain"]["state"]), ("keychain", False, "away"))
        self.assertEqual(self.move("file").code, FAILED)
        # Without a session at all, as over ssh.
        address = self.place.environment.pop("DBUS_SESSION_BUS_ADDRESS")
        self.assertEqual(self.place.ctl("desk", "--offline", "devices").code, FAILED)
        self.assertEqual(self.keys()["keychain"]["state"], "away")
        self.place.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        # Locked, and nobody there to type the password.
        self.session.lock()
        self.waitForState("locked")
        answer = self.place.ctl("desk", "--lang", "en", "--offline", "devices", timeout=200)
        self.assertEqual((answer.code, answer.error), (FAILED, "key.unusable"))
        self.assertIn("is locked and was not unlocked", answer.words)
        # Nothing of this has cost anything.
        self.session.unlock()
        self.waitForState("unlocked")
        self.assertEqual(self.openHome(), devices)
        self.assertEqual(self.move("file").code, DONE)
        self.session.stopKeyring()
        self.assertEqual(self.openHome(), devices)

    def test_aPersonAtTheScreenUnlocksAndTriesAgain(self):
        self.inKeychain()
        self.kill()
        self.session.lock()
        self.waitForState("locked")
        display = Display()
        self.addCleanup(display.close)
        environment = dict(self.place.environment, DISPLAY=display.name, QT_QPA_PLATFORM="xcb")
        self.desktop = subprocess.Popen([DESKTOP, "--home", self.home, "--lang", "en"], env=environment,
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        display.focus("^Bongsu$")
        self.session.typePassword()
        self.waitForState("unlocked")
        display.keyboard("key", "Return")
        self.place.waitUntilServing("desk", self.desktop)
        self.waitFor(lambda: self.place.ctl("desk", "sync").code == DONE, "it opens")

    def test_aKeyringThatStandsStillOrDiesIsNotWaitedForForEver(self):
        self.inKeychain()
        self.kill()
        self.session.keyring.send_signal(signal.SIGSTOP)
        began = time.monotonic()
        answer = self.place.ctl("desk", "--lang", "en", "--offline", "devices")
        self.assertEqual(answer.code, FAILED)
        self.assertIn("cannot be reached", answer.words)
        self.assertLess(time.monotonic() - began, 30)
        self.session.unlock()
        self.waitForState("unlocked")
        self.assertEqual(self.move("file").code, DONE)
        # It dies at some moment of a move, again and again: whatever that moment was, the home opens.
        devices = self.openHome()
        for _ in range(5):
            moving = subprocess.Popen([CTL, "--home", self.home, "keys", "move", "--to", "keychain"],
                                      env=self.place.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            self.session.stopKeyring()
            moving.communicate(timeout=60)
            self.session.unlock()
            self.waitForState("unlocked")
            self.assertEqual(self.openHome(), devices)
            self.assertEqual(self.move("file").code, DONE)

    def test_aMoveThatIsKilledLosesNothing(self):
        self.inKeychain()
        self.kill()
        devices = self.openHome()
        for attempt in range(12):
            to = "file" if attempt % 2 == 0 else "keychain"
            moving = subprocess.Popen([CTL, "--home", self.home, "keys", "move", "--to", to], bufsize=0,
                                      env=self.place.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
            try:
                moving.communicate(timeout=0.01 * attempt)
            except subprocess.TimeoutExpired:
                moving.kill()
                moving.communicate()
            self.assertEqual(self.openHome(), devices)
            self.assertEqual(self.move(to).code, DONE)
            self.assertEqual(self.keys()["place"], to)
            self.assertEqual(self.openHome(), devices)

    def test_differentKeysAreForAPersonToJudge(self):
        keys = self.inKeychain()
        self.kill()
        devices = self.openHome()
        # Another home's file under this home's name, as from a wrong backup.
        p = self.place
        p.ctl("other", "--offline", "people")
        other = p.ctl("other", "keys").last["keys"]["file"]
        os.rename(other["name"], keys["file"]["name"])
        answer = p.ctl("desk", "--lang", "en", "--offline", "devices")
        self.assertEqual(answer.code, FAILED)
        self.assertIn("different keys", answer.words)
        found = self.keys()
        self.assertEqual(found["file"]["device"], other["device"])
        self.assertEqual(found["keychain"]["device"], keys["keychain"]["device"])
        self.assertEqual(self.move("file").code, FAILED)
        self.assertEqual(self.move("file", "--keep", "keychain").code, DONE)
        self.assertEqual(self.openHome(), devices)
        aside = glob.glob(keys["file"]["name"] + ".aside-*")
        self.assertEqual(len(aside), 1)
        os.rename(aside[0], other["name"])
        self.assertEqual(p.ctl("other", "keys").last["keys"]["file"]["device"], other["device"])

    def test_whereTheKeychainIsNotWanted(self):
        self.inKeychain()
        self.assertEqual(self.place.ctl("desk", "keys", "move", "--to", "safe").code, USAGE)
        self.assertEqual(self.place.ctl("desk", "keys", "stay").code, USAGE)
        self.kill()
        self.place.environment["BONGSU_KEYCHAIN"] = "off"
        self.place.ctl("other", "--offline", "people")
        keys = self.place.ctl("other", "keys").last["keys"]
        self.assertEqual((keys["place"], keys["file"]["holds"], keys["keychain"]["state"]), ("file", True, "away"))
        self.assertEqual(self.place.ctl("other", "keys", "move", "--to", "keychain").code, FAILED)
        # What is in there already is not reached either, and says so.
        self.assertEqual(self.place.ctl("desk", "--offline", "devices").code, FAILED)
        del self.place.environment["BONGSU_KEYCHAIN"]
        self.openHome()


if __name__ == "__main__":
    unittest.main()
