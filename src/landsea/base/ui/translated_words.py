"""What people wrote, in the reader's language where somebody translated it; the room above that keeps translations puts in how
they are found. A translation is shown first, says who made it and that it is not official, and the original is one press away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from landsea.base.actors import Actor
from landsea.base.contributions import Slot
from landsea.base.ui.shapes import Text
from landsea_core.translations import name_key


@dataclass(frozen=True)
class Original:
    """Words of somebody: of a kind of thing ("message") and its key, in a language ("zh-hans" and "zh" alike)."""

    kind: str
    key: str
    text: str
    language: str


FIND_TRANSLATIONS: Slot[Callable[[Sequence[Original], str], Mapping[Original, Text]]] = Slot(
    "what texts say in a language, as rows have it: (originals, language)"
)


def find_translations(originals: Sequence[Original], language: str = "") -> dict[Original, Text]:
    """Return what these say in the reader's language (or `language`), of those that are in another one and were translated."""
    wanted = name_key(language or get_language() or "en")
    others = [one for one in originals if one.text and name_key(one.language) != wanted]
    found: dict[Original, Text] = {}
    for find in FIND_TRANSLATIONS if others else ():
        found |= find(others, wanted)
    return found


def may_translate(actor: Actor) -> bool:
    """Whether this person may offer translations of what they read: people of desks, heads, chambers and editors."""
    return bool(actor.user_id and (actor.works_at_desks or actor.heads or actor.associations or actor.is_editor))
