"""Moments that a script says on the device, in a browser that has no words of a day in the page's language."""

import re
from pathlib import Path

import pytest

FRONTEND = Path(__file__).parents[2] / "frontend"


@pytest.mark.parametrize("language", ["lo", "km", "my", "th", "vi", "zh-hans", "en"])
@pytest.mark.parametrize(
    ("script", "function", "call"),
    [
        ("scripts/offline.js", r"export (const inWords = .*?;)\n\n", "inWords(at)"),
        ("offline/worker.js", r"(function momentInWords.*?\n}\n)", "momentInWords(page.lang, at)"),
    ],
    ids=["page", "worker"],
)
def test_a_day_has_a_name_or_stands_in_digits(open_page, language, script, function, call):
    source = (FRONTEND / script).read_text(encoding="utf-8")
    said = re.search(function, source, re.DOTALL)
    assert said is not None
    page = open_page("/plain/")
    words = page.evaluate(
        f"(language => {{ const page = {{lang: language}}, at = 1796120000000; {said[1]} return {call}; }})", language
    )
    assert "2026" in words and not re.search(r"\bM\d", words)
    assert language in ("vi", "en") or not re.search(r"[A-Za-z]", words)
