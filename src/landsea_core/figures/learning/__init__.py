"""How the weigher of figures learns from short texts of which it is known whether their figures fit.

`weigher_learning` and what it stands on need the packages of `requirements/dev.txt`, the labelled texts do not.
"""

from landsea_core.figures.learning.labelled_texts import LabelledText, read_labelled_texts

__all__ = ["LabelledText", "read_labelled_texts"]
