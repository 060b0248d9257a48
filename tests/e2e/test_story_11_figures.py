"""Story 11: a growth that does not fit stands as it was said beside the arithmetic, anyone has a sentence recomputed, the
coordinator rules; and an experience from a Vietnamese case is found by a Lao firm in Lao.
"""

from .acting import sign_in

SIZE = "desk"
COORDINATOR = "holder@coordinator.mechanism.example.org"
PHILIPPINES = "/figures/contradictions/growth:F113/"


def test_the_growth_of_24_2_per_cent_is_seen_checked_and_ruled_on(open_device, installation, size):
    visitor = open_device("en")
    page = visitor.open("/figures/")
    visitor.check("figures")
    page.locator("a[href*='chongqing-philippines']").first.click()
    page.locator(".notice.waits:visible").first.wait_for()
    assert page.locator("svg circle").count() == 2
    visitor.check("figure-series")
    page.locator(f"a[href='{PHILIPPINES}']").first.click()
    assert "+30.3 %, not +24.2 %" in page.inner_text("main")
    assert "6.59 -> 8.59" in page.inner_text("main")
    visitor.check("contradiction")
    page = visitor.open("/figures/check/")
    page.fill("[name=text]", "2023年至2025年，重庆与菲律宾贸易额从65.9亿元增长到85.9亿元，增长24.2%。")
    page.locator("main form button[type=submit]").click()
    assert "+30.3 %, not +24.2 %" in page.inner_text("[aria-labelledby=result]")
    visitor.check("statement-check")
    for address in ("/figures/contradictions/", "/figures/mechanism/", "/figures/data/"):
        visitor.open(address)
        visitor.check(address.strip("/").replace("/", "-"))

    coordinator = open_device("en")
    sign_in(coordinator, installation, COORDINATOR)
    page = coordinator.open(PHILIPPINES)
    page.check("[name=verdict][value=error]")
    page.fill("[name=words]", "The growth is that of one year.")
    page.locator("form[action$='/rule/'] button[type=submit]").click()
    page.wait_for_load_state("networkidle")
    visitor.open(PHILIPPINES)
    assert "The growth is that of one year." in visitor.text()


def test_a_statement_is_checked_without_script(open_device, size):
    device = open_device("en", script=False)
    page = device.open("/figures/check/")
    page.fill("[name=text]", "Trade rose from 6.59 to 8.59 bn yuan, up 24.2 %.")
    page.locator("main form button[type=submit]").click()
    assert "would start from 6.92" in page.inner_text("main")
    device.open("/figures/series/ilstc-rail-sea-trains-teu/")
    assert device.page.locator("svg circle").count() == 5
    assert device.page.locator("table tbody tr").count() >= 6


def test_a_lao_firm_finds_in_lao_what_a_coordinator_wrote_from_vietnamese(open_device, installation, size):
    coordinator = open_device("en")
    sign_in(coordinator, installation, COORDINATOR)
    page = coordinator.open("/experiences/edit/new/")
    page.check("[name=kind][value=practice]")
    page.select_option("main select[name=language]", "vi")
    page.select_option("[name=country]", "CN")
    page.locator("main form button[type=submit]").click()
    for language, words in (
        ("vi", ("phiếu kiểm nghiệm nào được nhận", "cửa khẩu không nhận phiếu kiểm nghiệm", "dùng mẫu của hải quan")),
        ("lo", ("ໃບກວດວິເຄາະແບບໃດທີ່ຮັບ", "ດ່ານບໍ່ຮັບໃບກວດວິເຄາະ", "ເອົາໃບກວດຕາມແບບພາສີ")),
    ):
        form = page.locator("form[action$='/wording/']").last
        form.locator("select[name=language]").select_option(language)
        for name, text in zip(("title", "question", "answer"), words, strict=True):
            form.locator(f"[name={name}]").fill(text)
        form.locator("button[type=submit]").click()
        page.wait_for_load_state("networkidle")
    coordinator.check("experience-edit")
    while page.locator("[name=word]").count():
        for box in page.locator("[name=word]").all():
            box.check()
        page.locator("form[action$='/keep/'] button").click()
        page.wait_for_load_state("networkidle")
    page.check("[name=basis][value=own]")
    page.check("[name=read_through]")
    page.locator("form[action$='/publish/'] button").click()
    page.wait_for_load_state("networkidle")

    reader = open_device("lo")
    page = reader.open("/experiences/")
    page.fill("#q", "ໃບກວດວິເຄາະ")
    page.press("#q", "Enter")
    page.wait_for_load_state("networkidle")
    reader.check("experiences-lao")
    page.locator("main li a").first.click()
    assert "ເອົາໃບກວດຕາມແບບພາສີ" in page.inner_text("main")
    page.locator("[name=helped][value=yes]").click()
    page.wait_for_load_state("networkidle")
    assert page.locator("[name=helped][value=yes][aria-pressed=true]").count() == 1
    reader.check("experience-lao")
