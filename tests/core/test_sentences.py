"""Sentences of the core: filled from named values, in English until a page says them otherwise."""

import pytest

from landsea_core.sentences import Faulty, Figure, Named, Sentence, quote_words

KG = Sentence("%(kg)s kg do not fit into %(place)s.", kg=90_000)


def test_numbers_become_figures_sentences_stay_and_all_else_becomes_words():
    said = Sentence("%(one)s", one=1.5, other=KG, third=None, fourth=(KG,))
    assert isinstance(said.values["one"], Figure) and said.values["other"] is KG
    assert said.values["third"] == "None" and said.values["fourth"] == (KG,)


def test_a_sentence_is_filled_bit_by_bit_and_the_first_one_stays_as_it_was():
    filled = KG.fill(place="Mohan")
    assert str(filled) == "90000 kg do not fit into Mohan."
    assert filled.fill(kg="Many") == Sentence(KG.template, kg="Many", place="Mohan")
    with pytest.raises(KeyError):
        str(KG)


def test_several_sentences_are_said_one_after_the_other():
    assert str(Sentence("Look: %(faults)s", faults=(quote_words("a"), quote_words("b")))) == "Look: a; b"


def test_equal_sentences_count_once():
    assert len({KG, Sentence(KG.template, kg=90_000), KG.fill(place="Mohan")}) == 2


def test_words_of_a_source_are_quoted_per_cents_and_all():
    assert str(Faulty("100 % cotton")) == "100 % cotton" and Faulty(KG.fill(place="A")).sentence.template == KG.template


def test_a_name_knows_what_others_call_it():
    assert Named("Kunming", {"zh": "昆明"}).names["zh"] == "昆明"
