"""Names of goods made of several words: what was done to them ("frozen", "powder of"), and which of two is meant.

The nomenclature puts frozen fish, its fillets and the tin of it under three headings. The lexicon's kind "state" holds the
words for what is done to goods, in each language; its kind "change" says to which code a state moves a code (the longest
beginning of a code wins). Where two goods stand side by side one of them only describes the other: in "phone battery" and
手机电池 the last is meant, in "pin điện thoại" the first. Nothing here knows a name of goods. All of it looks only at what
stands near, so that the time grows with the length of a text and no faster.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from landsea_core.text.evidence import keep_longest
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import UNSPACED, find_script
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit

# Between goods and their state: nothing, signs, or a word or two that join or say more ("frozen Atlantic salmon").
_BETWEEN = re.compile(r"[\s,()\-/]*(?:[^\W_]{1,10}[\s\-]+){0,2}[\s(]*")
_BETWEEN_HAN = re.compile(r"\s?\w{0,3}\s?")
_BETWEEN_UNSPACED = re.compile(r"\s?[^\W\d]{0,10}\s?")
# Nothing further away is asked, in characters: the longest names of goods, and what may stand between.
_NEAR = 80
_MOST_STATES = 3
_SHORTEST_START = 4
# Scripts and languages that name the goods last and what describes them before.
_LAST_IS_MEANT = frozenset({"han", "burmese"})
_FIRST_IS_MEANT_IN = frozenset({"vi", "id", "ms", "fil", "tet"})


@dataclass(frozen=True)
class Change:
    """What a state makes of goods: the new code, its English name as a pattern of the old one, whether it spoils."""

    hs6: str
    says: str
    perishable: bool


class CompoundReader:
    """Reads states of goods with one lexicon."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon.get_index("state")
        self._changes = {
            (row["value"], start): Change(row["hs6"], row["says"], bool(row["perishable"]))
            for row in lexicon.list_rows("change")
            for start in row["from"]
        }

    def change_mentions(self, mentions: Sequence[Hit], text: PreparedText, languages: frozenset[str]) -> list[Hit]:
        """The mentions, those beside a state moved to the code that it makes of them; `words` then holds both.

        `mentions` stand in the order of the text; the payloads are `Good`s. Goods that were only the word for a state
        ("oil" in "sesame oil"), or stand within one ("lê", the pear, in "phi lê"), are left out then.
        """
        spans = sorted({(hit.start, hit.end) for hit in mentions})
        states = [
            state
            for state in keep_longest(self._words.find(text, languages))
            if all(_is_apart(state, span) or _is_within(span, state) for span in _list_near(spans, state))
        ]
        if not states:
            return list(mentions)
        goods: dict[tuple[int, int], list[Hit]] = {}
        for hit in mentions:
            goods.setdefault((hit.start, hit.end), []).append(hit)
        beside: dict[tuple[int, int], list[Hit]] = {}
        for state in states:
            if span := self._find_nearest(state, spans, goods, text):
                beside.setdefault(span, []).append(state)
        used = {(state.start, state.end) for state in states if (state.start, state.end) not in goods}
        found = []
        for mention in mentions:
            hit = mention
            for state in _put_in_order(mention, beside.get((mention.start, mention.end), ())):
                if change := self._find_change(state.payload.value, hit.payload.hs6):
                    hit = _move_hit(hit, state, change, text)
                    used.add((state.start, state.end))
            found.append(hit)
        return list(_list_outside(found, sorted(used)))

    def _find_nearest(
        self, state: Hit, spans: list[tuple[int, int]], goods: dict[tuple[int, int], list[Hit]], text: PreparedText
    ) -> tuple[int, int] | None:
        """The span of the goods that a state stands beside, and that it makes something of; the nearest of two."""
        best: tuple[int, bool, tuple[int, int]] | None = None
        for span in _list_near(spans, state):
            after = span[0] >= state.end
            start, end = (state.end, span[0]) if after else (span[1], state.start)
            if start > end or not any(self._find_change(state.payload.value, hit.payload.hs6) for hit in goods[span]):
                continue
            if _may_stand_between(text, state.start, span[0]).fullmatch(text.folded[start:end]):
                one = (end - start, after != is_last_meant(state, text, frozenset()), span)
                best = min(best, one) if best else one
        return best[2] if best else None

    def _find_change(self, state: str, hs6: str) -> Change | None:
        for length in range(len(hs6), _SHORTEST_START - 1, -1):
            if change := self._changes.get((state, hs6[:length])):
                return change
        return None


def is_last_meant(hit: Hit, text: PreparedText, languages: frozenset[str]) -> bool:
    """Whether of two goods side by side the last is meant, in the language in which the words of `hit` are written."""
    letters = find_script(text.folded[hit.start])
    return letters in _LAST_IS_MEANT or (letters == "latin" and not languages & _FIRST_IS_MEANT_IN)


def find_describing(mentions: Sequence[Hit], text: PreparedText, languages: frozenset[str]) -> set[tuple[int, int]]:
    """The spans of the mentions that only describe the goods beside them.

    A family of goods ("food") describes nothing and is not described, but heads a compound of Thai, Lao or Khmer.
    """
    found = set()
    for (first, hit), (second, other) in pairwise(sorted({(hit.start, hit.end): hit for hit in mentions}.items())):
        letters = find_script(text.folded[first[0]])
        between = text.folded[first[1] : second[0]]
        if first[1] > second[0] or between not in ("", " " if letters == "latin" else ""):
            continue
        last = is_last_meant(hit, text, languages)
        if not other.payload.broad and (not hit.payload.broad or (letters in UNSPACED and not last)):
            found.add(first if last else second)
    return found


def drop_overlaps(hits: Iterable[Hit]) -> list[Hit]:
    """The hits, in the order of the text, without those that a longer one cuts into; equal spans and lengths stay."""
    kept: list[Hit] = []
    for hit in hits:
        while kept and kept[-1].end > hit.start and kept[-1].end - kept[-1].start < hit.end - hit.start:
            kept.pop()
        if not kept or kept[-1].end <= hit.start or kept[-1].end - kept[-1].start == hit.end - hit.start:
            kept.append(hit)
    return kept


def _list_near(spans: list[tuple[int, int]], state: Hit) -> list[tuple[int, int]]:
    return spans[bisect_left(spans, (state.start - _NEAR,)) : bisect_right(spans, (state.end + _NEAR,))]


def _is_apart(state: Hit, span: tuple[int, int]) -> bool:
    return span[1] <= state.start or state.end <= span[0]


def _is_within(span: tuple[int, int], state: Hit) -> bool:
    return state.start <= span[0] and span[1] <= state.end


def _may_stand_between(text: PreparedText, one: int, other: int) -> re.Pattern[str]:
    scripts = {find_script(text.folded[one]), find_script(text.folded[other])}
    if scripts == {"han"}:
        return _BETWEEN_HAN
    return _BETWEEN_UNSPACED if len(scripts) == 1 and scripts < UNSPACED else _BETWEEN


def _put_in_order(hit: Hit, states: Iterable[Hit]) -> list[Hit]:
    """The states of one mention, the nearest first, each once."""
    by_state: dict[str, Hit] = {}
    for state in sorted(
        states, key=lambda one: (max(one.start - hit.end, hit.start - one.end), one.payload, one.start)
    ):
        by_state.setdefault(state.payload.value, state)
    return list(by_state.values())[:_MOST_STATES]


def _move_hit(hit: Hit, state: Hit, change: Change, text: PreparedText) -> Hit:
    start, end = min(hit.start, state.start), max(hit.end, state.end)
    name = change.says.format(hit.payload.name)
    good = replace(hit.payload, hs6=change.hs6, name=name, perishable=change.perishable, alive=False)
    return replace(hit, start=start, end=end, payload=good, words=text.words_between(start, end))


def _list_outside(hits: Iterable[Hit], spans: list[tuple[int, int]]) -> Iterator[Hit]:
    """The hits that do not lie within one of the spans, which are sorted and do not overlap."""
    for hit in hits:
        at = bisect_right(spans, (hit.start, len(spans) and spans[-1][1])) - 1
        if at < 0 or hit.end > spans[at][1]:
            yield hit
