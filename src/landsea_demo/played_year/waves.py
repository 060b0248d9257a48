"""What people wrote in the played year: invented firms, real kinds of trouble. Four troubles come in waves and become
barriers; the others are those of the demo, and two more in languages that it lacks.
"""

from dataclasses import dataclass

from landsea_demo.problem_texts import NAMED, PROBLEMS


@dataclass(frozen=True)
class Wave:
    """A trouble that many have. `texts` by language; `first`, `opened` and `last` are days before the end of the year: of
    the first case, of the barrier, of the last case; `again` are the days on which it comes back. `goods`, `hs` and so on as in a filing.
    """

    key: str
    title: str
    advice: str
    texts: dict[str, str]
    place: str
    country: str
    topic: str
    matter: str
    goods: str
    hs: str
    cases: int
    first: int
    opened: int
    last: int
    again: tuple[int, ...] = ()


WAVES = (
    Wave(
        "laboratory",
        "Laboratory reports for durian are not accepted at Mohan",
        "Ask your laboratory for its registration number before loading; the list is with the plant quarantine desk.",
        {
            "en": "Our durian waits at Mohan: the laboratory report is not accepted.",
            "zh-hans": "我们的榴莲在磨憨口岸等候，检测报告不被接受。",
            "vi": "Sầu riêng của chúng tôi đang chờ ở Ma Hàm: phiếu kiểm nghiệm không được chấp nhận.",
            "lo": "ທຸລຽນຂອງພວກເຮົາຄ້າງຢູ່ດ່ານບໍ່ຫານ: ໃບລາຍງານຜົນກວດບໍ່ຖືກຮັບ.",
            "th": "ทุเรียนของเรารออยู่ที่ด่านโม่ฮาน เพราะใบรายงานผลจากห้องปฏิบัติการไม่ได้รับการยอมรับ",
        },
        "CNMHN",
        "CN",
        "sps_tbt",
        "laboratory",
        "fresh durian",
        "081060",
        26,
        350,
        318,
        268,
    ),
    Wave(
        "lorries",
        "Permits for lorries across the border take months",
        "File the application with all vehicle papers at once; incomplete ones go back to the end of the line.",
        {
            "en": "We wait two months for the permits of five lorries. Without them nobody drives through.",
            "zh-hans": "我们五辆货车的许可等了两个月，没有许可就不能直达。",
            "vi": "Chúng tôi chờ giấy phép của năm xe đã hai tháng. Không có giấy thì xe không chạy thẳng được.",
        },
        "",
        "VN",
        "permits_licensing",
        "lorry_permits",
        "",
        "870421",
        22,
        285,
        245,
        150,
        (60, 55, 52, 48, 45),
    ),
    Wave(
        "wagons",
        "No slots on the train from Vientiane South",
        "Book through your forwarder two weeks ahead and say which day you can do without.",
        {
            "en": "Our rubber waits at Vientiane South for a slot on the train to Chongqing.",
            "zh-hans": "我们的橡胶在万象南站等待发往重庆的班列舱位。",
            "lo": "ຢາງພາລາຂອງພວກເຮົາລໍຖ້າຂຶ້ນລົດໄຟໄປສົງຊິງຢູ່ສະຖານີວຽງຈັນໃຕ້.",
            "th": "ยางของเรารอขึ้นรถไฟไปฉงชิ่งที่สถานีเวียงจันทน์ใต้",
        },
        "",
        "LA",
        "transport_border",
        "rail",
        "natural rubber",
        "400122",
        16,
        250,
        232,
        30,
    ),
    Wave(
        "payments",
        "Payments for seafood are held by banks",
        "Send the original contract with the first invoice; the bank asks for it in every case.",
        {
            "en": "The buyer's bank holds our payment for three weeks and asks for other papers each time.",
            "zh-hans": "银行扣留货款已三周，每次要求补充不同的材料。",
            "vi": "Ngân hàng bên mua giữ tiền hàng ba tuần nay, mỗi lần lại đòi giấy tờ khác.",
        },
        "",
        "CN",
        "payments_finance",
        "foreign_exchange",
        "frozen shrimp",
        "030617",
        9,
        75,
        50,
        6,
    ),
)

FURTHER = (
    (
        "my",
        "ကျွန်ုပ်တို့၏ ကုန်ကား မူဆယ်ဂိတ်တွင် သုံးရက် ရပ်နေရသည်။ မည်သူ့ကို ဆက်သွယ်ရမည်နည်း။",
        "",
        "MM",
        "MM",
        "sesame",
        "120740",
        "transport_border",
        "gate_queue",
        "normal",
        NAMED,
        "Demo Sesame Magway",
    ),
    (
        "fil",
        "Tatlong araw nang naghihintay ang aming saging sa Qinzhou. Hindi tinatanggap ang sertipiko. Sino ang makakatulong?",
        "",
        "CN",
        "PH",
        "fresh bananas",
        "080390",
        "rules_of_origin",
        "certificate_rejected",
        "normal",
        NAMED,
        "Demo Saging Davao",
    ),
)
"""In the shape of the demo's problems."""

SINGLE = tuple(row for row in (*PROBLEMS, *FURTHER) if row[8] != "private_dispute")
ANSWER = "We looked at it with the post. Here is what counts, and the paper that shows it."
SOLVED = "It went through this morning; the post knows of it now."
EXPLAINED = "The rule stays as it is. Here is the text, and the way that remains."
WITH_OTHERS = (
    "Others have the same trouble. We collect these cases and bring them before the parties; you hear of it here."
)
