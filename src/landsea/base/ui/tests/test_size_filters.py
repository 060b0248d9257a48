"""How large a file is, in words of languages that Django does not speak."""

import pytest
from django.template import Context, Template
from django.utils import translation


@pytest.mark.parametrize(
    ("size", "language", "said"),
    [(11, "en", "0.1 kB"), (1_900_000, "en", "1.8 MB"), (1_900_000, "vi", "1,8 MB"), (0, "en", "0.1 kB")],
)
def test_a_size_is_said_in_the_readers_language(size, language, said):
    with translation.override(language):
        assert Template("{% load ui %}{{ size|file_size }}").render(Context({"size": size})) == said


@pytest.mark.parametrize("language", ["lo", "th", "km", "my"])
def test_no_size_is_said_in_english(language):
    with translation.override(language):
        assert "byte" not in Template("{% load ui %}{{ size|file_size }}").render(Context({"size": 11}))
