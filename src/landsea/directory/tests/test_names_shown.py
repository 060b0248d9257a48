"""In which language a name stands on a page, so that it can be marked where it is not the reader's."""

import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.mark.parametrize(
    ("names", "language", "shown"),
    [
        ({"en": "Meeting", "vi": "Cuộc họp"}, "vi", "vi"),
        ({"en": "Meeting", "vi": "Cuộc họp"}, "lo", "en"),
        ({"en": "", "vi": "Cuộc họp"}, "lo", "vi"),
        ({"local": "会议"}, "lo", ""),
        ({"zh-hans": "会议"}, "zh-hans", "zh-hans"),
    ],
)
def test_a_name_says_in_which_language_it_is_shown(names, language, shown):
    with translation.override(language):
        assert Template("{% load names %}{{ names|shown_language }}").render(Context({"names": names})) == shown
