"""Parts and wholes: months against their year, two directions against the total, countries against ASEAN, capacity."""

import re
from collections.abc import Iterator
from itertools import permutations, product

from landsea_core.figures.cues.fact_cues import fact_cues
from landsea_core.figures.facts.claim import Claim
from landsea_core.figures.facts.contradiction import Contradiction, by_subject, ids_of, subject_key
from landsea_core.figures.quantities import Interval, find_quantities
from landsea_core.sentences import Sentence

FLOWS = ("count:", "teu", "mass", "plain", "CNY", "USD", "VND", "EUR")
NOT_SUMMED = {"count:ports", "count:countries", "count:companies"}


def months_in_the_year(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield parts of a period above the whole, and complete parts that do not add up to it."""
    for group in by_subject(claims).values():
        flows = [claim for claim in group if _is_flow(claim) and claim.period and not claim.is_planned]
        for whole in flows:
            parts: list[Claim] = []
            for claim in flows:
                fresh = all(not claim.period.overlap(other.period) for other in parts)
                same = claim.kind == whole.kind and claim.label == whole.label
                if same and fresh and whole.period.contains(claim.period):
                    parts.append(claim)
            if parts:
                yield from _against(parts, whole)


def _against(parts: list[Claim], whole: Claim) -> Iterator[Contradiction]:
    spans, around = [claim.make_interval() for claim in parts], whole.make_interval()
    low, high = sum(span.low for span in spans), sum(span.high for span in spans)
    complete = sum(claim.period.months for claim in parts) == whole.period.months
    shown = " + ".join(f"{claim.print_value()} ({claim.period})" for claim in parts)
    if complete and not Interval(low, high).meets(around):
        total = whole.figure.print_value(sum(claim.figure.value for claim in parts))
        words = Sentence(
            "%(subject)s: %(parts)s make %(total)s, not %(whole)s for %(period)s",
            subject=whole.subject,
            parts=shown,
            total=total,
            whole=whole.print_value(),
            period=whole.period,
        )
        yield Contradiction(ids_of(*parts, whole), "year_against_parts", words)
    elif not complete and low > around.high:
        words = Sentence(
            "%(subject)s: %(parts)s is more than the %(whole)s of all %(period)s",
            subject=whole.subject,
            parts=shown,
            whole=whole.print_value(),
            period=whole.period,
        )
        yield Contradiction(ids_of(*parts, whole), "part_above_whole", words)


def _is_flow(claim: Claim) -> bool:
    if (
        claim.kind in NOT_SUMMED
        or fact_cues().state.search(claim.metric)
        or claim.period is not None
        and claim.period.day
    ):
        return False
    return claim.kind.startswith(FLOWS) and not (
        claim.kind == "plain" and claim.dated and claim.period and claim.period.months < 2
    )


def parts_of_a_total(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield two directions that do not make the total, and parts (international, one country) above their whole."""
    for group in by_subject(claims).values():
        yield from _complements(group)
        for part, whole in permutations(group, 2):
            more = part.label - whole.label
            if (
                more & fact_cues().part_word
                and whole.label <= part.label
                and _comparable(part, whole, flows="which" not in more)
            ):
                yield from _above(part, whole)
    wholes = [claim for claim in claims if "asean" in subject_key(claim.subject) or "total" in claim.label]
    for part, whole in product(claims, wholes):
        if (
            part is not whole
            and _comparable(part, whole)
            and _is_within(subject_key(part.subject), subject_key(whole.subject), part, whole)
        ):
            yield from _above(part, whole)


def _comparable(part: Claim, whole: Claim, flows: bool = True) -> bool:
    same = (
        part.kind == whole.kind
        and part.period is not None
        and whole.period is not None
        and part.period.same(whole.period)
    )
    return same and (not flows or _is_flow(part) and _is_flow(whole)) and not (part.is_planned or whole.is_planned)


def _is_within(part: frozenset[str], whole: frozenset[str], one: Claim, other: Claim) -> bool:
    """One country within ASEAN, or a subject that says "international" where the other has the total."""
    if "asean" in whole and part - whole <= fact_cues().asean and part - whole and whole - part == {"asean"}:
        return True
    narrowed = (part - whole) & fact_cues().part_word
    return bool(narrowed) and whole <= part and "total" in other.label


def _above(part: Claim, whole: Claim) -> Iterator[Contradiction]:
    if part.make_interval().low > whole.make_interval().high:
        words = Sentence(
            "%(part)s (%(name)s) is a part of %(whole)s (%(all)s) and larger",
            part=part.print_value(),
            name=_name(part),
            whole=whole.print_value(),
            all=_name(whole),
        )
        yield Contradiction(ids_of(part, whole), "part_above_whole", words)


def _name(claim: Claim) -> str:
    return f"{claim.subject}, {claim.metric.strip()}"


def _complements(group: list[Claim]) -> Iterator[Contradiction]:
    for one, other in permutations(group, 2):
        if one.kind != other.kind or not any(
            first <= one.label and second <= other.label for first, second in fact_cues().pairs
        ):
            continue
        if not (one.period and other.period and one.period.same(other.period)):
            continue
        common = one.label & other.label
        for whole in group:
            fits = (
                whole.kind == one.kind
                and whole.period
                and whole.period.same(one.period)
                and whole.label - {"total"} == common
            )
            spans = one.make_interval(), other.make_interval()
            if fits and not Interval(sum(s.low for s in spans), sum(s.high for s in spans)).meets(
                whole.make_interval()
            ):
                words = Sentence(
                    "%(subject)s: %(one)s and %(other)s make %(total)s, not %(whole)s",
                    subject=whole.subject,
                    one=one.print_value(),
                    other=other.print_value(),
                    whole=whole.print_value(),
                    total=whole.figure.print_value(one.figure.value + other.figure.value),
                )
                yield Contradiction(ids_of(one, other, whole), "sum", words)


def notes_that_divide(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield figures whose brackets divide them in two ("1,900+ (570 export, 1,336 import)") and do not add up."""
    for claim in claims:
        words = frozenset(re.findall(r"[a-z]+", claim.notes.lower()))
        if not any(first <= words and second <= words for first, second in fact_cues().pairs):
            continue
        parts = [one for one in find_quantities(claim.notes, []) if one.unit.kind != "percent"]
        if len(parts) != 2 or not claim.figure.value:
            continue
        total = sum(part.value for part in parts)
        if not claim.make_interval().meets(Interval(total, total), slack=0.01 * total):
            explained = Sentence(
                "%(subject)s: %(notes)s make %(total)s, not %(whole)s",
                subject=claim.subject,
                notes=claim.notes,
                total=f"{total:,.0f}",
                whole=claim.print_value(),
            )
            yield Contradiction(ids_of(claim), "sum", explained)


def shares_of_a_whole(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows whose shares of one whole make more than 100 %, and single shares beyond it."""
    rows: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.kind == "percent" and claim.label & fact_cues().share_label:
            rows.setdefault(claim.fact.id, []).append(claim)
    for row in rows.values():
        single = len({str(claim.period) for claim in row if claim.period}) <= 1
        total = sum(claim.make_interval().low for claim in row)
        if single and total > 100 and not any(claim.order for claim in row):
            shown = " + ".join(claim.print_value() for claim in row)
            words = Sentence(
                "%(subject)s: the shares %(shares)s are more than 100 %%", subject=row[0].subject, shares=shown
            )
            yield Contradiction(ids_of(row[0]), "shares", words)


def above_capacity(claims: list[Claim]) -> Iterator[Contradiction]:
    """Yield rows whose forecast or traffic stands above the capacity they name, in the same unit."""
    seen = set()
    for claim in claims:
        match = fact_cues().above_capacity.search(claim.fact.value)
        if not match or claim.fact.id in seen or not fact_cues().against.search(claim.fact.value):
            continue
        seen.add(claim.fact.id)
        forecast, capacity = (find_quantities(match[name], []) for name in ("figure", "capacity"))
        same = forecast and capacity and forecast[0].unit.kind == capacity[0].unit.kind
        if same and forecast[0].make_interval().low > capacity[0].make_interval().high:
            words = Sentence(
                "%(subject)s: %(figure)s lies above the capacity of %(capacity)s",
                subject=claim.subject,
                figure=forecast[0].print_value(),
                capacity=capacity[0].print_value(),
            )
            yield Contradiction(ids_of(claim), "above_capacity", words)
