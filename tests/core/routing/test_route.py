"""Routing by example: which desk takes a question, who comes next, and what the reasons say."""

import time

import pytest

from landsea_core.routing import Competence, CompetenceIndex, RoutingQuestion, explain_reason, route_question

COORDINATOR = "mechanism.coordinator"
CAPITAL = Competence("cn-capital.plant", "sps_tbt", "plant_health", "CN")
GATE = Competence("cn-gate.plant", "sps_tbt", "plant_health", "CN", "CNMHN")
TOWN = Competence("cn-town.plant", "sps_tbt", "plant_health", "CN", "CNMLC")
FRUIT = Competence("cn-fruit.plant", "sps_tbt", "plant_health", "CN", hs="08")
TOPIC = Competence("cn-capital.health", "sps_tbt", "", "CN")
CONSULATE = Competence("th-consulate.help", country="CN", filer_country="TH")
EVERYTHING = Competence(COORDINATOR)

DURIAN_AT_MOHAN = RoutingQuestion("sps_tbt", "plant_health", "CN", ("CNMHN", "CNMLC"), "081060", "import", "TH")


def desk(question, *rows, **options):
    return route_question(question, rows, coordinator=COORDINATOR, **options).desk


def codes(question, *rows, **options):
    return [reason.code for reason in route_question(question, rows, coordinator=COORDINATOR, **options).reasons]


@pytest.mark.parametrize(
    ("better", "worse"),
    [(GATE, TOWN), (TOWN, CAPITAL), (GATE, FRUIT), (FRUIT, CAPITAL), (CAPITAL, TOPIC), (TOPIC, CONSULATE)],
    ids=lambda row: row.desk,
)
def test_the_more_exact_competence_wins(better, worse):
    assert desk(DURIAN_AT_MOHAN, worse, better, EVERYTHING) == better.desk


def test_a_column_that_is_filled_must_match():
    elsewhere = Competence("vn-gate.plant", "sps_tbt", "plant_health", "VN")
    fish = Competence("cn-fish.plant", "sps_tbt", "plant_health", "CN", hs="03")
    outbound = Competence("cn-out.plant", "sps_tbt", "plant_health", "CN", direction="export")
    assert desk(DURIAN_AT_MOHAN, elsewhere, fish, outbound) == COORDINATOR


def test_what_is_not_known_does_not_match_a_filled_column():
    assert desk(RoutingQuestion("sps_tbt", "plant_health", "CN"), GATE, FRUIT) == COORDINATOR
    assert desk(RoutingQuestion("sps_tbt", "plant_health"), CAPITAL) == COORDINATOR


def test_a_chapter_alone_is_not_taken_for_a_heading():
    durian = Competence("cn-durian.plant", "sps_tbt", "plant_health", "CN", hs="0810")
    assert desk(RoutingQuestion("sps_tbt", "plant_health", "CN", hs="08"), durian, CAPITAL) == CAPITAL.desk


def test_an_unknown_matter_still_reaches_a_desk_of_the_topic_and_says_so():
    question = RoutingQuestion("sps_tbt", "", "CN")
    assert codes(question, CAPITAL) == ["matter_unknown", "country_matches"]
    assert desk(question, CAPITAL, TOPIC) == TOPIC.desk


def test_a_consulate_stands_beside_the_authority_and_answers_where_there_is_none():
    routing = route_question(DURIAN_AT_MOHAN, [CAPITAL, CONSULATE], coordinator=COORDINATOR)
    assert [match.desk for match in routing.matches] == [CAPITAL.desk, CONSULATE.desk]
    assert desk(DURIAN_AT_MOHAN, CONSULATE) == CONSULATE.desk


def test_unreachable_desks_are_passed_over_and_named():
    rows = (GATE, CAPITAL)
    assert desk(DURIAN_AT_MOHAN, *rows, unreachable={GATE.desk}) == CAPITAL.desk
    assert codes(DURIAN_AT_MOHAN, *rows, unreachable={GATE.desk})[0] == "skipped_unreachable"
    assert codes(DURIAN_AT_MOHAN, *rows, unreachable={GATE.desk, CAPITAL.desk})[-1] == "nobody_reachable"


def test_among_equals_the_narrower_desk_takes_it_then_the_first_code():
    broad = [Competence("a.broad", "sps_tbt", "plant_health", "CN"), Competence("a.broad", "ip", "", "CN")]
    narrow = Competence("b.narrow", "sps_tbt", "plant_health", "CN")
    assert desk(DURIAN_AT_MOHAN, *broad, narrow) == "b.narrow"
    assert "narrower_desk" in codes(DURIAN_AT_MOHAN, *broad, narrow)
    assert desk(DURIAN_AT_MOHAN, narrow, Competence("a.narrow", "sps_tbt", "plant_health", "CN")) == "a.narrow"


@pytest.mark.parametrize("matter", ["private_dispute", "court_case", "unclear"])
def test_what_no_office_takes_is_the_coordinators(matter):
    question = RoutingQuestion("other", matter, "CN", filer_country="TH")
    assert desk(question, Competence("cn-trade.policy", "other", "", "CN"), CONSULATE) == COORDINATOR
    assert codes(question, CONSULATE) == ["coordinator_finds_place"]


def test_the_coordinator_never_wins_by_competence():
    exact = Competence(COORDINATOR, "sps_tbt", "plant_health", "CN", "CNMHN")
    assert desk(DURIAN_AT_MOHAN, exact, CAPITAL) == CAPITAL.desk
    assert codes(DURIAN_AT_MOHAN, exact) == ["nobody_else"]


def test_the_same_row_twice_does_not_make_a_desk_broader():
    rival = Competence("z.narrow", "sps_tbt", "plant_health", "CN")
    assert desk(DURIAN_AT_MOHAN, CAPITAL, CAPITAL, rival) == CAPITAL.desk


def test_reasons_read_as_sentences_with_names():
    routing = route_question(DURIAN_AT_MOHAN, [TOWN], coordinator=COORDINATOR)
    names = {("place", "CNMLC"): "Mengla", ("matter", "plant_health"): "plants"}
    words = [
        str(explain_reason(reason, lambda kind, code: names.get((kind, code), code))) for reason in routing.reasons
    ]
    assert words == [
        "It answers for this matter: plants.",
        "It answers for Mengla, which your place belongs to.",
    ]


def test_a_hundred_times_as_many_desks_elsewhere_cost_next_to_nothing_more():
    question = RoutingQuestion("sps_tbt", "plant_health", "CN", ("CN001",), "081060", "import", "TH")

    def shortest(desks: int) -> float:
        rows = [
            Competence(f"desk-{number:05}", "sps_tbt", "plant_health", "CN", f"CN{number:05}", f"{number % 90 + 10}")
            for number in range(desks)
        ]
        index = CompetenceIndex([*rows, CAPITAL])
        took = []
        for _ in range(200):
            begun = time.perf_counter()
            route_question(question, index, coordinator=COORDINATOR)
            took.append(time.perf_counter() - begun)
        return min(took)

    assert shortest(10_000) < 3 * shortest(100)
