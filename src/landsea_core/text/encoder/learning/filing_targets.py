"""What an encoder learns of a labelled filing: all that a desk asks of it, so that the country is learnt beside the rest."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from landsea_core.text.countries.whereabouts import CANDIDATES
from landsea_core.text.model.training import find_target, weigh_example, weigh_for_country

WEIGHTS = {"matter": 1.0, "topic": 0.5, "authority": 0.7, "where": 1.0, "home": 1.0, "scope": 0.3, "urgent": 0.2}
"""How much each question counts."""
Targets = dict[str, tuple[np.ndarray, np.ndarray]]
"""For each question a row of labels for each filing, adding up to 1 or to 0, and how much each filing counts."""
_AWAY_HOME = ("away", "home")


def make_targets(filings: Sequence[Mapping[str, Any]]) -> Targets:
    """Return what is right for each filing. Raises ExampleFault for one without a label."""
    found = {}
    for question in WEIGHTS:
        told = [_find_told(filing, question) for filing in filings]
        labels = _list_labels(question, told)
        table = np.array([[answer.get(label, 0.0) for label in labels] for answer in told], np.float32)
        by_country = question in ("where", "home")
        counts = [weigh_for_country(one) if by_country else weigh_example(one) for one in filings]
        found[question] = (table, np.array(counts, np.float32) * table.any(axis=1))
    return found


def _find_told(filing: Mapping[str, Any], question: str) -> dict[str, float]:
    if question == "home":
        where, filer = filing.get("where"), filing.get("from")
        return {_AWAY_HOME[filer == where]: 1.0} if where and filer else {}
    if question == "where" and not filing.get("where"):
        return {}
    return find_target(filing, question)


def _list_labels(question: str, told: Sequence[Mapping[str, float]]) -> Sequence[str]:
    if question in ("where", "home"):
        return CANDIDATES if question == "where" else _AWAY_HOME
    return sorted({label for answer in told for label in answer})
