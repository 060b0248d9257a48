"""Fixed phrases by which people work with each other who have no language in common.

An **ask** is the size of a sentence, with typed slots; an **answer** is a whole sentence too, and some answers fit every ask.
Each is put into every language once; the values in the slots are said by the platform in the reader's language. What no
phrase says is written freely. The rows stand in `data/reference/phrasebook`; `landsea asks` shows what is offered for a text.
"""

from landsea_core.phrasebook.filling import SlotFault, Values, find_slots, read_values
from landsea_core.phrasebook.offering import KnownWordings, list_asks_between, offer_asks, offer_asks_by_letters
from landsea_core.phrasebook.phrase_files import PhraseFault, read_phrasebook
from landsea_core.phrasebook.phrases import Answer, Ask, Choice, Phrasebook, SlotKind
from landsea_core.phrasebook.saying import SlotWords, say_phrase

__all__ = [
    "Answer",
    "Ask",
    "Choice",
    "KnownWordings",
    "PhraseFault",
    "Phrasebook",
    "SlotFault",
    "SlotKind",
    "SlotWords",
    "Values",
    "find_slots",
    "list_asks_between",
    "offer_asks",
    "offer_asks_by_letters",
    "read_phrasebook",
    "read_values",
    "say_phrase",
]
