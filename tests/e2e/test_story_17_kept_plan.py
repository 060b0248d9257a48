"""Story 17: a trader keeps a plan; an editor makes its lorry later; the trader hears of it once, in their own language."""

import re
from datetime import datetime, timedelta

from .acting import sign_in
from .test_story_12_rules import mails_to

EDITOR = "holder@coordinator.mechanism.example.org"
LINK = re.compile(r"/plan/kept/[\w-]{43}/?")
LATE = {"phone": "22:45", "desk": "23:15"}
"""Clocks of its own for each size: both live in one installation."""
PLANNED = 240_000
"""Milliseconds: a hard first plan of a process may wait until the engine is compiled, where it has no cache yet."""


def test_a_keeper_hears_once_what_an_edit_did_to_the_plan(open_device, installation, size):
    ready = (datetime.now() + timedelta(days=3)).strftime("%Y-%m-%dT06:00")
    address = f"keeper.{size}@firm.example.org"
    trader, editor = open_device("zh-CN"), open_device("en")
    trader.page.set_default_navigation_timeout(PLANNED)
    page = trader.open(f"/plan/?from=CNNNG&to=VNHAN&ready={ready}&mode=road")
    form = page.locator("form[action='/plan/keep']")
    page.locator("details:has(#keep) > summary").click()
    way = page.locator("li.way", has_text="(D009)").first
    form.locator("[name=number]").select_option(way.get_attribute("id").removeprefix("way-"))
    form.locator("[name=email]").fill(address)
    form.locator("[name=name]").fill("往河内的货车")
    form.locator("button[type=submit]").click()
    form.wait_for(state="detached")  # the answer stands in the place of the plan: Back leads to a page
    path = LINK.search(mails_to(installation, address, 1)[0]).group()
    trader.open(path).locator("button[value=confirm]").click()
    page.locator("button[value=confirm]").wait_for(state="detached")

    sign_in(editor, installation, EDITOR)
    change = editor.open("/plan/edit/services/D009/")
    usual = change.input_value("[name=calls-3-arrive]")
    save_with(change, LATE[size], f"The bridge is slow ({size}).")
    told = mails_to(installation, address, 2)[-1]
    assert f"The bridge is slow ({size})." in told and "推迟" in told
    words = trader.open(path).locator("main").inner_text()
    assert "此方案仍按所选的服务走" in words and "推迟" in words
    trader.check("kept-plan-later")

    save_with(editor.open("/plan/edit/services/D009/"), usual, "The bridge is as it was.")
    assert "提前" in mails_to(installation, address, 3)[-1]
    assert "仍可按当时所选通行" in trader.open(path).locator("main").inner_text()
    assert len(mails_to(installation, address, 3)) == 3


def save_with(page, clock: str, why: str) -> None:
    """Let the lorry arrive at another time, look at what that does, and save it."""
    page.fill("[name=calls-3-arrive]", clock)
    page.fill("[name=why]", why)
    page.locator("form#edit button[value=preview]").click(timeout=PLANNED)
    page.locator("#preview button[value=save]").click(timeout=PLANNED)
    page.wait_for_url("**/plan/history/services/D009/")


def test_an_editor_reads_in_chinese_what_is_wrong(open_device, installation):
    editor = open_device("zh-CN")
    sign_in(editor, installation, EDITOR)
    editor.expect_refusal()
    page = editor.open("/plan/edit/procedures/P002/")
    page.fill("[name=typical]", "30")
    page.fill("[name=p90]", "20")
    page.fill("[name=why]", "x")
    page.locator("form#edit button[value=preview]").click(timeout=PLANNED)
    page.get_by_text("须依次不减").first.wait_for(timeout=PLANNED)
    editor.check("network-faults")
    page = editor.open("/plan/edit/timetable/")
    page.set_input_files("[name=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"a,b\n"})
    page.locator("form[enctype] button").click()
    page.get_by_text("a.csv:1 缺少列").wait_for()
    editor.check("network-timetable-faults")
