"""Story 2: the holder of a desk takes a case from the queue to a proposed outcome; deputy and head can follow it."""

from .acting import Problem, act, file_problem, sign_in

SIZE = "desk"
HOLDER = "holder@plant.cn-mohan-quarantine.example.org"
DEPUTY = "deputy@plant.cn-mohan-quarantine.example.org"
HEAD = "head@cn-mohan-quarantine.example.org"
OTHER_DESK = "cn-mohan-customs.clearance"

RAMBUTAN = Problem(
    text="Our rambutan waits at Mohan: the plant health certificate names the wrong orchard. Who can correct it?",
    place="Mohan",
    country="CN",
    goods="rambutan",
    matter="plant_health",
    filer_country="TH",
    urgent_because="fresh fruit in a lorry",
    name="Malee Demo",
    party="Demo Fruit Chanthaburi",
)


def test_the_holder_takes_a_case_from_the_queue_to_an_outcome(open_device, installation, size):
    filer = open_device("en")
    number, _link = file_problem(filer, RAMBUTAN)
    filer.page.click("a[href^='/m/']")
    mailbox = filer.page

    holder = open_device("en")
    holder.open("/accounts/login/")
    holder.check("sign-in")
    sign_in(holder, installation, HOLDER)
    page = holder.open("/queue/")
    holder.check("queue")
    rows = page.locator(".queue-row")
    dues = rows.locator(".queue-due time").evaluate_all("times => times.map(time => time.dateTime)")
    assert dues == sorted(dues), "what is due next stands first"
    page.locator(f".queue-row:has-text('{number}') a[data-row]").click()
    assert number in page.locator("main .reference").first.inner_text()
    assert "Malee Demo" in holder.text(), "a named filer has a name at the desk"
    holder.check("case")

    act(holder, "accept")
    holder.check("case-accepted")
    act(
        holder, "message", kind="offices", body="OFFICES-ONLY: ask the post in Boten whether the orchard is registered."
    )
    act(holder, "message", kind="internal", body="INTERNAL-NOTE: same exporter as last week.")
    assert page.locator(".message.offices").count() == 1
    assert page.locator(".message.ourselves").count() == 1

    act(holder, "ask_filer", body="Please send the register's page with the orchard's number.")
    holder.check("case-paused")
    mailbox.reload()
    assert mailbox.locator(".notice a[href='#write']").count() == 1, "the filer is told that the clock stands"
    assert "OFFICES-ONLY" not in filer.text()
    assert "INTERNAL-NOTE" not in filer.text()
    act(filer, "reply", body="Here is the number: TH-12-345.")

    page.reload()
    assert "TH-12-345" in page.locator(".message").last.inner_text()
    act(holder, "answer", body="The post accepts a letter of correction from your registry; we have told them.")
    act(holder, "propose_outcome", outcome="fixed", body="The lorry went through at noon.")
    holder.check("case-proposed")
    mailbox.reload()
    assert mailbox.locator("form[action$='/confirm']").count() == 1

    deputy = open_device("en")
    sign_in(deputy, installation, DEPUTY)
    deputy.open(f"/cases/{number}/")
    assert "INTERNAL-NOTE" in deputy.text(), "the deputy is of the same desk"
    deputy.check("case-deputy")


def test_a_desk_hands_a_case_to_the_right_one_and_a_stranger_to_it_finds_nothing(open_device, installation, size):
    filer = open_device("en")
    number, _link = file_problem(filer, RAMBUTAN)
    holder = open_device("en")
    sign_in(holder, installation, HOLDER)
    holder.open(f"/cases/{number}/")
    act(holder, "name_right_desk", desk=OTHER_DESK, reason="The seal is broken, which is for customs.")

    other = open_device("en")
    sign_in(other, installation, "holder@clearance.cn-mohan-customs.example.org")
    other.open("/queue/")
    assert other.page.locator(f".queue-row:has-text('{number}')").count() == 1
    other.open(f"/cases/{number}/")
    assert other.page.locator("form[action$='/accept']").count() == 1

    head = open_device("en")
    sign_in(head, installation, HEAD)
    head.open("/queue/?scope=all")
    head.check("queue-head")

    stranger = open_device("en")
    stranger.expect_refusal()
    sign_in(stranger, installation, "holder@clearance.la-boten-customs.example.org")
    answer = stranger.page.goto(f"/cases/{number}/")
    assert answer.status == 404
    assert "rambutan" not in stranger.text()
