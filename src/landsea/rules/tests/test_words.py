"""Every code of the rules has words."""

from landsea.rules import words
from landsea_core.rules import MODES, Effect, GateAnswer, MeasureKind, MeasureState, Purpose


def test_every_code_has_words():
    for table, codes in (
        (words.KINDS, MeasureKind),
        (words.EFFECTS, Effect),
        (words.STATES, MeasureState),
        (words.ANSWERS, GateAnswer),
        (words.MODES, MODES),
        (words.PURPOSES, Purpose),
    ):
        assert set(table) == {str(code) for code in codes}
