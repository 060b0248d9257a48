"""Story 6: the coordinator sees what would fall through, gives it to a desk, hands on, blacks out, opens the original."""

from dataclasses import replace

from .acting import Problem, act, file_problem, sign_in

SIZE = "desk"
COORDINATOR = "holder@coordinator.mechanism.example.org"
NEW_DESK = "cn-chongqing-commerce.help"
NAMED_PLACE = "Demo Arbitration Centre, Chongqing"
ACCOUNTABLE = "main p:has(> strong):has(> time) > strong"
TOO_MUCH = "4929 0000 0000 6789"

NOBODYS = Problem(
    text=f"The buyer does not pay, he has my card {TOO_MUCH}, and nobody tells me where to turn.",
    place="",
    country="",
    goods="",
    matter="-",
    name="Somchai Demo",
)


def test_the_coordinator_lets_nothing_fall_through(open_device, installation, size):
    filer = open_device("en")
    number, link = file_problem(filer, NOBODYS)
    other_number, _link = file_problem(filer, replace(NOBODYS, text="My buyer does not pay. Who can help?"))
    device = open_device("en")
    sign_in(device, installation, COORDINATOR)
    page = device.open("/board/")
    assert page.locator(f"#with_us .queue-row:has-text('{number}')").count() == 1
    device.check("board")
    page.locator(f"#with_us .queue-row:has-text('{number}') a[data-row]").click()
    device.check("case-coordinator")

    act(device, "link", other=other_number)
    assert page.locator(f"a[href='/cases/{other_number}/']").count() == 1
    act(device, "redact", words=TOO_MUCH, reason="a card number")
    assert TOO_MUCH not in device.text()
    filer.open(link)
    assert TOO_MUCH not in filer.text()
    opening = page.locator("form[action*='/originals/']")
    opening.locator("button").click()
    page.get_by_text(TOO_MUCH).first.wait_for()
    device.check("original")

    page = device.open(f"/cases/{number}/")
    ours = page.locator(ACCOUNTABLE).inner_text()
    act(device, "reassign", desk=NEW_DESK, reason="It helps exporters with buyers.")
    page = device.open(f"/cases/{number}/")
    assert page.locator(ACCOUNTABLE).inner_text() != ours
    page = device.open("/board/")
    assert page.locator(f"#with_us .queue-row:has-text('{number}')").count() == 0

    device.open(f"/cases/{other_number}/")
    act(device, "hand_on", place=NAMED_PLACE, body="This centre settles disputes about payment.")
    page = device.open(f"/cases/{other_number}/")
    assert NAMED_PLACE in page.locator("main").inner_text()
    device.check("case-handed-on")
