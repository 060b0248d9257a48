"""The receiver of the docs takes what we post, prints it once, and refuses what somebody else signed."""

import json
from http.server import HTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Thread

import pytest
from django.utils import timezone

from landsea.cases.actions.accept import accept_case
from landsea.webhooks.actions.note_events import note_events
from landsea.webhooks.actions.post_events import post_due
from landsea.webhooks.models import EventPost
from landsea.webhooks.receiver_secrets import write_secret
from landsea.webhooks.tests.conftest import receiver_of

pytestmark = pytest.mark.django_db
PROGRAM = Path(__file__).resolve().parents[4] / "docs" / "programs" / "receiver.py"


@pytest.fixture
def listening():
    """The program of the docs, and its server."""
    spec = spec_from_file_location("receiver_of_the_docs", PROGRAM)
    program = module_from_spec(spec)
    spec.loader.exec_module(program)
    server = HTTPServer(("127.0.0.1", 0), program.Receiver)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_the_receiver_of_the_docs_takes_what_is_signed_once_and_refuses_all_else(world, listening, monkeypatch, capsys):
    receiver = receiver_of(world, "holder", listening)
    case = world.file().case
    accept_case(world.actor("holder"), case.ref, now=timezone.now())
    note_events(timezone.now())
    monkeypatch.setenv("LANDSEA_WEBHOOK_SECRET", "whsec_" + "A" * 44)
    post_due(timezone.now())
    assert EventPost.objects.get().status == 401
    monkeypatch.setenv("LANDSEA_WEBHOOK_SECRET", write_secret(receiver.nonce))
    for _time in range(2):
        EventPost.objects.update(not_before=timezone.now(), ended_at=None)
        post_due(timezone.now())
    post = EventPost.objects.get()
    assert post.accepted and post.status == 204
    assert capsys.readouterr().out == f"{json.loads(post.body)['timestamp']} case.accepted {case.ref}\n"
