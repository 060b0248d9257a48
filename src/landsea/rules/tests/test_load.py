"""Loading measures: again and again, only what differs."""

import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from landsea.base.audit.access import list_entries
from landsea.rules import access
from landsea.rules.actions.load_measures import load_measures
from landsea.rules.models import Version
from landsea.rules.tests.conftest import NOW

pytestmark = pytest.mark.django_db


def rows() -> list[dict]:
    return [json.loads(line) for line in (Path(settings.REFERENCE) / "measures.jsonl").read_text().splitlines()]


def write(folder: Path, changed: list[dict]) -> Path:
    (folder / "measures.jsonl").write_text("\n".join(json.dumps(row) for row in changed))
    return folder


def test_twice_makes_nothing_twice(measures):
    before = Version.objects.count()
    assert load_measures(Path(settings.REFERENCE), NOW).published == 0
    assert Version.objects.count() == before == len(rows())
    assert len(access.read_published_book()) == before


def test_the_first_load_tells_nobody(measures):
    assert not Version.objects.filter(spread_at=None).exists()


def test_a_changed_row_is_a_new_version_with_its_difference(measures, tmp_path):
    changed = rows()
    changed[0]["requires"][0]["lead_time"] = "three weeks"
    assert load_measures(write(tmp_path, changed), NOW).published == 1
    (version,) = Version.objects.filter(measure__code=changed[0]["id"], number=2)
    assert [code for code, _ in version.changes] == ["requirement_lead_time"]
    assert version.spread_at is None
    assert len(list_entries(f"measure:{changed[0]['id']}")) == 2


def test_files_with_faults_are_not_loaded(db, tmp_path):
    changed = rows()[:2]
    changed[0]["life"]["replaced_by"] = changed[0]["id"]
    with pytest.raises(CommandError, match="fault"):
        call_command("load_measures", folder=write(tmp_path, changed))
    assert not Version.objects.exists()


def test_a_translation_that_cannot_be_used_is_said_before_anything_is_loaded(db, tmp_path):
    (tmp_path / "words" / "vi").mkdir(parents=True)
    (tmp_path / "words" / "vi" / "measures.jsonl").write_text('{"en": "Decree 280", "said": "Lệnh 28"}')
    with pytest.raises(CommandError, match="vi/measures.jsonl:1: 280"):
        call_command("load_measures", folder=write(tmp_path, rows()))
    assert not Version.objects.exists()


def test_check_only_looks(db, capsys):
    call_command("load_measures", check=True)
    assert "measures are in order" in capsys.readouterr().out
    assert not Version.objects.exists()
