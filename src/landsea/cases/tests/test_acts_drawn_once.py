"""Forms of acts are drawn once for all cases: what a page fills in is its own, and nothing of another case stands there."""

import pytest
from django.template import Context, Template
from django.utils import translation

from landsea.cases.act_groups import GROUPS
from landsea.cases.models import Case
from landsea.cases.tests.browsing import page_of
from landsea.rules.citation_presenters import Picker

ACTS = [name for _words, names in GROUPS for name in names]
PAGE = Template("{% load cases %}{% act_form act %}")
CASES = (
    Case(ref="LS-2026-0000017", version=3, hand_offs=0, title="One", goods="durian", country="CN", direction="import"),
    Case(ref="LS-2026-0000018", version=9, hand_offs=2, title="<b>", goods="<i>", country="LA", direction="export"),
)


def draw(act: str, case: Case, **more) -> str:
    """Return the form of an act as the page of this case has it."""
    about = {
        "was": [("goods", case.goods), ("country", case.country)],
        "matter": "",
        "country": case.country,
        "goods": case.goods,
        "hs": f"081{case.version}",
        "direction": case.direction,
        "matters": (("Papers", (("permit", "Permit"),)),),
        "countries": [("CN", "China"), ("LA", "Laos")],
        "directions": [("import", "Import"), ("export", "Export")],
    }
    facts = {
        "act": act,
        "case": case,
        "csrf_token": f"token{case.version}",
        "key": f"key{case.version}",
        "typed": {},
        "acts": {act},
        "desk_name": case.title,
        "redactable": [(case.version, case.title)],
        "picker": Picker(()),
        "about": about,
    }
    return PAGE.render(Context(facts | more))


@pytest.mark.parametrize("act", ACTS)
def test_a_form_of_each_case_is_what_its_template_draws(act):
    forms = [draw(act, case) for case in CASES]
    by_template = [draw(act, case, typed={"act": "another"}) for case in CASES]
    assert forms == by_template
    first, second = forms
    assert "LS-2026-0000017" in first and "LS-2026-0000018" not in first and "LS-2026-0000018" in second
    assert 'value="key9"' in second and 'value="token9"' in second and 'name="version" value="9"' in second
    with translation.override("vi"):
        assert draw(act, CASES[1]) == draw(act, CASES[1], typed={"act": "another"}) != second


def test_what_a_form_shows_of_its_case_is_that_cases():
    for case, other in (CASES, reversed(CASES)):
        corrects, hides = draw("classify", case), draw("redact", case)
        assert f'<option value="{case.country}" selected>' in corrects and f'"081{case.version}"' in corrects
        assert f'<option value="{other.country}" selected>' not in corrects and "<i>" not in corrects
        assert f'<option value="{case.version}">' in hides and f'<option value="{other.version}">' not in hides
    assert 'value="&lt;i&gt;"' in draw("classify", CASES[1]) and "<b>" not in draw("redact", CASES[1])


def test_what_was_typed_comes_back_in_its_form():
    first, second = CASES
    for case, body in ((first, "<i>the list</i>"), (second, "another list")):
        form = draw("message", case, typed={"act": "message", "kind": "offices", "body": body})
        assert " open>" in form
        assert ("&lt;i&gt;the list" in form) == (case is first)
    assert "the list" not in draw("message", first)


def test_two_cases_one_after_the_other_have_their_own_forms(world, filed):
    client = world.client("coordinator")
    first = page_of(client.get(f"/cases/{filed.case.ref}/"))
    filed.case.version += 1
    filed.case.save(update_fields=["version"])
    second = page_of(client.get(f"/cases/{filed.case.ref}/"))
    for page, version in ((first, filed.case.version - 1), (second, filed.case.version)):
        assert f'name="version" value="{version}"' in page
        assert page.count(f"/cases/{filed.case.ref}/split") == 1
