"""Whether rows of the reference files agree with each other: codes exist, are unique, form no circles."""

from collections.abc import Iterator, Mapping
from typing import Any

from landsea_core.reference import telephones
from landsea_core.reference.rows import Problem, Row
from landsea_core.reference.vocabulary import COORDINATOR_DESK, COORDINATOR_OFFICE

Files = Mapping[str, list[Row]]
_KEYS = {"topics": "topic", "places": "code", "offices": "code", "desks": "code", "elsewhere": "code"}


def find_link_problems(files: Files) -> list[Problem]:
    """The problems between rows; expects rows that have passed `shape`."""
    return [
        *(problem for name, key in _KEYS.items() for problem in _find_repeated_codes(files[name], key)),
        *_find_repeated_matters(files["topics"]),
        *_check_places(files["places"]),
        *_check_offices(files),
        *_check_desks(files),
        *_check_elsewhere(files),
        *_check_gaps(files),
        *telephones.check_telephones(files["telephones"], _index_rows(files["offices"])),
    ]


def _index_rows(rows: list[Row], key: str = "code") -> dict[str, Row]:
    return {row.data[key]: row for row in rows}


def _list_matters(files: Files) -> dict[str, set[str]]:
    return {row.data["topic"]: {part["matter"] for part in row.data["matters"]} for row in files["topics"]}


def _find_repeated_codes(rows: list[Row], key: str) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for row in rows:
        code = row.data[key]
        if code in first:
            yield row.problem(f"{code} is already on line {first[code]}; a code stands for one thing.")
        first.setdefault(code, row.line)


def _find_repeated_matters(topics: list[Row]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for row in topics:
        for part in row.data["matters"]:
            if part["matter"] in seen:
                yield row.problem(f"Matter {part['matter']} is already under {seen[part['matter']]}.")
            seen.setdefault(part["matter"], row.data["topic"])


def _find_circles(rows: list[Row], link: str) -> Iterator[Problem]:
    """Rows whose chain of `link` comes back to themselves; unknown codes end a chain."""
    above = {row.data["code"]: row.data[link] for row in rows}
    for row in rows:
        seen, code = {row.data["code"]}, row.data[link]
        while code in above and code not in seen:
            seen.add(code)
            code = above[code]
        if code == row.data["code"]:
            yield row.problem(f"{code} lies, by way of {link}, within itself.")


def _check_places(places: list[Row]) -> Iterator[Problem]:
    known = _index_rows(places)
    for row in places:
        within = row.data["within"]
        if not row.data["code"].startswith(row.data["country"]):
            yield row.problem(f"{row.data['code']} must begin with its country, {row.data['country']}.")
        if within and within not in known:
            yield row.problem(f"within names {within}, which is not in places.jsonl.")
        elif within and known[within].data["country"] != row.data["country"]:
            yield row.problem(f"within names {within}, which is in another country.")
    yield from _find_circles(places, "within")


def _check_offices(files: Files) -> Iterator[Problem]:
    places, offices = _index_rows(files["places"]), _index_rows(files["offices"])
    desks = {row.data["office"] for row in files["desks"]}
    for row in files["offices"]:
        office = row.data
        stands_in = office["host_country"] or office["country"]
        if office["parent"] and office["parent"] not in offices:
            yield row.problem(f"parent names {office['parent']}, which is not in offices.jsonl.")
        if office["host_country"] == office["country"]:
            yield row.problem("host_country is for missions abroad; leave it empty at home.")
        if office["place"] and office["place"] not in places:
            yield row.problem(f"place names {office['place']}, which is not in places.jsonl.")
        elif office["place"] and places[office["place"]].data["country"] != stands_in:
            yield row.problem(f"place {office['place']} is not in {stands_in}, where the office stands.")
        if office["code"] not in desks:
            yield row.problem(f"{office['code']} has no desk in desks.jsonl; an office answers through a desk.")
    yield from _find_circles(files["offices"], "parent")


def _check_desks(files: Files) -> Iterator[Problem]:
    offices, places, matters = _index_rows(files["offices"]), _index_rows(files["places"]), _list_matters(files)
    for row in files["desks"]:
        desk = row.data
        if desk["office"] not in offices:
            yield row.problem(f"office names {desk['office']}, which is not in offices.jsonl.")
        elif not desk["code"].startswith(f"{desk['office']}."):
            yield row.problem(f"{desk['code']} must be its office's code, a dot and a word.")
        if len({len(items) for items in desk["prepare"].values()}) > 1:
            yield row.problem("prepare has more items in one language than in another.")
        for scope in desk["competences"]:
            yield from (row.problem(sentence) for sentence in _check_competence(scope, matters, places))
        if desk["code"] != COORDINATOR_DESK and any(not any(scope.values()) for scope in desk["competences"]):
            yield row.problem("A competence with every field open belongs to the coordinator's desk alone.")
    if COORDINATOR_DESK not in _index_rows(files["desks"]):
        yield Problem("desks.jsonl", 0, f"{COORDINATOR_DESK} is missing: someone must take what nobody else does.")
    if COORDINATOR_OFFICE not in offices:
        yield Problem("offices.jsonl", 0, f"{COORDINATOR_OFFICE} is missing: the coordinator's desk belongs to it.")


def _check_competence(
    scope: Mapping[str, Any], matters: Mapping[str, set[str]], places: Mapping[str, Row]
) -> Iterator[str]:
    topic, matter = scope["topic"], scope["matter"]
    if topic and topic not in matters:
        yield f"Topic {topic} is not in topics.jsonl."
    elif matter and matter not in matters.get(topic, ()):
        yield f"Matter {matter} is not one of topic {topic or '(none)'}."
    for place in scope["places"]:
        if place not in places:
            yield f"Place {place} is not in places.jsonl."
        elif scope["country"] and places[place].data["country"] != scope["country"]:
            yield f"Place {place} is not in {scope['country']}."


def _check_elsewhere(files: Files) -> Iterator[Problem]:
    offices = _index_rows(files["offices"])
    for row in files["elsewhere"]:
        if row.data["office"] and row.data["office"] not in offices:
            yield row.problem(f"office names {row.data['office']}, which is not in offices.jsonl.")


def _check_gaps(files: Files) -> Iterator[Problem]:
    topics = _index_rows(files["topics"], "topic")
    for row in files["coverage_gaps"]:
        if row.data["topic"] not in topics:
            yield row.problem(f"Topic {row.data['topic']} is not in topics.jsonl.")
