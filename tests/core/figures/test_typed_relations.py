"""Relations told in the words of a text as typed: the right figure or word is let pass, the wrong one accused."""

import re

import pytest

from landsea_core.figures.statement.read_statement import read_statement, respell_statement
from landsea_core.figures.statement.told import check_typed_relations
from landsea_core.figures.statement.told.formulas import read_formula
from landsea_core.figures.statement.told.wordings import list_typed_relations

_CHOICE = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")
CHOICES = """
The wait [fell|rose] to 19 hours in May from 26 hours in April.
Rice made 310 dollars last week, against 340 before. The [fall|rise] surprised traders.
到港集装箱由8月的4.1万箱[增至|降至]9月的4.6万箱。
平均等待时间[缩短至|延长至]9小时，上月为15小时。
Giá cước giảm từ [410|310] USD xuống còn 350 USD một container.
Of the 640 firms, 290 had used the lane, or [less|more] than half.
受访的300家企业中，有170家看好，[超过|不到]一半。
Trong 900 hộ trồng na, 520 hộ có mã vùng trồng, tức [hơn|chưa đến] một nửa.
The port counted [95,400|85,400] boxes in May, the highest figure on record. The previous peak was 91,200 in March.
The plan was 420 trains. The yard sent out [447|404] and so beat the plan.
全年计划开行350列，实际开行[368|341]列，超额完成任务。
Đoàn gồm [30|35] người: 16 cán bộ kiểm dịch, 9 chủ vựa và 5 phiên dịch.
The yard sent [190|180] trains south: 90 to Laos, 60 to Vietnam and 40 to Thailand.
上半年签发3,200份，下半年签发4,100份，全年共签发[7,300|7,800]份。
The quota is 90,000 tonnes. By June importers had used 55,000 tonnes. They may still bring in [35,000|45,000] tonnes.
计划供货260万双，目前已交付185万双，剩余[75|95]万双。
Xuất khẩu mít tăng gấp đôi, từ 30 triệu USD lên [61|44] triệu USD.
The check takes 6 hours instead of 24, cutting the wait by [75 percent|half].
查验时间由40小时压缩至[20|12]小时，缩短了一半。
该行不良率为2.1%，到9月已降至1.6%，下降[0.5|1.5]个百分点。
Rail costs 3,000 dollars a box, by sea 1,900. The train is therefore [1,100|800] dollars dearer.
票价1,500元打六折，只卖[900|1,050]元。
进口价每吨4,200元，折合每公斤[4.2|42]元。
货款300万泰铢，按1元人民币兑4.8泰铢计算，约合[62.5万|90万]元人民币。
Tàu rời bến lúc 7 giờ 30 và đến lúc 16 giờ 45. Hành trình [9 giờ 15 phút|8 giờ 15 phút] khá êm.
动车7时30分从重庆西站出发，12时45分到达南宁东站，全程运行[5小时15分|4小时15分]。
The port handled 1.2 million TEU in 2024, an increase of 120,000 TEU, or [11.1|15.1] percent.
Exports came to 1.86 billion dollars, a decrease of 240 million dollars or [11.4|21.4] percent.
The association has 212 members, 40 more than last year, an increase of [23|33] percent.
Revenue was 84 million baht, 6 million or [7.7|17.7] percent more than in 2023.
Freight costs 1,950 dollars, 350 dollars or [15|25] percent below the 2,300 dollars of last spring.
全年进出口总额3.2亿美元，比上年减少0.4亿美元，下降[11.1%|21.1%]。
全年开行520列，比上年多104列，增长[25%|35%]，平均每周10列。
Cửa khẩu thông quan 1.150 xe mỗi ngày, giảm 50 xe, tức giảm [4,2%|9,2%] so với tháng trước.
Kim ngạch sầu riêng đạt 3,2 tỷ USD, tăng 900 triệu USD, tương đương [39,1%|59,1%] so với năm trước.
The fair ran for [five|nine] days, from 12 May to 16 May.
Hội chợ kéo dài [5|8] ngày, từ 12/9 đến 16/9.
The train carried 48 containers, [42|52] of them refrigerated.
Daily sales ranged from 400 to 900 crates and averaged [650|980] crates.
Mills took 20 tonnes at 300 dollars a tonne and 60 tonnes at 340 dollars a tonne, an average price of [330|310] dollars a tonne.
Hợp tác xã bán 20 tấn chè giá 90.000 đồng/kg và 5 tấn giá 140.000 đồng/kg, giá bình quân [100.000|120.000] đồng/kg.
古镇接待游客4.5万人次，旅游收入2700万元，人均消费[600|760]元。
Hợp tác xã thu được 960 tấn trên 120 ha, năng suất [8|11] tấn/ha.
每吨运费460元，折合每公斤[0.46|4.6]元。
物流园占地[450|45]亩，约30公顷。
全部货物发往三国，老挝占50%，泰国占30%，越南占[20%|35%]。
Trong 900 hộ, cứ ba hộ thì có một hộ nuôi tằm, tức khoảng [300|450] hộ.
The pier took in [8,200|7,400] boxes in May, the most in its history. The old record stood at 7,900 boxes.
""".strip().splitlines()


def _accuse(text):
    respelled = respell_statement(text)
    return {
        one.finding.rule
        for one in check_typed_relations(text, respelled, read_statement(respelled.text))
        if not one.fits
    }


@pytest.mark.parametrize("text", CHOICES)
def test_the_wrong_one_is_accused_and_the_right_one_is_not(text):
    assert not _accuse(_CHOICE.sub(lambda match: match[1], text))
    assert _accuse(_CHOICE.sub(lambda match: match[2], text))


@pytest.mark.parametrize(
    "text",
    [
        "The kip weakened from 21,000 to 21,800 to the dollar.",
        "The bridge carries 3,000 vehicles a day, 1,000 more than the 2,000 lorries it was built for.",
        "The station has 12 tracks: eight for goods and two for passengers; two are being repaired.",
        "公司有货机12架，其中大型7架、小型5架，明年再增加2架。",
        "价格5月由每公斤40元涨到44元，7月又涨到50元。",
        "苗圃三年间从40亩扩到100亩，是原来的两倍半。",
    ],
)
def test_what_is_told_of_something_else_is_left_alone(text):
    assert not _accuse(text)


def test_a_comparison_is_read():
    formula = read_formula("A < B * 0.5")
    assert (formula.said, formula.sign, formula.letters) == ("A", "<", {"B"})


def test_each_wording_has_a_place_for_each_letter_of_its_formula():
    for relation in list_typed_relations():
        for wording in relation.wordings:
            places = {name.removesuffix("w") for name in wording.groupindex}
            assert relation.formula.letters | {relation.formula.said} <= places, wording.pattern
