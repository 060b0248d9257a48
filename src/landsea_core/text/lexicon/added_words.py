"""Words that coordinators add to the lexicons, over those of the files: which kinds, whether one is usable, and as rows.

An added term wins over the same term of the files for the same value and language, so that a weight can be changed, and
with the weight 0 a term is taken out. What is added is written as rows like those of the files, so that it can move there.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from landsea_core.text.letters.folding import fold_spelling
from landsea_core.text.letters.prepared_text import PreparedText, fold_as_read
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon.phrase_index import PhraseIndex

MATTER, TOPIC, PLACE_WORD, COUNTRY, URGENCY, GOOD, NOT_GOODS = EDITABLE = (
    "matter",
    "topic",
    "place_word",
    "country",
    "urgency",
    "good",
    "not_goods",
)
LANGUAGES = ("en", "zh", "vi", "th", "lo", "id", "ms", "km", "my", "fil", "tet")
LEAST, MOST = -1.0, 2.0
"""Weights lie between these, as in the files: 1.0 makes the value likely alone."""
LONGEST, LONGEST_FOLDED = 80, 200
"""Characters of a term as it is written, and as it is matched: folding takes a ligature apart."""
SOURCE = "added by a coordinator"
KEEPING, PERISHABLE, LIVE = GOODS_KEEP = ("", "perishable", "live")
"""How goods bear waiting: they keep, they spoil within days, they are live animals."""
_LEAST_LETTERS = 2


@dataclass(frozen=True, order=True)
class AddedTerm:
    """One term for one value of one kind in one language; `topic` is that of a matter, `name` the English name of goods,
    `keep` how they bear waiting (one of GOODS_KEEP).
    """

    kind: str
    value: str
    lang: str
    term: str
    weight: float
    topic: str = ""
    name: str = ""
    keep: str = KEEPING

    @property
    def key(self) -> tuple[str, str, str, str]:
        """What it wins over in the files, compared folded."""
        return self.kind, self.value, self.lang, fold_term(self.term)


@dataclass(frozen=True)
class AddedWords:
    """All terms in force; `version` changes whenever they do and is empty when there are none."""

    version: str = ""
    terms: tuple[AddedTerm, ...] = field(default=(), hash=False)


NOTHING_ADDED = AddedWords()


def fold_term(term: str) -> str:
    """A term as it is matched, with its stars and pluses."""
    return " + ".join(f"{fold_spelling(part)}{'*' if part.endswith('*') else ''}" for part in term.split(" + "))


def find_fault_of_term(term: AddedTerm, classes: Iterable[str] = ()) -> str:
    """Return what is wrong with a term as a code, or an empty text: kind, lang, weight, keep, long, letters, short, class.

    `short`: a single letter, or two of a spelled language, stands in too many words. `class`: <name> is no class we have.
    """
    checks = {
        "kind": term.kind in EDITABLE,
        "lang": term.lang in LANGUAGES,
        "weight": LEAST <= term.weight <= MOST,
        "keep": term.keep in GOODS_KEEP and (not term.keep or term.kind == GOOD),
        "long": len(term.term) <= LONGEST and len(fold_term(term.term)) <= LONGEST_FOLDED,
    }
    wrong = next((code for code, holds in checks.items() if not holds), "")
    return wrong or next(filter(None, (_fault_of_part(part, classes) for part in term.term.split(" + "))), "")


def _fault_of_part(part: str, classes: Iterable[str]) -> str:
    if part.startswith("<"):
        return "" if part.strip("<>") in classes else "class"
    folded = fold_spelling(part.rstrip("*")).strip()
    if not any(character.isalnum() for character in folded):
        return "letters"
    too_short = len(folded) < _LEAST_LETTERS or (len(folded) == _LEAST_LETTERS and not is_unspaced(folded[0]))
    return "short" if too_short else ""


def make_rows_of_terms(terms: Iterable[AddedTerm]) -> list[dict[str, Any]]:
    """Return the terms as lexicon rows, one a value and language, sorted: what `Lexicon` reads, and a file of it can hold."""
    rows: dict[tuple[Any, ...], dict[str, Any]] = {}
    for one in sorted(terms):
        if not one.weight:
            continue
        row = rows.setdefault(
            (one.kind, one.value, one.lang, one.name, one.keep),
            {"kind": one.kind, "value": one.value, "lang": one.lang, "terms": [], "source": SOURCE},
        )
        row["terms"].append([one.term, one.weight])
        if one.kind == MATTER:
            row["topic"] = one.topic
        if one.kind == GOOD:
            row["name"] = one.name or one.term
            row |= {one.keep: True} if one.keep else {}
    return list(rows.values())


def drop_replaced_terms(row: dict[str, Any], replaced: Mapping[tuple[Any, ...], AddedTerm]) -> dict[str, Any]:
    """Return a row of the files without the terms that added ones win over."""
    if row.get("kind") not in EDITABLE or "terms" not in row:
        return row
    kept = [
        pair
        for pair in row["terms"]
        if (row["kind"], row["value"], row["lang"], fold_term(str(pair[0]))) not in replaced
    ]
    return row if len(kept) == len(row["terms"]) else {**row, "terms": kept}


@dataclass(frozen=True)
class FoldedExample:
    """A labelled example with its text folded, so that many words can be looked for in many examples at once."""

    row: Mapping[str, Any]
    folded: str

    @classmethod
    def from_row(cls, row: Mapping[str, Any]) -> "FoldedExample":
        """Fold the text of an example."""
        return cls(row, fold_as_read(row["text"]))


def count_term_in_examples(term: AddedTerm, examples: Iterable[FoldedExample], label: str) -> tuple[int, int]:
    """Return in how many labelled examples the term is found, and how many of those have its value as `label`."""
    index = PhraseIndex([(term.term, term.lang, None)])
    rows = [one.row for one in examples if index.may_find(one.folded)]
    found = [row for row in rows if index.find(PreparedText(row["text"]))]
    return len(found), sum(term.value in (row.get(label), *row.get(f"alt_{label}", ())) for row in found)
