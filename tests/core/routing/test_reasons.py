"""Every reason has a sentence, and every sentence its values."""

import re

import pytest

from landsea_core.routing import SENTENCES, RoutingReason, say_reason


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_filled_from_named_values(code):
    named = re.findall(r"%\((\w+)\)s", SENTENCES[code])
    words = say_reason(RoutingReason(code, {name: f"<{name}>" for name in named}))
    assert all(f"<{name}>" in words for name in named)
    assert words.endswith(".") and "%" not in words


def test_the_readers_translation_is_used_before_names_go_in():
    german = {SENTENCES["country_matches"]: "Zustaendig fuer ganz %(country)s."}
    said = say_reason(RoutingReason("country_matches", {"country": "CN"}), lambda kind, code: "China", german.get)
    assert said == "Zustaendig fuer ganz China."


def test_an_unknown_code_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        say_reason(RoutingReason("because", {}))
