"""Whom a source names, and that no note of an editor reaches a reader."""

import json
import re
from pathlib import Path

import pytest

from landsea_core.planner.network.source_names import SourceName, find_day, name_sources

REFERENCE = Path(__file__).resolve().parents[3] / "data" / "reference"
NOTES_OF_EDITORS = re.compile(
    r"general knowledge|estimate|first list|\b[A-Z]\d{2,3}\b|facts? F|journeys_fit|copy|derived|\bmirror|like the|as [A-Z]\d|\("
)


@pytest.mark.parametrize(
    ("source", "named"),
    [
        ("general knowledge, unchecked", []),
        ("hand estimate", []),
        ("like the posts beside it (P048, P059 to P062)", []),
        ("as X05", []),
        ("foxdict copy (700 km, next-day)", []),
        ("R002: 1.5 days for 1,450 km", []),
        ("searoute 1.6.0", [SourceName("searoute 1.6.0")]),
        ("nationthailand 40015579", [SourceName("The Nation (Thailand)")]),
        ("en.people.cn 2025/0403", [SourceName("en.people.cn", "2025-04-03")]),
        (
            "english.yunnan.cn 2016-05-03 (about 40 h one way); globaltimes 1053346 (route); facts F095",
            [SourceName("english.yunnan.cn", "2016-05-03"), SourceName("Global Times")],
        ),
        ("baogiaothong.vn d94875 (2015-01-24)", [SourceName("baogiaothong.vn", "2015-01-24")]),
        ("haiphong.gov.vn 734476 (opened 18 Feb 2025, one sailing in three weeks)", [SourceName("haiphong.gov.vn")]),
        (
            "china-railway.com.cn 2022-06-06 (train 23 May 2022; 15 days to Mandalay in all)",
            [SourceName("china-railway.com.cn", "2022-06-06")],
        ),
        (
            "http://oceanmafia.com/2025/05/11/wan-hai-lines",
            [SourceName("oceanmafia.com", "2025-05-11", "http://oceanmafia.com/2025/05/11/wan-hai-lines")],
        ),
        (
            "Consul General of Viet Nam, 10 February 2026 (two to three days)",
            [SourceName("Consul General of Viet Nam", "2026-02-10")],
        ),
        ("Notice at the gate, seen by our desk", [SourceName("Notice at the gate, seen by our desk")]),
        ("", []),
    ],
)
def test_a_reader_is_told_who_said_it_and_of_which_day(source, named):
    assert list(name_sources(source)) == named


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("seen 8 March 2024", "2024-03-08"),
        ("2022-06", "2022-06"),
        ("alwihdainfo 2017", "2017"),
        ("40015579", ""),
    ],
)
def test_days_are_found_as_far_as_they_are_told(text, day):
    assert find_day(text) == day


def test_no_note_of_an_editor_is_among_the_names():
    files = [*REFERENCE.glob("network/*.jsonl"), REFERENCE / "places.jsonl"]
    rows = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    shown = {one.name for row in rows if row.get("source") for one in name_sources(row["source"])}
    assert len(shown) > 100
    assert not [name for name in shown - {"The Nation (Thailand)"} if NOTES_OF_EDITORS.search(name)]
