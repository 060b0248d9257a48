"""Story 16: a desk answers citing a rule it searched for; the filer sees the rule with its act; a change answers many."""

from .acting import Problem, act, file_problem, main_button, sign_in

SIZE = "desk"
HOLDER = "holder@plant.cn-mohan-quarantine.example.org"
AUTHOR, SECOND = "holder@coordinator.mechanism.example.org", "deputy@coordinator.mechanism.example.org"

DURIAN = Problem(
    text="Our durian waits at Mohan: the officer does not accept the number of our packing house. Which list counts?",
    place="Mohan",
    country="CN",
    goods="durian 0810.60",
    matter="plant_health",
    filer_country="VN",
    urgent_because="fresh fruit in a lorry",
    name="Hoa Demo",
    party="Demo Durian Dak Lak",
    email="durian@firm.example.org",
)


def publish_a_change(open_device, installation, words: str) -> None:
    """Two editors publish a change of the protocol on Vietnamese durian."""
    author, second = open_device("en"), open_device("en")
    sign_in(author, installation, AUTHOR)
    page = author.open("/rules/edit/M012/")
    page.fill("[name=summary]", words)
    page.fill("[name=why]", "Seen in the notice.")
    page.locator("form:has([name=requires]) button").click()
    page.wait_for_url("**/rules/version/*/")
    sign_in(second, installation, SECOND)
    second.open(page.url)
    second.page.locator("button[value=approve]").click()
    second.page.wait_for_load_state("networkidle")


def test_a_desk_cites_a_rule_and_answers_many_when_it_changes(open_device, installation, size):
    filer, waiting = open_device("lo"), open_device("zh-CN")
    number, _link = file_problem(filer, DURIAN)
    filer.page.click("a[href^='/m/']")
    other, _link = file_problem(waiting, DURIAN)
    holder = open_device("en")
    sign_in(holder, installation, HOLDER)
    page = holder.open(f"/cases/{number}/")
    act(holder, "accept")
    form = page.locator("form[action$='/answer']")
    page.locator("details", has=form).locator("summary").first.click()
    form.locator("[name=body]").fill("The list of packing houses of the customs administration counts.")
    form.locator("[name=cites][value=M012]").check()
    form.locator("[name=rule_words]").fill("inspection site")
    form.locator("[name=find_rules]").click()
    form.locator("[name=cites][value=M113]").check()
    assert form.locator("[name=cites][value=M012]").is_checked(), "a search keeps what was picked"
    assert "packing houses" in form.locator("[name=body]").input_value(), "and what was typed"
    holder.check("answer-cites")
    with page.expect_navigation():
        main_button(form).click()
    assert page.locator(".cites li").count() == 2
    holder.check("case-cited")
    filer.page.reload()
    assert filer.page.locator(".cites a[href^='/rules/measure/M012/']").count() == 1
    filer.check("mailbox-cited")

    publish_a_change(open_device, installation, f"Only lists of this year count, {size}.")
    page = holder.open("/rules/answers/")
    holder.check("rule-answers")
    page.locator("main a[href*='/rules/version/']").first.click()
    page.locator("[name=case]").first.wait_for()
    assert other in page.locator("main").inner_text()
    holder.check("answer-touched")
    page.fill("[name=body]", "Only the list of this year counts.")
    page.locator("main form[method=post] button.button").last.click()
    page.wait_for_url("**/rules/answers/*/")
    holder.check("answered-touched")
    filer.page.reload()
    assert filer.page.locator(".cites .state").count() >= 1, "the earlier answer says that its rule changed"
    filer.check("mailbox-changed")
