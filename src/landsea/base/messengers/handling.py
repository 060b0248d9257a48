"""Who deals with what came in: rooms above put their handlers in when Django starts, and each is asked in its order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from landsea.base.contributions import Slot


@dataclass(frozen=True)
class Received:
    """A message to be dealt with: from which account with which messenger, its words, the button pressed, a file with its
    bytes. `key` is the same whenever the same message is dealt with again; `at` is when it came (aware). `quoted` is the
    messenger's number of the message that it answers. `file_lost` says that a file was sent and could not be had.
    """

    channel: str
    remote: str
    key: str
    at: datetime
    text: str = ""
    choice: str = ""
    quoted: str = ""
    language: str = "en"
    file_name: str = ""
    file_bytes: bytes | None = None
    file_lost: bool = False


Handler = Callable[[Received], bool]
HANDLERS: Slot[Handler] = Slot("who deals with a message that came in; the first that says yes has it")
