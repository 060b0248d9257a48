"""The page of one case for offices, the coordinator, observers and the association: everything on one page."""

import uuid

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from landsea.base.doors import door
from landsea.base.offline.keeping import keep_on_device
from landsea.base.ui.countries import list_country_options
from landsea.cases import access
from landsea.cases.act_groups import group_acts
from landsea.cases.form_filing import list_matter_options
from landsea.cases.labels import (
    DIRECTIONS,
    OPENING_REASONS,
    OUTCOMES,
    VISIBILITIES,
)
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
    name_filer,
    shape_thread,
)
from landsea.cases.understanding.who_reads import make_meant_desk_context
from landsea.cases.views.case_facts import list_facts, list_history
from landsea.directory import access as directory_access
from landsea.rules.citation_presenters import (
    Picker,
    make_picker,
)


@door("signed_in")
@keep_on_device("case")
@require_safe
def show_case(request, ref: str):
    """One case, with what this reader may see of it and may do with it. A desk that had it and comes back by an old mail
    is told that it went on, and nothing else of it.
    """
    try:
        case = access.find_case(request.actor, ref)
    except Http404:
        until = access.find_when_it_went_on(request.actor, ref)
        if until is None:
            raise
        return render(request, "cases/went_on.html", {"ref": ref.upper(), "until": until}, status=404)
    return draw_case_page(request, case)


def draw_case_page(request, case, *, refused=None, typed: dict | None = None, status: int = 200):
    """Return the page; after a refusal with its sentence and everything that was typed."""
    actor, now = request.actor, timezone.now()
    acts = list_possible_acts(actor, case, now)
    if acts - {"message"} and actor.must_use_second_factor and not request.has_second_factor:
        raise Http404
    access.look_beside(case)
    read = access.find_identity(actor, case, now)
    identity = read.identity
    filer, typed = name_filer(case, identity), typed or {}
    steps, messages = access.list_steps_with_desks(actor, case), access.read_thread(actor, case)
    papers, role = (
        list_papers_by_message(access.list_files(actor, case), _file_url(case)),
        gettext("the problem, as it was written"),
    )
    original, thread = shape_thread(messages, case, papers, filer_name=filer, role=role, actor=actor)
    picker = _rules_to_cite(case, typed) if acts & {"answer", "propose_outcome"} else None
    context = {
        "case": case,
        "state": state_words(case),
        "line": step_line(case, steps, to_filer=case.association_id in actor.associations),
        "running": access.find_running(steps),
        "silence": shape_silence(case, now),
        "zone": find_zone(case),
        "proposed": OUTCOMES.get(case.proposed_outcome),
        "desk_name": name_desk(case.desk),
        "desk_place": name_desk_place(case.desk),
        "people": directory_access.read_team_of_desk(case.desk_id, now),
        "filer": filer,
        "identity": identity,
        "is_withheld": read.is_withheld,
        "opening_reasons": OPENING_REASONS.items(),
        "visibility": VISIBILITIES[case.visibility],
        "facts": list_facts(case),
        "original": original,
        "thread": thread,
        "acts": acts,
        "act_groups": group_acts(acts, case),
        "involved": access.list_involvements(actor, case),
        "linked": access.list_linked_cases(actor, case),
        "history": list_history(actor, case),
        "redactions": access.list_redactions(actor, case),
        "redactable": [(one.pk, one.body[:60]) for one in messages] if actor.is_coordinator else [],
        "key": uuid.uuid4().hex,
        "refused": refused,
        "typed": typed,
        "about": _subject_shown(case, typed) if "classify" in acts else None,
        "picker": picker,
        "now": now,
        "joint": access.list_joint_members(actor, case, now),
        "association_side": bool(case.association_id in actor.associations),
    } | make_meant_desk_context(case, get_language() or "en")
    return render(request, "cases/case.html", context, status=status)


def _subject_shown(case, typed: dict) -> dict:
    """Return what the case is about as the form that corrects it shows it, with what was typed into it before a refusal."""
    language = get_language() or "en"
    here = typed if typed.get("act") == "classify" else {}
    stands = {name: getattr(case, name) for name in ("matter", "country", "goods", "hs", "direction")}
    return {name: here.get(name, value) for name, value in stands.items()} | {
        "was": [(name, here.get(f"was_{name}", value)) for name, value in stands.items()],
        "matters": list_matter_options(language),
        "countries": list_country_options(language),
        "directions": DIRECTIONS.items(),
    }


def _rules_to_cite(case, typed: dict) -> Picker:
    """Return the rules that an answer may cite: those that fit the case, and those found by the words typed."""
    about = {
        "hs": case.hs,
        "country": case.country,
        "filer_country": case.filer_country,
        "direction": case.direction,
    }
    return make_picker(
        about=about, words=typed.get("rule_words", "")[:100], picked=typed.get("cites", ()), today=timezone.localdate()
    )


def _file_url(case):
    return lambda file: reverse("case_file", args=[case.ref, file.pk])
