"""Story 12: a starch firm asks what it needs, keeps the list, ticks papers, and hears once when a requirement changes."""

import email
import re
import time
from email.policy import default
from urllib.parse import urlsplit

import pytest
from bench.page_heights import CHECKLISTS, HEIGHT

from .acting import sign_in

AUTHOR, SECOND = "holder@coordinator.mechanism.example.org", "deputy@coordinator.mechanism.example.org"
HIGHEST = 4000  # pixels of a phone 390 wide
LINK = re.compile(r"/rules/w/[\w-]{43}/")


def mails_to(installation, address: str, count: int, seconds: float = 60) -> list[str]:
    """Wait until so many mails to an address have been sent, and return their words, oldest first."""
    deadline, found = time.monotonic() + seconds, []
    while time.monotonic() < deadline and len(found) < count:
        files = sorted((installation.var / "mails").glob("*.eml"), key=lambda file: file.stat().st_mtime)
        mails = [email.message_from_bytes(file.read_bytes(), policy=default) for file in files]
        found = [mail.get_body().get_content() for mail in mails if address in mail["To"]]
        time.sleep(0.3)
    assert len(found) == count, f"{len(found)} mails to {address}"
    return found


def ask_and_keep(firm, address: str) -> None:
    """Ask what cassava starch needs by rail to China, read the answer, keep the list."""
    page = firm.open("/rules/checklist/")
    firm.check("checklist-question")
    page.fill("[name=goods]", "cassava starch")
    page.select_option("[name=origin]", "LA")
    page.select_option("[name=destination]", "CN")
    page.select_option("[name=mode]", "rail")
    page.locator("form[action='/rules/checklist/'] button[type=submit]").click()
    page.locator("#checklist").wait_for()
    words = page.locator("main").inner_text()
    assert "HS 110814" in words and "Duty 0 % with" in words
    firm.check("checklist-answer")
    tick_on_this_device(firm)
    folded = page.locator("main details:not([open]) > summary:visible")
    while folded.count():
        folded.first.click()
    words = page.locator("main").inner_text()
    for said in ("Decree 280", "Certificate of origin (Form E, RCEP or LDC)", "checked on", "start not found"):
        assert said in words
    firm.expect_refusal()
    page.fill("[name=email]", "no address")
    page.locator("form[action^='/rules/checklist/save'] button").click()
    faults = page.locator("[data-faults]")
    faults.wait_for()
    assert faults.evaluate("faults => document.activeElement === faults")
    assert 0 <= faults.bounding_box()["y"] < page.viewport_size["height"]
    page.fill("[name=email]", address)
    page.locator("form[action^='/rules/checklist/save'] button").click()


def tick_on_this_device(firm) -> None:
    """Tick a box without giving any address; it is ticked when the same list is opened again."""
    page = firm.page
    box = page.locator("[data-box]").first
    box.check()
    said = page.locator("[data-boxes-said]")
    assert said.inner_text().startswith("1 of ")
    page.reload()
    assert box.is_checked() and said.inner_text().startswith("1 of ")
    assert page.locator("[data-box]:checked").count() == 1


@pytest.mark.parametrize("language", ["en", "vi", "zh-CN", "lo"])
def test_the_lists_asked_for_most_fit_a_phone_and_one_sheet(open_device, size, language):
    device = open_device(language)
    for goods, question in CHECKLISTS.items():
        page = device.open(f"/rules/checklist/?purpose=sell&{question}")
        if size == "phone":
            assert page.evaluate(HEIGHT) < HIGHEST, goods
            assert sheets_of(page) == 1, goods
    device.check(f"checklist-{goods}")


def sheets_of(page) -> int:
    """Count the sheets of A4 that a page is printed on, with the margins that browsers leave: they make paper narrower than the
    least width of tables on a screen.
    """
    margins = dict.fromkeys(("top", "bottom", "left", "right"), "1cm")
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4", margin=margins)))


def test_a_list_is_kept_without_an_address_and_read_without_script(open_device, size):
    firm = open_device("en", script=False)
    page = firm.open(f"/rules/checklist/?purpose=sell&{CHECKLISTS['coffee']}")
    assert page.locator(".boxes input").count() == 5
    page.locator("summary", has_text="Keep it and hear of changes").click()
    page.select_option("[name=frequency]", "never")
    page.locator("form[action^='/rules/checklist/save'] button").click()
    link = page.locator("#secret").input_value()
    page = firm.open(urlsplit(link).path)
    assert "Coffee" in page.locator("main").inner_text() or "090111" in page.locator("main").inner_text()
    firm.check("list-without-address")


def tick_two_papers(firm, path: str) -> None:
    """Confirm the watch and note two papers with their expiry."""
    page = firm.open(path)
    page.locator("button[value=confirm]").click()
    for number, name in enumerate(("Registration of our plant", "Customs declaration"), start=1):
        page.locator("summary", has_text="I have this").first.click()
        form = page.locator(f"form[action='{path}paper']:has([name=name])").first
        form.locator("[name=name]").fill(name)
        form.locator("[name=expires_on]").fill("2031-05-01")
        form.locator("button").click()
        page.wait_for_url(f"**{path}*")
        assert page.locator(".tally").inner_text() == str(number)
    firm.check("watch")


def draft_a_requirement(author, words: str) -> str:
    """Draft one more requirement of the measure on starch; return the address of the draft, which its author may not
    approve."""
    page = author.open("/rules/edit/M128/")
    requirements = page.locator("[name=requires]")
    requirements.fill(f"{requirements.input_value()}\n{words} | Accredited laboratory | 4 days")
    page.fill("[name=why]", "New requirement seen in the notice.")
    author.check("draft")
    page.locator("form:has([name=requires]) button").click()
    page.wait_for_url("**/rules/version/*/")
    assert page.locator("button[value=approve]").count() == 0
    return urlsplit(page.url).path


def test_a_firm_keeps_its_list_and_hears_of_a_change_once(open_device, installation, size):
    address, words = f"starch.{size}@firm.example.org", f"Moisture report of an accredited laboratory, {size}"
    firm, author, second = open_device("en"), open_device("en"), open_device("en")
    ask_and_keep(firm, address)
    path = LINK.search(mails_to(installation, address, 1)[0]).group()
    tick_two_papers(firm, path)

    sign_in(author, installation, AUTHOR)
    version = draft_a_requirement(author, words)
    sign_in(second, installation, SECOND)
    page = second.open(version)
    second.check("version")
    page.locator("button[value=approve]").click()
    page.wait_for_load_state("networkidle")

    assert f"Now also needed: {words}" in mails_to(installation, address, 2)[-1]
    time.sleep(3)
    assert len(mails_to(installation, address, 2)) == 2
    page = firm.open(path)
    assert page.locator(".state", has_text="changed").count() >= 1
    assert words in page.locator("#checklist").inner_text()
    firm.check("watch-changed")


def test_rules_are_found_and_read_on_any_day(open_device, size):
    device = open_device("en")
    page = device.open("/rules/")
    device.check("rules")
    page.fill("[name=q]", "durian malaysia")
    page.locator("form[role=search] button").click()
    page.locator("a", has_text="Fresh durian from Malaysia").first.click()
    device.check("rule")
    page.locator("summary", has_text="On another day").click()
    page.fill("[name=on]", "2024-01-01")
    page.locator("form:has([name=on]) button").click()
    assert "not in force yet" in page.locator("main").inner_text()
