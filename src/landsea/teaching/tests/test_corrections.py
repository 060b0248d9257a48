"""Corrections before the coordinator: in groups, judged, and written as what may be learnt; nobody else sees any."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.cases.actions.redact import redact_words
from landsea.cases.models import Case
from landsea.cases.tests.world import CAST
from landsea.teaching.models import Judgement
from landsea.teaching.tests.conftest import QUEUE
from landsea_core.text.quality.corrections import Change

MARKER = "zirconflower"
NOT_COORDINATORS = [part for part in CAST if part != "coordinator"]


def press(client, correction, verdict: str, **fields):
    """Press a verdict on the page of a group."""
    return client.post(reverse("teaching_judge", args=[correction.pk]), {"verdict": verdict} | fields)


def exported(tmp_path) -> tuple[list[dict], dict]:
    """Return the rows that the command writes, and what it says."""
    path = tmp_path / "corrections.jsonl"
    from io import StringIO

    out = StringIO()
    call_command("corrections", "--export", str(path), "--json", stdout=out)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()], json.loads(out.getvalue())


def test_equal_corrections_are_one_group_and_lead_to_their_cases(world, corrected):
    one, _two = corrected(), corrected()
    corrected(after="inspection")
    client = world.client("coordinator")

    page = client.get(reverse("teaching")).content.decode()
    assert page.count("gate queue") >= 2
    rows = client.get(reverse("teaching")).context["rows"]
    assert [(row["after"], row["count"], row["waiting"]) for row in rows] == [("rail", 2, 2), ("inspection", 1, 1)]
    group = client.get(rows[0]["url"]).content.decode()
    assert one.case.ref in group and "queue at the gate" in group
    assert "changed by the filer" in group and "we called it: likely" in group


@pytest.mark.parametrize("who", NOT_COORDINATORS)
def test_nobody_else_sees_or_judges_any(world, corrected, who):
    correction = corrected(f"The {MARKER} waits in the queue at the gate.")
    client = world.client(who)

    for name in ("teaching", "teaching_group", "teaching_words"):
        response = client.get(reverse(name), {"kind": "matter", "before": "gate_queue", "after": "rail"})
        assert response.status_code in (302, 403)
        assert MARKER not in response.content.decode()
    assert press(client, correction, "accepted").status_code in (302, 403)
    assert not Judgement.objects.exists()


def test_the_operators_page_tells_no_case(world, corrected):
    for _ in range(12):
        corrected(f"The {MARKER} waits.")
    page = world.client("operator").get(reverse("reading_drift")).content.decode()

    assert MARKER not in page and "LS-" not in page
    assert world.client("coordinator").get(reverse("reading_drift")).status_code == 403


def test_an_accepted_case_is_written_without_whoever_it_is(world, corrected, tmp_path):
    correction = corrected(name="Somchai Jaidee", party="Demo Fruit", is_demo=False)
    press(world.client("coordinator"), correction, "accepted", is_clear="on")

    (row,), told = exported(tmp_path)
    for secret in ("Somchai", "Jaidee", "081-234", "70-1234", "Demo Fruit"):
        assert secret not in row["text"]
    assert row["text"].startswith("We stand in the queue at the gate.")
    labels = {name: row[name] for name in ("lang", "from", "where", "topic", "matter", "hs", "scope", "urgent")}
    assert labels == {
        "lang": "en",
        "from": "TH",
        "where": "CN",
        "topic": "transport_border",
        "matter": "rail",
        "hs": "08",
        "scope": "in",
        "urgent": False,
    }
    assert row["authority"] == correction.case.desk.office.kind
    assert (told["exported"], told["held"]) == (1, [])


def test_the_export_is_the_same_each_time(world, corrected, tmp_path):
    for _ in range(3):
        press(world.client("coordinator"), corrected(), "accepted", is_clear="on")

    assert exported(tmp_path)[0] == exported(tmp_path)[0]


def test_a_doubtful_text_is_held_until_a_person_has_read_it(world, corrected, tmp_path):
    correction = corrected("Our wagon stands near Bluebottle since Monday, says Wanthong.")
    client = world.client("coordinator")
    press(client, correction, "accepted", text="Our wagon stands near Bluebottle since Monday.")
    rows, told = exported(tmp_path)
    assert (rows, told["held"]) == ([], [correction.case.ref])
    url = f"{reverse('teaching_group')}?kind=matter&before=gate_queue&after=rail"
    assert "Held: somebody may be recognised" in client.get(url).content.decode()

    press(client, correction, "accepted", text="Our wagon stands near Bluebottle since Monday.", is_clear="on")
    rows, told = exported(tmp_path)
    assert [row["text"] for row in rows] == ["Our wagon stands near Bluebottle since Monday."]


def test_what_the_platform_knows_of_the_filer_is_never_cleared(world, corrected, tmp_path):
    correction = corrected(name="Somchai Jaidee", party="Demo Fruit")
    press(world.client("coordinator"), correction, "accepted", text="Somchai Jaidee waits.", is_clear="on")

    assert exported(tmp_path)[1]["held"] == [correction.case.ref]


def test_blacked_out_and_demo_cases_never_become_data(world, corrected, tmp_path):
    client = world.client("coordinator")
    redacted, demo, rejected = corrected(), corrected(is_demo=True), corrected()
    for one in (redacted, demo):
        press(client, one, "accepted", is_clear="on")
    press(client, rejected, "rejected")
    redact_words(world.actor("coordinator"), redacted.case.ref, 0, "gate", "A name.", now=timezone.now())

    rows, told = exported(tmp_path)
    assert (rows, told["never"], told["rejected"], told["accepted"]) == ([], 2, 1, 2)
    page = press(client, redacted, "accepted", is_clear="on")
    assert page.status_code == 302
    assert "nothing is learnt from it" in client.get(page["Location"]).content.decode()


def test_a_case_with_two_corrections_is_one_row_and_one_without_a_matter_none(world, corrected, tmp_path):
    from landsea.cases.actions.classify import classify_case

    client, correction = world.client("coordinator"), corrected()
    classify_case(world.actor("coordinator"), correction.case.ref, {"matter": "gate_queue"}, now=timezone.now())
    none = corrected(after="")
    for one in [*correction.case.reading_corrections.all(), none]:
        press(client, one, "accepted", is_clear="on")

    rows, told = exported(tmp_path)
    assert [row["matter"] for row in rows] == ["gate_queue"]
    assert told["unlabelled"] == [none.case.ref]


def test_each_verdict_leaves_an_audit_entry_and_can_be_changed(world, corrected):
    client, correction = world.client("coordinator"), corrected()
    press(client, correction, "accepted")
    press(client, correction, "rejected")

    assert Judgement.objects.get().verdict == "rejected"
    assert Judgement.objects.get().text == ""
    facts = [entry.facts["verdict"] for entry in list_entries(f"teaching:{correction.pk}")]
    assert facts == ["accepted", "rejected"]
    assert press(client, correction, "nonsense").status_code == 302
    assert Judgement.objects.get().verdict == "rejected"


def test_what_no_database_keeps_is_taken_out_of_what_is_learnt_and_asked_for(world, corrected):
    client, correction = world.client("coordinator"), corrected()
    press(client, correction, "accepted", text="Our wagon \0stands.\r\nSince Monday.")

    assert Judgement.objects.get().text == "Our wagon stands.\nSince Monday."
    assert client.get(reverse("teaching_group"), {"kind": "\0", "before": "a\0", "after": "\0"}).status_code == 200


def test_a_word_that_would_mend_it_leads_to_the_word(world, corrected):
    response = press(world.client("coordinator"), corrected(), "word")

    assert response["Location"] == f"{reverse('teaching_words')}?kind=matter&value=rail"


def test_what_is_learnt_goes_when_the_case_goes(world, corrected):
    press(world.client("coordinator"), corrected(), "accepted")
    Case.objects.all().delete()

    assert not Judgement.objects.exists()


def test_the_command_says_where_it_cannot_write(world, tmp_path):
    from django.core.management.base import CommandError

    with pytest.raises(CommandError, match="Name a file in a folder that is there"):
        call_command("corrections", "--export", str(tmp_path / "nowhere" / "x.jsonl"))


def test_without_options_it_counts(world, corrected, capsys):
    corrected(QUEUE)
    call_command("corrections")

    assert capsys.readouterr().out.startswith("1 corrections: 0 accepted")


def test_what_was_filed_a_moment_ago_is_read_and_counted_too(world, capsys):
    choices = {"matter": "rail", "place_text": "", "country": "", "goods": "", "struck": "", "written_in": ""}
    world.file(
        "We stand in the queue at the gate for two days and nothing moves.",
        matter="rail",
        to_read=choices | {"filer_country": "VN", "lane": "normal"},
    )
    call_command("corrections", "--json")
    assert json.loads(capsys.readouterr().out)["all"] == 1


def test_goods_are_shown_by_name_beside_their_code(world):
    changed = (Change("goods", "081060", "071410", 0.7),)
    reading = {"goods": ["081060", 0.7], "lexicon": "2", "model": "m"}
    world.file(QUEUE, reading=reading, corrections=changed, topic="transport_border", matter="rail", written_in="en")
    client = world.client("coordinator")
    row = client.get(reverse("teaching")).context["rows"][0]
    assert row["before_words"] == "HS 081060 · durian, durian flesh"
    assert row["after_words"].startswith("HS 071410 · cassava")
