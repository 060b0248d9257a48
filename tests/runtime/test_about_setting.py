"""LANDSEA_ABOUT: who runs an installation, from a file; one that cannot be used ends the start with a sentence."""

import json

import pytest

from landsea.base.about_installation import NOBODY_SAID, say_in
from landsea.settings.about import installation
from landsea.settings.environment import SettingWrong


def write(tmp_path, monkeypatch, content: str) -> None:
    (tmp_path / "about.json").write_text(content, encoding="utf-8")
    monkeypatch.setenv("LANDSEA_ABOUT", str(tmp_path / "about.json"))


def test_texts_are_said_in_the_readers_language_or_in_english(tmp_path, monkeypatch):
    said = {"run_by": {"en": "Secretariat", "zh-hans": "秘书处"}, "people": [{"name": "Demo Person"}]}
    write(tmp_path, monkeypatch, json.dumps(said))
    found = installation("LANDSEA_ABOUT")
    assert [say_in(found.run_by, language) for language in ("zh-hans", "lo")] == ["秘书处", "Secretariat"]
    assert [say_in(one.name, "lo") for one in found.people] == ["Demo Person"]


def test_unset_nothing_is_said(monkeypatch):
    monkeypatch.delenv("LANDSEA_ABOUT", raising=False)
    assert installation("LANDSEA_ABOUT") == NOBODY_SAID


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{", "it is not JSON"),
        ("[]", "write an object"),
        ('{"mail": "help@demo.example.org"}', "run_by is missing"),
        ('{"run_by": "A", "fax": "1"}', "fax is not known"),
        ('{"run_by": {"vi": "A"}}', "needs its text in English"),
        ('{"run_by": 5}', "run_by is a text"),
        ('{"run_by": "A", "people": [{"does": "x"}]}', "needs a name"),
    ],
)
def test_a_file_that_cannot_be_used_ends_the_start_with_what_to_write(tmp_path, monkeypatch, content, says):
    write(tmp_path, monkeypatch, content)
    with pytest.raises(SettingWrong, match=says):
        installation("LANDSEA_ABOUT")


def test_a_file_that_is_not_there_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("LANDSEA_ABOUT", str(tmp_path / "nowhere.json"))
    with pytest.raises(SettingWrong, match="nowhere.json"):
        installation("LANDSEA_ABOUT")


def test_what_is_null_in_the_file_is_not_said(tmp_path, monkeypatch):
    write(tmp_path, monkeypatch, '{"run_by": "A", "mail": null, "telephone": null, "people": null}')
    found = installation("LANDSEA_ABOUT")
    assert (found.mail, found.telephone, found.people) == ("", "", ())
