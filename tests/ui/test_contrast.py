"""Every text can be read and every edge be seen, by day and by night: computed from the tokens' own file (WCAG 2.2)."""

import re
from pathlib import Path

import pytest

STYLES = Path(__file__).parents[2] / "frontend" / "styles"
TOKENS = (STYLES / "tokens.css").read_text()
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6});")
NAMES = set(dict(COLOUR.findall(TOKENS)))
GROUNDS = sorted(name for name in NAMES if name.endswith("ground") or name in ("surface", "sunken"))
EDGES = sorted(name for name in NAMES if name.endswith("-edge") or name == "focus")
PRESSED = [*((name, name.removeprefix("on-")) for name in sorted(NAMES) if name.startswith("on-"))]
PRESSED += [("on-water", "water-deep"), ("ground", "ink")]
TEXTS = sorted(NAMES - {*GROUNDS, *EDGES, *(text for text, _ground in PRESSED), "hairline"})
"""Told by their names, so that a new colour is looked at; a hairline carries no meaning alone."""


def modes() -> dict[str, dict[str, str]]:
    """Return the colours of both modes; dark ones stand on light ones, as in the browser."""
    day, night = TOKENS.split("@media (prefers-color-scheme: dark)")
    light = dict(COLOUR.findall(day))
    return {"light": light, "dark": light | dict(COLOUR.findall(night))}


def luminance(colour: str) -> float:
    """Return the relative luminance of #rrggbb (WCAG 2.2, definition of relative luminance)."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_contrast_of_black_on_white_is_21():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("names", "least"), [(TEXTS, 4.5), (EDGES, 3.0)])
def test_each_token_stands_out_on_each_ground(mode, names, least):
    colours = modes()[mode]
    weak = {
        f"{name} on {ground}": round(contrast(colours[name], colours[ground]), 2)
        for name in names
        for ground in GROUNDS
        if contrast(colours[name], colours[ground]) < least
    }
    assert not weak


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), PRESSED)
def test_words_on_buttons_can_be_read(mode, text, ground):
    colours = modes()[mode]
    assert contrast(colours[text], colours[ground]) >= 4.5


def test_every_colour_token_is_in_both_modes():
    day, night = TOKENS.split("@media (prefers-color-scheme: dark)")
    assert set(dict(COLOUR.findall(day))) == set(dict(COLOUR.findall(night)))


SAY_COLOURS = {"tokens.css", "print.css"}
OTHER_SHEETS = sorted(sheet for sheet in STYLES.glob("*.css") if sheet.name not in SAY_COLOURS)


@pytest.mark.parametrize("sheet", OTHER_SHEETS, ids=lambda sheet: sheet.name)
def test_colours_are_written_in_the_tokens_only(sheet):
    bare = re.sub(r"/\*.*?\*/", "", sheet.read_text(), flags=re.S)
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", bare)


def test_every_token_that_is_used_exists():
    sheets = "".join(sheet.read_text() for sheet in STYLES.glob("*.css"))
    defined, used = set(re.findall(r"(--[\w-]+):", sheets)), set(re.findall(r"var\((--[\w-]+)", sheets))
    assert used <= defined
    assert {name for name in defined if not name.startswith("--space")} <= used
