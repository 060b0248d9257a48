"""Versions that an answer cites: which may be cited now, and what became of those that were."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from landsea.rules.access.measures import find_current_versions
from landsea.rules.models import Version

Cite = tuple[str, int]
"""A measure's code and the number of its version: what an answer keeps of a citation."""


@dataclass(frozen=True)
class Cited:
    """A version that was cited, and the one of the same measure that counts now: None once it was withdrawn."""

    version: Version
    newest: Version | None

    @property
    def changed(self) -> bool:
        """Whether the measure says something else now, or nothing any more."""
        return self.newest is None or self.newest.pk != self.version.pk


def make_cites(codes: Iterable[str]) -> tuple[list[Cite], list[str]]:
    """Return what an answer given now keeps for these codes, in their order and each once; and the codes that no published
    measure has.
    """
    wanted = list(dict.fromkeys(code.strip().upper() for code in codes if code.strip()))
    now = {version.measure.code: version for version in _current_versions_of(wanted)}
    return [(code, now[code].number) for code in wanted if code in now], [code for code in wanted if code not in now]


def find_cited_versions(cites: Iterable[Cite]) -> dict[Cite, Cited]:
    """Return the cited versions by citation; two queries, and none when nothing is cited."""
    wanted = {(code, number) for code, number in cites}
    if not wanted:
        return {}
    either = Q()
    for code, number in wanted:
        either |= Q(measure__code=code, number=number)
    versions = list(Version.objects.filter(either).select_related("measure"))
    newest = {version.measure_id: version for version in _current_versions_of({code for code, _ in wanted})}
    return {
        (version.measure.code, version.number): Cited(version, newest.get(version.measure_id)) for version in versions
    }


def _current_versions_of(codes: Iterable[str]) -> list[Version]:
    codes = list(codes)
    return list(find_current_versions().filter(measure__code__in=codes).select_related("measure")) if codes else []
