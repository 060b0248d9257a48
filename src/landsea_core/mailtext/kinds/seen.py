"""What each filter looks at, and what it answers."""

from dataclasses import dataclass

from landsea_core.mailtext.body.choosing import Words
from landsea_core.mailtext.mail_facts import FailedAddress, House, Kind
from landsea_core.mailtext.opening.addresses import find_domain
from landsea_core.mailtext.opening.headers import Headers
from landsea_core.mailtext.opening.opening import Mail
from landsea_core.sentences import Sentence


@dataclass(frozen=True)
class Seen:
    """An opened mail as the filters see it. `deliveries` are (number, domain) of our mails that its headers answer."""

    mail: Mail
    words: Words
    house: House
    sender: str
    subject: str
    recipients: tuple[str, ...]
    deliveries: tuple[tuple[int, str], ...]

    @property
    def headers(self) -> Headers:
        """The mail's own headers."""
        return self.mail.headers

    @property
    def text(self) -> str:
        """All its words, plain if there are any."""
        return self.words.plain if self.words.plain.strip() else self.words.html

    @property
    def our_domains(self) -> frozenset[str]:
        """The domains that are ours: those of the house, else those it was sent to and whose mails it answers."""
        if self.house.domains:
            return self.house.domains
        return frozenset(
            {*(find_domain(one) for one in self.recipients), *(domain for _, domain in self.deliveries)} - {""}
        )

    @property
    def is_sent_by_program(self) -> bool:
        """Say whether the envelope has no sender: no person's mail has none."""
        return any(value.strip().strip("<> ") == "" for value in self.headers.all("return-path")[:1])


@dataclass(frozen=True)
class Finding:
    """What a filter answers: the kind, why, and the addresses that a report of delivery names."""

    kind: Kind
    reasons: tuple[Sentence, ...]
    failed: tuple[FailedAddress, ...] = ()
