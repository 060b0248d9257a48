"""What a code of the Harmonized System is called for readers of other languages: never in English where we have other words."""

import pytest
from django.utils.translation import override

from landsea.rules.hs import read_hs_names
from landsea.rules.hs_in_words import say_code


@pytest.mark.parametrize(
    ("code", "language", "said"),
    [
        ("09", "en", "Coffee, tea, mate and spices"),
        ("09", "th", "กาแฟ ชา ชามาเต้ และเครื่องเทศ"),
        ("081060", "vi", "sầu riêng"),
        ("0810", "th", "เช่น ทุเรียน"),
        ("0810", "zh-hant", "如榴槤"),
        ("7201", "lo", "ເຫຼັກ ແລະ ເຫຼັກກ້າ"),
        ("72", "zh-hant", "鋼鐵"),
        ("00", "th", ""),
    ],
)
def test_a_code_is_called_in_the_reader_s_language(code, language, said):
    with override(language):
        assert said in say_code(code) and bool(said) == bool(say_code(code))


def test_every_chapter_has_a_name_in_every_language():
    codes = [code for code in read_hs_names() if len(code) == 2 and code != "99"]
    with override("km"):
        assert not [code for code in codes if say_code(code) == read_hs_names()[code]]
