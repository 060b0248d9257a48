"""Official terms of customs, quarantine, transport and law in ten languages, with the source of each where one was opened."""

from landsea_core.termbase.tbx import write_tbx
from landsea_core.termbase.terms import LANGUAGES, Source, Term, TermFault, read_terms
from landsea_core.termbase.use import OtherWords, find_other_words

__all__ = ["LANGUAGES", "OtherWords", "Source", "Term", "TermFault", "find_other_words", "read_terms", "write_tbx"]
