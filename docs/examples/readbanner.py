#!/usr/bin/python3
"""Reads a file of a public status page (banner.json unless another is named) and prints it if its signature is right.

    readbanner.py KEY BASE [PATH]     KEY: the page's public key in base64; BASE: its address, or a folder

Exit 0: genuine. 1: not genuine, show nothing. 2: cannot be read now, keep what you had until it expires."""

import base64
import sys
import urllib.request

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


def read(base, path):
    if base.startswith("https://"):
        with urllib.request.urlopen(f"{base}/{path}", timeout=10) as answer:
            return answer.read(1 << 20)
    with open(f"{base}/{path}", "rb") as file:
        return file.read()


def main(key, base, path="banner.json"):
    try:
        content, signature = read(base, path), read(base, path + ".sig")
    except OSError as fault:
        print(fault, file=sys.stderr)
        return 2
    message = b"bongsu/page/1\0" + path.encode() + b"\0" + content
    try:
        Ed25519PublicKey.from_public_bytes(base64.b64decode(key)).verify(base64.b64decode(signature), message)
    except (InvalidSignature, ValueError):
        print("not signed by this key", file=sys.stderr)
        return 1
    sys.stdout.buffer.write(content)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
