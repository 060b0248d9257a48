"""What a filer typed, as one value, and what follows from it before anything is stored: desk, deadlines, who will see it.

The page that shows this before sending and the act that files ask the same function, so they cannot disagree.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

from landsea.cases.mapping import compute_deadline_of_step
from landsea.directory import access as directory_access
from landsea.directory.routing import find_accountable_desk
from landsea_core.caseflow import Lane, Step, Visibility
from landsea_core.clock.deadlines import Deadline
from landsea_core.routing import RoutingQuestion
from landsea_core.text.quality.corrections import Change

TITLE_LENGTH = 100


@dataclass(frozen=True)
class Filing:
    """One problem as it is filed. Empty text means that the filer left it open. `form_key` is the secret of the form: the
    same key files once. `association` and `member` are row ids when an association files. `written_in` is the language
    of the words, `reading` what they suggested (see `understanding.suggestions`), `corrections` what the filer changed
    of it; `to_read` is what the filer chose when all that is to be found out after filing instead. `about_page` is the page
    it was filed from, as kind and code. `by_mail`: it came by mail, so the receipt says what was understood, which nobody
    has seen yet.
    """

    text: str
    visibility: Visibility
    lane: Lane = Lane.NORMAL
    language: str = "en"
    place_code: str = ""
    place_text: str = ""
    country: str = ""
    filer_country: str = ""
    goods: str = ""
    hs: str = ""
    topic: str = ""
    matter: str = ""
    direction: str = ""
    lane_reason: str = ""
    about_page: str = ""
    happened_on: date | None = None
    name: str = ""
    party: str = ""
    email: str = ""
    phone: str = ""
    form_key: str = ""
    association: int | None = None
    member: int | None = None
    joint_members: tuple[int, ...] = field(default=())
    is_demo: bool = False
    written_in: str = ""
    reading: dict = field(default_factory=dict, repr=False)
    corrections: tuple[Change, ...] = field(default=(), repr=False)
    to_read: dict[str, str] | None = field(default=None, repr=False)
    by_mail: bool = False


@dataclass(frozen=True)
class Plan:
    """What will happen to a filing: its accountable desk, why (`reasons` as codes with values), and the deadlines of the
    first steps [(step, deadline)], each counted from now as if the one before took no time at all. `meant` is the desk
    that answers for it, when nobody there can and the coordinator's is accountable instead.
    """

    desk: object
    meant: object
    place: object
    reasons: list[dict]
    deadlines: list[tuple[Step, Deadline]]


def make_question(filing: Filing, place) -> RoutingQuestion:
    """Return what routing asks: whose desk answers for this. `place` is the row of its place code, or None."""
    return RoutingQuestion(
        topic=filing.topic,
        matter=filing.matter,
        country=filing.country or (place.country if place else ""),
        places=directory_access.place_chain(place),
        hs=filing.hs,
        direction=filing.direction,
        filer_country=filing.filer_country,
    )


def plan_for(filing: Filing, now: datetime) -> Plan:
    """Return the desk that will get the filing, with reasons, and the deadlines that will run from `now` (aware)."""
    place = directory_access.find_place(filing.place_code) if filing.place_code else None
    found = find_accountable_desk(make_question(filing, place), now)
    deadlines = [
        (step, compute_deadline_of_step(step, filing.lane, found.desk, now))
        for step in (Step.ADMIT, Step.ACCEPT, Step.ANSWER, Step.SOLVE)
    ]
    reasons = [{"code": reason.code, "values": dict(reason.values)} for reason in found.reasons]
    return Plan(found.desk, found.meant, place, reasons, deadlines)


def make_title(text: str) -> str:
    """Return the first sentence or line of a text, cut at a word, as a case's title."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    for mark in (". ", "。", "! ", "? ", "！", "？"):
        head = line.split(mark)[0]
        if 0 < len(head) < len(line) and len(head) <= TITLE_LENGTH:
            line = head
            break
    if len(line) <= TITLE_LENGTH:
        return line
    cut = line[:TITLE_LENGTH]
    return (cut.rsplit(" ", 1)[0] if " " in cut[60:] else cut) + "…"
