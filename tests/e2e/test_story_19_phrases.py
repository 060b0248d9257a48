"""Story 19: a Khmer exporter and a Chinese officer, neither of whom reads the other's script, go from filing to a confirmed
outcome by sentences of the phrasebook alone, with one paper asked for and sent.
"""

import re
from datetime import date, timedelta

from playwright.sync_api import Page

from .acting import Problem, file_problem, pdf, sign_in
from .device import Device

HOLDER = "holder@plant.cn-mohan-quarantine.example.org"
HAN, KHMER = "[\u4e00-\u9fff]", "[\u1780-\u17ff]"
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
READ = """() => {
    const main = document.querySelector("main").cloneNode(true);
    const apart = "details, select, textarea, script, .own-words, .messages .message:first-child, dl.facts, [lang='LANG']";
    main.querySelectorAll(apart).forEach(one => one.remove());
    return main.textContent;
}"""
"""What stands on a page but what is folded, what can be chosen, and what is marked as being in the other's language."""


def seen_of(page: Page, other: str) -> str:
    """Return what a page says to its reader, without what it marks as being in the `other` language."""
    return page.evaluate(READ.replace("LANG", other))


def ask(device: Device, words: str, code: str, **fields: str) -> None:
    """Write own words, pick the ask with this code among the three, fill it, have it shown in both languages, and send it."""
    page = device.page
    page.fill("#own_words", words)
    page.locator("form:has(#own_words) button[type=submit]").click()
    offer = page.locator(f"#offered form:has(input[name=ask][value={code}])")
    offer.wait_for()
    assert page.locator("#offered form:has(input[name=ask])").count() == 3
    for name, value in fields.items():
        box = offer.locator(f"[name={name}]")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    if fields:
        with page.expect_navigation():
            offer.locator("[name=show]").click()
        assert offer.locator("details[open]").count() == 1, "it is shown in both languages before it is sent"
        device.check(f"phrases-shown-{code}")
    with page.expect_navigation():
        offer.locator(".acts button.button:not(.quiet)").click()


def answer(device: Device, code: str, within: str, *, files=(), **fields: str) -> None:
    """Press the answer with this code in a part of the page."""
    page = device.page
    form = page.locator(f"{within} form:has([name=answer][value={code}])").first
    folded = form.locator("xpath=ancestor::details[not(@open)]")
    while folded.count():
        folded.first.locator("summary").first.click()
    for name, value in fields.items():
        box = form.locator(f"[name={name}]")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    if files:
        form.locator("[name=papers][type=file]").set_input_files(list(files))
    with page.expect_navigation():
        form.locator("button").click()


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
    desk = officer.open(f"/cases/{number}/")
    assert not re.search(KHMER, seen_of(desk, "km"))
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
    assert not re.search(KHMER, seen_of(desk, "km"))
    officer.check("phrases-case-waits")
    officer.open(f"/cases/{number}/phrases/")
    ask(officer, "请把原产地证书发给我", "A03", day=day, paper="origin")
    assert not re.search(KHMER, seen_of(desk, "km"))


def _send_the_paper(filer: Device, number: str) -> None:
    mailbox = filer.open(f"/my/{number}/")
    assert re.search(KHMER, mailbox.locator("section.asks").inner_text())
    assert mailbox.locator("section.checklist li").count() == 1
    assert not re.search(HAN, seen_of(mailbox, "zh-hans"))
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
    assert not re.search(HAN, seen_of(mailbox, "zh-hans"))
    answer(filer, "outcome_is", "article", outcome="fixed")
    filer.open(f"/my/{number}/")
    assert mailbox.locator(".message").count() == 7, (
        "the problem, two questions with answers, the outcome, its confirmation"
    )
    assert not re.search(HAN, seen_of(mailbox, "zh-hans"))
    filer.check("phrases-mailbox-closed")
