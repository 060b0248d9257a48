"""Which addresses count as public, and how long a server may take in all."""

import socket
import threading
import time
from contextlib import contextmanager

import pytest

from landsea.base.outgoing.public_network import NotAllowed, ask_server, public_address


@pytest.mark.parametrize(
    "address",
    [
        "64:ff9b::7f00:1",  # the machine itself, through a NAT64
        "64:ff9b::a9fe:a9fe",  # a cloud's own answers about the machine, through a NAT64
        "64:ff9b:1::a00:1",
        "2002:7f00:1::",  # 6to4
        "2002:c0a8:101::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "::ffff:0:7f00:1",
        "fec0::1",
        "fd00::1",
        "2001:db8::1",
        "ff02::1",
        "100.64.0.1",
    ],
)
def test_a_private_network_in_any_clothing_is_refused(settings, address):
    settings.HOOKS_MAY_BE_PRIVATE = False
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(NotAllowed):
        public_address(f"https://{host}/")


@pytest.mark.parametrize(
    "address", ["2606:4700::1111", "64:ff9b::5db8:d822", "2002:5db8:d822::1", "::ffff:93.184.216.34"]
)
def test_a_public_server_behind_ipv6_is_taken(settings, address):
    settings.HOOKS_MAY_BE_PRIVATE = False
    assert public_address(f"https://[{address}]/")[1] == address


def test_an_address_in_any_script_is_asked_for_in_ascii(monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_given, **_more: [(0, 0, 0, "", ("93.184.216.34", 443))])
    _ip, host, _port, path = public_address("https://b\u00fccher.example/n\u00e0y?q=\u00f1", private_too=False)
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
