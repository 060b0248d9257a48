"""A plan for goods in words: where they may be several with different verdicts, the page tells each."""

import pytest
from django.urls import reverse

from landsea.corridor.tests.test_faults import ASKED

pytestmark = pytest.mark.django_db


def ask(client, goods, status=200, **more):
    page = client.get(reverse("plan"), {**ASKED, "goods": goods, **more})
    assert page.status_code == status
    return page.content.decode()


def test_goods_that_may_be_several_are_told_with_their_verdicts(reference_measures, client):
    page = ask(client, "durian, frozen durian")
    assert "Which of these is it?" in page and "hs=081060" in page and "hs=081190" in page
    assert "Which of these is it?" not in ask(client, "durian, frozen durian", hs="081190")


def test_a_word_that_nobody_knows_is_said_to_be_unknown(client):
    assert "Nothing known here is called “polish”" in ask(client, "bowling shoes polish")
    assert "Nothing known here is called" not in ask(client, "shoes")


def test_where_the_likeliest_goods_have_no_way_others_that_have_one_are_offered(reference_measures, client):
    of_malaysia = {"origin": "MY", "mode": "rail"}  # fresh durian of Malaysia may not go by land (M013)
    page = ask(client, "durian, frozen durian", status=422, **of_malaysia)
    assert "M013" in page and "Which of these is it?" in page and "hs=081190" in page
    assert "Which of these is it?" not in ask(client, "durian", status=422, **of_malaysia)
