"""Public facts of the exchange board as they stand in data/reference/exchange.jsonl: reading and checking them."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from landsea_core.matching.archive import parse_day
from landsea_core.translations import Translations

KINDS = frozenset(
    {
        "project",
        "investment_programme",
        "incentive",
        "cooperation_zone",
        "trade_fair",
        "forum",
        "culture_event",
        "training",
        "scholarship",
        "school_exchange",
        "tourism_route",
        "flight_route",
        "sister_city",
    }
)
SECTORS = frozenset(
    {
        "motorcycles",
        "new_energy_vehicles",
        "agricultural_machinery",
        "green_technology",
        "ecommerce",
        "logistics",
        "food_agriculture",
        "tourism",
        "education",
        "culture",
        "digital",
        "rail",
    }
)
GRADES = frozenset({"measured", "published", "reported", "claimed", "derived", "assumed"})


@dataclass(frozen=True)
class ExchangeFact:
    """One public fact. `names` and `texts` by language; `starts` and `ends` as known (`2026`, `2026-03`, `2026-03-18`);
    `policies` are codes of the facts that stand behind this one, `measures` those of the rules; `source`, `grade` and
    `checked` as for every fact.
    """

    code: str
    kind: str
    names: dict[str, str]
    source: str
    grade: str
    texts: dict[str, str] = field(default_factory=dict)
    countries: tuple[str, ...] = ()
    organiser: str = ""
    place: str = ""
    place_text: str = ""
    starts: str = ""
    ends: str = ""
    recurring: str = ""
    who_for: str = ""
    sectors: tuple[str, ...] = ()
    hs: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    checked: str = ""
    note: str = ""


def read_facts(path: Path) -> tuple[list[ExchangeFact], list[str]]:
    """Return the facts of a file, and a sentence with its line for each fault; facts with faults are left out. Raises
    TranslationFault for a translation that cannot be used.
    """
    found: list[ExchangeFact] = []
    faults: list[str] = []
    known = {one.name for one in fields(ExchangeFact)}
    translations = Translations.load(path.parent, "exchange")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            row = json.loads(line)
            unknown = set(row) - known
            if unknown:
                raise ValueError(f"There is no field {', '.join(sorted(unknown))}.")
            values: dict[str, Any] = {
                name: tuple(v) if isinstance(v, list) else v for name, v in translations.fill(row).items()
            }
            fact = ExchangeFact(**values)
        except (TypeError, ValueError) as fault:
            faults.append(f"{path.name}:{number}: {fault}")
            continue
        wrong = list(_check_fact(fact, found))
        faults += [f"{path.name}:{number}: {sentence}" for sentence in wrong]
        if not wrong:
            found.append(fact)
    codes = {fact.code for fact in found}
    faults += [
        f"{path.name}: {fact.code} names the policy {policy}, which is not in the file."
        for fact in found
        for policy in fact.policies
        if policy not in codes
    ]
    return found, faults


def _check_fact(fact: ExchangeFact, before: list[ExchangeFact]) -> Iterable[str]:
    if any(other.code == fact.code for other in before):
        yield f"The code {fact.code} is there twice."
    if fact.kind not in KINDS:
        yield f"There is no kind '{fact.kind}'."
    if not fact.source or fact.grade not in GRADES:
        yield "Name the source, and one of the six grades."
    for sector in fact.sectors:
        if sector not in SECTORS:
            yield f"There is no sector '{sector}'."
    try:
        starts, ends = parse_day(fact.starts), parse_day(fact.ends, end=True)
    except ValueError as fault:
        yield str(fault)
    else:
        if starts and ends and ends < starts:
            yield "It ends before it begins."
