"""What is written down at the invented dialogues can be read in other languages, and no translation of it loses a value."""

from landsea.translating.actions.offer import refuse_language, refuse_lost_values
from landsea.translating.originals import Translatable, make_original
from landsea_core.translations import name_key
from landsea_demo.played_year.meeting_plans import MEETINGS
from landsea_demo.played_year.minutes import read_minutes
from landsea_demo.played_year.titles import find_title, read_titles


def assert_translated(kind, words, language):
    """The original is read as what it is in, and each translation would be taken from a person."""
    original = make_original(kind, 1, words[language])
    assert name_key(original.language) == language, words[language]
    for other in set(words) - {language}:
        refuse_language(Translatable(original, "/"), other)
        refuse_lost_values(Translatable(original, "/"), words[other], other)


def test_minutes_are_in_the_language_of_the_chair_with_translations_that_lose_nothing():
    minutes = read_minutes()
    assert {one.language for one in minutes.values()} == {"zh", "vi"}
    for meeting in (one for one in MEETINGS if one.days > 0):
        minuted = minutes[meeting.title]
        assert_translated("minutes_line", dict(minuted.heard), minuted.language)
        for promise in meeting.promises:
            said = minuted.promises[promise.what]
            assert_translated("minutes_line", minuted.decisions(promise.what), minuted.language)
            assert_translated("promise", {one: "\n".join(words) for one, words in said.items()}, minuted.language)
            assert (promise.done is not None) == (promise.what in minuted.kept), "who keeps a promise says so"


def test_titles_stand_in_ten_languages():
    assert {len(find_title(english)) for english in read_titles()} == {10}
