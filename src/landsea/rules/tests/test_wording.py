"""Rules in the reader's language: on pages, in lists that are searched, in mails; English where nobody put them into it."""

import pytest
from django.urls import reverse
from django.utils import translation

from landsea.base.kept import Kept, forget_everything
from landsea.base.translation import reference_texts
from landsea.rules import access
from landsea.rules.access import finding
from landsea.rules.labels import change_words
from landsea.rules.templatetags.rules import rule_words_marked
from landsea.rules.templatetags.rules_mails import rule_title
from landsea.search.measures import WORDS, find_measures
from landsea_core.finding import whole_words
from landsea_core.finding.cutting import fold_for_finding
from landsea_core.rules import MeasureReason
from landsea_core.text import split_into_words
from landsea_core.translations import Translations

pytestmark = pytest.mark.django_db
LAO = "ທຸລຽນສົດຈາກມາເລເຊຍ"


@pytest.fixture
def durian(measures, monkeypatch):
    """The rule about Malaysian durian, whose title and first requirement stand in Lao."""
    rule = next(one for one in access.read_published_book() if one.title.startswith("Fresh durian from Malaysia"))
    said = {(rule.title, ""): LAO, (rule.requirements[0].what, ""): "ສວນທີ່ຂຶ້ນທະບຽນ.", (rule.authority, ""): "ພາສີຈີນ"}
    monkeypatch.setattr(Translations, "load", classmethod(lambda cls, reference, kind: cls(kind, {"lo": said})))
    monkeypatch.setattr(reference_texts, "_files", Kept())
    forget_everything()
    yield rule
    forget_everything()


def page(client, name: str, *args, language: str = "lo", **query) -> str:
    client.cookies["language"] = language
    return client.get(reverse(name, args=args), query).content.decode()


def test_a_rule_is_read_in_lao_with_its_english_title_and_a_word_on_what_counts(durian, client):
    shown = page(client, "measure", durian.code)
    assert f"<h1>{LAO}</h1>" in shown and "ສວນທີ່ຂຶ້ນທະບຽນ." in shown and "ພາສີຈີນ (" in shown
    assert f'<p class="soft" lang="en">{durian.title}</p>' in shown
    shown = page(client, "measure", durian.code, language="vi")
    assert f"<h1>{durian.title}</h1>" in shown and '<p class="soft" lang="en">' not in shown


def test_words_that_nobody_translated_are_said_to_be_english(durian):
    with translation.override("lo"):
        assert rule_words_marked(durian.title) == LAO
        assert rule_words_marked("Rice & its title") == '<span lang="en">Rice &amp; its title</span>'
    with translation.override("en"):
        assert rule_words_marked("Rice and its title") == "Rice and its title"


def test_lists_are_searched_in_every_language(durian, client):
    assert LAO in page(client, "measures", q=LAO)
    assert durian.title in page(client, "measures", language="en", q=LAO)
    WORDS.forget()
    assert durian in find_measures(split_into_words(LAO), "")


def test_a_list_that_is_searched_again_folds_nothing(durian, monkeypatch):
    folded = []
    monkeypatch.setattr(whole_words, "fold_for_finding", lambda text: folded.append(text) or fold_for_finding(text))
    for kept in (whole_words._read_asked, whole_words._cut_held):
        kept.cache_clear()
    for _ in range(2):
        assert durian in finding.find_matching_measures(finding.Wanted(words=LAO), access.read_published_book())
    assert folded.count(LAO) == 1 and len(folded) == 1 + len(access.read_published_book())


def test_mails_and_changes_name_a_rule_in_their_reader_s_language(durian):
    version = access.list_history(durian.code)[0]
    with translation.override("lo"):
        assert rule_title(version.pk) == LAO
        assert LAO in change_words(MeasureReason("title", {"before": "Durian", "after": durian.title}))
    with translation.override("en"):
        assert rule_title(version.pk) == durian.title
