"""Translations beside: who may offer one, what is refused, what is shown, and when it goes."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from landsea.base.jobs.places import Places
from landsea.base.refusal import Refused
from landsea.base.ui.shapes import Text
from landsea.base.ui.templatetags.translated_words import own_language
from landsea.base.ui.translated_words import Original, find_translations
from landsea.cases.actions.redact import redact_words
from landsea.cases.models import CommonAnswer, CommonAnswerItem, Message
from landsea.translating.actions.offer import offer_translation
from landsea.translating.actions.translate_by_program import translate_by_program
from landsea.translating.actions.withdraw import withdraw_translation
from landsea.translating.models import TextTranslation, compute_digest

NOW = timezone.now()
LAO = "ລົດ 3 ຄັນ (云A12345) ຈະໄດ້ຮັບການປ່ອຍຢູ່ບໍ່ຫານ ວັນທີ 2026-03-05"


def offer(actor, message, text=LAO, language="lo"):
    return offer_translation(actor, "message", str(message.pk), language=language, text=text, now=NOW)


def test_what_a_desk_translates_stands_first_with_the_original_folded(world, case, message):
    page = reverse("translate", args=["message", message.pk])
    holder = world.client("holder")
    assert "云A12345" in holder.get(page).content.decode()
    sent = holder.post(page, {"language": "lo", "text": LAO})
    assert sent.status_code == 302
    holder.get(reverse("home"), {"lang": "lo"})
    shown = holder.get(reverse("case", args=[case.ref])).content.decode()
    assert shown.index(LAO) < shown.index(message.body)
    assert TextTranslation.objects.get().office_id == world.quarantine.office_id


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (LAO.replace("3 ຄັນ", "5 ຄັນ"), "lost"),
        (LAO.replace("云A12345", ""), "lost"),
        (LAO.replace("ບໍ່ຫານ", "ທີ່ນີ້"), "lost"),
        (LAO + " 3", "added"),
        ("3辆车(云A12345)可于2026-03-05在磨憨放行", "no_translation"),
        ("<b>" + LAO + "</b>", "no_translation"),
        (" ", "no_words"),
    ],
)
def test_what_lost_a_value_is_refused_and_nothing_typed_is_lost(world, message, text, code):
    with pytest.raises(Refused) as refused:
        offer(world.actor("holder"), message, text)
    assert refused.value.code == code
    assert not TextTranslation.objects.exists()
    back = world.client("holder").post(
        reverse("translate", args=["message", message.pk]), {"language": "lo", "text": text}
    )
    assert back.status_code == 422 and (
        text.strip() == "" or "ບໍ່" in back.content.decode() or "辆" in back.content.decode()
    )


def test_who_may_translate(world, message):
    assert offer(world.actor("deputy"), message).language == "lo"
    with pytest.raises(Http404):
        offer(world.actor("other_clerk"), message)
    with pytest.raises(PermissionDenied):
        offer(world.actor("observer"), message)
    with pytest.raises(Refused):
        offer(world.actor("holder"), message, language="zh")


def test_it_is_shown_no_more_when_its_words_change_and_goes_with_them(world, case, message):
    offer(world.actor("holder"), message)
    changed = Original("message", str(message.pk), message.body + " 改", "zh")
    with override("lo"):
        assert find_translations([changed]) == {}
    redact_words(world.actor("coordinator"), case.ref, message.pk, "云A12345", "a plate", now=NOW)
    assert not TextTranslation.objects.exists()


def test_what_was_translated_before_a_merge_goes_when_it_is_blacked_out(world, message):
    offer(world.actor("holder"), message)
    main = world.file(filer_country="LA", language="lo", written_in="lo").case
    Message.objects.filter(pk=message.pk).update(case=main)  # as merging does
    redact_words(world.actor("coordinator"), main.ref, message.pk, "云A12345", "a plate", now=NOW)
    assert not TextTranslation.objects.exists()


@pytest.mark.parametrize("opens", [True, False])
def test_the_original_stands_open_where_somebody_agrees_to_it(opens):
    """Whoever agrees to a line of minutes sees the line itself, and not only what somebody says that it means."""
    shown = own_language("3辆车", "zh", Text(LAO, "lo", "by somebody"), opens=opens)
    assert ("<details open>" in shown) is opens


def test_it_is_taken_back_by_whoever_offered_it(world, message):
    offer(world.actor("holder"), message)
    row = offer_of(message)
    with pytest.raises(PermissionDenied):
        withdraw_translation(world.actor("deputy"), "message", str(message.pk), row, now=NOW)
    assert withdraw_translation(world.actor("holder"), "message", str(message.pk), row, now=NOW)
    assert not withdraw_translation(world.actor("holder"), "message", str(message.pk), row, now=NOW)


def offer_of(message, who=None):
    """The number of the translation of a message, of one person where there are several."""
    rows = TextTranslation.objects.filter(kind="message", key=str(message.pk))
    return (rows.filter(by=who) if who else rows).get().pk


def test_nobody_replaces_what_another_person_said(world, message):
    """Before, the deputy's words stood in place of the holder's, and the holder heard nothing of it."""
    original, better = Original("message", str(message.pk), message.body, "zh"), f"ແມ່ນແລ້ວ, {LAO}"
    offer(world.actor("holder"), message)
    page = reverse("translate", args=["message", message.pk])
    answer = world.client("deputy").post(page, {"language": "lo", "text": better}, follow=True)
    assert "their words are shown first" in answer.content.decode()
    assert better in answer.content.decode() and LAO in answer.content.decode()
    assert find_translations([original], "lo")[original].text == LAO
    offer(world.actor("holder"), message, own := f"{LAO} ແມ່ນແລ້ວ")  # one's own are replaced
    assert find_translations([original], "lo")[original].text == own
    first = offer_of(message, world.people["holder"])
    world.client("coordinator").post(reverse("translation_back", args=["message", message.pk]), {"translation": first})
    assert find_translations([original], "lo")[original].text == better


def test_a_joint_answer_lends_its_words_to_its_own_cases_where_they_have_none(world, case, message):
    holder, original = world.people["holder"], Original("message", str(message.pk), message.body, "zh")

    def shown():
        said = find_translations([original], "lo").get(original)
        return said.text if said else ""

    answer = CommonAnswer.objects.create(about="barrier:1", body=message.body, by=holder, at=NOW, form_key=uuid.uuid4())
    named = {"kind": "joint_answer", "key": str(answer.pk), "digest": compute_digest(message.body)}
    lent = TextTranslation.objects.create(**named, source="zh", language="lo", text=LAO, by=holder, written_at=NOW)
    assert shown() == "", "somebody wrote the same words, in another case"
    CommonAnswerItem.objects.create(answer=answer, case=case)
    assert shown() == LAO
    own = f"ແມ່ນແລ້ວ, {LAO}"
    offer(world.actor("holder"), message, own)
    lent.delete()
    lent.save(force_insert=True)  # later than the message's own
    assert shown() == own


class Program:
    """A program that says what it is told to say."""

    name = "a program"

    def __init__(self, said):
        self.said, self.asked = said, ""

    def translate(self, text, source, target, terms):
        self.asked = text
        return self.said


def by_program(monkeypatch, world, message, said):
    program = Program(said)
    monkeypatch.setattr("landsea.translating.actions.translate_by_program.find_program", lambda: program)
    row = translate_by_program(world.actor("holder"), "message", str(message.pk), language="lo", now=NOW)
    return program, row


def test_a_program_gets_marks_and_its_answer_gets_the_values(monkeypatch, world, message):
    said = "ລົດ [[1]] ຄັນ ([[2]]) ຈະໄດ້ຮັບການປ່ອຍ ວັນທີ [[3]] ຢູ່[[4]]"
    program, row = by_program(monkeypatch, world, message, said)
    assert program.asked == "[[1]]辆车([[2]])可于[[3]]在[[4]]放行"
    assert row.text == "ລົດ 3 ຄັນ (云A12345) ຈະໄດ້ຮັບການປ່ອຍ ວັນທີ 2026-03-05 ຢູ່ບໍ່ຫານ"
    assert row.program == "a program" and row.by_id is None


def test_a_broken_answer_is_not_kept_and_a_person_is_not_written_over(monkeypatch, world, message):
    with pytest.raises(Refused) as refused:
        by_program(monkeypatch, world, message, "ລົດ [[1]] ຄັນ")
    assert refused.value.code == "not_shown" and not TextTranslation.objects.exists()
    offer(world.actor("holder"), message)
    with pytest.raises(Refused) as refused:
        by_program(monkeypatch, world, message, "ລົດ [[1]] ຄັນ ([[2]]) [[3]] ຢູ່[[4]]")
    assert refused.value.code == "by_person"


def test_a_slow_program_holds_few_threads_of_a_web_process(monkeypatch, world, message):
    program = Program("ລົດ")
    monkeypatch.setattr("landsea.translating.actions.translate_by_program.find_program", lambda: program)
    monkeypatch.setattr("landsea.translating.actions.translate_by_program.PLACES", places := Places(1))
    with places.take() as free, pytest.raises(Refused) as refused:
        assert free
        translate_by_program(world.actor("holder"), "message", str(message.pk), language="lo", now=NOW)
    assert refused.value.code == "no_answer" and program.asked == ""


class Meanwhile(Program):
    """A program that takes its time, in which somebody does something."""

    def __init__(self, does):
        super().__init__("ລົດ [[1]] ຄັນ ([[2]]) ຈະໄດ້ຮັບການປ່ອຍ ວັນທີ [[3]] ຢູ່[[4]]")
        self.does = does

    def translate(self, text, source, target, terms):
        self.does()
        return super().translate(text, source, target, terms)


def ask_meanwhile(monkeypatch, world, message, does):
    monkeypatch.setattr("landsea.translating.actions.translate_by_program.find_program", lambda: Meanwhile(does))
    return translate_by_program(world.actor("holder"), "message", str(message.pk), language="lo", now=NOW)


def test_what_happens_while_a_program_is_asked_counts(monkeypatch, world, case, message):
    with pytest.raises(Refused) as refused:
        ask_meanwhile(monkeypatch, world, message, lambda: offer(world.actor("deputy"), message))
    assert refused.value.code == "by_person" and TextTranslation.objects.get().text == LAO

    def black_out():
        redact_words(world.actor("coordinator"), case.ref, message.pk, "云A12345", "a plate", now=NOW)

    TextTranslation.objects.all().delete()
    with pytest.raises(Http404):
        ask_meanwhile(monkeypatch, world, message, black_out)
    assert not TextTranslation.objects.exists()


def test_a_text_has_one_key_by_which_its_translations_go(world, message):
    with pytest.raises(Http404):
        offer_translation(world.actor("holder"), "message", f"0{message.pk}", language="lo", text=LAO, now=NOW)


def test_without_a_program_nothing_is_asked(world, message):
    page = world.client("holder").get(reverse("translate", args=["message", message.pk]))
    assert page.context["program"] == ""
    pressed = world.client("holder").post(
        reverse("translate_by_program", args=["message", message.pk]), {"language": "lo"}
    )
    assert pressed.status_code == 409


def test_a_translation_of_older_words_is_shown_to_no_reader_and_marked_for_those_who_translate(world, case, message):
    offer(world.actor("holder"), message)
    TextTranslation.objects.update(digest=compute_digest("the words before"))
    assert find_translations([Original("message", str(message.pk), message.body, "en")], "lo") == {}
    page = world.client("holder").get(reverse("translate", args=["message", message.pk])).content.decode()
    assert LAO in page and "of older words" in page
    offer(world.actor("holder"), message)
    page = world.client("holder").get(reverse("translate", args=["message", message.pk])).content.decode()
    assert LAO in page and "of older words" not in page
