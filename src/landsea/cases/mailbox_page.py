"""What the filer's page of a case shows: the line of steps, what is due, what was written, what can be done now."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.cases import access
from landsea.cases.labels import OUTCOMES, VISIBILITIES
from landsea.cases.models import Case
from landsea.cases.possible_acts import list_possible_acts
from landsea.cases.presenters import (
    find_zone,
    name_desk,
    name_desk_place,
    state_words,
    step_line,
)
from landsea.cases.silence_presenters import shape_silence
from landsea.cases.thread_presenters import (
    list_papers_by_message,
    shape_thread,
)
from landsea.cases.understanding.who_reads import make_nobody_there_context
from landsea_core.caseflow import Outcome


def page_context(case: Case, actor: Actor, now: datetime) -> dict:
    """Return the context of cases/mailbox.html for the filer of this case at `now` (aware)."""
    access.look_beside(case)
    you, role = gettext("You"), gettext("the problem, as you wrote it")
    steps = access.list_steps_with_desks(actor, case)
    papers = list_papers_by_message(access.list_files(actor, case), _file_url(case))
    messages = access.read_thread(actor, case)
    original, thread = shape_thread(messages, case, papers, filer_name=you, role=role, actor=actor)
    return make_nobody_there_context(case, now, get_language() or "en") | {
        "case": case,
        "state": state_words(case),
        "line": step_line(case, steps, to_filer=True),
        "running": access.find_running(steps),
        "silence": shape_silence(case, now),
        "zone": find_zone(case),
        "desk_place": name_desk_place(case.desk),
        "desk_name": name_desk(case.desk),
        "visibility": VISIBILITIES[case.visibility],
        "has_address": access.has_address(actor, case),
        "original": original,
        "thread": thread,
        "acts": list_possible_acts(actor, case, now),
        "proposed": OUTCOMES.get(case.proposed_outcome, ""),
        "proposed_means": explain_outcome(case.proposed_outcome),
        "now": now,
        "translates_in": case.ref,
    }


def explain_outcome(outcome: str) -> str:
    """Return what confirming a proposed outcome says, in one sentence; empty when none is proposed."""
    return {
        Outcome.FIXED: gettext("Confirm if what was stuck moves again, or what was wrong is put right."),
        Outcome.WORKAROUND: gettext("Confirm if you were shown another way that works for you, though the rule stays."),
        Outcome.EXPLAINED_NO_CHANGE: gettext("Confirm if you understand the reason, though nothing changes."),
        Outcome.NOT_A_BARRIER: gettext("Confirm if you agree that no rule or office stood in your way."),
    }.get(outcome, "")


def _file_url(case: Case):
    return lambda file: reverse("mailbox_file", args=[case.ref, file.pk])
