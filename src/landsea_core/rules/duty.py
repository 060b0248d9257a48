"""The duty on goods of a checklist: the general rate, the lower one, and the proof of origin that wins it.

Rates stand in the words of measures ("saves the general (MFN) duty of 8 percent", "for zero duty"), as sources give them.
What no measure says is not known, and said so; a rate is never guessed.
"""

import re
from dataclasses import dataclass

from landsea_core.rules.checklist import Checklist, ChecklistItem
from landsea_core.sentences import Sentence

_GENERAL = re.compile(r"general \(MFN\) duty of (\d[\d.]*(?: to \d[\d.]*)?) percent")
_ZERO = re.compile(r"\bfor zero duty\b|\bduty 0 with\b", re.IGNORECASE)
_LOWER = re.compile(r"\bfor the (?:agreed rate|lower duty)\b", re.IGNORECASE)

PROOFS = {
    "Form E": Sentence("Form E"),
    "RCEP proof": Sentence("an RCEP proof"),
    "LDC certificate": Sentence("the certificate of least developed countries"),
}
_PROOF_WORDS = {
    "Form E": re.compile(r"\bForm E\b"),
    "RCEP proof": re.compile(r"\bRCEP proof\b"),
    "LDC certificate": re.compile(r"\bLDC (?:certificate|scheme)\b"),
}
_LEAST_DEVELOPED = frozenset({"LA", "KH", "MM", "TL"})
"""Of the corridor's countries, those whose goods enter China by the scheme for least developed countries (measure M047)."""


@dataclass(frozen=True, slots=True)
class Duty:
    """`general` and `lower` are percentages as a source writes them ("8", "10 to 30"), "" where no measure says.

    `eased`: whether a proof of origin wins a lower rate at all; `proofs`: which ones, by the names of `PROOFS`.
    """

    general: str = ""
    lower: str = ""
    eased: bool = False
    proofs: tuple[str, ...] = ()
    item: ChecklistItem | None = None
    """Which says so: the paper itself where it asks for a proof of origin."""

    @property
    def is_known(self) -> bool:
        """Whether any rate is on file."""
        return bool(self.general or self.lower)


def find_duty(found: Checklist) -> Duty:
    """Return what the measures of a checklist say of the duty; of several that do, the one that says most."""
    duties = [_read_duty(item, found.shipment.origin) for entry in found.entries for item in entry.items]
    return max(duties, key=lambda duty: (bool(duty.general), bool(duty.lower), duty.eased), default=Duty())


def say_duty(duty: Duty) -> Sentence:
    """Return the duty in a line, what is not known with it."""
    proof = PROOFS[duty.proofs[0]] if duty.proofs else Sentence("a proof of origin")
    general = duty.general.replace(" to ", "–")  # sources are English, readers are not
    if duty.lower and duty.general:
        return Sentence(
            "Duty %(lower)s %% with %(proof)s, else %(general)s %%", lower=duty.lower, proof=proof, general=general
        )
    if duty.lower:
        return Sentence(
            "Duty %(lower)s %% with %(proof)s; the rate without it is not on file", lower=duty.lower, proof=proof
        )
    if duty.general and duty.eased:
        return Sentence("Duty %(general)s %%, less with %(proof)s", general=general, proof=proof)
    if duty.eased:
        return Sentence("Duty is lower with %(proof)s; the rates are not on file", proof=proof)
    return Sentence("The rate of duty is not on file")


def _read_duty(item: ChecklistItem, origin: str) -> Duty:
    one = item.requirement
    general = _GENERAL.search(one.cost)
    zero = bool(_ZERO.search(one.what)) or (
        item.measure.title.startswith("Zero tariff") and "certificate" in one.what.lower()
    )
    eased = zero or bool(_LOWER.search(one.what)) or bool(general)
    proofs = tuple(
        name
        for name, words in _PROOF_WORDS.items()
        if words.search(one.what) and (name != "LDC certificate" or origin in _LEAST_DEVELOPED)
    )
    return Duty(
        general[1] if general else "", "0" if zero else "", eased, proofs if eased else (), item if eased else None
    )
