"""Story 15: an editor hears of queues at a border, sees what they do to journeys, saves; the plan follows; put back."""

from tests.coming_days import coming_tuesday

from .acting import sign_in

SIZE = "desk"
EDITOR = "holder@coordinator.mechanism.example.org"
ROW = "/plan/edit/procedures/P002/"
QUESTION = f"/plan/?from=CNYYG&to=VNHNI&ready={coming_tuesday()}T06:00&mode=road"
USUAL = {"phone": "31", "desk": "33"}
"""Hours of its own for each size: both live in one installation."""
PLANNED = 240_000
"""Milliseconds: a hard first plan of a process may wait until the engine is compiled, where it has no cache yet."""


HIGHEST = 4_500
"""Pixels of a public page on a phone."""


def test_a_queue_at_the_border_reaches_the_next_plan_and_goes_again(open_device, installation, size):
    editor, trader = open_device("en"), open_device("en")
    trader.page.set_default_navigation_timeout(PLANNED)
    before = trader.open(QUESTION).locator("main").inner_text()

    sign_in(editor, installation, EDITOR)
    page = editor.open(ROW)
    editor.check("network-row")
    page.fill("[name=typical]", USUAL[size])
    page.fill("[name=p90]", "60")
    page.fill("[name=why]", f"Queues since Monday, said the post ({size}).")
    page.locator("form#edit button[value=preview]").click(timeout=PLANNED)
    page.locator("#preview").wait_for(timeout=PLANNED)
    told = page.locator("#preview").inner_text()
    assert f"4 → {USUAL[size]}" in told and "B001" in told
    editor.check("network-preview")
    page.locator("#preview button[value=save]").click(timeout=PLANNED)
    page.wait_for_url("**/plan/history/procedures/P002/")
    editor.check("network-history")

    after = trader.open(QUESTION).locator("main").inner_text()
    assert after != before
    assert f"Queues since Monday, said the post ({size})." in trader.open("/plan/changes/").locator("main").inner_text()

    page = editor.open("/plan/history/procedures/P002/")
    page.locator("details:has(form[action$='/revert/0']) summary").click()
    page.fill("form[action$='/revert/0'] [name=why]", "The queue is gone.")
    page.locator("form[action$='/revert/0'] button").click()
    page.wait_for_load_state("networkidle")
    assert "The queue is gone." in page.locator("main").inner_text()
    assert trader.open(QUESTION).locator("main").inner_text() == before


def test_the_pages_about_the_network_can_be_read_by_everybody(open_device, installation):
    reader = open_device("lo")
    for name, address in (
        ("network-place", "/plan/places/VNHNI/"),
        ("network-service", "/plan/services/R043/"),
        ("network-data", "/plan/network/data/"),
        ("network-changes", "/plan/changes/"),
    ):
        reader.open(address)
        reader.check(name)
    editor = open_device("en")
    sign_in(editor, installation, EDITOR)
    for name, address in (
        ("network-edit-service", "/plan/edit/services/R043/"),
        ("network-edit-home", "/plan/edit/"),
        ("network-timetable", "/plan/edit/timetable/"),
    ):
        editor.open(address)
        editor.check(name)


def test_a_plan_is_printed_with_its_ways_and_without_its_forms(open_device):
    reader = open_device("en")
    reader.page.set_default_navigation_timeout(PLANNED)
    page = reader.open(QUESTION)
    page.locator("#way-1 summary").first.click()
    assert (
        page.locator("#way-1 .ride-clock").first.is_visible()
        and not page.locator("#way-1 .leg-facts").first.is_visible()
    )
    assert page.evaluate("document.documentElement.scrollHeight") < HIGHEST
    page.emulate_media(media="print")
    assert page.locator("li.way .strip").first.is_visible() and page.locator("#way-1 .leg-facts").first.is_visible()
    assert not page.locator("#ask").is_visible() and not page.locator("#keep").is_visible()
    assert not page.locator("#way-2 summary").first.is_visible()
