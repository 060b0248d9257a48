"""Routing by examples that a trade officer can read, and by properties that hold for any directory."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from landsea_core.routing import SENTENCES, Competence, CompetenceIndex, Question, route

MOHAN = Competence("mohan.quarantine", "sps_tbt", "plant_health", "CN", "CNMHN")
CAPITAL = Competence("gacc.plants", "sps_tbt", "plant_health", "CN")
MISSION = Competence("lao-mission.commercial", "sps_tbt", "plant_health", "CN", filer_country="LA")
WHOLE_TOPIC = Competence("gacc.general", "sps_tbt", "", "CN")
DIRECTORY = [MOHAN, CAPITAL, MISSION, WHOLE_TOPIC]
ASKED = Question("sps_tbt", "plant_health", "CN", ("CNMHN", "CNMLA"), "081060", "import", "LA")


def desk(question, rows=DIRECTORY, **options):
    return route(question, rows, coordinator="coordinator", **options).desk


def test_the_desk_at_the_gate_answers_for_its_gate():
    assert desk(ASKED) == "mohan.quarantine"


def test_elsewhere_the_capital_answers():
    assert desk(replace(ASKED, places=("CNYYG",))) == "gacc.plants"


def test_a_mission_stands_beside_and_answers_only_where_the_host_has_nobody():
    found = route(ASKED, DIRECTORY, coordinator="coordinator")
    assert found.matches[-1].desk == "lao-mission.commercial"
    assert desk(ASKED, [MISSION]) == "lao-mission.commercial"
    assert desk(replace(ASKED, filer_country="TH"), [MISSION]) == "coordinator"


def test_without_a_matter_the_desk_of_the_whole_topic_comes_first():
    found = route(replace(ASKED, matter="", places=()), DIRECTORY, coordinator="coordinator")
    assert found.desk == "gacc.general"
    assert [match.reasons[0].code for match in found.matches][1:] == ["matter_unknown"] * 2


def test_an_unreachable_desk_is_passed_over_and_that_is_said():
    found = route(ASKED, DIRECTORY, coordinator="coordinator", unreachable={"mohan.quarantine"})
    assert found.desk == "gacc.plants"
    assert [(r.code, r.values["desk"]) for r in found.reasons] == [("skipped_unreachable", "mohan.quarantine")]


def test_what_nobody_answers_for_is_the_coordinators():
    found = route(Question("ip", "patent", "BN"), DIRECTORY, coordinator="coordinator")
    assert (found.desk, found.matches, [r.code for r in found.reasons]) == ("coordinator", (), ["nobody_else"])


codes = st.sampled_from
rows = st.builds(
    Competence,
    desk=codes(["a", "b", "c", "d"]),
    topic=codes(["", "t", "u"]),
    matter=codes(["", "m", "n"]),
    country=codes(["", "CN", "LA"]),
    place=codes(["", "p", "q", "z"]),
    hs=codes(["", "08", "0810", "84"]),
    direction=codes(["", "import"]),
    filer_country=codes(["", "TH"]),
)
questions = st.builds(
    Question,
    topic=codes(["", "t", "u"]),
    matter=codes(["", "m", "n"]),
    country=codes(["", "CN", "LA"]),
    places=codes([(), ("p", "q"), ("z",)]),
    hs=codes(["", "081060", "840000"]),
    direction=codes(["", "import", "export"]),
    filer_country=codes(["", "TH", "LA"]),
)
directories = st.lists(rows, max_size=8)


@given(questions, directories, st.randoms())
def test_the_order_of_rows_does_not_matter(question, directory, random):
    shuffled = directory[:]
    random.shuffle(shuffled)
    assert route(question, directory, coordinator="k") == route(question, shuffled, coordinator="k")


@given(questions, directories)
def test_the_coordinator_exactly_when_nothing_matches(question, directory):
    found = route(question, directory, coordinator="k")
    assert (found.desk == "k") == (not found.matches)
    assert all(reason.code in SENTENCES for match in found.matches for reason in match.reasons)


@given(questions, directories)
def test_the_index_finds_what_looking_at_every_row_finds(question, directory):
    from landsea_core.routing.competence import fit

    fitting = {row.desk for row in directory if fit(row, question) is not None}
    assert {match.desk for match in route(question, CompetenceIndex(directory), coordinator="k").matches} == fitting


@given(questions, rows, st.sampled_from(["country", "place", "hs", "direction"]))
def test_a_more_exact_row_never_loses_to_a_vaguer_one(question, row, column):
    from landsea_core.routing.competence import fit

    exact, vague = replace(row, desk="zz-exact"), replace(row, desk="aa-vague", **{column: ""})
    if fit(exact, question) is None or exact == replace(vague, desk="zz-exact"):
        return
    assert route(question, [vague, exact], coordinator="k").desk == "zz-exact"


@given(questions, directories)
def test_taking_away_a_row_that_does_not_fit_changes_nothing(question, directory):
    from landsea_core.routing.competence import fit

    before = route(question, directory, coordinator="k")
    fitting = [row for row in directory if fit(row, question) is not None]
    after = route(question, fitting, coordinator="k")
    assert {m.desk: m.specificity for m in before.matches} == {m.desk: m.specificity for m in after.matches}
