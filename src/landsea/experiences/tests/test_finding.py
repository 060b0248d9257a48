"""Finding answers in any language, offering them, whether they helped, and ending with the rules they rest on."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from landsea.experiences import access
from landsea.experiences.actions.begin import About, begin_experience
from landsea.experiences.actions.decide import keep_words, publish_experience, say_about
from landsea.experiences.actions.expire import expire_outdated
from landsea.experiences.actions.word import write_wording
from landsea.experiences.models import Experience, State
from landsea.experiences.rank import compute_least_share
from landsea.experiences.tests.test_editing import CLEAN, published
from landsea.rules import access as rules_access

pytestmark = pytest.mark.django_db
LAO = ("ໃບກວດວິເຄາະແບບໃດທີ່ດ່ານບໍ່ຫານຮັບ", "ດ່ານບໍ່ຮັບໃບກວດວິເຄາະທຸລຽນ", "ເອົາໃບກວດວິເຄາະຕາມແບບຂອງພາສີຈີນ")


def guide(world, title: str, *, matter="", country="", hs="") -> Experience:
    actor, now = world.actor("coordinator"), timezone.now()
    begun = begin_experience(actor, "guide", "en", About(matter=matter, country=country, hs=hs), now)
    write_wording(actor, begun.pk, "en", title, "Is it known?", "Yes.", now)
    keep_words(actor, begun.pk, title.split(), now)
    return publish_experience(actor, begun.pk, basis="own", basis_words="", read_through=True, now=now)


def titles(answers) -> list[str]:
    return [answer.wording.title for answer in answers]


def test_a_lao_firm_finds_in_lao_what_was_published_from_another_language(world, draft):
    actor, now = world.actor("coordinator"), timezone.now()
    write_wording(actor, draft.pk, "en", *CLEAN, now)
    write_wording(actor, draft.pk, "lo", *LAO, now)
    keep_words(actor, draft.pk, LAO, now)
    publish_experience(actor, draft.pk, basis="general", basis_words="", read_through=True, now=now)
    found = access.search_experiences("ໃບກວດວິເຄາະ", "lo")
    assert titles(found) == [LAO[0]]
    assert found[0].original.title == CLEAN[0]


def test_a_search_without_words_shows_the_newest_and_nonsense_finds_nothing(world, draft):
    published(world, draft)
    guide(world, "Where to park")
    assert titles(access.search_experiences("", "en")) == ["Where to park", CLEAN[0]]
    assert access.search_experiences("zzzz qqqq", "en") == []


def test_answers_are_offered_for_the_same_matter_and_country(world, draft):
    published(world, draft)
    guide(world, "Paper in another country", matter="plant_health", country="VN")
    guide(world, "Something about visas", matter="visa")
    offered = access.list_answers(
        text="the laboratory report is not accepted", matter="plant_health", country="CN", hs="081060"
    )
    assert titles(offered)[0] == CLEAN[0]
    assert "Something about visas" not in titles(offered)


def test_too_little_in_common_is_nothing(world, draft):
    published(world, draft)
    assert access.list_answers(text="the gate", country="TH") == []
    assert access.list_answers() == []


def test_drafts_are_never_offered(world, draft):
    assert access.list_answers(text="laboratory report quarantine desk", matter="plant_health", country="CN") == []


def test_one_reader_has_one_opinion_and_many_lift_an_answer(client, world, draft):
    other = guide(world, CLEAN[0] + " at night", matter="plant_health", country="CN", hs="081060")
    mine = published(world, draft)
    for answer in ("yes", "no", "yes", "yes"):
        client.post(reverse("experience_helped", args=[other.pk]), {"helped": answer})
    other.refresh_from_db()
    assert (other.helped, other.not_helped) == (1, 0)
    for number in range(9):
        client.post(reverse("experience_helped", args=[mine.pk]), {"helped": "yes"}, REMOTE_ADDR=f"10.0.{number}.1")
    offered = access.list_answers(text="laboratory report", matter="plant_health", country="CN", hs="081060")
    assert titles(offered)[0] == CLEAN[0]


def test_opinions_on_drafts_are_not_found(client, draft):
    assert client.post(reverse("experience_helped", args=[draft.pk]), {"helped": "yes"}).status_code == 404


def test_the_rank_trusts_many_readers_more_than_one():
    assert compute_least_share(0, 0) == 0
    assert compute_least_share(1, 0) < compute_least_share(90, 10) < compute_least_share(100, 0) < 1


def test_an_answer_ends_with_the_measure_it_rests_on(world, draft, reference_measures):
    rules_access.forget_book()
    book, today = rules_access.read_published_book(), date(2026, 11, 25)
    alive = next(one.code for one in book.measures if book.standing(one, today).state == "in_force")
    dead = next(one.code for one in book.measures if book.standing(one, today).state in ("ended", "replaced"))
    published(world, draft, about=About(matter="plant_health", measures=(alive,)))
    assert expire_outdated(timezone.now(), today) == 0
    say_about(
        world.actor("coordinator"), draft.pk, About(matter="plant_health", measures=(alive, dead)), timezone.now()
    )
    assert expire_outdated(timezone.now(), today) == 1
    assert expire_outdated(timezone.now(), today) == 0
    draft.refresh_from_db()
    assert draft.state == State.EXPIRED
    assert dead in draft.ended_why
    assert access.search_experiences("laboratory", "en") == []


def test_the_pages_of_readers(client, world, draft):
    page = client.get(reverse("experiences"))
    assert "Nothing is known about this yet" in page.content.decode()
    assert client.get(reverse("experience", args=[draft.pk])).status_code == 404
    published(world, draft)
    assert CLEAN[0] in client.get(reverse("experiences"), {"q": "laboratory"}).content.decode()
    body = client.get(reverse("experience", args=[draft.pk])).content.decode()
    assert CLEAN[2] in body
    assert "Did this help?" in body
    assert draft.case.ref not in body


def test_the_editor_s_pages(world, draft):
    browser = world.client("coordinator")
    assert browser.get(reverse("experience_drafts")).status_code == 200
    page = browser.get(reverse("experience_edit", args=[draft.pk])).content.decode()
    assert "What may name somebody" in page
    url = reverse("experience_wording", args=[draft.pk])
    empty = browser.post(url, {"language": "en", "title": "Half a page", "question": "", "answer": ""})
    assert empty.status_code == 422
    assert "Half a page" in empty.content.decode(), "nothing typed is lost"
    browser.post(url, {"language": "en", "title": CLEAN[0], "question": CLEAN[1], "answer": CLEAN[2]})
    decided = {"basis": "general", "basis_words": "", "read_through": "on"}
    assert browser.post(reverse("experience_publish", args=[draft.pk]), decided).status_code == 302
    draft.refresh_from_db()
    assert draft.is_public


@pytest.mark.parametrize("part", ["anonymous", "holder", "observer", "clerk", "stranger"])
def test_nobody_else_comes_to_the_editor_s_pages(world, draft, part):
    response = world.client(part).get(reverse("experience_edit", args=[draft.pk]))
    assert response.status_code in (302, 403)
    assert "What may name somebody" not in response.content.decode()


def test_a_marker_of_the_case_is_on_no_public_page(client, world, draft):
    published(world, draft)
    for url in (reverse("experiences"), reverse("experience", args=[draft.pk])):
        body = client.get(url).content.decode()
        for marker in ("Quamby", "Wrexford", "Zarquon", "5551", draft.case.ref):
            assert marker not in body


def test_an_answer_is_offered_while_somebody_files(client, world, draft):
    published(world, draft)
    form = {
        "key": "f" * 43,
        "text": "The laboratory report for our durian is not accepted.",
        "place_text": "Mohan",
        "country": "CN",
        "goods": "fresh durian 0810.60",
        "filer_country": "VN",
        "matter": "plant_health",
        "lane": "normal",
        "lane_reason": "",
        "visibility": "named",
        "name": "Demo",
        "party": "",
        "phone": "",
        "email": "filer@demo.example.org",
        "happened_on": "",
        "action": "check",
    }
    page = client.post(reverse("file_case"), form).content.decode()
    assert "Already known" in page
    assert CLEAN[0] in page


def test_the_coordinator_shares_a_closed_case_from_its_page(world, solved):
    browser = world.client("coordinator")
    assert "Share what was found out" in browser.get(reverse("case", args=[solved.ref])).content.decode()
    response = browser.post(reverse("experience_from_case", args=[solved.ref]))
    assert response.url == reverse("experience_edit", args=[Experience.objects.get().pk])
    assert "The experience written from it" in browser.get(reverse("case", args=[solved.ref])).content.decode()
    assert (
        "Share what was found out"
        not in world.client("holder").get(reverse("case", args=[solved.ref])).content.decode()
    )
