"""How a term of a cue is matched, as a regular expression.

    compared with    these words, whole ones; upper and lower case are one
    increas*         a word that begins so
    exceed …         these words, then others of the same clause: at most 32 characters, 12 in Chinese (比…的)
    rate of #        these words right before the figure (or, for cues that stand behind one, right after it)

A row may name words that must not stand right before its terms (`not_after`) or right after them (`not_before`).
"""

import re
from collections.abc import Sequence
from itertools import groupby

_GAP = "…"
_FIGURE = "#"
_ALSO_CASES = "\u017f\u212a\u0131\u0130"
"""What is one with "s", "k" or "i" where case does not count."""
_GAPS = {False: r"(?!.*:)[^,;:.()]{0,32}", True: r"[^,;。()]{0,12}"}


def write_pattern(term: str, not_after: Sequence[str] = (), not_before: Sequence[str] = ()) -> str:
    """Return the regular expression of one term; the words of a neighbouring row field keep it from matching."""
    core = term.removesuffix(_FIGURE).rstrip() if term.endswith(_FIGURE) else term
    behind = "".join(rf"(?<!{re.escape(word)} )" if _is_latin(word[-1]) else f"(?<!{word})" for word in not_after)
    ahead = rf"(?!\s*(?:{'|'.join(map(_pattern_of_words, not_before))}))" if not_before else ""
    at_figure = r"\s*$" if core != term else ""
    return f"{behind}{_pattern_of_words(core)}{ahead}{at_figure}"


def rank_term(term: str) -> tuple[str, int]:
    """Return by what terms are sorted for `write_terms`: those that begin alike together, of these the longest first."""
    return term[0].lower(), -len(term)


def write_terms(terms: Sequence[str]) -> str:
    """Return the regular expression of many terms (sorted by `rank_term`), each a group: case does not count, and the first of
    those that begin alike wins. At each place only those are tried that begin with the letter there, so a text is looked
    through in a tenth of the time that the terms one after the other take.
    """
    by_edge: dict[str, list[str]] = {r"\b": [], "": []}
    for first, alike in groupby(terms, key=lambda term: term[0].lower()):
        edge = r"\b" if _is_latin(first) else ""
        rests = (write_pattern(term).removeprefix(edge).removeprefix(re.escape(term[0])) for term in alike)
        by_edge[edge].append(f"{_write_letter(first)}(?:{'|'.join(f'({rest})' for rest in rests)})")
    return "|".join(f"{edge}(?:{'|'.join(found)})" for edge, found in by_edge.items() if found)


def _write_letter(letter: str) -> str:
    """Return a set of all cases of a letter: sets in which case counts are what `re` looks at before it tries what follows."""
    one = re.compile(re.escape(letter), re.IGNORECASE)
    cases = (case for case in (letter, letter.upper(), *_ALSO_CASES) if one.fullmatch(case))
    return f"(?-i:[{''.join(re.escape(case) for case in dict.fromkeys(cases))}])"


def _pattern_of_words(words: str) -> str:
    """Return the pattern of words with their boundaries, gaps and open ends, nothing else around them."""
    stem = words.removesuffix("*")
    gap = _GAPS[not _is_latin(stem[0])]
    parts = [r"\s+".join(map(re.escape, part.split())) for part in stem.split(_GAP)]
    edges = [_bounded(part, is_open=words != stem and part is parts[-1]) for part in parts]
    return gap.join(edges)


def _bounded(pattern: str, *, is_open: bool) -> str:
    """Return a pattern that begins and ends where words do; Chinese words need no such bounds."""
    if not pattern:
        return ""
    first = r"\b" if _is_latin(pattern[0]) else ""
    last = r"\b" if _is_latin(pattern[-1]) and not is_open else ""
    return f"{first}{pattern}{last}"


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
