"""Of several goods in a text, which the trouble is about: what is done with them decides, not what is named first."""

import pytest

from landsea_core.text import read_goods


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Our candle factory imports beeswax and the code was changed.", "1521"),
        ("The shoe company ordered leather from Vietnam, it was never sent.", "4107"),
        ("They found fertiliser residues in our dragon fruit.", "0810"),
        ("Coffee is fine, but the pepper was rejected at the gate.", "0904"),
        ("The gems are carried by motorcycle across the bridge.", "7103"),
        ("Sacks of rice were opened and got wet.", "1006"),
        ("我们是做家具的公司，进口的木材被扣在口岸。", "4403 4407"),
        ("鞋厂进口皮革，海关要求补税。", "4107 4101"),
        ("Công ty bánh kẹo nhập đường cát từ Thái Lan, chờ giấy phép.", "1701"),
        ("โรงงานเฟอร์นิเจอร์นำเข้าไม้ยางพารา แต่ถูกกักไว้", "4407 4403"),
        ("Pabrik kertas kami mengimpor kedelai? Bukan, kami mengimpor pulp kayu.", "1201 4703"),
    ],
)
def test_goods_that_are_dealt_with_come_first(text, heading):
    assert read_goods(text)[0].value[:4] in heading.split()


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Our rice company is not in the list.", "1006"),
        ("pepper residues", "0904"),
        ("polypropylene woven bags", "6305"),
        ("聚丙烯编织袋", "6305"),
        ("We make soap and cannot register it.", "3401"),
    ],
)
def test_the_only_goods_are_never_put_aside(text, heading):
    assert read_goods(text)[0].value[:4] == heading


def test_what_the_writer_makes_gives_way_only_to_goods_that_are_dealt_with():
    assert read_goods("We make soap; the perfume business is another matter.")[0].value[:4] == "3401"
    assert read_goods("We make soap and our shipment of palm oil is stuck.")[0].value[:4] == "1511"


def test_a_family_beside_its_member_does_not_count_for_it():
    lychee, honey = read_goods("lychee honey, and lychee fruit")
    assert "fruit" not in lychee.words


def test_being_put_aside_costs_nothing_where_only_one_is_named():
    assert read_goods("Our rice company")[0].confidence == read_goods("Our rice")[0].confidence
