"""Cases that read alike, where the fields do not show it: stars around one case, and how alike a group is altogether.

A star is a case with all that are near enough to it: each member is like its centre, so that nothing is drawn in by a chain
of halfway cases. Vectors are rows of unit length whose inner product is the likeness (`landsea_core.likeness`).
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

import numpy as np

from landsea_core.grouping.case_facts import CaseFacts
from landsea_core.grouping.tally import count_distinct_parties
from landsea_core.likeness import PERHAPS, Degree, name_degree

MOST_COMPARED = 400
"""Of more cases than this the newest are compared: the time grows with the square of their number."""

Vectors = Mapping[Hashable, np.ndarray]


@dataclass(frozen=True)
class GroupLikeness:
    """How alike the cases of a group read: `centre` is the one most like all others, `degree` how alike the middle one of
    the others is to it, `apart` those that do not read like it and should be looked at first.
    """

    centre: Hashable
    degree: Degree
    apart: tuple[Hashable, ...]


def measure_group_likeness(cases: Sequence[Hashable], vectors: Vectors) -> GroupLikeness | None:
    """Return how alike these cases read; None when fewer than two of them have a vector."""
    known = [case for case in cases if case in vectors][-MOST_COMPARED:]
    if len(known) < 2:
        return None
    rows = np.stack([vectors[case] for case in known])
    likeness = rows @ rows.T
    centre = int(likeness.sum(axis=1).argmax())
    others = np.delete(likeness[centre], centre)
    apart = tuple(case for case, near in zip(known, likeness[centre], strict=True) if near < PERHAPS)
    return GroupLikeness(known[centre], name_degree(float(np.median(others))), apart)


def find_stars(
    cases: Iterable[CaseFacts], vectors: Vectors, *, least: float, within: timedelta, least_parties: int
) -> Iterator[list[CaseFacts]]:
    """Yield groups of cases, the oldest first, that are all at least `least` like one of them and filed within `within` of it,
    from at least `least_parties` distinct parties; those with most cases first, each case in one group at most.
    """
    compared = sorted((case for case in cases if case.id in vectors), key=lambda case: (case.filed_at, str(case.id)))
    compared = compared[-MOST_COMPARED:]
    if len(compared) < least_parties:
        return
    rows = np.stack([vectors[case.id] for case in compared])
    filed = np.array([case.filed_at.timestamp() for case in compared])
    near = (rows @ rows.T >= least) & (np.abs(filed[:, None] - filed) <= within.total_seconds())
    np.fill_diagonal(near, True)
    centres = np.ones(len(compared), dtype=bool)
    while True:
        sizes = np.where(centres, near.sum(axis=1), 0)
        centre = int(sizes.argmax())
        if sizes[centre] < least_parties:
            return
        members = np.flatnonzero(near[centre])
        group = [compared[at] for at in members]
        if count_distinct_parties(case.parties for case in group) >= least_parties:
            yield group
            near[members, :] = False
            near[:, members] = False
            centres[members] = False
        else:
            centres[centre] = False
