"""Asking a server at an address that somebody gave us: only on the public network, only once resolved, never along a
redirect. Webhooks, gateways for short messages and pages that are read go out through here, and nothing else does.

The name is resolved first, every address it has must be public, and the connection goes to the very address that was
looked at, so a name that changes in between leads nowhere else. Answers are read up to a limit and for a limited time.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext

TIMEOUT = 10
MOST_READ = 2048
MOST_WORDS = 300
UNICAST = ipaddress.IPv6Network("2000::/3")
"""What is given out to the public network; all that is public and outside it only wraps an IPv4 address."""
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
ISATAP = frozenset({0x00005EFE, 0x02005EFE})
"""How the lower half of an address begins that a private network's own tunnel made of an IPv4 address (RFC 5214)."""
NO_SERVERS = tuple(
    ipaddress.ip_network(one)
    for one in (
        "192.0.0.0/24",  # protocols: 192.0.0.9 is the router next to us (RFC 7723)
        "192.88.99.0/24",  # relays of 6to4 (RFC 7526)
        "2001::/23",  # protocols: Teredo, benchmarks, relays, names without a place (RFC 2928)
        "3fff::/20",  # examples (RFC 9637)
    )
)
"""What IANA's registries of special addresses give to no server, and versions of Python call public or not, each as it knew.
A NAT64 under a prefix of a network's own cannot be told from its addresses: there, the network refuses what is private.
"""


@dataclass(frozen=True)
class Answer:
    """What a server answered: its status, its headers (names in lower case), and as much of its body as was asked for."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class NotAllowed(Exception):
    """The address may not be posted to; the message is a sentence for whoever gave it."""


def find_public_address(
    url: str, *, plain_too: bool = False, private_too: bool | None = None
) -> tuple[str, str, int, str]:
    """Return (ip, host, port, path with query) of an https address (http too, if `plain_too`) on the public network, all in
    ASCII; `private_too` lets private ones and http pass too (None: as HOOKS_MAY_BE_PRIVATE says, for addresses of readers).

    Raises NotAllowed with a sentence for anything else: other schemes, credentials, unknown names, private addresses.
    """
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
        path = iri_to_uri(f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/")
    except ValueError:
        raise NotAllowed(gettext("This is no web address. Write it like https://receiver.example/landsea.")) from None
    private_allowed = settings.HOOKS_MAY_BE_PRIVATE if private_too is None else private_too
    if parts.scheme not in ({"https", "http"} if private_allowed or plain_too else {"https"}) or not host:
        raise NotAllowed(gettext("Give an address that begins with https://."))
    if parts.username or parts.password:
        raise NotAllowed(gettext("Leave names and passwords out of the address; what we send is signed."))
    port = port or (443 if parts.scheme == "https" else 80)
    try:
        host = host if host.isascii() else host.encode("idna").decode()
        found = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        raise NotAllowed(gettext("The name %(host)s is not known on the network.") % {"host": host}) from None
    if not private_allowed and not all(_is_public(address) for address in found):
        raise NotAllowed(
            gettext("%(host)s is on a private network. Give an address on the public one.") % {"host": host}
        )
    return sorted(found)[0], host, port, path


def _is_public(text: str) -> bool:
    """Whether an address is a server's on the public network; one that only wraps another is as public as that one."""
    address = ipaddress.ip_address(text.split("%", maxsplit=1)[0])
    if any(address in network for network in NO_SERVERS):
        return False
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = _wrapped_in(address)
        if wrapped is None:
            return address.is_global and address in UNICAST
        return _is_public(str(wrapped))
    return address.is_global and not address.is_multicast


def _wrapped_in(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """Return the IPv4 address that packets to this one end at: mapped, through a NAT64 (RFC 6052), by ISATAP, or by 6to4."""
    if address in NAT64 or int(address) >> 32 & 0xFFFFFFFF in ISATAP:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour


def post_body(url: str, body: bytes, headers: dict[str, str]) -> int:
    """Post and return the status. Raises NotAllowed, or OSError / http.client.HTTPException when nobody answers."""
    return ask_server("POST", url, body, headers).status


def ask_server(
    method: str,
    url: str,
    body: bytes | None = None,
    headers: Mapping[str, str] | None = None,
    *,
    private_too: bool | None = None,
    most: int = MOST_READ,
    seconds: float = TIMEOUT,
) -> Answer:
    """Ask and return the answer with at most `most` bytes of its body; a server that drips for longer than `seconds` is
    cut off. Raises NotAllowed, or OSError / http.client.HTTPException when nobody answers.
    """
    address, host, port, path = find_public_address(url, private_too=private_too)
    with connect_to(url.startswith("https:"), address, host, port, seconds) as connection:
        connection.request(method, path, body, {"Host": write_host_header(host, port, url), **(headers or {})})
        answer = connection.getresponse()
        kept = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, kept, read_up_to(answer, most))


def write_fault(problem: Exception) -> str:
    """Return why nobody answered, for a table: a server may say anything in place of an answer, and no table keeps a NUL.

    >>> write_fault(http.client.BadStatusLine("no\\0thing"))
    'BadStatusLine: no thing'
    """
    words = f"{type(problem).__name__}: {problem}"[:MOST_WORDS]
    return "".join(one if one.isprintable() else " " for one in words)


def read_up_to(answer: http.client.HTTPResponse, most: int) -> bytes:
    """Read up to `most` bytes of an answer's body."""
    parts: list[bytes] = []
    left = most
    while left > 0 and (part := answer.read1(min(left, 65536))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def write_host_header(host: str, port: int, url: str) -> str:
    """Return the Host header for an address."""
    usual = 443 if url.startswith("https:") else 80
    name = f"[{host}]" if ":" in host else host
    return name if port == usual else f"{name}:{port}"


@contextmanager
def connect_to(
    secure: bool, address: str, host: str, port: int, seconds: float
) -> Iterator[http.client.HTTPConnection]:
    """Give a connection to the address that was looked at; the certificate is checked for the name. When `seconds` have
    passed it is cut off, whatever drips by then: a handshake, the head or the body. Raises TimeoutError after that.
    """
    over = threading.Event()
    plain = socket.create_connection((address, port), seconds)
    handle = plain.dup()  # a secure socket takes the first one over
    clock = threading.Timer(seconds, _cut_off, [handle, over])
    clock.daemon = True
    clock.start()
    connection = http.client.HTTPConnection(address, port, timeout=seconds)
    connection.sock = plain
    try:
        if secure:
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        yield connection
        if over.is_set():
            raise TimeoutError("the answer took too long")
    except (OSError, http.client.HTTPException) as problem:
        if over.is_set():
            raise TimeoutError("the answer took too long") from problem
        raise
    except ValueError as problem:  # a name or an answer that the library cannot read
        raise http.client.HTTPException(str(problem)) from problem
    finally:
        clock.cancel()
        connection.close()
        handle.close()


def _cut_off(line: socket.socket, over: threading.Event) -> None:
    over.set()
    with suppress(OSError):  # it was closed at this moment
        line.shutdown(socket.SHUT_RDWR)
