"""Reading inbound mail: what a mail is, who wrote it, and which of its words are new. Pure: bytes in, frozen dataclasses out.

`read_mail` is the door. The rooms behind it: `opening` (bytes to headers and parts), `charsets`, `body` (words and papers),
`written` (what is new), `kinds` (the chain of filters). `reply_address` and `message_ids` make and know our own addresses.
"""

from landsea_core.mailtext.facts import Attachment, FailedAddress, House, Kind, MailReading
from landsea_core.mailtext.reading import read_mail

__all__ = ["Attachment", "FailedAddress", "House", "Kind", "MailReading", "read_mail"]
