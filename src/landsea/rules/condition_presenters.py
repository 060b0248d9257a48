"""What the answer would be for new goods, for used ones and for waste, as pages draw it where nobody said the state."""

from collections.abc import Callable
from dataclasses import dataclass

from landsea.rules.labels import CONDITIONS, answer_words
from landsea_core.rules import Measure, Verdict


@dataclass(frozen=True)
class ConditionLine:
    """One state of the goods: its name, the address that asks about it, the answer's state and sentence, what makes it."""

    name: str
    address: str
    state: str
    says: str
    measures: tuple[Measure, ...]


def show_conditions(verdict: Verdict | None, address_of: Callable[[str], str]) -> tuple[ConditionLine, ...]:
    """Return a line for each state that makes a difference; none where the state was said or nothing hangs on it."""
    return tuple(
        ConditionLine(
            str(CONDITIONS[one.condition]), address_of(one.condition), *answer_words(one.verdict), one.measures
        )
        for one in (verdict.by_condition if verdict else ())
    )
