"""Story 1: an exporter without an account files from a phone, in Vietnamese, and sees first what will happen."""

import re
from dataclasses import replace

from .acting import Problem, fill_in, link_of, pdf, photo, send

DRAGON_FRUIT = Problem(
    text="Xe lạnh chở thanh long của chúng tôi bị giữ ở Mohan từ sáng nay. Kiểm dịch nói giấy chứng nhận thiếu một con dấu.",
    place="Mohan",
    country="CN",
    goods="thanh long",
    matter="plant_health",
    filer_country="VN",
    urgent_because="trái cây tươi đang hỏng",
    name="Lan Mẫu",
    party="Demo Trái Cây Long An",
    email="lan@exporter.example.org",
    papers=[photo("xe.jpg"), photo("giấy.jpg"), pdf("chứng nhận.pdf")],
)


def test_an_exporter_files_in_vietnamese_and_sees_first_where_it_goes(open_device, installation, size):
    device = open_device("vi-VN")
    problem = replace(DRAGON_FRUIT, email=f"lan.{size}@exporter.example.org")
    page = device.open("/")
    assert page.get_attribute("html", "lang") == "vi"
    device.check("home")
    page.click("main a[href='/file/']")
    fill_in(device, problem, lambda number: _look_at(device, number))

    page.locator("#review").scroll_into_view_if_needed()
    page.locator("[name=action][value=send]:visible").wait_for()
    device.check("filing-review")
    review = page.locator("#review")
    assert review.locator(".desk-card h3").inner_text()
    assert review.locator("#review-reasons li").count() >= 1
    assert review.locator("#review-readers li").count() >= 2, "the desk and the coordinator at least"
    deadlines = review.locator("dl dt")
    assert deadlines.count() >= 3
    assert review.locator("dl dd time").count() >= deadlines.count()
    assert review.locator("dl dd .source").count() == deadlines.count(), "each deadline names its calendar"

    send(device)
    device.check("sent")
    number = page.locator(".lead .reference").inner_text()
    assert re.fullmatch(r"LS-\d{4}-\d{6,}", number)
    link = link_of(device)
    mail = installation.mail_to(problem.email)
    body = mail.get_body(("plain",)).get_content()
    assert number in body + mail["Subject"]
    assert link in body
    assert "con dấu" not in body, "a mail never carries the case's words"

    page.click("a[href^='/m/']")
    page.wait_for_url("**/my/**")
    assert link not in page.url
    device.check("mailbox")
    files = page.locator(".message").first.locator("a[href*='/files/']")
    assert files.count() == 3
    with page.expect_download() as download:
        files.first.click()
    assert b"Exif" not in download.value.path().read_bytes(), "the place is taken out of photos"
    assert link.removeprefix("/m/") not in installation.log()


def _look_at(device, question: int) -> None:
    if question == 2:
        chips = device.page.locator("#understood .chip")
        chips.nth(3).wait_for()  # matter, place, country and goods, as the exporter's words were understood
    device.check(f"filing-{question}")


def test_everything_works_without_script(open_device, size):
    device = open_device("vi-VN", script=False)
    page = device.open("/")
    page.click("main a[href='/file/']")
    fill_in(device, replace(DRAGON_FRUIT, email=""))
    page.click("[name=action][value=check]")
    assert page.locator("#review .desk-card h3").inner_text()
    assert page.locator("[name=paper]").count() == 3
    device.check("filing-review")
    page.click("[name=action][value=send]:visible")
    link = link_of(device)
    device.check("sent")
    page.click(f"a[href='{link}']")
    assert page.locator(".message").first.locator("a[href*='/files/']").count() == 3
    page.fill("#words_reply", "Chúng tôi đã gửi bản gốc.")
    page.click("form[action$='/reply'] button.button")
    assert page.locator(".message").count() == 2
    device.check("mailbox")


def test_what_is_missing_is_said_and_nothing_typed_is_lost(open_device):
    device = open_device("vi-VN", script=False)
    device.expect_refusal()
    page = device.open("/file/")
    page.fill("[name=text]", "Hàng kẹt ở cửa khẩu.")
    page.check("[name=lane][value=urgent]")
    page.fill("[name=email]", "không phải địa chỉ")
    page.locator("form.filing").evaluate("form => { form.noValidate = true; }")
    page.click("[name=action][value=check]")
    assert page.locator(".has-fault [name=email]").count() == 1
    assert page.locator(".has-fault [name=lane_reason]").count() == 1
    assert page.input_value("[name=text]") == "Hàng kẹt ở cửa khẩu."
    assert page.input_value("[name=email]") == "không phải địa chỉ"
    device.check("filing-faults")


def test_words_that_cannot_wait_are_asked_about_and_one_press_sends_them_by_the_urgent_lane(open_device, size):
    device = open_device("vi-VN")
    page = device.open("/file/")
    words = "Hai xe thanh long đang hỏng ở Mohan từ hôm qua, xin giúp gấp, hàng sắp thối hết."
    fill_in(
        device,
        replace(DRAGON_FRUIT, text=words, urgent_because="", papers=[], email=f"gap.{size}@exporter.example.org"),
    )
    page.locator("#review").scroll_into_view_if_needed()
    page.locator("#review [value=urgent]").click()

    page.locator("[name=action][value=send]:visible").wait_for()
    assert page.is_checked("[name=lane][value=urgent]") and page.input_value("[name=lane_reason]")
    assert not page.locator("#review [value=urgent]").count()
    device.check("filing-made-urgent")
    if size == "phone":
        questions = page.locator("fieldset.question")
        for step, shown in (("back", 3), ("back", 2), ("on", 3), ("back", 2), ("on", 3), ("on", 4)):
            page.click(f"[data-step={step}]")
            questions.nth(shown).wait_for()
            assert page.locator("fieldset.question:visible").count() == 1
    send(device)
