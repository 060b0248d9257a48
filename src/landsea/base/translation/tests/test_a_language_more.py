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
def portuguese(tmp_path, settings):
    """Two files in Portuguese, which Timor-Leste writes too: a catalogue, and what measures are called."""
    catalog = make_empty_catalogue("pt")
    catalog.add("Send", "Enviar")
    catalog.add("Due at %(due)s.", "Prazo: %(due)s")
    write_catalogue(tmp_path / "locale/pt/LC_MESSAGES/django.po", catalog)
    compile_catalogues(tmp_path)
    (tmp_path / "measures.jsonl").write_text(json.dumps({"id": "M1", "title": "Fresh durian", "requires": []}) + "\n")
    write_words(tmp_path / "words/pt/measures.jsonl", [Word("Fresh durian", "", "Durião fresco")])
    settings.LANGUAGES = [*settings.LANGUAGES, ("pt", "Português")]
    settings.LOCALE_PATHS = [tmp_path / "locale", *settings.LOCALE_PATHS]
    settings.REFERENCE = tmp_path
    _forget()
    with translation.override("pt"):
        yield
    _forget()


def _forget():
    trans_real._translations = {}
    trans_real.get_languages.cache_clear()
    forget_everything()


def test_everything_is_said_in_it(portuguese):
    assert gettext("Send") == "Enviar"
    assert say_sentence(Sentence("Due at %(due)s.", due="17:30")) == "Prazo: 17:30"
    assert say_text("measures", "Fresh durian") == "Durião fresco"
    assert say_text("measures", "Dried durian") == "Dried durian" and find_text("measures", "Dried durian") is None


def test_it_is_among_the_languages(portuguese):
    assert list_translated_languages() == ["zh-hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "pt"]
    assert list_catalogue_folders() == ["zh_Hans", "vi", "lo", "th", "km", "my", "id", "ms", "fil", "pt"]


@pytest.mark.parametrize(
    ("codes", "page"),
    [
        (["pt", "zh", "vi"], "zh-hans"),
        (["th", "zh"], "th"),
        (["zh-hans"], "zh-hans"),
        (["lo"], "lo"),
        (["pt"], "en"),
        ([], "en"),
    ],
)
def test_a_contact_is_written_to_in_the_first_of_their_languages_that_there_are_pages_in(codes, page):
    assert find_page_language(codes) == page
