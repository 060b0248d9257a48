"""Collecting, checking and compiling texts: what is found, what stays, what is told."""

import errno
import gettext
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from landsea.base.translation import catalogues
from landsea.base.translation.collecting import collect_by_home, collect_texts
from landsea.base.translation.languages import list_catalogue_folders

MODULE = """
from django.utils.translation import gettext as _, pgettext_lazy, ngettext

def words(count):
    return [_("Send"), pgettext_lazy("what happened", "accepted"), ngettext("%(count)s file", "%(count)s files", count)]
"""
TEMPLATE = """{% load i18n %}
      <p>It isn't {# code #} (yet</p>
  {% translate "Help" %} {% blocktranslate with name=desk.name trimmed %}
     Ask {{ name }},
     100 % sure.
  {% endblocktranslate %}
"""


@pytest.fixture
def house(tmp_path):
    (tmp_path / "cases" / "templates" / "mails").mkdir(parents=True)
    (tmp_path / "cases" / "tests").mkdir()
    (tmp_path / "cases" / "words.py").write_text(MODULE)
    (tmp_path / "cases" / "templates" / "page.html").write_text(TEMPLATE)
    (tmp_path / "cases" / "templates" / "mails" / "receipt.txt").write_text('{% load i18n %}{% translate "Received" %}')
    (tmp_path / "cases" / "tests" / "test_words.py").write_text('from x import gettext as _\n_("Never shown")\n')
    return tmp_path


def ids(catalog) -> set:
    return {message.id for message in catalog if message.id}


def translate(house, **texts):
    path = house / "cases" / "locale" / "vi" / "LC_MESSAGES" / "django.po"
    text = path.read_text()
    for source, translation in texts.items():
        text = text.replace(f'msgid "{source}"\nmsgstr ""', f'msgid "{source}"\nmsgstr "{translation}"')
    path.write_text(text)


def test_texts_of_modules_pages_and_mails_are_found_and_those_of_tests_are_not(house):
    assert ids(collect_texts(house)) == {
        "Send",
        "accepted",
        ("%(count)s file", "%(count)s files"),
        "Help",
        "Ask %(name)s, 100 %% sure.",
        "Received",
    }


def test_a_context_keeps_equal_texts_apart(house):
    assert collect_texts(house).get("accepted", "what happened") and not collect_texts(house).get("accepted")


def test_renewing_keeps_translations_drops_what_is_gone_and_guesses_nothing(house):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    translate(house, Send="Gửi", Received="Đã nhận")
    (house / "cases" / "templates" / "mails" / "receipt.txt").write_text(
        '{% load i18n %}{% translate "Received today" %}'
    )
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    [path] = catalogues.list_catalogues(house)
    kept = catalogues.read_catalogue(path)
    assert kept.get("Send").string == "Gửi"
    assert kept.get("Received") is None and "Đã nhận" not in path.read_text()
    assert kept.get("Received today").string == "" and not kept.get("Received today").fuzzy


def test_renewing_twice_writes_the_same_file(house):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    [path] = catalogues.list_catalogues(house)
    first = path.read_bytes()
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    assert path.read_bytes() == first


def test_the_check_tells_a_text_that_no_catalogue_has(house):
    assert (
        "vi, cases: 'Send' is not in the catalogue yet: run `landsea messages`."
        in catalogues.find_catalogue_problems(house / "cases" / "locale", ["vi"], collect_texts(house))
    )


@pytest.mark.parametrize(
    ("source", "translation", "sentence"),
    [
        ("Send", "", "vi, cases: 'Send' has no translation."),
        ("Ask %(name)s, 100 %% sure.", "Hỏi", "vi, cases: 'Ask %(name)s, 100 %% sure.' lost %(name)s in translation."),
    ],
)
def test_the_check_tells_what_is_untranslated_or_lost_a_placeholder(house, source, translation, sentence):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    translate(house, **{source: translation})
    assert sentence in catalogues.find_catalogue_problems(house / "cases" / "locale", ["vi"], collect_texts(house))


def test_the_check_tells_a_guess(house):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    translate(house, Send="Gửi")
    [path] = catalogues.list_catalogues(house)
    path.write_text(path.read_text().replace('msgid "Send"', '#, fuzzy\nmsgid "Send"'))
    assert any(
        "'Send' is only guessed" in one
        for one in catalogues.find_catalogue_problems(house / "cases" / "locale", ["vi"], collect_texts(house))
    )


def test_gettext_reads_what_is_compiled_without_guesses(house):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    translate(house, Send="Gửi", Help="Trợ giúp")
    [path] = catalogues.list_catalogues(house)
    path.write_text(path.read_text().replace('msgid "Help"', '#, fuzzy\nmsgid "Help"'))
    catalogues.compile_catalogues(house)
    words = gettext.translation("django", house / "cases" / "locale", ["vi"])
    assert words.gettext("Send") == "Gửi" and words.gettext("Help") == "Help"


def test_traditional_chinese_is_made_when_it_is_compiled_and_asked_of_nobody(house):
    catalogues.renew_catalogues(house / "cases" / "locale", ["zh_Hans"], collect_texts(house))
    [path] = catalogues.list_catalogues(house)
    path.write_text(path.read_text().replace('msgid "Send"\nmsgstr ""', 'msgid "Send"\nmsgstr "发送"'))
    catalogues.compile_catalogues(house)
    assert gettext.translation("django", house / "cases" / "locale", ["zh_Hant"]).gettext("Send") == "發送"
    assert list(catalogues.list_catalogues(house)) == [path], "no catalogue of it is kept"
    assert "zh_Hant" not in list_catalogue_folders()


def test_what_is_compiled_already_is_not_written_again(house, monkeypatch):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    translate(house, Send="Gửi")
    catalogues.compile_catalogues(house)
    monkeypatch.setattr(Path, "write_bytes", refuse_to_write)
    catalogues.compile_catalogues(house)
    translate(house, Help="Trợ giúp")
    with pytest.raises(OSError, match="Read-only"):
        catalogues.compile_catalogues(house)


def test_a_checkout_that_cannot_be_written_to_is_told_in_a_sentence(house, settings, monkeypatch):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    settings.SOURCES = house
    monkeypatch.setattr(Path, "write_bytes", refuse_to_write)
    with pytest.raises(CommandError, match="runs make install once after each update"):
        call_command("messages", compile=True)


def refuse_to_write(path: Path, _content: bytes) -> None:
    """Stand in for a file system that is only read."""
    raise OSError(errno.EROFS, "Read-only file system", str(path))


def test_an_untranslated_count_stays_as_it_is_in_english(house):
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    catalogues.compile_catalogues(house)
    words = gettext.translation("django", house / "cases" / "locale", ["vi"])
    assert words.ngettext("%(count)s file", "%(count)s files", 10) == "%(count)s files"


def test_a_text_of_several_apps_is_kept_once_and_takes_its_translation_along(house):
    (house / "ui").mkdir()
    (house / "cases" / "apps.py").write_text("")
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi"], collect_texts(house))
    translate(house, Send="Gửi")
    (house / "ui" / "apps.py").write_text("")
    (house / "ui" / "words.py").write_text('from x import gettext as _\n_("Send")\n')
    kept = collect_by_home(house)
    assert [app.name for app in kept] == ["ui", "cases"]
    assert ids(kept[house / "ui"]) == {"Send"} and "Send" not in ids(kept[house / "cases"])
    known = [catalogues.read_catalogue(path) for path in catalogues.list_catalogues(house)]
    catalogues.renew_catalogues(house / "ui" / "locale", ["vi"], kept[house / "ui"], known)
    assert (
        catalogues.read_catalogue(house / "ui" / "locale" / "vi" / "LC_MESSAGES" / "django.po").get("Send").string
        == "Gửi"
    )


def test_languages_do_not_lend_each_other_their_translations(house):
    (house / "ui" / "locale").mkdir(parents=True)
    (house / "ui" / "apps.py").write_text("")
    catalogues.renew_catalogues(house / "cases" / "locale", ["vi", "lo"], collect_texts(house))
    translate(house, Send="Gửi")
    known = [catalogues.read_catalogue(path) for path in catalogues.list_catalogues(house)]
    catalogues.renew_catalogues(house / "ui" / "locale", ["vi", "lo"], collect_texts(house), known)
    for name, expected in (("vi", "Gửi"), ("lo", "")):
        renewed = catalogues.read_catalogue(house / "ui" / "locale" / name / "LC_MESSAGES" / "django.po")
        assert (renewed.get("Send").string or "") == expected
