"""Statements of other languages as the English that statements are read in, word for word.

Only the words that statements of trade are made of are glossed: numbers, units, periods, "up", "of which", names of the
corridor. The result is no translation for people; what is found in it is shown in the text that was written.
"""

from landsea_core.figures.glosses.glossing import gloss_statement

__all__ = ["gloss_statement"]
