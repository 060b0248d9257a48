"""Emptying an IMAP box into the mailroom, for installations whose mail is kept by somebody else.

1. Read what lies in the box's folder, oldest first, without marking it as read.
2. Keep each mail under a key made of box, UIDVALIDITY and UID: after a crash the same mail is kept once.
3. Only when it is committed, move it to the folder for what was taken, where it stays as a second copy.

The box has no envelope: the addresses are those that its server wrote (Delivered-To, X-Original-To) or that stand in To and Cc.
A mail that names none of ours is kept all the same, for a person. The box accepted it, so nothing is refused here, and the
limit of the gate does not count.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from imap_tools import BaseMailBox, MailBox, MailBoxUnencrypted

from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.addresses import Purpose, read_own_address
from landsea_core.mailtext.opening.addresses import list_recipients
from landsea_core.mailtext.opening.opening import Unopenable, open_mail

AT_A_TIME = 50
MOST_ADDRESSES = 5


@dataclass(frozen=True)
class Box:
    """Where the box is and how it is opened."""

    host: str
    port: int
    user: str
    password: str
    folder: str = "INBOX"
    taken_folder: str = "Landsea"
    tls: bool = True


def empty_box(box: Box, *, now: datetime) -> int:
    """Take what lies in the box and return how many mails were taken. May run at any time and any number of times."""
    kind = MailBox if box.tls else MailBoxUnencrypted
    taken = 0
    with kind(box.host, port=box.port, timeout=60).login(box.user, box.password, initial_folder=box.folder) as opened:
        if not opened.folder.exists(box.taken_folder):
            opened.folder.create(box.taken_folder)
        validity = opened.folder.status(box.folder)["UIDVALIDITY"]
        while uids := opened.uids("ALL")[:AT_A_TIME]:
            keep_mails([_handed(box, validity, uid, _bytes_of(opened, uid)) for uid in uids], now=now)
            opened.move(uids, box.taken_folder)
            taken += len(uids)
    return taken


def _bytes_of(opened: BaseMailBox, uid: str) -> bytes:
    """Return a mail exactly as it lies there: written anew from its parts, a broken one would be another mail."""
    _status, answer = opened.client.uid("fetch", uid, "(BODY.PEEK[])")
    return next((part[1] for part in answer if isinstance(part, tuple)), b"")


def _handed(box: Box, validity: int, uid: str, raw: bytes) -> Handed:
    where = f"{box.user}@{box.host}/{box.folder}/{validity}/{uid}"
    key = f"imap:{hashlib.sha256(where.encode()).hexdigest()}"
    return Handed(raw, list_addresses_in_box(raw), peer=box.host, came_by="imap", box_key=key)


def list_addresses_in_box(raw: bytes) -> tuple[str, ...]:
    """Return the addresses of ours that a mail names, or the first that it names at all, for a person."""
    try:
        named = list_recipients(open_mail(raw).headers)
    except Unopenable:
        named = ()
    ours = tuple(one for one in named if read_own_address(one).purpose is not Purpose.NOBODY)
    return ours[:MOST_ADDRESSES] or (named[0] if named else "",)
