"""The search: all competences that fit, the most exact first, one desk chosen. Deterministic whatever the order of rows."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from landsea_core.routing.competence import MATTER, MATTER_UNKNOWN, Competence, Question, Specificity, fit
from landsea_core.routing.reasons import Reason


@dataclass(frozen=True)
class Match:
    """A desk that answers, how exactly, and why."""

    desk: str
    specificity: Specificity
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Routing:
    """The desk that is accountable, all desks that answer (best first, unreachable ones left out) and what is to be
    said about the choice itself.
    """

    desk: str
    matches: tuple[Match, ...]
    reasons: tuple[Reason, ...]


class CompetenceIndex:
    """Competences prepared for many questions: only rows whose topic, matter and country can fit are looked at."""

    def __init__(self, competences: Iterable[Competence]):
        rows = set(competences)
        self.breadth = Counter(row.desk for row in rows)
        self._by_matter: dict[tuple[str, str, str], list[Competence]] = defaultdict(list)
        self._by_topic: dict[tuple[str, str], list[Competence]] = defaultdict(list)
        for row in rows:
            self._by_matter[row.topic, row.matter, row.country].append(row)
            self._by_topic[row.topic, row.country].append(row)

    def candidates(self, question: Question) -> Iterable[Competence]:
        """Yield every row that can fit the question, and few others."""
        for country in {question.country, ""}:
            for topic in {question.topic, ""}:
                if not question.matter:
                    yield from self._by_topic.get((topic, country), ())
                    continue
                for matter in (question.matter, ""):
                    yield from self._by_matter.get((topic, matter, country), ())


def route(
    question: Question,
    competences: CompetenceIndex | Iterable[Competence],
    *,
    coordinator: str,
    unreachable: Collection[str] = frozenset(),
) -> Routing:
    """Return the one desk that is accountable for the question, with reasons.

    Of each desk the most exact fitting row counts; desks are ordered by `Specificity`, then the desk with fewer
    competences (it is there for this), then by code. Desks in `unreachable` are passed over, and it is said. When
    nothing fits, the desk is `coordinator`, whose own rows never take part.
    """
    index = competences if isinstance(competences, CompetenceIndex) else CompetenceIndex(competences)
    best: dict[str, tuple[Specificity, Competence]] = {}
    for row in index.candidates(question):
        if row.desk == coordinator:
            continue
        found = fit(row, question)
        if found is not None and (row.desk not in best or _better(found, row, best[row.desk])):
            best[row.desk] = (found, row)
    ranked = sorted(best.values(), key=lambda pair: (_falling(pair[0]), index.breadth[pair[1].desk], pair[1].desk))
    matches = tuple(
        Match(row.desk, found, reasons_for(found, row, question))
        for found, row in ranked
        if row.desk not in unreachable
    )
    if not matches:
        skipped = tuple(_skipped(row.desk) for _, row in ranked[:3])
        return Routing(coordinator, (), (*skipped, Reason("nobody_else")))
    before = [row.desk for _, row in ranked[: [row.desk for _, row in ranked].index(matches[0].desk)]]
    return Routing(matches[0].desk, matches, tuple(_skipped(desk) for desk in before))


def _better(found: Specificity, row: Competence, held: tuple[Specificity, Competence]) -> bool:
    """Rows of one desk that fit equally well are told apart by their text, so that the reasons do not depend on order."""
    return (found, _text(held[1])) > (held[0], _text(row))


def _text(row: Competence) -> tuple[str, ...]:
    return (row.topic, row.matter, row.country, row.place, row.hs, row.direction, row.filer_country)


def _falling(found: Specificity) -> tuple[int, ...]:
    return tuple(
        -int(part) for part in (found.direct, found.subject, found.place, found.country, found.hs, found.direction)
    )


def _skipped(desk: str) -> Reason:
    return Reason("skipped_unreachable", {"desk": desk})


def reasons_for(found: Specificity, row: Competence, question: Question) -> tuple[Reason, ...]:
    """Return why this row fits: what it is about first, then where, the goods, the direction, for whom."""
    reasons = []
    if found.subject == MATTER:
        reasons.append(Reason("matter_matches", {"matter": row.matter}))
    elif found.subject == MATTER_UNKNOWN:
        reasons.append(Reason("matter_unknown", {"topic": row.topic}))
    elif row.topic:
        reasons.append(Reason("topic_matches", {"topic": row.topic}))
    if row.place:
        reasons.append(Reason("place_matches", {"place": row.place}))
    elif row.country:
        reasons.append(Reason("country_matches", {"country": row.country}))
    if row.hs:
        reasons.append(Reason("goods_match", {"hs": row.hs}))
    if row.direction:
        reasons.append(Reason("direction_matches", {"direction": row.direction}))
    if row.filer_country:
        reasons.append(Reason("own_firms", {"country": row.filer_country}))
    return tuple(reasons)
