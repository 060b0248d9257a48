"""What is past its period goes: by the job, by the command, in a dry run, for every kind."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from landsea.base.audit.access import list_entries
from landsea.base.outbox.models import Delivery
from landsea.base.personal_data import KEPT
from landsea.privacy.actions.keep_periods import erase_past
from landsea.privacy.actions.take_papers_home import take_papers_home
from landsea.privacy.past_rows import find_past
from landsea.privacy.periods import choose_period, load_periods

pytestmark = pytest.mark.django_db


def old_mails(world, number: int) -> None:
    world.file()
    sent = Delivery.objects.latest("pk")
    for one in range(number):
        sent.pk, sent.once, sent.address = None, f"old {one}", f"old{one}@demo.example.org"
        sent.ended_at = timezone.now() - timedelta(days=400)
        sent.save()


def test_every_kind_with_an_end_has_a_period_and_every_period_a_kind():
    ending = {table.kind for table in KEPT if table.erase and table.since}
    assert ending == {period.kind for period in load_periods()}


def test_every_description_can_be_asked(db):
    """Each lookup of each table exists: the page, the copy and the job use them all."""
    from landsea.base.personal_data import Subject
    from landsea.privacy.access import find_kept

    assert find_kept(Subject(user_id=0, address="nobody@demo.example.org", case_id=0)) == []
    assert [past.rows.count() for past in find_past(timezone.now())]
    for table in KEPT:
        names = {one.name for one in table.rows().model._meta.get_fields()}
        assert {name.partition("__")[0] for name in (*table.shown, *table.corrected)} <= names | {"pk"}, table.kind


def test_the_dry_run_counts_and_changes_nothing(world, capsys):
    old_mails(world, 3)
    call_command("retention", "--check")
    said = capsys.readouterr().out
    assert "mails (*, 12 months, assumed): 3" in said and "3 rows are past their period. Nothing was erased." in said
    assert Delivery.objects.filter(address__startswith="old").count() == 3 and not list(list_entries("retention"))


def test_the_command_erases_in_pieces_with_a_row_each(world, capsys, monkeypatch):
    from landsea.privacy.actions import keep_periods

    monkeypatch.setattr(keep_periods, "PIECE", 2)
    old_mails(world, 5)
    call_command("retention")
    assert "mails: 5 erased" in capsys.readouterr().out
    assert not Delivery.objects.filter(address__startswith="old").exists()
    assert [entry.facts["rows"] for entry in list_entries("retention")] == [2, 2, 1]
    assert erase_past(now=timezone.now()) == {}


def test_a_kind_that_cannot_be_erased_stops_no_other(world, monkeypatch):
    from landsea.base.refusal import Refused
    from landsea.privacy.actions import keep_periods

    old_mails(world, 1)
    real = keep_periods.find_past

    def broken_first(now):
        def refuse(rows, now):
            raise Refused("no", "No.")

        found = list(real(now))
        [mails] = [past for past in found if past.table.kind == "mails"]
        from dataclasses import replace

        return [replace(mails, table=replace(mails.table, kind="broken", erase=refuse)), *found]

    monkeypatch.setattr(keep_periods, "find_past", broken_first)
    assert erase_past(now=timezone.now()) == {"mails": 1}


def test_an_installation_sets_its_own_and_a_wrong_file_is_named(world, own_periods, capsys):
    old_mails(world, 1)
    own_periods('{"kind": "mails", "country": "*", "months": 24, "because": "ours"}')
    call_command("retention", "--check")
    assert "mails (*, 24 months, assumed): 0" in capsys.readouterr().out
    own_periods('{"kind": "mails", "country": "*", "months": "two", "because": "ours"}')
    with pytest.raises(CommandError, match="line 1"):
        call_command("retention", "--check")


def test_operators_read_what_is_past_and_when_the_job_erased_last(world):
    old_mails(world, 2)
    operator = world.client("operator")
    page = operator.get(reverse("deliveries")).content.decode()
    assert "Mails and messages to you: 2" in page and "Nothing was erased yet" in page
    erase_past(now=timezone.now())
    page = operator.get(reverse("deliveries")).content.decode()
    assert "Nothing is past its period." in page and "Erased last" in page


def test_papers_go_into_the_store_of_their_country(world, settings, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from landsea.base.files.storage import list_stored_before, open_stored, store_upload
    from landsea.cases.actions.reply import reply_as_filer
    from landsea.cases.models import CaseFile

    here, there = world.file(filer_country="CN"), world.file(filer_country="LA")
    for filed in (here, there):
        paper = store_upload(SimpleUploadedFile("a.txt", b"A paper.", "text/plain"))
        reply_as_filer(world.filer(filed), filed.case.ref, "Here.", files=[paper], now=timezone.now())
    assert take_papers_home(now=timezone.now()) == 0
    settings.FILE_STORES = {"LA": {"folder": str(tmp_path / "la")}}
    assert take_papers_home(now=timezone.now()) == 1 and take_papers_home(now=timezone.now()) == 0
    home = CaseFile.objects.get(case=there.case)
    assert home.stored.startswith("la/") and (tmp_path / home.stored).exists()
    with open_stored(home.stored) as bytes_:
        assert bytes_.read() == b"A paper."
    assert not CaseFile.objects.get(case=here.case).stored.startswith("la/")
    assert home.stored in set(list_stored_before())
    settings.FILE_STORES = {}
    with pytest.raises(LookupError, match="LANDSEA_FILE_STORES"):
        open_stored(home.stored)


def past_of(kind: str, at) -> list[int]:
    """The rows of a kind that are past their period at a moment."""
    return [pk for past in find_past(at) if past.table.kind == kind for pk in past.rows.values_list("pk", flat=True)]


@pytest.mark.parametrize("how", ["by its owner", "by a person"])
def test_who_is_behind_an_entry_stays_a_year_after_it_was_taken_off_the_board(world, how):
    from landsea.exchange.actions.moderate import remove_listing
    from landsea.exchange.actions.post import withdraw_listing
    from landsea.exchange.tests.making import shown

    now = timezone.now()
    listing, contact = shown(world, now - timedelta(days=900))
    assert past_of("listings", now) == [], "it is still on the board"
    if how == "by its owner":
        withdraw_listing(contact, now=now)
    else:
        remove_listing(world.actor("coordinator"), listing.pk, "Not true.", now=now)
    assert past_of("listings", now + timedelta(days=360)) == []
    assert past_of("listings", now + timedelta(days=370)) == [contact.pk]


@pytest.mark.parametrize(
    ("starts", "ends", "is_over"),
    [
        ("2020-09-01", "", True),
        ("2020-09", "2020-10", True),
        ("2020", "", True),
        ("", "", True),
        ("2020-09-01", "2999-09-01", False),
        ("2999-09", "", False),
        ("2999", "", False),
    ],
)
def test_who_registered_stays_until_the_event_is_over(world, starts, ends, is_over):
    """Also where one registered years before it, and a year longer than one could."""
    from landsea.exchange.actions.register import register_applicant
    from landsea.exchange.tests.making import applying, event

    now = timezone.now()
    before = now - timedelta(days=900)
    listing = event(world, before, starts=starts, ends=ends)
    found = register_applicant(world.actor("anonymous"), listing.pk, applying(), network="", now=before)
    assert past_of("registrations", before + timedelta(days=370)) == [], "one could register ten days longer"
    assert past_of("registrations", now) == ([found.pk] if is_over else [])


def test_a_store_of_one_country_that_is_away_does_not_hold_up_another(world, settings, tmp_path, caplog):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from landsea.base.files.storage import store_upload
    from landsea.cases.actions.reply import reply_as_filer
    from landsea.cases.models import CaseFile

    for country in ("LA", "VN"):
        filed = world.file(filer_country=country)
        paper = store_upload(SimpleUploadedFile("a.txt", b"A paper.", "text/plain"))
        reply_as_filer(world.filer(filed), filed.case.ref, "Here.", files=[paper], now=timezone.now())
    (tmp_path / "la").write_text("No folder can be here.")
    settings.FILE_STORES = {"LA": {"folder": str(tmp_path / "la")}, "VN": {"folder": str(tmp_path / "vn")}}
    assert take_papers_home(now=timezone.now()) == 1
    assert CaseFile.objects.get(case__filer_country="VN").stored.startswith("vn/")
    assert "Papers of LA could not be moved" in caplog.text


def test_a_folder_of_a_country_lies_below_the_folder_of_all_that_is_kept(settings, tmp_path, monkeypatch):
    from landsea.base.files.storage import keep_bytes_as, open_stored

    monkeypatch.chdir(tmp_path)
    settings.VAR, settings.FILE_STORES = tmp_path / "var", {"LA": {"folder": "la-papers"}}
    keep_bytes_as("la/3f/" + "3f" * 16, b"A paper.")
    assert (tmp_path / "var/la-papers/3f" / ("3f" * 16)).exists()
    monkeypatch.chdir("/")
    with open_stored("la/3f/" + "3f" * 16) as bytes_:
        assert bytes_.read() == b"A paper."


def test_what_names_no_country_is_not_said_to_stay_by_the_period_of_one(own_periods):
    """The job erases such rows by the period for everywhere, whoever they belong to."""
    own_periods(
        '{"kind": "mails", "country": "LA", "months": 6, "because": "ours"}',
        '{"kind": "filers", "country": "LA", "months": 6, "because": "ours"}',
    )
    kept = {table.kind: table for table in KEPT}
    assert not kept["mails"].country and kept["filers"].country
    assert (choose_period(kept["mails"], "LA").months, choose_period(kept["filers"], "LA").months) == (12, 6)
