"""What desks ask for: every matter named exists, and what a text mentions is ticked."""

import json

import pytest

from landsea_core.text import list_papers_wanted
from landsea_core.text.data_files import find_default_data_folder, read_rows


@pytest.mark.parametrize(
    ("text", "matter", "ticked"),
    [
        ("Form E refused, we have the invoice", "certificate_rejected", {"origin_certificate", "invoice"}),
        ("原产地证被退，发票齐全", "certificate_rejected", {"origin_certificate", "invoice"}),
        ("nothing at all", "certificate_rejected", set()),
        ("no receipt at five windows", "border_fees", {"receipts"}),
    ],
)
def test_what_is_mentioned_is_ticked(text, matter, ticked):
    assert {paper.code for paper in list_papers_wanted(text, matter) if paper.mentioned} >= ticked
    if not ticked:
        assert not any(paper.mentioned for paper in list_papers_wanted(text, matter))


def test_an_unknown_matter_asks_for_nothing():
    assert list_papers_wanted("Form E", "") == list_papers_wanted("Form E", "no_such_matter") == []


def test_every_matter_of_the_list_exists_and_every_paper_is_named_in_ten_languages():
    topics = (find_default_data_folder() / "reference" / "topics.jsonl").read_text(encoding="utf-8").splitlines()
    known = {matter["matter"] for topic in map(json.loads, topics) for matter in topic["matters"]}
    papers = [
        row for row in read_rows(find_default_data_folder() / "lexicon" / "papers.jsonl") if row["kind"] == "paper"
    ]
    assert all(set(row["matters"]) <= known for row in papers)
    languages = {"en", "zh", "vi", "lo", "th", "km", "my", "id", "ms", "fil"}
    assert all(set(row["names"]) == languages and all(row["names"].values()) for row in papers)
    assert list_papers_wanted("", "gate_queue")[0].find_name("zh-hans") != list_papers_wanted("", "gate_queue")[
        0
    ].find_name("en")
    assert list_papers_wanted("", "gate_queue")[0].find_name("zh-hant") == "車牌號和許可證"
