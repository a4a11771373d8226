"""A real Kannel: bearerbox and smsbox, with fakesmsc as the centre that messages go out to and come in from."""

import os
import re
import socket
import urllib.parse

from processes import Process, freePort

CONFIGURATION = """
group = core
admin-port = {admin}
admin-password = admin
smsbox-port = {boxes}
store-type = file
store-location = {folder}/store
log-level = 1
box-allow-ip = "127.0.0.1"

group = smsc
smsc = fake
smsc-id = OUT
host = 127.0.0.1
port = {centre}
connect-allow-ip = 127.0.0.1

group = smsc
smsc = fake
smsc-id = IN
host = 127.0.0.1
port = {answers}
connect-allow-ip = 127.0.0.1
denied-smsc-id = OUT

group = smsbox
smsbox-id = box
bearerbox-host = 127.0.0.1
sendsms-port = {sending}
sendsms-interface = 127.0.0.1

group = sendsms-user
username = bongsu
password = "p4ss of kannel"
concatenation = true
max-messages = 10
forced-smsc = OUT
"""

ANSWERS = """
group = smsbox-route
smsbox-id = box
smsc-id = "IN;OUT"

group = sms-service
keyword = default
catch-all = true
max-messages = 1
accept-x-kannel-headers = true
get-url = "{address}"
"""


def readMessages(said, number):
    found = re.findall(rb"<\S+ " + number.encode() + rb" (\S+) (.*?)>\n", said)
    return [urllib.parse.unquote_to_bytes(text.replace(b"+", b" ")).decode("utf-16-be") if coding == b"ucs-2"
            else text.decode() for coding, text in found]


class Gateway:
    """`address`: where answers are handed over, as the relay tells it; without one nobody hears them."""

    PASSWORD = "p4ss of kannel"

    def __init__(self, folder, begin, address=""):
        self.folder, self.begin = folder, begin
        self.processes = []
        self.line = None
        self.ports = {name: freePort() for name in ("admin", "boxes", "centre", "answers", "sending")}
        path = os.path.join(folder, "kannel.conf")
        with open(path, "w", encoding="utf-8") as file:
            file.write(CONFIGURATION.format(folder=folder, **self.ports) + (ANSWERS.format(address=address) if address else ""))
        self.bearer = self.run("/usr/sbin/bearerbox", path)
        self.bearer.waitForPort(self.ports["centre"])
        self.centre = self.telephone("centre", 0, "1 2 text nop")
        self.run("/usr/sbin/smsbox", path)
        # Whoever asks smsbox before it has its line to bearerbox makes it end (assertion conn != NULL, 1.4.5).
        self.bearer.waitForWords(b"got boxc_id <box>")

    @property
    def endpoint(self):
        return f"http://127.0.0.1:{self.ports['sending']}"

    def run(self, *words):
        self.processes.append(self.begin(Process(words, cwd=self.folder)))
        return self.processes[-1]

    def telephone(self, port, count, message):
        return self.run("/usr/lib/kannel/test/fakesmsc", "-H", "127.0.0.1", "-r", str(self.ports[port]), "-m", str(count), message)

    def messages(self, number):
        """What that telephone has got so far, oldest first."""
        return readMessages(self.centre.said, number)

    def waitForMessage(self, number, patience=60):
        return self.waitFor(self.centre, number, patience)

    def waitFor(self, telephone, number, patience=60):
        for _ in range(patience * 20):
            if found := readMessages(telephone.said, number):
                return found[-1]
            telephone._read(0.05)
            self.listen()
        raise AssertionError(f"{number} got nothing: " + telephone.said.decode(errors="replace"))

    def listen(self):
        for process in self.processes:  # whose words nobody takes stops in the middle of them
            process._read(0)

    def answer(self, number, text, patience=60):
        """Somebody writes back, and reads what they are told: as the centre's own protocol has it, a line a message. What is
        sent back takes either centre."""
        if self.line is None:
            self.line = socket.create_connection(("127.0.0.1", self.ports["answers"]))
            self.line.settimeout(0.05)
        had = len(self.messages(number))
        self.line.sendall(f"{number} 021234567 text {text}\n".encode())
        came = b""
        for _ in range(patience * 20):
            self.listen()
            if len(self.messages(number)) > had:
                return self.messages(number)[-1]
            try:
                came += self.line.recv(65536)
            except socket.timeout:
                continue
            if came.endswith(b"\n"):
                return readMessages(b"<" + came.strip() + b">\n", number)[-1]
        raise AssertionError(f"{number} was told nothing: {came}")

    def close(self):
        if self.line:
            self.line.close()
