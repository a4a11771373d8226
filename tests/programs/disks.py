"""File systems of a test's own, to be read block by block: what was deleted counts too. And what is looked for on them."""

import base64
import os
import subprocess
import sys
import tempfile
import urllib.parse

MOUNTED = "BONGSU_TEST_DISKS"
BLOCK = 4096
PIECE = 12  # bytes in a row that count as found
STEP = 4  # a piece of n - 3 bytes stands at every fourth place of any n in a row


def ownMounts():
    """Runs this program once more where its mounts are nobody else's and go with it; does nothing where that cannot be."""
    if MOUNTED not in os.environ and os.geteuid() == 0 and canMount():
        os.environ[MOUNTED] = "yes"
        os.execvp("unshare", ["unshare", "--mount", "--propagation", "private", sys.executable, "-B", *sys.argv])


def canMount():
    with tempfile.TemporaryDirectory() as folder:
        with open(folder + "/image", "wb") as file:
            file.truncate(8 << 20)
        tried = f"mkfs.ext4 -q {folder}/image && mount -o loop {folder}/image {folder}"
        return subprocess.run(["unshare", "--mount", "--propagation", "private", "sh", "-c", tried], check=False,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0


def isMounted():
    return MOUNTED in os.environ


class Disk:
    """An ext4 of its own at `folder`; without loop mounts the folder alone, so that what was deleted there is not seen.
    Mounted so that every write reaches it at once: what lived for a moment was on it too."""

    def __init__(self, folder, megabytes=48):
        self.folder, self.image = folder, folder + ".image"
        os.mkdir(folder)
        if isMounted():
            with open(self.image, "wb") as file:
                file.truncate(megabytes << 20)
            subprocess.run(["mkfs.ext4", "-q", "-F", "-b", str(BLOCK), self.image], check=True)
            subprocess.run(["mount", "-o", "loop,sync,dirsync,nodelalloc", self.image, folder], check=True)

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def folderFor(self, *names):
        os.makedirs(self.path(*names), mode=0o700, exist_ok=True)
        return self.path(*names)

    def files(self):
        return [os.path.join(where, name) for where, _, names in os.walk(self.folder) for name in names
                if os.path.isfile(os.path.join(where, name))]

    def names(self):
        return [os.path.relpath(os.path.join(where, name), self.folder)
                for where, folders, names in os.walk(self.folder) for name in folders + names]

    def content(self, besides=()):
        """Everything on it, in runs of bytes that lie beside each other. `besides`: files that may hold what they hold."""
        if not isMounted():
            return [read(path) for path in self.files() if path not in besides] + ["\n".join(self.names()).encode()]
        subprocess.run(["sync", "-f", self.folder], check=True)
        blocks = bytearray(read(self.image))
        for path in besides:
            content = read(path)
            for at in range(0, len(content), BLOCK):
                piece = content[at:at + BLOCK]
                place = blocks.find(piece)
                while place % BLOCK:
                    place = blocks.find(piece, place + 1)
                blocks[place:place + len(piece)] = bytes(len(piece))
        return runs(bytes(blocks))

    def close(self):
        if isMounted():
            subprocess.run(["umount", "-l", self.folder], check=False)


def read(path):
    with open(path, "rb") as file:
        return file.read()


def runs(content):
    """Without the blocks that hold nothing, which are most."""
    empty, found, current = bytes(BLOCK), [], []
    for at in range(0, len(content), BLOCK):
        block = content[at:at + BLOCK]
        if block != empty[:len(block)]:
            current.append(block)
        elif current:
            found.append(b"".join(current))
            current = []
    return found + [b"".join(current)] if current else found


class OnlyHere:
    """From close() on nothing can be written but at `place`, in a memory of its own: /tmp is the folder `temporary` then, and
    elsewhere writing fails. The folders `needed` can still be read, wherever they are."""

    def __init__(self, needed):
        self.needed, self.undone, self.place = needed, [], None
        if isMounted():
            self.top = next(top for top in ("/mnt", "/media", "/srv") if not any(folder.startswith(top) for folder in needed))
            self.mount("-t", "tmpfs", "tmpfs", self.top)
            self.place = self.top + "/place"
            os.mkdir(self.place)

    def mount(self, *words):
        subprocess.run(["mount", *words], check=True)
        self.undone.insert(0, ["umount", "-l", words[-1]])

    def close(self, temporary):
        if not isMounted():
            return
        for number, folder in enumerate(self.needed):
            os.mkdir(f"{self.top}/needed-{number}")
            self.mount("--bind", folder, f"{self.top}/needed-{number}")
        self.mount("--bind", temporary, "/tmp")
        for number, folder in enumerate(self.needed):
            if not os.path.exists(folder):
                os.makedirs(folder)
                self.mount("--bind", f"{self.top}/needed-{number}", folder)
        for folder in ("/", "/run", "/dev/shm"):
            if os.path.ismount(folder):
                subprocess.run(["mount", "-o", "remount,ro,bind", folder], check=True)
                self.undone.insert(0, ["mount", "-o", "remount,rw,bind", folder])

    def open(self):
        for words in self.undone:
            subprocess.run(words, check=True)


def base64Forms(content):
    """As it stands in base64, wherever it begins in what was encoded; with either alphabet."""
    for before in range(3):
        whole = base64.b64encode(bytes(before) + content)
        known = whole[(before * 8 + 5) // 6:((before + len(content)) * 8) // 6]
        yield known
        yield known.translate(bytes.maketrans(b"+/", b"-_"))


def forms(secret):
    """(name of the form, how many bytes of it stand for PIECE of the secret, how it stands there)"""
    content = secret.encode() if isinstance(secret, str) else bytes(secret)
    yield "as it is", PIECE, content
    yield "hex", 2 * PIECE, content.hex().encode()
    yield "HEX", 2 * PIECE, content.hex().upper().encode()
    for form in base64Forms(content):
        yield "base64", 4 * PIECE // 3, form
    if isinstance(secret, str):
        yield "UTF-16", PIECE, secret.encode("utf-16-le")
        escaped = urllib.parse.quote(secret, safe="").encode()
        if escaped != content:
            yield "percent", 3 * PIECE, escaped


class Search:
    """For any PIECE bytes in a row of what was added, in any of its forms; for the whole of what is shorter."""

    def __init__(self):
        self.pieces = {}  # by their length: {piece: (name, form)}
        self.whole = {}

    def add(self, name, secret, onlyAsItIs=False):
        for form, length, content in list(forms(secret))[:1 if onlyAsItIs else None]:
            if len(content) < length:
                self.whole[content] = (name, form)
                continue
            size = length - STEP + 1
            pieces = self.pieces.setdefault(size, {})
            for at in range(len(content) - size + 1):
                pieces.setdefault(content[at:at + size], (name, form))

    def found(self, contents):
        """{(name, form)}"""
        found = set()
        for content in contents:
            found.update(what for secret, what in self.whole.items() if secret in content)
            for size, pieces in self.pieces.items():
                for at in range(0, len(content) - size + 1, STEP):
                    piece = content[at:at + size]
                    if piece in pieces:
                        found.add(pieces[piece])
        return found
