"""What only looks like a name, and is held for a person to look at.

In scripts with capitals, a capital inside a sentence is held unless the word is harmless. In Chinese, a surname with one
or two single characters behind it is held. In Lao, Thai, Khmer and Burmese nothing tells a name without a title from a word,
so every sentence is held for a person to read.
"""

import re
from collections.abc import Iterator

from landsea_core.anonymise.model import KnownWords, Mention, MentionKind
from landsea_core.anonymise.patterns import COMMON_WORDS, SURNAMES
from landsea_core.text.letters.scripts import find_script
from landsea_core.text.letters.segmentation import find_segments

_LATIN_WORD = re.compile(r"[^\W\d_][\w'’-]*")

_SENTENCE = re.compile(r"(?:[^.!?。！？;；\n]|\.(?!\s|$))+")

_UNREADABLE = ("lao", "thai", "khmer", "burmese")


def find_capitals(text: str, known: KnownWords) -> Iterator[Mention]:
    """Words with a capital, runs of capitals, and Latin words inside other scripts, unless they are harmless."""
    run: list[re.Match[str]] = []
    excused = _find_harmless_phrases(text, known)
    for match in _LATIN_WORD.finditer(text):
        word = match.group()
        suspicious = find_script(word[0]) == "latin" and _stands_out(text, match) and not _is_harmless(word, known)
        suspicious = suspicious and not any(start <= match.start() and match.end() <= end for start, end in excused)
        if run and (not suspicious or text[run[-1].end() : match.start()].strip(" \t.&-")):
            yield _hold_run(run, text)
            run = []
        if suspicious:
            run.append(match)
    if run:
        yield _hold_run(run, text)


def _find_harmless_phrases(text: str, known: KnownWords) -> list[tuple[int, int]]:
    """Return where harmless phrases of several words stand whole."""
    low, found = text.lower(), []
    if len(low) != len(text):
        return []  # a letter that grows in lower case would shift the places
    for phrase in known.harmless:
        start = low.find(phrase) if " " in phrase else -1
        while start >= 0:
            found.append((start, start + len(phrase)))
            start = low.find(phrase, start + 1)
    return found


def _hold_run(run: list[re.Match[str]], text: str) -> Mention:
    start, end = run[0].start(), run[-1].end()
    return Mention(
        MentionKind.PERSON, start, end, text[start:end], False, "a capital inside a sentence, or a foreign word"
    )


def _stands_out(text: str, match: re.Match[str]) -> bool:
    word = match.group()
    if not word[0].isupper():
        before = text[: match.start()].rstrip()[-1:]
        return bool(before) and find_script(before) in ("han", *_UNREADABLE) and len(word) > 2
    return True


def _is_harmless(word: str, known: KnownWords) -> bool:
    low = word.lower().removesuffix("'s").removesuffix("’s")
    return low in COMMON_WORDS or low in known.harmless or len(word) == 1


def find_chinese_names(text: str, known: KnownWords) -> Iterator[Mention]:
    """A surname that the dictionary leaves alone, with one or two more characters that it leaves alone too."""
    if not any(find_script(character) == "han" for character in text):
        return
    singles = {start for start, end in find_segments(text) if end - start == 1}
    for at, character in enumerate(text):
        if character not in SURNAMES:
            continue
        for length in (3, 2):
            word = text[at : at + length]
            alone = all(place in singles for place in range(at, at + length))
            han = len(word) == length and all(find_script(one) == "han" for one in word)
            if han and alone and word not in known.harmless:
                yield Mention(MentionKind.PERSON, at, at + length, word, False, "a surname and single characters")
                break
    for start, end in find_segments(text):
        word = text[start:end]
        if (
            2 <= end - start <= 3
            and word
            and word[0] in SURNAMES
            and find_script(word[-1]) == "han"
            and word.lower() not in known.harmless
        ):
            yield Mention(MentionKind.PERSON, start, end, word, False, "may be a name or a word")


def find_unreadable_sentences(text: str) -> Iterator[Mention]:
    """Each sentence in a script in which a name looks like any word: held, to be read by a person."""
    for match in _SENTENCE.finditer(text):
        if any(find_script(character) in _UNREADABLE for character in match.group()):
            words = match.group().strip()
            start = match.start() + len(match.group()) - len(match.group().lstrip())
            yield Mention(
                MentionKind.PASSAGE,
                start,
                start + len(words),
                words,
                False,
                "names look like words in this script: read it",
            )
