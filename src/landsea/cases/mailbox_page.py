"""What the filer's page of a case shows: the line of steps, what is due, what was written, what can be done now."""

from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.actors import Actor
from landsea.cases import access
from landsea.cases.labels import OUTCOMES, VISIBILITIES
from landsea.cases.models import Case
from landsea.cases.outcome_sentences import explain_outcome
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


def page_context(case: Case, actor: Actor, now: datetime) -> dict:
    """Return the context of cases/mailbox.html for the filer of this case at `now` (aware)."""
    access.look_beside(case)
    you, role = gettext("You"), gettext("the problem, as you wrote it")
    steps = access.list_steps_with_desks(actor, case)
    papers = list_papers_by_message(access.list_files(actor, case), _file_url(case))
    messages = access.read_thread(actor, case)
    original, thread = shape_thread(messages, case, papers, filer_name=you, role=role, actor=actor)
    proposals = [shown for message, shown in zip(messages, thread, strict=True) if message.act == "propose_outcome"]
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
        "proposal": proposals[-1] if proposals else None,
        "now": now,
        "translates_in": case.ref,
    }


def _file_url(case: Case):
    return lambda file: reverse("mailbox_file", args=[case.ref, file.pk])
