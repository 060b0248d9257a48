"""How matters and topics say together what a text is about."""

import pytest

from landsea_core.text.model.topics import add_up_topics, raise_spoken_topics, weigh_topics_alone

TOPICS = {"visa": "people", "work_permit": "people", "import_licence": "permits"}
MATTERS = {"visa": 0.2, "work_permit": 0.25, "import_licence": 0.55}


def test_a_topic_is_the_sum_of_its_matters():
    assert add_up_topics(MATTERS, TOPICS) == pytest.approx({"people": 0.45, "permits": 0.55})


def test_what_is_said_of_the_topic_alone_moves_its_matters_alike_and_the_sum_stays():
    weighed = weigh_topics_alone(MATTERS, {"people": 0.8, "permits": 0.2}, TOPICS)
    assert sum(weighed.values()) == pytest.approx(1.0)
    assert weighed["visa"] / weighed["work_permit"] == pytest.approx(0.8)
    assert add_up_topics(weighed, TOPICS)["people"] > 0.5


def test_a_topic_that_nothing_speaks_for_stays_possible():
    weighed = weigh_topics_alone(MATTERS, {"people": 1.0}, TOPICS)
    assert weighed["import_licence"] > 0


def test_matters_without_a_chance_stay_without_one():
    weighed = weigh_topics_alone({"visa": 0.0, "work_permit": 0.0, "import_licence": 1.0}, {"people": 0.5}, TOPICS)
    assert weighed["visa"] == 0.0 and weighed["import_licence"] == pytest.approx(1.0, abs=1e-3)


def test_words_for_a_whole_topic_raise_its_matters():
    raised = raise_spoken_topics(MATTERS, {"topic:people": 1.0}, TOPICS)
    assert add_up_topics(raised, TOPICS)["people"] > 0.6
