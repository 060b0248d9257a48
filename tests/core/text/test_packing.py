"""What goods are packed in is no goods: bags, crates and bottles beside what is in them; bags that are traded are."""

import pytest

from landsea_core.text import read_goods


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("ငရုတ်သီးအိတ် ၆၀၀ သိမ်းထားတယ်", "0709"),
        ("辣椒麻袋装被扣", "0709"),
        ("300 bote ng patis ang hinarang", "2103"),
        ("20 dram ng langis ang naka-hold", "1511"),
        ("600 guni bijan ditahan", "1207"),
        ("susu tepung 20 beg ditahan", "0402"),
        ("ເຂົ້າສານ 200 ເປົາຖືກກັກ", "1006"),
    ],
)
def test_packing_beside_what_is_in_it_is_no_goods(text, heading):
    assert [guess.value[:4] for guess in read_goods(text)] == [heading]


@pytest.mark.parametrize(
    ("text", "chapter"),
    [
        ("palet kayu disita, 285 buah", "44"),
        ("papan kayu jati 60 batang ditahan", "44"),
        ("200 buah ditahan di pelabuhan", "08"),
    ],
)
def test_words_that_only_count_are_no_goods_beside_others(text, chapter):
    assert {guess.value[:2] for guess in read_goods(text)} == {chapter}


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("သားရေအိတ်တွေ သိမ်းထားတယ်", "4202"),
        ("Leather bags from Wenzhou are held", "4202"),
        ("beg kulit ditahan", "4202"),
        ("empty sacks, polypropylene woven bags", "6305"),
        ("Shoes came without boxes, the cartons are held at the port", "6403 6402 6404"),
    ],
)
def test_what_is_traded_itself_stays(text, heading):
    assert read_goods(text)[0].value[:4] in heading.split()


def test_packing_far_from_food_is_left_to_what_is_done_with_it():
    found = [
        guess.value[:4] for guess in read_goods("We sell mangoes, and for that import printed cartons from Foshan")
    ]
    assert "4819" in found
