"""Experiences for the search: published answers, by their words in every language in which somebody put them."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Count, Max
from django.urls import reverse
from django.utils.translation import get_language

from landsea.base.findable import FindableKind, FoundLine
from landsea.experiences.access import choose_words, list_published_experiences
from landsea_core.finding import Text


def _read_mark() -> tuple:
    rows = list_published_experiences().order_by().prefetch_related(None)
    found = rows.aggregate(all=Count("pk"), last=Max("published_at"), worded=Max("wordings__changed_at"))
    return tuple(found.values())


def _texts_of_experiences() -> Iterable[Text]:
    for row in list_published_experiences():
        wordings = list(row.wordings.all())
        marks = {f"country:{row.country}", f"hs:{row.hs}"} - {"country:", "hs:"}
        said = (words for one in wordings for words in (one.question, one.answer))
        yield Text(str(row.pk), tuple(one.title for one in wordings), tuple(said), frozenset(marks))


def _show_experiences(keys: Sequence[str], now: datetime) -> list[FoundLine]:
    language = get_language() or "en"
    found = ((row, choose_words(row, language)) for row in list_published_experiences().filter(pk__in=keys))
    return [
        FoundLine(str(row.pk), reverse("experience", args=[row.pk]), answer.title, answer.wording.question, row.country)
        for row, answer in found
        if answer
    ]


EXPERIENCE_KIND = FindableKind("experiences", _read_mark, _texts_of_experiences, _show_experiences)
