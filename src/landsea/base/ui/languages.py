"""The ten languages of the corridor as a reader sees them: each in its own name, and whether pages exist in it yet.

Which ones are ready is decided by the setting LANGUAGES alone. What people write in is another matter and not here.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings

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


@dataclass(frozen=True)
class Language:
    """A language of the switch. `ready`: pages exist in it; `current`: this page is in it."""

    code: str
    own_name: str
    ready: bool
    current: bool


def own_names_of(codes: Iterable[str], *, but: str) -> list[tuple[str, str]]:
    """Return (code, own name) of those of these languages ("zh" or "zh-hans" alike) that there are pages in, but one."""
    wanted = {name_key(code) for code in codes}
    ready = [code for code, _name in settings.LANGUAGES if name_key(code) in wanted and code != but]
    return [(code, OWN_NAMES.get(code, code)) for code in ready]


def languages_offered(current: str) -> list[Language]:
    """Return all ten languages in the order of the switch, for a page that is in the language `current`."""
    ready = {code for code, _name in settings.LANGUAGES}
    return [Language(code, name, code in ready, code == current) for code, name in OWN_NAMES.items()]
