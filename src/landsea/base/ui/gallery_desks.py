"""Made-up desks and queues for the gallery. Nobody here exists."""

from landsea.base.ui.gallery_samples import HANOI, MOHAN, VIENTIANE, add_hours
from landsea.base.ui.shapes import (
    Chip,
    DeskCard,
    Filter,
    QueueRow,
    Reason,
    Tab,
)
from landsea.base.ui.typed_words import mark_as_name

DESKS = (
    DeskCard(
        "Plant quarantine, Mohan Customs",
        MOHAN,
        "Mohan",
        own_name="磨憨海关植物检疫窗口",
        own_language="zh-hans",
        office="Mohan Customs, Kunming Customs District",
        url="#",
        open_now=True,
        open_words="open until 17:30",
        reasons=(
            Reason("It answers for plant health at Mohan."),
            Reason("It answers for fresh fruit (HS 08) that enters China."),
            Reason("It does not answer for road permits.", speaks_for=False),
        ),
        answers_for=("Plant health of fresh fruit entering China at Mohan", "Laboratory reports that belong to it"),
        prepare=("The phytosanitary certificate", "The laboratory report and its number", "The plate of the lorry"),
        languages="Chinese, Lao, English",
        freshness=("done", "Confirmed 6 days ago by its holder"),
        record="Answers 94 % within 10 days (212 cases); half of them within 19 hours.",
    ),
    DeskCard(
        "Fruit exports, Boten",
        VIENTIANE,
        "Boten",
        own_name="ດ່ານບໍ່ເຕັນ ພະແນກສົ່ງອອກໝາກໄມ້",
        own_language="lo",
        url="#",
        open_now=False,
        open_words="closed; opens Thu 08:00",
        answers_for=("Papers of fresh fruit that leaves Laos at Boten",),
        freshness=("waits", "Due to be confirmed: last heard of 84 days ago"),
    ),
    DeskCard(
        "Lorry permits, Huu Nghi",
        HANOI,
        "Huu Nghi",
        own_name="Cấp phép xe tải, cửa khẩu Hữu Nghị",
        own_language="vi",
        freshness=("silent", "Not reachable: two letters came back this month"),
    ),
)


QUEUE = (
    QueueRow(
        "#1",
        "LS-2026-004417",
        "Durian, laboratory report not accepted",
        "waits for an answer",
        "silent",
        add_hours(-2.1),
        MOHAN,
        "Mohan",
        "fresh durian",
        "a filer known to the coordinator",
        "border-urgent",
    ),
    QueueRow(
        "#2",
        "LS-2026-004431",
        "Hai xe thanh long bị giữ ở bãi",
        "to be accepted",
        "open",
        add_hours(3.2),
        HANOI,
        "Huu Nghi",
        "dragon fruit",
        "Nguyen Thi Demo",
        "border-urgent",
        "vi",
    ),
    QueueRow(
        "#3",
        "LS-2026-004390",
        "集装箱检疫证书编号不一致",
        "waits for the filer",
        "waits",
        None,
        MOHAN,
        "Qinzhou",
        "frozen fish",
        mark_as_name("示例贸易有限公司"),
        "normal",
        "zh-hans",
    ),
    QueueRow(
        "#4",
        "LS-2026-004102",
        "Certificate of origin refused for seal number",
        "answered",
        "done",
        add_hours(196),
        VIENTIANE,
        "Vientiane South",
        "cassava starch",
        "Lao Demo Chamber",
    ),
)


CHIPS = (
    Chip("where", "Mohan, China", "drop", "place", "#"),
    Chip("goods", "fresh durian 0810.60", "drop", "goods", "#"),
    Chip("matter", "laboratory report", "drop", "matter", "#"),
    Chip("", "stuck now"),
)


FILTERS = (
    Filter("whose", "Whose cases", (("mine", "my desk"), ("office", "all of my office")), "mine"),
    Filter("state", "State", (("open", "not answered"), ("all", "in any state")), "open"),
    Filter("goods", "Goods", (("", "any goods"), ("08", "fruit")), ""),
)


TABS = (
    Tab("To do", "#todo", True, 12),
    Tab("Waiting for others", "#waiting", False, 4),
    Tab("Closed", "#closed"),
)
