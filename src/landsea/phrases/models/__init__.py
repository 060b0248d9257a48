"""Tables of the phrases said on cases."""

from landsea.phrases.models.answered import AnswerPromise, CaseAnswer
from landsea.phrases.models.asked import CaseAsk
from landsea.phrases.models.free_words import FreeWords
from landsea.phrases.models.paper_lines import LineState, PaperLine
from landsea.phrases.models.phrase_language import PhraseLanguage

__all__ = ["AnswerPromise", "CaseAnswer", "CaseAsk", "FreeWords", "LineState", "PaperLine", "PhraseLanguage"]
