"""Units of figures: which words name them, what they measure, and how large they are in the base of their kind.

Base units: hours for time, kilometres, tonnes, TEU, single units of a currency, percent. A magnitude (bn, 万) is apart
from the unit. A noun that is not here ("46 cases") counts things and makes a kind of its own.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Unit:
    """`kind` says what may be compared (time, length, mass, teu, CNY, USD, percent, points, count:cases, ...)."""

    kind: str
    factor: float = 1.0

    @property
    def is_money(self) -> bool:
        """True for amounts of a currency."""
        return self.kind in CURRENCIES

    @property
    def is_known(self) -> bool:
        """False for a bare number."""
        return self.kind != "plain"


CURRENCIES = ("CNY", "USD", "VND", "EUR", "THB", "LAK", "MYR", "SGD")
PLAIN, PERCENT, POINTS, TIMES = Unit("plain"), Unit("percent"), Unit("points"), Unit("times")
HOUR, DAY = Unit("time"), Unit("time", 24.0)
THINGS = Unit("count:things")
"""What 个 and its like count: whatever was named before."""
HOURS_A_YEAR = 24 * 365.0

WORDS: dict[str, Unit] = {}


def _name(unit: Unit, *words: str) -> None:
    WORDS.update(dict.fromkeys(words, unit))


_name(PERCENT, "%", "percent", "per cent", "pct")
_name(POINTS, "percentage points", "percentage point", "percent points", "percentage-point", "pp", "个百分点", "百分点")
_name(TIMES, "times", "fold", "倍")
_name(Unit("CNY"), "yuan", "rmb", "cny", "renminbi", "元人民币", "人民币", "元", "¥", "￥")
_name(Unit("USD"), "us dollars", "us dollar", "u.s. dollars", "dollars", "dollar", "usd", "us$", "$", "美元", "美金")
_name(Unit("VND"), "vnd", "dong", "越南盾", "越盾")
_name(Unit("EUR"), "eur", "euros", "euro", "欧元")
_name(Unit("THB"), "thb", "baht", "泰铢")
_name(Unit("LAK"), "lak", "kip", "基普")
_name(Unit("MYR"), "myr", "ringgit", "林吉特")
_name(Unit("SGD"), "sgd", "新加坡元", "新元")
_name(Unit("teu"), "teus", "teu", "standard containers", "标准箱", "标箱", "国际标准集装箱")
_name(Unit("mass"), "metric tons", "tonnes", "tonne", "tons", "ton", "t", "公吨", "吨")
_name(Unit("mass", 1e6), "mt")
_name(Unit("mass", 1e-3), "kg", "kilograms", "公斤", "千克")
_name(Unit("length"), "kilometres", "kilometers", "kilometre", "kilometer", "km", "公里", "千米")
_name(Unit("length", 1.852), "nautical miles", "海里")
_name(HOUR, "hours", "hour", "hrs", "h", "个小时", "小时", "钟头")
_name(Unit("time", 1 / 60), "minutes", "minute", "min", "分钟")
_name(DAY, "days", "day", "d", "天", "日", "昼夜")
_name(Unit("time", 24 * 7.0), "weeks", "week", "周", "星期", "个星期")
_name(Unit("time", 24 * 30.4), "months", "month", "个月")
_name(Unit("time", HOURS_A_YEAR), "years", "year", "年")
_name(
    Unit("count:people"),
    "people",
    "persons",
    "visitors",
    "visits",
    "tourists",
    "travellers",
    "travelers",
    "passengers",
    "万人次",
    "人次",
    "游客",
    "名游客",
    "人",
    "名",
)
_name(Unit("count:trains"), "trains", "train trips", "train", "列次", "列", "班列")
_name(Unit("count:trips"), "trips", "journeys", "趟", "车次", "班次", "班", "航次")
_name(
    Unit("count:vehicles"), "vehicles", "vehicle", "trucks", "truck", "lorries", "lorry", "wagons", "辆", "辆次", "台"
)
_name(Unit("count:boxes"), "containers", "container", "boxes", "箱", "个集装箱")
_name(Unit("count:ports"), "ports", "port", "个港口", "港口")
_name(Unit("count:countries"), "countries", "country", "个国家和地区", "个国家", "国")
_name(Unit("count:companies"), "companies", "firms", "enterprises", "家企业", "家", "户")
_name(Unit("count:cases"), "cases", "complaints", "件", "起", "宗")
_name(THINGS, "项", "个", "条", "艘", "票", "批", "座", "所")
_name(Unit("area"), "square metres", "square meters", "square metre", "sq m", "平方米")
_name(Unit("area", 1e4), "hectares", "hectare", "公顷")
_name(Unit("area", 1e6), "square kilometres", "square kilometers", "平方公里")
_name(Unit("area", 1e4 / 15), "mu", "亩")
_name(Unit("power", 1.0), "kilowatts", "kw", "千瓦")
_name(Unit("power", 1e3), "megawatts", "mw", "兆瓦")
_name(Unit("temperature"), "degrees", "摄氏度", "度")
for _noun in (
    "routes",
    "stations",
    "cities",
    "provinces",
    "lines",
    "lanes",
    "permits",
    "reefers",
    "voyages",
    "labs",
    "lots",
    "tracks",
    "ships",
    "samples",
):
    _name(Unit(f"count:{_noun}"), _noun)
_name(Unit("count:number"), "number")

MAGNITUDES = {
    "trillion": 1e12,
    "tn": 1e12,
    "billion": 1e9,
    "bln": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "million": 1e6,
    "mln": 1e6,
    "mn": 1e6,
    "m": 1e6,
    "thousand": 1e3,
    "k": 1e3,
    "hundred": 100.0,
    "万亿": 1e12,
    "千亿": 1e11,
    "百亿": 1e10,
    "十亿": 1e9,
    "亿": 1e8,
    "千万": 1e7,
    "百万": 1e6,
    "十万": 1e5,
    "万": 1e4,
    "千": 1e3,
}
