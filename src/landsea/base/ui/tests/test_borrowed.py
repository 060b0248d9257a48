"""What Django and allauth say, in Lao: the words are still theirs, and the pages that show them have none in English."""

from pathlib import Path

import allauth
import django
import pytest
from babel.messages.pofile import read_po
from django.urls import reverse
from django.utils.translation import override

from landsea.base.ui import borrowed

PACKAGES = [Path(package.__file__).parent for package in (allauth, django)]


def test_the_words_are_still_those_of_the_packages():
    said = set()
    for path in (path for package in PACKAGES for path in package.glob("**/locale/en/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            said |= {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(file)}
    with override("en"):
        ours = {str(words) for words in (*borrowed.SIGNING_IN, *borrowed.FORMS)}
    assert not ours - said


@pytest.mark.django_db
def test_signing_in_with_nothing_typed_is_answered_in_lao(client):
    client.cookies["django_language"] = client.cookies["landsea_language"] = "lo"
    page = client.post(reverse("account_login"), HTTP_ACCEPT_LANGUAGE="lo").content.decode()
    assert "ລືມລະຫັດຜ່ານບໍ?" in page
    assert "ຕ້ອງຕື່ມຊ່ອງນີ້." in page
    assert "Forgot" not in page
    assert "required." not in page
