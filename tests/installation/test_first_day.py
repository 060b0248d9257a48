"""An installation's first day without the demonstration, played through pages only: whoever acts here has followed a link or
pressed a button that a page showed.
"""

import re

import pytest
from django.core.management import call_command
from django.urls import reverse
from tests.installation.visitor import Visitor, invited

from landsea.base.audit.verify import find_broken_entries
from landsea.cases.tests.address_only import answer_by_link, confirm_an_address

pytestmark = pytest.mark.django_db
REF = re.compile(r"LS-\d{4}-\d+")
MEMBERS_PROBLEM = "The fee for the scanner was asked twice from our lorry."
PROBLEM = "Two lorries of durian wait at Mohan. The plant quarantine does not accept our laboratory report."
FEES_PROBLEM = "At Boten we are asked for a fee for weighing that no list names."
FEES_ANSWER = "The fee is not due; you get it back at the counter."
FEES_ADDRESS = "counter@example.org"
ANSWER = "Send the report of the laboratory in Kunming; the lorries are looked at this afternoon."


@pytest.fixture
def empty(settings, db):
    """An installation with the reference directory and nobody in it."""
    settings.DEMO = False
    call_command("load_reference", verbosity=0)


@pytest.fixture
def coordinator(empty, capsys) -> Visitor:
    """The first coordinator, who came in by the link that the operator's command printed."""
    call_command("first_coordinator", name="Wen First", email="wen@example.org")
    link = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("http"))
    return Visitor("coordinator", "wen@example.org").come_in(link)


def appoint(by: Visitor, part: str, name: str, email: str, unit: str = "") -> None:
    """Appoint somebody by the pages: the part is chosen, then the unit is looked for and picked."""
    by.open(reverse("people")).follow("Appoint somebody").follow(part)
    typed = {"name": name, "email": email, "why": "letter of the ministry"}
    if unit:
        by.send("Appoint and tell", status=422, unit=unit, **typed)  # without a script the offers come with the answer
        by.send("Appoint and tell", unit_code=unit, **typed)
    else:
        by.send("Appoint and tell", **typed)
    assert "is appointed and told by mail" in by.text


def file_case(text: str, **more) -> str:
    """File as a stranger and return the number of the case."""
    filer = Visitor("filer").open(reverse("file_case"))
    typed = {"text": text, "name": "Lan", "email": "lan@example.org", "visibility": "named"} | more
    values = {field.get("name"): True for field in filer.page.iter("input", "select", "textarea")}
    filer.send("Send", **{name: value for name, value in typed.items() if name in values})
    return REF.search(filer.said()).group()


def make_an_office_with_a_desk(coordinator: Visitor) -> None:
    """Describe an office that no reference file has, with one desk whose address is asked to confirm."""
    coordinator.open(reverse("units")).follow("New office")
    coordinator.send("Save", country="LA", kind="customs", name_en="River Gate Customs", why="decree 12")
    coordinator.follow("New desk")
    what = {"row-0-matter": "customs_clearance|"}
    coordinator.send("Save", name_en="Fees", email="fees@example.org", why="decree 12", **what)
    assert "is asked by mail to confirm" in coordinator.text


def appoint_everybody(coordinator: Visitor) -> dict[str, Visitor]:
    """Appoint one person to every part, two heads of two countries among them, and let all come in; return them by part."""
    appoint(coordinator, "head of an office", "Hao Head", "head@example.org", "cn-mohan-quarantine")
    head = invited("head", "head@example.org")
    appoint(head, "holder of a desk", "Jing Holder", "jing@example.org", "cn-mohan-quarantine.plant")
    appoint(head, "deputy at a desk", "Lei Deputy", "lei@example.org", "cn-mohan-quarantine.plant")
    appoint(coordinator, "head of an office", "Noy Head", "noy@example.org", "la-river-gate-customs")
    appoint(coordinator, "holder of a desk", "Kham Holder", "kham@example.org", "la-river-gate-customs.fees")
    appoint(coordinator, "clerk of an association", "Minh Clerk", "minh@example.org", "vn-vcci")
    appoint(coordinator, "observer of a country", "Thu Observer", "thu@example.org", "vn-embassy-beijing")
    appoint(coordinator, "operator", "Ravi Operator", "ravi@example.org")
    appoint(coordinator, "editor of facts", "Mei Editor", "mei@example.org")
    appoint(coordinator, "coordinator", "Yan Second", "yan@example.org")
    addresses = {
        "holder": "jing@example.org",
        "deputy": "lei@example.org",
        "other head": "noy@example.org",
        "other holder": "kham@example.org",
        "clerk": "minh@example.org",
        "observer": "thu@example.org",
        "operator": "ravi@example.org",
        "editor": "mei@example.org",
    }
    people = {part: invited(part, address) for part, address in addresses.items()}
    return people | {"head": head, "coordinator": coordinator}


def file_for_a_member(clerk: Visitor) -> str:
    """Put a member into the chamber's register, file for it, and return the number of the case."""
    assert "No member yet" in clerk.open(reverse("association_members")).text
    clerk.send("Add", party="Red River Fruit", country="VN", email="fruit@example.org")
    clerk.follow("File a case")
    member = next(field.get("value") for field in clerk.page.iter("input") if field.get("name") == "members")
    typed = {
        "members": member,
        "text": MEMBERS_PROBLEM,
        "visibility": "coordinator_only",
        "news": "us",
        "country": "CN",
    }
    return REF.search(clerk.send("Check before sending", **typed).send("Send").said()).group()


def who_opens(case: str, people: dict[str, Visitor], words: str) -> set[str]:
    """Return who opens a case; everybody else gets 403 or 404 and not a word of it."""
    found = set()
    for part, person in people.items():
        answer = person.client.get(reverse("case", args=[case]))
        assert answer.status_code in (200, 403, 404), part
        assert (words in answer.content.decode()) is (answer.status_code == 200), part
        found |= {part} if answer.status_code == 200 else set()
    return found


def test_the_first_day(coordinator):
    make_an_office_with_a_desk(coordinator)
    people = appoint_everybody(coordinator)
    holder, head, clerk, observer = (people[part] for part in ("holder", "head", "clerk", "observer"))

    # Everybody's first page says in its empty state what comes or what to do.
    assert observer.where == reverse("country", args=["VN"]) and "No firm of this country" in observer.text
    assert clerk.where == reverse("association_page") and "register" in clerk.text
    other_head = people["other head"]
    assert other_head.where == reverse("headed_offices") and "No case is late at your desks." in other_head.text
    assert people["operator"].where == reverse("deliveries") and people["editor"].where == reverse("rule_editing")
    coordinator.open(reverse("invitations"))
    assert coordinator.text.count("@example.org") == 1, "only the second coordinator has not come yet"

    # A case by a stranger reaches the desk, and is answered by the account there.
    ref = file_case(
        PROBLEM, place_text="Mohan", country="CN", goods="durian", filer_country="VN", matter="plant_health"
    )
    holder.open(reverse("queue")).follow("durian")
    holder.send("Accept this case").send("Send the answer", body=ANSWER)

    # A desk with an address only is asked whether it is the right one, and answers by its mailed link.
    confirm_an_address(coordinator.client, "la-boten-customs.fees", FEES_ADDRESS)
    fees = {"place_text": "Boten", "country": "LA", "filer_country": "CN", "matter": "border_fees"}
    fees_ref = file_case(FEES_PROBLEM, **fees)
    answer_by_link(fees_ref, FEES_ADDRESS, words=FEES_ANSWER)
    assert who_opens(fees_ref, people, FEES_ANSWER) == {"coordinator"}, "no account at that desk"

    # A chamber files for a member.
    members_ref = file_for_a_member(clerk)

    # Each sees what they may, and not more.
    assert who_opens(ref, people, ANSWER) == {"holder", "deputy", "head", "coordinator", "observer"}
    assert who_opens(members_ref, people, MEMBERS_PROBLEM) == {"clerk", "coordinator"}
    assert ref in observer.open(reverse("observed_country")).text and members_ref not in observer.text
    assert ref not in clerk.open(reverse("association_cases")).text and members_ref in clerk.text
    assert PROBLEM not in people["operator"].open(reverse("deliveries")).text

    # An appointment ends, and with it all that it let see, between two requests; the last coordinator stays.
    head.open(reverse("people")).send("End the appointment of Jing Holder", why="rotation")
    assert holder.client.get(reverse("case", args=[ref])).status_code == 302
    coordinator.open(reverse("own_appointments")).send("Lay it down now", why="tired")
    assert "last coordinator" in coordinator.text
    assert not list(find_broken_entries())


PAGES = (
    "home",
    "who",
    "measures",
    "plan",
    "barriers",
    "dialogues",
    "exchange",
    "figures",
    "file_case",
    "account_login",
)


def test_no_page_speaks_of_a_demonstration_and_there_is_none(empty):
    """One installation for all pages: to make it takes longer than to open them."""
    for name in PAGES:
        Visitor("anybody").open(reverse(name))
    for address in ("/demo/", "/demo/people/", "/gallery/"):
        assert Visitor("anybody").client.get(address).status_code == 404, address
