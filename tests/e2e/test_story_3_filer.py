"""Story 3: the filer comes back by the link, replies, disputes, confirms, reopens; under a pseudonym nobody learns who."""

from dataclasses import replace

import pytest

from .acting import Problem, act, file_problem, photo, sign_in
from .test_story_12_rules import mails_to

HOLDER = "holder@clearance.cn-youyi-guan-customs.example.org"
FAMILY, ADDRESS, FIRM = "Dragonfruitson", "hidden.one@exporter.example.org", "Secretive Fruit Long An"

CLEARANCE = Problem(
    text="Our lorry is held at Youyi Guan: customs say that the declaration names another number plate.",
    place="Youyi Guan",
    country="CN",
    goods="jackfruit",
    matter="declaration",
    filer_country="VN",
    name=FAMILY,
    party=FIRM,
)


def _to_an_outcome(device, number: str, said: str) -> None:
    device.open(f"/cases/{number}/")
    if device.page.locator("form[action$='/accept']").count():
        act(device, "accept")
    if device.page.locator("form[action$='/answer']").count():
        act(device, "answer", body=said)
    act(device, "propose_outcome", outcome="workaround", body=said)


@pytest.mark.parametrize("who", ["named", "pseudonymous"])
def test_a_filer_follows_the_case_by_the_link_alone(open_device, installation, size, who):
    filing = open_device("en")
    number, link = file_problem(
        filing,
        replace(CLEARANCE, who=who, name=f"{FAMILY} {who}", party=f"{FIRM} {who}", email=f"{who}.{size}.{ADDRESS}"),
    )
    filer = open_device("zh-CN")
    page = filer.open(link)
    assert page.url.endswith(f"/my/{number}/")
    page.set_input_files("form[action$='/reply'] [name=papers]", [photo("plate.jpg")])
    page.locator("form[action$='/reply'] [name=paper]").wait_for(state="attached")
    act(filer, "reply", body="This is the plate as it stands on the lorry.")
    assert page.locator(".message").last.locator("a[href*='/files/']").count() == 1
    filer.check(f"mailbox-{who}")

    holder = open_device("en")
    sign_in(holder, installation, HOLDER)
    _to_an_outcome(holder, number, "Customs accept a corrected declaration; bring it to window 3.")
    if who == "pseudonymous":
        for path in (f"/cases/{number}/", "/queue/?scope=all"):
            holder.open(path)
            for secret in (f"{FAMILY} {who}", f"{FIRM} {who}", f"{who}.{size}.{ADDRESS}", link.removeprefix("/m/")):
                assert secret not in holder.text(), f"{secret} stands on {path}"
    else:
        assert f"{FAMILY} {who}" in holder.text()

    page.reload()
    filer.check(f"mailbox-outcome-{who}")
    act(filer, "dispute", body="Window 3 was closed all day.")
    assert page.locator("form[action$='/confirm']").count() == 0
    _to_an_outcome(holder, number, "Window 3 is open now.")
    page.reload()
    act(filer, "confirm")
    assert page.locator("form[action$='/reply']").count() == 0
    act(filer, "reopen", body="The next lorry is held for the same reason.")
    assert page.locator("form[action$='/reply']").count() == 1
    filer.check(f"mailbox-reopened-{who}")


def test_who_lost_the_link_has_it_sent_again_or_comes_in_by_the_words(open_device, installation, size):
    filing, address = open_device("en"), f"lost.{size}.{ADDRESS}"
    number, link = file_problem(filing, replace(CLEARANCE, email=address))
    filing.open(link)
    words = filing.open(f"/my/{number}/slip").locator("p > strong.reference").inner_text()
    visitor = open_device("vi")
    visitor.expect_refusal()
    visitor.open(link[:-1] + ("A" if link[-1] != "A" else "B"))
    assert "number plate" not in visitor.text() and visitor.page.locator("form[action='/find/'] #id_what").count() == 1

    page = visitor.open("/")
    page.fill("#id_what", number)
    page.press("#id_what", "Enter")
    assert page.url.endswith(f"/my/{number}/") and "number plate" not in visitor.text()
    visitor.check("mailbox-closed")
    page.locator("form[action='/find/link'] button").click()
    page.locator(".notice.done").wait_for()
    visitor.check("mailbox-link-asked")
    assert link in mails_to(installation, address, 2)[-1]
    page.locator("details:has(#id_words) > summary").click()
    page.fill("#id_words", words)
    page.press("#id_words", "Enter")
    page.wait_for_url(f"**/my/{number}/")
    assert "number plate" in page.locator("main").inner_text()


def test_a_withdrawn_case_is_closed_and_a_new_link_replaces_the_old(open_device, installation, size):
    filing = open_device("en")
    number, link = file_problem(filing, CLEARANCE)
    page = filing.open(link)
    act(filing, "new_link")
    fresh = page.locator("#secret").input_value()
    assert not fresh.endswith(link)
    act(filing, "withdraw", body="Settled with the broker.")
    assert page.locator("form[action$='/withdraw']").count() == 0
    filing.check("mailbox-withdrawn")
    other = open_device("en")
    other.expect_refusal()
    other.open(link)
    assert number not in other.text()
