"""Who is asking, as one frozen value that every access function and action takes.

Built once a request from the session and the *current* appointments (`landsea.directory.actors`), so that somebody whose
appointment ended can do nothing from the next request on. No rights are stored anywhere else.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Actor:
    """A person, the filer behind a secret link, or the platform itself.

    `desks` are the ids of desks the person holds, deputises for or heads through the office; `heads` the office ids
    headed; `associations` the office ids filed for; `observes` the office ids (missions) observed for, read-only,
    with `observed_countries`. `filer_case` is the id of the one case that a filer's link opens. `link_case` is the one
    case that a desk without an account answers by a link, as `link_desk` from the address of `link_contact` (ids); such
    an actor has no desks of its own and sees nothing else. `link_seat` is the one seat at a dialogue for which
    somebody without an account answers by a link.
    """

    user_id: int | None = None
    name: str = ""
    language: str = "en"
    zone: str = "UTC"
    holds: frozenset[int] = frozenset()
    deputises: frozenset[int] = frozenset()
    desks: frozenset[int] = frozenset()
    heads: frozenset[int] = frozenset()
    associations: frozenset[int] = frozenset()
    observed_countries: frozenset[str] = frozenset()
    is_coordinator: bool = False
    is_operator: bool = False
    is_editor: bool = False
    filer_case: int | None = None
    link_case: int | None = None
    link_desk: int | None = None
    link_contact: int | None = None
    link_seat: int | None = None
    is_system: bool = field(default=False)

    @property
    def is_officer(self) -> bool:
        """True for people at desks, heads, coordinators and observers: those who sign in to read cases."""
        return bool(self.desks or self.heads or self.is_coordinator or self.observed_countries)

    @property
    def works_at_desks(self) -> bool:
        """True for those who act on cases, as opposed to those who only observe."""
        return bool(self.desks or self.is_coordinator)

    @property
    def edits_facts(self) -> bool:
        """True for those who write the book of rules, the network and the figures' rulings: editors and coordinators."""
        return self.is_editor or self.is_coordinator

    @property
    def has_appointment(self) -> bool:
        """True while any appointment of this person holds."""
        return self.is_officer or self.is_operator or self.is_editor or bool(self.associations)

    @property
    def must_use_second_factor(self) -> bool:
        """Whoever can see somebody else's case or address, or change what everybody reads, needs a second factor."""
        return self.has_appointment

    @property
    def label(self) -> str:
        """How the audit names the actor: never a filer's name."""
        if self.user_id:
            return f"user:{self.user_id}"
        if self.link_contact:
            return f"contact:{self.link_contact}"
        if self.link_seat:
            return f"seat:{self.link_seat}"
        return "filer" if self.filer_case else "system" if self.is_system else "anonymous"


ANONYMOUS = Actor()
SYSTEM = Actor(is_system=True, name="Landsea")


def make_filer(case_id: int, language: str = "en") -> Actor:
    """Return the actor behind a valid secret link to this case."""
    return Actor(filer_case=case_id, language=language)
