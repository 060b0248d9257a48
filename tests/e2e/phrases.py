"""Asking and answering by the phrasebook in a browser, and whether a page is whole in its reader's script: what the stories of
two people without a language in common do again and again.
"""

import re

from playwright.sync_api import Locator
from tests.contract.page_text import read_runs

from .device import Device

HAN, KHMER, LAO, BURMESE = "[\u4e00-\u9fff]", "[\u1780-\u17ff]", "[\u0e80-\u0eff]", "[\u1000-\u109f]"
VIETNAMESE = "[\u1ea0-\u1ef9\u0103\u0111\u01a1\u01b0]"
READ = """() => {
    const main = document.querySelector("main").cloneNode(true);
    const apart = "details, select, textarea, script, .own-words, .messages .message:first-child, dl.facts, [translate=no]";
    main.querySelectorAll(apart).forEach(one => one.remove());
    return main.textContent;
}"""
"""What stands on a page but what is folded, what can be chosen, names, and the filer's own words beneath what they say in the
reader's language.
"""


def read_in_own_script(device: Device, own: str, other: str) -> None:
    """Hold the page that is open to its reader's script: the own one stands there, the other's only where it is marked as an
    original or a name, and nothing of it unfolded but names and the filer's own words.
    """
    page = device.page
    content = page.content()
    assert re.search(own, content), page.url
    unmarked = [run.text for run in read_runs(content) if re.search(other, run.text) and not run.marked]
    assert not unmarked, (page.url, unmarked)
    seen = page.evaluate(READ)
    assert not re.search(other, seen), (page.url, seen)


def ask(device: Device, words: str, code: str, *, looked_at: bool = False, **fields: str) -> None:
    """Write own words, pick the ask with this code among the three, fill it, have it shown in both languages, and send it;
    `looked_at`: what is shown is held to all that a visitor may expect.
    """
    page = device.page
    page.fill("#own_words", words)
    page.locator("form:has(#own_words) button[type=submit]").click()
    offer = page.locator(f"#offered form:has(input[name=ask][value={code}])")
    offer.wait_for()
    assert page.locator("#offered form:has(input[name=ask])").count() == 3
    _fill(offer, fields)
    if fields:
        with page.expect_navigation():
            offer.locator("[name=show]").click()
        assert offer.locator("details[open]").count() == 1, "it is shown in both languages before it is sent"
        if looked_at:
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
    _fill(form, fields)
    if files:
        form.locator("[name=papers][type=file]").set_input_files(list(files))
    with page.expect_navigation():
        form.locator("button").click()


def _fill(form: Locator, fields: dict[str, str]) -> None:
    """Write into the boxes of a form, or choose in them, by their names."""
    for name, value in fields.items():
        box = form.locator(f"[name={name}]")
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
