"""Does the act of a form on a case: for the page's buttons and for programs, in the same order.

The right is asked first where something would be kept or said of the form, so that papers of somebody who may not act never
touch the disk; then the form is read, its papers are kept, and the act is done, which asks for the right under its lock.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from django.core.files.uploadedfile import UploadedFile

from landsea.base.actors import Actor
from landsea.base.files.papers import store_for
from landsea.cases.act_forms.act_form import ActForm, Press
from landsea.cases.actions.act_under_way import AlreadyDone
from landsea.cases.actions.asking_first import refuse_without_right
from landsea.cases.models import Case


def press_form(
    actor: Actor, ref: str, form: ActForm, *, now: datetime, papers: Sequence[UploadedFile] = (), language: str = ""
) -> Case:
    """Do the act at `now` (aware) and return the case that the person goes on with; with a key that has acted, its case.

    Raises Http404, PermissionDenied, Refused and FileRefused as the act does; Refused("does_not_fit") for a field of the
    form that cannot be taken as it is.
    """
    papers = papers if form.takes_papers else ()
    try:
        # Otherwise the act asks for the right itself, under its lock: the case is read once.
        if papers or not form.is_valid():
            _ask_for_right(actor, ref, form, now)
        form.refuse_what_does_not_fit()
        with store_for(papers) as files:
            return form.do(Press(actor, ref, now, files, language))
    except AlreadyDone as again:
        return again.case


def refuse_press(actor: Actor, ref: str, form: ActForm, *, now: datetime) -> None:
    """Raise what an act would raise for somebody who may not do it, before anything of its form is said back."""
    with suppress(AlreadyDone):
        _ask_for_right(actor, ref, form, now)


def _ask_for_right(actor: Actor, ref: str, form: ActForm, now: datetime) -> None:
    refuse_without_right(actor, ref, form.act, form.need, key=form.key, now=now, desk_acts=form.desk_acts)
