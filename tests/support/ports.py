"""Ports for servers of tests, none of which meets another's."""

import random
import socket

WITHIN = 10_000
claims = []  # each held until this process ends


def firstGivenOut():
    """The lowest port that the system gives to whoever asks for any: to a client, to a test that binds port 0."""
    with open("/proc/sys/net/ipv4/ip_local_port_range", encoding="ascii") as file:
        return int(file.read().split()[0])


def freePort():
    """A port of 127.0.0.1 that nobody listens on. It is this process's even while its server is down: no other test is
    given it, and the system gives it to nobody."""
    end = firstGivenOut()
    ports = list(range(max(1024, end - WITHIN), end))
    random.shuffle(ports)
    for port in ports:
        claim = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        try:
            claim.bind(f"\0bongsu-test-port-{port}")  # one name in a network namespace, gone with this process
            with socket.socket() as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(("127.0.0.1", port))
        except OSError:
            claim.close()
            continue
        claims.append(claim)
        return port
    raise AssertionError("no port is free")
