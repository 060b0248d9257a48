"""Story 8: a Lao brewery and a Chongqing importer are introduced by their desks; nobody's address shows before."""

from .acting import link_of, main_button, sign_in

LAO_DESK = "holder@invest.la-investment-committee.example.org"
CHINA_DESK = "holder@invest.cn-cipa.example.org"


def test_a_brewery_and_an_importer_are_introduced_by_their_desks(open_device, installation, size):
    beer, brewery_mail, importer_mail = (
        f"Rice beer of {size}",
        f"brewery.{size}@firms.example.org",
        f"importer.{size}@firms.example.org",
    )
    brewery = open_device("en")
    mine = _offer(brewery, beer, brewery_mail)
    brewery.check("exchange-mine")

    lao_desk = open_device("en")
    sign_in(lao_desk, installation, LAO_DESK)
    lao_desk.open("/exchange/moderation/").get_by_text(beer).click()
    _send(lao_desk, "form[action$='/do/show']")

    importer = open_device("en")
    page = importer.open(f"/exchange/?q={beer.replace(' ', '+')}")
    importer.check("exchange-board")
    page.get_by_role("link", name=beer).click()
    importer.check("exchange-listing")
    assert brewery_mail not in importer.text() and "Highland" not in importer.text()
    page.click("a[href$='/ask/']")
    asked = _ask(importer, importer_mail)

    assert importer_mail not in brewery.open(mine).content()
    china_desk = open_device("en")
    sign_in(china_desk, installation, CHINA_DESK)
    for desk in (china_desk, lao_desk):
        desk.open("/exchange/introductions/").get_by_text(beer).first.click()
        desk.check("exchange-introduction")
        _send(desk, "form[action$='/vouch']")

    page = brewery.open(mine)
    assert "Demo Hotpot Trading" in page.content() and importer_mail not in page.content()
    brewery.check("exchange-wants-to-meet")
    with page.expect_navigation():
        page.click("[name=answer][value=yes]")
    assert importer_mail in page.content()
    assert brewery_mail in importer.open(asked).content()
    importer.check("exchange-introduced")
    assert asked.rsplit("/", 1)[1] not in installation.log() and mine.rsplit("/", 1)[1] not in installation.log()

    mail = installation.mail_to(importer_mail)
    assert brewery_mail not in mail.get_body(("plain",)).get_content()


def _offer(device, title: str, address: str) -> str:
    page = device.open("/exchange/new/")
    device.check("exchange-new")
    page.select_option("[name=kind]", "goods_offered")
    page.fill("[name=title]", title)
    page.fill("[name=text]", "Ten containers a month.")
    page.fill("[name=hs]", "2203.00")
    page.fill("[name=firm]", "Demo Highland Brewery")
    page.fill("[name=name]", "Noy Demo")
    page.fill("[name=email]", address)
    page.select_option("[name=country]", "LA")
    page.check("[name=for_countries][value=CN]")
    _send(device, "main form:has([name=title])")
    return link_of(device)


def _ask(device, address: str) -> str:
    page = device.page
    page.fill("[name=firm]", "Demo Hotpot Trading")
    page.fill("[name=name]", "Hao Demo")
    page.fill("[name=email]", address)
    page.select_option("[name=country]", "CN")
    page.fill("[name=message]", "We sell beer in forty restaurants of Chongqing.")
    page.check("[name=consent]")
    device.check("exchange-ask")
    _send(device, "main form:has([name=message])")
    return link_of(device)


def _send(device, form: str) -> None:
    with device.page.expect_navigation():
        main_button(device.page.locator(form).first).click()
