"""How the weigher of figures learns from short texts of which it is known whether their figures fit."""

from landsea_core.figures.learning.labelled_texts import LabelledText, read_labelled_texts
from landsea_core.figures.learning.weigher_learning import learn_weigher

__all__ = ["LabelledText", "learn_weigher", "read_labelled_texts"]
