"""Every code of the rules has words."""

from landsea.rules import labels
from landsea.rules.checklist_questions import write_title
from landsea_core.rules import MODES, Effect, GateAnswer, MeasureKind, MeasureState, Purpose


def test_every_code_has_words():
    for table, codes in (
        (labels.KINDS, MeasureKind),
        (labels.EFFECTS, Effect),
        (labels.STATES, MeasureState),
        (labels.ANSWERS, GateAnswer),
        (labels.MODES, MODES),
        (labels.PURPOSES, Purpose),
    ):
        assert set(table) == {str(code) for code in codes}


def test_a_list_says_the_state_of_its_goods_once():
    asked = {"purpose": "sell", "goods": "cars", "origin": "CN", "destination": "TH", "mode": "", "condition": "used"}
    assert write_title(asked, "en").startswith("cars, used goods, China")
    assert write_title(asked | {"goods": "used cars"}, "en").startswith("used cars, China")
