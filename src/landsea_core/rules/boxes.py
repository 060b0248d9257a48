"""A checklist as boxes to tick: which papers to get, each once whoever asks for it, and what stands apart from them.

Papers come in the order in which they are got (`paper_stages`), those of one stage as on the checklist. Several measures often
ask for one paper ("phytosanitary certificate of the origin" stands in three of them for durian): they share a box, and each
measure stays beside it. What is no paper but a condition, what is offered and what holds for all goods alike are kept apart, so
that a page can fold them. Nothing is left out: every item of the checklist is in exactly one part.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from landsea_core.rules.checklist import Checklist, ChecklistEntry, ChecklistItem
from landsea_core.rules.duty import find_duty
from landsea_core.rules.measure_kinds import MeasureKind
from landsea_core.rules.model import Measure, Requirement, Shipment
from landsea_core.rules.paper_facts import NOT_PUBLISHED, count_days, find_fee, find_words_for, names_price
from landsea_core.rules.paper_stages import PaperStage, find_stage

_NO_PAPER = re.compile(
    r"^(?:check|look|watch|ask|only|entry only|excise|the goods)\b|\bis (?:renewed|entered|printed)\b", re.IGNORECASE
)
"""What the files mark as a paper and is something to look up or a fact about one."""

_ORIGIN = "proof of origin"
_FAMILIES = (
    (re.compile(r"quarantine permit|import permit for the plant quarantine", re.IGNORECASE), "quarantine permit"),
    (re.compile(r"\bRIPH\b"), "import approval"),
    (re.compile(r"phytosanitary", re.IGNORECASE), "phytosanitary"),
    (re.compile(r"\b(?:veterinary|animal) health certificate|^health certificate", re.IGNORECASE), "health"),
    (re.compile(r"\b(?:test|cadmium|laboratory)\b.*\breport\b", re.IGNORECASE), "test report"),
    (re.compile(r"^(?:accredited importer; )?customs declaration", re.IGNORECASE), "customs declaration"),
    (re.compile(r"^(?:certificate of origin|form e\b|rcep proof|proof of origin)", re.IGNORECASE), _ORIGIN),
)
"""Papers that several measures call by different words."""
_PLANT_OR_ANIMAL = re.compile(r"phytosanitary or health", re.IGNORECASE)
"""A rule on plants, meat and fish alike: which of the two certificates is meant, the goods say."""
_ANIMALS = ("01", "02", "03", "04", "05", "16")

FOR_ALL_GOODS = frozenset(
    {
        MeasureKind.LICENCE_PERMIT,
        MeasureKind.IP_RULE,
        MeasureKind.TRANSPORT_RULE,
        MeasureKind.BORDER_OPERATION,
        MeasureKind.ECOMMERCE_RULE,
        MeasureKind.PAYMENT_FX,
    }
)
"""Kinds whose measures are background where they name no goods: frames, ways and marks that concern everybody's goods."""

_OF_TRADERS = frozenset({MeasureKind.ECOMMERCE_RULE, MeasureKind.PAYMENT_FX})
"""Kinds whose words for goods narrow what no code does ("services over the internet"): without codes they are background."""


@dataclass(frozen=True, slots=True)
class PaperBox:
    """One paper to get. `items`: all that ask for it, the one that says most first; `origin`: the country whose times and fees
    count where words name several.
    """

    items: tuple[ChecklistItem, ...]
    origin: str = ""

    @property
    def key(self) -> str:
        """The key of the item that says most: what a tick is kept under."""
        return self.items[0].key

    @property
    def what(self) -> str:
        """The paper in the words of the item that says most."""
        return self.items[0].requirement.what

    @property
    def who(self) -> str:
        """Who issues it, "" where no measure says."""
        return next((item.requirement.who for item in self.items if item.requirement.who), "")

    @property
    def lead_time(self) -> str:
        """How long it takes there, in the words of a measure; "" where none says."""
        return _choose([find_words_for(self.origin, item.requirement.lead_time) for item in self.items])

    @property
    def cost(self) -> str:
        """What it costs there, "" where no measure says."""
        return _choose([find_words_for(self.origin, find_fee(item.requirement)) for item in self.items])

    @property
    def validity(self) -> str:
        """How long it is good for, "" where no measure says."""
        return next((item.requirement.validity for item in self.items if item.requirement.validity), "")

    @property
    def sample(self) -> str:
        """The address of a sample, "" where there is none."""
        return next((item.requirement.sample for item in self.items if item.requirement.sample), "")

    @property
    def is_offered(self) -> bool:
        """Whether it only wins something: the proof of origin that lowers the duty."""
        return all(item.offered for item in self.items)

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures that ask for it, each once."""
        return tuple({item.measure.code: item.measure for item in self.items}.values())


@dataclass(frozen=True, slots=True)
class PartOfEntry:
    """What a measure says besides papers that have a box of their own."""

    entry: ChecklistEntry
    items: tuple[ChecklistItem, ...]


@dataclass(frozen=True, slots=True)
class BoxedChecklist:
    """The parts of a checklist. `conditions`: what else these goods must meet; `offered`: reliefs and other offers;
    `background`: what holds for all goods alike.
    """

    papers: tuple[PaperBox, ...]
    conditions: tuple[PartOfEntry, ...]
    offered: tuple[PartOfEntry, ...]
    background: tuple[PartOfEntry, ...]

    @property
    def days(self) -> int:
        """How many days the papers take at most, one after another, as far as their times are known."""
        return sum(filter(None, self._count_days_of_papers()))

    @property
    def timed(self) -> int:
        """Of how many papers the time is known."""
        return sum(days is not None for days in self._count_days_of_papers())

    @property
    def priced(self) -> int:
        """Of how many papers the price is known."""
        return sum(names_price(box.cost) for box in self.papers)

    def _count_days_of_papers(self) -> list[int | None]:
        return [count_days(box.lead_time) for box in self.papers]


def _choose(texts: list[str]) -> str:
    """Return the first text that says something; that nothing is published only where no other does."""
    said = sorted(filter(None, texts), key=lambda text: text == NOT_PUBLISHED)
    return said[0] if said else ""


def put_into_boxes(found: Checklist) -> BoxedChecklist:
    """Divide a checklist into the papers to get and the rest. The proof of origin that lowers the duty is among the papers."""
    proof = find_duty(found).item
    has_box = {
        item.key: item
        for entry in found.entries
        for item in entry.items
        if is_paper(item.requirement)
        and (_is_proof(item, proof, found.shipment.hs) if entry.offered else not _is_background(entry))
    }
    rest = [
        PartOfEntry(entry, tuple(item for item in entry.items if item.key not in has_box)) for entry in found.entries
    ]
    rest = [part for part in rest if part.items or not part.entry.items]
    return BoxedChecklist(
        _merge_papers(has_box.values(), found.shipment),
        tuple(part for part in rest if not part.entry.offered and not _is_background(part.entry)),
        tuple(part for part in rest if part.entry.offered),
        tuple(part for part in rest if not part.entry.offered and _is_background(part.entry)),
    )


def is_paper(requirement: Requirement) -> bool:
    """Whether a requirement is a paper that somebody issues, and not a fact about one or something to look up."""
    return requirement.doc and not _NO_PAPER.search(requirement.what)


def _is_proof(item: ChecklistItem, proof: ChecklistItem | None, hs: str) -> bool:
    """Whether an item of what is offered is the proof of origin that lowers the duty, or says its price or its time."""
    return item is proof or (
        proof is not None and _identify_paper(item, hs) == _identify_paper(proof, hs) == (_ORIGIN, "")
    )


def _is_background(entry: ChecklistEntry) -> bool:
    scope, kind = entry.measure.scope, entry.measure.kind
    return kind in FOR_ALL_GOODS and not scope.hs and (not scope.goods or kind in _OF_TRADERS)


def _merge_papers(items: Iterable[ChecklistItem], shipment: Shipment) -> tuple[PaperBox, ...]:
    """Return a box for each paper in the order in which they are got, those of one stage where the first of its items stood."""
    boxes: dict[tuple[str, str], list[ChecklistItem]] = {}
    for item in items:
        boxes.setdefault(_identify_paper(item, shipment.hs), []).append(item)
    papers = [PaperBox(tuple(sorted(same, key=_rank_item)), shipment.origin) for same in boxes.values()]
    return tuple(sorted(papers, key=_find_stage_of_box))


def _find_stage_of_box(box: PaperBox) -> PaperStage:
    """The earliest at which any of its rules wants it."""
    return min(find_stage(item.requirement, item.measure.kind) for item in box.items)


def _identify_paper(item: ChecklistItem, hs: str) -> tuple[str, str]:
    """Return what two items of one paper have in common: a family, for test reports with the laboratory; else the key."""
    if _PLANT_OR_ANIMAL.search(item.requirement.what):
        return ("health" if hs.startswith(_ANIMALS) else "phytosanitary"), ""
    for pattern, family in _FAMILIES:
        if pattern.search(item.requirement.what):
            return family, item.requirement.who if family == "test report" else ""
    return "", item.key


def _rank_item(item: ChecklistItem) -> tuple[bool, bool, int]:
    """What must be met comes first, the proof that wins a rate before the rules on proofs, then what says most."""
    one = item.requirement
    unsaid = sum(not said for said in (one.who, one.lead_time, one.cost, one.validity))
    return item.offered, item.measure.kind is MeasureKind.ORIGIN_PROCEDURE, unsaid
