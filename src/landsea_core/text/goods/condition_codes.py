"""Codes that waste and used goods have of their own: broken circuit boards are no electronics any more.

A name of goods leads to the code of the goods; words beside it ("scrap", 废, "sisa") say that they are waste. Then the code for
the waste of such goods is meant first, and the goods themselves are asked about as well: the words may have meant them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from landsea_core.text.evidence import Guess

_OF_WASTE: Mapping[str, str] = {
    "27": "271099",
    "28": "382569",
    "29": "382569",
    "30": "300692",
    "38": "382569",
    "39": "391590",
    "40": "400400",
    "44": "440149",
    "48": "470790",
    "70": "700100",
    "72": "720449",
    "73": "720449",
    "74": "740400",
    "75": "750300",
    "76": "760200",
    "78": "780200",
    "79": "790200",
    "80": "800200",
    "84": "854939",
    "85": "854939",
    "8507": "854919",
    "90": "854939",
    **dict.fromkeys((str(chapter) for chapter in range(50, 64)), "631090"),
}
_OF_USED: Mapping[str, str] = {"4011": "401220", "61": "630900", "62": "630900"}
_MOVED = {"waste": _OF_WASTE, "used": _OF_USED}
_WASTE_ITSELF = (
    *(
        "2618",
        "2619",
        "2620",
        "2621",
        "2710",
        "300692",
        "3825",
        "3915",
        "4004",
        "4012",
        "4401",
        "4707",
        "5003",
        "5103",
        "5202",
    ),
    *("5505", "6309", "6310", "7001", "7112", "7204", "7404", "7503", "7602", "7802", "7902", "8002", "8548", "8549"),
)
"""Codes that hold waste or used goods already."""
_LONGEST = 4


def move_by_condition(guesses: Iterable[Guess], condition: str) -> list[Guess]:
    """Return the guesses, before each that has one the code that goods in this state (waste, used) have of their own."""
    own = _MOVED.get(condition, {})
    moved: dict[str, Guess] = {}
    for guess in guesses:
        code = "" if guess.value.startswith(_WASTE_ITSELF) else _find_own(own, guess.value)
        if code:
            moved.setdefault(code, replace(guess, value=code, detail=""))
        moved.setdefault(guess.value, guess)
    return list(moved.values())


def _find_own(own: Mapping[str, str], code: str) -> str:
    return next((own[code[:length]] for length in range(_LONGEST, 1, -1) if code[:length] in own), "")
