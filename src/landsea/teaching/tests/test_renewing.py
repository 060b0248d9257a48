"""Who files never waits for a coordinator's word: a reader that has it is made beside the one that answers."""

import threading

import pytest

from landsea.teaching.renewing import Renewing
from landsea_core.text.added import AddedWords


class Source:
    """Words whose version a test sets."""

    def __init__(self):
        self.version = "1"

    def __call__(self) -> AddedWords:
        return AddedWords(self.version, ())


@pytest.fixture
def source() -> Source:
    return Source()


def test_new_words_are_handed_out_only_when_they_are_prepared(source):
    may_end = threading.Event()
    renewing = Renewing(source, lambda _: may_end.wait())
    assert renewing.words().version == "1"
    source.version = "2"
    assert renewing.words().version == "1"
    may_end.set()
    renewing.wait()
    assert renewing.words().version == "2"


def test_each_version_is_prepared_once_and_one_at_a_time(source):
    prepared, has_begun, may_end = [], threading.Event(), threading.Event()

    def prepare(words: AddedWords) -> None:
        prepared.append(words.version)
        has_begun.set()
        may_end.wait()

    renewing = Renewing(source, prepare)
    renewing.words()
    source.version = "2"
    renewing.words()
    has_begun.wait()
    source.version = "3"
    renewing.words()
    assert prepared == ["2"]
    may_end.set()
    renewing.wait()
    assert renewing.words().version == "2"
    renewing.wait()
    assert renewing.words().version == "3"
    renewing.words()
    renewing.wait()
    assert prepared == ["2", "3"]


def test_words_that_cannot_be_read_with_leave_those_before_them_and_are_logged_once(source, caplog):
    def prepare(words: AddedWords) -> None:
        raise ValueError(words.version)

    renewing = Renewing(source, prepare)
    renewing.words()
    source.version = "2"
    for _ in range(3):
        assert renewing.words().version == "1"
        renewing.wait()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
