"""Keeps what was read of a filer's words, and what was changed of it, in the transaction of the act that changed it. Reading
takes as long as all else of filing together, so the words of a form are read after it: by the worker (`read_filed`), or by
the first act that needs to know what was read.
"""

from collections.abc import Iterable
from datetime import datetime

from landsea.base.actors import Actor
from landsea.cases.models import Case, ReadingCorrection, WordsToRead
from landsea.cases.models.corrections import Who
from landsea.cases.understanding.meaning import understand_filing
from landsea.cases.understanding.suggestions import find_changed_by_office, note_evidence
from landsea.directory import access as directory_access
from landsea_core.text.quality.corrections import (
    COUNTRY,
    MATTER,
    TOPIC,
    Change,
)


def make_rows(case: Case, who: str, found: Iterable[Change], now: datetime) -> list[ReadingCorrection]:
    """Return the rows, not yet written, of these changes on a case."""
    return [
        ReadingCorrection(
            case=case,
            at=now,
            who=who,
            kind=change.kind,
            before=change.before,
            after=change.after,
            confidence=change.confidence,
            lexicon=case.reading.get("lexicon", ""),
            model=case.reading.get("model", ""),
        )
        for change in found
    ]


def find_evidence(waiting: WordsToRead) -> dict:
    """Return the evidence (as `note_evidence`) in the words of a case and in what its filer chose beside them."""
    typed = {"text": waiting.case.text, **waiting.chosen}
    return note_evidence(typed, understand_filing(typed))


def keep_evidence(case: Case, evidence: dict) -> None:
    """Keep what was read of the words of a case that the caller has locked, once: nothing happens when that was done."""
    if not WordsToRead.objects.filter(pk=case.pk).delete()[0]:
        return
    case.reading, case.written_in = evidence["reading"], evidence["written_in"]
    case.save(update_fields=["reading", "written_in"])
    who = Who.ASSOCIATION if case.association_id else Who.FILER
    ReadingCorrection.objects.bulk_create(make_rows(case, who, evidence["corrections"], case.filed_at))


def find_reading(case: Case) -> dict:
    """Return what was read of the words of a case that the caller has locked; they are read now where that is still to be
    done.
    """
    if not case.reading and (waiting := WordsToRead.objects.filter(pk=case.pk).first()):
        waiting.case = case
        keep_evidence(case, find_evidence(waiting))
    return case.reading


def find_office_role(actor: Actor) -> str:
    """Return in which role somebody on the office side changes a case."""
    return Who.COORDINATOR if actor.is_coordinator else Who.DESK


def find_told_by_hand_off(case: Case, desk) -> dict[str, tuple[str, str]]:
    """Return what a hand-off to this desk says about the case, kind to (from, to): where the desk answers for one topic, one
    matter or one country only, and the case stands under another.
    """
    rows = directory_access.list_competences(desk)
    told = {}
    for kind in (TOPIC, MATTER, COUNTRY):
        answered = {getattr(row, kind) for row in rows}
        if len(answered) == 1 and "" not in answered and (value := answered.pop()) != getattr(case, kind):
            told[kind] = (getattr(case, kind), value)
    return told


def keep_hand_off(work, desk) -> None:
    """Keep what a hand-off to this desk says about the reading of the case under work; nothing where no words were read."""
    if reading := find_reading(work.case):
        found = find_changed_by_office(reading, find_told_by_hand_off(work.case, desk))
        work.rows.corrections += make_rows(work.case, find_office_role(work.actor), found, work.now)
