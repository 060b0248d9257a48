"""What the gallery shows: made-up rows of every component, text in four scripts. Nobody here exists."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from landsea.base.ui.shapes import (
    Choice,
    File,
    Message,
    Step,
    Text,
)
from landsea.base.ui.typed_words import mark_as_name

NOW = datetime(2026, 3, 18, 3, 10, tzinfo=UTC)
MOHAN = ZoneInfo("Asia/Shanghai")
HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
VIENTIANE = ZoneInfo("Asia/Vientiane")

SAMPLES = (
    ("en", "Something is stuck", "The laboratory report was not accepted at the gate, and two lorries of durian wait."),
    ("zh-hans", "货物在口岸受阻", "口岸不接受我们的检测报告，两车榴莲正在排队等候，车上的冷机已经连续运转三十个小时。"),
    ("vi", "Hàng đang bị giữ lại", "Cửa khẩu không chấp nhận phiếu kiểm nghiệm, hai xe sầu riêng đang phải chờ ở bãi."),
    ("lo", "ສິນຄ້າຕິດຄ້າງ", "ດ່ານບໍ່ຮັບໃບກວດວິເຄາະຂອງພວກເຮົາ ລົດບັນທຸກທຸລຽນສອງຄັນກຳລັງລໍຖ້າຢູ່ທີ່ດ່ານ."),
)


def add_hours(count: float) -> datetime:
    """Return the moment so many hours after the gallery's present; before it when negative."""
    return NOW + timedelta(hours=count)


CHOICES = (
    Choice("Something is stuck or wrong", "#", "stuck", "Two minutes, in your language"),
    Choice("Who answers for …?", "#", "desk", "The desk, its clock, what to have ready"),
    Choice("What do I need to sell …?", "#", "list"),
    Choice("How do I get it there?", "#", "route"),
)

STEP_LINES = (
    (
        "On its way",
        (
            Step("Filed", "done", add_hours(-30)),
            Step("Admitted", "done", add_hours(-28)),
            Step("Accepted", "here", add_hours(3.2), "Plant quarantine, Mohan"),
            Step("Answered", "ahead", add_hours(24)),
            Step("Confirmed", "ahead"),
        ),
    ),
    (
        "The clock pauses",
        (
            Step("Filed", "done", add_hours(-80)),
            Step("Admitted", "done", add_hours(-76)),
            Step("Accepted", "done", add_hours(-60)),
            Step("Answered", "paused", add_hours(70), "The filer was asked for the phytosanitary certificate"),
            Step("Confirmed", "ahead"),
        ),
    ),
    (
        "Silence",
        (
            Step("Filed", "done", add_hours(-90)),
            Step("Admitted", "done", add_hours(-89)),
            Step("Accepted", "late", add_hours(-5), "No answer; the deputy has been asked"),
            Step("Answered", "ahead"),
            Step("Confirmed", "ahead"),
        ),
    ),
    (
        "Closed",
        tuple(
            Step(name, "done", add_hours(-200 + 40 * place))
            for place, name in enumerate(["Filed", "Admitted", "Accepted", "Answered", "Confirmed: fixed"])
        ),
    ),
)

FILES = (
    File("giấy-kiểm-dịch-0331.pdf", 482_000, "paper", "#"),
    File("口岸排队照片.jpg", 1_930_000, "photo", "#", "The place was taken out of this photo."),
)

MESSAGES = (
    Message(
        "all",
        "Nguyen Thi Demo",
        add_hours(-26),
        Text("Hai xe sầu riêng chờ ở Mohan từ hôm qua.\nPhòng kiểm nghiệm của chúng tôi có trong danh sách mới.", "vi"),
        Text(
            "两车榴莲从昨天起在磨憨等候。\n我们的实验室在新名单上。",
            "zh-hans",
            "by a program · not official",
        ),
        FILES,
        "filer",
    ),
    Message(
        "offices",
        mark_as_name("陈示例"),
        add_hours(-4),
        Text("名单已于一月十日更新，请南宁分中心核对该实验室的编号。", "zh-hans"),
        role="Plant quarantine, Mohan Customs",
    ),
    Message(
        "ourselves", "Ms Demo", add_hours(-2), Text("Ask Mr Demo whether the old list still hangs at lane 4.", "en")
    ),
)
