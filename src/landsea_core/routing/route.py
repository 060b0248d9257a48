"""The decision: which one desk is accountable for a question, and why. Pure and deterministic."""

from collections.abc import Collection, Iterable

from landsea_core.routing.index import CompetenceIndex
from landsea_core.routing.model import (
    COORDINATOR_MATTERS,
    Competence,
    DeskMatch,
    Routing,
    RoutingQuestion,
    RoutingReason,
    Specificity,
)


def route_question(
    question: RoutingQuestion,
    competences: CompetenceIndex | Iterable[Competence],
    *,
    coordinator: str,
    unreachable: Collection[str] = frozenset(),
) -> Routing:
    """Choose exactly one desk for the question.

    The most exact competence wins (`Specificity`); among equals the desk with fewer competences, then the desk whose
    code comes first, so the order of rows never matters. Desks in `unreachable` are passed over and named in the
    reasons. The `coordinator` never competes: that desk gets what nobody else (reachable) answers for.
    """
    index = competences if isinstance(competences, CompetenceIndex) else CompetenceIndex(competences)
    matches = _find_matches(question, index, coordinator)
    reasons = []
    for place, match in enumerate(matches):
        if match.desk in unreachable:
            reasons.append(RoutingReason("skipped_unreachable", {"desk": match.desk}))
            continue
        reasons.extend(match.reasons)
        reasons.extend(_explain_tie(match, matches[place + 1 :], index))
        return Routing(match.desk, matches, tuple(reasons))
    reasons.append(_explain_coordinator(question, matches))
    return Routing(coordinator, matches, tuple(reasons))


def _find_matches(question: RoutingQuestion, index: CompetenceIndex, coordinator: str) -> tuple[DeskMatch, ...]:
    """One match a desk, by its most exact competence, best first."""
    best: dict[str, tuple[Specificity, Competence]] = {}
    for row in index.matching(question):
        if row.desk == coordinator:
            continue
        found = (_measure_specificity(question, row), row)
        if row.desk not in best or _measure_exactness(found) > _measure_exactness(best[row.desk]):
            best[row.desk] = found
    order = sorted(best, key=lambda desk: (*(-part for part in best[desk][0]), index.width(desk), desk))
    return tuple(DeskMatch(desk, best[desk][0], _list_reasons(question, best[desk][1])) for desk in order)


def _measure_exactness(found: tuple[Specificity, Competence]) -> tuple[Specificity, str]:
    """Order among one desk's own rows; the matter only makes equal ones comparable."""
    specificity, row = found
    return specificity, row.matter


def _measure_specificity(question: RoutingQuestion, row: Competence) -> Specificity:
    if not row.topic:
        subject = 0
    elif not row.matter:
        subject = 2
    else:
        subject = 3 if question.matter else 1
    if row.place:
        place = 1 + len(question.places) - question.places.index(row.place)
    else:
        place = 1 if row.country else 0
    return Specificity(
        subject, place, int(bool(row.country)), len(row.hs), int(bool(row.direction)), int(bool(row.filer_country))
    )


def _list_reasons(question: RoutingQuestion, row: Competence) -> tuple[RoutingReason, ...]:
    reasons = []
    if not row.topic:
        reasons.append(RoutingReason("answers_for_anything", {}))
    elif not row.matter:
        reasons.append(RoutingReason("topic_matches", {"topic": row.topic}))
    else:
        reasons.append(RoutingReason("matter_matches" if question.matter else "matter_unknown", {"matter": row.matter}))
    if row.place:
        exact = row.place == question.places[0]
        reasons.append(RoutingReason("place_matches" if exact else "wider_place_matches", {"place": row.place}))
    elif row.country:
        reasons.append(RoutingReason("country_matches", {"country": row.country}))
    if row.hs:
        reasons.append(RoutingReason("goods_match", {"hs": row.hs}))
    if row.direction:
        reasons.append(RoutingReason("direction_matches", {"direction": row.direction}))
    if row.filer_country:
        reasons.append(RoutingReason("filer_country_matches", {"filer_country": row.filer_country}))
    return tuple(reasons)


def _explain_tie(match: DeskMatch, rest: tuple[DeskMatch, ...], index: CompetenceIndex) -> list[RoutingReason]:
    """A word about the runner-up when only its width decided."""
    if rest and rest[0].specificity == match.specificity and index.width(rest[0].desk) > index.width(match.desk):
        return [RoutingReason("narrower_desk", {"other": rest[0].desk})]
    return []


def _explain_coordinator(question: RoutingQuestion, matches: tuple[DeskMatch, ...]) -> RoutingReason:
    if question.matter in COORDINATOR_MATTERS:
        return RoutingReason("coordinator_finds_place", {"matter": question.matter})
    return RoutingReason("nobody_reachable" if matches else "nobody_else", {})
