"""The reads of common answers: which cases a person may answer, the answers they gave, what became of one case by case."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404

from landsea.base.actors import Actor
from landsea.cases.access import list_visible_cases
from landsea.cases.labels import ITEM_STATES
from landsea.cases.models import Case, CommonAnswer, CommonAnswerItem, ItemState
from landsea_core.translations import name_key


def list_answerable_cases(actor: Actor) -> QuerySet[Case]:
    """Return the open cases that this actor may answer: those of their desks, for the coordinator all; none that waits for
    its filer to confirm an outcome.
    """
    cases = list_visible_cases(actor).filter(closed_at=None).exclude(state="proposed")
    if actor.is_coordinator:
        return cases
    return cases.filter(desk_id__in=actor.desks)


def list_answers_about(actor: Actor, about: str) -> QuerySet[CommonAnswer]:
    """Return the common answers about one thing, the newest first: all for the coordinator, otherwise one's own."""
    found = CommonAnswer.objects.filter(about=about).select_related("by").order_by("-at")
    return found if actor.is_coordinator else found.filter(by_id=actor.user_id or 0)


def list_cases_with_common_answer(abouts: Iterable[str]) -> list[tuple[str, int, datetime]]:
    """Return (about, case, when the answer was written) of cases that have a common answer about one of these things, or
    for which one is on its way; those from which it was taken back are left out.
    """
    items = CommonAnswerItem.objects.filter(
        answer__about__in=list(abouts), state__in=[ItemState.SENT, ItemState.WAITING]
    )
    return list(items.values_list("answer__about", "case_id", "answer__at"))


def find_answer(actor: Actor, answer_id: int, kind: str) -> CommonAnswer:
    """Return one common answer about a thing of this kind ("barrier", "measure"), for whoever gave it and for the
    coordinator. Raises Http404 for anybody else.
    """
    found = CommonAnswer.objects.select_related("by").filter(pk=answer_id, about__startswith=f"{kind}:").first()
    if found is None or not (actor.is_coordinator or found.by_id == actor.user_id):
        raise Http404
    return found


def find_any_answer(actor: Actor, answer_id: int) -> CommonAnswer:
    """Return one common answer about anything, for whoever gave it and for the coordinator. Raises Http404 for others."""
    found = CommonAnswer.objects.filter(pk=answer_id).first()
    if found is None or not (actor.is_coordinator or found.by_id == actor.user_id):
        raise Http404
    return found


def count_readers(answer: CommonAnswer) -> dict[str, int]:
    """Return in how many of its cases the filer reads which language ("lo"), the most first; those taken back are left out."""
    cases = answer.items.exclude(state__in=[ItemState.TAKEN_BACK, ItemState.NOT_SENT]).values_list(
        "case__written_in", "case__language"
    )
    counts = Counter(name_key(written_in or language) for written_in, language in cases)
    return dict(counts.most_common())


def find_item(answer: CommonAnswer, item_id: int) -> CommonAnswerItem:
    """Return one case's part of an answer that the actor was given by `find_answer`. Raises Http404."""
    found = answer.items.filter(pk=item_id).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class ShownItem:
    """What became of an answer on one case. `state` is kind and words; `typed` what was typed to take it back."""

    item: CommonAnswerItem
    state: tuple[str, str]
    may_see: bool
    may_undo: bool
    typed: str = ""


def list_items_shown(actor: Actor, answer: CommonAnswer, typed: dict[int, str] | None = None) -> list[ShownItem]:
    """Return what became of an answer, case by case, in the order in which it was sent."""
    seen = set(list_visible_cases(actor).filter(pk__in=answer.items.values("case_id")).values_list("pk", flat=True))
    return [
        ShownItem(
            item=item,
            state=ITEM_STATES[ItemState(item.state)],
            may_see=item.case_id in seen,
            may_undo=item.state == ItemState.SENT and item.case_id in seen,
            typed=(typed or {}).get(item.pk, ""),
        )
        for item in answer.items.select_related("case").order_by("pk")
    ]
