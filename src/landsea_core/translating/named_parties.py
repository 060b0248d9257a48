"""Names of persons and firms that a translation writes as they are: those that a title, or a firm's form, tells for sure.

"Mr Somchai Jaidee" has the name behind the title, "An Phat Logistics Co., Ltd" the one before the form; titles and forms are
the translator's. Names without either are left to them: what looks like a name is often a word. The patterns of `anonymise`
find more, because there too much does no harm; here each find is a sentence that is refused.

Words and gaps have a most: without one, a text of hyphens or of firms without an end is read anew from each of its letters.
"""

import re
from collections.abc import Iterator

from landsea_core.text.letters.scripts import find_script

_UPPER = r"[A-ZÀ-ÝĐƠƯẠ-Ỹ][\w'’-]{0,40}+"
_WORDS = rf"{_UPPER}(?:[ \t]{_UPPER}){{0,4}}"
# no Ko, Ma and U of Burmese: they are words elsewhere
_TITLES = r"Mr|Ms|Mrs|Miss|Dr|Prof|Khun|Daw|Pak|Bapak|Ibu|Encik|Puan|Ginoong|Ginang|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị"
_FORMS = r"(?:Co\.?,?[ \t]*(?:Ltd|Limited)|Ltd|Limited|JSC|PLC|Pte|Sdn\.?[ \t]*Bhd|GmbH|Inc)"
_UNSPACED = r"[^\s,.;:()]{1,80}"
_NO_NAME = r"(?!Giám|Trưởng|Chủ|Phó|Director|Minister|Officer)"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b(?:{_TITLES})\.?[ \t]+(?P<name>{_NO_NAME}{_WORDS})",
        rf"(?<!\w)(?P<name>{_UPPER}(?:[ \t&]+{_UPPER}){{0,5}}?)[ \t,]+{_FORMS}(?![A-Za-z])",
        rf"\b(?:[Cc]ông ty|[Cc]ty)(?:[ \t]+(?:TNHH|[Cc]ổ phần|CP|MTV|XNK|TM|DV))+[ \t]+(?P<name>{_WORDS})",
        rf"\b(?:PT|CV)\.?[ \t]+(?P<name>{_WORDS})",
        r"(?P<name>(?:(?![是在向由给与和为从跟])[\u4e00-\u9fff（）]){2,14}?)(?:有限责任公司|股份有限公司|有限公司)",
        rf"บริษัท\s{{0,9}}(?P<name>{_UNSPACED}(?:\s{{1,9}}{_UNSPACED})?)\s{{0,9}}จำกัด",
        rf"ບໍລິສັດ\s{{0,9}}(?P<name>{_UNSPACED}(?:\s{{1,9}}{_UNSPACED})?)\s{{0,9}}ຈຳກັດ",
    )
)


def find_parties(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each such name begins and ends.

    >>> text = "Mr Somchai Jaidee of An Phat Logistics Co., Ltd waits."
    >>> [text[start:end] for start, end in find_parties(text)]
    ['Somchai Jaidee', 'An Phat Logistics']
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span("name")
            if (
                text[start].isupper() or find_script(text[start]) != "latin"
            ):  # letters of Vietnamese mix both in their range
                yield start, end
