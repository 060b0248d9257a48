"""Words that sound as if it cannot wait, in a filing that asks for the normal lane."""

import re

from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of

ROTTING = "Two lorries with durian stand at Mohan since yesterday, the fruit is spoiling, please help today."


def test_words_that_cannot_wait_are_asked_about_and_one_press_makes_the_case_urgent(client, typed):
    typed |= {"text": ROTTING, "lane": "normal", "lane_reason": ""}
    offer = "Your words sound as if it cannot wait"
    assert offer in page_of(client.post("/file/", typed | {"action": "check"}))

    page = page_of(client.post("/file/", typed | {"action": "urgent"}))
    reason = re.search(r'name="lane_reason" value="([^"]+)"', page)[1]
    assert offer not in page and "spoil" in reason
    assert re.search(r'value="urgent"[^>]* checked', page)
    assert not Case.objects.exists()


def test_what_can_wait_is_not_asked_about(client, typed):
    text = "Which papers does Mohan want for dried durian next year?"
    page = page_of(
        client.post("/file/", typed | {"text": text, "lane": "normal", "lane_reason": "", "action": "check"})
    )
    assert "sound as if it cannot wait" not in page and "What is due when" in page
