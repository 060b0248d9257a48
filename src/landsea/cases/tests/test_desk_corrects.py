"""A desk corrects what a case is about, on the page of the case."""

import pytest
from django.urls import reverse

from landsea.cases.models import ReadingCorrection
from landsea.cases.tests.browsing import post
from landsea.cases.tests.world import make_world

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return make_world()


def test_a_desk_corrects_what_a_case_is_about_on_its_page(world):
    """The form shows what stands; a chosen matter brings its topic, the desk keeps the case, and the correction is evidence."""
    case, holder = world.file().case, world.client("holder")
    page = holder.get(reverse("case", args=[case.ref])).content.decode()
    assert '<option value="plant_health" selected>' in page and 'name="hs"' in page
    answer = post(holder, case, "classify", matter="rail", country="CN", goods="ore", hs="2601", direction="import")
    assert answer.status_code == 302
    case.refresh_from_db()
    assert (case.topic, case.matter, case.goods, case.hs, case.direction) == (
        "transport_border",
        "rail",
        "ore",
        "2601",
        "import",
    )
    assert case.desk == world.quarantine and ReadingCorrection.objects.filter(case=case).exists()
    page = holder.get(reverse("case", args=[case.ref])).content.decode()
    assert '<option value="rail" selected>' in page and 'value="2601"' in page


def test_what_was_typed_into_a_correction_stays_when_it_is_refused(world):
    """And nothing is changed."""
    case, holder = world.file().case, world.client("holder")
    answer = post(holder, case, "classify", matter="plant_health", country="CN", goods="ore", hs="26.01", direction="")
    page = answer.content.decode()
    assert answer.status_code == 409 and 'value="26.01"' in page and 'value="ore"' in page
    case.refresh_from_db()
    assert (case.matter, case.hs) != ("rail", "26.01")


def test_a_correction_takes_nothing_back_that_somebody_else_corrected_meanwhile(world):
    """The form sends all its fields; only what its sender changed of what was shown counts, after a refusal too."""
    case, holder = world.file().case, world.client("holder")
    names = ("matter", "country", "goods", "hs", "direction")
    shown = {name: getattr(case, name) for name in names} | {f"was_{name}": getattr(case, name) for name in names}
    page = holder.get(reverse("case", args=[case.ref])).content.decode()
    assert all(f'name="was_{name}" value="{shown[name]}"' in page for name in names)
    assert post(world.client("coordinator"), case, "classify", matter="rail").status_code == 302

    again = post(holder, case, "classify", **shown | {"hs": "26.01"})
    assert again.status_code == 409 and f'name="was_matter" value="{case.matter}"' in again.content.decode()
    assert post(holder, case, "classify", **shown | {"goods": "ore"}).status_code == 302
    case.refresh_from_db()
    assert (case.matter, case.goods, case.hs) == ("rail", "ore", shown["hs"])
    assert ReadingCorrection.objects.filter(kind="matter").count() == 1


def test_only_who_may_act_is_shown_the_correction(world):
    """The association reads the case without it."""
    case = world.file(association=world.chamber.pk, member=world.member.pk).case
    for part, is_shown in (("holder", True), ("coordinator", True), ("clerk", False)):
        page = world.client(part).get(reverse("case", args=[case.ref])).content.decode()
        assert ('name="direction"' in page) is is_shown


def test_an_officer_reads_how_much_and_which_goods_in_the_language_of_the_page(world):
    case = world.file(text="ລົດກ້ວຍ 3 ຄັນຄ້າງຢູ່ດ່ານ 4 ມື້ແລ້ວ", goods="ກ້ວຍ", hs="080390").case
    page = world.client("holder").get(reverse("case", args=[case.ref]))
    said = page.content.decode()
    assert "3 lorries · 4 days" in said
    assert "HS 080390 (banana" in said
