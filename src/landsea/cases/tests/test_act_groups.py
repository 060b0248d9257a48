"""Acts on a case's page stand in groups, each once, and what the running step waits for stands before them."""

import re

import pytest

from landsea.cases.act_forms import OFFICE_FORMS
from landsea.cases.act_groups import GROUPS, choose_likely_act, group_acts
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of

ALL = [name for _words, names in GROUPS for name in names]


def test_each_act_of_a_desk_and_of_the_coordinator_is_in_one_group():
    on_its_own = {"end_consultation", "open_filer"}
    assert sorted(ALL) == sorted(set(OFFICE_FORMS) - on_its_own)


@pytest.mark.parametrize(
    ("step", "likely"),
    [
        ("admit", "accept"),
        ("accept", "accept"),
        ("answer", "answer"),
        ("solve", "propose_outcome"),
        ("confirm", ""),
        ("", ""),
    ],
)
def test_what_the_running_step_waits_for_is_likely(step, likely):
    case = Case(step=step)
    assert choose_likely_act(ALL, case) == likely
    shown = [name for group in group_acts(ALL, case) for name in group.acts]
    assert sorted(shown) == sorted(ALL)


def test_what_may_not_be_done_is_never_likely():
    assert choose_likely_act({"message"}, Case(step="answer")) == ""
    assert [group.words for group in group_acts({"message"}, Case(step="answer"))] == ["Answer and ask"]


def test_the_coordinator_of_a_silent_case_gives_it_to_another_desk_first(filed):
    filed.case.silent_since = filed.case.filed_at
    assert choose_likely_act(ALL, filed.case) == "reassign"


def test_the_coordinators_page_has_three_groups_after_the_likely_act(world, filed):
    page = page_of(world.client("coordinator").get(f"/cases/{filed.case.ref}/"))
    headings = re.findall(r'<h3 id="acts-\d">(.*?)</h3>', page)
    assert headings == ["Answer and ask", "Pass on", "Put in order"]
    assert page.index("/accept") < page.index(headings[0]) or "/accept" not in page
    assert len(re.findall(r'action="/cases/[^"]+/(\w+)"', page)) == len(
        set(re.findall(r'action="/cases/[^"]+/(\w+)"', page))
    )
