"""Which addresses count as public, and how long a server may take in all."""

import ipaddress
import socket
import threading
import time
from contextlib import contextmanager

import pytest

from landsea.base.outgoing.public_network import NotAllowed, ask_server, find_public_address

# IANA's registries of special IPv4 and IPv6 addresses, 2026: the first, one within and the last of each that is no server.
SPECIAL_IPV4 = """
    0.0.0.0 0.1.2.3 0.255.255.255  10.0.0.0 10.1.2.3 10.255.255.255  100.64.0.0 100.100.1.1 100.127.255.255
    127.0.0.0 127.0.0.1 127.255.255.255  169.254.0.0 169.254.169.254 169.254.255.255  172.16.0.0 172.20.1.1 172.31.255.255
    192.0.0.0 192.0.0.9 192.0.0.10 192.0.0.170 192.0.0.255  192.0.2.0 192.0.2.255  192.88.99.0 192.88.99.1 192.88.99.255
    192.168.0.0 192.168.1.1 192.168.255.255  198.18.0.0 198.19.255.255  198.51.100.0 198.51.100.255
    203.0.113.0 203.0.113.255  224.0.0.0 224.0.0.251 239.255.255.255  240.0.0.0 255.255.255.254 255.255.255.255
"""
SPECIAL_IPV6 = """
    :: ::1 ::7f00:1 ::127.0.0.1  ::ffff:0:7f00:1  64:ff9b:1:: 64:ff9b:1::a00:1 64:ff9b:1:ffff::1  100:: 100::1 100:0:0:1::1
    2001:: 2001:0:7f00:1:: 2001::ffff:ffff 2001:1::1 2001:1::2 2001:1::3 2001:2::1 2001:3::1 2001:4:112::1 2001:10::1
    2001:20::1 2001:30::1 2001:1ff:ffff::1  2001:db8:: 2001:db8:ffff::1  3fff:: 3fff:fff:ffff::1  5f00:: 5f00::1
    fc00:: fd00::1 fdff:ffff::1  fe80::1 fec0::1 feff::1  ff01::1 ff02::1 ff0e::1  4000::1 e000::1
"""
WRAPPERS = {
    "mapped": "::ffff:{0}",
    "compatible": "::{0}",
    "translated": "::ffff:0:{0}",
    "NAT64": "64:ff9b::{0}",
    "NAT64 of a network": "64:ff9b:1::{0}",
    "ISATAP": "2a00:1450:4001::5efe:{0}",
    "ISATAP, of one only": "2a00:1450:4001::200:5efe:{0}",
}


def in_6to4(address: str) -> str:
    high, low = divmod(int(ipaddress.IPv4Address(address)), 65536)
    return f"2002:{high:x}:{low:x}::1"


def in_every_clothing(address: str) -> list[str]:
    """Return an IPv4 address as itself, and in all that wraps one in IPv6."""
    return [address, in_6to4(address), *(shape.format(address) for shape in WRAPPERS.values())]


@pytest.mark.parametrize(
    "address", [*(one for each in SPECIAL_IPV4.split() for one in in_every_clothing(each)), *SPECIAL_IPV6.split()]
)
def test_a_private_network_in_any_clothing_is_refused(settings, address):
    settings.HOOKS_MAY_BE_PRIVATE = False
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(NotAllowed):
        find_public_address(f"https://{host}/")


@pytest.mark.parametrize(
    "address",
    [
        "2606:4700::1111",
        "2001:200::1",
        "3ffe:ffff::1",
        "64:ff9b::5db8:d822",
        "2002:5db8:d822::1",
        "::ffff:93.184.216.34",
        "2a00:1450:4001::5efe:5db8:d822",
    ],
)
def test_a_public_server_behind_ipv6_is_taken(settings, address):
    settings.HOOKS_MAY_BE_PRIVATE = False
    assert find_public_address(f"https://[{address}]/")[1] == address


def test_an_address_in_any_script_is_asked_for_in_ascii(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_given, **_more: [(0, 0, 0, "", ("93.184.216.34", 443))])
    _ip, host, _port, path = find_public_address("https://b\u00fccher.example/n\u00e0y?q=\u00f1", private_too=False)
    assert (host, path) == ("xn--bcher-kva.example", "/n%C3%A0y?q=%C3%B1")


@contextmanager
def server_that_drips(begins: bytes, drip: bytes):
    """Run a server that answers with `begins` and then `drip` every tenth of a second, for ever."""
    listening = socket.create_server(("127.0.0.1", 0))

    def answer():
        line, _peer = listening.accept()
        with line:
            line.recv(4096)
            try:
                line.sendall(begins)
                for _one in range(100):
                    line.sendall(drip)
                    time.sleep(0.1)
            except OSError:
                return

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
    finally:
        listening.close()
        thread.join(timeout=12)


@pytest.mark.parametrize(
    ("begins", "drip"),
    [
        (b"HTTP/1.1 200 OK\r\nX-Long: ", b"a"),
        (b"HTTP/1.1 200 OK\r\n", b"X-More: 1\r\n"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 2000\r\n\r\n", b"a"),
        (b"HTTP/1.1 200 OK\r\n\r\n", b"a"),
    ],
)
def test_whoever_drips_is_cut_off_in_head_and_body(begins, drip):
    began = time.monotonic()
    with server_that_drips(begins, drip) as address, pytest.raises(TimeoutError):
        ask_server("GET", address, private_too=True, seconds=0.5)
    assert time.monotonic() - began < 3


def test_whoever_drips_before_a_secure_line_stands_is_cut_off():
    began = time.monotonic()
    with server_that_drips(b"\x16\x03\x03\x3f\xff", b"\x02") as address, pytest.raises(OSError):
        ask_server("GET", address.replace("http:", "https:"), private_too=True, seconds=0.5)
    assert time.monotonic() - began < 3
