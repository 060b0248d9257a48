"""The promises page: which were kept, when, by whom, and what changed afterwards; and one promise."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from landsea.base.doors import door
from landsea.base.refusal import Refused
from landsea.base.ui.translated_words import find_translations
from landsea.dialogues import access
from landsea.dialogues.actions.promises import complete_promise
from landsea.dialogues.promise_rows import list_promise_rows
from landsea.dialogues.translated import find_original_promise
from landsea_core.agenda import PromiseState
from landsea_core.text import clean_text


@door("public")
@require_safe
def show_promises(request):
    """All promises that both sides agreed, or those of the reader's own desks (`?of=own`): the late ones first, then those
    under way, then those kept.
    """
    own = request.GET.get("of") == "own" and bool(request.actor.desks)
    rows = list_promise_rows(access.list_agreed_promises(desk_ids=request.actor.desks if own else None), timezone.now())
    late = [row for row in rows if row.state is PromiseState.LATE]
    running = [row for row in rows if row.state in (PromiseState.OPEN, PromiseState.DUE_SOON)]
    kept = [row for row in rows if row.state in (PromiseState.KEPT, PromiseState.KEPT_LATE)]
    context = {
        "own": own,
        "late": late,
        "running": running,
        "kept": kept[::-1],
        "in_time": sum(row.state is PromiseState.KEPT for row in rows),
        "due": len(late) + len(kept),
    }
    return render(request, "dialogues/promises.html", context)


@door("public")
@require_safe
def show_promise(request, action_id: int):
    """One promise with its evidence."""
    return _promise_page(request, access.find_promise(action_id))


@door("desk")
@require_POST
def keep_promise(request, action_id: int):
    """Say that a promise is kept, with evidence."""
    found = access.find_promise(action_id)
    typed = clean_text(request.POST.get("evidence", "")).text[:10_000]
    try:
        complete_promise(request.actor, found.pk, typed, now=timezone.now())
    except Refused as refused:
        return _promise_page(request, found, refused=refused.sentence, typed=typed, status=422)
    messages.success(request, _("Thank you. The public page shows it as done, with your evidence."))
    return redirect("promise", action_id=found.pk)


def _promise_page(request, found, *, refused: str = "", typed: str = "", status: int = 200):
    context = {
        "row": list_promise_rows([found], timezone.now())[0],
        "said": find_translations([find_original_promise(found)]).get(find_original_promise(found)),
        "may_keep": access.may_complete(request.actor, found) and found.done_at is None,
        "refused": refused,
        "typed": typed,
    }
    return render(request, "dialogues/promise.html", context, status=status)
