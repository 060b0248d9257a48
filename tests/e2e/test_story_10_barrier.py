"""Story 10: six like cases become a barrier, an agenda item, an agreed action; they are answered together; the barrier closes
when cases stay away and opens by itself when somebody has it again.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from .acting import main_button, sign_in, unfold_more

COORDINATOR = "holder@coordinator.mechanism.example.org"
CHAIRS = {"CN": "holder@help.cn-chongqing-commerce.example.org", "VN": "holder@clearance.vn-customs.example.org"}
WHERE = {
    "phone": ("Mohan", "CNMHN", "cn-mohan-quarantine"),
    "desk": ("Youyi Guan", "CNYYG", "cn-youyi-guan-quarantine"),
}
ZONES = {"CN": "Asia/Shanghai", "LA": "Asia/Vientiane"}


def test_a_barrier_from_its_first_case_to_its_return(open_device, installation, size):
    place, _code, office = WHERE[size]
    filer = open_device("en", script=False)
    numbers = [_file(filer, place, f"Demo Fruit {size} {number}") for number in range(6)]

    coordinator = open_device("en")
    sign_in(coordinator, installation, COORDINATOR)
    barrier = _make_barrier(coordinator, numbers, f"Laboratory reports at {place}")
    dialogue = _convene(coordinator)
    _do(coordinator, "propose_agenda")
    coordinator.check("dialogue")

    chairs = {}
    for country, address in CHAIRS.items():
        chairs[country] = open_device("en")
        sign_in(chairs[country], installation, address)
        chairs[country].open(dialogue)
        _do(chairs[country], "accept_agenda")
    reader = open_device("en")  # somebody without an account, who reads what is public
    assert "agreed by both sides" in reader.open(dialogue).locator("section:has(#agenda)").inner_text()

    china = chairs["CN"]
    china.open(dialogue)
    for box in china.page.locator("[name=present]").all():
        box.check()
    _do(china, "open_minutes")
    _write_decision(china, office, f"Laboratory reports at {place}")
    for chair in chairs.values():
        chair.open(dialogue)
        _do(chair, "agree_line")
    china.open(dialogue)
    china.check("minutes")
    assert "agreed by both sides" in reader.open(dialogue).locator("section:has(#minutes)").inner_text()

    _answer_all(coordinator, barrier, numbers)
    coordinator.open(barrier)
    coordinator.page.locator("section:has(#promised) a").first.click()
    coordinator.page.fill("[name=evidence]", "Notice 12 names the laboratories that count.")
    _send(coordinator, "kept")
    coordinator.check("promise-kept")

    assert "closes on" in reader.open(barrier).locator("main").inner_text()
    _let_days_pass(installation, 70)
    installation.run("review-barriers")
    assert "closed: no new case" in reader.open(barrier).locator("main").inner_text()

    _i_have_this_too(open_device("en"), barrier, size)
    assert "Opened again" in reader.open(barrier).locator("section:has(#line)").inner_text()
    reader.check("barrier")


def _file(filer, place: str, firm: str) -> str:
    page = filer.open("/file/")
    page.fill("[name=text]", "Our durian waits: the laboratory report is not accepted.")
    page.fill("[name=place_text]", place)
    page.select_option("[name=country]", "CN")
    page.fill("[name=goods]", "fresh durian 0810.60")
    unfold_more(page)
    page.select_option("[name=filer_country]", "VN")
    page.select_option("[name=matter]", "laboratory")
    page.check("[name=lane][value=normal]")
    page.check("[name=visibility][value=named]")
    page.fill("[name=party]", firm)
    page.fill("[name=email]", f"{firm.replace(' ', '.').lower()}@filers.example.org")
    page.click("[name=action][value=check]")
    page.click("[name=action][value=send]:visible")
    return page.locator("h1 ~ .lead .reference").inner_text()


def _make_barrier(device, numbers: list[str], title: str) -> str:
    page = device.open("/barriers/proposals/")
    proposed = page.locator("section", has=page.locator(f"a[href='/cases/{numbers[0]}/']"))
    assert all(proposed.locator(f"a[href='/cases/{number}/']").count() == 1 for number in numbers)
    device.check("proposals")
    proposed.locator("a.button").click()
    page.locator("details:not([open])", has=page.locator("[name=title_en]")).locator("summary").click()
    page.fill("[name=title_en]", title)
    page.fill("[name=text_en]", "The gate does not accept reports of some laboratories.")
    with page.expect_navigation():
        main_button(page.locator("main form")).click()
    device.check("barrier-new")
    assert "6 of 6" not in page.locator(".tally").inner_text()
    return page.url[page.url.index("/barriers/") :]


def _convene(device) -> str:
    page = device.open("/dialogues/new/")
    country, begins = _soon()
    page.select_option("[name=kind]", "meeting")
    page.fill("[name=day]", f"{begins:%Y-%m-%d}")
    page.fill("[name=begins]", f"{begins:%H:%M}")
    page.fill("[name=ends]", f"{begins + timedelta(minutes=30):%H:%M}")
    page.select_option("[name=country]", country)
    page.fill("[name=where]", "Room 3")
    page.fill("[name=title_en]", "Working meeting on laboratories")
    with page.expect_navigation():
        main_button(page.locator("main form")).click()
    for code, address in CHAIRS.items():
        _do(device, "invite", country=code, role="chair", name=f"Chair Demo {code}", email=address)
    return page.url[page.url.index("/dialogues/") :]


def _soon() -> tuple[str, datetime]:
    """Return a country and a time there within the next half hour that is not around midnight."""
    for country, zone in ZONES.items():
        begins = datetime.now(UTC).astimezone(ZoneInfo(zone)) + timedelta(minutes=20)
        if begins.hour < 23:
            return country, begins
    raise AssertionError("it is midnight everywhere")


def _write_decision(device, office: str, barrier_title: str) -> None:
    barrier = device.page.locator("[name=barrier] option", has_text=barrier_title).get_attribute("value")
    due = (datetime.now(UTC) + timedelta(days=60)).date().isoformat()
    _do(
        device,
        "write_line",
        form="form:has([name=what])",
        kind="decision",
        text="The list of laboratories is published.",
        what="Publish which laboratories count",
        owner=f"{office}.laboratory",
        due=due,
        success="No case about laboratories for 30 days",
        barrier=barrier,
    )


def _answer_all(device, barrier: str, numbers: list[str]) -> None:
    page = device.open(f"{barrier}answer/")
    page.fill("[name=body]", "The gate accepts the reports of the laboratories in notice 12.")
    with page.expect_navigation():
        main_button(page.locator("main form")).click()
    assert page.locator("main .hairlines > li").count() == len(numbers)
    device.check("answered")
    back = page.locator("form[action$='/back']").first
    page.locator("details", has=back).first.locator("summary").click()
    back.locator("[name=body]").fill("Yours is another report; we answer you by itself.")
    with page.expect_navigation():
        main_button(back).click()
    assert page.locator("main .hairlines .state.waits").count() == 1


def _let_days_pass(installation, days: int) -> None:
    """Move what happened in the story into the past, as if so many days had gone by."""
    with installation.database() as database:
        database.execute("UPDATE cases_case SET filed_at = filed_at - %s::interval", (f"{days} days",))
        database.execute(
            "UPDATE dialogues_actionitem SET done_at = done_at - %s::interval WHERE done_at IS NOT NULL",
            (f"{days} days",),
        )


def _i_have_this_too(device, barrier: str, size: str) -> None:
    page = device.open(barrier)
    page.click("a[href$='/me-too/']")
    page.select_option("[name=filer_country]", "LA")
    page.check("[name=visibility][value=named]")
    page.fill("[name=party]", f"Demo Lao Longan {size}")
    page.fill("[name=email]", f"longan.{size}@filers.example.org")
    device.check("me-too")
    page.click("[name=action][value=check]")
    device.check("me-too-check")
    page.click("[name=action][value=send]:visible")
    page.locator("#secret").wait_for()
    device.check("me-too-sent")


def _do(device, act: str, form: str = "form", **fields: str) -> None:
    """Fill in and send the form of an act at the open dialogue."""
    page = device.page
    found = page.locator(f"{form}[action$='/do/{act}']").first
    folded = page.locator("details:not([open])", has=found)
    if folded.count():
        folded.locator("summary").first.click()
    for name, value in fields.items():
        box = found.locator(f"[name={name}]")
        if box.first.get_attribute("type") == "radio":
            found.locator(f"[name={name}][value={value}]").check()
        elif box.first.evaluate("box => box.tagName") == "SELECT":
            box.select_option(value)
        else:
            box.fill(value)
    with page.expect_navigation():
        main_button(found).click()


def _send(device, end: str) -> None:
    with device.page.expect_navigation():
        main_button(device.page.locator(f"form[action$='/{end}']")).click()
