"""Story 19: two sides without a language in common go from filing to a confirmed outcome by sentences of the phrasebook alone:
a Khmer exporter and a Chinese officer with one paper asked for and sent, a Burmese exporter and a Lao officer, and a
Vietnamese chamber for three members with the Chinese officer.
"""

import re
from datetime import date, timedelta

from .acting import Problem, add_member, file_problem, pdf, sign_in
from .device import Device
from .phrases import BURMESE, HAN, KHMER, LAO, VIETNAMESE, answer, ask, read_in_own_script

HOLDER = "holder@plant.cn-mohan-quarantine.example.org"
LAO_HOLDER = "holder@gate.la-boten-customs.example.org"
CLERK = "clerk@vn-vcci.example.org"
MANGO = Problem(
    text="ឡានដឹកស្វាយរបស់យើងពីរគ្រឿងរង់ចាំនៅ Mohan។ អធិការកិច្ចរុក្ខជាតិមិនអនុញ្ញាតឱ្យឆ្លងកាត់ទេ។",
    place="Mohan",
    country="CN",
    goods="ស្វាយ",
    matter="plant_health",
    filer_country="KH",
    name="Sok Demo",
    party="Demo Mango Kampot",
)
BURMESE_MANGO = Problem(
    text="သရက်သီး တင်ထားတဲ့ ကုန်ကား ၂ စီး ဘိုတင် ဂိတ်မှာ မနေ့ကတည်းက တန်းစီ စောင့်နေရတယ်။",
    place="ဘိုတင်",
    country="LA",
    goods="သရက်သီး",
    matter="gate_queue",
    filer_country="MM",
    name="ဒေါ်အေး ဒီမို",
    party="ဒီမို သရက်သီး",
)
MEMBERS = ("Công ty Trái Cây Thứ Nhất", "Công ty Trái Cây Thứ Hai", "Hợp tác xã Thứ Ba")


def test_a_khmer_exporter_and_a_chinese_officer_end_a_case_by_phrases_alone(open_device, installation, size):
    filer, officer = open_device("km"), open_device("zh-CN")
    number, link = file_problem(filer, MANGO)
    day = (date.today() + timedelta(days=5)).isoformat()
    filer.open(link)
    _choose_khmer_and_ask(filer, number)
    sign_in(officer, installation, HOLDER)
    _read_and_ask_for_a_paper(officer, number, day)
    _send_the_paper(filer, number)
    _decide_and_propose(officer, number, day)
    _confirm(filer, number)
    officer.open(f"/cases/{number}/")
    read_in_own_script(officer, HAN, KHMER)
    officer.check("phrases-case-closed")


def _choose_khmer_and_ask(filer: Device, number: str) -> None:
    mailbox = filer.open(f"/my/{number}/phrases/")
    mailbox.select_option("#phrases_in", "km")
    with mailbox.expect_navigation():
        mailbox.locator("form:has(#phrases_in) button").click()
    ask(filer, "តើអ្នកសម្រេចអ្វីអំពីទំនិញរបស់យើង?", "D07")
    filer.check("phrases-filer-asked")


def _read_and_ask_for_a_paper(officer: Device, number: str, day: str) -> None:
    desk = officer.open("/queue/?lang=zh-hans")
    row = desk.locator(f".queue-row:has-text('{number}')")
    assert re.search(HAN, row.locator(".queue-what").inner_text()), "what it waits for stands in the queue, in Chinese"
    officer.open(f"/cases/{number}/")
    assert re.search(HAN, desk.locator("section.asks").inner_text())
    read_in_own_script(officer, HAN, KHMER)
    officer.check("phrases-case-waits")
    officer.open(f"/cases/{number}/phrases/")
    ask(officer, "请把原产地证书发给我", "A03", looked_at=True, day=day, paper="origin")
    read_in_own_script(officer, HAN, KHMER)


def _send_the_paper(filer: Device, number: str) -> None:
    mailbox = filer.open(f"/my/{number}/")
    assert re.search(KHMER, mailbox.locator("section.asks").inner_text())
    assert mailbox.locator("section.checklist li").count() == 1
    read_in_own_script(filer, KHMER, HAN)
    filer.check("phrases-mailbox-asked")
    mailbox.locator("section.checklist a").first.click()
    filer.check("phrases-filer-answers")
    answer(filer, "file_attached", "section.checklist", files=[pdf("origin.pdf")])
    assert mailbox.locator("section.checklist form").count() == 0, "nothing more is to be said of it"


def _decide_and_propose(officer: Device, number: str, day: str) -> None:
    desk = officer.open(f"/cases/{number}/")
    assert desk.locator(".message a:has-text('origin.pdf')").count() == 1, "the paper came with the answer"
    officer.open(f"/cases/{number}/phrases/")
    officer.check("phrases-officer-answers")
    answer(officer, "decision_is", "article", decision="release", day=day)
    desk.check("[name=outcome][value=fixed]")
    with desk.expect_navigation():
        desk.locator("form:has([name=outcome][value=fixed]) button").last.click()
    officer.check("phrases-officer-proposed")


def _confirm(filer: Device, number: str) -> None:
    mailbox = filer.open(f"/my/{number}/phrases/")
    read_in_own_script(filer, KHMER, HAN)
    answer(filer, "outcome_is", "article", outcome="fixed")
    filer.open(f"/my/{number}/")
    assert mailbox.locator(".message").count() == 7, (
        "the problem, two questions with answers, the outcome, its confirmation"
    )
    read_in_own_script(filer, KHMER, HAN)
    filer.check("phrases-mailbox-closed")


def test_a_burmese_exporter_and_a_lao_officer_do_the_same(open_device, installation, size):
    """Two lorries at a gate, read as transport: the filer asks customs all the same."""
    filer, officer = open_device("my"), open_device("lo")
    number, link = file_problem(filer, BURMESE_MANGO)
    day = (date.today() + timedelta(days=4)).isoformat()
    filer.open(link)
    filer.open(f"/my/{number}/phrases/")
    ask(filer, "ကျွန်တော်တို့ ကုန်တွေကို ဘယ်တော့ ထုတ်ပေးမလဲ", "B04")
    sign_in(officer, installation, LAO_HOLDER)
    officer.open("/queue/?lang=lo")
    read_in_own_script(officer, LAO, BURMESE)
    officer.open(f"/cases/{number}/")
    read_in_own_script(officer, LAO, BURMESE)
    officer.open(f"/cases/{number}/phrases/")
    read_in_own_script(officer, LAO, BURMESE)
    ask(officer, "ກະລຸນາສົ່ງໃບຢັ້ງຢືນແຫຼ່ງກຳເນີດໃຫ້ແດ່", "A03", day=day, paper="origin")
    filer.open(f"/my/{number}/")
    read_in_own_script(filer, BURMESE, LAO)
    filer.open(f"/my/{number}/phrases/")
    read_in_own_script(filer, BURMESE, LAO)
    answer(filer, "file_attached", "section.checklist", files=[pdf("origin.pdf")])
    officer.open(f"/cases/{number}/phrases/")
    answer(officer, "at_moment", "article", moment=f"{day}T14:00")
    _end(officer, filer, number, LAO, BURMESE)


def test_a_chamber_files_for_three_members_and_ends_the_case_with_a_chinese_officer(open_device, installation, size):
    clerk, officer = open_device("vi-VN"), open_device("zh-CN")
    sign_in(clerk, installation, CLERK)
    for name in MEMBERS:
        add_member(clerk, name)
    number = _file_for_members(clerk)
    sign_in(officer, installation, HOLDER)
    officer.open("/queue/?lang=zh-hans")
    read_in_own_script(officer, HAN, VIETNAMESE)
    officer.open(f"/cases/{number}/phrases/")
    ask(officer, "一共涉及几辆车、几个集装箱？", "A18")
    clerk.open(f"/cases/{number}/")
    read_in_own_script(clerk, VIETNAMESE, HAN)
    clerk.open(f"/cases/{number}/phrases/")
    answer(clerk, "is_count", "article", count="3")
    ask(clerk, "Bên kiểm dịch quyết định xử lý lô hàng thế nào ạ?", "D07")
    day = (date.today() + timedelta(days=4)).isoformat()
    officer.open(f"/cases/{number}/phrases/")
    answer(officer, "decision_is", "article", decision="release", day=day)
    _end(officer, clerk, number, HAN, VIETNAMESE, of_filer="cases")


def _file_for_members(clerk: Device) -> str:
    page = clerk.open("/association/file/")
    for name in MEMBERS:
        page.get_by_label(name, exact=True).check()
    page.check("[name=how][value=joint]")
    page.check("[name=news][value=us]")
    page.check("[name=lane][value=normal]")
    page.fill("[name=text]", "Kiểm dịch thực vật ở Mohan không nhận phiếu kiểm nghiệm thanh long của chúng tôi.")
    page.fill("[name=place_text]", "Mohan")
    page.select_option("[name=country]", "CN")
    page.select_option("[name=matter]", "plant_health")
    page.check("[name=visibility][value=named]")
    for act in ("check", "send"):
        with page.expect_navigation():
            page.click(f"[name=action][value={act}]")
    return page.locator(".reference").first.inner_text()


def _end(officer: Device, filer: Device, number: str, of_officer: str, of_filers: str, *, of_filer: str = "my") -> None:
    """The officer proposes that it is solved, the other side confirms, and both read everything once more."""
    desk = officer.open(f"/cases/{number}/phrases/")
    desk.check("[name=outcome][value=fixed]")
    with desk.expect_navigation():
        desk.locator("form:has([name=outcome][value=fixed]) button").last.click()
    mailbox = filer.open(f"/{of_filer}/{number}/phrases/")
    read_in_own_script(filer, of_filers, of_officer)
    answer(filer, "outcome_is", "article", outcome="fixed")
    filer.open(f"/{of_filer}/{number}/")
    read_in_own_script(filer, of_filers, of_officer)
    assert mailbox.locator("[name=outcome]").count() == 0
    officer.open(f"/cases/{number}/")
    read_in_own_script(officer, of_officer, of_filers)
    officer.check("phrases-ended")
