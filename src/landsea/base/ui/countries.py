"""The twelve countries of the corridor, named in the reader's language from CLDR (no Tetum there)."""

from functools import lru_cache

from django.utils.translation import gettext as _
from django.utils.translation import override

from landsea.base.ui.times import find_locale
from landsea_core.countries import ELSEWHERE
from landsea_core.text.letters.alphabet import make_alphabet_key

CORRIDOR = ("CN", "BN", "ID", "KH", "LA", "MM", "MY", "PH", "SG", "TH", "TL", "VN")
SAID_OTHERWISE = {
    "fil": {"CN": "Tsina", "MM": "Myanmar"},
    "km": {"MM": "មីយ៉ាន់ម៉ា", "PH": "ហ្វីលីពីន", "TL": "ទីម័រខាងកើត"},
    "my": {"SG": "စင်ကာပူ", "TL": "တီမောလက်စတေ"},
}
"""Where our own texts call a country otherwise than CLDR does in that language."""
CITIES_SAID_OTHERWISE = {
    "km": {
        "Asia/Ho_Chi_Minh": "ហូជីមិញ",
        "Asia/Yangon": "យ៉ាំងហ្គោន",
        "Asia/Kuala_Lumpur": "គូឡាឡាំពួរ",
        "Asia/Singapore": "សិង្ហបុរី",
        "Asia/Jakarta": "ចាកាតា",
        "Asia/Makassar": "ម៉ាកាសារ",
        "Asia/Dili": "ឌីលី",
    },
}
"""Where our own texts call a time zone's city otherwise than CLDR does in that language."""


@lru_cache(maxsize=32)
def list_country_options(language: str) -> tuple[tuple[str, str], ...]:
    """Return (code, name) of the twelve, in the order in which the language lists names."""
    names = {code: name_country(code, language) for code in CORRIDOR}
    return tuple(sorted(names.items(), key=lambda pair: make_alphabet_key(pair[1], language)))


def name_country(code: str, language: str) -> str:
    """Return a country's name in a language; the code itself where CLDR has none. A country outside that was not said is called
    just that.
    """
    if code == ELSEWHERE:
        with override(language):
            return _("a country outside the corridor")
    return SAID_OTHERWISE.get(language, {}).get(code) or str(find_locale(language).territories.get(code, code))
