"""What the checks of common sense say of single sentences: each fires on a slip, and is silent where another reading fits."""

import pytest

from landsea_core.figures.statement import check_statement

CONSISTENT = """
The warehouse holds 9,000 pallets. In the whole year 26,000 pallets were stored there.
The ship has room for 1,200 containers. On three voyages it carried 3,100 containers.
A wagon holds 60 tonnes. The train carried 2,400 tonnes.
The temperature ranged from 2 to 6 degrees in the container. The highest outside was 38 degrees.
The load must be kept below 4 degrees. At 7 degrees outside the load still met the requirement.
Trucks must weigh less than 49 tonnes. The convoy of 120 tonnes passed and met the rules.
Applications must be handed in by 30 June. Those received on 10 July for the next round are in time.
The railway between Boten and Vientiane is 422 kilometres long. By river between Boten and Vientiane it is 900 kilometres.
The line is 422 kilometres from Boten to Vientiane. The road from Boten to Vientiane is 670 kilometres long.
The gate is closed on Sundays. Last Sunday 40 lorries passed because of the holiday traffic.
All 28 lots passed on Monday. On Tuesday three lots did not pass.
All 30 lorries were released. Before, 6 lorries were held back for two days.
No lorry was turned back in May. Of the lorries turned back in April most carried fruit.
From 3 to 12 November the fair is open; on five days of these it is open to the public.
Exports were 300 tonnes of rice and 200 tonnes of rubber; in all the port handled 9,000 tonnes.
In 2024, 400 lorries paid 80,000 yuan in fees; on average a driver earns 9,000 yuan.
Of 640 lots 628 passed at first and 32 failed at the second test.
The rate fell from 1,200 to 1,000 yuan a tonne, which saves 100,000 yuan on 500 tonnes.
The scheme covers two provinces: Guangxi and Yunnan, China.
Two ports: Qinzhou, Guangxi and Dalian, Liaoning.
Trains call at three cities: Chongqing, China, Vientiane, Laos and Bangkok, Thailand.
It has 2 partners: Bank of China and Ministry of Industry and Trade.
三条航线:上海、宁波至海防,青岛至胡志明市,天津至曼谷。
Viet Nam bought 4.2 billion dollars, Thailand 2.9 and Malaysia 3.1 billion. Thailand is the largest buyer of durian trees.
Guangxi handled 4.1 million tonnes and Yunnan 5.2 million. Guangxi remains the main gateway by sea.
Qinzhou moved 6 million TEU and Haiphong 7 million TEU. Qinzhou is the largest port of Guangxi.
Viet Nam shipped 3,200 lorries and Laos 900. In value Laos came first.
越南出口420万吨,泰国出口290万吨。泰国是最大的榴莲出口国。
越南进口12亿美元,泰国进口15亿美元。按数量计,越南位居第一。
The 500th train left on Monday. So far 430 trains have run this year.
A train with 50 wagons arrived. The 50 wagons were unloaded, and the 30 wagons of coal came later.
Fifty lorries waited at Huu Nghi. At Mohan the 30 lorries were through by noon.
The railway has 12 stations. The 3 stations in Laos are new.
Two sailings a week, that makes about 104 sailings a year.
The lorry left at 08:00 and arrived at 15:00; the driver rested for 2 hours.
320 people: 210 drivers, 70 mechanics and 30 clerks, besides trainees.
Exports rose 50 percent, and doubled to Laos.
It left Qinzhou on 8 May, after it had arrived there on 3 May.
The train runs every Tuesday, Thursday and Saturday. In addition, the express of another firm leaves four times a week.
On Monday and Friday the working group meets in Hanoi. The ferry sails three times a week and carries 40 lorries.
该班列每周二、四、六开行，另有快线每周四班。
The permit was issued on 3 March 2026 and is valid for two years from the day of first use; it expires on 1 June 2028.
Interest is charged at 6 percent a year. On a deposit of 80,000 dollars held for six months it comes to 2,400 dollars.
Lãi suất 6% một năm, khoản vay 80 triệu đồng trong sáu tháng, tiền lãi là 2,4 triệu đồng.
85 percent of firms use the single window, 70 percent pay online, and 40 percent file from phones.
Youyi Guan handled 18,420 vehicles, of which exports 9,650 and imports 8,770, up 5 percent from September.
Cửa khẩu thông quan 18.420 xe, trong đó xuất khẩu 9.650 xe, nhập khẩu 8.770 xe, tăng 5% so với tháng 9.
Trong 120 hồ sơ có 85 hồ sơ được duyệt, 35 hồ sơ bị trả lại, trong đó 20 hồ sơ thiếu C/O.
Half of the 84 applications came from Laos, a third from Thailand, the remaining 14 from Cambodia.
该项目总投资3.2亿元，其中政府出资1.2亿元，企业出资2亿元，已完成投资1.9亿元，占59%。
""".strip().splitlines()
FAULTY = {
    "Four lines call here: Wan Hai, SITC and RCL.": "list",
    "Viet Nam bought 4.2 billion dollars, Thailand 2.9 and Malaysia 1.1 billion. Malaysia was the largest buyer.": "rank",
    "Viet Nam bought 4.2 billion dollars and Malaysia 1.1 billion. Malaysia was the largest of the two.": "rank",
    "The 500th train left on Monday. So far 430 trains have run.": "said_twice",
    "A train with 50 wagons arrived. The 45 wagons were unloaded.": "said_twice",
    "Two sailings a week, that makes 208 sailings a year.": "product",
    "Value fell 20 percent, volume rose 10 percent and the average price rose 5 percent.": "value",
    "出口量增长10%,均价上涨5%,出口额下降3%。": "value",
    "1,200 lorries carried 3.6 million tonnes.": "load",
    "Each container carried 300 tonnes.": "load",
    "600,000 containers (400,000 TEU) were moved.": "load",
    "The ship left on 8 May and arrived on 3 May.": "journey",
    "In the first nine months (January to October) trade grew.": "days_apart",
    "The lorry left at 08:00 and arrived at 15:00; the journey took 12 hours that day, on the same day.": "clock",
    "The train runs every Tuesday and Saturday. The train has three runs a week.": "list",
    "The loan is 80 million yuan at 2.5 percent a year. Interest comes to 4 million yuan.": "share",
    "Small firms make up 85 percent of the exporters and large ones 25 percent.": "shares",
    "Of 120 files 85 were approved, 35 rejected and 20 withdrawn.": "sum",
    "320 people: 210 drivers, 70 mechanics and 30 clerks.": "sum",
}


@pytest.mark.parametrize("text", CONSISTENT)
def test_a_consistent_sentence_is_left_in_peace(text):
    assert [str(one.explanation) for one in check_statement(text).contradictions] == []


@pytest.mark.parametrize(("text", "rule"), FAULTY.items())
def test_a_slip_is_found(text, rule):
    assert rule in [one.rule for one in check_statement(text).contradictions]
