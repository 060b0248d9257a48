"""Claims in words about figures that stand elsewhere: the right word is let pass, the wrong one accused."""

import re

import pytest

from landsea_core.figures.statement.claims import check_claims
from landsea_core.figures.statement.claims.claim_words import find_cue
from landsea_core.figures.statement.read_statement import read_statement, respell_statement

_CHOICE = re.compile(r"\[([^|\]]*)\|([^|\]]*)\]")
CHOICES = {
    # text with its right and its wrong word, and the rule that accuses
    "Kiln bricks were 41 baht a piece in May. In June masons paid 36 baht. The [cheaper|dearer] brick is liked.": "direction",
    "The ferry took 95 minutes last year. It now takes 70 minutes. The [shorter|longer] crossing is liked.": "direction",
    "Tin made 310 tonnes in 2021, 280 in 2022 and 240 in 2023. The [decline|upturn] in tin cost the town 45 jobs.": "direction",
    "Loans grew 9 percent in the first quarter, 5 percent in the second. They are [losing pace|gathering pace].": "direction",
    "4月到港木片27万吨，5月到港33万吨，均重每船3万吨。到港量的[增加|减少]与新泊位有关。": "direction",
    "过磅用时从前是25分钟，现在是9分钟，地磅共4台。司机说，过磅用时[缩短|延长]了。": "direction",
    "Cước container tháng 3 là 620 USD, tháng 4 là 540 USD. Việc cước [rẻ đi|đắt lên] là dễ hiểu.": "direction",
    "The crane lifts at most 40 tonnes. It was given 46.5 tonnes; the load was [overweight|within the limit].": "limit",
    "The plan was for 900 tonnes of pepper. Growers delivered 1,040 tonnes, and the plan was [surpassed|missed].": "limit",
    "车辆限载31吨。昨晚过磅的一辆车总重28.4吨，检测结果为[合格|超载]。": "limit",
    "Kế hoạch năm là 500 tấn chè. Hợp tác xã thu được 460 tấn, [không đạt|vượt] kế hoạch.": "limit",
    "The mill's revenue was 8.2 million dollars and its costs 9.1 million. The year ended with a [loss|profit].": "balance",
    "Three scales gave 412, 405 and 418 kilos. The average was [412|431] kilos for the load.": "average",
    "Quán bán lần lượt 84, 92 và 88 bát, bình quân [88|96] bát. Mỗi bát 40.000 đồng.": "average",
    "The pits gave 310 tonnes, 275 tonnes and 240 tonnes of gypsum. Altogether [825|895] tonnes went by barge.": "sum",
    "三个码头分别装船46艘、38艘和27艘，合计[111|131]艘，风浪不大。": "sum",
    "The mill was granted 900 tonnes and has used 640 tonnes. The remaining [260|340] tonnes expire in May.": "difference",
    "The school ordered 35 looms at 420 dollars each. The bill came to [14,700|16,900] dollars.": "product",
    "渔港登记渔船260艘，其中钢质船91艘。港监说，钢质船占[35%|45%]。": "share",
    "The barge left Pakse on 4 May and arrived at Stung Treng on 9 May. The voyage lasted [five|eight] days.": "days_apart",
    "The weir shut on 6 June and opened on 20 June. During these [14|31] days boats were lifted over it.": "days_apart",
    "Phà ngừng chạy ngày 2 tháng 9 và chạy lại ngày 12 tháng 9. Bến vắng khách suốt [10|25] ngày.": "days_apart",
    "The tug was due at 6:15 and made fast at 11:15. Fog was blamed for the delay of [five|three] hours.": "clock",
    "木排9时20分从上游放下，当天15时20分漂到坝前，排工6人，全程[6|9]小时。": "clock",
    "全年出口木薯粉41亿元，进口29亿元。双边贸易为[顺差|逆差]，涉及企业26家。": "balance",
    "The quay took in 4,830 crates of lamps on Friday. Of these [4,830|4,380] crates most went on by barge.": "said_twice",
    "Four new lines were added: from Pakse to Paksong, Salavan[, Sekong|] and Attapeu.": "list",
    "新开的四条线路分别通往绥阳、习水[、桐梓|]和正安。": "list",
    "Xã có năm chợ phiên, đặt tại Bản Phố, Na Hối[, Tả Chải|], Lùng Phình và Cốc Ly.": "list",
    "林场去年招了57名护林员。这[57|75]名护林员分到三个山头。": "said_twice",
    "Kho đã xuất 2.640 bao gạo tẻ. Toàn bộ [2.640|2.460] bao đã tới bến.": "said_twice",
    "The dam holds 3.6 billion tonnes. In March 1.8 [billion|million] tonnes, or 50 percent, are let out.": "magnitude",
    "Halong took 312 tonnes, Fuxi 287 tonnes and Yala 294 tonnes. Fuxi thus ranked [third|second].": "rank",
    "甲公司发运4,100箱，乙公司3,700箱，丙公司4,600箱，[丙|甲]公司发运量最多。": "rank",
    "Lạng Sơn thu 62 tỷ, Quảng Ninh 50 tỷ và Lào Cai 30 tỷ đồng. Trong ba tỉnh, [Lào Cai|Quảng Ninh] thấp nhất.": "rank",
    "The yard moved 640,000 crates. With [640,000|460,000] crates it was the busiest.": "said_twice",
    "商会有会员企业127家。这[127|172]家会员企业分布在六省。": "said_twice",
    "The lock was begun in June 2022, ended in December 2024, after [30|18] months of work.": "months_apart",
    "船闸于2021年3月开工，2022年9月完工，历时[18个月|两年]。": "months_apart",
    "Đê khởi công tháng 1/2022 và xong tháng 7/2024, sau [30|18] tháng thi công.": "months_apart",
}
LEFT_ALONE = """
The lock was begun in June 2022 and ended in April 2024, after nearly two years of work.
Of 52,000 tonnes Java sold 25,500, Hue 19,300 and Perak 4,700. Java thus came first.
Rice cost 410 dollars last year and 430 this year, but rubber became cheaper.
The wait fell to 46 minutes from 49, although more lorries came.
The plan, cut in June to 300 tonnes, was kept with 304 tonnes.
The rate may rise: it was 5 percent in May and 4 percent in June.
The limit was lowered from 80 to 60 tonnes. A load of 72 tonnes passed in May.
Exports were 15 million and imports 19 million; the services account was in surplus.
Without subsidies of 3 million the firm would have made a loss: it earned 12 million and spent 14 million.
出口单价由每吨490元降到470元，但出口量增加。
The pits gave 310, 275 and 240 tonnes. Last year the average was 430 tonnes.
Four asked 5 yuan, five asked 6 yuan and one 8 yuan; the average was 5.8 yuan.
Members: 240 in the morning, 360 in the evening, 80 in both, altogether 520.
The mill was granted 900 tonnes and has used 640 tonnes; 50 tonnes more arrived, and 310 tonnes remain.
They ordered 35 looms at 420 dollars each; with the discount the bill came to 13,200 dollars.
Of 260 boats 91 are of steel, 35 percent. Of the steel boats 60 percent are new.
The barge left on 4 May and arrived on 9 May. The voyage back usually takes eight days.
The weir shut on 6 June and opened on 20 June. It usually stays shut for 31 days.
Xưởng mở lúc 7 giờ và đóng lúc 17 giờ. Thợ chờ hàng mất 3 giờ.
The bus leaves Mae Sot at 8:00 and arrives in Myawaddy at 9:00, a ride of one and a half hours.
价格今年为490元，去年为480元，油价同期下降。
Only 460 of 4,600 crates were opened, or 10 percent.
The quay took in 4,830 crates. Of the 4,380 tonnes on it most were rice.
The firm has 57 lorries. The other 75 lorries were hired.
Rừng chia cho 10 tổ, mỗi tổ quản 32 ha, tức 320 ha.
Giá tăng từ 40 lên 45 nghìn đồng, trong khi lượng giảm.
""".strip().splitlines()


def _accuse(text):
    respelled = respell_statement(text)
    return {one.finding.rule for one in check_claims(text, respelled, read_statement(respelled.text))}


@pytest.mark.parametrize(("text", "rule"), CHOICES.items())
def test_the_wrong_word_is_accused_and_the_right_one_is_not(text, rule):
    assert not _accuse(_CHOICE.sub(lambda match: match[1], text))
    assert rule in _accuse(_CHOICE.sub(lambda match: match[2], text))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_another_reading_bears_out_is_let_pass(text):
    assert not _accuse(text)


def test_a_value_without_words_matches_nothing():
    assert not find_cue("no such value").search("up and down")
