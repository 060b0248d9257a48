"""Every code of the rules has words."""

from landsea.rules import labels
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
