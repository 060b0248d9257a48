"""Story 14: somebody writes what happened, reads what was understood and changes it where it stands; and looks for something
twice on the same device.
"""

import pytest

from .acting import Problem, file_problem, reload_until, sign_in

COORDINATOR = "holder@coordinator.mechanism.example.org"
WORDS = "Hai xe sầu riêng kẹt ở cửa khẩu Mohan từ hôm qua, kiểm dịch không nhận phiếu xét nghiệm. <b>Gấp</b> lắm."


def _write(device, words: str = WORDS) -> None:
    page = device.open("/file/")
    page.fill("[name=text]", words)
    page.locator("[data-chip=matter]").wait_for()


def _open(page, kind: str):
    page.click(f"[data-chip-open={kind}]")
    panel = page.locator(f".chip-choices[data-kind={kind}]")
    panel.wait_for()
    return panel


def test_a_chip_is_changed_by_press_by_search_and_by_keyboard(open_device, installation, size):
    device = open_device("en")
    _write(device)
    page = device.page
    panel = _open(page, "goods")
    assert panel.locator("mark").first.inner_text().lower() == "sầu riêng"
    assert panel.locator("b").count() == 0
    device.check("chips-open")
    page.keyboard.press("Escape")
    assert panel.count() == 0
    assert page.evaluate("document.activeElement.dataset.chipOpen") == "goods"
    page.eval_on_selector("[data-chip-open=goods]", "chip => { chip.dataset.old = 'yes' }")
    page.dispatch_event("[name=text]", "input")
    page.locator("[data-chip-open=goods]:not([data-old])").wait_for()  # the chips came anew
    assert page.evaluate("document.activeElement.dataset.chipOpen") == "goods"

    panel = _open(page, "matter")
    panel.locator("[data-chip-search]").fill("visa")
    panel.locator("[data-chip-found] button").first.wait_for()
    for key in ("Enter", "Escape"):  # as an input method sends it, to end its word
        panel.locator("[data-chip-search]").dispatch_event("keydown", {"key": key, "isComposing": True})
    assert panel.count() == 1 and "visa" not in page.input_value("[name=matter]")
    with page.expect_response("**/file/understood"):
        panel.locator("[data-chip-search]").press("Enter")
    # Not by a function that the page asks again and again: its policy lets nobody evaluate one.
    page.locator("[name=matter] option:checked[value*=visa]").wait_for(state="attached")
    page.locator("[data-chip-open=matter]:focus").wait_for()

    panel = _open(page, "place")
    with page.expect_response("**/file/understood"):
        panel.get_by_role("button", name="none of these").click()
    page.locator("[data-chip=place]").wait_for(state="detached")
    assert page.input_value("[name=struck]") == "place"
    device.check("chips-changed")


def test_without_script_a_chip_leads_to_its_field_and_can_be_taken_out(open_device, installation, size):
    device = open_device("en", script=False)
    device.expect_refusal()  # a form that is not complete comes back with 422
    page = device.open("/file/")
    page.fill("[name=text]", WORDS)
    page.locator("button[value=check]").click()
    link = page.locator("[data-chip-open=goods]")
    assert link.get_attribute("href") == "#id_goods"
    page.locator("button[name=strike][value=goods]").click()
    page.wait_for_load_state()
    assert page.locator("[data-chip=goods]").count() == 0
    assert page.input_value("[name=text]") == WORDS


def test_searches_stay_on_the_device_until_they_are_forgotten(open_device, installation, size):
    device = open_device("en")
    sent: list[str] = []
    page = device.page
    page.on("request", lambda request: sent.append(request.url + (request.post_data or "")))
    for words in ("durian Mohan", "rail wagon"):
        device.open("/search/")
        page.fill("#search-words", words)
        page.press("#search-words", "Enter")
        page.wait_for_url("**/search/?q=*")
    before = len(sent)
    device.open("/search/")
    links = page.locator("[data-recent-list] a")
    assert links.all_inner_texts() == ["rail wagon", "durian Mohan"]
    assert not any("durian" in one for one in sent[before:])
    device.check("recent-searches")
    page.fill("#search-words", "x")
    assert not page.locator("[data-recent-part]").is_visible()
    page.fill("#search-words", "")
    page.get_by_role("button", name="take out: rail wagon").click()
    assert links.all_inner_texts() == ["durian Mohan"]
    page.get_by_role("button", name="Forget all of them").click()
    assert page.evaluate("Object.keys(localStorage).filter(key => key.startsWith('landsea.recent'))") == []


def test_switched_off_nothing_is_kept(open_device, installation, size):
    device = open_device("en")
    page = device.open("/search/")
    for words in ("durian", "rail"):
        page.fill("#search-words", words)
        page.press("#search-words", "Enter")
        page.wait_for_url(f"**/search/?q={words}*")
        device.open("/search/")
        if words == "durian":
            page.locator("[data-recent-off]").check()
    assert page.locator("[data-recent-list] a").count() == 0
    assert page.locator("[data-recent-off]").is_checked()


@pytest.mark.parametrize("locale", ["zh-CN", "lo"])
def test_other_readers_see_the_chips_in_their_language(open_device, installation, size, locale):
    device = open_device(locale)
    _write(device)
    _open(device.page, "matter")
    device.check("chips-matter")


CORRECTED = Problem(
    text="Nine lorries stand in the queue at Youyi Guan since Monday and the gate does not open.",
    place="Youyi Guan",
    country="CN",
    goods="jackfruit",
    matter="declaration",
    filer_country="VN",
    name="Teaching Demo",
    party="Teaching Fruit",
    email="teaching@exporter.example.org",
)


def test_a_correction_reaches_the_coordinator_and_a_word_is_added(open_device, installation, size):
    number, _link = file_problem(open_device("en"), CORRECTED)
    device = open_device("en")
    sign_in(device, installation, COORDINATOR)
    page = device.open("/teaching/")
    group = reload_until(page, page.locator("a[href*='after=declaration'][href*='kind=matter']"))
    device.check("teaching-groups")
    group.first.click()
    page.wait_for_url("**after=declaration**")
    reload_until(page, page.get_by_role("link", name=number)).wait_for()
    page.locator("li", has_text=number).locator("summary").click()
    device.check("teaching-group")
    page.locator("li", has_text=number).locator("button[value=word]").click()
    page.wait_for_url("**/teaching/words/**")
    page.fill("[name=term]", f"gate sleeps {size}")
    page.fill("[name=why]", "Drivers at the gate say so.")
    page.locator("form.narrow button[type=submit]").click()
    row = page.locator("li", has_text=f"gate sleeps {size}")
    row.locator("form[action$='/force'] button.button:not(.quiet)").click()
    row.locator("form[action$='/back'] button").wait_for()
    device.check("teaching-words")
    row.locator("form[action$='/back'] button").click()
    row.locator("form").wait_for(state="detached")
