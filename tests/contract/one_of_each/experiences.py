"""Experiences: a draft from a solved case, and a guide that is published."""

from datetime import datetime, timedelta

from landsea.cases.actions.accept import accept_case
from landsea.cases.actions.filer_moves import confirm_outcome
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.experiences.actions.begin import About, begin_experience, begin_from_case
from landsea.experiences.tests.test_finding import guide


def make(world, now: datetime) -> dict:
    """Solve a case, begin an experience from it, publish a guide."""
    holder, began = world.actor("holder"), now - timedelta(days=2)
    filed = world.file(now=began)
    accept_case(holder, filed.case.ref, now=began + timedelta(hours=1))
    propose_outcome(holder, filed.case.ref, "fixed", "The report is accepted.", now=began + timedelta(hours=2))
    confirm_outcome(world.filer(filed), filed.case.ref, now=began + timedelta(hours=3))
    draft = begin_from_case(world.actor("coordinator"), filed.case.ref, now)
    published = guide(world, "Where to park")
    acts = ("edit", "say_about", "ask", "keep", "publish", "withdraw", "wording")
    return {
        **dict.fromkeys(("experience", "experience_helped"), {"experience_id": published.pk}),
        **{f"experience_{act}": {"experience_id": draft.pk} for act in acts},
        "experience_from_case": {"ref": filed.case.ref},
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another published guide, and a draft of one."""
    guide(world, f"Where to park {number}")
    begin_experience(world.actor("coordinator"), "guide", "en", About(), now)
