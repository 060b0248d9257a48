"""What this process turns texts into vectors with. Loaded when first asked, and never by pages that do not ask."""

import logging
from functools import cache

import numpy as np

from landsea_core.likeness import CENTRES_FILE, NOTHING_KNOWN, CentreFault, Centres, LikenessReader, TextHints
from landsea_core.text.data_files import find_default_data_folder
from landsea_core.text.default_reader import get_reader_of_files

logger = logging.getLogger(__name__)


@cache
def find_likeness_reader() -> LikenessReader | None:
    """Return the reader of this process; None where the embedder or its files are not there, which is said once in the log.

    Then nothing is compared, the lists of likeness stay empty, and everything else goes on. Words that coordinators added are
    not read with: a process that knows of them already and one that does not yet must make the same vectors.
    """
    try:
        return LikenessReader(get_reader_of_files(), Centres.load(find_default_data_folder() / "models" / CENTRES_FILE))
    except FileNotFoundError:
        logger.warning("Texts cannot be compared: data/models has no %s. Run landsea train.", CENTRES_FILE)
    except (CentreFault, ValueError) as fault:
        logger.warning("%s", fault)
    return None


def name_current_model() -> str:
    """Return what the vectors of this process depend on, or empty text without a reader."""
    found = find_likeness_reader()
    return found.model if found else ""


def compute_vector(text: str, about: TextHints = NOTHING_KNOWN) -> np.ndarray | None:
    """Return the vector of a text; None for one without words, or when nothing can be compared."""
    found = find_likeness_reader()
    return found.vector(text, about) if found and text.strip() else None
