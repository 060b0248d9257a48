"""The filer is asked in the mailbox, says yes or no to just these words, and can take the yes back."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from landsea.base.actors import make_filer
from landsea.base.audit.models import Entry
from landsea.base.outbox.models import Delivery
from landsea.base.refusal import Refused
from landsea.cases.mailbox_links import MAILBOX_LINKS
from landsea.cases.models import FilerLink
from landsea.experiences.actions.begin import About, begin_experience, begin_from_case
from landsea.experiences.actions.consent import ask_filer, say_consent
from landsea.experiences.actions.decide import publish_experience, withdraw_experience
from landsea.experiences.actions.word import write_wording
from landsea.experiences.models import Consent
from landsea.experiences.tests.test_editing import CLEAN
from landsea.experiences.wordings import compute_digest, find_original_wording
from landsea.likeness.models import TextKind, TextVector

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(world):
    return world.actor("coordinator")


@pytest.fixture
def asked(coordinator, draft):
    """A draft without names, about which the filer was asked."""
    write_wording(coordinator, draft.pk, "en", *CLEAN, timezone.now())
    ask_filer(coordinator, draft.pk, now=timezone.now())
    return draft


def answer(draft, agreed: bool, digest: str | None = None) -> Consent:
    digest = compute_digest(find_original_wording(draft)) if digest is None else digest
    return say_consent(make_filer(draft.case_id), agreed=agreed, digest=digest, now=timezone.now())


def shared(coordinator, draft, **more):
    how = {"basis": "consent", "basis_words": "", "read_through": True, "now": timezone.now()} | more
    return publish_experience(coordinator, draft.pk, **how)


def test_the_filer_is_told_by_a_mail_that_holds_none_of_the_words(asked):
    mail = Delivery.objects.get(template="case_may_share")
    assert mail.address == "ilse@quamby.example" and "laboratory" not in str(mail.facts)
    assert Entry.objects.filter(stream=f"case:{asked.case_id}", act="ask_to_share").count() == 1


def test_it_is_published_by_the_yes_and_says_when(coordinator, asked):
    with pytest.raises(Refused, match="when and how"):
        shared(coordinator, asked)
    answer(asked, True)
    row = shared(coordinator, asked)
    assert row.is_public and row.basis_words == f"In the mailbox, on {timezone.now().date().isoformat()}"


def test_the_same_words_are_asked_about_once_and_names_never(coordinator, draft):
    write_wording(coordinator, draft.pk, "en", CLEAN[0], "Ask Mr Wrexford.", CLEAN[2], timezone.now())
    with pytest.raises(Refused, match="what was found"):
        ask_filer(coordinator, draft.pk, now=timezone.now())
    write_wording(coordinator, draft.pk, "en", *CLEAN, timezone.now())
    ask_filer(coordinator, draft.pk, now=timezone.now())
    with pytest.raises(Refused, match="very words"):
        ask_filer(coordinator, draft.pk, now=timezone.now())
    assert Delivery.objects.filter(template="case_may_share").count() == 1


def test_a_no_holds_for_this_and_for_all_that_is_begun_anew(coordinator, asked):
    answer(asked, False)
    for basis in ("consent", "general"):
        with pytest.raises(Refused, match="does not want"):
            shared(coordinator, asked, basis=basis, basis_words="by telephone")
    withdraw_experience(coordinator, asked.pk, "The filer said no.", timezone.now())
    anew = begin_from_case(coordinator, asked.case.ref, timezone.now())
    write_wording(coordinator, anew.pk, "en", *CLEAN, timezone.now())
    with pytest.raises(Refused, match="does not want"):
        ask_filer(coordinator, anew.pk, now=timezone.now())


def test_a_yes_taken_back_takes_the_published_words_back_at_once(client, coordinator, asked):
    answer(asked, True)
    shared(coordinator, asked)
    assert client.get(reverse("experience", args=[asked.pk])).status_code == 200
    kept = {"kind": TextKind.EXPERIENCE, "key": str(asked.pk), "model": "m", "read_at": timezone.now()}
    TextVector.objects.create(**kept)
    answer(asked, False)
    assert not TextVector.objects.exists(), "nothing likens others to it any more"
    assert client.get(reverse("experience", args=[asked.pk])).status_code == 404


def test_other_words_need_another_yes(coordinator, asked):
    read = compute_digest(find_original_wording(asked))
    write_wording(coordinator, asked.pk, "en", CLEAN[0], "The report was refused.", CLEAN[2], timezone.now())
    with pytest.raises(Refused, match="Read them again"):
        answer(asked, True, read)
    answer(asked, True)
    shared(coordinator, asked)
    with pytest.raises(Refused, match="agreed to other words"):
        write_wording(coordinator, asked.pk, "en", CLEAN[0], "Other words.", CLEAN[2], timezone.now())
    write_wording(coordinator, asked.pk, "en", CLEAN[0], "The report was refused.", CLEAN[2], timezone.now())


def test_a_changed_draft_after_the_yes_is_not_published_by_it(coordinator, asked):
    answer(asked, True)
    write_wording(coordinator, asked.pk, "en", CLEAN[0], "The report was refused.", CLEAN[2], timezone.now())
    with pytest.raises(Refused, match="Ask again"):
        shared(coordinator, asked)
    ask_filer(coordinator, asked.pk, now=timezone.now())
    with pytest.raises(Refused, match="when and how"):
        shared(coordinator, asked)


def test_only_the_coordinator_asks_and_only_its_filer_answers(world, asked, coordinator):
    with pytest.raises(PermissionDenied):
        ask_filer(world.actor("holder"), asked.pk, now=timezone.now())
    other = world.file().case
    for actor in (make_filer(other.pk), world.actor("holder"), coordinator, world.actor("anonymous")):
        with pytest.raises(Http404):
            say_consent(actor, agreed=True, digest="", now=timezone.now())


def test_nobody_is_asked_about_a_guide_or_without_a_mailbox(coordinator, draft):
    guide = begin_experience(coordinator, "guide", "en", About(), timezone.now())
    with pytest.raises(Refused, match="no filer"):
        ask_filer(coordinator, guide.pk, now=timezone.now())
    FilerLink.objects.update(revoked_at=timezone.now())
    write_wording(coordinator, draft.pk, "en", *CLEAN, timezone.now())
    with pytest.raises(Refused, match="no mailbox"):
        ask_filer(coordinator, draft.pk, now=timezone.now())
    assert not Consent.objects.exists()


def test_words_that_may_name_somebody_again_are_not_shown_and_the_yes_can_still_be_taken_back(
    client, coordinator, asked
):
    link = FilerLink.objects.get(case=asked.case)
    named = "Write to wang.li@office.example, she lets it pass."

    def page():
        return client.get(
            reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(link.nonce)]), follow=True
        ).content.decode()

    write_wording(coordinator, asked.pk, "en", CLEAN[0], CLEAN[1], named, timezone.now())
    assert "wang.li" not in page() and 'id="share"' not in page()
    write_wording(coordinator, asked.pk, "en", *CLEAN, timezone.now())
    answer(asked, True)
    write_wording(coordinator, asked.pk, "en", CLEAN[0], CLEAN[1], named, timezone.now())
    assert "wang.li" not in page() and "No, take it back" in page() and "Yes, share it" not in page()
    client.post(reverse("mailbox_share", args=[asked.case.ref]), {"answer": "no"})
    assert Consent.objects.get().agreed is False


def test_by_hand_the_words_stand_in_the_mailbox_with_yes_and_no(client, asked):
    link = FilerLink.objects.get(case=asked.case)
    ref, address = asked.case.ref, reverse("mailbox_share", args=[asked.case.ref])
    assert client.post(address, {"answer": "yes"}, follow=True).status_code == 404, "without the link"
    page = client.get(reverse("mailbox_link", args=[MAILBOX_LINKS.secret_of(link.nonce)]), follow=True)
    assert CLEAN[2] in page.content.decode() and "May others learn" in page.content.decode()
    digest = compute_digest(find_original_wording(asked))
    page = client.post(address, {"answer": "yes", "digest": digest}, follow=True)
    assert page.redirect_chain[-1][0] == reverse("mailbox", args=[ref])
    assert "You agreed that this is shared" in page.content.decode()
    page = client.post(address, {"answer": "yes", "digest": "other"}, follow=True)
    assert "Read them again" in page.content.decode()
    client.post(address, {"answer": "no"}, follow=True)
    assert Consent.objects.get().agreed is False
    assert list(Entry.objects.filter(stream=f"experience:{asked.pk}").values_list("act", flat=True))[-2:] == [
        "agree",
        "refuse",
    ]
