"""The page of official terms, in the reader's language and any other, and the file."""

from django.test import Client
from django.urls import reverse


def test_terms_are_shown_with_a_source_or_that_none_was_found(db):
    shown = Client().get(reverse("terms"), {"lang": "ms"}).content.decode()
    assert "gudang berlesen" in shown and "customs.gov.my" in shown
    lao = Client().get(reverse("terms"), {"language": "lo"}).content.decode()
    assert "ໃບຢັ້ງຢືນແຫຼ່ງກຳເນີດ" in lao and "not yet found" in lao


def test_the_file_is_tbx():
    answer = Client().get(reverse("terms_tbx"))
    assert answer["Content-Type"] == "application/x-tbx+xml" and b"conceptEntry" in answer.content
