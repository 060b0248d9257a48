"""Which words of a rule are put into other languages than the English in which they are kept: its title, its authority, and
what it requires. They stand in the folder `FOLDER` of the reference, as `landsea_core.wordings` has it.
"""

from landsea_core.rules.model import Measure, Requirement

FOLDER = "rule_words"


def list_words_of_requirement(one: Requirement) -> tuple[str, ...]:
    """The words of a requirement that a reader reads: what, who, how long, cost, validity; those that it has."""
    return tuple(words for words in (one.what, one.who, one.lead_time, one.cost, one.validity) if words)


def list_words_of_measure(rule: Measure) -> tuple[str, ...]:
    """The words of a rule that are put into other languages, each once: title, authority and its requirements'. Acts and
    summaries stay as they are written.
    """
    said = (
        rule.title,
        rule.authority,
        *(words for one in rule.requirements for words in list_words_of_requirement(one)),
    )
    return tuple(dict.fromkeys(words for words in said if words))
