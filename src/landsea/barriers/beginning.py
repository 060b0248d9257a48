"""With what the form of a new barrier begins, so that it is opened by presses: cases to tick, desks to choose among, and a
line in each language, from a proposal of the rule or from a surge. What a filer wrote does not come into the line: its page is
public.
"""

import re
from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from landsea.barriers import access
from landsea.base.requests import ActorRequest
from landsea.base.translation.languages import list_written_languages
from landsea.base.ui.countries import name_country
from landsea.cases.access import list_visible_cases
from landsea.cases.gist import say_gist
from landsea.cases.models import Case
from landsea.directory import access as directory_access
from landsea.directory.display_names import name_desk
from landsea.directory.models import Desk
from landsea.directory.models.names import name_in

MOST_TYPED = 2_000
REF = re.compile(r"LS-\d{4}-\d+")


@dataclass(frozen=True)
class Beginning:
    """`values` are the form's first values, `cases` and `desks` (value, words) to choose among; both empty where nothing is
    known of the cases yet.
    """

    values: dict[str, object] = field(default_factory=dict)
    cases: list[tuple[str, str]] = field(default_factory=list)
    desks: list[tuple[str, str]] = field(default_factory=list)


def begin_barrier(request: ActorRequest) -> Beginning:
    """Return what a proposal (`?signature=`) or a surge (`?cases=` and its fields) lets a barrier begin with."""
    signature = request.GET.get("signature", "")
    if signature:
        return _begin_with_proposal(request, signature)
    shared = {name: request.GET.get(name, "")[:MOST_TYPED] for name in ("matter", "country", "place")}
    refs = REF.findall(request.GET.get("cases", "")[:MOST_TYPED].upper())
    typed = {"cases": ", ".join(refs)}
    return _begin(_cases_of(request, Q(ref__in=refs)), set(), shared, shared | typed)


def _begin_with_proposal(request: ActorRequest, signature: str) -> Beginning:
    proposals = access.list_proposals(request.actor, timezone.now())
    found = next((one for one in proposals if one.signature == signature), None)
    if found is None:  # refused, opened or grown apart meanwhile: what was ticked counts
        ticked = REF.findall(" ".join(request.POST.getlist("cases")).upper())
        return _begin(_cases_of(request, Q(ref__in=ticked)), set(), {}, {})
    [evidence] = access.find_evidence(request.actor, [found])
    named, shared = dict(found.shared), dict(found.shared)
    if found.by_words:  # country and matter alone would make every such case one that keeps the barrier open
        shared.pop("matter", None)
    apart = set(evidence.apart) if evidence else set()
    return _begin(_cases_of(request, Q(pk__in=found.cases)), apart, named, shared)


def _cases_of(request: ActorRequest, which: Q) -> list[Case]:
    return list(list_visible_cases(request.actor).filter(which).select_related("desk__office", "place").order_by("ref"))


def _begin(cases: list[Case], apart: set, named: dict[str, str], shared: dict[str, str]) -> Beginning:
    """Put together the first values: what reads otherwise than the rest is not ticked, the desk that holds most is chosen."""
    if not cases:
        return Beginning(dict(shared))
    desks = Counter(case.desk for case in cases)
    ticked = [case.ref for case in cases if case.pk not in apart]
    usual = max(desks, key=lambda desk: (desk.code != Desk.COORDINATOR, desks[desk]))
    lines = {f"title_{language}": words for language, words in _titles(named).items()}
    chosen = "" if usual.code == Desk.COORDINATOR else usual.code
    return Beginning(
        values=lines | shared | {"cases": ticked, "desk": chosen},
        cases=[(case.ref, f"{case.ref} {say_gist(case)}") for case in cases],
        desks=[*_desk_choices(desks), ("", _("The coordinator's desk"))],
    )


def _desk_choices(desks: Counter[Desk]) -> list[tuple[str, str]]:
    language = get_language() or "en"
    return [
        (desk.code, f"{', '.join(filter(None, name_desk(desk, language)))} ({number})")
        for desk, number in desks.most_common()
        if desk.code != Desk.COORDINATOR
    ]


def _titles(named: dict[str, str]) -> dict[str, str]:
    """Return matter and place (else country) in each language that has a name of the matter."""
    matter, place = named.get("matter", ""), named.get("place", "")
    matters = directory_access.find_matter_names([matter]).get(matter, {})
    places = directory_access.place_names([place]).get(place, {})
    codes = list_written_languages()
    where = {code: name_in(places, code) or name_country(named.get("country", ""), code) for code in codes}
    return {code: ", ".join(filter(None, (matters[code], where[code]))) for code in where if matters.get(code)}
