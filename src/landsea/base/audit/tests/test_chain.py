"""The chains: written only within an act, never forked, and every way of meddling is found."""

import threading
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from landsea.base.audit.actions.anchor import write_anchor
from landsea.base.audit.actions.append import append_entry
from landsea.base.audit.chain import START
from landsea.base.audit.models import Anchor, Entry
from landsea.base.audit.verify import find_broken_anchors, find_broken_entries

NOW = datetime(2026, 3, 18, 3, 0, 0, 123456, tzinfo=UTC)


def write(stream: str = "case:1", act: str = "accept", **fields) -> Entry:
    return append_entry(stream=stream, act=act, actor="user:7", at=NOW, **fields)


def sentences() -> list[str]:
    return [f"{found.where}: {found.sentence}" for found in (*find_broken_entries(), *find_broken_anchors())]


@pytest.fixture
def chain(db) -> list[Entry]:
    """Five entries of one case among those of another, anchored after the third and after the last."""
    entries = []
    for number in range(5):
        entries.append(write(facts={"desk": number, "名": "磨憨", "nested": [1, {"b": None, "a": 2.5}]}))
        write("case:2")
        if number in (2, 4):
            write_anchor(NOW)
    return entries


def test_what_nobody_touched_holds(chain, capsys):
    assert sentences() == []
    call_command("verify_audit")
    assert "The audit holds: 10 entries in 2 chains, 2 anchors." in capsys.readouterr().out


def test_positions_and_digests_follow_one_another_within_a_stream(chain):
    assert [entry.position for entry in chain] == [1, 2, 3, 4, 5]
    assert [entry.previous for entry in chain] == [START, *(entry.digest for entry in chain[:-1])]


@pytest.mark.parametrize(
    "change",
    [{"act": "refuse"}, {"actor": "user:8"}, {"facts": {}}, {"at": NOW.replace(microsecond=0)}, {"digest": "f" * 64}],
    ids=lambda change: next(iter(change)),
)
def test_a_changed_entry_is_found(chain, change):
    Entry.objects.filter(pk=chain[1].pk).update(**change)
    assert "case:1 entry 2: it was changed after it was written" in sentences()


def test_a_removed_entry_is_found(chain):
    chain[1].delete()
    assert "case:1 entry 3: entry 2 is missing before it" in sentences()


def test_a_removed_entry_is_found_though_the_others_moved_up(chain):
    chain[1].delete()
    for entry in chain[2:]:
        Entry.objects.filter(pk=entry.pk).update(position=entry.position - 1)
    assert "case:1 entry 2: it does not follow the entry before it" in sentences()


def test_an_entry_put_in_is_found(chain):
    forged = Entry(stream="case:1", position=6, at=NOW, act="accept", actor="filer", previous=START, digest="0" * 64)
    forged.save()
    assert "case:1 entry 6: it does not follow the entry before it" in sentences()


def test_a_chain_that_was_cut_off_at_its_end_is_found_by_the_anchor(chain):
    chain[4].delete()
    assert not list(find_broken_entries()), "the shorter chain is whole in itself"
    assert any("case:1 entry 5, which it covers, is missing or changed" in found for found in sentences())


def test_a_stream_that_is_gone_altogether_is_found(chain):
    Entry.objects.filter(stream="case:2").delete()
    assert any("case:2 entry 5, which it covers" in found for found in sentences())


def test_a_chain_forged_anew_from_its_start_is_found_by_the_anchor(chain):
    Entry.objects.filter(stream="case:1").delete()
    for _number in range(5):
        write(act="forged")
    assert not list(find_broken_entries())
    assert any("case:1 entry 3, which it covers" in found for found in sentences())


def test_a_changed_or_removed_anchor_is_found(chain):
    first, second = Anchor.objects.order_by("pk")
    Anchor.objects.filter(pk=first.pk).update(heads=[])
    assert f"anchor {first.pk}: it was changed after it was written" in sentences()
    first.delete()
    assert f"anchor {second.pk}: it does not follow the anchor before it" in sentences()


def test_the_command_fails_and_names_the_places(chain, capsys):
    chain[1].delete()
    with pytest.raises(CommandError, match="The audit does not hold"):
        call_command("verify_audit")
    assert "case:1 entry 3: entry 2 is missing before it" in capsys.readouterr().err


def test_an_anchor_covers_only_what_moved(chain):
    assert write_anchor(NOW) is None
    write("case:3")
    assert [head[:2] for head in write_anchor(NOW).heads] == [["case:3", 1]]


@pytest.mark.django_db(transaction=True)
def test_an_entry_that_commits_after_a_later_one_was_anchored_is_anchored_next():
    written, may_commit = threading.Event(), threading.Event()

    def slow():
        with transaction.atomic():
            write("case:slow")
            written.set()
            may_commit.wait(10)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    written.wait(10)
    with transaction.atomic():
        write("case:quick")
    assert [head[0] for head in write_anchor(NOW).heads] == ["case:quick"]
    may_commit.set()
    thread.join()
    assert [head[0] for head in write_anchor(NOW).heads] == ["case:slow"]


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    with pytest.raises(RuntimeError, match="in the transaction of its act"):
        write()
    assert not Entry.objects.exists()


@pytest.mark.django_db
def test_the_same_key_acts_once_in_a_stream_and_is_free_in_another():
    write(key="form-1")
    write("case:2", key="form-1")
    with pytest.raises(IntegrityError), transaction.atomic():
        write(key="form-1")
    assert Entry.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_writers_without_a_common_lock_do_not_fork_a_chain():
    with transaction.atomic():
        write()
    start, outcomes = threading.Barrier(2), []

    def writer():
        try:
            with transaction.atomic():
                Entry.objects.filter(stream="case:1").exists()
                start.wait(10)
                write()
            outcomes.append("written")
        except IntegrityError:
            outcomes.append("refused")
        connection.close()

    threads = [threading.Thread(target=writer) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "written" in outcomes and not sentences()
    assert Entry.objects.count() == 1 + outcomes.count("written")
