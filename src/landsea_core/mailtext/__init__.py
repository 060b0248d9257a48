"""Reading inbound mail: what a mail is, who wrote it, and which of its words are new. Pure: bytes in, frozen dataclasses out.

`read_mail` is the door. The rooms behind it: `opening` (bytes to headers and parts), `charsets`, `body` (words and papers),
`written` (what is new), `kinds` (the chain of filters). `reply_address` and `message_ids` make and know our own addresses.

The reader is looked up when it is first asked for: whoever only makes a Message-ID does not wait for it.
"""

from typing import TYPE_CHECKING

from landsea_core.mailtext.mail_facts import (
    Attachment,
    FailedAddress,
    House,
    Kind,
    MailReading,
)

if TYPE_CHECKING:
    from landsea_core.mailtext.mail_reader import read_mail

__all__ = ["Attachment", "FailedAddress", "House", "Kind", "MailReading", "read_mail"]


def __getattr__(name: str) -> object:
    """Return the reader, and keep it here."""
    if name != "read_mail":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from landsea_core.mailtext.mail_reader import read_mail

    globals()[name] = read_mail
    return read_mail
