"""Findings that are alike, said once: what is said of many pairs of the same figures, and what is said word for word again.

Figures are compared with each other, so ninety-eight of one kind make 4,753 pairs; nobody reads those.
"""

from collections import defaultdict
from collections.abc import Iterable

from landsea_core.figures.statement.findings import Finding, Outcome
from landsea_core.sentences import Sentence

_PRODUCT = "product"
MOST_APART = 3
"""So many findings of one rule about figures that hang together are said one by one, and more when the figures are as many:
four growths from one beginning are four mistakes, four values for one thing six pairs.
"""


def count_repeated(findings: Iterable[Finding]) -> list[Finding]:
    """Return each finding once, with how many others say the same of the same words."""
    found: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for one in findings:
        found[one.rule, one.text, str(one.explanation)].append(one)
    return [_say_for_all(rows[0], len(rows) - 1) for rows in found.values()]


def gather_alike(outcomes: Iterable[Outcome]) -> list[Finding]:
    """Return the findings of outcomes, each sentence once. Those of one rule whose figures hang together become one, with how
    many are alike, when they are more than three and more than their figures.
    """
    once: dict[str, Outcome] = {}
    for one in _drop_told_twice(list(outcomes)):
        once.setdefault(str(one.finding.explanation), one)
    return [finding for group in _group_by_figures(once.values()) for finding in _say_of_group(group)]


def _drop_told_twice(outcomes: list[Outcome]) -> list[Outcome]:
    """Return the outcomes without those whose figures another one of the same rule has too, and more: 每辆 is told once."""
    return [
        one
        for at, one in enumerate(outcomes)
        if one.finding.rule != _PRODUCT
        or not any(
            other.finding.rule == _PRODUCT and (one.items < other.items or (one.items == other.items and before < at))
            for before, other in enumerate(outcomes)
        )
    ]


def _group_by_figures(outcomes: Iterable[Outcome]) -> list[list[Outcome]]:
    """Return groups of outcomes of one rule, each of which has a figure in common with another of its group.

    Groups that one outcome joins become one, in the place of the first of them.
    """
    groups: list[list[Outcome]] = []
    place_of: dict[tuple[str, int], int] = {}
    for one in outcomes:
        keys = [(one.finding.rule, item) for item in one.items]
        met = sorted({place_of[key] for key in keys if key in place_of})
        here = met[0] if met else len(groups)
        if not met:
            groups.append([])
        for other in met[1:]:
            groups[here] += groups[other]
            place_of.update({key: here for key, place in place_of.items() if place == other})
            groups[other] = []
        groups[here].append(one)
        place_of.update(dict.fromkeys(keys, here))
    return [group for group in groups if group]


def _say_of_group(group: list[Outcome]) -> list[Finding]:
    figures = frozenset[int]().union(*(one.items for one in group))
    if len(group) <= max(MOST_APART, len(figures)):
        return [one.finding for one in group]
    return [_say_for_all(group[0].finding, len(group) - 1)]


def _say_for_all(finding: Finding, alike: int) -> Finding:
    if not alike:
        return finding
    words = Sentence("%(said)s; and %(count)s alike", said=finding.explanation, count=f"{alike:,}")
    return Finding(finding.rule, finding.text, words)
