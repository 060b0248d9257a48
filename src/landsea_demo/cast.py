"""Who plays in the demonstration: invented names for every country, the desks whose people can sign in, the rest of the
cast. Nobody here exists: every name says so, addresses lie under example.org, telephone numbers begin with +00.
"""

from dataclasses import dataclass
from itertools import count

LOCAL_WORD = {"zh": "示例", "vi": "Mẫu", "lo": "ຕົວຢ່າງ", "th": "ตัวอย่าง"}
"""The word that takes the place of a family name in scripts where "Demo" would look like one."""

GIVEN_NAMES = {
    "CN": ("zh", (("Wen", "文"), ("Jing", "静"), ("Hao", "浩"), ("Mei", "梅"), ("Lei", "磊"), ("Yan", "燕"))),
    "VN": (
        "vi",
        (("Lan", "Lan"), ("Minh", "Minh"), ("Hoa", "Hoa"), ("Tuan", "Tuấn"), ("Huong", "Hương"), ("Dung", "Dũng")),
    ),
    "LA": ("lo", (("Bounmy", "ບຸນມີ"), ("Noy", "ນ້ອຍ"), ("Kham", "ຄຳ"), ("Dao", "ດາວ"))),
    "TH": ("th", (("Malee", "มาลี"), ("Somchai", "สมชาย"), ("Nok", "นก"), ("Anan", "อนันต์"))),
    "KH": ("en", (("Sophea", ""), ("Dara", ""), ("Bopha", ""), ("Rith", ""))),
    "MM": ("en", (("Thiri", ""), ("Aung", ""), ("Hnin", ""), ("Zaw", ""))),
    "MY": ("en", (("Aisyah", ""), ("Farid", ""), ("Siti", ""), ("Kumar", ""))),
    "SG": ("en", (("Wei Ling", ""), ("Ravi", ""), ("Nurul", ""), ("Daniel", ""))),
    "ID": ("en", (("Dewi", ""), ("Budi", ""), ("Sari", ""), ("Agus", ""))),
    "PH": ("en", (("Maria", ""), ("Jose", ""), ("Luz", ""), ("Ramon", ""))),
    "BN": ("en", (("Hana", ""), ("Azmi", ""))),
    "TL": ("en", (("Domingas", ""), ("Tomas", ""))),
}
LANGUAGE_OF_PAGES = {"CN": "zh-hans", "VN": "vi"}

BORDER_DESKS = (
    "cn-mohan-quarantine.plant",
    "cn-mohan-quarantine.food",
    "cn-mohan-quarantine.laboratory",
    "cn-mohan-customs.clearance",
    "cn-mohan-boten-zone.gate",
    "cn-youyi-guan-quarantine.plant",
    "cn-youyi-guan-customs.clearance",
    "cn-pingxiang-quarantine.plant",
    "cn-hekou-customs.clearance",
    "la-boten-customs.clearance",
    "la-boten-customs.gate",
    "la-boten-plant-quarantine-checkpoint.plant",
    "vn-lang-son-gates.gate",
    "vn-customs-region-6.clearance",
    "th-nong-khai-customs-house.clearance",
    "th-mukdahan-customs-house.clearance",
    "mm-muse-trade-zone.gate",
)
"""Desks with people who can sign in and with a weekly duty roster."""

OTHER_DESKS = (
    "cn-gacc-food-safety.facility",
    "cn-gacc-animal-plant.access",
    "cn-chongqing-customs.clearance",
    "cn-chongqing-customs.origin-issue",
    "cn-chongqing-commerce.help",
    "cn-qinzhou-port-customs.clearance",
    "cn-railway-kunming.rail",
    "cn-mofcom.competition",
    "vn-customs.clearance",
    "vn-plant-protection.plant",
    "vn-vnr.rail",
    "vn-foreign-trade.origin-issue",
    "vn-roads.lorry-permits",
    "la-railway.rail",
    "la-thanaleng-dry-port.port",
    "th-fda.food",
    "th-tisi.standards",
    "th-srt.rail",
    "th-laem-chabang-port-customs.clearance",
    "th-commerce.competition",
    "kh-poipet-customs.clearance",
    "sg-psa.port",
    "my-customs-port-klang.clearance",
    "cn-youyi-guan-quarantine.laboratory",
    "cn-gacc-food-safety.labels",
    "cn-gacc-animal-plant.laboratory",
    "cn-gacc-duty.origin-check",
    "cn-safe.fx",
    "cn-cnipa.marks",
    "cn-beibu-gulf-port.port-charges",
    "la-import-export.import-licence",
    "la-labour-social-welfare.work",
    "cn-cipa.invest",
    "la-investment-committee.invest",
    "cn-gacc-animal-plant.facility",
    "cn-gacc-operation.parcels",
    "cn-nia.visa",
    "cn-chongqing-customs.valuation",
    "cn-chongqing-customs.transit",
    "cn-qinzhou-container-terminal.port",
    "cn-qinzhou-container-terminal.port-charges",
    "cn-railway-chengdu.rail",
    "la-boten-customs.transit",
    "th-laem-chabang-port-customs.valuation",
    "my-customs-port-klang.valuation",
)
"""Further desks with people who can sign in."""

LOST_AT = "bn-agriculture-agrifood.food"
"""Where the holder's address has stopped working, for the coordinator to mend."""

HEADED_OFFICES = (
    "cn-mohan-quarantine",
    "cn-mohan-customs",
    "cn-youyi-guan-customs",
    "cn-chongqing-customs",
    "la-boten-customs",
    "vn-customs",
    "th-fda",
    "mechanism",
)
ASSOCIATIONS = ("vn-vcci", "cn-ccpit-chongqing-committee")
MISSIONS = ("la-embassy-beijing",)


@dataclass(frozen=True)
class Person:
    """An invented person: name in Latin letters, names by language, address, telephone."""

    name: str
    names: dict[str, str]
    email: str
    phone: str


class Casting:
    """Hands out invented people, the same ones in the same order every time."""

    def __init__(self):
        self._numbers = count(1)

    def person(self, country: str, part: str, unit: str) -> Person:
        """Return the next person of a country, for a part (holder, deputy, ...) at a unit (a desk's or office's code)."""
        number = next(self._numbers)
        language, names = GIVEN_NAMES[country]
        latin, local = names[number % len(names)]
        name = f"{latin} Demo"
        own = f"{LOCAL_WORD[language]}{local}" if language == "zh" else f"{local} {LOCAL_WORD.get(language, '')}"
        return Person(
            name=name,
            names={"en": name, language: own} if local else {"en": name},
            email=f"{part}@{'.'.join(reversed(unit.split('.')))}.example.org",
            phone=f"+00 {number // 10_000:03d} {number % 10_000:04d}",
        )
