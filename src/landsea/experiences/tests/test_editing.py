"""From a solved case to an answer: masked, checked, kept by a person, published, taken back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from landsea.base.audit.models import Entry
from landsea.base.refusal import Refused
from landsea.experiences import access
from landsea.experiences.actions.begin import About, begin_experience, begin_from_case
from landsea.experiences.actions.decide import (
    keep_words,
    publish_experience,
    say_about,
    withdraw_experience,
)
from landsea.experiences.actions.word import write_wording
from landsea.experiences.check import list_still_found
from landsea.experiences.models import Experience, State
from landsea.experiences.wordings import find_original_wording, join_words
from landsea.translating.originals import find_translatable

pytestmark = pytest.mark.django_db
CLEAN = (
    "Which laboratory report the quarantine desk at Mohan accepts",
    "The report was not accepted at the gate.",
    "Bring the laboratory report in the form of the Chinese customs; the desk accepts it within two hours.",
)


def published(world, draft, *, words=CLEAN, about: About | None = None) -> Experience:
    actor, now = world.actor("coordinator"), timezone.now()
    write_wording(actor, draft.pk, "en", *words, now)
    if about:
        say_about(actor, draft.pk, about, now)
    return publish_experience(actor, draft.pk, basis="general", basis_words="", read_through=True, now=now)


def test_a_draft_from_a_case_has_the_names_masked_already(draft):
    wording = draft.wordings.get()
    whole = f"{wording.title} {wording.question} {wording.answer}"
    for name in ("Quamby", "Wrexford", "5551", "29C", "Zarquon"):
        assert name not in whole
    assert "[company]" in wording.question
    assert "quarantine desk accepts" in wording.answer


def test_a_case_gives_one_experience(world, solved, draft):
    assert begin_from_case(world.actor("coordinator"), solved.ref, timezone.now()) == draft
    assert Experience.objects.count() == 1


def test_an_open_case_gives_none(world):
    filed = world.file()
    with pytest.raises(Refused) as refused:
        begin_from_case(world.actor("coordinator"), filed.case.ref, timezone.now())
    assert refused.value.code == "not_closed"


@pytest.mark.parametrize("part", ["holder", "deputy", "head", "observer", "clerk", "stranger", "anonymous"])
def test_only_the_coordinator_edits(world, solved, draft, part):
    actor = world.actor(part)
    with pytest.raises(PermissionDenied):
        begin_from_case(actor, solved.ref, timezone.now())
    with pytest.raises(PermissionDenied):
        write_wording(actor, draft.pk, "en", "a", "b", "c", timezone.now())
    with pytest.raises(Http404):
        access.find_experience(actor, draft.pk)


def test_a_name_keeps_it_from_being_published(world, draft):
    actor, now = world.actor("coordinator"), timezone.now()
    write_wording(actor, draft.pk, "en", CLEAN[0], "Beeblebrox had this too.", CLEAN[2], now)
    with pytest.raises(Refused) as refused:
        publish_experience(actor, draft.pk, basis="general", basis_words="", read_through=True, now=now)
    assert refused.value.code == "names"
    keep_words(actor, draft.pk, ["Beeblebrox"], now)
    assert publish_experience(actor, draft.pk, basis="general", basis_words="", read_through=True, now=now).is_public


def test_what_the_platform_knows_of_the_filer_cannot_be_kept(world, draft):
    actor, now = world.actor("coordinator"), timezone.now()
    write_wording(actor, draft.pk, "en", CLEAN[0], "ask zarquon about it", CLEAN[2], now)
    with pytest.raises(Refused) as refused:
        keep_words(actor, draft.pk, ["zarquon"], now)
    assert refused.value.code == "known"
    with pytest.raises(Refused):
        publish_experience(actor, draft.pk, basis="general", basis_words="", read_through=True, now=now)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"read_through": False}, "not_read"),
        ({"basis": "own"}, "no_basis"),
        ({"basis": "consent"}, "no_consent"),
        ({"basis": "because"}, "no_basis"),
    ],
)
def test_it_is_published_only_when_read_and_with_a_reason(world, draft, fields, code):
    actor, now = world.actor("coordinator"), timezone.now()
    write_wording(actor, draft.pk, "en", *CLEAN, now)
    with pytest.raises(Refused) as refused:
        publish_experience(
            actor, draft.pk, **({"basis": "general", "basis_words": "", "read_through": True, "now": now} | fields)
        )
    assert refused.value.code == code
    assert Experience.objects.get().state == State.DRAFT


def test_a_name_does_not_come_in_later(world, draft):
    actor, now = world.actor("coordinator"), timezone.now()
    published(world, draft)
    with pytest.raises(Refused) as refused:
        write_wording(actor, draft.pk, "vi", "Phiếu nào được nhận", "Hỏi ông Wrexford.", "Mang phiếu.", now)
    assert refused.value.code == "names"
    assert draft.wordings.count() == 1


def test_a_translation_in_a_script_without_capitals_is_read_by_a_person_first(world, draft):
    actor, now = world.actor("coordinator"), timezone.now()
    lao = ("ໃບກວດວິເຄາະແບບໃດທີ່ຮັບ", "ດ່ານບໍ່ຮັບໃບກວດວິເຄາະ", "ເອົາໃບກວດຕາມແບບພາສີຈີນ")
    write_wording(actor, draft.pk, "en", *CLEAN, now)
    wording = write_wording(actor, draft.pk, "lo", *lao, now)
    draft.refresh_from_db()
    assert {one.text for one in list_still_found(draft, wording)} == set(lao)
    keep_words(actor, draft.pk, lao, now)
    assert publish_experience(actor, draft.pk, basis="general", basis_words="", read_through=True, now=now).is_public


def test_it_is_translated_from_its_own_words_whatever_its_translator_reads(world, draft):
    """Who reads none of its wordings reads its own, and so finds what was said of that."""
    actor, now = world.actor("coordinator"), timezone.now()
    write_wording(actor, draft.pk, "en", *CLEAN, now)
    write_wording(actor, draft.pk, "vi", "Phiếu nào được nhận", "Phiếu không được nhận.", "Mang phiếu.", now)
    with override("vi"):
        found = find_translatable(actor, "experience", str(draft.pk))
    assert found.original.text == join_words(find_original_wording(draft))


def test_what_was_taken_back_is_gone_for_readers(world, draft):
    actor, now = world.actor("coordinator"), timezone.now()
    published(world, draft)
    with pytest.raises(Refused):
        withdraw_experience(actor, draft.pk, " ", now)
    withdraw_experience(actor, draft.pk, "The filer asked for it.", now)
    with pytest.raises(Http404):
        access.find_experience(world.actor("holder"), draft.pk)
    assert access.search_experiences("laboratory report", "en") == []


def test_each_act_leaves_one_audit_row_without_words(world, draft):
    published(world, draft)
    rows = Entry.objects.filter(stream=f"experience:{draft.pk}").order_by("position")
    assert [row.act for row in rows] == ["begin_from_case", "write_wording", "publish"]
    assert "laboratory" not in str([row.facts for row in rows])


def test_a_guide_is_written_directly(world):
    actor, now = world.actor("coordinator"), timezone.now()
    guide = begin_experience(actor, "guide", "en", About(matter="plant_health", country="CN"), now)
    write_wording(actor, guide.pk, "en", *CLEAN, now)
    assert publish_experience(actor, guide.pk, basis="own", basis_words="", read_through=True, now=now).is_public
    with pytest.raises(Refused):
        begin_experience(actor, "solved", "en", About(), now)


def test_a_measure_that_does_not_exist_is_refused(world, draft):
    with pytest.raises(Refused) as refused:
        say_about(world.actor("coordinator"), draft.pk, About(measures=("NOSUCH",)), timezone.now())
    assert refused.value.code == "no_such_measure"


def test_what_a_practice_is_about_is_checked_when_it_is_typed(world):
    editor = world.client("coordinator")
    about = {"kind": "practice", "language": "en", "matter": "", "country": "", "hs": "0810.60", "measures": "NONSENSE"}
    page = editor.post(reverse("experience_new"), about)
    assert page.status_code == 422 and "No measure has the code NONSENSE" in page.content.decode()
    page = editor.post(reverse("experience_new"), about | {"hs": "08106", "measures": ""})
    assert page.status_code == 422 and "is no HS code" in page.content.decode()
    begun = editor.post(reverse("experience_new"), about | {"measures": ""}, follow=True)
    practice = Experience.objects.get()
    assert practice.hs == "081060"
    assert [value for value, _words in begun.context["decision"].fields["basis"].choices] == ["own"]
