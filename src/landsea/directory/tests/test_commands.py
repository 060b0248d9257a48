"""`landsea load-reference` and `landsea coverage`: what they print, when they refuse."""

import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from landsea.directory.models import Desk
from landsea.directory.tests.reference_files import write_reference
from landsea_core.countries import COUNTRIES


def test_the_real_files_are_in_order_and_a_check_loads_nothing(db):
    out = StringIO()
    call_command("load_reference", check=True, stdout=out)
    assert "in order" in out.getvalue() and not Desk.objects.exists()


def test_faults_are_named_with_file_and_line_and_nothing_is_loaded(db, tmp_path):
    shutil.copytree(settings.REFERENCE, tmp_path, dirs_exist_ok=True)
    desks = (tmp_path / "desks.jsonl").read_text(encoding="utf-8").splitlines()
    office = desks[4].split('"office": "')[1].split('"')[0]
    desks[4] = desks[4].replace(f'"office": "{office}"', '"office": "nowhere"')
    (tmp_path / "desks.jsonl").write_text("\n".join(desks), encoding="utf-8")
    for only_check in (True, False):
        errors = StringIO()
        with pytest.raises(CommandError, match="Nothing was loaded"):
            call_command("load_reference", check=only_check, folder=tmp_path, stderr=errors)
        assert "desks.jsonl:5: " in errors.getvalue() and "nowhere" in errors.getvalue()
    assert not Desk.objects.exists()


def test_a_rule_that_cannot_be_read_is_a_sentence(db, tmp_path):
    shutil.copytree(settings.REFERENCE, tmp_path, dirs_exist_ok=True)
    rules = (tmp_path / "measures.jsonl").read_text(encoding="utf-8").splitlines()
    rules[2] = rules[2].replace('"checked": ', '"looked_at": ')
    (tmp_path / "measures.jsonl").write_text("\n".join(rules), encoding="utf-8")
    with pytest.raises(CommandError, match="measures.jsonl:3: "):
        call_command("load_reference", check=True, folder=tmp_path, stderr=StringIO())


def test_a_missing_folder_is_a_sentence(db, tmp_path):
    errors = StringIO()
    with pytest.raises(CommandError):
        call_command("load_reference", folder=tmp_path / "none", stderr=errors)
    assert "The file is missing." in errors.getvalue()


def test_coverage_shows_every_topic_and_country_and_names_the_gaps(tmp_path):
    out = StringIO()
    call_command("coverage", folder=write_reference(tmp_path), stdout=out)
    lines = out.getvalue().splitlines()
    assert lines[0].split() == list(COUNTRIES)
    assert [line.split()[:3] for line in lines[1:3]] == [["customs_clearance", "-", "-"], ["sps_tbt", "-", "-"]]
    assert "sps_tbt in TH: all matters. NOT LISTED in coverage_gaps.jsonl" in lines
