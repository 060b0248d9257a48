"""A filer says by messenger whether it is solved: by a number or a button, and opens a closed case again."""

from datetime import timedelta

import pytest

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
