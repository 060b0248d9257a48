"""The ten languages of the corridor as a reader sees them: each in its own name, and whether pages exist in it yet.

Which ones are ready is decided by the setting LANGUAGES alone. What people write in is another matter and not here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

from landsea.base.translation.languages import list_written_languages
from landsea_core.text.traditional import DERIVED, TRADITIONAL
from landsea_core.translations import name_key

OWN_NAMES = {
    "en": "English",
    "zh-hans": "中文",
    "vi": "Tiếng Việt",
    "lo": "ລາວ",
    "th": "ไทย",
    "km": "ខ្មែរ",
    "my": "မြန်မာ",
    "id": "Bahasa Indonesia",
    "ms": "Bahasa Melayu",
    "fil": "Filipino",
}
PAGE_NAMES = {**OWN_NAMES, TRADITIONAL: "繁體中文"}
"""Of the ten, and of what pages are made of them."""


@dataclass(frozen=True)
class Language:
    """A language of the switch. `ready`: pages exist in it; `current`: this page is in it."""

    code: str
    own_name: str
    ready: bool
    current: bool


def list_own_names(codes: Iterable[str], *, but: str) -> list[tuple[str, str]]:
    """Return (code, own name) of those of these languages ("zh" or "zh-hans" alike) that there are pages in, but one."""
    wanted = {name_key(code) for code in codes}
    ready = [code for code in list_written_languages() if name_key(code) in wanted and code != but]
    return [(code, OWN_NAMES.get(code, code)) for code in ready]


def list_languages(current: str) -> list[Language]:
    """Return all ten languages in the order of the switch, for a page that is in the language `current`; those that are made
    of another one follow it, where they are ready.
    """
    ready = dict(settings.LANGUAGES)
    offered: list[tuple[str, str]] = []
    for code, name in OWN_NAMES.items():
        made = [(one, ready[one]) for one, of in DERIVED.items() if of == code and one in ready]
        offered += [(code, name), *made]
    return [Language(code, name, code in ready, code == current) for code, name in offered]
