"""Each filter is right about its own examples, which stand in its file."""

import doctest
import importlib
from pathlib import Path

import pytest

from landsea.mailroom import filters

FILES = sorted(
    file.stem for file in Path(filters.__file__).parent.glob("*.py") if file.stem not in {"__init__", "letter"}
)


@pytest.mark.parametrize("name", FILES)
def test_a_filter_is_right_about_its_own_examples(name):
    result = doctest.testmod(importlib.import_module(f"landsea.mailroom.filters.{name}"))
    assert result.attempted >= 2 and not result.failed


@pytest.mark.parametrize(
    "module", ["landsea.mailroom.hours", "landsea_core.mailtext.return_path", "landsea.base.outbox.html_words"]
)
def test_small_rules_are_right_about_their_examples(module):
    result = doctest.testmod(importlib.import_module(module))
    assert result.attempted and not result.failed
