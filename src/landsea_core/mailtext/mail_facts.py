"""What is told about an inbound mail, and what a reader has to know of the house it came to. No reading happens here."""

from dataclasses import dataclass, field
from enum import StrEnum

from landsea_core.sentences import Sentence


class Kind(StrEnum):
    """What an inbound mail is."""

    REPLY = "reply"
    NEW_CASE = "new_case"
    BOUNCE_HARD = "bounce_hard"
    BOUNCE_SOFT = "bounce_soft"
    AUTO_REPLY = "auto_reply"
    CALENDAR_REPLY = "calendar_reply"
    LOOP = "loop"
    SPAM_OR_FORGED = "spam_or_forged"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class House:
    """Whose mail is read.

    `domains` are those of our Message-IDs and reply addresses; empty means any, for a reader that knows no installation.
    `servers` are the names by which our own mail server signs its Authentication-Results (RFC 8601, authserv-id); when
    empty, a server counts as ours whose name lies in the domain that the mail was sent to. `reply_keys` are the keys of
    reply addresses, the newest first; without any, an address is only recognised by its form.
    """

    domains: frozenset[str] = frozenset()
    servers: frozenset[str] = frozenset()
    reply_keys: tuple[bytes, ...] = ()


@dataclass(frozen=True)
class Attachment:
    """A paper that came with a mail. The type is told from its bytes where the program that sent it left it open."""

    name: str
    type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class FailedAddress:
    """An address that a delivery report names: its status (RFC 3463, or empty), the server's words, whether for good."""

    address: str
    status: str
    said: str
    permanent: bool


@dataclass(frozen=True)
class MailReading:
    """What was read from one mail.

    `text` is what the person newly wrote; `whole_text` keeps the quotes, to be shown on request. `deliveries` are the
    numbers of our own mails that it answers or that came back. `reply_token` is the token of the reply address it was
    sent to; `token_is_ours` is None where no key was at hand to check it.
    """

    kind: Kind
    text: str = ""
    attachments: tuple[Attachment, ...] = ()
    language: str = "und"
    sender: str = ""
    reasons: tuple[Sentence, ...] = ()
    sender_name: str = ""
    subject: str = ""
    whole_text: str = ""
    message_id: str = ""
    deliveries: tuple[int, ...] = ()
    reply_token: str = ""
    token_is_ours: bool | None = None
    failed: tuple[FailedAddress, ...] = ()
