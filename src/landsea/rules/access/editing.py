"""What editors read: drafts, what to check next, what readers said is wrong."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from landsea.base.actors import Actor
from landsea.base.corrections.access import open_corrections_about
from landsea.base.corrections.models import Correction
from landsea.rules.access.measures import read_published_book
from landsea.rules.mapping import make_measure
from landsea.rules.models import Measure, Version, VersionState
from landsea_core.rules import Measure as Rule

ABOUT_MEASURE = "measure"


def may_edit(actor: Actor) -> bool:
    """Whether this actor may draft, approve and withdraw measures: editors and people at the coordinator's desk."""
    return actor.edits_facts


def _editors_only(actor: Actor) -> None:
    if not may_edit(actor):
        raise PermissionDenied


def open_versions(actor: Actor) -> list[Version]:
    """Drafts and approved versions that wait, oldest first."""
    _editors_only(actor)
    waiting = Version.objects.filter(state__in=[VersionState.DRAFT, VersionState.APPROVED])
    return list(waiting.select_related("measure", "author", "approver").order_by("created_at"))


def find_version(actor: Actor, pk: int) -> Version:
    """One version for an editor; Http404 when there is none."""
    _editors_only(actor)
    found = Version.objects.select_related("measure", "author", "approver").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@dataclass(frozen=True)
class LookUps:
    """What editors are to look up. `next`: measures with how often they were used, those whose source was seen longest ago
    first; `general`: what is general knowledge as a whole, `in_part`: what is so in part, those used most first.
    """

    next: list[tuple[Rule, int]]
    general: list[Rule]
    in_part: list[Rule]


def list_to_look_up(actor: Actor, limit: int = 20) -> LookUps:
    """Return what editors are to look up, of `next` the first ones only."""
    _editors_only(actor)
    uses = dict(Measure.objects.values_list("code", "uses"))
    book = sorted(read_published_book(), key=lambda one: (-uses.get(one.code, 0), one.code))
    seen = sorted((one for one in book if one.checked), key=lambda one: one.checked)
    return LookUps(
        [(one, uses.get(one.code, 0)) for one in seen[:limit]],
        [one for one in book if one.is_general_knowledge],
        [one for one in book if one.to_confirm and not one.is_general_knowledge],
    )


def open_corrections(actor: Actor) -> list[Correction]:
    """Return what readers said is wrong about measures and nobody settled yet, oldest first."""
    _editors_only(actor)
    return list(open_corrections_about([ABOUT_MEASURE]))


def find_rule_to_change(actor: Actor, code: str) -> Rule:
    """Return what an editor begins with: the published measure, or the latest draft of one that is not published yet."""
    _editors_only(actor)
    published = read_published_book().by_code.get(code.upper())
    if published is not None:
        return published
    latest = Version.objects.filter(measure__code=code.upper()).order_by("-number").first()
    if latest is None:
        raise Http404
    return make_measure(latest)


def find_free_code() -> str:
    """Return a code that no measure has, for one that an editor writes: E and a number."""
    last = Measure.objects.filter(code__startswith="E").order_by("-id").values_list("code", flat=True).first()
    return f"E{int(last[1:]) + 1 if last else 1:03d}"
