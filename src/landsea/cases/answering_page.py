"""What a desk without an account sees of its case by an answer link: what any officer of the desk sees, but the desk's own
notes, other cases, and the list of what was done.
"""

import uuid
from datetime import datetime

from django.urls import reverse
from django.utils.translation import get_language, gettext

from landsea.base.ui.languages import list_own_names
from landsea.cases import access
from landsea.cases.access.by_answer_link import Answering
from landsea.cases.act_drawing import list_outcomes
from landsea.cases.labels import OPENING_REASONS, OUTCOMES, VISIBILITIES
from landsea.cases.possible_acts import list_possible_acts
from landsea.cases.presenters import find_zone, name_desk, name_desk_place, state_words, step_line
from landsea.cases.thread_presenters import list_papers_by_message, name_filer, shape_thread
from landsea.cases.views.case_facts import list_facts
from landsea.directory.models import Desk


def page_context(opened: Answering, now: datetime) -> dict:
    """Return the context of cases/answering.html at `now` (aware)."""
    case, actor = opened.case, opened.actor
    access.look_beside(case)
    read = access.find_identity(actor, case, now)
    identity = read.identity
    filer, steps = name_filer(case, identity), access.list_steps_with_desks(actor, case)
    papers, role = (
        list_papers_by_message(access.list_files(actor, case), _file_url(case)),
        gettext("the problem, as it was written"),
    )
    messages = access.read_thread(actor, case)
    original, thread = shape_thread(messages, case, papers, filer_name=filer, role=role, actor=actor)
    return {
        "case": case,
        "actor": actor,
        "state": state_words(case),
        "line": step_line(case, steps),
        "running": access.find_running(steps),
        "zone": find_zone(case),
        "desk_name": name_desk(case.desk),
        "desk_place": name_desk_place(case.desk),
        "address": opened.link.address,
        "filer": filer,
        "identity": identity,
        "is_withheld": read.is_withheld,
        "opening_reasons": OPENING_REASONS.items(),
        "visibility": VISIBILITIES[case.visibility],
        "facts": list_facts(case),
        "proposed": OUTCOMES.get(case.proposed_outcome),
        "original": original,
        "thread": thread,
        "acts": list_possible_acts(actor, case, now),
        "outcomes": list_outcomes(),
        "coordinator_code": Desk.COORDINATOR,
        "languages": list_own_names(case.desk.office.languages, but=get_language() or "en"),
        "key": uuid.uuid4().hex,
        "today": now.date(),
        "now": now,
    }


def _file_url(case):
    return lambda file: reverse("answer_file", args=[case.ref, file.pk])
