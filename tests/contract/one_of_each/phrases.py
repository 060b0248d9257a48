"""Asks and answers by the phrasebook: what waits on the cases that are one of each, and words for which no ask fitted."""

from datetime import datetime

from tests.contract.one_of_each.addresses import TYPED

from landsea.cases.actions.message import write_message
from landsea.cases.models import AnswerLink, Case, Message
from landsea.phrases.actions.ask import ask_by_phrase
from landsea.phrases.models import FreeWords

PAPERS = {"papers": ["invoice", "origin"]}


def make(world, now: datetime) -> dict:
    """Ask the association for papers, ask among offices, write freely; each page asks who has duty, which anybody may."""
    case = Case.objects.filter(association=world.chamber, member=world.member).order_by("pk").first()
    by_link, holder = AnswerLink.objects.order_by("pk").first().case, world.actor("holder")
    ask_by_phrase(holder, case.ref, "A02", PAPERS, now=now)
    ask_by_phrase(holder, case.ref, "M11", {}, to="offices", now=now)
    ask_by_phrase(world.actor("coordinator"), by_link.ref, "A02", PAPERS, now=now)
    asked = {TYPED: {"act": "ask", "ask": "A15", "key": "of each"}}
    return {
        "case_phrases": {"ref": case.ref} | asked,
        "mailbox_phrases": {"ref": case.ref} | asked,
        "answer_phrases": {"ref": by_link.ref} | asked,
        "phrase_card": {"code": "CNMHN"},
        "phrases_settle": {"words_id": _write_freely(holder, case.ref, now)},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another ask for papers on each case, other free words."""
    holder, coordinator = world.actor("holder"), world.actor("coordinator")
    ask_by_phrase(holder, values["case_phrases"]["ref"], "A02", PAPERS, now=now)
    ask_by_phrase(coordinator, values["answer_phrases"]["ref"], "A02", PAPERS, now=now)
    _write_freely(holder, values["case_phrases"]["ref"], now)


def _write_freely(holder, ref: str, now: datetime) -> int:
    write_message(holder, ref, "all", "Is there shade at the gate?", now=now)
    return FreeWords.objects.create(message=Message.objects.latest("pk"), offered=["A15"], written_at=now).pk
