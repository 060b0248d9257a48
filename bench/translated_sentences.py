"""Sentences of officers and filers for `bench.translating`, made of templates with numbers, plates, codes, days, places, goods,
firms and numbers in words, and what of these a translation lost, doubled or changed.
"""

import random
import re
from dataclasses import dataclass

PLACES = {
    "CNMHN": {"en": "Mohan", "zh": "磨憨", "lo": "ບໍ່ຫານ", "km": "ម៉ូហាន", "my": "မိုဟန်မြို့", "vi": "Ma Hàm"},
    "LABOT": {"en": "Boten", "zh": "磨丁", "lo": "ບໍ່ເຕັນ", "km": "បូតេន", "my": "ဘိုတန်", "vi": "Bo Ten"},
    "VNHNI": {"en": "Huu Nghi", "zh": "友谊关口", "lo": "ຮືວຫງີ", "km": "ហ៊ូវង៉ី", "my": "ဟူးငှီး", "vi": "Hữu Nghị"},
}
GOODS = {
    "081060": {"en": "durian", "zh": "榴莲", "lo": "ທຸລຽນ", "km": "ធុរេន", "my": "ဒူးရင်းသီး", "vi": "sầu riêng"},
    "071410": {
        "en": "dried cassava",
        "zh": "木薯干",
        "lo": "ມັນຕົ້ນແຫ້ງ",
        "km": "ដំឡូងមីក្រៀម",
        "my": "ပီလောပီနံခြောက်",
        "vi": "sắn lát khô",
    },
}
TEMPLATES = {
    "zh": (
        "{n}辆车载{goods}自{day}起在{place}等候，车牌{plate}。",
        "编号{code}的植检证书有误，{mass}公斤{goods}不能放行。",
        "请在{day}前把{code}号文件交到{place}口岸。",
        "从{place}到{place2}需要{n}小时，费用{money}元。",
        "{goods}的税号是{hs}，本批{mass}公斤。",
        "车牌{plate}的司机说{place}今天只放行{n}车。",
        "电话{phone}没有人接，{code}号申请等了{n}天。",
        "{day}收到{n}份报告，其中{n2}份合格。",
        "{firm} Co., Ltd的{word}辆车在{place}等候。",
    ),
    "lo": (
        "ລົດ {n} ຄັນບັນທຸກ{goods}ລໍຖ້າຢູ່{place}ຕັ້ງແຕ່ {day}, ປ້າຍ {plate}.",
        "ໃບຢັ້ງຢືນ {code} ບໍ່ຖືກຕ້ອງ, {goods} {mass} ກິໂລ ຜ່ານບໍ່ໄດ້.",
        "ກະລຸນາສົ່ງເອກະສານ {code} ໄປ{place}ກ່ອນ {day}.",
        "ຈາກ{place}ຫາ{place2}ໃຊ້ເວລາ {n} ຊົ່ວໂມງ ຄ່າ {money} ກີບ.",
        "ລະຫັດ HS ຂອງ{goods}ແມ່ນ {hs}, ທັງໝົດ {mass} ກິໂລ.",
        "ຄົນຂັບລົດ {plate} ບອກວ່າມື້ນີ້{place}ປ່ອຍພຽງ {n} ຄັນ.",
        "ໂທ {phone} ບໍ່ມີຄົນຮັບ, ຄຳຮ້ອງ {code} ລໍຖ້າ {n} ມື້.",
        "ວັນທີ {day} ໄດ້ຮັບບົດລາຍງານ {n} ສະບັບ, ຜ່ານ {n2} ສະບັບ.",
        "ລົດ{word}ຄັນຂອງ {firm} Co., Ltd ລໍຖ້າຢູ່{place}.",
    ),
    "km": (
        "ឡាន {n} គ្រឿងដឹក{goods}រង់ចាំនៅ{place}តាំងពី {day} ស្លាក {plate}។",
        "វិញ្ញាបនបត្រ {code} មិនត្រឹមត្រូវ {goods} {mass} គីឡូ មិនអាចឆ្លងបាន។",
        "សូមផ្ញើឯកសារ {code} ទៅ{place}មុន {day}។",
        "ពី{place}ទៅ{place2}ចំណាយ {n} ម៉ោង ថ្លៃ {money} រៀល។",
        "លេខកូដ HS នៃ{goods}គឺ {hs} សរុប {mass} គីឡូ។",
        "អ្នកបើកបរឡាន {plate} ថា ថ្ងៃនេះ{place}អនុញ្ញាតតែ {n} គ្រឿង។",
        "ទូរស័ព្ទ {phone} គ្មានអ្នកទទួល សំណើ {code} រង់ចាំ {n} ថ្ងៃ។",
        "{day} បានទទួលរបាយការណ៍ {n} ច្បាប់ ត្រឹមត្រូវ {n2} ច្បាប់។",
        "ឡាន{word}គ្រឿងរបស់ {firm} Co., Ltd រង់ចាំនៅ{place}។",
    ),
    "my": (
        "{goods}တင်ထားသော ကား {n} စီးသည် {day} ကတည်းက {place}တွင် စောင့်နေသည်၊ နံပါတ် {plate}။",
        "လက်မှတ် {code} မှားနေသည်၊ {goods} {mass} ကီလို ဖြတ်၍မရပါ။",
        "စာရွက်စာတမ်း {code} ကို {day} မတိုင်မီ {place}သို့ ပို့ပါ။",
        "{place}မှ {place2}သို့ {n} နာရီကြာပြီး {money} ကျပ် ကုန်ကျသည်။",
        "{goods}၏ HS ကုဒ်မှာ {hs} ဖြစ်သည်၊ စုစုပေါင်း {mass} ကီလို။",
        "ကား {plate} မောင်းသူက {place}တွင် ယနေ့ {n} စီးသာ လွှတ်သည်ဟု ဆိုသည်။",
        "ဖုန်း {phone} ကို မည်သူမျှ မကိုင်ပါ၊ လျှောက်လွှာ {code} သည် {n} ရက် စောင့်နေသည်။",
        "{day} တွင် အစီရင်ခံစာ {n} စောင် ရရှိပြီး {n2} စောင် မှန်ကန်သည်။",
        "{firm} Co., Ltd ၏ ကား {word} စီးသည် {place}တွင် စောင့်နေသည်။",
    ),
    "vi": (
        "{n} xe chở {goods} chờ ở {place} từ ngày {day}, biển số {plate}.",
        "Giấy chứng nhận {code} bị sai, {mass} kg {goods} không được thông quan.",
        "Xin gửi hồ sơ {code} đến {place} trước ngày {day}.",
        "Từ {place} đến {place2} mất {n} giờ, phí {money} đồng.",
        "Mã HS của {goods} là {hs}, tổng cộng {mass} kg.",
        "Lái xe {plate} nói hôm nay {place} chỉ cho {n} xe qua.",
        "Số {phone} không ai nghe, đơn {code} đã chờ {n} ngày.",
        "Ngày {day} nhận được {n} báo cáo, trong đó {n2} đạt.",
        "{word} xe của {firm} Co., Ltd chờ ở {place}.",
    ),
}
NUMBER_WORDS = {
    "zh": {"2": "两", "3": "三", "4": "四"},
    "lo": {"2": "ສອງ", "3": "ສາມ", "4": "ສີ່"},
    "km": {"2": "ពីរ", "3": "បី", "4": "បួន"},
    "my": {"2": "နှစ်", "3": "သုံး", "4": "လေး"},
    "vi": {"2": "hai", "3": "ba", "4": "bốn"},
}
FIRMS = ("An Phat Logistics", "Golden Mango", "Viengkham Trading")


@dataclass(frozen=True)
class Sentence:
    """A sentence with the values that it was made of, each as its reader must find it (any of these)."""

    text: str
    source: str
    target: str
    values: tuple[tuple[str, ...], ...]


def make_sentences(source: str, target: str, number: int, seed: int = 1) -> list[Sentence]:
    """Return so many sentences, the same ones for the same seed."""
    chance = random.Random(f"{source} {target} {seed}")
    return [
        _make_sentence(TEMPLATES[source][turn % len(TEMPLATES[source])], source, target, chance)
        for turn in range(number)
    ]


def _make_sentence(template: str, source: str, target: str, chance: random.Random) -> Sentence:
    places, goods = chance.sample(sorted(PLACES), 2), chance.choice(sorted(GOODS))
    counts = chance.sample(range(2, 90), 2)
    mass = chance.randint(1001, 98_000)
    day = f"2026-{chance.randint(1, 12):02}-{chance.randint(13, 28):02}"
    made = {
        "n": (str(counts[0]),),
        "n2": (str(counts[1]),),
        "mass": (str(mass), f"{mass:,}", f"{mass:,}".replace(",", ".")),
        "money": (str(mass * 7), f"{mass * 7:,}", f"{mass * 7:,}".replace(",", ".")),
        "day": (day,),
        "plate": (chance.choice(("云A", "粤B")) + f"{chance.randint(10000, 99999)}",),
        "code": (f"YN-{chance.randint(2020, 2026)}-{chance.randint(100, 999)}K",),
        "hs": (f"{goods[:4]}.{goods[4:]}",),
        "phone": (f"0871-{chance.randint(1000000, 9999999)}",),
        "place": (PLACES[places[0]][target],),
        "place2": (PLACES[places[1]][target],),
        "goods": (GOODS[goods][target],),
        "firm": (chance.choice(FIRMS),),
        "word": (chance.choice(sorted(NUMBER_WORDS[source])),),
    }
    written = {name: values[0] for name, values in made.items()}
    written |= {"place": PLACES[places[0]][source], "place2": PLACES[places[1]][source], "goods": GOODS[goods][source]}
    written["word"] = NUMBER_WORDS[source][written["word"]]
    used = [name for name in made if f"{{{name}}}" in template]
    return Sentence(template.format(**written), source, target, tuple(made[name] for name in used))


def find_broken(sentence: Sentence, shown: str) -> list[str]:
    """Return the values that a shown translation lacks, has more than once, or has beside digits that nobody wrote."""
    left, broken = shown, []
    for value in sorted(sentence.values, key=lambda one: -len(one[0])):
        said = next((one for one in sorted(value, key=len, reverse=True) if one in left), None)
        if said is None:
            broken.append(f"lost {value[0]}")
            continue
        left = left.replace(said, "\0", 1)
    return broken + [f"too much: {digits}" for digits in re.findall(r"\d+", left)]
