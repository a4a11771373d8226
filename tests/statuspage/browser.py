"""A headless Chromium, spoken to by the DevTools protocol over two pipes: no port, no other library."""

import base64
import json
import os
import shutil
import subprocess
import tempfile

PHONE = (390, 844)
DESKTOP = (1280, 800)


class Browser:
    """Use it in a with statement."""

    def __enter__(self):
        self._home = tempfile.mkdtemp(prefix="browser-")
        fromUs, toBrowser = os.pipe()
        fromBrowser, toUs = os.pipe()

        def useThreeAndFour():
            # Beyond the numbers that are set, so that neither is closed by the other.
            reading, writing = os.dup(fromUs), os.dup(toUs)
            os.dup2(reading, 3)
            os.dup2(writing, 4)

        self._process = subprocess.Popen(
            ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
             "--disable-extensions", "--disable-background-networking", "--no-first-run", f"--user-data-dir={self._home}",
             "about:blank"],
            preexec_fn=useThreeAndFour, close_fds=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env={**os.environ, "HOME": self._home})
        os.close(fromUs)
        os.close(toUs)
        self._out = os.fdopen(toBrowser, "wb", buffering=0)
        self._in = os.fdopen(fromBrowser, "rb")
        self._rest = b""
        self._last = 0
        self._events = []
        self._session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "DOM", "Accessibility", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self._out.close()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._in.close()
        shutil.rmtree(self._home, ignore_errors=True)

    def ask(self, method, **parameters):
        self._last += 1
        message = {"id": self._last, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        self._out.write(json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == self._last:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self._events.append(answer)

    def _read(self):
        while b"\0" not in self._rest:
            some = self._in.read1(1 << 20)
            if not some:
                raise RuntimeError("the browser has ended")
            self._rest += some
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)

    def _waitFor(self, method):
        while True:
            for event in self._events:
                if event.get("method") == method:
                    return event
            self._events.append(self._read())

    def open(self, url, size=DESKTOP, dark=False, media=""):
        """Returns what the page asked for besides itself, and what the browser complained of."""
        self.ask("Emulation.setDeviceMetricsOverride", width=size[0], height=size[1], deviceScaleFactor=1,
                 mobile=size[0] < 600)
        self.ask("Emulation.setEmulatedMedia", media=media,
                 features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self._events.clear()
        self.ask("Page.navigate", url=url)
        self._waitFor("Page.loadEventFired")
        asked = [event["params"]["request"]["url"] for event in self._events
                 if event.get("method") == "Network.requestWillBeSent"]
        said = [event["params"]["entry"]["text"] for event in self._events if event.get("method") == "Log.entryAdded"]
        said += ["script " + str(event["params"]) for event in self._events
                 if event.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown",
                                            "Page.javascriptDialogOpening")]
        return [other for other in asked if other != url.split("#")[0] and other != url], said

    def run(self, script):
        result = self.ask("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def accessible(self):
        """The nodes that a screen reader hears, parents before children."""
        return [node for node in self.ask("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]

    def press(self, key):
        for kind in ("keyDown", "keyUp"):
            self.ask("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode={"Tab": 9}[key])

    def picture(self, path):
        whole = self.ask("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        with open(path, "wb") as file:
            file.write(base64.b64decode(whole["data"]))

    def pdf(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.ask("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27,
                                                 paperHeight=11.69)["data"]))
