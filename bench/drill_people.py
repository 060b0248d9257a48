"""Who is at work while processes die: people who file and reply on pages, and mail servers that hand over mails.

Each says a word of its own. It is noted when it was acknowledged (an answer below 400, or 250 from the mail intake); what was
not is sent again with the same key, or as the same mail, as a browser, a person or a mail server would.
"""

import contextlib
import random
import re
import smtplib
import threading
import uuid
from collections.abc import Callable
from email import message_from_bytes, policy

from bench.mail_site import DOMAIN

FORM = {
    "place_text": "Mohan",
    "country": "CN",
    "goods": "dried cassava",
    "filer_country": "LA",
    "matter": "plant_health",
    "lane": "normal",
    "visibility": "named",
    "name": "Drill",
    "party": "Drill Cassava",
    "action": "send",
}
WORDS = {"filed": "Drill", "replied": "Reply", "filed by mail": "Mailed", "replied by mail": "Answer"}
"""What each kind of thing begins with, before 32 hexadecimal figures of its own."""
Acknowledged = dict[str, set[str]]


def nothing_yet() -> Acknowledged:
    """Return the sets into which everybody notes what was acknowledged."""
    return {kind: set() for kind in WORDS}


def new_words(kind: str) -> str:
    """Return words of this kind that nobody has said before."""
    return f"{WORDS[kind]} {uuid.uuid4().hex}"


def person(
    port: int | Callable[[], int], number: int, stop: threading.Event, acknowledged: Acknowledged, *, rest: float = 0
) -> None:
    """File and reply until told to stop. `port`: of the web server, or how it is found each time, as a proxy does."""
    from bench.client import Client

    random.seed(number)
    find_port = port if callable(port) else lambda: port
    while not stop.is_set():
        words, key, mailbox = new_words("filed"), uuid.uuid4().hex * 2, ""
        while not mailbox and not stop.is_set():
            with contextlib.suppress(Exception):
                client = Client(find_port())
                client.learn_token("/file/")
                fields = {
                    **FORM,
                    "text": f"{words} our lorry waits.",
                    "key": key,
                    "email": f"{key[:12]}@drill.example.org",
                }
                _, _, headers = client.post("/file/", fields)
                assert headers["Location"]  # a form that is asked again is no acknowledgement
                acknowledged["filed"].add(words)
                page = client.get(headers["Location"])[1]
                link = re.search(r"/m/[\w-]{43}", page).group(0)
                mailbox = client.get(link)[2]["Location"]
            if not mailbox:
                stop.wait(0.3)  # nobody answers: it is tried again, and not without a pause
        reply, once = new_words("replied"), uuid.uuid4().hex * 2  # a key of a form's own length: a shorter one is none
        while mailbox and not stop.is_set():
            with contextlib.suppress(Exception):
                client = Client(find_port(), client.cookies)  # one whose server died midway may be of no use any more
                client.learn_token(mailbox)
                client.post(f"{mailbox}reply", {"body": reply, "key": once})
                acknowledged["replied"].add(reply)
                break
            stop.wait(0.3)
        stop.wait(rest)


def answering_by_mail(
    port: int, people: list[tuple[str, str]], stop: threading.Event, acknowledged: Acknowledged, *, rest: float = 0.5
) -> None:
    """Answer our mails by LMTP until told to stop. `people`: (sender, reply address), each used in turn."""
    number = 0
    while not stop.is_set():
        sender, recipient = people[number % len(people)]
        words = new_words("replied by mail")
        if hand_over(port, sender, recipient, mail_of(sender, recipient, "Re: your case has arrived", words), stop):
            acknowledged["replied by mail"].add(words)
        number += 1
        stop.wait(rest)


def filing_by_mail(port: int, stop: threading.Event, acknowledged: Acknowledged, *, rest: float = 2) -> None:
    """File cases at a country's address by LMTP until told to stop, each from an address of its own and with a paper."""
    while not stop.is_set():
        words = new_words("filed by mail")
        sender, recipient = f"{words[-12:]}@drill.example.org", f"cn@{DOMAIN}"
        text = (
            f"{words} our lorry with dried cassava waits at Mohan; the plant quarantine does not take the certificate."
        )
        if hand_over(port, sender, recipient, with_paper(mail_of(sender, recipient, "Lorry at Mohan", text)), stop):
            acknowledged["filed by mail"].add(words)
        stop.wait(rest)


def hand_over(port: int, sender: str, recipient: str, mail: bytes, stop: threading.Event) -> bool:
    """Hand one mail to the intake, the same bytes again until it is taken, as a mail server does; False when told to stop."""
    while not stop.is_set():
        with contextlib.suppress(OSError, smtplib.SMTPException):
            with smtplib.LMTP("127.0.0.1", port, timeout=20) as client:
                client.sendmail(sender, [recipient], mail)
            return True
        stop.wait(0.5)
    return False


def mail_of(sender: str, recipient: str, subject: str, text: str) -> bytes:
    """Return a mail as a mail program writes it, as CRLF lines; our own words are quoted below an answer."""
    quoted = "\r\n\r\nOn Mon, 30 Nov 2026 at 10:00, Landsea wrote:\r\n> Your case has arrived.\r\n"
    return (
        f"From: {sender}\r\nTo: {recipient}\r\nSubject: {subject}\r\nMessage-ID: <{uuid.uuid4().hex}@people.example.org>\r\n"
        "Date: Tue, 01 Dec 2026 10:00:00 +0700\r\nMIME-Version: 1.0\r\n"
        'Content-Type: text/plain; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n'
        f"{text}{quoted if subject.startswith('Re:') else chr(13) + chr(10)}"
    ).encode()


def with_paper(mail: bytes) -> bytes:
    """Return the mail with a small paper of its own."""
    whole = message_from_bytes(mail, policy=policy.SMTP)
    rows = "".join(f"{number},{uuid.uuid4().hex}\n" for number in range(40))
    whole.add_attachment(f"sack,seal\n{rows}", subtype="csv", filename="seals.csv")
    return whole.as_bytes()
