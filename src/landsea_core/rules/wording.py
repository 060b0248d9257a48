"""Which words of a rule are put into other languages than the English in which they are kept: its title, its authority, and
what it requires (`landsea_core.translations.KINDS` names them). Acts and summaries stay as they are written.
"""

from landsea_core.rules.measure_export import export_measure
from landsea_core.rules.model import Measure
from landsea_core.translations import KINDS, list_texts


def list_words_of_measure(rule: Measure) -> tuple[str, ...]:
    """The words of a rule that are put into other languages, each once."""
    return tuple(dict.fromkeys(text.english for text in list_texts(KINDS["measures"], export_measure(rule))))
