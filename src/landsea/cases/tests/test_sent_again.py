"""A form with its photo that is sent again while it is still being read: a telephone whose line came back twice."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from time import monotonic, sleep

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse

from landsea.base.files.storage import open_stored
from landsea.cases.actions.file import make_form_key
from landsea.cases.models import Case, CaseFile
from landsea.cases.tests.world import make_world
from landsea.cases.views import filing, filing_papers, mailbox, waiting

pytestmark = pytest.mark.django_db(transaction=True)
PATIENCE = 20.0
WORDS = b"The queue."
WAITS_FOR_TURN = "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted)"
TYPED = {
    "text": "Two lorries with durian wait at Mohan, the laboratory report is not accepted.",
    "country": "CN",
    "lane": "normal",
    "visibility": "pseudonymous",
    "action": "send",
}


@pytest.fixture(autouse=True)
def world(settings, tmp_path):
    settings.FILES_ROOT = tmp_path / "files"
    return make_world()


class SentAgain:
    """Sends a form twice: the second one comes when the first has its photo and is about to be filed, and is slow with its
    own photo. The first goes on when the second is at its photo, or waits for its turn.
    """

    def __init__(self, monkeypatch, module, name: str, send: Callable[[], int]):
        self._send, self._at_photo, self._first_done = send, Event(), Event()
        self._act, self._hold, self._pool = getattr(module, name), filing_papers.hold_file, ThreadPoolExecutor(1)
        self._second: list[Future[int]] = []
        monkeypatch.setattr(module, name, self._act_when_second_is_near)
        monkeypatch.setattr(filing_papers, "hold_file", self._hold_slowly)

    def statuses(self) -> list[int]:
        """Send both, and return how each was answered."""
        first = self._send()
        self._first_done.set()
        return [first, self._second[0].result(PATIENCE)]

    def _act_when_second_is_near(self, *args, **kwargs):
        if not self._second:
            self._second.append(self._pool.submit(self._send_and_close))
            end = monotonic() + PATIENCE
            while not (self._at_photo.is_set() or _somebody_waits()):
                assert monotonic() < end, "the second sending neither comes to its photo nor waits"
                sleep(0.02)
        return self._act(*args, **kwargs)

    def _hold_slowly(self, *args, **kwargs):
        if self._second:
            self._at_photo.set()
            self._first_done.wait(PATIENCE)
        return self._hold(*args, **kwargs)

    def _send_and_close(self) -> int:
        try:
            return self._send()
        finally:
            connection.close()


def _somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(WAITS_FOR_TURN)
        return cursor.fetchone()[0]


def photo() -> SimpleUploadedFile:
    return SimpleUploadedFile("queue.txt", WORDS, "text/plain")


def the_only_paper(case: Case) -> bytes:
    (paper,) = CaseFile.objects.filter(case=case)
    with open_stored(paper.stored) as kept:
        return kept.read()


@pytest.mark.parametrize(("module", "address"), [(waiting, "waiting_filing"), (filing, "file_case")])
def test_a_filing_that_is_sent_again_while_it_is_read_keeps_its_photo(monkeypatch, module, address):
    form = {**TYPED, "key": make_form_key()}

    def send() -> int:
        return Client().post(reverse(address), {**form, "papers": [photo()]}).status_code

    assert SentAgain(monkeypatch, module, "file_it", send).statuses() in ([200, 200], [302, 302])
    assert the_only_paper(Case.objects.get()) == WORDS


def test_an_answer_that_is_sent_again_while_it_is_written_keeps_its_photo(monkeypatch, world):
    filed = world.file()
    form = {"body": "Here is the queue.", "key": make_form_key()}

    def send() -> int:
        client = Client()
        client.get(reverse("mailbox_link", args=[filed.secret]))
        address = reverse("mailbox_act", args=[filed.case.ref, "reply"])
        return client.post(address, {**form, "papers": [photo()]}).status_code

    assert SentAgain(monkeypatch, mailbox, "reply_as_filer", send).statuses() == [302, 302]
    assert the_only_paper(filed.case) == WORDS
