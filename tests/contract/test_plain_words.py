"""Headings and buttons that readers from outside did not understand do not come back."""

import re
from pathlib import Path

import landsea

UNCLEAR = {"What it takes", "Seen to", "Hand on", "Ways", "Which"}


def test_no_heading_or_button_is_one_that_nobody_understood():
    texts = {
        text
        for file in Path(landsea.__file__).parent.glob("**/locale/zh_Hans/LC_MESSAGES/django.po")
        for text in re.findall(r'^msgid "(.+)"$', file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert len(texts) > 1000
    assert not UNCLEAR & texts
