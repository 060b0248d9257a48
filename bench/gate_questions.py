"""Questions to the gate with public sources, written down before the answers were seen. Run: `python -m bench.gate_questions`.

Each line of the file says goods, countries, way and day (and `condition` where the goods are used), and what a public source
says: stopped, licensed, registered, or ordinary (drawn by lot from traded goods). The verdict is read as a trader reads it:

- forbidden, unknown: as the gate says;
- licensed: a rule on file asks for a licence, a registration, a test or market access for these very goods;
- not_looked_at: nothing on file stops or licenses them, and the verdict names what nobody looked at;
- may_pass: nothing of that, and nothing is left out.

A wrong permission is `may_pass` where the source says stopped, licensed or registered. Prints one table.
"""

import argparse
import json
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from landsea_core.rules import Book, Effect, GateAnswer, MeasureKind, Shipment, Verdict, ask_gate, read_book
from landsea_core.rules.reasons import STOP_OF_FEW

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "tests/core/rules/gate_questions.jsonl"
LICENSING = frozenset(
    {
        MeasureKind.LICENCE_PERMIT,
        MeasureKind.ESTABLISHMENT_REGISTRATION,
        MeasureKind.SPS_TEST,
        MeasureKind.MARKET_ACCESS_PROTOCOL,
        MeasureKind.CONFORMITY_LABELLING,
    }
)
RESTRICTED = ("stopped", "licensed", "registered")


@dataclass(frozen=True)
class Asked:
    """A question, what its source says, and how the gate's verdict reads."""

    row: dict[str, Any]
    outcome: str
    names_gaps: bool
    names_stop: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether the outcome is one of those that were written down, or the verdict names the stop in words."""
        return self.outcome in self.row["acceptable"] or (self.row["says"] == "stopped" and self.names_stop)

    @property
    def is_wrong_permission(self) -> bool:
        """Whether goods that a source says are not free are said to pass."""
        return self.row["says"] in RESTRICTED and self.outcome == "may_pass"

    @property
    def is_known(self) -> bool:
        """Whether the book itself holds what the source says: a stop of some goods of the code ("used") counts."""
        right = {
            "stopped": {"forbidden"},
            "licensed": {"licensed", "forbidden"},
            "registered": {"licensed", "forbidden"},
        }
        if self.row["says"] == "stopped" and self.names_stop:
            return True
        return self.outcome in right.get(self.row["says"], set())


def read_outcome(verdict: Verdict) -> str:
    """Return how a trader reads a verdict."""
    if verdict.answer in {GateAnswer.FORBIDDEN, GateAnswer.UNKNOWN}:
        return str(verdict.answer)
    hs = verdict.shipment.hs
    if any(
        one.measure.kind in LICENSING and one.match.prefix and one.measure.requirements_for(hs)
        for one in verdict.requires
    ):
        return "licensed"
    return "not_looked_at" if verdict.not_looked_at else "may_pass"


def ask_all(book: Book, rows: list[dict[str, Any]]) -> list[Asked]:
    """Ask every question."""
    found = []
    for row in rows:
        ends, transit, condition = (row["origin"], row["destination"]), tuple(row["transit"]), row.get("condition", "")
        shipment = Shipment(row["hs"], *ends, transit, row["mode"], condition=condition)
        verdict = ask_gate(book, shipment, date.fromisoformat(row["on"]))
        stops = any(
            gap.measure and gap.measure.effect is Effect.FORBIDS and (gap.decides or gap.reason.code == STOP_OF_FEW)
            for gap in verdict.gaps
        )
        found.append(Asked(row, read_outcome(verdict), bool(verdict.not_looked_at), stops))
    return found


def read_questions(path: Path = QUESTIONS) -> list[dict[str, Any]]:
    """Return the questions of a file, one a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def main() -> None:
    """Ask the questions of a file and print what came of them."""
    parser = argparse.ArgumentParser(prog="bench.gate_questions")
    parser.add_argument("file", nargs="?", type=Path, default=QUESTIONS)
    parser.add_argument(
        "--misses", action="store_true", help="also print each question whose source the book does not hold"
    )
    options = parser.parse_args()
    found = ask_all(read_book(ROOT / "data/reference"), read_questions(options.file))
    outcomes = ("forbidden", "licensed", "unknown", "not_looked_at", "may_pass")
    print(f"{len(found)} questions\n{'source says':<12}{'asked':>6}" + "".join(f"{one:>15}" for one in outcomes))
    for says in (*RESTRICTED, "ordinary"):
        of_these = [one for one in found if one.row["says"] == says]
        counted = Counter(one.outcome for one in of_these)
        print(f"{says:<12}{len(of_these):>6}" + "".join(f"{counted[one]:>15}" for one in outcomes))
    restricted = [one for one in found if one.row["says"] in RESTRICTED]
    ordinary = [one for one in found if one.row["says"] == "ordinary"]
    permitted = sum(one.is_wrong_permission for one in found)
    print(f"wrong permissions: {permitted}; not accepted: {sum(not one.is_accepted for one in found)}")
    print(f"the book holds what the source says: {sum(one.is_known for one in restricted)} of {len(restricted)}")
    said = sum(one.names_gaps or one.outcome == "unknown" for one in ordinary)
    print(f"ordinary questions that say what is not known: {said} of {len(ordinary)}")
    for one in found:
        if one.is_wrong_permission or (options.misses and one.row["says"] in RESTRICTED and not one.is_known):
            row = one.row
            print(
                f"  {row['number']:>3} {row['hs']} {row['goods']}, {row['origin']}-{row['destination']}: {one.outcome}"
            )


if __name__ == "__main__":
    main()
