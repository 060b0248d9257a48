"""Burmese in Zawgyi, a font encoding over the same code points as Unicode: told apart and turned into Unicode.

Whether a text is Zawgyi is told by the Markov model of Google's myanmar-tools, how it is turned by the rules of the
paraencoder package (the same result as ICU's `Zawgyi-my` on our samples). Both are loaded at the first Burmese letter.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from myanmartools import ZawgyiDetector

_BURMESE = re.compile("[\u1000-\u109f]+(?:[\\s\u200b]+[\u1000-\u109f]+)*")
_SURE = 0.95
"""From this probability on a text is turned: Unicode that is wrongly turned is lost, Zawgyi that stays can still be read."""


@cache
def _detector() -> "ZawgyiDetector":
    from myanmartools import ZawgyiDetector

    return ZawgyiDetector()


def convert_zawgyi(text: str) -> str:
    """Return the text with its Burmese in Unicode; unchanged when it is Unicode already or has no Burmese.

    >>> convert_zawgyi("\u103b\u1019\u1014\u1039\u1019\u102c") == "\u1019\u103c\u1014\u103a\u1019\u102c"
    True
    """
    burmese = "\n".join(_BURMESE.findall(text))
    if not burmese or _detector().get_zawgyi_probability(burmese) < _SURE:
        return text
    from para.convert import zg_to_unicode

    return _BURMESE.sub(lambda run: str(zg_to_unicode(run[0], force=True)), text)
