"""What stands around the name of a country: who is named beside it, whether it is a side that acts, and who speaks there.

People say who they are with a country's name too ("we are a Lao firm"), and the trouble is elsewhere; what names no country
at all may say whose office acts ("our own bank", "their ministry"); and whom a request names is who should act. The words stand
in the lexicon kinds "role", "side", "act", "self", "whose" and "request"; what names a kind of office in "authority" counts
as an office beside a country or an owner too ("immigration", "ศุล"), and a country named by its office's own name ("LHDN") as
such.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from landsea_core.text.countries.mentions import Mention
from landsea_core.text.letters.prepared_text import PreparedText
from landsea_core.text.letters.scripts import is_unspaced
from landsea_core.text.lexicon import Lexicon
from landsea_core.text.lexicon.phrase_index import Hit

# A role stands beside a country with at most so many characters between: " in ", "ที่", a space.
_GAP_BEFORE, _GAP_AFTER = 4, 1
# What somebody does is said so soon after the name, and who speaks so shortly before it; scripts without spaces say both in
# a half. Characters.
_DOES, _SPEAKS = 28, 40
_SENTENCE_ENDS = re.compile(r"\.\s+|[!?;。…။។]+\s*|\n+")
_QUESTION_MARKS = re.compile(r"[?？]")
_OFFICE = "office"
# The country's name is the office's own: "LHDN", "外管局".
_ITSELF = "itself"
_WHOSE = {"ours": "our", "theirs": "their"}
# Few examples have these, so that a model that shrinks its weights would hardly heed them at 1.
_COUNTS = {"side": 3.0, "does": 1.0, "side does": 2.0, "who speaks": 2.0, "named otherwise": 1.0, "asked": 1.0}
_TOLD_COUNTS, _WHOSE_COUNTS = 2.0, 2.0


def find_sentence_ends(text: PreparedText) -> list[int]:
    """Where the sentences of a text end, in the order of the text."""
    return [match.end() for match in _SENTENCE_ENDS.finditer(text.folded)]


class SurroundingsReader:
    """Reads what stands around mentions, with one lexicon."""

    def __init__(self, lexicon: Lexicon):
        self._roles = lexicon.get_index("role")
        self._offices = lexicon.get_index("authority")
        self._acts = lexicon.get_index("act")
        self._selves = lexicon.get_index("self")
        self._whose = lexicon.get_index("whose")
        self._requests = lexicon.get_index("request")

    def find_roles(self, text: PreparedText, mentions: Sequence[Mention]) -> dict[str, set[str]]:
        """Who is named right beside each country, as roles: "the bank in Chengdu", "泰国客户", "hải quan Bằng Tường"."""
        ends: dict[int, set[str]] = {}
        begins: dict[int, set[str]] = {}
        for start, end, role in self._list_roles(text):
            ends.setdefault(end, set()).add(role)
            begins.setdefault(start, set()).add(role)
        offices = [(hit.start, hit.end) for hit in self._offices.find(text)]
        found: dict[str, set[str]] = {}
        for one in mentions:
            if any(one.hit.start <= start and end <= one.hit.end for start, end in offices):
                found.setdefault(one.country, set()).add(_ITSELF)
            before = (ends.get(at, set()) for at in range(one.hit.start - _GAP_BEFORE, one.hit.start + 1))
            after = (begins.get(at, set()) for at in range(one.hit.end, one.hit.end + _GAP_AFTER + 1))
            found.setdefault(one.country, set()).update(*before, *after)
        return found

    def describe(
        self, text: PreparedText, mentions: Sequence[Mention], told: Iterable[Hit]
    ) -> dict[str, dict[str, float]]:
        """For each country: whether it is a side, whether something is done right after its name, whether it only says who
        speaks, and how much of what happened (`told`, words of the lexicons) stands in the sentences that name it.
        """
        ends = find_sentence_ends(text)
        asking = self.find_asking_sentences(text)
        acts = [hit.start for hit in self._acts.find(text)]
        selves = [hit.end for hit in self._selves.find(text)]
        weights: dict[int, float] = {}
        for hit in told:
            if hit.payload.weight > 0:
                sentence = bisect_right(ends, hit.start)
                weights[sentence] = weights.get(sentence, 0.0) + hit.payload.weight
        whole = sum(weights.values())
        found: dict[str, dict[str, float]] = {}
        sentences: dict[str, set[int]] = {}
        for one in mentions:
            numbers = found.setdefault(one.country, {})
            start, end = one.hit.start, one.hit.end
            sentence = bisect_right(ends, start)
            sentences.setdefault(one.country, set()).add(sentence)
            half = 2 if is_unspaced(text.folded[start]) else 1
            does = any(end <= at <= end + _DOES // half and bisect_right(ends, at) == sentence for at in acts)
            speaks = any(
                start - _SPEAKS // half <= at <= start and bisect_right(ends, at - 1) == sentence for at in selves
            )
            for name, holds in (
                ("side", one.side),
                ("does", does),
                ("side does", does and one.side),
                ("who speaks", speaks),
                ("named otherwise", not speaks),
                ("asked", sentence in asking),
            ):
                numbers[name] = max(numbers.get(name, 0.0), _COUNTS[name] * holds)
        for country, numbers in found.items():
            if whole:
                numbers["told of"] = (
                    _TOLD_COUNTS * sum(weights.get(sentence, 0.0) for sentence in sentences[country]) / whole
                )
        return found

    def find_asking_sentences(self, text: PreparedText) -> frozenset[int]:
        """The numbers of the sentences in which something is asked for: "please", "who", "đề nghị", a question mark."""
        ends = find_sentence_ends(text)
        marked = {bisect_right(ends, at.start()) for at in _QUESTION_MARKS.finditer(text.folded)}
        return frozenset(marked | {bisect_right(ends, hit.start) for hit in self._requests.find(text)})

    def find_owners(self, text: PreparedText) -> dict[str, float]:
        """Whose offices and banks are spoken of without a country's name: "ngân hàng của mình", "their ministry"."""
        ends: dict[int, set[str]] = {}
        begins: dict[int, set[str]] = {}
        for hit in self._whose.find(text):
            ends.setdefault(hit.end, set()).add(hit.payload.value)
            begins.setdefault(hit.start, set()).add(hit.payload.value)
        found: dict[str, float] = {}
        for start, end, role in self._list_roles(text):
            near = (ends.get(start, ()), ends.get(start - 1, ()), begins.get(end, ()), begins.get(end + 1, ()))
            for value in {value for values in near for value in values}:
                found[f"{_WHOSE[value]} {role}"] = _WHOSE_COUNTS
        return found

    def _list_roles(self, text: PreparedText) -> list[tuple[int, int, str]]:
        """Where somebody is named who may act, from and to which letter, and as what."""
        roles = [(hit.start, hit.end, hit.payload.value) for hit in self._roles.find(text)]
        return roles + [(hit.start, hit.end, _OFFICE) for hit in self._offices.find(text)]
