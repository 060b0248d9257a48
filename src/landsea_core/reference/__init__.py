"""The reference files in `data/reference` as dataclasses: topics, places, offices, their telephones, desks,
places to hand on to.

`read_reference` reads them, `find_reference_problems` lists everything wrong with them in sentences, `compute_coverage`
shows which desk answers for each topic in each country. Facts only: people, contacts and calendars are kept elsewhere.
Reads files, touches nothing.
"""

from landsea_core.reference.check import find_reference_problems
from landsea_core.reference.coverage import CoverageCell, compute_coverage
from landsea_core.reference.load import ReferenceFault, read_reference
from landsea_core.reference.model import (
    CompetenceScope,
    CoverageGap,
    Desk,
    Matter,
    Office,
    PlaceRow,
    Reference,
    Telephone,
    Topic,
)
from landsea_core.reference.rows import Problem

__all__ = [
    "CompetenceScope",
    "CoverageCell",
    "CoverageGap",
    "Desk",
    "Matter",
    "Office",
    "PlaceRow",
    "Problem",
    "Reference",
    "ReferenceFault",
    "Telephone",
    "Topic",
    "compute_coverage",
    "find_reference_problems",
    "read_reference",
]
