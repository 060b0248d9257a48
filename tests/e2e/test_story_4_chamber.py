"""Story 4: a chamber files for its members from a spreadsheet: a row to repair is named, then all of it goes or nothing."""

import csv
import io

from .acting import add_member, sign_in

SIZE = "desk"
CLERK = "clerk@vn-vcci.example.org"
HEADERS = ("Member", "What happened", "Where", "Country", "Goods", "Happened on", "Who may know")


def _sheet(*rows: tuple[str, ...]) -> dict:
    text = io.StringIO()
    csv.writer(text).writerows([HEADERS, *rows])
    return {"name": "cases.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode()}


def _read(device, sheet: dict) -> None:
    page = device.open("/association/bulk/")
    page.set_input_files("[name=sheet]", sheet)
    page.locator("form:has([name=sheet]) button[type=submit]").click()
    page.wait_for_url("**/association/bulk/*/")


def test_a_chamber_files_for_members_from_a_spreadsheet(open_device, installation, size):
    clerk = open_device("vi-VN")
    sign_in(clerk, installation, CLERK)
    first, second = f"Demo Dragon Fruit {size}", f"Demo Cashew {size}"
    for name in (first, second):
        add_member(clerk, name)
    clerk.check("members")
    page = clerk.open("/association/bulk/")
    clerk.check("bulk")

    story = f"Thanh long bị giữ ở {size} vì giấy kiểm dịch."
    dragon = (first, story, "Mohan", "China", "thanh long", "", "named")
    broken = (second, "Hạt điều bị giữ ở cảng.", "Qinzhou", "Atlantis", "hạt điều", "2026-99-01", "")
    _read(clerk, _sheet(dragon, broken))
    faulty = page.locator("tr.has-fault")
    assert faulty.count() == 1
    assert faulty.locator("td[data-label] .fault").count() == 2, "one sentence for the country, one for the day"
    assert second in faulty.inner_text()
    assert page.locator("[name=leave_out]").count() == 1
    clerk.check("bulk-faults")
    clerk.open("/association/")
    assert page.get_by_text(story).count() == 0, "a preview files nothing"

    repaired = (second, "Hạt điều bị giữ ở cảng.", "Qinzhou", "China", "hạt điều", "2026-10-01", "")
    _read(clerk, _sheet(dragon, repaired))
    assert page.locator("tr.has-fault").count() == 0
    clerk.check("bulk-preview")
    page.locator("form:has([name=news]) button[type=submit]").click()
    numbers = page.locator("td a.reference")
    numbers.nth(1).wait_for()
    assert numbers.count() == 2
    clerk.check("bulk-filed")

    number = numbers.first.inner_text()
    page = clerk.open("/association/")
    assert page.get_by_text(number).count() == 1
    clerk.check("association")
    page = clerk.open(f"/cases/{number}/")
    assert page.locator("form[action$='/member/reply']").count() == 1
    clerk.check("case-association")

    stranger = open_device("zh-CN")
    stranger.expect_refusal()
    sign_in(stranger, installation, "clerk@cn-ccpit-chongqing-committee.example.org")
    assert stranger.page.goto(f"/cases/{number}/").status == 404, "another chamber's member"
    stranger.open("/association/")
    assert number not in stranger.text()
