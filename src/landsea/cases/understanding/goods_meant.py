"""Which goods a filing is about where its words name several and none is sure: asked with buttons, and what a pressed one puts
into the form.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from landsea.cases.understanding.chip_kinds import write_dotted_code
from landsea.cases.understanding.meaning import Understood
from landsea_core.text import Guess
from landsea_core.text.default_reader import find_name_of_goods


@dataclass(frozen=True)
class GoodsMeant:
    """The question, and the goods to choose from; nothing where there is no doubt. What a button says is what it puts into the
    form's field, so that whoever pressed it finds the same words there.
    """

    sentence: str = ""
    choices: tuple[str, ...] = ()


def find_goods_meant(understood: Understood, language: str) -> GoodsMeant:
    """Return what to ask about the goods of a filing."""
    if not understood.open_goods:
        return GoodsMeant()
    choices = tuple(write_open_goods(one, language) for one in understood.open_goods)
    return GoodsMeant(_("Your words name several goods. Which ones is it about?"), choices)


def write_open_goods(guess: Guess, language: str) -> str:
    """Return goods as the reader's language calls them, with the code: "rice 1006.30"."""
    words = guess.words[0] if guess.words else guess.detail
    return f"{find_name_of_goods(guess.value, words, language) or guess.detail} {write_dotted_code(guess.value)}"


def set_goods_meant(typed: Mapping[str, str]) -> dict[str, str]:
    """Return the fields with the goods whose button was pressed (`goods_meant`), as if they had been written."""
    if not typed.get("goods_meant"):
        return dict(typed)
    struck = " ".join(one for one in typed.get("struck", "").split() if one != "goods")
    return {**typed, "goods": typed["goods_meant"], "struck": struck}
