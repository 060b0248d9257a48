"""Kinds of trouble of the played year: what each is about, where it is, and the goods it happens to. The words are in a
module a language; a word in braces is put in when a problem is written.
"""

from dataclasses import dataclass

GOODS: dict[str, tuple[str, dict[str, str]]] = {
    "durian": (
        "081060",
        {
            "en": "durian",
            "zh": "榴莲",
            "vi": "sầu riêng",
            "lo": "ທຸລຽນ",
            "th": "ทุเรียน",
        },
    ),
    "banana": (
        "080390",
        {
            "en": "bananas",
            "zh": "香蕉",
            "vi": "chuối",
            "lo": "ກ້ວຍ",
            "th": "กล้วย",
        },
    ),
    "melon": (
        "080711",
        {
            "en": "watermelons",
            "zh": "西瓜",
            "vi": "dưa hấu",
            "lo": "ໝາກໂມ",
            "th": "แตงโม",
        },
    ),
    "longan": (
        "081090",
        {
            "en": "longan",
            "zh": "龙眼",
            "vi": "nhãn",
            "lo": "ໝາກລຳໄຍ",
            "th": "ลำไย",
        },
    ),
    "cassava": (
        "071410",
        {
            "en": "dried cassava",
            "zh": "木薯干",
            "vi": "sắn lát khô",
            "lo": "ມັນຕົ້ນແຫ້ງ",
            "th": "มันสำปะหลังแห้ง",
        },
    ),
    "rubber": (
        "400122",
        {
            "en": "rubber",
            "zh": "橡胶",
            "vi": "cao su",
            "lo": "ຢາງພາລາ",
            "th": "ยางพารา",
        },
    ),
    "starch": (
        "110814",
        {
            "en": "cassava starch",
            "zh": "木薯淀粉",
            "vi": "tinh bột sắn",
            "lo": "ແປ້ງມັນຕົ້ນ",
            "th": "แป้งมันสำปะหลัง",
        },
    ),
    "coffee": (
        "090111",
        {
            "en": "green coffee",
            "zh": "咖啡生豆",
            "vi": "cà phê nhân",
            "lo": "ກາເຟດິບ",
            "th": "กาแฟดิบ",
        },
    ),
    "rice": (
        "100630",
        {
            "en": "milled rice",
            "zh": "大米",
            "vi": "gạo",
            "lo": "ເຂົ້າສານ",
            "th": "ข้าวสาร",
        },
    ),
    "noodles": (
        "190230",
        {
            "en": "instant noodles",
            "zh": "方便面",
            "vi": "mì ăn liền",
            "lo": "ໝີ່ສຳເລັດຮູບ",
            "th": "บะหมี่กึ่งสำเร็จรูป",
        },
    ),
    "sauce": (
        "210390",
        {
            "en": "fish sauce",
            "zh": "鱼露",
            "vi": "nước mắm",
            "lo": "ນ້ຳປາ",
            "th": "น้ำปลา",
        },
    ),
    "shrimp": (
        "030617",
        {
            "en": "frozen shrimp",
            "zh": "冻虾",
            "vi": "tôm đông lạnh",
            "lo": "ກຸ້ງແຊ່ແຂງ",
            "th": "กุ้งแช่แข็ง",
        },
    ),
    "cashew": (
        "080132",
        {
            "en": "cashew kernels",
            "zh": "腰果仁",
            "vi": "nhân điều",
            "lo": "ໝາກມ່ວງຫິມມະພານ",
            "th": "เม็ดมะม่วงหิมพานต์",
        },
    ),
    "parts": (
        "871410",
        {
            "en": "motorcycle parts",
            "zh": "摩托车配件",
            "vi": "phụ tùng xe máy",
            "lo": "ອາໄຫຼ່ລົດຈັກ",
            "th": "อะไหล่รถจักรยานยนต์",
        },
    ),
    "seeds": (
        "120991",
        {
            "en": "vegetable seeds",
            "zh": "蔬菜种子",
            "vi": "hạt giống rau",
            "lo": "ແນວພັນຜັກ",
            "th": "เมล็ดพันธุ์ผัก",
        },
    ),
    "cookers": (
        "851660",
        {
            "en": "rice cookers",
            "zh": "电饭煲",
            "vi": "nồi cơm điện",
            "lo": "ໝໍ້ຫຸງເຂົ້າ",
            "th": "หม้อหุงข้าว",
        },
    ),
    "tiles": (
        "690721",
        {
            "en": "ceramic tiles",
            "zh": "瓷砖",
            "vi": "gạch ốp lát",
            "lo": "ກະເບື້ອງ",
            "th": "กระเบื้อง",
        },
    ),
    "routers": (
        "851762",
        {
            "en": "network routers",
            "zh": "路由器",
            "vi": "bộ định tuyến",
            "lo": "ເຣົາເຕີ",
            "th": "เราเตอร์",
        },
    ),
    "honey": (
        "040900",
        {
            "en": "honey",
            "zh": "蜂蜜",
            "vi": "mật ong",
            "lo": "ນ້ຳເຜິ້ງ",
            "th": "น้ำผึ้ง",
        },
    ),
    "fish": (
        "030389",
        {
            "en": "frozen fish",
            "zh": "冻鱼",
            "vi": "cá đông lạnh",
            "lo": "ປາແຊ່ແຂງ",
            "th": "ปลาแช่แข็ง",
        },
    ),
    "furniture": (
        "940360",
        {
            "en": "wooden furniture",
            "zh": "木家具",
            "vi": "đồ gỗ",
            "lo": "ເຄື່ອງເຟີນີເຈີໄມ້",
            "th": "เฟอร์นิเจอร์ไม้",
        },
    ),
}
"""HS code and everyday name by language."""


@dataclass(frozen=True)
class Kind:
    """A kind of trouble: what it is about, the place's code (empty: somewhere in `country`), the goods it happens to, and
    whether some of these cannot wait."""

    topic: str
    matter: str
    place: str
    country: str
    goods: tuple[str, ...]
    may_be_urgent: bool = False


KINDS: dict[str, Kind] = {
    "plant": Kind("sps_tbt", "plant_health", "CNMHN", "CN", ("banana", "melon", "longan", "cassava"), True),
    "laboratory": Kind("sps_tbt", "laboratory", "CNYYG", "CN", ("durian", "longan", "durian"), True),
    "label": Kind("sps_tbt", "labelling", "", "CN", ("noodles", "sauce", "coffee")),
    "queue": Kind("transport_border", "gate_queue", "CNMHN", "CN", ("durian", "banana", "melon"), True),
    "rail": Kind("transport_border", "rail", "", "LA", ("rubber", "starch", "rice")),
    "origin": Kind("rules_of_origin", "certificate_rejected", "", "CN", ("coffee", "rice", "furniture", "cashew")),
    "licence": Kind("permits_licensing", "import_licence", "", "LA", ("parts", "seeds", "cookers")),
    "lorry": Kind("permits_licensing", "lorry_permits", "", "VN", ("melon", "parts", "tiles")),
    "payment": Kind("payments_finance", "foreign_exchange", "", "CN", ("shrimp", "cashew", "coffee")),
    "permit": Kind("visa_movement", "work_permit", "", "LA", ("parts", "starch", "tiles")),
    "charges": Kind("taxes_fees", "port_charges", "", "CN", ("cookers", "tiles", "furniture")),
    "declaration": Kind("customs_clearance", "declaration", "CNYYG", "CN", ("parts", "tiles", "routers"), True),
    "inspection": Kind("customs_clearance", "inspection", "", "TH", ("routers", "parts", "cookers")),
    "registration": Kind("permits_licensing", "facility_registration", "", "CN", ("honey", "fish", "shrimp")),
}
