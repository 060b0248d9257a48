"""The page of official terms, in the reader's language and any other, and the file."""

from django.test import Client
from django.urls import reverse

from landsea.translating.known_names import read_known_names


def test_terms_are_shown_with_a_source_or_that_none_was_found(db):
    shown = Client().get(reverse("terms"), {"lang": "ms"}).content.decode()
    assert "gudang berlesen" in shown and "customs.gov.my" in shown
    lao = Client().get(reverse("terms"), {"language": "lo"}).content.decode()
    assert "ໃບຢັ້ງຢືນແຫຼ່ງກຳເນີດ" in lao and "not yet found" in lao


def test_a_word_is_looked_for_in_both_languages(db):
    page = Client().get(reverse("terms"), {"language": "vi", "find": "CERTIFICATE of origin"})
    found = [english for _topic, _title, rows in page.context["groups"] for english, _word, _source in rows]
    assert found and all("certificate of origin" in english.lower() for english in found)
    own = Client().get(reverse("terms"), {"language": "zh", "find": "原产地"})
    assert "certificate of origin" in own.content.decode() and '<details class="printed" open>' in own.content.decode()
    nothing = Client().get(reverse("terms"), {"find": "durian<"}).content.decode()
    assert "durian&lt;" in nothing and "<table" not in nothing


def test_the_file_is_tbx():
    answer = Client().get(reverse("terms_tbx"))
    assert answer["Content-Type"] == "application/x-tbx+xml" and b"conceptEntry" in answer.content


def test_what_carries_the_cargo_is_no_name_of_goods():
    """A desk in Viet Nam writes "container" for 集装箱, one in Laos another word for "the paper": neither is refused."""
    names = read_known_names()
    for text, language in (("集装箱在口岸排队", "zh"), ("Send the paper, the lorry waits", "en")):
        assert not [name.key for name, _start, _end in names.find_in(text, language) if name.key.startswith("goods:")]
    assert [name.key for name, _start, _end in names.find_in("sầu riêng", "vi")]
