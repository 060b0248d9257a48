"""What is only nearest to a question stands behind what answers it, by words or by a line of business."""

from types import SimpleNamespace

from landsea.search import public_things
from landsea.search.public_things import MEASURES, find_public
from landsea_core.finding import Text, WordIndex, read_default_same_words, read_question


def test_what_a_line_of_business_is_offered_is_an_answer_and_stands_before_what_is_near(monkeypatch):
    index = WordIndex([Text("NEAR", ("flexible rice tariff",), (), frozenset(), 0.0)])
    monkeypatch.setattr(public_things, "_index_of", lambda _: index)
    question = read_question("zzyzx qwrtp vbnmk xcvbz rice tariff", read_default_same_words(), 20)
    found = {}
    for offered in ([], ["OFFERED"]):
        monkeypatch.setattr(
            public_things,
            "order_measures",
            lambda keys, *_, offered=offered: tuple(
                SimpleNamespace(code=one) for one in dict.fromkeys([*keys, *offered])
            ),
        )
        found[len(offered)] = find_public(question, "", {MEASURES})[MEASURES]
    assert (found[0].keys, found[0].is_near) == (("NEAR",), True)
    assert (found[1].keys, found[1].is_near) == (("OFFERED", "NEAR"), False)
