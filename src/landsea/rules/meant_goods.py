"""Which goods a question in words may mean, as codes, and what the gate says of each. Commands start without Django: nothing
here needs it. Pages put names to the codes in `goods_readings`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from landsea.rules.hs import read_hs_names
from landsea_core.rules import Book, GateAnswer, Shipment, Verdict, ask_gate, read_condition
from landsea_core.text import Guess
from landsea_core.text.default_reader import get_default_reader
from landsea_core.text.goods.condition_codes import move_by_condition
from landsea_core.text.goods.meant import find_unread_head, is_english_mention, weigh_by_tariff
from landsea_core.text.goods.tariff_words import TariffWords
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.numbers.digits import use_ascii_digits

MOST_CHOICES = 5
_SHORTEST_CODE, _LONGEST_CODE = 2, 10
_HEADING, _SIX = 4, 6


@dataclass(frozen=True)
class MeantGoods:
    """One reading of words for goods, and what the gate says of its code."""

    guess: Guess
    verdict: Verdict


def read_meant_goods(typed: str) -> list[Guess]:
    """Return the codes that words for goods may mean, best first; a code is taken as it is, in the digits of any script. Empty
    when nothing was recognised.
    """
    if code := read_typed_code(typed):
        return [Guess(code, 1.0)]
    goods, text = get_default_reader().goods, PreparedText(typed)
    meant = weigh_by_tariff(text, goods.read_goods(text), goods.find_mentions(text), _read_tariff())
    return move_by_condition(meant, read_condition(typed))[:MOST_CHOICES]


def find_unread_goods(typed: str) -> str:
    """Return the word for the goods themselves where nothing known is called so, in any of the ten languages; "" where it was
    read, or where nothing was. "Cigarette machines" read as cigarettes are no answer about machines.
    """
    goods, text = get_default_reader().goods, PreparedText(typed)
    codes = [] if read_typed_code(typed) else [one.value for one in read_meant_goods(typed)]
    if not codes:
        return ""
    if is_english_mention(text, _read_tariff()):
        return find_unread_head(text, codes, goods.find_mentions(text), _read_tariff())
    return goods.find_unread_head(text)


@cache
def _list_headings() -> dict[str, list[str]]:
    """The codes of six digits of each heading."""
    headings: dict[str, list[str]] = {}
    for code in read_hs_names():
        if len(code) == _SIX:
            headings.setdefault(code[:_HEADING], []).append(code)
    return headings


@cache
def _read_tariff() -> TariffWords:
    return TariffWords(read_hs_names())


def read_typed_code(typed: str) -> str:
    """Return the HS code that was typed instead of words, without dots; "" for words."""
    code = use_ascii_digits(typed).replace(".", "").replace(" ", "")
    is_code = code.isascii() and code.isdigit() and _SHORTEST_CODE <= len(code) <= _LONGEST_CODE
    return code if is_code else ""


def ask_in_words(book: Book, typed: str, shipment: Shipment, day: date) -> list[MeantGoods]:
    """Return what the gate says of each of the goods that words may mean, best first; only of the first where it says the same
    of all. The code of `shipment` does not count; its state does, and where it has none the words may say one.
    """
    asked = replace(shipment, condition=shipment.condition or read_condition(typed))
    meant = [MeantGoods(one, ask_gate(book, replace(asked, hs=one.value), day)) for one in read_meant_goods(typed)]
    return meant if len({find_gist_of_verdict(one.verdict) for one in meant}) > 1 else meant[:1]


def list_stopped_beside(book: Book, verdict: Verdict) -> list[str]:
    """Return the codes of the same heading whose goods a rule stops by name, where those asked about are not stopped: words
    name a family of goods more often than one code. Few or none; no chapters and headings are asked about.
    """
    hs = verdict.shipment.hs[:_SIX]
    if verdict.answer is GateAnswer.FORBIDDEN or len(hs) < _SIX:
        return []
    beside = [code for code in _list_headings().get(hs[:_HEADING], ()) if code != hs]
    asked = {code: ask_gate(book, replace(verdict.shipment, hs=code), verdict.day) for code in beside}
    return [
        code
        for code, found in asked.items()
        if found.answer is GateAnswer.FORBIDDEN and any(len(one.match.prefix) >= _SIX for one in found.forbids)
    ]


def name_apart(guesses: Sequence[Guess], name: Callable[[Guess], str], name_code: Callable[[str], str]) -> list[str]:
    """Return what each of the goods is called. Where it has no name of its own, as shoes of rubber and shoes of leather share
    one, it is called what its code is called.
    """
    names = [name(one) for one in guesses]
    return [
        called if called and names.count(called) == 1 else name_code(one.value)
        for called, one in zip(names, guesses, strict=True)
    ]


def find_gist_of_verdict(verdict: Verdict) -> tuple[GateAnswer, frozenset[str]]:
    """Return what tells two verdicts apart for a trader: the answer, and the measures that stop the goods or ask something."""
    return verdict.answer, frozenset(one.measure.code for one in (*verdict.forbids, *verdict.requires))


def find_strictest(meant: Sequence[MeantGoods]) -> MeantGoods:
    """Return the reading with the strictest verdict, the likeliest of equal ones. Raises ValueError where there is none."""
    return max(meant, key=lambda one: STRICTNESS[one.verdict.answer])


STRICTNESS = {
    GateAnswer.FORBIDDEN: 3,
    GateAnswer.UNKNOWN: 2,
    GateAnswer.ALLOWED_WITH: 1,
    GateAnswer.ALLOWED: 0,
}
"""Of several goods that words may mean, which verdict is to be feared most."""
