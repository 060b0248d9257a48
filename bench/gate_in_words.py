"""The held questions to the gate asked by code and in words, as people ask. Run: `python -m bench.gate_in_words`.

The words are those of the question (`words`, as somebody typed them in any language; else `goods`), read as the page of the
checklist and `landsea gate --goods` read them (`landsea.rules.meant_goods`). What came of them:

- same: the code of the question is read, and told;
- which: several goods with different verdicts are read and each verdict is told; the code is among them;
- which_else: the same, and the code is not among them;
- another: another code is told as if it were meant;
- none: no goods are read, and the page asks for other words.

A question is weaker in words where the verdict that is told (the strictest where it depends on which) is milder than by code;
its rules are lost where the code's verdict names stops or licences and what is told names none of them. `asked` questions,
of which nothing is told, are neither. A wrong permission is as in `bench.gate_questions`.
"""

import argparse
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.gate_questions import LICENSING, QUESTIONS, RESTRICTED, ROOT, read_outcome, read_questions
from landsea.rules.meant_goods import MeantGoods, ask_in_words
from landsea_core.rules import Book, Effect, Shipment, Verdict, ask_gate, read_book

REACHED = ("same", "which", "which_else", "another", "none")
STRICTNESS = {"forbidden": 4, "licensed": 3, "unknown": 2, "not_looked_at": 1, "may_pass": 0}
SIX = 6
Ask = Callable[[Book, str, Shipment, date], list[MeantGoods]]


@dataclass(frozen=True)
class AskedInWords:
    """A question, its verdict by code, and the readings of its words with theirs."""

    row: dict[str, Any]
    by_code: Verdict
    meant: tuple[MeantGoods, ...]

    @property
    def words(self) -> str:
        """What was typed."""
        return str(self.row.get("words") or self.row["goods"])

    @property
    def reached(self) -> str:
        """One of REACHED."""
        if not self.meant:
            return "none"
        is_among = any(one.guess.value[:SIX] == self.row["hs"][:SIX] for one in self.meant)
        if len(self.meant) > 1:
            return "which" if is_among else "which_else"
        return "same" if is_among else "another"

    @property
    def outcome_by_code(self) -> str:
        """How a trader reads the verdict by code."""
        return read_outcome(self.by_code)

    @property
    def outcome(self) -> str:
        """How a trader reads what is told of the words, the strictest where several are told; "asked" where nothing is."""
        outcomes = [read_outcome(one.verdict) for one in self.meant]
        return max(outcomes, key=STRICTNESS.__getitem__, default="asked")

    @property
    def is_weaker(self) -> bool:
        """Whether what is told of the words is milder than the verdict by code."""
        return bool(self.meant) and STRICTNESS[self.outcome] < STRICTNESS[self.outcome_by_code]

    @property
    def loses_rules(self) -> bool:
        """Whether the code's verdict names stops or licences, and what is told of the words names none of them."""
        named = list_restricting(self.by_code)
        told = {code for one in self.meant for code in list_restricting(one.verdict)}
        return bool(self.meant and named) and not named & told

    @property
    def is_wrong_permission(self) -> bool:
        """Whether goods that a source says are not free are said to pass."""
        return self.row["says"] in RESTRICTED and self.outcome == "may_pass"


def list_restricting(verdict: Verdict) -> frozenset[str]:
    """Return the codes of the measures that stop these goods, or some of them, or ask a licence of them by name."""
    stops = {one.measure.code for one in verdict.forbids}
    stops |= {gap.measure.code for gap in verdict.gaps if gap.measure and gap.measure.effect is Effect.FORBIDS}
    return frozenset(
        stops
        | {
            one.measure.code
            for one in verdict.requires
            if one.measure.kind in LICENSING and one.match.prefix and one.measure.requirements_for(verdict.shipment.hs)
        }
    )


def ask_all_in_words(book: Book, rows: list[dict[str, Any]], ask: Ask = ask_in_words) -> list[AskedInWords]:
    """Ask every question by its code and in its words."""
    found = []
    for row in rows:
        ends, day = (row["origin"], row["destination"]), date.fromisoformat(row["on"])
        shipment = Shipment(row["hs"], *ends, tuple(row["transit"]), row["mode"], condition=row.get("condition", ""))
        words = str(row.get("words") or row["goods"])
        found.append(AskedInWords(row, ask_gate(book, shipment, day), tuple(ask(book, words, shipment, day))))
    return found


def write_counts(found: list[AskedInWords]) -> str:
    """Return the table: where the words led, and what was told of them, by what the source says."""
    columns = (*REACHED, "weaker", "lost", "passes")
    lines = [
        f"{len(found)} questions in words",
        f"{'source says':<12}{'asked':>6}" + "".join(f"{one:>11}" for one in columns),
    ]
    for says in (*RESTRICTED, "ordinary"):
        of_these = [one for one in found if one.row["says"] == says]
        counted = Counter(one.reached for one in of_these)
        counted["weaker"] = sum(one.is_weaker for one in of_these)
        counted["lost"] = sum(one.loses_rules for one in of_these)
        counted["passes"] = sum(one.outcome == "may_pass" for one in of_these)
        lines.append(f"{says:<12}{len(of_these):>6}" + "".join(f"{counted[one]:>11}" for one in columns))
    outcomes = ("forbidden", "licensed", "unknown", "not_looked_at", "may_pass", "asked")
    lines.append(f"{'':<18}" + "".join(f"{one:>15}" for one in outcomes))
    for name, counted in (
        ("by code", Counter(one.outcome_by_code for one in found)),
        ("in words", Counter(one.outcome for one in found)),
    ):
        lines.append(f"{name:<18}" + "".join(f"{counted[one]:>15}" for one in outcomes))
    stopped = sum(one.outcome == "forbidden" for one in found if one.row["says"] == "ordinary")
    lines.append(f"wrong permissions in words: {sum(one.is_wrong_permission for one in found)}")
    lines.append(f"ordinary loads said to be stopped: {stopped}")
    return "\n".join(lines)


def write_misses(found: list[AskedInWords]) -> str:
    """Return a line for each question that is weaker in words, loses its rules or is not read."""
    lines = []
    for one in found:
        signs = [
            sign
            for sign, is_so in (
                ("PASSES", one.is_wrong_permission),
                ("weaker", one.is_weaker),
                ("lost", one.loses_rules),
                ("none", not one.meant),
            )
            if is_so
        ]
        if signs:
            told = ", ".join(f"{each.guess.value} {read_outcome(each.verdict)}" for each in one.meant)
            ends = f"{one.row['origin']}-{one.row['destination']}"
            lines.append(
                f"{one.row['number']:>5} {'+'.join(signs)} {one.row['says']} {one.row['hs']} {one.words}, {ends}: "
                f"{one.outcome_by_code} -> {told or 'asked'}"
            )
    return "\n".join(lines)


def main() -> None:
    """Ask the questions of a file in words and print what came of them."""
    parser = argparse.ArgumentParser(prog="bench.gate_in_words")
    parser.add_argument("file", nargs="?", type=Path, default=QUESTIONS)
    parser.add_argument("--misses", action="store_true", help="also print what is weaker, lost or not read")
    options = parser.parse_args()
    found = ask_all_in_words(read_book(ROOT / "data/reference"), read_questions(options.file))
    print(write_counts(found))
    if options.misses:
        print(write_misses(found))


if __name__ == "__main__":
    main()
