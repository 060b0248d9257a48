"""Story 7: an officer goes on leave and hands over, the coordinator mends a stale contact in three clicks, and a holder
confirms on a phone by the mailed link.
"""

import re
from datetime import date, timedelta

from .acting import main_button, sign_in

COORDINATOR = "holder@coordinator.mechanism.example.org"
HOLDER = "holder@clearance.cn-hekou-customs.example.org"
TAKER = "deputy@clearance.cn-hekou-customs.example.org"
LOST_DESK = "bn-agriculture-agrifood.food"
LINK = re.compile(r"https?://\S+(/who/confirm/\S+)")


def test_an_officer_goes_on_leave_and_hands_over(open_device, installation, size):
    device = open_device("en")
    sign_in(device, installation, HOLDER)
    page = device.open("/who/mine/")
    device.check("my-desks")
    page.click("a[href='/who/leave/']")
    first = date.today() + timedelta(days=60 if size == "desk" else 90)
    page.fill("[name=first_day]", first.isoformat())
    page.fill("[name=last_day]", (first + timedelta(days=6)).isoformat())
    device.check("leave")
    main_button(page.locator("form", has=page.locator("[name=first_day]"))).click()
    page.locator("#leaves li").first.wait_for()

    device.expect_refusal()
    page.fill("[name=first_day]", first.isoformat())
    page.fill("[name=last_day]", first.isoformat())
    main_button(page.locator("form", has=page.locator("[name=first_day]"))).click()
    page.locator(".notice.refused").wait_for()
    assert page.locator("[name=first_day]").input_value() == first.isoformat()
    device.check("leave-refused")

    page = device.open("/handover/")
    page.select_option("[name=taker]", label=f"{installation.sign_in_of(TAKER)['name']} ({TAKER})")
    page.fill("[name=why]", "rotation")
    page.click("[name=step][value=look]")
    page.locator("#preview").wait_for()
    device.check("handover-preview")
    page.click("[name=step][value=move]")
    page.wait_for_url(re.compile(r"/handover/\d+/|/accounts/login/"))

    taker = open_device("en")
    sign_in(taker, installation, TAKER)
    page = taker.open("/who/desks/cn-hekou-customs.clearance/history/")
    taker.check("desk-history")
    assert "rotation" in page.locator("main").inner_text()
    _take_back(taker, installation)


def _take_back(device, installation) -> None:
    """Leave the demo as it was, so that the story can be lived again on another screen."""
    with installation.database() as connection:
        row = connection.execute("SELECT max(id) FROM directory_handover WHERE undone_at IS NULL").fetchone()
    page = device.open(f"/handover/{row[0]}/")
    device.check("handover")
    page.locator("form[action$='/back'] button").click()
    page.locator(".notice.tells").wait_for()


def test_a_stale_contact_is_mended_in_three_clicks_and_confirmed_on_a_phone(open_device, installation, size):
    coordinator = open_device("en")
    sign_in(coordinator, installation, COORDINATOR)
    page = coordinator.open("/board/")
    lost = page.locator("#stale li").first
    coordinator.check("board-stale")
    lost.locator("a.button").click()  # the first click
    page.locator("[name=why]").first.wait_for()
    coordinator.check("contact")
    address = f"food-{size}@demo.example.org"
    page.fill("[name=email]", address)
    page.locator("form:has([name=email]) [name=why]").fill("asked by telephone")
    main_button(page.locator("form", has=page.locator("[name=email]"))).click()  # the second
    page.locator("#contacts").wait_for()
    coordinator.check("desk-people")

    mail = installation.mail_to(address)
    link = LINK.search(mail.get_body(("plain",)).get_content()).group(1)
    holder = open_device("en", script=False)
    page = holder.open(link)
    assert address in page.locator("#facts").inner_text()
    holder.check("confirm")
    page.click("[name=act][value=confirm]")
    page.wait_for_url("**/who/thanks/confirmed/**")
    holder.check("confirmed")
    holder.expect_refusal()
    assert holder.open(link).locator("h1").inner_text() != ""
    page = coordinator.open(f"/who/desks/{LOST_DESK}/people/")
    assert page.locator("#contacts li", has_text=address).locator(".state.done").count() == 1
    _lose_again(installation, address)


def _lose_again(installation, address: str) -> None:
    """Let the contact be lost again for the story on another screen."""
    with installation.database() as connection:
        found = connection.execute("SELECT id FROM directory_contact WHERE email = %s", [address]).fetchone()
        connection.execute(
            "INSERT INTO directory_evidence (contact_id, kind, at, note) VALUES (%s, 'bounced', now(), 'story')", found
        )
        connection.execute(
            "INSERT INTO directory_confirmationrequest (contact_id, asked_at, rung, ended_by)"
            " VALUES (%s, now() - interval '40 days', 'coordinator', '')",
            found,
        )
