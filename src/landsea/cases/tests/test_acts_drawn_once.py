"""Forms of acts that look the same for every case are drawn once: what a page fills in is its case's own, and nothing else of
it stands in them.
"""

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string

from landsea.cases.act_groups import GROUPS, SAME_FOR_ALL_CASES, act_template
from landsea.cases.labels import OUTCOMES
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of

PAGE = Template("{% load cases %}{% act_form act %}")
CASES = (
    Case(ref="LS-2026-0000017", version=3, hand_offs=0, title="One", hs="0810", country="CN", step="accept"),
    Case(ref="LS-2026-0000018", version=9, hand_offs=2, title="<b>", hs="4001", country="LA", step="solve"),
)


def draw(act: str, case: Case, **more) -> tuple[str, str]:
    """Return the form as a page has it, and as its template draws it of the same facts."""
    facts = {
        "act": act,
        "case": case,
        "csrf_token": f"token{case.version}",
        "key": f"key{case.version}",
        "typed": {},
        "acts": {act},
        "state": (case.step, case.title),
        "line": case.title,
        "desk_name": case.title,
        "outcomes": [(one.value, words) for one, words in OUTCOMES.items()][case.version :],
        "redactable": [(case.version, case.title)],
    } | more
    return PAGE.render(Context(facts)), render_to_string(act_template(act), facts)


@pytest.mark.parametrize("act", sorted(SAME_FOR_ALL_CASES))
def test_a_form_of_each_case_is_what_its_template_draws(act):
    forms = [draw(act, case) for case in CASES]
    for form, by_template in forms:
        assert form == by_template
    assert forms[0][0] != forms[1][0] and "LS-2026-0000018" in forms[1][0]


def test_what_was_typed_comes_back_in_its_form():
    first, second = CASES
    for case, body in ((first, "<i>the list</i>"), (second, "another list")):
        form, by_template = draw("message", case, typed={"act": "message", "kind": "offices", "body": body})
        assert form == by_template and " open>" in form
        assert ("&lt;i&gt;the list" in form) == (case is first)
    assert "the list" not in draw("message", first)[0]


def test_forms_that_show_more_of_their_case_are_not_among_them():
    others = {name for _words, names in GROUPS for name in names} - SAME_FOR_ALL_CASES
    assert others == {"answer", "propose_outcome", "classify", "redact"}
    for act, shown in (("redact", "<b>"), ("propose_outcome", "outcome")):
        assert act in others and shown.replace("<b>", "&lt;b&gt;") in draw(act, CASES[1])[0]


def test_two_cases_one_after_the_other_have_their_own_forms(world, filed):
    client = world.client("coordinator")
    first = page_of(client.get(f"/cases/{filed.case.ref}/"))
    filed.case.version += 1
    filed.case.save(update_fields=["version"])
    second = page_of(client.get(f"/cases/{filed.case.ref}/"))
    for page, version in ((first, filed.case.version - 1), (second, filed.case.version)):
        assert f'name="version" value="{version}"' in page
        assert page.count(f"/cases/{filed.case.ref}/split") == 1
