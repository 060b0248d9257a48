"""A barrier of several firms with an answer to them; a dialogue about it with papers, agenda, minutes and a promise."""

import uuid
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile
from tests.contract.one_of_each.addresses import TYPED

from landsea.barriers.actions.answer_members import answer_members
from landsea.barriers.actions.members import add_by_hand
from landsea.barriers.actions.open_barrier import open_barrier
from landsea.barriers.tests.conftest import words
from landsea.base.files.storage import store_upload
from landsea.cases.models import CommonAnswerItem
from landsea.dialogues.act_forms import ACT_FORMS
from landsea.dialogues.actions.agenda import add_words, propose_agenda
from landsea.dialogues.actions.papers import consult_parties, lay_paper
from landsea.dialogues.actions.seats import invite_country
from landsea.dialogues.invitation_links import INVITATION_LINKS
from landsea.dialogues.link_forms import LINK_FORMS
from landsea.dialogues.models import PaperFile, SeatLink
from landsea.dialogues.tests.making import dialogue_with_chairs, promise_for

OF_A_LINE = ("change_line", "agree_line")


def make(world, now: datetime) -> dict:
    """Open a barrier of three firms' cases, answer them, call a dialogue about it, promise something at another."""
    coordinator = world.actor("coordinator")
    cases = [
        world.file(now=now - timedelta(hours=2), party=f"Demo Fruit {n}", email=f"fruit{n}@demo.example.org").case
        for n in range(3)
    ]
    barrier = open_barrier(coordinator, words(), [case.pk for case in cases], now=now)
    answer = answer_members(coordinator, barrier.pk, "The list was renewed.", form_key=uuid.uuid4(), now=now)
    dialogue = dialogue_with_chairs(world, now)
    propose_agenda(coordinator, dialogue.pk, now=now)
    paper = store_upload(SimpleUploadedFile("list.txt", b"Laboratories.", "text/plain"))
    lay_paper(world.actor("holder"), dialogue.pk, "Laboratories", "The list.", now=now, files=[paper])
    promise = promise_for(world, barrier, now=now)
    guest = {"country": "LA", "name": "Guest Demo", "email": "guest@demo.example.org", "role": "member"}
    guests = invite_country(coordinator, dialogue.pk, **guest, now=now)
    asked = consult_parties(coordinator, dialogue.pk, "Shall the list be public?", now + timedelta(days=5), now=now)
    typed = {
        "paper": dialogue.papers.get().pk,
        "seat": dialogue.seats.exclude(user=None).latest("pk").pk,
        "item": dialogue.agenda.earliest("pk").pk,
        "consultation": asked.pk,
    }
    line = promise.line
    of_barrier, of_dialogue = {"barrier_id": barrier.pk}, {"dialogue_id": dialogue.pk}
    of_line = {"dialogue_id": line.dialogue_id, TYPED: {"line": line.pk, "text": line.text}}
    pages = (
        "barrier",
        "barrier_answer",
        "barrier_add",
        "barrier_change",
        "barrier_me_too",
        "barrier_me_too_sent",
        "widget_barrier",
    )
    for n in range(6):  # what a surge is found in: many firms with the same trouble in one week
        about = {"matter": "laboratory", "party": f"Demo Lab {n}", "email": f"lab{n}@demo.example.org"}
        world.file(now=now - timedelta(hours=3 + n), **about)
        other = {"topic": "customs_clearance", "matter": ("declaration", "inspection")[n % 2], "country": "VN"}
        world.file(now=now - timedelta(hours=3 + n), place_code="VNHNI", **about | other)
    return {
        **dict.fromkeys(pages, of_barrier),
        "barrier_out": of_barrier | {"case_id": cases[0].pk},
        "barrier_answered": {"answer_id": answer.pk},
        "barrier_answer_back": {
            "answer_id": answer.pk,
            "item_id": CommonAnswerItem.objects.filter(answer=answer).earliest("pk").pk,
        },
        **dict.fromkeys(("dialogue", "dialogue_change", "dialogue_invitation"), of_dialogue),
        "dialogue_act": [
            (of_line if what in OF_A_LINE else of_dialogue | {TYPED: typed}) | {"what": what} for what in ACT_FORMS
        ],
        "invitation_link": {"secret": INVITATION_LINKS.secret_of(SeatLink.objects.get(seat=guests).nonce)},
        **dict.fromkeys(("invited", "invited_file"), of_dialogue),
        "invited_act": [of_dialogue | {"act": act} for act in LINK_FORMS],
        "dialogue_paper_file": of_dialogue | {"file_id": PaperFile.objects.latest("pk").pk},
        **dict.fromkeys(("promise", "promise_keep"), {"action_id": promise.pk}),
    }


def make_another(world, values: dict, number: int, now: datetime) -> None:
    """Another barrier, case of the barrier, answer to it; another dialogue, paper, item, line, seat, promise."""
    coordinator, barrier, dialogue = world.actor("coordinator"), values["barrier"], values["dialogue"]["dialogue_id"]
    firms = [
        world.file(now=now, party=f"Firm {number}.{n}", email=f"firm{number}.{n}@demo.example.org").case
        for n in range(2)
    ]
    add_by_hand(coordinator, barrier["barrier_id"], [firms[0].ref], now=now)
    another = open_barrier(coordinator, words(), [firms[1].pk], now=now)
    answer_members(coordinator, barrier["barrier_id"], f"Renewed {number}.", form_key=uuid.uuid4(), now=now)
    dialogue_with_chairs(world, now, days=8 + number)
    paper = store_upload(SimpleUploadedFile(f"{number}.txt", b"Laboratories.", "text/plain"))
    lay_paper(world.actor("holder"), dialogue, f"Paper {number}", "The list.", now=now, files=[paper])
    add_words(coordinator, dialogue, f"Item {number}", now=now)
    seat = {"country": "LA", "name": f"Guest {number}", "email": f"guest{number}@demo.example.org", "role": "member"}
    invite_country(coordinator, dialogue, **seat, now=now)
    consult_parties(coordinator, dialogue, f"Question {number}?", now + timedelta(days=5), now=now)
    promise_for(world, another, now=now)
