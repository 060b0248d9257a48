"""Whether a claim goes on about figures that stand elsewhere: by a noun in both, by "this" and "so", by a difference told."""

import re

from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.claims.claims import Claim
from landsea_core.figures.statement.claims.typed_statement import TypedFigure, TypedStatement

_WORD = re.compile(r"[^\W\d_]{4,}")
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SYLLABLE = re.compile(r"[^\W\d_]+")
_STEM = 5
_LEAD_OF_HAN, _REST_OF_HAN = 7, 6
_NEARLY = 0.006
_NEXT_TO, _BESIDE = 4, 9


def list_figures_of_clause(claim: Claim, typed: TypedStatement) -> list[TypedFigure]:
    """Return the figures in the clause of a claim."""
    begin, end = typed.find_clause(claim.start)
    return [one for one in typed.figures if begin <= one.start < end]


def has_cue_in_clause(claim: Claim, cue: str, typed: TypedStatement) -> bool:
    """Say whether words of a cue stand in the clause of a claim."""
    begin, end = typed.find_clause(claim.start)
    return bool(find_cue(cue).search(typed.text[begin:end]))


def pick_only_beside(claim: Claim, own: list[TypedFigure], reach: int) -> TypedFigure | None:
    """Return the only figure of a clause, when fewer than `reach` characters part it from the claim and it is no bound."""
    if len(own) != 1 or own[0].item.figure.bound:
        return None
    return own[0] if own[0].start - claim.end < reach and claim.start - own[0].end < reach else None


def tells_difference(
    claim: Claim, own: list[TypedFigure], one: TypedFigure, other: TypedFigure, typed: TypedStatement
) -> bool:
    """Say whether a figure right beside the claim is what lies between two others: "135 ... 162 ... | 27 cheaper"."""
    gap = abs(one.value - other.value)
    room = (one.item.figure.step + other.item.figure.step) / 2
    return gap > 0 and any(
        some is not one
        and some is not other
        and some.kind in (one.kind, "points")
        and abs(some.value - gap) <= max(room * 0.2, gap * _NEARLY)
        and _stands_beside(claim, some, typed)
        for some in own
    )


def _stands_beside(claim: Claim, some: TypedFigure, typed: TypedStatement) -> bool:
    if some.end <= claim.start:
        return claim.start - some.end <= _NEXT_TO
    gap = typed.text[claim.end : some.start]
    return len(gap) <= _BESIDE and not find_cue("leads_to_end").search(gap)


def goes_on_about(claim: Claim, one: TypedFigure, other: TypedFigure, typed: TypedStatement) -> bool:
    """Say whether the clause of a claim refers back, or shares a noun with what stands beside two figures."""
    begin, end = typed.find_clause(claim.start)
    clause = typed.text[begin:end]
    if find_cue("refers_back").search(clause):
        return True
    if find_cue("of_share").search(clause):
        return False  # "the share of farm goods" is another one
    is_han = bool(_HAN.search(clause))
    before, behind = (_LEAD_OF_HAN, _REST_OF_HAN) if is_han else (len(clause), len(clause))
    around = (
        typed.text[max(begin, claim.start - before) : claim.start]
        + " # "
        + typed.text[claim.end : min(end, claim.end + behind)]
    )
    return not _list_nouns(around).isdisjoint(
        _list_nouns(_words_beside(one, typed) + " # " + _words_beside(other, typed))
    )


def _words_beside(one: TypedFigure, typed: TypedStatement) -> str:
    begin, end = typed.find_clause(one.start)
    first = typed.sentences[one.sentence][0]
    return typed.text[max(first, begin - 60) : end]


def _list_nouns(text: str) -> frozenset[str]:
    """Return stems of words, pairs of Chinese signs, and pairs of syllables of Vietnamese."""
    if any(sign in text for sign in "ạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđươ"):
        syllables = [word.lower() for word in _SYLLABLE.findall(text)]
        found = {" ".join(pair) for pair in zip(syllables, syllables[1:], strict=False)}
    else:
        found = {word.lower()[:_STEM] for word in _WORD.findall(text) if word.isascii()}
    found |= {run[at : at + 2] for run in _HAN.findall(text) for at in range(len(run) - 1)}
    return frozenset(one for one in found if not find_cue("no_noun").fullmatch(one))
