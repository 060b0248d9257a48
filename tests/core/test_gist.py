"""What a case is about in one line: its parts, what is left out, and what a mail keeps of it."""

import json
from datetime import date
from decimal import Decimal

import pytest

from landsea_core.gist import (
    Gist,
    GistWords,
    Size,
    choose_sizes,
    keep_gist,
    name_goods,
    read_kept_gist,
    write_gist,
)
from landsea_core.text import read_amounts

CODES = GistWords(
    say_matter=str.upper,
    say_topic=str.upper,
    say_goods=lambda hs, goods: goods or hs,
    say_place=str,
    say_country=str,
    find_country=lambda code: code[:2],
    say_size=lambda size: f"{size.high} {size.unit}",
    say_since=date.isoformat,
)
WHOLE = Gist(
    "plant_health",
    "sps_tbt",
    "071410",
    "cassava",
    "CNMHN",
    "CN",
    (Size("lorry", Decimal(3), Decimal(3)),),
    date(2026, 11, 26),
)


def test_the_parts_stand_in_one_order_and_what_is_unknown_leaves_no_gap():
    assert write_gist(WHOLE, CODES) == "PLANT_HEALTH · cassava · CNMHN, CN · 3 lorry · 2026-11-26"
    assert write_gist(Gist(matter="rail", place="CNCKG", country="LA"), CODES) == "RAIL · CNCKG · LA"
    assert write_gist(Gist(matter="gate_hours"), CODES) == "GATE_HOURS"
    assert write_gist(Gist(topic="transport_border", country="LA"), CODES) == "TRANSPORT_BORDER · LA"


def test_goods_of_a_code_with_many_kinds_are_called_by_the_words_that_were_given_or_by_the_code():
    assert name_goods("210690", "ອາຫານເສີມ X", "lo") == "ອາຫານເສີມ X"
    assert name_goods("210690", "ອາຫານເສີມ X", "zh-hans") == "HS 210690", "no Lao letters for a reader of Chinese"
    assert name_goods("210690", "Supplement X", "km") == "HS 210690"
    assert name_goods("210690", "Supplement X", "id") == "Supplement X"
    assert name_goods("", "things", "zh-hant") == ""
    assert name_goods("210690", "", "zh-hans") == "HS 210690"
    assert name_goods("081060", "", "vi").startswith("sầu riêng")
    assert name_goods("", "things", "en") == "things"


@pytest.mark.parametrize("gist", [Gist(), Gist(place="CNMHN", country="CN"), Gist(goods="things")])
def test_a_place_or_unread_goods_alone_are_no_title(gist):
    assert write_gist(gist, CODES) == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ລົດ 3 ຄັນ ຄ້າງຢູ່ດ່ານ 4 ມື້ແລ້ວ", [("lorry", 3)]),
        ("两车榴莲共36吨，每吨12000元，等了三天", [("lorry", 2), ("tonne", 36)]),
        ("5 container sắn lát, 130 tấn, 2 xe", [("container", 5), ("lorry", 2)]),
        ("25 tấn cá tra", [("tonne", 25)]),
        ("We paid 500 USD and have waited for a week.", []),
    ],
)
def test_counts_come_before_weights_and_money_and_days_are_no_size(text, said):
    """Also of amounts that can be gone through once only: `landsea suggest` makes them one by one."""
    assert [(one.unit, int(one.high)) for one in choose_sizes(iter(read_amounts(text)))] == said


def test_what_a_mail_keeps_reads_as_the_same_gist():
    assert read_kept_gist(json.loads(json.dumps(keep_gist(WHOLE)))) == WHOLE
    assert keep_gist(Gist(country="CN")) == {"country": "CN"}
    assert read_kept_gist({}) == Gist()
