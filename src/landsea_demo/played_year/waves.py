"""Troubles of the played year that many have at a time: they come in waves and become barriers. What is written of each is in
`data/demo/troubles`, under the same key.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Wave:
    """A trouble that many have. `first`, `opened` and `last` are days before the end of the year: of the first case, of the
    barrier, of the last case; `again` are the days on which it comes back. `goods`, `hs` and so on as in a filing. `solved` is
    what all are told in the end, in the language of their desk.
    """

    key: str
    title: str
    advice: str
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
    solved: str = ""
    again: tuple[int, ...] = ()


WAVES = (
    Wave(
        "laboratory",
        "Laboratory reports for durian are not accepted at Mohan",
        "Ask your laboratory for its registration number before loading; the list is with the plant quarantine desk.",
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
        "磨憨植检已用中、英、老、泰四种语言公布认可的实验室名单，每周一更新。名单内的报告不再要求复检，请确认贵司的货物是否顺利。",
    ),
    Wave(
        "lorry",
        "Permits for lorries across the border take months",
        "File the application with all vehicle papers at once; incomplete ones go back to the end of the line.",
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
        "Giấy phép liên vận nay được cấp trong mười lăm ngày làm việc, tra được từng bước trên cổng dịch vụ công. Xin xác nhận "
        "hồ sơ của đơn vị đã được giải quyết.",
        (60, 55, 52, 48, 45),
    ),
    Wave(
        "wagons",
        "No slots on the train from Vientiane South",
        "Book through your forwarder two weeks ahead and say which day you can do without.",
        "",
        "LA",
        "transport_border",
        "rail",
        "natural rubber",
        "400122",
        18,
        290,
        232,
        30,
    ),
    Wave(
        "payment",
        "Payments for seafood are held by banks",
        "Send the original contract with the first invoice; the bank asks for it in every case.",
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
