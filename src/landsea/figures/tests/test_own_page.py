"""The mechanism's own record: the numbers that are shown, and that nothing hidden stands there as a cell."""

import re
from datetime import UTC, datetime, timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils.translation import override

from landsea.cases.models import Case, StepRecord
from landsea.figures import mechanism, own_page
from landsea.figures.mechanism import find_own_figures
from landsea.figures.own_record import Share, count_own_record

pytestmark = pytest.mark.django_db
SEPTEMBER, OCTOBER = datetime(2026, 9, 7, 2, tzinfo=UTC), datetime(2026, 10, 5, 2, tzinfo=UTC)


@pytest.fixture
def cases(world):
    """Thirty cases about one topic: 12 of September, answered after two days; 18 of October, of which 6 have no answer. 14 are
    fixed, 6 have a workaround, 5 were explained, 5 are open; in 6 a deadline passed in silence.
    """
    outcomes = ["fixed"] * 14 + ["workaround"] * 6 + ["explained_no_change"] * 5 + [""] * 5
    for number, outcome in enumerate(outcomes):
        filed = SEPTEMBER if number < 12 else OCTOBER
        case = world.file(f"Durian number {number}.", now=filed).case
        step = StepRecord.objects.filter(case=case)
        if number < 24:
            step.update(ended_at=filed + timedelta(days=2 if number < 12 else 4), ended_by="answer")
        else:
            step.update(step="answer", expired_at=filed + timedelta(days=9))
        if outcome:
            closing = {"outcome": outcome, "state": "closed", "step": "", "due_at": None, "wakes_at": None}
            Case.objects.filter(pk=case.pk).update(closed_at=filed + timedelta(days=10), **closing)
    mechanism.forget_figures()
    return find_own_figures()


def text(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_record_in_a_few_numbers(cases):
    record = count_own_record(cases)
    assert (record.brought, record.answered) == (30, 24)
    assert record.put_right == Share(20, 25) and record.put_right.per_cent == 80
    assert record.in_time == Share(24, 30) and record.in_time.per_cent == 80
    assert record.to_first_answer == timedelta(days=3)


def test_four_numbers_stand_before_any_table(client, cases):
    page = client.get(reverse("own_figures")).content.decode()
    four = page.split('class="numbers own-four"')[1].split("</ul>")[0]
    assert page.index("own-four") < page.index("<figure") < page.index("<table")
    assert [text(one) for one in re.findall(r"<li>.*?</li>", four)] == [
        "30 problems brought 24 of them answered",
        "80 % put right 20 of 25 that came to an end",
        "3 days until half of the first answers had come",
        "80 % without a deadline passed in silence 24 of 30",
    ]


def test_months_have_their_numbers_in_the_chart_and_in_its_table(client, cases):
    chart = own_page.chart_months(cases, "en")
    assert [(bar.month.number, bar.month.days) for bar in chart.bars] == [(12, 2.0), (18, 4.0)]
    page = client.get(reverse("own_figures")).content.decode()
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", page)
    assert [text(row) for row in rows] == ["September 2026 12 2", "October 2026 18 4"]
    assert "<title>October 2026: 18</title>" in page


def test_the_axis_names_months_as_the_language_writes_them(cases):
    for language, said in (("en", "10/26"), ("zh-hans", "26年10月"), ("vi", "10/26"), ("lo", "10/26")):
        with override(language):
            assert own_page.chart_months(cases, language).bars[-1].month.short == said


def test_topics_countries_and_outcomes_are_bars_by_size(client, cases):
    page = client.get(reverse("own_figures")).content.decode()
    lines = [text(one) for one in re.findall(r'<li><span class="own-line-name">.*?</li>', page)]
    assert any(line.endswith("30 80 % put right · half of those that ended took at most 10 days") for line in lines)
    assert "China 30 80 % put right · a deadline passed in silence: 6" in lines
    assert [line for line in lines if line.startswith(("fixed", "workaround", "explained", "still open"))] == [
        "fixed 14",
        "workaround 6",
        "still open 5",
        "explained, no change 5",
    ]


def test_what_is_hidden_is_counted_together_and_is_no_cell(client, world, cases):
    for number in range(7):
        world.file(f"A visa {number}.", topic="visas" if number < 3 else "ip", matter="", country="VN", place_code="")
    mechanism.forget_figures()
    page = client.get(reverse("own_figures")).content.decode()
    assert ">hidden<" not in page and "None" not in page
    topics = text(page.split('id="topics"')[1].split("</section>")[0])
    assert "7 more in groups that are too small to be shown one by one." in topics


def test_too_few_cases_are_said_to_be_too_few(client, world):
    world.file()
    mechanism.forget_figures()
    page = text(client.get(reverse("own_figures")).content.decode())
    assert page.count("too few cases to say") == 4


def test_an_empty_record_says_how_it_begins(client, world):
    mechanism.forget_figures()
    page = client.get(reverse("own_figures")).content.decode()
    assert "The record begins with the first problems that are brought." in page


def test_a_demonstration_marks_its_numbers(client, cases):
    Case.objects.update(is_demo=True)
    mechanism.forget_figures()
    page = client.get(reverse("own_figures")).content.decode()
    four = page.split('class="numbers own-four"')[1].split("</ul>")[0]
    assert four.count("(demo)") == 4


def test_open_data_names_the_outcomes_behind_each_result(client, cases):
    rows = client.get("/figures/data/mechanism.json").json()
    cells = {(row["table"], row["row"], row["column"]): row["cases"] for row in rows}
    assert cells["result by outcome", "put right", "fixed"] == 14
    assert cells["result by outcome", "put right", ""] == 20
    assert cells["answered", "answered", ""] == 24
    assert len({row["cell"] for row in rows}) == len(rows)
