"""`landsea asks`: what somebody wrote leads to a fixed ask that the other side reads in its own language."""

import io
import json

import pytest
from django.core.management import CommandError, call_command


@pytest.fixture(autouse=True)
def by_letters():
    """Here by meaning, as on an installation, whatever the other tests of this folder do."""


def printed(*arguments, **options) -> str:
    out = io.StringIO()
    call_command("asks", *arguments, stdout=out, **options)
    return out.getvalue()


def test_an_ask_written_in_lao_is_read_in_chinese_with_its_answers():
    found = json.loads(printed("ເປັນຫຍັງຈຶ່ງກັກເຄື່ອງຂອງຂ້ອຍໄວ້?", topic="customs_clearance", own="lo", json=True))["asks"]
    assert len(found) == 3 and found[0]["ask"] == "B03"
    assert found[0]["says"]["zh-hans"] == "货物因何原因暂不放行？"
    assert [one["code"] for one in found[0]["answers"]][:2] == ["reason_is", "known_by"]


def test_for_people_both_sentences_and_the_answers_stand_in_lines():
    lines = printed("When will the goods be released?", topic="customs_clearance", other="vi").split("\n")
    assert lines[0].startswith("B04") and lines[2].strip() == "Khi nào hàng được thông quan?"
    assert any(line.strip().startswith("- ") for line in lines)


@pytest.mark.parametrize(
    ("text", "topic", "said"), [("  ", "", "write a sentence"), ("When?", "weather", "Choose one of")]
)
def test_what_cannot_be_asked_is_said(text, topic, said):
    with pytest.raises(CommandError, match=said):
        printed(text, topic=topic)
