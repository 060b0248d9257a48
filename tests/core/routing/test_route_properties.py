"""What must hold for any competences and any question."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from landsea_core.routing import COORDINATOR_MATTERS, Competence, RoutingQuestion, route_question

COORDINATOR = "mechanism.coordinator"
DESKS = [f"desk-{letter}" for letter in "abcdef"]
MATTERS = {"sps_tbt": ["plant_health", "animal_health"], "other": ["market_competition", "private_dispute"]}
PLACES = ["CNMHN", "CNMLC", "VNHNI"]
COUNTRIES = ["CN", "VN"]
GOODS = ["08", "0810", "081060", "03"]


@st.composite
def competences(draw):
    topic = draw(st.sampled_from(["", *MATTERS]))
    matter = draw(st.sampled_from(["", *MATTERS[topic]])) if topic else ""
    return Competence(
        draw(st.sampled_from([*DESKS, COORDINATOR])),
        topic,
        matter,
        draw(st.sampled_from(["", *COUNTRIES])),
        draw(st.sampled_from(["", *PLACES])),
        draw(st.sampled_from(["", *GOODS])),
        draw(st.sampled_from(["", "import", "export"])),
        draw(st.sampled_from(["", *COUNTRIES])),
    )


@st.composite
def questions(draw):
    topic = draw(st.sampled_from(["", *MATTERS]))
    return RoutingQuestion(
        topic,
        draw(st.sampled_from(["", *MATTERS[topic]])) if topic else "",
        draw(st.sampled_from(["", *COUNTRIES])),
        tuple(draw(st.lists(st.sampled_from(PLACES), unique=True, max_size=2))),
        draw(st.sampled_from(["", *GOODS])),
        draw(st.sampled_from(["", "import", "export"])),
        draw(st.sampled_from(["", *COUNTRIES])),
    )


many = st.lists(competences(), max_size=12)


def answers(row, question):
    """Whether a row answers the question, said as plainly as possible: the model the index is held against."""
    if question.matter in COORDINATOR_MATTERS or row.desk == COORDINATOR:
        return False
    if row.matter and not question.matter:
        matter = row.matter not in COORDINATOR_MATTERS
    else:
        matter = row.matter in ("", question.matter)
    return (
        matter
        and row.topic in ("", question.topic)
        and row.country in ("", question.country)
        and row.place in ("", *question.places)
        and question.hs.startswith(row.hs)
        and row.direction in ("", question.direction)
        and row.filer_country in ("", question.filer_country)
    )


def routed(question, rows, **options):
    return route_question(question, rows, coordinator=COORDINATOR, **options)


@given(questions(), many)
def test_exactly_the_desks_that_answer_are_matched(question, rows):
    found = [match.desk for match in routed(question, rows).matches]
    assert len(found) == len(set(found))
    assert set(found) == {row.desk for row in rows if answers(row, question)}


@given(questions(), many)
def test_the_coordinator_takes_it_exactly_when_nobody_answers(question, rows):
    assert (routed(question, rows).desk == COORDINATOR) == (not any(answers(row, question) for row in rows))


@given(questions(), many, st.randoms())
def test_the_order_of_rows_does_not_matter(question, rows, chance):
    mixed = list(rows)
    chance.shuffle(mixed)
    assert routed(question, mixed) == routed(question, rows)


@given(questions(), many, competences())
def test_an_unrelated_competence_changes_nothing(question, rows, other):
    """Unrelated: it does not answer, and its desk is nobody else's (a desk's width may decide between equals)."""
    stranger = replace(other, desk="stranger")
    if not answers(stranger, question):
        assert routed(question, [*rows, stranger]) == routed(question, rows)


@given(questions(), competences(), st.data())
def test_a_more_exact_competence_never_loses_to_a_vaguer_one(question, exact, data):
    """Vaguer: the same row with any of its filled columns opened. With the matter unknown, a row that names a matter
    is not the more exact one: it may be the wrong matter."""
    exact = replace(exact, desk="z-exact")
    if not answers(exact, question) or (exact.matter and not question.matter):
        return
    columns = [name for name in ("country", "place", "hs", "direction", "filer_country") if getattr(exact, name)]
    columns += ["topic"] if exact.topic and not exact.matter else []
    columns += ["matter"] if exact.matter else []
    opened = data.draw(st.lists(st.sampled_from(columns), unique=True, min_size=1)) if columns else []
    if opened:
        vague = replace(exact, desk="a-vague", **dict.fromkeys(opened, ""))
        assert routed(question, [vague, exact]).desk == "z-exact"


@given(questions(), many, st.sets(st.sampled_from(DESKS)))
def test_an_unreachable_desk_is_never_accountable_and_always_named(question, rows, unreachable):
    routing = routed(question, rows, unreachable=unreachable)
    assert routing.desk not in unreachable
    skipped = {reason.values["desk"] for reason in routing.reasons if reason.code == "skipped_unreachable"}
    order = [match.desk for match in routing.matches]
    before = order[: order.index(routing.desk)] if routing.desk in order else order
    assert skipped == set(before)
