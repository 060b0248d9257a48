"""What the core's checks say."""

from landsea.base.translation.sentences import say_sentence
from landsea_core.sentences import Sentence


def test_a_sentence_without_a_translation_is_said_in_english():
    words = Sentence("from %(base)s to %(result)s", base="3", result="5")
    assert say_sentence(words) == "from 3 to 5"
