"""What a way takes and what it gives back: one shape for SMS, calls and messengers."""

from dataclasses import dataclass
from typing import Protocol

from landsea.base.outbox.channels import Outcome


@dataclass(frozen=True)
class ShortMessage:
    """What is to be said. `number` is the delivery's, so that a gateway can tell a repeat; `choices` are what the other
    side may press, as (code that comes back, words): a messenger shows buttons, an SMS the words alone. `text` has any link
    in it already.
    """

    number: int
    text: str
    language: str = "en"
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class IncomingFile:
    """A file that came with a message, still at the messenger: its number there, its name, and its size in bytes (0: not
    said).
    """

    remote_id: str
    name: str
    size: int = 0


@dataclass(frozen=True)
class IncomingMessage:
    """What came in. `update` is the messenger's own number of it: the same one twice is one. `remote` is who wrote, as the
    messenger proves it; `choice` the code of a button that was pressed, with `press` to be answered by. `quoted` is the
    messenger's number of the message that this one answers, where its writer chose one.
    """

    channel: str
    update: str
    remote: str
    text: str = ""
    choice: str = ""
    press: str = ""
    quoted: str = ""
    language: str = ""
    file: IncomingFile | None = None


class Way(Protocol):
    """One way out. `code` is what deliveries bear as their channel. `knows_people` says that an address is an account with a
    messenger, which its owner connects; otherwise it is a telephone.
    """

    code: str
    knows_people: bool

    def is_set_up(self) -> bool:
        """Say whether this installation has the settings for it."""

    def send(self, address: str, message: ShortMessage) -> Outcome:
        """Send and say what became of it. Raises nothing that a network or a gateway can cause."""

    def fetch_file(self, file: IncomingFile) -> bytes:
        """Return the bytes of a file that came in. Raises FileLost with a sentence for the log."""


class FileLost(Exception):
    """A file that a messenger announced and does not give."""
