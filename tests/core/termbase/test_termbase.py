"""The termbase is whole in ten languages, is written as TBX, and finds texts that say a term in other words."""

from xml.etree.ElementTree import fromstring

import pytest

from landsea_core.termbase import LANGUAGES, TermFault, find_other_words, read_terms, write_tbx
from landsea_core.text.data_files import find_default_data_folder

TERMS = read_terms(find_default_data_folder() / "terms" / "terms.jsonl")


def test_there_are_enough_terms_each_in_ten_languages():
    assert len(TERMS) >= 120
    assert all(term.names[language] for term in TERMS for language in LANGUAGES)


def test_tbx_holds_each_term_with_its_source_or_that_none_was_found():
    root = fromstring(write_tbx(TERMS))
    entries = root.findall(".//{*}conceptEntry")
    assert len(entries) == len(TERMS)
    words = root.findall(".//{*}termSec")
    assert len(words) == len(TERMS) * len(LANGUAGES)
    assert all(word.find("{*}admin") is not None or word.find("{*}note") is not None for word in words)


def test_the_longest_term_counts_where_several_stand():
    texts = [
        ("Send the customs declaration.", "Gửi tờ khai hải quan."),
        ("Ask customs about the phytosanitary certificate.", "Hỏi hải quan về giấy tờ."),
    ]
    assert [one.term for one in find_other_words(TERMS, texts, "vi")] == ["phytosanitary_certificate"]


def test_a_term_that_lacks_a_language_is_refused(tmp_path):
    file = tmp_path / "terms.jsonl"
    file.write_text('{"code": "x", "topic": "law", "names": {"en": "x"}, "sources": {}}\n', encoding="utf-8")
    with pytest.raises(TermFault):
        read_terms(file)
