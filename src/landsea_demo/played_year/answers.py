"""Experiences of the played year: guides in four languages, one answer from a solved case, readers who say whether it helped;
and what the coordinator ruled about two figures that do not fit.
"""

import re
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction

from landsea.base.refusal import Refused
from landsea.cases.models import Case
from landsea.experiences.actions.begin import About, begin_experience, begin_from_case
from landsea.experiences.actions.decide import keep_words, publish_experience
from landsea.experiences.actions.say_helped import say_helped
from landsea.experiences.actions.word import write_wording
from landsea.experiences.check import list_still_found
from landsea.experiences.models import Basis, Experience
from landsea.figures import access as figures_access
from landsea.figures.actions.rule import rule_on_contradiction
from landsea_demo.played_year.people import find_coordinator
from landsea_demo.played_year.schedule import Schedule

DAY = timedelta(days=1)
GUIDES = (
    (
        "guide",
        About(topic="sps_tbt", matter="plant_health", country="CN"),
        250,
        {
            "en": (
                "What to have ready when quarantine asks for a laboratory report",
                "The desk at the gate asks for a report that nobody asked for last month. What does it need?",
                "Ask the desk before you load which laboratories it accepts, and keep its answer. Bring the "
                "original report, the "
                "phytosanitary certificate, the numbers of orchard and packing house, and the number of the seal.",
            ),
            "zh-hans": (
                "检疫要求检测报告时应准备什么",
                "口岸柜台要求提交上个月还不需要的检测报告，需要哪些材料？",
                "装货前先问清柜台认可哪些实验室，并保留答复。带好报告原件、植物检疫证书、果园和包装厂编号以及封志号。",
            ),
            "vi": (
                "cần chuẩn bị gì khi kiểm dịch hỏi phiếu kiểm nghiệm",
                "cửa khẩu hỏi phiếu kiểm nghiệm mà tháng trước chưa cần; phải có những giấy tờ nào?",
                "hãy hỏi trước khi xếp hàng phòng thí nghiệm nào được công nhận và giữ lại câu trả lời; mang bản "
                "gốc phiếu, giấy "
                "chứng nhận kiểm dịch thực vật, mã vùng trồng, mã cơ sở đóng gói và số niêm phong.",
            ),
            "lo": (
                "ຕ້ອງກຽມຫຍັງເມື່ອດ່ານກັກກັນຖາມໃບກວດວິເຄາະ",
                "ດ່ານຖາມໃບກວດວິເຄາະທີ່ເດືອນກ່ອນຍັງບໍ່ຕ້ອງການ ຕ້ອງມີເອກະສານຫຍັງແດ່",
                "ຖາມກ່ອນຂົນວ່າຫ້ອງວິເຄາະໃດຖືກຮັບຮອງ ແລະ ເກັບຄຳຕອບໄວ້ ເອົາໃບກວດຕົ້ນສະບັບ ໃບຢັ້ງຢືນສຸຂານາໄມພືດ ແລະ ເລກກາຜະນຶກໄປນຳ",
            ),
        },
    ),
    (
        "practice",
        About(topic="rules_of_origin", matter="certificate_rejected"),
        140,
        {
            "en": (
                "Agree the papers in two languages before the first shipment",
                "Names of goods differ between invoice, certificate of origin and declaration. How do others avoid it?",
                "Write the goods once, in both languages, with the code of six digits, and let all papers take the "
                "words from there. "
                "Send the draft to the desk on the other side before the original is stamped.",
            ),
            "zh-hans": (
                "首次发货前用两种语言统一单证",
                "发票、原产地证和报关单上的品名不一致，别人怎样避免？",
                "先用两种语言写好品名和六位编码，所有单证都照此填写；原件盖章之前，把草稿发给对方柜台确认。",
            ),
        },
    ),
)
NUMBER_OF_A_PAPER = re.compile(r"\d{4}")
FROM_CASES = ("zh-hans", "vi", "lo", "zh-hans", "vi", "lo", "zh-hans", "th")
"""The languages of solved cases out of which an experience is made, the latest first."""
RULINGS = (
    (
        "two_readings:F073",
        "different_scope",
        "One is said by the minister, the other by the operator, against different ways of transport.",
    ),
    ("growth:F113", "error", "24.2 % fits 2024 to 2025. From 2023 to 2025 it is 30.3 %."),
)


def play_answers(schedule: Schedule) -> None:
    """Write the guides, share a solved case, let readers judge, and rule on figures."""
    for number, (kind, about, days, wordings) in enumerate(GUIDES):
        schedule.at(schedule.end - days * DAY, _guide(schedule, number, kind, about, wordings))
    for number, language in enumerate(FROM_CASES):
        schedule.at(schedule.end - (20 + 13 * number) * DAY, _from_case(schedule, language, number))
    for key, verdict, words in RULINGS:
        schedule.at(schedule.end - 30 * DAY, _ruling(key, verdict, words))


def _guide(schedule: Schedule, number: int, kind: str, about: About, wordings: dict):
    def write(now: datetime) -> None:
        actor = find_coordinator(now)
        begun = begin_experience(actor, kind, "en", about, now, is_demo=True)
        for language, words in wordings.items():
            write_wording(actor, begun.pk, language, *words, now)
        _publish(actor, begun, Basis.OWN, now)
        for reader in range(6 - 2 * number):
            schedule.at(now + (reader + 2) * DAY, _opinion(begun, reader))

    return write


def _opinion(experience: Experience, reader: int):
    return lambda now: say_helped(experience.pk, voter=f"demo reader {reader}", helped=reader != 3, now=now)


def _from_case(schedule: Schedule, language: str, number: int):
    """Share what was found out in the last solved case in which filer and desk write this language; whoever files the next
    one is offered it.
    """

    def share(now: datetime) -> None:
        actor = find_coordinator(now)
        for case, answer in _find_plain_solved_cases(language, now):
            try:
                with transaction.atomic():
                    begun = begin_from_case(actor, case.ref, now)
                    write_wording(actor, begun.pk, language, case.title, case.text, answer, now)
                    _publish(actor, begun, Basis.GENERAL, now)
            except Refused:  # its words name the filer: an editor would take the next
                continue
            for reader in range(4 - number % 3):
                schedule.at(now + (reader + 1) * DAY, _opinion(begun, reader))
            return

    return share


def _find_plain_solved_cases(language: str, now: datetime) -> Iterator[tuple[Case, str]]:
    """Yield the solved cases in which filer and desk write this language and neither names the number of a paper or a plate,
    with what the desk answered, the last one first.
    """
    shared = Experience.objects.filter(case__isnull=False).values("case")
    solved = Case.objects.filter(
        is_demo=True, outcome__in=("fixed", "workaround"), closed_at__lte=now, language=language
    )
    at_home = solved.filter(desk__office__languages__0=language.partition("-")[0]).exclude(pk__in=shared)
    for case in at_home.order_by("-closed_at", "-pk"):
        said = case.messages.filter(act="answer", side="office").order_by("-pk").values_list("body", flat=True).first()
        if said and not NUMBER_OF_A_PAPER.search(f"{case.text} {said}"):
            yield case, said


def _publish(actor, begun: Experience, basis: str, now: datetime) -> None:
    """Look at what was found, as an editor would: the demo's texts name nobody."""
    found = {one.text for wording in begun.wordings.all() for one in list_still_found(begun, wording)}
    keep_words(actor, begun.pk, found, now)
    publish_experience(actor, begun.pk, basis=basis, basis_words="", read_through=True, now=now)


def _ruling(key: str, verdict: str, words: str):
    def decide(now: datetime) -> None:
        if figures_access.find_contradiction(key):
            form_key = uuid.uuid5(uuid.NAMESPACE_OID, f"landsea-year-ruling-{key}")
            rule_on_contradiction(
                contradiction=key, verdict=verdict, words=words, form_key=form_key, actor=find_coordinator(now), now=now
            )

    return decide
