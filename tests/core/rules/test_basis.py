"""What carries a verdict: a rule that names these goods from this origin, or general rows only; and what nobody looked at."""

from datetime import date

import pytest

from landsea_core.rules import Book, GateAnswer, Shipment, VerdictBasis, ask_gate, describe_verdict, say_answer
from landsea_core.rules.coverage import Coverage

from .making import measure

DAY = date(2026, 8, 1)
PHONE = Shipment("851713", "VN", "CN", (), "sea")
STARCH = Shipment("110814", "LA", "CN", (), "rail")
DOOR = measure("G", "admits", hs=["85", "11"], kind="licence_permit")
ALL_FIVE = {
    "ban_suspension",
    "licence_permit",
    "establishment_registration",
    "sps_test",
    "conformity_labelling",
}


def ask(*measures, shipment=PHONE):
    return ask_gate(Book(measures), shipment, DAY)


def kinds(answer):
    return set(answer.not_looked_at)


def test_an_open_door_for_all_origins_carries_no_permission_of_its_own():
    answer = ask(DOOR)
    assert answer.answer is GateAnswer.ALLOWED_WITH
    assert answer.basis is VerdictBasis.GENERAL


@pytest.mark.parametrize(("effect", "basis"), [("admits", "named"), ("requires", "named"), ("eases", "named")])
def test_a_rule_that_names_goods_and_origin_carries_it(effect, basis):
    assert ask(measure("P", effect, hs=["8517"], origin=["VN"])).basis == basis


def test_a_rule_for_other_ways_or_on_leaving_does_not():
    by_air = measure("P", "admits", hs=["8517"], origin=["VN"], modes=["air"])
    leaving = measure("X", hs=["8517"], origin=["VN"], destination=[], direction="export", country="VN")
    assert ask(DOOR, by_air, leaving).basis is VerdictBasis.GENERAL


def test_what_is_stopped_or_unknown_has_no_basis():
    assert ask().basis is None
    assert ask(measure("B", "forbids", hs=["8517"])).basis is None
    assert not ask().not_looked_at


def test_an_admission_by_name_stands_for_what_comes_in_and_not_for_what_may_leave_or_pass():
    named = measure("P", "admits", hs=["8517"], origin=["VN"])
    assert ask(named).not_looked_at == ("leaving_origin",)
    through_laos = Shipment("851713", "VN", "CN", ("LA",), "road")
    answer = ask(named, shipment=through_laos)
    assert answer.not_looked_at == ("leaving_origin", "passing_through")
    assert str(say_answer(answer)).startswith("These goods may come in")
    said = [one["what"] for one in describe_verdict(answer)["unknown"]]
    assert any("leave the country of origin" in one and "pass through" in one for one in said)


def test_where_nothing_is_asked_of_what_comes_in_the_way_is_named_too():
    answer = ask(measure("P", "admits", hs=["8517"], origin=["VN"], requires=[]))
    assert answer.answer is GateAnswer.ALLOWED
    assert "nothing special is needed there" in str(say_answer(answer))


def test_maize_of_myanmar_is_named_by_china_and_its_leaving_is_said(book):
    """A stranger's question found it allowed without a word of Myanmar's licence."""
    maize = ask_gate(Book(book.measures, Coverage()), Shipment("100590", "MM", "CN", (), "road"), DAY)
    assert (maize.basis, maize.not_looked_at) == (VerdictBasis.NAMED, ("leaving_origin",))
    assert "M7837" in {one.measure.code for one in maize.requires}


def test_kinds_that_nobody_looked_through_are_named():
    assert kinds(ask(DOOR)) == {"ban_suspension", "licence_permit", "conformity_labelling", "leaving_origin"}
    assert kinds(ask(DOOR, shipment=STARCH)) == ALL_FIVE | {"leaving_origin"}


def test_a_row_on_file_is_no_look():
    """It may have been met by chance: only a look that somebody wrote down says that the rest was read too."""
    standards = measure("S", hs=["8509"], kind="conformity_labelling")
    controls = measure("X", hs=["8541"], origin=["VN"], destination=[], direction="export", country="VN")
    assert kinds(ask(DOOR, standards, controls)) == kinds(ask(DOOR))


def test_the_plain_data_carry_both_and_say_it_in_words():
    data = describe_verdict(ask(DOOR))
    assert (data["verdict"], data["basis"]) == ("allowed_with", "general")
    assert data["not_looked_at"] == ["ban_suspension", "licence_permit", "conformity_labelling", "leaving_origin"]
    said = [one["what"] for one in data["unknown"]]
    assert any("not looked systematically" in one and "bans and stops" in one for one in said)


def test_the_book_says_so_for_what_it_knows_in_general_only(book):
    fridge = describe_verdict(ask_gate(book, Shipment("841810", "CN", "MM", (), "road"), DAY))
    durian = describe_verdict(ask_gate(book, Shipment("081060", "TH", "CN", ("LA",), "rail"), DAY))
    assert (fridge["basis"], durian["basis"]) == ("general", "named")
    assert set(durian["not_looked_at"]) < set(fridge["not_looked_at"]) | {"passing_through"}
