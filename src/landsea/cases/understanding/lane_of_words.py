"""The lane of a filing: the filer's own choice, or what the words say where the filer left it to them.

What spoils at a post is urgent unless the filer says no: whoever stands there with a lorry does not look for a question
about it.
"""

from collections.abc import Mapping

from landsea.cases.understanding.meaning import understand_filing
from landsea_core.caseflow import Lane
from landsea_core.text import clean_text

LONGEST_REASON = 200


def set_lane_of_words(typed: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with the lane that counts: the button that was pressed, else what was chosen, else what the words say.

    The reason of the urgent lane is the filer's own, or those words.
    """
    pressed = {"urgent": Lane.URGENT.value, "normal": Lane.NORMAL.value}.get(typed.get("action", ""), "")
    chosen = pressed or typed.get("lane", "")
    if chosen == Lane.NORMAL or (chosen and not pressed):
        return {**typed, "lane": chosen}
    cleaned = {name: clean_text(str(value)).text for name, value in typed.items()}
    words = ", ".join(understand_filing(cleaned).urgent_words)[:LONGEST_REASON]
    if not chosen and not words:
        return {**typed, "lane": Lane.NORMAL.value}
    return {**typed, "lane": Lane.URGENT.value, "lane_reason": typed.get("lane_reason", "").strip() or words}
