"""A line whose words stand in another language than the page says in which."""

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from landsea.base.findable import FoundLine
from landsea.search.access import MEASURES, Results
from landsea.search.views.box import _line_found

ENGLISH = "Fresh durian has to come from registered orchards and packing houses, with a cadmium report of each lot."
THAI = "ทุเรียนสดต้องมาจากสวนและโรงคัดบรรจุที่ขึ้นทะเบียน พร้อมผลตรวจแคดเมียมของแต่ละล็อต"


@pytest.mark.parametrize(
    ("page", "words", "said"),
    [
        ("th", ENGLISH, "(อังกฤษ)"),
        ("vi", ENGLISH, "(Tiếng Anh)"),
        ("en", THAI, "(Thai)"),
        ("th", THAI, ""),
        ("en", ENGLISH, ""),
        ("vi", "Boten", ""),
    ],
)
def test_words_in_another_language_than_the_page_say_in_which(page, words, said):
    line = FoundLine("M001", "/rules/measure/M001/", "…", words)
    with translation.override(page):
        shown = render_to_string("search/line.html", {"one": _line_found(MEASURES, line, Results(), page)})
    before = shown.split(words.partition(" ")[0])[0]
    assert ("(" in before) == bool(said) and said in before
