"""Fetching a page politely: what robots.txt forbids is not asked for, what did not change is not sent again, what is too
large is not read to its end. Addresses are looked at as for webhooks (`landsea.base.outgoing.public_network`)."""

import http.client
from dataclasses import dataclass
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from landsea.base.outgoing.public_network import (
    NotAllowed,
    connect_to,
    find_public_address,
    read_up_to,
    write_host_header,
)
from landsea.rules.poller.items import PageTrouble, decode_page

AGENT = "Landsea"
MOST_BYTES = 5 * 1024 * 1024
MOST_ROBOTS = 256 * 1024
SECONDS = 60
"""How long a page may take in all: some sites of the corridor are slow."""
OK, NOT_MODIFIED = 200, 304


@dataclass(frozen=True)
class Page:
    """What came: the text, and what to send next time so that nothing comes twice. `text` is None when unchanged."""

    text: str | None
    etag: str = ""
    modified: str = ""


def fetch_page(url: str, *, etag: str = "", modified: str = "") -> Page:
    """Fetch a page. Raises PageTrouble with a sentence for everything that is no page."""
    if not _may_fetch(url):
        raise PageTrouble("The site's robots.txt asks us not to read this page.")
    conditions = {"If-None-Match": etag, "If-Modified-Since": modified}
    status, headers, body = _get_bytes(url, {name: value for name, value in conditions.items() if value}, MOST_BYTES)
    if status == NOT_MODIFIED:
        return Page(None, etag, modified)
    if status != OK:
        raise PageTrouble(f"The site answered {status}.")
    if len(body) > MOST_BYTES:
        raise PageTrouble("The page is larger than 5 MB; it is no list of news.")
    charset = headers.get_content_charset() or ""
    return Page(decode_page(body, charset), headers.get("ETag", ""), headers.get("Last-Modified", ""))


def _may_fetch(url: str) -> bool:
    parts = urlsplit(url)
    try:
        status, _, body = _get_bytes(f"{parts.scheme}://{parts.netloc}/robots.txt", {}, MOST_ROBOTS)
    except PageTrouble:
        return True  # a site without an answer for its rules: the page itself will say what is wrong
    robots = RobotFileParser()
    robots.parse(body[:MOST_ROBOTS].decode("utf-8", "replace").splitlines() if status == OK else [])
    return robots.can_fetch(AGENT, url)


def _get_bytes(url: str, headers: dict[str, str], most: int) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Return status, headers and at most `most` + 1 bytes; redirects are not followed."""
    try:
        address, host, port, path = find_public_address(url, plain_too=True)
        with connect_to(url.startswith("https:"), address, host, port, SECONDS) as connection:
            connection.request(
                "GET", path, headers={"Host": write_host_header(host, port, url), "User-Agent": AGENT, **headers}
            )
            answer = connection.getresponse()
            return answer.status, answer.headers, read_up_to(answer, most + 1)
    except NotAllowed as refused:
        raise PageTrouble(str(refused)) from None
    except (OSError, http.client.HTTPException) as problem:
        raise PageTrouble(f"The site did not answer: {type(problem).__name__}.") from None
