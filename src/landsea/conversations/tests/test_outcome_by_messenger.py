"""A filer says by messenger whether it is solved: by a number or a button, and opens a closed case again."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from landsea.base.messengers.handling import Received
from landsea.base.messengers.short_wording import write_choices, write_short_words
from landsea.base.outbox.models import Delivery
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.propose_outcome import propose_outcome
from landsea.cases.models import Case, Message
from landsea.cases.possible_acts import list_possible_acts
from landsea.cases.tests.world import DURIAN, make_world
from landsea.conversations.models import Conversation
from landsea.conversations.models.conversation import Stage
from landsea.conversations.tests.driver import NOW, Driver
from landsea.conversations.which_case import choose_case

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def file_by_numbers(driver):
    """File the durian case where people type the numbers of choices; return the case."""
    driver.write(DURIAN)
    for number in ("1", "1"):
        driver.write(number)
    return Case.objects.latest("pk")


def propose(world, case, at):
    """Have the desk answer and propose how the case ended."""
    if "answer" in list_possible_acts(world.actor("holder"), Case.objects.get(pk=case.pk), at):
        answer_case(world.actor("holder"), case.ref, "We looked at the report.", now=at)
    propose_outcome(world.actor("holder"), case.ref, "fixed", "The report counts now.", now=at)
    return Delivery.objects.filter(template="case_outcome").latest("pk")


def test_whether_it_is_solved_is_said_by_number_a_week_later_too(line, world):
    driver = Driver(channel="line", remote="U1", language="th")
    case = file_by_numbers(driver)
    asked = propose(world, case, NOW + timedelta(days=9))
    assert [code for code, _words in write_choices(asked)] == ["1", "2"]
    driver.number = 9 * 24 * 180
    driver.write("2")
    case.refresh_from_db()
    assert case.state == "answered", "a number is an answer to the mail's question here too"
    driver.write("The second lorry still stands.")
    assert driver.choices() == ["1", "2"], "its words are offered to the open case, however long ago it was filed"
    driver.write("1")
    assert Message.objects.latest("pk").body == "The second lorry still stands."
    propose(world, case, NOW + timedelta(days=10))
    driver.write("๑")
    case.refresh_from_db()
    assert (case.state, case.outcome) == ("closed", "fixed")
    driver.write("It stands again.")
    driver.write("1")
    case.refresh_from_db()
    assert case.closed_at is None, "words to a closed case open it again, as by mail"


def test_a_button_says_of_which_case_it_is_solved(telegram, world):
    driver = Driver()
    for press in (None, "say:send", "say:unnamed"):
        driver.write(DURIAN) if press is None else driver.write(choice=press)
    case = Case.objects.get()
    asked = propose(world, case, NOW + timedelta(hours=1))
    buttons = dict(write_choices(asked))
    assert list(buttons) == [f"say:solved:{case.ref}", f"say:unsolved:{case.ref}"]
    words = write_short_words(asked)
    assert "The desk says: fixed" in words and "Confirm if what was stuck moves again" in words and "/m/" in words
    driver.write("The lorry went through at noon.")
    assert driver.choices() == ["say:solved", "say:unsolved", "say:add", "say:new"]
    driver.write(choice="say:add")
    driver.write(choice=f"say:solved:{case.ref}")
    case.refresh_from_db()
    assert (case.state, case.outcome) == ("closed", "fixed")
    assert "closed" in driver.heard()[-1]
    Driver(remote="43").write(choice=f"say:unsolved:{case.ref}")
    case.refresh_from_db()
    assert case.state == "closed", "somebody else's press does nothing"


def test_a_number_after_the_filing_answers_no_question_of_the_form(line, world):
    driver = Driver(channel="line", remote="U1", language="th")
    case = file_by_numbers(driver)
    driver.write("1")
    row = Conversation.objects.get()
    assert (row.case, row.stage, row.pending) == (case, Stage.ADDING, "1")


ANOTHER = f"{DURIAN} It is the second lorry."


def two_that_wait(world, driver):
    """Return two cases that one account filed and whose outcomes wait for its word, with the messages that asked."""
    first = file_by_numbers(driver)
    driver.write("/new")
    driver.write(ANOTHER)
    driver.write("1")
    driver.write("1")
    second = Case.objects.latest("pk")
    asked = [propose(world, one, NOW + timedelta(hours=2)) for one in (first, second)]
    for number, one in enumerate(asked):
        Delivery.objects.filter(pk=one.pk).update(remote_id=f"m{number}")
    driver.number = 3 * 180
    return first, second


def states():
    return list(Case.objects.order_by("pk").values_list("state", flat=True))


def test_a_number_while_two_cases_wait_is_asked_about_and_names_both(line, world):
    driver = Driver(channel="line", remote="U1", language="en")
    first, second = two_that_wait(world, driver)
    driver.write("1")
    assert states() == ["proposed", "proposed"]
    asked = Delivery.objects.filter(template="said").latest("pk")
    assert "Which one is solved?" in asked.facts["text"]
    words = dict(write_choices(asked))
    assert list(words) == ["1", "2"] and words["1"].startswith(first.ref) and words["2"].startswith(second.ref)
    assert len(words["1"]) > len(first.ref) + 5, "what it is about stands beside its number"
    driver.write("2")
    assert states() == ["proposed", "closed"] and driver.heard()[-1].startswith(second.ref)
    driver.write("2")
    assert states() == ["answered", "closed"], "one is left, so it is asked nothing"


def test_words_after_which_case_are_no_choice_and_a_later_question_asks_again(line, world):
    driver = Driver(channel="line", remote="U1", language="en")
    first, _second = two_that_wait(world, driver)
    driver.write("2")
    assert "Which one is not solved?" in driver.heard()[-1]
    asked = Delivery.objects.filter(template="case_outcome").latest("pk")
    Delivery.objects.create(
        once="a reminder",
        stream="x",
        template="case_reminder_filer",
        facts=asked.facts,
        channel="line",
        address="U1",
        not_before=NOW,
        created_at=NOW,
    )
    driver.write("1")
    assert "Which one is solved?" in driver.heard()[-1] and states() == ["proposed", "proposed"]
    driver.write("7")
    assert states() == ["proposed", "proposed"]


def test_a_number_that_quotes_a_message_is_about_its_case(line, world):
    driver = Driver(channel="line", remote="U1", language="en")
    first, _second = two_that_wait(world, driver)
    driver.write("1", quoted="m0")
    assert states() == ["closed", "proposed"] and driver.heard()[-1].startswith(first.ref)


def test_a_quick_reply_is_about_the_message_that_it_stands_below(line, world):
    driver = Driver(channel="line", remote="U1", language="en")
    two_that_wait(world, driver)
    driver.write(choice="1")
    assert states() == ["proposed", "closed"]


def test_words_that_quote_a_message_go_to_its_case(line, world):
    driver = Driver(channel="line", remote="U1", language="en")
    first, _second = two_that_wait(world, driver)
    driver.write("The seal is still missing.", quoted="m0")
    assert first.ref in driver.heard()[-1] and Conversation.objects.get(ended_at=None).case == first
    driver.write("2")
    assert Message.objects.filter(case=first).latest("pk").body == "The seal is still missing."
    assert states() == ["answered", "proposed"]


def test_what_an_account_was_told_last_is_read_from_an_index():
    received = Received(channel="telegram", remote="42", key="k", at=NOW, text="1")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    with CaptureQueriesContext(connection) as asked:
        choose_case(received, [])
    (sql,) = [one["sql"] for one in asked]
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        plan = "\n".join(line for (line,) in cursor)
    assert "delivery_told_last" in plan and "Sort" not in plan, plan
