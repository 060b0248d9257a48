"""Which cases look like one barrier: the same matter and country, and the same place, goods chapter or both, filed not
far from one another by several parties; or, where fields are missing or wrong, words that say the same in whatever
language. Only proposes; the evidence goes with each proposal.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from landsea_core.grouping.case_facts import CaseFacts
from landsea_core.grouping.stars import Vectors, find_stars
from landsea_core.grouping.tally import count_distinct_parties
from landsea_core.likeness import ALIKE, VERY_ALIKE

WITHIN = timedelta(days=30)
"""Two like cases further apart than this belong to different bursts (our rule; see docs/decisions)."""
LEAST_PARTIES = 3
"""Fewer parties than this are no pattern (our rule): whatever one or two of them file, nothing is proposed."""

LEVELS: tuple[tuple[str, ...], ...] = (
    ("matter", "country", "place", "chapter"),
    ("matter", "country", "place"),
    ("matter", "country", "chapter"),
)
"""What is shared, the narrowest first: a case that a narrow pattern takes is not counted again in a wider one."""
ALIKE_LEVELS: tuple[tuple[tuple[str, ...], float], ...] = ((("matter", "country"), ALIKE), (("country",), VERY_ALIKE))
"""What else is looked at among the cases that are left: the fewer fields they share, the more alike they have to read."""


@dataclass(frozen=True)
class Proposal:
    """Cases that may be one barrier. `shared` maps each field that all of them share to its value; `cases` are their
    ids, the oldest first; `first` and `last` are when the first and the last of them was filed. `by_words`: they were put
    together because they read alike, and the shared fields alone would not say so.
    """

    shared: tuple[tuple[str, str], ...]
    cases: tuple[Hashable, ...]
    parties: int
    first: datetime
    last: datetime
    by_words: bool = False

    @property
    def signature(self) -> str:
        """What the pattern is, as one stable text: `matter=laboratory;country=CN;place=CNMHN;chapter=08`. Words have no
        code: such a pattern is named by its oldest case, `country=CN;like=4417`.
        """
        fields = [f"{name}={value}" for name, value in self.shared]
        return ";".join([*fields, f"like={self.cases[0]}"] if self.by_words else fields)


def propose_barriers(
    cases: Iterable[CaseFacts],
    *,
    within: timedelta = WITHIN,
    least_parties: int = LEAST_PARTIES,
    vectors: Vectors | None = None,
) -> list[Proposal]:
    """Return proposals, the one with most parties first. Each case is in one proposal at most.

    Cases are sorted by when they were filed and cut where two neighbours are more than `within` apart; a piece with at
    least `least_parties` distinct parties is a proposal. Of what is left, cases with `vectors` that read alike are proposed
    too (`ALIKE_LEVELS`).
    """
    left = {case.id: case for case in cases}
    found: list[Proposal] = []
    for level in LEVELS:
        groups = _group_by_fields(left.values(), level)
        for key, members in groups.items():
            for burst in _split_into_bursts(members, within):
                parties = count_distinct_parties(case.parties for case in burst)
                if parties < least_parties:
                    continue
                found.append(_make_proposal(level, key, burst, parties))
                for case in burst:
                    del left[case.id]
    for level, least in ALIKE_LEVELS if vectors else ():
        for key, members in _group_by_fields(left.values(), level).items():
            for group in list(
                find_stars(members, vectors or {}, least=least, within=within, least_parties=least_parties)
            ):
                parties = count_distinct_parties(case.parties for case in group)
                found.append(_make_proposal(level, key, group, parties, by_words=True))
                for case in group:
                    del left[case.id]
    return sorted(found, key=lambda one: (-one.parties, one.first, one.signature))


def _group_by_fields(cases: Iterable[CaseFacts], level: tuple[str, ...]) -> dict[tuple[str, ...], list[CaseFacts]]:
    """Cases by the values of these fields, those that lack one left out."""
    groups: dict[tuple[str, ...], list[CaseFacts]] = defaultdict(list)
    for case in cases:
        key = tuple(getattr(case, name) for name in level)
        if all(key):
            groups[key].append(case)
    return groups


def _split_into_bursts(members: list[CaseFacts], within: timedelta) -> Iterable[list[CaseFacts]]:
    members = sorted(members, key=lambda case: (case.filed_at, str(case.id)))
    burst = members[:1]
    for case in members[1:]:
        if case.filed_at - burst[-1].filed_at > within:
            yield burst
            burst = []
        burst.append(case)
    if burst:
        yield burst


def _make_proposal(
    level: tuple[str, ...], key: tuple[str, ...], burst: list[CaseFacts], parties: int, *, by_words: bool = False
) -> Proposal:
    return Proposal(
        shared=tuple(zip(level, key, strict=True)),
        cases=tuple(case.id for case in burst),
        parties=parties,
        first=burst[0].filed_at,
        last=burst[-1].filed_at,
        by_words=by_words,
    )
