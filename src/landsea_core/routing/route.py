"""The decision: which one desk is accountable for a question, and why. Pure and deterministic."""

from collections.abc import Collection, Iterable

from landsea_core.routing.index import CompetenceIndex
from landsea_core.routing.model import (
    COORDINATOR_MATTERS,
    Competence,
    Match,
    Question,
    Reason,
    Routing,
    Specificity,
)


def route(
    question: Question,
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
    matches = _matches(question, index, coordinator)
    reasons = []
    for place, match in enumerate(matches):
        if match.desk in unreachable:
            reasons.append(Reason("skipped_unreachable", {"desk": match.desk}))
            continue
        reasons.extend(match.reasons)
        reasons.extend(_tie(match, matches[place + 1 :], index))
        return Routing(match.desk, matches, tuple(reasons))
    reasons.append(_why_coordinator(question, matches))
    return Routing(coordinator, matches, tuple(reasons))


def _matches(question: Question, index: CompetenceIndex, coordinator: str) -> tuple[Match, ...]:
    """One match a desk, by its most exact competence, best first."""
    best: dict[str, tuple[Specificity, Competence]] = {}
    for row in index.matching(question):
        if row.desk == coordinator:
            continue
        found = (_specificity(question, row), row)
        if row.desk not in best or _exactness(found) > _exactness(best[row.desk]):
            best[row.desk] = found
    order = sorted(best, key=lambda desk: (*(-part for part in best[desk][0]), index.width(desk), desk))
    return tuple(Match(desk, best[desk][0], _reasons(question, best[desk][1])) for desk in order)


def _exactness(found: tuple[Specificity, Competence]) -> tuple[Specificity, str]:
    """Order among one desk's own rows; the matter only makes equal ones comparable."""
    specificity, row = found
    return specificity, row.matter


def _specificity(question: Question, row: Competence) -> Specificity:
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


def _reasons(question: Question, row: Competence) -> tuple[Reason, ...]:
    reasons = []
    if not row.topic:
        reasons.append(Reason("answers_for_anything", {}))
    elif not row.matter:
        reasons.append(Reason("topic_matches", {"topic": row.topic}))
    else:
        reasons.append(Reason("matter_matches" if question.matter else "matter_unknown", {"matter": row.matter}))
    if row.place:
        exact = row.place == question.places[0]
        reasons.append(Reason("place_matches" if exact else "wider_place_matches", {"place": row.place}))
    elif row.country:
        reasons.append(Reason("country_matches", {"country": row.country}))
    if row.hs:
        reasons.append(Reason("goods_match", {"hs": row.hs}))
    if row.direction:
        reasons.append(Reason("direction_matches", {"direction": row.direction}))
    if row.filer_country:
        reasons.append(Reason("filer_country_matches", {"filer_country": row.filer_country}))
    return tuple(reasons)


def _tie(match: Match, rest: tuple[Match, ...], index: CompetenceIndex) -> list[Reason]:
    """A word about the runner-up when only its width decided."""
    if rest and rest[0].specificity == match.specificity and index.width(rest[0].desk) > index.width(match.desk):
        return [Reason("narrower_desk", {"other": rest[0].desk})]
    return []


def _why_coordinator(question: Question, matches: tuple[Match, ...]) -> Reason:
    if question.matter in COORDINATOR_MATTERS:
        return Reason("coordinator_finds_place", {"matter": question.matter})
    return Reason("nobody_reachable" if matches else "nobody_else", {})
