"""Similar cases beside a case, for people at desks: only those they may see, with why, and what became of them.

Filers, associations and observers get none here; a search (`landsea.search.alike`) finds by likeness what each may see.
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q

from landsea.base.actors import Actor
from landsea.cases.access import find_last_answers, list_visible_cases
from landsea.cases.barrier_mapping import CLEARED
from landsea.cases.models import Case, CaseLink
from landsea.likeness.access import find_nearest_cases, find_vector_of_case
from landsea.likeness.actions.read_cases import write_text
from landsea_core.likeness import ALIKE, Degree, find_common_words, name_degree

LOOKED_AT, SHOWN = 24, 5
EXPLAINED = "explained_no_change"


@dataclass(frozen=True)
class Similar:
    """A case that reads alike. `same` holds which of matter, place, goods and chapter are the same (goods or
    chapter, not both); `words` are said in both; `answer` is the last answer that all sides see, empty while there is none, and
    `answer_language` its language, empty where nobody said it.
    """

    case: Case
    degree: Degree
    same: tuple[str, ...]
    words: tuple[str, ...]
    answer: str
    answer_language: str


def find_similar_cases(actor: Actor, case: Case) -> list[Similar] | None:
    """Return at most five cases like one that this actor, who works at desks, sees: solved ones first, then explained ones,
    then others, the nearest first; those that are linked with it stand elsewhere on its page. None while the case itself is
    not read yet, or where nothing can be compared.
    """
    if not actor.works_at_desks:
        return []
    vector = find_vector_of_case(case)
    if vector is None:
        return None
    among = list_visible_cases(actor)
    near = {
        one.key: one.likeness
        for one in find_nearest_cases(among, vector, most=LOOKED_AT, least=ALIKE, without=[case.pk])
    }
    found = list(among.filter(pk__in=near).exclude(_is_linked_to(case)).select_related("desk__office", "place"))
    found.sort(key=lambda other: (_worth_of(other), -near[other.pk]))
    answers = find_last_answers(actor, [other.pk for other in found[:SHOWN]])
    return [
        Similar(
            other,
            name_degree(near[other.pk]),
            tuple(_what_is_same(case, other)),
            tuple(find_common_words([write_text(case), write_text(other)])),
            *answers.get(other.pk, ("", "")),
        )
        for other in found[:SHOWN]
    ]


def _is_linked_to(case: Case) -> Exists:
    """Say whether a case was linked with this one by hand: the page names it among those that belong together."""
    there_or_back = Q(case=case, other=OuterRef("pk")) | Q(other=case, case=OuterRef("pk"))
    return Exists(CaseLink.objects.filter(there_or_back))


def _worth_of(case: Case) -> int:
    """What was solved helps most, then what was at least explained, then what is open or ended otherwise."""
    return 0 if case.outcome in CLEARED else 1 if case.outcome == EXPLAINED else 2


def _what_is_same(one: Case, other: Case):
    if one.matter and one.matter == other.matter:
        yield "matter"
    if one.place_id and one.place_id == other.place_id:
        yield "place"
    if one.hs and one.hs == other.hs:
        yield "goods"
    elif one.hs and one.hs[:2] == other.hs[:2]:
        yield "chapter"
