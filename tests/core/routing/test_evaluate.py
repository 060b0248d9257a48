"""Measuring on labelled rows: what is answered, and what counts as right. The texts are ours."""

from pathlib import Path

import pytest

from landsea_core.reference import read_reference
from landsea_core.routing.evaluate import RowFault, is_right, route_row, score_rows
from landsea_core.text.evidence import Guess

FOLDER = Path(__file__).parents[3] / "data" / "reference"


@pytest.fixture(scope="module")
def reference():
    return read_reference(FOLDER)


def row(text, where, topic, authority, *, filer="CN", hs=None, scope="in", also=()):
    labels = {"authority": authority, "alt_authority": list(also), "scope": scope}
    return {"id": text[:12], "text": text, "from": filer, "where": where, "topic": topic, "hs": hs, **labels}


STRANDED = row("Our lorry has waited in the queue at the gate since Monday.", "VN", "transport_border", "x")

CASES = [
    row(
        "Our lorries stand in the queue at the border gate for three days.",
        "VN",
        "transport_border",
        "border_gate_management",
    ),
    row(
        "No wagons were given to us this week, the station has no flat cars.", "TH", "transport_border", "rail_operator"
    ),
    row("通关系统里报关单一直退单，货车在场站等放行。", "LA", "customs_clearance", "customs"),
    row("商标被当地公司抢注了，怎么撤销？", "VN", "ip", "ip_office", hs="64"),
    row("Xin cấp C/O mẫu D đã mười ngày chưa được.", "VN", "rules_of_origin", "commerce_ministry", filer="VN"),
    row(
        "The bank does not let us send the payment for the machine abroad in yuan.",
        "LA",
        "payments_finance",
        "central_bank_fx",
    ),
    row(
        "The engineers have no work permit, the application has been lying there since May.",
        "ID",
        "visa_movement",
        "labour_ministry",
    ),
    row("ด่านกักกันตรวจพบเพลี้ยแป้งในลำไย ตู้ถูกตีกลับ", "CN", "sps_tbt", "quarantine_inspection", filer="TH", hs="08"),
    row("The import permit for our snacks is not given.", "BN", "permits_licensing", "food_drug_authority", hs="19"),
    row(
        "The import permit for our frozen beef is refused.", "MY", "permits_licensing", "quarantine_inspection", hs="02"
    ),
    row("鲜荔枝的进口许可一个多月没有下来。", "KH", "permits_licensing", "quarantine_inspection", hs="08"),
    row("The import licence for our tablets has expired.", "VN", "permits_licensing", "food_drug_authority", hs="30"),
    row("The import licence for sugar is not given out.", "VN", "permits_licensing", "commerce_ministry", hs="17"),
    row("Import licence for maize is refused.", "TH", "permits_licensing", "commerce_ministry", hs="10"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["where"] + " " + case["topic"])
def test_plain_words_reach_the_kind_of_office_that_answers(case, reference):
    given = route_row(case, reference)
    assert is_right(case, given), given


def test_the_answer_says_why_in_sentences(reference):
    given = route_row(STRANDED, reference)
    assert given.keys() == {"id", "desk", "desk_country", "desk_authority", "reasons", "handed_on"}
    assert given["handed_on"] is None
    assert given["reasons"] and all(words.endswith(".") for words in given["reasons"])


def test_a_place_in_the_text_brings_the_local_desk_and_one_abroad_does_not(reference):
    local = route_row(STRANDED, reference, lambda text: ["CNYYG", "VNHNI"])
    assert local["desk"] == "vn-lang-son-gates.gate"
    assert route_row(STRANDED, reference, lambda text: ["CNYYG"]) == route_row(STRANDED, reference, lambda text: [])


def test_the_place_is_read_from_the_words(reference):
    case = {**STRANDED, "text": "Our lorry has waited in the queue at Tan Thanh gate since Monday."}
    assert route_row(case, reference)["desk"] == "vn-lang-son-gates.gate"


def test_labels_are_never_read(reference):
    unlabelled = {key: value for key, value in STRANDED.items() if "authority" not in key}
    assert route_row(unlabelled, reference) == route_row(STRANDED, reference)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The buyer does not pay for the goods delivered under our contract.", "Arbitration"),
        ("The lawsuit is before the court and the hearing is next month.", "court"),
        ("My employer has not paid my salary for three months.", "Labour"),
    ],
)
def test_out_of_scope_goes_to_the_coordinator_and_on_to_a_named_place(text, words, reference):
    case = row(text, "MM", "other", "none", scope="out")
    given = route_row(case, reference)
    assert given["desk"] == "mechanism.coordinator" and given["desk_authority"] == "none"
    assert words in given["handed_on"]
    assert is_right(case, given)


def test_right_means_the_kind_and_the_country(reference):
    given = route_row(STRANDED, reference)
    kind = given["desk_authority"]
    assert is_right({**STRANDED, "authority": "customs", "alt_authority": [kind]}, given)
    assert not is_right({**STRANDED, "authority": "customs"}, given)
    assert not is_right({**STRANDED, "authority": kind, "where": "CN"}, given)


def test_the_score_names_what_went_wrong(reference):
    result = score_rows([CASES[0], {**CASES[1], "authority": "ip_office"}], reference)
    assert (result.right, result.total, result.wrong) == (1, 2, (CASES[1]["id"],))


def test_a_row_that_lacks_something_says_what(reference):
    with pytest.raises(RowFault, match="has no topic"):
        route_row({**STRANDED, "topic": ""}, reference)


def test_the_kind_of_office_that_the_words_ask_for_tells_between_matters_equally_likely(reference, monkeypatch):
    case = row("x", "VN", "permits_licensing", "food_drug_authority", hs="30")
    even = [Guess("export_licence", 0.5, ()), Guess("product_registration", 0.48, ())]
    monkeypatch.setattr("landsea_core.routing.evaluate.read_matters", lambda text, topic, hs: even)
    for kind in ("food_drug_authority", "commerce_ministry"):
        asked = [Guess(kind, 0.6, ())]
        monkeypatch.setattr("landsea_core.routing.evaluate.read_authorities", lambda text, topic, asked=asked: asked)
        assert route_row(case, reference)["desk_authority"] == kind
