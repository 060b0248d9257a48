"""The pages: held mails and what is done with them, the words of all mails, one-press ending, the hours that people chose."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings as live
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.actors import ANONYMOUS
from landsea.base.outbox.actions.queue import queue_mail
from landsea.base.outbox.actions.send import send_due
from landsea.base.outbox.composing import compose_message
from landsea.base.outbox.models import Delivery, DeliveryState
from landsea.cases.models import Case, Message
from landsea.mailroom.actions.keep import Handed, keep_mails
from landsea.mailroom.actions.sort import sort_due
from landsea.mailroom.models import InboundMail, MailChoice, MailState
from landsea.mailroom.samples import WITHOUT_EXAMPLE, mail_names, sample_words
from landsea.mailroom.tests.mail_servers import DOMAIN, written
from landsea.rules.actions.watch import Wish, confirm_watch, save_watch
from landsea.rules.models import Watch

pytestmark = pytest.mark.django_db


@pytest.fixture
def held(world):
    """A mail to postmaster that names a case, as it is held."""
    case = world.file().case
    raw = written("x@demo.example.org", f"postmaster@{DOMAIN}", f"About {case.ref}: the lorry is gone.")
    keep_mails([Handed(raw, (f"postmaster@{DOMAIN}",), "x@demo.example.org")], now=timezone.now())
    sort_due()
    return InboundMail.objects.get()


@pytest.fixture
def board(world):
    return world.client("coordinator")


def test_held_mails_are_for_coordinators_and_name_the_case_they_may_belong_to(world, held, board):
    assert f"/post/held/{held.pk}/" in board.get("/post/held/").content.decode()
    page = board.get(f"/post/held/{held.pk}/").content.decode()
    assert "the lorry is gone" in page and f"Put it into {Case.objects.get().ref}" in page
    assert "1 mail waits for a person" in board.get("/board/").content.decode()
    for part in ("operator", "holder", "stranger"):
        assert world.client(part).get(f"/post/held/{held.pk}/").status_code == 403


def test_a_held_mail_is_put_into_a_case_once(held, board):
    case = Case.objects.get()
    for status in (302, 409):
        pressed = {"act": "attach", "ref": case.ref, "as": "office"}
        assert board.post(f"/post/held/{held.pk}/do", pressed).status_code == status
    [message] = Message.objects.filter(case=case)
    assert message.kind == "offices" and message.body.startswith("By mail from x@demo.example.org:")


def test_a_held_mail_becomes_a_case_or_is_put_away_with_a_reason(held, board):
    assert board.post(f"/post/held/{held.pk}/do", {"act": "discard", "reason": " "}).status_code == 409
    board.post(f"/post/held/{held.pk}/do", {"act": "back", "words": "Which lorry?"})
    assert Delivery.objects.get(template="mail_written_back").address == "x@demo.example.org"
    board.post(f"/post/held/{held.pk}/do", {"act": "file", "country": "CN"})
    held.refresh_from_db()
    assert (held.state, held.act) == (MailState.DONE, "file") and Case.objects.count() == 2


@pytest.mark.parametrize("language", [code for code, _name in live.LANGUAGES])
def test_every_mail_is_made_from_the_example_in_every_language(language):
    for name in set(mail_names()) - WITHOUT_EXAMPLE:
        subject, body = sample_words(name, language)
        assert subject and body.strip(), name
        assert "{{" not in subject + body


def test_the_page_of_words_shows_each_language(world, board):
    page = board.get("/post/words/case_filed/").content.decode()
    assert "LS-2026-004417" in page and "您的诉求已收到" in page


def test_a_subscription_ends_with_one_press_of_the_mail_program(world, client):
    watch = save_watch(Wish(email="reader@demo.example.org", language="en"), actor=ANONYMOUS, now=timezone.now())
    confirm_watch(watch, now=timezone.now())
    row = Delivery(
        pk=7,
        template="rule_digest",
        address=watch.email,
        stream=f"watch:{watch.pk}",
        facts={"watch": watch.pk, "versions": []},
    )
    headers = compose_message(row).extra_headers
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    page = headers["List-Unsubscribe"].strip("<>").removeprefix(live.PUBLIC_ADDRESS)
    client.get(page)
    assert Watch.objects.get().ended_at is None, "mail guards open every link"
    client.handler.enforce_csrf_checks = True
    assert client.post(page, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Watch.objects.get().ended_at is not None
    assert client.post("/post/stop/forged/").status_code == 404


def test_without_an_inbound_domain_no_mail_can_be_answered_and_each_says_how(world, settings):
    settings.INBOUND_DOMAIN = ""
    world.file()
    message = compose_message(Delivery.objects.get(template="case_filed"))
    assert not message.reply_to and message.from_email == settings.DEFAULT_FROM_EMAIL
    assert "To answer, follow the link above" in message.body and "##-" not in message.body


def test_a_mail_says_the_same_as_text_and_as_html(world):
    world.file()
    message = compose_message(Delivery.objects.get(template="case_filed"))
    [html] = [part.content for part in message.alternatives if part.mimetype == "text/html"]
    for line in message.body.splitlines():
        assert line.strip() in html.replace("&#x27;", "'") or "http" in line or line.strip() == "--" or "“" in line
    assert 'lang="en"' in html and "<script" not in html and "src=" not in html


def test_who_wants_one_mail_a_day_gets_one_and_urgent_ones_at_once(world):
    user = world.people["holder"]
    user.time_zone = "Asia/Shanghai"
    user.save()
    MailChoice.objects.create(user=user, daily=True, daily_hour=8)
    evening = datetime(2026, 12, 1, 19, 0, tzinfo=ZoneInfo("Asia/Shanghai"))

    case = world.file().case
    Delivery.objects.all().delete()

    def queue(number: int, **facts):
        once = f"test:{number}"
        facts = {"ref": f"LS-2026-00000{number}", "zone": "UTC", **facts}
        queue_mail(
            now=evening,
            template="case_reply",
            address=user.email,
            once=once,
            stream=f"case:{case.pk}",
            user_id=user.pk,
            facts=facts,
        )

    queue(1), queue(2), queue(3, urgent=True)
    Delivery.objects.update(created_at=evening)
    assert send_due(now=evening) == 1
    assert send_due(now=evening + timedelta(hours=12)) == 0
    send_due(now=evening + timedelta(hours=13, minutes=1))
    digest = Delivery.objects.get(template="mail_digest")
    assert [one["subject"][:14] for one in digest.facts["mails"]] == ["LS-2026-000001", "LS-2026-000002"]
    assert Delivery.objects.filter(state=DeliveryState.WITHDRAWN).count() == 2


def test_quiet_hours_are_chosen_on_a_page_and_kept(world):
    client = world.client("holder")
    assert client.post("/post/mine/", {"daily": "no", "daily_hour": "8", "quiet_from": "22"}).status_code == 422
    typed = {"daily": "no", "daily_hour": "8", "quiet_from": "22", "quiet_until": "7"}
    assert client.post("/post/mine/", typed).status_code == 302
    choice = MailChoice.objects.get(user=world.people["holder"])
    assert (choice.quiet_from, choice.quiet_until) == (22, 7)


def test_the_filer_puts_right_what_was_understood_and_the_case_moves(world, client):
    filed = world.file()
    client.get(f"/m/{filed.secret}")
    page = client.get(f"/my/{filed.case.ref}/about/")
    assert page.status_code == 200 and "What we understood" in page.content.decode()
    typed = {"matter": "declaration", "place_text": "Huu Nghi", "country": "VN", "goods": "fresh durian"}
    client.post(f"/my/{filed.case.ref}/about/", typed)
    case = Case.objects.get()
    assert (case.country, case.desk) == ("VN", world.border)


def test_the_page_of_ones_mails_says_their_language_and_where_to_change_it(world):
    User.objects.filter(pk=world.people["holder"].pk).update(language="vi")
    page = world.client("holder").get(f"{reverse('mail_choice')}?lang=en").content.decode()
    assert "Tiếng Việt." in page and f'href="{reverse("my_data")}#correct"' in page
