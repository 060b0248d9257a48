"""The reference files in `data/reference` as dataclasses: topics, places, offices, their telephones, desks,
places to hand on to.

`load` reads them, `check` lists everything wrong with them in sentences, `coverage` shows which desk answers for each
topic in each country. Facts only: people, contacts and calendars are kept elsewhere. Reads files, touches nothing.
"""

from landsea_core.reference.check import check
from landsea_core.reference.coverage import Cell, coverage
from landsea_core.reference.load import ReferenceFault, load
from landsea_core.reference.model import Desk, Gap, Matter, Office, Place, Reference, Scope, Telephone, Topic
from landsea_core.reference.rows import Problem

__all__ = [
    "Cell",
    "Desk",
    "Gap",
    "Matter",
    "Office",
    "Place",
    "Problem",
    "Reference",
    "ReferenceFault",
    "Scope",
    "Telephone",
    "Topic",
    "check",
    "coverage",
    "load",
]
