"""A backlog of one kind of work leaves places of a worker for the others."""

import pytest

from landsea.base.jobs.places import Places
from landsea.base.outbox import tasks as outbox_tasks
from landsea.mailroom import tasks as mailroom_tasks


def test_whoever_finds_no_place_goes_away_and_a_place_comes_back_after_a_fault():
    places = Places(1)
    with pytest.raises(ValueError, match="broken"), places.take() as first:
        with places.take() as second:
            assert (first, second) == (True, False)
        raise ValueError("broken")
    with places.take() as third:
        assert third


def test_a_second_sorter_leaves_the_mails_to_the_first(monkeypatch):
    sorted_now = []
    monkeypatch.setattr(mailroom_tasks, "sort_due", lambda: sorted_now.append(1))
    with mailroom_tasks.PLACES.take():
        mailroom_tasks.sort_kept_mails()
        mailroom_tasks.sweep_mailroom(0)
    assert sorted_now == []
    mailroom_tasks.sort_kept_mails()
    assert sorted_now == [1]


def test_a_third_sender_leaves_the_mails_to_the_others_and_frees_what_is_stuck_all_the_same(monkeypatch):
    sent, freed, rung = [], [], []
    monkeypatch.setattr(outbox_tasks, "send_due", lambda: sent.append(1))
    monkeypatch.setattr(outbox_tasks, "send_due_messages", lambda: rung.append(1))
    monkeypatch.setattr(outbox_tasks, "free_stuck_deliveries", lambda: freed.append(1))
    with outbox_tasks.PLACES.take(), outbox_tasks.PLACES.take():
        outbox_tasks.send_due_mails()
        outbox_tasks.sweep_outbox(0)
    assert (sent, freed) == ([], [1])
    assert rung == [1, 1], "calls and short messages wait for no mail server"
