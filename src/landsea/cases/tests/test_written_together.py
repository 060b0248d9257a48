"""Changes of several tables by one statement: what is written, what is left out, what is refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from landsea.base.files.storage import Stored
from landsea.base.set_based import (
    make_insertion,
    make_update,
    take_keys,
    update_by_key,
    write_together,
)
from landsea.cases.actions.answer import answer_case
from landsea.cases.actions.rows import Rows
from landsea.cases.models import CaseFile, FilerIdentity, Message, StepRecord

NOW = timezone.now()


def message(case, body="Good day.") -> Message:
    return Message(case=case, kind="all", side="office", body=body, created_at=NOW)


@pytest.mark.usefixtures("marks_are_believed")
def test_rows_of_several_tables_are_changed_and_added_by_one_statement(world):
    case, other = world.file(now=NOW).case, world.file(now=NOW).case
    case.title, other.title = "It's “one” %s", "Two \\ 木薯"
    with CaptureQueriesContext(connection) as queries:
        write_together(
            make_update(type(case), [case, other], ["title"]),
            make_insertion(Message, [message(case), message(other, "ສະບາຍດີ")]),
        )
    assert len(queries) == 1
    case.refresh_from_db(), other.refresh_from_db()
    assert (case.title, other.title) == ("It's “one” %s", "Two \\ 木薯")
    assert Message.objects.get(case=other).body == "ສະບາຍດີ"


@pytest.mark.usefixtures("marks_are_believed")
def test_changes_without_rows_are_left_out_and_nothing_at_all_asks_nothing(world):
    case = world.file(now=NOW).case
    with CaptureQueriesContext(connection) as queries:
        write_together(make_insertion(Message, []), make_update(type(case), [], ["title"]))
    assert not queries
    write_together(make_insertion(Message, []), make_insertion(Message, [message(case)]))
    assert Message.objects.filter(case=case).count() == 1


def test_rows_added_together_may_point_to_each_other_and_keep_the_keys_they_took(world):
    case = world.file(now=NOW).case
    written = message(case)
    take_keys([written])
    paper = CaseFile(
        case=case,
        message=written,
        kind="all",
        side="office",
        name="a",
        media_type="a/b",
        size=1,
        digest="d",
        stored="s",
        created_at=NOW,
    )
    write_together(make_insertion(CaseFile, [paper]), make_insertion(Message, [written]))
    assert list(Message.objects.get(pk=written.pk).files.values_list("name", flat=True)) == ["a"]


def test_when_one_change_is_refused_none_is_done(world):
    case = world.file(now=NOW).case
    with pytest.raises(IntegrityError), transaction.atomic():
        write_together(
            make_insertion(Message, [message(case)]), make_insertion(FilerIdentity, [FilerIdentity(case=case)])
        )
    assert not Message.objects.filter(case=case).exists()


def test_a_kept_column_holds_what_it_held_where_nothing_is_given(world):
    case, other = world.file(now=NOW).case, world.file(now=NOW).case
    early, late, field = NOW - timedelta(days=1), NOW + timedelta(days=1), StepRecord._meta.get_field("expired_at")
    StepRecord.objects.filter(case__in=[case, other]).update(expired_at=early)
    write_together(update_by_key(StepRecord, "case_id", [case.pk, other.pk], {field: [None, late]}, kept=[field]))
    assert [StepRecord.objects.get(case=one).expired_at for one in (case, other)] == [early, late]


def test_a_step_is_changed_or_ends_in_one_act_not_both(world):
    record = StepRecord.objects.get(case=world.file(now=NOW).case)
    rows = Rows(steps_changed=[record], steps_ended=[(record.case_id, NOW, "accept")])
    with pytest.raises(RuntimeError, match="not both"):
        rows.endings(NOW)


def test_an_answer_with_a_paper_leaves_the_paper_at_its_message(world):
    case = world.file(now=NOW).case
    paper = Stored("list.pdf", "application/pdf", 3, "0" * 64, "aa/list")
    answer_case(world.actor("holder", NOW), case.ref, "See the list.", now=NOW, files=[paper])
    written = Message.objects.get(case=case, act="answer")
    assert [file.name for file in written.files.all()] == ["list.pdf"]
