"""The weigher of this checkout: `data/models/figures.npz`, which `landsea train-figures` writes."""

from functools import cache

from landsea_core.figures.statement.weighing.weigher import Weigher
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.model.array_files import UNREADABLE

FIGURES_FILE = "figures.npz"


@cache
def read_default_weigher() -> Weigher | None:
    """Return the weigher, read when first needed; None where its file is missing or damaged, so that nothing is weighed."""
    try:
        return Weigher.load(find_default_data_folder() / "models" / FIGURES_FILE)
    except UNREADABLE:
        return None
