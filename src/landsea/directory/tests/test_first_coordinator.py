"""The first person of an installation: made by a command, signs in by a link, and appoints the others."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from landsea.accounts.models import User
from landsea.base.audit.verify import find_broken_entries
from landsea.directory.actors import make_actor
from landsea.directory.models import Appointment, Desk

ASKED = {"name": "Somchai Demo", "email": "First@demo.example.org"}


@pytest.fixture
def directory(db, settings):
    """The reference directory and nobody in it."""
    call_command("load_reference", verbosity=0)


def link_printed(capsys, **changes) -> str:
    call_command("first_coordinator", **(ASKED | changes))
    return next(line for line in capsys.readouterr().out.splitlines() if line.startswith("http"))


def path_of(link: str) -> str:
    return "/" + link.split("/", 3)[3]


@pytest.mark.usefixtures("directory")
def test_the_link_sets_a_password_once_and_the_person_is_coordinator(client, capsys):
    link = path_of(link_printed(capsys))
    page = client.get(link, follow=True)
    form = page.request["PATH_INFO"]
    words = "a long and quiet river 27"
    client.post(form, {"password1": words, "password2": words})
    user = User.objects.get(email="first@demo.example.org")
    assert user.check_password(words)
    assert make_actor(user, timezone.now()).is_coordinator
    assert "password1" not in client.get(link, follow=True).content.decode(), "the link works once"
    assert not list(find_broken_entries())


@pytest.mark.usefixtures("directory")
@pytest.mark.parametrize(("named", "kept"), [({}, "zh-hans"), ({"language": "vi"}, "vi")])
def test_the_first_pages_speak_the_browsers_language_unless_one_was_named(client, capsys, named, kept):
    link = path_of(link_printed(capsys, **named))
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "zh-CN,zh;q=0.9,en;q=0.8"
    page = client.get(link, follow=True)
    assert f'<html lang="{kept}"' in page.content.decode()
    words = "a long and quiet river 27"
    client.post(page.request["PATH_INFO"], {"password1": words, "password2": words})
    assert User.objects.get(email="first@demo.example.org").language == kept


@pytest.mark.usefixtures("directory")
def test_a_second_factor_is_asked_for_before_anything_is_shown(client, capsys):
    link_printed(capsys)
    client.force_login(User.objects.get(email="first@demo.example.org"))
    assert client.get(reverse("board")).headers["Location"] == reverse("mfa_activate_totp")


@pytest.mark.usefixtures("directory")
def test_the_same_address_gets_another_link_and_is_one_person(capsys):
    link_printed(capsys)
    link_printed(capsys)
    assert Appointment.objects.filter(desk__code=Desk.COORDINATOR).count() == 1


@pytest.mark.usefixtures("directory")
def test_once_a_coordinator_works_the_command_refuses(capsys):
    link_printed(capsys)
    user = User.objects.get()
    user.set_password("a long and quiet river 27")
    user.save()
    with pytest.raises(CommandError, match="A coordinator is there already"):
        link_printed(capsys, email="second@demo.example.org")
    Appointment.objects.update(ends_at=timezone.now() - timedelta(minutes=1))
    assert link_printed(capsys, email="second@demo.example.org"), "where the last one has gone, another can begin"


@pytest.mark.django_db
def test_what_is_missing_is_said_in_a_sentence(capsys):
    with pytest.raises(CommandError, match="is no e-mail address"):
        call_command("first_coordinator", name="A", email="nobody")
    with pytest.raises(CommandError, match="Write the person's name"):
        call_command("first_coordinator", name=" ", email="a@demo.example.org")
    with pytest.raises(CommandError, match="Load the reference directory first"):
        call_command("first_coordinator", **ASKED)
    with pytest.raises(CommandError, match="landsea first-coordinator"):
        call_command("createsuperuser")
