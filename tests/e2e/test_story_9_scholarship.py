"""Story 9: a student registers for a scholarship, comes onto the waiting list, and moves up when somebody withdraws."""

from datetime import UTC, datetime, timedelta

from .acting import link_of, main_button, sign_in

ORGANISER = "holder@help.cn-chongqing-commerce.example.org"


def test_a_student_waits_and_moves_up(open_device, installation, size):
    title = f"Railway scholarship for the {size}"
    organiser = open_device("en")
    sign_in(organiser, installation, ORGANISER)
    page = organiser.open("/exchange/new/?kind=scholarship")
    page.select_option("[name=kind]", "scholarship")
    page.fill("[name=title]", title)
    page.fill("[name=firm]", "Demo Railway College")
    page.fill("[name=name]", "Mei Demo")
    page.fill("[name=email]", f"college.{size}@schools.example.org")
    page.select_option("[name=country]", "CN")
    page.fill("[name=capacity]", "1")
    page.fill("[name=register_by]", (datetime.now(UTC) + timedelta(days=30)).date().isoformat())
    _send(organiser, "main form:has([name=title])")

    first, second = open_device("en"), open_device("en")
    links = [
        _register(device, title, f"student{number}.{size}@schools.example.org")
        for number, device in enumerate((first, second))
    ]
    assert "you have a place" in first.page.locator("main").inner_text()
    assert "number 1 in the line" in second.page.locator("main").inner_text()
    second.check("registration-waiting")

    organiser.open("/exchange/?q=" + title.replace(" ", "+")).get_by_role("link", name=title).click()
    organiser.page.click("a[href$='/registrations/']")
    organiser.check("registrations")
    organiser.expect_refusal()
    organiser.page.fill("[name=capacity]", "0")
    _send(organiser, "form[action$='/capacity']")
    assert organiser.page.locator("main .notice.refused").count() == 1
    assert organiser.page.input_value("[name=capacity]") == "0"

    first.open(links[0])
    _send(first, "form[action$='/withdraw']")
    assert "you have a place" in second.open(links[1]).locator("main").inner_text()
    second.check("registration-moved-up")
    installation.mail_to(f"student1.{size}@schools.example.org")


def _register(device, title: str, address: str) -> str:
    page = device.open("/exchange/?q=" + title.replace(" ", "+"))
    page.get_by_role("link", name=title).click()
    page.click("a[href$='/register/']")
    page.fill("[name=name]", "Dao Demo")
    page.fill("[name=email]", address)
    page.select_option("[name=country]", "LA")
    page.check("[name=consent]")
    device.check("register")
    _send(device, "main form:has([name=consent])")
    return link_of(device)


def _send(device, form: str) -> None:
    with device.page.expect_navigation():
        main_button(device.page.locator(form).first).click()
