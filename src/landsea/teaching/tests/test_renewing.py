"""Who files never waits for a coordinator's word: a reader that has it is made beside the one that answers."""

import os
import signal
import threading

import pytest

from landsea.teaching import renewing
from landsea.teaching.renewing import Renewing
from landsea_core.text.lexicon.added_words import AddedWords


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
    kept = Renewing(source, lambda _: may_end.wait())
    assert kept.words().version == "1"
    source.version = "2"
    assert kept.words().version == "1"
    may_end.set()
    kept.wait()
    assert kept.words().version == "2"


def test_each_version_is_prepared_once_and_one_at_a_time(source):
    prepared, has_begun, may_end = [], threading.Event(), threading.Event()

    def prepare(words: AddedWords) -> None:
        prepared.append(words.version)
        has_begun.set()
        may_end.wait()

    kept = Renewing(source, prepare)
    kept.words()
    source.version = "2"
    kept.words()
    has_begun.wait()
    source.version = "3"
    kept.words()
    assert prepared == ["2"]
    may_end.set()
    kept.wait()
    assert kept.words().version == "2"
    kept.wait()
    assert kept.words().version == "3"
    kept.words()
    kept.wait()
    assert prepared == ["2", "3"]


def in_child(holds) -> bool:
    """What `holds` returns in a process forked from this one; a lock that nobody lets go of ends the child, not the test."""
    child = os.fork()
    if child == 0:
        signal.alarm(20)
        try:
            os._exit(0 if holds() else 1)
        finally:
            os._exit(2)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_process_forked_meanwhile_prepares_the_words_itself(source):
    """The thread stays with its process, and the lock may be held while it forks."""
    may_end, parent = threading.Event(), os.getpid()
    kept = Renewing(source, lambda _: may_end.wait() if os.getpid() == parent else None)
    kept.words()
    source.version = "2"
    kept.words()

    def reads_with_them() -> bool:
        kept.begin_in_child()
        kept.words()
        kept.wait()
        return kept.words().version == "2"

    with kept._lock:
        assert in_child(reads_with_them)
    may_end.set()
    kept.wait()
    assert kept.words().version == "2"


def test_python_itself_tells_every_forked_process():
    with renewing._renewing._lock:
        assert in_child(lambda: renewing._renewing._lock.acquire(blocking=False))


def test_words_that_cannot_be_read_with_leave_those_before_them_and_are_logged_once(source, caplog):
    def prepare(words: AddedWords) -> None:
        raise ValueError(words.version)

    kept = Renewing(source, prepare)
    kept.words()
    source.version = "2"
    for _ in range(3):
        assert kept.words().version == "1"
        kept.wait()
    assert [record.levelname for record in caplog.records] == ["ERROR"]
