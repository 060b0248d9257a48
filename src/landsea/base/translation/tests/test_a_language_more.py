"""A language more is a matter of files: with them there, and its code among the settings, everything is said in it."""

import json

import pytest
from django.utils import translation
from django.utils.translation import gettext, trans_real

from landsea.base.kept import forget_everything
from landsea.base.translation.catalogues import compile_catalogues, make_empty_catalogue, write_catalogue
from landsea.base.translation.languages import (
    find_page_language,
    list_catalogue_folders,
    list_translated_languages,
)
from landsea.base.translation.reference_texts import find_text, say_text
from landsea.base.translation.sentences import say_sentence
from landsea_core.sentences import Sentence
from landsea_core.translations import Word, write_words


@pytest.fixture
def thai(tmp_path, settings):
    """Two files in Thai: a catalogue, and what measures are called."""
    catalog = make_empty_catalogue("th")
    catalog.add("Send", "ส่ง")
    catalog.add("Due at %(due)s.", "ครบกำหนด %(due)s")
    write_catalogue(tmp_path / "locale/th/LC_MESSAGES/django.po", catalog)
    compile_catalogues(tmp_path)
    (tmp_path / "measures.jsonl").write_text(json.dumps({"id": "M1", "title": "Fresh durian", "requires": []}) + "\n")
    write_words(tmp_path / "words/th/measures.jsonl", [Word("Fresh durian", "", "ทุเรียนสด")])
    settings.LANGUAGES = [*settings.LANGUAGES, ("th", "ไทย")]
    settings.LOCALE_PATHS = [tmp_path / "locale", *settings.LOCALE_PATHS]
    settings.REFERENCE = tmp_path
    _forget()
    with translation.override("th"):
        yield
    _forget()


def _forget():
    trans_real._translations = {}
    trans_real.get_languages.cache_clear()
    forget_everything()


def test_everything_is_said_in_it(thai):
    assert gettext("Send") == "ส่ง"
    assert say_sentence(Sentence("Due at %(due)s.", due="17:30")) == "ครบกำหนด 17:30"
    assert say_text("measures", "Fresh durian") == "ทุเรียนสด"
    assert say_text("measures", "Dried durian") == "Dried durian" and find_text("measures", "Dried durian") is None


def test_it_is_among_the_languages(thai):
    assert list_translated_languages() == ["zh-hans", "vi", "lo", "th"]
    assert list_catalogue_folders() == ["zh_Hans", "vi", "lo", "th"]


@pytest.mark.parametrize(
    ("codes", "page"),
    [(["th", "zh", "vi"], "zh-hans"), (["zh-hans"], "zh-hans"), (["lo"], "lo"), (["km"], "en"), ([], "en")],
)
def test_a_contact_is_written_to_in_the_first_of_their_languages_that_there_are_pages_in(codes, page):
    assert find_page_language(codes) == page
