"""Measuring routing on labelled cases: what a row's facts and plain words lead to, and whether that is right.

Rows are objects with `id`, `text`, `from` (the filer's country), `where` (the problem's), `topic`, `hs` (a chapter or
null) and `scope` (in, out, borderline). Labels to compare with (`authority`, `alt_authority`) are never read by
`route_row`, only by `is_right`. Printing and files are the command's business.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from landsea_core.reference import Reference
from landsea_core.routing.model import COORDINATOR_MATTERS, Routing, RoutingQuestion, RoutingReason
from landsea_core.routing.outside_bodies import find_outside_body
from landsea_core.routing.reasons import explain_reason
from landsea_core.routing.route import route_question
from landsea_core.text.default_reader import read_authorities, read_matters, read_places

NOBODY = "none"
"""The kind of authority of an out-of-scope case: nobody here."""

KIND_UNREAD = 0.05
"""The chance of a kind of office that the text does not speak of."""

FindPlaces = Callable[[str], Sequence[str]]
"""Place codes named in a text, likeliest first."""


class RowFault(ValueError):
    """A row that cannot be routed; the sentence says what it lacks."""


@dataclass(frozen=True)
class Score:
    """How many of the labelled rows came out right, and the ids of those that did not."""

    right: int
    total: int
    wrong: tuple[str, ...]


def find_places_named(text: str) -> tuple[str, ...]:
    """The places that the lexicons find in a text."""
    return tuple(guess.value for guess in read_places(text))


def route_row(
    row: Mapping[str, Any], reference: Reference, find_places: FindPlaces = find_places_named
) -> dict[str, Any]:
    """Where one case goes: id, desk, desk_country, desk_authority, reasons (English sentences), handed_on.

    `desk_country` is the country whose desk it is, `desk_authority` the kind of its office. A case out of scope stays
    with the coordinator's desk, with authority "none" and the named place outside in `handed_on` (else null). Raises
    RowFault when the row lacks a needed field.
    """
    text, topic, country = _require_field(row, "text"), _require_field(row, "topic"), _require_field(row, "where")
    filer_country, hs = row.get("from") or "", row.get("hs") or ""
    if _require_field(row, "scope") == "out":
        return _hand_on(row, reference, country, filer_country)
    question = RoutingQuestion(
        topic=topic,
        country=country,
        places=_choose_places(find_places(text), country, reference),
        hs=hs,
        filer_country=filer_country,
    )
    routing = _route_question(text, question, reference)
    return _describe_answer(row, reference, routing.desk, routing.reasons)


def is_right(row: Mapping[str, Any], given: Mapping[str, Any]) -> bool:
    """Whether an answer agrees with the row's labels: an accepted kind of authority of the country where the problem
    is; for a case out of scope, a named place and an accepted kind."""
    kinds = {row["authority"], *row.get("alt_authority", ())}
    if given["desk_authority"] not in kinds:
        return False
    if row["scope"] == "out":
        return given["handed_on"] is not None
    return bool(given["desk_country"] == row["where"])


def score_rows(
    rows: Iterable[Mapping[str, Any]], reference: Reference, find_places: FindPlaces = find_places_named
) -> Score:
    """Route all rows and compare them with their labels."""
    rows = list(rows)
    wrong = tuple(str(row["id"]) for row in rows if not is_right(row, route_row(row, reference, find_places)))
    return Score(len(rows) - len(wrong), len(rows), wrong)


def _require_field(row: Mapping[str, Any], field: str) -> str:
    value = row.get(field)
    if not isinstance(value, str) or not value:
        raise RowFault(f"Row {row.get('id', '(without id)')} has no {field}; it is needed to find the desk.")
    return value


def _route_question(text: str, question: RoutingQuestion, reference: Reference) -> Routing:
    """Where the question goes by its likeliest matter. The kind of office that the words ask for is read too, and tells
    between matters that are about equally likely."""
    kinds = {guess.value: guess.confidence for guess in read_authorities(text, topic=question.topic)}
    best, best_chance = None, 0.0
    for guess in read_matters(text, topic=question.topic, hs=question.hs):
        if guess.value in COORDINATOR_MATTERS or guess.confidence <= best_chance:
            continue
        routing = route_question(
            replace(question, matter=guess.value), reference.index, coordinator=reference.coordinator
        )
        kind = reference.offices[reference.desks[routing.desk].office].kind
        chance = guess.confidence * (KIND_UNREAD + kinds.get(kind, 0.0)) / (KIND_UNREAD + 1)
        if best is None or chance > best_chance:
            best, best_chance = routing, chance
    return best or route_question(question, reference.index, coordinator=reference.coordinator)


def _choose_places(codes: Sequence[str], country: str, reference: Reference) -> tuple[str, ...]:
    """The first place that lies where the problem is, with what it lies within; texts also name the way there."""
    here = (code for code in codes if code in reference.places and reference.places[code].country == country)
    return reference.wider(next(here, ""))


def _hand_on(row: Mapping[str, Any], reference: Reference, country: str, filer_country: str) -> dict[str, Any]:
    guesses = [guess.value for guess in read_matters(row["text"], topic="other")]
    matter = guesses[0] if guesses else ""
    place = find_outside_body(
        "other", matter, country=country, filer_country=filer_country, places=reference.elsewhere.values()
    )
    given = _describe_answer(row, reference, reference.coordinator, (RoutingReason("out_of_scope", {}),))
    return {**given, "desk_authority": NOBODY, "handed_on": place.names["en"] if place else None}


def _describe_answer(
    row: Mapping[str, Any], reference: Reference, desk: str, reasons: Iterable[RoutingReason]
) -> dict[str, Any]:
    office = reference.offices[reference.desks[desk].office]
    return {
        "id": row.get("id"),
        "desk": desk,
        "desk_country": office.country,
        "desk_authority": office.kind,
        "reasons": [str(explain_reason(reason, _make_namer(reference))) for reason in reasons],
        "handed_on": None,
    }


def _make_namer(reference: Reference) -> Callable[[str, str], str]:
    """English names for the codes in reasons; what has none is shown as it is."""
    matters = {part.matter: part.names for topic in reference.topics.values() for part in topic.matters}
    topics = {topic.topic: topic.names for topic in reference.topics.values()}
    places = {place.code: place.names for place in reference.places.values()}
    desks = {desk.code: desk.names for desk in reference.desks.values()}
    names = {"matter": matters, "topic": topics, "place": places, "desk": desks, "other": desks}

    def name(kind: str, code: str) -> str:
        return names.get(kind, {}).get(code, {}).get("en", code)

    return name
