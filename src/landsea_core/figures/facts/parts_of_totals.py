"""Parts above their whole, in the same months: international traffic above all, one country above ASEAN."""

from collections.abc import Iterator
from itertools import permutations, product

from landsea_core.figures.cues.fact_cues import read_fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, find_subject_key, group_by_subject, list_ids
from landsea_core.figures.facts.directions import check_directions
from landsea_core.figures.facts.flows import is_flow
from landsea_core.sentences import Sentence

_ALL_COUNTRIES, _ALL = "asean", "total"
_OF_WHICH = "which"


def check_parts_of_totals(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield two directions that do not make the total, and parts (international, one country) above their whole."""
    for group in group_by_subject(claims):
        yield from check_directions(group)
        for part, whole in permutations(group, 2):
            more = part.label - whole.label
            is_part = more & read_fact_cues().part_word and whole.label <= part.label
            if is_part and _are_comparable(part, whole, flows_only=_OF_WHICH not in more):
                yield from _check_above(part, whole)
    wholes = [claim for claim in claims if _ALL_COUNTRIES in find_subject_key(claim.subject) or _ALL in claim.label]
    for part, whole in product(claims, wholes):
        if part is not whole and _are_comparable(part, whole) and _is_narrower(part, whole):
            yield from _check_above(part, whole)


def _are_comparable(part: Claim, whole: Claim, *, flows_only: bool = True) -> bool:
    if part.kind != whole.kind or part.is_planned or whole.is_planned:
        return False
    if part.period is None or whole.period is None or not part.period.is_same(whole.period):
        return False
    return not flows_only or (is_flow(part) and is_flow(whole))


def _is_narrower(part: Claim, whole: Claim) -> bool:
    """Say whether a subject is one country within ASEAN, or says "international" where the other has the total."""
    one, other = find_subject_key(part.subject), find_subject_key(whole.subject)
    more = one - other
    if _ALL_COUNTRIES in other and more and more <= read_fact_cues().asean and other - one == {_ALL_COUNTRIES}:
        return True
    return bool(more & read_fact_cues().part_word) and other <= one and _ALL in whole.label


def _check_above(part: Claim, whole: Claim) -> Iterator[Contradiction]:
    if part.make_interval().low > whole.make_interval().high:
        words = Sentence(
            "%(part)s (%(name)s) is a part of %(whole)s (%(all)s) and larger",
            part=part.print_value(),
            name=_name_claim(part),
            whole=whole.print_value(),
            all=_name_claim(whole),
        )
        yield Contradiction(list_ids(part, whole), "part_above_whole", words)


def _name_claim(claim: Claim) -> str:
    return f"{claim.subject}, {claim.metric.strip()}"
