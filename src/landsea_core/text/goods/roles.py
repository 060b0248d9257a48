"""Which of several goods a text is about: the ones sent, bought, held or refused, and not the ones that only say who speaks.

"Our biscuit factory waits for margarine" names two goods and has trouble with one. The lexicon's kind "goods_role" holds words
that stand beside goods, in each language, and its values say what they make of them:

- dealt_before, dealt_after: goods after ("we import", "boxes of") or before ("were refused") such words are the matter;
- aside_before, aside_after: goods beside such words only name a maker, a shop ("factory of", 公司), a trace ("residues") or
  what carries ("by motorcycle");
- meant_before, meant_after: goods after ("brake for pick-ups") or before (皮卡用) such words only say what the others are made
  for; these words are asked where somebody names goods and says nothing else, as in a sentence they mean too much;
- ours_before: goods after such words are what the writer makes, which matters only where other goods are dealt with.

What goods are packed in or handled with is put aside as well: sacks, pallets and cranes are seldom the trouble where something
else is named. All this only weighs goods against other goods: where each would be put aside, none is. Nothing here knows a name
of goods.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from landsea_core.text.evidence import keep_longest
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import UNSPACED, find_script
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit

DEALT_WITH, ASIDE = 1.3, 0.4
# Sacks and bags, plastic packing, boxes of paper, wood and metal.
_PACKING = ("6305", "3923", "4819", "4415", "7310")
# Cranes, forklifts and lifts of a yard, locomotives and bogies, labels and catalogues: what handles goods or stands on them.
_TOOLS = ("8426", "8427", "8428", "8602", "8607", "4821", "4911")
# Between goods and what is done with them: a word or two more ("we import the best mangoes"); beside a maker, nothing.
_NEAR = 30
_MORE_WORDS = re.compile(r"[\s(]*(?:[^\W\d_]{1,12}\s){0,2}")
_MORE_WORDS_AFTER = re.compile(r"[\s)]*(?:\s[^\W\d_]{1,12}){0,2}\s?")
_MORE_HAN = re.compile(r"\s?\w{0,4}\s?")
_MORE_UNSPACED = re.compile(r"\s?[^\W\d]{0,6}\s?")
_NOTHING = re.compile(r"[\s的]?")


class RoleReader:
    """Reads what is done with goods, with one lexicon."""

    def __init__(self, lexicon: Lexicon):
        self._words = lexicon.get_index("goods_role")

    def find_factors(
        self,
        mentions: Sequence[Hit],
        text: PreparedText,
        languages: frozenset[str],
        only_describe: Collection[tuple[int, int]],
        only_goods: bool = False,
    ) -> dict[tuple[int, int], float]:
        """What the weight of each mention is to be multiplied by; spans that are missing stay as they are.

        `only_describe` are spans of goods that describe others: a sack that is described is the goods themselves. `only_goods`
        says that the text names goods and nothing else.
        """
        spans = sorted({(hit.start, hit.end) for hit in mentions})
        if len({hit.payload.hs6[:4] for hit in mentions}) <= 1:
            return {}
        cues = keep_longest(self._words.find(text, languages))
        by_end = sorted(cues, key=lambda cue: cue.end)
        starts, ends = [cue.start for cue in cues], [cue.end for cue in by_end]
        described = {end for _, end in only_describe} | {end + 1 for _, end in only_describe}
        packing = {
            (hit.start, hit.end)
            for hit in mentions
            if hit.payload.hs6.startswith((*_PACKING, *_TOOLS)) and hit.start not in described
        }
        roles: dict[tuple[int, int], set[str]] = {}
        for start, end in spans:
            before = by_end[bisect_left(ends, start - _NEAR) : bisect_left(ends, start + 1)]
            after = cues[bisect_left(starts, end) : bisect_left(starts, end + _NEAR)]
            roles[start, end] = {_find_role(cue, "before", text, cue.end, start) for cue in before}
            roles[start, end] |= {_find_role(cue, "after", text, end, cue.start) for cue in after}
        put_aside = {"aside", "meant"} if only_goods else {"aside"}
        aside = {span for span, said in roles.items() if said & put_aside} | packing
        dealt_with = {span for span, said in roles.items() if "dealt" in said and "ours" not in said} - aside
        if dealt_with:
            aside |= {span for span, said in roles.items() if "ours" in said}
        if len(aside) == len(spans):
            return {}
        return dict.fromkeys(dealt_with, DEALT_WITH) | dict.fromkeys(aside, ASIDE)


def _find_role(cue: Hit, side: str, text: PreparedText, start: int, end: int) -> str:
    """What the words of `cue` say of goods that have them on this side, if no more stands between than may; else nothing."""
    role, _, of_side = cue.payload.value.partition("_")
    if of_side != side:
        return ""
    if role != "dealt":
        between = _NOTHING
    else:
        letters = find_script(text.folded[cue.start])
        spaced = _MORE_WORDS if side == "before" else _MORE_WORDS_AFTER
        between = _MORE_HAN if letters == "han" else _MORE_UNSPACED if letters in UNSPACED else spaced
    return role if between.fullmatch(text.folded[start:end]) else ""
