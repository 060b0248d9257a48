"""When a paper is got: makers are registered before a contract, permits come before the goods are loaded, certificates are
for a lot, and customs is last. Rules name papers in no such order: a protocol asks for the certificate of the lot before a
law asks for the permit that stands before the contract.
"""

import re
from enum import IntEnum

from landsea_core.rules.measure_kinds import MeasureKind
from landsea_core.rules.model import Requirement


class PaperStage(IntEnum):
    """What comes first is smaller."""

    MAKER = 0
    """Farms, plants, models and traders are registered, filed or put on a list."""
    PERMIT = 1
    """Permits, licences, quotas and approvals for the goods."""
    TEST = 2
    """Tests and marks of the goods."""
    LOT = 3
    """What is issued for a lot that is ready to leave."""
    ORIGIN = 4
    """Proof of where the goods were made."""
    WAY = 5
    """What the carrier and the countries on the way ask for."""
    CUSTOMS = 6
    """The declaration and what is paid."""


_BY_WORDS = (
    (re.compile(r"\bcustoms declaration\b|\bimport declaration\b", re.IGNORECASE), PaperStage.CUSTOMS),
    (
        re.compile(r"certificates? of origin|\bform e\b|proof of origin|declaration of origin", re.IGNORECASE),
        PaperStage.ORIGIN,
    ),
    (re.compile(r"non-manipulation|transit|carrier", re.IGNORECASE), PaperStage.WAY),
    (
        re.compile(
            r"phytosanitary|health certificate|fumigation|packing list|inspection certificate|mill certificate",
            re.IGNORECASE,
        ),
        PaperStage.LOT,
    ),
    (re.compile(r"\btests?\b|\breports?\b.*\blot\b|certificate of analysis", re.IGNORECASE), PaperStage.TEST),
    (
        re.compile(
            r"^[^,;]*\bregistration\b|registered (?:by|on|with|list)|^[^,;]*\bfil(?:ed|ing)\b|recommendation letter",
            re.IGNORECASE,
        ),
        PaperStage.MAKER,
    ),
    (re.compile(r"\bpermits?\b|\blicen[cs]es?\b|\bapproval\b|\bquota\b|permission", re.IGNORECASE), PaperStage.PERMIT),
)
"""The first that fits counts."""

_BY_KIND = {
    MeasureKind.POSITIVE_LIST: PaperStage.MAKER,
    MeasureKind.MARKET_ACCESS_PROTOCOL: PaperStage.MAKER,
    MeasureKind.ESTABLISHMENT_REGISTRATION: PaperStage.MAKER,
    MeasureKind.LICENCE_PERMIT: PaperStage.PERMIT,
    MeasureKind.IP_RULE: PaperStage.PERMIT,
    MeasureKind.SPS_TEST: PaperStage.TEST,
    MeasureKind.CONFORMITY_LABELLING: PaperStage.TEST,
    MeasureKind.ORIGIN_PROCEDURE: PaperStage.ORIGIN,
    MeasureKind.TARIFF_PREFERENCE: PaperStage.ORIGIN,
    MeasureKind.TRANSPORT_RULE: PaperStage.WAY,
    MeasureKind.BORDER_OPERATION: PaperStage.WAY,
}
"""Where the words do not tell; customs for all others."""


def find_stage(paper: Requirement, kind: MeasureKind) -> PaperStage:
    """Return when a paper is got, by its words, else by the kind of the measure that asks for it."""
    said = (stage for words, stage in _BY_WORDS if words.search(paper.what))
    return next(said, _BY_KIND.get(kind, PaperStage.CUSTOMS))
