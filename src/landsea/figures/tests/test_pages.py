"""The public pages of figures: series with a chart and its table, contradictions and rulings, the statement check."""

import re
import uuid

import pytest
from django.urls import reverse

from landsea.base.audit.models import Entry
from landsea.figures import access
from landsea.figures.marked_statement import cut_at_figures
from landsea.figures.models import Ruling
from landsea_core.figures.statement import check_statement

pytestmark = pytest.mark.django_db
PHILIPPINES = "growth:F113"


def text(response) -> str:
    return response.content.decode()


def test_all_figures_are_listed_by_topic(client, figures):
    page = text(client.get(reverse("figures")))
    assert "ILSTC rail-sea trains" in page
    assert "contradictions are open" in page


def test_a_series_shows_a_chart_and_the_same_figures_in_a_table(client, figures):
    page = text(client.get(reverse("figure_series", args=["ilstc-rail-sea-trains-teu"])))
    assert page.count("<circle") == 5  # the full years; nine months are no year
    for figure in ("3,382", "94,000", "861,000", "960,000", "1,425,000", "1,090,000"):
        assert f">{figure}<" in page
    assert "hardly count the same thing" in page
    assert "style=" not in page


def test_a_series_that_does_not_exist_is_not_found(client, figures):
    assert client.get(reverse("figure_series", args=["nothing"])).status_code == 404


def test_the_philippine_growth_stands_as_it_was_said_beside_the_arithmetic(client, figures):
    page = text(client.get(reverse("contradiction", args=[PHILIPPINES])))
    assert "is +30.3 %, not +24.2 %; +24.2 % would start from 6.92" in page
    assert "6.59 -&gt; 8.59" in page
    assert "<form method" not in page.split("</header>")[1]


def test_a_coordinator_rules_with_words_and_each_ruling_stays(world, figures):
    coordinator, url = world.client("coordinator"), reverse("contradiction_rule", args=[PHILIPPINES])
    sent = {"form_key": str(uuid.uuid4()), "verdict": "error", "words": "The growth is that of one year."}
    assert coordinator.post(url, sent).status_code == 302
    assert coordinator.post(url, sent).status_code == 302  # the same form twice
    again = {"form_key": str(uuid.uuid4()), "verdict": "open", "words": "The consulate will look."}
    coordinator.post(url, again)
    assert [row.verdict for row in access.list_rulings(PHILIPPINES)] == ["open", "error"]
    assert Entry.objects.filter(stream="figures:rulings").count() == 2
    page = text(world.client().get(reverse("contradiction", args=[PHILIPPINES])))
    assert "The growth is that of one year." in page
    assert "The consulate will look." in page


@pytest.mark.parametrize("part", ["holder", "observer", "clerk", "stranger"])
def test_nobody_else_rules(world, figures, part):
    sent = {"form_key": str(uuid.uuid4()), "verdict": "error", "words": "Mine."}
    assert world.client(part).post(reverse("contradiction_rule", args=[PHILIPPINES]), sent).status_code in (302, 403)
    assert not Ruling.objects.exists()


def test_a_ruling_without_words_comes_back_with_what_was_chosen(world, figures):
    sent = {"form_key": str(uuid.uuid4()), "verdict": "revised", "words": ""}
    response = world.client("coordinator").post(reverse("contradiction_rule", args=[PHILIPPINES]), sent)
    assert response.status_code == 422
    assert "Say why in a sentence." in text(response)
    assert not Ruling.objects.exists()


def test_a_ruled_contradiction_leaves_the_open_ones(world, figures):
    before = len(access.open_contradictions())
    sent = {"form_key": str(uuid.uuid4()), "verdict": "different_scope", "words": "Two lines."}
    world.client("coordinator").post(reverse("contradiction_rule", args=["two_readings:F043"]), sent)
    assert len(access.open_contradictions()) == before - 1


def test_anyone_may_check_a_statement_and_keeps_what_was_typed(client, figures):
    said = "Trade rose from 6.59 to 8.59 bn yuan, up 24.2 %."
    page = text(client.post(reverse("statement_check"), {"text": said}))
    assert "is +30.3 %, not +24.2 %" in page
    assert page.count(said) == 1  # still in the form
    quoted = re.search(r"<blockquote[^>]*>(.*?)</blockquote>", page, re.DOTALL)[1]
    marked = re.findall(r'<mark class="figure-mark (\w+)"[^>]*>(.*?)</mark>', quoted)
    assert marked == [("wrong", "6.59"), ("wrong", "8.59 bn yuan"), ("wrong", "24.2 %")]
    assert re.sub(r'<span class="unseen">.*?</span>|<[^>]+>', "", quoted) == said


def test_the_pieces_of_a_statement_are_the_whole_of_it():
    said = "Xuất khẩu tăng từ 2,3 tỷ USD lên 3,2 tỷ USD, tức tăng 25%."
    pieces = cut_at_figures(said, check_statement(said).marks)
    assert "".join(piece.words for piece in pieces) == said
    assert [piece.words for piece in pieces if piece.verdict == "wrong"] == ["2,3 tỷ USD", "3,2 tỷ USD", "25%"]


def test_what_does_not_fit_is_said_to_be_of_what_in_the_reader_s_language(client, figures):
    """The figures themselves stay as they were printed."""
    page = text(client.get(reverse("contradiction", args=[PHILIPPINES]), headers={"accept-language": "zh-hans"}))
    listed = page.split('id="said"')[1].split("</ul>")[0]
    assert "重庆" in listed and "Chongqing" not in listed.split("</div>")[0]


@pytest.mark.parametrize(("language", "growth"), [("lo", "+30,3 %"), ("vi", "+30,3 %"), ("zh-hans", "+30.3 %")])
def test_what_a_statement_comes_to_has_the_reader_s_marks(client, figures, language, growth):
    said = "Trade rose from 6.59 to 8.59 billion yuan, up 24.2 %."
    page = text(client.post(reverse("statement_check"), {"text": said}, headers={"accept-language": language}))
    assert said in page and growth in page  # as typed, still in the form


def test_a_statement_is_compared_with_the_observations_held(client, figures):
    page = text(client.post(reverse("statement_check"), {"text": "2025年，重庆与东盟贸易额达1500亿元。"}))
    assert "held is 132.65 bn yuan" in page


@pytest.mark.parametrize(
    ("said", "is_compared"),
    [("Trade rose from 6.59 to 8.59 billion yuan, up 30.3 %.", True), ("The fair was worth 5 billion yuan.", False)],
)
def test_a_figure_with_nothing_beside_it_is_not_called_in_order(client, figures, said, is_compared):
    page = text(client.post(reverse("statement_check"), {"text": said}))
    assert ('class="notice done"' in page) is is_compared
    assert ("(read, nothing to compare it with)" in page) is not is_compared


def test_one_network_has_so_many_statements_checked(client, figures, settings):
    """The next one comes back with a sentence and what was typed; what is empty is not counted."""
    settings.FILINGS_PER_HOUR = 1
    address, said = reverse("statement_check"), {"text": "Trade rose from 6.59 to 8.59 billion yuan, up 24.2 %."}
    assert client.post(address, {"text": " "}).status_code == 422
    assert [client.post(address, said).status_code for _ in range(5)] == [200] * 4 + [429]
    page = text(client.post(address, said))
    assert "check it later" in page and said["text"] in page and 'class="figure-mark' not in page
    assert client.post(address, said, REMOTE_ADDR="192.0.2.7").status_code == 200
    assert client.get(address).status_code == 200, "the empty form costs nothing"


def test_an_empty_statement_is_asked_for(client, figures):
    response = client.post(reverse("statement_check"), {"text": " "})
    assert response.status_code == 422
    assert "Write or paste a sentence with figures." in text(response)


def test_markup_in_a_statement_is_shown_as_text(client, figures):
    page = text(client.post(reverse("statement_check"), {"text": "<script>alert(1)</script> 5 bn yuan"}))
    assert "<script>alert" not in page
