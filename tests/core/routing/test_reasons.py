"""Every reason has a sentence, and every sentence its values."""

import re

import pytest

from landsea_core.routing import SENTENCES, RoutingReason, explain_reason


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_is_filled_from_named_values(code):
    named = re.findall(r"%\((\w+)\)s", SENTENCES[code].template)
    words = str(explain_reason(RoutingReason(code, {name: f"<{name}>" for name in named})))
    assert all(f"<{name}>" in words for name in named)
    assert words.endswith(".") and "%" not in words


def test_names_go_in_for_codes_and_the_template_stays_for_the_readers_translation():
    said = explain_reason(RoutingReason("country_matches", {"country": "CN"}), lambda kind, code: "China")
    assert said.template == SENTENCES["country_matches"].template
    assert str(said) == "It answers for the whole of China."


def test_an_unknown_code_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        explain_reason(RoutingReason("because", {}))
