"""Keeps what was changed of what had been read, in the transaction of the act that changed it."""

from collections.abc import Iterable
from datetime import datetime

from landsea.accounts.actors import Actor
from landsea.cases.models import Case, ReadingCorrection
from landsea.cases.models.corrections import Who
from landsea.cases.reading.suggesting import changed_by_office
from landsea.directory import access as directory_access
from landsea_core.text.corrections import COUNTRY, MATTER, TOPIC, Change


def rows_of(case: Case, who: str, found: Iterable[Change], now: datetime) -> list[ReadingCorrection]:
    """Return the rows, not yet written, of these changes on a case."""
    return [
        ReadingCorrection(
            case=case, at=now, who=who, kind=change.kind, before=change.before, after=change.after,
            confidence=change.confidence, lexicon=case.reading.get("lexicon", ""), model=case.reading.get("model", ""),
        )
        for change in found
    ]  # fmt: skip


def office_role(actor: Actor) -> str:
    """Return in which role somebody on the office side changes a case."""
    return Who.COORDINATOR if actor.is_coordinator else Who.DESK


def told_by_hand_off(case: Case, desk) -> dict[str, tuple[str, str]]:
    """Return what a hand-off to this desk says about the case, kind to (from, to): where the desk answers for one topic, one
    matter or one country only, and the case stands under another.
    """
    rows = directory_access.competences_of(desk)
    told = {}
    for kind in (TOPIC, MATTER, COUNTRY):
        answered = {getattr(row, kind) for row in rows}
        if len(answered) == 1 and "" not in answered and (value := answered.pop()) != getattr(case, kind):
            told[kind] = (getattr(case, kind), value)
    return told


def keep_hand_off(work, desk) -> None:
    """Keep what a hand-off to this desk says about the reading of the case under work; nothing where no words were read."""
    if work.case.reading:
        found = changed_by_office(work.case.reading, told_by_hand_off(work.case, desk))
        work.rows.corrections += rows_of(work.case, office_role(work.actor), found, work.now)
