"""What some answers and asks of the book mean for the case beside their words: promises, papers that are owed, outcomes.

The book is data; what the platform does besides showing it is told here by the codes of the rows, and a test keeps that each
code is in the book.
"""

from landsea_core.caseflow import Outcome
from landsea_core.phrasebook.filling import Values, find_slots
from landsea_core.phrasebook.phrases import Answer, Ask

PROMISES = {"known_by": "moment", "will_send": "day", "actions_by": "day"}
"""Answers that promise the real one by a moment or a day, by the slot that says when. The ask stays open."""
WITH_FILE = frozenset({"file_attached", "letter_attached", "actions_done", "count_people", "goods_fake"})
"""Answers that say that a file is attached: without one they would not be true."""
OF_PAPERS = frozenset({"have_it", "file_attached", "will_send", "cannot_get", "no_never"})
"""Answers to an ask for papers; where several papers are asked for, each is answered for itself."""
NEEDS_PAPERS = frozenset({"after_paper", "need_more", "papers_list"})
"""Answers that name papers which the other side is to bring."""
IS_IT_SOLVED = "M06"
"""The ask by which a desk asks the filer whether the outcome that it proposes holds."""
OUTCOME_SAID = "outcome_is"
FREE_WORDS = "free_words"
OUTCOMES = {
    "fixed": Outcome.FIXED,
    "workaround": Outcome.WORKAROUND,
    "explained": Outcome.EXPLAINED_NO_CHANGE,
    "no_barrier": Outcome.NOT_A_BARRIER,
}
"""The outcomes that a desk may propose, by the book's word for each."""
WITHDRAWN = "withdrawn"


def find_papers_asked(ask: Ask, values: Values) -> tuple[str, ...]:
    """Return the codes of the papers that an ask wants to have, in their order; none for an ask that wants to know something.

    Example: A03 "Please send this paper as a file by {day}: {paper}." with paper "origin" wants ("origin",).
    """
    if not OF_PAPERS & set(ask.answers):
        return ()
    return _papers_in(ask.says["en"], values)


def find_papers_needed(answer: Answer, values: Values) -> tuple[str, ...]:
    """Return the codes of the papers that an answer wants from whoever asked; none for other answers."""
    return _papers_in(answer.says["en"], values) if answer.code in NEEDS_PAPERS else ()


def is_final(answer: str) -> bool:
    """True for an answer after which nothing is open: every one that is no promise."""
    return answer not in PROMISES


def _papers_in(phrase: str, values: Values) -> tuple[str, ...]:
    slots = [slot for slot in find_slots(phrase) if slot in ("paper", "papers")]
    return tuple(dict.fromkeys(code for slot in slots for code in values.get(slot, "").split()))
