"""How fast the rules answer with 20,000 measures: one verdict, one checklist. Run: `python -m bench.rules`.

The measures are the ones on file, varied (other codes and origins of the same kinds) until there are enough; the
questions are drawn from traded goods. Prints one table; times are of one process, the best of three rounds.
"""

import random
import statistics
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

from landsea_core.rules import Book, Measure, Purpose, Shipment, ask_gate, make_checklist, read_book

ROOT = Path(__file__).resolve().parents[1]
MEASURES = 20_000
QUESTIONS = 2_000
DAY = date(2026, 8, 1)
ASEAN = ("TH", "VN", "LA", "MY", "KH", "MM", "ID", "PH", "SG", "BN")
CHAPTERS = [f"{chapter:02d}" for chapter in range(1, 98) if chapter != 77]


def many_measures(count: int, chance: random.Random) -> Book:
    """The measures on file and variations of those that name goods, `count` in all."""
    real = list(read_book(ROOT / "data/reference"))
    named = [one for one in real if one.scope.hs]
    return Book([*real, *(_varied(chance.choice(named), number, chance) for number in range(count - len(real)))])


def _varied(measure: Measure, number: int, chance: random.Random) -> Measure:
    hs = tuple(chance.choice(CHAPTERS) + prefix[2:] for prefix in measure.scope.hs[:3])
    origin = frozenset({chance.choice(ASEAN)}) if measure.scope.origin else frozenset()
    scope = replace(measure.scope, hs=hs, origin=origin, hs_except=())
    return replace(measure, code=f"V{number:05d}", scope=scope, life=replace(measure.life, replaced_by=""))


def questions(chance: random.Random) -> list[Shipment]:
    """Shipments of random goods, both ways between China and ASEAN."""
    found = []
    for _ in range(QUESTIONS):
        hs = f"{chance.choice(CHAPTERS)}{chance.randrange(1, 30):02d}{chance.choice(('10', '20', '90'))}"
        away = chance.choice(ASEAN)
        ends = (away, "CN") if chance.random() < 0.6 else ("CN", away)
        found.append(Shipment(hs, *ends, ("LA",), chance.choice(("road", "rail", "sea", "air"))))
    return found + [Shipment("081060", "TH", "CN", ("LA",), "rail")] * 50


def timed(ask, asked: list[Shipment]) -> list[float]:
    """Milliseconds of each question, best of three rounds."""
    rounds = []
    for _ in range(3):
        took = []
        for shipment in asked:
            start = time.perf_counter()
            ask(shipment)
            took.append((time.perf_counter() - start) * 1000)
        rounds.append(took)
    return [min(each) for each in zip(*rounds, strict=True)]


def main() -> None:
    """Print the table."""
    chance = random.Random(6)
    book = many_measures(MEASURES, chance)
    asked = questions(chance)
    print(f"{len(book):,} measures, {len(asked):,} questions, best of three rounds, ms")
    print(f"{'':12}{'median':>9}{'p95':>9}{'worst':>9}{'target':>9}")
    rows = (
        ("verdict", lambda shipment: ask_gate(book, shipment, DAY), 0.3),
        ("checklist", lambda shipment: make_checklist(book, shipment, DAY, Purpose.SELL), 30),
    )
    for name, ask, target in rows:
        took = sorted(timed(ask, asked))
        p95 = took[int(len(took) * 0.95)]
        print(f"{name:12}{statistics.median(took):9.3f}{p95:9.3f}{took[-1]:9.3f}{target:9.1f}")


if __name__ == "__main__":
    main()
