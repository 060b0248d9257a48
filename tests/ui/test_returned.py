"""What was typed into a form that came back with faults is there after F5 and after Back, until the form has arrived."""


def _send_and_come_back(page, counter):
    """Send the form once; it comes back with a fault, under the address of its page, and more is typed then."""
    page.fill("#words", "Two lorries wait")
    page.get_by_role("button", name="Send").click()
    page.get_by_text("Please say where.").wait_for()
    page.wait_for_url("**/writing/")
    page.fill("#words", "Two lorries wait at Mohan")
    page.uncheck("[name=told]")
    page.fill("#secret", "a password")


def test_a_page_loaded_again_holds_what_was_typed(open_page, counter):
    page = open_page("/writing/")
    _send_and_come_back(page, counter)
    page.reload()
    assert page.input_value("#words") == "Two lorries wait at Mohan"
    assert not page.is_checked("[name=told]")
    assert page.input_value("#secret") == page.input_value("#other") == ""
    assert "a password" not in page.evaluate("JSON.stringify(sessionStorage)")
    assert len(counter.posted) == 1, "nothing is sent by looking again"
    page.get_by_role("link", name="On", exact=True).click()
    page.get_by_role("heading", name="Not here").wait_for()
    page.go_back()
    page.wait_for_load_state()
    assert page.input_value("#words") == "Two lorries wait at Mohan"


def test_what_has_arrived_does_not_come_back(open_page, counter):
    page = open_page("/writing/")
    _send_and_come_back(page, counter)
    counter.pages = {**counter.pages, "/refused/": counter.pages["/sent/"]}
    page.get_by_role("button", name="Send").click()
    page.get_by_role("heading", name="It has arrived").wait_for()
    page.wait_for_load_state()
    assert "landsea" not in page.evaluate("JSON.stringify(sessionStorage)")


def test_an_address_opened_afresh_is_an_empty_form(open_page, counter):
    page = open_page("/writing/")
    _send_and_come_back(page, counter)
    page.goto(counter.address + "/plain/")
    page.goto(counter.address + "/writing/")
    assert page.input_value("#words") == ""
