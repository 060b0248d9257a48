"""How measures are weighed, in a world of a few measures."""

from datetime import date

from landsea_core.rules import Book, GateAnswer, Shipment, ask_gate, describe_verdict

from .making import measure

DAY = date(2026, 8, 1)
DURIAN = Shipment("081060", "MY", "CN", ("TH", "LA"), "rail")


def ask(*measures, shipment=DURIAN, day=DAY):
    return ask_gate(Book(measures), shipment, day)


def codes(findings):
    return [finding.measure.code for finding in findings]


LIST = measure("L", "limits", hs=["0810"], complete=True)
OPEN_LIST = measure("L", "limits", hs=["0810"])
PROTOCOL = measure("P", "admits", hs=["081060"], origin=["MY"])


def test_nothing_on_file_is_unknown():
    assert ask().answer is GateAnswer.UNKNOWN


def test_general_duties_prove_nothing_about_goods():
    assert ask(measure("tax")).answer is GateAnswer.UNKNOWN


def test_a_tax_that_names_the_goods_says_what_they_cost_and_not_that_they_may_come_in():
    tax, licence = (measure(kind, kind=kind, hs=["081060"]) for kind in ("tax_fee", "licence_permit"))
    assert ask(tax).answer is GateAnswer.UNKNOWN
    assert ask(tax, licence).answer is GateAnswer.ALLOWED_WITH


def test_a_rule_on_leaving_the_origin_says_nothing_of_the_destination():
    answer = ask(measure("X", hs=["081060"], origin=["MY"], destination=[], direction="export"))
    assert answer.answer is GateAnswer.UNKNOWN


def test_a_complete_list_forbids_what_no_protocol_names():
    answer = ask(LIST)
    assert answer.answer is GateAnswer.FORBIDDEN
    assert codes(answer.forbids) == ["L"]


def test_an_incomplete_list_says_that_it_is_not_known_and_which():
    answer = ask(OPEN_LIST)
    assert answer.answer is GateAnswer.UNKNOWN
    assert [gap.measure.code for gap in answer.gaps if gap.decides] == ["L"]


def test_a_protocol_opens_the_list():
    assert ask(LIST, PROTOCOL).answer is GateAnswer.ALLOWED_WITH


def test_a_protocol_of_another_origin_does_not():
    assert ask(LIST, measure("P", "admits", hs=["081060"], origin=["TH"])).answer is GateAnswer.FORBIDDEN


def test_an_open_door_for_any_origin_does_not_open_a_positive_list():
    assert ask(LIST, measure("P", "admits", hs=["081060"])).answer is GateAnswer.FORBIDDEN


def test_a_protocol_for_some_ways_only_forbids_the_others():
    by_sea = measure("P", "admits", hs=["081060"], origin=["MY"], modes=["sea", "air"], modes_only=True)
    answer = ask(OPEN_LIST, by_sea)
    assert answer.answer is GateAnswer.FORBIDDEN
    assert codes(answer.forbids) == ["P"]


def test_ways_that_were_merely_not_found_are_unknown():
    assert ask(LIST, measure("P", "admits", hs=["081060"], origin=["MY"], modes=["sea"])).answer is GateAnswer.UNKNOWN


def test_land_through_a_country_that_the_protocol_leaves_out_is_forbidden():
    protocol = measure("P", "admits", hs=["081060"], origin=["MY"], land_transit=["TH"])
    assert ask(LIST, protocol).answer is GateAnswer.FORBIDDEN
    assert (
        ask(LIST, protocol, shipment=Shipment("081060", "MY", "CN", ("TH",), "rail")).answer is GateAnswer.ALLOWED_WITH
    )
    assert ask(LIST, protocol, shipment=Shipment("081060", "MY", "CN", ("TH", "LA"), "sea")).answer is (
        GateAnswer.ALLOWED_WITH
    )


def test_one_protocol_that_covers_the_way_is_enough():
    by_sea = measure("P", "admits", hs=["081060"], origin=["MY"], modes=["sea"], modes_only=True)
    by_land = measure("Q", "admits", hs=["081060"], origin=["MY"], modes=["rail"])
    assert ask(LIST, by_sea, by_land).answer is GateAnswer.ALLOWED_WITH


def test_a_protocol_that_is_not_in_force_yet_does_not_open_the_list():
    later = measure("P", "admits", hs=["081060"], origin=["MY"], in_force="2026-09-01")
    answer = ask(LIST, later)
    assert answer.answer is GateAnswer.FORBIDDEN
    assert answer.forbids[0].reason.code == "list_names_it_not_now"


def test_a_stop_beats_an_admission_of_the_same_exactness():
    stop = measure("B", "forbids", hs=["081060"], origin=["MY"])
    assert ask(LIST, PROTOCOL, stop).answer is GateAnswer.FORBIDDEN


def test_a_narrower_admission_beats_a_general_stop():
    stop = measure("B", "forbids", hs=["08"])
    answer = ask(LIST, PROTOCOL, stop)
    assert answer.answer is GateAnswer.ALLOWED_WITH
    assert codes(answer.set_aside) == ["B"]


def test_a_closed_border_is_not_opened_by_a_rule_about_goods():
    closed = measure("B", "forbids", destination=[], borders=["TH-LA"], modes=["road", "rail"], direction="both")
    assert ask(LIST, PROTOCOL, closed).answer is GateAnswer.FORBIDDEN
    assert ask(LIST, PROTOCOL, closed, shipment=Shipment("081060", "MY", "CN", (), "sea")).answer is not (
        GateAnswer.FORBIDDEN
    )


def test_a_stop_whose_end_was_not_found_stays_a_stop_with_that_doubt():
    answer = ask(measure("B", "forbids", hs=["081060"], in_force="2021-07-01"))
    assert answer.answer is GateAnswer.FORBIDDEN
    assert [gap.reason.code for gap in answer.gaps] == ["end_not_found"]


def test_a_stop_of_some_goods_of_the_code_is_unknown():
    assert ask(PROTOCOL, measure("B", "forbids", hs=["081060"], origin=["MY"], goods="green ones")).answer is (
        GateAnswer.UNKNOWN
    )


def test_a_stop_of_few_goods_of_the_code_is_said_and_does_not_stop_the_others():
    few = measure("B", "forbids", hs=["081060"], origin=["MY"], goods="green ones", exception=True)
    verdict = ask(PROTOCOL, few)
    assert verdict.answer is not GateAnswer.UNKNOWN
    assert ("stop_of_few_goods", False) in [(gap.reason.code, gap.decides) for gap in verdict.gaps]


def test_a_stop_at_some_places_counts_when_the_places_are_known():
    stop = measure("B", "forbids", hs=["081060"], places=["Mohan"])
    assert ask(PROTOCOL, stop).answer is GateAnswer.UNKNOWN
    at_mohan = Shipment("081060", "MY", "CN", ("TH", "LA"), "rail", ("Mohan",))
    elsewhere = Shipment("081060", "MY", "CN", ("TH", "LA"), "rail", ("Hekou",))
    assert ask(PROTOCOL, stop, shipment=at_mohan).answer is GateAnswer.FORBIDDEN
    assert ask(PROTOCOL, stop, shipment=elsewhere).answer is GateAnswer.ALLOWED_WITH


def test_a_code_that_is_too_short_is_unknown_and_says_so():
    answer = ask(LIST, PROTOCOL, shipment=Shipment("08", "MY", "CN", (), "sea"))
    assert answer.answer is GateAnswer.UNKNOWN
    assert "code_too_short" in [gap.reason.code for gap in answer.gaps]


def test_a_longer_national_code_falls_under_its_six_digits():
    assert ask(LIST, PROTOCOL, shipment=Shipment("0810600000", "MY", "CN", (), "sea")).answer is GateAnswer.ALLOWED_WITH


def test_codes_taken_out_are_out():
    assert ask(measure("P", hs=["08"], hs_except=["0810"])).answer is GateAnswer.UNKNOWN


def test_an_admission_without_terms_is_allowed():
    assert ask(LIST, measure("P", "admits", hs=["081060"], origin=["MY"], requires=[])).answer is GateAnswer.ALLOWED


def test_people_and_investments_do_not_decide_on_goods():
    assert ask(measure("V", hs=["081060"], kind="visa_entry")).answer is GateAnswer.UNKNOWN


def test_the_report_has_the_four_keys_and_reasons_in_words():
    report = describe_verdict(ask(LIST))
    assert {"verdict", "forbids", "requires", "unknown"} <= set(report)
    assert report["forbids"][0]["why"].startswith("No measure admits HS 081060 from MY")


def test_what_is_asked_of_some_goods_only_is_asked_of_no_others():
    rule = measure("R", hs=["08", "02"], requires=[{"what": "For meat.", "hs": ["02"]}, {"what": "For all."}])
    asked = [one["what"] for one in describe_verdict(ask(rule))["requires"]]
    assert asked == ["For all."]
    assert ask(measure("R", hs=["08"], requires=[{"what": "For meat.", "hs": ["02"]}])).answer is GateAnswer.UNKNOWN
